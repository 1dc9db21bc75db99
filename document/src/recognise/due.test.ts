import { describe, expect, test } from 'vitest';
import type { Due } from '../tree.ts';
import { dueInSentence, dueOfField, dueOfHeading } from './due.ts';

const every = (interval: Extract<Due, { kind: 'recurring' }>['every']): Due => ({
  kind: 'recurring',
  every: interval,
});
const by = (date: string): Due => ({ kind: 'by', date });
const during = (from: string, to: string): Due => ({ kind: 'during', from, to });
const context = { year: 2024 };

describe('a column or field of time', () => {
  test.each<[string, Due]>([
    ['Hằng năm', every('year')],
    ['Hằngnăm', every('year')],
    ['Hàng quý, 6 tháng, năm', every('quarter')],
    ['Thường xuyên', every(null)],
    ['Nhiệm vụ thường xuyên', every(null)],
    ['02 lần/năm', every('half-year')],
    ['Trước ngày 15 hằng tháng', every('month')],
    ['Quý IV hằng năm', every('year')],
    ['Quý IV năm 2025 và các năm tiếp theo', every('year')],
    ['2026 trở đi', every('year')],
    ['2014 - 2020', during('2014-01-01', '2020-12-31')],
    ['Giai đoạn 2016 - 2020', during('2016-01-01', '2020-12-31')],
    ['Quý I năm 2019.', during('2019-01-01', '2019-03-31')],
    ['Quý III - IV/2024', during('2024-07-01', '2024-12-31')],
    ['Quý IV/2024 - Quý II/2025', during('2024-10-01', '2025-06-30')],
    ['Từ tháng 12/2025 đến quý I/2026.', during('2025-12-01', '2026-03-31')],
    ['Dự kiến ngày 05/12/2025 (chậm nhất ngày 10/12/2025)', by('2025-12-10')],
    ['tháng 5/2019', during('2019-05-01', '2019-05-31')],
    ['12/2025', during('2025-12-01', '2025-12-31')],
    ['Tháng 9, tháng 10', during('2024-09-01', '2024-10-31')],
    ['Từ tháng 3 đến tháng 6/2024', during('2024-03-01', '2024-06-30')],
    ['6 tháng đầu năm 2025', during('2025-01-01', '2025-06-30')],
    ['Tháng 02/2024', during('2024-02-01', '2024-02-29')],
    ['Trong năm', during('2024-01-01', '2024-12-31')],
    ['trước ngày 15/11/2019', by('2019-11-15')],
    ['Trước 15/11', by('2024-11-15')],
    ['đến năm 2019', by('2019-12-31')],
    ['Đến hết tháng 6/2025', by('2025-06-30')],
    ['Trước tháng 6/2025', by('2025-05-31')],
    ['chậm nhất ngày 20 tháng 12 năm 2025', by('2025-12-20')],
    ['30/6/2024', by('2024-06-30')],
  ])('%s', (text, due) => {
    expect(dueOfField(text, context)?.due).toEqual(due);
  });

  test.each([
    'Theo tiến độ dự án',
    'Sau khi Nghị định được ban hành',
    'Từ ngày 01/7/2025',
    'Khi có yêu cầu',
    '',
  ])('“%s” sets no time', (text) => {
    expect(dueOfField(text, context)).toBeNull();
  });

  test('a date without a year needs one from the document', () => {
    expect(dueOfField('Trước 15/11', { year: null })).toBeNull();
  });

  test.each(['31/13/2024', '99/99', 'Quý V', '0/0/2020'])('“%s” is no date', (text) => {
    expect(dueOfField(text, context)).toBeNull();
  });
});

describe('the time inside a sentence', () => {
  test.each<[string, Due | null]>([
    ['Gửi báo cáo về Sở (trước ngày 15/11/2019) để tổng hợp.', by('2019-11-15')],
    ['Bàn giao trong năm 2025 dự án, báo cáo kết quả trước ngày 31 tháng 12 năm 2025.', by('2025-12-31')],
    ['Rà soát quy chế, xong trước 17h00 ngày 20/3/2025.', by('2025-03-20')],
    ['Tổ chức triển lãm tại các địa phương đến năm 2019.', by('2019-12-31')],
    ['Tổ chức cuộc thi từ tháng 3 đến tháng 10 năm 2025.', during('2025-03-01', '2025-10-31')],
    ['Báo cáo Thủ tướng trong Quý I năm 2026.', during('2026-01-01', '2026-03-31')],
    ['Định kỳ hàng tháng (trước ngày 16 hàng tháng), 6 tháng báo cáo.', every('month')],
    ['Thường xuyên nắm bắt tình hình.', every(null)],
    ['Cân đối kinh phí hằng năm trình cấp có thẩm quyền.', every('year')],
    ['Xây dựng Kế hoạch thông tin đối ngoại hằng năm trình UBND tỉnh.', every('year')],
    ['Bố trí kinh phí chi thường xuyên theo quy định.', null],
    ['Triển khai Chiến lược phát triển đến năm 2030.', null],
    ['Tham mưu triển khai vào Kế hoạch thông tin đối ngoại hàng năm của tỉnh.', null],
    ['Thực hiện Quyết định số 12/QĐ-TTg ngày 05/8/2020 của Thủ tướng Chính phủ.', null],
    ['Xây dựng kế hoạch xuất khẩu của xã giai đoạn 2026 – 2030.', null],
  ])('%s', (text, due) => {
    expect(dueInSentence(text, context)?.due ?? null).toEqual(due);
  });

  test('its span is where the text says so', () => {
    const text = 'Gửi về Sở trước ngày 15/11/2019 để tổng hợp.';
    expect(text.slice(...dueInSentence(text, context)!.span)).toBe('trước ngày 15/11/2019');
  });
});

test('a heading hands its period down only if it begins with it', () => {
  expect(dueOfHeading('Giai đoạn 2026 - 2030')?.due).toEqual(during('2026-01-01', '2030-12-31'));
  expect(dueOfHeading('GIẢI PHÁP THỰC HIỆN KẾ HOẠCH GIAI ĐOẠN 2021 - 2025')).toBeNull();
});
