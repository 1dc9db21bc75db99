import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Report, ReportCall } from '../contract.ts';
import { testServer, type TestServer } from '../testing/harness.ts';
import {
  at,
  fillIn,
  health,
  newCall,
  newRegime,
  regimeBody,
  reportAt,
  step,
  text,
} from '../testing/reports.ts';

let server: TestServer;
let call: ReportCall;
beforeAll(async () => {
  server = await testServer();
  server.now = new Date('2026-06-20T03:00:00Z');
  const regime = await newRegime(server, await regimeBody(server, { indicators: ['TTDN.01'] }));
  call = await newCall(server, { of: 'regime', regimeId: regime.id, period: '2026' });
});
afterAll(() => server.close());

const above = async () => (await server.ask<Report>('GET', `/reports/${call.ownReportId}`)).body;
const odd = async () =>
  (await above()).unready
    .filter(({ code }) => code.startsWith('source-'))
    .map(({ code, blocks, text: said }) => [code, blocks, said]);

async function quote(reportId: number): Promise<void> {
  const { id, texts } = await above();
  const run = { text: 'Đã thực hiện.', sources: [{ reportId, sectionId: 'results', how: 'quoted' }] };
  const kept = await server.ask('PATCH', `/reports/${id}`, {
    texts: [
      {
        sectionId: 'results',
        version: texts.find(({ sectionId }) => sectionId === 'results')?.version ?? 0,
        content: { paragraphs: [{ kind: 'text', runs: [run] }] },
      },
    ],
  });
  expect(kept.status).toBe(200);
}

test('what is quoted from a report that is sent back, or changed afterwards, is pointed out to who quotes it', async () => {
  const unit = await at(server, health);
  const filled = await fillIn(unit, await reportAt(unit, call.id, health), { 'TTDN.01': 3 });
  const taken = (await step(server, (await step(unit, filled, 'submit')).body, 'accept')).body;
  await quote(taken.id);
  expect(await odd()).toEqual([]);
  const open = (await step(server, taken, 'reopen', { reason: 'Sai số' })).body;
  expect(await odd()).toEqual([
    ['source-open', false, 'Mục “Kết quả” trích từ báo cáo của Sở Y tế, hiện chưa được chấp nhận.'],
  ]);
  server.now = new Date('2026-06-21T03:00:00Z');
  const version = open.texts.find(({ sectionId }) => sectionId === 'results')?.version ?? 0;
  const changed = await unit.ask<Report>('PATCH', `/reports/${open.id}`, {
    texts: [{ sectionId: 'results', version, content: text('Đã thực hiện một phần.') }],
  });
  const again = (await step(unit, changed.body, 'submit')).body;
  await step(server, again, 'accept');
  expect((await odd()).map(([code]) => code)).toEqual(['source-changed']);
  // Looked at again and kept: that is a decision.
  server.now = new Date('2026-06-22T03:00:00Z');
  await quote(taken.id);
  expect(await odd()).toEqual([]);
});
