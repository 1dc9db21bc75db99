// The table of access for those who want to read it, and why it answers as it does.
import type { z } from '@hono/zod-openapi';
import type { Db } from '../db/connect.ts';
import type { Deps } from '../deps.ts';
import { NotFound } from '../errors.ts';
import { json, newApi, problems, type Api } from '../http/api.ts';
import { unitNames } from '../units/service.ts';
import { may, type Actor, type Facts } from './actor.ts';
import { explain } from './explain.ts';
import { policy, relationsOf, type Action } from './policy.ts';
import { roles } from './roles.ts';
import { actorIn, route } from './route.ts';
import * as schema from './schema.ts';
import { actionWords, relationWords, roleWords } from './words.ts';

type Why = z.infer<typeof schema.why>;
type Subject = z.infer<typeof schema.whyQuery>['subject'];

/** How each subject finds what the table must know of a record; null: there is none. */
export type FactsOf = Readonly<
  Record<
    Subject,
    {
      readonly read: Action;
      readonly facts: (db: Db, actor: Actor, id: number) => Promise<Facts | null>;
    }
  >
>;

const tableRoute = route({
  access: 'signed-in',
  method: 'get',
  path: '/',
  tags: ['access'],
  summary: 'Who may do what to which record: the whole table',
  responses: { 200: json(schema.accessTable, 'Roles, relations, actions and rules') },
});

const whyRoute = route({
  access: 'signed-in',
  method: 'get',
  path: '/why',
  tags: ['access'],
  summary: 'Why you may, or may not, do something to a record',
  request: { query: schema.whyQuery },
  responses: {
    200: json(schema.why, 'By which role, where, and how the record stands to it'),
    ...problems(400, 404),
  },
});

const both = ([vi, en]: readonly [string, string]) => ({ vi, en });

function table(): z.infer<typeof schema.accessTable> {
  const actions = Object.keys(policy) as Action[];
  const relations = Object.entries(relationWords) as [schema.RelationKey, (typeof relationWords)['own']][];
  return {
    roles: roles.map((key) => ({ key, name: both(roleWords[key]) })),
    relations: relations.map(([key, { name, sentence }]) => ({
      key,
      name: both(name),
      sentence: both(sentence),
    })),
    actions: actions.map((key) => ({
      key,
      group: key.split('.')[0] ?? key,
      name: both(actionWords[key]),
    })),
    rules: actions.flatMap((action) =>
      roles.flatMap((role) => {
        const held = relationsOf(role, action);
        return held.length > 0 ? [{ action, role, relations: [...held] }] : [];
      }),
    ),
  };
}

async function whyOf(
  db: Db,
  actor: Actor,
  { action, facts }: { action: Action; facts: Facts },
): Promise<Why> {
  const reasons = explain(actor, action, facts);
  const names = await unitNames(
    db,
    reasons.map(({ grant }) => grant.unitId),
  );
  return {
    allowed: reasons.length > 0,
    reasons: reasons.map(({ grant: { role, unitId, deputyFor }, relation }) => ({
      role,
      unit: { id: unitId, name: names.get(unitId) ?? '' },
      deputy: deputyFor !== null,
      relation,
    })),
  };
}

export function accessRoutes({ db }: Deps, subjects: FactsOf): Api {
  const api = newApi();
  api.openapi(tableRoute, (c) => c.json(table(), 200));
  api.openapi(whyRoute, async (c) => {
    const { action, subject, id } = c.req.valid('query');
    const actor = actorIn(c);
    const { read, facts: find } = subjects[subject];
    const facts = await find(db, actor, id);
    if (!facts || !may(actor, read, facts)) throw new NotFound('not-found');
    return c.json(await whyOf(db, actor, { action, facts }), 200);
  });
  return api;
}
