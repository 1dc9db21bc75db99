// What is unusual about a regime or a call, in words. Nothing is refused for it: three closes may differ for one year.
import type { z } from '@hono/zod-openapi';
import type { Locale } from '../http/locale.ts';
import type { RegimeBody } from './body.ts';
import { oddities } from './periods.ts';
import type * as schema from './schema.ts';

type Advice = z.infer<typeof schema.advice>;
type Said = readonly [vi: string, en: string];

const words = {
  'window-empty': ['Kỳ chốt số liệu kết thúc trước khi bắt đầu.', 'The data window ends before it begins.'],
  'window-gap': [
    'Từ {from} đến {to} không thuộc kỳ nào; số liệu của những ngày ấy sẽ không được báo cáo.',
    'From {from} to {to} belongs to no period; what happens then is not reported.',
  ],
  'window-overlap': [
    'Từ {from} đến {to} thuộc cả hai kỳ liền nhau; số liệu của những ngày ấy sẽ được tính hai lần.',
    'From {from} to {to} belongs to two periods; what happens on those days is counted twice.',
  ],
  'due-before-close': [
    'Hạn gửi của “{name}” sớm hơn 01 ngày làm việc sau ngày chốt số liệu (khoản 5 Điều 8 Nghị định số 09/2019/NĐ-CP).',
    'The deadline of “{name}” is earlier than one working day after the close of data (Decree 09/2019/NĐ-CP, Art. 8 cl. 5).',
  ],
  'own-before-below': [
    'Hạn của báo cáo tổng hợp sớm hơn hạn gửi của đơn vị cấp dưới.',
    'The synthesis is due before the reports that it is made of.',
  ],
  'opens-past': [
    'Ngày tự động gửi yêu cầu của kỳ này ({date}) đã qua: nếu kỳ này chưa có đợt báo cáo, hệ thống gửi yêu cầu lúc 5 giờ sáng kế tiếp kể từ ngày áp dụng.',
    'The day on which this period is called by itself ({date}) is past: unless it is called already, it will be at the next 5 a.m. from the day on which the regime applies.',
  ],
  'no-units': [
    'Không có đơn vị nào phải báo cáo theo quy tắc này.',
    'The rule finds no unit that is to report.',
  ],
  'units-left': [
    'Không hỏi {units}: đơn vị được nêu tên nay không còn thuộc phạm vi của cơ quan yêu cầu báo cáo.',
    '{units} will not be asked: named, but not within the reach of who calls any more.',
  ],
  'no-indicator': [
    'Không tìm thấy chỉ tiêu {codes} trong danh mục; đợt báo cáo sẽ không hỏi các chỉ tiêu này.',
    'The catalogue has no indicator {codes}; the call would not ask for it.',
  ],
  'no-legal-basis': ['Chưa ghi căn cứ pháp lý.', 'No legal basis is given.'],
} as const satisfies Readonly<Record<string, Said>>;

export type AdviceCode = keyof typeof words;

export const adviceOf = (
  code: AdviceCode,
  locale: Locale,
  values: Readonly<Record<string, string>> = {},
): Advice => ({
  code,
  text: words[code][locale === 'vi' ? 0 : 1].replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? ''),
});

/** 01/11: it is so each year. */
const dayAndMonth = (day: string): string => day.slice(5).split('-').toReversed().join('/');

export const adviceOfBody = (body: RegimeBody, locale: Locale): Advice[] => [
  ...oddities(body).map(({ code, name = '', from = '', to = '' }) =>
    adviceOf(code, locale, { name, from: dayAndMonth(from), to: dayAndMonth(to) }),
  ),
  ...(body.kind === 'periodic' && body.legalBasis === '' ? [adviceOf('no-legal-basis', locale)] : []),
];
