// The text of lines: spaces by distance, raised figures, hyphens at a line's end.
import type { Piece } from './geometry.ts';
import type { TextRun } from './build.ts';
import type { Line } from './geometry-lines.ts';

/** A gap that is a space, in font sizes. */
const SPACE = 0.16;

const RAISED: Readonly<Record<string, string>> = {
  '0': '⁰',
  '1': '¹',
  '2': '²',
  '3': '³',
  '4': '⁴',
  '5': '⁵',
  '6': '⁶',
  '7': '⁷',
  '8': '⁸',
  '9': '⁹',
};

/** "m²" and footnote marks keep their meaning as raised figures; anything else raised stays as it is. */
function shownText(piece: Piece, line: Line): string {
  const raised = piece.size < 0.82 * line.size && line.baseline - piece.baseline > 0.15 * line.size;
  return raised && /^\d+$/.test(piece.text.trim())
    ? piece.text.replace(/\d/g, (digit) => RAISED[digit] ?? digit)
    : piece.text;
}

/** The runs of one line. */
export function runsOf(line: Line): TextRun[] {
  const runs: TextRun[] = [];
  let reach = -Infinity;
  let ended = true;
  for (const piece of line.pieces) {
    const text = shownText(piece, line).replace(SPACED_OUT, '');
    const before = runs.at(-1)?.text.at(-1) ?? '';
    const apart = piece.spaced === true || piece.left - reach > SPACE * piece.size;
    const space = !ended && apart && !(EAST_ASIAN.test(before) && EAST_ASIAN.test(text.charAt(0)));
    runs.push({
      text: space ? ` ${text}` : text,
      ...(piece.bold && { bold: true }),
      ...(piece.italic && { italic: true }),
      ...(piece.doubtful && { doubtful: true }),
    });
    reach = Math.max(reach, piece.right);
    ended = /\s$/.test(text);
  }
  return runs;
}

export function textOf(line: Line): string {
  return runsOf(line)
    .map((run) => run.text)
    .join('')
    .trim();
}

/** "i-" + "Speed", "60/QĐ-" + "UBND", "xã/" + "phường": the break fell inside a word that has its own mark. */
const INSIDE_A_WORD = /[\p{L}\p{N}][-/]$/u;

/** "https://songthao.gov.vn" + "/tin?so=1": an address goes on where it was parted. */
function isInsideAddress(before: string, after: string): boolean {
  const last = /\S*$/.exec(before.trimEnd())![0];
  if (!/:\/\/|^www\./i.test(last)) return false;
  return /^\s*[/?&=#%_]/.test(after) || /[/?&=#%_-]$/.test(last);
}

/** Han and kana, with the marks among them, stand without spaces whatever room they were given. */
const EAST_ASIAN = /[\u3000-\u30ff\u3400-\u9fff\uff00-\uffef]/;
const SPACED_OUT = new RegExp(`(?<=${EAST_ASIAN.source}) (?=${EAST_ASIAN.source})`, 'g');

/** Two letters of scripts that put no spaces between words: Thai, Lao, Khmer, kana, Han. */
const SPACELESS = /^[\u0e00-\u0eff\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]{2}$/;

/** The runs of lines that make one paragraph. */
export function joinedRuns(lines: readonly Line[]): TextRun[] {
  const runs: TextRun[] = [];
  for (const line of lines) {
    const next = runsOf(line);
    const before = runs
      .slice(-3)
      .map((run) => run.text)
      .join('');
    const after = next[0]?.text ?? '';
    const glued =
      runs.length === 0 ||
      (INSIDE_A_WORD.test(before.trimEnd()) && /^\s*[\p{L}\p{N}]/u.test(after)) ||
      isInsideAddress(before, after) ||
      SPACELESS.test(`${before.trimEnd().slice(-1)}${after.trimStart().charAt(0)}`);
    if (glued && runs.length > 0)
      runs[runs.length - 1] = { ...runs.at(-1)!, text: runs.at(-1)!.text.trimEnd() };
    else if (!glued) runs.push({ text: ' ' });
    runs.push(...next);
  }
  return runs;
}
