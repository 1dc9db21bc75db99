// Marks stamped in red, of secrecy and urgency, are looked for in the red ink alone: seals are taken off the text, these must not be lost.
import type { Piece } from './geometry.ts';
import { crop, rotate } from './image.ts';
import type { Grey } from './image.ts';
import { BEST_DPI } from './ocr-engine.ts';
import type { See } from './ocr-engine.ts';
import { piecesFrom } from './ocr-words.ts';

/** Decree 30/2020, Annex I (urgency) and the marks of the law on state secrets. */
const MARKS: ReadonlyMap<string, string> = new Map([
  ['MAT', 'MẬT'],
  ['TOIMAT', 'TỐI MẬT'],
  ['TUYETMAT', 'TUYỆT MẬT'],
  ['KHAN', 'KHẨN'],
  ['THUONGKHAN', 'THƯỢNG KHẨN'],
  ['HOATOC', 'HỎA TỐC'],
]);

const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/Đ/g, 'D')
    .replace(/[^A-Z]/g, '')
    // A tilted letter may be seen twice.
    .replace(/(.)\1/g, '$1');

/** Degrees: stamps are set down by hand, and the engine reads lines that are nearly level. */
const TILTS = [0, 4, -4, 8, -8];

/** Pieces for the marks in red ink; everything else in red is a seal's rim or a stamp of receipt. */
export async function redMarks(red: Grey, see: See): Promise<Piece[]> {
  const top = crop(red, 0, 0, red.width, Math.round(red.height * 0.4));
  for (const tilt of TILTS) {
    const found = await marksIn(tilt === 0 ? top : rotate(top, tilt), see);
    if (found.length > 0) return found;
  }
  return [];
}

async function marksIn(top: Grey, see: See): Promise<Piece[]> {
  const lines = await see(top, 'page', BEST_DPI);
  const found: Piece[] = [];
  for (const line of lines) {
    const mark = MARKS.get(plain(line.words.map((word) => word.text).join('')));
    const [first] = piecesFrom([line], BEST_DPI);
    const last = line.words.at(-1);
    if (mark && first && last) found.push({ ...first, text: mark, right: (last.box[2] * 72) / BEST_DPI });
  }
  return found;
}
