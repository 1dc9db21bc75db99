// Fifty people ask for the next number at once while the server is killed: no number twice, none used again, every gap explained.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterEach, expect, test } from 'vitest';
import { connect, type Db } from '../db/connect.ts';
import { ownDatabase, startProcess, type ServerProcess } from './machine.ts';
import { makeWorld } from './world.ts';

const cleanUp: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const step of cleanUp.splice(0).toReversed()) await step();
});

interface Given {
  readonly client: number;
  readonly number: number;
  readonly purpose: string;
}

/** Clients that ask again and again; what they were told, and how often nobody answered. */
function startClients(cookies: readonly string[], unitId: number, address: { url: string }) {
  const given: Given[] = [];
  const wrong: string[] = [];
  let lost = 0;
  const state = { resting: false };
  const waiting: { count: number; resolve: () => void }[] = [];
  const ask = async (client: number, purpose: string) => {
    const response = await fetch(`${address.url}/api/numbers`, {
      method: 'POST',
      headers: { cookie: cookies[client] ?? '', 'content-type': 'application/json' },
      body: JSON.stringify({ unitId, type: 'KH', purpose }),
    });
    const body = (await response.json()) as { number: number };
    if (response.status === 201) given.push({ client, number: body.number, purpose });
    else if (response.status !== 503) wrong.push(`${response.status} ${JSON.stringify(body)}`);
    for (const each of waiting) if (given.length >= each.count) each.resolve();
  };
  const everybody = cookies.map(async (_, client) => {
    for (let turn = 0; !state.resting; turn++) {
      await ask(client, `Khách ${client}, lần ${turn}.`).catch(async () => {
        lost += 1;
        // Nobody is there just now: somebody starts it again.
        await delay(300);
      });
    }
  });
  return {
    given,
    wrong,
    lost: () => lost,
    reach: (count: number) =>
      given.length >= count
        ? Promise.resolve()
        : new Promise<void>((resolve) => waiting.push({ count, resolve: () => resolve() })),
    rest: async () => {
      state.resting = true;
      await Promise.all(everybody);
    },
  };
}

interface Row {
  readonly number: number;
  readonly status: string;
  readonly purpose: string;
  readonly who: string | null;
  readonly until: string | null;
}

const register = async (db: Db): Promise<readonly Row[]> =>
  (
    await sql<Row>`select e.number, e.status, e.purpose, coalesce(p.name, e.taken_name) as who, e.until::text as until
      from number_entry e left join person p on p.id = e.taken_by order by e.number`.execute(db)
  ).rows;

test(
  'fifty clients and a killed server: the series has no duplicate, no reuse, and every number says who took it and why',
  { timeout: 240_000 },
  async () => {
    const data = mkdtempSync(join(tmpdir(), 'nhipcau-numbers-'));
    chmodSync(data, 0o755);
    cleanUp.push(() => rmSync(data, { recursive: true, force: true }));
    const address = { url: '' };
    const start = async (): Promise<ServerProcess> => {
      const started = await startProcess(data, null);
      address.url = started.url;
      return started;
    };
    let server = await start();
    cleanUp.push(() => server.stop());
    const { db, close } = connect({ url: (await ownDatabase(data)).url, connections: 2 });
    cleanUp.push(close);
    const { cookies } = await makeWorld(db, 50);
    const { rows } = await sql<{
      id: number;
    }>`select unit_id as id from role_grant order by id desc limit 1`.execute(db);
    const clients = startClients(cookies, rows[0]?.id ?? 0, address);
    for (const count of [60, 120]) {
      await clients.reach(count);
      await server.kill();
      server = await start();
    }
    await clients.reach(clients.given.length + 60);
    await clients.rest();

    expect(clients.wrong).toEqual([]);
    // It was killed while they asked.
    expect(clients.lost()).toBeGreaterThan(0);
    const told = clients.given.map(({ number }) => number);
    expect(new Set(told).size).toBe(told.length);
    const kept = await register(db);
    // Not one number is missing, from the first to the last that the series gave.
    expect(kept.map(({ number }) => number)).toEqual(Array.from({ length: kept.length }, (_, at) => at + 1));
    const last = await sql<{ last: number }>`select last from number_series`.execute(db);
    expect(last.rows).toEqual([{ last: kept.length }]);
    // What somebody was told stands there as they asked for it; what nobody heard of says who asked, what for, and until when.
    const byNumber = new Map(kept.map((row) => [row.number, row]));
    expect(clients.given.filter(({ number, purpose }) => byNumber.get(number)?.purpose !== purpose)).toEqual(
      [],
    );
    expect(
      kept.filter(({ who, purpose, until, status }) => !who || !purpose || !until || status !== 'reserved'),
    ).toEqual([]);
  },
);
