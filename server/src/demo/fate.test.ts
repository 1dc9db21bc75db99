import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chanceOf } from './chance.ts';
import { fateOf } from './fate.ts';

const born = {
  dutyId: 1,
  role: 'lead',
  openedOn: '2026-02-10',
  dueOn: '2026-06-30',
  asksPlan: false,
} as const;

test('what happens to a duty happens in order, and never before it was handed down', () => {
  fc.assert(
    fc.property(fc.string(), fc.boolean(), (word, dated) => {
      const days = fateOf({ ...born, dueOn: dated ? born.dueOn : null }, chanceOf(word)).map(
        ({ day }) => day,
      );
      expect(days).toEqual(days.toSorted());
      expect(days.every((day) => day >= born.openedOn)).toBe(true);
    }),
  );
});

test('the same word gives the same fate, and words differ', () => {
  const fates = Array.from({ length: 40 }, (_, at) => JSON.stringify(fateOf(born, chanceOf(`việc ${at}`))));
  expect(JSON.stringify(fateOf(born, chanceOf('việc 3')))).toBe(fates[3]);
  expect(new Set(fates).size).toBeGreaterThan(20);
});

test('a plan of one’s own is not reported by hand', () => {
  const deeds = fateOf({ ...born, asksPlan: true }, chanceOf('a')).map(({ deed }) => deed.do);
  expect(deeds).not.toContain('report');
});
