// Who the reader is: name, roles, and what these let them do somewhere.
import { sql } from 'kysely';
import type { z } from '@hono/zod-openapi';
import { holds, type Actor } from '../access/actor.ts';
import { policy, relationsOf, type Action } from '../access/policy.ts';
import type { Db } from '../db/connect.ts';
import { placesOf, type Places } from '../units/places.ts';
import { unitNames } from '../units/service.ts';
import type * as schema from './schema.ts';

type Me = Omit<z.infer<typeof schema.me>, 'locale' | 'withheld' | 'idleMinutes'>;

const isIllustrated = async (db: Db): Promise<boolean> =>
  (await db.selectFrom('seed').select('name').where('name', '=', 'demo').executeTakeFirst()) !== undefined;

/** A coordinating body draws up what is its superior's, that first of all. */
function draftedFor(actor: Actor, places: Places): readonly number[] {
  const held = (relation: 'own' | 'principal') =>
    actor.grants.filter(({ role }) => relationsOf(role, 'plan.draft').includes(relation));
  const above = held('principal').flatMap(({ unitId }) => places.principal(unitId) ?? []);
  return [...new Set([...above, ...held('own').map(({ unitId }) => unitId)])];
}

export async function whoIs(db: Db, actor: Actor | null): Promise<Me> {
  const demo = await isIllustrated(db);
  if (!actor?.personId)
    return { person: null, roles: [], actions: [], drafts: [], root: null, demo, unread: 0 };
  const [person, places, unread] = await Promise.all([
    db
      .selectFrom('person')
      .select(['id', 'name', 'email', 'post', 'locale', 'demo'])
      .where('id', '=', actor.personId)
      .executeTakeFirstOrThrow(),
    placesOf(db),
    db
      .selectFrom('notice')
      .select(sql<number>`count(*)`.as('count'))
      .where('personId', '=', actor.personId)
      .where('readAt', 'is', null)
      .executeTakeFirstOrThrow(),
  ]);
  const [first] = actor.grants;
  const rootId = first ? places.root(first.unitId) : null;
  const drafts = draftedFor(actor, places);
  const names = await unitNames(db, [
    ...drafts,
    ...actor.grants.map(({ unitId }) => unitId),
    ...(rootId === null ? [] : [rootId]),
  ]);
  return {
    person,
    demo,
    unread: unread.count,
    roles: actor.grants.map(({ role, unitId, deputyFor }) => ({
      role,
      unitId,
      unitName: names.get(unitId) ?? '',
      deputy: deputyFor !== null,
    })),
    actions: (Object.keys(policy) as Action[]).filter((action) => holds(actor, action)),
    drafts: drafts.map((id) => ({ id, name: names.get(id) ?? '' })),
    root: rootId === null ? null : { id: rootId, name: names.get(rootId) ?? '' },
  };
}
