// Rows of document systems of others, and of what they say of the packages they were sent.
import { sql } from 'kysely';
import type { Db } from '../db/connect.ts';
import type { StatusCode } from '../db/tables/outgoing.ts';

export const peersOf = (db: Db, unitIds: readonly number[]) =>
  db
    .selectFrom('exchangePeer')
    .selectAll()
    .where(sql<boolean>`unit_id = any(${[...unitIds]}::bigint[])`)
    .orderBy('name')
    .execute();

export type PeerRow = Awaited<ReturnType<typeof peersOf>>[number];

export const peerById = (db: Db, id: number): Promise<PeerRow | undefined> =>
  db.selectFrom('exchangePeer').selectAll().where('id', '=', id).executeTakeFirst();

export const lockPeer = (db: Db, id: number): Promise<PeerRow | undefined> =>
  db.selectFrom('exchangePeer').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();

export const peerWithKey = (db: Db, keyHash: string): Promise<PeerRow | undefined> =>
  db
    .selectFrom('exchangePeer')
    .selectAll()
    .where('keyHash', '=', keyHash)
    .where('active', '=', true)
    .executeTakeFirst();

/** The newest package of that name that the system was sent. */
export const sentTo = async (
  db: Db,
  { peerId, externalId }: { readonly peerId: number; readonly externalId: string },
) =>
  (
    await sql<{
      id: number;
      outgoingId: number;
      unitId: number;
      rootId: number;
      title: string;
      name: string;
    }>`
      select r.id, r.outgoing_id, o.owner_id as unit_id, o.root_id, o.title, r.name
      from outgoing_receiver r join outgoing o on o.id = r.outgoing_id
      where r.peer_id = ${peerId} and r.external_id = ${externalId} order by r.id desc limit 1 for update of r`.execute(
      db,
    )
  ).rows[0];

export interface Said {
  readonly receiverId: number;
  readonly code: StatusCode;
  readonly at: Date;
  readonly saidAt: string | null;
  readonly note: string | null;
  readonly staff: string | null;
}

/** False: it has said exactly this before. */
export async function addState(
  db: Db,
  { receiverId, code, at, saidAt, note, staff }: Said,
): Promise<boolean> {
  const last = await db
    .selectFrom('outgoingState')
    .select(['code', 'saidAt', 'note'])
    .where('receiverId', '=', receiverId)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (last && last.code === code && last.saidAt === saidAt && last.note === note) return false;
  await db.insertInto('outgoingState').values({ receiverId, code, at, saidAt, note, staff }).execute();
  await db
    .updateTable('outgoingReceiver')
    .set({ code, codeAt: at, codeNote: note })
    .where('id', '=', receiverId)
    .execute();
  return true;
}

/** Who drew up and issued what a receiver speaks of. */
export const authorsOf = async (db: Db, outgoingId: number): Promise<readonly number[]> => {
  const row = await db
    .selectFrom('outgoing')
    .select(['createdBy', 'issuedBy'])
    .where('id', '=', outgoingId)
    .executeTakeFirst();
  return [...new Set([row?.createdBy, row?.issuedBy])].filter((id) => id != null);
};
