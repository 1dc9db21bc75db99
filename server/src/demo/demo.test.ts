// The product as it starts on an empty database: the illustration comes, once, and lives.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readConfig } from '../config.ts';
import type {
  DocumentList,
  DutyList,
  OutgoingList,
  Overview,
  PlanList,
  ReportCallList,
} from '../contract.ts';
import { connect, type Connection } from '../db/connect.ts';
import { silent } from '../log.ts';
import { demoPassword } from '../people/demo.ts';
import { startServer, type Running } from '../server.ts';
import { newDatabase } from '../testing/harness.ts';

const clock = () => new Date('2026-11-22T03:00:00Z');
const data = mkdtempSync(join(tmpdir(), 'nhipcau-demo-'));
chmodSync(data, 0o755);

let database: Awaited<ReturnType<typeof newDatabase>>;
let connection: Connection;
let running: Running;
let cookie = '';

async function start(): Promise<Running> {
  const environment = { NHIPCAU_DATA: data, PORT: '0', NHIPCAU_READERS: '2', DATABASE_URL: database.url };
  const started = await startServer(readConfig({ ...environment, NHIPCAU_DEMO: 'on' }), {
    log: silent,
    clock,
  });
  await started.illustrated;
  return started;
}

/** As the province's focal officer, whom the page for signing in names. */
async function signIn(): Promise<void> {
  const answer = await fetch(`${running.url}/api/accounts/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: 'dau-moi@song-thao.example', password: demoPassword }),
  });
  expect(answer.status).toBe(204);
  cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? '';
}

const get = async <T>(path: string): Promise<T> =>
  (await (await fetch(`${running.url}/api${path}`, { headers: { cookie } })).json()) as T;

beforeAll(async () => {
  database = await newDatabase('template0');
  connection = connect({ url: database.url, connections: 1 });
  running = await start();
  await signIn();
}, 300_000);
afterAll(async () => {
  await running.close();
  await connection.close();
  await database.drop();
  rmSync(data, { recursive: true, force: true });
});

const unit = async (key: string): Promise<number> =>
  (await connection.db.selectFrom('unit').select('id').where('key', '=', key).executeTakeFirstOrThrow()).id;
const overview = (year: number) => get<Overview>(`/overview?year=${year}`);

test('the documents of the illustration are read and, but for one to try, accepted', async () => {
  const { rows } = await get<DocumentList>('/documents');
  expect(rows.length).toBeGreaterThan(3);
  expect(rows.filter(({ status }) => status === 'accepted')).toHaveLength(rows.length - 1);
  expect(rows.every(({ demo }) => demo)).toBe(true);
});

test('the illustration has duties in all four classes in both years', async () => {
  for (const year of [2025, 2026]) {
    const { total } = await overview(year);
    for (const count of Object.values(total)) expect(count).toBeGreaterThan(0);
  }
});

test('forty units and more have duties, and people who do them', async () => {
  const { units } = await overview(2026);
  const busy = units.filter(({ counts }) => Object.values(counts).some((count) => count > 0));
  expect(busy.length).toBeGreaterThanOrEqual(40);
  const { rows } = await connection.pool.query<{ n: number }>(
    `select count(distinct coalesce(u.heir_id, u.id)) as n from duty d join unit u on u.id = d.unit_id
     where exists (select 1 from role_grant g join unit v on v.id = g.unit_id where coalesce(v.heir_id, v.id) = coalesce(u.heir_id, u.id))`,
  );
  expect(Number(rows[0]?.n)).toBeGreaterThanOrEqual(40);
});

test('what two communes had to do before they merged counts under the commune they became', async () => {
  const merged = await unit('demo:uy-ban-nhan-dan-xa-thac-sim-may');
  const before = [
    await unit('demo:uy-ban-nhan-dan-xa-thac-may-hong'),
    await unit('demo:uy-ban-nhan-dan-xa-bai-sim-tim'),
  ];
  const list = await get<DutyList>(`/duties?unit=${merged}&year=2025`);
  expect(list.total).toBeGreaterThanOrEqual(4);
  expect(list.rows.every(({ unit }) => before.includes(unit.id))).toBe(true);
  expect(list.rows[0]?.heir?.id).toBe(merged);
});

test('plans stand in their states: issued, being drawn up, of the province and of units below', async () => {
  const plans = await get<PlanList>('/plans?size=100');
  const states = new Set(plans.rows.map(({ status }) => status));
  expect([...states].toSorted()).toEqual(['draft', 'issued']);
  expect(plans.rows.filter(({ superior }) => superior !== null).length).toBeGreaterThanOrEqual(12);
});

test('a year of reports is closed and issued, the next is coming in: one late, one missing and urged', async () => {
  const { rows: calls } = await get<ReportCallList>('/calls');
  const [open, closed] = calls.toSorted((a, b) => Number(b.period) - Number(a.period));
  expect([open?.period, open?.status, closed?.period, closed?.status]).toEqual([
    '2026',
    'open',
    '2025',
    'closed',
  ]);
  expect(closed?.reporting).toMatchObject({ expected: 40, sent: 40, late: 1 });
  expect(open?.reporting).toMatchObject({ expected: 40, sent: 39, onTime: 38, late: 1, missing: 1 });
  const { rows: returned } = await connection.pool.query<{ n: number }>(
    `select count(*) as n from report_event e join report r on r.id = e.report_id
     where r.call_id = $1 and e.action = 'returned' and r.status in ('submitted', 'accepted')`,
    [open?.id],
  );
  expect(Number(returned[0]?.n)).toBe(2);
  const { rows: urged } = await connection.pool.query<{ n: number }>(
    'select count(*) as n from urging_report x join report r on r.id = x.report_id where r.call_id = $1 and r.submitted_on is null',
    [open?.id],
  );
  expect(Number(urged[0]?.n)).toBe(1);
  const { rows: documents } = await get<OutgoingList>('/outgoing');
  expect(documents.map(({ fullNumber, status, demo }) => [fullNumber, status, demo])).toEqual([
    ['27/BC-UBND', 'issued', true],
  ]);
});

test('started again it is there as it was, not a second time', async () => {
  const counts = async () => {
    const { rows } = await connection.pool.query<{ d: number; p: number; n: number }>(
      'select (select count(*) from document) as d, (select count(*) from plan) as p, (select count(*) from duty) as n',
    );
    return rows;
  };
  const before = await counts();
  await running.close();
  running = await start();
  expect(await counts()).toEqual(before);
  await signIn();
  const { total } = await get<DocumentList>('/documents');
  expect(before[0]?.d).toBe(total);
}, 120_000);
