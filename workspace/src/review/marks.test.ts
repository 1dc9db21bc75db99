import { expect, test } from 'vitest';
import type { Content, Warning } from '@nhipcau/server/contract';
import { plainSay } from '../language/plain-say.ts';
import { chipsOf, marksOf, taskOfMarks } from './marks.ts';
import { agencyOf, draftOf } from './sample-draft.ts';

const content: Content = {
  text: '',
  blocks: [],
  pages: [],
  sections: [],
  evidence: { number: { span: [5, 12], reason: 'number-line' } },
  targets: [],
  figures: [],
};
const warning = (part: Partial<Warning>): Warning => ({
  id: 'w',
  code: 'weekend-date',
  severity: 'warning',
  message: 'Ngày nghỉ',
  span: [40, 50],
  related: [],
  clause: null,
  dismissed: false,
  taskIds: [],
  ...part,
});
const draft = draftOf([
  { id: 't1', span: [20, 40], lead: [agencyOf('Sở Ngoại vụ', { span: [25, 36] }), agencyOf('Thêm tay')] },
  { id: 't2', span: [41, 60], struck: true },
]);

test('every field, task and agency that has a place is marked there; what a person added has none', () => {
  expect(marksOf(draft, content, [])).toEqual([
    { id: 'field:number', span: [5, 12] },
    { id: 'task:t1', span: [20, 40] },
    { id: 'lead:t1:0', span: [25, 36] },
  ]);
});

test('a struck task leaves neither mark nor number', () => {
  expect(chipsOf(draft, [], plainSay('vi')).map((chip) => chip.name)).toEqual(['Nhiệm vụ 1']);
});

test('a warning is signed at its place until it is dismissed; a note is not', () => {
  const signs = (one: Warning) => chipsOf(draftOf([]), [one], plainSay('vi')).length;
  expect([
    signs(warning({})),
    signs(warning({ dismissed: true })),
    signs(warning({ severity: 'note' })),
  ]).toEqual([1, 0, 0]);
});

test('a click in the text chooses the task of the innermost mark', () => {
  expect(taskOfMarks(['task:t1', 'task:t4', 'lead:t4:0'])).toBe('t4');
  expect(taskOfMarks(['field:number'])).toBeNull();
});
