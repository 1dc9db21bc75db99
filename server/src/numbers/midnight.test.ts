// Around midnight, in another time zone, over a merger: what the day and the agency of a number are.
import { setTimeout as delay } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { roles } from '../access/roles.ts';
import type { NumberEntry, NumberList, OutgoingDetail, Problem } from '../contract.ts';
import { testServer, type TestServer } from '../testing/harness.ts';
import { drafted, issued, signed, step } from '../testing/outgoing.ts';
import { keepUnitsToday } from '../units/heirs.ts';

type Refused = Pick<Problem, 'code' | 'detail'>;

// The server stands in Los Angeles: 31 December lasts there until eight in the morning of 1 January UTC.
const zone = process.env['TZ'];
let server: TestServer;
let unitId: number;
let person: TestServer;
beforeAll(async () => {
  process.env['TZ'] = 'America/Los_Angeles';
  server = await testServer();
});
afterAll(async () => {
  if (zone === undefined) delete process.env['TZ'];
  else process.env['TZ'] = zone;
  await server.close();
});

const agencies = [
  'demo:so-ngoai-vu',
  'demo:so-tai-chinh',
  'demo:so-y-te',
  'demo:so-noi-vu',
  'demo:so-tu-phap',
];
let key = '';
beforeEach(async () => {
  key = agencies.shift() ?? '';
  unitId = await server.unit(key);
  server.now = new Date('2026-12-30T03:00:00Z');
  person = server.as(await server.person({ [key]: roles }));
});

const take = (more: object = {}) =>
  person.ask<NumberEntry & Refused>('POST', '/numbers', { unitId, type: 'KH', purpose: 'Việc', ...more });
const paper = { title: 'Kế hoạch', signer: 'Trần Văn Mẫu', recipients: ['Như trên'] };

test('the year ends at midnight in Việt Nam, for numbers, documents, their symbols and their dates', async () => {
  expect(new Date('2026-12-31T17:00:00Z').getFullYear()).toBe(2026);
  expect(new Date('2026-12-31T17:00:00Z').getHours()).toBe(9);
  const scheme = {
    unitId,
    series: 'common',
    ownSeries: [],
    drafters: [],
    bodies: [],
    symbol: '{TYPE}-{AGENCY}',
    letterSymbol: '{AGENCY}-{UNIT}',
  };
  const now = await person.ask('PUT', '/numbers/scheme', {
    ...scheme,
    abbreviation: 'CU',
    fromYear: 2026,
    version: 0,
  });
  const next = await person.ask('PUT', '/numbers/scheme', {
    ...scheme,
    abbreviation: 'MOI',
    fromYear: 2027,
    version: 1,
  });
  expect([now.status, next.status]).toEqual([200, 200]);
  const first = await signed(person, await drafted(person, { unitId }));
  const second = await signed(person, await drafted(person, { unitId }));
  server.now = new Date('2026-12-31T16:59:59.999Z');
  expect((await step(person, first, 'number')).body).toMatchObject({
    fullNumber: '01/KH-CU',
    issuedOn: '2026-12-31',
  });
  server.now = new Date('2026-12-31T17:00:00Z');
  expect((await step(person, second, 'number')).body).toMatchObject({
    fullNumber: '01/KH-MOI',
    issuedOn: '2027-01-01',
  });
  // Numbered on the last evening, issued on the next morning: it keeps its number and its date.
  const numbered = (await person.ask<OutgoingDetail>('GET', `/outgoing/${first.id}`)).body;
  expect((await step(person, numbered, 'issue')).body).toMatchObject({
    status: 'issued',
    issuedOn: '2026-12-31',
  });
  // A draft written in the first hours of the new year shows the symbol of the new year.
  const draft = await drafted(person, { unitId });
  const file = await person.request(`/api/outgoing/${draft.id}/file.docx`);
  const { parse } = await import('@nhipcau/document');
  const read = await parse({ name: 'a.docx', bytes: new Uint8Array(await file.arrayBuffer()) });
  expect(read.ok && read.parsed.text).toContain('KH-MOI');
});

