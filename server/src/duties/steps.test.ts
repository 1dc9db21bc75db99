import { afterAll, beforeAll, expect, test } from 'vitest';
import type { DutyDetail, DutyList, DutyStep } from '../contract.ts';
import { committee, handedDown } from '../testing/duties.ts';
import { testServer, type TestServer } from '../testing/harness.ts';

const culture = 'demo:so-van-hoa-the-thao-va-du-lich';
const foreign = 'demo:so-ngoai-vu';
let server: TestServer;
let officer: TestServer;
let stranger: TestServer;
let coordinator: TestServer;

beforeAll(async () => {
  server = await testServer();
  officer = server.as(await server.person({ [culture]: ['officer'] }));
  stranger = server.as(await server.person({ 'demo:so-tai-chinh': ['officer'] }));
  coordinator = server.as(await server.person({ [foreign]: ['coordinator'] }));
});
afterAll(() => server.close());

/** A new duty of the department of culture, due on 15 November 2026. */
async function duty(task: Parameters<typeof handedDown>[1]['tasks'][number] = {}): Promise<number> {
  const { dutyIds } = await handedDown(server, { tasks: [{ due: '2026-11-15', lead: [culture], ...task }] });
  return dutyIds[0] ?? 0;
}

const read = async (id: number) => (await server.ask<DutyDetail>('GET', `/duties/${id}`)).body;

/** Takes a step with the version as it is. */
async function step(as: TestServer, id: number, rest: Record<string, unknown>) {
  const { version } = await read(id);
  return as.ask<DutyDetail & { code: string }>('POST', `/duties/${id}/steps`, {
    version,
    ...rest,
  } as DutyStep);
}

async function steps(as: TestServer, id: number, ...all: Record<string, unknown>[]): Promise<DutyDetail> {
  let last: DutyDetail | null = null;
  for (const each of all) {
    const answer = await step(as, id, each);
    expect([answer.status, answer.body]).toEqual([200, expect.anything()]);
    last = answer.body;
  }
  return last as DutyDetail;
}

test('a duty goes from new to confirmed, and its history tells how', async () => {
  const id = await duty();
  expect(await read(id)).toMatchObject({
    state: 'new',
    class: 'in-term',
    dueOn: '2026-11-15',
    openedOn: '2026-02-10',
  });
  expect((await steps(officer, id, { do: 'receive' })).state).toBe('received');
  expect(await steps(officer, id, { do: 'progress', note: 'Đã mời khách', progress: 40 })).toMatchObject({
    state: 'in-progress',
    progress: 40,
  });
  expect(await steps(officer, id, { do: 'report', doneOn: '2026-03-09' })).toMatchObject({
    state: 'reported',
    class: 'on-time',
    may: ['takeBack', 'evidence'],
  });
  const done = await steps(coordinator, id, { do: 'confirm', note: 'Đồng ý' });
  expect(done).toMatchObject({ state: 'confirmed', confirmedOn: '2026-03-10', may: ['reopen'] });
  expect(done.events.map(({ action }) => action)).toEqual([
    'confirmed',
    'reported',
    'progress',
    'received',
    'opened',
  ]);
});

test('the list counts what it lists', async () => {
  const { body } = await officer.ask<DutyList>('GET', '/duties?view=mine');
  expect(body.total).toBe(body.rows.length);
  expect(Object.values(body.classes).reduce((a, b) => a + b, 0)).toBe(body.total);
  expect((await stranger.ask<DutyList>('GET', '/duties')).body.total).toBe(0);
  expect(
    (await coordinator.ask<DutyList>('GET', `/duties?under=${await server.unit(committee)}`)).body.total,
  ).toBe(body.total);
});

test('done late stays late: neither another day nor more time undoes it', async () => {
  const id = await duty({ due: '2026-03-01' });
  await steps(officer, id, { do: 'report', doneOn: '2026-03-05' });
  expect((await read(id)).class).toBe('late');
  await steps(coordinator, id, { do: 'sendBack', note: 'Thiếu minh chứng' });
  const again = await step(officer, id, { do: 'report', doneOn: '2026-02-28' });
  expect([again.status, again.body.code]).toEqual([422, 'late-for-good']);
  const more = await step(officer, id, { do: 'askExtension', wantedOn: '2026-04-01', note: 'Xin thêm' });
  expect([more.status, more.body.code]).toEqual([422, 'late-for-good']);
  expect(await steps(officer, id, { do: 'report' })).toMatchObject({ class: 'late', state: 'reported' });
});

