import { describe, expect, test } from 'vitest';
import { dueInSentence, dueOfField } from './due.ts';

const context = { year: 2026 };
const inMonth = (month: number, day: number | null) => ({ month, day, weekday: null });
const ofMonth = (day: number) => ({ month: null, day, weekday: null });
const ofWeek = (weekday: number) => ({ month: null, day: null, weekday });

describe('the day within each period', () => {
  test.each([
    ['Trước ngày 20 tháng 11 hằng năm', 'year', inMonth(11, 20)],
    ['Trước ngày 20/11 hàng năm', 'year', inMonth(11, 20)],
    ['Chậm nhất ngày 05/12 của hằng năm', 'year', inMonth(12, 5)],
    ['Hằng năm, trước ngày 15 tháng 11', 'year', inMonth(11, 15)],
    ['Hằng năm (chậm nhất là ngày 29/02)', 'year', inMonth(2, 29)],
    ['Tháng 11 hằng năm', 'year', inMonth(11, null)],
    ['Trước tháng 12 hằng năm', 'year', inMonth(11, null)],
    ['Hằng năm, trước tháng 12', 'year', inMonth(11, null)],
    ['Quý I hằng năm', 'year', inMonth(3, null)],
    ['6 tháng một lần, trước ngày 15/6', 'half-year', inMonth(6, 15)],
    ['Trước ngày 15 tháng cuối quý', 'quarter', inMonth(3, 15)],
    ['Hằng quý, trước ngày 15 của tháng cuối quý', 'quarter', inMonth(3, 15)],
    ['Trước ngày 10 tháng đầu của quý, báo cáo hằng quý', 'quarter', inMonth(1, 10)],
    ['Trước ngày 25 hằng tháng', 'month', ofMonth(25)],
    ['Ngày 31 hàng tháng', 'month', ofMonth(31)],
    ['Hằng tháng, chậm nhất ngày 20', 'month', ofMonth(20)],
    ['Thứ Sáu hằng tuần', 'week', ofWeek(5)],
    ['Chiều thứ 5 hằng tuần', 'week', ofWeek(4)],
    ['Hằng tuần, vào Chủ nhật', 'week', ofWeek(7)],
  ] as const)('%s', (text, every, on) => {
    expect(dueOfField(text, context)).toMatchObject({ due: { kind: 'recurring', every }, on });
  });

  test.each([
    'Hằng năm',
    'Hàng quý, 6 tháng, năm',
    'Quý IV hằng năm',
    'Tháng cuối quý',
    'Thường xuyên',
    'Trước ngày 31/4 hằng năm',
    'Hằng tháng, trước ngày 05 tháng sau',
    'Hằng tháng, trước ngày 16/6/2026',
    'Hằng năm, trước ngày 15/01 năm sau',
    'Hằng năm, bắt đầu từ năm 2026',
    'Hằng năm, vào ngày 10/3 (âm lịch)',
    'Hằng năm, vào tháng 8 âm lịch',
    'Hằng tuần có 01 bài về Nghị quyết Hội nghị lần thứ tư',
    'Hằng tuần đăng bài dự Giải thưởng lần thứ hai',
    'Bài dự thi lần thứ năm hằng tuần',
  ])('“%s” names none that its period has', (text) => {
    expect(dueOfField(text, context)?.on ?? null).toBeNull();
  });
});

test('a sentence says the day beside the interval, also at its second mention', () => {
  const sentence = (text: string) => dueInSentence(text, context);
  expect(
    sentence('Gửi báo cáo kết quả về Sở Ngoại vụ trước ngày 20 tháng 11 hằng năm để tổng hợp.'),
  ).toMatchObject({ due: { kind: 'recurring', every: 'year' }, on: inMonth(11, 20) });
  expect(sentence('Định kỳ hàng tháng (trước ngày 16 hàng tháng), 6 tháng báo cáo về Sở.')).toMatchObject({
    due: { kind: 'recurring', every: 'month' },
    on: ofMonth(16),
  });
  expect(sentence('Giao ban báo chí sáng thứ Ba hằng tuần.')).toMatchObject({ on: ofWeek(2) });
  expect(sentence('Báo cáo trước ngày 15/11/2026.')?.on ?? null).toBeNull();
});
