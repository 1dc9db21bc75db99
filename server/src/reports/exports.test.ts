// Reports as files: what stands in them is what the screens show, and nobody gets more than they may read.
import { Workbook } from '@cj-tech-master/excelts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Indicator, Problem, Report, ReportCall, ReportList, Rollup } from '../contract.ts';
import { committee } from '../testing/duties.ts';
import { testServer, type TestServer } from '../testing/harness.ts';
import {
  accepted,
  at,
  fillIn,
  finance,
  foreign,
  health,
  newCall,
  newRegime,
  regimeBody,
  reportAt,
  step,
} from '../testing/reports.ts';
import { plan } from '../testing/plans.ts';
import { parseCsv } from '../text/csv.ts';

let server: TestServer;
let call: ReportCall;
const codes = ['TTDN.01', 'NV.01', 'XB.01'];

beforeAll(async () => {
  server = await testServer();
  server.now = new Date('2026-12-15T03:00:00Z');
  const ownerId = await server.unit(committee);
  const made = await server.ask<Indicator>('POST', '/indicators', {
    ownerId,
    code: 'XB.01',
    name: '=Ấn phẩm: sách/báo',
    nameEn: 'Publications',
    group: 'Xuất bản: sách/báo và ấn phẩm thông tin đối ngoại',
    unit: 'ấn phẩm',
    breakdowns: [['language']],
    rule: 'sum',
  });
  if (made.status !== 201) throw new Error(JSON.stringify(made.body));
  const body = await regimeBody(server, { units: [health, finance, foreign], indicators: codes });
  const regime = await newRegime(server, body);
  call = await newCall(server, { of: 'regime', regimeId: regime.id, period: '2026' });
  const there = await at(server, health);
  const first = await reportAt(there, call.id, health);
  const indicatorId = first.call.form.indicators.find(({ code }) => code === 'XB.01')?.id;
  const cell = { indicatorId, cell: 'language=en', value: 4, version: 0 };
  await there.ask('PATCH', `/reports/${first.id}`, { figures: [cell], texts: [] });
  await there.ask('POST', `/reports/${first.id}/evidence`, {
    kind: 'link',
    sectionId: 'results',
    title: 'Bản tin số 5',
    url: 'https://so-y-te.example/ban-tin',
  });
  await accepted(server, { callId: call.id, unit: health }, { 'TTDN.01': 12, 'NV.01': 3, 'XB.01': 7 });
  server.now = new Date('2026-12-30T03:00:00Z');
  const late = await at(server, finance);
  await step(late, await fillIn(late, await reportAt(late, call.id, finance), { 'TTDN.01': 5 }), 'submit');
}, 120_000);
afterAll(() => server.close());

const file = async (path: string, as = server, language = 'vi'): Promise<Response> =>
  as.request(`/api${path}`, { headers: { 'accept-language': language } });

async function workbook(path: string, as = server): Promise<Workbook> {
  const found = new Workbook();
  await found.xlsx.load(await (await file(path, as)).arrayBuffer());
  return found;
}

type Line = Readonly<Record<string, unknown>>;

function linesOf(book: Workbook, title: string): readonly Line[] {
  const sheet = book.getWorksheet(title);
  if (!sheet)
    throw new Error(`No sheet ${title} beside ${book.worksheets.map(({ name }) => name).join(', ')}`);
  const heads = (sheet.getRow(1).values as unknown[]).slice(1).map(String);
  return Array.from({ length: sheet.rowCount - 1 }, (_, no) =>
    Object.fromEntries(
      heads.map((head, column) => [head, sheet.getRow(no + 2).getCell(column + 1).value ?? null]),
    ),
  );
}

const csv = async (path: string, as = server) => parseCsv(await (await file(path, as)).text());
const json = async <T>(path: string, as = server) => (await (await file(path, as)).json()) as T;

