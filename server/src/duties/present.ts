// Duties as the API shows them.
import type { z } from '@hono/zod-openapi';
import type { Counts, DutyRecord } from './queries.ts';
import type * as schema from './schema.ts';
import { stateOf } from './standing.ts';

export type DutyRow = z.infer<typeof schema.dutyRow>;

export const planOf = (row: DutyRecord): DutyRow['plan'] =>
  row.planId === null || row.planStatus === null
    ? null
    : {
        id: row.planId,
        title: row.planTitle ?? '',
        number: row.planNumber,
        status: row.planStatus,
        ownerName: row.planOwner ?? '',
      };

export function present(row: DutyRecord): DutyRow {
  return {
    id: row.id,
    taskId: row.taskId,
    text: row.text,
    part: row.part,
    role: row.role,
    unit: { id: row.unitId, name: row.unitName },
    heir: row.heirId === null ? null : { id: row.heirId, name: row.heirName ?? '' },
    period: row.period,
    openedOn: row.openedOn,
    dueOn: row.dueOn,
    firstDueOn: row.firstDueOn,
    doneOn: row.doneOn,
    confirmedOn: row.confirmedOn,
    class: row.class,
    state: stateOf(row),
    progress: row.progress,
    group: row.group,
    plan: planOf(row),
    asksPlan: row.asksPlan,
    extensionAsked: row.extensionAsked,
    urged: row.urged,
    lastMovedOn: row.lastMovedOn,
    version: row.version,
  };
}

export const counts = ({ classes }: Counts) => ({
  onTime: classes['on-time'],
  late: classes.late,
  inTerm: classes['in-term'],
  overdue: classes.overdue,
});
