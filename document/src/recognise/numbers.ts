// Numbers of documents: "58/KH-UBND", "22/2016/TT-BTTTT", "04-CT/TW", "66.4/2025/NQ-CP", "80/2015/QH13".
import { typeName } from '../gazetteer/document-types.ts';

export interface FoundNumber {
  /** Without spaces, dashes as "-". */
  readonly number: string;
  readonly start: number;
  readonly end: number;
  /** "KH" of "58/KH-UBND", "UBND" of "12/UBND-VX", "CT" of "04-CT/TW". */
  readonly first: string;
  /** "UBND", "TTg", "TW"; empty where there is only one. */
  readonly organ: string;
}

const SEGMENT = String.raw`[A-ZĐƯ][\p{L}\d&]{0,15}(?:\.[A-ZĐ][\p{L}\d]{0,9})?`;
// A space on one side of a dash is a slip; on both sides it separates clauses.
const STATE = String.raw`(\d{1,5}(?:\.\d{1,2})?[a-zA-Zđ]?)\s?\/\s?(?:(\d{4})\s?\/\s?)?(${SEGMENT}(?:(?:\s?[-–_]|[-–]\s|\s[-–]\s(?=[A-ZĐ]{2,8}(?![\p{L}])))(?=[A-ZĐƯ])${SEGMENT}){0,6})(?:\s?\/\s?(${SEGMENT}))?`;
const PARTY = String.raw`(\d{1,5})\s?[-–]\s?([A-ZĐ][\p{L}]{0,7}(?:-[A-ZĐ]{2,10})?)\s?\/\s?([A-ZĐ][\p{L}\d&]{1,12}(?:[-.](?=[A-ZĐ])[\p{L}\d]{1,12}){0,3})`;
const NUMBER = new RegExp(`(?=\\d)(?<![\\p{L}\\d/.,:-])(?:${PARTY}|${STATE})`, 'gu');

/** All numbers of documents in a text, in order. */
export function numbersIn(text: string): FoundNumber[] {
  const numbers: FoundNumber[] = [];
  if (!text.includes('/')) return numbers;
  NUMBER.lastIndex = 0;
  for (let found = NUMBER.exec(text); found !== null; found = NUMBER.exec(text)) {
    const number = found[1] ? party(found) : state(found);
    if (number) numbers.push(number);
  }
  return numbers;
}

/** Titles in capitals write the small letters of these large. */
const SMALL_LETTERS: ReadonlyMap<string, string> = new Map([
  ['CTR', 'CTr'],
  ['TTR', 'TTr'],
  ['QYĐ', 'QyĐ'],
]);

function party(found: RegExpExecArray): FoundNumber | null {
  const [, digits, kind, organ] = found;
  if (!isSymbol(kind!) && !isSymbol(organ!)) return null;
  const type = SMALL_LETTERS.get(kind!) ?? kind!;
  return {
    number: `${digits}-${type}/${organ}`,
    start: found.index,
    end: found.index + found[0].length,
    first: type.split('-')[0]!,
    organ: organ!,
  };
}

function state(found: RegExpExecArray): FoundNumber | null {
  const [, , , , digits, year, raw, extra] = found;
  const symbol = withHyphen(
    raw!
      .replace(/[\s]/g, '')
      .replace(/[–_]/g, '-')
      .replace(/(?<=-)TTG$/, 'TTg')
      .replace(/^(?:TTR|CTR|QYĐ)(?=-)/, (type) => SMALL_LETTERS.get(type) ?? type),
  );
  const segments = symbol.split('-');
  if (!isSymbol(symbol) || (extra !== undefined && !isSymbol(extra))) return null;
  const number = `${digits}/${year === undefined ? '' : `${year}/`}${symbol}${extra === undefined ? '' : `/${extra}`}`;
  return {
    number,
    start: found.index,
    end: found.index + found[0].length,
    first: segments[0]!,
    organ: segments[1] ?? '',
  };
}

const GLUED =
  /^(QĐ|NĐ|TT|NQ|CT|KH|TB|BC|TTr|CTr|HD|KL|CĐ)(CP|TTg|UBND|HĐND|VPCP|TU|TW|B[A-ZĐ]{2,7}|S[A-ZĐ]{2,7})$/;

/** "NĐCP" has lost a soft hyphen that stood for its hyphen. */
function withHyphen(symbol: string): string {
  return symbol.includes('-') || typeName(symbol) !== undefined ? symbol : symbol.replace(GLUED, '$1-$2');
}

const CAPITAL = /\p{Lu}/gu;

/** "Mbit", "Nhà" are words; a symbol is a known abbreviation or has two capitals. */
function isSymbol(symbol: string): boolean {
  const first = symbol.split('-')[0]!;
  if (typeName(first) !== undefined) return true;
  const capitals = first.match(CAPITAL)?.length ?? 0;
  return capitals >= 2 && capitals >= first.replace(/[\d&.]/g, '').length / 2;
}

/** Type that the symbol itself says; a symbol that begins with an agency is an official letter's. */
export function typeOfNumber(number: FoundNumber): string | null {
  if (/^(?:QH|UBTVQH)\d+$/.test(number.first)) return null;
  if (typeName(number.first) !== undefined) return number.first;
  if (/^(?:NQLT|TTLT)/.test(number.first)) return number.first.slice(0, 4);
  if (/^QĐi$/.test(number.first)) return 'QyĐ';
  return number.organ === '' && !/^(?:UBND|HĐND|VPCP|B[A-ZĐ]{2,}|S[A-ZĐ]{2,})/.test(number.first)
    ? null
    : 'CV';
}
