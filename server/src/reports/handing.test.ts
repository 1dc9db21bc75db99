import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { NoticeList, Problem, Report, ReportCall, ReportEvents, ReportList } from '../contract.ts';
import { testServer, type TestServer } from '../testing/harness.ts';
import {
  figureOf,
  fillIn,
  health,
  indicatorId,
  newCall,
  plainRule,
  reportAt,
  step,
} from '../testing/reports.ts';

const legal = 'demo:so-tu-phap';
const trade = 'demo:so-cong-thuong';

let server: TestServer;
let officer: TestServer;
let colleague: TestServer;
let leader: TestServer;
let report: Report;

beforeAll(async () => {
  server = await testServer();
  server.now = new Date('2026-12-01T03:00:00Z');
  officer = server.as(await server.person({ [health]: ['officer'] }));
  colleague = server.as(await server.person({ [health]: ['officer'] }));
  leader = server.as(await server.person({ [health]: ['leader'] }));
});
afterAll(() => server.close());

let calls = 0;
async function called(unit = health): Promise<ReportCall> {
  calls += 1;
  return newCall(server, {
    of: 'ad-hoc',
    name: `Đợt thử ${calls}`,
    dueOn: '2026-12-20',
    indicators: ['TTDN.01', 'TTDN.05'],
    units: { ...plainRule, include: [await server.unit(unit)] },
  });
}

/** A report, filled by the officer of a fresh call. */
async function filled(): Promise<Report> {
  const call = await called();
  return fillIn(officer, await reportAt(officer, call.id, health), { 'TTDN.01': 3, 'TTDN.05': 2 }, null);
}

const titles = async (person: TestServer) =>
  (await person.ask<NoticeList>('GET', '/notices')).body.rows.map(({ kind, title }) => `${kind}: ${title}`);
const signing = async (person: TestServer) =>
  (await person.ask<ReportList>('GET', '/reports?view=sign')).body.rows.map(({ id }) => id);
const actions = async (id: number) =>
  (await server.ask<ReportEvents>('GET', `/reports/${id}/events`)).body.rows
    .map(({ action }) => action)
    .toReversed();

describe('an officer', () => {
  test('hands the filled report to the leaders, who are told, find it on their list and send it', async () => {
    report = await filled();
    expect(report.may).toEqual(['fill', 'derive', 'hand']);
    expect(await signing(leader)).not.toContain(report.id);
    const handed = (await step(officer, report, 'hand', { reason: 'Kính trình anh xem' })).body;
    expect(handed).toMatchObject({ status: 'draft', handed: { note: 'Kính trình anh xem' } });
    expect(handed.may).toEqual(['take-back']);
    expect(await signing(leader)).toContain(report.id);
    expect(await signing(officer)).toEqual([]);
    expect((await titles(leader))[0]).toMatch(
      /^report-handed: .* trình lãnh đạo ký gửi .*Kính trình anh xem$/,
    );
    const waiting = await server.deps.db
      .selectFrom('notice')
      .select('mail')
      .where('reportId', '=', report.id)
      .where('kind', '=', 'report-handed')
      .execute();
    expect(waiting.map(({ mail }) => mail)).toEqual(['now']);
    const seen = (await leader.ask<Report>('GET', `/reports/${report.id}`)).body;
    expect(seen.may).toEqual(['fill', 'derive', 'give-back', 'submit']);
    const sent = (await step(leader, seen, 'submit')).body;
    expect(sent).toMatchObject({ status: 'submitted', handed: null, submittedOn: '2026-12-01' });
    expect((await titles(officer))[0]).toMatch(/^report-signed: /);
    expect(await actions(report.id)).toEqual(['called', 'filled', 'handed', 'submitted']);
  });

  test('edits nothing while it lies with the leader, who may correct it; what was typed comes back with how it stands', async () => {
    report = (await step(officer, await filled(), 'hand')).body;
    const figure = { indicatorId: indicatorId(report, 'TTDN.01'), value: 9, version: 1 };
    const wanted = { figures: [figure], texts: [] };
    const refused = await colleague.ask<Problem & { current: Report; yours: unknown }>(
      'PATCH',
      `/reports/${report.id}`,
      wanted,
    );
    expect([refused.status, refused.body.code]).toEqual([409, 'report-handed']);
    expect(refused.body.current.handed).not.toBeNull();
    expect(figureOf(refused.body.current, 'TTDN.01')?.value).toBe(3);
    expect(refused.body.yours).toMatchObject({ figures: [{ value: 9 }] });
    const evidence = { kind: 'link', title: 'x', url: 'https://bao.example/1' };
    const proof = await colleague.ask<Problem>('POST', `/reports/${report.id}/evidence`, evidence);
    expect([proof.status, proof.body.code]).toEqual([409, 'report-handed']);
    expect((await step(colleague, report, 'derive')).body.code).toBe('report-handed');
    const corrected = await leader.ask<Report>('PATCH', `/reports/${report.id}`, wanted);
    expect(figureOf(corrected.body, 'TTDN.01')).toMatchObject({ value: 9 });
    expect(corrected.body.handed).not.toBeNull();
  });

  test('takes it back while it is not sent, and not after', async () => {
    report = (await step(officer, await filled(), 'hand')).body;
    const back = (await step(colleague, report, 'take-back')).body;
    expect(back).toMatchObject({ handed: null, may: ['fill', 'derive', 'hand'] });
    expect((await step(colleague, back, 'take-back')).body.code).toBe('report-wrong-state');
    const again = (await step(officer, back, 'hand')).body;
    const sent = (await step(leader, again, 'submit')).body;
    const late = await step(officer, sent, 'take-back');
    expect([late.status, late.body.code]).toEqual([409, 'report-wrong-state']);
    expect(await actions(report.id)).toEqual([
      'called',
      'filled',
      'handed',
      'taken-back',
      'handed',
      'submitted',
    ]);
  });

  test('is refused what could not be sent, and may neither send nor give back', async () => {
    const call = await called();
    await server.deps.db
      .updateTable('reportCall')
      .set({
        form: JSON.stringify({
          ...call.form,
          outline: call.form.outline.map((each) => ({ ...each, required: true, text: true })),
        }),
      })
      .where('id', '=', call.id)
      .execute();
    const empty = await reportAt(officer, call.id, health);
    const refused = await step(officer, empty, 'hand');
    expect([refused.status, refused.body.code]).toEqual([422, 'report-unready']);
    expect((await step(officer, empty, 'submit')).status).toBe(403);
    const reasons = [{ sectionId: null, reason: 'x' }];
    expect((await step(officer, empty, 'give-back', { reasons })).status).toBe(403);
  });
});

