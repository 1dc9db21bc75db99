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
const MOST_WORDS = Math.max(...[...BY_SPELLING.keys()].map((name) => name.split(' ').length));
const KIND = /(?<![\p{L}])(?:tỉnh|thành phố|tp\.?)\s{1,2}(?=\p{L})/gu;
const WORD = /[\p{L}.-]+/gu;

const CITIES = new Set(['Hà Nội', 'Hồ Chí Minh', 'Hải Phòng', 'Đà Nẵng', 'Cần Thơ', 'Huế']);

/** "tỉnh Yên Bái", "Thành phố Hồ Chí Minh". */
export function provinceName(name: string): string {
  if (name === 'Hồ Chí Minh') return 'Thành phố Hồ Chí Minh';
  return CITIES.has(name) ? `thành phố ${name}` : `tỉnh ${name}`;
}

/** The province that a text names first with its kind; in a short text, one that it names at all. */
export function provinceIn(text: string): string | null {
  const low = foldTone(text.toLowerCase());
  KIND.lastIndex = 0;
  for (let found = KIND.exec(low); found !== null; found = KIND.exec(low)) {
    const name = provinceAt(low, found.index + found[0].length);
    if (name) return name;
  }
  return text.length < 400 ? anyProvince(low) : null;
}

function anyProvince(low: string): string | null {
  for (const word of low.matchAll(WORD)) {
    const name = provinceAt(low, word.index);
    if (name) return name;
  }
  return null;
}

/** The longest name of a province that starts at a place. */
function provinceAt(low: string, at: number): string | null {
  const words = low.slice(at, at + 40).split(' ');
  for (let count = Math.min(words.length, MOST_WORDS); count > 0; count--) {
    const name = BY_SPELLING.get(
      words
        .slice(0, count)
        .join(' ')
        .replace(/[.,;:)”"]+$/, ''),
    );
    if (name) return name;
  }
  return null;
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
