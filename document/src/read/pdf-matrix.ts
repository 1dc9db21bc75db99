// Affine matrices as PDF writes them: [a b c d e f] maps (x, y) to (ax + cy + e, bx + dy + f).

export type Matrix = readonly [number, number, number, number, number, number];

export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

/** First `inner`, then `outer`. */
export function times(outer: Matrix, inner: Matrix): Matrix {
  const [a, b, c, d, e, f] = outer;
  const [p, q, r, s, t, u] = inner;
  return [a * p + c * q, b * p + d * q, a * r + c * s, b * r + d * s, a * t + c * u + e, b * t + d * u + f];
}

export function apply(matrix: Matrix, x: number, y: number): readonly [number, number] {
  return [matrix[0] * x + matrix[2] * y + matrix[4], matrix[1] * x + matrix[3] * y + matrix[5]];
}

/** The six numbers of a list from outside, the identity where they are not there. */
export function matrixOf(list: unknown): Matrix {
  if (!Array.isArray(list) && !ArrayBuffer.isView(list)) return IDENTITY;
  const numbers = Array.from(list as ArrayLike<unknown>, Number);
  return numbers.length >= 6 && numbers.every(Number.isFinite)
    ? (numbers.slice(0, 6) as unknown as Matrix)
    : IDENTITY;
}
