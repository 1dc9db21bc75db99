import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Report, ReportCall, ReportEvents, ReportList, Rollup } from '../contract.ts';
import { committee } from '../testing/duties.ts';
import { testServer, type TestServer } from '../testing/harness.ts';
import {
  accepted,
  at,
  fillIn,
  figureOf,
  finance,
  health,
  newCall,
  newRegime,
  regimeBody,
  reportAt,
  step,
} from '../testing/reports.ts';

let server: TestServer;
let call: ReportCall;

beforeAll(async () => {
  server = await testServer();
  server.now = new Date('2026-12-01T03:00:00Z');
  const regime = await newRegime(server, await regimeBody(server));
  call = await newCall(server, { of: 'regime', regimeId: regime.id, period: '2026' });
});
afterAll(() => server.close());

const own = async () => (await server.ask<Report>('GET', `/reports/${call.ownReportId}`)).body;

describe('a call', () => {
  test('asks each unit once, by the decree’s window, with its deadline', async () => {
    expect(call).toMatchObject({ period: '2026', from: '2025-12-15', to: '2026-12-14', status: 'open' });
    expect(call.reporting).toMatchObject({ expected: 2, sent: 0, waiting: 2, missing: 0 });
    const report = await reportAt(server, call.id, health);
    expect(report).toMatchObject({ status: 'draft', class: 'in-term', dueOn: '2026-12-16', depth: 1 });
    expect(report.receiver?.id).toBe(await server.unit(committee));
  });

  test('goes out once for a period', async () => {
    const again = await server.ask<{ code: string }>('POST', '/calls', {
      of: 'regime',
      regimeId: call.regimeId,
      period: '2026',
    });
    expect([again.status, again.body.code]).toEqual([409, 'call-twice']);
  });
});

