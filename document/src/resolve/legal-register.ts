// Documents that citations are looked up in: those of the register and the built-in legal bases, indexed once.
import { yearOf } from './dates.ts';
import type { DocumentNumber } from './document-number.ts';
import { numberKey, parseNumber } from './document-number.ts';
import { issuerIdentity } from './issuer.ts';

export interface RegisterEntry {
  readonly id: string | number;
  readonly type: string | null;
  readonly number: string | null;
  /** ISO date of issue. */
  readonly date: string | null;
  readonly issuer: string | null;
  readonly title: string | null;
}

export interface Indexed<Entry extends RegisterEntry> {
  readonly entry: Entry;
  readonly number: DocumentNumber;
  readonly identity: string | null;
}

export interface Register<Entry extends RegisterEntry = RegisterEntry> {
  readonly entries: readonly Entry[];
  readonly byNumber: ReadonlyMap<string, readonly Indexed<Entry>[]>;
}

export function indexRegister<Entry extends RegisterEntry>(entries: readonly Entry[]): Register<Entry> {
  const byNumber = new Map<string, Indexed<Entry>[]>();
  for (const entry of entries) {
    const number = entry.number === null ? null : parseNumber(entry.number);
    if (number === null) continue;
    const indexed = { entry, number, identity: issuerIdentity(number, entry.issuer, null) };
    const same = byNumber.get(numberKey(number));
    if (same) same.push(indexed);
    else byNumber.set(numberKey(number), [indexed]);
  }
  return { entries, byNumber };
}

/**
 * Whether two documents of one number are of one series and year: numbering starts anew each year (Decree 30/2020, Article 15),
 * so another year means another document, unless the number states its year itself.
 */
export function sameYear(
  a: { readonly number: DocumentNumber; readonly date: string | null },
  b: { readonly number: DocumentNumber; readonly date: string | null },
): boolean {
  if (a.number.year !== null || b.number.year !== null) return a.number.year === b.number.year;
  return a.date === null || b.date === null || yearOf(a.date) === yearOf(b.date);
}
