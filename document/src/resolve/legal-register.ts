// Documents that citations are looked up in: those of the register and the built-in legal bases, indexed once.
import { yearOf } from './dates.ts';
import type { DocumentNumber } from './document-number.ts';
import { numberKey, parseNumber } from './document-number.ts';
import { issuerIdentity, issuerKey } from './issuer.ts';

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
  /** By ordinal and issuer's symbol, whatever the type. */
  readonly byOrdinal: ReadonlyMap<string, readonly Indexed<Entry>[]>;
  /** Laws and ordinances, which are cited without a number, by their date. */
  readonly lawsByDate: ReadonlyMap<string, readonly Entry[]>;
}

const LAW = /^(?:Luật|L|Bộ luật|Pháp lệnh|PL)$/;

/** Indexes documents for looking citations up; do it once for many. */
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
  const laws = entries.filter((entry) => entry.date !== null && LAW.test(entry.type ?? ''));
  const numbered = [...byNumber.values()].flat();
  const byOrdinal = Map.groupBy(numbered, ({ number }) => `${number.ordinal} ${number.issuer.toUpperCase()}`);
  return { entries, byNumber, byOrdinal, lawsByDate: Map.groupBy(laws, ({ date }) => date ?? '') };
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

/** A law is cited without number and issuer (Decree 30/2020, Annex I): its name and date say which it is. */
export function lawCited<Entry extends RegisterEntry>(
  {
    title,
    date,
    type,
  }: { readonly title: string | null; readonly date: string | null; readonly type: string | null },
  register: Register<Entry>,
): Entry | undefined {
  if (title === null || date === null) return undefined;
  const name = issuerKey(`${LAW.test(type ?? '') ? 'Luật ' : ''}${title}`).replace(
    /^luat (?=luat |bo luat )/,
    '',
  );
  return register.lawsByDate
    .get(date)
    ?.find((law) => law.title !== null && name.startsWith(issuerKey(law.title)));
}
