// Sums of folded counts, kept in memory: they hold until the ledger is folded again, the register of units changes or the day ends.
import type { Db } from '../db/connect.ts';
import type { Summary } from './counts.ts';
import type { Reach } from './queries.ts';

export interface Kept {
  readonly generation: number;
  readonly summary: Summary;
  /** Where rows of this tree are looked for. */
  readonly reach: Reach;
}

const most = 500;
const ofDatabase = new WeakMap<Db, Map<string, Promise<Kept>>>();

function keptOf(db: Db): Map<string, Promise<Kept>> {
  const kept = ofDatabase.get(db) ?? new Map<string, Promise<Kept>>();
  ofDatabase.set(db, kept);
  return kept;
}

export interface Wanted {
  readonly key: string;
  readonly generation: number;
}

/** What is kept under the key if it is not older than the generation; else it is made, once for all who ask at the same time. */
export async function keeping(db: Db, { key, generation }: Wanted, make: () => Promise<Kept>): Promise<Kept> {
  const kept = keptOf(db);
  const promise = kept.get(key);
  const found = await promise?.catch(() => null);
  if (found && found.generation >= generation) return found;
  // While we waited somebody began to make it anew.
  if (promise && kept.get(key) !== promise) return keeping(db, { key, generation }, make);
  const made = make();
  kept.delete(key);
  kept.set(key, made);
  const [oldest] = kept.keys();
  if (kept.size > most && oldest !== undefined) kept.delete(oldest);
  made.catch(() => kept.delete(key));
  return made;
}
