// Which words two texts share, in order (longest common subsequence), so that a change of one word shows as one word.

export interface Piece {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
}

/** Beyond this many pairs of words the whole is shown as removed and added: nobody reads a patchwork of that length. */
const mostPairs = 400_000;

export function changedWords(before: string, after: string): Piece[] {
  const [a, b] = [wordsOf(before), wordsOf(after)];
  if (a.length * b.length > mostPairs) return [piece('removed', before), piece('added', after)];
  const shared = commonLengths(a, b);
  const pieces: Piece[] = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      add(pieces, 'same', a[i++] ?? '');
      j++;
    } else if (j >= b.length || (i < a.length && at(shared, i + 1, j) >= at(shared, i, j + 1))) {
      add(pieces, 'removed', a[i++] ?? '');
    } else {
      add(pieces, 'added', b[j++] ?? '');
    }
  }
  return pieces;
}

const wordsOf = (text: string) => text.match(/\S+\s*/g) ?? [];
const piece = (kind: Piece['kind'], text: string): Piece => ({ kind, text });
const at = (table: readonly (readonly number[])[], i: number, j: number) => table[i]?.[j] ?? 0;

function add(pieces: Piece[], kind: Piece['kind'], text: string): void {
  const last = pieces.at(-1);
  if (last?.kind === kind) pieces[pieces.length - 1] = piece(kind, last.text + text);
  else pieces.push(piece(kind, text));
}

/** For each pair of places, how many words the rests have in common. */
function commonLengths(a: readonly string[], b: readonly string[]): number[][] {
  const table: number[][] = Array.from({ length: a.length + 1 }, () => Array<number>(b.length + 1).fill(0));
  for (let i = a.length - 1; i >= 0; i--) {
    const row = table[i] ?? [];
    for (let j = b.length - 1; j >= 0; j--) {
      row[j] =
        a[i] === b[j] ? at(table, i + 1, j + 1) + 1 : Math.max(at(table, i + 1, j), at(table, i, j + 1));
    }
  }
  return table;
}
