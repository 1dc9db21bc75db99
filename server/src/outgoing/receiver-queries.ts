// Rows of receivers, and of what they said.
import { sql, type Updateable } from 'kysely';
import type { Db } from '../db/connect.ts';
import type { Tables } from '../db/tables.ts';
import type { ReceiverRow } from './queries.ts';

export const receiversOf = (db: Db, outgoingId: number): Promise<ReceiverRow[]> =>
  db.selectFrom('outgoingReceiver').selectAll().where('outgoingId', '=', outgoingId).orderBy('id').execute();

export const statesOf = (db: Db, outgoingId: number) =>
  db
    .selectFrom('outgoingState as s')
    .innerJoin('outgoingReceiver as r', 'r.id', 's.receiverId')
    .select(['s.receiverId', 's.code', 's.at', 's.saidAt', 's.note', 's.staff'])
    .where('r.outgoingId', '=', outgoingId)
    .orderBy('s.id')
    .execute();

/** Which of these units it was sent to within the house. */
export const receivingUnits = async (
  db: Db,
  outgoingId: number,
  unitIds: readonly number[],
): Promise<readonly number[]> => {
  const rows = await db
    .selectFrom('outgoingReceiver')
    .select('unitId')
    .where('outgoingId', '=', outgoingId)
    .where('way', '=', 'inside')
    .where(sql<boolean>`unit_id = any(${[...unitIds]}::bigint[])`)
    .execute();
  return rows.flatMap(({ unitId }) => unitId ?? []);
};

/** What was sent to one of these units, and of which nothing was heard yet, has arrived. */
export async function sayArrived(
  db: Db,
  {
    outgoingId,
    unitIds,
    at,
    staff,
  }: { outgoingId: number; unitIds: readonly number[]; at: Date; staff: string },
): Promise<void> {
  await sql`with heard as (
      update outgoing_receiver set code = '01', code_at = ${at}
      where outgoing_id = ${outgoingId} and way = 'inside' and code is null
        and unit_id = any(${[...unitIds]}::bigint[]) returning id)
    insert into outgoing_state (receiver_id, code, at, staff) select id, '01', ${at}, ${staff} from heard`.execute(
    db,
  );
}

/** Those of them where somebody holds a role today. */
export const unitsWithPeople = async (db: Db, ids: readonly number[]): Promise<ReadonlySet<number>> => {
  const rows = await db
    .selectFrom('roleGrant')
    .select('unitId')
    .distinct()
    .where('endedAt', 'is', null)
    .where(sql<boolean>`unit_id = any(${[...ids]}::bigint[])`)
    .execute();
  return new Set(rows.map(({ unitId }) => unitId));
};

export const receiverById = (db: Db, id: number): Promise<ReceiverRow | undefined> =>
  db.selectFrom('outgoingReceiver').selectAll().where('id', '=', id).executeTakeFirst();

export const updateReceiver = (db: Db, id: number, row: Updateable<Tables['outgoingReceiver']>) =>
  db.updateTable('outgoingReceiver').set(row).where('id', '=', id).execute();

/** The language of the account with this address; Vietnamese where there is none. */
export const languageOf = async (db: Db, email: string): Promise<ReceiverRow['language']> =>
  (
    await db
      .selectFrom('person')
      .select('locale')
      .where('emailKey', '=', email.toLowerCase())
      .executeTakeFirst()
  )?.locale ?? 'vi';

/** Who was sent what this document corrects or replaces. */
export const receiversBefore = (db: Db, outgoingId: number): Promise<ReceiverRow[]> =>
  db
    .selectFrom('outgoingReceiver as r')
    .innerJoin('outgoingLink as l', 'l.toId', 'r.outgoingId')
    .selectAll('r')
    .where('l.fromId', '=', outgoingId)
    .where('r.state', '=', 'sent')
    .orderBy('r.id')
    .execute();

/** What an outgoing document takes the place of, under the name that a system was sent it. */
export const replacedFor = async (db: Db, outgoingId: number, peerId: number | null) =>
  db
    .selectFrom('outgoingLink as l')
    .innerJoin('outgoingReceiver as r', 'r.outgoingId', 'l.toId')
    .select(['l.reason', 'r.externalId'])
    .where('l.fromId', '=', outgoingId)
    .where('l.kind', '=', 'replaces')
    .where('r.peerId', '=', peerId)
    .executeTakeFirst();

/** Receivers to whom something is due that no job will take up: it was begun and never ended, or its job is gone. */
export const leftWaiting = async (db: Db): Promise<readonly number[]> =>
  (
    await sql<{ id: number }>`select r.id from outgoing_receiver r join outgoing o on o.id = r.outgoing_id
      where r.way in ('email', 'edxml') and (r.state = 'waiting' and o.status = 'issued' or r.recall = 'waiting')
        and not exists (select 1 from graphile_worker.jobs j
          where j.key = 'send-outgoing:' || r.id and j.locked_at is null and j.attempts < j.max_attempts)
      order by r.id limit 1000`.execute(db)
  ).rows.map(({ id }) => id);
