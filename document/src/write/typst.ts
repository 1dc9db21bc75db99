// An official document as data for the template that prints it (node/official.typ): every word that shall stand on paper, in the order
// of the page, and the figures of the layout. The template adds none of its own.
import { normalise } from '../read/normalise.ts';
import { labelsOf, LEVELS } from './numbering.ts';
import type {
  Attached,
  Block,
  Chart,
  Grid,
  Line,
  OfficialDocument,
  TableCell,
  Text,
  Words,
} from './official.ts';
import * as layout from './layout.ts';
import { breakable } from './typst-words.ts';
import { drawing, type Drawing } from './chart-drawing.ts';
import {
  ADDRESSEES,
  addresseeLines,
  agencyLines,
  attachedTitleLine,
  attachedTypeLine,
  bearsHeader,
  closed,
  dateLine,
  decidesLine,
  isAnnex,
  isLetter,
  issuerName,
  listed,
  MOTTO,
  NATION,
  numberLine,
  RECIPIENTS,
  recipientLines,
  referenceLine,
  titleLine,
  typeLine,
} from './wording.ts';

interface Head {
  readonly superior: readonly string[];
  readonly agency: readonly string[];
  readonly nation: string;
  readonly motto: string;
}

interface Run {
  readonly text: string;
  readonly bold: boolean;
  readonly italic: boolean;
}

/** `depth` of a heading counts from 1 under the document's title; 0 for what is no heading. */
type Piece =
  | {
      readonly type: 'text';
      readonly level: string;
      readonly depth: number;
      readonly label: string;
      readonly align: string;
      readonly runs: readonly Run[];
      readonly length: number;
    }
  | {
      readonly type: 'grid';
      readonly caption: string;
      readonly widths: readonly number[];
      readonly head: readonly (readonly Box[])[];
      readonly rows: readonly (readonly Box[])[];
    }
  | { readonly type: 'chart'; readonly title: string; readonly says: string; readonly drawing: Drawing };

interface Box {
  readonly columns: number;
  readonly rows: number;
  readonly align: string;
  readonly bold: boolean;
  readonly lines: readonly (readonly Run[])[];
  readonly length: number;
}

interface Leaf {
  readonly head: Head | null;
  /** "KẾ HOẠCH", "Phụ lục II". */
  readonly type: string;
  readonly title: string;
  readonly annex: boolean;
  readonly reference: string;
  readonly landscape: boolean;
  readonly body: readonly Piece[];
}

export interface Sheet {
  readonly layout: typeof layout;
  readonly meta: { readonly title: string; readonly author: string; readonly date: readonly number[] | null };
  readonly head: Head;
  readonly number: string;
  readonly date: string;
  /** "V/v …" under the number; empty for documents with a type's name. */
  readonly subject: string;
  readonly type: string;
  readonly title: string;
  readonly urgency: string;
  readonly circulation: string;
  readonly addressees: { readonly word: string; readonly lines: readonly string[] };
  readonly authority: string;
  readonly bases: readonly string[];
  readonly decides: string;
  readonly body: readonly Piece[];
  readonly signature: {
    readonly lines: readonly string[];
    readonly name: string;
    /** Path of the picture of the signature, or empty. */
    readonly image: string;
  };
  readonly recipients: { readonly word: string; readonly lines: readonly string[] };
  readonly contact: readonly string[];
  readonly attached: readonly Leaf[];
}

/** The sheet of a document; `image` is where the template finds the picture of its signature. */
export function sheetOf(given: OfficialDocument, image: string): Sheet {
  const document = cleaned(given);
  const { signature } = document;
  return {
    layout,
    meta: {
      title: [typeLine(document), titleLine(document)].filter(Boolean).join(' '),
      author: issuerName({ ...document, authority: document.agency }),
      date: document.date === null ? null : document.date.split('-').map(Number),
    },
    head: headOf(document),
    number: numberLine(document),
    date: dateLine(document),
    subject: isLetter(document)
      ? breakable(titleLine(document), layout.HEADER.left, layout.SIZE.subject, false)
      : '',
    type: typeLine(document) ?? '',
    title: isLetter(document) ? '' : titleLine(document),
    urgency: document.urgency ?? '',
    circulation: document.circulation ?? '',
    addressees: { word: ADDRESSEES, lines: addresseeLines(document) },
    authority: document.authority ?? '',
    bases: listed(document.bases),
    decides: decidesLine(document) ?? '',
    body: piecesOf(closed(document.body), false),
    signature: {
      lines: [...signature.authority, signature.position].filter((line) => line !== ''),
      name: signature.name,
      image: signature.image ? image : '',
    },
    recipients: { word: RECIPIENTS, lines: recipientLines(document) },
    contact: document.contact?.split('\n') ?? [],
    attached: document.attached.map((attached) => leafOf(document, attached)),
  };
}

/** Every text in the one form that readers know (no control or zero-width characters), as a reader would hand it back. */
function cleaned<T>(value: T): T {
  if (typeof value === 'string') return normalise(value).replaceAll('\t', ' ') as T;
  if (Array.isArray(value)) return value.map(cleaned) as T;
  if (value === null || typeof value !== 'object' || value instanceof Uint8Array) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, cleaned(inner)])) as T;
}

