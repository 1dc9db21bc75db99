// Symbols composed by an agency's rule (Decree 30/2020, Annex I, II.3): "{TYPE}-{AGENCY}", and "{AGENCY}-{UNIT}" for letters. Pure.

/** Abbreviation under which letters (công văn) run, which have no type in their symbol. */
export const LETTER = 'CV';

export interface Scheme {
  readonly series: 'common' | 'by-type';
  readonly ownSeries: readonly string[];
  readonly abbreviation: string;
  readonly symbol: string;
  readonly letterSymbol: string;
}

export interface Numbered {
  readonly type: string;
  /** Abbreviation of the advisory body in whose name; its numbers run by themselves (Article 15.3). */
  readonly body?: string | null;
  /** Abbreviation of the unit that drafts. */
  readonly drafter?: string | null;
}

const COMMON = '*';

/** The series in which a document is numbered: "*", "KH", "BCĐ/*". */
export function seriesOf({ series, ownSeries }: Scheme, { type, body }: Numbered): string {
  const own = series === 'by-type' || ownSeries.includes(type) ? type : COMMON;
  return body ? `${body}/${own}` : own;
}

/** Null: the rule asks for a drafting unit that is not known. */
export function symbolOf(scheme: Scheme, { type, body, drafter }: Numbered): string | null {
  const rule = type === LETTER ? scheme.letterSymbol : scheme.symbol;
  if (rule.includes('{UNIT}') && !drafter) return null;
  return rule
    .replaceAll('{TYPE}', type)
    .replaceAll('{AGENCY}', body ?? scheme.abbreviation)
    .replaceAll('{UNIT}', drafter ?? '');
}

/** "05", "58": a number below 10 has a nought before it. */
export const printed = (number: number): string => String(number).padStart(2, '0');

export const fullNumber = (number: number, symbol: string | null): string =>
  symbol ? `${printed(number)}/${symbol}` : printed(number);

const small = /^(?:và|của|về|các|cho)$/iu;

/** As offices write themselves: "UBND", "SVHTTDL"; the head of the agency may set another. */
export function abbreviationOf(name: string): string {
  if (/^(?:ủy|uỷ) ban nhân dân/iu.test(name)) return 'UBND';
  if (/^hội đồng nhân dân/iu.test(name)) return 'HĐND';
  const body = name.replace(/\s+(?:tỉnh|thành phố|xã|phường|đặc khu)\s.*$/iu, '');
  return Array.from(body.matchAll(/[\p{L}]+/gu), ([word]) => (small.test(word) ? '' : word.slice(0, 1)))
    .join('')
    .toLocaleUpperCase('vi')
    .slice(0, 20);
}
