// Drawn lines in a picture: runs of ink far longer than any stroke of a letter.
import type { Rule } from './geometry.ts';
import type { Grey } from './image.ts';

interface Run {
  line: number;
  last: number;
  from: number;
  to: number;
}

export interface Ruled {
  /** In pixels. */
  readonly rules: readonly Rule[];
  /** The picture with the lines painted over. */
  readonly image: Grey;
}

/** Finds lines in a picture of `dpi` dots to the inch. */
export function findRules(image: Grey, ink: number, dpi: number): Ruled {
  const flat = runsOf(image, ink, false, 0.42 * dpi);
  const upright = runsOf(image, ink, true, 0.2 * dpi);
  const thick = 0.055 * dpi;
  const thin = (run: Run): boolean => run.last - run.line + 1 <= thick;
  const lying = joinRuns(flat, thick).filter(thin);
  const standing = joinRuns(upright, thick).filter(thin);
  const out = { ...image, data: Uint8Array.from(image.data) };
  const rules: Rule[] = [];
  const add = (run: Run, vertical: boolean): void => {
    const [from, to] = [run.line, run.last + 1];
    rules.push({ vertical, box: vertical ? [from, run.from, to, run.to] : [run.from, from, run.to, to] });
    erase(out, run, vertical);
  };
  for (const run of lying) add(run, false);
  // A bracket is as high as the border of a low row; only the border ends at drawn lines.
  for (const run of standing) if (run.to - run.from > 0.3 * dpi || isBetween(run, lying)) add(run, true);
  return { rules, image: out };
}

function isBetween(run: Run, lying: readonly Run[]): boolean {
  const meets = (end: number): boolean =>
    lying.some(
      (line) =>
        line.from - 5 <= run.line &&
        line.to + 5 >= run.line &&
        Math.abs((line.line + line.last) / 2 - end) < 8,
    );
  return meets(run.from) && meets(run.to);
}

/** Stretches of ink of at least `shortest` pixels, line by line; a gap of a pixel or two does not end one. */
function runsOf({ width, height, data }: Grey, ink: number, vertical: boolean, shortest: number): Run[] {
  const found: Run[] = [];
  const lines = vertical ? width : height;
  const length = vertical ? height : width;
  const step = vertical ? width : 1;
  for (let line = 0; line < lines; line++) {
    let start = -1;
    let seen = -1;
    let at = vertical ? line : line * width;
    for (let along = 0; along <= length; along++, at += step) {
      if (along < length && data[at]! <= ink) {
        if (start < 0) start = along;
        seen = along;
      } else if (start >= 0 && (along === length || along - seen > 2)) {
        if (seen - start + 1 >= shortest) found.push({ line, last: line, from: start, to: seen + 1 });
        start = -1;
      }
    }
  }
  return found;
}

/** Runs on neighbouring pixel lines that overlap are one drawn line; a slightly slanted one steps from line to line. */
function joinRuns(runs: readonly Run[], thick: number): Run[] {
  const done: Run[] = [];
  let open: Run[] = [];
  for (const run of runs) {
    const still: Run[] = [];
    for (const each of open) (run.line - each.last > 2 ? done : still).push(each);
    open = still;
    const home = open.find(
      (each) => run.from <= each.to + 6 && run.to >= each.from - 6 && run.line - each.line < 2 * thick,
    );
    if (home) {
      home.last = run.line;
      home.from = Math.min(home.from, run.from);
      home.to = Math.max(home.to, run.to);
    } else open.push({ ...run });
  }
  return [...done, ...open];
}

function erase(image: Grey, run: Run, vertical: boolean): void {
  const { width, height, data } = image;
  const lines = vertical ? width : height;
  for (let line = Math.max(0, run.line - 1); line <= Math.min(lines - 1, run.last + 1); line++)
    for (let along = run.from; along < run.to; along++)
      data[vertical ? along * width + line : line * width + along] = 255;
}
