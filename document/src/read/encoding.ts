// Bytes to text where nobody says in which encoding: marks first, then proof, then what reads most like Vietnamese.
import { fromTcvn3, fromVni } from './legacy.ts';

type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1258' | 'windows-1252' | 'TCVN3' | 'VNI';

export interface Decoded {
  /** Without byte order mark; otherwise as it stands. */
  readonly text: string;
  readonly encoding: Encoding;
  /** True where an encoding older than Unicode had to be guessed. */
  readonly guessed: boolean;
}

/** Decodes text; never throws. `declared` is what the file itself says (a charset), used where the bytes allow it. */
export function decodeText(bytes: Uint8Array, declared?: string): Decoded {
  const unicode = unicodeOf(bytes);
  if (unicode) return { text: decode(unicode, bytes), encoding: unicode, guessed: false };
  const named = declared === undefined ? null : knownEncoding(declared);
  if (named && named !== 'utf-8') return { text: decode(named, bytes), encoding: named, guessed: false };
  const encoding = guess(bytes);
  return { text: decode(encoding, bytes), encoding, guessed: encoding !== 'utf-8' };
}

function unicodeOf(bytes: Uint8Array): Encoding | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const wide = wideOf(bytes);
  if (wide) return wide;
  return isUtf8(bytes) ? 'utf-8' : null;
}

/** UTF-16 without a mark: the high bytes of Vietnamese are 0, 1 or 1E, so every second byte is mostly one of these. */
function wideOf(bytes: Uint8Array): Encoding | null {
  const sample = Math.min(bytes.length, 4096) & ~1;
  if (sample < 8) return null;
  const zeros = [0, 0];
  for (let at = 0; at < sample; at++) if (bytes[at] === 0) zeros[at & 1]!++;
  const half = sample / 2;
  if (zeros[1]! > half * 0.4 && zeros[0]! < half * 0.05) return 'utf-16le';
  if (zeros[0]! > half * 0.4 && zeros[1]! < half * 0.05) return 'utf-16be';
  return null;
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

const DECLARED: Readonly<Record<string, Encoding>> = {
  'utf-8': 'utf-8',
  utf8: 'utf-8',
  'utf-16': 'utf-16le',
  'windows-1258': 'windows-1258',
  cp1258: 'windows-1258',
  'windows-1252': 'windows-1252',
  'iso-8859-1': 'windows-1252',
  'us-ascii': 'windows-1252',
  'x-sami-1252': 'windows-1252',
};

function knownEncoding(name: string): Encoding | null {
  const key = name.trim().toLowerCase();
  return Object.hasOwn(DECLARED, key) ? (DECLARED[key] ?? null) : null;
}

const SAMPLE = 1 << 16;

/** Not valid UTF-8: a damaged file in it, or one of the encodings of before. */
function guess(bytes: Uint8Array): Encoding {
  const sample = bytes.subarray(0, SAMPLE);
  let best: Encoding = 'windows-1252';
  let most = 0;
  for (const encoding of ['utf-8', 'windows-1258', 'TCVN3', 'VNI'] as const) {
    const score = vietnameseWords(decode(encoding, sample));
    if (score > most) [best, most] = [encoding, score];
  }
  if (most > 0) return best;
  return looksLikeUtf8(sample) ? 'utf-8' : 'windows-1252';
}

const WORDS =
  /(?<!\p{L})(?:và|của|các|cứ|ngày|tháng|năm|việc|định|số|dân|thực|hiện|được|công|quyết|tỉnh|thông|đối|trên|về|cho)(?!\p{L})/giu;

function vietnameseWords(text: string): number {
  return text.normalize('NFC').match(WORDS)?.length ?? 0;
}

/** Most of what is not ASCII forms whole characters of UTF-8. */
function looksLikeUtf8(bytes: Uint8Array): boolean {
  const text = decode('utf-8', bytes);
  let broken = 0;
  let whole = 0;
  for (const unit of text)
    if (unit === '\ufffd') broken++;
    else if (unit > '\u007f') whole++;
  return whole > broken;
}

function decode(encoding: Encoding, bytes: Uint8Array): string {
  if (encoding === 'TCVN3') return fromTcvn3(latin(bytes));
  if (encoding === 'VNI') return fromVni(latin(bytes));
  return new TextDecoder(encoding).decode(bytes);
}

const latin = (bytes: Uint8Array): string => new TextDecoder('windows-1252').decode(bytes);

/** Each byte as the character of the same number. */
export function unitsOf(bytes: Uint8Array): string {
  const pieces: string[] = [];
  for (let at = 0; at < bytes.length; at += 8192)
    pieces.push(String.fromCharCode(...bytes.subarray(at, at + 8192)));
  return pieces.join('');
}
