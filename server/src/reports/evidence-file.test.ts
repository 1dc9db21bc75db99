import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type {
  BelowTexts,
  NoticeList,
  Problem,
  Report,
  ReportCall,
  ReportEvidenceFiles,
} from '../contract.ts';
import { checkEvidence } from '../duties/evidence-check.ts';
import { evidenceFiles, sweepEvidence } from '../duties/evidence-files.ts';
import { isKept } from '../documents/files.ts';
import { testServer, type TestServer } from '../testing/harness.ts';
import {
  at,
  fillIn,
  finance,
  foreign,
  health,
  indicatorId,
  newCall,
  plainRule,
  reportAt,
  step,
} from '../testing/reports.ts';
import { evidenceHolder } from './evidence-file.ts';

let server: TestServer;
let unit: TestServer;
let call: ReportCall;
let report: Report;

beforeAll(async () => {
  server = await testServer();
  server.now = new Date('2026-12-01T03:00:00Z');
  unit = await at(server, health);
  call = await newCall(server, {
    of: 'ad-hoc',
    name: 'Minh chứng bằng tệp',
    dueOn: '2026-12-20',
    indicators: ['TTDN.01', 'TTDN.05'],
    units: { ...plainRule, include: [await server.unit(health), await server.unit(finance)] },
  });
  report = await reportAt(unit, call.id, health);
});
afterAll(() => server.close());

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

type Files = Readonly<Record<string, string | Uint8Array>>;

async function send(
  person: TestServer,
  files: Files,
  fields: Readonly<Record<string, string>> = {},
  id = report.id,
): Promise<{ status: number; body: ReportEvidenceFiles & Problem }> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  for (const [name, content] of Object.entries(files))
    form.append('files', new Blob([content as string]), name);
  const response = await person.request(`/api/reports/${id}/evidence/files`, { method: 'POST', body: form });
  return { status: response.status, body: (await response.json()) as never };
}

const read = async () => {
  const rows = await server.deps.db
    .selectFrom('evidence')
    .select('id')
    .where('state', '=', 'checking')
    .where('removedAt', 'is', null)
    .execute();
  for (const { id } of rows) await checkEvidence(server.deps, id, false, evidenceHolder);
};
const now = async (person = unit) => (await person.ask<Report>('GET', `/reports/${report.id}`)).body;
const download = (person: TestServer, evidenceId: number) =>
  person.request(`/api/reports/${report.id}/evidence/${evidenceId}/file`);

