import type { Header, Part, Source, Target } from '../tree.ts';

/** The measurable targets that a plan sets itself. */
export function recogniseTargets(source: Source, parts: readonly Part[], header: Header): Target[] {
  void [source, parts, header];
  return [];
}
