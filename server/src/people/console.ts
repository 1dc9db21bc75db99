// What the command line asks about people.
import type { Db } from '../db/connect.ts';
import { NotFound, Conflict } from '../errors.ts';
import type { Locale } from '../http/locale.ts';
import { fold } from '../text/fold.ts';
import * as queries from './queries.ts';
import { roleNames } from './role-names.ts';

/** A line a person: address, name, roles. */
export async function personOverview(db: Db, locale: Locale): Promise<readonly string[]> {
  const people = await db
    .selectFrom('person')
    .select(['id', 'name', 'email', 'active'])
    .orderBy('id')
    .execute();
  const day = new Date().toISOString().slice(0, 10);
  const ids = people.map(({ id }) => id);
  const grants = Map.groupBy(await queries.grantsWhere(db, 'personId', ids, day), ({ personId }) => personId);
  const off = locale === 'vi' ? ' (đã tắt)' : ' (off)';
  return people.map(({ id, name, email, active }) => {
    const held = (grants.get(id) ?? []).filter((grant) => grant.now);
    const roles = held.map(
      ({ role, unitName }) => `${roleNames[role][locale === 'vi' ? 0 : 1]} – ${unitName}`,
    );
    return `${email}\t${name}${active ? '' : off}\t${roles.join('; ')}`;
  });
}

/** By its code or its whole name, with or without diacritics. */
export async function unitNamed(db: Db, name: string): Promise<number> {
  const folded = fold(name);
  const found = (await queries.unitsCalled(db, folded, name)).filter(
    (unit) => unit.coded || fold(unit.name) === folded,
  );
  const [unit, second] = found;
  if (!unit) throw new NotFound('no-unit-called', { name });
  if (second) throw new Conflict('units-called', { name });
  return unit.id;
}
