// Names of document types as they stand on a page, with their abbreviations.
import { DECREE_30_TYPES, OTHER_TYPES } from '../gazetteer/document-types.ts';
import { foldTone } from '../read/normalise.ts';

export interface TypeName {
  readonly abbreviation: string;
  /** As printed in a sentence: "Kế hoạch". */
  readonly name: string;
}

const NOT_ON_PAGES = new Set(['SY', 'TrS', 'SL', 'VBHN']);

const TYPES: readonly (TypeName & { readonly folded: string })[] = [
  ...Object.entries({ ...DECREE_30_TYPES, ...OTHER_TYPES }).map(([abbreviation, name]) => ({
    abbreviation,
    name,
  })),
  { abbreviation: 'QyĐ', name: 'Quy định' },
  { abbreviation: 'NQLT', name: 'Nghị quyết liên tịch' },
]
  .filter((type) => !NOT_ON_PAGES.has(type.abbreviation))
  .toSorted((a, b) => b.name.length - a.name.length)
  .map((type) => ({ ...type, folded: foldTone(type.name.toLowerCase()) }));

const BY_NAME = new Map(TYPES.map((type) => [type.folded, type]));
const LONGEST = TYPES[0]!.name.length;

const FIRST = new Set(TYPES.map((type) => type.name.charAt(0).toLowerCase()));

/** The type whose name a text begins with, the longest first; case is ignored. */
export function typeAtStart(text: string): TypeName | null {
  if (!FIRST.has(text.charAt(0).toLowerCase())) return null;
  const low = foldTone(text.slice(0, LONGEST + 1).toLowerCase());
  for (const type of TYPES)
    if (low.startsWith(type.folded) && !/\p{L}/u.test(low[type.name.length] ?? ' ')) return type;
  return null;
}

export function typeByName(name: string): TypeName | null {
  return BY_NAME.get(foldTone(name.toLowerCase().trim())) ?? null;
}
