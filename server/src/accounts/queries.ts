// The rows behind signing in.
import type { Db } from '../db/connect.ts';
import type { Tables } from '../db/tables.ts';
import type { Insertable, Updateable } from 'kysely';

export interface Account {
  readonly id: number;
  readonly name: string;
  readonly active: boolean;
  readonly demo: boolean;
  readonly password: string | null;
  readonly totp: string | null;
  readonly totpPending: string | null;
  readonly passwordLong: boolean | null;
  readonly email: string;
  readonly phone: string | null;
  readonly locale: 'vi' | 'en';
}

const accounts = (db: Db) =>
  db
    .selectFrom('person as p')
    .leftJoin('credential as c', 'c.personId', 'p.id')
    .select(['p.id', 'p.name', 'p.active', 'p.demo', 'p.email', 'p.phone', 'p.locale'])
    .select(['c.password', 'c.passwordLong', 'c.totp', 'c.totpPending']);

export const accountByEmail = (db: Db, emailKey: string): Promise<Account | undefined> =>
  accounts(db).where('p.emailKey', '=', emailKey).executeTakeFirst();

export const accountById = (db: Db, id: number): Promise<Account | undefined> =>
  accounts(db).where('p.id', '=', id).executeTakeFirst();

export const insertSession = async (db: Db, row: Insertable<Tables['session']>): Promise<string> =>
  (await db.insertInto('session').values(row).returning('id').executeTakeFirstOrThrow()).id;

export const endSession = (db: Db, id: string, now: Date) =>
  db
    .updateTable('session')
    .set({ endedAt: now })
    .where('id', '=', id)
    .where('endedAt', 'is', null)
    .returning('ssoToken')
    .executeTakeFirst();

/** All of a person's, but the one named. */
export const endSessions = (db: Db, personId: number, now: Date, but: string | null = null) =>
  db
    .updateTable('session')
    .set({ endedAt: now })
    .where('personId', '=', personId)
    .where('endedAt', 'is', null)
    .$if(but !== null, (query) => query.where('id', '!=', but ?? ''))
    .returning('id')
    .execute();

export const sawPerson = (db: Db, id: number, now: Date) =>
  db.updateTable('person').set({ lastSeenAt: now }).where('id', '=', id).execute();

export const setTotpPending = (db: Db, personId: number, totpPending: string) =>
  db
    .insertInto('credential')
    .values({ personId, totpPending })
    .onConflict((conflict) => conflict.column('personId').doUpdateSet({ totpPending }))
    .execute();

/** False if another secret was begun, or confirmed, meanwhile. */
export const confirmTotp = async (
  db: Db,
  personId: number,
  { secret, step, now }: { readonly secret: string; readonly step: number; readonly now: Date },
): Promise<boolean> =>
  (await db
    .updateTable('credential')
    .set({ totp: secret, totpPending: null, totpAt: now, totpStep: step })
    .where('personId', '=', personId)
    .where('totpPending', '=', secret)
    .where('totp', 'is', null)
    .returning('personId')
    .executeTakeFirst()) !== undefined;

export async function removeTotp(db: Db, personId: number): Promise<void> {
  const nothing = { totp: null, totpPending: null, totpAt: null, totpStep: null };
  await db.updateTable('credential').set(nothing).where('personId', '=', personId).execute();
  await db.deleteFrom('recoveryCode').where('personId', '=', personId).execute();
}

/** False if this step, or a later one, was taken before. */
export const takeStep = async (db: Db, personId: number, step: number): Promise<boolean> =>
  (await db
    .updateTable('credential')
    .set({ totpStep: step })
    .where('personId', '=', personId)
    .where((eb) => eb.or([eb('totpStep', 'is', null), eb('totpStep', '<', step)]))
    .returning('personId')
    .executeTakeFirst()) !== undefined;

export const takeRecoveryCode = async (
  db: Db,
  personId: number,
  { hash, now }: { readonly hash: string; readonly now: Date },
): Promise<boolean> =>
  (await db
    .updateTable('recoveryCode')
    .set({ usedAt: now })
    .where('personId', '=', personId)
    .where('hash', '=', hash)
    .where('usedAt', 'is', null)
    .returning('hash')
    .executeTakeFirst()) !== undefined;

