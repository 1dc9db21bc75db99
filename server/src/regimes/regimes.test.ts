import { afterAll, beforeAll, expect, test } from 'vitest';
import type {
  CallPreview,
  DayOff,
  DaysOff,
  Indicator,
  NoticeList,
  Problem,
  Regime,
  RegimeBody,
  RegimeTemplates,
  ReportCall,
  ReportCallList,
  UrgedReports,
  UrgingList,
} from '../contract.ts';
import { remindReports } from '../reports/reminders.ts';
import { committee } from '../testing/duties.ts';
import { testServer, type TestServer } from '../testing/harness.ts';
import {
  at,
  finance,
  foreign,
  health,
  indicatorNamed,
  newCall,
  newRegime,
  plainRule,
  regimeBody,
  reportAt,
} from '../testing/reports.ts';
import { callPeriodic } from './periodic.ts';

let server: TestServer;
beforeAll(async () => {
  server = await testServer();
});
afterAll(() => server.close());

const calls = async () => (await server.ask<ReportCallList>('GET', '/calls?size=500')).body.rows;
const preview = (body: RegimeBody, period?: string) =>
  server.ask<CallPreview & Problem>('POST', '/regimes/preview', { body, ...(period ? { period } : {}) });

test('a regime changed from a day on leaves what was called as it was', async () => {
  server.now = new Date('2026-05-20T03:00:00Z');
  const body = await regimeBody(server, { frequency: 'half-year', name: 'Báo cáo 6 tháng' });
  const regime = await newRegime(server, body);
  const call = await newCall(server, { of: 'regime', regimeId: regime.id });
  expect(call).toMatchObject({ period: '2026-H1', from: '2025-12-15', to: '2026-06-14' });
  const changed = await server.ask<Regime>('PUT', `/regimes/${regime.id}`, {
    version: regime.version,
    validFrom: '2026-07-01',
    body: {
      ...body,
      name: 'Báo cáo 6 tháng (mới)',
      window: { fromDay: 1, fromMonth: 0, toDay: 31, toMonth: 0 },
    },
  });
  expect(changed.body.versions.map(({ validFrom }) => validFrom)).toEqual(['2026-07-01', '2020-01-01']);
  // In force today is still the first; the second half will be reported by the second.
  expect(changed.body.body.name).toBe('Báo cáo 6 tháng');
  expect((await server.ask<ReportCall>('GET', `/calls/${call.id}`)).body).toMatchObject({ to: '2026-06-14' });
  server.now = new Date('2026-12-20T03:00:00Z');
  const next = await newCall(server, { of: 'regime', regimeId: regime.id, period: '2026-H2' });
  expect(next).toMatchObject({ from: '2026-07-01', to: '2026-12-31' });
  const stale = await server.ask<Problem>('PUT', `/regimes/${regime.id}`, { version: regime.version, body });
  expect([stale.status, stale.body.code]).toEqual([409, 'stale-version']);
});

test('an indicator changed after the call is asked as it was on the day of the call', async () => {
  server.now = new Date('2026-05-21T03:00:00Z');
  const ready = await indicatorNamed(server, 'TTDN.01');
  expect(ready).toMatchObject({ owner: null, proposed: true, may: ['copy'] });
  const ownerId = await server.unit(committee);
  const own = (await server.ask<Indicator>('POST', `/indicators/${ready.id}/copy`, { ownerId })).body;
  const regime = await newRegime(server, await regimeBody(server, { name: 'Chỉ tiêu riêng' }));
  const call = await newCall(server, { of: 'regime', regimeId: regime.id });
  expect(call.form.indicators.find(({ code }) => code === 'TTDN.01')).toMatchObject({
    id: own.id,
    version: 1,
  });
  const changed = await server.ask<Indicator>('PATCH', `/indicators/${own.id}`, {
    version: 1,
    name: 'Văn bản (đổi tên)',
  });
  expect(changed.body).toMatchObject({ version: 2, proposed: false, name: 'Văn bản (đổi tên)' });
  const again = (await server.ask<ReportCall>('GET', `/calls/${call.id}`)).body;
  expect(again.form.indicators.find(({ code }) => code === 'TTDN.01')?.name).toBe(ready.name);
  const used = await server.ask<Problem>('DELETE', `/indicators/${own.id}?version=2`);
  expect([used.status, used.body.code]).toEqual([409, 'indicator-used']);
  const touched = await server.ask<Problem>('PATCH', `/indicators/${ready.id}`, {
    version: ready.version,
    name: 'X',
  });
  expect([touched.status, touched.body.code]).toEqual([403, 'indicator-ready']);
});

