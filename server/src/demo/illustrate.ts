// The illustration of an empty database: its documents, then two years of work on them. Each once in the database's life.
import { importDemo } from '../documents/demo.ts';
import type { ReadDeps } from '../documents/read-job.ts';
import { play } from './play.ts';

export async function illustrate(deps: ReadDeps): Promise<void> {
  await importDemo(deps);
  if (!(await isNext(deps))) return;
  const began = Date.now();
  await play(deps);
  deps.log('info', 'The illustration is there', { seconds: Math.round((Date.now() - began) / 1000) });
}

/** True once: the documents are there, the work on them is not. */
async function isNext({ db }: ReadDeps): Promise<boolean> {
  const imported = await db.selectFrom('seed').select('name').where('name', '=', 'demo').executeTakeFirst();
  if (!imported) return false;
  const marked = await db
    .insertInto('seed')
    .values({ name: 'demo-life', hash: '' })
    .onConflict((conflict) => conflict.doNothing())
    .returning('name')
    .executeTakeFirst();
  return marked !== undefined;
}
