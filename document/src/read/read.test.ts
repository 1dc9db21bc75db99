import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { p, row, table, cell, wordPackage } from '../../test/word-package.ts';
import { read } from './read.ts';

const text = (content: string): Uint8Array => new TextEncoder().encode(content);

/** Megabytes of one character compress to almost nothing. */
const filled = (megabytes: number, byte = 0x20): Uint8Array => new Uint8Array(megabytes * 2 ** 20).fill(byte);

async function problemOf(name: string, bytes: Uint8Array): Promise<string> {
  const reading = await read({ name, bytes });
  return reading.ok ? `đọc được: ${reading.source.text.slice(0, 50)}` : reading.problem.message;
}

describe('a file that cannot be read is named, with what is wrong and what to do', () => {
  test.each<[string, string, () => Uint8Array, string]>([
    [
      'an empty file',
      'kh.docx',
      () => new Uint8Array(),
      'Tệp “kh.docx” trống (0 byte). Hãy tải lại tệp gốc rồi thử lại.',
    ],
    [
      'a file without text',
      'kh.txt',
      () => text(' \n\t \u00a0'),
      'Tệp “kh.txt” không có nội dung chữ nào để đọc. Nếu là bản quét, hãy gửi bản PDF hoặc ảnh để nhận dạng chữ.',
    ],
    [
      '50 MB of spaces',
      'kh.txt',
      () => filled(50),
      'Tệp “kh.txt” không có nội dung chữ nào để đọc. Nếu là bản quét, hãy gửi bản PDF hoặc ảnh để nhận dạng chữ.',
    ],
    [
      'a Word file without text',
      'kh.docx',
      () => wordPackage('<w:p/>'),
      'Tệp “kh.docx” không có nội dung chữ nào để đọc. Nếu là bản quét, hãy gửi bản PDF hoặc ảnh để nhận dạng chữ.',
    ],
    [
      'an unknown binary',
      'kh.docx',
      () => Uint8Array.from({ length: 5000 }, (_, at) => (at * 7919 + (at >> 3)) % 251),
      'Không nhận ra định dạng của tệp “kh.docx”. Các định dạng đọc được: .docx, .doc, .rtf, .pdf, .html, .md, .txt và ảnh chụp trang (.png, .jpg, .tif, .webp, .bmp).',
    ],
    [
      'a spreadsheet',
      'kh.docx',
      () => zipSync({ '[Content_Types].xml': text('<Types/>'), 'xl/workbook.xml': text('<a/>') }),
      'Tệp “kh.docx” là bảng tính Excel (.xlsx), không phải văn bản đọc được. Hãy lưu lại thành .docx hoặc .pdf rồi gửi lại.',
    ],
    [
      'a package without its document',
      'kh.docx',
      () => zipSync({ '[Content_Types].xml': text('<Types/>'), 'word/styles.xml': text('<a/>') }),
      'Tệp “kh.docx” là gói Word nhưng thiếu phần word/document.xml. Hãy mở bằng phần mềm soạn thảo rồi lưu lại.',
    ],
    [
      'a package cut short',
      'kh.docx',
      () => wordPackage(p('Kế hoạch')).subarray(0, 700),
      'Tệp “kh.docx” bị hỏng hoặc bị cắt cụt (gói ZIP không đọc được trọn vẹn). Hãy tải lại tệp gốc, hoặc mở bằng phần mềm soạn thảo rồi lưu lại.',
    ],
    [
      'broken XML',
      'kh.docx',
      () => wordPackage('', { raw: { 'word/document.xml': '<w:document><w:body>' } }),
      'Tệp “kh.docx” bị hỏng hoặc bị cắt cụt (word/document.xml). Hãy tải lại tệp gốc, hoặc mở bằng phần mềm soạn thảo rồi lưu lại.',
    ],
    [
      'entities that multiply',
      'kh.docx',
      billionLaughs,
      'Tệp “kh.docx” chứa khai báo DTD/thực thể XML (word/document.xml), không được phép trong văn bản Word; đã từ chối vì lý do an toàn. Hãy lưu lại tệp bằng phần mềm soạn thảo.',
    ],
    [
      'entities from outside',
      'kh.docx',
      () =>
        wordPackage('', {
          styles: '',
          raw: { 'word/styles.xml': '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>' },
        }),
      'Tệp “kh.docx” chứa khai báo DTD/thực thể XML (word/styles.xml), không được phép trong văn bản Word; đã từ chối vì lý do an toàn. Hãy lưu lại tệp bằng phần mềm soạn thảo.',
    ],
    [
      'a bomb',
      'kh.docx',
      () => wordPackage('', { raw: { 'word/document.xml': filled(30) } }),
      'Tệp “kh.docx” bung ra quá lớn so với dung lượng của nó (trên 64 MB hoặc hơn 200 lần), giống một “bom nén”; đã dừng đọc. Hãy kiểm tra nguồn gốc của tệp.',
    ],
    [
      'a bomb that understates its size',
      'kh.docx',
      () => understated(wordPackage('', { raw: { 'word/document.xml': filled(3) } })),
      'Tệp “kh.docx” bị hỏng hoặc bị cắt cụt (gói ZIP không đọc được trọn vẹn). Hãy tải lại tệp gốc, hoặc mở bằng phần mềm soạn thảo rồi lưu lại.',
    ],
    [
      'parts that overlap',
      'kh.docx',
      overlapping,
      'Tệp “kh.docx” bị hỏng hoặc bị cắt cụt (các phần trong gói chồng lên nhau). Hãy tải lại tệp gốc, hoặc mở bằng phần mềm soạn thảo rồi lưu lại.',
    ],
    [
      'a package with encrypted parts',
      'kh.docx',
      () => flagged(wordPackage(p('x'))),
      'Tệp “kh.docx” được bảo vệ bằng mật khẩu nên không đọc được. Hãy gỡ mật khẩu, lưu lại rồi gửi lại.',
    ],
  ])('%s', async (_, name, bytes, message) => {
    expect(await problemOf(name, bytes())).toBe(message);
  });

  test('a file over the limit', async () => {
    const reading = await read({ name: 'kh.txt', bytes: filled(2) }, { limits: { file: 2 ** 20 } });
    expect(reading).toMatchObject({
      ok: false,
      problem: {
        message:
          'Tệp “kh.txt” quá lớn (2 MB, giới hạn 1 MB). Hãy tách tệp hoặc giảm dung lượng ảnh rồi gửi lại.',
      },
    });
  });
});

