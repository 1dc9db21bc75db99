// Nothing that bears a mark of secrecy is written, or kept to be written (Law 117/2025/QH15; Decree 30/2020, Annex I, II.10.a): the
// rule at the door, for text that somebody types.
import { createBuilder, type Builder, type CellInput } from '../read/build.ts';
import { normalise } from '../read/normalise.ts';
import { isMark, sharesLineWithMark, statesMark } from '../read/secrecy-marks.ts';
import { secrecyMark } from '../read/secrecy.ts';
import type { Block, Line, OfficialDocument } from './official.ts';

/** Whether one of these short texts (a title, a remark, a name) is or bears a mark of secrecy. */
export function bearsSecrecyMark(texts: readonly (string | null | undefined)[]): boolean {
  return texts.some((text) => (text ?? '').split('\n').some((line) => bears(normalise(line).trim())));
}

const bears = (line: string): boolean =>
  line !== '' && (isMark(line) || statesMark(line) || sharesLineWithMark(line));

/** Whether the document would bear a mark of secrecy wherever one is put: at the head, in a cell, at the head of an annex. */
export function officialBearsSecrecyMark(document: OfficialDocument): boolean {
  const { superior, agency, symbol, place, title, addressees, signature, recipients } = document;
  const { authority, drafter, contact, urgency, circulation, typeName } = document;
  const heads = document.attached.flatMap((each) => [each.type, each.title, each.reference]);
  const short = [
    typeName,
    superior,
    agency,
    symbol,
    place,
    title,
    authority,
    drafter,
    contact,
    urgency,
    circulation,
  ];
  const lists = [...addressees, ...recipients, ...signature.authority, signature.position, ...heads];
  if (bearsSecrecyMark([...short, ...lists])) return true;
  return [document.body, ...document.attached.map(({ body }) => body)].some(
    (body, at) => secrecyMark(laidOut(at === 0 ? document : null, body)) !== null,
  );
}

/** As a reader of the file would see it: the letterhead, then the text. */
function laidOut(document: OfficialDocument | null, body: readonly Block[]) {
  const builder = createBuilder('', 'docx');
  if (document) for (const line of [document.agency, document.title, ...document.bases]) put(builder, line);
  for (const block of body) {
    if (block.type === 'grid') {
      if (block.caption) put(builder, block.caption);
      builder.table([...block.head, ...block.rows].map((row) => row.map(cellOf)));
    } else if (block.type === 'chart') {
      for (const line of [block.title, block.says, ...block.labels]) put(builder, line);
    } else {
      put(builder, textOf(block.line), block.label ?? (block.level ? labels[block.level] : undefined));
    }
  }
  return builder.finish();
}

/** A numbered line is a heading, never a mark. */
const labels: Readonly<Partial<Record<string, string>>> = {
  part: 'Phần I',
  chapter: 'Chương I',
  section: 'Mục 1',
  subsection: 'Tiểu mục 1',
  article: 'Điều 1.',
  capital: 'A.',
  roman: 'I.',
  number: '1.',
  decimal: '1.1.',
  subdecimal: '1.1.1.',
  letter: 'a)',
};

function put(builder: Builder, text: string, label?: string): void {
  for (const line of text.split('\n')) builder.paragraph(label ? `${label} ${line}` : line);
}

const textOf = (line: Line): string =>
  typeof line === 'string' ? line : line.map(({ text }) => text).join('');

const cellOf = ({
  lines,
  columns,
  rows,
}: {
  lines: readonly Line[];
  columns?: number;
  rows?: number;
}): CellInput => ({
  paragraphs: lines.map((line) => ({ content: textOf(line) })),
  ...(columns === undefined ? {} : { columns }),
  ...(rows === undefined ? {} : { rows }),
});
