// Two provinces in one database: nothing of one leaves through anything that a person of the other can ask.
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { DocumentDetail, Graph, Problem, UploadResult } from '../contract.ts';
import { readDocument } from '../documents/read-job.ts';
import { handedDown } from '../testing/duties.ts';
import { testServer, type TestServer } from '../testing/harness.ts';
import { newCall, newRegime, regimeBody } from '../testing/reports.ts';
import { keys, makeWorld, type World } from '../testing/matrix/world.ts';
import { plan } from '../testing/plans.ts';
import { roles } from './roles.ts';

const secret = 'Zyxwvu';
const text = plan({
  number: '777/KH-UBND',
  title: `Kế hoạch ${secret} chưa ai được biết`,
  tasks: [`1. Sở Y tế chủ trì việc ${secret} trước ngày 15/11/2026.`],
});

let server: TestServer;
let world: World;
/** Holds every role at the other province's committee. */
let stranger: TestServer;
let documentId: number;
let planId: number;
let dutyId: number;
let reportId: number;
let callId: number;

beforeAll(async () => {
  server = await testServer();
  world = await makeWorld(server);
  stranger = server.as(await server.person({ [keys.other]: roles }));
  documentId = await server.take('mat.txt', text, { ownerId: world.units.home, accept: true });
  const made = await handedDown(server, {
    owner: keys.home,
    tasks: [{ text: `Việc ${secret}`, due: '2026-11-15', lead: [keys.sibling], group: `Nhóm ${secret}` }],
  });
  planId = made.planId;
  dutyId = made.dutyIds[0] ?? 0;
  await server.deps.pool.query(`update plan set title = $1, search = $2 where id = $3`, [
    `Kế hoạch ${secret}`,
    secret.toLowerCase(),
    planId,
  ]);
  await reporting();
  await server.ask('POST', '/views', { name: `Bộ lọc ${secret}`, query: '', offered: true });
});
afterAll(() => server.close());

/** A regime, an indicator, an item of a dimension, a call and a report with words that nobody elsewhere may read. */
async function reporting(): Promise<void> {
  const ownerId = world.units.top;
  await server.ask('POST', '/indicators', { ownerId, code: 'MAT.1', name: `Chỉ tiêu ${secret}` });
  const items = [{ key: 'mat', name: secret }];
  await server.ask('PUT', '/indicators/dimensions/channel', { name: 'Kênh', version: 1, items });
  const body = await regimeBody(server, { name: `Chế độ ${secret}`, indicators: ['MAT.1'] });
  const regime = await newRegime(server, body);
  const call = await newCall(server, { of: 'regime', regimeId: regime.id, period: '2026' });
  const indicatorId = call.form.indicators[0]?.id ?? 0;
  const target = { indicatorId, unitId: ownerId, period: '2026', value: 77_777, note: secret };
  await server.ask('PUT', '/indicators/targets', { targets: [target] });
  reportId = call.ownReportId ?? 0;
  callId = call.id;
  const content = { paragraphs: [{ kind: 'text', runs: [{ text: secret }] }] };
  await server.ask('PATCH', `/reports/${reportId}`, {
    texts: [{ sectionId: 'results', content, version: 0 }],
  });
}

const lists = [
  '/reports?size=500',
  `/reports?q=${secret}`,
  '/calls?size=500',
  '/regimes',
  '/indicators',
  '/indicators/targets',
  '/indicators/dimensions',
  '/documents?size=500',
  `/documents?q=${secret}`,
  '/documents?q=777',
  '/documents/graph',
  '/plans?size=500',
  `/plans?q=${secret}`,
  '/duties?size=500',
  `/duties?q=${secret}`,
  '/tasks?size=500',
  `/tasks?q=${secret}`,
  '/tasks/facets',
  '/views',
  '/audit?size=500',
  '/notices',
  '/overview',
  '/inspections',
  '/urgings',
];
const tables = [
  '/documents',
  '/plans',
  '/tasks',
  '/duties',
  '/reports',
  '/calls',
  '/indicators',
  '/outgoing',
];
const files = [
  ...tables.flatMap((path) => [`${path}/export.csv`, `${path}/export.json`]),
  '/tasks/export.ics',
  '/duties/export.ics',
  '/audit/export.csv',
];

test('the own province sees what is looked for here', async () => {
  const found = await Promise.all(
    [
      '/documents?size=500',
      '/plans?size=500',
      '/duties?size=500',
      '/tasks?size=500',
      '/regimes',
      '/calls',
      '/indicators',
      '/indicators/dimensions',
      `/reports/${reportId}`,
      '/views',
      '/tasks/facets',
    ].map(async (path) => (await (await server.request(`/api${path}`)).text()).includes(secret)),
  );
  expect(found.every(Boolean)).toBe(true);
});

test.each([...lists, ...files])('%s tells a stranger nothing', async (path) => {
  const response = await stranger.request(`/api${path}`);
  const said = await response.text();
  expect([path, response.status]).toEqual([path, 200]);
  expect(said.toLowerCase()).not.toContain(secret.toLowerCase());
  expect(said).not.toContain('777/KH-UBND');
});