describe('who has reported in a call', () => {
  test('leaves in three forms with the same lines: on time, late, missing', async () => {
    const path = `/calls/${call.id}/export`;
    const [book, lines, records] = [
      await workbook(`${path}.xlsx`),
      await csv(`${path}.csv`),
      await json<Line[]>(`${path}.json`),
    ];
    const standing = new Map(lines.map((line) => [line['Đơn vị báo cáo'], line['Đúng hạn, quá hạn']]));
    const { rows } = (await server.ask<ReportList>('GET', `/reports?call=${call.id}&size=500`)).body;
    const said = {
      'on-time': 'Gửi đúng hạn',
      late: 'Gửi quá hạn',
      overdue: 'Chưa gửi, quá hạn',
      'in-term': 'Chưa gửi, trong hạn',
      excused: 'Được miễn',
    };
    expect(rows.map((row) => standing.get(row.unit.name))).toEqual(rows.map((row) => said[row.class]));
    expect(new Set(standing.values()).size).toBeGreaterThanOrEqual(3);
    const sheet = linesOf(book, 'Tình hình gửi báo cáo');
    expect(sheet.map((line) => line['Đơn vị báo cáo'])).toEqual(lines.map((line) => line['Đơn vị báo cáo']));
    expect(records.map((record) => record['unit'])).toEqual(lines.map((line) => line['Đơn vị báo cáo']));
    expect(records.map((record) => record['dueOn'])).toEqual(lines.map((line) => line['Hạn gửi']));
    expect(sheet[0]?.['Hạn gửi']).toBeInstanceOf(Date);
    const [total] = linesOf(book, 'Tổng số theo cấp').slice(-1);
    expect(total).toMatchObject({
      'Phải gửi': 3,
      'Đã gửi': 2,
      'Gửi đúng hạn': 1,
      'Gửi quá hạn': 1,
      'Chưa gửi, quá hạn': 1,
    });
  });

  test('leaves as it is filtered, under a name without diacritics', async () => {
    const late = await csv(`/calls/${call.id}/export.csv?class=late`);
    expect(late.map((line) => line['Ngày gửi'])).toEqual(['2026-12-30']);
    const { headers } = await file(`/calls/${call.id}/export.xlsx`);
    expect(headers.get('content-disposition')).toMatch(
      /^attachment; filename="tinh-hinh-gui-bao-cao-nam-thu[\w-]*-2026-12-30\.xlsx"/,
    );
    expect((await file(`/calls/${call.id}/export.json`)).headers.get('etag')).toBeNull();
  });
});

describe('a report with its annexes', () => {
  test('has its facts, its texts, a sheet for each group of indicators, and its evidence', async () => {
    const report = await reportAt(server, call.id, health);
    const book = await workbook(`/reports/${report.id}/export.xlsx`);
    const names = book.worksheets.map(({ name }) => name);
    expect(names.slice(0, 2)).toEqual(['Thông tin', 'Thuyết minh']);
    expect(names).toContain('Xuất bản- sách-báo và ấn phẩm t');
    expect(names.at(-1)).toBe('Minh chứng');
    const texts = linesOf(book, 'Thuyết minh');
    expect(texts.map((line) => [line['Mục'], line['Tên mục'], line['Nội dung']])).toEqual([
      ['I.', 'Kết quả', 'Đã thực hiện.'],
      ['II.', 'Phương hướng', null],
    ]);
    expect(linesOf(book, 'Minh chứng')).toMatchObject([
      { Tên: 'Bản tin số 5', 'Địa chỉ': 'https://so-y-te.example/ban-tin', Mục: 'Kết quả' },
    ]);
    const [indicator] = linesOf(book, 'Xuất bản- sách-báo và ấn phẩm t');
    expect(indicator?.['Chỉ tiêu']).toBe('=Ấn phẩm: sách/báo');
  });

  test('says every figure as the report does, with the derived value and whether it was corrected', async () => {
    const report = await reportAt(server, call.id, health);
    const lines = await csv(`/reports/${report.id}/export.csv`);
    const byCode = new Map(report.call.form.indicators.map(({ id, code }) => [id, code]));
    const shown = lines.map((line) => [
      line['Mã'],
      line['Của đơn vị'],
      line['Số tính từ sổ'],
      line['Đơn vị đã sửa'],
      line['Lý do sửa'],
    ]);
    const text = (value: number | null) => (value === null ? '' : String(value));
    expect(shown).toEqual(
      report.figures.map(({ indicatorId, value, derived, changed, reason }) => [
        byCode.get(indicatorId),
        text(value),
        text(derived),
        changed ? 'Có' : 'Không',
        reason ?? '',
      ]),
    );
    expect(shown.some(([, , , changed]) => changed === 'Có')).toBe(true);
    expect(lines.find((line) => line['Mã'] === 'XB.01' && line['Của đơn vị'] === '4')?.['Phân tổ']).toMatch(
      /Ngôn ngữ: .*Anh/,
    );
    // The guard against formulas is CSV's alone.
    expect(lines.find((line) => line['Mã'] === 'XB.01')?.['Chỉ tiêu']).toBe("'=Ấn phẩm: sách/báo");
  });

  test('is whole in JSON: the report as it is read, and the figures of the units below', async () => {
    const { id } = await reportAt(server, call.id, health);
    const alone = await json<{ report: Report; units: Line[] }>(`/reports/${id}/export.json`);
    expect(alone.report).toEqual((await server.ask<Report>('GET', `/reports/${id}`)).body);
    expect(alone.units).toEqual([]);
    const top = await json<{ report: Report; units: Line[] }>(`/reports/${call.ownReportId}/export.json`);
    expect(new Set(top.units.map((line) => line['unit'])).size).toBe(4);
    expect(top.units).toHaveLength(4 * codes.length + 2);
  });

  test('of which the reader knows nothing is not there, and neither is that of another unit', async () => {
    const report = await reportAt(server, call.id, health);
    const other = await at(server, finance);
    for (const form of ['xlsx', 'csv', 'json']) {
      for (const path of [`/reports/${report.id}/export`, `/reports/${report.id}/rollup-export`]) {
        const answer = await file(`${path}.${form}`, other);
        expect([answer.status, ((await answer.json()) as Problem).code]).toEqual([404, 'no-report']);
      }
    }
    expect((await file('/calls/1999999999/export.csv')).status).toBe(404);
    expect((await file('/reports/0/export.csv')).status).toBe(400);
  });
});

