// Tables as files: opened again by another library and by LibreOffice, at the limits of Excel, and by readers who go away.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inflateRawSync } from 'node:zlib';
import { Workbook } from '@cj-tech-master/excelts';
import { unzipSync } from 'fflate';
import { afterAll, describe, expect, test } from 'vitest';
import { parseCsv } from '../text/csv.ts';
import { escaped, letters, longestCell } from './cells.ts';
import { atOnce, begun, lineSchema, portionsOf, sheetOf, type Column } from './column.ts';
import { csvOf } from './csv.ts';
import { slug } from './download.ts';
import { jsonOf } from './json.ts';
import { sheetNames } from './names.ts';
import { mostRows, xlsxOf } from './xlsx.ts';

interface Row {
  readonly text: string | null;
  readonly amount: number | null;
  readonly day: string | null;
}

const columns: readonly Column<Row>[] = [
  { key: 'no', name: 'STT', width: 6, type: 'number', value: (_, index) => index + 1 },
  { key: 'text', name: 'Nội dung', width: 40, value: ({ text }) => text },
  { key: 'amount', name: 'Số lượng', width: 12, type: 'number', value: ({ amount }) => amount },
  { key: 'day', name: 'Ngày', width: 12, type: 'day', value: ({ day }) => day },
];

const rows: readonly Row[] = [
  { text: 'Hội nghị “Đường biên hòa bình”, <b>3 & 4</b>', amount: 1234.5, day: '2026-11-22' },
  { text: '=HYPERLINK("http://x.example";"bấm")', amount: -7, day: null },
  { text: '+84 987', amount: null, day: '2024-02-29' },
  { text: 'hai\ndòng, có “dấu phẩy”; và "ngoặc"', amount: 0, day: '1900-01-01' },
  { text: ' đầu và cuối ', amount: 1e15, day: 'không phải ngày' },
  { text: 'a\u0007b _x0041_ c\ud800', amount: 0.1 + 0.2, day: '9999-12-31' },
];

const table = (some: readonly Row[] = rows, title = 'Bảng thử') =>
  sheetOf({ title, columns, portions: atOnce(some) });

async function collected(bytes: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const all: Uint8Array[] = [];
  for await (const each of bytes) all.push(each);
  return Buffer.concat(all);
}

async function opened(bytes: Uint8Array): Promise<Workbook> {
  const workbook = new Workbook();
  await workbook.xlsx.load(bytes);
  return workbook;
}

