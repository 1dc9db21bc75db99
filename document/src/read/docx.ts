// Word documents (.docx, .docm, .dotx): ECMA-376 packages, transitional or strict.
import { diagnostic } from '../messages.ts';
import type { Diagnostic } from '../tree.ts';
import { createBuilder, type Builder, type TextRun } from './build.ts';
import { readNumbering } from './docx-numbering.ts';
import type { StoryContext } from './docx-state.ts';
import { readStory } from './docx-story.ts';
import { readStyles } from './docx-styles.ts';
import { packageProblem } from './identify.ts';
import { createLabels } from './labels.ts';
import { openPackage, type OfficePackage } from './ooxml.ts';
import { defaultLimits, type Input, type Reading, type ReadOptions } from './reader.ts';
import { foldColumns } from './tabbed-columns.ts';
import { XmlError } from './xml.ts';
import { openZip } from './zip.ts';
import { hiddenMark } from './secrecy.ts';

/** Reads a Word package; what stands in headers, footers and drawn text goes to `margins`. */
export function readDocx(input: Input, options: ReadOptions): Reading {
  const limit = options.limits?.inflated ?? defaultLimits.inflated;
  let opened = '';
  try {
    const zip = openZip(input.bytes, limit);
    const office = openPackage({ names: zip.names, part: (name) => zip.part((opened = name)) });
    return office ? readOffice(input, office) : missing(input, 'word/document.xml');
  } catch (error) {
    return { ok: false, problem: problemOf(input, error, opened, limit) };
  }
}

function missing(input: Input, part: string): Reading {
  return { ok: false, problem: diagnostic('missing-part', 'error', { file: input.name, part }) };
}

function problemOf(input: Input, error: unknown, part: string, limit: number): Diagnostic {
  if (!(error instanceof XmlError)) return packageProblem(input.name, error, limit);
  const values = { file: input.name, part };
  return diagnostic(error.fault === 'dtd' ? 'forbidden-xml' : 'broken-file', 'error', values);
}

function readOffice(input: Input, office: OfficePackage): Reading {
  const first = (type: string): Uint8Array | null => {
    const [name] = office.related(type);
    return name === undefined ? null : office.part(name);
  };
  const styles = readStyles(first('styles'));
  const lists = readNumbering(first('numbering'), styles.list);
  const context = (part: string): StoryContext => ({ part, styles, lists, labels: createLabels(lists) });
  const body = office.part(office.main);
  if (!body) return missing(input, office.main);
  const builder = createBuilder(input.name, 'docx');
  const margins: string[] = [];
  const drawn = (text: string): void => void margins.push(text);
  const columns = foldColumns(builder);
  const unseen: string[] = [];
  const hidden = (text: string): void => void unseen.push(text);
  const deletions = readStory(body, context(office.main), { ...columns, drawn, hidden });
  columns.flush();
  if (deletions > 0) builder.diagnose(diagnostic('changes-tracked', 'note', { count: deletions }));
  for (const type of ['footnotes', 'endnotes']) readNotes(office, type, context, builder);
  for (const part of ['header', 'footer'].flatMap((type) => office.related(type)))
    readMargin(office.part(part), context(part), margins);
  return { ok: true, source: builder.finish(), margins: [...margins, ...hiddenMark(unseen)] };
}

/** Notes follow the text, numbered as they are referred to. */
function readNotes(
  office: OfficePackage,
  type: string,
  context: (part: string) => StoryContext,
  builder: Builder,
): void {
  const [part] = office.related(type);
  const bytes = part === undefined ? null : office.part(part);
  if (part === undefined || !bytes) return;
  let count = 0;
  let label: string | null = null;
  const start = builder.length;
  readStory(bytes, context(part), {
    paragraph(content, attributes) {
      builder.paragraph(content, label === null ? attributes : { ...attributes, label });
      label = null;
    },
    table: (rows, origin, head) => builder.table(rows, origin, head),
    note: () => void (label = `[${++count}]`),
  });
  if (builder.length > start) builder.diagnose(diagnostic('notes-appended', 'note', { count }));
}

function readMargin(bytes: Uint8Array | null, context: StoryContext, margins: string[]): void {
  if (!bytes) return;
  const add = (content: string | readonly TextRun[]): void =>
    void margins.push(typeof content === 'string' ? content : content.map(({ text }) => text).join(''));
  readStory(bytes, context, {
    paragraph: add,
    table: (rows) =>
      rows
        .flat()
        .flatMap(({ paragraphs }) => paragraphs)
        .forEach(({ content }) => add(content)),
    drawn: add,
  });
}