describe('a roll-up unit by unit', () => {
  test('has the own, the lower and the whole figure of each report as the roll-up says them', async () => {
    const lines = await csv(`/reports/${call.ownReportId}/rollup-export.csv`);
    const { rows } = (await server.ask<Rollup>('GET', `/reports/${call.ownReportId}/rollup`)).body;
    const text = (value: number | null) => (value === null ? '' : String(value));
    const own = lines.filter((line) => line['Gửi đến'] === '');
    expect(
      own.map((line) => [
        line['Mã'],
        line['Mã phân tổ'],
        line['Của đơn vị'],
        line['Cấp dưới'],
        line['Tổng'],
        line['Số báo cáo có số'],
      ]),
    ).toEqual(
      rows.flatMap(({ code, cells }) =>
        cells.map(({ cell, own: value, below, total, n }) => [
          code,
          cell,
          text(value),
          text(below),
          text(total),
          String(n),
        ]),
      ),
    );
    expect(own.find((line) => line['Mã'] === 'TTDN.01')).toMatchObject({ 'Cấp dưới': '12', Tổng: '12' });
    // Sent, but not accepted: it stands there and does not count.
    const sent = lines.find((line) => line['Của đơn vị'] === '5');
    expect(sent).toMatchObject({
      Mã: 'TTDN.01',
      'Được tính vào cấp trên': 'Không',
      'Tình trạng': 'Chờ xem xét',
    });
    // Who has given nothing is there with empty figures.
    const silent = lines.filter(
      (line) => line['Đúng hạn, quá hạn'] === 'Chưa gửi, quá hạn' && line['Gửi đến'] !== '',
    );
    expect(silent.map((line) => [line['Mã'], line['Tình trạng']])).toEqual(
      codes.map((code) => [code, 'Đang lập']),
    );
  });

  test('holds the reader’s own part alone', async () => {
    const officer = await at(server, health);
    const report = await reportAt(officer, call.id, health);
    const lines = await csv(`/reports/${report.id}/rollup-export.csv`, officer);
    expect(new Set(lines.map((line) => line['Mã báo cáo']))).toEqual(new Set([String(report.id)]));
  });
});

describe('every list of this part', () => {
  test.each([
    ['reports', '/reports/export', ''],
    ['calls', '/calls/export', ''],
    ['indicators', '/indicators/export', ''],
    ['outgoing documents', '/outgoing/export', ''],
    ['duties', '/duties/export', ''],
    ['tasks', '/tasks/export', ''],
    ['overviews', '/overview/export', ''],
    ['plans', '/plans/export', ''],
    ['documents', '/documents/export', ''],
    ['numbers', '/numbers/export', 'unit'],
  ])('of %s leaves in three forms with as many lines', async (_, path, needs) => {
    const query = needs === 'unit' ? `?unit=${await server.unit(committee)}` : '';
    if (needs === 'unit') {
      const taken = { unitId: await server.unit(committee), type: 'KH', purpose: 'Kế hoạch năm 2027' };
      await server.ask('POST', '/numbers', taken);
    }
    await server.ask('POST', '/outgoing', { title: 'Dự thảo thử' });
    if (path === '/plans/export')
      await server.ask('POST', '/plans', { unitId: await server.unit(committee), title: 'Kế hoạch thử' });
    if (path === '/documents/export') await server.take('ke-hoach.txt', plan({ number: '99/KH-UBND' }));
    const book = await workbook(`${path}.xlsx${query}`);
    const [first] = book.worksheets;
    const lines = await csv(`${path}.csv${query}`);
    const records = await json<Line[]>(`${path}.json${query}`);
    const sheets = path === '/overview/export' ? book.worksheets : [first];
    const written = sheets.reduce((sum, sheet) => sum + (sheet?.rowCount ?? 0) - 1, 0);
    expect([written, records.length]).toEqual([lines.length, lines.length]);
    if (!['/duties/export', '/tasks/export'].includes(path)) expect(lines.length).toBeGreaterThan(0);
    expect(Object.keys(records[0] ?? {}).length).toBe(
      records.length > 0 ? Object.keys(lines[0] ?? {}).length : 0,
    );
    const english = await (await file(`${path}.csv${query}`, server, 'en')).text();
    expect(english.split('\r\n')[0]).toMatch(/^[\x20-\x7e]+$/);
  });

  test('holds nothing for somebody of another province, and is closed to who is not signed in', async () => {
    const stranger = server.as(await server.person({}));
    for (const path of ['/reports', '/calls', '/outgoing']) {
      expect((await file(`${path}/export.csv`, server.as(null))).status).toBe(401);
      expect((await file(`${path}/export.csv`, stranger)).status).toBe(403);
    }
    const officer = await at(server, finance);
    const mine = await csv('/reports/export.csv', officer);
    const units = new Set(mine.map((line) => line['Đơn vị báo cáo']));
    expect([...units]).toEqual(['Sở Tài chính']);
  });
});
