import { expect, test } from 'vitest';
import type { OfficialDocument } from './official.ts';
import { bearsSecrecyMark, officialBearsSecrecyMark } from './secrecy.ts';

const letter = (more: Partial<OfficialDocument> = {}): OfficialDocument => ({
  type: 'KH',
  superior: null,
  agency: 'ỦY BAN NHÂN DÂN TỈNH SÔNG THAO',
  number: null,
  symbol: 'KH-UBND',
  place: 'Sông Thao',
  date: null,
  title: 'Công tác bảo vệ bí mật nhà nước năm 2026',
  addressees: [],
  bases: ['Luật Bảo vệ bí mật nhà nước số 117/2025/QH15 ngày 10 tháng 12 năm 2025'],
  body: [
    { type: 'text', level: 'roman', heading: true, line: 'MỤC ĐÍCH' },
    { type: 'text', line: 'Tài liệu TỐI MẬT phải lưu giữ riêng.' },
  ],
  signature: { authority: ['TM. ỦY BAN NHÂN DÂN'], position: 'CHỦ TỊCH', name: 'Trần Văn Mẫu' },
  recipients: ['Như trên', 'Lưu: VT, VX'],
  attached: [],
  ...more,
});

test('a document about secrets bears no mark', () => {
  expect(officialBearsSecrecyMark(letter())).toBe(false);
  const list = { lines: ['TỐI MẬT'] };
  const cells = ['TT', 'Tài liệu', 'Độ mật', 'Ghi chú'].map((line) => ({ lines: [line] }));
  const grid = {
    type: 'grid' as const,
    widths: [1, 3, 2, 2],
    head: [cells],
    rows: [
      [{ lines: ['1'] }, { lines: ['Sổ'] }, list, { lines: [''] }],
      [{ lines: ['2'] }, { lines: ['Hồ sơ'] }, { lines: ['Mật'] }, { lines: [''] }],
      [{ lines: ['3'] }, { lines: ['Tệp'] }, list, { lines: [''] }],
    ],
  };
  expect(officialBearsSecrecyMark(letter({ body: [grid] }))).toBe(false);
});

const annex = (title: string, line = 'Danh sách.') => ({
  attached: [{ type: 'PHỤ LỤC', title, body: [{ type: 'text' as const, line }] }],
});

test.each<[string, Partial<OfficialDocument>]>([
  ['the title', { title: 'Kế hoạch bảo vệ đoàn (MẬT)' }],
  ['a line of its own', { body: [{ type: 'text', line: 'TỐI MẬT' }] }],
  [
    'words in several looks',
    { body: [{ type: 'text', line: [{ text: 'TUYỆT ', bold: true }, { text: 'MẬT' }] }] },
  ],
  ['the agency', { agency: 'ỦY BAN NHÂN DÂN TỈNH SÔNG THAO\nMẬT' }],
  ['the contact', { contact: 'Độ mật: Mật' }],
  ['an addressee', { addressees: ['MẬT'] }],
  ['an annex’s head', annex('TỐI MẬT')],
  ['an annex’s text', annex('Danh sách', 'TỐI MẬT')],
  ['a small frame', { body: [{ type: 'grid', widths: [1], head: [], rows: [[{ lines: ['MẬT'] }]] }] }],
])('a mark is found in %s', (_, more) => {
  expect(officialBearsSecrecyMark(letter(more))).toBe(true);
});

test('short texts are looked at line by line', () => {
  expect(bearsSecrecyMark(['Giữ số cho kế hoạch', null, undefined, ''])).toBe(false);
  expect(bearsSecrecyMark(['Bảo vệ bí mật nhà nước'])).toBe(false);
  expect(bearsSecrecyMark(['Giữ số\nTUYỆT MẬT'])).toBe(true);
});
