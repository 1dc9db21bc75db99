// A request that carries an Idempotency-Key is remembered in the very transaction that carries it out: its effect can
// happen once, whenever the process dies. The key's plumbing lies in http; here is what `write` needs of it.
import { AsyncLocalStorage } from 'node:async_hooks';
import type { Transaction } from 'kysely';
import type { Db } from '../db/connect.ts';
import type { Tables } from '../db/tables.ts';
import { Conflict } from '../errors.ts';

export interface Request {
  /** "person:12", "token:3". */
  readonly asker: string;
  readonly key: string;
  /** SHA-256 of what was asked. */
  readonly request: string;
}

export interface Once extends Request {
  /** The effect is there. */
  done: boolean;
  /** Another request with this key came first. */
  beaten: boolean;
}

const asked = new AsyncLocalStorage<Once>();

export async function once<T>(request: Request, work: (once: Once) => Promise<T>): Promise<T> {
  const context: Once = { ...request, done: false, beaten: false };
  return asked.run(context, () => work(context));
}

/** First thing in a transaction that changes something. Waits while another with the same key is at work. */
export async function claim(trx: Transaction<Tables>): Promise<void> {
  const context = asked.getStore();
  if (!context || context.done) return;
  const { asker, key, request } = context;
  const mine = await trx
    .insertInto('answered')
    .values({ asker, key, request })
    .onConflict((conflict) => conflict.doNothing())
    .returning('key')
    .executeTakeFirst();
  if (mine) return;
  context.beaten = true;
  throw new Conflict('request-repeated');
}

/** The transaction that claimed is committed. */
export function claimed(): void {
  const context = asked.getStore();
  if (context) context.done = true;
}

export interface Answer {
  readonly request: string;
  /** Null: carried out, and the answer is not known (yet, or for ever if the process died). */
  readonly status: number | null;
  readonly body: string | null;
  readonly type: string | null;
}

export async function answerOf(db: Db, { asker, key }: Request): Promise<Answer | undefined> {
  return db
    .selectFrom('answered')
    .select(['request', 'status', 'body', 'type'])
    .where('asker', '=', asker)
    .where('key', '=', key)
    .executeTakeFirst();
}

export async function remember(
  db: Db,
  { asker, key, request }: Request,
  answer: Omit<Answer, 'request'>,
): Promise<void> {
  await db
    .insertInto('answered')
    .values({ asker, key, request, ...answer })
    .onConflict((conflict) => conflict.columns(['asker', 'key']).doUpdateSet(answer))
    .execute();
}

/** Keys are good for a day. */
export async function forget(db: Db, now: Date): Promise<number> {
  const gone = await db
    .deleteFrom('answered')
    .where('at', '<', new Date(now.getTime() - 86_400_000))
    .executeTakeFirst();
  return Number(gone.numDeletedRows);
}
