// The words of a line, plain or with looks, as one types into them: what was bold stays bold when a letter is added beside it.
import type { Line, Words } from '@nhipcau/document';

export const textOf = (line: Line): string =>
  typeof line === 'string' ? line : line.map(({ text }) => text).join('');

export const runsOf = (line: Line): readonly Words[] => (typeof line === 'string' ? [{ text: line }] : line);

export type Look = 'bold' | 'italic';
const sameLook = (one: Words, other: Words) =>
  Boolean(one.bold) === Boolean(other.bold) && Boolean(one.italic) === Boolean(other.italic);
const inLook = (text: string, { bold, italic }: Words): Words => ({
  text,
  ...(bold ? { bold } : {}),
  ...(italic ? { italic } : {}),
});

/** Neighbours of one look are one; a line without looks is plain. */
export function lineOf(runs: readonly Words[]): Line {
  const joined: Words[] = [];
  for (const run of runs) {
    const last = joined.at(-1);
    if (run.text === '') continue;
    if (last && sameLook(last, run)) joined[joined.length - 1] = inLook(last.text + run.text, run);
    else joined.push(inLook(run.text, run));
  }
  return joined.some(({ bold, italic }) => bold || italic) ? joined : textOf(joined);
}

/** The part of a line between two places. */
export function sliced(line: Line, from: number, to = Number.POSITIVE_INFINITY): Line {
  let at = 0;
  const runs = runsOf(line).map((run) => {
    const [start, end] = [Math.max(0, from - at), Math.max(0, to - at)];
    at += run.text.length;
    return inLook(run.text.slice(start, end), run);
  });
  return lineOf(runs);
}

export const joined = (...lines: readonly Line[]): Line => lineOf(lines.flatMap(runsOf));

/** The line with new text: what is the same at both ends keeps its looks, what was typed takes those of the letter before it. */
export function retyped(line: Line, text: string): Line {
  const before = textOf(line);
  if (typeof line === 'string' || before === text) return typeof line === 'string' ? text : line;
  const most = Math.min(before.length, text.length);
  let head = 0;
  while (head < most && before[head] === text[head]) head++;
  let tail = 0;
  while (tail < most - head && before[before.length - 1 - tail] === text[text.length - 1 - tail]) tail++;
  const typed = text.slice(head, text.length - tail);
  return joined(
    sliced(line, 0, head),
    [inLook(typed, runAt(line, Math.max(0, head - 1)))],
    sliced(line, before.length - tail),
  );
}

function runAt(line: Line, place: number): Words {
  let at = 0;
  for (const run of runsOf(line)) {
    at += run.text.length;
    if (place < at) return run;
  }
  return { text: '' };
}

/** Turns a look on for a part of the line, or off where all of it has it. */
export function turned(line: Line, look: Look, [from, to]: readonly [number, number]): Line {
  if (from >= to) return line;
  const middle = runsOf(sliced(line, from, to));
  const on = !middle.every((run) => run[look]);
  return joined(
    sliced(line, 0, from),
    middle.map(({ [look]: _was, ...run }) => (on ? { ...run, [look]: true } : run)),
    sliced(line, to),
  );
}
