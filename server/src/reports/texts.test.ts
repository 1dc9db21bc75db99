import { afterAll, beforeAll, expect, test } from 'vitest';
import type {
  BelowTexts,
  Problem,
  Report,
  ReportCall,
  ReportUses,
  RollupParts,
  SectionContent,
} from '../contract.ts';
import { handedDown } from '../testing/duties.ts';
import { testServer, type TestServer } from '../testing/harness.ts';
import {
  accepted,
  at,
  figureOf,
  fillIn,
  finance,
  foreign,
  health,
  indicatorId,
  newCall,
  newRegime,
  plainRule,
  regimeBody,
  reportAt,
  step,
  text,
} from '../testing/reports.ts';

const legal = 'demo:so-tu-phap';

let server: TestServer;
let call: ReportCall;

beforeAll(async () => {
  server = await testServer();
  server.now = new Date('2026-12-01T03:00:00Z');
  const body = await regimeBody(server, {
    indicators: ['TTDN.01', 'TTDN.06', 'TTDN.31', 'TTDN.42', 'TTDN.41'],
  });
  const regime = await newRegime(server, body);
  call = await newCall(server, { of: 'regime', regimeId: regime.id, period: '2026' });
});
afterAll(() => server.close());

const top = async () => (await server.ask<Report>('GET', `/reports/${call.ownReportId}`)).body;
const write = (server_: TestServer, report: Report, content: SectionContent, sectionId = 'results') =>
  server_.ask<Report & { code: string }>('PATCH', `/reports/${report.id}`, {
    texts: [
      {
        sectionId,
        content,
        version: report.texts.find((each) => each.sectionId === sectionId)?.version ?? 0,
      },
    ],
  });

test('texts below stand side by side, are quoted with their origin, and know where they went', async () => {
  await accepted(server, { callId: call.id, unit: health }, { 'TTDN.01': 3 });
  const other = await at(server, finance);
  await fillIn(other, await reportAt(other, call.id, finance), {}, 'Chưa gửi');
  const below = (await server.ask<BelowTexts>('GET', `/reports/${call.ownReportId}/below?section=results`))
    .body;
  // What a unit is still writing is its own.
  expect(below.sections).toMatchObject([
    { sectionId: 'results', rows: [{ unit: { name: 'Sở Y tế' }, counted: true, used: false }] },
  ]);
  const source = below.sections[0]?.rows[0]?.reportId ?? 0;
  const own = await top();
  const figure = { indicatorId: indicatorId(own, 'TTDN.01'), cell: '', reportId: null, value: 3 };
  const content: SectionContent = {
    paragraphs: [
      {
        kind: 'text',
        runs: [
          {
            text: 'Sở Y tế đã thực hiện.',
            sources: [{ reportId: source, sectionId: 'results', how: 'quoted' }],
          },
          { text: ' Ban hành ' },
          { text: '3', figure },
          { text: ' văn bản.' },
        ],
      },
    ],
  };
  const kept = await write(server, own, content);
  expect(kept.body.texts[0]?.content).toEqual(content);
  const again = (await server.ask<BelowTexts>('GET', `/reports/${call.ownReportId}/below`)).body;
  expect(again.sections[0]?.rows[0]?.used).toBe(true);
  const unit = await at(server, health);
  // Who wrote it may not read the report above, and is not told of it; who may is.
  expect((await unit.ask<ReportUses>('GET', `/reports/${source}/uses`)).body.rows).toEqual([]);
  const uses = (await server.ask<ReportUses>('GET', `/reports/${source}/uses`)).body.rows;
  expect(uses).toMatchObject([{ reportId: own.id, sectionId: 'results', sourceSectionId: 'results' }]);
});

test('a number in the text that the figure no longer says is pointed at', async () => {
  await accepted(server, { callId: call.id, unit: finance }, { 'TTDN.01': 4 });
  const { unready } = await top();
  expect(unready.map(({ code, blocks }) => [code, blocks])).toEqual([
    ['text-differs', false],
    ['section-empty', false],
  ]);
  expect(unready[0]?.text).toContain('7');
});

