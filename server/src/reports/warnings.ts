// What is warned about in figures: bounds, jumps, parts that do not add up. Nothing is refused and nothing is mended.
import type { z } from '@hono/zod-openapi';
import type { Locale } from '../http/locale.ts';
import type { FormIndicator } from '../regimes/body.ts';
import type * as schema from './schema.ts';
import { wordsOf, type Word } from './words.ts';

export type Warning = z.infer<typeof schema.warning>;

/** Between the quartiles of peers, widened by three times their distance: beyond it is far from all of them. */
export interface Fence {
  readonly low: number;
  readonly high: number;
}

export interface Judged {
  readonly value: number | null;
  readonly last: number | null;
  readonly weight?: number | null;
  readonly fence?: Fence | null;
  /** Of a report with others below. */
  readonly below?: { readonly n: number; readonly expected: number } | null;
  readonly cell: string;
  /** Of the whole: the cells of the same figure, by their key. */
  readonly cells?: ReadonlyMap<string, number | null>;
  readonly derivedNothing?: boolean;
}

type Say = (code: Warning['code'] & Word, values?: Readonly<Record<string, string | number>>) => Warning;

const saying =
  (locale: Locale): Say =>
  (code, values = {}) => ({ code, text: wordsOf(code, values, locale) });

/** Money and rates differ by a hair without meaning anything. */
const same = (a: number, b: number) => Math.abs(a - b) <= 1e-6 * Math.max(1, Math.abs(a), Math.abs(b));

function bounded({ bounds }: FormIndicator, { value, last, cell }: Judged, say: Say): Warning[] {
  if (value === null) return [];
  const found: Warning[] = [];
  const { min, max, change } = bounds;
  if (min !== null && value < min) found.push(say('below-minimum', { bound: min }));
  // A part of the whole is within it.
  if (max !== null && value > max) found.push(say('above-maximum', { bound: max }));
  if (change !== null && cell === '' && last !== null && last !== 0) {
    const by = Math.abs((value - last) / last) * 100;
    if (by > change) found.push(say('changed-much', { change: Math.round(by), last, bound: change }));
  }
  return found;
}

const dimensions = (cell: string) => cell.split(';').map((part) => part.split('=')[0] ?? '');

/** By which breakdown the parts do not make the whole; parts that nobody gave say nothing. */
function apart({ breakdowns, rule }: FormIndicator, { value, cells }: Judged, say: Say): Warning[] {
  if (rule !== 'sum' || value === null || !cells) return [];
  return breakdowns.flatMap((breakdown) => {
    const key = breakdown.toSorted().join(';');
    const parts = [...cells].filter(
      ([cell, part]) => cell !== '' && part !== null && dimensions(cell).join(';') === key,
    );
    const sum = parts.reduce((all, [, part]) => all + (part ?? 0), 0);
    return parts.length === 0 || same(sum, value)
      ? []
      : [say('parts-differ', { by: breakdown.join(' × '), sum, whole: value })];
  });
}

export function warningsOf(indicator: FormIndicator, judged: Judged, locale: Locale): Warning[] {
  const say = saying(locale);
  const { value, weight, fence, below, cell, derivedNothing } = judged;
  const found = [...bounded(indicator, judged, say), ...(cell === '' ? apart(indicator, judged, say) : [])];
  if (indicator.rule === 'average' && value !== null && weight === null) found.push(say('no-weight'));
  if (cell === '' && value === null && indicator.required && !below) found.push(say('missing'));
  if (derivedNothing) found.push(say('not-derived'));
  if (fence && value !== null && (value < fence.low || value > fence.high))
    found.push(say('outlier', { low: fence.low, high: fence.high }));
  if (below && cell === '' && below.n < below.expected)
    found.push(say('below-missing', { n: below.n, expected: below.expected }));
  return found;
}