describe('a report', () => {
  test('is not sent while a section that must be written is empty, and says which', async () => {
    const report = await reportAt(server, call.id, health);
    const refused = await step(await at(server, health), report, 'submit');
    expect([refused.status, refused.body.code]).toEqual([422, 'report-unready']);
    const mine = await reportAt(await at(server, health), call.id, health);
    expect(mine.may).toEqual(['fill', 'derive', 'submit']);
    expect(mine.unready.map(({ code, sectionId, blocks }) => [code, sectionId, blocks])).toEqual([
      ['section-blank', 'results', true],
      ['section-empty', 'next', false],
    ]);
  });

  test('is filled, sent, returned with reasons tied to sections, sent again and accepted', async () => {
    const unit = await at(server, health);
    const filled = await fillIn(unit, await reportAt(unit, call.id, health), { 'TTDN.01': 3, 'TTDN.05': 2 });
    expect(figureOf(filled, 'TTDN.01')).toMatchObject({ value: 3, total: 3, version: 1 });
    const sent = (await step(unit, filled, 'submit')).body;
    expect(sent).toMatchObject({ status: 'submitted', class: 'on-time', submittedOn: '2026-12-01' });
    expect(sent.may).not.toContain('fill');
    const back = await step(server, sent, 'return', {
      reasons: [{ sectionId: 'results', reason: 'Thiếu số lớp tập huấn' }],
    });
    expect(back.body).toMatchObject({ status: 'returned', class: 'in-term', submittedOn: null });
    expect(back.body.returns).toMatchObject([{ sectionId: 'results', reason: 'Thiếu số lớp tập huấn' }]);
    const nowhere = await step(server, back.body, 'return', { reasons: [{ sectionId: 'x', reason: 'y' }] });
    expect(nowhere.status).toBe(409);
    const again = (await step(unit, back.body, 'submit')).body;
    expect(again.returns).toEqual([]);
    const taken = await step(server, again, 'accept');
    expect(taken.body).toMatchObject({ status: 'accepted', firstSubmittedOn: '2026-12-01' });
    const { rows } = (await server.ask<ReportEvents>('GET', `/reports/${taken.body.id}/events`)).body;
    expect(rows.map(({ action }) => action).toReversed()).toEqual([
      'called',
      'filled',
      'submitted',
      'returned',
      'submitted',
      'accepted',
    ]);
  });

  test('that is stale is answered with what is there now and what was sent', async () => {
    const unit = await at(server, finance);
    const report = await reportAt(unit, call.id, finance);
    await fillIn(unit, report, { 'TTDN.01': 5 }, null);
    const late = await unit.ask<{ code: string; current: Report; yours: unknown }>(
      'PATCH',
      `/reports/${report.id}`,
      {
        figures: [{ indicatorId: figureOf(report, 'TTDN.01')?.indicatorId, value: 6, version: 0 }],
      },
    );
    expect([late.status, late.body.code]).toEqual([409, 'stale-version']);
    expect(figureOf(late.body.current, 'TTDN.01')?.value).toBe(5);
    const step409 = await step(unit, { id: report.id, version: 99 }, 'submit');
    expect(step409.body.code).toBe('stale-version');
  });

  test('counts above from its acceptance, and is late by its dates alone', async () => {
    const before = (await server.ask<Rollup>('GET', `/reports/${call.ownReportId}/rollup`)).body;
    const total = (rollup: Rollup, code: string) =>
      rollup.rows.find((row) => row.code === code)?.cells.find(({ cell }) => cell === '')?.total;
    expect(total(before, 'TTDN.01')).toBe(3);
    server.now = new Date('2026-12-18T03:00:00Z');
    const overdue = await reportAt(server, call.id, finance);
    expect(overdue.class).toBe('overdue');
    const late = await accepted(server, { callId: call.id, unit: finance }, { 'TTDN.05': 4 });
    expect(late).toMatchObject({ class: 'late', submittedOn: '2026-12-18' });
    const after = (await server.ask<Rollup>('GET', `/reports/${call.ownReportId}/rollup`)).body;
    expect([total(after, 'TTDN.01'), total(after, 'TTDN.05')]).toEqual([8, 6]);
    expect(after.reporting).toMatchObject({ expected: 2, sent: 2, onTime: 1, late: 1, missing: 0 });
  });

  test('is approved level by level, locked, and opened again only from the top, with a trail', async () => {
    const top = await fillIn(server, await own(), {}, 'Toàn tỉnh đã thực hiện.');
    const level = await server.ask<{ done: number; left: number }>(
      'POST',
      `/reports/${top.id}/approve-level`,
      {
        version: top.version,
      },
    );
    expect(level.body).toEqual({ done: 2, left: 0 });
    const sent = (await step(server, await own(), 'submit')).body;
    const child = await reportAt(server, call.id, health);
    const refused = await step(server, child, 'reopen', { reason: 'Sai số' });
    expect([refused.status, refused.body.code]).toEqual([409, 'report-superior-sent']);
    const approved = (await step(server, sent, 'approve')).body;
    const locked = (await step(server, approved, 'lock')).body;
    expect(locked.status).toBe('locked');
    const { rows } = (await server.ask<ReportList>('GET', `/reports?call=${call.id}`)).body;
    expect(rows.map(({ status }) => status)).toEqual(['locked', 'locked', 'locked']);
    const open = (await step(server, locked, 'reopen', { reason: 'Đơn vị đính chính' })).body;
    expect(open).toMatchObject({ status: 'returned', reopened: 1, submittedOn: '2026-12-18' });
    const corrected = await step(server, await reportAt(server, call.id, health), 'reopen', {
      reason: 'Sai số',
    });
    expect(corrected.body).toMatchObject({ status: 'returned', class: 'on-time', reopened: 1 });
    const without = (await server.ask<Rollup>('GET', `/reports/${call.ownReportId}/rollup`)).body;
    expect(without.rows.find(({ code }) => code === 'TTDN.01')?.cells[0]?.total).toBe(5);
  });
});

test('who asks why they may approve is told by which role and how the report stands to them', async () => {
  const report = await reportAt(server, call.id, health);
  const why = await server.ask<{ allowed: boolean; reasons: { role: string; relation: string }[] }>(
    'GET',
    `/access/why?action=report.judge&subject=report&id=${report.id}`,
  );
  expect(why.body.allowed).toBe(true);
  expect(why.body.reasons).toContainEqual(expect.objectContaining({ role: 'leader', relation: 'confirmer' }));
  const unit = await at(server, finance);
  const none = await unit.ask('GET', `/access/why?action=report.judge&subject=report&id=${report.id}`);
  expect(none.status).toBe(404);
});
