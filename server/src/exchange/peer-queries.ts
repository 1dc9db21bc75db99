// Rows of document systems of others, and of what they say of the packages they were sent.
import { sql, type Updateable } from 'kysely';
import type { Db } from '../db/connect.ts';
import type { Tables } from '../db/tables.ts';
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

export const senderOf = (db: Db, unitId: number) =>
  db.selectFrom('unit').select(['name', 'code']).where('id', '=', unitId).executeTakeFirst();

export const keepTrial = (db: Db, id: number, row: Updateable<Tables['exchangePeer']>) =>
  db.updateTable('exchangePeer').set(row).where('id', '=', id).execute();

/** The trial under way or over, answered by the other side; false: it has said exactly this before, or speaks of something else. */
export async function sayTried(
  db: Db,
  { peerId, externalId, code, at }: { peerId: number; externalId: string; code: StatusCode; at: Date },
): Promise<'taken' | 'known' | 'none'> {
  const row = await peerById(db, peerId);
  if (row?.triedId !== externalId) return 'none';
  if (row.triedCode === code) return 'known';
  await keepTrial(db, peerId, { triedCode: code, triedCodeAt: at });
  return 'taken';
}

export interface Packages {
  readonly peerId: number;
  readonly waiting: number;
  readonly sent: number;
  readonly failed: number;
}

export const packagesOf = async (db: Db, peerIds: readonly number[]): Promise<readonly Packages[]> => {
  const { rows } = await sql<Packages>`select peer_id, count(*) filter (where state = 'waiting') as waiting,
      count(*) filter (where state = 'sent') as sent, count(*) filter (where state = 'failed') as failed
    from outgoing_receiver where peer_id = any(${[...peerIds]}::bigint[]) group by 1`.execute(db);
  return rows;
};

export const packagesSent = (
  db: Db,
  {
    peerId,
    state,
    limit,
    offset,
  }: {
    peerId: number;
    state: Tables['outgoingReceiver']['state'] | undefined;
    limit: number;
    offset: number;
  },
) => {
  const all = db
    .selectFrom('outgoingReceiver as r')
    .innerJoin('outgoing as o', 'o.id', 'r.outgoingId')
    .innerJoin('unit as u', 'u.id', 'o.ownerId')
    .where('r.peerId', '=', peerId)
    .$if(state !== undefined, (query) => query.where('r.state', '=', state ?? 'sent'));
  return Promise.all([
    all
      .select([
        'r.id',
        'r.outgoingId',
        'r.externalId',
        'r.state',
        'r.recall',
        'r.attempts',
        'r.answered',
        'r.problem',
        'r.addedAt',
        'r.sentAt',
        'r.code',
        'r.codeAt',
        'o.title',
        'o.ownerId',
        'o.drafterId',
        'u.name as unitName',
      ])
      .orderBy('r.id', 'desc')
      .limit(limit)
      .offset(offset)
      .execute(),
    all.select((eb) => eb.fn.countAll<number>().as('n')).executeTakeFirstOrThrow(),
  ]);
};

export const statesSaid = (db: Db, receiverIds: readonly number[]) =>
  db
    .selectFrom('outgoingState')
    .select(['receiverId', 'code', 'at', 'saidAt', 'note', 'staff'])
    .where(sql<boolean>`receiver_id = any(${[...receiverIds]}::bigint[])`)
    .orderBy('id')
    .execute();

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
