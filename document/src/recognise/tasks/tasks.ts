// From the outline of a document and its annexes to the tasks they give.
import type { Block, Header, Part, Source, Task } from '../../tree.ts';
import { wordsOf } from '../agencies-words.ts';
import type { Context, Mode } from './context.ts';
import { yearOf } from './context.ts';
import { leadIn } from './openings.ts';
import { tasksOfNodes } from './walk.ts';

/** Documents whose paragraphs outside any section may give work; in plans only sections do, in reports only what lies ahead. */
function modeOf(part: Part, header: Header): Mode {
  const type = part.type ?? header.type;
  return type === 'BC' || type === 'TTr' ? 'report' : 'named';
}

/** Invitations, minutes, contracts, slips: they name times and chairs of meetings, and give no work. */
const WORKLESS = new Set(['GM', 'GGT', 'BB', 'PB', 'PG', 'PC', 'TC', 'HĐ', 'GUQ', 'GNP', 'BGN', 'BTT']);

/** The last block that ends before a place; by halving, since a file may hold thousands of parts. */
function blockAbove(blocks: readonly Block[], place: number): Block | undefined {
  let [low, high] = [0, blocks.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (blocks[middle]!.span[1] <= place) low = middle + 1;
    else high = middle;
  }
  return blocks[low - 1];
}

/** The paragraph just above a part's body, where it asks somebody to do what follows ("… đề nghị các đơn vị:"). */
function introduced(source: Source, part: Part, context: Context): Context {
  const first = part.outline[0]?.span[0];
  if (first === undefined) return context;
  const above = blockAbove(source.blocks, first);
  if (above?.type !== 'paragraph' || source.text[above.span[1] - 1] !== ':') return context;
  const { lead, coordinating } = leadIn(source.text, wordsOf(source.text, ...above.span));
  return lead.length === 0 ? context : { ...context, lead, coordinating, mode: 'list', rule: 'lead-in' };
}

const FORMS = new Set(['MẪU SỐ', 'BIỂU MẪU', 'BIỂU SỐ']);

/** What follows "Mẫu số 01" is a blank form, letterhead and all, up to the next annex. */
function withoutForms(parts: readonly Part[]): readonly Part[] {
  let blank = false;
  return parts.filter(({ type }) => {
    if (FORMS.has(type ?? '')) blank = true;
    else if (type === 'PHỤ LỤC') blank = false;
    return !blank;
  });
}

/** The tasks that a document gives, in reading order. */
export function recogniseTasks(source: Source, parts: readonly Part[], header: Header): Task[] {
  if (WORKLESS.has(header.type ?? '')) return [];
  const year = yearOf(header, [header.title, ...parts.map(({ title }) => title)]);
  const filled = withoutForms(parts);
  return filled.flatMap((part) => {
    const context: Context = {
      text: source.text,
      header: part.type === null ? header : { ...header, type: part.type },
      year,
      mode: modeOf(part, header),
      group: null,
      lead: [],
      coordinating: [],
      due: null,
      rule: 'work-list',
    };
    return tasksOfNodes(part.outline, introduced(source, part, context));
  });
}
