import { expect, test } from 'vitest';
import { applyLocally } from './apply.ts';
import { agencyOf, draftOf } from './sample-draft.ts';

const draft = draftOf([
  { id: 't1', text: 'Một', lead: [agencyOf('Sở Ngoại vụ', { unitId: 7, unitName: 'Sở Ngoại vụ' })] },
  { id: 't2', text: 'Hai', items: ['hai a'] },
  { id: 't3', text: 'Ba' },
]);
const texts = (changed: typeof draft) => changed.tasks.map((task) => task.text);

test('editing one field leaves the others and the other tasks as they are', () => {
  const changed = applyLocally(draft, { op: 'editTask', taskId: 't2', changes: { text: 'Hai mới' } });
  expect(texts(changed)).toEqual(['Một', 'Hai mới', 'Ba']);
  expect(changed.tasks[1]).toMatchObject({ items: ['hai a'], edited: ['text'] });
  expect(changed.tasks[0]).toBe(draft.tasks[0]);
});

test('an agency that stays keeps its match', () => {
  const agencies = [{ name: 'Sở Ngoại vụ' }, { name: 'Báo Sông Thao' }];
  const changed = applyLocally(draft, { op: 'setAgencies', taskId: 't1', role: 'lead', agencies });
  expect(changed.tasks[0]?.lead.map((agency) => agency.unitId)).toEqual([7, null]);
});

test('a task is added after the one named, or first', () => {
  const add = (after: string | null) =>
    texts(applyLocally(draft, { op: 'addTask', after, task: { text: 'Mới' } }));
  expect(add('t1')).toEqual(['Một', 'Mới', 'Hai', 'Ba']);
  expect(add(null)).toEqual(['Mới', 'Một', 'Hai', 'Ba']);
});

test('the parts of a split stand where the task stood, and keep its agencies', () => {
  const changed = applyLocally(draft, {
    op: 'splitTask',
    taskId: 't1',
    parts: [{ text: 'Một a' }, { text: 'Một b' }],
  });
  expect(texts(changed)).toEqual(['Một a', 'Một b', 'Hai', 'Ba']);
  expect(changed.tasks[1]?.lead[0]?.unitId).toBe(7);
});

test('merged tasks become items of the first', () => {
  const changed = applyLocally(draft, { op: 'mergeTasks', taskIds: ['t1', 't2'] });
  expect(texts(changed)).toEqual(['Một', 'Ba']);
  expect(changed.tasks[0]?.items).toEqual(['Hai', 'hai a']);
});

test('a struck task stays in its place and can come back', () => {
  const struck = applyLocally(draft, { op: 'strikeTask', taskId: 't2' });
  expect(struck.tasks[1]?.struck).toBe(true);
  expect(applyLocally(struck, { op: 'restoreTask', taskId: 't2' }).tasks).toEqual(draft.tasks);
});

test('an operation on a task that is gone changes nothing', () => {
  expect(applyLocally(draft, { op: 'moveTask', taskId: 't9', after: null })).toEqual(draft);
  expect(applyLocally(draft, { op: 'editTask', taskId: 't9', changes: { text: 'x' } }).tasks).toEqual(
    draft.tasks,
  );
});
