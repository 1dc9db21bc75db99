import type { FormIndicator, ReportFigure } from '@nhipcau/server/contract';
import { expect, test } from 'vitest';
import { figureKey, textKey, type Item } from './desk-items.ts';
import { groupsOf, nextOf, openFigures, progressOf, writtenOf } from './progress.ts';

const figure = (indicatorId: number, part: Partial<ReportFigure>) =>
  ({ indicatorId, cell: '', value: null, total: null, note: null, warnings: [], ...part }) as ReportFigure;
const indicator = (id: number, group = '') =>
  ({ id, group, groupEn: group && `${group} en` }) as FormIndicator;
const edit = (indicatorId: number, value: number | null): Item => ({
  of: 'figure',
  indicatorId,
  cell: '',
  edit: { value },
  since: 1,
});
const odd = [{ code: 'changed-much' as const, text: '' }];

const report = {
  figures: [
    figure(1, { value: 0 }),
    figure(2, {}),
    figure(3, { note: 'Không phát sinh' }),
    figure(4, { value: 9, warnings: odd }),
    figure(5, { total: 7, warnings: [{ code: 'below-missing', text: '' }] }),
  ],
};
const ids = [1, 2, 3, 4, 5, 6];

test('a figure is given by a number (nought is one), a total of those below, or a note that says why there is none', () => {
  expect(
    progressOf(
      report,
      {},
      ids.map((id) => indicator(id)),
    ),
  ).toEqual({ all: 6, given: 4, warned: 1 });
});

test('what is typed and not saved yet counts, and is not odd before it is judged', () => {
  const pending = { [figureKey(2, '')]: edit(2, 4), [figureKey(4, '')]: edit(4, null) };
  expect(
    progressOf(
      report,
      pending,
      ids.map((id) => indicator(id)),
    ),
  ).toEqual({ all: 6, given: 4, warned: 0 });
});

test('the next one is the next that is empty or odd after where one is, then the first again', () => {
  const open = openFigures(report, {}, ids);
  expect(open).toEqual([2, 4, 6]);
  expect([nextOf(open, ids, null), nextOf(open, ids, 2), nextOf(open, ids, 5), nextOf(open, ids, 6)]).toEqual(
    [2, 4, 6, 2],
  );
  expect(nextOf([], ids, 1)).toBeUndefined();
});

test('only a long section with several groups is parted, in the reader’s language', () => {
  const short = [indicator(1, 'A'), indicator(2, 'B')];
  expect(groupsOf(short, 'vi')).toEqual([{ name: '', indicators: short }]);
  const long = [1, 2, 3, 4, 5, 6].map((id) => indicator(id, id < 4 ? 'A' : 'B'));
  expect(groupsOf(long, 'vi').map(({ name, indicators }) => [name, indicators.length])).toEqual([
    ['A', 3],
    ['B', 3],
  ]);
  expect(groupsOf(long, 'en').map(({ name }) => name)).toEqual(['A en', 'B en']);
});

test('sections that ask for words are counted by their words, saved or only typed; blanks are none', () => {
  const content = (text: string) => ({ paragraphs: [{ kind: 'text' as const, runs: [{ text }] }] });
  const held = { changedBy: null, changedAt: '2026-12-01T00:00:00Z', version: 1 };
  const texts = [
    { ...held, sectionId: 'a', content: content('Đã làm.') },
    { ...held, sectionId: 'b', content: content('  ') },
  ];
  const outline = [
    { id: 'a', text: true },
    { id: 'b', text: true },
    { id: 'c', text: true },
    { id: 'd', text: false },
  ];
  expect(writtenOf({ texts }, {}, outline)).toEqual({ all: 3, given: 1 });
  const typed: Item = { of: 'text', sectionId: 'c', content: content('Sẽ làm.'), since: 0 };
  const emptied: Item = { of: 'text', sectionId: 'a', content: { paragraphs: [] }, since: 1 };
  expect(writtenOf({ texts }, { [textKey('c')]: typed }, outline)).toEqual({ all: 3, given: 2 });
  expect(writtenOf({ texts }, { [textKey('a')]: emptied }, outline)).toEqual({ all: 3, given: 0 });
});