const unpacked = async (person: TestServer, path: string): Promise<string> => {
  const bytes = new Uint8Array(await (await person.request(`/api${path}`)).arrayBuffer());
  const parts = Object.entries(unzipSync(bytes)).filter(([name]) => name.startsWith('xl/worksheets/'));
  return parts.map(([, xml]) => new TextDecoder().decode(xml)).join('\n');
};

test.each(tables)('the workbook of %s tells a stranger nothing', async (path) => {
  const said = await unpacked(stranger, `${path}/export.xlsx`);
  expect(said).toContain('<sheetData>');
  expect(said.toLowerCase()).not.toContain(secret.toLowerCase());
  const own = await unpacked(server, `${path}/export.xlsx`);
  // Nobody has drawn up an outgoing document here.
  if (path !== '/outgoing') expect(own).toContain(secret);
});

test('ids that are taken and ids that are free are answered alike', async () => {
  const free = 1_999_999_999;
  const plain = (body: unknown, id: number) => JSON.stringify(body).replaceAll(String(id), '#');
  const pairs: readonly (readonly [string, number])[] = [
    ['/documents/#', documentId],
    ['/documents/#/file', documentId],
    ['/documents/#/events', documentId],
    ['/plans/#', planId],
    ['/plans/#/coverage', planId],
    ['/duties/#', dutyId],
    ['/reports/#', reportId],
    ['/reports/#/rollup', reportId],
    ['/reports/#/below', reportId],
    ['/reports/#/export.json', reportId],
    ['/reports/#/rollup-export.csv', reportId],
    ['/calls/#/export.xlsx', callId],
  ];
  for (const [path, id] of pairs) {
    const there = await stranger.ask('GET', path.replace('#', String(id)));
    const nowhere = await stranger.ask('GET', path.replace('#', String(free)));
    expect([path, there.status, plain((there.body as Problem).detail, id)]).toEqual([
      path,
      404,
      plain((nowhere.body as Problem).detail, free),
    ]);
    expect(there.headers.get('etag')).toBeNull();
  }
});

test('the same file is taken in twice, once by each province, and neither hears of the other', async () => {
  const uploaded = (await (await stranger.upload({ 'mat.txt': text })).json()) as UploadResult;
  const [file] = uploaded.files;
  expect(file).toMatchObject({ ok: true });
  const id = file?.ok ? file.id : 0;
  await readDocument(server.deps, id);
  const detail = (await stranger.ask<DocumentDetail>('GET', `/documents/${id}`)).body;
  expect(detail).toMatchObject({ status: 'review', proposedRevisionOf: null, revision: null });
  expect(detail.state?.warnings.map(({ code }) => code)).not.toContain('citation-date-conflict');
  const { nodes } = (await stranger.ask<Graph>('GET', '/documents/graph')).body;
  expect(nodes.flatMap(({ documentId: held }) => held ?? [])).toEqual([id]);
  // What one removes, the other keeps.
  expect((await stranger.ask('DELETE', `/documents/${id}`)).status).toBe(204);
  expect((await server.request(`/api/documents/${documentId}/file`)).status).toBe(200);
  const again = (await (await server.upload({ 'mat.txt': text })).json()) as UploadResult;
  expect(again.files[0]).toMatchObject({ ok: false, duplicateOf: { id: documentId } });
});

test('a colleague who may not read the first is told that there is one, not which', async () => {
  const officer = server.as(await server.person({ [keys.sibling]: ['officer'] }));
  const draft = plan({ number: '778/KH-UBND', title: `Dự thảo ${secret}` });
  await server.take('du-thao.txt', draft, { ownerId: world.units.home });
  const { files: taken } = (await (await officer.upload({ 'x.txt': draft })).json()) as UploadResult;
  expect(taken[0]).toMatchObject({ ok: false, problem: { code: 'duplicate-file' } });
  expect(JSON.stringify(taken)).not.toContain(secret);
  expect(taken[0]).not.toHaveProperty('duplicateOf');
});

test('another province’s document is no version of one’s own', async () => {
  const own = plan({
    number: '777/KH-UBND',
    title: `Kế hoạch ${secret} chưa ai được biết`,
    tasks: ['1. Sở Y tế làm việc khác.'],
  });
  const id = await server.take('ban-khac.txt', own, { ownerId: world.units.other });
  const { body } = await stranger.ask<DocumentDetail>('GET', `/documents/${id}`);
  expect(body.proposedRevisionOf).toBeNull();
  const linked = await stranger.ask<Problem>('POST', `/documents/${id}/revision-of`, { documentId });
  expect([linked.status, linked.body.code]).toEqual([404, 'no-document']);
});

test('a unit of the other province is no name to act in', async () => {
  const form = new FormData();
  form.append('files', new Blob(['KẾ HOẠCH']), 'a.txt');
  const at = `/api/documents?unitId=${world.units.home}`;
  expect((await stranger.request(at, { method: 'POST', body: form })).status).toBe(403);
});

test('a draft plan is not heard of below', async () => {
  const below = server.as(await server.person({ [keys.sibling]: ['leader'] }));
  await server.deps.pool.query(`update plan set status = 'draft', issued_on = null where id = $1`, [planId]);
  const said = await (await below.request(`/api/plans?q=${secret}&size=500`)).text();
  expect(said.toLowerCase()).not.toContain(secret.toLowerCase());
  expect((await below.ask('GET', `/plans/${planId}`)).status).toBe(404);
});
