import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { DutyDetail, Problem } from '../contract.ts';
import { handedDown } from '../testing/duties.ts';
import { testServer, type TestServer } from '../testing/harness.ts';
import { chunk, joined, latin, photo } from '../testing/photo.ts';
import { checkEvidence } from './evidence-check.ts';

const culture = 'demo:so-van-hoa-the-thao-va-du-lich';
let server: TestServer;
let officer: TestServer;
let stranger: TestServer;
let coordinator: TestServer;

/** Until no file waits to be read. */
const checked = async () => {
  const { rows } = await server.deps.pool.query<{ id: string }>(
    "select id from evidence where state = 'checking' and removed_at is null order by id",
  );
  for (const { id } of rows) await checkEvidence(server.deps, Number(id), false);
};

beforeAll(async () => {
  server = await testServer();
  officer = server.as(await server.person({ [culture]: ['officer'] }));
  stranger = server.as(await server.person({ 'demo:so-tai-chinh': ['officer'] }));
  coordinator = server.as(await server.person({ 'demo:so-ngoai-vu': ['coordinator'] }));
});
afterAll(() => server.close());

const duty = async () =>
  (
    await handedDown(server, {
      tasks: [{ due: '2026-11-15', lead: [culture], outputs: ['Phóng sự', 'Ảnh'] }],
    })
  ).dutyIds[0] ?? 0;
const read = async (id: number) => (await server.ask<DutyDetail>('GET', `/duties/${id}`)).body;

type Result = {
  files: {
    ok: boolean;
    evidence?: { id: number; fileName: string | null; mediaType: string; state: string };
  }[];
} & Problem;

async function send(
  as: TestServer,
  id: number,
  files: Readonly<Record<string, string | Uint8Array>>,
  output?: string,
) {
  const form = new FormData();
  if (output !== undefined) form.append('output', output);
  for (const [name, content] of Object.entries(files)) form.append('files', new Blob([content]), name);
  const response = await as.request(`/api/duties/${id}/evidence`, { method: 'POST', body: form });
  return { status: response.status, body: (await response.json()) as Result };
}

const waiting = () => globSync(join(server.data, 'files', 'waiting', '*'));

test('a photo loses place, owner and device, and keeps how it is turned', async () => {
  const id = await duty();
  const { status, body } = await send(officer, id, { 'IMG_1.JPG': photo }, '1');
  expect([status, body.files[0]?.evidence]).toEqual([
    201,
    expect.objectContaining({ fileName: null, mediaType: 'image/jpeg', output: 1, state: 'checking' }),
  ]);
  await checked();
  expect((await read(id)).evidence).toEqual([
    expect.objectContaining({ fileName: 'IMG_1.JPG', title: 'IMG_1.JPG', state: 'kept' }),
  ]);
  const file = await officer.request(`/api/duties/${id}/evidence/${body.files[0]?.evidence?.id}/file`);
  const kept = Buffer.from(await file.arrayBuffer()).toString('latin1');
  expect(kept).not.toMatch(/GPS|Mau|iPhone|second/);
  expect(kept).toContain('scan\u00ff\0data\u00ff\u00d0more');
  expect(kept).toContain('\u0001\u0012\0\u0003\0\0\0\u0001\0\u0006');
  expect(file.headers.get('content-type')).toBe('image/jpeg');
  expect(file.headers.get('content-disposition')).toMatch(/^inline/);
  expect(waiting()).toEqual([]);
});

test('the same file sent again over a bad line is the evidence that is there', async () => {
  const id = await duty();
  await send(officer, id, { 'a.jpg': photo });
  await send(officer, id, { 'a.jpg': photo });
  await checked();
  await send(officer, id, { 'a.jpg': photo });
  expect((await officer.ask<DutyDetail>('GET', `/duties/${id}`)).body.evidence).toHaveLength(1);
  expect(waiting()).toEqual([]);
});

