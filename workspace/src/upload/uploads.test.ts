import { expect, test } from 'vitest';
import { plainProblem } from '../api.ts';
import { plainSay } from '../language/plain-say.ts';
import { progressShare, progressWords } from './progress.ts';
import { largestFile, localProblem, named } from './uploads.ts';

test('an empty or too large file is told before anything is sent', () => {
  expect(localProblem({ size: 0 })?.code).toBe('empty-file');
  expect(localProblem({ size: largestFile + 1 })?.code).toBe('file-too-large');
  expect(localProblem({ size: 1 })).toBeNull();
});

test('a scan tells which page is being recognised', () => {
  expect(progressWords({ stage: 'recognising-pages', page: 3, pages: 12 }, plainSay('vi'))).toBe(
    'Nhận dạng chữ trang 3/12',
  );
});

test('progress never runs backwards', () => {
  const shares = [
    progressShare(null),
    progressShare({ stage: 'reading', page: 0, pages: 0 }),
    progressShare({ stage: 'recognising-pages', page: 1, pages: 12 }),
    progressShare({ stage: 'recognising-pages', page: 12, pages: 12 }),
    progressShare({ stage: 'understanding', page: 0, pages: 0 }),
  ];
  expect(shares).toEqual(shares.toSorted((a, b) => a - b));
});

test('what the server says of a refused file names the file, of which it keeps nothing', () => {
  const problem = { ...plainProblem(422, 'secret-mark'), detail: 'Tệp “…” mang dấu chỉ độ mật.' };
  expect(named(problem, 'ke-hoach.docx')?.detail).toBe('Tệp “ke-hoach.docx” mang dấu chỉ độ mật.');
  expect(named(null, 'ke-hoach.docx')).toBeNull();
});
