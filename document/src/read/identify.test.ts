import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { identify } from './identify.ts';

const text = (content: string): Uint8Array => strToU8(content);
const latin = (content: string): Uint8Array => strToU8(content, true);
const pack = (...names: string[]): Uint8Array =>
  zipSync(Object.fromEntries(names.map((name) => [name, text('<a/>')])));

describe('identify', () => {
  test.each([
    ['a.docx', pack('[Content_Types].xml', 'word/document.xml'), 'docx'],
    ['a.docx', pack('[Content_Types].xml', 'Word\\Document.xml'), 'docx'],
    ['a.doc', latin('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'), 'doc'],
    ['a.pdf', text('%PDF-1.7\n'), 'pdf'],
    ['a.rtf', text('{\\rtf1 a}'), 'rtf'],
    ['a.png', latin('\x89PNG\r\n\x1a\n'), 'image'],
    ['a.jpg', latin('\xff\xd8\xff\xe0'), 'image'],
    ['a.tif', latin('II*\0'), 'image'],
    ['a.webp', latin('RIFF\x01\x02\x03\x04WEBP'), 'image'],
    ['a.html', text('<!-- x --><!DOCTYPE html><p>'), 'html'],
    ['a.md', text('<div>x</div>\n# Kế hoạch'), 'md'],
    ['a.txt', text('Kế hoạch'), 'txt'],
    ['a.txt', text(' '.repeat(5000)), 'txt'],
    ['a.txt', text(`Kế hoạch${'\0'.repeat(3)}`), 'txt'],
    ['ke-hoach', text('Kế hoạch'), 'txt'],
    ['a.mht', text('MIME-Version: 1.0\nContent-Type: multipart/related'), 'mhtml'],
    ['a.txt', text(`${'à'.repeat(2047)}xà`), 'txt'],
  ])('knows %s by its content', (name, bytes, kind) => {
    expect(identify(name, bytes)).toEqual({ ok: true, kind });
  });

  test.each([
    [
      'a.doc',
      text('{\\rtf1 a}'),
      'rtf',
      'Tệp “a.doc” có đuôi .doc nhưng nội dung là RTF (.rtf); đã đọc theo nội dung.',
    ],
    [
      'a.docx',
      text('Kế hoạch'),
      'txt',
      'Tệp “a.docx” có đuôi .docx nhưng nội dung là văn bản thuần (.txt); đã đọc theo nội dung.',
    ],
    [
      'a.doc',
      text('<html><p>x'),
      'html',
      'Tệp “a.doc” có đuôi .doc nhưng nội dung là HTML (.html); đã đọc theo nội dung.',
    ],
  ])('goes by the content of %s and says so', (name, bytes, kind, message) => {
    expect(identify(name, bytes)).toMatchObject({
      ok: true,
      kind,
      note: { code: 'wrong-extension', severity: 'note', message },
    });
  });

  test.each([
    [
      'a.docx',
      new Uint8Array(),
      'empty-file',
      'Tệp “a.docx” trống (0 byte). Hãy tải lại tệp gốc rồi thử lại.',
    ],
    [
      'a.xlsx',
      pack('[Content_Types].xml', 'xl/workbook.xml'),
      'unsupported-format',
      'bảng tính Excel (.xlsx)',
    ],
    [
      'a.pptx',
      pack('[Content_Types].xml', 'ppt/presentation.xml'),
      'unsupported-format',
      'bản trình chiếu PowerPoint (.pptx)',
    ],
    ['a.odt', pack('mimetype', 'content.xml'), 'unsupported-format', 'tài liệu OpenDocument'],
    ['a.zip', pack('ke-hoach.docx'), 'unsupported-format', 'tệp nén ZIP'],
    ['a.rar', latin('Rar!\x1a\x07'), 'unsupported-format', 'tệp nén RAR'],
    ['a.docx', pack('word/document.xml').subarray(0, 60), 'broken-file', 'bị hỏng hoặc bị cắt cụt'],
    [
      'a.bin',
      Uint8Array.from({ length: 2000 }, (_, at) => (at * 7919) % 251),
      'unknown-format',
      'Không nhận ra định dạng',
    ],
    ['a.dat', new Uint8Array(1000), 'unknown-format', 'Không nhận ra định dạng'],
  ])('says why %s cannot be read', (name, bytes, code, words) => {
    const found = identify(name, bytes);
    expect(found).toMatchObject({ ok: false, problem: { code, severity: 'error' } });
    const message = found.ok ? '' : found.problem.message;
    expect(message).toContain(words);
    expect(message).toContain(name);
  });
});