test('nobody quotes a report that they may not read', async () => {
  const elsewhere = await newCall(server, {
    of: 'ad-hoc',
    name: 'Riêng',
    dueOn: '2026-12-20',
    units: { ...plainRule, include: [await server.unit(foreign)] },
  });
  const unit = await at(server, foreign);
  const report = await reportAt(unit, elsewhere.id, foreign);
  const stolen = (await top()).id;
  const quoting = {
    paragraphs: [
      {
        kind: 'text' as const,
        runs: [{ text: 'x', sources: [{ reportId: stolen, sectionId: 'results', how: 'quoted' as const }] }],
      },
    ],
  };
  const refused = await write(unit, report, quoting, 's1');
  expect([refused.status, refused.body.code]).toEqual([404, 'no-report']);
  expect((await reportAt(unit, elsewhere.id, foreign)).texts).toEqual([]);
});

test('marks of secrecy are refused where they are typed, and nothing of it is kept', async () => {
  const own = await top();
  const before = own.texts;
  const refused = await write(server, own, text('MẬT\nNội dung'));
  expect([refused.status, refused.body.code]).toEqual([422, 'text-secret-mark']);
  expect((await top()).texts).toEqual(before);
});

test('parts that do not make the whole, bounds and peers far off are warned about, never mended', async () => {
  server.now = new Date('2026-12-01T03:00:00Z');
  const unit = await at(server, foreign);
  const made = await newCall(server, {
    of: 'ad-hoc',
    name: 'Lượt người',
    dueOn: '2026-12-20',
    indicators: ['TTDN.06', 'TTDN.31', 'TTDN.41', 'TTDN.42'],
    units: { ...plainRule, include: [await server.unit(foreign)] },
  });
  const report = await reportAt(unit, made.id, foreign);
  const id = (code: string) => indicatorId(report, code);
  const filled = await unit.ask<Report & { code: string }>('PATCH', `/reports/${report.id}`, {
    figures: [
      { indicatorId: id('TTDN.06'), value: 100, version: 0 },
      { indicatorId: id('TTDN.06'), cell: 'sex=female', value: 60, version: 0 },
      { indicatorId: id('TTDN.06'), cell: 'sex=male', value: 30, version: 0 },
      { indicatorId: id('TTDN.31'), names: ['NHK', 'BBC', 'nhk'], version: 0 },
      { indicatorId: id('TTDN.42'), value: -2.5, version: 0 },
    ],
  });
  expect(figureOf(filled.body, 'TTDN.06')).toMatchObject({ value: 100 });
  expect(figureOf(filled.body, 'TTDN.06')?.warnings.map(({ code }) => code)).toEqual(['parts-differ']);
  expect(figureOf(filled.body, 'TTDN.31')).toMatchObject({ value: 2, names: ['BBC', 'NHK'] });
  expect(figureOf(filled.body, 'TTDN.42')?.warnings.map(({ code }) => code)).toEqual([
    'below-minimum',
    'no-weight',
  ]);
  const bad = [
    [{ indicatorId: id('TTDN.06'), cell: 'sex=none', value: 1, version: 0 }, 'no-dimension-item'],
    [{ indicatorId: id('TTDN.06'), cell: 'language=en', value: 1, version: 0 }, 'figure-no-cell'],
    [{ indicatorId: id('TTDN.06'), value: 1.5, version: 1 }, 'figure-decimals'],
    [{ indicatorId: id('TTDN.31'), value: 2, version: 1 }, 'figure-names'],
    [{ indicatorId: id('TTDN.06'), names: ['a'], version: 1 }, 'figure-not-names'],
  ] as const;
  for (const [figure, code] of bad) {
    const refused = await unit.ask<Problem>('PATCH', `/reports/${report.id}`, { figures: [figure] });
    expect([refused.status, refused.body.code]).toEqual([422, code]);
  }
});

