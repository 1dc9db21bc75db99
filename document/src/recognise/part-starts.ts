// Where a document's parts begin: the decision, the plan it issues, the annexes behind it.
import { isCapitals, type Line } from './lines.ts';
import { readMarker } from './marker.ts';
import { typeAtStart } from './types.ts';
import {
  ATTACHED_LINE,
  AUTHORITY,
  isSignature,
  MOTTO,
  opensBasis,
  PARTY_MOTTO,
  POSITION,
  RECIPIENTS,
} from './words.ts';

const ANNEX =
  /^(?:\d{1,2}\.\s+)?(?:PHỤ LỤC|Phụ lục|DANH MỤC|DANH SÁCH|PHÂN CÔNG|BIỂU MẪU|MẪU SỐ|Mẫu số|BIỂU SỐ|BẢNG PHÂN CÔNG|TIẾN ĐỘ|LỘ TRÌNH|ĐỀ CƯƠNG|Biểu số|PHỤ BIỂU)(?=$|[\s:.,])/;
const ANNEX_ALONE =
  /^(?:\d{1,2}\.\s+)?(?:PHỤ LỤC|Phụ lục|PHỤ BIỂU|MẪU SỐ|Mẫu số|BIỂU SỐ|Biểu số)(?:\s+(?:số\s+|SỐ\s+)?[IVXLC\d]{1,5}[A-Za-z]?(?:\/[\p{Lu}-]{1,16})?)?\s?[:.]?$/u;

export interface Start {
  /** First line of its letterhead. */
  readonly from: number;
  readonly typeLine: number | null;
  readonly type: string | null;
}

/** Starts in order; the first is the first line. */
export function partStarts(lines: readonly Line[]): Start[] {
  const starts: Start[] = [];
  let ended = false;
  for (const [index, line] of lines.entries()) {
    if (endsBody(line.text)) ended = starts.length > 0 || isLetter(lines, index);
    const unnamed = ended ? unnamedAnnex(lines, index, starts.at(-1)) : null;
    if (unnamed !== null) {
      starts.push({ from: unnamed, typeLine: unnamed, type: null });
      ended = false;
    }
    const type = partType(lines, index);
    if (type === null || !opens(lines, index, type, starts, ended)) continue;
    const from = starts.length === 0 && !ended ? 0 : letterheadStart(lines, index, starts.at(-1)?.from ?? 0);
    starts.push({ from, typeLine: index, type });
    ended = false;
  }
  return starts.length > 0 && starts[0]!.from === 0
    ? starts
    : [{ from: 0, typeLine: null, type: null }, ...starts];
}

/** Capitals above "(Ban hành kèm theo …)" behind the end of a document open an annex whose type's name is missing. */
function unnamedAnnex(lines: readonly Line[], index: number, before: Start | undefined): number | null {
  if (!ATTACHED_LINE.test(lines[index]!.text)) return null;
  let from = index;
  while (
    from > 0 &&
    index - from < 4 &&
    isCapitals(lines[from - 1]!.text) &&
    !isSignature(lines[from - 1]!.text)
  )
    from--;
  return from === index || (before && before.typeLine !== null && before.typeLine >= from) ? null : from;
}

/** The type that a line announces by being its name in capitals, or beginning with it. */
function partType(lines: readonly Line[], index: number): string | null {
  const line = lines[index]!;
  const text = line.text;
  if (line.cell && (line.cell.rows > 6 || line.cell.columns > 3)) return null;
  return typeOfLine(text);
}

/** The type that a text's first words are the name of, in capitals: its abbreviation, or "PHỤ LỤC", "DANH MỤC". */
export function typeOfLine(text: string): string | null {
  if (text.length > 400 || !/^\p{Lu}|^\d{1,2}\.\s+PHỤ LỤC/u.test(text)) return null;
  const annex = ANNEX.exec(text);
  if (annex && (isCapitals(text) || ANNEX_ALONE.test(text) || /^(?:PHỤ LỤC|DANH MỤC)\s/.test(text)))
    return /^(?:\d+\.\s+)?(\p{L}+ \p{L}+)/u.exec(text)![1]!.toUpperCase();
  const bare = text.replace(/^DỰ THẢO\s+/, '');
  const type = typeAtStart(bare);
  if (type === null || type.abbreviation === 'L') return null;
  const name = bare.slice(0, type.name.length);
  if (name !== name.toUpperCase()) return null;
  const rest = bare.slice(type.name.length).trim();
  if (rest === '' || /^[:.]$/.test(rest) || isCapitals(rest) || /^(?:Về|V\/v|về)\s/.test(rest))
    return type.abbreviation;
  return null;
}