test('formulas that lead back to themselves are refused, with the way they go', async () => {
  const ownerId = await server.unit(committee);
  const of = (code: string, other: string) => ({
    ownerId,
    code,
    name: code,
    formula: {
      op: 'add',
      of: [
        { op: 'indicator', code: other },
        { op: 'number', value: 1 },
      ],
    },
  });
  const missing = await server.ask<Problem>('POST', '/indicators', of('V.1', 'V.2'));
  expect([missing.status, missing.body.code]).toEqual([422, 'formula-no-indicator']);
  const second = await server.ask<Indicator>('POST', '/indicators', { ownerId, code: 'V.2', name: 'V.2' });
  expect((await server.ask('POST', '/indicators', of('V.1', 'V.2'))).status).toBe(201);
  const circle = await server.ask<Problem>('PATCH', `/indicators/${second.body.id}`, {
    version: 1,
    formula: {
      op: 'multiply',
      of: [
        { op: 'indicator', code: 'V.1' },
        { op: 'number', value: 2 },
      ],
    },
  });
  expect([circle.status, circle.body.code]).toEqual([422, 'formula-circle']);
  expect(circle.body.detail).toContain('V.2 → V.1 → V.2');
});

test('ready regimes can be set as they are, and show whom they would ask and what is unusual', async () => {
  const { rows } = (await server.ask<RegimeTemplates>('GET', '/regimes/templates')).body;
  expect(rows.map(({ key }) => key)).toContain('year');
  const year = rows.find(({ key }) => key === 'year')?.body as RegimeBody;
  const shown = await preview(year, '2026');
  expect(shown.body).toMatchObject({ from: '2025-12-15', to: '2026-12-14' });
  expect(shown.body.tiers.every(({ units }) => units > 0)).toBe(true);
  expect(shown.body.advice).toEqual([]);
  const early = year.tiers.map((tier) => ({
    ...tier,
    deadline: { kind: 'on' as const, month: 11, day: 15, yearOffset: 0 },
  }));
  const odd = await preview({ ...year, tiers: early }, '2026');
  expect(odd.body.advice.map(({ code }) => code)).toContain('due-before-close');
});

test('days that no period holds are named, and what becomes of a call whose day is past', async () => {
  server.now = new Date('2026-05-22T03:00:00Z');
  const window = { fromDay: 15, fromMonth: -1, toDay: 31, toMonth: -2 };
  const body = await regimeBody(server, { frequency: 'year', window, opensBefore: 300 });
  const { advice } = (await preview(body, '2026')).body;
  const said = (code: string) => advice.find((one) => one.code === code)?.text;
  expect(said('window-gap')).toContain('Từ 01/11 đến 14/12 không thuộc kỳ nào');
  expect(said('opens-past')).toContain('(04/01/2026)');
  const soon = (await preview({ ...body, opensBefore: 30 }, '2026')).body;
  expect(soon.advice.map(({ code }) => code)).not.toContain('opens-past');
});

test('nobody is asked beyond the reach of who calls', async () => {
  const elsewhere = await server.unit('province:38');
  const body = await regimeBody(server);
  const tiers = body.tiers.map((tier) => ({ ...tier, units: { ...plainRule, include: [elsewhere] } }));
  const refused = await preview({ ...body, tiers });
  expect([refused.status, refused.body.code]).toEqual([422, 'unit-out-of-reach']);
  const call = await server.ask<Problem>('POST', '/calls', {
    of: 'ad-hoc',
    name: 'Hỏi nhờ',
    dueOn: '2027-01-01',
    units: { ...plainRule, underId: elsewhere },
  });
  expect([call.status, call.body.code]).toEqual([422, 'unit-out-of-reach']);
});

