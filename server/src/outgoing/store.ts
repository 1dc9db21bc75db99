// Files of outgoing documents, kept by their content beside those of documents that came in.
import { createHash } from 'node:crypto';
import { mkdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { isKept, keep, keptPath, release, takeIn, type Files } from '../documents/files.ts';

export const outgoingFiles = ({ waiting, kept }: Files): Files => ({
  waiting,
  kept: join(dirname(kept), 'outgoing'),
});

/** On the disk before anybody hears of it; the same bytes are kept once. */
export async function keepBytes(files: Files, bytes: Uint8Array): Promise<string> {
  const own = outgoingFiles(files);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  if (await isKept(own, sha256)) return sha256;
  await mkdir(own.kept, { recursive: true, mode: 0o700 });
  const waiting = await takeIn(own, 'outgoing', Readable.from([bytes]));
  await keep(own, waiting.id, sha256);
  await release(own, waiting.id);
  return sha256;
}

/** The bytes, as long as they are what their name says. */
export async function readBytes(files: Files, sha256: string): Promise<Uint8Array> {
  const bytes = await readFile(keptPath(outgoingFiles(files), sha256));
  const found = createHash('sha256').update(bytes).digest('hex');
  if (found !== sha256) throw new Error(`A kept file is not what it was: ${sha256}`);
  return bytes;
}
