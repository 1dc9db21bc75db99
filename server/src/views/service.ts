// Saved views: names for sets of filters. One's own, and those that somebody offers to everybody of their tree.
import { sql, type Selectable } from 'kysely';
import type { z } from '@hono/zod-openapi';
import { may, type Actor } from '../access/actor.ts';
import { write } from '../audit/service.ts';
import type { Db } from '../db/connect.ts';
import type { Tables } from '../db/tables.ts';
import type { Deps } from '../deps.ts';
import { Conflict, Forbidden, NotFound } from '../errors.ts';
import { placesOf } from '../units/places.ts';
import type * as schema from './schema.ts';

export type View = z.infer<typeof schema.view>;
export type ViewInput = z.infer<typeof schema.viewInput>;
type Row = Selectable<Tables['savedView']>;
type Writing = Pick<Deps, 'db' | 'clock'>;

const present = (actor: Actor, row: Row): View => {
  const { id, name, query, columns, createdAt, personId } = row;
  const offered = personId === null;
  return {
    id,
    name,
    query,
    columns,
    offered,
    mine: mayChange(actor, row),
    createdAt: createdAt.toISOString(),
  };
};

const keyOf = (name: string) => name.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim();

/** Trees in which somebody works. */
const rootsOf = ({ grants }: Actor): number[] => [...new Set(grants.map(({ rootId }) => rootId))];

/** What is offered there they see, also what was offered in provinces that have become theirs. */
async function seenIn(db: Db, actor: Actor): Promise<readonly number[]> {
  const places = await placesOf(db);
  return rootsOf(actor).flatMap((id) => [...places.own(id)]);
}

const mayChange = (actor: Actor, { personId, rootId }: Pick<Row, 'personId' | 'rootId'>): boolean =>
  personId === null ? may(actor, 'view.offer', { unitId: rootId }) : personId === actor.personId;

const row = (actor: Actor, { name, query, columns, offered }: ViewInput) => ({
  name: name.normalize('NFC'),
  nameKey: keyOf(name),
  columns,
  query: query.replace(/^\?/, ''),
  personId: offered ? null : actor.personId,
  rootId: offered ? (rootsOf(actor)[0] ?? null) : null,
});

/** Also those from before there were accounts: they were offered to all who used the server. */
export async function listViews(db: Db, actor: Actor): Promise<View[]> {
  const trees = await seenIn(db, actor);
  const rows = await db
    .selectFrom('savedView')
    .selectAll()
    .where(
      sql<boolean>`(person_id = ${actor.personId} or (person_id is null
        and (root_id is null or root_id = any(${[...trees]}::bigint[]))))`,
    )
    .orderBy('name')
    .orderBy('id')
    .execute();
  return rows.map((each) => present(actor, each));
}

/** The unique name decides, whoever comes first. */
async function unlessTaken<T>(name: string, work: () => Promise<T>): Promise<T> {
  return work().catch((error: { code?: string }) => {
    if (error.code === '23505') throw new Conflict('name-taken', { name });
    throw error;
  });
}

function requireOffer(actor: Actor, { offered }: ViewInput): void {
  const [rootId] = rootsOf(actor);
  // A program has no views of its own.
  if (!offered && actor.personId === null) throw new Forbidden('not-allowed');
  if (offered && !may(actor, 'view.offer', { unitId: rootId ?? null })) throw new Forbidden('not-allowed');
}

const noted = ({ id, rootId }: Row) => ({ subject: 'view', subjectId: id, rootId });

export async function createView(deps: Writing, actor: Actor, input: ViewInput): Promise<View> {
  requireOffer(actor, input);
  return unlessTaken(input.name, () =>
    write(deps, actor, async (trx, note) => {
      const values = row(actor, input);
      const made = await trx.insertInto('savedView').values(values).returningAll().executeTakeFirstOrThrow();
      note({ action: 'view.save', ...noted(made) });
      return present(actor, made);
    }),
  );
}

/** The view if its owner asks, or if it is offered and they may offer; else it is not there. */
async function lockView(trx: Db, actor: Actor, id: number): Promise<Row> {
  const found = await trx
    .selectFrom('savedView')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  const { personId = null, rootId = null } = found ?? {};
  const trees = await seenIn(trx, actor);
  const seen = personId === null ? rootId === null || trees.includes(rootId) : personId === actor.personId;
  if (!found || !seen) throw new NotFound('no-view', { id });
  if (!mayChange(actor, found)) throw new Forbidden('not-allowed');
  return found;
}

export async function replaceView(
  deps: Writing,
  actor: Actor,
  { id, input }: { readonly id: number; readonly input: ViewInput },
): Promise<View> {
  requireOffer(actor, input);
  return unlessTaken(input.name, () =>
    write(deps, actor, async (trx, note) => {
      const found = await lockView(trx, actor, id);
      // What is offered to a tree stays there, whichever other trees its reader works in.
      const kept = input.offered && found.personId === null ? { rootId: found.rootId } : {};
      const changed = await trx
        .updateTable('savedView')
        .set({ ...row(actor, input), ...kept })
        .where('id', '=', id)
        .returningAll()
        .executeTakeFirstOrThrow();
      note({ action: 'view.save', ...noted(changed) });
      return present(actor, changed);
    }),
  );
}

export async function removeView(deps: Writing, actor: Actor, id: number): Promise<void> {
  await write(deps, actor, async (trx, note) => {
    const found = await lockView(trx, actor, id);
    await trx.deleteFrom('savedView').where('id', '=', id).execute();
    note({ action: 'view.remove', ...noted(found) });
  });
}
