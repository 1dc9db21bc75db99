// From the outline of a document and its annexes to the tasks they give.
import type { Header, Part, Source, Task } from '../../tree.ts';
import type { Context, Mode } from './context.ts';
import { yearOf } from './context.ts';
import { tasksOfNodes } from './walk.ts';

/** Documents whose paragraphs outside any section may give work; in plans only sections do, in reports only what lies ahead. */
function modeOf(part: Part, header: Header): Mode {
  const type = part.type ?? header.type;
  return type === 'BC' ? 'report' : 'named';
}

/** The tasks that a document gives, in reading order. */
export function recogniseTasks(source: Source, parts: readonly Part[], header: Header): Task[] {
  const year = yearOf(header, [header.title, ...parts.map(({ title }) => title)]);
  return parts.flatMap((part) => {
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
    return tasksOfNodes(part.outline, context);
  });
}
