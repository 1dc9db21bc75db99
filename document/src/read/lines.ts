// A line break inside a paragraph is either a wrap that the author set by hand, or the end of what is a paragraph to
// the eye. It is an end where
// - a page or a blank line lies between;
// - the next line begins with a list mark or an opening such as "Nơi nhận", or either line stands by itself ("KẾ HOẠCH",
//   "CHỦ TỊCH");
// - the lines differ in look (all capitals, all bold, all italic);
// - the line is closed by a full stop, colon or semicolon;
// - both name agencies (an agency stands below its parent);
// - in text that is not centred, the next line begins with a capital after a short line.
// Everything else is joined with a space.
import type { TextRun } from './build.ts';
import { isCaps, standsAlone, startsAnew } from './text-join.ts';

export interface VisualLine {
  readonly runs: TextRun[];
  /** A page or column ends before it. */
  readonly apart: boolean;
}

/** Begins a new line; of many breaks in a row two say all, and a file of nothing else must not fill the memory. */
export function breakLine(lines: VisualLine[], apart: boolean): void {
  const [before, last] = [lines.at(-2), lines.at(-1)];
  if (last?.runs.length === 0 && before?.runs.length === 0 && last.apart === apart) return;
  lines.push({ runs: [], apart });
}

interface Shown {
  readonly text: string;
  readonly bold: boolean;
  readonly italic: boolean;
}

/** Drawn with characters, under the names of agencies. */
const RULE = /^[-_=~*.·•—–\s]{3,}$/;
const CLOSED = /[.;:!?…]["”’)\]]?$/;
const GOES_ON = /[,(–-]$/;
const LOWER = /^["“‘(]?[\p{Ll}\d]/u;
const AGENCY =
  /^(?:UBND|[ỦU][ỶY] BAN|UỶ BAN|HĐND|HỘI ĐỒNG|SỞ|BỘ|CỤC|TỔNG CỤC|CHI CỤC|BAN (?!HÀNH)|PHÒNG|VĂN PHÒNG|TRUNG TÂM|CÔNG AN|TỈNH [ỦU]|THÀNH [ỦU]|HUYỆN [ỦU]|ĐẢNG|ĐOÀN)/;
const LONG = 60;

/** The paragraphs that the lines of one paragraph make to the eye. */
export function splitLines(lines: readonly VisualLine[], centred: boolean): TextRun[][] {
  if (lines.length === 1) return RULE.test(shownOf(lines[0]!.runs).text) ? [] : [lines[0]!.runs];
  const paragraphs: TextRun[][] = [];
  let before: Shown | null = null;
  for (const line of lines) {
    const shown = shownOf(line.runs);
    if (shown.text === '' || RULE.test(shown.text)) {
      before = null;
      continue;
    }
    if (before && !line.apart && goesOn(before, shown, centred)) {
      const runs = paragraphs.at(-1)!;
      runs.push({ text: ' ' });
      for (const run of line.runs) runs.push(run);
    } else paragraphs.push([...line.runs]);
    before = shown;
  }
  return paragraphs;
}

function shownOf(runs: readonly TextRun[]): Shown {
  const visible = runs.filter(({ text }) => text.trim() !== '');
  return {
    text: visible
      .map(({ text }) => text)
      .join('')
      .trim(),
    bold: visible.every(({ bold }) => bold),
    italic: visible.every(({ italic }) => italic),
  };
}

function goesOn(before: Shown, after: Shown, centred: boolean): boolean {
  if (startsAnew(after.text) || standsAlone(before.text) || standsAlone(after.text)) return false;
  if (before.bold !== after.bold || before.italic !== after.italic) return false;
  const caps = isCaps(before.text);
  if (caps !== isCaps(after.text) || CLOSED.test(before.text)) return false;
  if (LOWER.test(after.text) || GOES_ON.test(before.text)) return true;
  if (caps) return !(AGENCY.test(before.text) && AGENCY.test(after.text));
  return centred || before.text.length >= LONG;
}
