import { afterAll, beforeAll, expect, test } from 'vitest';
import { system } from '../access/actor.ts';
import { sealOf } from '../audit/seal.ts';
import { write } from '../audit/service.ts';
import { testServer, type TestServer } from '../testing/harness.ts';
import { again } from './again.ts';

let server: TestServer;
beforeAll(async () => {
  server = await testServer();
});
afterAll(() => server.close());

test('two writes that hold what the other waits for are both carried out, and told of once each', async () => {
  const { db } = server.deps;
  const first = await server.unit('demo:so-ngoai-vu');
  const { id: second } = await db
    .selectFrom('unit')
    .select('id')
    .where('id', '>', first)
    .limit(1)
    .executeTakeFirstOrThrow();
  let met = 0;
  let meet = () => undefined as void;
  const both = new Promise<void>((resolve) => (meet = resolve));
  let runs = 0;
  const change = (ids: readonly number[]) =>
    write({ db, clock: () => new Date() }, system, async (trx, note) => {
      runs += 1;
      for (const id of ids) {
        await trx.selectFrom('unit').select('id').where('id', '=', id).forUpdate().execute();
        // Each holds its first before either reaches for its second.
        if (++met >= 2) meet();
        await both;
        note({ action: 'test.crossed', subject: 'unit', subjectId: id });
      }
    });
  await Promise.all([change([first, second]), change([second, first])]);
  expect(runs).toBeGreaterThan(2);
  await sealOf(server.deps.db).settle();
  const rows = await db
    .selectFrom('audit')
    .select('subjectId')
    .where('action', '=', 'test.crossed')
    .execute();
  expect(rows.map(({ subjectId }) => subjectId).toSorted()).toEqual(
    [first, first, second, second].toSorted((a, b) => a - b),
  );
});

test('what went wrong by itself is not tried again, and nobody tries for ever', async () => {
  let tries = 0;
  const fail = (code: string) => async () => {
    tries += 1;
    throw Object.assign(new Error(code), { code });
  };
  await expect(again(fail('23505'))).rejects.toThrow('23505');
  expect(tries).toBe(1);
  await expect(again(fail('40P01'))).rejects.toThrow('40P01');
  expect(tries).toBe(7);
});