describe('a file that is only odd is read', () => {
  const deep = (tag: string, depth: number, inner: string): string =>
    `<${tag}>`.repeat(depth) + inner + `</${tag}>`.repeat(depth);

  test.each<[string, string, () => Uint8Array, string]>([
    ['10,000 levels of XML', 'a.docx', () => wordPackage(deep('w:sdt', 10_000, p('x'))), 'x'],
    [
      '10,000 tables inside each other',
      'a.docx',
      () =>
        wordPackage(
          `${'<w:tbl><w:tr><w:tc>'.repeat(10_000)}${p('x')}${'</w:tc></w:tr></w:tbl>'.repeat(10_000)}`,
        ),
      'x',
    ],
    [
      '10,000 text boxes inside each other',
      'a.docx',
      () =>
        wordPackage(
          `${'<w:p><w:r><w:pict><w:txbxContent>'.repeat(10_000)}${p('x')}${'</w:txbxContent></w:pict></w:r></w:p>'.repeat(10_000)}`,
        ),
      'x',
    ],
    [
      '100,000 fields that never end',
      'a.docx',
      () =>
        wordPackage(`<w:p>${'<w:r><w:fldChar w:fldCharType="begin"/></w:r>'.repeat(100_000)}</w:p>${p('x')}`),
      'x',
    ],
    [
      '100,000 cells in a row',
      'a.docx',
      () => wordPackage(table(row(cell('x'), ...Array.from({ length: 100_000 }, () => cell(''))))),
      'x',
    ],
    ['10,000 levels of HTML', 'a.html', () => text(deep('div', 10_000, 'x')), 'x'],
    ['50 MB of one line', 'a.txt', () => filled(50, 0x61), 'a'],
    ['50 MB of spaces before a word', 'a.txt', () => joined(filled(50), text('x')), 'x'],
    ['5 MB of line ends', 'a.txt', () => joined(text('x'), filled(5, 0x0a)), 'x'],
    ['5 MB of page ends', 'a.txt', () => joined(text('x'), filled(5, 0x0c)), 'x'],
    ['50 MB of spaces in a page', 'a.html', () => joined(text('<p>x'), filled(50)), 'x'],
    ['NUL bytes', 'a.txt', () => text('Kế hoạch\0\0 năm'), 'Kế hoạch năm'],
    ['invalid UTF-8', 'a.txt', () => Uint8Array.of(0x78, 0xff, 0xc3), 'xÿÃ'],
    [
      'half a pair of surrogates',
      'a.txt',
      () => Uint8Array.of(0xff, 0xfe, ...Array.from({ length: 50 }, () => [0x78, 0]).flat(), 0, 0xd8),
      `${'x'.repeat(50)}\ufffd`,
    ],
    ['control characters in XML', 'a.docx', () => wordPackage(p('x&#x1;')), 'x'],
  ])('%s', async (_, name, bytes, start) => {
    const reading = await read({ name, bytes: bytes() });
    expect(reading).toMatchObject({ ok: true });
    expect(reading.ok && reading.source.text.slice(0, start.length)).toBe(start);
  });

  test('under another extension, with a note', async () => {
    const reading = await read({ name: 'kh.pdf', bytes: wordPackage(p('Kế hoạch')) });
    expect(reading).toMatchObject({
      ok: true,
      source: {
        format: 'docx',
        text: 'Kế hoạch',
        diagnostics: [
          {
            code: 'wrong-extension',
            message: 'Tệp “kh.pdf” có đuôi .pdf nhưng nội dung là Word (.docx); đã đọc theo nội dung.',
          },
        ],
      },
    });
  });

  test.each(['docm', 'dotx', 'dotm'])('under .%s without one', async (extension) => {
    const reading = await read({ name: `kh.${extension}`, bytes: wordPackage(p('Kế hoạch')) });
    expect(reading).toMatchObject({ ok: true, source: { diagnostics: [] } });
  });
});

