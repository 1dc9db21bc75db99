// Original files on disk. A file first waits in a folder of its own, name and all; only when it is known to bear no mark
// of secrecy does it move among the kept ones, under its own SHA-256, and its name into the database.
import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, open, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Transform, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

export interface Files {
  readonly waiting: string;
  readonly kept: string;
}

export interface Waiting {
  /** The folder's name. */
  readonly id: string;
  readonly sha256: string;
  readonly size: number;
}

export async function openFiles(data: string): Promise<Files> {
  const files = { waiting: join(data, 'files', 'waiting'), kept: join(data, 'files', 'kept') };
  await mkdir(files.waiting, { recursive: true, mode: 0o700 });
  await mkdir(files.kept, { recursive: true, mode: 0o700 });
  return files;
}

async function syncFolder(folder: string): Promise<void> {
  // Windows cannot open folders, and needs it not.
  const handle = await open(folder, 'r').catch(() => null);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
}

function measured(hash: ReturnType<typeof createHash>, count: (bytes: number) => void): Transform {
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      count(chunk.length);
      done(null, chunk);
    },
  });
}

/** Writes a file and its name into a new waiting folder; nothing stays if the stream breaks. */
export async function takeIn(files: Files, name: string, content: Readable): Promise<Waiting> {
  const id = randomUUID();
  const folder = join(files.waiting, id);
  await mkdir(folder, { mode: 0o700 });
  const hash = createHash('sha256');
  let size = 0;
  try {
    const target = createWriteStream(join(folder, 'content'), { mode: 0o600, flush: true });
    await pipeline(
      content,
      measured(hash, (bytes) => void (size += bytes)),
      target,
    );
    await writeFile(join(folder, 'name'), name, { mode: 0o600, flush: true });
    await syncFolder(folder);
    return { id, sha256: hash.digest('hex'), size };
  } catch (error) {
    await discard(files, id);
    throw error;
  }
}

/** The waiting file's name, and its path unless it has been moved already; null if it is gone. */
export async function waitingFile(
  files: Files,
  id: string,
): Promise<{ path: string | null; name: string } | null> {
  const path = join(files.waiting, id, 'content');
  const name = await readFile(join(files.waiting, id, 'name'), 'utf8').catch(() => null);
  return name === null ? null : { path: (await isThere(path)) ? path : null, name };
}

/** Removes a waiting file so that not even its bytes remain in free blocks, as far as the disk allows. */
export async function discard(files: Files, id: string): Promise<void> {
  const folder = join(files.waiting, id);
  for (const part of ['content', 'name']) await blank(join(folder, part)).catch(() => undefined);
  await rm(folder, { recursive: true, force: true });
}

async function blank(path: string): Promise<void> {
  const { size } = await stat(path);
  const handle = await open(path, 'r+');
  const zeros = Buffer.alloc(Math.min(size, 1 << 20));
  for (let at = 0; at < size; at += zeros.length) {
    await handle.write(zeros, 0, Math.min(zeros.length, size - at), at);
  }
  await handle.sync();
  await handle.close();
}

export const keptPath = (files: Files, sha256: string): string =>
  join(files.kept, sha256.slice(0, 2), sha256.slice(2));

/** Moves a waiting file among the kept ones; its name waits on until `release`. May be repeated after it was cut short. */
export async function keep(files: Files, id: string, sha256: string): Promise<void> {
  const target = keptPath(files, sha256);
  await mkdir(dirname(target), { recursive: true, mode: 0o700 });
  await rename(join(files.waiting, id, 'content'), target).catch(async (error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT' || !(await isKept(files, sha256))) throw error;
  });
  await syncFolder(dirname(target));
}

/** What still waits of a kept file: its name, which is in the database by now. */
export async function release(files: Files, id: string): Promise<void> {
  await rm(join(files.waiting, id), { recursive: true, force: true });
}

const isThere = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );

export const isKept = (files: Files, sha256: string): Promise<boolean> => isThere(keptPath(files, sha256));

export const readKept = (files: Files, sha256: string): Readable => createReadStream(keptPath(files, sha256));

export async function removeKept(files: Files, sha256: string): Promise<void> {
  const path = keptPath(files, sha256);
  await blank(path).catch(() => undefined);
  await rm(path, { force: true });
}

/** Clears away what an upload that was killed has left: folders that no document waits for. */
export async function sweep(files: Files, awaited: ReadonlySet<string>, olderThan: Date): Promise<number> {
  let swept = 0;
  for (const id of await readdir(files.waiting)) {
    const facts = await stat(join(files.waiting, id)).catch(() => null);
    if (awaited.has(id) || !facts || facts.mtime > olderThan) continue;
    await discard(files, id);
    swept += 1;
  }
  return swept;
}
