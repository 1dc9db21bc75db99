// Sentences with figures in them, as the editor of reports keeps them: each figure a run of its own that says which it is. Pure.
import type { Content } from '../reports/content.ts';

export type Run = Content['paragraphs'][number]['runs'][number];
export type Paragraph = Content['paragraphs'][number];

export interface Figure {
  readonly indicatorId: number;
  readonly value: number;
  readonly decimals: number;
}

export type Figures = (code: string, cell: string) => Figure | null;

const place = /\{([A-Z][A-Z0-9.]+)(?:\|([^}]+))?\}/g;

/** Null: a figure that the sentence speaks of is not there. */
export function composed(
  template: string,
  figures: Figures,
  names: Readonly<Record<string, string>> = {},
): Run[] | null {
  const text = template.replaceAll(/\{([a-z]+)\}/g, (_, name: string) => names[name] ?? '');
  const runs: Run[] = [];
  let at = 0;
  for (const match of text.matchAll(place)) {
    const [whole, code = '', cell = ''] = match;
    const figure = figures(code, cell);
    if (!figure) return null;
    if (match.index > at) runs.push({ text: text.slice(at, match.index) });
    const { indicatorId, value, decimals } = figure;
    const said = value.toLocaleString('vi', { maximumFractionDigits: decimals });
    runs.push({ text: said, figure: { indicatorId, cell, reportId: null, value } });
    at = match.index + whole.length;
  }
  if (at < text.length) runs.push({ text: text.slice(at) });
  return runs;
}

export const paragraph = (runs: readonly Run[], kind: Paragraph['kind'] = 'text'): Paragraph => ({
  kind,
  runs: [...runs],
});
