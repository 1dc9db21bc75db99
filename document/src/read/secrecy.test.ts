import { describe, expect, test } from 'vitest';
import { cell, p, row, table, wordPackage, type WordParts } from '../../test/word-package.ts';
import { createBuilder } from './build.ts';
import { read } from './read.ts';
import { secrecyMark } from './secrecy.ts';

const HEAD = [
  'ỦY BAN NHÂN DÂN TỈNH SÔNG THAO',
  'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
  'Độc lập - Tự do - Hạnh phúc',
];
const REST = [
  'KẾ HOẠCH',
  'Thông tin đối ngoại năm 2026',
  'Căn cứ chương trình công tác năm 2026;',
  'I. MỤC ĐÍCH',
  'Nâng cao nhận thức.',
];

function isRefused(lines: readonly string[]): boolean {
  const builder = createBuilder('a.txt', 'txt');
  for (const line of lines) builder.paragraph(line);
  return secrecyMark(builder.finish()) !== null;
}

describe('a mark of secrecy', () => {
  test.each([
    'MẬT',
    'TỐI MẬT',
    'TUYỆT MẬT',
    'Mật',
    'Tối mật',
    'tuyệt mật',
    'M Ậ T',
    'T Ố I  M Ậ T',
    'T.U.Y.Ệ.T M.Ậ.T',
    '[MẬT]',
    '( TỐI MẬT )',
    '“MẬT”',
    '| MẬT |',
    '*** TUYỆT MẬT ***',
    '□ MẬT □',
    'MẬT.',
    '- MẬT -',
    'MA\u0323\u0302T',
    'TO\u0302\u0301I MA\u0323\u0302T',
    'M\u200bẬT',
    'TỐI\u00a0MẬT',
    '＜ＭẬＴ＞',
    'MẬT - KHẨN',
    'HỎA TỐC TỐI MẬT',
    'MẬT Bản số: 03',
    'Độ mật: Mật',
    'ĐỘ MẬT: TỐI MẬT',
    'Mức độ mật - Tuyệt mật',
    'MẠT',
    'TÓI MẬT',
    'TOI MAT',
    'l MẬT |',
    '~ . MẬT i',
    'МẬТ',
    'MẬT Số: 12/KH-UBND',
    'Số: 12/KH-UBND MẬT',
    'TỐI MẬT CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    'ỦY BAN NHÂN DÂN TỈNH SÔNG THAO TUYỆT MẬT',
    'KẾ HOẠCH (MẬT)',
    'Số: 12-KH/TU (Mật)',
  ])('is refused at the head: %s', (mark) => {
    expect(isRefused([HEAD[0]!, mark, ...HEAD.slice(1), ...REST])).toBe(true);
    expect(isRefused([...HEAD, mark, ...REST])).toBe(true);
    expect(isRefused([mark, ...REST])).toBe(true);
  });

  test.each(['UBND THÀNH PHỐ UÔNG BÍ', 'ĐẠI SỨ QUÁN VIỆT NAM TẠI ẤN ĐỘ', 'TẠI NHẬT BẢN', 'Số:', 'Kính gửi:'])(
    'is refused below %s',
    (before) => {
      expect(isRefused([before, 'MẬT', ...REST])).toBe(true);
    },
  );

  test('in capitals is refused anywhere, as at the head of an annex', () => {
    expect(isRefused([...HEAD, ...REST, 'PHỤ LỤC', 'TỐI MẬT', 'Danh sách kèm theo.'])).toBe(true);
  });

  test('of different levels at the heads of two annexes is refused', () => {
    const annexes = ['PHỤ LỤC I', 'TỐI MẬT', 'Danh sách.', 'PHỤ LỤC II', 'MẬT', 'Danh sách khác.'];
    expect(isRefused([...HEAD, ...REST, ...annexes])).toBe(true);
  });

  test.each([
    ['a title', ['QUYẾT ĐỊNH', 'BAN HÀNH KẾ HOẠCH BẢO VỆ BÍ MẬT NHÀ NƯỚC NĂM 2026']],
    ['a title cut into lines', ['DANH MỤC BÍ', 'MẬT', 'NHÀ NƯỚC']],
    ['a title of levels', ['QUY ĐỊNH QUẢN LÝ TÀI LIỆU ĐỘ', 'TỐI MẬT']],
    ['a title in one line', ['KẾ HOẠCH QUẢN LÝ TÀI LIỆU TỐI MẬT VÀ MẬT']],
    ['an agency cut into lines', ['BAN CHỈ ĐẠO BẢO VỆ BÍ', 'MẬT', 'NHÀ NƯỚC']],
    ['an agency', ['BAN CHỈ ĐẠO BẢO VỆ BÍ MẬT', 'HỘI NUÔI ONG MẬT', 'CỤC MẬT MÃ']],
    [
      'sentences',
      [
        'Tổ chức bảo vệ bí mật nhà nước, tài liệu mật, xác định độ mật.',
        'Tài liệu TỐI MẬT phải lưu giữ riêng.',
      ],
    ],
    [
      'levels explained one by one',
      [
        'I. DẤU',
        'TUYỆT MẬT',
        'dùng cho việc thứ nhất',
        'TỐI MẬT',
        'dùng cho việc thứ hai',
        'MẬT',
        'dùng cho việc khác',
      ],
    ],
    ['levels announced by a colon', ['I. DẤU', 'Mẫu dấu:', 'TỐI MẬT']],
    ['an empty field', ['Độ mật: ........', 'Độ mật: Không', 'Độ mật:']],
    ['a choice of levels', ['Độ mật: Mật/Tối mật/Tuyệt mật']],
    ['other words', ['MẬT ĐỘ DÂN SỐ', 'Mật ong', 'mắt', 'Mặt', 'tôi mất', 'MỘT', 'BẢO MẬT']],
    ['numbered headings', ['I. NỘI DUNG', '1. MẬT', 'a) Tối mật']],
    ['lower case in the text', ['I. NỘI DUNG', 'Mật']],
  ])('is not %s', (_, lines) => {
    expect(isRefused([...HEAD, ...lines, ...REST])).toBe(false);
  });

  test('is not a value in a table of documents, but it is the value of a form', () => {
    const list = createBuilder('a.docx', 'docx');
    const cells = (...texts: string[]) => texts.map((content) => ({ paragraphs: [{ content }] }));
    list.table([
      cells('TT', 'Loại tài liệu', 'Độ mật', 'Ghi chú'),
      cells('1', 'Sổ', 'Mật', ''),
      cells('2', 'Hồ sơ', 'TỐI MẬT', ''),
    ]);
    expect(secrecyMark(list.finish())).toBeNull();
    const form = createBuilder('a.docx', 'docx');
    form.table([
      cells('Số', '5/KH'),
      cells('Độ khẩn', 'Thường'),
      cells('Nơi gửi', 'Sở'),
      cells('Độ mật', 'Mật'),
    ]);
    expect(secrecyMark(form.finish())).not.toBeNull();
  });
});

