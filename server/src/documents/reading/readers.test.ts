import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, expect, test } from 'vitest';
import { plan } from '../../testing/plans.ts';
import { ReadersClosed, startReaders, type Readers, type ReadersOptions } from './readers.ts';
import { sendable } from './sendable.ts';

const folder = mkdtempSync(join(tmpdir(), 'nhipcau-readers-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const started: Readers[] = [];
afterEach(async () => {
  await Promise.all(started.splice(0).map((readers) => readers.close()));
});

function start(options: Partial<ReadersOptions> = {}): Readers {
  const readers = startReaders({ count: 1, seconds: 30, megabytes: 512, ...options });
  started.push(readers);
  return readers;
}

/** A reader's program that does something bad with each order. */
function badProgram(name: string, act: string): string {
  const path = join(folder, `${name}.mjs`);
  writeFileSync(path, `process.on('message', (order) => { ${act} });`);
  return path;
}

const order = (name: string, text: string) => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return { path, name };
};

const answer = `process.send({ kind: 'outcome', outcome: { ok: false, code: 'unreadable', values: {} } });`;

test('a reader reads one file after the other and says how far it is', async () => {
  const readers = start();
  const stages: string[] = [];
  const first = await readers.read(order('kế hoạch.txt', plan()), ({ stage }) => stages.push(stage));
  expect(first).toMatchObject({
    ok: true,
    understood: { format: 'txt', parsed: { document: { number: '58/KH-UBND' } } },
  });
  expect(stages).toEqual(expect.arrayContaining(['reading', 'understanding']));
  expect(await readers.read(order('mật.txt', `TỐI MẬT\n\n${plan()}`), () => undefined)).toMatchObject({
    ok: false,
    code: 'secret-mark',
    values: { file: 'mật.txt' },
  });
  expect(
    await readers.read({ path: join(folder, 'không có'), name: 'không có' }, () => undefined),
  ).toMatchObject({ code: 'file-lost' });
});

test('a reader that hangs is killed, and the next file is read', async () => {
  const program = badProgram('hang', `if (order.name === 'hang') for (;;); ${answer}`);
  const readers = start({ seconds: 1, program });
  const [hung, other] = await Promise.all([
    readers.read(order('hang', ''), () => undefined),
    readers.read(order('next', ''), () => undefined),
  ]);
  expect(hung).toEqual({ ok: false, code: 'took-too-long', values: { file: 'hang', seconds: 1 } });
  expect(other).toMatchObject({ code: 'unreadable' });
});

test('a reader that makes headway has its time anew', async () => {
  const step = `setTimeout(() => process.send({ kind: 'headway', headway: { stage: 'recognising-pages', page: ++page, pages: 4 } }), 450 * i);`;
  const program = badProgram(
    'slow',
    `let page = 0; for (const i of [1, 2, 3, 4]) ${step} setTimeout(() => { ${answer} }, 2200);`,
  );
  const readers = start({ seconds: 1, program });
  const pages: number[] = [];
  expect(await readers.read(order('slow', ''), ({ page }) => pages.push(page))).toMatchObject({
    code: 'unreadable',
  });
  expect(pages).toEqual([1, 2, 3, 4]);
});

test.skipIf(process.platform !== 'linux')(
  'a reader that takes too much memory outside of the heap is killed',
  async () => {
    const program = badProgram(
      'grow',
      `globalThis.held = []; setInterval(() => held.push(Buffer.alloc(20e6, 1)), 5);`,
    );
    const readers = start({ megabytes: 300, program });
    expect(await readers.read(order('grow', ''), () => undefined)).toMatchObject({
      code: 'took-too-much',
      values: { limit: 300 },
    });
  },
);

test('a reader that fills its heap ends alone', async () => {
  const program = badProgram('heap', `const held = []; for (;;) held.push(new Array(1e5).fill({}));`);
  const readers = start({ megabytes: 128, program });
  expect(await readers.read(order('heap', ''), () => undefined)).toMatchObject({
    ok: false,
    code: 'took-too-much',
  });
});

test('a reader that crashes is told of, with its last words', async () => {
  const words: string[] = [];
  const program = badProgram('crash', `throw new Error('đổ vỡ ' + order.name);`);
  const readers = start({ program, onCrash: (last) => words.push(last) });
  expect(await readers.read(order('xấu', ''), () => undefined)).toEqual({
    ok: false,
    code: 'reader-broke',
    values: { file: 'xấu' },
  });
  expect(words.join()).toContain('đổ vỡ xấu');
});

test('closing ends what is being read and what waits', async () => {
  const readers = start({ program: badProgram('forever', 'for (;;);') });
  const all = Promise.allSettled([1, 2].map((n) => readers.read(order(`f${n}`, ''), () => undefined)));
  await readers.close();
  for (const each of await all)
    expect(each).toMatchObject({ status: 'rejected', reason: expect.any(ReadersClosed) as Error });
  await expect(readers.read(order('late', ''), () => undefined)).rejects.toThrow(ReadersClosed);
});

test('what the database cannot hold is replaced one for one', () => {
  const deep = { text: 'a\0b', list: ['\ud800x', { more: 'x\udc00' }], same: [1, null, true], emoji: '🎉' };
  expect(sendable(deep)).toEqual({
    text: 'a\ufffdb',
    list: ['\ufffdx', { more: 'x\ufffd' }],
    same: [1, null, true],
    emoji: '🎉',
  });
  let nested: unknown = 'x\0';
  for (let depth = 0; depth < 200_000; depth += 1) nested = [nested];
  expect(() => sendable(nested)).not.toThrow();
});
