// A day within each period, from the plan to the calendar: "trước ngày 20/11 hằng năm", "thứ Sáu hằng tuần".
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { DutyList, HandDown, PlanDiff, PlanTask, TaskList } from '../contract.ts';
import {
  bodyOf,
  draftPlan,
  issuePlan,
  named,
  planOf,
  planTask,
  step,
  type PlanAnswer,
} from '../testing/drafts.ts';
import { testServer, type TestServer } from '../testing/harness.ts';

let server: TestServer;
let culture = 0;

beforeAll(async () => {
  server = await testServer();
  server.now = new Date('2026-03-10T03:00:00Z');
  culture = await server.unit('demo:so-van-hoa-the-thao-va-du-lich');
});
afterAll(() => server.close());

type Every = Extract<PlanTask['due'], { kind: 'recurring' }>['every'];
const again = (every: Every, day: { month?: number; day?: number; weekday?: number }): PlanTask['due'] => ({
  kind: 'recurring',
  every,
  on: { month: day.month ?? null, day: day.day ?? null, weekday: day.weekday ?? null },
});
const task = (id: string, due: PlanTask['due']) =>
  planTask({ id, due, lead: [named('Sở Văn hóa, Thể thao và Du lịch', culture)] });

test('it goes from the plan to its duties, the register, the preview and the difference of editions', async () => {
  const id = await draftPlan(server, {
    body: bodyOf([task('a', again('year', { month: 11, day: 20 })), task('b', again('month', { day: 5 }))]),
  });
  const told = await server.ask<HandDown>('GET', `/plans/${id}/hand-down`);
  expect(told.body.rows.map(({ periods }) => periods.length)).toEqual([1, 9]);
  await issuePlan(server, id, { issuedOn: '2026-03-10' });
  const dues = async () =>
    (await server.ask<DutyList>('GET', `/duties?plan=${id}`)).body.rows.map(({ dueOn }) => dueOn);
  // March's 5th was over when it was handed down.
  expect(await dues()).toEqual(['2026-11-20']);
  const tasks = await server.ask<TaskList>('GET', `/tasks?plan=${id}&sort=order`);
  expect(tasks.body.rows.map(({ due }) => due)).toEqual([
    again('year', { month: 11, day: 20 }),
    again('month', { day: 5 }),
  ]);
  const found = async (query: string) =>
    (await server.ask<TaskList>('GET', `/tasks?plan=${id}&sort=order&${query}`)).body.rows.map(
      ({ text }) => text,
    );
  expect(await found('dueFrom=2026-11-20&dueTo=2026-11-20')).toEqual(['Nhiệm vụ a']);
  expect(await found('dueFrom=2026-11-01&dueTo=2026-11-30')).toEqual(['Nhiệm vụ a', 'Nhiệm vụ b']);
  expect(await found('dueFrom=2026-11-21&dueTo=2026-12-04')).toEqual([]);
  expect(await found('dueFrom=2027-01-01')).toEqual([]);

  await step(server, id, 'amend', { reason: 'Điều chỉnh' });
  const { body, version } = await planOf(server, id);
  const later = body.tasks.map((each) =>
    each.id === 'a' ? { ...each, due: again('year', { month: 12, day: 5 }) } : each,
  );
  expect((await server.ask('PATCH', `/plans/${id}`, { version, body: bodyOf(later) })).status).toBe(200);
  const diff = await server.ask<PlanDiff>('GET', `/plans/${id}/diff`);
  expect(diff.body.tasks[0]?.fields).toEqual([
    { field: 'due', before: 'R/year/M11D20', after: 'R/year/M12D5' },
  ]);
  const changes = (await server.ask<HandDown>('GET', `/plans/${id}/hand-down`)).body.changes;
  expect(changes).toMatchObject({ kept: 0, moved: 1, cancelled: 0 });
  await issuePlan(server, id, { issuedOn: '2026-03-10' });
  expect(await dues()).toEqual(['2026-12-05']);
});

test.each([
  ['year', { month: 4, day: 31 }],
  ['year', { day: 20 }],
  ['year', { month: 11, day: 20, weekday: 1 }],
  ['quarter', { month: 4, day: 1 }],
  ['month', { month: 1, day: 1 }],
  ['week', { day: 5 }],
  ['day', { day: 5 }],
  [null, { month: 1 }],
] as const)('a period of “%s” has no day %o: refused with the task named', async (every, day) => {
  const id = await draftPlan(server, { body: bodyOf([]) });
  const { version } = await planOf(server, id);
  const answer: PlanAnswer = await server.ask('PATCH', `/plans/${id}`, {
    version,
    body: bodyOf([task('a', again(every, day))]),
  });
  expect([answer.status, answer.body.code]).toEqual([422, 'plan-due-day']);
  expect(answer.body.detail).toContain('Nhiệm vụ a');
});

test('a field that a plan does not have is named, wherever it stands', async () => {
  const id = await draftPlan(server, { body: bodyOf([]) });
  const { version } = await planOf(server, id);
  const whole = task('a', again('month', { day: 5 }));
  const lead = { name: 'Sở Ngoại vụ', unitId: null, part: null };
  const bodies: readonly (readonly [string, object])[] = [
    ['body', { ...bodyOf([]), note: 'x' }],
    ['body.tasks.0', bodyOf([{ ...whole, deadline: '2026-01-01' } as PlanTask])],
    [
      'body.tasks.0.due',
      bodyOf([{ ...whole, due: { ...whole.due, every2: 'x' } as unknown as PlanTask['due'] }]),
    ],
    [
      'body.tasks.0.due.on',
      bodyOf([
        {
          ...whole,
          due: {
            kind: 'recurring',
            every: 'week',
            on: { month: null, day: null, weekday: 5, hour: 8 },
          } as PlanTask['due'],
        },
      ]),
    ],
    ['body.tasks.0.lead.0', bodyOf([{ ...whole, lead: [{ ...lead, phone: '0' } as typeof lead] }])],
    [
      'body.groups.0',
      bodyOf([], { groups: [{ id: 'g', title: 'Nhóm', order: 1 } as { id: string; title: string }] }),
    ],
    [
      'body.tasks.0.milestones.0',
      bodyOf([
        {
          ...whole,
          milestones: [
            { text: 'Mốc', date: '2026-05-01', span: null, no: 1 } as PlanTask['milestones'][number],
          ],
        },
      ]),
    ],
  ];
  for (const [path, body] of bodies) {
    const { status, body: said } = await server.ask<{ errors: { path: string; message: string }[] }>(
      'PATCH',
      `/plans/${id}`,
      { version, body },
    );
    expect([status, said.errors.map((each) => each.path)]).toEqual([400, [path]]);
    expect(said.errors[0]?.message).toMatch(/note|deadline|every2|hour|phone|order|no/);
  }
  expect((await planOf(server, id)).version).toBe(version);
});
