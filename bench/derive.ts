// The derived figures of a call of 40 units, read from a register of a quarter of a million duties: all of them in a few statements,
// beside the plainest count of the same rows.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type pg from 'pg';
import { connect, type Db } from '../server/src/db/connect.ts';
import { startEmbedded } from '../server/src/db/embedded.ts';
import { migrate } from '../server/src/db/migrate.ts';
import { catalogueFor } from '../server/src/indicators/catalogue.ts';
import { counter, wantsIn } from '../server/src/indicators/count.ts';
import { seedIndicators } from '../server/src/indicators/seed.ts';
import type { CallForm, FormIndicator } from '../server/src/regimes/body.ts';
import { deriveFigures, partsOfReports, type Deriving } from '../server/src/reports/derive.ts';
import { secondsOf, type Result, type Run } from './result.ts';

const units = 40;
const duties = 250_000;
const [from, to] = ['2025-12-15', '2026-12-14'] as const;

const statements = [
  // A tree of 400 units, of which 40 are asked.
  `insert into unit (key, name, kind, level, search, search_exact)
    select 'bench:' || n, 'Đơn vị ' || n, 'department', 'province', 'don vi', 'đơn vị' from generate_series(1, 400) n`,
  `insert into task_group (root_id, name, name_key)
    select (select min(id) from unit where key like 'bench:%'), 'Nhóm ' || n, 'nhom ' || n from generate_series(1, 12) n`,
  `insert into plan (owner_id, root_id, title, status, period_from, period_to, issued_on, body)
    select min(id), min(id), 'Kế hoạch', 'issued', '2026-01-01', '2026-12-31', '2026-01-05', '{}' from unit where key like 'bench:%'`,
  `insert into task (plan_id, plan_task_id, ordinal, text, due_kind, due_to, items, milestones, edited, owner_id, root_id,
      outputs, year, search, search_exact)
    select p.id, 't' || n, n, 'Nhiệm vụ ' || n, 'by', '2026-12-31', '{}', '[]', '{}', p.owner_id, p.root_id,
      array['Báo cáo'], 2026, 'nhiem vu', 'nhiệm vụ' from plan p cross join generate_series(1, ${duties / 100}) n`,
  `insert into duty (task_id, unit_id, role, period, opened_on, due_on, first_due_on, done_on, last_moved_on, root_id, year,
      group_id)
    select t.id, u.id, case when n % 3 = 0 then 'coordinating' else 'lead' end, 'k' || n, '2025-12-01',
      date '2025-11-01' + (n * 7 + t.ordinal) % 420, date '2025-11-01' + (n * 7 + t.ordinal) % 420,
      case when n % 4 > 0 then date '2025-12-01' + (n * 5 + t.ordinal) % 380 end, '2026-01-01', t.root_id, 2026,
      (select min(id) from task_group) + n % 12
    from task t cross join generate_series(1, 100) n
      join (select id, row_number() over (order by id) - 1 as no from unit where key like 'bench:%') u
        on u.no = (t.ordinal * 31 + n * 17) % 400`,
  `insert into evidence (duty_id, kind, url, title, added_at)
    select id, 'link', 'https://nhipcau.example', 'Minh chứng', '2026-06-01' from duty where id % 2 = 0`,
];

async function build(pool: pg.Pool): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query(`set session_replication_role = replica; set synchronous_commit = off`);
    for (const statement of statements) await client.query(statement);
    for (const table of ['unit', 'task', 'duty', 'evidence']) await client.query(`vacuum analyze ${table}`);
  } finally {
    client.release(true);
  }
}

/** The ready indicators of tasks, and more of the same kind: as many as a full form has. */
async function formOf(db: Db, ownerId: number): Promise<CallForm> {
  const catalogue = await catalogueFor(db, ownerId);
  const ready = [...catalogue.values()].filter(({ code, body }) => code.startsWith('NV.') && body.formula);
  const indicators = Array.from({ length: 4 }, (_, no) =>
    ready.map(({ id, code, body, version }): FormIndicator => ({
      ...body,
      id: id + no * 1000,
      code: `${code}.${no}`,
      version,
      ...(no > 0 && body.formula && 'where' in body.formula
        ? { formula: { ...body.formula, where: [...body.formula.where, ...narrower(no)] } }
        : {}),
    })),
  ).flat();
  return { outline: [], indicators, tiers: [], legalBasis: '', form: '', sending: [], reminders: [] };
}

