// A stranger asks everything that the interface describes, with every id of another province there is, and hears not one word of it.
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { DutyDetail, Overview } from '../contract.ts';
import { handedDown } from '../testing/duties.ts';
import { testServer, type TestServer } from '../testing/harness.ts';
import { keys, makeWorld, type World } from '../testing/matrix/world.ts';
import { plan } from '../testing/plans.ts';
import { newCall, newRegime, regimeBody } from '../testing/reports.ts';
import { roles } from './roles.ts';

/** Stands in every text that a person of the first province wrote. */
const mark = 'zyxwvu';
const phone = '0987 650 123';

let server: TestServer;
let world: World;
let paths: readonly Described[];
/** Ids of what belongs to the first province, of every kind. */
const ids = new Set<number>();
let planId = 0;
let taskId = 0;
let documentId = 0;

interface Described {
  readonly path: string;
  readonly queries: readonly string[];
}

async function wrote(answer: Promise<{ readonly status: number; readonly body: unknown }>): Promise<void> {
  const { status, body } = await answer;
  if (status >= 300) throw new Error(JSON.stringify(body));
  ids.add((body as { id: number }).id);
}

/** One of everything, as the province's people make it. */
async function fill(): Promise<void> {
  const { home, sibling } = world.units;
  const tasks = [`1. Sở Y tế chủ trì việc ${mark} trước ngày 15/11/2026.`];
  const text = plan({ number: `777/KH-${mark}`, title: `Kế hoạch ${mark}`, tasks });
  documentId = await server.take(`${mark}.txt`, text, { ownerId: home, accept: true });
  const task = { text: `Việc ${mark}`, due: '2026-03-01', lead: [keys.sibling], group: `Nhóm ${mark}` };
  const made = await handedDown(server, { owner: keys.home, tasks: [task] });
  [planId, taskId] = [made.planId, made.taskIds[0] ?? 0];
  for (const id of [documentId, planId, ...made.taskIds, ...made.dutyIds]) ids.add(id);
  const dutyId = made.dutyIds[0] ?? 0;
  const { version } = (await server.ask<DutyDetail>('GET', `/duties/${dutyId}`)).body;
  const officer = server.as(await server.person({ [keys.sibling]: ['officer'] }));
  const step = { do: 'progress', version, note: `Tiến độ ${mark}`, progress: 20 };
  await wrote(officer.ask('POST', `/duties/${dutyId}/steps`, step));
  const link = { kind: 'link', title: `Bài ${mark}`, url: `https://bao.example/${mark}`, output: null };
  await wrote(officer.ask('POST', `/duties/${dutyId}/evidence/links`, link));
  const coordinator = server.as(await server.person({ [keys.home]: ['coordinator'] }));
  const urged = { ids: [dutyId], channel: 'system', message: `Đôn đốc ${mark}` };
  const urgings = await coordinator.ask<{ rows: { id: number }[] }>('POST', '/urgings', urged);
  for (const { id } of urgings.body.rows) ids.add(id);
  const finding = { dutyId: null, text: `Thiếu ${mark}`, remedy: `Bổ sung ${mark}`, remedyBy: '2026-04-01' };
  const visit = { unitId: sibling, onDay: '2026-03-01', summary: `Kết luận ${mark}`, findings: [finding] };
  await wrote(coordinator.ask('POST', '/inspections', visit));
  await wrote(server.ask('POST', '/views', { name: `Bộ lọc ${mark}`, query: '', offered: true }));
  const webhook = { unitId: world.units.top, url: `https://nghe.example/${mark}`, events: ['plan.issued'] };
  await wrote(server.ask('POST', '/webhooks', webhook));
  await wrote(server.ask('POST', '/tokens', { unitId: home, name: `iOffice ${mark}`, roles: ['officer'] }));
  const account = { name: `Người ${mark}`, post: `Phòng ${mark}`, email: `${mark}@song-thao.example`, phone };
  await wrote(server.ask('POST', '/people', { ...account, roles: [{ unitId: sibling, role: 'officer' }] }));
  await wrote(server.ask('POST', '/plans', { unitId: world.units.top, title: `Dự thảo ${mark}` }));
  const message = { senderCode: 'H99', senderName: mark, externalId: mark, subject: `Gói ${mark}` };
  await reporting();
  const { db } = server.deps;
  const row = { unitId: home, ...message };
  ids.add((await db.insertInto('exchangeMessage').values(row).returning('id').executeTakeFirstOrThrow()).id);
  for (const unitId of Object.values(world.units)) ids.add(unitId);
  ids.delete(world.units.other);
}

