// The national roll-up of one annual report: 34 provinces, 3,321 communes, 60 indicators, each with its whole and four breakdowns.
import { mkdtempSync, chmodSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type pg from 'pg';
import { connect, type Db } from '../server/src/db/connect.ts';
import { startEmbedded } from '../server/src/db/embedded.ts';
import { migrate } from '../server/src/db/migrate.ts';
import type { Rule } from '../server/src/indicators/body.ts';
import { totalsOf, recountRollup } from '../server/src/reports/rollup.ts';
import { seedRegister } from '../server/src/units/seed.ts';
import { secondsOf, type Result, type Run } from './result.ts';

/** Of sixty, what a province's report has of each rule. */
const ruleOf = (no: number): Rule =>
  no % 10 === 0 ? 'average' : no % 10 === 5 ? 'last' : no % 20 === 3 ? 'distinct' : 'sum';
const indicators = Array.from({ length: 60 }, (_, at) => ({ no: at + 1, rule: ruleOf(at + 1) }));
/** The whole, and the items of four breakdowns: language, channel, sex, half-year. */
const cells = [
  '',
  ...['en', 'lo', 'zh'].map((item) => `language=${item}`),
  ...['portal', 'print', 'social', 'tv'].map((item) => `channel=${item}`),
  ...['female', 'male'].map((item) => `sex=${item}`),
  ...['h1', 'h2'].map((item) => `half=${item}`),
];

const statements = {
  indicators: `insert into indicator (code, body) select 'B.' || no, jsonb_build_object('name', 'Chỉ tiêu ' || no, 'rule', rule)
    from jsonb_to_recordset($1::jsonb) as x(no int, rule text)`,
  call: `insert into report_call (owner_id, root_id, name, kind, frequency, period, window_from, window_to, form, called_on)
    select id, id, 'Báo cáo năm', 'periodic', 'year', '2026', '2025-12-15', '2026-12-14', '{}', '2026-11-15' from unit
    where key = 'central:vn:bo-van-hoa-the-thao-va-du-lich' returning id, owner_id`,
  top: `insert into report (call_id, unit_id, root_id, depth, due_on, first_due_on, last_moved_on)
    values ($1, $2, $2, 0, '2026-12-31', '2026-12-31', '2026-11-15')`,
  provinces: `insert into report (call_id, unit_id, root_id, parent_id, depth, due_on, first_due_on, last_moved_on)
    select $1, u.id, u.id, (select id from report where call_id = $1 and depth = 0), 1, '2026-12-20', '2026-12-20', '2026-11-15'
    from unit u where u.level = 'province' and u.kind = 'committee' and u.valid_to is null and not u.demo`,
  communes: `insert into report (call_id, unit_id, root_id, parent_id, depth, due_on, first_due_on, last_moved_on)
    select $1, u.id, p.unit_id, p.id, 2, '2026-12-16', '2026-12-16', '2026-11-15'
    from unit u join report p on p.call_id = $1 and p.depth = 1 and p.unit_id = u.parent_id
    where u.level = 'commune' and u.valid_to is null and not u.demo`,
  figures: `insert into report_figure (report_id, indicator_id, cell, rule, value, weight, keys)
    select r.id, i.id, c.cell, i.body->>'rule',
      case when i.body->>'rule' <> 'distinct' then (hashint8(r.id * 131 + i.id * 17 + c.no) & 1023) end,
      case when i.body->>'rule' = 'average' then (hashint8(r.id + i.id) & 15) end,
      case when i.body->>'rule' = 'distinct' then array['k' || (hashint8(r.id * 7 + i.id) & 255), 'p' || (r.id % 40)] end
    from report r cross join indicator i cross join unnest($2::text[]) with ordinality as c(cell, no)
    where r.call_id = $1 and i.code like 'B.%'`,
};

/** As somebody would write it who keeps nothing: from the rows of all communes, every time. */
const raw = (table: string) => `with recursive below as (select id from report where id = $1
    union all select r.id from report r join below b on r.parent_id = b.id)
  select f.indicator_id, f.cell, sum(f.value), sum(f.value * f.weight), sum(f.weight), count(*)
  from below b join ${table} f on f.report_id = b.id group by 1, 2`;

async function build(pool: pg.Pool): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query(
      `set session_replication_role = replica; set synchronous_commit = off; set work_mem = '256MB'`,
    );
    await client.query(statements.indicators, [JSON.stringify(indicators)]);
    const { rows } = await client.query<{ id: number; owner_id: number }>(statements.call);
    const { id, owner_id: owner } = rows[0] ?? { id: 0, owner_id: 0 };
    await client.query(statements.top, [id, owner]);
    await client.query(statements.provinces, [id]);
    await client.query(statements.communes, [id]);
    await client.query(statements.figures, [id, cells]);
    await client.query(`update report set status = 'accepted' where call_id = $1 and depth > 0`, [id]);
    for (const table of ['report', 'report_figure', 'indicator'])
      await client.query(`vacuum analyze ${table}`);
  } finally {
    client.release(true);
  }
}

