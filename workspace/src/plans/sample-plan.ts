// A small plan for the tests of these screens.
import type { PlanDetail, PlanTask } from '@nhipcau/server/contract';
import { emptyTask, type Draft } from './draft.ts';

export const planTask = (id: string, groupId: string | null, text = `Việc ${id}`): PlanTask => ({
  ...emptyTask(id, groupId, text),
  lead: [{ name: 'Sở Ngoại vụ', unitId: 7, part: null }],
  due: { kind: 'by', date: '2026-11-15' },
});

export const planDraft = (): Draft => ({
  title: 'Công tác thông tin đối ngoại năm 2026',
  periodFrom: '2026-01-01',
  periodTo: '2026-12-31',
  superiorId: null,
  body: {
    bases: [],
    objectives: ['Một', 'Hai'],
    targets: [
      { id: 'm1', text: 'Tin, bài bằng tiếng nước ngoài', value: 120, unit: 'tin', by: '2026-12-31' },
    ],
    groups: [
      { id: 'g1', title: 'Thông tin' },
      { id: 'g2', title: 'Tập huấn' },
    ],
    tasks: [planTask('a', 'g1'), planTask('b', 'g1'), planTask('c', 'g1'), planTask('d', 'g2')],
    arrangements: ['Các đơn vị báo cáo trước ngày 15/12.'],
  },
});

export function planDetail(draft: Draft, version: number): PlanDetail {
  const { superiorId: _superior, ...rest } = draft;
  return {
    ...rest,
    id: 1,
    version,
    owner: { id: 1, name: 'UBND tỉnh Sông Thao' },
    status: 'draft',
    number: null,
    issuedOn: null,
    edition: 1,
    amendment: null,
    amendmentStatus: null,
    tasks: draft.body.tasks.length,
    superior: null,
    classes: null,
    documentId: null,
    demo: false,
    signer: null,
    previous: null,
    amendmentHead: null,
    document: null,
    confirmer: null,
    below: 0,
    editions: [],
    events: [],
    may: ['edit'],
  };
}
