// Who acts in the illustration: the invented people in their own roles, so that what they do is what they may do.
import { sql } from 'kysely';
import type { Actor } from '../access/actor.ts';
import { actorOf } from '../access/service.ts';
import type { Role } from '../access/roles.ts';
import type { Db } from '../db/connect.ts';
import { placesOf, type Places } from '../units/places.ts';

export interface Cast {
  /** Somebody who holds one of the roles at the unit, or at the one that took its work over. */
  at(unitId: number, ...roles: readonly Role[]): Actor | null;
  byEmail(email: string): Actor;
  unit(name: string): number | null;
  key(key: string): number;
  nameOf(unitId: number): string;
  readonly places: Places;
}

interface Held {
  readonly personId: number;
  readonly email: string;
  readonly unitId: number;
  readonly role: Role;
}

export async function castOf(db: Db, day: string): Promise<Cast> {
  const places = await placesOf(db);
  const { rows } = await sql<Held>`select p.id as person_id, p.email_key as email, g.unit_id, g.role
    from person p join role_grant g on g.person_id = p.id where p.demo and p.active order by p.id`.execute(
    db,
  );
  const people = new Map<number, Actor>();
  for (const personId of new Set(rows.map((row) => row.personId))) {
    const actor = await actorOf(db, { personId, tokenId: null, sessionId: null, address: null }, day);
    if (actor) people.set(personId, actor);
  }
  const units = await db.selectFrom('unit').select(['id', 'key', 'name']).where('demo', '=', true).execute();
  // Of two units of one name, the one that lives.
  const named = new Map(
    units
      .toSorted((a, b) => Number(places.heir(b.id) !== b.id) * -1 + Number(places.heir(a.id) !== a.id))
      .map(({ id, name }) => [name, id]),
  );
  const keyed = new Map(units.map(({ id, key }) => [key, id]));
  const names = new Map(units.map(({ id, name }) => [id, name]));
  const actor = (held: Held | undefined) => (held ? (people.get(held.personId) ?? null) : null);
  return {
    places,
    at: (unitId, ...roles) =>
      actor(rows.find((row) => roles.includes(row.role) && places.heir(row.unitId) === places.heir(unitId))),
    byEmail: (email) => {
      const found = actor(rows.find((row) => row.email === email));
      if (!found) throw new Error(`The illustration lacks ${email}.`);
      return found;
    },
    unit: (name) => named.get(name) ?? null,
    key: (key) => {
      const id = keyed.get(key);
      if (id === undefined) throw new Error(`The illustration lacks ${key}.`);
      return id;
    },
    nameOf: (unitId) => names.get(unitId) ?? '',
  };
}
