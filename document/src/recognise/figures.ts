import type { Figure, Header, Part, Source } from '../tree.ts';

/** The figures that a report gives of what was done. */
export function recogniseFigures(source: Source, parts: readonly Part[], header: Header): Figure[] {
  void [source, parts, header];
  return [];
}
