// Files of outgoing documents, kept by their content beside those of documents that came in.
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, stat, utimes } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { sql } from 'kysely';
import type { Db } from '../db/connect.ts';
import type { Deps } from '../deps.ts';
import { isKept, keep, keptPath, release, removeKept, takeIn, type Files } from '../documents/files.ts';

export const outgoingFiles = ({ waiting, kept }: Files): Files => ({
  waiting,
  kept: join(dirname(kept), 'outgoing'),
});

/** Who keeps the content, or drops it, waits for whoever does the other until the transaction ends. */
const holdShared = (db: Db, sha256: string) =>
  sql`select pg_advisory_xact_lock_shared(6143, hashtext(${sha256}))`.execute(db);
const holdAlone = (db: Db, sha256: string) =>
  sql`select pg_advisory_xact_lock(6143, hashtext(${sha256}))`.execute(db);

/**
 * On the disk before anybody hears of it; the same bytes are kept once. What is kept is young from then on: whoever writes down that it
 * is needed has an hour before it could be cleared away.
 */
export async function keepBytes(
  { db, files }: Pick<Deps, 'db' | 'files'>,
  bytes: Uint8Array,
): Promise<string> {
  const own = outgoingFiles(files);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  await db.transaction().execute(async (trx) => {
    await holdShared(trx, sha256);
    const now = new Date();
    if (await isKept(own, sha256)) return utimes(keptPath(own, sha256), now, now);
    await mkdir(own.kept, { recursive: true, mode: 0o700 });
    const waiting = await takeIn(own, 'outgoing', Readable.from([bytes]));
    await keep(own, waiting.id, sha256);
    return release(own, waiting.id);
  });
  return sha256;
}

/** Files that a process which died had made for a document that was never issued, or signed, with them. Returns how many went. */
export async function sweepOutgoing(
  { db, files }: Pick<Deps, 'db' | 'files'>,
  olderThan: Date,
): Promise<number> {
  const own = outgoingFiles(files);
  let swept = 0;
  for (const folder of await readdir(own.kept).catch(() => [])) {
    const held = (await readdir(join(own.kept, folder))).map((rest) => `${folder}${rest}`);
    for (const sha256 of held.filter((name) => /^[0-9a-f]{64}$/.test(name))) {
      if (await drop({ db, own }, { sha256, olderThan })) swept += 1;
    }
  }
  return swept;
}

/** Looked at while nobody can begin to need it. */
const drop = (
  { db, own }: { readonly db: Db; readonly own: Files },
  { sha256, olderThan }: { readonly sha256: string; readonly olderThan: Date },
): Promise<boolean> =>
  db.transaction().execute(async (trx) => {
    if (await isNamed(trx, sha256)) return false;
    await holdAlone(trx, sha256);
    const facts = await stat(keptPath(own, sha256)).catch(() => null);
    if (!facts || facts.mtime > olderThan || (await isNamed(trx, sha256))) return false;
    await removeKept(own, sha256);
    return true;
  });

async function isNamed(db: Db, sha256: string): Promise<boolean> {
  const { rows } = await sql<{
    named: boolean;
  }>`select exists (select 1 from outgoing_file where sha256 = ${sha256})
    or exists (select 1 from outgoing where signature = ${sha256}) as named`.execute(db);
  return rows[0]?.named !== false;
}

/** The bytes, as long as they are what their name says. */
export async function readBytes(files: Files, sha256: string): Promise<Uint8Array> {
  const bytes = await readFile(keptPath(outgoingFiles(files), sha256));
  const found = createHash('sha256').update(bytes).digest('hex');
  if (found !== sha256) throw new Error(`A kept file is not what it was: ${sha256}`);
  return bytes;
}