test('what a unit has not sent yet is not for those above: figures, texts, evidence, records, files', async () => {
  const unit = await at(server, legal);
  const made = await newCall(server, {
    of: 'ad-hoc',
    name: 'Chưa gửi',
    dueOn: '2026-12-20',
    indicators: ['TTDN.01'],
    units: { ...plainRule, include: [await server.unit(legal)] },
  });
  const report = await fillIn(unit, await reportAt(unit, made.id, legal), { 'TTDN.01': 417 }, null);
  const figure = `/reports/${report.id}/figures/${indicatorId(report, 'TTDN.01')}`;
  const path = `/reports/${made.ownReportId}/rollup/${indicatorId(report, 'TTDN.01')}`;
  const parts = async () => {
    const { body } = await server.ask<RollupParts>('GET', path);
    return body.rows.map(({ own, value, counted }) => [own, value, counted]);
  };
  const lines = async (id: number | null) =>
    (await server.request(`/api/reports/${id}/rollup-export.csv`)).text();
  const seen = async () => (await server.ask<Report>('GET', `/reports/${report.id}`)).body;

  expect(await seen()).toMatchObject({ sealed: true, figures: [], texts: [], evidence: [], unready: [] });
  expect((await unit.ask<Report>('GET', `/reports/${report.id}`)).body.sealed).toBe(false);
  const history = await server.ask<Problem>('GET', `${figure}/history`);
  expect([history.status, history.body.code]).toEqual([403, 'report-not-sent']);
  expect((await unit.ask('GET', `${figure}/history`)).status).toBe(200);
  expect(await parts()).toEqual([
    [true, null, true],
    [false, null, false],
  ]);
  expect(await lines(made.ownReportId)).not.toContain('417');
  expect(await lines(report.id)).not.toContain('417');

  expect((await step(unit, report, 'submit')).status).toBe(200);
  expect(await seen()).toMatchObject({ sealed: false });
  expect((await server.ask('GET', `${figure}/history`)).status).toBe(200);
  expect(await parts()).toContainEqual([false, 417, false]);
  expect(await lines(made.ownReportId)).toContain('417');
});

test('evidence is a link, a document or a duty that its writer may see', async () => {
  const { dutyIds } = await handedDown(server, {
    tasks: [
      { text: 'Việc của mình', due: '2026-12-30', lead: [foreign] },
      { text: 'Việc của đơn vị khác', due: '2026-12-30', lead: [health] },
    ],
  });
  const unit = await at(server, foreign);
  const open = await newCall(server, {
    of: 'ad-hoc',
    name: 'Minh chứng',
    dueOn: '2026-12-20',
    units: { ...plainRule, include: [await server.unit(foreign)] },
  });
  const report = await reportAt(unit, open.id, foreign);
  const add = (body: object) =>
    unit.ask<Report & { code: string }>('POST', `/reports/${report.id}/evidence`, body);
  const linked = await add({ kind: 'link', title: 'Bài báo', url: 'https://bao.example/1', sectionId: 's1' });
  expect(linked.body.evidence).toMatchObject([{ kind: 'link', title: 'Bài báo', sectionId: 's1' }]);
  expect((await add({ kind: 'link', title: 'x', url: 'javascript:alert(1)' })).status).toBe(400);
  expect((await add({ kind: 'duty', dutyId: dutyIds[0] })).body.evidence).toHaveLength(2);
  const others = await add({ kind: 'duty', dutyId: dutyIds[1] });
  expect([others.status, others.body.code]).toEqual([404, 'no-duty']);
  const gone = await unit.ask<Report>(
    'DELETE',
    `/reports/${report.id}/evidence/${linked.body.evidence[0]?.id}`,
  );
  expect(gone.body.evidence).toHaveLength(1);
  const sent = await step(unit, gone.body, 'submit');
  expect(sent.body.status).toBe('submitted');
  expect((await add({ kind: 'duty', dutyId: dutyIds[0] })).status).toBe(409);
});
