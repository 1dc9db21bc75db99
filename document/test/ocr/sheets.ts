// Pages to be photographed: the header's fields are made up, the prose comes from documents of our own (and others', where given).
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { dice } from './degrade.ts';
import type { Sheet } from './typeset.ts';

const AGENCIES: readonly (readonly [parent: string | null, name: string, symbol: string, full: string])[] = [
  [null, 'ỦY BAN NHÂN DÂN\nTỈNH SÔNG THAO', 'UBND', 'Ủy ban nhân dân tỉnh Sông Thao'],
  ['UBND TỈNH SÔNG THAO', 'SỞ NGOẠI VỤ', 'SNgV', 'Sở Ngoại vụ tỉnh Sông Thao'],
  [
    'UBND TỈNH SÔNG THAO',
    'SỞ VĂN HÓA, THỂ THAO\nVÀ DU LỊCH',
    'SVHTTDL',
    'Sở Văn hóa, Thể thao và Du lịch tỉnh Sông Thao',
  ],
  ['UBND TỈNH SÔNG THAO', 'SỞ TÀI CHÍNH', 'STC', 'Sở Tài chính tỉnh Sông Thao'],
  ['UBND TỈNH SÔNG THAO', 'SỞ NỘI VỤ', 'SNV', 'Sở Nội vụ tỉnh Sông Thao'],
];
const TYPES: readonly (readonly [name: string, symbol: string])[] = [
  ['KẾ HOẠCH', 'KH'],
  ['BÁO CÁO', 'BC'],
  ['THÔNG BÁO', 'TB'],
  ['HƯỚNG DẪN', 'HD'],
];
const TITLES = [
  'Triển khai công tác thông tin đối ngoại năm 2025',
  'Về việc nâng cao chất lượng Cổng thông tin đối ngoại của tỉnh',
  'Tổ chức các hoạt động quảng bá hình ảnh tỉnh Sông Thao ở nước ngoài',
  'Bồi dưỡng nghiệp vụ cho cán bộ làm công tác thông tin đối ngoại',
];
const SIGNERS = [
  'Nguyễn Đức Thắng',
  'Trần Quỳnh Hương',
  'Lò Văn Phượng',
  'Phạm Thị Bích Ngọc',
  'Vũ Hoàng Lưỡng',
  'Đặng Thế Kỷ',
  'Hoàng Mỹ Uyên',
];
const RECIPIENTS = ['UBND tỉnh (b/c);', 'Các sở, ban, ngành;', 'UBND các xã, phường;', 'Lưu: VT.'];

export interface Case {
  readonly sheet: Sheet;
  readonly expected: {
    readonly number: string;
    readonly date: string;
    readonly issuer: string;
    readonly signer: string;
  };
}

/** Paragraphs of plain prose from text files. */
export function proseFrom(files: readonly string[]): string[] {
  return files.flatMap((file) =>
    readFileSync(file, 'utf8')
      .normalize('NFC')
      .split(/\n\s*\n|\n(?=[-+*#\d|])/)
      .map((paragraph) =>
        paragraph
          .replace(/[*_#|>\\]+/g, ' ')
          .replace(/\s+/g, ' ')
          .trim(),
      )
      .filter(
        (paragraph) =>
          paragraph.length > 90 &&
          paragraph.length < 600 &&
          /^[\p{Lu}\d–-]/u.test(paragraph) &&
          !/CỘNG HÒA|-----/.test(paragraph) &&
          !/[^\p{Script=Latin}\p{N}\p{P}\p{Zs}%+=/§°…]/u.test(paragraph),
      ),
  );
}

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

export const ownProse = (): string[] => proseFrom(globSync(here('../fixtures/*/input.{md,txt}')).toSorted());

/** Texts of real documents, where the folder is there; empty otherwise. */
export const realProse = (): string[] =>
  proseFrom(globSync(join(here('../../../../shared/documents'), '*.{md,txt}')).toSorted());

/** Cases drawn from `prose`, a page each, the same in every run. */
export function cases(prose: readonly string[], count: number, seed: number): Case[] {
  const roll = dice(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(roll() * list.length)]!;
  return Array.from({ length: count }, () => {
    const [parent, agency, symbol, issuer] = pick(AGENCIES);
    const [type, abbreviation] = pick(TYPES);
    const [day, month, year] = [
      1 + Math.floor(roll() * 28),
      1 + Math.floor(roll() * 12),
      2019 + Math.floor(roll() * 7),
    ];
    const two = (value: number): string => String(value).padStart(2, '0');
    const number = `${1 + Math.floor(roll() * 2900)}/${abbreviation}-${symbol}`.replace(/^(\d)\//, '0$1/');
    const signer = pick(SIGNERS);
    const body: string[] = [];
    for (let tries = 0; tries < 40 && body.join('').length < 1500; tries++) {
      const paragraph = pick(prose);
      if (body.join('').length + paragraph.length < 1900 && !body.includes(paragraph)) body.push(paragraph);
    }
    const date = `${two(day)} tháng ${month < 3 ? two(month) : month} năm ${year}`;
    const authority =
      symbol === 'UBND' ? ['TM. ỦY BAN NHÂN DÂN', 'KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH'] : ['GIÁM ĐỐC'];
    const sheet: Sheet = {
      parent,
      agency,
      number,
      place: 'Sông Thao',
      date,
      type,
      title: pick(TITLES),
      body,
      recipients: RECIPIENTS,
      authority,
      signer,
    };
    return { sheet, expected: { number, date: `${year}-${two(month)}-${two(day)}`, issuer, signer } };
  });
}
