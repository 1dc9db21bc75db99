// The agency that issues, in full: abbreviations spelled out, its place supplied from what the document says elsewhere.
import { DEPARTMENTS } from '../gazetteer/departments.ts';
import { MINISTRIES } from '../gazetteer/ministries.ts';
import { foldTone } from '../read/normalise.ts';
import { properName } from './casing.ts';
import { isCapitals } from './lines.ts';
import { localPlace, provinceIn, provinceName } from './places.ts';

/** Where to look for the place, the likeliest first. */
export type Context = Iterable<string>;

/** Bodies of a place are not among them: "UBND thành phố" must keep its level. */
const ALIASES: ReadonlyMap<string, string> = new Map(
  [...MINISTRIES, ...DEPARTMENTS.filter((agency) => agency.name.startsWith('Sở'))].flatMap((agency) =>
    agency.aliases.map((alias) => [alias.toLowerCase().replace(/\s/g, ''), agency.name] as const),
  ),
);

const SHORT: readonly (readonly [RegExp, string])[] = [
  [/(?<![\p{L}])UBND(?![\p{L}])/gu, 'Ủy ban nhân dân'],
  [/(?<![\p{L}])HĐND(?![\p{L}])/gu, 'Hội đồng nhân dân'],
  [/(?<![\p{L}])(?:UBMTTQVN|UBMTTQ)(?![\p{L}])/gu, 'Ủy ban Mặt trận Tổ quốc Việt Nam'],
  [/(?<![\p{L}])MTTQVN(?![\p{L}])/gu, 'Mặt trận Tổ quốc Việt Nam'],
  [/(?<![\p{L}])MTTQ(?![\p{L}])/gu, 'Mặt trận Tổ quốc'],
  [/(?<![\p{L}])BCĐ(?![\p{L}])/gu, 'Ban Chỉ đạo'],
  [/(?<![\p{L}])BCH(?![\p{L}])/gu, 'Ban Chấp hành'],
  [/(?<![\p{L}])VHTT&DL(?![\p{L}])/gu, 'Văn hóa, Thể thao và Du lịch'],
  [/(?<![\p{L}])TT&TT(?![\p{L}])/gu, 'Thông tin và Truyền thông'],
  [/(?<![\p{L}])(?:TP|Tp|TP)\.\s?/gu, 'thành phố '],
  [/(?<![\p{L}])Uỷ(?![\p{L}])/gu, 'Ủy'],
];

const SHORTENED = /UBND|HĐND|MTTQ|BCĐ|BCH|TT&|T[Pp]\.|Uỷ/;

/** Abbreviations spelled out, ordinary casing, one tone placement for "Ủy". */
export function spelledOut(raw: string): string {
  const whole = ALIASES.get(raw.toLowerCase().replace(/\s/g, ''));
  if (whole) return whole;
  let text = raw;
  if (SHORTENED.test(raw)) for (const [pattern, full] of SHORT) text = text.replace(pattern, full);
  const low = properName(text === raw ? raw : isCapitals(raw) ? text.toUpperCase() : capitals(text));
  return low
    .replace(/\s{2,}/g, ' ')
    .replace(/^[a-zđ\p{Ll}]/u, (letter) => letter.toUpperCase())
    .trim();
}

/** What was spelled out inside capitals goes back to them, so that casing sees one kind of text. */
function capitals(text: string): string {
  const letters = text.replace(/[^\p{L}]/gu, '');
  const upper = letters.replace(/\p{Ll}/gu, '').length;
  return /^(?:Ủy ban nhân dân|Hội đồng nhân dân)\s[^\p{Ll}]*$/u.test(text) || upper > letters.length * 0.7
    ? text.toUpperCase()
    : text;
}

/** Adds the place that the name leaves out: "… nhân dân tỉnh" + "Yên Bái". */
export function withPlace(name: string, context: Context): string {
  const trimmed = name.replace(/[\s.,;:]+$/, '');
  if (/^(?:Chủ tịch )?(?:Ủy ban|Hội đồng) nhân dân$/i.test(trimmed)) return withOwnPlace(trimmed, context);
  const open = /(?:^|\s)(tỉnh|huyện|quận|thị xã|thành phố|xã|phường|thị trấn|đặc khu)$/iu.exec(trimmed);
  if (!open) return trimmed;
  const kind = open[1]!.toLowerCase();
  const stem = trimmed.slice(0, open.index).trim();
  for (const text of context) {
    const place =
      kind === 'tỉnh' ? provincePlace(text) : kind === 'thành phố' ? cityPlace(text) : namedPlace(text, kind);
    if (place) return `${stem} ${place}`;
  }
  return trimmed;
}