test('who waits for their turn over midnight is told so: no later number bears the earlier day', async () => {
  server.now = new Date('2026-12-30T16:59:59Z');
  await take();
  let letGo: () => void = () => undefined;
  const held = server.deps.db.transaction().execute(async (trx) => {
    await sql`select from number_series where unit_id = ${unitId} for update`.execute(trx);
    await new Promise<void>((resolve) => {
      letGo = resolve;
    });
  });
  await delay(100);
  const waiting = take({ paper });
  for (;;) {
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock'`.execute(server.deps.db);
    if ((rows[0]?.n ?? 0) > 0) break;
    await delay(20);
  }
  server.now = new Date('2026-12-30T17:00:01Z');
  letGo();
  await held;
  const refused = await waiting;
  expect([refused.status, refused.body.code]).toEqual([409, 'number-day-passed']);
  expect((await take({ paper })).body).toMatchObject({ number: 2, issuedOn: '2026-12-31' });
});

test('an agency that was merged gives no more numbers; its heir goes on with its own, and what was numbered is issued', async () => {
  const heir = await server.unit('demo:so-giao-duc-va-dao-tao');
  const { body: kept } = await take();
  const ready = await signed(person, await drafted(person, { unitId }));
  const done = (await step(person, await signed(person, await drafted(person, { unitId })), 'number')).body;
  // It ends with 31 December, and the other takes over.
  const admin = server.as(await server.person({ 'demo:uy-ban-nhan-dan-tinh-song-thao': ['administrator'] }));
  const merger = {
    kind: 'merge',
    unitIds: [unitId],
    into: { unitId: heir },
    below: 'join',
    legalBasis: 'Quyết định số 99/QĐ-UBND ngày 20/12/2026',
    effectiveOn: '2027-01-01',
  };
  expect((await admin.ask('POST', '/units/reorganisations', merger)).status).toBe(200);
  server.now = new Date('2026-12-31T16:00:00Z');
  await keepUnitsToday(server.deps);
  expect((await take()).status).toBe(201);
  server.now = new Date('2027-01-01T03:00:00Z');
  await keepUnitsToday(server.deps);
  const refused = await take();
  expect([refused.status, refused.body.code]).toEqual([409, 'number-unit-ended']);
  expect(refused.body.detail).toContain('Sở Giáo dục và Đào tạo');
  const used = await person.ask<Refused>('POST', `/numbers/${kept.id}/use`, { version: 1, ...paper });
  expect(used.status).toBe(409);
  expect((await step(person, ready, 'number')).body.code).toBe('number-unit-ended');
  expect((await step(person, done, 'issue')).body).toMatchObject({
    status: 'issued',
    fullNumber: done.fullNumber,
  });
  expect((await person.ask<NumberList>('GET', `/numbers?unit=${unitId}&year=2026`)).body.may).toEqual([]);
  // Copied in the name of the heir, it is numbered there.
  const copy = await person.ask<OutgoingDetail>('POST', '/outgoing', { unitId: heir, outgoingId: ready.id });
  expect(copy.body.owner.id).toBe(heir);
  const whole = await drafted(person, { unitId: heir });
  expect((await issued(person, whole)).number).toBe(1);
});

test('a number that was reserved ends with its term and stays explained', async () => {
  const { body: kept } = await take({ until: '2026-12-30' });
  server.now = new Date('2026-12-30T17:00:00Z');
  const ready = await signed(person, await drafted(person, { unitId }));
  expect((await step(person, ready, 'number', { numberId: kept.id })).body.code).toBe('number-lapsed');
  expect((await step(person, ready, 'number')).body.number).toBe(2);
  server.now = new Date('2027-01-02T03:00:00Z');
  const { body } = await person.ask<NumberList>('GET', `/numbers?unit=${unitId}&year=2026`);
  expect(body.rows.find(({ id }) => id === kept.id)).toMatchObject({
    status: 'lapsed',
    taken: { purpose: 'Việc' },
    may: ['cancel'],
  });
  expect(body.series[0]?.unexplained).toEqual([]);
});
