import { describe, expect, test } from 'vitest';
import { drawing, type Drawing } from './chart-drawing.ts';
import { numberWords, scaleOf } from './chart-scale.ts';
import type { Chart } from './official.ts';

const chart = (more: Partial<Chart>): Chart => ({
  type: 'chart',
  shape: 'bars',
  title: 'Biểu đồ',
  says: 'Một câu.',
  labels: ['Quý I', 'Quý II'],
  series: [{ name: 'Năm 2026', values: [3, 12] }],
  ...more,
});

const WIDTH = 165;

/** What reaches over the frame. */
function outside({ width, height, bars, lines, marks, rules }: Drawing): unknown[] {
  const points = [...lines.flatMap((line) => line.points), ...marks.map(({ at }) => at)];
  const within = (value: number, most: number): boolean => value >= -0.01 && value <= most + 0.01;
  return [
    ...bars.filter((bar) => !within(bar.x, width - bar.width) || !within(bar.y, height - bar.height)),
    ...bars.filter((bar) => bar.height < 0),
    ...points.filter(([x, y]) => !within(x, width) || !within(y, height)),
    ...rules.filter(({ y }) => !within(y, height)),
  ];
}

describe('the scale', () => {
  test.each([
    [
      [3, 12],
      [0, 15],
    ],
    [
      [118, 149],
      [0, 150],
    ],
    [
      [-4, 9],
      [-5, 10],
    ],
    [
      [0, 0],
      [0, 0.2],
    ],
    [
      [0.03, 0.07],
      [0, 0.08],
    ],
    [
      [18420, 9800],
      [0, 20000],
    ],
  ])('of %j reaches over %j in round steps', (values, [from, to]) => {
    const scale = scaleOf(chart({ series: [{ name: '', values }] }));
    expect([scale.from, scale.to]).toEqual([from, to]);
    expect(scale.steps[0]).toBe(from);
    expect(scale.steps.at(-1)).toBe(to);
    expect(scale.steps).toContain(0);
  });

  test('of stacked bars holds what lies one on another', () => {
    const series = [
      { name: 'a', values: [10, 1] },
      { name: 'b', values: [15, 1] },
      { name: 'c', values: [-7, null] },
    ];
    const { from, to } = scaleOf(chart({ shape: 'stacked', series }));
    expect(from).toBeLessThanOrEqual(-7);
    expect(to).toBeGreaterThanOrEqual(25);
  });

  test('writes numbers as Vietnamese does', () => {
    expect([1234.5, 61230, -0.25, 7].map(numberWords)).toEqual(['1.234,5', '61.230', '-0,25', '7']);
  });
});

describe('the drawing', () => {
  test('has bars as high as their values, from the axis', () => {
    const { bars, rules } = drawing(chart({}), WIDTH);
    const axis = rules.find((rule) => rule.axis)!;
    const [, low, high] = bars;
    expect(high!.height / low!.height).toBeCloseTo(4, 5);
    for (const bar of [low!, high!]) expect(bar.y + bar.height).toBeCloseTo(axis.y, 5);
  });

  test('stacks bars one on another without a gap, negative ones below the axis', () => {
    const series = [
      { name: 'a', values: [4] },
      { name: 'b', values: [6] },
      { name: 'c', values: [-2] },
    ];
    const { bars, rules } = drawing(chart({ shape: 'stacked', labels: ['x'], series }), WIDTH);
    const [first, second, third] = bars.slice(3);
    const axis = rules.find((rule) => rule.axis)!.y;
    expect(first!.y + first!.height).toBeCloseTo(axis, 5);
    expect(second!.y + second!.height).toBeCloseTo(first!.y, 5);
    expect(third!.y).toBeCloseTo(axis, 5);
  });

  test('draws no line through a value that is not known', () => {
    const series = [{ name: 'a', values: [1, 2, null, 3, 4] }];
    const { lines, marks } = drawing(
      chart({ shape: 'lines', labels: ['1', '2', '3', '4', '5'], series }),
      WIDTH,
    );
    expect(lines.map(({ points }) => points.length)).toEqual([2, 2]);
    expect(marks).toHaveLength(1 + 4);
  });

  test('says every value where there is room, and every name, upright where they are long', () => {
    const words = drawing(chart({ unit: 'lớp' }), WIDTH).words.map(({ text }) => text);
    for (const word of ['Năm 2026', 'Quý I', 'Quý II', '3', '12', '(lớp)']) expect(words).toContain(word);
    const labels = Array.from({ length: 24 }, (_, at) => `Phường Nam Hồng Giang số ${at}`);
    const { words: many } = drawing(
      chart({ labels, series: [{ name: 'a', values: labels.map(() => 1) }] }),
      WIDTH,
    );
    expect(many.filter(({ turned }) => turned).map(({ text }) => text)).toEqual(labels);
  });

  test.each([
    ['nothing', { labels: [], series: [] }],
    ['numbers that are none', { series: [{ name: 'a', values: [Number.NaN, Infinity] }] }],
    ['huge numbers', { series: [{ name: 'a', values: [1e300, -1e300] }] }],
    ['more values than labels', { series: [{ name: 'a', values: [1, 2, 3, 4] }] }],
    ['endless names', { labels: ['x'.repeat(5000)], series: [{ name: 'y'.repeat(5000), values: [1] }] }],
    [
      'many series',
      { series: Array.from({ length: 30 }, (_, at) => ({ name: `Chuỗi số liệu ${at}`, values: [at, 1] })) },
    ],
  ] as const)('of %s keeps inside its frame', (_, more) => {
    for (const shape of ['bars', 'stacked', 'lines'] as const)
      expect(outside(drawing(chart({ ...more, shape } as Partial<Chart>), WIDTH))).toEqual([]);
  });
});