/** "ỦY BAN NHÂN DÂN" alone: its level is the one that the text speaks of as its own. */
function withOwnPlace(name: string, context: Context): string {
  for (const text of context) {
    const own =
      /(?:UBND|[Ủủ]y ban nhân dân|HĐND|Hội đồng nhân dân) (tỉnh|thành phố|huyện|quận|thị xã|xã|phường|thị trấn|đặc khu)/iu.exec(
        text,
      );
    if (own) return withPlace(`${name} ${own[1]!.toLowerCase()}`, context);
  }
  for (const text of context) {
    const province = provinceIn(text);
    if (province) return `${name} ${provinceName(province)}`;
  }
  return name;
}

function provincePlace(text: string): string | null {
  const province = provinceIn(text);
  if (province) return provinceName(province);
  const named = localPlace(text, 'tỉnh');
  return named && `tỉnh ${named}`;
}

function cityPlace(text: string): string | null {
  const local = localPlace(text, 'thành phố');
  if (local) return local === 'Hồ Chí Minh' ? 'Thành phố Hồ Chí Minh' : `thành phố ${local}`;
  const province = provinceIn(text);
  return province && /phố/i.test(provinceName(province)) ? provinceName(province) : null;
}

function namedPlace(text: string, kind: string): string | null {
  const name = localPlace(text, kind);
  return name && `${kind} ${name}`;
}

const PROVINCIAL =
  /^(?:(?:Giám đốc )?Sở|Văn phòng(?! Chính phủ| Quốc hội| Chủ tịch nước| Trung ương)|Ban |Chi cục|Thanh tra(?! Chính phủ| Bộ)|Trung tâm|Đài |Báo |Phòng |Công an(?! nhân dân)|Trường|Bệnh viện|Hội |Liên đoàn|Liên minh|Tổ công tác|Kho bạc|Bảo hiểm xã hội|Cục )/u;
const HAS_PLACE =
  /(?:^|\s)(?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường|thị trấn|đặc khu|Trung ương|Việt Nam|quốc gia)(?=\s|$)/iu;

/** An agency below another: "UBND TỈNH X" above "SỞ Y" makes "Sở Y tỉnh X". */
export function belowParent(name: string, parent: string | null, context: Context): string {
  if (!PROVINCIAL.test(name)) return name;
  // The standing committee of the Fatherland Front speaks for the committee itself.
  if (/^Ban Thường trực$/i.test(name) && parent !== null && /Mặt trận/i.test(parent))
    return withPlace(parent, context);
  const texts = parent === null ? context : chained(parent, context);
  if (HAS_PLACE.test(name)) return withPlace(name, texts);
  const full = parent === null ? null : withPlace(spelledOut(parent), context);
  if (
    full &&
    /^(?:Bộ(?! Chỉ huy| Tư lệnh)|Tổng cục|Cục|Chính phủ|Ngân hàng|Tập đoàn|Tổng công ty)/.test(full)
  )
    return name;
  if (/^Văn phòng$/.test(name) && full) return `Văn phòng ${full}`;
  if (full && /^Ban Chấp hành Trung ương/i.test(full))
    return /Trung ương/i.test(name) ? name : `${name} Trung ương`;
  const party = full && /(Tỉnh ủy|Thành ủy|Huyện ủy|Quận ủy|Thị ủy|Đảng ủy)(?:\s(.+))?$/u.exec(full);
  if (party) return new RegExp(party[1]!, 'i').test(name) ? name : `${name} ${party[0]}`;
  const place =
    full &&
    (
      /nhân dân\s+(.+)$/iu.exec(full) ??
      /\s((?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường|đặc khu)\s\p{Lu}.*)$/iu.exec(full)
    )?.[1];
  if (place) return ownPlace(name, place);
  if (/^(?:Sở|Công an|Cục|Chi cục)/.test(name)) {
    if (provinceIn(name)) return name;
    for (const text of context) {
      const province = /^(?:Sở)/.test(name) ? provinceIn(text) : null;
      if (province) return ownPlace(name, provinceName(province));
    }
  }
  return name;
}

function* chained(first: string, rest: Context): Generator<string> {
  yield first;
  yield* rest;
}

/** "SỞ NỘI VỤ YÊN BÁI" bears its place already. */
function ownPlace(name: string, place: string): string {
  const bare = place.replace(/^(?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường|thị trấn|đặc khu)\s/iu, '');
  return foldTone(name.toLowerCase()).includes(foldTone(bare.toLowerCase())) ? name : `${name} ${place}`;
}
