// The scale of a chart: round steps that hold every value, and how its numbers are written in Vietnamese.
import type { Chart } from './official.ts';

export interface Scale {
  readonly from: number;
  readonly to: number;
  /** Where a line with its number stands, from the lowest. */
  readonly steps: readonly number[];
}

/** Steps wanted between the ends. */
const STEPS = 5;

/** Zero is always on the scale: bars grow from it. */
export function scaleOf(chart: Chart): Scale {
  const ends = chart.shape === 'stacked' ? heights(chart) : chart.series.flatMap(({ values }) => values);
  const known = ends.filter((value): value is number => value !== null && Number.isFinite(value));
  const low = known.reduce((least, value) => Math.min(least, value), 0);
  const high = known.reduce((most, value) => Math.max(most, value), 0);
  const step = roundStep((high - low || 1) / STEPS, known.every(Number.isInteger) && high - low > 0);
  const from = Math.floor(low / step);
  const to = Math.max(from + 1, Math.ceil(high / step));
  const steps = Array.from({ length: to - from + 1 }, (_, at) => rounded((from + at) * step));
  return { from: rounded(from * step), to: rounded(to * step), steps };
}

/** What lies above zero at each label, and what lies below. */
function heights({ labels, series }: Chart): number[] {
  return labels.flatMap((_, at) => {
    const values = series.map(({ values }) => values[at] ?? 0).filter(Number.isFinite);
    const sum = (part: readonly number[]): number => part.reduce((all, value) => all + value, 0);
    return [sum(values.filter((value) => value > 0)), sum(values.filter((value) => value < 0))];
  });
}

/** 1, 2, 2.5 or 5 times a power of ten, at least as large; whole where what is counted is. */
function roundStep(least: number, whole: boolean): number {
  const power = 10 ** Math.floor(Math.log10(least));
  const steps = [1, 2, 2.5, 5, 10].map((times) => times * power);
  const large = steps.find((step) => step >= least * 0.999_999 && (!whole || Number.isInteger(step)));
  return large ?? Math.max(1, 10 * power);
}

/** Without the dust of binary fractions. */
const rounded = (value: number): number => Number(value.toPrecision(12));

const NUMBERS = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 2 });
/** Beyond it digits say nothing and take all the room. */
const ENDLESS = 1e15;

export const numberWords = (value: number): string =>
  Math.abs(value) < ENDLESS ? NUMBERS.format(value) : value.toExponential(1).replace('.', ',');
