// What a paragraph begins with: "Điều 2.", "II.", "3.1.", "a)", "-".
import type { Marker, Paragraph } from '../tree.ts';

export interface Marked {
  readonly marker: Marker;
  /** As written, without closing punctuation. */
  readonly label: string;
  /** Paragraphs of one list have one style: "1." and "1)" are two lists. */
  readonly style: string;
  /** Length of the marker with the space behind it. */
  readonly length: number;
  /** Place in its list, from 1, where the label says one. */
  readonly ordinal: number | null;
}

const PART =
  /^(phần\s+(?:thứ\s+)?(nhất|hai|ba|bốn|tư|năm|sáu|bảy|[ivxlc]{1,7}|\d{1,2}))(?=[\s.:–-]|$)[.:]?\s*[-–:]?\s*/i;
const CHAPTER = /^(chương\s+([ivxlc]{1,7}|\d{1,2}))(?=[\s.:–-]|$)[.:]?\s*[-–:]?\s*/i;
const SECTION = /^((?:tiểu\s+)?mục\s+([ivxlc]{1,7}|\d{1,2}))(?=[\s.:–-]|$)[.:]?\s*[-–:]?\s*/i;
const ARTICLE = /^(điều\s+(\d{1,3})[a-zđ]?)(?=[\s.:]|$)\s?[.:]?\s*/i;
// V/v opens a title.
const ROMAN = /^(?!V\/[Vv])([IVXLC]{1,7})\s?([.)/:]|\s?[-–])\s*(?=\S)/;
const CAPITAL = /^([A-HK-Z])\s?([.)/]|\s?[-–])\s+(?=\S)/;
const DECIMAL = /^(\d{1,2}(?:\.\d{1,2}){1,4})([.)/:]{0,2})\s+(?=\S)/;
const GLUED_DECIMAL = /^(\d{1,2}(?:\.\d{1,2}){1,4})([.)])(?=\p{L})/u;
const NUMBER = /^(\d{1,3})\s?([.)/]|\s?[-–](?=\s?\p{Lu}))\s*(?=[^\s\d])/u;
const ROUND = /^\(\s?(\d{1,2}|[a-zđ]|[ivx]{1,5})\s?\)\s*(?=\S)/;
const LETTER = /^([a-zđ]{1,2}|[a-zđ]\d{1,2})\s?([.)/])\s*(?=\S)/;
const STEP =
  /^((?:bước|nhiệm vụ|giai đoạn|nội dung|hoạt động|nhóm|giải pháp)\s+(?:thứ\s+)?(\d{1,2}))\s?[.:]\s*(?=\S)/i;
const DASH = /^[-–—−‒]\s*(?=[^\s\d])|^[-–—−‒]\s+(?=\d)/;
const BULLET = /^[•●○◦▪■□♦➢✓√→⇒*·]\s*(?=[^\s*])|^o\s(?=\p{Lu})/u;
const PLUS = /^\+\s*(?=\S)/;

// No marker starts with another character than these.
const STARTS = /^[\dA-ZĐa-zđ(+\-–—−‒•●○◦▪■□♦➢✓√→⇒*·]/;

// How a marker that begins with a letter goes on; most paragraphs begin with a word and end here.
const LETTERED =
  /^(?:[a-zđ]{1,7}\s{0,2}[.)/:–-]|[a-zđ]\d{1,2}\s?[.)/]|o\s|(?:phần|chương|mục|tiểu|điều|bước|nhiệm|giai|nội|hoạt|nhóm|giải)\s)/i;

/** The marker of a paragraph; where the file says that it is plain text, or which number it generates, its words are not asked. */
export function markerOf(text: string, paragraph: Paragraph): Marked | null {
  const { role, label, span } = paragraph;
  if (role === 'text' && label === undefined) return null;
  const words = text.slice(span[0], Math.min(span[1], span[0] + 60));
  if (role === undefined || label === undefined) return readMarker(words);
  const generated = readMarker(`${label} X`);
  return generated && { ...generated, length: Math.min(label.length + 1, span[1] - span[0]) };
}

/** The marker that a paragraph begins with, or null. Reads at most its first forty characters. */
export function readMarker(paragraph: string): Marked | null {
  if (!STARTS.test(paragraph)) return null;
  const text = paragraph.slice(0, 48);
  if (/^\d/.test(text)) return readDigits(text);
  if (/^[a-zđ]/i.test(text) && !LETTERED.test(text)) return null;
  return readList(text) ?? readHeading(text) ?? readNumber(text);
}

function readList(text: string): Marked | null {
  const dash = DASH.exec(text);
  if (dash) return { marker: 'dash', label: '-', style: '-', length: dash[0].length, ordinal: null };
  const plus = PLUS.exec(text);
  if (plus) return { marker: 'plus', label: '+', style: '+', length: plus[0].length, ordinal: null };
  const bullet = BULLET.exec(text);
  if (!bullet) return null;
  const label = bullet[0].trim();
  const round = label === 'o' || label === '○' || label === '◦';
  return { marker: round ? 'plus' : 'dash', label, style: label, length: bullet[0].length, ordinal: null };
}