test('a day written wrong is corrected by who confirms, with a reason that its history keeps; the unit alone cannot', async () => {
  const id = await duty({ due: '2026-03-01' });
  await steps(officer, id, { do: 'report', doneOn: '2026-03-05' });
  await steps(officer, id, { do: 'takeBack' });
  const alone = await step(officer, id, { do: 'report', doneOn: '2026-02-25' });
  expect([alone.status, alone.body.code]).toEqual([422, 'late-for-good']);
  await steps(officer, id, { do: 'report', doneOn: '2026-03-05' });
  expect((await step(officer, id, { do: 'sendBack', note: 'x', correction: true })).status).toBe(403);
  expect((await step(coordinator, id, { do: 'sendBack', note: '', correction: true })).status).toBe(400);
  await steps(coordinator, id, { do: 'confirm' });
  const open = await steps(coordinator, id, { do: 'reopen', note: 'Gõ nhầm ngày', correction: true });
  expect(open.events[0]).toMatchObject({
    action: 'reopened',
    note: 'Gõ nhầm ngày',
    detail: { doneOn: '2026-03-05', correction: true },
  });
  expect(await steps(officer, id, { do: 'report', doneOn: '2026-02-25' })).toMatchObject({
    class: 'on-time',
  });
  await steps(coordinator, id, { do: 'sendBack', note: 'Thiếu minh chứng' });
  const earlier = await step(officer, id, { do: 'report', doneOn: '2026-02-24' });
  expect([earlier.status, earlier.body.code]).toEqual([422, 'earlier-than-reported']);
});

test('more time is asked for once, granted with a later day, and an earlier day still shows what was', async () => {
  const id = await duty({ due: '2026-03-05' });
  expect((await read(id)).class).toBe('overdue');
  await steps(officer, id, { do: 'askExtension', wantedOn: '2026-04-01', note: 'Khách đổi lịch' });
  const twice = await step(officer, id, { do: 'askExtension', wantedOn: '2026-04-02', note: 'Nữa' });
  expect([twice.status, twice.body.code]).toEqual([422, 'extension-asked']);
  expect(
    (await step(officer, id, { do: 'decideExtension', granted: true, dueOn: '2026-04-01' })).status,
  ).toBe(403);
  const earlier = await step(coordinator, id, { do: 'decideExtension', granted: true, dueOn: '2026-03-05' });
  expect([earlier.status, earlier.body.code]).toEqual([422, 'extension-not-later']);
  const silent = await step(coordinator, id, { do: 'decideExtension', granted: false });
  expect([silent.status, silent.body.code]).toEqual([422, 'refusal-needs-reason']);
  const granted = await steps(coordinator, id, { do: 'decideExtension', granted: true, dueOn: '2026-03-20' });
  expect(granted).toMatchObject({
    class: 'in-term',
    dueOn: '2026-03-20',
    firstDueOn: '2026-03-05',
    extensionAsked: false,
  });
  expect(granted.extensions[0]).toMatchObject({ granted: true, wantedOn: '2026-04-01', dueOn: '2026-03-20' });
  expect(granted.events[0]?.detail).toMatchObject({ overdueFrom: '2026-03-06', overdueTo: '2026-03-10' });
  const then = await server.ask<DutyList>('GET', `/duties?task=${granted.taskId}&asOf=2026-03-07`);
  expect(then.body.classes).toEqual({ onTime: 0, late: 0, inTerm: 0, overdue: 1 });
});

test('a duty that is reported lets a request for more time lapse; the decision on it comes too late', async () => {
  const id = await duty();
  await steps(officer, id, { do: 'askExtension', wantedOn: '2026-12-01', note: 'Xin thêm' });
  const { version } = await read(id);
  const [report, decision] = await Promise.all([
    officer.ask('POST', `/duties/${id}/steps`, { do: 'report', version }),
    coordinator.ask('POST', `/duties/${id}/steps`, {
      do: 'decideExtension',
      granted: true,
      dueOn: '2026-12-01',
      version,
    }),
  ]);
  expect([report.status, decision.status].toSorted()).toEqual([200, 409]);
  const after = await read(id);
  expect(after.extensionAsked).toBe(false);
  expect(after.extensions).toHaveLength(1);
});