describe('a workbook', () => {
  test('opens in another library with its words as they were, numbers as numbers and days as days', async () => {
    const workbook = await opened(await collected(xlsxOf([table()], { locale: 'vi' })));
    const sheet = workbook.getWorksheet('Bảng thử');
    expect(sheet?.getRow(1).values).toEqual([undefined, 'STT', 'Nội dung', 'Số lượng', 'Ngày']);
    const cell = (row: number, column: number) => sheet?.getRow(row + 2).getCell(column).value;
    for (const [at, { text, amount }] of rows.slice(0, 5).entries()) {
      expect(cell(at, 1)).toBe(at + 1);
      expect(cell(at, 2)).toBe(text);
      expect(cell(at, 3)).toBe(amount);
    }
    expect(cell(5, 3)).toBe(0.1 + 0.2);
    expect(cell(0, 4)).toEqual(new Date('2026-11-22T00:00:00Z'));
    expect(sheet?.getRow(2).getCell(4).numFmt).toBe('dd/mm/yyyy');
    expect(cell(2, 4)).toEqual(new Date('2024-02-29T00:00:00Z'));
    // Excel counts a day that never was in February 1900: days before March 1900 stay words, and so does what is no day.
    expect(cell(3, 4)).toBe('01/01/1900');
    expect(cell(4, 4)).toBe('không phải ngày');
    expect(cell(1, 2)).toBe('=HYPERLINK("http://x.example";"bấm")');
    expect(sheet?.autoFilter).toBe(`A1:D${rows.length + 1}`);
    // Two lines, and words that are wider than their column, are seen whole.
    expect([2, 5].map((row) => sheet?.getRow(row).height)).toEqual([30, 30]);
    expect(sheet?.getRow(2).getCell(2).alignment).toMatchObject({ wrapText: true, vertical: 'top' });
  });

  test('writes what XML cannot hold as Excel does, and what looks like that so that it stays', () => {
    expect(escaped('a\u0007b')).toBe('a_x0007_b');
    expect(escaped('_x0041_')).toBe('_x005F_x0041_');
    expect(escaped('c\ud800\r\nd\re')).toBe('c\ufffd\nd_x000D_e');
    expect(escaped('<&> \ufffe')).toBe('&lt;&amp;&gt; _xFFFE_');
  });

  test('holds several sheets, each named as Excel takes it', async () => {
    const long = 'Nhóm chỉ tiêu về hợp tác quốc tế: báo chí/xuất bản [2026]';
    const sheets = [long, long.toUpperCase(), "'Sở' ", 'History', '', '   ', '?*'].map((title) =>
      table(rows.slice(0, 1), title),
    );
    const workbook = await opened(await collected(xlsxOf(sheets, { locale: 'vi' })));
    const names = workbook.worksheets.map(({ name }) => name);
    expect(names).toHaveLength(7);
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(7);
    for (const name of names) {
      expect(name.length).toBeLessThanOrEqual(31);
      expect(name).not.toMatch(/[:\\/?*[\]]|^'|'$|^history$/i);
    }
    expect(names[0]).toBe('Nhóm chỉ tiêu về hợp tác quốc t');
    expect(names[2]).toBe('Sở');
    expect(names[3]).toBe('History (2)');
  });

  test('goes on in another sheet, with its head, where Excel has no row left', async () => {
    const many = Array.from({ length: 25 }, (_, at) => ({ ...rows[0], text: `Dòng ${at + 1}` }) as Row);
    const portions = portionsOf(many, 4, async (some) => some);
    const sheet = sheetOf({ title: 'Danh sách', columns, portions });
    const workbook = await opened(await collected(xlsxOf([sheet], { locale: 'vi', rowsPerSheet: 11 })));
    expect(workbook.worksheets.map(({ name }) => name)).toEqual([
      'Danh sách',
      'Danh sách (tiếp)',
      'Danh sách (tiếp) (2)',
    ]);
    const texts = workbook.worksheets.flatMap((each) =>
      Array.from({ length: each.rowCount }, (_, at) => String(each.getRow(at + 1).getCell(2).value)),
    );
    expect(texts.filter((text) => text === 'Nội dung')).toHaveLength(3);
    expect(texts.filter((text) => text !== 'Nội dung')).toEqual(many.map(({ text }) => text));
    expect(workbook.worksheets.map(({ rowCount }) => rowCount)).toEqual([11, 11, 6]);
  });

  test('says in the cell, and on a sheet of its own, what was too long for a cell', async () => {
    const long = `${'ă'.repeat(longestCell - 1)}😀 hết`;
    const fits = 'â'.repeat(longestCell);
    const cut = { text: long, amount: 1, day: null };
    const bytes = await collected(
      xlsxOf([table([{ ...cut, text: fits }, cut], 'Thuyết minh')], { locale: 'vi' }),
    );
    const workbook = await opened(bytes);
    const value = (row: number) => String(workbook.getWorksheet('Thuyết minh')?.getRow(row).getCell(2).value);
    expect(value(2)).toBe(fits);
    expect(value(3).length).toBeLessThanOrEqual(longestCell);
    expect(value(3)).toContain('ĐÃ CẮT BỚT: toàn văn dài 32.772 ký tự');
    expect(value(3).isWellFormed()).toBe(true);
    expect(workbook.getWorksheet('Ô bị cắt bớt')?.getRow(2).values).toEqual([
      undefined,
      'Thuyết minh',
      'B3',
      'Nội dung',
      long.length,
    ]);
    expect((await collected(csvOf(table([cut])))).toString('utf8')).toContain(long);
  });

  test('of more rows than a sheet of Excel has is whole', async () => {
    const count = mostRows + 10;
    const numbers = Array.from({ length: Math.ceil(count / 50_000) }, (_, at) => at * 50_000);
    const portions = portionsOf(numbers, 1, async ([from = 0]) =>
      Array.from({ length: Math.min(50_000, count - from) }, (_, at) => from + at),
    );
    const one: Column<number> = { key: 'n', name: 'n', width: 9, type: 'number', value: (n) => n };
    const bytes = await collected(
      xlsxOf([sheetOf({ title: 'n', columns: [one], portions })], { locale: 'vi' }),
    );
    const parts = unzipSync(bytes, { filter: ({ name }) => name.startsWith('xl/worksheets/') });
    const rowsOf = (name: string) => {
      const xml = Buffer.from(parts[`xl/worksheets/${name}.xml`] ?? []).toString('latin1');
      return [xml.split('<row ').length - 1, /<row r="(\d+)">(?!.*<row )/s.exec(xml.slice(-500))?.[1]];
    };
    expect(rowsOf('sheet1')).toEqual([1_048_576, '1048576']);
    expect(rowsOf('sheet2')).toEqual([12, '12']);
  }, 120_000);

  test('is a zip whose parts are what its list says', async () => {
    const bytes = await collected(xlsxOf([table()], { locale: 'en' }));
    const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
    const entries = bytes.readUInt16LE(end + 10);
    expect(bytes.readUInt32LE(end + 16) + bytes.readUInt32LE(end + 12)).toBe(end);
    let at = bytes.readUInt32LE(end + 16);
    const names: string[] = [];
    for (let no = 0; no < entries; no++) {
      const [packed, size, length, offset] = [
        bytes.readUInt32LE(at + 20),
        bytes.readUInt32LE(at + 24),
        bytes.readUInt16LE(at + 28),
        bytes.readUInt32LE(at + 42),
      ];
      names.push(bytes.toString('utf8', at + 46, at + 46 + length));
      const data = bytes.subarray(offset + 30 + length, offset + 30 + length + packed);
      expect(inflateRawSync(data)).toHaveLength(size);
      expect(bytes.readUInt32LE(offset + 30 + length + packed)).toBe(0x08074b50);
      at += 46 + length;
    }
    expect(names).toEqual([
      'xl/worksheets/sheet1.xml',
      'xl/workbook.xml',
      'xl/_rels/workbook.xml.rels',
      'xl/styles.xml',
      '_rels/.rels',
      '[Content_Types].xml',
    ]);
  });
});

