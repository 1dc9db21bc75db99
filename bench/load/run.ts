// Builds years of data step by step and measures after each, through HTTP, the server in a process of its own.
import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type pg from 'pg';
import { connect } from '../../server/src/db/connect.ts';
import { startEmbedded } from '../../server/src/db/embedded.ts';
import { migrate } from '../../server/src/db/migrate.ts';
import { seedRegister } from '../../server/src/units/seed.ts';
import { secondsOf, type Result } from '../result.ts';
import { build, type Shape } from './build.ts';
import { measure, type Measured } from './client.ts';
import { people } from './people.ts';
import { scenarios, type Scenario } from './scenarios.ts';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const clients = 50;
const seconds = Number(process.env.BENCH_SECONDS ?? 6);

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
  close(): Promise<void>;
}

/** A database that is made for this and dropped after it. */
async function database({ embedded }: Plan): Promise<Database> {
  const data = mkdtempSync(join(tmpdir(), 'nhipcau-bench-'));
  chmodSync(data, 0o755);
  const own = embedded || !process.env.DATABASE_URL ? await startEmbedded({ folder: data }) : null;
  const server = own?.url ?? process.env.DATABASE_URL ?? '';
  const name = `nhipcau_bench_${process.pid}`;
  const admin = async (statement: string) => {
    const { pool, close } = connect({ url: server, connections: 1 });
    await pool.query(statement).finally(close);
  };
  await admin(`create database ${name}`);
  const at = new URL(server);
  at.pathname = `/${name}`;
  return {
    url: at.href,
    data,
    close: async () => {
      await admin(`drop database if exists ${name} with (force)`);
      await own?.close();
      rmSync(data, { recursive: true, force: true });
    },
  };
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

function results(
  { name }: Scenario,
  found: Measured,
  { plan, years, think, floor, raw: counted }: Told,
): Result[] {
  const mode = think > 0 ? `${clients} clients, ${think} s think time` : `${clients} clients without pause`;
  const title = `${plan.name}, ${years} ${years === 1 ? 'year' : 'years'}, ${mode}: ${name}`;
  const { p50, p95, p99, rate, count } = found;
  const rest = `p99 ${p99.toFixed(1)} ms, ${rate.toFixed(0)}/s, ${count} requests`;
  const beside = (value: number, of: number | undefined, what: string) =>
    of === undefined ? {} : { baseline: of, baselineName: what, ratio: value / of };
  const unit = 'ms';
  return [
    {
      name: `${title}, p50`,
      value: p50,
      unit,
      ...beside(p50, counted.get(name), 'count(*) … group by, alone'),
    },
    { name: `${title}, p95`, value: p95, unit, ...beside(p95, floor?.p95, 'floor'), note: rest },
  ];
}

/** `tell` hears of each result as it comes: a run takes minutes. */
export async function runLoad(
  plan: Plan,
  tell: (result: Result) => void = () => undefined,
): Promise<Result[]> {
  const made = await database(plan);
  const all: Result[] = [];
  const add = (results: readonly Result[]) => {
    for (const result of results) tell(result);
    all.push(...results);
  };
  const { pool, db, close } = connect({ url: made.url, connections: 4 });
  try {
    await migrate(pool);
    await seedRegister(db, { demo: false });
    let years = 0;
    let who: Awaited<ReturnType<typeof people>> | null = null;
    for (const step of plan.steps) {
      years += step.length;
      const begun = performance.now();
      const duties = await build(pool, { shape: plan.shape, years: step, day: plan.day });
      add([
        {
          name: `${plan.name}, ${years} years: built`,
          value: (performance.now() - begun) / 1000,
          unit: 's',
          note: `${duties} duties, load ${loadavg()[0]?.toFixed(1)}`,
        },
      ]);
      who ??= await people(pool, clients);
      const server = await serve(made);
      try {
        await measureAll(pool, { plan, years, url: server.url, who }, add);
      } finally {
        await server.close();
      }
    }
  } finally {
    await close();
    await made.close();
  }
  return all;
}

interface Stage {
  readonly plan: Plan;
  readonly years: number;
  readonly url: string;
  readonly who: Awaited<ReturnType<typeof people>>;
}

async function measureAll(
  pool: pg.Pool,
  { plan, years, url, who }: Stage,
  add: (results: readonly Result[]) => void,
) {
  const counted = await raw(pool, plan, who.provincial[0]?.rootId ?? 0);
  const year = Number(plan.day.slice(0, 4));
  for (const think of [0, 1]) {
    let floor: Measured | null = null;
    for (const scenario of await scenarios(pool, { people: who, clients, year, national: plan.national })) {
      const found = await measure({ url, clients, seconds, think, next: scenario.next });
      add(results(scenario, found, { plan, years, think, floor, raw: counted }));
      floor ??= found;
    }
  }
}
