import { afterAll, beforeAll, expect, test } from 'vitest';
import type {
  BulkResult,
  DutyDetail,
  DutyList,
  Inspection,
  InspectionList,
  Urging,
  UrgingList,
} from '../contract.ts';
import { committee, handedDown } from '../testing/duties.ts';
import { testServer, type TestServer } from '../testing/harness.ts';

const culture = 'demo:so-van-hoa-the-thao-va-du-lich';
const finance = 'demo:so-tai-chinh';
let server: TestServer;
let officer: TestServer;
let other: TestServer;
let coordinator: TestServer;

beforeAll(async () => {
  server = await testServer();
  officer = server.as(await server.person({ [culture]: ['officer'] }));
  other = server.as(await server.person({ [finance]: ['officer'] }));
  coordinator = server.as(await server.person({ [committee]: ['coordinator'] }));
});
afterAll(() => server.close());

const duties = async (...lead: string[]) =>
  (await handedDown(server, { tasks: lead.map((key) => ({ due: '2026-11-15', lead: [key] })) })).dutyIds;
const read = async (id: number) => (await server.ask<DutyDetail>('GET', `/duties/${id}`)).body;

test('several at once: what cannot be done is named, the rest is done, and undone as a whole', async () => {
  const [a = 0, b = 0, foreign = 0] = await duties(culture, culture, finance);
  const before = await Promise.all([a, b].map(read));
  const { body } = await officer.ask<BulkResult>('POST', '/duties/bulk', {
    ids: [a, b, foreign, 999_999],
    do: 'progress',
    note: 'Đã có kịch bản',
  });
  expect(body.done.toSorted((x, y) => x - y)).toEqual([a, b]);
  expect(body.refused.map(({ id, code }) => [id, code])).toEqual([
    [foreign, 'no-duty'],
    [999_999, 'no-duty'],
  ]);
  expect((await read(a)).state).toBe('in-progress');
  const undone = await officer.ask<BulkResult>('POST', `/duties/bulk/${body.bulkId}/undo`);
  expect([undone.status, undone.body.refused]).toEqual([200, []]);
  const after = await Promise.all([a, b].map(read));
  const bare = (each: DutyDetail) => ({ ...each, version: null, events: null });
  expect(after.map(bare)).toEqual(before.map(bare));
  expect(after[0]?.events.map(({ action }) => action)).toEqual(['undone', 'progress', 'opened']);
  expect((await officer.ask('POST', `/duties/bulk/${body.bulkId}/undo`)).status).toBe(409);
});

test('an undoing leaves alone what somebody has touched since, and says which', async () => {
  const [a = 0, b = 0] = await duties(culture, culture);
  const { body } = await officer.ask<BulkResult>('POST', '/duties/bulk', { ids: [a, b], do: 'receive' });
  const { version } = await read(b);
  await officer.ask('POST', `/duties/${b}/steps`, { do: 'report', version });
  const undone = await officer.ask<BulkResult>('POST', `/duties/bulk/${body.bulkId}/undo`);
  expect([undone.body.done, undone.body.refused.map(({ id, code }) => [id, code])]).toEqual([
    [a],
    [[b, 'changed-since']],
  ]);
  expect([(await read(a)).state, (await read(b)).state]).toEqual(['new', 'reported']);
});

test('nobody undoes what another did', async () => {
  const [a = 0] = await duties(culture);
  const { body } = await officer.ask<BulkResult>('POST', '/duties/bulk', { ids: [a], do: 'receive' });
  expect((await other.ask('POST', `/duties/bulk/${body.bulkId}/undo`)).status).toBe(404);
});

test('what is sent back together needs a reason', async () => {
  const [a = 0] = await duties(culture);
  const answer = await coordinator.ask<{ code: string }>('POST', '/duties/bulk', {
    ids: [a],
    do: 'sendBack',
  });
  expect([answer.status, answer.body.code]).toEqual([422, 'note-needed']);
});

test('urged once a unit, seen by both, answered once by the urged', async () => {
  const [a = 0, b = 0, c = 0] = await duties(culture, culture, finance);
  expect((await officer.ask('POST', '/urgings', { ids: [a], message: 'x' })).status).toBe(403);
  const { status, body } = await coordinator.ask<UrgingList>('POST', '/urgings', {
    ids: [a, b, c],
    channel: 'letter',
    reference: '12/CV-UBND',
    message: 'Đề nghị khẩn trương',
    answerBy: '2026-03-20',
  });
  expect([status, body.total]).toEqual([201, 2]);
  const mine = body.rows.find(({ duties }) => duties.length === 2);
  const list = (await officer.ask<UrgingList>('GET', '/urgings?open=true')).body;
  expect(list.rows.map(({ id }) => id)).toEqual([mine?.id]);
  expect(list.rows[0]).toMatchObject({ mayAnswer: true, reference: '12/CV-UBND', urgedOn: '2026-03-10' });
  const seen = (await officer.ask<DutyList>('GET', '/duties?view=urged')).body.rows.map(({ id }) => id);
  expect(seen).toEqual([a, b]);
  expect((await read(a)).urged).toBe(1);
  expect((await other.ask('POST', `/urgings/${mine?.id}/answer`, { answer: 'x' })).status).toBe(404);
  const answered = await officer.ask<Urging>('POST', `/urgings/${mine?.id}/answer`, {
    answer: 'Sẽ xong trước 15/3',
  });
  expect([answered.status, answered.body.answer, answered.body.mayAnswer]).toEqual([
    200,
    'Sẽ xong trước 15/3',
    false,
  ]);
  expect((await officer.ask('POST', `/urgings/${mine?.id}/answer`, { answer: 'x' })).status).toBe(409);
  expect((await read(a)).events.map(({ action }) => action)).toEqual(['urgingAnswered', 'urged', 'opened']);
  const notices = await server.deps.db
    .selectFrom('notice')
    .select('kind')
    .where('kind', 'like', 'urg%')
    .execute();
  expect(notices.map(({ kind }) => kind)).toContain('urged');
});

