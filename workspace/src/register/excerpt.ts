// The neighbourhood of a task's sentence: a few lines on either side, not the whole table it stands in.

export interface Excerpt {
  readonly before: string;
  readonly sentence: string;
  readonly after: string;
}

const linesBefore = 2;
const linesAfter = 2;
const longest = 400;

/** Cuts what stands around `span` to whole lines; "…" stands for what is left out. */
export function excerptOf(text: string, [start, end]: readonly [number, number]): Excerpt {
  const before = text.slice(0, start).split('\n');
  const after = text.slice(end).split('\n');
  const near = before.slice(-linesBefore - 1);
  const next = after.slice(0, linesAfter + 1);
  return {
    before: (near.length < before.length ? '…\n' : '') + near.map((line) => tail(line)).join('\n'),
    sentence: text.slice(start, end),
    after: next.map((line) => head(line)).join('\n') + (next.length < after.length ? '\n…' : ''),
  };
}

const tail = (line: string) => (line.length > longest ? `…${line.slice(-longest)}` : line);
const head = (line: string) => (line.length > longest ? `${line.slice(0, longest)}…` : line);
