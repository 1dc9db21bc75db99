// Builds years of data step by step and measures after each, through HTTP, the server in a process of its own.
import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, loadavg, tmpdir, totalmem } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type pg from 'pg';
import { connect } from '../../server/src/db/connect.ts';
import { startEmbedded, type Embedded } from '../../server/src/db/embedded.ts';
import { migrate } from '../../server/src/db/migrate.ts';
import { seedRegister } from '../../server/src/units/seed.ts';
import { secondsOf, type Result, type Run } from '../result.ts';
import { build, type Shape } from './build.ts';
import { measure, type Measured } from './client.ts';
import { people } from './people.ts';
import { scenarios, type Scenario } from './scenarios.ts';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const clients = 50;
const seconds = Number(process.env.BENCH_SECONDS ?? 6);
/** Processes of the server on one database, as docs/operations.md tells large installations to run it. */
const servers = Number(process.env.BENCH_SERVERS ?? Math.min(4, availableParallelism()));

export interface Plan {
  readonly name: string;
  readonly shape: Shape;
  /** Years that are added before each measuring. */
  readonly steps: readonly (readonly number[])[];
  readonly national: boolean;
  readonly day: string;
  /** Else DATABASE_URL, if there is one. */
  readonly embedded: boolean;
}

interface Database {
  readonly url: string;
  readonly data: string;
  /** What `--use` takes. */
  readonly address: string;
  /** Built by an earlier run. */
  readonly built: boolean;
  close(): Promise<void>;
}

async function admin(server: string, statement: string): Promise<void> {
  const { pool, close } = connect({ url: server, connections: 1 });
  await pool.query(statement).finally(close);
}

/** As docs/operations.md tells the operator of a large database. */
async function tune(folder: string, embedded: Embedded): Promise<Embedded> {
  const megabytes = Math.min(4096, Math.floor(totalmem() / 2 ** 20 / 4));
  for (const setting of [`shared_buffers = '${megabytes}MB'`, `max_wal_size = '4GB'`])
    await admin(embedded.url, `alter system set ${setting}`);
  await embedded.close();
  return startEmbedded({ folder });
}

const named = (server: string, name: string): string => {
  const at = new URL(server);
  at.pathname = `/${name}`;
  return at.href;
};

/** In a cluster of its own, in a folder that is made for it or was kept. */
async function ownCluster({ embedded }: Plan, { keep, use }: Run): Promise<Database> {
  const data = use ?? mkdtempSync(join(tmpdir(), 'nhipcau-bench-'));
  chmodSync(data, 0o755);
  const name = 'nhipcau_bench';
  let own = await startEmbedded({ folder: data });
  // The embedded database is measured as it is.
  if (use === null && !embedded) own = await tune(data, own);
  if (use === null) await admin(own.url, `create database ${name}`);
  return {
    url: named(own.url, name),
    data,
    address: data,
    built: use !== null,
    close: async () => {
      await own.close();
      if (!keep && use === null) rmSync(data, { recursive: true, force: true });
    },
  };
}

/** A database of its own in DATABASE_URL's cluster, or one that was kept. */
async function ownDatabase(server: string, { keep, use }: Run): Promise<Database> {
  const name = `nhipcau_bench_${process.pid}`;
  if (use === null) await admin(server, `create database ${name}`);
  const data = mkdtempSync(join(tmpdir(), 'nhipcau-bench-'));
  const url = use ?? named(server, name);
  return {
    url,
    data,
    address: url,
    built: use !== null,
    close: async () => {
      if (!keep && use === null) await admin(server, `drop database if exists ${name} with (force)`);
      rmSync(data, { recursive: true, force: true });
    },
  };
}

function database(plan: Plan, asked: Run): Promise<Database> {
  const isAddress = asked.use?.startsWith('postgres') ?? false;
  const server = isAddress
    ? asked.use
    : plan.embedded || asked.use !== null
      ? null
      : process.env.DATABASE_URL;
  return server ? ownDatabase(server, asked) : ownCluster(plan, asked);
}

interface Serving {
  readonly url: string;
  close(): Promise<void>;
}

