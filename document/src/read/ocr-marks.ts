// Marks stamped in red, of secrecy and urgency, are looked for in the red ink alone: seals are taken off the text, these must not be lost.
import type { Piece } from './geometry.ts';
import { crop } from './image.ts';
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
    .replace(/[^A-Z]/g, '');

/** Pieces for the marks in red ink; everything else in red is a seal's rim or a stamp of receipt. */
export async function redMarks(red: Grey, see: See): Promise<Piece[]> {
  const top = crop(red, 0, 0, red.width, Math.round(red.height * 0.4));
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
