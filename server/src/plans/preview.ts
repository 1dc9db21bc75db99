// What issuing would hand down, told before it is done.
import type { z } from '@hono/zod-openapi';
import { today } from '../clock.ts';
import type { Db } from '../db/connect.ts';
import { isDated, termOf, termsIn } from '../duties/periods.ts';
import { Forbidden } from '../errors.ts';
import { placesOf } from '../units/places.ts';
import { readable, seesInside } from './access.ts';
import type { PlanDue, PlanTask } from './body.ts';
import type { Head } from './check.ts';
import { expand, type Line } from './expand.ts';
import type { PlanRow } from './queries.ts';
import * as duties from './duty-queries.ts';
import type * as schema from './schema.ts';
import type { Asked, Writing } from './service.ts';

type HandDown = z.infer<typeof schema.handDown>;

/** `on`: the day on which collective names are expanded; today if left out. */
export async function preview(
  deps: Writing,
  { actor, id }: Asked,
  on: string | undefined,
): Promise<HandDown> {
  const { db } = deps;
  const row = await readable(db, actor, id);
  // Whom a draft names is for those who draw it up, not for all who may read it once it is issued.
  if (!seesInside(actor, row)) throw new Forbidden('not-allowed');
  const body = row.amendment ?? row.body;
  const head: Head = row.amendmentHead ?? row;
  const day = on ?? today(deps.clock);
  const expansion = await expand(db, { ownerId: row.ownerId, body, day });
  const byTask = Map.groupBy(expansion.lines, ({ planTaskId }) => planTaskId);
  const handed = body.tasks.map((task) => ({
    task,
    periods: periodsOf(task, head, day),
    given: givenTo(byTask.get(task.id) ?? []),
  }));
  const rows = handed.flatMap(({ task, periods }) => {
    const lines = byTask.get(task.id) ?? [];
    const shown = lines.map((line) => ({
      ...described(task, periods),
      role: line.role,
      name: line.name,
      units: line.unitIds.map((unitId) => ({ id: unitId, name: expansion.unitNames.get(unitId) ?? '' })),
      problem: line.unitIds.length === 0 ? 'no-unit' : null,
    }));
    const hasLead = lines.some(({ role }) => role === 'lead');
    const none = {
      ...described(task, periods),
      role: 'lead' as const,
      name: '',
      units: [],
      problem: 'no-lead',
    };
    return hasLead ? shown : [none, ...shown];
  });
  return {
    rows,
    duties: handed.reduce(
      (sum, { task, periods, given }) => sum + (task.onCall ? 0 : given.size * Math.max(1, periods.length)),
      0,
    ),
    units: new Set(handed.flatMap(({ given }) => [...given.keys()])).size,
    changes: row.amendment ? await changesOf(db, row, { handed, head, day: today(deps.clock) }) : null,
  };
}

const described = (task: PlanTask, periods: readonly string[]) => ({
  planTaskId: task.id,
  text: task.text,
  dueOn: task.due.kind === 'by' ? task.due.date : task.due.kind === 'during' ? task.due.to : null,
  periods: [...periods],
});

/** From the day on which it is handed down to the end of the plan. */
function periodsOf(
  { due, onCall }: PlanTask,
  { periodFrom, periodTo }: Head,
  day: string,
): readonly string[] {
  if (onCall || due.kind !== 'recurring' || !isDated(due.every)) return [];
  const from = day > periodFrom ? day : periodFrom;
  return termsIn({ every: due.every, on: due.on ?? null }, { from, to: periodTo }).map(({ name }) => name);
}

/** Each unit once: who leads and also takes part counts as lead. */
function givenTo(lines: readonly Line[]): ReadonlyMap<number, Line['role']> {
  const given = new Map<number, Line['role']>();
  for (const { role, unitIds } of lines) {
    for (const unitId of unitIds) if (given.get(unitId) !== 'lead') given.set(unitId, role);
  }
  return given;
}

interface Handed {
  readonly task: PlanTask;
  readonly given: ReadonlyMap<number, Line['role']>;
}

interface Handing {
  readonly handed: readonly Handed[];
  readonly head: Head;
  /** Today, ISO. */
  readonly day: string;
}

type OpenDuty = Awaited<ReturnType<typeof duties.openDutiesOf>>[number];

/** The same rhythm, perhaps with another day. */
const follows = (was: PlanDue | undefined, is: PlanDue): boolean =>
  was?.kind === 'recurring' && is.kind === 'recurring' && was.every === is.every;

/** As the amendment will move it: a day that has passed binds from the next period on. */
function dayMoves(due: PlanDue, duty: OpenDuty, { head, day }: Omit<Handing, 'handed'>): boolean {
  if (due.kind !== 'recurring' || !isDated(due.every) || duty.period === null) return false;
  const term = termOf({ every: due.every, on: due.on ?? null }, duty.openedOn, head.periodTo);
  return term?.name === duty.period && term.dueOn >= day && term.dueOn !== duty.dueOn;
}

/** Of the duties that are open now; what is done stays whatever the amendment says. */
async function changesOf(db: Db, row: PlanRow, { handed, head, day }: Handing) {
  const open = await duties.openDutiesOf(db, row.id);
  const { heir } = await placesOf(db);
  const next = new Map<string, PlanTask>(
    handed.flatMap(({ task, given }) =>
      [...given].map(([unitId, role]) => [`${task.id} ${heir(unitId)} ${role}`, task] as const),
    ),
  );
  const before = new Map(row.body.tasks.map((task) => [task.id, task]));
  const moves = (task: PlanTask, duty: OpenDuty) => {
    const was = before.get(task.id)?.due;
    return follows(was, task.due)
      ? dayMoves(task.due, duty, { head, day })
      : JSON.stringify(was) !== JSON.stringify(task.due);
  };
  const known = new Set(
    (await duties.handedOf(db, row.id)).map(
      ({ planTaskId, unitId, role }) => `${planTaskId} ${heir(unitId)} ${role}`,
    ),
  );
  // A duty stays with who has it by whom it was handed down to, or by themselves.
  const staying = open.flatMap((duty) => {
    const task = (unit: number) => next.get(`${duty.planTaskId} ${heir(unit)} ${duty.role}`);
    const now = task(duty.unitId) ?? task(duty.firstUnitId);
    return now ? [moves(now, duty)] : [];
  });
  const moved = staying.filter((each) => each).length;
  return {
    kept: staying.length - moved,
    moved,
    cancelled: open.length - staying.length,
    added: [...next].filter(([key, { onCall }]) => !known.has(key) && !onCall).length,
  };
}
