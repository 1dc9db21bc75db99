// A document's number and symbol, taken apart: "79/2010/QĐ-TTg", "58/KH-UBND", "25-CT/TW", "4110/BTTTT-TTĐN".
import { typeName } from '../gazetteer/document-types.ts';

export interface DocumentNumber {
  /** Without leading zeros: "5" for "05". */
  readonly ordinal: string;
  /** Where the number itself states it. */
  readonly year: number | null;
  /** Abbreviation of the type, exactly as written; null for letters and acts that bear none ("77/2015/QH13"). */
  readonly type: string | null;
  /** What follows the type: "TTg", "UBND", "BTTTT-TTĐN". */
  readonly issuer: string;
}

const NUMBER = /^(?:Số\s*:?\s*)?0*(\d{1,7}[a-zđ]{0,2})\s*[/-]\s*(\S.{0,80})$/iu;

/** Null if `text` is no number with a symbol. */
export function parseNumber(text: string): DocumentNumber | null {
  const found = NUMBER.exec(text.trim());
  if (!found?.[1] || !found[2]) return null;
  const parts = found[2].split(/\s*[/–-]\s*/u).filter((part) => part !== '');
  const year = /^(?:19|20)\d\d$/.test(parts[0] ?? '') ? Number(parts.shift()) : null;
  const type = typeName(parts[0] ?? '') ? (parts.shift() ?? null) : null;
  return { ordinal: found[1].toLowerCase(), year, type, issuer: parts.join('-') };
}

/** One text for all ways of writing the same number; the year stays out, since dates are compared on their own. */
export function numberKey(number: DocumentNumber): string {
  return `${number.ordinal}|${number.type ?? ''}|${number.issuer.toUpperCase()}`;
}
