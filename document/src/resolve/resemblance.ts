// Names that are nearly the same: parts of a name abbreviated by initials ("Trung tâm Xúc tiến ĐTTM và DL tỉnh"), or most
// words shared. Only ever over the units of one province.
import { foldDiacritics } from '../read/normalise.ts';
import { unitKey } from './agency-key.ts';
import type { Unit } from './unit.ts';
import type { Placed } from './unit-place.ts';

const TAILS: ReadonlySet<string> = new Set(['tinh', 'thanh pho', 'huyen']);

/** Words of a written name; capitals in a row stand for as many words. */
function tokens(name: string): { readonly word: string; readonly initials: boolean }[] {
  const words = [...name.slice(0, 300).matchAll(/[\p{L}\d]+/gu)].map(([word]) => word);
  return words
    .filter((word) => !/^(?:và|của)$/iu.test(word))
    .map((word) => ({ word: foldDiacritics(word), initials: /^\p{Lu}{2,12}$/u.test(word) }));
}

/** True if the name, with its abbreviations as initials, spells the unit's name out. */
export function abbreviates(name: string, of: Unit): boolean {
  const unit = unitKey(of).key.split(' ');
  let at = 0;
  for (const { word, initials } of tokens(name)) {
    if (
      initials &&
      unit
        .slice(at, at + word.length)
        .map((part) => part[0])
        .join('') === word
    )
      at += word.length;
    else if (unit[at] === word) at++;
    else if (!TAILS.has(word)) return false;
  }
  return at === unit.length || (unit.length - at === 1 && TAILS.has(unit[at] ?? ''));
}

/** Share of common words, 0 to 1. */
export function likeness(key: string, unitKey: string): number {
  const a = new Set(key.split(' '));
  const b = new Set(unitKey.split(' '));
  const common = [...a].filter((word) => b.has(word)).length;
  return common / Math.max(1, a.size + b.size - common);
}

/** The units most like a name, the likest first. */
export function mostAlike(
  key: string,
  candidates: readonly Placed[],
  least: number,
): { placed: Placed; likeness: number }[] {
  return candidates
    .map((placed) => ({ placed, likeness: likeness(key, unitKey(placed.unit).key) }))
    .filter((candidate) => candidate.likeness >= least)
    .toSorted((a, b) => b.likeness - a.likeness)
    .slice(0, 5);
}