function joined(...parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

function billionLaughs(): Uint8Array {
  const entities = Array.from(
    { length: 9 },
    (_, at) => `<!ENTITY l${at + 1} "${`&l${at};`.repeat(10)}">`,
  ).join('');
  const xml = `<?xml version="1.0"?><!DOCTYPE d [<!ENTITY l0 "ha">${entities}]><d>&l9;</d>`;
  return wordPackage('', { raw: { 'word/document.xml': xml } });
}

const CENTRAL = 0x02014b50;

/** Changes a field of every entry in the directory of a package. */
function changeEntries(
  bytes: Uint8Array,
  change: (view: DataView, at: number, index: number) => void,
): Uint8Array {
  const copy = bytes.slice();
  const view = new DataView(copy.buffer);
  let index = 0;
  for (let at = 0; at + 46 < copy.length; at++)
    if (view.getUint32(at, true) === CENTRAL) change(view, at, index++);
  return copy;
}

const understated = (bytes: Uint8Array): Uint8Array =>
  changeEntries(bytes, (view, at) => {
    if (view.getUint32(at + 24, true) > 2 ** 20) view.setUint32(at + 24, 2 ** 20, true);
  });

const flagged = (bytes: Uint8Array): Uint8Array =>
  changeEntries(bytes, (view, at) => view.setUint16(at + 8, view.getUint16(at + 8, true) | 1, true));

function overlapping(): Uint8Array {
  const names = Array.from({ length: 20 }, (_, at) => [`word/p${at}.xml`, strToU8('<a/>')]);
  let first = -1;
  return changeEntries(zipSync(Object.fromEntries(names)), (view, at) => {
    if (first < 0) first = view.getUint32(at + 42, true);
    view.setUint32(at + 42, first, true);
  });
}