function headOf({ superior, agency }: OfficialDocument): Head {
  return {
    superior: superior === null ? [] : agencyLines(superior),
    agency: agencyLines(agency),
    nation: NATION,
    motto: MOTTO,
  };
}

function leafOf(document: OfficialDocument, attached: Attached): Leaf {
  const landscape = attached.landscape ?? false;
  return {
    head: bearsHeader(attached) ? headOf(document) : null,
    type: attachedTypeLine(document, attached),
    title: attachedTitleLine(attached),
    annex: isAnnex(attached),
    reference: referenceLine(document, attached),
    landscape,
    body: piecesOf(closed(attached.body), landscape),
  };
}

function piecesOf(body: readonly Block[], landscape: boolean): Piece[] {
  const labels = labelsOf(body);
  const depths = depthsOf(body);
  const { PAGE } = layout;
  const width = (landscape ? PAGE.height : PAGE.width) - PAGE.left - PAGE.right;
  return body.map((block, at) => {
    if (block.type === 'grid') return gridOf(block, width);
    if (block.type === 'chart') return chartOf(block, width);
    return textOf(block, labels[at]!, depths[at]!, width);
  });
}

/** Titles one under another, so that no level of the outline is left out. */
function depthsOf(body: readonly Block[]): number[] {
  const open: number[] = [];
  return body.map((block) => {
    if (block.type !== 'text' || !isTitle(block)) return 0;
    const rank = block.level === undefined ? -1 : LEVELS.indexOf(block.level);
    while (open.length > 0 && open.at(-1)! >= rank) open.pop();
    open.push(rank);
    return open.length;
  });
}

const CENTRED: ReadonlySet<string> = new Set(['part', 'chapter', 'section', 'subsection']);

const isTitle = ({ level, heading }: Text): boolean => heading === true || CENTRED.has(level ?? '');

function textOf(text: Text, label: string, depth: number, width: number): Piece {
  const capitals = CENTRED.has(text.level ?? '') || (text.level === 'roman' && depth > 0);
  const size = layout.SIZE.body;
  const runs = runsOf(text.line, depth > 0).map((run) => ({
    ...run,
    text: breakable(capitals ? run.text.toUpperCase() : run.text, width, size, run.bold),
  }));
  return {
    type: 'text',
    level: text.level ?? '',
    depth,
    label,
    align: text.align ?? 'justify',
    runs,
    length: lengthOf(runs),
  };
}

function runsOf(line: Line, bold: boolean): Run[] {
  const words: readonly Words[] = typeof line === 'string' ? [{ text: line }] : line;
  return words.map((each) => ({
    text: each.text,
    bold: bold || each.bold === true,
    italic: each.italic === true,
  }));
}

const lengthOf = (runs: readonly Run[]): number => runs.reduce((sum, { text }) => sum + text.length, 0);

function gridOf(grid: Grid, width: number): Piece {
  const total = grid.widths.reduce((sum, share) => sum + share, 0);
  const widths = grid.widths.map((share) => share / total);
  const rowsOf = (rows: Grid['rows'], head: boolean): Box[][] => {
    const room = columnRoom(rows, widths, width);
    return rows.map((row, at) => row.map((cell, index) => boxOf(cell, room[at]![index]!, head)));
  };
  return {
    type: 'grid',
    caption: grid.caption ?? '',
    widths,
    head: rowsOf(grid.head, true),
    rows: rowsOf(grid.rows, false),
  };
}

/** Width in millimetres inside each cell, those that reach over several columns or hang down from rows above included. */
function columnRoom(rows: Grid['rows'], widths: readonly number[], width: number): number[][] {
  const taken = widths.map(() => 0);
  return rows.map((row) => {
    let column = 0;
    const rooms = row.map((cell) => {
      while ((taken[column] ?? 0) > 0) column++;
      const columns = cell.columns ?? 1;
      let share = 0;
      for (let at = column; at < column + columns && at < widths.length; at++) {
        share += widths[at]!;
        taken[at] = cell.rows ?? 1;
      }
      column += columns;
      return share * width - 2 * layout.TABLE.padX;
    });
    for (let at = 0; at < taken.length; at++) taken[at] = Math.max(0, taken[at]! - 1);
    return rooms;
  });
}

function boxOf(cell: TableCell, room: number, head: boolean): Box {
  const bold = cell.bold ?? head;
  const lines = cell.lines.map((line) =>
    runsOf(line, bold).map((run) => ({
      ...run,
      text: breakable(run.text, room, layout.SIZE.table, run.bold),
    })),
  );
  return {
    columns: cell.columns ?? 1,
    rows: cell.rows ?? 1,
    align: cell.align ?? (head ? 'center' : 'left'),
    bold,
    lines,
    length: lines.reduce((sum, line) => sum + lengthOf(line), 0),
  };
}

function chartOf(chart: Chart, width: number): Piece {
  return { type: 'chart', title: chart.title, says: chart.says, drawing: drawing(chart, width) };
}
