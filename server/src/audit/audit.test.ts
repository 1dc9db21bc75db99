import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { system } from '../access/actor.ts';
import { testServer, type TestServer } from '../testing/harness.ts';
import { openKey, readHead } from './key.ts';
import { tip } from './queries.ts';
import { sealOf } from './seal.ts';
import { record, write } from './service.ts';
import { verify, type Finding } from './verify.ts';
import { leave, newTicket, seal } from './waiting.ts';

let server: TestServer;
beforeAll(async () => {
  server = await testServer();
});
afterAll(() => server.close());

/** As somebody who holds the database's own account: triggers do not hold them. */
async function tamper(statement: string, values: readonly unknown[] = []): Promise<void> {
  const client = await server.deps.pool.connect();
  try {
    await client.query('alter table audit disable trigger user');
    await client.query('alter table audit_waiting disable trigger user');
    await client.query(statement, [...values]);
  } finally {
    await client.query('alter table audit enable trigger user');
    await client.query('alter table audit_waiting enable trigger user');
    client.release();
  }
}

const check = async (): Promise<Finding | null> => {
  return (await verify(server.deps.db, sealOf(server.deps.db))).finding;
};

const details = [{ reason: 'Đến hạn' }, { b: 1, a: [1.5, null, { 'ký tự': '\u0000 "' }] }, {}];

async function fill(count: number): Promise<void> {
  for (let n = 0; n < count; n += 1) {
    const detail = details[n % details.length] ?? {};
    const entry = { action: 'test.done', subject: 'duty', subjectId: n + 1, detail };
    const actor = { ...system, address: n % 2 ? '10.0.0.7' : null };
    await record(server.deps, actor, entry);
  }
  await sealOf(server.deps.db).settle();
}

const waitingIds = async (): Promise<number[]> =>
  (await server.deps.pool.query('select id from audit_waiting order by id')).rows.map(({ id }) => id);

const content = 'ticket, at, person_id, token_id, who, address, action, subject, subject_id, detail, mark';

/** Rows that a process left waiting which died right after its commit. */
async function leaveBehind(count: number): Promise<readonly number[]> {
  const { key } = sealOf(server.deps.db);
  const nowhere = { personId: null, tokenId: null, address: null, unitId: null, rootId: null };
  const rows = Array.from({ length: count }, (_, n) => ({
    ...nowhere,
    at: '2026-03-10T03:00:00.000000Z',
    who: 'Nhịp Cầu',
    action: 'test.done',
    subject: 'duty',
    subjectId: n + 1,
    detail: '{"a": "ă"}',
    ticket: newTicket(server.now),
  }));
  await server.deps.db.transaction().execute((trx) => leave(trx, key, rows));
  return waitingIds();
}

/** An empty log. */
async function wipe(): Promise<void> {
  await sealOf(server.deps.db).settle();
  await tamper('delete from audit');
  await tamper('delete from audit_waiting');
  rmSync(join(server.data, 'audit.head'), { force: true });
}

