import { expect, test } from 'vitest';
import { wholeWords } from './selection.ts';

test('a selection that cuts words takes them whole', () => {
  const text = 'Kiện toàn cán bộ; báo cáo trước ngày 30/3.';
  const cut = [text.indexOf('àn cán'), text.indexOf('áo cáo') + 1] as const;
  expect(text.slice(...wholeWords(cut, text))).toBe('toàn cán bộ; báo');
});

test('a selection of whole words stays as it is', () => {
  const text = 'Kiện toàn cán bộ; báo cáo.';
  const words = [text.indexOf('cán'), text.indexOf(';')] as const;
  expect(wholeWords(words, text)).toEqual(words);
});
