import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { typeset } from '../../test/ocr/typeset.ts';
import { plainPdf, show } from '../../test/pdf/plain.ts';
import type { Source, Table } from '../tree.ts';
import { readPdf } from './pdf.ts';
import type { Progress } from './reader.ts';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const fileAt = (path: string): Uint8Array => new Uint8Array(readFileSync(here(path)));

async function sourceOf(bytes: Uint8Array): Promise<Source> {
  const reading = await readPdf({ name: 'a.pdf', bytes }, {});
  if (!reading.ok) throw new Error(reading.problem.message);
  return reading.source;
}

async function problemOf(bytes: Uint8Array): Promise<string> {
  const reading = await readPdf({ name: 'a.pdf', bytes }, {});
  return reading.ok ? '' : reading.problem.code;
}

const cellsOf = (source: Source, table: Table): string[][] =>
  table.rows.map((row) => row.cells.map((cell) => source.text.slice(...cell.span)));
const tablesIn = (source: Source): Table[] => source.blocks.filter((block) => block.type === 'table');

const PLAN = typeset({
  parent: 'UBND TỈNH SÔNG THAO',
  agency: 'SỞ NGOẠI VỤ',
  number: '128/KH-SNgV',
  place: 'Sông Thao',
  date: '07 tháng 3 năm 2025',
  type: 'KẾ HOẠCH',
  title: 'Triển khai công tác thông tin đối ngoại năm 2025',
  body: [
    '**I. MỤC ĐÍCH',
    'Nâng cao nhận thức, trách nhiệm của cán bộ, công chức, viên chức về vị trí, vai trò của công tác thông tin đối ngoại trong tình hình mới.',
    'Các hoạt động phải thiết thực, tiết kiệm.',
  ],
  recipients: ['UBND tỉnh (b/c);', 'Lưu: VT.'],
  authority: ['KT. GIÁM ĐỐC', 'PHÓ GIÁM ĐỐC'],
  signer: 'Trần Quỳnh Hương',
});

describe('a PDF with a text layer', () => {
  it('keeps letterhead and signature in two columns each', async () => {
    const source = await sourceOf(PLAN);
    const [letterhead, signature] = tablesIn(source);
    expect(cellsOf(source, letterhead!)).toEqual([
      [
        'UBND TỈNH SÔNG THAO\nSỞ NGOẠI VỤ\nSố: 128/KH-SNgV',
        'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nSông Thao, ngày 07 tháng 3 năm 2025',
      ],
    ]);
    expect(cellsOf(source, signature!)).toEqual([
      ['Nơi nhận:\n- UBND tỉnh (b/c);\n- Lưu: VT.', 'KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC\nTrần Quỳnh Hương'],
    ]);
  });

  it('joins hard-wrapped lines, tells bold and centred ones, and says where each stands', async () => {
    const source = await sourceOf(PLAN);
    const text = source.blocks.flatMap((block) =>
      block.type === 'paragraph' ? [source.text.slice(...block.span)] : [],
    );
    expect(text[0]).toBe('KẾ HOẠCH');
    expect(text).toContain(
      'Nâng cao nhận thức, trách nhiệm của cán bộ, công chức, viên chức về vị trí, vai trò của công tác thông tin đối ngoại trong tình hình mới.',
    );
    const title = source.blocks.find((block) => block.type === 'paragraph');
    expect(title).toMatchObject({ bold: true, align: 'center', origin: { page: 1 } });
    expect(source.pages).toHaveLength(1);
  });

  it('joins a table over its pages: head once, merged cells with their extent', async () => {
    const source = await sourceOf(fileAt('../../test/pdf/table-over-pages.pdf'));
    const table = tablesIn(source).find(({ columns }) => columns === 4)!;
    const rows = cellsOf(source, table);
    expect(rows.filter((row) => row[0] === 'TT')).toHaveLength(1);
    expect(rows.map((row) => row[0]).filter((cell) => /^\d+$/.test(cell ?? ''))).toEqual(
      Array.from({ length: 14 }, (_, at) => String(at + 1)),
    );
    expect(
      table.rows.find((row) => source.text.slice(...row.span).startsWith('I\t'))?.cells[1]?.columns,
    ).toBe(3);
    expect(table.rows.flatMap((row) => row.cells).some((cell) => cell.rows === 3)).toBe(true);
  });

  it('reads a table whose page lies on its side', async () => {
    const source = await sourceOf(fileAt('../../test/pdf/table-on-its-side.pdf'));
    const rows = cellsOf(source, tablesIn(source)[0]!);
    expect(rows[0]).toEqual(['TT', 'Nhiệm vụ', 'Cơ quan chủ trì', 'Thời gian']);
    expect(rows.map((row) => row[0])).toContain('14');
  });

  it('converts fonts older than Unicode and says so', async () => {
    const bytes = plainPdf({
      pages: [show('Thùc hiÖn KÕ ho¹ch c«ng t¸c th«ng tin ®èi ngo¹i', 72, 700)],
      font: '.VnTime',
    });
    const source = await sourceOf(bytes);
    expect(source.text).toBe('Thực hiện Kế hoạch công tác thông tin đối ngoại');
    expect(source.diagnostics.map(({ code }) => code)).toContain('legacy-encoding');
  });

  it('opens where only the owner has a password', async () => {
    expect((await sourceOf(fileAt('../../test/pdf/owner-only.pdf'))).text).toBe('Van ban co mat khau');
  });

  it('reports progress page by page', async () => {
    const seen: Progress[] = [];
    const bytes = plainPdf({
      pages: ['mot', 'hai', 'ba'].map((word) => show(`Trang ${word} cua van ban`, 72, 700)),
    });
    await readPdf({ name: 'a.pdf', bytes }, { onProgress: (progress) => seen.push(progress) });
    expect(seen.map(({ done, total }) => `${done}/${total}`)).toEqual(['1/3', '2/3', '3/3']);
  });
});

