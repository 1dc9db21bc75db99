// How the sections of an outline are numbered, as Decree 30/2020 does: I., 1., a).
import type { ReportSection } from '@nhipcau/server/contract';

const romans = [
  ['XX', 20],
  ['X', 10],
  ['IX', 9],
  ['V', 5],
  ['IV', 4],
  ['I', 1],
] as const;

export function roman(number: number): string {
  let left = number;
  let text = '';
  for (const [letters, worth] of romans)
    while (left >= worth) {
      text += letters;
      left -= worth;
    }
  return text;
}

const marker = [
  (n: number) => `${roman(n)}.`,
  (n: number) => `${n}.`,
  (n: number) => `${'abcdeghiklmnopqrstuvxy'[n - 1] ?? n})`,
];

export interface Numbered {
  readonly section: ReportSection;
  readonly marker: string;
}

export function numbered(outline: readonly ReportSection[]): readonly Numbered[] {
  const counts = [0, 0, 0];
  return outline.map((section) => {
    const level = section.level ?? 1;
    counts[level - 1] = (counts[level - 1] ?? 0) + 1;
    counts.fill(0, level);
    return { section, marker: marker[level - 1]?.(counts[level - 1] ?? 1) ?? '' };
  });
}