const narrower = (no: number) => [{ field: 'outputs', is: 'at-least' as const, values: [no] }];

const ids = async (pool: pg.Pool, text: string, values: readonly unknown[] = []): Promise<number[]> =>
  (await pool.query<{ id: number }>(text, [...values])).rows.map(({ id }) => id);

async function call(db: Db, pool: pg.Pool): Promise<Deriving> {
  const asked = await ids(pool, `select id from unit where key like 'bench:%' order by id limit ${units}`);
  const ownerId = asked[0] ?? 0;
  const form = await formOf(db, ownerId);
  await pool.query(
    `insert into indicator (id, code, body) overriding system value select i, 'X' || i, '{}'
      from unnest($1::bigint[]) i on conflict do nothing`,
    [form.indicators.map(({ id }) => id)],
  );
  const [callId = 0] = await ids(
    pool,
    `insert into report_call (owner_id, root_id, name, kind, frequency, period, window_from, window_to, form, called_on)
      values ($1, $1, 'Đợt', 'periodic', 'year', '2026', '${from}', '${to}', $2, '${to}') returning id`,
    [ownerId, JSON.stringify(form)],
  );
  const reportIds = await ids(
    pool,
    `insert into report (call_id, unit_id, root_id, depth, due_on, first_due_on, last_moved_on)
      select $1, u, $2, 0, '${to}', '${to}', '${to}' from unnest($3::bigint[]) u returning id`,
    [callId, ownerId, asked],
  );
  await pool.query(
    'insert into report_part (call_id, unit_id, report_id) select call_id, unit_id, id from report where call_id = $1',
    [callId],
  );
  return { callId, form, day: to, from, to, reportIds, at: new Date('2026-12-14T03:00:00Z') };
}

/** What anybody would write: how many duties each unit leads whose day lies in the window. */
const plain = (pool: pg.Pool, { callId }: Deriving) =>
  pool.query(
    `select p.report_id, count(*) from duty d join report_part p on p.unit_id = d.unit_id and p.call_id = $1
      where d.role = 'lead' and coalesce(d.due_on, d.done_on, d.opened_on) between '${from}' and '${to}'
        and d.opened_on <= '${to}' group by 1`,
    [callId],
  );

/** Once for all, as the product does. */
async function together(db: Db, deriving: Deriving): Promise<void> {
  const { form, reportIds: places } = deriving;
  const wants = form.indicators.flatMap(({ formula, breakdowns }) =>
    formula ? wantsIn(formula, [[], ...breakdowns]) : [],
  );
  const [first] = wants;
  const span = { from, to, asOf: to };
  if (first) await counter(db, { span, parts: partsOfReports(deriving), places }, wants)(first);
}

export async function run({ tell }: Run): Promise<Result[]> {
  const folder = mkdtempSync(join(tmpdir(), 'nhipcau-bench-'));
  chmodSync(folder, 0o755);
  const server = process.env.DATABASE_URL ?? null;
  const own = server === null ? await startEmbedded({ folder }) : null;
  const name = `nhipcau_derive_${process.pid}`;
  const admin = connect({ url: server ?? own?.url ?? '', connections: 1 });
  await admin.pool.query(`create database ${name}`);
  const at = new URL(server ?? own?.url ?? '');
  at.pathname = `/${name}`;
  const { db, pool, close } = connect({ url: at.href, connections: 2 });
  const results: Result[] = [];
  const add = (result: Result) => {
    tell(result);
    results.push(result);
  };
  try {
    await migrate(pool);
    await seedIndicators(db);
    await build(pool);
    const deriving = await call(db, pool);
    const count = await secondsOf(() => plain(pool, deriving));
    const about = `${deriving.form.indicators.length} derived indicators, ${units} units, ${duties} duties`;
    const counted = { baseline: count, baselineName: 'a plain count … group by, one figure', unit: 's' };
    add({
      name: 'all derived figures of a call, counted',
      value: await secondsOf(() => together(db, deriving)),
      ...counted,
      note: about,
    });
    add({
      name: 'all derived figures of a call, counted and kept',
      value: await secondsOf(() => deriveFigures(db, deriving)),
      ...counted,
      note: 'read again over figures that are there',
    });
  } finally {
    await close();
    await admin.pool.query(`drop database if exists ${name} with (force)`);
    await admin.close();
    await own?.close();
    rmSync(folder, { recursive: true, force: true });
  }
  return results;
}
