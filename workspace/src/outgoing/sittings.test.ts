import { expect, test } from 'vitest';
import { sittingsOf } from './sittings.ts';

const draft = (no: number, minute: number, who = 'An', note: string | null = null) => ({
  no,
  at: new Date(Date.UTC(2026, 10, 22, 9, minute)).toISOString(),
  who,
  note,
});

test('what one person saved in one sitting is one draft; the first and those with a note stand by themselves', () => {
  const drafts = [
    draft(6, 50),
    draft(5, 6, 'Bình'),
    draft(4, 5),
    draft(3, 4, 'An', 'Gửi xin ý kiến'),
    draft(2, 2),
    draft(1, 0),
  ];
  expect(sittingsOf(drafts).map(({ no }) => no)).toEqual([6, 5, 4, 3, 1]);
});
