// How much of a page came back right: the share of wrong letters in its prose, and its header's fields.
import { foldTone } from '../../src/read/normalise.ts';

/** One form for what only looks different: spaces, dashes, quotes, the tone's place. */
export function plainText(text: string): string {
  return foldTone(text.normalize('NFC'))
    .replace(/[‐‑‒–—]/g, '-')
    .replace(/[“”]/g, '"')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Wrong letters (put in, left out or changed) against `expected`; what stands before and after it in `seen` is free. */
export function errorsWithin(expected: string, seen: string): number {
  let row = new Uint32Array(seen.length + 1);
  for (let i = 1; i <= expected.length; i++) {
    const next = new Uint32Array(seen.length + 1);
    next[0] = i;
    const letter = expected.charCodeAt(i - 1);
    for (let j = 1; j <= seen.length; j++) {
      const same = row[j - 1]! + (seen.charCodeAt(j - 1) === letter ? 0 : 1);
      const fewer = Math.min(row[j]!, next[j - 1]!) + 1;
      next[j] = same < fewer ? same : fewer;
    }
    row = next;
  }
  let least = expected.length;
  for (const errors of row) if (errors < least) least = errors;
  return least;
}
