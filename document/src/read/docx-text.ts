// The text of runs as a reader sees it: styles, capitals, hidden text, symbols, old fonts, fields.
import type { RunProperties } from './docx-properties.ts';
import { withParagraph, type OpenParagraph, type Story } from './docx-state.ts';
import { legacyFont } from './legacy.ts';
import { breakLine as breakLineIn } from './lines.ts';
import type { Attributes } from './xml.ts';

const DEEPEST_FIELD = 32;

export function readFieldMark(story: Story, attributes: Attributes): void {
  const type = attributes['w:fldCharType'];
  if (type === 'begin' && story.fields.length >= DEEPEST_FIELD) story.deepFields++;
  else if (type === 'begin') story.fields.push(true);
  else if (type === 'end' && story.deepFields > 0) story.deepFields--;
  else if (type === 'end') story.fields.pop();
  else if (type === 'separate' && story.fields.length > 0) story.fields[story.fields.length - 1] = false;
}

/** `w:tab` is also a tab stop among the properties of a paragraph. */
export function appendInRun(story: Story, text: string): void {
  if (!story.inParagraphProperties) append(story, text);
}

const SYMBOL_FONT = /symbol|wingdings|webdings/i;

export function appendSymbol(story: Story, attributes: Attributes): void {
  const code = Number.parseInt(attributes['w:char'] ?? '', 16);
  if (!(code > 0 && code <= 0xffff)) return;
  const own = code < 0xf000 && SYMBOL_FONT.test(attributes['w:font'] ?? '');
  append(story, String.fromCharCode(own ? 0xf000 + (code & 0xff) : code));
}

export function breakLine(story: Story, apart: boolean): void {
  withParagraph(story, (paragraph) => breakLineIn(paragraph.lines, apart));
}

export function append(story: Story, text: string): void {
  const paragraph = story.paragraphs.at(-1);
  if (!paragraph?.run || text === '' || story.fields.includes(true)) return;
  const look = lookOf(story, paragraph, paragraph.run);
  if (look.hidden) return story.sink.hidden?.(text);
  const decoded = look.font === undefined ? text : (legacyFont(look.font)?.(text) ?? text);
  const shown = look.caps ? decoded.toUpperCase() : decoded;
  const runs = paragraph.lines.at(-1)!.runs;
  const before = runs.at(-1);
  if (before && !!before.bold === look.bold && !!before.italic === look.italic)
    runs[runs.length - 1] = { ...before, text: before.text + shown };
  else runs.push({ text: shown, ...(look.bold && { bold: true }), ...(look.italic && { italic: true }) });
}

interface Look {
  readonly bold: boolean;
  readonly italic: boolean;
  readonly caps: boolean;
  readonly hidden: boolean;
  readonly font: string | undefined;
}

function lookOf(story: Story, paragraph: OpenParagraph, run: RunProperties): Look {
  const { styles } = story.context;
  const outer = styles.paragraph(paragraph.own.style).run;
  const inner = styles.character(run.style).run;
  const is = (key: 'bold' | 'italic' | 'caps' | 'hidden'): boolean =>
    run[key] ?? (styles.defaults[key] === true || (outer[key] === true) !== (inner[key] === true));
  return {
    bold: is('bold'),
    italic: is('italic'),
    caps: is('caps'),
    hidden: is('hidden'),
    font: run.font ?? inner.font ?? outer.font ?? styles.defaults.font,
  };
}