describe('a leader', () => {
  test('gives it back with a reason tied to a section, which stands there until it is handed over again', async () => {
    report = (await step(officer, await filled(), 'hand')).body;
    const section = report.call.form.outline[0]?.id ?? '';
    const nowhere = await step(leader, report, 'give-back', { reasons: [{ sectionId: 'x', reason: 'y' }] });
    expect([nowhere.status, nowhere.body.code]).toEqual([422, 'report-no-section']);
    const reasons = [{ sectionId: section, reason: 'Thiếu số liệu quý IV' }];
    const back = (await step(leader, report, 'give-back', { reasons })).body;
    expect(back).toMatchObject({
      status: 'draft',
      handed: null,
      givenBack: true,
      returns: [{ sectionId: section, reason: 'Thiếu số liệu quý IV', within: true }],
    });
    expect((await titles(officer))[0]).toMatch(/^report-given-back: .*Thiếu số liệu quý IV$/);
    const listed = async (person: TestServer) =>
      (await person.ask<ReportList>('GET', `/reports?call=${report.callId}`)).body.rows
        .filter(({ id }) => id === report.id)
        .map(({ givenBack }) => givenBack);
    expect(await listed(officer)).toEqual([true]);
    // What passes within the unit is not for who receives the report.
    expect(await listed(server)).toEqual([false]);
    const again = (await step(officer, back, 'hand')).body;
    expect(again).toMatchObject({ returns: [], givenBack: false });
    expect(await listed(officer)).toEqual([false]);
    expect(await actions(report.id)).toEqual(['called', 'filled', 'handed', 'given-back', 'handed']);
  });

  test('of another unit, and the superior, cannot send what was handed to this one', async () => {
    report = (await step(officer, await filled(), 'hand')).body;
    const other = server.as(await server.person({ [trade]: ['leader'] }));
    expect((await step(other, report, 'submit')).status).toBe(404);
    expect(await signing(other)).toEqual([]);
    expect(
      (await step(server, report, 'give-back', { reasons: [{ sectionId: null, reason: 'x' }] })).status,
    ).toBe(403);
  });

  test('keeps the superior’s reasons in sight while the mended report lies with them', async () => {
    report = (await step(officer, await filled(), 'hand')).body;
    const sent = (await step(leader, report, 'submit')).body;
    const reasons = [{ sectionId: null, reason: 'Thiếu minh chứng' }];
    const returned = (await step(server, sent, 'return', { reasons })).body;
    expect(returned.handed).toBeNull();
    const mended = (await officer.ask<Report>('GET', `/reports/${report.id}`)).body;
    const handed = (await step(officer, mended, 'hand')).body;
    expect(handed).toMatchObject({
      status: 'returned',
      returns: [{ reason: 'Thiếu minh chứng', within: false }],
    });
    expect((await step(leader, handed, 'submit')).body.returns).toEqual([]);
  });

  test('who fills and sends alone needs no such step', async () => {
    const call = await called(trade);
    const alone = server.as(await server.person({ [trade]: ['officer', 'leader'] }));
    const own = await fillIn(alone, await reportAt(alone, call.id, trade), { 'TTDN.01': 1 }, null);
    expect(own.may).toEqual(['fill', 'derive', 'submit']);
    expect((await step(alone, own, 'submit')).body.status).toBe('submitted');
  });
});