describe('a file', () => {
  test('proves a section or a figure, waits without a name until it was read, then whoever reads what the report says has it', async () => {
    const section = report.call.form.outline[0]?.id ?? '';
    const sent = await send(
      unit,
      { 'bien-ban.txt': 'Biên bản nghiệm thu lớp tập huấn.' },
      { sectionId: section },
    );
    expect([sent.status, sent.body.files]).toEqual([201, [{ name: 'bien-ban.txt', ok: true }]]);
    const [waiting] = sent.body.report.evidence;
    expect(waiting).toMatchObject({ kind: 'file', state: 'checking', title: '', sectionId: section });
    expect((await download(unit, waiting?.id ?? 0)).status).toBe(404);
    // Who only reads does not see what nobody has read yet.
    expect((await now(server)).evidence).toEqual([]);
    const { version } = sent.body.report;
    await read();
    const kept = await now();
    expect(kept.evidence).toMatchObject([
      { state: 'kept', title: 'bien-ban.txt', mediaType: 'text/plain; charset=utf-8' },
    ]);
    // Who sends files first and the report then has seen no other report.
    expect(kept.version).toBe(version);
    const file = await download(unit, waiting?.id ?? 0);
    expect([file.status, await file.text()]).toEqual([200, 'Biên bản nghiệm thu lớp tập huấn.']);
    expect(file.headers.get('content-disposition')).toContain('attachment');
    expect(file.headers.get('content-security-policy')).toContain('sandbox');
    // Who receives the report has it with the report, once it is sent (below).
    expect((await download(server, waiting?.id ?? 0)).status).toBe(403);
    const stranger = await at(server, foreign);
    expect((await download(stranger, waiting?.id ?? 0)).status).toBe(404);
  });

  test('of a figure is a picture that is shown, without what the camera wrote', async () => {
    const id = String(indicatorId(report, 'TTDN.05'));
    const sent = await send(unit, { 'anh.png': png }, { indicatorId: id });
    const found = sent.body.report.evidence.find(({ indicatorId: of }) => String(of) === id);
    expect(found).toMatchObject({ kind: 'file', mediaType: 'image/png', state: 'kept', title: 'anh.png' });
    const file = await download(unit, found?.id ?? 0);
    expect([file.headers.get('content-type'), file.headers.get('content-disposition')]).toEqual([
      'image/png',
      expect.stringContaining('inline'),
    ]);
    const again = await send(unit, { 'anh.png': png }, { indicatorId: id });
    expect(again.body.report.evidence).toHaveLength(sent.body.report.evidence.length);
  });

  test('with a path for a name keeps its last part alone', async () => {
    const sent = await send(unit, { '../../etc/passwd.txt': 'không phải mật khẩu' });
    expect(sent.status).toBe(201);
    await read();
    const titles = (await now()).evidence.map(({ title }) => title);
    expect(titles).toContain('passwd.txt');
    expect(titles.filter((title) => title.includes('/'))).toEqual([]);
  });

  test('that is empty, of no known kind or too large is refused with its reason, and nothing of it is kept', async () => {
    const before = await server.deps.db.selectFrom('evidence').select('id').execute();
    const bad: readonly (readonly [Files, number, string])[] = [
      [{ 'rong.pdf': '' }, 422, 'empty-file'],
      [{ 'chay.exe': new Uint8Array([0x4d, 0x5a, 0x90, 0, 3, 0, 0, 0]) }, 422, 'evidence-kind'],
      [{ 'gia.png': 'MZ không phải ảnh' }, 422, 'evidence-kind'],
      [{ 'lon.txt': new Uint8Array(51 * 2 ** 20).fill(0x61) }, 413, 'too-large'],
    ];
    for (const [files, status, code] of bad) {
      const refused = await send(unit, files);
      expect([Object.keys(files), refused.status, refused.body.code]).toEqual([
        Object.keys(files),
        status,
        code,
      ]);
    }
    expect(await server.deps.db.selectFrom('evidence').select('id').execute()).toEqual(before);
    const nowhere = await send(unit, { 'a.txt': 'a' }, { sectionId: 'x' });
    expect([nowhere.status, nowhere.body.code]).toEqual([422, 'report-no-section']);
    const odd = await send(unit, { 'a.txt': 'a' }, { indicatorId: 'abc' });
    expect([odd.status, odd.body.code]).toEqual([422, 'evidence-place']);
    const both = await send(unit, { 'tot.txt': 'Tệp tốt', 'rong.txt': '' });
    expect([both.status, both.body.files.map(({ ok }) => ok)]).toEqual([201, [true, false]]);
    const none = await unit.request(`/api/reports/${report.id}/evidence/files`, { method: 'POST' });
    expect(none.status).toBe(422);
  }, 60_000);

  test('that bears a mark of secrecy is destroyed; who sent it is told, who reads the report sees nothing of it', async () => {
    const person = await server.person({ [health]: ['officer'] });
    await send(server.as(person), { 'van-ban.txt': 'TUYỆT MẬT\nNội dung của văn bản.' });
    await read();
    const refused = (await now()).evidence.find(({ state }) => state === 'refused');
    expect(refused).toMatchObject({ title: '', refusal: 'secret-mark', mediaType: null });
    expect((await now(server)).evidence.some(({ state }) => state === 'refused')).toBe(false);
    const { rows } = (await server.as(person).ask<NoticeList>('GET', '/notices')).body;
    expect(rows[0]).toMatchObject({ kind: 'evidence-refused', reportId: report.id });
    expect((await download(unit, refused?.id ?? 0)).status).toBe(404);
  });

  test('that is taken away goes with its bytes, unless something else is proved by them', async () => {
    const content = 'Một tệp chứng minh hai điều.';
    await send(unit, { 'hai.txt': content });
    const id = String(indicatorId(report, 'TTDN.01'));
    await send(unit, { 'hai.txt': content }, { indicatorId: id });
    await read();
    const two = (await now()).evidence.filter(({ title }) => title === 'hai.txt');
    expect(two).toHaveLength(2);
    const { sha256 } = await server.deps.db
      .selectFrom('evidence')
      .select('sha256')
      .where('id', '=', two[0]?.evidenceId ?? 0)
      .executeTakeFirstOrThrow();
    const there = () => isKept(evidenceFiles(server.deps.files), sha256 ?? '');
    const drop = (each: number | undefined) =>
      unit.ask<Report>('DELETE', `/reports/${report.id}/evidence/${each}`);
    expect((await drop(two[0]?.id)).status).toBe(200);
    expect([await there(), (await download(unit, two[1]?.id ?? 0)).status]).toEqual([true, 200]);
    expect((await drop(two[1]?.id)).status).toBe(200);
    expect([await there(), (await download(unit, two[1]?.id ?? 0)).status]).toEqual([false, 404]);
    expect(await sweepEvidence(server.deps, new Date('2999-01-01'))).toBe(0);
  });

  test('comes from nobody but who fills the report, and from nobody once it is sent', async () => {
    const other = await at(server, finance);
    expect((await send(other, { 'a.txt': 'a' })).status).toBe(404);
    const observer = server.as(await server.person({ [health]: ['observer'] }));
    expect((await send(observer, { 'a.txt': 'a' })).status).toBe(403);
    const filled = await fillIn(unit, await now(), { 'TTDN.01': 2 }, null);
    const sent = (await step(unit, filled, 'submit')).body;
    const late = await send(unit, { 'a.txt': 'tệp đến muộn' });
    expect([late.status, late.body.code]).toEqual([409, 'report-wrong-state']);
    expect(sent.status).toBe('submitted');
  });

  test('is a link beside the unit’s text where the reports are put together', async () => {
    const below = (await server.ask<BelowTexts>('GET', `/reports/${call.ownReportId}/below`)).body;
    const rows = below.sections.flatMap(({ rows: all }) => all);
    const proofs = rows.flatMap(({ evidence }) => evidence);
    expect(proofs).toContainEqual(expect.objectContaining({ kind: 'file', title: 'bien-ban.txt' }));
    const [row] = rows;
    const file = proofs.find(({ title }) => title === 'bien-ban.txt');
    const opened = await server.request(`/api/reports/${row?.reportId}/evidence/${file?.id}/file`);
    expect(opened.status).toBe(200);
  });
});
