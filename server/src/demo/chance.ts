// Chance that falls the same way each time: the illustration looks alike wherever it is set up.
import { createHash } from 'node:crypto';

export interface Chance {
  /** From 0 up to, not including, 1. */
  next(): number;
  /** A whole number from one to the other, both included. */
  between(from: number, to: number): number;
  pick<T>(list: readonly [T, ...T[]]): T;
}

/** Xorshift32, begun from a word. */
export function chanceOf(word: string): Chance {
  let state = createHash('sha256').update(word).digest().readUInt32LE(0) || 1;
  const next = (): number => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state / 2 ** 32;
  };
  const between = (from: number, to: number) => from + Math.floor(next() * (to - from + 1));
  return { next, between, pick: (list) => list[Math.floor(next() * list.length)] ?? list[0] };
}
