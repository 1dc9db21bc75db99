// The key that the log is marked with, and the head kept beside it: both outside the database, readable by the server alone.
import { randomBytes, randomUUID } from 'node:crypto';
import { link, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { isSealed, sealOfHead, type Tip } from './chain.ts';

export interface KeyPlace {
  readonly data: string;
  /** From the environment: then no key lies on the disk. */
  readonly given: string | null;
}

const keyFile = (data: string) => join(data, 'audit.key');
const headFile = (data: string) => join(data, 'audit.head');

async function put(path: string, text: string): Promise<void> {
  const handle = await open(path, 'wx', 0o600);
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function syncFolder(folder: string): Promise<void> {
  // Windows cannot open folders, and needs it not.
  const handle = await open(folder, 'r').catch(() => null);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
}

const bytesOf = (text: string): Buffer => Buffer.from(text.trim(), 'utf8');

/** The key and whether it was made just now. Of two that start at the same moment, one makes it. */
export async function openKey({
  data,
  given,
}: KeyPlace): Promise<{ readonly key: Buffer; readonly fresh: boolean }> {
  if (given !== null) return { key: bytesOf(given), fresh: false };
  const known = await readFile(keyFile(data), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  if (known?.trim()) return { key: bytesOf(known), fresh: false };
  const draft = `${keyFile(data)}.${randomUUID()}`;
  await put(draft, `${randomBytes(32).toString('hex')}\n`);
  // Appears whole or not at all, and never in place of another.
  await link(draft, keyFile(data)).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
  await rm(draft);
  await syncFolder(data);
  return { key: bytesOf(await readFile(keyFile(data), 'utf8')), fresh: true };
}

/** `forged`: there is one, and it does not bear the key's seal. */
export type Head = Tip | 'none' | 'forged';

export async function readHead(data: string, key: Buffer): Promise<Head> {
  const text = await readFile(headFile(data), 'utf8').catch(() => null);
  if (text === null) return 'none';
  const [, seq, hash, seal] = /^(\d{1,15}) ([0-9a-f]{64}) ([0-9a-f]{64})\s*$/.exec(text) ?? [];
  if (seq === undefined || hash === undefined || seal === undefined) return 'forged';
  const head = { seq: Number(seq), hash };
  return isSealed(key, head, seal) ? head : 'forged';
}

export async function writeHead(data: string, key: Buffer, head: Tip): Promise<void> {
  const path = headFile(data);
  const draft = `${path}.${randomUUID()}`;
  await put(draft, `${head.seq} ${head.hash} ${sealOfHead(key, head)}\n`);
  await rename(draft, path);
  await syncFolder(dirname(path));
}
