// Where two lists differ: runs of entries of the one in place of runs of the other (longest common subsequence).

export interface Hunk {
  /** Entries `from` up to, not including, `to` of the earlier list … */
  readonly from: number;
  readonly to: number;
  /** … stand in the later one as these. */
  readonly start: number;
  readonly end: number;
}

/** Beyond this many pairs what lies between the equal ends is one difference. */
const mostPairs = 1_000_000;

export function hunksOf(before: readonly string[], after: readonly string[]): Hunk[] {
  const most = Math.min(before.length, after.length);
  let head = 0;
  while (head < most && before[head] === after[head]) head++;
  let tail = 0;
  while (tail < most - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
  const [a, b] = [before.slice(head, before.length - tail), after.slice(head, after.length - tail)];
  if (a.length === 0 && b.length === 0) return [];
  if (a.length * b.length > mostPairs || a.length === 0 || b.length === 0)
    return [{ from: head, to: head + a.length, start: head, end: head + b.length }];
  return walked(a, b).map(({ from, to, start, end }) => ({
    from: from + head,
    to: to + head,
    start: start + head,
    end: end + head,
  }));
}

function walked(a: readonly string[], b: readonly string[]): Hunk[] {
  const shared = commonLengths(a, b);
  const at = (i: number, j: number) => shared[i]?.[j] ?? 0;
  const hunks: Hunk[] = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    const [from, start] = [i, j];
    while ((i < a.length || j < b.length) && (i >= a.length || j >= b.length || a[i] !== b[j])) {
      if (j >= b.length || (i < a.length && at(i + 1, j) >= at(i, j + 1))) i++;
      else j++;
    }
    if (from < i || start < j) hunks.push({ from, to: i, start, end: j });
    while (i < a.length && j < b.length && a[i] === b[j]) {
      i++;
      j++;
    }
  }
  return hunks;
}

function commonLengths(a: readonly string[], b: readonly string[]): Int32Array[] {
  const table = Array.from({ length: a.length + 1 }, () => new Int32Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; i--) {
    const [row, below] = [table[i], table[i + 1]];
    if (!row || !below) continue;
    for (let j = b.length - 1; j >= 0; j--)
      row[j] = a[i] === b[j] ? (below[j + 1] ?? 0) + 1 : Math.max(below[j] ?? 0, row[j + 1] ?? 0);
  }
  return table;
}
