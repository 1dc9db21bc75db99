// How wide a line of Times New Roman is (its metrics are those of Tinos and Liberation Serif), for rules measured by the line
// that they stand under.

/** Widths of U+0020–U+007E in thousandths of the size. */
const REGULAR =
  '250,333,408,500,500,833,778,180,333,333,500,564,250,333,250,278,500,500,500,500,500,500,500,500,500,500,278,278,564,564,564,444,921,722,667,667,722,611,556,722,722,333,389,722,611,889,722,722,556,722,667,556,611,722,722,944,722,722,611,333,278,333,469,500,333,444,500,444,500,444,333,500,500,278,278,500,278,778,500,500,500,500,333,389,278,500,500,722,500,500,444,480,200,480,541';
const BOLD =
  '250,333,555,500,500,1000,833,278,333,333,500,570,250,333,250,278,500,500,500,500,500,500,500,500,500,500,333,333,570,570,570,500,930,722,667,722,722,667,611,778,778,389,500,778,667,944,722,778,611,778,722,556,667,722,722,1000,722,722,667,333,278,333,581,500,333,500,556,444,556,444,333,500,556,278,333,556,278,833,556,500,556,556,444,389,333,556,500,722,500,500,444,394,220,394,520';

interface Face {
  readonly ascii: readonly number[];
  readonly others: Readonly<Record<string, number>>;
}

const face = (ascii: string, others: Face['others']): Face => ({
  ascii: ascii.split(',').map(Number),
  others,
});

const FACES = {
  regular: face(REGULAR, { đ: 500, Đ: 722, ơ: 529, Ơ: 722, ư: 542, Ư: 776, '–': 500, '“': 444, '”': 444 }),
  bold: face(BOLD, { đ: 556, Đ: 722, ơ: 554, Ơ: 778, ư: 600, Ư: 796, '–': 500, '“': 500, '”': 500 }),
};

const MARKS_BUT_HORN = /[\u0300-\u031a\u031c-\u036f]/g;

/** Marks above and below a letter do not widen it; a horn does. */
function widthOf(letter: string, { ascii, others }: Face): number {
  const base = letter.normalize('NFD').replace(MARKS_BUT_HORN, '').normalize('NFC');
  return others[base] ?? ascii[base.charCodeAt(0) - 32] ?? 722;
}

const MM_PER_POINT = 25.4 / 72;

/** Width of a line in millimetres at a size in points. */
export function lineWidth(text: string, size: number, bold: boolean): number {
  const letters = FACES[bold ? 'bold' : 'regular'];
  let thousandths = 0;
  for (const letter of text) thousandths += widthOf(letter, letters);
  return (thousandths / 1000) * size * MM_PER_POINT;
}

/** The lines that a text takes at a width, broken between words as a word processor does. */
export function brokenLines(text: string, size: number, bold: boolean, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    const longer = last === undefined ? word : `${last} ${word}`;
    if (last === undefined || lineWidth(longer, size, bold) > width) lines.push(word);
    else lines[lines.length - 1] = longer;
  }
  return lines;
}

/** Width in millimetres of the longest line that a text takes at a width. */
export const widestLine = (text: string, size: number, bold: boolean, width: number): number =>
  Math.max(...brokenLines(text, size, bold, width).map((line) => lineWidth(line, size, bold)));
