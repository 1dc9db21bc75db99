// What seals a database's log: the key, and the head that is kept up behind the writes, never in their way.
import type { Kysely } from 'kysely';
import type { Db } from '../db/connect.ts';
import type { Tables } from '../db/tables.ts';
import type { Log } from '../log.ts';
import type { Tip } from './chain.ts';
import { openKey, readHead, writeHead, type KeyPlace } from './key.ts';
import * as queries from './queries.ts';

export interface Seal {
  readonly key: Buffer;
  readonly data: string;
  /** Told after each commit that added rows. */
  wrote(tip: Tip): void;
  /** Writes the head down, if it is behind. */
  settle(): Promise<void>;
}

/** Milliseconds between two writings of the head. What is cut off the log within them right before a crash is not noticed. */
const pause = 200;

// A database is sealed once, where it is opened, so that nobody who writes has to hand a key about.
const seals = new WeakMap<object, Seal>();

export function sealOf(db: Kysely<Tables>): Seal {
  const seal = seals.get(db);
  if (!seal) throw new Error('This database was opened without the key of its audit log.');
  return seal;
}

export async function openSeal(db: Kysely<Tables>, place: KeyPlace, log: Log): Promise<Seal> {
  const { key, fresh } = await openKey(place);
  if (fresh && (await queries.tip(db)).seq > 0) {
    log(
      'error',
      'Khóa của nhật ký không còn: những dòng cũ không kiểm chứng được nữa. Hãy khôi phục tệp audit.key từ bản sao lưu. / The key of the audit log is gone: rows written before cannot be verified. Restore audit.key from a backup.',
    );
  }
  const seal = sealWith({ db, key, data: place.data, log });
  seals.set(db, seal);
  return seal;
}

interface Parts {
  readonly db: Db;
  readonly key: Buffer;
  readonly data: string;
  readonly log: Log;
}

function sealWith({ db, key, data, log }: Parts): Seal {
  let latest: Tip | null = null;
  let timer: NodeJS.Timeout | null = null;
  let saving: Promise<void> = Promise.resolve();
  const save = async () => {
    const tip = latest;
    latest = null;
    if (!tip) return;
    await keepUp({ db, key, data, log }, tip).catch((error: Error) =>
      log('warn', 'The head of the audit log was not written', { error: error.message }),
    );
  };
  const settle = () => {
    if (timer) clearTimeout(timer);
    timer = null;
    saving = saving.then(save);
    return saving;
  };
  return {
    key,
    data,
    settle,
    wrote: (tip) => {
      if (latest === null || tip.seq > latest.seq) latest = tip;
      timer ??= setTimeout(() => void settle(), pause).unref();
    },
  };
}

/** Never back, and never over a head that the log no longer holds: that would cover up what was taken away. */
async function keepUp({ db, key, data, log }: Parts, tip: Tip): Promise<void> {
  const head = await readHead(data, key);
  if (head === 'forged' || (head !== 'none' && (await queries.hashAt(db, head.seq)) !== head.hash)) {
    log(
      'error',
      'Nhật ký không còn khớp với dấu đã giữ: chạy nhipcau audit verify. / The audit log does not match the head that was kept: run nhipcau audit verify.',
    );
    return;
  }
  if (head === 'none' || head.seq < tip.seq) await writeHead(data, key, tip);
}