describe('a PDF that cannot be read', () => {
  it.each([
    ['needs a password', 'password-protected', () => fileAt('../../test/pdf/locked.pdf')],
    ['has no pages', 'no-pages', () => plainPdf({ pages: [] })],
    ['has empty pages only', 'no-text', () => plainPdf({ pages: ['', ''] })],
    [
      'is no PDF behind its first line',
      'broken-file',
      () => Uint8Array.from(`%PDF-1.7\n${'A'.repeat(3000)}`, (c) => c.charCodeAt(0)),
    ],
    ['lost its end and with it its list of pages', 'broken-file', () => PLAN.subarray(0, PLAN.length >> 1)],
    [
      'shows glyphs that stand for no letters',
      'needs-recognition',
      () =>
        plainPdf({
          pages: [
            Array.from({ length: 9 }, (_, at) =>
              show('7K\x8fF KL\x9dQ .\x93 KR\xa5FK F{QJ W\xa3F', 72, 700 - 20 * at),
            ).join(' '),
          ],
        }),
    ],
  ])('that %s gives %s', async (_, code, bytes) => {
    expect(await problemOf(bytes())).toBe(code);
  });

  it('says in Vietnamese which file it is and what to do', async () => {
    const reading = await readPdf({ name: 'kế hoạch.pdf', bytes: fileAt('../../test/pdf/locked.pdf') }, {});
    expect(reading).toMatchObject({
      ok: false,
      problem: { message: expect.stringContaining('“kế hoạch.pdf”') },
    });
  });

  it('keeps what could be recovered of a file that was cut short', async () => {
    const whole = plainPdf({
      pages: ['mot', 'hai', 'ba'].map((word) => show(`Trang ${word} cua van ban nay`, 72, 700)),
    });
    const source = await sourceOf(whole.subarray(0, whole.length - 400));
    expect(source.text).toContain('Trang mot cua van ban nay');
    expect(source.diagnostics.map(({ code }) => code)).toContain('file-cut-short');
  });
});

const [real] = globSync(here('../../../../shared/documents/049-*.pdf'));

describe('a plan whose every page has a boxed running head (../shared/documents)', () => {
  it.skipIf(!real)('is titled once and its annex is one table of seven columns', async () => {
    const source = await sourceOf(new Uint8Array(readFileSync(real!)));
    expect(source.text).not.toMatch(/Lần ban hành|TD004|TD341/);
    const [table, ...others] = tablesIn(source);
    expect(others).toEqual([]);
    expect(table!.columns).toBe(7);
    const numbers = cellsOf(source, table!).map((row) => row[0]);
    expect(numbers).toEqual(['TT', 'I', '1', '2', '3', 'II', '4', 'III', '5', '6', 'IV', '7']);
    expect(source.blocks[0]).toMatchObject({ type: 'paragraph', bold: true });
  });
});