test('a unit where nobody sends is told so, and nothing is handed to nobody', async () => {
  const call = await called(legal);
  const lonely = server.as(await server.person({ [legal]: ['officer'] }));
  const own = await fillIn(lonely, await reportAt(lonely, call.id, legal), { 'TTDN.01': 1 }, null);
  const refused = await step(lonely, own, 'hand');
  expect([refused.status, refused.body.code]).toEqual([409, 'report-no-leader']);
  expect((await lonely.ask<Report>('GET', `/reports/${own.id}`)).body.handed).toBeNull();
});

describe('of two at once', () => {
  test('who send the same report, one sends it and the other sees that it is sent', async () => {
    report = (await step(officer, await filled(), 'hand')).body;
    const second = server.as(await server.person({ [health]: ['leader'] }));
    const both = await Promise.all([step(leader, report, 'submit'), step(second, report, 'submit')]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    const lost = both.find(({ status }) => status === 409)?.body as unknown as Problem & { current: Report };
    expect([lost.code, lost.current.status]).toEqual(['stale-version', 'submitted']);
    expect((await actions(report.id)).filter((action) => action === 'submitted')).toHaveLength(1);
  });

  test('one writes and one hands over: either the writing is in what the leader gets, or it comes back unsaved', async () => {
    for (let turn = 0; turn < 6; turn += 1) {
      const open = await filled();
      const figure = { indicatorId: indicatorId(open, 'TTDN.01'), value: 100 + turn, version: 1 };
      const writes = () =>
        colleague.ask<{ code: string; yours: object }>('PATCH', `/reports/${open.id}`, {
          figures: [figure],
        });
      const hands = () => step(officer, open, 'hand');
      const [written, handed] =
        turn % 2 === 0
          ? await Promise.all([writes(), hands()])
          : await Promise.all([hands(), writes()]).then(([hand, write]) => [write, hand] as const);
      const now = (await leader.ask<Report>('GET', `/reports/${open.id}`)).body;
      const value = figureOf(now, 'TTDN.01')?.value;
      if (written.status === 200) {
        expect([handed.status, handed.body.code, value]).toEqual([409, 'stale-version', 100 + turn]);
        expect(now.handed).toBeNull();
      } else {
        expect([written.status, written.body.code, handed.status, value]).toEqual([
          409,
          'report-handed',
          200,
          3,
        ]);
        expect(written.body.yours).toMatchObject({ figures: [{ value: 100 + turn }] });
        expect(now.handed).not.toBeNull();
      }
    }
  });

  test('one takes it back and one sends: it is either sent or in hand, never both', async () => {
    report = (await step(officer, await filled(), 'hand')).body;
    const both = await Promise.all([step(officer, report, 'take-back'), step(leader, report, 'submit')]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    const now = (await server.ask<Report>('GET', `/reports/${report.id}`)).body;
    expect([now.status, now.handed]).toEqual([both[1].status === 200 ? 'submitted' : 'draft', null]);
  });
});

test('what officers and leaders say to each other before it is sent stays within the unit', async () => {
  const words = 'Số lớp chưa khớp sổ của phòng';
  const handed = (await step(officer, await filled(), 'hand', { reason: words })).body;
  expect(handed.handed?.note).toBe(words);
  const given = await step(leader, handed, 'give-back', {
    reasons: [{ sectionId: null, reason: words }],
  });
  expect(given.body.returns.map(({ reason }) => reason)).toEqual([words]);
  const again = (await step(officer, given.body, 'hand', { reason: words })).body;
  for (const path of ['', '/events', '/rollup']) {
    const { status, body } = await server.ask('GET', `/reports/${again.id}${path}`);
    expect([path, status, JSON.stringify(body).includes(words)]).toEqual([path, 200, false]);
  }
  expect(JSON.stringify((await server.ask('GET', `/reports?call=${again.callId}`)).body)).not.toContain(
    words,
  );
  const own = await officer.ask('GET', `/reports/${again.id}/events`);
  expect(JSON.stringify(own.body)).toContain(words);
});
