import { expect, test } from 'vitest';
import {
  appendRun,
  emptyContent,
  insertTexts,
  mergeTaken,
  quote,
  retyped,
  setText,
  sourcesOf,
  wordsOf,
  type Paragraph,
} from './content.ts';

const quoted: Paragraph = {
  kind: 'text',
  runs: [
    { text: 'Trong năm, ' },
    { text: 'xã mở 3 lớp.', sources: [{ reportId: 7, sectionId: 'training', how: 'quoted' }] },
    { text: ' Toàn tỉnh: ' },
    { text: '41', figure: { indicatorId: 5, cell: '', reportId: null, value: 41 } },
    { text: ' lớp.' },
  ],
};

test('words changed elsewhere leave a quotation and a figure as they were', () => {
  const next = retyped(quoted, 'Trong năm 2026, xã mở 3 lớp. Toàn tỉnh: 41 lớp.');
  expect(wordsOf(next)).toBe('Trong năm 2026, xã mở 3 lớp. Toàn tỉnh: 41 lớp.');
  expect(next.runs[1]).toEqual(quoted.runs[1]);
  expect(next.runs[3]).toEqual(quoted.runs[3]);
});

test('a quotation that is changed is rewritten and keeps its source', () => {
  const next = retyped(quoted, 'Trong năm, xã đã mở 3 lớp. Toàn tỉnh: 41 lớp.');
  expect(next.runs[1]).toEqual({
    text: 'xã đã mở 3 lớp.',
    sources: [{ reportId: 7, sectionId: 'training', how: 'rewritten' }],
  });
});

test('a number that is changed by hand is no figure any more', () => {
  const next = retyped(quoted, 'Trong năm, xã mở 3 lớp. Toàn tỉnh: 47 lớp.');
  expect(wordsOf(next)).toContain('Toàn tỉnh: 47 lớp.');
  expect(next.runs.some(({ figure }) => figure)).toBe(false);
});

test('any change of any words gives just those words', () => {
  const texts = [
    '',
    'x',
    'Trong',
    'lớp.',
    'Trong năm, Toàn tỉnh: lớp.',
    `${wordsOf(quoted)} Hết.`,
    `A${wordsOf(quoted)}`,
  ];
  for (const text of texts) expect(wordsOf(retyped(quoted, text))).toBe(text);
});

test('typing in an empty section makes its first paragraph, Enter the next', () => {
  const one = setText(0, 'Một')(emptyContent);
  expect(insertTexts(1, ['Hai'])(one).paragraphs.map(wordsOf)).toEqual(['Một', 'Hai']);
});

test('several texts merged are one paragraph with all their sources', () => {
  const taken = [7, 8].map((reportId) => ({
    reportId,
    sectionId: 'media',
    paragraph: { kind: 'text' as const, runs: [{ text: `Xã ${reportId}.` }] },
  }));
  const [merged] = mergeTaken(taken)(emptyContent).paragraphs;
  expect(merged && wordsOf(merged)).toBe('Xã 7. Xã 8.');
  expect(merged && sourcesOf(merged).map(({ reportId, how }) => [reportId, how])).toEqual([
    [7, 'merged'],
    [8, 'merged'],
  ]);
  expect(quote(taken)(emptyContent).paragraphs).toHaveLength(2);
});

test('a figure is put behind the words', () => {
  const content = appendRun(0, {
    text: '41',
    figure: { indicatorId: 5, cell: '', reportId: null, value: 41 },
  })(setText(0, 'Số lớp:')(emptyContent));
  expect(content.paragraphs.map(wordsOf)).toEqual(['Số lớp: 41']);
});