const HEADINGS: readonly (readonly [Marker, RegExp])[] = [
  ['part', PART],
  ['chapter', CHAPTER],
  ['section', SECTION],
  ['article', ARTICLE],
];

function readHeading(text: string): Marked | null {
  for (const [marker, pattern] of HEADINGS) {
    const found = pattern.exec(text);
    // "mục 2 của …" inside a sentence begins in lower case.
    if (!found || /^\p{Ll}/u.test(text)) continue;
    const style = marker === 'section' && /^t/i.test(text) ? 'subsection' : marker;
    return { marker, label: tidy(found[1]!), style, length: found[0].length, ordinal: ordinalOf(found[2]!) };
  }
  return null;
}

const tidy = (label: string): string => label.replace(/\s+/g, ' ');

function readDigits(text: string): Marked | null {
  const decimal = DECIMAL.exec(text) ?? GLUED_DECIMAL.exec(text);
  if (decimal && !isQuantity(text, decimal)) return decimalOf(decimal);
  const number = NUMBER.exec(text);
  return (
    number && {
      marker: 'number',
      label: number[1]!,
      style: `1${kindOf(number[2]!)}`,
      length: number[0].length,
      ordinal: Number(number[1]),
    }
  );
}

function readNumber(text: string): Marked | null {
  const roman = ROMAN.exec(text);
  if (roman && isRoman(roman[1]!))
    return {
      marker: 'roman',
      label: roman[1]!,
      style: `I${kindOf(roman[2]!)}`,
      length: roman[0].length,
      ordinal: romanValue(roman[1]!),
    };
  const capital = CAPITAL.exec(text);
  if (capital)
    return {
      marker: 'part',
      label: capital[1]!,
      style: 'A',
      length: capital[0].length,
      ordinal: capital[1]!.charCodeAt(0) - 64,
    };
  const letter = LETTER.exec(text);
  if (letter && (letter[1]!.length === 1 || isDoubled(letter[1]!)))
    return letterOf(letter[1]!, kindOf(letter[2]!), letter[0].length);
  return readRare(text);
}

function readRare(text: string): Marked | null {
  const round = ROUND.exec(text);
  if (round)
    return {
      marker: /\d/.test(round[1]!) ? 'number' : 'letter',
      label: round[1]!,
      style: /\d/.test(round[1]!) ? '(1)' : '(a)',
      length: round[0].length,
      ordinal: /\d/.test(round[1]!) ? Number(round[1]) : null,
    };
  const step = STEP.exec(text);
  if (step && /^\p{Lu}/u.test(text))
    return {
      marker: 'number',
      label: tidy(step[1]!),
      style: step[1]!.replace(/\d+/, '').toLowerCase(),
      length: step[0].length,
      ordinal: Number(step[2]),
    };
  return null;
}

/** "1.", "1)" and "1/" are written alike inside one list more often than not; only the closed bracket makes another. */
function kindOf(punctuation: string): string {
  return punctuation.includes(')') ? ')' : '.';
}

/** "2.5 triệu", "12.5.2020": a quantity or a date opens the sentence. */
function isQuantity(text: string, decimal: RegExpExecArray): boolean {
  if (decimal[2] !== '') return false;
  return /^(?:%|triệu|tỷ|tỉ|nghìn|ha\b|km|m2|m3|USD|đồng|tấn|lần)/u.test(text.slice(decimal[0].length));
}

function decimalOf(found: RegExpExecArray): Marked {
  const label = found[1]!;
  const parts = label.split('.');
  return {
    marker: 'decimal',
    label,
    style: `1.${parts.length}`,
    length: found[0].length,
    ordinal: Number(parts.at(-1)),
  };
}

const ALPHABET = 'abcdđeghiklmnopqrstuvxy';

function letterOf(label: string, kind: string, length: number): Marked {
  const at = ALPHABET.indexOf(label);
  return {
    marker: 'letter',
    label,
    style: `a${kind}`,
    length,
    ordinal: label.length === 1 && at >= 0 ? at + 1 : null,
  };
}

function isDoubled(label: string): boolean {
  return label[0] === label[1] || /\d/.test(label) || /^(?:ii|iv|vi|ix)$/.test(label);
}

const ROMAN_FORM = /^(?:C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})$/;

function isRoman(label: string): boolean {
  return ROMAN_FORM.test(label) && label !== 'L' && label !== 'C';
}

const DIGITS: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50, c: 100 };

function romanValue(label: string): number {
  let total = 0;
  let last = 0;
  for (let at = label.length - 1; at >= 0; at--) {
    const digit = DIGITS[label[at]!.toLowerCase()] ?? 0;
    total += digit < last ? -digit : digit;
    last = Math.max(last, digit);
  }
  return total;
}

const WORDS: Readonly<Record<string, number>> = {
  nhất: 1,
  hai: 2,
  ba: 3,
  bốn: 4,
  tư: 4,
  năm: 5,
  sáu: 6,
  bảy: 7,
};

function ordinalOf(label: string): number | null {
  const low = label.toLowerCase();
  if (/^\d+$/.test(low)) return Number(low);
  return WORDS[low] ?? romanValue(low);
}
