// What programs that listen are told of reports.
import { sql } from 'kysely';
import type { Db } from '../db/connect.ts';
import { publish, type Event } from '../webhooks/service.ts';
import { classSql, type CallRecord, type ReportRecord } from './queries.ts';

type Name = Extract<Event['name'], `report.${string}`>;

/** Steps that others are told of, by what the history calls them. */
const names: Readonly<Partial<Record<string, Name>>> = {
  called: 'report.called',
  submitted: 'report.sent',
  returned: 'report.returned',
  accepted: 'report.accepted',
  approved: 'report.approved',
};

type Row = Pick<ReportRecord, 'callId' | 'unitId' | 'depth' | 'dueOn' | 'status' | 'submittedOn'> & {
  readonly reportId: number;
  readonly call: string;
  readonly period: CallRecord['period'];
  readonly from: string;
  readonly to: string;
  readonly unit: string;
  readonly unitCode: string | null;
  readonly receiverId: number;
  readonly class: string;
};

export interface Happened {
  /** As the history calls it. */
  readonly step: string;
  readonly day: string;
  /** Why it was sent back. */
  readonly reasons?: readonly { readonly sectionId: string | null; readonly reason: string }[] | undefined;
}

/** Part of the transaction in which it happened; most steps are nobody else's matter. */
export async function publishStep(
  db: Db,
  reportIds: readonly number[],
  { step, day, reasons }: Happened,
): Promise<void> {
  const name = names[step];
  if (!name || reportIds.length === 0) return;
  await publish(db, async () => {
    const { rows } =
      await sql<Row>`select r.id as report_id, r.call_id, c.name as call, c.period, c.window_from as "from",
        c.window_to as "to", r.unit_id, u.name as unit, u.code as unit_code, coalesce(p.unit_id, c.owner_id) as receiver_id,
        r.depth, r.due_on, r.status, r.submitted_on, ${classSql(day)} as class
      from report r join report_call c on c.id = r.call_id join unit u on u.id = r.unit_id left join report p on p.id = r.parent_id
      where r.id = any(${[...reportIds]}::bigint[]) order by r.id`.execute(db);
    return rows.map((row) => ({
      name,
      unitIds: [row.unitId, row.receiverId],
      data: { ...row, ...(reasons ? { reasons } : {}) },
    }));
  });
}
