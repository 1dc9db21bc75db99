// Đôn đốc: a unit is urged about duties that are still open, by a record that says who, by what, until when; and it answers.
import { sql, type RawBuilder } from 'kysely';
import type { z } from '@hono/zod-openapi';
import { may, scopeOf, type Actor } from '../access/actor.ts';
import { write } from '../audit/service.ts';
import { today } from '../clock.ts';
import type { Db } from '../db/connect.ts';
import type { Deps } from '../deps.ts';
import { Conflict, Forbidden, Invalid, NotFound } from '../errors.ts';
import { placesOf, type Places } from '../units/places.ts';
import { mustMayDuty } from './facts.ts';
import { record } from './history.ts';
import { lockDuties, type Locked } from './lock.ts';
import type * as schema from './urging-schema.ts';
import { stateOf } from './standing.ts';
import { rules } from './steps.ts';
import { tellAnswered, tellUrged } from './told.ts';
import { presentUrging, urgingRows, type Urging } from './urging-rows.ts';

type Writing = Pick<Deps, 'db' | 'clock'>;
type UrgeRequest = z.infer<typeof schema.urgeRequest>;
type UrgingList = z.infer<typeof schema.urgingList>;

/** One urging for each unit; duties that are done meanwhile are left out. */
export async function urge(deps: Writing, actor: Actor, request: UrgeRequest): Promise<UrgingList> {
  const day = today(deps.clock);
  if (request.answerBy !== undefined && request.answerBy < day) {
    throw new Invalid('call-in-past', { dueOn: request.answerBy });
  }
  return write(deps, actor, async (trx, note) => {
    const ids = [...new Set(request.ids)];
    const locked = await lockDuties(trx, ids);
    for (const id of ids) {
      const each = locked.get(id);
      if (!each) throw new NotFound('no-duty', { id });
      mustMayDuty(actor, 'duty.urge', each.facts);
    }
    const open = [...locked.values()].filter(({ duty }) => rules.urge.in.includes(stateOf(duty)));
    if (open.length === 0) throw new Conflict('nothing-to-urge');
    const places = await placesOf(trx);
    const made: number[] = [];
    for (const [toUnitId, duties] of Map.groupBy(open, ({ unitId }) => places.heir(unitId))) {
      const from = urgingUnit(actor, duties);
      const rootId = places.root(toUnitId);
      const id = await insert(trx, { actor, day, request }, { from, toUnitId, rootId, duties });
      made.push(id);
      const detail = { channel: request.channel, duties: duties.map((each) => each.id) };
      note({ action: 'duty.urge', subject: 'urging', subjectId: id, unitId: toUnitId, rootId, detail });
      const dutyIds = duties.map((each) => each.id);
      await tellUrged(trx, { actor, clock: deps.clock }, [
        { fromUnitId: from, toUnitId, message: request.message, dutyIds },
      ]);
    }
    const rows = await urgingRows(trx, sql`ug.id = any(${made}::bigint[])`);
    return { rows: rows.map((row) => presentUrging(row, actor)), total: rows.length };
  });
}

/** In whose name: the first of their units whose role lets them urge these. */
function urgingUnit(actor: Actor, duties: readonly Locked[]): number | null {
  const [first] = duties;
  const grant = actor.grants.find(
    (each) => first && may({ ...actor, grants: [each] }, 'duty.urge', first.facts),
  );
  return grant?.unitId ?? null;
}

interface Urger {
  readonly actor: Actor;
  readonly day: string;
  readonly request: UrgeRequest;
}

interface Target {
  readonly from: number | null;
  readonly toUnitId: number;
  readonly rootId: number;
  readonly duties: readonly Locked[];
}

