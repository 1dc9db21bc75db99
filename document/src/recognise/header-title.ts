// The title of a document (trích yếu), without the type's name.
import type { Span } from '../tree.ts';
import { properTitle } from './casing.ts';
import type { Habit } from './habit.ts';
import { dateAt } from './dates.ts';
import { placeAndDate, type Placed } from './letterhead.ts';
import type { Line } from './lines.ts';
import { numbersIn, type FoundNumber } from './numbers.ts';
import { typeAtStart } from './types.ts';
import { titleText, type Zones } from './zones.ts';

/** The title lines; a letter's title is its "V/v …"; a copy on a web page may keep it in the page's own title alone. */
export function titleOf(
  lines: readonly Line[],
  main: Zones,
  own: string | null,
  habit: Habit,
): Placed<string> | null {
  const text = titleText(lines, main);
  if (text !== null) {
    const first = lines[main.titleLines[0] ?? main.typeLine!]!;
    const last = lines[main.titleLines.at(-1) ?? main.typeLine!]!;
    const bare = text.slice(inscription(text)?.length ?? 0).trim();
    return { value: tidyTitle(bare === '' ? text : bare, habit), span: [first.span[0], last.span[1]] };
  }
  if (main.typeLine !== null) return null;
  return (
    subjectOf(lines.slice(main.start, Math.max(main.bases, main.start + 1)), habit) ??
    pageTitle(lines, main, own, habit)
  );
}

/** What older documents write into the title: "CỦA THỦ TƯỚNG CHÍNH PHỦ SỐ 16/2001/CT-TTg NGÀY 21 THÁNG 6 NĂM 2001 VỀ …". */
const INSCRIPTION = /^(?:CỦA\s+(\P{Ll}{4,90}?)\s+)?SỐ\s?:?\s+(?=\d{1,5}\s?[/-])/u;

export interface Inscribed {
  readonly issuer: string | null;
  readonly number: FoundNumber;
  readonly date: string | null;
  /** How far it reaches into the title. */
  readonly length: number;
}

export function inscribed(lines: readonly Line[], main: Zones): (Inscribed & { readonly span: Span }) | null {
  const text = titleText(lines, main);
  const found = text === null ? null : inscription(text);
  const line = lines[main.titleLines[0] ?? -1];
  return found && line ? { ...found, span: line.span } : null;
}

function inscription(text: string): Inscribed | null {
  const opening = INSCRIPTION.exec(text);
  if (!opening) return null;
  const number = numbersIn(text.slice(opening[0].length, opening[0].length + 60))[0];
  if (!number || number.start > 0) return null;
  let length = opening[0].length + number.end;
  const day = /^[\s,]*ngày\s+/iu.exec(text.slice(length, length + 20));
  const date = day && dateAt(text, length + day[0].length);
  if (date) length = date.end;
  return { issuer: opening[1] ?? null, number, date: date?.iso ?? null, length };
}

/** "Quyết định 2165/QĐ-UBND năm 2017 về Quy chế …": a page's title that names this very document. */
function pageTitle(
  lines: readonly Line[],
  main: Zones,
  own: string | null,
  habit: Habit,
): Placed<string> | null {
  if (own === null) return null;
  for (const line of lines.slice(main.start, Math.min(main.bases, main.start + 6))) {
    const number = numbersIn(line.text.slice(0, 80))[0];
    if (!number || number.number !== own || typeAtStart(line.text) === null || number.start > 24) continue;
    const title = line.text
      .slice(number.end)
      .replace(/^\s*(?:năm \d{4}|ngày [\d/]+)?\s*/, '')
      .replace(/\s+do .{3,80} ban hành$/, '');
    if (title.length > 8) return { value: tidyTitle(title, habit), span: line.span };
  }
  return null;
}

function tidyTitle(text: string, habit: Habit): string {
  const title = properTitle(text, habit)
    .replace(/\s+/g, ' ')
    .replace(/[\s.;:*]+$/, '')
    .trim();
  return title.charAt(0).toUpperCase() + title.slice(1);
}

const SUBJECT = /(?:^|\s)(?:V\/v|V\/V|v\/v|Về việc|Vv|V\.v)\s?[:.]?\s+(.+)$/u;

/** "V/v …" under the number, with the lines that its cell wraps it over. */
function subjectOf(head: readonly Line[], habit: Habit): Placed<string> | null {
  const at = head.findIndex((line) => SUBJECT.test(line.text));
  const line = head[at];
  if (!line) return null;
  const found = SUBJECT.exec(line.text)!;
  const pieces = [found[1]!];
  let end = line.span[1];
  for (const next of head.slice(at + 1, at + 6)) {
    if (!continues(line, next)) break;
    pieces.push(next.text);
    end = next.span[1];
  }
  return { value: tidyTitle(pieces.join(' '), habit), span: [line.span[0] + found.index, end] };
}

/** Marks of urgency and circulation below the subject (Annex I, III.2). */
const STAMP = /^(?:HỎA TỐC|THƯỢNG KHẨN|KHẨN|XEM XONG TRẢ LẠI|LƯU HÀNH NỘI BỘ)/;

function continues(line: Line, next: Line): boolean {
  if (line.cell && next.cell)
    return (
      next.block === line.block &&
      next.cell.column === line.cell.column &&
      !/^Kính gửi/i.test(next.text) &&
      !STAMP.test(next.text) &&
      placeAndDate([next]) === null
    );
  return !next.cell && /^\p{Ll}/u.test(next.text);
}
