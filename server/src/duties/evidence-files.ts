// A file becomes evidence: it waits on disk until it is known what it is, that it bears no mark of secrecy as far as its text can be
// read, and that nothing private is left in it; then it is kept by its content, apart from the documents' files.
import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { sql } from 'kysely';
import type { Db } from '../db/connect.ts';
import type { Deps } from '../deps.ts';
import { discard, removeKept, takeIn, type Files } from '../documents/files.ts';
import { largestFile, plainName } from '../documents/receive.ts';
import type { Values } from '../errors.ts';
import { bare } from './media/bare.ts';
import { fittingName, kindOf, type Kind } from './media/kind.ts';

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

/** Nothing of it stays if it is refused or breaks off. */
export async function prepare(
  { files, readers, log }: Pick<Deps, 'files' | 'readers' | 'log'>,
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
    if (await bearsSecrecy({ readers, log }, { path, name: fittingName(name, kind) }, kind)) {
      return await refuse('secret-mark');
    }
    const clean = bare(bytes, kind);
    if (clean === null) return await refuse('evidence-broken');
    if (clean !== bytes) await writeFile(path, clean, { mode: 0o600, flush: true });
    const sha256 = createHash('sha256').update(clean).digest('hex');
    const { mediaType } = kind;
    const called = fittingName(name, kind);
    return { ok: true, waiting: waiting.id, name: called, sha256, size: clean.length, mediaType };
  } catch (error) {
    await discard(files, waiting.id);
    throw error;
  }
}

/** What the readers of documents can read. */
const readable = new Set<Kind['name']>(['jpeg', 'png', 'webp', 'pdf', 'office', 'old-office', 'rtf', 'text']);
/** Whoever uploads waits for it. */
const longestReading = 60_000;

async function bearsSecrecy(
  { readers, log }: Pick<Deps, 'readers' | 'log'>,
  order: { readonly path: string; readonly name: string },
  { name }: Kind,
): Promise<boolean> {
  if (!readable.has(name)) return false;
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), longestReading);
  });
  const reading = readers.read(order, () => undefined);
  // It may go on after we have stopped waiting.
  reading.catch(() => undefined);
  const outcome = await Promise.race([reading, late]).finally(() => clearTimeout(timer));
  const secret = outcome !== null && !outcome.ok && outcome.code === 'secret-mark';
  if (secret) log('warn', 'Refused evidence that bears a mark of secrecy; nothing of it was kept');
  return secret;
}

/** Nobody else keeps or removes this content until the transaction ends. */
export const holdEvidence = (db: Db, sha256: string) =>
  sql`select pg_advisory_xact_lock(6051, hashtext(${sha256}))`.execute(db);

export const ensureFolder = (files: Files) => mkdir(files.kept, { recursive: true, mode: 0o700 });

/** The bytes go with the last evidence that needs them; the caller holds the content. */
export async function letGoEvidence(db: Db, files: Files, sha256: string): Promise<void> {
  const other = await db
    .selectFrom('evidence')
    .select('id')
    .where('sha256', '=', sha256)
    .where('removedAt', 'is', null)
    .limit(1)
    .executeTakeFirst();
  if (!other) await removeKept(evidenceFiles(files), sha256);
}
