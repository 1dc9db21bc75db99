import type { Word } from '../agencies-words.ts';

/** What was read of the paragraph asked about last: it is asked about several times in a row, by different rules. */
export function remembering<T>(
  read: (text: string, words: readonly Word[]) => T,
): (text: string, words: readonly Word[]) => T {
  let last: readonly Word[] | null = null;
  let value: T;
  return (text, words) => {
    if (words !== last) {
      value = read(text, words);
      last = words;
    }
    return value;
  };
}