test('what is done needs no urging', async () => {
  const [a = 0] = await duties(culture);
  const { version } = await read(a);
  await officer.ask('POST', `/duties/${a}/steps`, { do: 'report', version });
  const answer = await coordinator.ask<{ code: string }>('POST', '/urgings', {
    ids: [a],
    message: 'Nhanh lên',
  });
  expect([answer.status, answer.body.code]).toEqual([409, 'nothing-to-urge']);
});

test('an inspection holds findings, the inspected unit says that they were remedied, which then stay', async () => {
  const [a = 0, foreign = 0] = await duties(culture, finance);
  const unitId = await server.unit(culture);
  const findings = [
    { dutyId: a, text: 'Chưa có hồ sơ', remedy: 'Lập hồ sơ', remedyBy: '2026-03-01' },
    { text: 'Thiếu người', remedy: 'Phân công', remedyBy: '2026-04-01' },
  ];
  const input = { unitId, onDay: '2026-02-20', members: 'Ông Mẫu', summary: 'Kiểm tra', findings };
  expect((await officer.ask('POST', '/inspections', input)).status).toBe(403);
  expect((await coordinator.ask('POST', '/inspections', { ...input, onDay: '2026-03-11' })).status).toBe(422);
  const wrong = { ...input, findings: [{ ...findings[0], dutyId: foreign }] };
  expect((await coordinator.ask<{ code: string }>('POST', '/inspections', wrong)).body.code).toBe(
    'finding-of-other',
  );
  const { status, body } = await coordinator.ask<Inspection>('POST', '/inspections', input);
  expect([status, body.findings.map(({ overdue }) => overdue), body.version]).toEqual([
    201,
    [true, false],
    1,
  ]);
  expect((await other.ask('GET', `/inspections/${body.id}`)).status).toBe(404);
  expect((await other.ask<InspectionList>('GET', '/inspections')).body.total).toBe(0);
  expect((await officer.ask<InspectionList>('GET', '/inspections?open=overdue')).body.total).toBe(1);
  const [first] = body.findings;
  const path = `/inspections/${body.id}/findings/${first?.id}/remedied`;
  const done = await officer.ask<Inspection>('POST', path, { on: '2026-03-05', note: 'Đã lập' });
  expect(done.body.findings[0]).toMatchObject({ remediedOn: '2026-03-05', overdue: false });
  expect((await officer.ask('POST', path, { on: '2026-03-06' })).status).toBe(409);
  expect((await officer.ask<InspectionList>('GET', '/inspections?open=overdue')).body.total).toBe(0);
  const stale = await coordinator.ask<{ code: string }>('PUT', `/inspections/${body.id}`, {
    ...input,
    version: 1,
  });
  expect([stale.status, stale.body.code]).toEqual([409, 'stale-version']);
  const dropped = { ...input, version: 2, findings: [] };
  expect((await coordinator.ask<{ code: string }>('PUT', `/inspections/${body.id}`, dropped)).body.code).toBe(
    'finding-remedied',
  );
  const kept = {
    ...input,
    version: 2,
    summary: 'Kiểm tra lại',
    findings: [{ ...findings[0], id: first?.id }],
  };
  const changed = await coordinator.ask<Inspection>('PUT', `/inspections/${body.id}`, kept);
  expect([changed.body.summary, changed.body.findings.length]).toEqual(['Kiểm tra lại', 1]);
});

test('a new inspection writes over no finding of another', async () => {
  const unitId = await server.unit(culture);
  const finding = { text: 'Chưa có hồ sơ', remedy: 'Lập hồ sơ', remedyBy: '2026-04-01' };
  const input = { unitId, onDay: '2026-02-20', members: 'Ông Mẫu', summary: 'Kiểm tra', findings: [finding] };
  const { body } = await coordinator.ask<Inspection>('POST', '/inspections', input);
  const id = body.findings[0]?.id;
  const forged = { ...input, findings: [{ ...finding, id, text: 'Không có gì sai' }] };
  const answer = await coordinator.ask<{ code: string }>('POST', '/inspections', forged);
  expect([answer.status, answer.body.code]).toEqual([404, 'no-finding']);
  const after = (await coordinator.ask<Inspection>('GET', `/inspections/${body.id}`)).body;
  expect(after.findings.map(({ text }) => text)).toEqual(['Chưa có hồ sơ']);
});

test('nothing is handed to a unit that has not begun', async () => {
  const [a = 0] = await duties(culture);
  const admin = server.as(await server.person({ [committee]: ['administrator'] }));
  const parentId = await server.unit(committee);
  const made = await admin.ask<{ begins: { id: number }[] }>('POST', '/units/reorganisations', {
    legalBasis: 'Quyết định thử',
    effectiveOn: '2026-05-01',
    kind: 'new',
    units: [{ name: 'Sở Thử Nghiệm', kind: 'department', parentId }],
  });
  expect(made.status).toBe(200);
  const unitId = made.body.begins[0]?.id;
  const { version } = await read(a);
  const wanted = { do: 'transfer', version, unitId, note: 'Chuyển trước' };
  const answer = await coordinator.ask<{ code: string }>('POST', `/duties/${a}/steps`, wanted);
  expect([answer.status, answer.body.code]).toEqual([422, 'no-unit']);
});