/** A call with its report and what it asks, a draft that goes out, and a number that is kept. */
async function reporting(): Promise<void> {
  const { top } = world.units;
  await wrote(server.ask('POST', '/indicators', { ownerId: top, code: 'DAU.1', name: `Chỉ tiêu ${mark}` }));
  const body = await regimeBody(server, { name: `Chế độ ${mark}`, indicators: ['DAU.1'] });
  const regime = await newRegime(server, body);
  const call = await newCall(server, { of: 'regime', regimeId: regime.id, period: '2026' });
  for (const id of [regime.id, call.id, call.ownReportId ?? 0]) ids.add(id);
  await wrote(server.ask('POST', '/outgoing', { unitId: top, title: `Dự thảo ${mark}` }));
  await wrote(server.ask('POST', '/numbers', { unitId: top, type: 'KH', purpose: `Giữ cho ${mark}` }));
}

beforeAll(async () => {
  server = await testServer();
  world = await makeWorld(server);
  await fill();
  const { body } = await server.ask<{
    paths: Record<string, { get?: { parameters?: { name?: string; in?: string }[] } }>;
  }>('GET', '/openapi.json');
  paths = Object.entries(body.paths).flatMap(([path, { get }]) => {
    const queries = (get?.parameters ?? []).flatMap((each) => (each.in === 'query' ? (each.name ?? []) : []));
    return get === undefined || path.endsWith('openapi.json') ? [] : [{ path, queries }];
  });
}, 120_000);
afterAll(() => server.close());

/** What a query may narrow by, were it the province's own. */
const values = (): Readonly<Record<string, readonly (string | number)[]>> => ({
  q: [mark, '777', phone],
  name: [`Sở ${mark}`],
  unit: [world.units.home, world.units.top],
  unitId: [world.units.home],
  under: [world.units.top],
  around: [documentId],
  documentId: [documentId],
  document: [documentId],
  plan: [planId],
  superior: [planId],
  task: [taskId],
  externalId: [mark],
  scope: ['own', 'below', 'above'],
  view: ['mine', 'watch'],
});

function addresses({ path, queries }: Described): readonly string[] {
  const known = path.includes('{id}') ? [...ids].map((id) => path.replace('{id}', String(id))) : [path];
  const parts = [1, 2, 3];
  const whole = known.flatMap((each) =>
    /\{\w+\}/.test(each) ? parts.map((part) => each.replaceAll(/\{\w+\}/g, String(part))) : [each],
  );
  const narrowed = queries.flatMap((name) =>
    (values()[name] ?? []).map((value) => `?${name}=${encodeURIComponent(value)}`),
  );
  return whole.flatMap((each) => [each, ...narrowed.map((query) => each + query)]);
}

/** As text, workbooks unpacked. */
async function said(response: Response): Promise<string> {
  const type = response.headers.get('content-type') ?? '';
  if (type.startsWith('text/event-stream')) {
    const reader = response.body?.getReader();
    const first = await reader?.read();
    await reader?.cancel();
    return new TextDecoder().decode(first?.value);
  }
  const bytes = new Uint8Array(await response.arrayBuffer());
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  const all = isZip ? Object.values(unzipSync(bytes)) : [bytes];
  const headers = [...response.headers].map(([name, value]) => `${name}: ${value}`).join('\n');
  return [headers, ...all.map((each) => new TextDecoder().decode(each))].join('\n').toLowerCase();
}

