import { expect, test } from 'vitest';
import { plainSay } from '../language/plain-say.ts';
import { writtenDue } from './written-due.ts';

test('what a difference writes of a deadline is said as the deadline itself is', () => {
  const words = ['2026-11-15', '2026-01-01/2026-03-31', 'R/year/M11D20', 'R/week/W5', 'R/quarter', 'R/'].map(
    (written) => writtenDue(written, plainSay('vi'), 'vi'),
  );
  expect(words).toEqual([
    'Chậm nhất 15/11/2026',
    'Quý I/2026',
    'Hằng năm, trước ngày 20/11',
    'Hằng tuần, thứ Sáu',
    'Hằng quý',
    'Thường xuyên',
  ]);
});