test('sending a photo does not spoil the report that follows with the version seen before', async () => {
  const id = await duty();
  const { version } = await read(id);
  await send(officer, id, { 'a.jpg': photo });
  await checked();
  const { status } = await officer.ask('POST', `/duties/${id}/steps`, { do: 'report', version });
  expect(status).toBe(200);
});

test.each([
  ['anh.svg', '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'],
  ['trang.html', '<!doctype html><script>alert(1)</script>'],
  ['trang.txt', ' <html><script>alert(1)</script></html>'],
  ['chay.exe', 'MZ\u0090\0'],
  ['gia.pdf', 'not a pdf'],
  ['gia.docx', 'PK\u0003\u0004 nothing inside'],
  ['macro.docx', 'PK\u0003\u0004[Content_Types].xml word/document.xml word/vbaProject.bin'],
])('%s is refused, and says why', async (name, content) => {
  const id = await duty();
  const { status, body } = await send(officer, id, { [name]: latin(content) });
  expect([status, body.code, body.detail.includes(name)]).toEqual([422, 'evidence-kind', true]);
  expect((await read(id)).evidence).toEqual([]);
  expect(waiting()).toEqual([]);
});

test('a picture that ends in the middle of its head is refused, since nobody can say what is in it', async () => {
  const { status, body } = await send(officer, await duty(), { 'x.jpg': photo.subarray(0, 60) });
  expect([status, body.code]).toEqual([422, 'evidence-broken']);
});

test('a name cannot lead out of the folder, nor pass for another kind', async () => {
  const id = await duty();
  await send(officer, id, { '../../etc/cron.d/x.html': photo });
  await checked();
  expect((await read(id)).evidence[0]?.fileName).toBe('x.html.jpg');
  expect(existsSync(join(server.data, '..', 'etc'))).toBe(false);
});

test('what is no picture is downloaded, never shown', async () => {
  const id = await duty();
  const { body } = await send(officer, id, { 'ghi-chu.txt': 'Đã phát sóng ngày 05/3.' });
  await checked();
  const file = await officer.request(`/api/duties/${id}/evidence/${body.files[0]?.evidence?.id}/file`);
  expect(file.headers.get('content-disposition')).toMatch(/^attachment/);
  expect(file.headers.get('content-type')).toBe('application/octet-stream');
  expect(file.headers.get('content-security-policy')).toContain('sandbox');
  expect(file.headers.get('x-content-type-options')).toBe('nosniff');
});

test('more than the limit is cut off and nothing of it stays', async () => {
  const id = await duty();
  const { status, body } = await send(officer, id, { 'lon.jpg': new Uint8Array(51 * 2 ** 20).fill(0xff) });
  expect([status, body.code]).toEqual([413, 'too-large']);
  expect(waiting()).toEqual([]);
});

test('files of one form are taken or refused by themselves', async () => {
  const { status, body } = await send(officer, await duty(), { 'a.jpg': photo, 'b.svg': '<svg/>' });
  expect([status, body.files.map(({ ok }) => ok)]).toEqual([201, [true, false]]);
});

test('who may not read the duty gets neither its files nor a word that they exist', async () => {
  const id = await duty();
  const { body } = await send(officer, id, { 'a.jpg': photo });
  const path = `/duties/${id}/evidence/${body.files[0]?.evidence?.id}`;
  expect((await stranger.request(`/api${path}/file`)).status).toBe(404);
  expect((await stranger.ask('DELETE', path)).status).toBe(404);
  expect((await send(stranger, id, { 'b.jpg': photo })).status).toBe(404);
  expect((await send(coordinator, id, { 'b.jpg': photo })).status).toBe(403);
  expect((await server.as(null).request(`/api${path}/file`)).status).toBe(401);
  const other = await duty();
  expect(
    (await officer.request(`/api/duties/${other}/evidence/${body.files[0]?.evidence?.id}/file`)).status,
  ).toBe(404);
});

