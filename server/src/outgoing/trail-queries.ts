// Rows of the trail: drafts, steps, remarks, views.
import { sql, type Insertable } from 'kysely';
import type { Actor } from '../access/actor.ts';
import type { Db } from '../db/connect.ts';
import type { Tables } from '../db/tables.ts';

export const addDraft = (db: Db, row: Insertable<Tables['outgoingDraft']>) =>
  db.insertInto('outgoingDraft').values(row).execute();

/** What is being written takes the place of what was saved a moment before. */
export const rewriteDraft = (
  db: Db,
  { outgoingId, no }: { readonly outgoingId: number; readonly no: number },
  saved: { readonly content: string; readonly at: Date },
) =>
  db
    .updateTable('outgoingDraft')
    .set(saved)
    .where('outgoingId', '=', outgoingId)
    .where('no', '=', no)
    .execute();

/** Person or program, as views name them. */
export const askerOf = ({ personId, tokenId }: Pick<Actor, 'personId' | 'tokenId'>): string =>
  personId === null ? `token:${tokenId}` : `person:${personId}`;

interface Following {
  readonly outgoingId: number;
  readonly person: number | null;
  readonly who: string;
  readonly asker: string;
  /** Begun after this, and no later than now. */
  readonly since: Date;
  readonly now: Date;
}

/**
 * Whether the last draft is the person's own since then and bears no note of what was changed, the last thing that happened to the
 * document was that they saved it, and nobody else has looked at it or commented on it: submitted, returned or copied ones are not.
 */
export async function isBeingWritten(
  db: Db,
  { outgoingId, person, who, asker, since, now }: Following,
): Promise<boolean> {
  const { rows } = await sql<{ ok: boolean | null }>`select
      d.note is null and d.begun_at > ${since} and d.begun_at <= ${now}
      and d.person_id is not distinct from ${person}::bigint and d.who = ${who}
      and (select e.action = 'changed' and e.who = d.who and e.detail->>'draftNo' = d.no::text
        from outgoing_event e where e.outgoing_id = d.outgoing_id order by e.id desc limit 1)
      and not exists (select 1 from outgoing_view v
        where v.outgoing_id = d.outgoing_id and v.draft_no = d.no and v.asker <> ${asker})
      and not exists (select 1 from outgoing_comment c where c.outgoing_id = d.outgoing_id and c.draft_no = d.no) as ok
    from outgoing_draft d join outgoing o on o.id = d.outgoing_id and o.draft_no = d.no
    where d.outgoing_id = ${outgoingId}`.execute(db);
  return rows[0]?.ok === true;
}

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

/** Saved again, the same draft by the same person: its line of the trail moves on. False: the last line is another. */
export async function goOnChanging(
  db: Db,
  {
    outgoingId,
    at,
    who,
    detail,
  }: Pick<Insertable<Tables['outgoingEvent']>, 'outgoingId' | 'at' | 'who' | 'detail'>,
): Promise<boolean> {
  const { numAffectedRows = 0n } = await sql`update outgoing_event set at = ${at}
    where id = (select id from outgoing_event where outgoing_id = ${outgoingId} order by id desc limit 1)
      and action = 'changed' and who = ${who} and detail = ${detail}::jsonb`.execute(db);
  return numAffectedRows > 0n;
}

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
  { actor, now }: { readonly actor: Pick<Actor, 'personId' | 'tokenId' | 'name'>; readonly now: Date },
) =>
  db
    .insertInto('outgoingView')
    .values({ outgoingId, draftNo, asker: askerOf(actor), who: actor.name, firstAt: now, lastAt: now })
    .onConflict((conflict) =>
      conflict
        .columns(['outgoingId', 'asker', 'draftNo'])
        .doUpdateSet({ lastAt: now, who: actor.name, times: sql<number>`outgoing_view.times + 1` }),
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
