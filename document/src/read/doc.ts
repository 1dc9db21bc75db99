// Word 97 to 2003 (MS-DOC), read from its own structures.
import { diagnostic } from '../messages.ts';
import { createBuilder, type Builder } from './build.ts';
import { openCompound, type CompoundFile } from './cfb.ts';
import { readFib, type Fib } from './doc-fib.ts';
import { openDoc, type DocFile } from './doc-file.ts';
import { readDocStory } from './doc-text.ts';
import { addPieces, type Piece } from './pieces.ts';
import type { Input, Reading } from './reader.ts';
import { foldColumns } from './tabbed-columns.ts';

/** Reads a .doc; what stands in headers goes to `margins`. Says so where the container holds something else. */
export function readDoc(input: Input): Reading {
  try {
    const file = openCompound(input.bytes);
    const stream = file.stream('WordDocument');
    if (!stream) return refuseOther(input, file);
    const fib = readFib(stream);
    if (!fib) return refuse('unsupported-format', input, { kind: 'word95' });
    if (fib.encrypted) return refuse('password-protected', input);
    return readStories(input, openDoc(file, stream, fib), fib.stories);
  } catch {
    return refuse('broken-file', input, { part: 'Word 97–2003' });
  }
}

function refuse(code: string, input: Input, values: Record<string, string> = {}): Reading {
  return { ok: false, problem: diagnostic(code, 'error', { file: input.name, ...values }) };
}

const OTHERS: Readonly<Record<string, string>> = {
  Workbook: 'xls',
  Book: 'xls',
  'PowerPoint Document': 'ppt',
  '__properties_version1.0': 'msg',
};

/** A package with a password is wrapped into the container of old files. */
function refuseOther(input: Input, file: CompoundFile): Reading {
  if (file.names.includes('EncryptedPackage')) return refuse('password-protected', input);
  const kind = file.names.map((name) => OTHERS[name]).find((name) => name !== undefined);
  return refuse('unsupported-format', input, { kind: kind ?? 'ole' });
}

function readStories(input: Input, doc: DocFile, stories: Fib['stories']): Reading {
  const builder = createBuilder(input.name, 'doc');
  let at = 0;
  const next = (length: number): readonly [number, number] => [
    at,
    (at = Math.min(at + length, doc.text.length)),
  ];
  const body = next(stories.body);
  const footnotes = next(stories.footnotes);
  const headers = next(stories.headers);
  next(stories.macros + stories.comments);
  const endnotes = next(stories.endnotes);
  const boxes = next(stories.boxes);
  const headerBoxes = next(stories.headerBoxes);
  const columns = foldColumns(builder);
  addPieces(columns, readDocStory(doc, ...body), { part: 'WordDocument' });
  columns.flush();
  addPieces(builder, readDocStory(doc, ...boxes));
  for (const notes of [footnotes, endnotes]) addNotes(builder, readDocStory(doc, ...notes));
  const margins = [headers, headerBoxes].flatMap((range) =>
    doc.text.slice(...range).split(/[\r\u0007\u000b\u000c]/),
  );
  return { ok: true, source: builder.finish(), margins };
}

function addNotes(builder: Builder, pieces: readonly Piece[]): void {
  const notes = pieces.filter((piece) => piece.type === 'paragraph');
  if (notes.length === 0) return;
  notes.forEach(({ paragraph: { content, ...attributes } }, index) =>
    builder.paragraph(content, { ...attributes, label: `[${index + 1}]` }),
  );
  builder.diagnose(diagnostic('notes-appended', 'note', { count: notes.length }));
}
