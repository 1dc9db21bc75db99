// Which marker usually stands above which (Decree 30/2020, Annex I, II.5, and practice below it).
import type { Marked } from './marker.ts';

const RANKS: Readonly<Record<string, number>> = {
  part: 10,
  chapter: 20,
  section: 30,
  subsection: 35,
  article: 40,
  A: 12,
  'I.': 50,
  'I)': 52,
  '1.': 60,
  '1)': 62,
  '1.2': 65,
  '1.3': 66,
  '1.4': 67,
  '1.5': 68,
  'a.': 71,
  'a)': 70,
  '(1)': 74,
  '(a)': 75,
  '-': 80,
  '+': 90,
};
const STEP_RANK = 73;
const BULLET_RANK = 85;

/** How deep a style of markers usually stands; the lower, the higher. */
export function rankOf(marked: Marked): number {
  return (
    RANKS[marked.style] ??
    (marked.marker === 'dash' ? BULLET_RANK : marked.marker === 'plus' ? 92 : STEP_RANK)
  );
}
