import { describe, expect, test } from 'vitest';
import { createBuilder } from './build.ts';
import { foldColumns } from './tabbed-columns.ts';

function textOf(...paragraphs: string[]): string {
  const builder = createBuilder('a.docx', 'docx');
  const columns = foldColumns(builder);
  for (const paragraph of paragraphs) columns.paragraph(paragraph);
  columns.flush();
  return builder.finish().text;
}

describe('columns made with tabs', () => {
  test('of a letterhead become a table', () => {
    expect(
      textOf(
        'UBND TỈNH SÔNG THAO\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
        'SỞ NGOẠI VỤ          Độc lập - Tự do - Hạnh phúc',
        'Số: 12/KH-SNgV\t\tSông Thao, ngày 05 tháng 3 năm 2026',
        'KẾ HOẠCH',
        'Tên\tkhác',
      ),
    ).toBe(
      'UBND TỈNH SÔNG THAO\nSỞ NGOẠI VỤ\nSố: 12/KH-SNgV\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nSông Thao, ngày 05 tháng 3 năm 2026\nKẾ HOẠCH\nTên khác',
    );
  });

  test('of a signature become a table, with all recipients on the left', () => {
    expect(
      textOf(
        'Trên đây là kế hoạch.',
        'Nơi nhận:\tTM. ỦY BAN NHÂN DÂN',
        '- Như trên;\tCHỦ TỊCH',
        '- Lưu: VT.',
        '\t\tLò Văn Mẫu',
      ),
    ).toBe(
      'Trên đây là kế hoạch.\nNơi nhận:\n- Như trên;\n- Lưu: VT.\tTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nLò Văn Mẫu',
    );
  });

  test.each([
    ['a list', ['1.\tMục đích', '2.\tYêu cầu']],
    ['fields', ['Họ và tên:\tLò Văn Mẫu', 'Chức vụ:\tChuyên viên']],
    ['one line alone', ['Độc lập - Tự do - Hạnh phúc\tx', 'Kế hoạch']],
    ['three columns', ['CỘNG HÒA XÃ HỘI\ta\tb', 'c\td\te']],
  ])('elsewhere are spaces: %s', (_, paragraphs) => {
    expect(textOf(...paragraphs)).toBe(paragraphs.map((text) => text.replaceAll('\t', ' ')).join('\n'));
  });
});
