import { describe, expect, test } from 'vitest';
import { parsedOf, parsedText } from '../../test/parsed-of.ts';
import type { Format, Item } from '../tree.ts';
import { check } from './check.ts';

/** Findings on numbering in a plan whose body is `body`. */
function numbering(body: string): string[] {
  const text = `KẾ HOẠCH\nHoạt động thông tin đối ngoại năm 2019\n\n${body}\n`;
  return parsedText(text)
    .warnings.filter(({ code }) => code.endsWith('-number'))
    .map(({ code, severity, values }) => `${severity} ${code} ${values?.['before']} ${values?.['label']}`);
}

describe('numbering', () => {
  test('two items of one list with the same number', () => {
    const body =
      'IV. TỔ CHỨC THỰC HIỆN\n\n1. Sở Nội vụ\n\n- Bố trí cán bộ.\n\n3. Sở Tài chính\n\n- Bố trí kinh phí.\n\n3. Sở Ngoại vụ\n\n- Tổ chức lớp tiếng Lào.';
    expect(numbering(body)).toEqual(['warning skipped-number 1 3', 'warning duplicate-number 3 3']);
  });

  test('a Roman numeral left out', () => {
    expect(
      numbering(
        'I. MỤC ĐÍCH\n\n- Nâng cao chất lượng.\n\nII. NỘI DUNG\n\n- Tổ chức hội nghị.\n\nIV. KINH PHÍ\n\n- Ngân sách tỉnh.',
      ),
    ).toEqual(['warning skipped-number II IV']);
  });

  test('a list that starts anew under another heading is another list', () => {
    expect(
      numbering(
        'I. MỤC ĐÍCH\n\n1. Mục đích\n\n2. Yêu cầu\n\nII. NỘI DUNG\n\n1. Tuyên truyền\n\n2. Tập huấn\n\n3. Sơ kết',
      ),
    ).toEqual([]);
  });

  test('decimal numbers are compared under their own parent', () => {
    expect(
      numbering(
        'II. NỘI DUNG\n\n1. Tuyên truyền\n\n1.1. Báo chí\n\n1.2. Truyền hình\n\n2. Tập huấn\n\n2.1. Cấp tỉnh\n\n2.2. Cấp xã',
      ),
    ).toEqual([]);
  });

  test('letters follow the Vietnamese alphabet, and đ may be passed over', () => {
    expect(
      numbering('1. Nội dung\n\na) Một\n\nb) Hai\n\nc) Ba\n\nd) Bốn\n\nđ) Năm\n\ne) Sáu\n\ng) Bảy'),
    ).toEqual([]);
    expect(numbering('1. Nội dung\n\na) Một\n\nb) Hai\n\nc) Ba\n\nd) Bốn\n\ne) Năm')).toEqual([]);
    expect(numbering('1. Nội dung\n\na) Một\n\nb) Hai\n\nd) Bốn')).toEqual(['warning skipped-number b d']);
  });

  test('paragraphs that an act quotes keep their own numbers', () => {
    const body =
      'Điều 1. Sửa đổi Điều 5 như sau:\n\n“Điều 5. Kinh phí\n\n1. Ngân sách tỉnh.\n\nĐiều 9. Báo cáo\n\n1. Hằng năm.”\n\nĐiều 2. Quyết định này có hiệu lực từ ngày ký.';
    expect(numbering(body)).toEqual([]);
  });

  test('straight quotation marks hold quoted paragraphs too', () => {
    const body =
      'Điều 1. Sửa đổi Điều 5 như sau:\n\n"Điều 5. Kinh phí\n\nĐiều 9. Báo cáo hằng năm."\n\nĐiều 2. Quyết định này có hiệu lực từ ngày ký.';
    expect(numbering(body)).toEqual([]);
  });

  test('a second "1." is only a note: it may begin another list', () => {
    expect(numbering('1. Tuyên truyền\n\n1. Tập huấn')).toEqual(['note duplicate-number 1 1']);
  });

  test('in a PDF a number left out is only a note: the page may hide it', () => {
    const items = ['1. Một', '2. Hai', '4. Bốn'];
    const text = items.join('\n');
    const outline = items.map((item): Item => {
      const start = text.indexOf(item);
      const span = [start, start + item.length] as const;
      return {
        type: 'item',
        marker: 'number',
        label: item[0]!,
        span,
        text: span,
        heading: false,
        paragraph: { type: 'paragraph', span },
        children: [],
      };
    });
    const part = { type: 'KH', title: null, span: [0, text.length], head: [0, 0], outline } as const;
    const severities = (format: Format) =>
      check(parsedOf({ text, format }), { parts: [part] })
        .filter(({ code }) => code === 'skipped-number')
        .map(({ severity }) => severity);
    expect(severities('docx')).toEqual(['warning']);
    expect(severities('pdf')).toEqual(['note']);
  });

  test('numbered statements below a numbered heading are a list of their own', () => {
    const body =
      'II. NỘI DUNG\n\n**1. Quy hoạch, đầu tư**\n\n1. Hoàn thành quy hoạch khu du lịch.\n\n2. Kêu gọi đầu tư khu vui chơi.\n\n**2. Xúc tiến, quảng bá**\n\n1. Tham gia hội chợ quốc tế.\n\n2. Tổ chức lễ hội đua thuyền.';
    expect(numbering(body).filter((found) => found.startsWith('warning'))).toEqual([]);
  });

  test('a year that opens a paragraph is no number of the list', () => {
    expect(numbering('1. Năm thứ nhất\n\n2. Năm thứ hai\n\n35. Tổng số lớp')).toEqual([]);
  });
});
