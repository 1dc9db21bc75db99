// One process at a time starts, joins or stops the cluster of a data folder.
import { open, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { isAlive } from './cluster.ts';

const patience = 120_000;

/** Does the work while holding the lock; a lock whose process died is taken over. */
export async function alone<T>(folder: string, work: () => Promise<T>): Promise<T> {
  const file = join(folder, 'database.lock');
  await acquire(file);
  try {
    return await work();
  } finally {
    await rm(file, { force: true });
  }
}

async function acquire(file: string): Promise<void> {
  for (let waited = 0; waited < patience; waited += 50) {
    if (await take(file)) return;
    const holder = Number(await readFile(file, 'utf8').catch(() => '0'));
    // An empty file is one that is being written, unless it stays empty.
    if (holder ? !isAlive(holder) : waited > 2000) await rm(file, { force: true });
    else await delay(50);
  }
  throw new Error(
    `Another process has been starting the database for two minutes (its number stands in ${file}).`,
  );
}

async function take(file: string): Promise<boolean> {
  try {
    const handle = await open(file, 'wx', 0o600);
    await handle.writeFile(String(process.pid));
    await handle.close();
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}
