// What is open while RTF is read: groups with their looks, and the flows of text that they write to.
import { splitLines, type VisualLine } from './lines.ts';
import { addToFlow, emptyFlow, endTable, type MarkedFlow, type RowDefinition } from './marked-flow.ts';
import type { Piece } from './pieces.ts';

/** The body, a running head, a footnote or a text box. */
export interface Flow {
  readonly kind: 'body' | 'margin' | 'note' | 'box';
  readonly marked: MarkedFlow;
  lines: VisualLine[];
  label: string;
  align: 'left' | 'center' | 'right' | 'justify' | null;
  level: number;
  inTable: boolean;
  row: { edges: number[]; cells: RowDefinition['cells'][number][] };
  /** Text boxes that follow the open paragraph. */
  readonly boxes: Piece[];
}

interface Group {
  readonly bold: boolean;
  readonly italic: boolean;
  readonly capitals: boolean;
  readonly hidden: boolean;
  readonly font: number;
  /** Characters that stand for one written by its number, for old programs. */
  readonly fallback: number;
  readonly target: 'text' | 'label' | 'fonts' | 'nothing';
}

interface Font {
  readonly page: string | null;
  readonly name: string;
}

export interface Rtf {
  group: Group;
  readonly outer: { readonly group: Group; readonly flow: Flow }[];
  flow: Flow;
  readonly fonts: Map<number, Font>;
  page: string;
  /** The next word names a destination that may be passed over. */
  optional: boolean;
  /** Characters still to be passed over after one written by its number. */
  pending: number;
  /** Bytes that wait to be decoded together. */
  bytes: number[];
  /** Cell merges stated before the cell's edge. */
  cell: { sideways: boolean; merge: 'restart' | 'continue' | null };
  readonly notes: Piece[][];
  readonly margins: Piece[];
}

export const emptyLook = { bold: false, italic: false, capitals: false, hidden: false } as const;

const emptyLines = (): VisualLine[] => [{ runs: [], apart: false }];

function newFlow(kind: Flow['kind']): Flow {
  return {
    kind,
    marked: emptyFlow(),
    lines: emptyLines(),
    label: '',
    align: null,
    level: 0,
    inTable: false,
    row: { edges: [0], cells: [] },
    boxes: [],
  };
}

export function emptyRtf(): Rtf {
  return {
    group: { ...emptyLook, font: 0, fallback: 1, target: 'text' },
    outer: [],
    flow: newFlow('body'),
    fonts: new Map(),
    page: 'windows-1252',
    optional: false,
    pending: 0,
    bytes: [],
    cell: { sideways: false, merge: null },
    notes: [],
    margins: [],
  };
}

export function openGroup(rtf: Rtf): void {
  rtf.outer.push({ group: rtf.group, flow: rtf.flow });
  rtf.optional = false;
  rtf.pending = 0;
}

export function closeGroup(rtf: Rtf): void {
  const outer = rtf.outer.pop();
  if (!outer) return;
  const inner = rtf.flow;
  if (inner !== outer.flow) endFlow(rtf, inner, outer.flow);
  rtf.flow = outer.flow;
  rtf.group = outer.group;
  rtf.optional = false;
  rtf.pending = 0;
}

export function startFlow(rtf: Rtf, kind: Flow['kind']): void {
  rtf.flow = newFlow(kind);
  rtf.group = { ...rtf.group, ...emptyLook, target: 'text' };
}

function endFlow(rtf: Rtf, flow: Flow, outer: Flow): void {
  endParagraph(rtf);
  endTable(flow.marked);
  const { pieces } = flow.marked;
  if (flow.kind === 'note') rtf.notes.push(pieces);
  else for (const piece of pieces) (flow.kind === 'margin' ? rtf.margins : outer.boxes).push(piece);
}

/** Ends the paragraph that is open in the present flow. */
export function endParagraph(rtf: Rtf): void {
  const { flow } = rtf;
  const { align, level, label } = flow;
  const shown = splitLines(flow.lines, align === 'center').filter(
    (runs, index) => (index === 0 && label !== '') || runs.some(({ text }) => text.trim() !== ''),
  );
  const pieces: Piece[] = shown.map((content, index) => ({
    type: 'paragraph',
    paragraph: {
      content,
      ...(index === 0 && label !== '' && { label }),
      ...(align && { align }),
      ...(level > 0 && { level }),
    },
  }));
  addToFlow(flow.marked, pieces, flow.inTable);
  addToFlow(flow.marked, flow.boxes.splice(0), flow.inTable);
  flow.lines = emptyLines();
  flow.label = '';
}
