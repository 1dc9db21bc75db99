// When two names of an issuer mean the same one: numbers repeat in every province, so a number alone identifies nothing.
import { DEPARTMENTS } from '../gazetteer/departments.ts';
import { LOCAL_BODIES } from '../gazetteer/local-bodies.ts';
import { MINISTRIES } from '../gazetteer/ministries.ts';
import { PROVINCES } from '../gazetteer/provinces.ts';
import { foldDiacritics } from '../read/normalise.ts';
import type { DocumentNumber } from './document-number.ts';

/** Symbols that provinces and districts use too ("BHXH", "VHTT") do not say whose act it is. */
const localSymbols = new Set(
  [...DEPARTMENTS, ...LOCAL_BODIES].flatMap(({ symbols }) => symbols.map((symbol) => symbol.toUpperCase())),
);
const nationalSymbols: ReadonlyMap<string, string> = new Map(
  MINISTRIES.flatMap((agency) =>
    agency.symbols.map((symbol) => [symbol.toUpperCase(), agency.name] as const),
  ).filter(([symbol]) => !localSymbols.has(symbol)),
);

/** The central agency that a symbol stands for ("TTg", "BTTTT-TTĐN"); undefined for symbols that many provinces use. */
export function nationalIssuer(symbol: string): string | undefined {
  return nationalSymbols.get(symbol.split('-')[0]?.toUpperCase() ?? '');
}

/** Letters of the name below are compared folded. */
function fold(name: string): string {
  return foldDiacritics(name.normalize('NFC').slice(0, 300))
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}

const LONG_FORMS: readonly (readonly [RegExp, string])[] = [
  [/\bubnd\b/g, 'uy ban nhan dan'],
  [/\bhdnd\b/g, 'hoi dong nhan dan'],
  [/\btp\b/g, 'thanh pho'],
  [
    /^(?:pho )?(?:chu tich|giam doc|cuc truong|bo truong|chanh|truong) (?=uy ban|hoi dong|so |cuc |bo |van phong|ban )/g,
    '',
  ],
];

/** An issuer's name in one form: folded, abbreviations spelled out, the person's office ("Chủ tịch") left out. */
export function issuerKey(name: string): string {
  let key = fold(name);
  for (const [form, long] of LONG_FORMS) key = key.replace(form, long);
  return key;
}

const PLACE = /(?:tỉnh|thành phố|TP\.?)\s+(\p{Lu}[\p{L}\d.]*(?:[\s-]{1,3}\p{Lu}\p{L}*){0,4})/u;
const provinceNames: readonly string[] = [...new Set(PROVINCES.map((province) => fold(province.name)))].sort(
  (a, b) => b.length - a.length,
);

/** The province (or central city) that a name speaks of, folded; null if it names none. */
export function placeIn(name: string): string | null {
  const stated = PLACE.exec(name.slice(0, 300))?.[1];
  if (stated !== undefined) return fold(stated);
  const key = ` ${fold(name)} `;
  return provinceNames.find((province) => key.includes(` ${province} `)) ?? null;
}

const BELOW_PROVINCE = /\b(?:huyen|quan|thi xa|thi tran|xa|phuong|dac khu|so|phong)\b/;

/** "uy ban nhan dan tinh" without its province; "so noi vu" without "tinh" too, which is often left unsaid. */
function withoutPlace(key: string, place: string | null): string {
  const local = place === null ? key : ` ${key} `.replace(` ${place} `, ' ').trim();
  return BELOW_PROVINCE.test(local) ? local.replace(/ (?:tinh|thanh pho)$/, '') : local;
}

/**
 * Who issued a document, so that two of them can be compared: the central agency of its symbol, or the local agency's name with
 * its province, which is that of `home` (the issuer of the citing document) where the name states none. Null if it cannot be told.
 */
export function issuerIdentity(
  number: DocumentNumber,
  issuer: string | null,
  home: string | null,
): string | null {
  const symbol = number.issuer.toUpperCase();
  // Central Committee, Politburo and Secretariat number their acts in one series each under one symbol.
  if (symbol === 'TW') return 'central party';
  if (nationalIssuer(symbol) !== undefined) return `central ${symbol.split('-')[0] ?? ''}`;
  const name = issuer ?? home;
  if (name === null) return null;
  const place = placeIn(name) ?? (home === null ? null : placeIn(home));
  if (place === null) return null;
  return `${withoutPlace(issuerKey(name), place)} @ ${place}`;
}
