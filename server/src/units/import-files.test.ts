// Tables as agencies make them: titles above the head, numbers of columns below it, merged cells, lines broken in cells.
import { Workbook } from '@cj-tech-master/excelts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { UnitImportResult } from '../contract.ts';
import { testServer, type TestServer } from '../testing/harness.ts';
import { headOf } from './import-head.ts';
import { kindOf } from './kind-words.ts';

let server: TestServer;
let admin: TestServer;
let under = 0;
beforeAll(async () => {
  server = await testServer();
  admin = server.as(await server.person({ 'demo:so-ngoai-vu': ['administrator'] }));
  under = await server.unit('demo:so-ngoai-vu');
});
afterAll(() => server.close());

async function load(file: Uint8Array | string, name = 'Đơn vị.xlsx') {
  const form = new FormData();
  form.append('file', new Blob([typeof file === 'string' ? file : new Uint8Array(file)]), name);
  const response = await admin.request(`/api/units/import?under=${under}&dryRun=true`, {
    method: 'POST',
    body: form,
    headers: { 'accept-language': 'vi' },
  });
  return { status: response.status, body: (await response.json()) as UnitImportResult & { detail: string } };
}

const units = ({ body }: Awaited<ReturnType<typeof load>>) =>
  body.rows.map(({ row, name, superior }) => [row, name, superior]);
const top = 'Sở Ngoại vụ';

describe('a workbook', () => {
  /** Title over all columns, an empty line, heads of two lines, the columns' numbers, then the units. */
  async function workbook(): Promise<Uint8Array> {
    const book = new Workbook();
    book.addWorksheet('Bìa').addRow(['Kèm theo Công văn số 12/SNgV-VP']);
    const sheet = book.addWorksheet('Danh sách');
    sheet.addRows([
      ['DANH SÁCH CƠ QUAN, ĐƠN VỊ TRỰC THUỘC'],
      ['(Kèm theo Công văn số 12/SNgV-VP ngày 05/3/2026)'],
      [],
      ['TT', 'Tên đơn vị\n(đầy đủ) *', 'Loại', 'Trực thuộc', 'Liên hệ', ''],
      ['', '', '', '', 'Điện thoại', 'Email'],
      ['(1)', '(2)', '(3)', '(4)', '(5)', '(6)'],
      [1, 'Trung tâm Dịch thuật\nvà Lễ tân', 'Đơn vị sự nghiệp', '', '0203 1', 'dich@song-thao.example'],
      [2, 'Phòng Lễ tân', 'Phòng', 'Trung tâm Dịch thuật và Lễ tân', '', ''],
      [3, 'Phòng Biên dịch', 'PHÒNG, VĂN PHÒNG', '', '', ''],
    ]);
    for (const range of ['A1:F1', 'A2:F2', 'A4:A5', 'B4:B5', 'C4:C5', 'D4:D5', 'E4:F4', 'D8:D9'])
      sheet.mergeCells(range);
    return new Uint8Array(await book.xlsx.writeBuffer());
  }

  test('is read below its titles, on the sheet that holds the table; rows are counted as shown', async () => {
    const found = await load(await workbook());
    expect(found.body.errors).toEqual([]);
    expect(units(found)).toEqual([
      [7, 'Trung tâm Dịch thuật và Lễ tân', top],
      [8, 'Phòng Lễ tân', 'Trung tâm Dịch thuật và Lễ tân'],
      [9, 'Phòng Biên dịch', 'Trung tâm Dịch thuật và Lễ tân'],
    ]);
  });

  test('without the columns is refused with their names', async () => {
    const book = new Workbook();
    book.addWorksheet('Danh sách').addRows([
      ['Tên đơn vị', 'Ghi chú'],
      ['Phòng A', ''],
    ]);
    const { status, body } = await load(new Uint8Array(await book.xlsx.writeBuffer()));
    expect([status, body.detail]).toEqual([422, expect.stringContaining('Tên đơn vị, Loại')]);
  });
});

describe('a text', () => {
  const lines = [
    ';;;',
    'DANH SÁCH ĐƠN VỊ, NĂM 2026;;;',
    'STT;"Tên\r\nđơn vị";Loại;Tên viết tắt',
    '1;2;3;4',
    '1;"Phòng Thông tin,\r\nđối ngoại";Phòng, văn phòng;"TT;ĐN\nTTĐN"',
    '2;"Phòng ""Một cửa""";"Sở/Phòng";',
    '',
  ];

  for (const [name, bytes] of [
    ['semicolons', new TextEncoder().encode(lines.join('\r\n'))],
    ['a mark in front', new TextEncoder().encode(`\ufeff${lines.join('\n')}`)],
    ['tabs, in UTF-16', Buffer.from(`\ufeff${lines.join('\r\n').replaceAll(';', '\t')}`, 'utf16le')],
  ] as const) {
    test(`with ${name} keeps the line breaks within its cells`, async () => {
      const { status, body } = await load(bytes, 'Đơn vị.csv');
      expect(status).toBe(200);
      expect(body.rows.map(({ row, name: unit }) => [row, unit])).toEqual([
        [5, 'Phòng Thông tin, đối ngoại'],
        [6, 'Phòng "Một cửa"'],
      ]);
      expect(body.errors).toMatchObject([{ row: 6, column: 'Loại', code: 'unknown-kind' }]);
      expect(body.errors[0]?.message).toContain(
        '“Sở/Phòng” không phải loại đơn vị. Ghi đúng một trong các loại',
      );
    });
  }
});

test('a kind is one exact name or a usual synonym, not a part of one nor two in one', () => {
  const read = [
    'Sở, ban, ngành',
    'SỞ BAN NGÀNH',
    'Phòng',
    'Uỷ ban nhân dân',
    'UBND',
    'Cơ quan báo chí',
    'Office',
  ];
  expect(read.map(kindOf)).toEqual([
    'department',
    'department',
    'office',
    'committee',
    'committee',
    'press',
    'office',
  ]);
  for (const wrong of ['Phòng/Sở', 'Phò', 'Sở Ngoại', 'Ban', 'ngành', 'văn', 'Phòng; Sở'])
    expect([wrong, kindOf(wrong)]).toEqual([wrong, null]);
});

test('a head is found where there is one, and no line of units is taken for its numbers', () => {
  const head = ['Tên đơn vị', 'Loại'];
  expect(headOf([head, ['Phòng A', 'Phòng']])).toMatchObject({ from: 1 });
  expect(headOf([['Danh sách'], head, ['1', '2'], ['A', 'Phòng']])).toMatchObject({ from: 3 });
  expect(headOf([head, ['1', '']])).toMatchObject({ from: 1 });
  expect(headOf([['Tên đơn vị'], ['Phòng A']])).toBeNull();
  expect(headOf([])).toBeNull();
});
