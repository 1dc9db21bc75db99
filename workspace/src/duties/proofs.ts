// Photos and files that wait to be sent, kept in this browser (IndexedDB) beside the words of the report.

/** One photo or file; its key is the Idempotency-Key of its upload. */
export interface Proof {
  readonly key: string;
  readonly name: string;
  readonly blob: Blob;
  readonly output: number | null;
  /** The server has it. */
  readonly sent: boolean;
}

const database = 'nhipcau';
const table = 'proofs';
const keepFor = 14 * 86_400_000;

interface Kept {
  readonly at: number;
  readonly proofs: readonly Proof[];
}

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const asked = indexedDB.open(database, 1);
    asked.addEventListener('upgradeneeded', () => asked.result.createObjectStore(table));
    asked.addEventListener('success', () => resolve(asked.result));
    asked.addEventListener('error', () => reject(asked.error ?? new Error('IndexedDB')));
    asked.addEventListener('blocked', () => reject(new Error('IndexedDB is blocked')));
  });
}

async function within<T>(
  mode: IDBTransactionMode,
  work: (store: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  const db = await open();
  try {
    return await new Promise<T>((resolve, reject) => {
      const transaction = db.transaction(table, mode);
      const asked = work(transaction.objectStore(table));
      transaction.addEventListener('complete', () => resolve(asked.result));
      transaction.addEventListener('abort', () => reject(transaction.error ?? new Error('IndexedDB')));
    });
  } finally {
    db.close();
  }
}

/** False where the browser does not let them be kept: they then last as long as the page. */
export async function keepProofs(key: string, proofs: readonly Proof[]): Promise<boolean> {
  try {
    if (proofs.length === 0) await within('readwrite', (store) => store.delete(key));
    else await within('readwrite', (store) => store.put({ at: Date.now(), proofs } satisfies Kept, key));
    return true;
  } catch {
    return false;
  }
}

export async function keptProofs(key: string): Promise<readonly Proof[]> {
  try {
    const kept = await within<Kept | undefined>('readonly', (store) => store.get(key));
    return kept && Date.now() - kept.at < keepFor ? kept.proofs : [];
  } catch {
    return [];
  }
}