describe('reading a marked file', () => {
  const readWord = (body: string, parts: WordParts = {}) =>
    read({ name: 'a.docx', bytes: wordPackage(body, parts) });
  const plan = p('KẾ HOẠCH') + p('Thông tin đối ngoại');
  const box = `<w:p><w:r><w:pict><v:textbox><w:txbxContent>${p('TỐI MẬT')}</w:txbxContent></v:textbox></w:pict></w:r></w:p>`;

  test.each([
    ['its own line', () => readWord(p('MẬT') + plan)],
    [
      'a cell of the letterhead',
      () => readWord(table(row(cell(p('UBND TỈNH') + p('Mật')), cell(HEAD[1]!))) + plan),
    ],
    ['a frame of one cell', () => readWord(table(row(cell('TUYỆT MẬT'))) + plan)],
    [
      'a frame inside the letterhead',
      () => readWord(table(row(cell(`${p('UBND')}${table(row(cell('MẬT')))}<w:p/>`), cell(HEAD[1]!))) + plan),
    ],
    ['a text box', () => readWord(plan + box)],
    ['a header', () => readWord(plan, { header: p('MẬT') })],
    ['a footer, in a text box', () => readWord(plan, { footer: box })],
    [
      'drawn text',
      () =>
        readWord(plan, {
          header:
            '<w:p><w:r><w:pict><v:shape><v:textpath string="TUYỆT MẬT"/></v:shape></w:pict></w:r></w:p>',
        }),
    ],
    [
      'letters in single runs',
      () =>
        readWord(
          `<w:p>${['M', 'A', '\u0323', '\u0302T'].map((t) => `<w:r><w:t>${t}</w:t></w:r>`).join('')}</w:p>${plan}`,
        ),
    ],
    [
      'a hidden part of a page',
      () =>
        read({
          name: 'a.docx',
          bytes: new TextEncoder().encode('<!doctype html><div style="display:none">MẬT</div><p>KẾ HOẠCH'),
        }),
    ],
    [
      'drawn text of a page',
      () =>
        read({
          name: 'a.docx',
          bytes: new TextEncoder().encode('<!doctype html><svg><text>TUYỆT MẬT</text></svg><p>KẾ HOẠCH'),
        }),
    ],
    ['hidden text', () => readWord(p('MẬT', '', '<w:vanish/>') + plan)],
    [
      'a text file',
      () => read({ name: 'a.txt', bytes: new TextEncoder().encode('MẬT\nKẾ HOẠCH\nThông tin đối ngoại') }),
    ],
  ])('says so and hands nothing on: %s', async (_, reading) => {
    expect(await reading()).toEqual({
      ok: false,
      problem: {
        code: 'secret-mark',
        severity: 'error',
        message:
          'Tệp “a.docx” mang dấu chỉ độ mật nên không được đưa vào hệ thống; không lưu lại nội dung nào. Hãy xử lý văn bản theo quy định về bảo vệ bí mật nhà nước.'.replace(
            'a.docx',
            _ === 'a text file' ? 'a.txt' : 'a.docx',
          ),
        values: { file: _ === 'a text file' ? 'a.txt' : 'a.docx' },
      },
    });
  });

  test.each(['M Ậ T', 'T Ố I  M Ậ T', 'M.Ậ.T', 'MẬT (A)'])(
    'tells the mark from the lines around it in a text file: %s',
    async (mark) => {
      for (const place of [0, 1, 2]) {
        const lines = HEAD.toSpliced(place, 0, mark).concat(REST).join('\n');
        for (const text of [lines, lines.normalize('NFD')]) {
          const reading = await read({ name: 'a.txt', bytes: new TextEncoder().encode(text) });
          expect([place, reading.ok]).toEqual([place, false]);
        }
      }
    },
  );

  test('does not take the hidden choices of a form for a mark', async () => {
    const page = '<!doctype html><select hidden><option>MẬT<option>TỐI MẬT</select><p>KẾ HOẠCH';
    expect((await read({ name: 'a.html', bytes: new TextEncoder().encode(page) })).ok).toBe(true);
  });
});
