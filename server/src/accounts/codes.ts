// Codes that prove a second factor; each serves once.
import type { Db } from '../db/connect.ts';
import * as queries from './queries.ts';
import { hashOf } from './secrets.ts';
import { stepOf } from './totp.ts';

/** A code of the application, or one of the recovery codes: each serves once. */
export async function takeCode(
  db: Db,
  account: Pick<queries.Account, 'id' | 'totp'>,
  { code, now }: { readonly code: string; readonly now: Date },
): Promise<boolean> {
  const typed = code.replaceAll(/[\s-]/g, '').toLowerCase();
  if (account.totp !== null && /^\d{6}$/.test(typed)) {
    const step = stepOf(account.totp, typed, now);
    return step !== null && (await queries.takeStep(db, account.id, step));
  }
  return (
    /^[a-z2-9]{10}$/.test(typed) && queries.takeRecoveryCode(db, account.id, { hash: hashOf(typed), now })
  );
}
