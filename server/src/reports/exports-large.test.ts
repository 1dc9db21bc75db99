// 200,000 rows of a roll-up leave without sitting in memory: what a process holds while it writes them is measured against 2,000.
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { testServer, type TestServer } from '../testing/harness.ts';
import { committee } from '../testing/duties.ts';
import { parseCsv } from '../text/csv.ts';

let server: TestServer;
let large = 0;
let small = 0;

const indicators = 60;
const cells = ['', 'language=en'];

/** Written past the triggers, as a restored copy is. */
async function call(name: string, reports: number): Promise<number> {
  const { pool } = server.deps;
  const owner = await server.unit(committee);
  const client = await pool.connect();
  try {
    await client.query('set session_replication_role = replica');
    const { rows: made } = await client.query<{ id: number }>(
      `insert into report_call (owner_id, root_id, name, kind, frequency, period, window_from, window_to, called_on, form)
       select $1, $1, $2, 'periodic', 'year', null, '2025-12-15', '2026-12-14', '2026-11-15', jsonb_build_object(
         'outline', '[]'::jsonb, 'tiers', '[]'::jsonb, 'legalBasis', '', 'form', '', 'sending', '[]'::jsonb, 'reminders', '[]'::jsonb,
         'indicators', (select jsonb_agg(body || jsonb_build_object('id', id, 'code', code, 'version', 1) order by id)
           from indicator where code like 'LON.%')) returning id`,
      [owner, name],
    );
    const id = made[0]?.id;
    const days = `'2026-12-20', '2026-12-20', '2026-11-15'`;
    const { rows: top } = await client.query<{ id: number }>(
      `insert into report (call_id, unit_id, root_id, depth, due_on, first_due_on, last_moved_on)
       values ($1, $2, $2, 0, ${days}) returning id`,
      [id, owner],
    );
    await client.query(
      `insert into report (call_id, unit_id, root_id, parent_id, depth, status, submitted_on, due_on, first_due_on, last_moved_on)
       select $1, u.id, $2, $3, 1, 'accepted', '2026-12-16', ${days} from (
         select id from unit where id <> $2 order by id limit $4) u`,
      [id, owner, top[0]?.id, reports],
    );
    await client.query(
      `insert into report_figure (report_id, indicator_id, cell, rule, value)
       select r.id, i.id, c.cell, 'sum', (r.id * 7 + i.id) % 1000 from report r
         cross join indicator i cross join unnest($2::text[]) as c(cell)
       where r.call_id = $1 and r.depth = 1 and i.code like 'LON.%'`,
      [id, cells],
    );
    return top[0]?.id ?? 0;
  } finally {
    client.release(true);
  }
}

beforeAll(async () => {
  server = await testServer();
  await server.deps.pool.query(
    `insert into indicator (code, body) select 'LON.' || n, jsonb_build_object('name', 'Chỉ tiêu ' || n, 'nameEn', '', 'unit', 'lượt',
       'unitEn', '', 'group', '', 'groupEn', '', 'definition', '', 'decimals', 0, 'rule', 'sum', 'weight', null, 'formula', null,
       'breakdowns', '[["language"]]'::jsonb, 'bounds', '{"min":null,"max":null,"change":null}'::jsonb, 'required', false)
     from generate_series(1, $1) n`,
    [indicators],
  );
  large = await call('Báo cáo lớn', 1700);
  small = await call('Báo cáo nhỏ', 17);
  await server.deps.pool.query('select recount_rollup()');
  await server.deps.pool.query('analyze');
}, 120_000);
afterAll(() => server.close());

interface Held {
  readonly bytes: number;
  readonly peak: number;
}

const megabyte = 2 ** 20;
const run = promisify(execFile);

async function measured(report: number, form: string, ...more: string[]): Promise<Held> {
  const script = join(import.meta.dirname, '../testing/export-memory.ts');
  const { stdout } = await run(process.execPath, [
    '--expose-gc',
    script,
    server.url,
    String(report),
    form,
    ...more,
  ]);
  return JSON.parse(stdout) as Held;
}

/** What lies between 2,000 and 200,000 rows: some portions more of garbage not yet collected, never the rows. */
const mostGrowth = 16 * megabyte;

describe('a roll-up of 204,000 rows', () => {
  test.each(['xlsx', 'json'])(
    'leaves as %s in the memory of one of 2,000',
    async (form) => {
      const [little, much] = [await measured(small, form), await measured(large, form)];
      expect(much.bytes).toBeGreaterThan(40 * little.bytes);
      expect(much.peak - little.peak).toBeLessThan(mostGrowth);
    },
    180_000,
  );

  test('would be noticed if it were collected first', async () => {
    const [little, much] = [await measured(small, 'csv'), await measured(large, 'csv', 'collect')];
    expect(much.peak - little.peak).toBeGreaterThan(2 * mostGrowth);
  }, 180_000);

  test('has every unit, indicator and cell once, and the sums of the roll-up', async () => {
    const response = await server.request(`/api/reports/${large}/rollup-export.csv`);
    const rows = parseCsv(await response.text());
    expect(rows).toHaveLength((1700 + 1) * indicators * cells.length);
    const keys = new Set(rows.map((row) => `${row['Mã báo cáo']} ${row['Mã']} ${row['Mã phân tổ']}`));
    expect(keys.size).toBe(rows.length);
    const own = rows.filter((row) => row['Gửi đến'] === '' && row['Mã'] === 'LON.1');
    const parts = rows.filter((row) => row['Gửi đến'] !== '' && row['Mã'] === 'LON.1');
    for (const cell of cells) {
      const total = own.find((row) => row['Mã phân tổ'] === cell);
      const sum = parts
        .filter((row) => row['Mã phân tổ'] === cell)
        .reduce((all, row) => all + Number(row['Của đơn vị']), 0);
      expect(Number(total?.['Tổng'])).toBe(sum);
      expect(Number(total?.['Số báo cáo có số'])).toBe(1700);
    }
  }, 120_000);
});
