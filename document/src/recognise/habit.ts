// How a document itself writes words: with a capital or without.
import { isCapitals } from './lines.ts';

/** How the document writes two neighbouring words elsewhere; null where they do not meet. */
export type Habit = (left: string, right: string, which: 'left' | 'right') => string | null;

const bareWord = (word: string): string => word.replace(/[.,;:()"“”]/g, '');

const LEARNT = 8000;

/** Learns from the first paragraphs how pairs of words are written; a word that opens a sentence teaches nothing. */
export function habitOf(texts: Iterable<string>): Habit {
  let learnt: { text: string; low: string } | null = null;
  return (left, right, which) => {
    learnt ??= learn(texts);
    const pair = `${bareWord(left)} ${bareWord(right)}`.toLowerCase();
    const at = findPair(learnt.low, pair);
    if (at < 0) return null;
    const found = learnt.text.slice(at, at + pair.length).split(' ');
    const word = which === 'left' ? left : right;
    return word.replace(bareWord(word), () => found[which === 'left' ? 0 : 1] ?? word);
  };
}

function learn(texts: Iterable<string>): { text: string; low: string } {
  const pieces: string[] = [];
  let budget = LEARNT;
  for (const text of texts) {
    if (budget < 0) break;
    if (isCapitals(text)) continue;
    pieces.push(text.slice(0, budget));
    budget -= text.length;
  }
  const text = pieces.join(' . ');
  const low = text.toLowerCase();
  // Lower case may change a length (İ); then nothing is learnt.
  return low.length === text.length ? { text, low } : { text: '', low: '' };
}

/** A place of a pair of whole words that opens no sentence, or -1. */
function findPair(low: string, pair: string): number {
  for (let at = low.indexOf(pair), tries = 0; at >= 0 && tries < 8; at = low.indexOf(pair, at + 1), tries++) {
    const opens = at < 2 || /[.:;"“(]/.test(low[at - 2]!) || low[at - 1] !== ' ';
    if (!opens && !/\p{L}/u.test(low[at + pair.length] ?? ' ')) return at;
  }
  return -1;
}
