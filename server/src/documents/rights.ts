// Who may see and change a document: what the table of access must know of it.
import { sql } from 'kysely';
import { may, mustMay, scopeOf, type Actor, type Facts } from '../access/actor.ts';
import { reaches, type Condition } from '../access/condition.ts';
import type { Action } from '../access/policy.ts';
import type { Db } from '../db/connect.ts';
import { NotFound } from '../errors.ts';
import { placesOf } from '../units/places.ts';
import * as queries from './queries.ts';

type Row = Pick<queries.DocumentRow, 'id' | 'ownerId' | 'status'>;

/** In the register it is as public within its tree as the paper that hangs in every office below. */
const isIssued = (status: queries.DocumentRow['status']) => status === 'accepted' || status === 'superseded';

export async function factsOf(db: Db, { id, ownerId, status }: Row): Promise<Facts> {
  const issued = isIssued(status);
  const { leads, coordinating } = issued
    ? await queries.unitsNamedIn(db, id)
    : { leads: [], coordinating: [] };
  return { unitId: ownerId, issued, leads, coordinating };
}

const named = (role: 'lead' | 'coordinating') => (units: ReturnType<typeof sql<number[]>>) =>
  sql<boolean>`(document.status in ('accepted', 'superseded') and exists (select 1 from task t
    join task_agency a on a.task_id = t.id
    where t.document_id = document.id and a.role = ${role} and a.unit_id = any(${units})))`;

/** The condition of lists, searches, counts and drawings. */
export const readableBy = (actor: Actor): Condition =>
  reaches(scopeOf(actor, 'document.read'), {
    owner: sql<number | null>`document.owner_id`,
    issued: sql<boolean>`document.status in ('accepted', 'superseded')`,
    leads: named('lead'),
    coordinating: named('coordinating'),
  });

/** Throws "not there" for what is not there and for what may not be seen, so that the two cannot be told apart. */
export async function mustRead(db: Db, actor: Actor, id: number): Promise<queries.DocumentRow> {
  const row = await queries.documentById(db, id);
  if (!row || !may(actor, 'document.read', await factsOf(db, row))) throw new NotFound('no-document', { id });
  return row;
}

export async function mustDo(db: Db, actor: Actor, action: Action, row: Row): Promise<void> {
  const facts = await factsOf(db, row);
  mustMay(actor, action, facts, { read: 'document.read', code: 'no-document', id: row.id });
}

/** Also what was refused, of which nothing is left but that it was. */
export async function mustKnow(db: Db, actor: Actor, id: number): Promise<void> {
  const refused = await queries.refusalOf(db, id);
  if (refused && may(actor, 'document.read', { unitId: refused.ownerId })) return;
  await mustRead(db, actor, id);
}

/** The row if it may be read, else null: for what is shown beside another document. */
export async function ifReadable(db: Db, actor: Actor, id: number): Promise<queries.DocumentRow | null> {
  const row = await queries.documentById(db, id);
  return row && may(actor, 'document.read', await factsOf(db, row)) ? row : null;
}

/** Documents of one tree, over the years: those of units that were merged into its top as well. */
export async function ofTree(db: Db, rootId: number | null): Promise<Condition> {
  if (rootId === null) return sql`document.root_id is null`;
  const roots = [...(await placesOf(db)).own(rootId)];
  return sql`document.root_id = any(${roots}::bigint[])`;
}

const abilities = {
  review: 'document.review',
  accept: 'document.accept',
  remove: 'document.remove',
} as const;

export type DocumentAbility = keyof typeof abilities;

/** What its reader may do to it, as far as the table of access goes. */
export function abilitiesOf(actor: Actor, facts: Facts): DocumentAbility[] {
  return (Object.keys(abilities) as DocumentAbility[]).filter((name) => may(actor, abilities[name], facts));
}
