// A page of outgoing documents that the reader may see.
import type { z } from '@hono/zod-openapi';
import { scopeOf, type Actor } from '../access/actor.ts';
import { steps, type Ability } from './access.ts';
import { nameOfType, summaries } from './present.ts';
import * as lists from './list-queries.ts';
import type * as schema from './schema.ts';
import type { Writing } from './service.ts';

type Query = z.infer<typeof schema.outgoingListQuery>;
type List = z.infer<typeof schema.outgoingList>;

export type Filter = Omit<Query, 'page' | 'size'>;

/** What a reader asks for, among what they may read. */
export function wantedBy(actor: Actor, filter: Filter): lists.OutgoingWanted {
  const { q, unit, year, type, status, plan, report, scope } = filter;
  const statuses = status?.split(',').map((each) => each.trim());
  const owners = unit === undefined ? undefined : [unit];
  return {
    scope: scopeOf(actor, 'outgoing.read'),
    q,
    owners,
    year,
    type,
    statuses,
    plan,
    report,
    ...(scope === 'mine' ? { by: actor.personId ?? 0 } : {}),
    ...(scope === 'received' ? { received: ownUnits(actor) } : {}),
    ...(scope === 'waiting' ? { waiting: waitingFor(actor) } : {}),
  };
}

export async function list({ db }: Writing, actor: Actor, query: Query): Promise<List> {
  const { sort, page, size } = query;
  const wanted = wantedBy(actor, query);
  const rows = await lists.listOutgoing(db, wanted, { sort, limit: size, offset: (page - 1) * size });
  const types = await lists.typesOf(db, { ...wanted, type: undefined });
  return {
    rows: await summaries(db, rows),
    total: await lists.countOutgoing(db, wanted),
    page,
    size,
    types: types.map((each) => ({ ...each, name: nameOfType(each.type) })),
  };
}

const ownUnits = (actor: Actor) => [...new Set(actor.grants.flatMap(({ own }) => [...own]))];

/** The next step of each status, for whoever may take it. */
const nextSteps: Readonly<Record<string, Ability>> = {
  returned: 'edit',
  submitted: 'sign',
  signed: 'number',
  numbered: 'issue',
};

const waitingFor = (actor: Actor) =>
  Object.entries(nextSteps).map(([status, ability]) => ({
    status,
    owners: scopeOf(actor, steps[ability].action).unitIds,
  }));