function opens(
  lines: readonly Line[],
  index: number,
  type: string,
  starts: readonly Start[],
  ended: boolean,
): boolean {
  const text = lines[index]!.text;
  const before = starts.at(-1);
  // "PHỤ LỤC II" with "DANH MỤC …" below it, "THÔNG BÁO" with "KẾT LUẬN …": the second line is a title.
  if (before?.typeLine === index - 1) return false;
  // "QUYẾT ĐỊNH:" between the bases and Điều 1 opens nothing.
  if (
    before &&
    before.typeLine !== null &&
    /^[\p{L} ]+:$/u.test(text) &&
    (type === before.type || type === 'NQ' || type === 'CT')
  )
    return false;
  if (
    before &&
    type === before.type &&
    !ended &&
    !ANNEX.test(text) &&
    !isLettered(lines, index, before) &&
    !referenceNear(lines, index)
  )
    return false;
  if (
    before === undefined &&
    text.endsWith(':') &&
    lines.slice(Math.max(0, index - 60), index).some((line) => opensBasis(line.text))
  )
    return false;
  if (before === undefined) return !ANNEX.test(text) || index < 8 || ended;
  if (ended || ANNEX_ALONE.test(text)) return true;
  return referenceNear(lines, index) || (isHead(lines, index) && !isCapitals(lines[index - 1]?.text ?? ''));
}

/** "(Kèm theo Quyết định số …)" stands under a title. */
function referenceNear(lines: readonly Line[], index: number): boolean {
  return lines
    .slice(index + 1, index + 6)
    .some(
      (line) => ATTACHED_LINE.test(line.text) || /\((?:Ban hành k|K)èm theo/i.test(line.text.slice(0, 600)),
    );
}

/** A type's name alone with a title in capitals under it, after the end of a sentence. */
function isHead(lines: readonly Line[], index: number): boolean {
  const next = lines[index + 1]?.text ?? '';
  return /[.:;/]$/.test(lines[index - 1]?.text ?? '.') && isCapitals(next) && readMarker(next) === null;
}

/** A letterhead of its own stands right above it. */
const isLettered = (lines: readonly Line[], index: number, { typeLine }: Start): boolean =>
  lines.slice(Math.max((typeLine ?? 0) + 1, index - 6), index).some((line) => MOTTO.test(line.text));

/** A letter bears no type's name: what follows its end is the first that does. */
function isLetter(lines: readonly Line[], end: number): boolean {
  return lines.slice(0, Math.min(end, LETTER_HEAD)).some((line) => /^(?:V\/v\s|Kính gửi)/i.test(line.text));
}
const LETTER_HEAD = 40;

function endsBody(text: string): boolean {
  return (
    /\.\s?\/\s?\.?$/.test(text.slice(-5)) ||
    RECIPIENTS.test(text) ||
    (AUTHORITY.test(text) && isCapitals(text.slice(0, 30)))
  );
}

/** Motto, agency, number and date above the type's name belong to the part that begins with them. */
function letterheadStart(lines: readonly Line[], index: number, after: number): number {
  let from = index;
  for (let at = index - 1; at > after && at >= index - 12; at--) {
    const { text } = lines[at]!;
    if (MOTTO.test(text) || PARTY_MOTTO.test(text)) from = at;
    else if (from < index || isLetterhead(text)) {
      if (!isLetterhead(text)) break;
      if (hasMotto(lines, at, index)) from = at;
    } else break;
  }
  return from;
}

function isLetterhead(text: string): boolean {
  return (
    /^(?:Số\s?:|Số\s?\d)/.test(text) ||
    /,\s?ngày[\s.…_]/.test(text.slice(0, 80)) ||
    (isCapitals(text) && text.length < 90 && !AUTHORITY.test(text) && !POSITION.test(text))
  );
}

const hasMotto = (lines: readonly Line[], from: number, to: number): boolean =>
  lines.slice(Math.max(0, from - 6), to).some((line) => MOTTO.test(line.text));
