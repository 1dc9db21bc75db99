// How the log's rows hold on to each other: each bears a mark, made with a key, of itself and of the mark before it. Pure.
import { createHmac, timingSafeEqual } from 'node:crypto';

/** What a row says, in the words in which the database keeps it. */
export interface Said {
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
  /** Under which it waited; null in rows of a time when none did. */
  readonly ticket: string | null;
}

/** A row in its place. */
export interface Link extends Said {
  readonly seq: number;
}

/** The last row that is known: its number and its mark. An empty log has 0 and "". */
export interface Tip {
  readonly seq: number;
  readonly hash: string;
}

/** Said by the log of itself: rows were taken away before they had a place. */
export const lossAction = 'audit.lost';

export const start: Tip = { seq: 0, hash: '' };

const mac = (key: Buffer, text: string): string => createHmac('sha256', key).update(text).digest('hex');

const whole = ({ at, personId, tokenId, who, address, action, ...rest }: Said): readonly unknown[] => {
  const { subject, subjectId, unitId, rootId, detail, ticket } = rest;
  const said = [at, personId, tokenId, who, address, action, subject, subjectId, unitId, rootId, detail];
  return ticket === null ? said : [...said, ticket];
};

/** Whoever can change the database alone does not know the key, and cannot make this. */
export const markOf = (key: Buffer, previous: string, link: Link): string =>
  mac(key, JSON.stringify([previous, link.seq, ...whole(link)]));

/** Of a row that waits for its place; another word in front, so that it can pass for none that has one. */
export const waitingMarkOf = (key: Buffer, said: Said): string =>
  mac(key, `waiting ${JSON.stringify(whole(said))}`);

/** Of the head that is kept outside the database; another word in front, so that it can pass for no row. */
export const sealOfHead = (key: Buffer, { seq, hash }: Tip): string => mac(key, `head ${seq} ${hash}`);

export function isSealed(key: Buffer, head: Tip, seal: string): boolean {
  const [given, wanted] = [Buffer.from(seal), Buffer.from(sealOfHead(key, head))];
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}

export const stamp = (at: Date): string => at.toISOString().replace('Z', '000Z');