/** Which of the described paths let the mark out; asked for it in the address, only an answer that found something counts. */
async function tellingPaths(person: TestServer): Promise<ReadonlySet<string>> {
  const telling = new Set<string>();
  for (const described of paths) {
    for (const address of addresses(described)) {
      const response = await person.request(address);
      if (response.status >= 500) throw new Error(`${address}: ${response.status}`);
      const asked = decodeURIComponent(address).toLowerCase();
      const text = (await said(response)).replaceAll(encodeURIComponent(asked), '').replaceAll(asked, '');
      const echoes = response.status >= 400 || asked.includes(mark);
      const told = text.includes(phone) || text.includes(`${mark}@`) || (!echoes && text.includes(mark));
      const found = asked.includes(`q=${mark}`) && /"total":[1-9]/.test(text);
      if (told || found || (echoes && text.split(mark).length > 3)) telling.add(described.path);
    }
  }
  return telling;
}

describe('what the first province wrote', () => {
  test('is seen by its own people all over the interface, so that it would be noticed elsewhere', async () => {
    const telling = await tellingPaths(server);
    for (const path of [
      '/api/audit',
      '/api/audit/export.csv',
      '/api/calls',
      '/api/calls/export.csv',
      '/api/calls/export.json',
      '/api/calls/export.xlsx',
      '/api/calls/{id}/export.csv',
      '/api/documents',
      '/api/documents/{id}',
      '/api/documents/{id}/file',
      '/api/documents/graph',
      '/api/duties',
      '/api/duties/{id}',
      '/api/duties/export.csv',
      '/api/duties/export.ics',
      '/api/duties/export.json',
      '/api/duties/export.xlsx',
      '/api/exchange/messages',
      '/api/exchange/messages/{id}',
      '/api/indicators/export.csv',
      '/api/indicators/export.json',
      '/api/indicators/export.xlsx',
      '/api/inspections',
      '/api/inspections/{id}',
      '/api/numbers/export.csv',
      '/api/numbers/export.json',
      '/api/numbers/export.xlsx',
      '/api/outgoing/export.csv',
      '/api/outgoing/export.json',
      '/api/outgoing/export.xlsx',
      '/api/people',
      '/api/people/{id}',
      '/api/people/{id}/private',
      '/api/people/export.csv',
      '/api/people/export.xlsx',
      '/api/plans',
      '/api/plans/{id}',
      '/api/reports',
      '/api/reports/export.csv',
      '/api/reports/export.json',
      '/api/reports/export.xlsx',
      '/api/reports/{id}/export.csv',
      '/api/reports/{id}/export.json',
      '/api/reports/{id}/export.xlsx',
      '/api/reports/{id}/rollup-export.csv',
      '/api/tasks',
      '/api/tasks/{id}',
      '/api/tasks/export.json',
      '/api/tasks/export.xlsx',
      '/api/tasks/facets',
      '/api/tokens',
      '/api/urgings',
      '/api/views',
      '/api/webhooks',
    ])
      expect([path, telling.has(path)]).toEqual([path, true]);
  }, 120_000);

  test.each([
    ['somebody who holds every role in another province', () => ({ [keys.other]: roles })],
    ['an officer there', () => ({ [keys.other]: ['officer' as const] })],
    ['somebody who holds no role', () => ({})],
  ])(
    '%s hears nothing of',
    async (_, held) => {
      expect([...(await tellingPaths(server.as(await server.person(held()))))]).toEqual([]);
    },
    120_000,
  );

  test('nobody hears of without signing in', async () => {
    expect([...(await tellingPaths(server.as(null)))]).toEqual([]);
  }, 120_000);

  test('is counted in no figure of another province', async () => {
    const stranger = server.as(await server.person({ [keys.other]: roles }));
    const { body } = await stranger.ask<Overview>('GET', '/overview?year=2026');
    expect(Object.values(body.total).every((count) => count === 0)).toBe(true);
    const { body: own } = await server.ask<Overview>('GET', '/overview?year=2026');
    expect(Object.values(own.total).some((count) => count > 0)).toBe(true);
  });
});
