import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { DocumentDetail, Problem, TaskDetail, TaskList } from '../contract.ts';
import { plan, usualTasks } from '../testing/plans.ts';
import { testServer, type TestServer } from '../testing/harness.ts';

let server: TestServer;
beforeAll(async () => {
  server = await testServer();
});
afterAll(() => server.close());

const revised = [
  '1. Sở Văn hóa, Thể thao và Du lịch chủ trì, phối hợp với Sở Ngoại vụ tổ chức hội nghị quảng bá du lịch trước ngày 30/11/2026.',
  usualTasks[1] ?? '',
  '3. Sở Ngoại vụ chủ trì xuất bản sách ảnh song ngữ giới thiệu tỉnh Sông Thao trong năm 2026.',
];

const link = (id: number, documentId: number | null) =>
  server.ask<DocumentDetail & Pick<Problem, 'code'>>('POST', `/documents/${id}/revision-of`, { documentId });
const accept = async (id: number) =>
  server.ask<DocumentDetail>('POST', `/documents/${id}/accept`, {
    version: (await server.document(id)).state?.version,
  });
const tasksOf = async (id: number) =>
  (await server.ask<TaskList>('GET', `/tasks?document=${id}&sort=order`)).body.rows;

describe('a second upload of a document that changed', () => {
  test('is proposed as a revision, shows what changed, and carries over what people had edited', async () => {
    const earlier = await server.take('cũ.txt', plan());
    await server.change(earlier, [
      {
        op: 'editTask',
        taskId: 't1',
        changes: { text: 'Tổ chức hội nghị quảng bá', due: { kind: 'by', date: '2026-10-01' } },
      },
      { op: 'editTask', taskId: 't2', changes: { group: 'Kinh phí' } },
      { op: 'setField', field: 'place', value: 'Phố Núi' },
      { op: 'addTask', after: 't2', task: { text: 'Lập tổ giúp việc', lead: [{ name: 'Sở Nội vụ' }] } },
    ]);
    await accept(earlier);
    const id = await server.take('mới.txt', plan({ tasks: revised }));
    const proposed = await server.document(id);
    expect(proposed.proposedRevisionOf).toMatchObject({ document: { id: earlier }, reason: 'same-number' });

    const { body } = await link(id, earlier);
    expect(body.proposedRevisionOf).toBeNull();
    const { diff } = body.revision ?? {};
    expect(diff?.added.map(({ text }) => text)).toEqual([expect.stringContaining('sách ảnh')]);
    expect(diff?.removed.map(({ text }) => text)).toEqual([expect.stringContaining('đoàn phóng viên')]);
    const due = diff?.changed.flatMap(({ changes }) => changes).find(({ field }) => field === 'due');
    expect(due).toEqual({ field: 'due', before: '2026-11-15', after: '2026-11-30' });
    expect(diff?.unchanged).toBe(1);
    // The revision itself moved the date that a person had set: its own words stand, and the person is told.
    expect(diff?.conflicts).toContainEqual({
      taskId: 't1',
      field: 'due',
      edited: '2026-10-01',
      now: '2026-11-30',
    });
    const { draft } = body.state ?? {};
    expect(draft?.fields.place).toBe('Phố Núi');
    expect(
      draft?.tasks.map(({ text, group, origin, continues }) => [
        text.slice(0, 16),
        group === 'Kinh phí',
        origin,
        continues,
      ]),
    ).toEqual([
      [expect.any(String), false, 'document', 't1'],
      [expect.any(String), true, 'document', 't2'],
      ['Lập tổ giúp việc', false, 'carried', expect.any(String)],
      [expect.any(String), false, 'document', null],
    ]);
  });

  test('takes the place of the first when it is accepted, with its history; withdrawn, it gives it back', async () => {
    const earlier = await server.take('a.txt', plan({ number: '61/KH-UBND' }));
    await accept(earlier);
    const [first] = await tasksOf(earlier);
    const later = await server.take('b.txt', plan({ number: '61/KH-UBND', tasks: revised }));
    await link(later, earlier);
    await accept(later);
    expect(await server.document(earlier)).toMatchObject({ status: 'superseded', supersededBy: later });
    expect(await tasksOf(earlier)).toEqual([]);
    const tasks = await tasksOf(later);
    expect(tasks).toHaveLength(3);
    const detail = await server.ask<TaskDetail>('GET', `/tasks/${tasks[0]?.id}`);
    expect(detail.body.continues).toBe(first?.id);
    expect(detail.body.history.map(({ action }) => action)).toContain('superseded');

    const refused = await server.ask<Problem>('POST', `/documents/${earlier}/withdraw`, {});
    expect(refused.body.code).toBe('has-revision');
    await server.ask('POST', `/documents/${later}/withdraw`, {});
    expect((await server.document(earlier)).status).toBe('accepted');
    expect((await tasksOf(earlier)).map(({ id }) => id)[0]).toBe(first?.id);
    expect(await tasksOf(later)).toEqual([]);
  });

  test('keeps what the reviewer had done before it was linked, and can be parted again', async () => {
    const earlier = await server.take('c.txt', plan({ number: '62/KH-UBND' }));
    const id = await server.take('d.txt', plan({ number: '62/KH-UBND', tasks: revised }));
    await server.change(id, [{ op: 'addTask', after: null, task: { text: 'Việc mới' } }]);
    const linked = await link(id, earlier);
    expect(linked.body.state?.draft.tasks[0]?.text).toBe('Việc mới');
    const parted = await link(id, null);
    expect(parted.body).toMatchObject({ revision: null, revisionOf: null, proposedRevisionOf: null });
    expect(parted.body.state?.draft.tasks[0]?.text).toBe('Việc mới');
    expect(parted.body.state?.draft.tasks.every(({ continues }) => continues === null)).toBe(true);
  });

  test('cannot revise itself, nor what revises it', async () => {
    const one = await server.take('e.txt', plan({ number: '63/KH-UBND' }));
    const two = await server.take('f.txt', plan({ number: '63/KH-UBND', tasks: revised }));
    expect((await link(one, one)).body.code).toBe('revises-itself');
    await link(two, one);
    expect((await link(one, two)).body.code).toBe('revises-itself');
    expect((await link(one, 99_999)).status).toBe(404);
  });

  test('is not proposed for the same number of another year or another province', async () => {
    const another = await server.take(
      'g.txt',
      plan({ number: '61/KH-UBND', date: 'ngày 11 tháng 02 năm 2025', title: 'Kế hoạch năm trước' }),
    );
    expect((await server.document(another)).proposedRevisionOf).toBeNull();
    const elsewhere = await server.take(
      'h.txt',
      plan({ number: '61/KH-UBND' })
        .replaceAll('SÔNG THAO', 'SÔNG HIẾU')
        .replaceAll('Sông Thao', 'Sông Hiếu'),
    );
    expect((await server.document(elsewhere)).proposedRevisionOf).toBeNull();
  });
});
