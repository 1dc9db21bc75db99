import type { OutgoingBlock } from '@nhipcau/server/contract';
import { expect, test } from 'vitest';
import { following, ladderOf, pastedBlocks, stepped } from './levels.ts';

const sections = ladderOf('KH', []);
const articles = ladderOf('QĐ', []);

test('Tab leads down the levels of the kind of document, Shift+Tab up again to an ordinary paragraph', () => {
  const down = (from: Parameters<typeof stepped>[0], ladder = sections) => stepped(from, 1, ladder);
  expect([
    down(undefined),
    down('roman'),
    down('number'),
    down('letter'),
    down('dash'),
    down('plus'),
  ]).toEqual(['roman', 'number', 'letter', 'dash', 'plus', 'plus']);
  expect([down(undefined, articles), down('article', articles)]).toEqual(['article', 'number']);
  expect([
    stepped('plus', -1, sections),
    stepped('number', -1, sections),
    stepped('roman', -1, sections),
  ]).toEqual(['dash', 'roman', undefined]);
  expect(stepped('decimal', 1, sections)).toBe('letter');
});

test('a plan that already has articles goes by articles', () => {
  const body: OutgoingBlock[] = [{ type: 'text', level: 'article', line: 'Phạm vi' }];
  expect(ladderOf('KH', body)).toBe(articles);
});

test('Enter begins another of the same level, below a title what belongs to it', () => {
  expect(following({ level: 'letter' }, sections)).toEqual({ level: 'letter' });
  expect(following({}, sections)).toEqual({});
  expect(following({ level: 'roman', heading: true }, sections)).toEqual({
    level: 'number',
  });
  expect(following({ level: 'chapter', heading: true }, articles)).toEqual({
    level: 'article',
  });
  expect(following({ level: 'article', heading: true }, articles)).toEqual({});
});

test('pasted lines keep their levels and lose their own numbers', () => {
  const text =
    'I. MỤC TIÊU\r\n1. Yêu cầu\n1.1. Chung\na) Đúng hạn\n- Rõ việc\n+ Rõ người\nĐiều 2. Hiệu lực\nCâu thường';
  expect(pastedBlocks(text)).toEqual([
    { type: 'text', level: 'roman', heading: true, line: 'MỤC TIÊU' },
    { type: 'text', level: 'number', line: 'Yêu cầu' },
    { type: 'text', level: 'decimal', line: 'Chung' },
    { type: 'text', level: 'letter', line: 'Đúng hạn' },
    { type: 'text', level: 'dash', line: 'Rõ việc' },
    { type: 'text', level: 'plus', line: 'Rõ người' },
    { type: 'text', level: 'article', line: 'Hiệu lực' },
    { type: 'text', line: 'Câu thường' },
  ]);
});

test('rows of a spreadsheet become a table with its first row as head', () => {
  const [table] = pastedBlocks('STT\tNhiệm vụ\n1\tIn tờ gấp\n2\tHọp báo');
  expect(table).toMatchObject({
    type: 'grid',
    widths: [1, 1],
    head: [[{ lines: ['STT'] }, { lines: ['Nhiệm vụ'] }]],
    rows: [
      [{ lines: ['1'] }, { lines: ['In tờ gấp'] }],
      [{ lines: ['2'] }, { lines: ['Họp báo'] }],
    ],
  });
});

test('between paragraphs too', () => {
  const blocks = pastedBlocks('1. Danh sách\nSTT\tTên\n1\tAn\n- Hết\nmột\ttab');
  expect(blocks.map(({ type }) => type)).toEqual(['text', 'grid', 'text', 'text']);
});