interface Node {
  readonly id: number;
  readonly depth: number;
}

/** Milliseconds below which 95 of 100 readings stay. */
async function p95(work: () => Promise<unknown>, times = 60): Promise<number> {
  await work();
  const taken: number[] = [];
  for (let run = 0; run < times; run++) {
    const begun = performance.now();
    await work();
    taken.push(performance.now() - begun);
  }
  return taken.toSorted((a, b) => a - b)[Math.ceil(times * 0.95) - 1] ?? Number.NaN;
}

async function rulesOf(db: Db): Promise<ReadonlyMap<number, Rule>> {
  const rows = await db.selectFrom('indicator').select(['id', 'body']).where('code', 'like', 'B.%').execute();
  return new Map(rows.map(({ id, body }) => [id, body.rule]));
}

const levels = ['the nation', 'a province', 'a commune'];

export async function run({ tell }: Run): Promise<Result[]> {
  const folder = mkdtempSync(join(tmpdir(), 'nhipcau-bench-'));
  chmodSync(folder, 0o755);
  const server = process.env.DATABASE_URL ?? null;
  const own = server === null ? await startEmbedded({ folder }) : null;
  const name = `nhipcau_rollup_${process.pid}`;
  const admin = connect({ url: server ?? own?.url ?? '', connections: 1 });
  await admin.pool.query(`create database ${name}`);
  const at = new URL(server ?? own?.url ?? '');
  at.pathname = `/${name}`;
  const { db, pool, close } = connect({ url: at.href, connections: 4 });
  const results: Result[] = [];
  const add = (result: Result) => {
    tell(result);
    results.push(result);
  };
  try {
    await migrate(pool);
    await seedRegister(db, { demo: false });
    await build(pool);
    await pool.query(
      'create unlogged table plain_figure as select report_id, indicator_id, cell, value, weight from report_figure',
    );
    await pool.query('create index on plain_figure (report_id); ');
    await pool.query('create table plain_report as select id, status from report');
    await pool.query('create unique index on plain_report (id)');
    await pool.query('vacuum analyze plain_figure');
    const { rows: nodes } = await pool.query<Node>(
      'select distinct on (depth) id, depth from report order by depth, id',
    );
    const counted = await pool.query<{ n: number }>('select count(*) as n from report_figure');
    const top = nodes[0]?.id ?? 0;
    const whole = await secondsOf(() => pool.query(raw('plain_figure'), [top]), 3);
    const recount = await secondsOf(() => recountRollup(db), 3);
    add({
      name: 'roll-up of the nation, recomputed from scratch',
      value: recount,
      unit: 's',
      baseline: whole,
      baselineName: 'sum … group by over the raw rows, the nation alone',
      note: `${Number(counted.rows[0]?.n)} figures of 3,355 reports; all levels`,
    });
    await pool.query('vacuum analyze rollup');
    const rules = await rulesOf(db);
    for (const { id, depth } of nodes) {
      const plain = 1000 * (await secondsOf(() => pool.query(raw('plain_figure'), [id]), 3));
      const value = await p95(() => totalsOf(db, [id], rules));
      add({
        name: `roll-up of ${levels[depth]} read, p95`,
        value,
        unit: 'ms',
        baseline: plain,
        baselineName: 'sum … group by',
      });
    }
    const commune = nodes.find(({ depth }) => depth === 2)?.id ?? 0;
    const changes = (table: string) => async () => {
      for (const status of ['returned', 'accepted'])
        await pool.query(`update ${table} set status = $1 where id = $2`, [status, commune]);
    };
    add({
      name: 'a commune’s report accepted or opened again, p95',
      value: await p95(changes('report')),
      unit: 'ms',
      baseline: await p95(changes('plain_report')),
      baselineName: 'the same two updates of a table that nothing hangs on',
      note: 'both, with all figures added to and taken from every level above',
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
