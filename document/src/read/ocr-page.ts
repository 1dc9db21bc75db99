// One picture of a page through optical recognition: cleaned, levelled, cut into table fields and text, read, laid on the page.
import type { Box, PageContent } from './geometry.ts';
import { gridsOf } from './geometry-grid.ts';
import type { GridCell } from './geometry-grid.ts';
import { crop, histogram, paint, quarterTurn, rotate, scale, threshold } from './image.ts';
import type { Grey } from './image.ts';
import { clearBorders, evenOut, isNoisy, median3 } from './image-clean.ts';
import { inksOf } from './image-colour.ts';
import type { Rgba } from './image-colour.ts';
import { skewOf } from './image-deskew.ts';
import { findRules } from './image-rules.ts';
import { BEST_DPI } from './ocr-engine.ts';
import type { See } from './ocr-engine.ts';
import { redMarks } from './ocr-marks.ts';
import { piecesFrom } from './ocr-words.ts';
import type { SeenLine } from './ocr-words.ts';

/** The same picture, cleaned and level, at `BEST_DPI`. */
export interface Prepared {
  readonly image: Grey;
  readonly red: Grey | null;
  /** Up to this shade a pixel is ink. */
  readonly ink: number;
}

export function prepare(page: Rgba, dpi: number): Prepared {
  const inks = inksOf(page);
  const factor = BEST_DPI / dpi;
  const sized = scale(inks.black, factor);
  const even = evenOut(sized);
  const quiet = isNoisy(even) ? evenOut(median3(even)) : even;
  const ink = inkOf(quiet);
  const bordered = clearBorders(quiet, ink);
  const angle = skewOf(bordered, ink);
  const level = (image: Grey): Grey => (Math.abs(angle) < 0.06 ? image : rotate(image, angle));
  return { image: level(bordered), red: inks.redShare > 0.0004 ? level(scale(inks.red, factor)) : null, ink };
}

const inkOf = (image: Grey): number => Math.min(190, Math.max(70, threshold(histogram(image))));

/** What stands on the page; `number` is its number in the file. */
export async function recognisePage(page: Rgba, dpi: number, number: number, see: See): Promise<PageContent> {
  const prepared = prepare(page, dpi);
  const seen = await seePage(prepared, number, see);
  if (seen.sure >= READABLE) return seen.content;
  const turned = await turnUpright(prepared, see);
  if (!turned) return seen.content;
  const again = await seePage(turned, number, see);
  return again.sure > seen.sure ? again.content : seen.content;
}

/** Below this the engine was so unsure that the page may lie on its side or stand on its head. */
const READABLE = 60;

interface Seen {
  readonly content: PageContent;
  /** How sure the engine was of its letters, 0 to 100. */
  readonly sure: number;
}

async function seePage(prepared: Prepared, number: number, see: See): Promise<Seen> {
  const { rules, image } = findRules(prepared.image, prepared.ink, BEST_DPI);
  const point = 72 / BEST_DPI;
  const frame: PageContent = {
    page: number,
    width: image.width * point,
    height: image.height * point,
    pieces: [],
    rules: rules.map(({ vertical, box: [left, top, right, bottom] }) => ({
      vertical,
      box: [left * point, top * point, right * point, bottom * point],
    })),
    recognised: true,
  };
  // A smaller grid is a stamp of receipt, put down across the text.
  const tables = gridsOf(frame).grids.filter(({ box }) => box[2] - box[0] > 0.42 * frame.width);
  const cells = tables.flatMap((grid) => grid.cells);
  const lines = [...(await seeRest(image, cells, see))];
  for (const cell of cells) lines.push(...(await seeCell(image, prepared.ink, cell, see)));
  const pieces = piecesFrom(lines, BEST_DPI);
  if (prepared.red) pieces.push(...(await redMarks(prepared.red, see)));
  const own = frame.rules.filter((rule) => tables.some(({ box }) => touches(rule.box, box)));
  return { content: { ...frame, pieces, rules: own }, sure: confidence(lines) };
}