test('an ad-hoc call needs a name and a day', async () => {
  server.now = new Date('2026-05-22T03:00:00Z');
  const call = await newCall(server, {
    of: 'ad-hoc',
    name: 'Báo cáo nhanh về đoàn báo chí',
    dueOn: '2026-05-25',
    units: { ...plainRule, direct: true, kinds: ['department', 'committee'] },
  });
  expect(call).toMatchObject({ kind: 'ad-hoc', period: null, from: '2026-01-01', to: '2026-05-22' });
  expect(call.reporting.expected).toBeGreaterThan(30);
  expect(call.form.outline).toMatchObject([{ title: 'Báo cáo nhanh về đoàn báo chí' }]);
  const past = await server.ask<Problem>('POST', '/calls', { of: 'ad-hoc', name: 'X', dueOn: '2026-05-01' });
  expect([past.status, past.body.code]).toEqual([422, 'call-in-past']);
  expect(past.body.detail).toContain('01/05/2026');
  expect(past.body.detail).not.toContain('2026-05-01');
  const cancelled = await server.ask<ReportCall>('POST', `/calls/${call.id}/cancel`, {
    version: call.version,
    reason: 'Yêu cầu nhầm',
  });
  expect(cancelled.body.status).toBe('cancelled');
  const after = await reportAt(server, call.id, health).catch((error: Error) => error.message);
  expect(after).toContain('No report');
});

test('an ad-hoc call that does not say whom asks nobody', async () => {
  const before = (await calls()).length;
  const refused = await server.ask<Problem>('POST', '/calls', {
    of: 'ad-hoc',
    name: 'Gửi cho ai?',
    dueOn: '2027-01-01',
  });
  expect([refused.status, refused.body.code]).toEqual([422, 'call-whom']);
  expect(await calls()).toHaveLength(before);
});

test('periodic reports are called by themselves, once, before the close', async () => {
  const body = await regimeBody(server, { frequency: 'quarter', name: 'Báo cáo quý tự mở', opensBefore: 10 });
  const regime = await newRegime(server, body);
  const ofRegime = async () =>
    (await calls()).filter(({ regimeId }) => regimeId === regime.id).map(({ period }) => period);
  server.now = new Date('2026-09-01T03:00:00Z');
  await callPeriodic(server.deps);
  expect(await ofRegime()).toEqual([]);
  server.now = new Date('2026-09-05T03:00:00Z');
  expect(await callPeriodic(server.deps)).toBeGreaterThanOrEqual(1);
  expect(await callPeriodic(server.deps)).toBe(0);
  expect(await ofRegime()).toEqual(['2026-Q3']);
});

test('units are reminded on the days that the regime names, once, and urged for what is missing', async () => {
  const unit = await at(server, health);
  server.now = new Date('2026-09-20T03:00:00Z');
  const regime = await newRegime(
    server,
    await regimeBody(server, { units: [health, finance], name: 'Nhắc', reminders: [-1, 1] }),
  );
  const call = await newCall(server, { of: 'regime', regimeId: regime.id, period: '2026' });
  const told = async (kind: string) =>
    (await unit.ask<NoticeList>('GET', '/notices?size=100')).body.rows.filter(
      (notice) => notice.kind === kind && notice.title.includes('Nhắc'),
    ).length;
  expect(await told('report-called')).toBe(1);
  await remindReports(server.deps);
  expect(await told('report-due')).toBe(0);
  server.now = new Date('2026-12-15T03:00:00Z');
  await remindReports(server.deps);
  await remindReports(server.deps);
  expect(await told('report-due')).toBe(1);
  server.now = new Date('2026-12-20T03:00:00Z');
  const urged = await server.ask<UrgedReports>('POST', `/calls/${call.id}/urge`, {
    message: 'Đề nghị gửi ngay',
  });
  expect(urged.body).toEqual({ urged: 2 });
  const { rows } = (await unit.ask<UrgingList>('GET', '/urgings?open=true')).body;
  expect(rows.filter(({ mayAnswer }) => mayAnswer)).toMatchObject([
    { message: 'Đề nghị gửi ngay', duties: [], reports: [{ text: call.name }] },
  ]);
  expect((await reportAt(server, call.id, health)).urged).toBe(1);
  const none = await server.ask<Problem>('POST', `/calls/${call.id}/urge`, {
    message: 'X',
    reportIds: [call.ownReportId ?? 0],
  });
  expect([none.status, none.body.code]).toEqual([409, 'nothing-to-urge']);
});

