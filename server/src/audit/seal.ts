// What seals a database's log, behind the writes and never in their way: the key, who moves waiting rows into the chain, the head.
import type { Kysely } from 'kysely';
import { system } from '../access/actor.ts';
import type { Tables } from '../db/tables.ts';
import type { Log } from '../log.ts';
import { lossAction, stamp, type Tip } from './chain.ts';
import { openKey, readHead, writeHead, type KeyPlace } from './key.ts';
import * as queries from './queries.ts';
import * as waiting from './waiting.ts';

export interface Seal {
  readonly key: Buffer;
  readonly data: string;
  /** Told after each commit that left rows waiting, under which tickets. */
  wrote(tickets: readonly string[]): void;
  /** All that waits now is in the chain afterwards, and the head written down. */
  settle(): Promise<void>;
}

/** Milliseconds that rows wait at most, while this process lives and the database keeps up. */
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
  readonly db: Kysely<Tables>;
  readonly key: Buffer;
  readonly data: string;
  readonly log: Log;
}

function sealWith(parts: Parts): Seal {
  const { key, data, log } = parts;
  let awaited: string[] = [];
  let timer: NodeJS.Timeout | null = null;
  let working: Promise<void> = Promise.resolve();
  let next: Promise<void> | null = null;
  const pass = async () => {
    next = null;
    const tickets = awaited;
    awaited = [];
    await sealAll(parts, tickets).catch((error: Error) => {
      awaited = [...tickets, ...awaited];
      log('warn', 'The audit log was not sealed', { error: error.message });
    });
  };
  // Whoever asks while one is at work shares the one after it: that will see what they wrote.
  const settle = () => {
    if (timer) clearTimeout(timer);
    timer = null;
    next ??= working = working.then(pass);
    return next;
  };
  const wrote = (tickets: readonly string[]) => {
    awaited.push(...tickets);
    timer ??= setTimeout(() => void settle(), pause).unref();
  };
  return { key, data, settle, wrote };
}

/** What this process knows to be committed must be in the chain afterwards, or still before it because it was changed. */
async function sealAll(parts: Parts, tickets: readonly string[]): Promise<void> {
  const { db, key, log } = parts;
  const tip = await waiting.seal(db, key);
  const lost = tickets.length > 0 ? await waiting.missing(db, tickets) : [];
  if (lost.length > 0) {
    log(
      'error',
      'Có dòng nhật ký bị lấy đi trước khi vào sổ. / Rows of the audit log were taken away before they were sealed.',
      { tickets: lost.join(' ') },
    );
    await tellOfLoss(db, key, lost);
  }
  const last = lost.length > 0 ? await waiting.seal(db, key) : tip;
  if (last) await keepUp(parts, last);
}

/** In the chain itself, where it stays. */
async function tellOfLoss(db: Kysely<Tables>, key: Buffer, tickets: readonly string[]): Promise<void> {
  const now = new Date();
  const { personId, tokenId, name: who, address } = system;
  const entry = { personId, tokenId, who, address, action: lossAction, detail: JSON.stringify({ tickets }) };
  const nowhere = { subject: null, subjectId: null, unitId: null, rootId: null };
  const said = { ...entry, ...nowhere, at: stamp(now), ticket: waiting.newTicket(now) };
  await db.transaction().execute((trx) => waiting.leave(trx, key, [said]));
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