const touches = (a: Box, b: Box): boolean =>
  a[0] < b[2] + 4 && a[2] > b[0] - 4 && a[1] < b[3] + 4 && a[3] > b[1] - 4;

const pixels = (points: number): number => Math.round((points * BEST_DPI) / 72);

async function seeCell(image: Grey, ink: number, { box }: GridCell, see: See): Promise<readonly SeenLine[]> {
  const [left, top, right, bottom] = box.map(pixels) as [number, number, number, number];
  const [width, height] = [right - left - 4, bottom - top - 4];
  if (width < 12 || height < 14) return [];
  const field = crop(image, left + 2, top + 2, width, height);
  if (inkIn(field, ink) < 12) return [];
  const margin = 16;
  const padded = crop(field, -margin, -margin, width + 2 * margin, height + 2 * margin);
  const lines = await see(padded, 'block', BEST_DPI);
  return lines.map((line) =>
    shift(width < NARROW ? romanIn(line) : line, left + 2 - margin, top + 2 - margin),
  );
}

/** A column of numbers is narrower, in pixels. */
const NARROW = 0.85 * BEST_DPI;
const ROMAN: Readonly<Record<string, string>> = {
  H: 'II',
  Il: 'II',
  ll: 'II',
  lI: 'II',
  IH: 'III',
  HI: 'III',
  Ill: 'III',
  lll: 'III',
  TV: 'IV',
  VH: 'VII',
};

/** Roman numbers run together where they stand alone. */
function romanIn(line: SeenLine): SeenLine {
  const [word] = line.words;
  const roman = word && line.words.length === 1 ? ROMAN[word.text.replace(/[.)]$/, '')] : undefined;
  return word && roman !== undefined ? { ...line, words: [{ ...word, text: roman }] } : line;
}

function inkIn({ data }: Grey, ink: number): number {
  let count = 0;
  for (let at = 0; at < data.length; at++) if (data[at]! <= ink) count++;
  return count;
}

function shift(line: SeenLine, x: number, y: number): SeenLine {
  return {
    ...line,
    baseline: [line.baseline[0] + y, line.baseline[1] + y],
    words: line.words.map((word) => ({
      ...word,
      box: [word.box[0] + x, word.box[1] + y, word.box[2] + x, word.box[3] + y],
    })),
  };
}

/** What stands outside the tables. */
async function seeRest(image: Grey, cells: readonly GridCell[], see: See): Promise<readonly SeenLine[]> {
  if (cells.length === 0) return see(image, 'page', BEST_DPI);
  const rest = { ...image, data: Uint8Array.from(image.data) };
  for (const { box } of cells)
    paint(rest, pixels(box[0]) - 2, pixels(box[1]) - 2, pixels(box[2]) + 2, pixels(box[3]) + 2);
  return see(rest, 'page', BEST_DPI);
}

/** A page that was scanned on its side or upside down: the turn that reads best; null where none reads better. */
async function turnUpright(page: Prepared, see: See): Promise<Prepared | null> {
  const { image } = page;
  const [width, height] = [Math.min(image.width, 1100), Math.min(image.height, 700)];
  let best = { turns: 0, sure: 0 };
  for (const turns of [0, 1, 2, 3]) {
    const turned = quarterTurn(image, turns);
    const trial = crop(
      turned,
      (turned.width - width) >> 1,
      Math.floor((turned.height - height) * 0.4),
      width,
      height,
    );
    const sure = confidence(await see(trial, 'block', BEST_DPI));
    if (sure > best.sure + (turns === 0 ? 0 : 8)) best = { turns, sure };
  }
  const turn = (picture: Grey): Grey => quarterTurn(picture, best.turns);
  return best.turns === 0 ? null : { ...page, image: turn(image), red: page.red && turn(page.red) };
}

function confidence(lines: readonly SeenLine[]): number {
  const words = lines.flatMap((line) => line.words).filter((word) => /\p{L}{2}/u.test(word.text));
  const letters = words.reduce((sum, word) => sum + word.text.length, 0);
  return letters < 10
    ? 0
    : words.reduce((sum, word) => sum + word.confidence * word.text.length, 0) / letters;
}