test('a unit that was forgotten is asked in a second step; a closed call takes nothing any more', async () => {
  server.now = new Date('2026-11-20T03:00:00Z');
  const regime = await newRegime(server, await regimeBody(server, { units: [health], name: 'Bổ sung' }));
  const call = await newCall(server, { of: 'regime', regimeId: regime.id, period: '2026' });
  const unitIds = [await server.unit(foreign)];
  const added = await server.ask<ReportCall>('POST', `/calls/${call.id}/add`, {
    version: call.version,
    unitIds,
  });
  expect(added.body.reporting.expected).toBe(2);
  const twice = await server.ask<Problem>('POST', `/calls/${call.id}/add`, {
    version: added.body.version,
    unitIds,
  });
  expect([twice.status, twice.body.code]).toEqual([409, 'call-asked-already']);
  await server.ask('POST', `/calls/${call.id}/close`, { version: added.body.version });
  const unit = await at(server, foreign);
  const report = await reportAt(unit, call.id, foreign);
  expect(report.may).toEqual([]);
  const refused = await unit.ask<Problem>('PATCH', `/reports/${report.id}`, { texts: [] });
  expect([refused.status, refused.body.code]).toEqual([409, 'call-not-open']);
});

test('days off are data: fixed by law, announced for a year, worked in exchange; deadlines go by them as the regime says', async () => {
  server.now = new Date('2026-11-01T03:00:00Z');
  const listed = async (as = server) => (await as.ask<DaysOff>('GET', '/days-off?year=2026')).body;
  expect((await listed()).days.map(({ day }) => day)).toEqual([
    '2026-01-01',
    '2026-04-30',
    '2026-05-01',
    '2026-09-02',
  ]);
  const add = (input: object) => server.ask<DayOff & Problem>('POST', '/days-off', input);
  const off = { firstOn: '2026-12-15', lastOn: '2026-12-16', name: 'Nghỉ thử' };
  const made = await add(off);
  expect([made.status, made.body.may]).toEqual([201, ['remove']]);
  const worked = await add({ firstOn: '2026-12-19', lastOn: '2026-12-19', works: true, name: 'Làm bù' });
  expect(worked.status).toBe(201);
  const body = await regimeBody(server, { name: 'Ngày nghỉ' });
  const moved = { ...body, onDayOff: 'next-working-day' as const };
  const dueOf = async (of: RegimeBody, deadline: RegimeBody['tiers'][number]['deadline']) => {
    const tiers = of.tiers.map((tier) => ({ ...tier, deadline }));
    return (await preview({ ...of, tiers, ownDeadline: null }, '2026')).body.tiers[0]?.dueOn;
  };
  // Closed on Monday 14 December; the 15th and 16th are off, Saturday the 19th is worked.
  expect(await dueOf(body, { kind: 'working-days', days: 1 })).toBe('2026-12-17');
  expect(await dueOf(body, { kind: 'working-days', days: 3 })).toBe('2026-12-19');
  expect(await dueOf(body, { kind: 'days', days: 2 })).toBe('2026-12-16');
  expect(await dueOf(moved, { kind: 'days', days: 2 })).toBe('2026-12-17');
  const wrong: readonly (readonly [object, number, string])[] = [
    [off, 409, 'days-off-there'],
    [{ ...off, firstOn: '2026-12-31', lastOn: '2026-12-30' }, 422, 'call-window'],
    [{ ...off, firstOn: '2027-02-01', lastOn: '2027-04-01' }, 422, 'days-off-long'],
    [{ ...off, firstOn: '2027-02-01', lastOn: '2027-02-02', yearly: true }, 422, 'days-off-yearly'],
    [{ ...off, firstOn: '2027-02-01', lastOn: '2027-02-01', works: true }, 422, 'days-off-works'],
  ];
  for (const [input, status, code] of wrong) {
    const refused = await add(input);
    expect([refused.status, refused.body.code]).toEqual([status, code]);
  }
  const stranger = server.as(await server.person({ 'province:38': ['administrator'] }));
  expect((await listed(stranger)).rows.every(({ own, yearly }) => !own && yearly)).toBe(true);
  expect((await stranger.ask('DELETE', `/days-off/${made.body.id}`)).status).toBe(404);
  const officer = await at(server, health);
  expect((await listed(officer)).days).toHaveLength(6);
  const byLaw = (await listed()).rows.find(({ yearly }) => yearly);
  expect((await server.ask('DELETE', `/days-off/${byLaw?.id}`)).status).toBe(403);
  for (const { id } of [made.body, worked.body])
    expect((await server.ask('DELETE', `/days-off/${id}`)).status).toBe(204);
});
