import { expect, test } from 'vitest';
import { applyLocally } from './apply.ts';
import { madeTasks } from './made.ts';
import { draftOf } from './sample-draft.ts';

const evidence = { rule: 'list-item', group: null, due: null, items: [] };
const draft = draftOf([
  { id: 't1', text: 'Một', span: [0, 10], evidence },
  { id: 't2', text: 'Hai', span: [10, 20], evidence },
  { id: 't3', text: 'Ba', origin: 'person' },
]);
const split = applyLocally(draft, {
  op: 'splitTask',
  taskId: 't2',
  parts: [{ text: 'Hai a' }, { text: 'Hai b' }, { text: 'Hai c' }],
});

test('the later parts of a split name the task that they were split from', () => {
  expect([...madeTasks(split.tasks).values()]).toEqual([
    { how: 'split', from: null },
    { how: 'split', from: 2 },
    { how: 'split', from: 2 },
  ]);
});

test('a merged task is told apart from one written by hand', () => {
  const merged = applyLocally(draft, { op: 'mergeTasks', taskIds: ['t1', 't2'] });
  expect([...madeTasks(merged.tasks)]).toEqual([['t1', { how: 'merged' }]]);
});

test('tasks as the document has them, edited or not, were neither split nor merged', () => {
  const edited = applyLocally(draft, {
    op: 'editTask',
    taskId: 't1',
    changes: { text: 'Một', items: ['a'] },
  });
  expect(madeTasks(edited.tasks).size).toBe(0);
});
