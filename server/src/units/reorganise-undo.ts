// Takes a reorganisation back, as long as nothing rests on it: a day's error is no event of the world.
import { sql, type Transaction } from 'kysely';
import { may, type Actor } from '../access/actor.ts';
import { write } from '../audit/service.ts';
import { today } from '../clock.ts';
import type { Tables } from '../db/tables.ts';
import type { Deps } from '../deps.ts';
import { Conflict, Forbidden, NotFound } from '../errors.ts';
import { returnDuties } from './duty-moves.ts';
import { refreshUnits, registerLock } from './heirs.ts';
import { indexNames, standsAbove } from './reorganise-steps.ts';
import { usedBy } from './unit-use.ts';

type Trx = Transaction<Tables>;

interface Undone {
  readonly trx: Trx;
  readonly id: number;
  /** Its first day. */
  readonly day: string;
}

export async function undoReorganisation(
  deps: Pick<Deps, 'db' | 'clock'>,
  actor: Actor,
  id: number,
): Promise<void> {
  await write(deps, actor, async (trx, note) => {
    await registerLock.execute(trx);
    const event = await trx.selectFrom('reorganisation').selectAll().where('id', '=', id).executeTakeFirst();
    if (!event) throw new NotFound('no-reorganisation', { id });
    const units = await unitsOf(trx, id);
    if (!units.every((unit) => may(actor, 'unit.reorganise', { unitId: unit.id })))
      throw new Forbidden('not-allowed');
    if (event.key !== null) throw new Conflict('seeded-reorganisation');
    const undone: Undone = { trx, id, day: event.effectiveOn };
    await nothingLater(undone, units);
    await returnDuties({ trx, actor }, id, today(deps.clock));
    await backToBefore(undone, units);
    await refreshUnits(trx, today(deps.clock), deps);
    const [first] = units;
    note({
      action: 'unit.undoReorganisation',
      subject: 'reorganisation',
      subjectId: id,
      unitId: first && !first.begun ? first.id : null,
      rootId: first && !first.begun ? first.rootId : null,
      detail: { kind: event.kind, effectiveOn: event.effectiveOn, legalBasis: event.legalBasis },
    });
  });
}

interface Touched {
  readonly id: number;
  readonly name: string;
  readonly rootId: number | null;
  readonly begun: boolean;
  readonly ended: boolean;
}

/** All that it touched: named on it, or with a state that began with it. Those that were there before come first. */
async function unitsOf(trx: Trx, id: number): Promise<readonly Touched[]> {
  const { rows } = await sql<Touched>`select u.id, u.name, u.root_id as "rootId",
      exists (select 1 from unit_state s where s.unit_id = u.id and s.reorganisation_id = r.id)
        and not exists (select 1 from unit_state s
          where s.unit_id = u.id and coalesce(s.valid_from < r.effective_on, true)) as begun,
      exists (select 1 from reorganisation_unit x
        where x.reorganisation_id = r.id and x.unit_id = u.id and x.ended) as ended
    from reorganisation r join unit u on u.id in (
      select unit_id from reorganisation_unit where reorganisation_id = r.id
      union select unit_id from unit_state where reorganisation_id = r.id)
    where r.id = ${id} order by begun, u.id`.execute(trx);
  return rows;
}

/**
 * Something has been built on it: a later event touches one of its units, or one has got another end.
 * "Later" is by the order of deciding, not by the day: an event may be dated before one that stands already.
 */
async function nothingLater({ trx, id, day }: Undone, units: readonly Touched[]): Promise<void> {
  const ids = units.map((unit) => unit.id);
  const { rows } = await sql<{
    name: string;
  }>`select u.name from unit u where u.id = any(${ids}::bigint[]) and (
      exists (select 1 from unit_state s where s.unit_id = u.id and s.reorganisation_id > ${id})
      or exists (select 1 from reorganisation_unit x where x.unit_id = u.id and x.reorganisation_id > ${id})
      or (u.valid_to is not null and u.valid_to >= ${day}::date))
    order by u.id limit 1`.execute(trx);
  const [found] = rows;
  if (found) throw new Conflict('reorganised-since', { name: found.name });
}

async function backToBefore(undone: Undone, units: readonly Touched[]): Promise<void> {
  const { trx, id } = undone;
  const begun = units.filter((unit) => unit.begun).map((unit) => unit.id);
  await trx.deleteFrom('unitSuccessor').where('reorganisationId', '=', id).execute();
  await reopen(
    undone,
    units.filter((unit) => !unit.begun),
  );
  await trx.deleteFrom('reorganisationUnit').where('reorganisationId', '=', id).execute();
  await remove(trx, begun, units);
  await trx.deleteFrom('reorganisation').where('id', '=', id).execute();
}

/** The state before this event's goes on again. A unit that was only joined by others has none of this event: it stays. */
async function reopen(undone: Undone, units: readonly Touched[]): Promise<void> {
  const { trx, id } = undone;
  const changed = await trx
    .deleteFrom('unitState')
    .where('reorganisationId', '=', id)
    .where(sql<boolean>`unit_id = any(${units.map((unit) => unit.id)}::bigint[])`)
    .returning('unitId')
    .execute();
  const ended = units.filter((unit) => unit.ended).map((unit) => unit.id);
  const back = [...new Set([...ended, ...changed.map(({ unitId }) => unitId)])];
  await sql`update unit_state s set valid_to = null from unnest(${back}::bigint[]) as b(id)
    where s.id = (select id from unit_state where unit_id = b.id order by valid_from desc nulls last limit 1)`.execute(
    trx,
  );
  await sql`update unit u set version = version + 1, valid_to = null, name = s.name, parent_id = s.parent_id
    from unit_state s where s.unit_id = u.id and s.valid_to is null and u.id = any(${back}::bigint[])`.execute(
    trx,
  );
  for (const unit of back) await indexNames(trx, unit);
  await standsFirm(
    undone,
    units.filter((unit) => back.includes(unit.id)),
  );
}

/** Where its superior has ended or come under it meanwhile, a unit cannot go back to where it stood. */
async function standsFirm({ trx, day }: Undone, units: readonly Touched[]): Promise<void> {
  for (const { id, name } of units) {
    const parent = await trx
      .selectFrom('unit')
      .innerJoin('unit as above', 'above.id', 'unit.parentId')
      .select(['above.id', 'above.validTo'])
      .where('unit.id', '=', id)
      .executeTakeFirst();
    if (parent && (parent.validTo !== null || (await standsAbove({ trx, day }, new Set([id]), parent.id))))
      throw new Conflict('reorganised-since', { name });
  }
}

/** The units that began with it, which nobody may have used yet. */
async function remove(trx: Trx, begun: readonly number[], units: readonly Touched[]): Promise<void> {
  if (begun.length === 0) return;
  await sql`update unit set parent_id = null, heir_id = null, root_id = null
    where id = any(${[...begun]}::bigint[])`.execute(trx);
  await sql`update unit_state set parent_id = null where unit_id = any(${[...begun]}::bigint[])`.execute(trx);
  await sql`update unit set heir_id = null where heir_id = any(${[...begun]}::bigint[])`.execute(trx);
  await sql`update unit set root_id = null where root_id = any(${[...begun]}::bigint[])`.execute(trx);
  for (const unit of begun) {
    const table = await usedBy(trx, unit);
    const name = units.find(({ id }) => id === unit)?.name ?? '';
    if (table !== null) throw new Conflict('unit-in-use', { name, table });
  }
  await sql`delete from unit where id = any(${[...begun]}::bigint[])`.execute(trx);
}