test('of two who confirm at once one is told, with both states', async () => {
  const id = await duty();
  const { version } = await steps(officer, id, { do: 'report' });
  const answers = await Promise.all(
    [coordinator, server].map((each) =>
      each.ask<{ code: string; current: DutyDetail; yours: unknown }>('POST', `/duties/${id}/steps`, {
        do: 'confirm',
        version,
      }),
    ),
  );
  const [won, lost] = answers.toSorted((a, b) => a.status - b.status);
  expect([won?.status, lost?.status, lost?.body.code]).toEqual([200, 409, 'stale-version']);
  expect(lost?.body).toMatchObject({ current: { state: 'confirmed' }, yours: { do: 'confirm', version } });
  expect((await read(id)).events.filter(({ action }) => action === 'confirmed')).toHaveLength(1);
});

test.each([
  [{ do: 'confirm' }, 'wrong-state'],
  [{ do: 'sendBack', note: 'x' }, 'wrong-state'],
  [{ do: 'takeBack' }, 'wrong-state'],
  [{ do: 'reopen', note: 'x' }, 'wrong-state'],
  [{ do: 'reinstate', note: 'x' }, 'wrong-state'],
  [{ do: 'decideExtension', granted: false, note: 'x' }, 'no-extension'],
  [{ do: 'milestone', no: 1, doneOn: null }, 'no-milestone'],
  [{ do: 'report', doneOn: '2026-03-11' }, 'done-in-future'],
  [{ do: 'report', doneOn: '2026-02-01' }, 'done-before-begun'],
  [{ do: 'askExtension', wantedOn: '2026-11-15', note: 'x' }, 'extension-not-later'],
])('%j is not possible with a new duty', async (wanted, code) => {
  const id = await duty();
  const before = await read(id);
  const answer = await step(server.as(await everyRole()), id, wanted);
  expect([answer.status < 500, answer.body.code]).toEqual([true, code]);
  expect(await read(id)).toEqual(before);
});

let roles: Promise<number> | null = null;
const everyRole = () => (roles ??= server.person({ [culture]: ['officer'], [committee]: ['coordinator'] }));

test('who may not is refused; who may not even read is told that there is none', async () => {
  const id = await duty();
  const wanted = { do: 'receive' };
  expect((await step(coordinator, id, wanted)).status).toBe(403);
  expect((await step(stranger, id, wanted)).status).toBe(404);
  expect((await stranger.ask('GET', `/duties/${id}`)).status).toBe(404);
  expect((await server.as(null).ask('GET', `/duties/${id}`)).status).toBe(401);
  expect((await step(officer, id, { do: 'cancel', note: 'x' })).status).toBe(403);
  expect((await officer.ask('GET', '/duties/999999')).status).toBe(404);
});

test('reopened after confirmation it is open again, and its history keeps what was confirmed', async () => {
  const id = await duty();
  await steps(officer, id, { do: 'report' });
  await steps(coordinator, id, { do: 'confirm' });
  expect((await step(officer, id, { do: 'reopen', note: 'x' })).status).toBe(403);
  const open = await steps(coordinator, id, { do: 'reopen', note: 'Xác nhận nhầm' });
  expect(open).toMatchObject({ state: 'returned', doneOn: null, confirmedOn: null });
  expect(open.events[0]).toMatchObject({
    action: 'reopened',
    note: 'Xác nhận nhầm',
    detail: { doneOn: '2026-03-10', confirmedOn: '2026-03-10' },
  });
});

test('cancelled it counts nowhere, reinstated it is as it was', async () => {
  const id = await duty();
  await steps(officer, id, { do: 'progress', note: 'Đang làm', progress: 20 });
  const { taskId } = await steps(coordinator, id, { do: 'cancel', note: 'Không làm nữa' });
  const list = async (more = '') => (await server.ask<DutyList>('GET', `/duties?task=${taskId}${more}`)).body;
  expect([(await list()).total, (await list('&state=cancelled')).total]).toEqual([0, 1]);
  expect((await list('&state=cancelled')).classes).toEqual({ onTime: 0, late: 0, inTerm: 0, overdue: 0 });
  expect(await steps(coordinator, id, { do: 'reinstate', note: 'Làm lại' })).toMatchObject({
    state: 'in-progress',
  });
});

