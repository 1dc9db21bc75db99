// One duty with all that hangs on it, as somebody may see it.
import { sql } from 'kysely';
import type { z } from '@hono/zod-openapi';
import { may, type Actor } from '../access/actor.ts';
import type { Db } from '../db/connect.ts';
import { excerptOf } from '../documents/excerpt.ts';
import { NotFound } from '../errors.ts';
import { evidenceOf } from './evidence-rows.ts';
import { factsOf, mayRead, type DutyFacts } from './facts.ts';
import { present } from './present.ts';
import { dutiesById, type DutyRecord } from './queries.ts';
import type * as schema from './schema.ts';
import { classOn, stateOf } from './standing.ts';
import { hindrance, rules, type Ability } from './steps.ts';
import { presentUrging, urgingRows } from './urging-rows.ts';

export type DutyDetail = z.infer<typeof schema.dutyDetail>;

export interface Reader {
  readonly actor: Actor;
  /** Today, ISO. */
  readonly day: string;
}

export async function detailOf(db: Db, reader: Reader, id: number): Promise<DutyDetail> {
  const { actor, day } = reader;
  const facts = (await factsOf(db, [id])).get(id);
  if (!facts || !mayRead(actor, facts)) throw new NotFound('no-duty', { id });
  const [row] = await dutiesById(db, [id], { day, asOf: false });
  if (!row) throw new NotFound('no-duty', { id });
  const [task, milestones, evidence, extensions, urgings, siblings, events, transfers] = await Promise.all([
    taskOf(db, row),
    milestonesOf(db, id),
    evidenceOf(db, id, may(actor, 'duty.report', facts)),
    extensionsOf(db, id),
    urgingRows(db, sql`ug.id in (select urging_id from urging_duty where duty_id = ${id})`, { only: id }),
    siblingsOf(db, reader, row),
    eventsOf(db, id, actor.personId),
    transfersOf(db, id),
  ]);
  const { issuer, confirmer, outputs, budget, superiorTask, ownPlan } = task;
  return {
    ...present(row),
    issuer,
    confirmer,
    outputs,
    budget,
    superiorTask,
    ownPlan,
    milestones,
    evidence,
    extensions,
    urgings: urgings.map((each) => presentUrging(each, actor)),
    ...siblings,
    source: await sourceOf(db, task),
    receivedOn: row.receivedOn,
    reportedAt: row.reportedAt?.toISOString() ?? null,
    events,
    transfers,
    may: abilities(actor, facts, row, milestones.length > 0),
  };
}

function abilities(actor: Actor, facts: DutyFacts, row: DutyRecord, milestones: boolean): Ability[] {
  const situation = { ...row, state: stateOf(row), milestones };
  return (Object.keys(rules) as Ability[]).filter(
    (ability) => hindrance(ability, situation) === null && may(actor, rules[ability].by, facts),
  );
}

interface TaskOfDuty {
  readonly documentId: number | null;
  readonly spanStart: number | null;
  readonly spanEnd: number | null;
  readonly issuer: DutyDetail['issuer'];
  readonly confirmer: DutyDetail['confirmer'];
  readonly outputs: string[];
  readonly budget: string | null;
  readonly superiorTask: DutyDetail['superiorTask'];
  readonly ownPlan: DutyDetail['ownPlan'];
}

async function taskOf(db: Db, row: DutyRecord): Promise<TaskOfDuty> {
  const { rows } = await sql<TaskOfDuty>`select t.document_id, t.span_start, t.span_end, t.outputs, t.budget,
      (select json_build_object('id', u.id, 'name', u.name) from unit u where u.id = t.owner_id) as issuer,
      (select json_build_object('id', u.id, 'name', u.name) from unit u where u.id = ${row.confirmerId}::bigint) as confirmer,
      (select json_build_object('id', s.id, 'text', s.text) from task s where s.id = t.superior_task_id) as superior_task,
      (select json_build_object('id', p.id, 'title', p.title, 'number', p.number, 'status', p.status, 'ownerName', u.name)
        from plan p join unit u on u.id = p.owner_id where p.id = ${row.ownPlanId}::bigint) as own_plan
    from task t where t.id = ${row.taskId}`.execute(db);
  const [task] = rows;
  if (!task) throw new NotFound('no-duty', { id: row.id });
  return task;
}

async function sourceOf(
  db: Db,
  { documentId, spanStart, spanEnd }: TaskOfDuty,
): Promise<DutyDetail['source']> {
  if (documentId === null || spanStart === null || spanEnd === null) return null;
  const found = await excerptOf(db, documentId, [spanStart, spanEnd]);
  return found && { documentId, ...found, span: [found.span[0], found.span[1]] };
}