async function insert(db: Db, { actor, day, request }: Urger, target: Target): Promise<number> {
  const { from: fromUnitId, toUnitId, rootId, duties } = target;
  const { channel, reference = null, message, answerBy = null } = request;
  const { id } = await db
    .insertInto('urging')
    .values({
      rootId,
      fromUnitId,
      toUnitId,
      personId: actor.personId,
      channel,
      reference,
      message,
      answerBy,
      urgedOn: day,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const dutyIds = duties.map((each) => each.id);
  await db
    .insertInto('urgingDuty')
    .values(dutyIds.map((dutyId) => ({ urgingId: id, dutyId })))
    .execute();
  await record(db, actor, dutyIds, {
    action: 'urged',
    day,
    note: message,
    detail: { channel, reference, answerBy },
  });
  return id;
}

/** Who may know of an urging: those who may read the urged unit's duties, and the unit that urged. */
function within(actor: Actor): RawBuilder<unknown> {
  const { everything, unitIds } = scopeOf(actor, 'duty.read');
  if (everything) return sql`true`;
  const own = actor.grants.flatMap((grant) => [...grant.own]);
  return sql`(ug.to_unit_id = any(${[...unitIds]}::bigint[]) or ug.from_unit_id = any(${own}::bigint[]))`;
}

function conditionsOf(actor: Actor, places: Places, query: z.infer<typeof schema.urgingQuery>) {
  const all: RawBuilder<unknown>[] = [within(actor)];
  if (query.unit !== undefined) {
    const ids = [...places.own(query.unit)];
    const to = sql`ug.to_unit_id = any(${ids}::bigint[])`;
    const from = sql`ug.from_unit_id = any(${ids}::bigint[])`;
    all.push(query.direction === 'to' ? to : query.direction === 'from' ? from : sql`(${to} or ${from})`);
  }
  if (query.open === 'true') all.push(sql`ug.answered_at is null`);
  if (query.open === 'false') all.push(sql`ug.answered_at is not null`);
  return sql`${sql.join(all, sql` and `)}`;
}

export async function listUrgings(
  { db }: Pick<Deps, 'db'>,
  actor: Actor,
  query: z.infer<typeof schema.urgingQuery>,
): Promise<UrgingList> {
  const where = conditionsOf(actor, await placesOf(db), query);
  const page = sql`limit ${query.size} offset ${(query.page - 1) * query.size}`;
  const [rows, counted] = await Promise.all([
    urgingRows(db, where, { page }),
    sql<{ n: number }>`select count(*) as n from urging ug where ${where}`.execute(db),
  ]);
  return { rows: rows.map((row) => presentUrging(row, actor)), total: counted.rows[0]?.n ?? 0 };
}

export async function answerUrging(deps: Writing, actor: Actor, id: number, answer: string): Promise<Urging> {
  const day = today(deps.clock);
  return write(deps, actor, async (trx, note) => {
    const { rows } = await sql<{ toUnitId: number; fromUnitId: number | null; personId: number | null }>`
      select to_unit_id, from_unit_id, person_id from urging ug where ug.id = ${id} and ${within(actor)} for update`.execute(
      trx,
    );
    const [row] = rows;
    if (!row) throw new NotFound('no-urging', { id });
    if (!may(actor, 'duty.report', { unitId: row.toUnitId })) throw new Forbidden();
    const changed = await trx
      .updateTable('urging')
      .set({ answer, answeredAt: deps.clock(), answeredBy: actor.personId })
      .where('id', '=', id)
      .where('answeredAt', 'is', null)
      .returning('rootId')
      .executeTakeFirst();
    if (!changed) throw new Conflict('answered-already');
    const duties = await trx.selectFrom('urgingDuty').select('dutyId').where('urgingId', '=', id).execute();
    const dutyIds = duties.map(({ dutyId }) => dutyId);
    await record(trx, actor, dutyIds, { action: 'urgingAnswered', day, note: answer });
    await tellAnswered(trx, { actor, clock: deps.clock }, { ...row, answer, dutyId: dutyIds[0] ?? null });
    const { toUnitId: unitId } = row;
    note({ action: 'urging.answer', subject: 'urging', subjectId: id, unitId, rootId: changed.rootId });
    const [shown] = await urgingRows(trx, sql`ug.id = ${id}`);
    if (!shown) throw new NotFound('no-urging', { id });
    return presentUrging(shown, actor);
  });
}
