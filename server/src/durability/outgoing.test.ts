// The server is killed while it makes the files of a document, and while a letter is on its way: nothing is half issued, nothing that a
// document needs is cleared away, nothing goes out twice.
import { createHash, randomBytes } from 'node:crypto';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { sql } from 'kysely';
import { SMTPServer } from 'smtp-server';
import { afterEach, expect, test } from 'vitest';
import type { NumberList, OutgoingContent, OutgoingDetail } from '../contract.ts';
import { connect, type Db } from '../db/connect.ts';
import { wholeContent } from '../testing/outgoing.ts';
import { ownDatabase, startProcess, type ServerProcess } from './machine.ts';
import { makeWorld } from './world.ts';

const cleanUp: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const step of cleanUp.splice(0).toReversed()) await step();
});

interface Installation {
  readonly db: Db;
  readonly data: string;
  readonly unitId: number;
  ask<T>(method: string, path: string, body?: unknown): Promise<T>;
  kill(): Promise<void>;
  start(): Promise<void>;
}

async function installation(more: Readonly<Record<string, string>> = {}): Promise<Installation> {
  const data = mkdtempSync(join(tmpdir(), 'nhipcau-outgoing-'));
  chmodSync(data, 0o755);
  cleanUp.push(() => rmSync(data, { recursive: true, force: true }));
  let server: ServerProcess = await startProcess(data, null, more);
  cleanUp.push(() => server.stop());
  const { db, close } = connect({ url: (await ownDatabase(data)).url, connections: 2 });
  cleanUp.push(close);
  const { cookies } = await makeWorld(db, 1);
  const { rows } = await sql<{
    id: number;
  }>`select unit_id as id from role_grant order by id desc limit 1`.execute(db);
  return {
    db,
    data,
    unitId: rows[0]?.id ?? 0,
    ask: async <T>(method: string, path: string, body?: unknown) => {
      const response = await fetch(`${server.url}/api${path}`, {
        method,
        headers: { cookie: cookies[0] ?? '', 'content-type': 'application/json' },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      const answer = (await response.json()) as T;
      if (response.status >= 300) throw new Error(JSON.stringify(answer));
      return answer;
    },
    kill: () => server.kill(),
    start: async () => {
      server = await startProcess(data, null, more);
    },
  };
}

/** Drawn up, submitted, signed and numbered. */
async function numbered(
  { ask, unitId }: Installation,
  more: Partial<OutgoingContent>,
): Promise<OutgoingDetail> {
  const made = await ask<OutgoingDetail>('POST', '/outgoing', { unitId, type: 'KH' });
  const content = wholeContent(made.content, more);
  let now = await ask<OutgoingDetail>('PATCH', `/outgoing/${made.id}`, { version: made.version, content });
  for (const step of ['submit', 'sign', 'number'])
    now = await ask<OutgoingDetail>('POST', `/outgoing/${now.id}/${step}`, { version: now.version });
  return now;
}

const outgoing = (data: string) => join(data, 'files', 'outgoing');
const kept = (data: string): readonly string[] => {
  try {
    return readdirSync(outgoing(data)).flatMap((folder) =>
      readdirSync(join(outgoing(data), folder)).map((rest) => `${folder}${rest}`),
    );
  } catch {
    return [];
  }
};
const pathOf = (data: string, sha256: string) => join(outgoing(data), sha256.slice(0, 2), sha256.slice(2));
const makeOld = (data: string) => {
  const then = new Date(Date.now() - 2 * 3_600_000);
  for (const each of kept(data)) utimesSync(pathOf(data, each), then, then);
};
/** A file that no document needs: that it is gone shows that somebody has swept. */
function plant(data: string): string {
  const bytes = randomBytes(100);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  mkdirSync(join(outgoing(data), sha256.slice(0, 2)), { recursive: true });
  writeFileSync(pathOf(data, sha256), bytes);
  return sha256;
}
async function sweep({ db, data }: Installation): Promise<void> {
  const planted = plant(data);
  const then = new Date(Date.now() - 2 * 3_600_000);
  utimesSync(pathOf(data, planted), then, then);
  await sql`select graphile_worker.add_job('sweep-outgoing')`.execute(db);
  await expect.poll(() => kept(data).includes(planted), { timeout: 60_000 }).toBe(false);
}

const cell = (text: string) => ({ lines: [text] });
/** Long enough that its PDF takes some seconds: there is time to die between the one file and the other. */
const long: Partial<OutgoingContent> = {
  attached: [
    {
      type: 'DANH MỤC',
      title: 'Nhiệm vụ',
      body: [
        {
          type: 'grid',
          widths: [1, 4, 2],
          head: [['TT', 'Nội dung', 'Đơn vị'].map(cell)],
          rows: Array.from({ length: 1500 }, (_, at) =>
            [`${at + 1}`, `Nhiệm vụ thứ ${at + 1}`, 'Sở Tài chính'].map(cell),
          ),
        },
      ],
    },
  ],
};

test(
  'killed while its files are made, a document is not issued; what was made is cleared away, what a document has never is',
  { timeout: 300_000 },
  async () => {
    const at = await installation();
    const ready = await numbered(at, long);
    const asking = at
      .ask('POST', `/outgoing/${ready.id}/issue`, { version: ready.version })
      .catch((error: Error) => error);
    while (kept(at.data).length === 0) await delay(2);
    await at.kill();
    expect(await asking).toBeInstanceOf(Error);
    await at.start();
    const [orphan] = kept(at.data);
    const found = await at.ask<OutgoingDetail>('GET', `/outgoing/${ready.id}`);
    expect(found).toMatchObject({
      status: 'numbered',
      fullNumber: ready.fullNumber,
      files: [],
      version: ready.version,
    });
    // Young: whoever made it may still be about to write it down.
    await sweep(at);
    expect(kept(at.data)).toEqual([orphan]);
    makeOld(at.data);
    await sweep(at);
    expect(kept(at.data)).toEqual([]);
    // Its number waits for it, and the register says whose it is.
    const issued = await at.ask<OutgoingDetail>('POST', `/outgoing/${ready.id}/issue`, {
      version: found.version,
    });
    expect(issued).toMatchObject({ status: 'issued', fullNumber: ready.fullNumber });
    const register = await at.ask<NumberList>('GET', `/numbers?unit=${at.unitId}`);
    expect(register.rows).toMatchObject([{ number: 1, status: 'used', outgoing: { id: ready.id } }]);
    expect(register.series).toMatchObject([{ last: 1, unexplained: [] }]);
    makeOld(at.data);
    await sweep(at);
    expect(kept(at.data).toSorted()).toEqual(issued.files.map(({ sha256 }) => sha256).toSorted());
  },
);

test(
  'killed while a letter is on its way, it is not sent again by itself: people are asked to find out',
  { timeout: 300_000 },
  async () => {
    const letters: string[] = [];
    const hang = { on: true };
    const smtp = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onData: (stream, _session, done) => {
        stream.resume();
        stream.on('end', () => {
          letters.push('letter');
          // The server has it, and whoever sent it never hears so.
          if (!hang.on) done();
        });
      },
    });
    smtp.on('error', () => undefined);
    await new Promise<void>((resolve) => {
      smtp.listen(0, '127.0.0.1', resolve);
    });
    cleanUp.push(() => smtp.close());
    const { port } = smtp.server.address() as AddressInfo;
    const at = await installation({
      SMTP_URL: `smtp://127.0.0.1:${port}`,
      NHIPCAU_ADDRESS: 'https://nhipcau.example',
    });
    const ready = await numbered(at, {});
    const issued = await at.ask<OutgoingDetail>('POST', `/outgoing/${ready.id}/issue`, {
      version: ready.version,
    });
    const receivers = [{ way: 'email', name: 'Báo Mẫu', email: 'toasoan@bao-mau.example' }];
    await at.ask('POST', `/outgoing/${issued.id}/receivers`, { version: issued.version, receivers });
    await expect.poll(() => letters.length, { timeout: 60_000 }).toBe(1);
    await at.kill();
    hang.on = false;
    await at.start();
    const receiver = async () =>
      (await at.ask<OutgoingDetail>('GET', `/outgoing/${issued.id}`)).receiverList[0];
    await expect.poll(async () => (await receiver())?.state, { timeout: 100_000 }).toBe('failed');
    expect((await receiver())?.problem).toContain('không rõ thư đã đến chưa');
    expect(letters).toHaveLength(1);
    // Somebody has asked, and it had not arrived.
    await at.ask('POST', `/outgoing/${issued.id}/receivers/${(await receiver())?.id}/again`);
    await expect.poll(async () => (await receiver())?.state, { timeout: 100_000 }).toBe('sent');
    expect(letters).toHaveLength(2);
  },
);
