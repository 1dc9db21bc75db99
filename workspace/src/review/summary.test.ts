import { expect, test } from 'vitest';
import { agencyOf, draftOf } from './sample-draft.ts';
import { summaryOf } from './summary.ts';

const foreign = agencyOf('Sở NV', { unitId: 3, unitName: 'Sở Ngoại vụ' });

test('struck tasks do not enter, and are told', () => {
  const summary = summaryOf(draftOf([{ id: 't1' }, { id: 't2', struck: true }]), []);
  expect(summary).toMatchObject({ entering: 1, struck: 1 });
});

test('what is missing is counted over the tasks that enter', () => {
  const draft = draftOf([
    { id: 't1', lead: [foreign], due: { kind: 'by', date: '2026-11-15' } },
    { id: 't2', lead: [agencyOf('Hội chưa biết')] },
    { id: 't3', struck: true },
  ]);
  expect(summaryOf(draft, [])).toMatchObject({ withoutLead: 0, withoutDue: 1, unmatched: 1 });
});

test('who leads most comes first, under the name of the register', () => {
  const draft = draftOf([
    { id: 't1', lead: [agencyOf('Báo')] },
    { id: 't2', lead: [foreign] },
    { id: 't3', lead: [foreign] },
  ]);
  expect(summaryOf(draft, []).leads).toEqual([
    { name: 'Sở Ngoại vụ', count: 2 },
    { name: 'Báo', count: 1 },
  ]);
});
