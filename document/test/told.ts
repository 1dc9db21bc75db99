// A document as a file's text can tell it, so that what was written and what was read back are compared: without widths, orientation, the foot of
// the page and pictures; a chart is told by its sentence; texts in the one form that readers know. Divisions are titles, high titles in
// capitals and heads bold without saying so; the text ends with a full stop that the writer makes "./.".
import {
  normalise,
  type Attached,
  type Line,
  type OfficialBlock,
  type OfficialDocument,
} from '../src/index.ts';
import { CAPITALS, DIVISIONS } from '../src/write/numbering.ts';

export function told(document: OfficialDocument): OfficialDocument {
  const { contact: _, signature, ...rest } = tidied(document);
  const { image: __, ...signed } = signature;
  const attached = rest.attached.map(({ landscape: ___, ...each }): Attached => {
    const body = bodyTold(each.body);
    return { ...each, body: each.type === 'PHỤ LỤC' ? body : stopped(body) };
  });
  return { ...rest, signature: signed, body: stopped(bodyTold(rest.body)), attached };
}

/** Every text as a reader has it. */
function tidied<T>(value: T): T {
  if (typeof value === 'string') return normalise(value).replace(/[ \t]+/g, ' ') as T;
  if (Array.isArray(value)) return value.map(tidied) as T;
  if (value === null || typeof value !== 'object' || value instanceof Uint8Array) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, tidied(inner)])) as T;
}

function bodyTold(body: readonly OfficialBlock[]): OfficialBlock[] {
  return body.map((block): OfficialBlock => {
    if (block.type === 'chart') return says(block.says);
    if (block.type === 'text') return textTold(block);
    return {
      ...block,
      widths: block.widths.map(() => 1),
      head: rowsTold(block.head, true),
      rows: rowsTold(block.rows, false),
    };
  });
}

/** The sentence under a chart stands in the middle, in italics. */
const says = (words: string): OfficialBlock => ({
  type: 'text',
  line: [{ text: words, italic: true }],
  align: 'center',
});

type Text = Extract<OfficialBlock, { type: 'text' }>;
type Rows = Extract<OfficialBlock, { type: 'grid' }>['rows'];

function textTold(block: Text): Text {
  const division = DIVISIONS.has(block.level ?? 'plus');
  const { heading, line, ...rest } = block;
  const [only, ...others] = typeof line === 'string' ? [] : line;
  const plain = only && others.length === 0 && !only.bold && !only.italic ? only.text : line;
  const capitals = (division || heading) && CAPITALS.has(block.level ?? 'plus') && typeof plain === 'string';
  return {
    ...rest,
    line: capitals ? plain.toUpperCase() : spaced(plain),
    ...(heading && !division && { heading }),
  };
}

/** A space between two looks is the second one's: it has none of its own. */
function spaced(line: Line): Line {
  if (typeof line === 'string') return line;
  return line.map((words, at) => {
    const before = at > 0 && /\s$/.test(line[at - 1]!.text) ? ' ' : '';
    const text = at < line.length - 1 ? words.text.trimEnd() : words.text;
    return { ...words, text: before + text };
  });
}

function rowsTold(rows: Rows, head: boolean): Rows {
  return rows.map((row) =>
    row.map(({ lines, columns = 1, rows: down = 1, align, bold }) => ({
      lines: lines.map(spaced),
      ...(columns > 1 && { columns }),
      ...(down > 1 && { rows: down }),
      ...(align && align !== 'left' && !head && { align }),
      ...(bold && !head && { bold }),
    })),
  );
}

function stopped(body: readonly OfficialBlock[]): OfficialBlock[] {
  return body.map((block, at) => {
    if (at < body.length - 1 || block.type !== 'text') return block;
    return { ...block, line: stop(block.line) };
  });
}

function stop(line: Line): Line {
  if (typeof line === 'string') return `${line.replace(/[\s.;,:/]+$/, '')}.`;
  return line.map((words, at) =>
    at < line.length - 1 ? words : { ...words, text: `${words.text.replace(/[\s.;,:/]+$/, '')}.` },
  );
}
