// The illustration that an empty database starts with: files written for this project, imported as a user's files are.
import { readdir, readFile } from 'node:fs/promises';
import { sql } from 'kysely';
import type { ReadDeps } from './read-job.ts';
import { ownerNamed } from './owner.ts';
import { importFile } from './service.ts';

/** The invented province's committee. */
const illustrated = 'demo:uy-ban-nhan-dan-tinh-song-thao';

const folder = new URL('../../samples/', import.meta.url);

/** The newest stays in review, so that there is something to look at there. */
export async function importDemo(deps: ReadDeps): Promise<void> {
  const names = (await readdir(folder).catch(() => []))
    .filter((name) => /\.(docx|doc|pdf|html|md|txt)$/.test(name))
    .toSorted();
  if (names.length === 0 || !(await begin(deps))) return;
  const ownerId = await ownerNamed(deps.db, illustrated);
  deps.log('info', 'Importing the illustration into the empty database', { files: names.length });
  for (const [index, name] of names.entries()) {
    const bytes = await readFile(new URL(encodeURIComponent(name), folder));
    const accept = index < names.length - 1;
    const result = await importFile(deps, { name, bytes }, { accept, demo: true, ownerId });
    if (!result.ok)
      deps.log('warn', 'A file of the illustration was not imported', { file: name, reason: result.message });
  }
}

/** True once in a database's life, and only if nobody has uploaded anything. */
async function begin({ db }: ReadDeps): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    await sql`select pg_advisory_xact_lock(6047, 2)`.execute(trx);
    const done = await trx.selectFrom('seed').select('name').where('name', '=', 'demo').executeTakeFirst();
    const any = await trx.selectFrom('document').select('id').limit(1).executeTakeFirst();
    if (done || any) return false;
    await trx.insertInto('seed').values({ name: 'demo', hash: '' }).execute();
    return true;
  });
}
