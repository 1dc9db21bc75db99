// What is wrong with a cell, in both languages.
import type { Locale } from '../http/locale.ts';
import type { ImportError } from './import-rows.ts';
import { kindWords, levelWords } from './kind-words.ts';

const list = (
  words: Readonly<Record<string, readonly [string, string, ...(readonly string[])]>>,
  at: 0 | 1,
) =>
  Object.values(words)
    .map((pair) => pair[at])
    .join('; ');

const words: Readonly<Record<string, readonly [vi: string, en: string]>> = {
  empty: ['không được để trống', 'must not be empty'],
  'too-long': ['dài quá 300 ký tự', 'is longer than 300 characters'],
  'unknown-kind': [
    `“{value}” không phải loại đơn vị. Ghi đúng một trong các loại: ${list(kindWords, 0)}`,
    `“{value}” is no kind of unit. Give exactly one of: ${list(kindWords, 1)}`,
  ],
  'unknown-level': [
    `“{value}” không phải cấp. Ghi đúng một trong các cấp: ${list(levelWords, 0)}`,
    `“{value}” is no level. Give exactly one of: ${list(levelWords, 1)}`,
  ],
  'bad-code': [
    '“{value}”: mã định danh gồm tối đa 35 ký tự A–Z, 0–9 và dấu chấm',
    '“{value}”: an agency code has at most 35 of A–Z, 0–9 and full stops',
  ],
  'bad-area-code': ['“{value}”: mã vùng gồm 2 đến 5 chữ số', '“{value}”: an area code has 2 to 5 digits'],
  'bad-day': ['“{value}” không phải ngày (ngày/tháng/năm)', '“{value}” is not a day (day/month/year)'],
  'bad-id': ['“{value}” không phải mã số của hệ thống', '“{value}” is no number of this system'],
  'unknown-id': ['mã số {value} không có dưới đơn vị này', 'there is no unit {value} below this one'],
  'bad-email': ['“{value}” không phải địa chỉ thư điện tử', '“{value}” is no e-mail address'],
  'bad-website': [
    '“{value}” không phải địa chỉ bắt đầu bằng http:// hoặc https://',
    '“{value}” is no address with http:// or https://',
  ],
  'twice-in-file': ['“{value}” có hai lần trong tệp', '“{value}” stands twice in the file'],
  'unknown-superior': [
    'không tìm thấy cấp trên “{value}” trong tệp và trong danh mục',
    'the superior “{value}” is neither in the file nor in the register',
  ],
  'ambiguous-superior': [
    'có nhiều đơn vị tên “{value}”; hãy ghi mã định danh hoặc mã số',
    'there are several units named “{value}”; give its code or number',
  ],
  'own-superior': ['đơn vị không thể là cấp trên của chính mình', 'a unit cannot be its own superior'],
  circle: ['các dòng là cấp trên lẫn nhau', 'these rows are each other’s superiors'],
  moves: [
    'đơn vị đang thuộc cấp trên khác; đổi cấp trên là một lần sắp xếp, có ngày và căn cứ',
    'it stands below another unit; a new superior is a reorganisation, with a day and a legal basis',
  ],
};

export function importWords({ code, value }: ImportError, locale: Locale): string {
  const pair = words[code];
  return (pair?.[locale === 'vi' ? 0 : 1] ?? code).replace('{value}', () => value);
}
