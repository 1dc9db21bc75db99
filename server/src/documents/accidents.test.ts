// What happens around an upload: clients that go away, disks that fill up, forms that are none.
import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Problem, UploadResult } from '../contract.ts';
import { testServer, type TestServer } from '../testing/harness.ts';

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
  } as RequestInit);

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
