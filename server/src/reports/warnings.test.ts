import { describe, expect, test } from 'vitest';
import { indicatorBody } from '../indicators/body.ts';
import type { FormIndicator } from '../regimes/body.ts';
import { warningsOf, type Judged } from './warnings.ts';

const indicator = (more: object): FormIndicator => ({
  ...indicatorBody.parse({ name: 'Lượt người', ...more }),
  id: 1,
  code: 'X.1',
  version: 1,
});
const names: Readonly<Record<string, string>> = { sex: 'giới tính', language: 'ngôn ngữ', channel: 'kênh' };
const wording = { locale: 'vi', nameOf: (key: string) => names[key] ?? key } as const;
const said = (more: object, judged: Partial<Judged>) =>
  warningsOf(indicator(more), { value: null, last: null, cell: '', ...judged }, wording).map(
    ({ text }) => text,
  );

describe('bounds', () => {
  const bounds = { min: 1, max: 100, change: 50 };
  test.each([
    [0, 'Nhỏ hơn mức thấp nhất đặt cho chỉ tiêu (1); đề nghị kiểm tra lại.'],
    [1200, 'Lớn hơn mức cao nhất đặt cho chỉ tiêu (100); đề nghị kiểm tra lại.'],
  ])('%s is pointed at', (value, words) => {
    expect(said({ bounds }, { value })).toEqual([words]);
  });
  test('what lies on them is not', () => {
    expect([1, 100].flatMap((value) => said({ bounds }, { value }))).toEqual([]);
  });
  test('a total of several units may pass what is set for one', () => {
    expect(said({ bounds }, { value: 400, several: true })).toEqual([]);
  });
});

describe('a jump against the last period', () => {
  const bounds = { min: null, max: null, change: 50 };
  test.each([
    [40, 20, ['Tăng 100% so với kỳ trước (20), vượt ngưỡng 50%; đề nghị kiểm tra, giải trình.']],
    [5, 20, ['Giảm 75% so với kỳ trước (20), vượt ngưỡng 50%; đề nghị kiểm tra, giải trình.']],
    [-30, -20, []],
    [25, 20, []],
    [25, 0, []],
    [25, null, []],
  ])('%s after %s', (value, last, words) => {
    expect(said({ bounds }, { value, last })).toEqual(words);
  });
  test('a total is compared once all reports below have the figure', () => {
    const below = { expected: 2, total: 90, totals: new Map() };
    const jump = { value: 5, last: 40 };
    expect(said({ bounds }, { ...jump, below: { ...below, n: 1 } })).toEqual([
      'Mới có số của 1/2 báo cáo cấp dưới.',
    ]);
    expect(said({ bounds }, { ...jump, below: { ...below, n: 2 } })).toEqual([
      'Tăng 125% so với kỳ trước (40), vượt ngưỡng 50%; đề nghị kiểm tra, giải trình.',
    ]);
  });
});

describe('parts beside their whole', () => {
  const breakdowns = [['sex'], ['language', 'channel']];
  const cells = (list: Readonly<Record<string, number | null>>) => new Map(Object.entries(list));
  test('too few, too many, and the breakdown by name', () => {
    expect(said({ breakdowns }, { value: 100, cells: cells({ 'sex=female': 60, 'sex=male': 30 }) })).toEqual([
      'Phân tổ theo giới tính mới cộng được 90; còn 10 trong tổng số 100 chưa phân tổ.',
    ]);
    const both = { 'channel=tv;language=en': 70, 'channel=tv;language=vi': 50 };
    expect(said({ breakdowns }, { value: 100, cells: cells(both) })).toEqual([
      'Phân tổ theo ngôn ngữ × kênh cộng được 120, lớn hơn tổng số 100.',
    ]);
  });
  test('parts that nobody gave say nothing; those that make the whole to a hair neither', () => {
    expect(said({ breakdowns }, { value: 100, cells: cells({ '': 100, 'sex=male': null }) })).toEqual([]);
    const thirds = { 'sex=female': 0.1, 'sex=male': 0.2 };
    expect(said({ breakdowns }, { value: 0.3, cells: cells(thirds) })).toEqual([]);
  });
  test('figures of the latest period are added across units, so their parts are too; averages are not', () => {
    const judged = { value: 10, weight: 1, cells: cells({ 'sex=female': 3, 'sex=male': 4 }) };
    expect(said({ breakdowns, rule: 'last' }, judged)).toHaveLength(1);
    expect(said({ breakdowns, rule: 'average' }, judged)).toEqual([]);
  });
  test('of names told apart a part cannot be more than the whole', () => {
    const judged = { value: 3, cells: cells({ 'sex=female': 3, 'sex=male': 2 }) };
    expect(said({ breakdowns, rule: 'distinct' }, judged)).toEqual([]);
    expect(said({ breakdowns, rule: 'distinct' }, { ...judged, value: 2 })).toEqual([
      'Phân tổ theo giới tính có phần lớn hơn tổng số 2.',
    ]);
  });
  test('with the reports below, the parts of some do not make the total of all', () => {
    const below = { n: 2, expected: 2, total: 100, totals: cells({ 'sex=female': 25, 'sex=male': 15 }) };
    expect(said({ breakdowns }, { value: null, cells: cells({}), below })).toEqual([
      'Tính cả cấp dưới, phân tổ theo giới tính mới cộng được 40; còn 60 trong tổng số 100 chưa phân tổ.',
    ]);
  });
  test('targets at odds with each other are told of, never mended', () => {
    const some = { 'sex=female': 30, 'sex=male': 30 };
    expect(said({ breakdowns }, { targets: new Map(Object.entries({ '': 50, ...some })) })).toEqual([
      'Mục tiêu phân tổ theo giới tính cộng được 60, vượt mục tiêu chung 50.',
    ]);
    expect(said({ breakdowns }, { targets: new Map(Object.entries({ '': 80, ...some })) })).toEqual([
      'Mục tiêu phân tổ theo giới tính mới cộng được 60; còn 20 của mục tiêu chung 80 chưa phân bổ.',
    ]);
    expect(said({ breakdowns }, { targets: new Map(Object.entries(some)) })).toEqual([]);
  });
});

test('what cannot be derived is told of, unless the reports below make a figure of it', () => {
  const average = { rule: 'average' };
  expect(said(average, { derivedNothing: true })).toEqual([
    'Không tính được từ sổ theo dõi (phép chia cho 0).',
  ]);
  const below = { n: 2, expected: 2, total: 81, totals: new Map() };
  expect(said(average, { derivedNothing: true, below })).toEqual([]);
});
