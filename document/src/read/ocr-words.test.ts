import { describe, expect, it } from 'vitest';
import { correctLine, distance } from './ocr-corrections.ts';
import { piecesFrom } from './ocr-words.ts';
import type { SeenLine } from './ocr-words.ts';

const line = (words: readonly (readonly [string, number])[], top = 100): SeenLine => ({
  words: words.map(([text, confidence], at) => ({
    text,
    confidence,
    box: [200 * at, top, 200 * at + 150, top + 30],
  })),
  baseline: [top + 28, top + 28],
  height: 40,
});
const texts = (lines: readonly SeenLine[]): string[] => piecesFrom(lines, 200).map((piece) => piece.text);

describe('recognised words', () => {
  it('stand in points, and those that are not sure are marked', () => {
    const [sure, unsure] = piecesFrom(
      [
        line([
          ['Sở', 95],
          ['Ngoại', 41],
        ]),
      ],
      200,
    );
    expect(sure).toMatchObject({ text: 'Sở', left: 0, right: 54, spaced: true });
    expect(sure?.doubtful).toBeUndefined();
    expect(unsure?.doubtful).toBe(true);
  });

  it('leave out what strokes, specks and signatures read as', () => {
    expect(
      texts([
        line([
          ['|', 80],
          ['.GIÁM', 90],
          ['ĐỐC', 92],
        ]),
        line([['"', 70]]),
        line([['fq', 30]]),
      ]),
    ).toEqual(['GIÁM', 'ĐỐC']);
  });

  it('leave out lone points, and set a list’s dash apart', () => {
    expect(
      texts([
        line([
          ['-Lưu:', 90],
          ['VT.', 90],
          ['..', 80],
          ['GIÁM', 95],
          ['ĐỐC', 95],
        ]),
      ]),
    ).toEqual(['- Lưu:', 'VT.', 'GIÁM', 'ĐỐC']);
  });

  it('keep dashes that open a list', () => {
    expect(
      texts([
        line([
          ['-', 60],
          ['Như', 95],
          ['trên;', 95],
        ]),
      ]),
    ).toEqual(['-', 'Như', 'trên;']);
  });
});

describe('corrections', () => {
  it.each([
    ['CỘNG HOA XÃ HỘI CHỦ NGHIA VIỆT NAM', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'],
    [
      'UBND TÍNH SÔNG THAO CỘNG HÒA XÃ HỘI CHÚ NGHĨA VIỆT NAM',
      'UBND TỈNH SÔNG THAO CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    ],
    ['Độc lập - Tự đo - Hạnh phúc', 'Độc lập - Tự do - Hạnh phúc'],
    ['Số: 33KH-UBND', 'Số: 33/KH-UBND'],
    ['Nghị định 72/2015/ND-CP', 'Nghị định 72/2015/NĐ-CP'],
    ['trước 3O/6/2O25.', 'trước 30/6/2025.'],
    [
      'Sở Kê hoạch và Đâu tư tông hợp (báo cáo kêt quả);',
      'Sở Kế hoạch và Đầu tư tổng hợp (báo cáo kết quả);',
    ],
    ['SỞ KÊ HOẠCH VÀ ĐÂU TƯ', 'SỞ KẾ HOẠCH VÀ ĐẦU TƯ'],
    ['Sông Thao, ngày 07 thúng 01 nam 2019', 'Sông Thao, ngày 07 tháng 01 năm 2019'],
    ['Sông Thao; ngày 02 tháng 3 năm 2024', 'Sông Thao, ngày 02 tháng 3 năm 2024'],
  ])('%s is %s', (seen, right) => {
    expect(correctLine(seen.split(' ')).join(' ')).toBe(right);
  });

  it.each([
    'Kế hoạch số 33 của Ủy ban nhân dân',
    'độc lập, tự chủ trong công việc',
    'TÍNH CHẤT VÀ NHIỆM VỤ',
    '100KH',
    'Sở Tài chính; ngày mai tháng sau',
  ])('leave alone what is not certain: %s', (text) => {
    expect(correctLine(text.split(' ')).join(' ')).toBe(text);
  });

  it('measure how far apart two words are', () => {
    expect([distance('hanh phuc', 'hanh phuc'), distance('tu do', 'tu đo'), distance('', 'abc')]).toEqual([
      0, 1, 3,
    ]);
  });
});
