import { expect, test } from 'vitest';
import { draftOf } from './sample-draft.ts';
import { taskBefore, withoutMarker } from './selection-bar.tsx';

test('a list marker is not part of the task', () => {
  expect(['a) Tổ chức hội nghị', '- Tổ chức hội nghị', '1.2. Tổ chức hội nghị'].map(withoutMarker)).toEqual(
    Array(3).fill('Tổ chức hội nghị'),
  );
});

test('a number that counts is no marker', () => {
  expect(withoutMarker('02 lớp tập huấn')).toBe('02 lớp tập huấn');
});

test('a task added from the text takes its place among the others', () => {
  const draft = draftOf([
    { id: 't1', span: [10, 20] },
    { id: 't2', span: [50, 60] },
  ]);
  const before = [[5, 8] as const, [30, 40] as const, [70, 80] as const].map((span) =>
    taskBefore(draft, span),
  );
  expect(before.map((task) => task?.id)).toEqual([undefined, 't1', 't2']);
});
