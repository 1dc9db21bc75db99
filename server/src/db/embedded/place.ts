// Where the cluster lives: in the data folder, or beside it in /var/lib where the runner cannot reach the data folder.
import { randomBytes } from 'node:crypto';
import { chmod, chown, mkdir, readFile, realpath, stat, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { mayPass, type Runner } from './runner.ts';

export interface Place {
  /** Holds the copy of the binaries, where one is needed. */
  readonly home: string;
  /** PostgreSQL's own folder. */
  readonly cluster: string;
  readonly password: string;
}

interface Note {
  readonly home: string;
  readonly password: string;
  /** The data folder's path when this was written. */
  readonly data: string;
}

const outside = '/var/lib/nhipcau';

async function newHome(data: string, runner: Runner): Promise<string> {
  if (mayPass(data, runner)) return data;
  // The data folder is ours: who passes through it still finds every part of it closed but its own.
  await chmod(data, (await stat(data)).mode | 0o011);
  if (mayPass(data, runner)) return data;
  const home = join(outside, randomBytes(8).toString('hex'));
  await mkdir(home, { recursive: true });
  await chmod(outside, 0o755);
  await chmod(home, 0o755);
  return home;
}

/** A copied data folder would share the cluster of the one it was copied from. */
async function refuseCopy(note: Note, data: string): Promise<void> {
  const original = join(note.data, 'database.json');
  if (note.data === data || note.home === note.data || !existsSync(original)) return;
  const other = JSON.parse(await readFile(original, 'utf8')) as Note;
  if (other.home === note.home) {
    throw new Error(
      `${data} is a copy of ${note.data}, and the database of both would be the same one in ${note.home}. ` +
        `Remove ${join(data, 'database.json')} to start with an empty database.`,
    );
  }
}

async function readNote(file: string): Promise<Note | null> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw new Error(`The embedded database's ${file} cannot be read (${error.code}): who owns it?`);
  });
  return text === null ? null : (JSON.parse(text) as Note);
}

/** Finds or makes the place, and gives it to the runner. */
export async function place(folder: string, runner: Runner): Promise<Place> {
  await mkdir(folder, { recursive: true });
  const data = await realpath(folder);
  const file = join(data, 'database.json');
  let note = await readNote(file);
  if (note) await refuseCopy(note, data);
  // The folder was moved, and its cluster with it.
  if (note && note.home === note.data) note = { ...note, home: data, data };
  note ??= { home: await newHome(data, runner), password: randomBytes(24).toString('hex'), data };
  await writeFile(file, JSON.stringify({ ...note, data }), { mode: 0o600 });
  const cluster = join(note.home, 'postgres');
  await mkdir(cluster, { recursive: true, mode: 0o700 });
  if (runner.user) await chown(cluster, runner.user.uid, runner.user.gid);
  return { home: note.home, cluster, password: note.password };
}
