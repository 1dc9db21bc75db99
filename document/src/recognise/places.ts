// Which province, district or commune a document speaks from, where its issuer is named without the place.
import { PROVINCES } from '../gazetteer/provinces.ts';
import { foldTone } from '../read/normalise.ts';

const BY_SPELLING = new Map(
  PROVINCES.flatMap((province) =>
    [province.name, ...province.aliases].map(
      (name) => [foldTone(name.toLowerCase()), province.name] as const,
    ),
  ),
);
const SPELLINGS = [...BY_SPELLING.keys()].toSorted((a, b) => b.length - a.length);
const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const PROVINCE = new RegExp(
  `(?:(tỉnh|thành phố|tp\\.?)\\s{1,2})?(${SPELLINGS.map(escaped).join('|')})(?![\\p{L}])`,
  'gu',
);

export interface FoundPlace {
  /** "tỉnh", "thành phố", or empty where only the name stands. */
  readonly kind: string;
  readonly name: string;
}

const CITIES = new Set(['Hà Nội', 'Hồ Chí Minh', 'Hải Phòng', 'Đà Nẵng', 'Cần Thơ', 'Huế']);

/** "tỉnh Yên Bái", "Thành phố Hồ Chí Minh". */
export function provinceName(name: string): string {
  if (name === 'Hồ Chí Minh') return 'Thành phố Hồ Chí Minh';
  return CITIES.has(name) ? `thành phố ${name}` : `tỉnh ${name}`;
}

/** The province that a text names first with its kind, else first at all. */
export function provinceIn(text: string): string | null {
  const low = foldTone(text.toLowerCase());
  PROVINCE.lastIndex = 0;
  let bare: string | null = null;
  for (let found = PROVINCE.exec(low); found !== null; found = PROVINCE.exec(low)) {
    const letterBefore = /\p{L}/u.test(low[found.index - 1] ?? ' ');
    if (letterBefore) continue;
    if (found[1]) return BY_SPELLING.get(found[2]!)!;
    bare ??= BY_SPELLING.get(found[2]!)!;
  }
  return bare;
}

const LOCAL =
  /(?:^|[\s(,;“"])((?:tỉnh|huyện|quận|thị xã|thành phố|xã|phường|thị trấn|đặc khu|Tỉnh|Huyện|Quận|Thị xã|Thành phố|Xã|Phường|Thị trấn|Đặc khu)) ((?:\p{Lu}[\p{L}'’]*)(?:[\s-]{1,3}\p{Lu}[\p{L}'’]*){0,3}|\d{1,2})(?![\p{L}])/gu;

/** "huyện Thạch Thành": the place of a kind that a text names, the most frequent. */
export function localPlace(text: string, kind: string): string | null {
  const counts = new Map<string, number>();
  LOCAL.lastIndex = 0;
  for (let found = LOCAL.exec(text); found !== null; found = LOCAL.exec(text)) {
    if (found[1]!.toLowerCase() !== kind.toLowerCase()) continue;
    counts.set(found[2]!, (counts.get(found[2]!) ?? 0) + 1);
  }
  let best: string | null = null;
  for (const [name, count] of counts) if (best === null || count > counts.get(best)!) best = name;
  return best;
}
