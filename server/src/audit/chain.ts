// How the log's rows hold on to each other: each bears a mark, made with a key, of itself and of the mark before it. Pure.
import { createHmac, timingSafeEqual } from 'node:crypto';

/** A row as it is marked: everything that it says, in the words in which the database keeps it. */
export interface Link {
  readonly seq: number;
  /** UTC with microseconds, as "2026-03-10T03:00:00.000000Z". */
  readonly at: string;
  readonly personId: number | null;
  readonly tokenId: number | null;
  readonly who: string;
  readonly address: string | null;
  readonly action: string;
  readonly subject: string | null;
  readonly subjectId: number | null;
  readonly unitId: number | null;
  readonly rootId: number | null;
  /** JSON, exactly as stored. */
  readonly detail: string;
}

/** The last row that is known: its number and its mark. An empty log has 0 and "". */
export interface Tip {
  readonly seq: number;
  readonly hash: string;
}

export const start: Tip = { seq: 0, hash: '' };

const mac = (key: Buffer, text: string): string => createHmac('sha256', key).update(text).digest('hex');

/** Whoever can change the database alone does not know the key, and cannot make this. */
export function markOf(key: Buffer, previous: string, link: Link): string {
  const { seq, at, personId, tokenId, who, address, action, subject, subjectId, unitId, rootId, detail } =
    link;
  const said = [
    previous,
    seq,
    at,
    personId,
    tokenId,
    who,
    address,
    action,
    subject,
    subjectId,
    unitId,
    rootId,
    detail,
  ];
  return mac(key, JSON.stringify(said));
}

/** Of the head that is kept outside the database; another word in front, so that it can pass for no row. */
export const sealOfHead = (key: Buffer, { seq, hash }: Tip): string => mac(key, `head ${seq} ${hash}`);

export function isSealed(key: Buffer, head: Tip, seal: string): boolean {
  const [given, wanted] = [Buffer.from(seal), Buffer.from(sealOfHead(key, head))];
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}

export const stamp = (at: Date): string => at.toISOString().replace('Z', '000Z');