function serve({ url, data }: Database): Promise<Serving> {
  const child = spawn(process.execPath, [join(root, 'server/src/main.ts')], {
    env: {
      ...process.env,
      NODE_ENV: 'production',
      DATABASE_URL: url,
      NHIPCAU_DATA: join(data, 'files'),
      NHIPCAU_DEMO: 'off',
      NHIPCAU_RATE: '10000000',
      HOST: '127.0.0.1',
      PORT: '0',
    },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  return new Promise((resolve, reject) => {
    let said = '';
    child.stderr.on('data', (part: Buffer) => {
      said = (said + part.toString()).slice(-20_000);
      const found = /Nhịp Cầu: (http:\S+)/.exec(said)?.[1];
      if (!found) return;
      resolve({
        url: found,
        close: async () => {
          child.kill('SIGTERM');
          await ended;
        },
      });
    });
    void ended.then(() => reject(new Error(`The server did not start:\n${said}`)));
  });
}

const rawNation = `select root_id, count(*) filter (where done_on <= due_on), count(*) filter (where done_on > due_on),
  count(*) filter (where done_on is null and due_on >= $2), count(*) filter (where done_on is null and due_on < $2)
  from duty where year = $1 and role = 'lead' and cancelled_on is null group by root_id`;
const rawProvince = rawNation
  .replace('where year', 'where root_id = $3 and year')
  .replaceAll('root_id,', 'unit_id,')
  .replace('by root_id', 'by unit_id');

/** Milliseconds of the same counts from the rows themselves, alone on the machine. */
async function raw(
  pool: pg.Pool,
  { national, day }: Plan,
  rootId: number,
): Promise<ReadonlyMap<string, number>> {
  const year = Number(day.slice(0, 4));
  const of = async (text: string, values: readonly unknown[]) =>
    1000 * (await secondsOf(() => pool.query(text, [...values]), 3));
  return new Map([
    ["a province's overview", await of(rawProvince, [year, day, rootId])],
    ...(national ? [['national overview', await of(rawNation, [year, day])] as const] : []),
  ]);
}

interface Told {
  readonly plan: Plan;
  readonly years: number;
  readonly think: number;
  readonly floor: Measured | null;
  readonly raw: ReadonlyMap<string, number>;
}

function titleOf(scenario: string, { plan, years, think }: Pick<Told, 'plan' | 'years' | 'think'>): string {
  const mode = think > 0 ? `${clients} clients, ${think} s think time` : `${clients} clients without pause`;
  return `${plan.name}, ${count(years)}, ${mode}: ${scenario}`;
}

function results(
  { name }: Scenario,
  found: Measured,
  { plan, years, think, floor, raw: counted }: Told,
): Result[] {
  const title = titleOf(name, { plan, years, think });
  const { p50, p95, p99, rate, count } = found;
  const rest = `p99 ${p99.toFixed(1)} ms, ${rate.toFixed(0)}/s, ${count} requests`;
  const over = (value: number, of: number | undefined, what: string) =>
    of === undefined ? {} : { baseline: of, baselineName: what, ratio: value / of };
  const unit = 'ms';
  return [
    {
      name: `${title}, p50`,
      value: p50,
      unit,
      ...over(p50, counted.get(name), 'count(*) … group by, alone'),
    },
    { name: `${title}, p95`, value: p95, unit, ...over(p95, floor?.p95, 'floor'), note: rest },
  ];
}

interface Stage {
  readonly plan: Plan;
  readonly years: number;
  readonly urls: readonly string[];
  readonly who: Awaited<ReturnType<typeof people>>;
}

/** Builds step by step and measures after each, or measures what is there. */
export async function runLoad(plan: Plan, asked: Run): Promise<Result[]> {
  const made = await database(plan, asked);
  const all: Result[] = [];
  const add = (results: readonly Result[]) => {
    results.forEach(asked.tell);
    all.push(...results);
  };
  const { pool, db, close } = connect({ url: made.url, connections: 4 });
  try {
    await migrate(pool);
    await seedRegister(db, { demo: false });
    const first = new Map<string, number>();
    for (const step of made.built ? [[]] : plan.steps) {
      const begun = performance.now();
      const duties =
        step.length > 0 ? await build(pool, { shape: plan.shape, years: step, day: plan.day }) : null;
      const years = await yearsThere(pool);
      add([
        {
          name: `${plan.name}, ${count(years)}: built`,
          value: (performance.now() - begun) / 1000,
          unit: 's',
          note: `${duties ?? 'as many as there were'} duties, ${servers} processes of the server, load ${loadavg()[0]?.toFixed(1)}`,
        },
      ]);
      const who = await people(pool, clients);
      const running = [await serve(made)];
      // The first one brings the database up to date.
      while (running.length < servers) running.push(await serve(made));
      try {
        const urls = running.map(({ url }) => url);
        await measureAll(pool, { plan, years, urls, who }, { add, first });
      } finally {
        for (const each of running) await each.close();
      }
    }
    if (asked.keep) console.error(`Kept: --use ${made.address}`);
  } finally {
    await close();
    await made.close();
  }
  return all;
}

async function yearsThere(pool: pg.Pool): Promise<number> {
  const { rows } = await pool.query<{ n: number }>(
    'select count(distinct year) as n from unit_year where year > 0',
  );
  return Number(rows[0]?.n);
}

const count = (years: number) => `${years} ${years === 1 ? 'year' : 'years'}`;

interface Telling {
  readonly add: (results: readonly Result[]) => void;
  /** Of the stage with fewest years, by scenario and mode. */
  readonly first: Map<string, number>;
}

async function measureAll(pool: pg.Pool, { plan, years, urls, who }: Stage, { add, first }: Telling) {
  const counted = await raw(pool, plan, who.provincial[0]?.rootId ?? 0);
  const year = Number(plan.day.slice(0, 4));
  for (const think of [0, 1]) {
    let floor: Measured | null = null;
    for (const scenario of await scenarios(pool, { people: who, clients, year, national: plan.national })) {
      // What nobody had asked for yet is looked at once by everybody.
      if (!scenario.write) await measure({ urls, clients, seconds: 1, think: 0, next: scenario.next });
      const found = await measure({ urls, clients, seconds, think, next: scenario.next });
      const told = { plan, years, think, floor, raw: counted };
      add([...results(scenario, found, told), ...beside(first, scenario, { found, told })]);
      floor ??= found;
    }
  }
}

/** Flat as years are added: the same figure with fewer years. */
function beside(
  first: Map<string, number>,
  { name }: Scenario,
  { found, told }: { readonly found: Measured; readonly told: Told },
): Result[] {
  const key = `${name} ${told.think}`;
  const before = first.get(key);
  if (before === undefined) {
    first.set(key, found.p95);
    return [];
  }
  const title = titleOf(name, told);
  return [
    {
      name: `${title}, p95`,
      value: found.p95,
      unit: 'ms',
      baseline: before,
      baselineName: 'with the fewest years',
      ratio: found.p95 / before,
    },
  ];
}
