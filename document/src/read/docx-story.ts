// A part that holds text (body, header, footnotes) as events, turned into paragraphs and tables without recursion.
import { closeParagraph, openParagraph } from './docx-paragraph.ts';
import { isOn, readParagraphProperty, readRunProperty, wholeNumber } from './docx-properties.ts';
import { addPiece, tableOf, withParagraph, type Sink, type Story, type StoryContext } from './docx-state.ts';
import { closeTable, type OpenCell } from './docx-tables.ts';
import { append, appendInRun, appendSymbol, breakLine, readFieldMark } from './docx-text.ts';
import { readXml, type Attributes } from './xml.ts';

/** Reads a part into `sink`; returns the number of tracked deletions. Throws XmlError. */
export function readStory(bytes: Uint8Array, context: StoryContext, sink: Sink): number {
  const story: Story = {
    context,
    sink,
    paragraphs: [],
    tables: [],
    containers: [],
    carried: [],
    skipped: 0,
    inText: false,
    inParagraphProperties: false,
    inRowProperties: false,
    branches: [],
    fields: [],
    deepFields: 0,
    flat: 0,
    index: 0,
    deletions: 0,
  };
  readXml(bytes, {
    open: (name, attributes) => open(story, name, attributes),
    close: (name) => close(story, name),
    text: (text) => {
      if (story.inText && story.skipped === 0) append(story, text);
    },
  });
  flushCarried(story);
  return story.deletions;
}

type Opener = (story: Story, attributes: Attributes) => void;
type Closer = (story: Story) => void;

const skip: Opener = (story) => void (story.skipped = 1);

function open(story: Story, name: string, attributes: Attributes): void {
  if (story.skipped > 0) {
    story.skipped++;
    return;
  }
  const opener = OPENERS.get(name);
  if (opener) opener(story, attributes);
  else readProperty(story, name, attributes);
}

function close(story: Story, name: string): void {
  if (story.skipped > 0) story.skipped--;
  if (story.skipped === 0) CLOSERS.get(name)?.(story);
}

function readProperty(story: Story, name: string, attributes: Attributes): void {
  const paragraph = story.paragraphs.at(-1);
  if (!paragraph) return;
  if (story.inParagraphProperties) {
    readParagraphProperty(paragraph.own, name, attributes);
    readRunProperty(paragraph.mark, name, attributes);
  } else if (paragraph.run) readRunProperty(paragraph.run, name, attributes);
}

const cellOf = (story: Story): OpenCell | undefined => tableOf(story)?.rows.at(-1)?.cells.at(-1);

// Deeper tables than that are no layout of people; their text goes to the cell around them.
const DEEPEST_TABLE = 8;

const OPENERS: ReadonlyMap<string, Opener> = new Map<string, Opener>([
  ['w:p', openParagraph],
  ['w:pPr', (story) => void (story.inParagraphProperties = true)],
  ['w:r', (story) => withParagraph(story, (paragraph) => void (paragraph.run = {}))],
  ['m:r', (story) => withParagraph(story, (paragraph) => void (paragraph.run = {}))],
  ['w:t', (story) => void (story.inText = true)],
  ['m:t', (story) => void (story.inText = true)],
  ['w:tab', (story) => appendInRun(story, '\t')],
  ['w:ptab', (story) => appendInRun(story, '\t')],
  ['w:noBreakHyphen', (story) => appendInRun(story, '-')],
  ['w:sym', appendSymbol],
  [
    'w:br',
    (story, attributes) =>
      breakLine(story, attributes['w:type'] === 'page' || attributes['w:type'] === 'column'),
  ],
  ['w:cr', (story) => breakLine(story, false)],
  ['w:fldChar', readFieldMark],
  ['w:del', openDeletion],
  ['w:moveFrom', openDeletion],
  ['mc:AlternateContent', (story) => void story.branches.push(false)],
  ['mc:Choice', openBranch],
  ['mc:Fallback', openBranch],
  ['w:txbxContent', (story) => void story.containers.push([])],
  ['v:textpath', (story, attributes) => story.sink.drawn?.(attributes['string'] ?? '')],
  ['w:tbl', openTable],
  ['w:tr', (story) => void tableOf(story)?.rows.push({ before: 0, deleted: false, head: false, cells: [] })],
  ['w:trPr', (story) => void (story.inRowProperties = true)],
  [
    'w:gridBefore',
    (story, attributes) => {
      const row = tableOf(story)?.rows.at(-1);
      if (row) row.before = Math.min(wholeNumber(attributes['w:val'], 0), 1000);
    },
  ],
  [
    'w:tblHeader',
    (story, attributes) => {
      const row = tableOf(story)?.rows.at(-1);
      if (row && story.inRowProperties) row.head = isOn(attributes);
    },
  ],
  ['w:tc', openCell],
  [
    'w:gridSpan',
    (story, attributes) =>
      withCell(story, (cell) => {
        cell.columns = Math.max(1, Math.min(wholeNumber(attributes['w:val'], 1), 1000));
      }),
  ],
  [
    'w:vMerge',
    (story, attributes) =>
      withCell(story, (cell) => {
        cell.merge = attributes['w:val'] === 'restart' ? 'restart' : 'continue';
      }),
  ],
  [
    'w:hMerge',
    (story, attributes) =>
      withCell(story, (cell) => {
        cell.joined = attributes['w:val'] !== 'restart';
      }),
  ],
  ['w:footnote', openNote],
  ['w:endnote', openNote],
  ...[
    'w:pPrChange',
    'w:rPrChange',
    'w:tblPrChange',
    'w:trPrChange',
    'w:tcPrChange',
    'w:sectPrChange',
    'w:sdtPr',
    'w:instrText',
    'w:delText',
    'w:delInstrText',
    'w:tblPr',
    'w:tblGrid',
    'w:sectPr',
    'w:rt',
    'w:fldData',
  ].map((name) => [name, skip] as const),
]);

