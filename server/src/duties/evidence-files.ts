// A file becomes evidence: it waits on disk until it is known what it is and that nothing private is left in it; what bears text
// waits on until it has been read for marks of secrecy (evidence-check.ts). Then it is kept by its content, apart from the documents'
// files.
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { sql } from 'kysely';
import type { Db } from '../db/connect.ts';
import type { Deps } from '../deps.ts';
import { discard, isKept, keptPath, readKept, removeKept, takeIn, type Files } from '../documents/files.ts';
import { largestFile, plainName } from '../documents/receive.ts';
import type { Values } from '../errors.ts';
import { bare } from './media/bare.ts';
import { fittingName, kindOf, type Kind } from './media/kind.ts';
import { isTiny } from './media/tiny.ts';

export interface Incoming {
  readonly name: string;
  readonly content: Readable;
  /** Asked when all has come: whether the stream was cut off at the limit. */
  readonly tooLarge: () => boolean;
}

export interface Prepared {
  readonly ok: true;
  readonly waiting: string;
  readonly name: string;
  readonly sha256: string;
  readonly size: number;
  readonly mediaType: string;
  /** It may bear a mark of secrecy, and must be read before anybody opens it. */
  readonly readable: boolean;
}

export interface NotTaken {
  readonly ok: false;
  readonly code: string;
  readonly values: Values;
}

/** Documents' files come and go by their own rules: evidence lies beside them. */
export const evidenceFiles = ({ waiting, kept }: Files): Files => ({
  waiting,
  kept: join(dirname(kept), 'evidence'),
});

export interface StoredFile {
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
  readonly content: () => Readable;
}

interface KeptRow {
  readonly sha256: string | null;
  readonly fileName: string | null;
  readonly mediaType: string | null;
  readonly size: number | null;
}

/** Null: it is not there. Whether the reader may have it is asked before. */
export async function keptFile(
  files: Files,
  { sha256, fileName, mediaType, size }: KeptRow,
): Promise<StoredFile | null> {
  const kept = evidenceFiles(files);
  if (sha256 === null || size === null || !(await isKept(kept, sha256))) return null;
  return {
    name: fileName ?? '',
    mediaType: mediaType ?? 'application/octet-stream',
    size,
    content: () => readKept(kept, sha256),
  };
}

/** Nothing of it stays if it is refused or breaks off. */
export async function prepare(
  files: Files,
  { name: given, content, tooLarge }: Incoming,
): Promise<Prepared | NotTaken> {
  const name = plainName(given);
  const waiting = await takeIn(files, name, content);
  const refuse = async (code: string, values: Values = {}): Promise<NotTaken> => {
    await discard(files, waiting.id);
    return { ok: false, code, values: { file: name, ...values } };
  };
  try {
    if (tooLarge()) return await refuse('too-large', { limit: largestFile / 2 ** 20 });
    if (waiting.size === 0) return await refuse('empty-file');
    const path = join(files.waiting, waiting.id, 'content');
    const bytes = await readFile(path);
    const kind = kindOf(bytes, name);
    if (kind === null) return await refuse('evidence-kind');
    const clean = bare(bytes, kind);
    if (clean === null) return await refuse('evidence-broken');
    if (clean !== bytes) await writeFile(path, clean, { mode: 0o600, flush: true });
    const called = fittingName(name, kind);
    if (called !== name) await rename(files, waiting.id, called);
    return {
      ok: true,
      waiting: waiting.id,
      name: called,
      sha256: createHash('sha256').update(clean).digest('hex'),
      size: clean.length,
      mediaType: kind.mediaType,
      readable: readable.has(kind.name) && !isTiny(clean, kind),
    };
  } catch (error) {
    await discard(files, waiting.id);
    throw error;
  }
}

/** What the readers of documents can read. */
const readable = new Set<Kind['name']>(['jpeg', 'png', 'webp', 'pdf', 'office', 'old-office', 'rtf', 'text']);

const rename = (files: Files, waiting: string, name: string) =>
  writeFile(join(files.waiting, waiting, 'name'), name, { mode: 0o600, flush: true });

/** Nobody else keeps or removes this content until the transaction ends. */
export const holdEvidence = (db: Db, sha256: string) =>
  sql`select pg_advisory_xact_lock(6051, hashtext(${sha256}))`.execute(db);

export const ensureFolder = (files: Files) => mkdir(files.kept, { recursive: true, mode: 0o700 });

/** Whether anything shows this content, or may soon; the caller holds it. */
async function isNeeded(db: Db, sha256: string): Promise<boolean> {
  const found = await db
    .selectFrom('evidence')
    .select('id')
    .where('sha256', '=', sha256)
    .where('removedAt', 'is', null)
    .limit(1)
    .executeTakeFirst();
  return found !== undefined;
}

/** The bytes go with the last evidence that needs them. Returns whether they went. */
export const dropUnneeded = ({ db, files }: Pick<Deps, 'db' | 'files'>, sha256: string): Promise<boolean> =>
  db.transaction().execute(async (trx) => {
    await holdEvidence(trx, sha256);
    if (await isNeeded(trx, sha256)) return false;
    await removeKept(evidenceFiles(files), sha256);
    return true;
  });

/** Files that a server which died had kept for evidence that never came to be. Returns how many went. */
export async function sweepEvidence(deps: Pick<Deps, 'db' | 'files'>, olderThan: Date): Promise<number> {
  const { kept } = evidenceFiles(deps.files);
  let swept = 0;
  for (const folder of await readdir(kept).catch(() => [])) {
    const held = (await readdir(join(kept, folder))).map((rest) => `${folder}${rest}`);
    for (const sha256 of await unknownOf(deps.db, held)) {
      const facts = await stat(keptPath(evidenceFiles(deps.files), sha256)).catch(() => null);
      if (facts && facts.mtime <= olderThan && (await dropUnneeded(deps, sha256))) swept += 1;
    }
  }
  return swept;
}

async function unknownOf(db: Db, held: readonly string[]): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('evidence')
    .select('sha256')
    .where('sha256', '=', sql<string>`any(${[...held]}::text[])`)
    .where('removedAt', 'is', null)
    .execute();
  const known = new Set(rows.map(({ sha256 }) => sha256));
  return held.filter((sha256) => !known.has(sha256));
}

/** Folders that evidence waits in. */
export async function awaitedEvidence(db: Db): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('evidence')
    .select('waiting')
    .where('state', '=', 'checking')
    .where('removedAt', 'is', null)
    .execute();
  return rows.flatMap(({ waiting }) => (waiting ? [waiting] : []));
}
