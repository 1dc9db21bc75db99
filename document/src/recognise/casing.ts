// From capitals to ordinary writing: "SỞ THÔNG TIN VÀ TRUYỀN THÔNG TỈNH YÊN BÁI" → "Sở Thông tin và Truyền thông tỉnh Yên Bái".
import { DEPARTMENTS } from '../gazetteer/departments.ts';
import { LOCAL_BODIES } from '../gazetteer/local-bodies.ts';
import { MINISTRIES } from '../gazetteer/ministries.ts';
import { PROVINCES } from '../gazetteer/provinces.ts';
import { foldTone } from '../read/normalise.ts';
import { isCapitals } from './lines.ts';

/** Names as they are written, by what they look like without case; the longest is tried first. */
const NAMES: ReadonlyMap<string, readonly Name[]> = namesByFirstWord();

interface Name {
  readonly text: string;
  readonly folded: string;
  readonly words: number;
  /** Its second word, which rules most names out. */
  readonly second: string;
}

function namesByFirstWord(): Map<string, Name[]> {
  const names = new Set<string>();
  for (const agency of [...MINISTRIES, ...DEPARTMENTS, ...LOCAL_BODIES]) names.add(agency.name);
  for (const province of PROVINCES) names.add(province.name);
  for (const name of [
    'Bộ trưởng',
    'Thứ trưởng',
    'Cục trưởng',
    'Vụ trưởng',
    'Chi cục trưởng',
    'Tổng cục trưởng',
    'Trưởng ban',
    'Trưởng phòng',
    'Viện trưởng',
    'Hiệu trưởng',
    'Giám đốc',
    'Phó Giám đốc',
    'Chủ tịch',
    'Phó Chủ tịch',
    'Chánh Văn phòng',
    'Tỉnh đoàn',
    'Thành đoàn',
    'TNCS',
    'đồng bằng sông Cửu Long',
    'đồng bằng sông Hồng',
    'Tây Nguyên',
    'Mặt trận Tổ quốc Việt Nam',
    'Mặt trận Tổ quốc',
    'Bắc Bộ',
    'Nam Bộ',
    'Trung Bộ',
    'Cộng hòa Dân chủ Nhân dân Lào',
    'Liên hiệp các tổ chức hữu nghị',
    'Bộ đội Biên phòng',
    'Việt Nam',
    'Nhân dân',
    'Nhà nước',
    'Đảng',
    'Trung ương',
    'Quốc hội',
    'Chính phủ',
    'Thủ tướng Chính phủ',
    'Tỉnh ủy',
    'Thành ủy',
    'Hồ Chí Minh',
    'Biển Đông',
    'Hoàng Sa',
    'Trường Sa',
    'ASEAN',
    'UBND',
    'HĐND',
    'MTTQ',
    'COVID-19',
    'OCOP',
    'GRDP',
    'FDI',
    'ODA',
    'Lào',
    'Campuchia',
    'Trung Quốc',
    'Nhật Bản',
    'Hàn Quốc',
    'Tết Nguyên đán',
    'Nguyên đán',
    'Internet',
    'Hà Nội',

    'Nghị quyết',
    'Nghị định',
    'Quyết định',
    'Chỉ thị',
    'Kết luận',
    'Kế hoạch',
    'Chương trình',
    'Đề án',
    'Chiến lược',
    'Quy chế',
    'Thông tư',
    'Công điện',
    'Ủy ban nhân dân',
    'Hội đồng nhân dân',
    'Văn phòng Chính phủ',
    'Ban Bí thư',
    'Bộ Chính trị',
    'Ban Chấp hành Trung ương',
  ])
    names.add(name);
  const byWord = new Map<string, Name[]>();
  for (const text of names) {
    const folded = key(text);
    const [word, second = '', ...rest] = folded.split(' ');
    const words = second === '' ? 1 : rest.length + 2;
    byWord.set(word!, [...(byWord.get(word!) ?? []), { text, folded, words, second }]);
  }
  for (const list of byWord.values()) list.sort((a, b) => b.folded.length - a.folded.length);
  return byWord;
}

