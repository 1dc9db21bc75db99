// What must be so before a person or a role is touched.
import type { Actor } from '../access/actor.ts';
import type { Role } from '../access/roles.ts';
import { today } from '../clock.ts';
import type { Db } from '../db/connect.ts';
import type { Deps } from '../deps.ts';
import { Conflict, Forbidden, NotFound } from '../errors.ts';
import { placesOf } from '../units/places.ts';
import * as queries from './queries.ts';
import { mayGovern, maySee } from './reach.ts';

type Person = NonNullable<Awaited<ReturnType<typeof queries.personById>>>;

export interface Seen {
  readonly person: Person;
  readonly grants: readonly queries.GrantRow[];
}

/** Whom somebody may not see is not there. */
export async function seen(deps: Deps, actor: Actor, id: number, db: Db = deps.db): Promise<Seen> {
  const person = await queries.personById(db, id);
  const grants = await queries.grantsWhere(db, 'personId', [id], today(deps.clock));
  if (!person || !maySee(actor, id, grants)) throw new NotFound('no-person', { id });
  return { person, grants };
}

/** Of a person who may be changed as a whole. */
export async function governed(deps: Deps, actor: Actor, id: number): Promise<Seen> {
  const found = await seen(deps, actor, id);
  if (!mayGovern(actor, await placesOf(deps.db), found.grants)) throw new Forbidden('person-out-of-reach');
  return found;
}

export function mustBeReal({ demo }: Person): void {
  if (demo) throw new Conflict('demo-account');
}

interface Loss {
  readonly grants: readonly {
    readonly id: number;
    readonly role: Role;
    readonly unitId: number;
    readonly standing: boolean;
  }[];
  readonly personId: number;
  /** The last day on which the role is held; null: it ends now. */
  readonly lastDay: string | null;
  /** One role of the person, or all of them. */
  readonly whole: boolean;
}

/** There is always somebody left who keeps a unit's accounts: at the unit or above it. */
export async function keepAnAdministrator(
  deps: Deps,
  trx: Db,
  { grants, personId, lastDay, whole }: Loss,
): Promise<void> {
  const lost = grants.filter(({ role, standing }) => role === 'administrator' && standing);
  if (lost.length === 0) return;
  await queries.lockAdministrators(trx);
  const places = await placesOf(trx);
  const day = today(deps.clock);
  for (const { id, unitId } of lost) {
    const left = await queries.otherAdministrators(trx, [unitId, ...places.above(unitId)], {
      today: day,
      after: lastDay ?? day,
      butGrant: whole ? null : id,
      butPerson: whole ? personId : null,
    });
    if (left === 0) throw new Conflict('last-administrator');
  }
}
