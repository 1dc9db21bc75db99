import type { Word } from '../agencies-words.ts';

export const isPair = (words: readonly Word[], at: number, first: string, second: string): boolean =>
  words[at]?.low === first && words[at + 1]?.low === second;
