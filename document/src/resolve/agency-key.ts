// One form for all ways of writing an agency's name: without case, diacritics, punctuation, "và" and common abbreviations.
import { foldDiacritics, foldTone } from '../read/normalise.ts';

export interface AgencyKey {
  /** Folded: what the index is keyed by. */
  readonly key: string;
  /** With its diacritics: tells "Sở Công Thương" from a name that only folds alike. */
  readonly strict: string;
  /** True where an abbreviation was spelled out. */
  readonly expanded: boolean;
}

const LONG_FORMS: Readonly<Record<string, string>> = {
  ubnd: 'ủy ban nhân dân',
  ub: 'ủy ban',
  hđnd: 'hội đồng nhân dân',
  hdnd: 'hội đồng nhân dân',
  mttq: 'mặt trận tổ quốc',
  mttqvn: 'mặt trận tổ quốc việt nam',
  ubmttq: 'ủy ban mặt trận tổ quốc',
  ubmttqvn: 'ủy ban mặt trận tổ quốc việt nam',
  bđbp: 'bộ đội biên phòng',
  chqs: 'chỉ huy quân sự',
  bch: 'bộ chỉ huy',
  bchqs: 'bộ chỉ huy quân sự',
  lhpn: 'liên hiệp phụ nữ',
  ccb: 'cựu chiến binh',
  lđlđ: 'liên đoàn lao động',
  bhxh: 'bảo hiểm xã hội',
  tand: 'tòa án nhân dân',
  vksnd: 'viện kiểm sát nhân dân',
  ptth: 'phát thanh truyền hình',
  ttđt: 'thông tin điện tử',
  vp: 'văn phòng',
  bql: 'ban quản lý',
  tp: 'thành phố',
  hcm: 'hồ chí minh',
  tphcm: 'thành phố hồ chí minh',
  tncs: 'thanh niên cộng sản',
  tx: 'thị xã',
  tw: 'trung ương',
  ttxvn: 'thông tấn xã việt nam',
  đbqh: 'đại biểu quốc hội',
};

/** Runs of letters that only look like one abbreviation because of their punctuation: "PT-TH", "T.phố". */
const JOINED: readonly (readonly [RegExp, string])[] = [
  [/\bpt\s?(?:[-&,]|và)\s?th\b/giu, 'phát thanh truyền hình'],
  [/\bt\.\s?phố/giu, 'thành phố'],
  [/\bt\.\s?xã/giu, 'thị xã'],
  [/\bt\.\s?ủy/giu, 'tỉnh ủy'],
];

const NOISE: ReadonlySet<string> = new Set(['và', 'của', 'thuộc', 'trực']);
const LONGEST = 400;

/** Reads at most 400 characters; parentheses and what stands in them are left out. */
export function agencyKey(name: string): AgencyKey {
  let text = name
    .slice(0, LONGEST)
    .normalize('NFC')
    .replace(/\([^()]{0,200}\)/g, ' ');
  let expanded = false;
  for (const [form, long] of JOINED)
    text = text.replace(form, () => {
      expanded = true;
      return long;
    });
  const words: string[] = [];
  for (const [token] of text.matchAll(/[\p{L}\p{M}\d]+/gu)) {
    const word = foldTone(token.toLowerCase());
    if (NOISE.has(word)) continue;
    const long = Object.hasOwn(LONG_FORMS, word) ? LONG_FORMS[word] : undefined;
    if (long !== undefined) expanded = true;
    words.push(foldTone(long ?? word));
  }
  const strict = words.join(' ');
  return { key: foldDiacritics(strict), strict, expanded };
}

const known = new WeakMap<object, AgencyKey>();

/** The key of a unit's name, worked out once. */
export function unitKey(unit: { readonly name: string }): AgencyKey {
  const key = known.get(unit) ?? agencyKey(unit.name);
  known.set(unit, key);
  return key;
}

/** True if no word of the name differs from the unit's by its diacritics alone: "Sở Nội vu" does from "Sở Nội vụ". */
export function speltAlike(strict: string, unitStrict: string): boolean {
  if (strict === unitStrict) return true;
  const words = new Set(unitStrict.split(' '));
  const folded = new Set(foldDiacritics(unitStrict).split(' '));
  return strict.split(' ').every((word) => words.has(word) || !folded.has(foldDiacritics(word)));
}
