// What is open while a part of a Word document is read: paragraphs, tables, cells, text boxes, fields.
import type { Attributes as ParagraphAttributes, CellInput, TextRun } from './build.ts';
import type { Lists } from './docx-numbering.ts';
import type { ParagraphProperties, RunProperties } from './docx-properties.ts';
import type { Styles } from './docx-styles.ts';
import type { OpenTable } from './docx-tables.ts';
import type { Labels } from './labels.ts';
import type { VisualLine } from './lines.ts';
import type { Piece } from './pieces.ts';

/** Where paragraphs and tables go; the builder is one. */
export interface Sink {
  paragraph(content: readonly TextRun[], attributes: ParagraphAttributes): void;
  table(rows: readonly (readonly CellInput[])[], origin: { part: string }, head?: number): void;
  /** A footnote begins. */
  note?(): void;
  /** Text drawn as a picture (WordArt). */
  drawn?(text: string): void;
  /** Text that does not show: a mark of secrecy may hide in it. */
  hidden?(text: string): void;
}

export interface StoryContext {
  readonly part: string;
  readonly styles: Styles;
  readonly lists: Lists;
  readonly labels: Labels;
}

export interface OpenParagraph {
  readonly index: number;
  readonly own: ParagraphProperties;
  readonly mark: RunProperties;
  /** The paragraph mark is deleted: the next paragraph goes on with this one. */
  unmarked: boolean;
  /** Properties of the run that is open; null outside of runs. */
  run: RunProperties | null;
  readonly lines: VisualLine[];
  readonly boxes: Piece[];
}

export interface Story {
  readonly context: StoryContext;
  readonly sink: Sink;
  readonly paragraphs: OpenParagraph[];
  readonly tables: OpenTable[];
  /** Cells and text boxes that are open; none in the body itself. */
  readonly containers: Piece[][];
  /** Lines of a paragraph whose mark is deleted. */
  carried: VisualLine[];
  /** Depth inside an element whose content does not show. */
  skipped: number;
  inText: boolean;
  inParagraphProperties: boolean;
  inRowProperties: boolean;
  /** For each `mc:AlternateContent`, whether a branch of it was taken. */
  readonly branches: boolean[];
  /** For each open field, whether its instruction is being read; fields beyond a sane depth are only counted. */
  readonly fields: boolean[];
  deepFields: number;
  /** Depth inside tables that are nested too deeply to be kept as such. */
  flat: number;
  index: number;
  deletions: number;
}

export const tableOf = (story: Story): OpenTable | undefined =>
  story.flat > 0 ? undefined : story.tables.at(-1);

export function withParagraph(story: Story, change: (paragraph: OpenParagraph) => void): void {
  const paragraph = story.paragraphs.at(-1);
  if (paragraph) change(paragraph);
}

export function addPiece(story: Story, piece: Piece): void {
  const container = story.containers.at(-1);
  if (container) container.push(piece);
  else if (piece.type === 'table') story.sink.table(piece.rows, { part: story.context.part }, piece.head);
  else {
    const { content, ...attributes } = piece.paragraph;
    story.sink.paragraph(typeof content === 'string' ? [{ text: content }] : content, attributes);
  }
}