const milestonesOf = (db: Db, id: number) =>
  db
    .selectFrom('dutyMilestone')
    .select(['no', 'title', 'dueOn', 'doneOn'])
    .where('dutyId', '=', id)
    .orderBy('no')
    .execute();

const extensionsOf = (db: Db, id: number) =>
  db
    .selectFrom('extension as e')
    .leftJoin('person as a', 'a.id', 'e.askedBy')
    .leftJoin('person as b', 'b.id', 'e.decidedBy')
    .select(['e.id', 'e.askedOn', 'a.name as askedBy', 'e.wantedOn', 'e.reason', 'e.decidedOn'])
    .select(['b.name as decidedBy', 'e.granted', 'e.dueOn', 'e.answer'])
    .where('e.dutyId', '=', id)
    .orderBy('e.id')
    .execute();

async function eventsOf(db: Db, id: number, reader: number | null): Promise<DutyDetail['events']> {
  const rows = await db
    .selectFrom('dutyEvent as e')
    .leftJoin('person as p', 'p.id', 'e.personId')
    .select(['e.id', 'e.at', 'e.day', 'e.personId', 'p.name as who', 'e.action', 'e.note', 'e.detail'])
    .where('e.dutyId', '=', id)
    .orderBy('e.id', 'desc')
    .limit(500)
    .execute();
  return rows.map(({ personId, ...row }) => ({
    ...row,
    own: personId !== null && personId === reader,
    at: row.at.toISOString(),
  }));
}

interface TransferRow {
  readonly fromId: number;
  readonly fromName: string;
  readonly toId: number;
  readonly toName: string;
  readonly on: string;
  readonly reason: string | null;
  readonly planned: boolean;
}

/** Those that were, then those that are decided for a later day. */
async function transfersOf(db: Db, id: number): Promise<DutyDetail['transfers']> {
  const { rows } =
    await sql<TransferRow>`select f.id as from_id, f.name as from_name, t.id as to_id, t.name as to_name,
      x.on_day as on, x.reason, x.planned
    from (select id, from_unit_id, to_unit_id, on_day, reason, false as planned from duty_transfer where duty_id = ${id}
      union all select m.reorganisation_id, m.from_unit_id, m.to_unit_id, m.on_day, null, true
        from duty_move m join duty d on d.id = m.duty_id and d.unit_id = m.from_unit_id where m.duty_id = ${id}) x
      join unit f on f.id = x.from_unit_id join unit t on t.id = x.to_unit_id
    order by x.planned, x.id`.execute(db);
  return rows.map(({ fromId, fromName, toId, toName, ...rest }) => ({
    ...rest,
    from: { id: fromId, name: fromName },
    to: { id: toId, name: toName },
  }));
}

/** Duties of the same task: of other units in this period, of this unit in other periods. Only those that the reader may read. */
async function siblingsOf(
  db: Db,
  { actor, day }: Reader,
  row: DutyRecord,
): Promise<Pick<DutyDetail, 'others' | 'periods'>> {
  const { rows } = await sql<{ id: number; other: boolean }>`
    (select d.id, true as other from duty d where d.task_id = ${row.taskId} and d.id <> ${row.id}
      and d.period is not distinct from ${row.period}::text order by d.role desc, d.unit_id limit 200)
    union all
    (select d.id, false from duty d where d.task_id = ${row.taskId} and d.unit_id = ${row.unitId}
      and d.role = ${row.role} and d.id <> ${row.id} order by d.due_on desc nulls last limit 60)`.execute(db);
  const ids = rows.map(({ id }) => id);
  const [facts, records] = await Promise.all([factsOf(db, ids), dutiesById(db, ids, { day, asOf: false })]);
  const readable = new Map(
    records.flatMap((each) => {
      const known = facts.get(each.id);
      return known && mayRead(actor, known) ? [[each.id, each] as const] : [];
    }),
  );
  const of = (other: boolean) =>
    rows.flatMap((each) => (each.other === other ? (readable.get(each.id) ?? []) : []));
  return {
    others: of(true).map((each) => ({
      id: each.id,
      unit: { id: each.unitId, name: each.unitName },
      role: each.role,
      class: classOn(each, day),
      state: stateOf(each),
      dueOn: each.dueOn,
      part: each.part,
    })),
    periods: of(false).map(({ id, period, dueOn, ...each }) => ({
      id,
      period,
      class: classOn({ dueOn, doneOn: each.doneOn }, day),
      dueOn,
    })),
  };
}
