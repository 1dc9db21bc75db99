import { globSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { DutyDetail, Evidence, NoticeList, Problem } from '../contract.ts';
import { handedDown } from '../testing/duties.ts';
import { testServer, type TestServer } from '../testing/harness.ts';
import { photo, sound, tinyPng } from '../testing/photo.ts';
import { checkEvidence, recheckOrphans } from './evidence-check.ts';
import { awaitedEvidence, sweepEvidence } from './evidence-files.ts';

const culture = 'demo:so-van-hoa-the-thao-va-du-lich';
let server: TestServer;
let officer: TestServer;
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

const secret = `MẬT\n\nỦY BAN NHÂN DÂN\nTỈNH SÔNG THAO\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\nSố: 1/BC-UBND\n\nBÁO CÁO\nvề một việc`;
/** Whether anything on the disk holds these words, or a file has this name. */
const onDisk = (words: string) =>
  globSync(join(server.data, 'files', '**', '*')).filter((path) => {
    try {
      return readFileSync(path, 'utf8').includes(words);
    } catch {
      return false;
    }
  });

test('a document that bears a mark of secrecy is destroyed; its sender is told, and only that there was one stays', async () => {
  const id = await duty();
  const { status, body } = await send(officer, id, { 'ke-hoach-tac-chien.txt': secret });
  expect([status, body.files[0]?.evidence?.state]).toEqual([201, 'checking']);
  const { version } = await read(id);
  expect((await officer.ask('POST', `/duties/${id}/steps`, { do: 'report', version })).status).toBe(200);
  await checked();
  expect(onDisk('MẬT')).toEqual([]);
  expect(waiting()).toEqual([]);
  const own = (await officer.ask<DutyDetail>('GET', `/duties/${id}`)).body;
  expect(own.evidence).toEqual([
    expect.objectContaining({
      state: 'refused',
      refusal: 'secret-mark',
      title: '',
      fileName: null,
      size: null,
    }),
  ]);
  expect(own.events[0]).toMatchObject({ action: 'evidenceRefused', who: null, note: null });
  expect(own.state).toBe('reported');
  const others = (await coordinator.ask<DutyDetail>('GET', `/duties/${id}`)).body;
  expect(others.evidence).toEqual([]);
  const { rows } = (await officer.ask<NoticeList>('GET', '/notices')).body;
  expect(rows.filter(({ dutyId }) => dutyId === id).map(({ kind }) => kind)).toEqual(['evidence-refused']);
  const dumped = await server.deps.pool.query<{ found: string }>(
    `select coalesce(string_agg(t::text, ' '), '') as found from (
      select to_jsonb(e) as t from evidence e union all select to_jsonb(v) from duty_event v
      union all select to_jsonb(a) from audit a union all select to_jsonb(n) from notice n) as everything`,
  );
  expect(dumped.rows[0]?.found).not.toMatch(/tac-chien|BÁO CÁO/);
  expect((await officer.ask('DELETE', `/duties/${id}/evidence/${own.evidence[0]?.id}`)).status).toBe(200);
});

test('while a file is read only those who work on the duty know of it, and nobody opens it', async () => {
  const id = await duty();
  const { body } = await send(officer, id, { 'a.jpg': photo });
  const evidenceId = body.files[0]?.evidence?.id ?? 0;
  const seenBy = async (as: TestServer) =>
    (await as.ask<DutyDetail>('GET', `/duties/${id}`)).body.evidence.map(({ state, title }) => [
      state,
      title,
    ]);
  expect(await seenBy(officer)).toEqual([['checking', '']]);
  expect(await seenBy(coordinator)).toEqual([]);
  const path = `/api/duties/${id}/evidence/${evidenceId}/file`;
  expect((await officer.request(path)).status).toBe(404);
  await checked();
  expect(await seenBy(coordinator)).toEqual([['kept', 'a.jpg']]);
  expect((await officer.request(path)).status).toBe(200);
});

test('what is taken away while it is read never becomes evidence', async () => {
  const id = await duty();
  const { body } = await send(officer, id, { 'a.jpg': photo });
  const evidenceId = body.files[0]?.evidence?.id ?? 0;
  const reading = checkEvidence(server.deps, evidenceId, false);
  expect((await officer.ask('DELETE', `/duties/${id}/evidence/${evidenceId}`)).status).toBe(200);
  await reading;
  const after = (await officer.ask<DutyDetail>('GET', `/duties/${id}`)).body;
  expect([after.evidence, waiting()]).toEqual([[], []]);
});

test('a server that dies between moving the file and saying so loses nothing: the next reading finds it', async () => {
  const id = await duty();
  const { body } = await send(officer, id, { 'ghi-chu.txt': 'Phát sóng lần hai ngày 06/3.' });
  const evidenceId = body.files[0]?.evidence?.id ?? 0;
  const [row] = (
    await server.deps.pool.query<{ sha256: string; waiting: string }>(
      'select sha256, waiting from evidence where id = $1',
      [evidenceId],
    )
  ).rows;
  const kept = join(server.data, 'files', 'evidence');
  mkdirSync(join(kept, row?.sha256.slice(0, 2) ?? ''), { recursive: true });
  renameSync(
    join(server.data, 'files', 'waiting', row?.waiting ?? '', 'content'),
    join(kept, row?.sha256.slice(0, 2) ?? '', row?.sha256.slice(2) ?? ''),
  );
  expect(await awaitedEvidence(server.deps.db)).toEqual([row?.waiting]);
  // Nothing that waits is swept, however old.
  expect(await sweepEvidence(server.deps, new Date(Date.now() + 86_400_000))).toBe(0);
  await server.deps.pool.query(
    "delete from graphile_worker._private_jobs where payload->>'evidenceId' is not null",
  );
  expect(await recheckOrphans(server.deps)).toBe(1);
  expect(await recheckOrphans(server.deps)).toBe(0);
  await checked();
  expect((await read(id)).evidence[0]).toMatchObject({ state: 'kept', title: 'ghi-chu.txt' });
  expect(await (await officer.request(`/api/duties/${id}/evidence/${evidenceId}/file`)).text()).toContain(
    '06/3',
  );
  expect(waiting()).toEqual([]);
});

test('a reader that is killed fails the try, not the evidence; only the last try gives the file up', async () => {
  const id = await duty();
  const { body } = await send(officer, id, { 'ghi-chu.txt': 'Phát sóng lần ba ngày 07/3.' });
  const evidenceId = body.files[0]?.evidence?.id ?? 0;
  const broken = {
    ...server.deps,
    readers: {
      read: async () => ({ ok: false as const, code: 'reader-broke', values: {} }),
      close: async () => undefined,
    },
  };
  await expect(checkEvidence(broken, evidenceId, false)).rejects.toThrow('reader-broke');
  const state = async () =>
    (await officer.ask<DutyDetail>('GET', `/duties/${id}`)).body.evidence.map((each: Evidence) => each.state);
  expect(await state()).toEqual(['checking']);
  await checkEvidence(broken, evidenceId, true);
  expect(await state()).toEqual(['refused']);
  expect(onDisk('07/3')).toEqual([]);
});

test('files that no evidence has are swept once they are old, those of evidence never', async () => {
  const id = await duty();
  await send(officer, id, { 'a.jpg': photo });
  await checked();
  const kept = join(server.data, 'files', 'evidence');
  const sha = 'ab'.repeat(32);
  mkdirSync(join(kept, 'ab'), { recursive: true });
  writeFileSync(join(kept, 'ab', sha.slice(2)), 'orphan');
  const before = globSync(join(kept, '*', '*')).length;
  expect(await sweepEvidence(server.deps, new Date(Date.now() - 3_600_000))).toBe(0);
  expect(await sweepEvidence(server.deps, new Date(Date.now() + 60_000))).toBe(1);
  expect(globSync(join(kept, '*', '*'))).toHaveLength(before - 1);
  const { evidence } = await read(id);
  expect((await officer.request(`/api/duties/${id}/evidence/${evidence[0]?.id}/file`)).status).toBe(200);
});

test('a picture too small for words, or a recording, is evidence at once', async () => {
  const id = await duty();
  const { body } = await send(officer, id, { 'a.png': tinyPng, 'b.mp3': sound });
  expect(body.files.map(({ evidence }) => evidence?.state)).toEqual(['kept', 'kept']);
});

test('two servers that read the same file keep it once', async () => {
  const id = await duty();
  await send(officer, id, { 'ghi-chu.txt': 'Phát sóng lần bốn ngày 08/3.' });
  const { rows } = await server.deps.pool.query<{ id: string }>(
    "select id from evidence where state = 'checking' and removed_at is null",
  );
  expect(rows).toHaveLength(1);
  await Promise.all([
    checkEvidence(server.deps, Number(rows[0]?.id), false),
    checkEvidence(server.deps, Number(rows[0]?.id), false),
  ]);
  const { events, evidence } = await read(id);
  expect(evidence.map(({ state }) => state)).toEqual(['kept']);
  expect(events.filter(({ action }) => action === 'evidenceAdded')).toHaveLength(1);
});