test('names of sheets never end in half a character, and letters name columns beyond Z', () => {
  expect(sheetNames()(`${'x'.repeat(30)}😀`)).toBe('x'.repeat(30));
  expect([0, 25, 26, 701, 702, 16_383].map(letters)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA', 'XFD']);
});

test('names of files are Vietnamese without diacritics', () => {
  expect(slug('Báo cáo năm “Đối ngoại” 2026 – Sở Y tế')).toBe('bao-cao-nam-doi-ngoai-2026-so-y-te');
  expect(slug('???')).toBe('bang');
  expect(slug(`${'mười chữ cái '.repeat(6)}Thao Giang`)).toBe('muoi-chu-cai-'.repeat(6).slice(0, -1));
  expect(slug('x'.repeat(200))).toBe('x'.repeat(80));
});

test('CSV holds whole days and numbers, and no formula', async () => {
  const text = (await collected(csvOf(table()))).toString('utf8');
  expect(text.startsWith('\ufeffSTT,Nội dung,Số lượng,Ngày\r\n')).toBe(true);
  const read = parseCsv(text);
  expect(read.map((row) => row['Số lượng'])).toEqual([
    '1234.5',
    '-7',
    '',
    '0',
    '1000000000000000',
    '0.30000000000000004',
  ]);
  expect(read[0]?.['Ngày']).toBe('2026-11-22');
  expect(read[1]?.['Nội dung']).toBe('\'=HYPERLINK("http://x.example";"bấm")');
  expect(read[2]?.['Nội dung']).toBe("'+84 987");
  for (const text of ['@SUM(A1)', '\t=1', '  -2+3', '＝1+1', '\r\n=1']) {
    const [line] = parseCsv(
      (await collected(csvOf(table([{ text, amount: null, day: null }])))).toString('utf8'),
    );
    expect(line?.['Nội dung']).toBe(`'${text}`);
  }
});

test('JSON is one array, an object a line, by the keys of the columns, as its schema says', async () => {
  const portions = portionsOf(rows, 2, async (some) => some);
  const text = (
    await collected(jsonOf({ columns, lines: sheetOf({ title: '', columns, portions }).lines }))
  ).toString();
  const read = JSON.parse(text) as unknown[];
  expect(read[0]).toEqual({ no: 1, text: rows[0]?.text, amount: 1234.5, day: '2026-11-22' });
  expect(read).toHaveLength(rows.length);
  expect(text.trim().split('\n')).toHaveLength(rows.length + 2);
  expect(lineSchema(columns).array().safeParse(read).success).toBe(true);
  expect(lineSchema(columns).safeParse({ no: '1', text: null, amount: null, day: null }).success).toBe(false);
  expect(JSON.parse((await collected(jsonOf(table([])))).toString())).toEqual([]);
});

describe.each([
  ['XLSX', (sheet: ReturnType<typeof table>) => xlsxOf([sheet], { locale: 'vi' })],
  ['CSV', csvOf],
  ['JSON', jsonOf],
] as const)('%s', (_, write) => {
  /** Portions without end; tells how many were read, and that reading ended. */
  function endless() {
    const told = { read: 0, ended: false };
    async function* portions(): AsyncGenerator<readonly Row[]> {
      try {
        for (;;) {
          told.read += 1;
          yield rows;
        }
      } finally {
        told.ended = true;
      }
    }
    return { told, sheet: sheetOf({ title: 'Vô tận', columns, portions: portions() }) };
  }

  test('reads no further than it is asked', async () => {
    const { told, sheet } = endless();
    const bytes = write(sheet);
    for (let piece = 0; piece < 20; piece++) await bytes.next();
    expect(told.read).toBeLessThanOrEqual(20);
    const before = told.read;
    await new Promise((done) => setImmediate(done));
    expect(told.read).toBe(before);
  });

  test('ends reading once nobody asks', async () => {
    const { told, sheet } = endless();
    const reader = ReadableStream.from(write({ ...sheet, lines: await begun(sheet.lines) })).getReader();
    for (let piece = 0; piece < 8; piece++) await reader.read();
    expect(told.ended).toBe(false);
    await reader.cancel();
    expect(told.ended).toBe(true);
  });

  test('breaks off where reading does', async () => {
    async function* portions(): AsyncGenerator<readonly Row[]> {
      yield rows;
      throw new Error('Mất kết nối');
    }
    const sheet = sheetOf({ title: 'Hỏng', columns, portions: portions() });
    await expect(collected(write(sheet))).rejects.toThrow('Mất kết nối');
  });
});

/** LibreOffice's own table program; a machine may have its text program alone. */
function converted(folder: string, name: string, filter: string): boolean {
  const profile = `-env:UserInstallation=file://${folder}/profile`;
  const asked = ['--headless', '--convert-to', filter, '--outdir', folder, join(folder, name)];
  const made = spawnSync('soffice', [profile, ...asked], { encoding: 'utf8' });
  return made.status === 0 && !made.stderr.includes('Error');
}

const folder = mkdtempSync(join(tmpdir(), 'nhipcau-sheets-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
writeFileSync(join(folder, 'thu.csv'), 'a,b\n1,2\n');
const hasCalc = converted(folder, 'thu.csv', 'xlsx');

describe.skipIf(!hasCalc)('LibreOffice Calc (skipped where it is not installed)', () => {
  test('reads every sheet with the values that were written, days as they are said here', async () => {
    const plain = rows.slice(0, 4);
    const sheets = [table(plain, 'Thông tin'), table(plain.toReversed(), 'Số liệu: nhóm 1/2')];
    writeFileSync(join(folder, 'bang.xlsx'), await collected(xlsxOf(sheets, { locale: 'vi' })));
    // Commas, quotes, UTF-8, cells as they are shown; -1: every sheet into a file of its own.
    const filter = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,true,false,false,-1';
    expect(converted(folder, 'bang.xlsx', filter)).toBe(true);
    for (const [name, wanted] of [
      ['Thông tin', plain],
      ['Số liệu- nhóm 1-2', plain.toReversed()],
    ] as const) {
      const read = parseCsv(readFileSync(join(folder, `bang-${name}.csv`), 'utf8'));
      expect(read.map((row) => row['Nội dung'])).toEqual(wanted.map(({ text }) => text));
      expect(read.map((row) => row['Số lượng'])).toEqual(
        wanted.map(({ amount }) => (amount === null ? '' : String(amount))),
      );
      expect(read.map((row) => row['Ngày'])).toEqual(
        wanted.map(({ day }) => (day ?? '').split('-').toReversed().join('/')),
      );
    }
  }, 120_000);
});
