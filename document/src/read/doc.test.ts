import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { compoundFile } from '../../test/compound-file.ts';
import { readDoc } from './doc.ts';
import { read } from './read.ts';

const file = (name: string): Uint8Array =>
  new Uint8Array(readFileSync(new URL(`../../test/files/${name}`, import.meta.url)));
const plan = file('plan.doc');

const TEXT = [
  'UBND TỈNH SÔNG THAO',
  'SỞ NGOẠI VỤ\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
  'Độc lập - Tự do - Hạnh phúc',
  'Số: 12/KH-SNgV\tSông Thao, ngày 05 tháng 3 năm 2026',
  'KẾ HOẠCH',
  'Thông tin đối ngoại năm 2026 (tài liệu minh họa)',
  'I. Mục đích',
  '1. Giới thiệu hình ảnh của tỉnh tới bạn bè các nước “láng giềng”.',
  '2. Bảo đảm thiết thực, tiết kiệm.',
  'II. Nhiệm vụ',
  'TT\tNội dung\tChủ trì\tThời gian',
  'I\tTuyên truyền',
  '1\tLàm phim ngắn\tSở Ngoại vụ\tQuý II',
  'Dịch phim',
  'sang tiếng Lào\tĐài Phát thanh\t',
  'Nơi nhận:',
  '- Như trên;',
  '- Lưu: VT.',
].join('\n');

describe('a Word 97-2003 document', () => {
  test('gives its text with generated numbers and tables', () => {
    const reading = readDoc({ name: 'plan.doc', bytes: plan });
    expect(reading).toMatchObject({ ok: true, source: { format: 'doc', text: TEXT, diagnostics: [] } });
  });

  test('gives looks, labels and merged cells', () => {
    const reading = readDoc({ name: 'plan.doc', bytes: plan });
    expect(reading.ok && reading.source.blocks.slice(1, 8)).toMatchObject([
      { align: 'center', bold: true },
      { align: 'center', bold: true },
      { label: 'I.', bold: true },
      { label: '1.' },
      { label: '2.', runs: [{ italic: true }] },
      { label: 'II.' },
      {
        columns: 4,
        rows: [
          { cells: [{}, {}, {}, {}] },
          { cells: [{}, { column: 1, columns: 3 }] },
          { cells: [{ rows: 2 }, {}, {}, {}] },
          { cells: [{ column: 1 }, { column: 2 }, { column: 3 }] },
        ],
      },
    ]);
  });

  test('gives what is shown: capitals, links, old fonts, tables in cells, notes; not hidden text and headers', () => {
    const reading = readDoc({ name: 'notes.doc', bytes: file('notes.doc') });
    expect(reading).toMatchObject({
      ok: true,
      source: {
        text: 'Có chú thích và CHỮ HOA đậm dòng một\nliên kết sau\ntrước\nx\ny\nz\nt\nsau\tbên\na\tb\nHeading\ntrang 1\ntrang 2\nCộng hoà xã hội\n[1] Số liệu minh họa.',
        diagnostics: [{ code: 'notes-appended', values: { count: 1 } }],
      },
      margins: expect.arrayContaining(['Đầu trang riêng']),
    });
  });
});

describe('what is no readable Word 97-2003 document', () => {
  const message = (bytes: Uint8Array): string => {
    const reading = readDoc({ name: 'a.doc', bytes });
    return reading.ok ? '' : reading.problem.message;
  };

  test('is refused where it needs a password', () => {
    const locked = plan.slice();
    const fib = locked.findIndex((byte, at) => at % 512 === 0 && byte === 0xec && locked[at + 1] === 0xa5);
    locked[fib + 11]! |= 1;
    expect(message(locked)).toBe(
      'Tệp “a.doc” được bảo vệ bằng mật khẩu nên không đọc được. Hãy gỡ mật khẩu, lưu lại rồi gửi lại.',
    );
  });

  test('is refused where it is a package with a password', async () => {
    const bytes = compoundFile(['EncryptionInfo', 'EncryptedPackage']);
    const reading = await read({ name: 'a.docx', bytes });
    expect(reading).toMatchObject({
      ok: false,
      problem: { code: 'password-protected', values: { file: 'a.docx' } },
    });
  });

  test.each([
    ['Workbook', 'bảng tính Excel (.xls)'],
    ['PowerPoint Document', 'bản trình chiếu PowerPoint (.ppt)'],
    ['Khác', 'tệp OLE không chứa văn bản Word'],
  ])('is named where it holds %s', (stream, kind) => {
    expect(message(compoundFile([stream]))).toBe(
      `Tệp “a.doc” là ${kind}, không phải văn bản đọc được. Hãy lưu lại thành .docx hoặc .pdf rồi gửi lại.`,
    );
  });

  test('is refused where it is cut short, at any place', () => {
    for (let length = 8; length < plan.length - 2048; length += 509)
      expect(message(plan.subarray(0, length))).toMatch(
        /^(?:$|Tệp “a\.doc” (?:bị hỏng hoặc bị cắt cụt|là tệp OLE))/,
      );
    expect(message(plan.subarray(0, 4000))).toContain('bị hỏng hoặc bị cắt cụt (Word 97–2003)');
  });

  test('neither throws nor hangs, whatever bytes are damaged', () => {
    const damage = fc.array(fc.tuple(fc.nat(plan.length - 9), fc.nat(255)), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(damage, (changes) => {
        const bytes = plan.slice();
        for (const [at, value] of changes) bytes[at + 8] = value;
        const reading = readDoc({ name: 'a.doc', bytes });
        if (!reading.ok) return;
        const { text, blocks } = reading.source;
        expect(blocks.map(({ span }) => text.slice(...span)).join('\n')).toBe(text);
      }),
      { numRuns: 300 },
    );
  });
});
