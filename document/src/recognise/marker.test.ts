import { describe, expect, it } from 'vitest';
import { readMarker } from './marker.ts';

const read = (text: string): string | null => {
  const marked = readMarker(text);
  return marked && `${marked.marker} ${marked.label} | ${text.slice(marked.length)}`;
};

describe('readMarker', () => {
  it.each([
    ['Phần thứ nhất. NHỮNG QUY ĐỊNH CHUNG', 'part Phần thứ nhất | NHỮNG QUY ĐỊNH CHUNG'],
    ['PHẦN II: NHIỆM VỤ', 'part PHẦN II | NHIỆM VỤ'],
    ['Chương III', 'chapter Chương III | '],
    ['Mục 2. KINH PHÍ', 'section Mục 2 | KINH PHÍ'],
    ['Điều 12a. Hiệu lực', 'article Điều 12a | Hiệu lực'],
    ['Điều 3: Giao Sở Nội vụ', 'article Điều 3 | Giao Sở Nội vụ'],
    ['IV. TỔ CHỨC THỰC HIỆN', 'roman IV | TỔ CHỨC THỰC HIỆN'],
    ['II - Nội dung', 'roman II | Nội dung'],
    ['A. ĐÁNH GIÁ', 'part A | ĐÁNH GIÁ'],
    ['1. Mục đích', 'number 1 | Mục đích'],
    ['1/ Mục đích', 'number 1 | Mục đích'],
    ['2- Yêu cầu', 'number 2 | Yêu cầu'],
    ['(1) Rà soát', 'number 1 | Rà soát'],
    ['1.2. Nội dung', 'decimal 1.2 | Nội dung'],
    ['1.2.1 Triển khai', 'decimal 1.2.1 | Triển khai'],
    ['đ) Địa điểm', 'letter đ | Địa điểm'],
    ['a. Nội dung', 'letter a | Nội dung'],
    ['c1) Việc nhỏ', 'letter c1 | Việc nhỏ'],
    ['- Triển khai', 'dash - | Triển khai'],
    ['–Triển khai', 'dash - | Triển khai'],
    ['* Lưu ý: gửi', 'dash * | Lưu ý: gửi'],
    ['• Bố trí', 'dash • | Bố trí'],
    ['+ Việc nhỏ', 'plus + | Việc nhỏ'],
    ['Bước 2: Tổng hợp', 'number Bước 2 | Tổng hợp'],
  ])('reads %s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it.each([
    'V/V CÔNG BỐ DANH MỤC',
    '-5% so với năm trước',
    '2.5 triệu đồng được bố trí',
    '12/5/2020 là hạn cuối',
    'mục 2 của Kế hoạch này',
    'điều 3 nêu trên',
    '2019 là năm đầu',
    'Sở Nội vụ',
    '',
  ])('finds none in "%s"', (text) => {
    expect(read(text)).toBeNull();
  });

  it('counts places in a list by the Vietnamese alphabet and in Roman figures', () => {
    expect(['a)', 'd)', 'đ)', 'e)', 'g)'].map((marker) => readMarker(`${marker} x`)?.ordinal)).toEqual([
      1, 4, 5, 6, 7,
    ]);
    expect(['I.', 'IV.', 'IX.', 'XIV.'].map((marker) => readMarker(`${marker} X`)?.ordinal)).toEqual([
      1, 4, 9, 14,
    ]);
  });
});