test('transferred it belongs to the other unit and stays visible under both', async () => {
  const id = await duty();
  const unitId = await server.unit('demo:so-tai-chinh');
  const moved = await steps(coordinator, id, { do: 'transfer', unitId, note: 'Đúng chức năng' });
  expect(moved.transfers[0]).toMatchObject({ to: { id: unitId }, reason: 'Đúng chức năng' });
  expect((await stranger.ask<DutyDetail>('GET', `/duties/${id}`)).body.may).toContain('receive');
  expect((await officer.ask<DutyDetail>('GET', `/duties/${id}`)).body.may).toEqual([]);
  const former = await server.unit(culture);
  const { body } = await officer.ask<DutyList>('GET', `/duties?formerly=${former}`);
  expect(body.rows.map((row) => row.id)).toContain(id);
  const central = await server.deps.db
    .selectFrom('unit')
    .select('id')
    .where('demo', '=', false)
    .where('kind', '=', 'committee')
    .orderBy('id')
    .executeTakeFirstOrThrow();
  const away = await step(coordinator, id, { do: 'transfer', unitId: central.id, note: 'x' });
  expect([away.status, away.body.code]).toEqual([422, 'other-tree']);
});

test('milestones are ticked and unticked', async () => {
  const id = await duty({ milestones: [{ text: 'Trình kịch bản', date: '2026-05-01' }] });
  const ticked = await steps(officer, id, { do: 'milestone', no: 1, doneOn: '2026-03-09' });
  expect(ticked.milestones).toEqual([
    { no: 1, title: 'Trình kịch bản', dueOn: '2026-05-01', doneOn: '2026-03-09' },
  ]);
  expect((await step(officer, id, { do: 'milestone', no: 2, doneOn: null })).body.code).toBe('no-milestone');
});

test('coordinating units have the same life, and read what is led; peers do not read each other', async () => {
  const { dutyIds } = await handedDown(server, {
    tasks: [{ due: '2026-11-15', lead: [culture, foreign], coordinating: ['demo:so-tai-chinh'] }],
  });
  const all = await Promise.all(dutyIds.map(read));
  const of = (role: string, name: string) =>
    all.find((each) => each.role === role && each.unit.name.includes(name))?.id ?? 0;
  const [mine, theirs, joined] = [
    of('lead', 'Văn hóa'),
    of('lead', 'Ngoại vụ'),
    of('coordinating', 'Tài chính'),
  ];
  expect((await officer.ask('GET', `/duties/${joined}`)).status).toBe(200);
  expect((await officer.ask('GET', `/duties/${theirs}`)).status).toBe(404);
  expect((await stranger.ask('GET', `/duties/${mine}`)).status).toBe(200);
  expect(await steps(stranger, joined, { do: 'report' })).toMatchObject({ state: 'reported' });
  const { body } = await officer.ask<DutyDetail>('GET', `/duties/${mine}`);
  expect(body.others.map(({ id }) => id)).toEqual([joined]);
  const listed = (await officer.ask<DutyList>('GET', `/duties?task=${body.taskId}`)).body.rows.map(
    ({ id }) => id,
  );
  expect(listed.toSorted((a, b) => a - b)).toEqual([mine, joined].toSorted((a, b) => a - b));
});

test('lists leave as CSV and XLSX, in the reader’s language, with the rows that the reader may see', async () => {
  const csv = await (await officer.request('/api/duties/export.csv?view=mine')).text();
  expect(csv.split('\r\n')[0]).toContain('Nhiệm vụ');
  const { total } = (await officer.ask<DutyList>('GET', '/duties?view=mine')).body;
  expect(csv.trimEnd().split('\r\n')).toHaveLength(total + 1);
  const none = await (await stranger.request('/api/duties/export.csv?under=1&q=khongco')).text();
  expect(none.trimEnd().split('\r\n')).toHaveLength(1);
  const xlsx = await officer.request('/api/duties/export.xlsx');
  expect(
    Buffer.from(await xlsx.arrayBuffer())
      .subarray(0, 2)
      .toString(),
  ).toBe('PK');
});
