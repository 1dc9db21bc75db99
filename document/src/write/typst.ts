// An official document as data for the template that prints it (node/official.typ): every word that shall stand on paper, in the order
// of the page, and the figures of the layout. The template adds none of its own.
import { normalise } from '../read/normalise.ts';
import { placed, type PlacedCell } from './grid-places.ts';
import { labelsOf, LEVELS } from './numbering.ts';
import type {
  Attached,
  Block,
  Chart,
  Grid,
  Line,
  OfficialDocument,
  Signature,
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
  PARTY,
  RECIPIENTS,
  recipientLines,
  referenceLine,
  titleLine,
  typeLine,
} from './wording.ts';

interface Head {
  readonly superior: readonly string[];
  readonly agency: readonly string[];
  /** Empty in documents of the Party, whose name stands in the motto's place, and a star in that of the agency's rule. */
  readonly nation: string;
  readonly motto: string;
  readonly party: boolean;
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
      /** Rows, those of the head included. */
      readonly height: number;
      /** Rows that title those after them. */
      readonly groups: readonly number[];
      readonly head: readonly Box[];
      readonly rows: readonly Box[];
    }
  | { readonly type: 'chart'; readonly title: string; readonly says: string; readonly drawing: Drawing };

interface Box {
  readonly row: number;
  readonly column: number;
  readonly columns: number;
  readonly rows: number;
  readonly align: string;
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
  /** That of the document, then those of other agencies. */
  readonly signatures: readonly {
    readonly lines: readonly string[];
    readonly name: string;
    /** Path of the picture of the signature, or empty. */
    readonly image: string;
    readonly says: string;
  }[];
  readonly recipients: { readonly word: string; readonly lines: readonly string[] };
  readonly contact: readonly string[];
  readonly attached: readonly Leaf[];
}

/** Where the template finds the picture of a signature: the first is that of the document, then come its cosigners. */
export const signaturePath = (at: number): string => `/signature-${at}.png`;

/** The sheet of a document; pictures are not in it, but under their paths. */
export function sheetOf(given: OfficialDocument): Sheet {
  const document = cleaned(given);
  return {
    layout,
    meta: {
      title: [typeLine(document), titleLine(document)].filter(Boolean).join(' '),
      author: issuerName({ ...document, authority: document.agency }),
      date: dayOf(document.date),
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
    decides: document.authority === undefined ? '' : (decidesLine(document) ?? ''),
    body: piecesOf(closed(document.body), false),
    signatures: [document.signature, ...(document.cosigners ?? [])].map(signatureOf),
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

/** Year, month and day of a date that exists. */
function dayOf(date: string | null): number[] | null {
  if (date === null || !/^\d{4}-\d\d-\d\d$/.test(date)) return null;
  const day = new Date(`${date}T00:00:00Z`);
  return Number.isNaN(day.getTime()) || day.toISOString().slice(0, 10) !== date
    ? null
    : date.split('-').map(Number);
}

function headOf({ superior, agency, party = false }: OfficialDocument): Head {
  return {
    superior: superior === null ? [] : agencyLines(superior),
    agency: agencyLines(agency),
    nation: party ? '' : NATION,
    motto: party ? PARTY : MOTTO,
    party,
  };
}

function signatureOf(
  { authority, position, name, image }: Signature,
  at: number,
): Sheet['signatures'][number] {
  return {
    lines: [...authority, position].filter((line) => line !== ''),
    name,
    image: image ? signaturePath(at) : '',
    says: `Chữ ký của ${name}`,
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
  const { widths, head, rows, height } = placed(grid);
  const boxes = (cells: readonly PlacedCell[], bold: boolean): Box[] =>
    cells.map((each) => boxOf(each, each.share * width - 2 * layout.TABLE.padX, bold));
  return {
    type: 'grid',
    caption: grid.caption ?? '',
    widths,
    height,
    groups: groupsOf(rows, widths.length),
    head: boxes(head, true),
    rows: boxes(rows, false),
  };
}

/** "I | Hoàn thiện thể chế …": a row in bold whose last cell reaches over several columns to the edge. */
function groupsOf(cells: readonly PlacedCell[], columns: number): number[] {
  const rows = Map.groupBy(cells, ({ row }) => row);
  return [...rows].flatMap(([row, inRow]) => {
    const last = inRow.at(-1)!;
    const wide = last.columns > 1 && last.column + last.columns === columns && inRow[0]!.column === 0;
    return wide && inRow.every(({ cell, rows }) => cell.bold === true && rows === 1) ? [row] : [];
  });
}

function boxOf({ cell, row, column, columns, rows }: PlacedCell, room: number, head: boolean): Box {
  const lines = cell.lines.map((line) =>
    runsOf(line, cell.bold ?? head).map((run) => ({
      ...run,
      text: breakable(run.text, room, layout.SIZE.table, run.bold),
    })),
  );
  return {
    row,
    column,
    columns,
    rows,
    align: cell.align ?? (head ? 'center' : 'left'),
    lines,
    length: lines.reduce((sum, line) => sum + lengthOf(line), 0),
  };
}

function chartOf(chart: Chart, width: number): Piece {
  return { type: 'chart', title: chart.title, says: chart.says, drawing: drawing(chart, width) };
}
