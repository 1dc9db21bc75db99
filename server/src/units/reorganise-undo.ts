// Takes a reorganisation back, as long as nothing rests on it: a day's error is no event of the world.
import { sql, type Transaction } from 'kysely';
import { may, type Actor } from '../access/actor.ts';
import { write } from '../audit/service.ts';
import { today } from '../clock.ts';
import type { Tables } from '../db/tables.ts';
import type { Deps } from '../deps.ts';
import { Conflict, Forbidden, NotFound } from '../errors.ts';
import { dayBefore } from './days.ts';
import { returnDuties } from './duty-moves.ts';
import { refreshUnits, registerLock } from './heirs.ts';
import { indexNames } from './reorganise-steps.ts';
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
    await refreshUnits(trx, today(deps.clock));
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

/** Later states, another end, or successors that this event did not write: something has been built on it. */
async function nothingLater({ trx, id, day }: Undone, units: readonly Touched[]): Promise<void> {
  const ids = units.map((unit) => unit.id);
  const { rows } = await sql<{
    name: string;
  }>`select u.name from unit u where u.id = any(${ids}::bigint[]) and (
      exists (select 1 from unit_state s where s.unit_id = u.id and s.valid_from >= ${day}::date
        and s.reorganisation_id is distinct from ${id})
      or (u.valid_to is not null and u.valid_to >= ${day}::date)
      or exists (select 1 from reorganisation_unit x join reorganisation r on r.id = x.reorganisation_id
        where x.unit_id = u.id and r.id > ${id} and r.effective_on >= ${day}::date))
    order by u.id limit 1`.execute(trx);
  const [found] = rows;
  if (found) throw new Conflict('reorganised-since', { name: found.name });
}

async function backToBefore({ trx, id, day }: Undone, units: readonly Touched[]): Promise<void> {
  const begun = units.filter((unit) => unit.begun).map((unit) => unit.id);
  const others = units.filter((unit) => !unit.begun);
  await trx.deleteFrom('unitSuccessor').where('reorganisationId', '=', id).execute();
  const kept = others.map((unit) => unit.id);
  await trx
    .deleteFrom('unitState')
    .where('reorganisationId', '=', id)
    .where(sql<boolean>`unit_id = any(${kept}::bigint[])`)
    .execute();
  // Their last state goes on again; those that it ended live again.
  await sql`update unit_state s set valid_to = null where s.unit_id = any(${kept}::bigint[])
    and s.valid_to = ${dayBefore(day)}::date and exists (select 1 from unit u where u.id = s.unit_id
      and (u.valid_to is null or u.valid_to = ${dayBefore(day)}::date))`.execute(trx);
  const ended = others.filter((unit) => unit.ended).map((unit) => unit.id);
  await sql`update unit set valid_to = null where id = any(${ended}::bigint[])`.execute(trx);
  await sql`update unit u set version = version + 1, (name, parent_id) =
      (select s.name, s.parent_id from unit_state s where s.unit_id = u.id order by s.valid_from desc nulls last limit 1)
    where id = any(${kept}::bigint[])`.execute(trx);
  await trx.deleteFrom('reorganisationUnit').where('reorganisationId', '=', id).execute();
  await remove(trx, begun, units);
  await trx.deleteFrom('reorganisation').where('id', '=', id).execute();
  for (const unit of kept) await indexNames(trx, unit);
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
