import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { DocumentDetail, DocumentList, UploadResult } from '../contract.ts';
import { plan } from '../testing/plans.ts';
import { testServer, type TestServer } from '../testing/harness.ts';

let server: TestServer;
beforeAll(async () => {
  server = await testServer();
  await server.startJobs();
});
afterAll(() => server.close());

const uploaded = async (files: Record<string, string | Uint8Array>) =>
  ((await (await server.upload(files)).json()) as UploadResult).files;

/** Follows the events until the last. */
async function untilRead(id: number): Promise<string> {
  const response = await server.request(`/api/documents/${id}/events`);
  const text = await response.text();
  expect(response.headers.get('content-type')).toContain('text/event-stream');
  return text.slice(text.lastIndexOf('event: '));
}

/** All that stands in the data folder, names and contents. */
function everythingOnDisk(folder: string): string {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map(
      (name) =>
        `${name}\n${statSync(join(folder, name)).isFile() ? readFileSync(join(folder, name), 'utf8') : ''}`,
    )
    .join('\n');
}

async function everythingInDatabase(): Promise<string> {
  const { rows: tables } = await sql<{
    schema: string;
    name: string;
  }>`select table_schema as schema, table_name as name
    from information_schema.tables where table_schema in ('public', 'graphile_worker') and table_type = 'BASE TABLE'`.execute(
    server.deps.db,
  );
  const parts: string[] = [];
  for (const { schema, name } of tables) {
    if (name === 'unit' || name === 'unit_successor') continue;
    const { rows } = await sql`select * from ${sql.table(`${schema}.${name}`)}`.execute(server.deps.db);
    parts.push(JSON.stringify(rows));
  }
  return parts.join('\n');
}

