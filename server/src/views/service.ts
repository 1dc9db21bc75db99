// Saved views: names for sets of filters.
import type { Selectable } from 'kysely';
import type { z } from '@hono/zod-openapi';
import type { Db } from '../db/connect.ts';
import type { Tables } from '../db/tables.ts';
import { Conflict, NotFound } from '../errors.ts';
import type * as schema from './schema.ts';

export type View = z.infer<typeof schema.view>;
export type ViewInput = z.infer<typeof schema.viewInput>;

const present = ({ id, name, query, columns, createdAt }: Selectable<Tables['savedView']>): View => ({
  id,
  name,
  query,
  columns,
  createdAt: createdAt.toISOString(),
});

const keyOf = (name: string) => name.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim();

const row = ({ name, query, columns }: ViewInput) => ({
  name: name.normalize('NFC'),
  nameKey: keyOf(name),
  columns,
  query: query.replace(/^\?/, ''),
});

export async function listViews(db: Db): Promise<View[]> {
  return (await db.selectFrom('savedView').selectAll().orderBy('name').orderBy('id').execute()).map(present);
}

/** The unique name decides, whoever comes first. */
async function unlessTaken<T>(name: string, work: () => Promise<T>): Promise<T> {
  return work().catch((error: { code?: string }) => {
    if (error.code === '23505') throw new Conflict('name-taken', { name });
    throw error;
  });
}

export const createView = (db: Db, input: ViewInput): Promise<View> =>
  unlessTaken(input.name, async () =>
    present(await db.insertInto('savedView').values(row(input)).returningAll().executeTakeFirstOrThrow()),
  );

export const replaceView = (db: Db, id: number, input: ViewInput): Promise<View> =>
  unlessTaken(input.name, async () => {
    const changed = await db
      .updateTable('savedView')
      .set(row(input))
      .where('id', '=', id)
      .returningAll()
      .executeTakeFirst();
    if (!changed) throw new NotFound('no-view', { id });
    return present(changed);
  });

export async function removeView(db: Db, id: number): Promise<void> {
  const gone = await db.deleteFrom('savedView').where('id', '=', id).returning('id').executeTakeFirst();
  if (!gone) throw new NotFound('no-view', { id });
}
