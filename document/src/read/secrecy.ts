// A document that bears a mark of secrecy is refused at the door (Law 117/2025/QH15 and its predecessor 29/2018/QH14;
// Decree 30/2020, Annex I, II.10: in capitals, boxed, at the head). A document about secrets is not: there the words
// stand inside a sentence, a title or a list of levels. So what counts is a line that holds nothing but the mark:
// in whatever case near the head and in the margins, in capitals anywhere else.
import { diagnostic } from '../messages.ts';
import type { Block, Diagnostic, Paragraph, Source, Table } from '../tree.ts';
import { normalise } from './normalise.ts';
import { isMark, isMarkInCapitals, sharesLineWithMark, statesMark } from './secrecy-marks.ts';

/**
 * The problem of a source that bears a mark of secrecy, else null. `margins` are lines outside of the text (running
 * heads, drawn text). The message quotes nothing of the file.
 */
export function secrecyMark(source: Source, margins: readonly string[] = []): Diagnostic | null {
  const marked =
    margins.some((line) => isMark(normalise(line)) || statesMark(normalise(line))) ||
    marksHead(source) ||
    marksBody(source);
  return marked ? diagnostic('secret-mark', 'error', { file: source.file }) : null;
}

interface Line {
  readonly text: string;
  readonly before: string;
}

// The head ends where the text begins: at the legal bases, the first article or section, or after some lines.
const HEAD_LINES = 30;
const HEAD_LENGTH = 2500;
const TEXT_BEGINS = /^(?:căn cứ|xét|thực hiện|điều\s\d|chương\s[ivx\d]|phần\s|i\.|a\.|1\.)/iu;
const LETTERHEAD = /c[ộỘ]ng h(?:òa|oà) xã hội|đ[ảẢ]ng c[ộỘ]ng s[ảẢ]n|đ[ộỘ]c l[ậẬ]p/iu;

function marksHead(source: Source): boolean {
  let lines = 0;
  let before = '';
  for (const block of source.blocks) {
    if (lines > HEAD_LINES || block.span[0] > HEAD_LENGTH) return false;
    for (const text of linesOf(source, block)) {
      if (block.type === 'paragraph' && TEXT_BEGINS.test(text)) return false;
      if (isHeadMark({ text, before })) return true;
      before = text;
      lines++;
    }
    if (block.type === 'table' && namesMarkInRow(source, block)) return true;
  }
  return false;
}

const isHeadMark = (line: Line): boolean =>
  (isMark(line.text) || sharesLineWithMark(line.text) || statesMark(line.text)) && !leadsOn(line.before);

/** A title that is cut into lines may leave the words alone on one of them; so may a list of marks. */
const CUT = /(?:^|\s)(?:độ|bí|bảo|cơ|tối|tuyệt|tài liệu|hồ sơ|văn bản|mức)$/iu;
const LISTS = /(?:[,;:/]|\s(?:và|hoặc|hay|là|gồm))$/iu;
const ABOUT_MARKS = /mật|dấu|mức/iu;
/** Places and agencies may end in the same syllables: Uông Bí, Vĩnh Bảo, Ấn Độ. */
const AGENCY =
  /^(?:UBND|[ỦU][ỶY] BAN|UỶ BAN|HĐND|HỘI|SỞ|BỘ|BAN|CỤC|TỔNG|CHI|PHÒNG|VĂN PHÒNG|TRUNG TÂM|CÔNG AN|TỈNH|THÀNH|HUYỆN|ĐẢNG|ĐOÀN|ĐẠI SỨ|PHÁI ĐOÀN)/u;

function leadsOn(before: string): boolean {
  if (/bảo vệ bí$/iu.test(before)) return true;
  if (CUT.test(before)) return !AGENCY.test(before);
  return LISTS.test(before) && ABOUT_MARKS.test(before);
}

function linesOf(source: Source, block: Block): string[] {
  const text = ({ span }: Paragraph): string => source.text.slice(...span);
  if (block.type === 'paragraph') return [text(block)];
  if (isData(source, block)) return [];
  return block.rows.flatMap((row) => row.cells.flatMap((cell) => cell.paragraphs.map(text)));
}

/** A larger table lists things; the letterhead and the frames of marks are small. */
function isData(source: Source, table: Table): boolean {
  if (table.rows.length <= 3 && table.columns <= 3) return false;
  const [start] = table.span;
  return !LETTERHEAD.test(source.text.slice(start, Math.min(table.span[1], start + 1000)));
}

const LABEL = /^(?:độ|mức độ|cấp độ|mức|dấu|dấu chỉ độ) mật\s?:?$/iu;

/** A form may state the mark in the cell beside its name. */
function namesMarkInRow(source: Source, table: Table): boolean {
  return table.rows.some(({ cells: [name, value, more] }) => {
    if (!name || !value || more) return false;
    return LABEL.test(source.text.slice(...name.span)) && isMark(source.text.slice(...value.span));
  });
}

const ANNEX = /^phụ lục(?:\s|$)/iu;

/**
 * Elsewhere the mark stands in capitals and alone; several different ones explain what the marks are, unless they
 * stand at the heads of annexes.
 */
function marksBody(source: Source): boolean {
  const found = new Set<string>();
  let before = '';
  for (const block of source.blocks) {
    const lines = block.type === 'paragraph' || holdsLetterhead(source, block) ? linesOf(source, block) : [];
    for (const text of lines) {
      const mark = isMarkInCapitals(text);
      if (mark !== null && ANNEX.test(before)) return true;
      if (mark !== null && !leadsOn(before)) found.add(mark);
      before = text;
    }
  }
  return found.size === 1;
}

/** The mark that lines hold of which the reader sees nothing; many different ones are the choices of a form. */
export function hiddenMark(lines: readonly string[]): string[] {
  const marks = lines.map((line) => isMarkInCapitals(normalise(line))).filter((mark) => mark !== null);
  const found = new Set(marks);
  return found.size === 1 ? [...found] : [];
}

function holdsLetterhead(source: Source, table: Table): boolean {
  const [start, end] = table.span;
  return table.rows.length <= 6 && LETTERHEAD.test(source.text.slice(start, Math.min(end, start + 1000)));
}