export async function replaceRecoveryCodes(
  db: Db,
  personId: number,
  hashes: readonly string[],
): Promise<void> {
  await db.deleteFrom('recoveryCode').where('personId', '=', personId).execute();
  await db
    .insertInto('recoveryCode')
    .values(hashes.map((hash) => ({ personId, hash })))
    .execute();
}

export const recoveryCodesLeft = async (db: Db, personId: number): Promise<number> =>
  (
    await db
      .selectFrom('recoveryCode')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .where('personId', '=', personId)
      .where('usedAt', 'is', null)
      .executeTakeFirstOrThrow()
  ).count;

export const strengthen = (db: Db, sessionId: string) =>
  db.updateTable('session').set({ strong: true }).where('id', '=', sessionId).execute();

export const setPassword = (
  db: Db,
  personId: number,
  row: { readonly password: string; readonly passwordLong: boolean; readonly passwordAt: Date },
) =>
  db
    .insertInto('credential')
    .values({ personId, ...row })
    .onConflict((conflict) => conflict.column('personId').doUpdateSet(row))
    .execute();

export const openSessions = (db: Db, personId: number, now: Date) =>
  db
    .selectFrom('session')
    .select(['id', 'method', 'address', 'agent', 'createdAt', 'seenAt', 'lockedAt'])
    .where('personId', '=', personId)
    .where('endedAt', 'is', null)
    .where('expiresAt', '>', now)
    .orderBy('seenAt', 'desc')
    .orderBy('id')
    .execute();

export const lockSession = (db: Db, id: string, now: Date) =>
  db.updateTable('session').set({ lockedAt: now }).where('id', '=', id).execute();

/** Also one that is locked or idle: it can be opened again by the password. */
export const sessionBehind = (db: Db, hash: string, now: Date) =>
  db
    .selectFrom('session')
    .select(['id', 'personId'])
    .where('hash', '=', hash)
    .where('endedAt', 'is', null)
    .where('expiresAt', '>', now)
    .executeTakeFirst();

export const reopenSession = (
  db: Db,
  id: string,
  { hash, now }: { readonly hash: string; readonly now: Date },
) => db.updateTable('session').set({ hash, seenAt: now, lockedAt: null }).where('id', '=', id).execute();

export const changePerson = (db: Db, id: number, set: Updateable<Tables['person']>) =>
  db
    .updateTable('person')
    .set((eb) => ({ ...set, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute();

export const insertInvitation = (db: Db, row: Insertable<Tables['invitation']>) =>
  db.insertInto('invitation').values(row).execute();

/** Those that were not used; a new one makes the earlier ones worthless. */
export const dropInvitations = (db: Db, personId: number) =>
  db.deleteFrom('invitation').where('personId', '=', personId).where('usedAt', 'is', null).execute();

export const invitationByHash = (db: Db, hash: string, now: Date) =>
  db
    .selectFrom('invitation as i')
    .innerJoin('person as p', 'p.id', 'i.personId')
    .leftJoin('credential as c', 'c.personId', 'p.id')
    .select(['i.personId', 'i.kind', 'p.name', 'p.email', 'p.active', 'c.totp'])
    .where('i.hash', '=', hash)
    .where('i.usedAt', 'is', null)
    .where('i.expiresAt', '>', now)
    .executeTakeFirst();

/** False if somebody was quicker, or the link or the account ended meanwhile. */
export const useInvitation = async (db: Db, hash: string, now: Date): Promise<boolean> =>
  (await db
    .updateTable('invitation')
    .set({ usedAt: now })
    .where('hash', '=', hash)
    .where('usedAt', 'is', null)
    .where('expiresAt', '>', now)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('person')
          .select('person.id')
          .whereRef('person.id', '=', 'invitation.personId')
          .where('person.active', '=', true),
      ),
    )
    .returning('hash')
    .executeTakeFirst()) !== undefined;