const CLOSERS: ReadonlyMap<string, Closer> = new Map<string, Closer>([
  ['w:p', closeParagraph],
  ['w:pPr', (story) => void (story.inParagraphProperties = false)],
  ['w:r', (story) => withParagraph(story, (paragraph) => void (paragraph.run = null))],
  ['m:r', (story) => withParagraph(story, (paragraph) => void (paragraph.run = null))],
  ['w:t', (story) => void (story.inText = false)],
  ['m:t', (story) => void (story.inText = false)],
  ['mc:AlternateContent', (story) => void story.branches.pop()],
  ['w:txbxContent', closeBox],
  ['w:tbl', closeOpenTable],
  ['w:trPr', (story) => void (story.inRowProperties = false)],
  [
    'w:tc',
    (story) => {
      flushCarried(story);
      if (tableOf(story)?.rows.length) story.containers.pop();
    },
  ],
]);

function withCell(story: Story, change: (cell: OpenCell) => void): void {
  const cell = cellOf(story);
  if (cell) change(cell);
}

/** Of the branches that show the same for old and new programs, the first is read. */
function openBranch(story: Story): void {
  if (story.branches.at(-1)) story.skipped = 1;
  else if (story.branches.length > 0) story.branches[story.branches.length - 1] = true;
}

/** A deletion of text, of a paragraph's mark, or of a row. */
function openDeletion(story: Story): void {
  story.skipped = 1;
  story.deletions++;
  if (story.inParagraphProperties) withParagraph(story, (paragraph) => void (paragraph.unmarked = true));
  else if (story.inRowProperties) {
    const row = tableOf(story)?.rows.at(-1);
    if (row) row.deleted = true;
  }
}

/** Separator lines stand among the notes as notes of a type. */
function openNote(story: Story, attributes: Attributes): void {
  const type = attributes['w:type'];
  if (type !== undefined && type !== 'normal') story.skipped = 1;
  else story.sink.note?.();
}

function openTable(story: Story): void {
  if (story.flat > 0 || story.tables.length >= DEEPEST_TABLE) story.flat++;
  else story.tables.push({ rows: [] });
}

function closeOpenTable(story: Story): void {
  if (story.flat > 0) story.flat--;
  else {
    const table = story.tables.pop();
    if (table) for (const piece of closeTable(table)) addPiece(story, piece);
  }
}

function openCell(story: Story): void {
  const row = tableOf(story)?.rows.at(-1);
  if (!row) return;
  const cell: OpenCell = { columns: 1, merge: null, joined: false, pieces: [] };
  row.cells.push(cell);
  story.containers.push(cell.pieces);
}

/** A paragraph whose mark is deleted has nothing to go on with at the end of a cell or part. */
function flushCarried(story: Story): void {
  if (story.carried.length === 0) return;
  openParagraph(story);
  closeParagraph(story);
}

/** What stands in a text box follows the paragraph that it is anchored in. */
function closeBox(story: Story): void {
  flushCarried(story);
  const pieces = story.containers.pop() ?? [];
  const paragraph = story.paragraphs.at(-1);
  for (const piece of pieces)
    if (paragraph) paragraph.boxes.push(piece);
    else addPiece(story, piece);
}
