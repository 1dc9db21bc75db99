// A paragraph of a Word document when it ends: its style, its label, its visual lines.
import { roleOf } from '../official-styles.ts';
import type { TextRun } from './build.ts';
import { addPiece, type OpenParagraph, type Story } from './docx-state.ts';
import type { Style } from './docx-styles.ts';
import { splitLines } from './lines.ts';

export function openParagraph(story: Story): void {
  const lines = story.carried.length > 0 ? story.carried : [{ runs: [], apart: false }];
  story.carried = [];
  story.paragraphs.push({
    index: story.index++,
    own: {},
    mark: {},
    unmarked: false,
    run: null,
    lines,
    boxes: [],
  });
}

/** Styles of a generated table of contents, which repeats headings that stand in the text. */
export const CONTENTS = /^toc(?: \d| ?heading)/i;

export function closeParagraph(story: Story): void {
  const paragraph = story.paragraphs.pop();
  if (!paragraph) return;
  story.fields.fill(false);
  if (paragraph.unmarked) {
    story.carried = paragraph.lines;
    return;
  }
  const style = story.context.styles.paragraph(paragraph.own.style);
  if (!CONTENTS.test(style.name)) addParagraph(story, paragraph, style);
  for (const piece of paragraph.boxes) addPiece(story, piece);
}

function addParagraph(story: Story, paragraph: OpenParagraph, style: Style): void {
  const { part } = story.context;
  const align = paragraph.own.align ?? style.paragraph.align;
  const level = paragraph.own.level ?? style.paragraph.level ?? 0;
  const role = roleOf(paragraph.own.style, style.name);
  const paragraphs = splitLines(paragraph.lines, align === 'center');
  const label = withoutDouble(labelOf(story, paragraph, style), paragraphs[0] ?? []);
  // A cell may hold nothing but its automatic number; elsewhere an empty item shows a stray mark.
  const numbered = label !== '' && !BULLET.test(label) && story.containers.length > 0;
  if (!paragraphs.some(isVisible) && !numbered) return;
  for (const [index, content] of (paragraphs.length > 0 ? paragraphs : [[]]).entries())
    addPiece(story, {
      type: 'paragraph',
      paragraph: {
        content,
        ...(index === 0 && label !== '' && { label }),
        ...(align && { align }),
        ...(level > 0 && { level }),
        ...(role && { role }),
        origin: { part, index: paragraph.index },
      },
    });
}

/** Some type a dash where their list already shows one. */
function withoutDouble(label: string, content: readonly TextRun[]): string {
  const typed =
    BULLET.test(label) &&
    /^\s*[-–—+•]\s/.test(
      content
        .map(({ text }) => text)
        .join('')
        .slice(0, 20),
    );
  return typed ? '' : label;
}

const BULLET = /^[-–—*•+]$/;
const isVisible = (runs: readonly TextRun[]): boolean => runs.some(({ text }) => text.trim() !== '');

function labelOf(story: Story, paragraph: OpenParagraph, style: Style): string {
  const list = paragraph.own.list ?? style.paragraph.list;
  if (list === undefined || list === '0' || paragraph.mark.hidden) return '';
  const depth = paragraph.own.depth ?? linkedDepth(story, list, paragraph) ?? style.paragraph.depth ?? 0;
  return story.context.labels.next(list, depth) ?? '';
}

/** A level may name the paragraph style that belongs to it. */
function linkedDepth(story: Story, list: string, paragraph: OpenParagraph): number | undefined {
  if (paragraph.own.style === undefined || paragraph.own.list !== undefined) return undefined;
  for (const [depth, level] of story.context.lists.get(list)?.levels ?? [])
    if (level.style === paragraph.own.style) return depth;
  return undefined;
}