test('taken away, the bytes go with the last that needs them, and the history keeps the trace', async () => {
  const [first, second] = [await duty(), await duty()];
  const one = await send(officer, first, { 'a.txt': 'cùng một nội dung' });
  const two = await send(officer, second, { 'a.txt': 'cùng một nội dung' });
  await checked();
  const path = `/duties/${first}/evidence/${one.body.files[0]?.evidence?.id}`;
  const gone = await officer.ask<DutyDetail>('DELETE', path);
  expect(gone.body.evidence).toEqual([]);
  expect(gone.body.events[0]).toMatchObject({ action: 'evidenceRemoved', detail: { title: 'a.txt' } });
  expect((await officer.request(`/api${path}/file`)).status).toBe(404);
  const still = `/duties/${second}/evidence/${two.body.files[0]?.evidence?.id}`;
  expect((await officer.request(`/api${still}/file`)).status).toBe(200);
  await officer.ask('DELETE', still);
  expect(
    globSync(join(server.data, 'files', 'evidence', '**', '*')).filter((path) => {
      try {
        return readFileSync(path, 'utf8') === 'cùng một nội dung';
      } catch {
        return false;
      }
    }),
  ).toEqual([]);
});

test('links must be web addresses; a confirmed duty keeps its evidence as it is', async () => {
  const id = await duty();
  const link = { kind: 'link', title: 'Bài trên Cổng', url: 'https://songthao.example/bai-1' };
  const bad = { ...link, url: 'javascript:alert(1)' };
  expect((await officer.ask('POST', `/duties/${id}/evidence/links`, bad)).status).toBe(400);
  expect(
    (await officer.ask('POST', `/duties/${id}/evidence/links`, { kind: 'link', title: 'x' })).status,
  ).toBe(422);
  expect((await officer.ask('POST', `/duties/${id}/evidence/links`, { ...link, output: 2 })).status).toBe(
    422,
  );
  const added = await officer.ask<DutyDetail>('POST', `/duties/${id}/evidence/links`, link);
  expect([added.status, added.body.evidence[0]?.url]).toEqual([201, link.url]);
  const { version } = added.body;
  await officer.ask('POST', `/duties/${id}/steps`, { do: 'report', version });
  await coordinator.ask('POST', `/duties/${id}/steps`, { do: 'confirm', version: version + 1 });
  expect((await officer.ask('POST', `/duties/${id}/evidence/links`, link)).status).toBe(409);
  const path = `/duties/${id}/evidence/${added.body.evidence[0]?.id}`;
  expect((await officer.ask('DELETE', path)).status).toBe(409);
});

test('a form that is none says so', async () => {
  const id = await duty();
  const response = await officer.request(`/api/duties/${id}/evidence`, {
    method: 'POST',
    body: 'x',
    headers: { 'content-type': 'multipart/form-data; boundary=x' },
  });
  expect(response.status).toBe(422);
});

test('a PNG loses its texts', async () => {
  const id = await duty();
  const png = joined(
    latin('\u0089PNG\r\n\u001a\n'),
    chunk('IHDR', latin('\0\0\0\u0001\0\0\0\u0001\u0008\0\0\0\0')),
    chunk('tEXt', latin('Author\0Nguyen Van Mau')),
    chunk('eXIf', latin('GPS')),
    chunk('IDAT', new Uint8Array(deflateSync(Buffer.from([0, 0])))),
    chunk('IEND', new Uint8Array()),
  );
  const { body } = await send(officer, id, { 'a.png': png });
  await checked();
  const file = await officer.request(`/api/duties/${id}/evidence/${body.files[0]?.evidence?.id}/file`);
  const kept = Buffer.from(await file.arrayBuffer()).toString('latin1');
  expect(kept).not.toMatch(/Mau|GPS/);
  expect(kept).toMatch(/IHDR[^]*IDAT[^]*IEND/);
});
