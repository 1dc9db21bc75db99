// What is warned about in figures: bounds, jumps, parts that do not add up, targets at odds with each other. Nothing is refused and
// nothing is mended.
import type { z } from '@hono/zod-openapi';
import type { Locale } from '../http/locale.ts';
import { apartFrom, beyondWhole, type Apart } from '../indicators/parts.ts';
import type { FormIndicator } from '../regimes/body.ts';
import type * as schema from './schema.ts';
import { wordsOf, type Word } from './words.ts';

export type Warning = z.infer<typeof schema.warning>;

/** Between the quartiles of peers, widened by three times their distance: beyond it is far from all of them. */
export interface Fence {
  readonly low: number;
  readonly high: number;
}

type Cells = ReadonlyMap<string, number | null>;

/** Of a report with others below. */
export interface Below {
  /** How many have the figure, and how many should be in. */
  readonly n: number;
  readonly expected: number;
  /** With all that counts below. */
  readonly total: number | null;
  readonly totals: Cells;
}

export interface Judged {
  readonly value: number | null;
  readonly last: number | null;
  readonly weight?: number | null;
  readonly fence?: Fence | null;
  readonly below?: Below | null;
  readonly cell: string;
  /** Of the whole: the cells of the same figure, by their key; and the targets, the whole's among them. */
  readonly cells?: Cells;
  readonly targets?: Cells;
  readonly derivedNothing?: boolean;
  /** A total of several units: what is set for one says nothing about it. */
  readonly several?: boolean;
}

export interface Wording {
  readonly locale: Locale;
  /** What a dimension is called. */
  readonly nameOf: (dimension: string) => string;
}

type Say = (
  code: Warning['code'],
  values?: Readonly<Record<string, string | number>>,
  word?: Word,
) => Warning;

const saying =
  (locale: Locale): Say =>
  (code, values = {}, word = code as Word) => ({ code, text: wordsOf(word, values, locale) });

function bounded({ bounds }: FormIndicator, { value, several }: Judged, say: Say): Warning[] {
  const { min, max } = bounds;
  if (value === null) return [];
  return [
    ...(min !== null && value < min ? [say('below-minimum', { bound: min })] : []),
    ...(max !== null && value > max && !several ? [say('above-maximum', { bound: max })] : []),
  ];
}

/** A total is compared once all are in: before, it is smaller because it is not whole. */
function jumped({ bounds }: FormIndicator, { value, last, cell, below }: Judged, say: Say): Warning[] {
  const { change } = bounds;
  const whole = below ? (below.n < below.expected ? null : below.total) : value;
  if (change === null || cell !== '' || whole === null || last === null || last === 0) return [];
  const by = ((whole - last) / Math.abs(last)) * 100;
  if (Math.abs(by) <= change) return [];
  const word = by > 0 ? 'changed-up' : 'changed-down';
  return [say('changed-much', { change: Math.round(Math.abs(by)), last, bound: change }, word)];
}

interface Judging {
  readonly indicator: FormIndicator;
  readonly say: Say;
  readonly nameOf: Wording['nameOf'];
}

/** The words of one that is too little and of one that is too much. */
const said =
  ({ say, nameOf }: Judging, code: 'parts-differ' | 'targets-differ', [less, more]: readonly [Word, Word]) =>
  ({ breakdown, sum, whole }: Apart): Warning => {
    const rest = Math.round((whole - sum) * 1e6) / 1e6;
    const by = breakdown.map(nameOf).join(' × ');
    return say(code, { by, sum, whole, rest }, rest > 0 ? less : more);
  };

/** By which breakdown the parts do not make the whole; parts that nobody gave say nothing. */
function apart(judging: Judging, { value, cells, below }: Judged): Warning[] {
  const { indicator, say, nameOf } = judging;
  if (!cells) return [];
  const own = apartFrom(indicator, cells, value).map(
    said(judging, 'parts-differ', ['parts-less', 'parts-more']),
  );
  const all = below ? apartFrom(indicator, below.totals, below.total) : [];
  const beyond = beyondWhole(indicator, cells, value).map((breakdown) =>
    say('parts-differ', { by: breakdown.map(nameOf).join(' × '), whole: value ?? 0 }, 'part-beyond'),
  );
  return [
    ...own,
    ...beyond,
    ...(own.length > 0 ? [] : all.map(said(judging, 'parts-differ', ['all-parts-less', 'all-parts-more']))),
  ];
}

const targetsApart = (judging: Judging, { targets }: Judged): Warning[] =>
  targets
    ? apartFrom(judging.indicator, targets, targets.get('') ?? null).map(
        said(judging, 'targets-differ', ['target-less', 'target-more']),
      )
    : [];

export function warningsOf(indicator: FormIndicator, judged: Judged, { locale, nameOf }: Wording): Warning[] {
  const say = saying(locale);
  const judging = { indicator, say, nameOf };
  const { value, weight, fence, below, cell, derivedNothing } = judged;
  const found = [...bounded(indicator, judged, say), ...jumped(indicator, judged, say)];
  if (cell === '') found.push(...apart(judging, judged), ...targetsApart(judging, judged));
  if (indicator.rule === 'average' && value !== null && weight === null) found.push(say('no-weight'));
  if (cell === '' && value === null && indicator.required && !below) found.push(say('missing'));
  // Where nothing was done at the unit itself, the units below may still make a figure.
  if (derivedNothing && (below?.total ?? null) === null) found.push(say('not-derived'));
  if (fence && value !== null && (value < fence.low || value > fence.high))
    found.push(say('outlier', { low: fence.low, high: fence.high }));
  if (below && cell === '' && below.n < below.expected)
    found.push(say('below-missing', { n: below.n, expected: below.expected }));
  return found;
}
