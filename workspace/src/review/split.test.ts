import { expect, test } from 'vitest';
import { cutAt, cutByItems, cutBySentences, join } from './split.ts';

const part = {
  text: 'Biên soạn tài liệu; tổ chức 02 lớp tập huấn. Báo cáo kết quả.',
  items: ['lớp cho xã', 'lớp cho sở'],
};

test('a cut at the cursor makes two parts, the details go with the second', () => {
  expect(cutAt(part, 'Biên soạn tài liệu;'.length)).toEqual([
    { text: 'Biên soạn tài liệu', items: [] },
    { text: 'tổ chức 02 lớp tập huấn. Báo cáo kết quả.', items: part.items },
  ]);
});

test('a cut at either end is no cut', () => {
  expect(cutAt(part, 0)).toBeNull();
  expect(cutAt(part, part.text.length)).toBeNull();
});

test('each detail can become a task', () => {
  expect(cutByItems(part).map((one) => one.text)).toEqual(['lớp cho xã', 'lớp cho sở']);
});

test('sentences and parts between semicolons can become tasks, no word is lost', () => {
  const pieces = cutBySentences(part);
  expect(pieces.map((one) => one.text)).toEqual([
    'Biên soạn tài liệu',
    'tổ chức 02 lớp tập huấn.',
    'Báo cáo kết quả.',
  ]);
  expect(pieces.at(-1)?.items).toEqual(part.items);
});

test('an abbreviation ends no sentence', () => {
  expect(cutBySentences({ text: 'Trình TM. UBND tỉnh xem xét.', items: [] })).toHaveLength(1);
});

test('two parts can be joined again', () => {
  expect(join({ text: 'a', items: ['x'] }, { text: 'b', items: ['y'] })).toEqual({
    text: 'a b',
    items: ['x', 'y'],
  });
});
