// How a document's paragraphs stand on the sheet: the letterhead and the foot in two columns, titles centred, the rest as it came.
import type { Block, Paragraph, Span, Table } from '@nhipcau/document';

/** A stretch of the sheet: two columns side by side, a table, or one paragraph after another. */
export type Stretch =
  | {
      readonly kind: 'columns';
      readonly place: 'head' | 'foot';
      readonly left: readonly Paragraph[];
      readonly right: readonly Paragraph[];
    }
  | { readonly kind: 'table'; readonly table: Table; readonly ruled: boolean }
  | { readonly kind: 'paragraph'; readonly paragraph: Paragraph };

/** The spans of the header's fields, which tell the letterhead's two columns apart. */
export type FieldSpans = Readonly<Partial<Record<string, { readonly span: Span }>>>;

const nationalTitle = /^(CỘNG H[OÒ][AÀ]|Độc lập\s*[-–])/u;
const nationalTitleInside = /CỘNG H[OÒ][AÀ] XÃ HỘI/u;
const leftFields = ['parent', 'issuer', 'number'];
const rightFields = ['place', 'issuedOn'];
const recipients = /^N[ơo]i nhận/iu;
const authority = /^(TM|KT|TL|TUQ|Q)\s?\./u;
const longestHead = 14;
const longestFoot = 40;

/** Lays the blocks of a text out as stretches, in reading order, none left out. */
export function layOut(blocks: readonly Block[], text: string, fields: FieldSpans): Stretch[] {
  const head = letterhead(blocks, text, fields);
  const stretches: Stretch[] = head ? [head] : [];
  const taken = new Set<Block>(head ? [...head.left, ...head.right] : []);
  for (let at = 0; at < blocks.length; at++) {
    const block = blocks[at];
    if (!block || taken.has(block)) continue;
    if (block.type === 'table') {
      stretches.push({ kind: 'table', table: block, ruled: !isFrameless(block, text) });
      continue;
    }
    const foot = recipients.test(read(block, text)) ? footFrom(blocks, at, text) : null;
    if (foot) {
      stretches.push(foot);
      for (const paragraph of [...foot.left, ...foot.right]) taken.add(paragraph);
    } else {
      stretches.push({ kind: 'paragraph', paragraph: block });
    }
  }
  return stretches;
}

const read = (node: { readonly span: Span }, text: string) => text.slice(node.span[0], node.span[1]);

/** Letterhead of a text file: single paragraphs, of which some belong left, some right. */
function letterhead(blocks: readonly Block[], text: string, fields: FieldSpans) {
  const first = blocks.slice(0, longestHead);
  const end = first.findIndex((block) => block.type === 'table' || stands(block, fields, ['type', 'title']));
  const head = (end < 0 ? first : first.slice(0, end)).filter((block) => block.type === 'paragraph');
  const right = head.filter((p) => nationalTitle.test(read(p, text)) || stands(p, fields, rightFields));
  const left = head.filter((p) => !right.includes(p) && stands(p, fields, leftFields));
  if (left.length === 0 || !right.some((p) => nationalTitle.test(read(p, text)))) return null;
  return { kind: 'columns' as const, place: 'head' as const, left, right };
}

function stands(block: Block, fields: FieldSpans, names: readonly string[]): boolean {
  return names.some((name) => {
    const span = fields[name]?.span;
    return span !== undefined && span[0] < block.span[1] && span[1] > block.span[0];
  });
}

/** Recipients on the left, who signs on the right, as far as short lines go on. */
function footFrom(blocks: readonly Block[], start: number, text: string) {
  const left: Paragraph[] = [];
  const right: Paragraph[] = [];
  for (const block of blocks.slice(start, start + longestFoot)) {
    if (block.type === 'table') break;
    const line = read(block, text);
    if (line.length > 160 || (right.length > 0 && isTitle(line, right, text))) break;
    if (right.length === 0 && (recipients.test(line) || /^[-–+]|;$|^Lưu:/u.test(line))) left.push(block);
    else if (right.length > 0 || authority.test(line) || isCapitals(line)) right.push(block);
    else break;
  }
  return left.length > 1 && right.length > 0
    ? { kind: 'columns' as const, place: 'foot' as const, left, right }
    : null;
}

/** After the signer's name a line in capitals starts the next part (an annex, a plan). */
function isTitle(line: string, right: readonly Paragraph[], text: string): boolean {
  const named = right.some((p) => !isCapitals(read(p, text)) && !authority.test(read(p, text)));
  return named && (isCapitals(line) || line.length > 60);
}

const isCapitals = (line: string) => /\p{Lu}/u.test(line) && line === line.toUpperCase();

/** Letterheads and feet are often tables without rules in Word. */
function isFrameless(table: Table, text: string): boolean {
  if (table.columns > 3 || table.rows.length > 6) return false;
  const inside = read(table, text);
  return (
    nationalTitleInside.test(inside) ||
    /(^|\n|\t)\s*N[ơo]i nhận/u.test(inside) ||
    /(^|\t|\n)(TM|KT|TL|TUQ)\s?\./u.test(inside)
  );
}

/** True for the table that carries the national title. */
export function isLetterhead(table: Table, text: string): boolean {
  return nationalTitleInside.test(read(table, text));
}

/** Where a paragraph stands on its line: as its file says, or as such a paragraph usually does. */
export function alignment(
  paragraph: Paragraph,
  text: string,
  fields: FieldSpans,
): 'left' | 'center' | 'right' | 'justify' {
  if (paragraph.align) return paragraph.align;
  if (stands(paragraph, fields, ['type', 'title']) && paragraph.span[0] < 4000) return 'center';
  const line = read(paragraph, text);
  return line.length < 120 &&
    isCapitals(line) &&
    !/^(\d|[IVX]+\.|[a-zđ]\))/u.test(line) &&
    /\p{Lu}{3}/u.test(line)
    ? 'center'
    : 'justify';
}

/** True for a text file, which says nothing of bold or italic. */
export function isPlain(paragraphs: readonly Paragraph[]): boolean {
  return !paragraphs.some((p) => p.bold || p.italic || p.level !== undefined || p.runs !== undefined);
}

const numbered = /^(?:Điều \d+|Chương [IVX]+|Mục \d+|[IVX]+\.|\d+(?:\.\d+)*\.)\s/u;
const longestHeading = 110;

/** In a plain text: what the decree sets in bold (Decree 30/2020, Annex I), as far as its words tell. */
export function isEmphasised(paragraph: Paragraph, text: string, fields: FieldSpans): boolean {
  if (stands(paragraph, fields, ['type', 'title']) && paragraph.span[0] < 4000) return true;
  const line = read(paragraph, text);
  if (line.length > longestHeading) return false;
  if (nationalTitle.test(line)) return true;
  return numbered.test(line) ? !/[;.,]$/u.test(line) : isCapitals(line) && /\p{Lu}{3}/u.test(line);
}
