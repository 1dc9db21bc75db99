// Text put on an imagined page for tests of layout: letters are half as wide as the font is high.
import type { PageContent, Piece, Rule } from '../../src/read/geometry.ts';

export interface Look {
  readonly size?: number;
  readonly bold?: boolean;
  readonly italic?: boolean;
}

export function piece(
  text: string,
  left: number,
  baseline: number,
  { size = 12, ...look }: Look = {},
): Piece {
  const right = left + text.length * 0.5 * size;
  return {
    text,
    left,
    right,
    top: baseline - 0.9 * size,
    bottom: baseline + 0.2 * size,
    baseline,
    size,
    ...look,
  };
}

export const page = (pieces: readonly Piece[], rules: readonly Rule[] = [], number = 1): PageContent => ({
  page: number,
  width: 595,
  height: 842,
  pieces,
  rules,
});

/** The drawn lines of a table with the given column and row edges. */
export function ruled(xs: readonly number[], ys: readonly number[]): Rule[] {
  const [left, right, top, bottom] = [xs[0]!, xs.at(-1)!, ys[0]!, ys.at(-1)!];
  return [
    ...ys.map((y) => ({ vertical: false, box: [left, y, right, y] as const })),
    ...xs.map((x) => ({ vertical: true, box: [x, top, x, bottom] as const })),
  ];
}