function key(text: string): string {
  return foldTone(text.toLowerCase());
}

const PLACE_KINDS = new Set([
  'tỉnh',
  'huyện',
  'xã',
  'phường',
  'quận',
  'thị xã',
  'thị trấn',
  'thành phố',
  'đặc khu',
  'thôn',
  'bản',
]);
/** Heads of agencies whose next word is capital though no gazetteer knows the name. */
const HEADS = new Set([
  'sở',
  'bộ',
  'cục',
  'vụ',
  'ban',
  'phòng',
  'viện',
  'hội',
  'đoàn',
  'trường',
  'quỹ',
  'báo',
  'đài',
  'chi cục',
  'tổng cục',
  'trung tâm',
  'liên đoàn',
  'hiệp hội',
  'tập đoàn',
  'tổng công ty',
  'công ty',
  'văn phòng',
  'thanh tra',
  'ban quản lý',
  'ban chỉ đạo',
]);
const SYMBOLS =
  /^(?:[IVXLC]+|[A-ZĐ]*\d[\p{L}\d./-]*|[\p{L}\d.]+[/&][\p{L}\d./&-]+|[A-ZĐ]{1,6}-[A-ZĐ\p{L}]+)$/u;

/** "CT-TTG" → "CT-TTg", "CTR/TU" → "CTr/TU". */
function smallLetters(symbol: string): string {
  if (!symbol.includes('/')) return symbol;
  return symbol.replace(/-TTG(?!\p{L})/u, '-TTg').replace(/(?<=[-/])(CT|TT)R(?=[-/])/u, '$1r');
}

/** How the document writes two neighbouring words elsewhere; null where they do not meet. */
export type Habit = (left: string, right: string, which: 'left' | 'right') => string | null;

const NO_HABIT: Habit = () => null;

/** The name of an agency or a place, from capitals to ordinary writing; other text as it is. */
export function properName(text: string): string {
  if (!isCapitals(text)) return text;
  return written(text, (words, at, out) => nameWord(words, at, out));
}

/** A title from capitals to a sentence: proper names keep theirs, other words as the document itself writes them. */
export function properTitle(text: string, habit: Habit = NO_HABIT): string {
  if (!isCapitals(text)) return text;
  return written(text, (words, at) => {
    const word = words[at]!;
    const own =
      (at > 0 ? habit(words[at - 1]!, word, 'right') : null) ??
      (at + 1 < words.length ? habit(word, words[at + 1]!, 'left') : null);
    return own ?? word.toLowerCase();
  });
}

function written(
  text: string,
  wordOf: (words: readonly string[], at: number, out: readonly string[]) => string,
): string {
  const words = text.split(' ');
  const folded = key(text).split(' ');
  const out: string[] = [];
  for (let at = 0; at < words.length;) {
    const name = nameAt(words, folded, at);
    const word = words[at]!;
    if (name) out.push(name.text);
    else out.push(isSymbol(word) ? smallLetters(word) : wordOf(words, at, out));
    at += name?.words ?? 1;
  }
  return capitalised(out.join(' '));
}

/** "TNHH", "BTXH": no vowel, so no word. */
const INITIALS = /^[BCDĐGHKLMNPQRSTVX]{3,}$/;

function isSymbol(word: string): boolean {
  const bare = word.replace(/[.,;:)]+$/, '');
  return INITIALS.test(bare) || (SYMBOLS.test(bare) && !/^[IVXLC]$/.test(word));
}

