// A roll-up of 204,000 rows on its way out, as XLSX, CSV and JSON, beside PostgreSQL's own COPY of the same rows.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type pg from 'pg';
import { system } from '../server/src/access/actor.ts';
import { connect, type Db } from '../server/src/db/connect.ts';
import { startEmbedded } from '../server/src/db/embedded.ts';
import { migrate } from '../server/src/db/migrate.ts';
import { rollupDownload } from '../server/src/reports/export-report.ts';
import { bytesOf, forms, type Form } from '../server/src/sheets/download.ts';
import { seedRegister } from '../server/src/units/seed.ts';
import { secondsOf, type Result, type Run } from './result.ts';

const reports = 1700;
const indicators = 60;
const cells = ['', 'language=en'];
const rows = (reports + 1) * indicators * cells.length;

const statements = {
  indicators: `insert into indicator (code, body) select 'X.' || n, jsonb_build_object('name', 'Chỉ tiêu ' || n, 'nameEn', '',
      'definition', '', 'unit', 'lượt', 'unitEn', '', 'group', '', 'groupEn', '', 'decimals', 0, 'rule', 'sum', 'weight', null,
      'formula', null, 'breakdowns', '[["language"]]'::jsonb, 'bounds', '{"min":null,"max":null,"change":null}'::jsonb,
      'required', false) from generate_series(1, ${indicators}) n`,
  call: `insert into report_call (owner_id, root_id, name, kind, frequency, window_from, window_to, called_on, form)
    select id, id, 'Báo cáo năm', 'periodic', 'year', '2025-12-15', '2026-12-14', '2026-11-15', jsonb_build_object(
      'outline', '[]'::jsonb, 'tiers', '[]'::jsonb, 'legalBasis', '', 'form', '', 'sending', '[]'::jsonb, 'reminders', '[]'::jsonb,
      'indicators', (select jsonb_agg(body || jsonb_build_object('id', id, 'code', code, 'version', 1) order by id)
        from indicator where code like 'X.%'))
    from unit where key = 'central:vn:bo-van-hoa-the-thao-va-du-lich' returning id`,
  top: `insert into report (call_id, unit_id, root_id, depth, due_on, first_due_on, last_moved_on)
    select id, owner_id, owner_id, 0, '2026-12-31', '2026-12-31', '2026-11-15' from report_call where id = $1 returning id`,
  below: `insert into report (call_id, unit_id, root_id, parent_id, depth, status, submitted_on, due_on, first_due_on, last_moved_on)
    select $1, u.id, u.id, $2, 1, 'accepted', '2026-12-16', '2026-12-20', '2026-12-20', '2026-11-15'
    from (select id from unit where level = 'commune' and kind = 'committee' and valid_to is null order by id limit ${reports}) u`,
  figures: `insert into report_figure (report_id, indicator_id, cell, rule, value)
    select r.id, i.id, c.cell, 'sum', hashint8(r.id * 131 + i.id) & 1023 from report r
      cross join indicator i cross join unnest($2::text[]) as c(cell)
    where r.call_id = $1 and r.depth = 1 and i.code like 'X.%'`,
};

/** The least that any program must do for such rows: the same joins, written by the database itself. */
const copied = (top: number) => `copy (
  select u.name, t.name as receiver, r.status, r.counted, i.code, i.body->>'name', i.body->>'unit', f.cell, f.value, f.derived,
    f.changed, f.reason, f.note, r.id
  from report r join unit u on u.id = r.unit_id left join report p on p.id = r.parent_id left join unit t on t.id = p.unit_id
    join report_figure f on f.report_id = r.id join indicator i on i.id = f.indicator_id
  where r.id = ${top} or r.parent_id = ${top} order by u.name, r.id, i.id, f.cell) to stdout (format csv, header)`;

async function build(pool: pg.Pool): Promise<number> {
  const client = await pool.connect();
  try {
    await client.query('set session_replication_role = replica');
    await client.query(statements.indicators);
    const one = async (text: string, values: unknown[]) =>
      (await client.query<{ id: number }>(text, values)).rows[0]?.id ?? 0;
    const call = await one(statements.call, []);
    const top = await one(statements.top, [call]);
    await client.query(statements.below, [call, top]);
    await client.query(statements.figures, [call, cells]);
    await client.query('select recount_rollup()');
    await client.query('vacuum analyze');
    return top;
  } finally {
    client.release(true);
  }
}

async function written(db: Db, top: number, form: Form): Promise<number> {
  const asking = { actor: system, locale: 'vi' as const };
  const download = await rollupDownload({ db, clock: () => new Date() }, asking, top);
  let size = 0;
  for await (const piece of await bytesOf(download, form, 'vi')) size += piece.length;
  return size;
}

export async function run({ tell }: Run): Promise<Result[]> {
  const folder = mkdtempSync(join(tmpdir(), 'nhipcau-bench-'));
  chmodSync(folder, 0o755);
  const server = process.env.DATABASE_URL ?? null;
  const own = server === null ? await startEmbedded({ folder }) : null;
  const name = `nhipcau_export_${process.pid}`;
  const admin = connect({ url: server ?? own?.url ?? '', connections: 1 });
  await admin.pool.query(`create database ${name}`);
  const at = new URL(server ?? own?.url ?? '');
  at.pathname = `/${name}`;
  const { db, pool, close } = connect({ url: at.href, connections: 4 });
  const results: Result[] = [];
  try {
    await migrate(pool);
    await seedRegister(db, { demo: false });
    const top = await build(pool);
    const baseline = rows / (await secondsOf(() => pool.query(copied(top)), 3));
    for (const form of forms) {
      let size = 0;
      const value = rows / (await secondsOf(async () => (size = await written(db, top, form)), 3));
      const note = `${rows} rows, ${(size / 2 ** 20).toFixed(1)} MiB`;
      const result = {
        name: `a roll-up as ${form}`,
        value,
        unit: 'rows/s',
        baseline,
        baselineName: 'COPY … TO STDOUT csv',
        note,
      };
      tell(result);
      results.push(result);
    }
  } finally {
    await close();
    await admin.pool.query(`drop database if exists ${name} with (force)`);
    await admin.close();
    await own?.close();
    rmSync(folder, { recursive: true, force: true });
  }
  return results;
}
