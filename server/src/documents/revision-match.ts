// Which task of a revision continues which task of the earlier version: by their words, each at most once. Pure.
import { fold } from '../text/fold.ts';

export interface Matchable {
  readonly id: string;
  readonly text: string;
}

/** Below this share of words in common two tasks are two tasks. */
const alike = 0.55;
/** Words that stand in more tasks than this tell nothing, and would make the search slow. */
const tooCommon = 200;

const wordsOf = (text: string): Set<string> => new Set(fold(text).match(/[\p{L}\p{N}]+/gu) ?? []);

/** Share of words in common, 0 to 1 (Dice). */
export function similarity(a: string, b: string): number {
  return dice(wordsOf(a), wordsOf(b));
}

function dice(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size === 0 || b.size === 0) return 0;
  const [few, many] = a.size < b.size ? [a, b] : [b, a];
  let common = 0;
  for (const word of few) if (many.has(word)) common += 1;
  return (2 * common) / (a.size + b.size);
}

/** Ids of the later ones → ids of the earlier ones. */
export function matchTasks(
  earlier: readonly Matchable[],
  later: readonly Matchable[],
): ReadonlyMap<string, string> {
  const result = new Map<string, string>();
  const free = new Set(earlier.map(({ id }) => id));
  matchEqual(earlier, later, result, free);
  const rest = later.filter(({ id }) => !result.has(id));
  const pairs = candidates(
    earlier.filter(({ id }) => free.has(id)),
    rest,
  );
  for (const { from, to } of pairs) {
    if (!free.has(from) || result.has(to)) continue;
    free.delete(from);
    result.set(to, from);
  }
  return result;
}

function matchEqual(
  earlier: readonly Matchable[],
  later: readonly Matchable[],
  result: Map<string, string>,
  free: Set<string>,
): void {
  const byText = Map.groupBy(earlier, ({ text }) => fold(text));
  for (const { id, text } of later) {
    const same = byText.get(fold(text))?.find((each) => free.has(each.id));
    if (!same) continue;
    free.delete(same.id);
    result.set(id, same.id);
  }
}

/** Pairs that are alike, most alike first; equal ones in the order of the texts. */
function candidates(earlier: readonly Matchable[], later: readonly Matchable[]) {
  const sets = earlier.map(({ id, text }) => ({ id, words: wordsOf(text) }));
  const byWord = new Map<string, number[]>();
  sets.forEach(({ words }, index) => {
    for (const word of words) {
      const list = byWord.get(word);
      if (list) list.push(index);
      else byWord.set(word, [index]);
    }
  });
  const pairs = later.flatMap(({ id, text }) => {
    const words = wordsOf(text);
    const near = new Set<number>();
    for (const word of words) {
      const list = byWord.get(word) ?? [];
      if (list.length <= tooCommon) for (const index of list) near.add(index);
    }
    return [...near].flatMap((index) => {
      const other = sets[index];
      const score = other ? dice(words, other.words) : 0;
      return other && score >= alike ? [{ from: other.id, to: id, score }] : [];
    });
  });
  return pairs.toSorted((a, b) => b.score - a.score);
}
