// Rows of the trail: drafts, steps, remarks, views.
import { sql, type Insertable } from 'kysely';
import type { Actor } from '../access/actor.ts';
import type { Db } from '../db/connect.ts';
import type { Tables } from '../db/tables.ts';

export const addDraft = (db: Db, row: Insertable<Tables['outgoingDraft']>) =>
  db.insertInto('outgoingDraft').values(row).execute();

export const draftsOf = (db: Db, outgoingId: number) =>
  db
    .selectFrom('outgoingDraft')
    .select(['no', 'at', 'who', 'note'])
    .where('outgoingId', '=', outgoingId)
    .orderBy('no', 'desc')
    .limit(1000)
    .execute();

export const draftOf = (db: Db, outgoingId: number, no: number) =>
  db
    .selectFrom('outgoingDraft')
    .selectAll()
    .where('outgoingId', '=', outgoingId)
    .where('no', '=', no)
    .executeTakeFirst();

export const addEvent = (db: Db, row: Insertable<Tables['outgoingEvent']>) =>
  db.insertInto('outgoingEvent').values(row).execute();

export const eventsOf = (db: Db, outgoingId: number) =>
  db
    .selectFrom('outgoingEvent')
    .select(['at', 'who', 'action', 'reason', 'detail'])
    .where('outgoingId', '=', outgoingId)
    .orderBy('id', 'desc')
    .limit(1000)
    .execute();

export const addComment = async (db: Db, row: Insertable<Tables['outgoingComment']>): Promise<number> =>
  (await db.insertInto('outgoingComment').values(row).returning('id').executeTakeFirstOrThrow()).id;

export const commentsOf = (db: Db, outgoingId: number) =>
  db
    .selectFrom('outgoingComment')
    .selectAll()
    .where('outgoingId', '=', outgoingId)
    .orderBy('id')
    .limit(2000)
    .execute();

/** False: there is none, or it was settled before. */
export async function resolveComment(
  db: Db,
  { outgoingId, id, at, who }: { outgoingId: number; id: number; at: Date; who: string },
): Promise<boolean> {
  const done = await db
    .updateTable('outgoingComment')
    .set({ resolvedAt: at, resolvedWho: who })
    .where('id', '=', id)
    .where('outgoingId', '=', outgoingId)
    .where('resolvedAt', 'is', null)
    .returning('id')
    .executeTakeFirst();
  return done !== undefined;
}

/** One row a reader and draft: when first, when last, how often. */
export const addView = (
  db: Db,
  { outgoingId, draftNo }: { readonly outgoingId: number; readonly draftNo: number },
  { personId, tokenId, name, now }: Pick<Actor, 'personId' | 'tokenId' | 'name'> & { readonly now: Date },
) =>
  db
    .insertInto('outgoingView')
    .values({
      outgoingId,
      draftNo,
      asker: personId === null ? `token:${tokenId}` : `person:${personId}`,
      who: name,
      firstAt: now,
      lastAt: now,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['outgoingId', 'asker', 'draftNo'])
        .doUpdateSet({ lastAt: now, who: name, times: sql<number>`outgoing_view.times + 1` }),
    )
    .execute();

export const viewsOf = (db: Db, outgoingId: number) =>
  db
    .selectFrom('outgoingView')
    .select(['who', 'draftNo', 'firstAt', 'lastAt', 'times'])
    .where('outgoingId', '=', outgoingId)
    .orderBy('lastAt', 'desc')
    .limit(2000)
    .execute();