describe('an upload', () => {
  test('of several files gives each its own answer, and reads them', async () => {
    const files = await uploaded({
      'Kế hoạch 58.txt': plan(),
      'rỗng.docx': '',
      'Công văn.md': plan({ number: '12/KH-UBND', title: 'Đón phóng viên nước ngoài năm 2026' }),
    });
    expect(files.map(({ name, ok }) => [name, ok])).toEqual([
      ['Kế hoạch 58.txt', true],
      ['rỗng.docx', false],
      ['Công văn.md', true],
    ]);
    expect(files[1]).toMatchObject({
      problem: { code: 'empty-file', detail: expect.stringContaining('rỗng.docx') as string },
    });
    const ids = files.flatMap((file) => (file.ok ? [file.id] : []));
    for (const id of ids) expect(await untilRead(id)).toContain('"status":"review"');
    const [first] = files;
    const document = await server.document(first?.ok ? first.id : 0);
    expect(document).toMatchObject({
      status: 'review',
      fileName: 'Kế hoạch 58.txt',
      number: '58/KH-UBND',
      type: 'KH',
      issuedOn: '2026-02-10',
      issuer: 'Ủy ban nhân dân tỉnh Sông Thao',
    });
    expect(document.state?.draft.tasks.map(({ lead }) => lead.map(({ unitName }) => unitName))).toEqual([
      ['Sở Văn hóa, Thể thao và Du lịch'],
      ['Sở Tài chính'],
      ['Công an tỉnh'],
    ]);
    const { text } = document.content ?? { text: '' };
    for (const task of document.state?.draft.tasks ?? []) {
      expect(text.slice(...(task.span ?? [0, 0]))).toContain(task.text.slice(0, 20));
    }
  });

  test('of the same file again says so and leads to the first', async () => {
    const text = plan({ number: '77/KH-UBND' });
    const [first] = await uploaded({ 'một.txt': text });
    const [second] = await uploaded({ 'hai.txt': text });
    expect(second).toMatchObject({ ok: false, problem: { code: 'duplicate-file', status: 409 } });
    expect(second && !second.ok && second.duplicateOf?.id).toBe(first?.ok && first.id);
  });

  test('returns the original byte for byte, under its name', async () => {
    const text = plan({ number: '78/KH-UBND' });
    const [file] = await uploaded({ 'Kế hoạch (đặc biệt).txt': text });
    const id = file?.ok ? file.id : 0;
    await untilRead(id);
    const response = await server.request(`/api/documents/${id}/file`);
    expect(await response.text()).toBe(text);
    expect(response.headers.get('content-disposition')).toBe(
      `attachment; filename="ke-hoach-dac-biet-.txt"; filename*=UTF-8''K%E1%BA%BF%20ho%E1%BA%A1ch%20%28%C4%91%E1%BA%B7c%20bi%E1%BB%87t%29.txt`,
    );
    expect(response.headers.get('content-security-policy')).toContain('sandbox');
  });

  test('of a file that bears a mark of secrecy leaves nothing of it', async () => {
    const secret = `MẬT\n\n${plan({ number: '99/KH-UBND', title: 'Nội dung riêng không ai được biết' })}`;
    const [file] = await uploaded({ 'ten-tep-rieng.txt': secret });
    const id = file?.ok ? file.id : 0;
    expect(await untilRead(id)).toContain('"code":"secret-mark"');
    const answer = await server.ask<DocumentDetail>('GET', `/documents/${id}`);
    expect(answer.body).toMatchObject({ status: 'refused', fileName: '', content: null, state: null });
    const traces = `${everythingOnDisk(server.data)}\n${await everythingInDatabase()}`;
    for (const trace of ['ten-tep-rieng', 'không ai được biết', '99/KH-UBND'])
      expect(traces).not.toContain(trace);
    const { rows } = (await server.ask<DocumentList>('GET', '/documents')).body;
    expect(rows.map((row) => row.id)).not.toContain(id);
  });

  test('of what is no document fails with a sentence, keeps no file, and may be repeated', async () => {
    const zip = new Uint8Array([0x50, 0x4b, 3, 4, 9, 9, 9, 9]);
    for (const attempt of [1, 2]) {
      const [file] = await uploaded({ [`hỏng-${attempt}.docx`]: zip });
      const id = file?.ok ? file.id : 0;
      expect(await untilRead(id)).toContain('"status":"failed"');
      const { problem } = await server.document(id);
      expect(problem?.detail).toContain(`hỏng-${attempt}.docx`);
      expect((await server.request(`/api/documents/${id}/file`)).status).toBe(404);
    }
    expect(readdirSync(join(server.data, 'files', 'waiting'))).toEqual([]);
  });

  test('answers in English to who asks for it', async () => {
    const [file] = await uploaded({ 'broken.docx': 'PK\u0003\u0004 no zip' });
    const id = file?.ok ? file.id : 0;
    await untilRead(id);
    const { body } = await server.ask<DocumentDetail>('GET', `/documents/${id}`, undefined, {
      'accept-language': 'en-GB,en;q=0.9,vi;q=0.5',
    });
    expect(body.problem?.title).toBe('The file could not be read');
  });

  test('with more than thirty files takes thirty and says which were too many', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 32 }, (_, i) => [`tệp-${i}.txt`, i < 30 ? '' : plan()]),
    );
    const results = await uploaded(files);
    expect(results.slice(0, 30).every((file) => !file.ok && file.problem.code === 'empty-file')).toBe(true);
    expect(results.slice(30).map((file) => !file.ok && file.problem.code)).toEqual([
      'too-many-files',
      'too-many-files',
    ]);
  });

  test('of a file over 50 MB takes the others', async () => {
    const results = await uploaded({
      'to.txt': new Uint8Array(50 * 2 ** 20 + 1),
      'vừa.txt': plan({ number: '79/KH-UBND' }),
    });
    expect(results).toMatchObject([{ ok: false, problem: { code: 'too-large', status: 413 } }, { ok: true }]);
  });

  test('that is no form, or holds no file, says what is wrong', async () => {
    const post = (body: string | FormData | undefined, type?: string) =>
      server.request('/api/documents', {
        method: 'POST',
        ...(body === undefined ? {} : { body }),
        headers: type ? { 'content-type': type } : {},
      });
    expect(await (await post('{}', 'application/json')).json()).toMatchObject({ code: 'not-multipart' });
    expect(await (await post(new FormData())).json()).toMatchObject({ code: 'no-files' });
  });

  test('that breaks off in the middle keeps nothing of the broken file', async () => {
    const boundary = 'xyz';
    const head = `--${boundary}\r\ncontent-disposition: form-data; name="files"; filename="dở.txt"\r\n\r\nnội dung`;
    const response = await server.request('/api/documents', {
      method: 'POST',
      body: head,
      headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
    });
    expect(await response.json()).toMatchObject({
      files: [{ ok: false, problem: { code: 'upload-cut-short' } }],
    });
    expect(everythingOnDisk(server.data)).not.toContain('dở.txt');
  });

  test('cannot leave its folder by its name', async () => {
    const [file] = await uploaded({ '../../../etc/passwd': plan({ number: '80/KH-UBND' }) });
    expect(file).toMatchObject({ ok: true, name: 'passwd' });
    await untilRead(file?.ok ? file.id : 0);
  });
});

describe('the list of documents', () => {
  test('finds with and without diacritics, filters, sorts and counts', async () => {
    const find = async (query: string) => (await server.ask<DocumentList>('GET', `/documents?${query}`)).body;
    const q = (text: string) => `q=${encodeURIComponent(text)}`;
    expect((await find(q('don phong vien'))).rows.map(({ number }) => number)).toEqual(['12/KH-UBND']);
    expect((await find(q('Đón phóng viên'))).total).toBe(1);
    expect((await find(q('Đồn phóng viên'))).total).toBe(0);
    const failed = await find('status=failed');
    expect(failed.rows.every(({ status }) => status === 'failed')).toBe(true);
    expect(failed.facets.status.find(({ key }) => key === 'review')?.count).toBeGreaterThan(2);
    const numbers = (await find('status=review&sort=number')).rows.map(({ number }) => number);
    expect(numbers).toEqual([
      '12/KH-UBND',
      '58/KH-UBND',
      '77/KH-UBND',
      '78/KH-UBND',
      '79/KH-UBND',
      '80/KH-UBND',
    ]);
  });
});