const bareWord = (word: string): string => word.replace(/[.,;:()"“”]/g, '');

const LEARNT = 8000;

/** Learns from the first paragraphs how pairs of words are written; a word that opens a sentence teaches nothing. */
export function habitOf(texts: Iterable<string>): Habit {
  let learnt: { text: string; low: string } | null = null;
  return (left, right, which) => {
    learnt ??= learn(texts);
    const pair = `${bareWord(left)} ${bareWord(right)}`.toLowerCase();
    const at = findPair(learnt.low, pair);
    if (at < 0) return null;
    const found = learnt.text.slice(at, at + pair.length).split(' ');
    const word = which === 'left' ? left : right;
    return word.replace(bareWord(word), () => found[which === 'left' ? 0 : 1] ?? word);
  };
}

function learn(texts: Iterable<string>): { text: string; low: string } {
  const pieces: string[] = [];
  let budget = LEARNT;
  for (const text of texts) {
    if (budget < 0) break;
    if (isCapitals(text)) continue;
    pieces.push(text.slice(0, budget));
    budget -= text.length;
  }
  const text = pieces.join(' . ');
  const low = text.toLowerCase();
  // Lower case may change a length (İ); then nothing is learnt.
  return low.length === text.length ? { text, low } : { text: '', low: '' };
}

/** A place of a pair of whole words that opens no sentence, or -1. */
function findPair(low: string, pair: string): number {
  for (let at = low.indexOf(pair), tries = 0; at >= 0 && tries < 8; at = low.indexOf(pair, at + 1), tries++) {
    const opens = at < 2 || /[.:;"“(]/.test(low[at - 2]!) || low[at - 1] !== ' ';
    if (!opens && !/\p{L}/u.test(low[at + pair.length] ?? ' ')) return at;
  }
  return -1;
}

function nameAt(
  words: readonly string[],
  folded: readonly string[],
  at: number,
): { text: string; words: number } | null {
  const candidates = NAMES.get(folded[at]!.replace(EDGES, ''));
  if (!candidates) return null;
  const next = folded[at + 1] ?? '';
  for (const name of candidates) {
    if (!next.startsWith(name.second)) continue;
    const raw = folded.slice(at, at + name.words).join(' ');
    if (raw.replace(EDGES, '') !== name.folded) continue;
    const whole = words.slice(at, at + name.words).join(' ');
    return {
      text: /^["“'(]*/.exec(whole)![0] + name.text + /[.,;:)"”]*$/.exec(whole)![0],
      words: name.words,
    };
  }
  return null;
}

const EDGES = /^["“'(]+|[.,;:)"”]+$/g;

function nameWord(words: readonly string[], at: number, out: readonly string[]): string {
  const low = words[at]!.toLowerCase();
  const before = (words[at - 1] ?? '').toLowerCase();
  const two = `${(words[at - 2] ?? '').toLowerCase()} ${before}`;
  const capital =
    isPlaceWord(words, at, out) ||
    HEADS.has(before) ||
    HEADS.has(two) ||
    (before === 'và' && inAgency(words, at));
  return capital ? capitalised(low) : low;
}

/** The name behind "xã", "huyện" …: up to three words that no sentence word ends. */
function isPlaceWord(words: readonly string[], at: number, out: readonly string[]): boolean {
  for (let back = 1; back <= 3 && at - back >= 0; back++) {
    const one = words[at - back]!.toLowerCase();
    const two = `${(words[at - back - 1] ?? '').toLowerCase()} ${one}`;
    if (PLACE_KINDS.has(one) || PLACE_KINDS.has(two))
      return (
        !ORDINARY.has(words[at]!.toLowerCase().replace(/[.,;:]+$/, '')) &&
        out
          .slice(-back + 1 || out.length)
          .every((word) => word.charAt(0) !== word.charAt(0).toLowerCase() || back === 1)
      );
    if (/[.,;:]$/.test(one) || ORDINARY.has(one)) return false;
  }
  return false;
}

const ORDINARY = new Set(
  'và của về trong trên tại theo năm giai đoạn đến từ cho với các những là để ban hành thực hiện triển khai phê duyệt quy định hướng dẫn nhiệm vụ công tác hội họp lần thứ khóa nhiệm kỳ được do'.split(
    ' ',
  ),
);

function inAgency(words: readonly string[], at: number): boolean {
  for (let back = at - 1; back >= 0 && back >= at - 7; back--)
    if (HEADS.has(words[back]!.toLowerCase())) return true;
  return false;
}

function capitalised(low: string): string {
  return low.charAt(0).toUpperCase() + low.slice(1);
}
