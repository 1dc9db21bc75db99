import { expect, test } from 'vitest';
import { keyedItems, keyOfDimension, missingIn } from './dimension-keys.ts';

test('codes come from the names where none was written', () => {
  expect(keyOfDimension({ key: '', name: 'Đối tượng, dân tộc' })).toBe('doi-tuong-dan-toc');
  expect(keyOfDimension({ key: ' own ', name: 'Khác' })).toBe('own');
  expect(keyOfDimension({ key: '', name: 'Mới' })).toBe('pt-moi');
  expect(keyOfDimension({ key: '', name: '5 nhóm' })).toBe('pt-5-nhom');
  const keys = keyedItems([
    { key: '', name: 'Kinh' },
    { key: 'kinh', name: 'Khác' },
    { key: '', name: 'kinh' },
    { key: '', name: '–' },
  ]).map(({ key }) => key);
  expect(keys).toEqual(['kinh-2', 'kinh', 'kinh-3', 'gt']);
});

test('what is missing is said, one after the other', () => {
  const items = [{ key: '', name: 'Kinh' }];
  expect(missingIn({ key: '', name: ' ', items })).toContain('tên phân tổ');
  expect(missingIn({ key: 'Có Dấu', name: 'Dân tộc', items })).toContain('Mã phân tổ');
  expect(missingIn({ key: '', name: 'Dân tộc', items: [] })).toContain('giá trị');
  expect(missingIn({ key: '', name: 'Dân tộc', items: [...items, { key: '', name: '' }] })).toContain(
    'chưa có tên',
  );
  expect(missingIn({ key: '', name: 'Dân tộc', items: [{ key: 'ă b', name: 'Kinh' }] })).toContain('Mã của');
  expect(missingIn({ key: '', name: 'Dân tộc', items })).toBeNull();
});
