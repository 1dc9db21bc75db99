// What happens around an upload: clients that go away, disks that fill up, forms that are none.
import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { system } from '../access/actor.ts';
import type { Problem, UploadResult } from '../contract.ts';
import { testServer, type TestServer } from '../testing/harness.ts';
import { plan } from '../testing/plans.ts';
import { isKept, keep, openFiles } from './files.ts';
import { documentById } from './queries.ts';
import { readDocument } from './read-job.ts';
import { receive } from './receive.ts';

let server: TestServer;
beforeAll(async () => {
  server = await testServer();
});
afterAll(() => server.close());

const waiting = () => readdirSync(join(server.data, 'files', 'waiting'));

const type = 'multipart/form-data; boundary=X';
const part = (name: string, content: string) =>
  `--X\r\ncontent-disposition: form-data; name="files"; filename="${name}"\r\n\r\n${content}`;

const send = (body: string | ReadableStream, contentType = type) =>
  server.request('/api/documents', {
    method: 'POST',
    body,
    headers: { 'content-type': contentType },
    duplex: 'half',
  });

describe('an upload', () => {
  test('whose client goes away leaves no file and no request that never ends', async () => {
    let sent = false;
    const body = new ReadableStream<Uint8Array>({
      async pull(controller) {
        if (!sent) controller.enqueue(new TextEncoder().encode(part('dở.txt', 'nội dung '.repeat(20_000))));
        else {
          await expect.poll(waiting).toHaveLength(1);
          controller.error(new Error('aborted'));
        }
        sent = true;
      },
    });
    const result = (await (await send(body)).json()) as UploadResult;
    expect(result.files).toMatchObject([{ ok: false, problem: { code: 'upload-cut-short' } }]);
    expect(waiting()).toEqual([]);
  });

  test('that cannot be written says so for each file, and ends', async () => {
    rmSync(join(server.data, 'files', 'waiting'), { recursive: true });
    writeFileSync(join(server.data, 'files', 'waiting'), '');
    const files = ['một.txt', 'hai.txt'].map((name) => `${part(name, name.repeat(50_000))}\r\n`);
    const result = (await (await send(`${files.join('')}--X--\r\n`)).json()) as UploadResult;
    rmSync(join(server.data, 'files', 'waiting'));
    expect(result.files).toMatchObject([
      { ok: false, problem: { code: 'not-taken', detail: expect.stringContaining('một.txt') as string } },
      { ok: false, problem: { code: 'not-taken', detail: expect.stringContaining('hai.txt') as string } },
    ]);
  });

  test.each([
    ['has no boundary', type.replace('=X', '='), part('a.txt', 'x')],
    ['has headers that are none', type, '--X\r\nno header\r\n\r\nx\r\n--X--\r\n'],
  ])('that is no form is told so: it %s', async (_, contentType, body) => {
    const answer = await send(body, contentType);
    expect([answer.status, ((await answer.json()) as Problem).code]).toEqual([422, 'not-multipart']);
  });
});

describe('a reading', () => {
  test('that was killed between the move of the file and its row keeps the name of the file', async () => {
    await openFiles(server.data);
    const content = Readable.from([Buffer.from(plan({ number: '91/KH-UBND' }))]);
    const ownerId = await server.unit('demo:uy-ban-nhan-dan-tinh-song-thao');
    const received = await receive(server.deps, system, { name: 'Kế hoạch 91.txt', content, ownerId });
    const id = received.ok ? received.id : 0;
    const row = await documentById(server.deps.db, id);
    await keep(server.deps.files, row?.waiting ?? '', row?.sha256 ?? '');
    await readDocument(server.deps, id);
    expect(await server.document(id)).toMatchObject({ status: 'review', fileName: 'Kế hoạch 91.txt' });
    expect(waiting()).toEqual([]);
    await server.ask('DELETE', `/documents/${id}`);
    expect(await isKept(server.deps.files, row?.sha256 ?? '')).toBe(false);
  });
});