describe('the audit log', () => {
  beforeEach(wipe);

  test('is written with what it tells of, or neither is', async () => {
    const broken = write(server.deps, system, async (trx, note) => {
      note({ action: 'test.done' });
      await trx.insertInto('seed').values({ name: 'half', hash: '' }).execute();
      throw new Error('power cut');
    });
    await expect(broken).rejects.toThrow('power cut');
    expect(await tip(server.deps.db)).toEqual({ seq: 0, hash: '' });
    expect(await check()).toBeNull();
  });

  test('has no gap when many write at once, and is sound', async () => {
    await Promise.all(
      Array.from({ length: 60 }, (_, n) =>
        write(server.deps, system, async (_trx, note) => {
          note({ action: 'test.one', subjectId: n });
          if (n % 3 === 0) note({ action: 'test.two', subjectId: n });
          if (n % 10 === 9) throw new Error('changed my mind');
        }).catch(() => undefined),
      ),
    );
    await sealOf(server.deps.db).settle();
    const { rows } = await server.deps.pool.query('select seq from audit order by seq');
    expect(rows.map(({ seq }) => seq)).toEqual(rows.map((_, index) => index + 1));
    expect(rows).toHaveLength(54 + 18);
    expect(await check()).toBeNull();
    expect(await readHead(server.data, sealOf(server.deps.db).key)).toEqual(await tip(server.deps.db));
  });

  test('takes no change, no removal and no emptying from the server itself', async () => {
    await fill(2);
    for (const statement of [
      `update audit set who = 'x'`,
      'delete from audit where seq = 1',
      'truncate audit',
    ]) {
      await expect(server.deps.pool.query(statement)).rejects.toThrow('append-only');
    }
    expect(await check()).toBeNull();
  });

  const columns = {
    at: `at + interval '1 microsecond'`,
    person_id: 'coalesce(person_id, 0) + 1',
    token_id: 'coalesce(token_id, 0) + 1',
    who: `who || ' '`,
    address: `coalesce(address || '1', '')`,
    action: `action || 'x'`,
    subject: 'null',
    subject_id: 'subject_id + 1',
    unit_id: 'coalesce(unit_id, 0) + 1',
    root_id: 'coalesce(root_id, 0) + 1',
    detail: `(detail::text || ' ')::json`,
    previous: `previous || '0'`,
    hash: `reverse(hash)`,
    ticket: 'gen_random_uuid()',
  };

  test('tells of any column of any row that was changed, and which row', async () => {
    await fill(5);
    for (const [column, expression] of Object.entries(columns)) {
      const seq = 1 + (Object.keys(columns).indexOf(column) % 5);
      await tamper('create table audit_before as select * from audit');
      await tamper(`update audit set ${column} = ${expression} where seq = $1`, [seq]);
      expect([column, await check()]).toEqual([column, { kind: 'changed', seq }]);
      await tamper('delete from audit');
      await tamper('insert into audit select * from audit_before');
      await tamper('drop table audit_before');
    }
    expect(await check()).toBeNull();
  });

  test('tells of any one tampering, wherever it is', async () => {
    const size = 9;
    await fill(size);
    await tamper('create table audit_before as select * from audit');
    const row = fc.integer({ min: 1, max: size });
    const attack = fc.oneof(
      fc.record({ kind: fc.constant('remove' as const), from: row, to: row }),
      fc.record({ kind: fc.constant('cut' as const), from: row, to: row }),
      fc.record({ kind: fc.constant('swap' as const), from: row, to: row }),
      fc.record({ kind: fc.constant('copy' as const), from: row, to: row }),
      fc.record({ kind: fc.constant('close-up' as const), from: row, to: row }),
      fc.record({ kind: fc.constant('forge' as const), from: row, to: row }),
    );
    const statements = {
      remove: ({ from }: Attack) => [`delete from audit where seq = ${from}`],
      cut: ({ from }: Attack) => [`delete from audit where seq >= ${from}`],
      swap: ({ from, to }: Attack) => [
        `update audit set seq = -1 where seq = ${from}`,
        `update audit set seq = ${from} where seq = ${to}`,
        `update audit set seq = ${to} where seq = -1`,
      ],
      copy: ({ from }: Attack) => [
        `insert into audit select 0, at, person_id, token_id, who, address, action, subject, subject_id, unit_id,
          root_id, detail, previous, hash from audit where seq = ${from}`,
      ],
      'close-up': ({ from }: Attack) => [
        `delete from audit where seq = ${from}`,
        ...Array.from(
          { length: size - from },
          (_, n) => `update audit set seq = ${from + n} where seq = ${from + n + 1}`,
        ),
      ],
      // Whoever does not know the key makes a mark without it.
      forge: ({ from }: Attack) => [
        `update audit set who = 'Người khác', hash = encode(sha256(convert_to(previous || seq || who, 'UTF8')), 'hex')
          where seq = ${from}`,
      ],
    };
    await fc.assert(
      fc.asyncProperty(attack, async (made) => {
        fc.pre(made.kind !== 'swap' || made.from !== made.to);
        for (const statement of statements[made.kind](made)) await tamper(statement);
        const finding = await check();
        await tamper('delete from audit');
        await tamper('insert into audit select * from audit_before');
        expect(finding).not.toBeNull();
        const first = made.kind === 'swap' ? Math.min(made.from, made.to) : made.from;
        if (made.kind === 'cut') expect(finding).toEqual({ kind: 'truncated', seq: first - 1, kept: size });
        else if (made.kind === 'copy') expect(finding).toEqual({ kind: 'inserted', seq: 0 });
        else if (made.kind === 'remove' && first < size)
          expect(finding).toEqual({ kind: 'removed', seq: first });
        else if (made.kind === 'swap' || made.kind === 'forge')
          expect(finding).toEqual({ kind: 'changed', seq: first });
      }),
      { numRuns: 60 },
    );
    await tamper('drop table audit_before');
    expect(await check()).toBeNull();
  });

  test('tells of two rows with one number', async () => {
    await fill(3);
    await tamper('alter table audit drop constraint audit_pkey, drop constraint audit_ticket_key');
    await tamper('insert into audit select * from audit where seq = 3');
    expect(await check()).toEqual({ kind: 'inserted', seq: 3 });
    await tamper('delete from audit where ctid = (select max(ctid) from audit)');
    await tamper('alter table audit add primary key (seq), add unique (ticket)');
    expect(await check()).toBeNull();
  });

  describe('of rows that wait for their place', () => {
    const waitingColumns = Object.entries(columns).filter(([name]) => name !== 'previous' && name !== 'hash');

    test('loses none when the process dies between the commit and the sealing', async () => {
      await leaveBehind(3);
      expect(await tip(server.deps.db)).toEqual({ seq: 0, hash: '' });
      // As the next start does, and each minute.
      await sealOf(server.deps.db).settle();
      expect((await tip(server.deps.db)).seq).toBe(3);
      expect(await waitingIds()).toEqual([]);
      expect(await check()).toBeNull();
    });

    test('tells of any column that was changed, keeps the row out and lets the others in', async () => {
      for (const [column, expression] of [...waitingColumns, ['mark', 'reverse(mark)'] as const]) {
        await wipe();
        const [first] = await leaveBehind(2);
        await tamper(`update audit_waiting set ${column} = ${expression} where id = $1`, [first]);
        expect([column, await check()]).toEqual([column, { kind: 'waiting-changed', id: first }]);
        expect([column, (await tip(server.deps.db)).seq]).toEqual([column, 1]);
      }
    });

    test('gives a row that somebody copies one place only', async () => {
      const [first] = await leaveBehind(1);
      const copy = `insert into audit_waiting (${content}) select ${content} from audit_waiting where id = $1`;
      await tamper(copy, [first]);
      const [, second] = await waitingIds();
      expect(await check()).toEqual({ kind: 'waiting-changed', id: second });
      expect((await tip(server.deps.db)).seq).toBe(1);
    });

    test('takes no row from whoever does not know the key', async () => {
      await tamper(`insert into audit_waiting (ticket, at, who, action, detail, mark)
        values (gen_random_uuid(), now(), 'Người khác', 'test.done', '{}', repeat('0', 64))`);
      expect(await check()).toMatchObject({ kind: 'waiting-changed' });
      expect((await tip(server.deps.db)).seq).toBe(0);
    });

    test('writes down in the log itself that the process that wrote one misses it', async () => {
      const { settle } = sealOf(server.deps.db);
      await record(server.deps, system, { action: 'test.done' });
      await tamper('delete from audit_waiting');
      await record(server.deps, system, { action: 'test.done' });
      await settle();
      expect(await check()).toEqual({ kind: 'lost', seq: 2 });
      // What comes later does not hide it; what is worse goes before it.
      await fill(2);
      expect(await check()).toEqual({ kind: 'lost', seq: 2 });
      await tamper(`update audit set who = 'x' where seq = 3`);
      expect(await check()).toEqual({ kind: 'changed', seq: 3 });
    });

    test('does not miss one that the database took back', async () => {
      const broken = write(server.deps, system, async (_trx, note) => {
        note({ action: 'test.done' });
        throw new Error('power cut');
      });
      await expect(broken).rejects.toThrow('power cut');
      await fill(1);
      expect(await check()).toBeNull();
      expect((await tip(server.deps.db)).seq).toBe(1);
    });

    test('remarks upon those that waited longer than a minute, and seals them', async () => {
      await leaveBehind(2);
      await tamper(`update audit_waiting set since = since - interval '61 seconds'`);
      const { waited, finding, rows } = await verify(server.deps.db, sealOf(server.deps.db));
      expect({ waited, finding, rows }).toEqual({ waited: 2, finding: null, rows: 2 });
      expect((await verify(server.deps.db, sealOf(server.deps.db))).waited).toBe(0);
    });

    test('has one sealer at a time, however many servers there are', async () => {
      const { key } = sealOf(server.deps.db);
      await leaveBehind(40);
      await Promise.all(Array.from({ length: 6 }, () => seal(server.deps.db, key)));
      expect((await tip(server.deps.db)).seq).toBe(40);
      expect(await waitingIds()).toEqual([]);
      await sealOf(server.deps.db).settle();
    });

    test('lets nobody change them or empty the table', async () => {
      await leaveBehind(1);
      for (const statement of [`update audit_waiting set who = 'x'`, 'truncate audit_waiting']) {
        await expect(server.deps.pool.query(statement)).rejects.toThrow('append-only');
      }
    });

    test('shows them to whoever reads the log right after', async () => {
      await server.ask('POST', '/views', { name: 'Của tôi', query: '', offered: false });
      const { body } = await server.ask<{ rows: readonly { action: string }[] }>('GET', '/audit?size=1');
      expect(body.rows.map(({ action }) => action)).toEqual(['view.save']);
    });
  });

  test('that was cut off stays so however much is written after it', async () => {
    await fill(6);
    await tamper('delete from audit where seq > 3');
    await fill(5);
    const finding = await check();
    expect(finding).toEqual({ kind: 'other-head', seq: 6 });
  });

  test('misses its head when somebody takes it away or writes another', async () => {
    await fill(3);
    const head = join(server.data, 'audit.head');
    writeFileSync(head, `3 ${'0'.repeat(64)} ${'0'.repeat(64)}\n`);
    expect(await check()).toEqual({ kind: 'head-forged' });
    rmSync(head);
    expect(await check()).toEqual({ kind: 'head-gone' });
  });

  test('is held against a head that somebody noted earlier', async () => {
    await fill(4);
    const noted = await tip(server.deps.db);
    await tamper('delete from audit where seq > 2');
    rmSync(join(server.data, 'audit.head'));
    await fill(1);
    const { finding } = await verify(server.deps.db, { ...sealOf(server.deps.db), noted });
    expect(finding).toEqual({ kind: 'truncated', seq: 3, kept: 4 });
  });

  test('rests on a key that is made once and that others may not read', async () => {
    const place = { data: server.data, given: null };
    const [one, two] = await Promise.all([openKey(place), openKey(place)]);
    expect(one.key).toEqual(two.key);
    expect(one.key.length).toBe(64);
    const { statSync } = await import('node:fs');
    expect(statSync(join(server.data, 'audit.key')).mode & 0o777).toBe(0o600);
    expect((await openKey({ data: server.data, given: 'another key' })).key.toString()).toBe('another key');
  });
});

interface Attack {
  readonly from: number;
  readonly to: number;
}
