// What is odd about figures and reports, in the reader's language.
import type { Locale } from '../http/locale.ts';

type Said = readonly [vi: string, en: string];

const words = {
  'below-minimum': [
    'Nhỏ hơn mức thấp nhất đặt cho chỉ tiêu ({bound}); đề nghị kiểm tra lại.',
    'Below the lowest value set for the indicator ({bound}); please check.',
  ],
  'above-maximum': [
    'Lớn hơn mức cao nhất đặt cho chỉ tiêu ({bound}); đề nghị kiểm tra lại.',
    'Above the highest value set for the indicator ({bound}); please check.',
  ],
  'changed-up': [
    'Tăng {change}% so với kỳ trước ({last}), vượt ngưỡng {bound}%; đề nghị kiểm tra, giải trình.',
    'Up by {change}% from the last period ({last}), beyond the limit of {bound}%; please check and explain.',
  ],
  'changed-down': [
    'Giảm {change}% so với kỳ trước ({last}), vượt ngưỡng {bound}%; đề nghị kiểm tra, giải trình.',
    'Down by {change}% from the last period ({last}), beyond the limit of {bound}%; please check and explain.',
  ],
  outlier: [
    'Chênh lệch lớn so với các đơn vị cùng cấp (phần lớn trong khoảng {low} – {high}); đề nghị kiểm tra lại.',
    'Far from units of the same level (most lie between {low} and {high}); please check.',
  ],
  'parts-less': [
    'Phân tổ theo {by} mới cộng được {sum}; còn {rest} trong tổng số {whole} chưa phân tổ.',
    'The parts by {by} add up to {sum}; {rest} of the total {whole} is not broken down.',
  ],
  'parts-more': [
    'Phân tổ theo {by} cộng được {sum}, lớn hơn tổng số {whole}.',
    'The parts by {by} add up to {sum}, more than the total {whole}.',
  ],
  'all-parts-less': [
    'Tính cả cấp dưới, phân tổ theo {by} mới cộng được {sum}; còn {rest} trong tổng số {whole} chưa phân tổ.',
    'With the reports below, the parts by {by} add up to {sum}; {rest} of the total {whole} is not broken down.',
  ],
  'all-parts-more': [
    'Tính cả cấp dưới, phân tổ theo {by} cộng được {sum}, lớn hơn tổng số {whole}.',
    'With the reports below, the parts by {by} add up to {sum}, more than the total {whole}.',
  ],
  'part-beyond': [
    'Phân tổ theo {by} có phần lớn hơn tổng số {whole}.',
    'Broken down by {by}, a part is more than the total {whole}.',
  ],
  'target-less': [
    'Mục tiêu phân tổ theo {by} mới cộng được {sum}; còn {rest} của mục tiêu chung {whole} chưa phân bổ.',
    'The targets by {by} add up to {sum}; {rest} of the target {whole} is not shared out.',
  ],
  'target-more': [
    'Mục tiêu phân tổ theo {by} cộng được {sum}, vượt mục tiêu chung {whole}.',
    'The targets by {by} add up to {sum}, more than the target {whole}.',
  ],
  'no-weight': [
    'Chưa có số để tính bình quân gia quyền; chưa được tính vào số chung.',
    'There is no weight to average by; it does not count in the total.',
  ],
  missing: ['Chưa có số liệu bắt buộc.', 'A required figure is missing.'],
  'not-derived': [
    'Không tính được từ sổ theo dõi (phép chia cho 0).',
    'It cannot be derived (a division by nothing).',
  ],
  'below-missing': [
    'Mới có số của {n}/{expected} báo cáo cấp dưới.',
    'Only {n} of {expected} reports below have it.',
  ],
  'last-of': ['{name} (số liệu {from} – {to})', '{name} (figures of {from} to {to})'],
  'last-together': [
    '{name} (số liệu {from} – {to}), cộng theo cách tổng hợp của chỉ tiêu từ {n} đơn vị trước khi sắp xếp',
    '{name} (figures of {from} to {to}), of {n} units before they were merged, put together by the indicator’s rule',
  ],
  'last-lacking': [
    'Không so được với “{name}”: trong {n} đơn vị trước khi sắp xếp có đơn vị chưa có số này',
    'Nothing to compare with in “{name}”: not all of the {n} units that were merged gave this figure',
  ],
  'last-parted': [
    'Không so được với “{name}”: đơn vị trước đó được tách cho nhiều đơn vị',
    'Nothing to compare with in “{name}”: a predecessor was divided among several units',
  ],
  'section-blank': ['Mục “{section}” chưa có lời văn.', 'The section “{section}” has no text.'],
  'section-empty': [
    'Mục “{section}” chưa có lời văn (không bắt buộc).',
    'The section “{section}” has no text (it is not required).',
  ],
  'figure-blank': ['Chưa có số cho chỉ tiêu “{name}”.', 'The figure “{name}” is missing.'],
  'below-not-in': [
    'Còn {n} báo cáo cấp dưới chưa được chấp nhận hoặc miễn.',
    '{n} reports below are not accepted or excused yet.',
  ],
  'source-open': [
    'Mục “{section}” trích từ báo cáo của {unit}, hiện chưa được chấp nhận.',
    '“{section}” quotes the report of {unit}, which is not accepted now.',
  ],
  'source-changed': [
    'Mục “{section}” trích từ báo cáo của {unit}; lời văn ấy đã được sửa sau khi trích.',
    '“{section}” quotes the report of {unit}, whose text was changed since.',
  ],
  'text-differs': [
    'Số trong lời văn mục “{section}” ({said}) khác số liệu hiện tại ({now}) của “{name}”.',
    'The text of “{section}” says {said}, the figure “{name}” is now {now}.',
  ],
} as const satisfies Readonly<Record<string, Said>>;

export type Word = keyof typeof words;

const number = (value: string | number, locale: Locale) =>
  typeof value === 'number' ? value.toLocaleString(locale, { maximumFractionDigits: 6 }) : value;

export function wordsOf(
  code: Word,
  values: Readonly<Record<string, string | number>>,
  locale: Locale,
): string {
  return words[code][locale === 'vi' ? 0 : 1].replace(/\{(\w+)\}/g, (_, name: string) =>
    number(values[name] ?? '', locale),
  );
}
