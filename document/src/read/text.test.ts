import { describe, expect, it } from 'vitest';
import type { Source } from '../tree.ts';
import { readText } from './text.ts';

/** Paragraphs as they are; a table as rows of cells between bars, merged cells with their size. */
function shape(source: Source): string[] {
  return source.blocks.flatMap((block) =>
    block.type === 'paragraph'
      ? [source.text.slice(...block.span)]
      : block.rows.map((row) =>
          row.cells
            .map((cell) => {
              const size = `${cell.columns > 1 ? `${cell.columns}c ` : ''}${cell.rows > 1 ? `${cell.rows}r ` : ''}`;
              return (
                size + cell.paragraphs.map((paragraph) => source.text.slice(...paragraph.span)).join('⏎')
              );
            })
            .join(' | '),
        ),
  );
}

const txt = (...lines: string[]): string[] => shape(readText(lines.join('\n'), 'x.txt', 'txt'));
const md = (...lines: string[]): string[] => shape(readText(lines.join('\n'), 'x.md', 'md'));

describe('paragraphs', () => {
  const wrapped = [
    'Căn cứ kế hoạch công tác năm của tỉnh và tình hình',
    'thực tế tại địa phương, các đơn vị chủ động xây dựng',
    'chương trình riêng, gửi về cơ quan thường trực trước',
    'ngày cuối quý để tổng hợp chung toàn tỉnh.',
  ];

  it('joins lines that were cut at a width', () => {
    expect(
      txt(...wrapped, 'Giao Sở Nội vụ theo dõi, đôn đốc việc thực hiện của', 'các đơn vị và báo cáo.'),
    ).toEqual([
      wrapped.join(' '),
      'Giao Sở Nội vụ theo dõi, đôn đốc việc thực hiện của các đơn vị và báo cáo.',
    ]);
  });

  it('joins a heading that was cut after its first word, and capitals over two lines', () => {
    expect(txt('I. MỤC ĐÍCH,', 'YÊU CẦU CHUNG', '1. Mục', 'đích:', ...wrapped)).toEqual([
      'I. MỤC ĐÍCH, YÊU CẦU CHUNG',
      '1. Mục đích:',
      wrapped.join(' '),
    ]);
  });

  it('does not take a dash or a number inside a sentence for a list', () => {
    const cut = [
      'Phát triển nhanh, bền vững, góp phần thúc đẩy kinh tế',
      '- xã hội của tỉnh, tốc độ tăng bình quân hằng năm 05',
      '- 06%/năm trong cả giai đoạn.',
    ];
    expect(md('I. MỤC TIÊU', '', '1. Việc một', '', ...wrapped, '', ...cut)).toContain(cut.join(' '));
  });

  it('joins what a page break cut in two', () => {
    expect(
      txt(
        '- Các hoạt động bám sát sự kiện quan trọng của tỉnh và của huyện trong',
        '',
        'năm 2021; chấp hành nghiêm chế độ bảo mật.',
        '',
        'Nội dung khác.',
      ),
    ).toEqual([
      '- Các hoạt động bám sát sự kiện quan trọng của tỉnh và của huyện trong năm 2021; chấp hành nghiêm chế độ bảo mật.',
      'Nội dung khác.',
    ]);
    expect(
      txt('- Chủ động theo dõi, nắm tình hình dư luận và báo cáo lãnh đạo tỉnh', '\f3', 'về kết quả xử lý.'),
    ).toHaveLength(1);
  });

  it('keeps lines apart that are paragraphs in a file without wraps', () => {
    const long =
      '- Tăng cường công tác quản lý nhà nước về thông tin đối ngoại, bảo đảm thống nhất, đồng bộ giữa các cơ quan, đơn vị và địa phương; '
        .repeat(2)
        .trim();
    expect(txt('1. Công an tỉnh', 'Tham mưu giúp tỉnh.', long, long)).toEqual([
      '1. Công an tỉnh',
      'Tham mưu giúp tỉnh.',
      long,
      long,
    ]);
  });

  it('keeps the type, the issuer and the authority on lines of their own', () => {
    expect(
      txt(
        'QUYẾT ĐỊNH',
        'VỀ VIỆC BAN HÀNH',
        'KẾ HOẠCH CÔNG TÁC',
        'CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH',
        'Căn cứ Luật Báo chí;',
      ),
    ).toEqual([
      'QUYẾT ĐỊNH',
      'VỀ VIỆC BAN HÀNH KẾ HOẠCH CÔNG TÁC',
      'CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH',
      'Căn cứ Luật Báo chí;',
    ]);
    expect(txt('TM. ỦY BAN NHÂN DÂN', 'KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH')).toHaveLength(3);
  });

  it('drops rules, page numbers and what crawlers add', () => {
    expect(
      md(
        '*Source: https://example.vn/van-ban*',
        '',
        '-------',
        'KẾ HOẠCH',
        '---------------',
        '',
        '12',
        '',
        'Nội dung.',
      ),
    ).toEqual(['KẾ HOẠCH', 'Nội dung.']);
  });

  it('keeps breaks that Markdown says to keep', () => {
    expect(md('**KT. CHỦ TỊCH  ', 'PHÓ CHỦ TỊCH**')).toEqual(['KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH']);
  });

  it('marks what is bold, in whole or in part', () => {
    const source = readText('**I. MỤC TIÊU**\n\n**Điều 1. **Ban hành Kế hoạch.', 'x.md', 'md');
    const [first, second] = source.blocks;
    expect(first).toMatchObject({ type: 'paragraph', bold: true });
    expect(second?.type === 'paragraph' && second.runs?.map((run) => source.text.slice(...run.span))).toEqual(
      ['Điều 1. '],
    );
  });
});

describe('tables', () => {
  it('reads cells between lone bars, rows between two', () => {
    expect(
      md(
        '|',
        '**ỦY BAN NHÂN DÂN**',
        '|',
        '**CỘNG HÒA**',
        '|',
        '|',
        'Số: 1/KH-UBND',
        '|',
        '*Sông Thao, ngày 2',
        'tháng 3 năm 2026*',
        '|',
      ),
    ).toEqual(['ỦY BAN NHÂN DÂN | CỘNG HÒA', 'Số: 1/KH-UBND | Sông Thao, ngày 2 tháng 3 năm 2026']);
  });

  it('tells empty cells between lone bars from the ends of rows', () => {
    const row = (...cells: string[]): string[] =>
      cells.flatMap((cell) => ['|', ...(cell === '' ? [] : [cell])]).concat('|');
    expect(
      md(...row('I', 'Cây', '', ''), ...row('1', 'Chè', 'Ha', '10'), ...row('2', '', 'Tấn', '20')),
    ).toEqual(['I | Cây |  | ', '1 | Chè | Ha | 10', '2 |  | Tấn | 20']);
  });

  it('spreads the cells of a header over those below', () => {
    const row = (...cells: string[]): string[] => cells.flatMap((cell) => ['|', cell]).concat('|');
    expect(
      md(
        ...row('TT', 'Chỉ tiêu', 'GIAI ĐOẠN'),
        ...row('2026', '2027', '2028'),
        ...row('1', 'Chè', '10', '11', '12'),
      ),
    ).toEqual(['2r TT | 2r Chỉ tiêu | 3c GIAI ĐOẠN', '2026 | 2027 | 2028', '1 | Chè | 10 | 11 | 12']);
  });

  it('reads cells that only end in a bar', () => {
    expect(
      txt(
        'ỦY BAN NHÂN DÂN |',
        'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |',
        'Số: 44/KH-UBND |',
        'Sông Thao, ngày 08 tháng 02 năm 2018 |',
        'KẾ HOẠCH',
      ),
    ).toEqual([
      'ỦY BAN NHÂN DÂN | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'Số: 44/KH-UBND | Sông Thao, ngày 08 tháng 02 năm 2018',
      'KẾ HOẠCH',
    ]);
    expect(txt('Số: 74/KH-UBND | Sông Thao, ngày 07 tháng 7 năm 2020 |', 'KẾ HOẠCH')).toEqual([
      'Số: 74/KH-UBND | Sông Thao, ngày 07 tháng 7 năm 2020',
      'KẾ HOẠCH',
    ]);
  });

  it("reads Markdown's own tables, breaks and lists inside a cell", () => {
    expect(
      md('| TT | Việc |', '|---|---|', '| 1 | Họp<br>báo |', '| **Nơi nhận:** - A; - B. | C ------- D |'),
    ).toEqual(['TT | Việc', '1 | Họp⏎báo', 'Nơi nhận:⏎- A;⏎- B. | C⏎D']);
  });

  it('reads cells one a line behind a tab, empty ones too', () => {
    expect(
      txt(
        '\tSTT',
        '\tVIỆC',
        '\tTHỜI GIAN',
        '',
        '\tI',
        '\tNhóm một',
        '\t ',
        '',
        '\t1',
        '\tHọp',
        'giao ban',
        '\tHằng năm',
      ),
    ).toEqual(['STT | VIỆC | THỜI GIAN', 'I | Nhóm một | ', '1 | Họp giao ban | Hằng năm']);
  });

  it('reads lines with tabs between columns', () => {
    expect(txt('TT\tViệc\tHạn', '1\tHọp\tQuý I')).toEqual(['TT | Việc | Hạn', '1 | Họp | Quý I']);
  });

  it('reads columns made with spaces', () => {
    expect(
      txt(
        '   UBND TỈNH SÔNG THAO               CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
        '       SỞ NỘI VỤ                         Độc lập - Tự do - Hạnh phúc',
        '',
        '   Số: 21/KH-SNV                   Sông Thao, ngày 13 tháng 02 năm 2023',
        '',
        '                              KẾ HOẠCH',
      ),
    ).toEqual([
      'UBND TỈNH SÔNG THAO⏎SỞ NỘI VỤ⏎Số: 21/KH-SNV | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM⏎Độc lập - Tự do - Hạnh phúc⏎Sông Thao, ngày 13 tháng 02 năm 2023',
      'KẾ HOẠCH',
    ]);
  });

  it('reads HTML tables inside Markdown, with merged cells', () => {
    expect(
      md(
        '<table>',
        '<tr><th rowspan="2">TT</th><th colspan="2">Thời gian</th></tr>',
        '<tr><td>Từ</td><td>Đến</td></tr>',
        '<tr><td>1</td><td>Quý I<br>Quý II</td><td>Năm</td></tr></table>',
      ),
    ).toEqual(['2r TT | 2c Thời gian', 'Từ | Đến', '1 | Quý I⏎Quý II | Năm']);
  });

  it('reads columns that a line of dashes marks out', () => {
    expect(
      md(
        '  TT    Việc        Hạn',
        '  ----- ----------- -------',
        '  1     Họp giao    Quý I',
        '        ban         ',
        '',
        '  2     In          Quý II',
      ),
    ).toEqual(['TT | Việc | Hạn', '1 | Họp giao ban | Quý I', '2 | In | Quý II']);
  });

  it('reads drawn tables', () => {
    expect(
      txt(
        '+----+-------+',
        '| TT | Việc  |',
        '+----+-------+',
        '| 1  | Họp   |',
        '|    | báo   |',
        '+----+-------+',
      ),
    ).toEqual(['TT | Việc', '1 | Họp báo']);
    expect(txt('┌────┬──────┐', '│ 1  │ Họp  │', '└────┴──────┘')).toEqual(['1 | Họp']);
  });
});

describe('rows of bars without outer bars', () => {
  const table = [
    'TT | Nhiệm vụ | Cơ quan chủ trì | Cơ quan phối hợp | Thời gian trình',
    '',
    'I | Hoàn thiện thể chế | Hoàn thiện thể chế | Hoàn thiện thể chế | Hoàn thiện thể chế',
    '',
    '1 | Báo cáo tổng kết thi hành | Sở Tư pháp | Sở Nội vụ | 2026',
    '',
    '2 | Đề án thí điểm | Sở Nội vụ',
    'Sở Tài chính | Các xã | 2027',
    '',
    'Các cơ quan báo cáo theo quy định.',
  ].join('\n');

  it('are a table from a head of column names on, blank lines between them or not', () => {
    const [first, second] = readText(table, 'a.txt', 'txt').blocks;
    if (first?.type !== 'table') throw new Error('no table');
    expect(first.rows).toHaveLength(4);
    expect(first.columns).toBe(5);
    expect(first.rows[3]!.cells[2]!.paragraphs).toHaveLength(2);
    expect(second?.type).toBe('paragraph');
  });

  it('hold one merged cell where a group stands in every cell of its row', () => {
    const [first] = readText(table, 'a.txt', 'txt').blocks;
    if (first?.type !== 'table') throw new Error('no table');
    expect(first.rows[1]!.cells.map((cell) => cell.columns)).toEqual([1, 4]);
  });

  it('are no table without a head that names columns', () => {
    const text = 'a | b | c | d\n1 | 2 | 3 | 4';
    expect(readText(text, 'a.txt', 'txt').blocks.every((block) => block.type === 'paragraph')).toBe(true);
  });
});

describe('the end of a page inside a paragraph', () => {
  const wide = (words: string): string => `${words} và các cơ quan có liên quan rà soát, tổng hợp, báo cáo`;
  const lines = [wide('Sở Nội vụ'), 'các nội dung được giao, bảo đảm tiến độ; theo dõi, báo cáo Thủ tướng'];
  const page = [...lines, ...lines, ...lines].join('\n');

  it('is passed over with the number of the page, blank lines around it or not', () => {
    for (const end of ['\n\n2\n\n\n\f\n\n', '\n2\n\n\n\f\n', '\n2\n\f']) {
      const { text } = readText(`${page}${end}Chính phủ trong tháng 3 năm 2026.`, 'a.txt', 'txt');
      expect(text).toContain('Thủ tướng Chính phủ trong tháng 3');
    }
  });
});

it('takes the signature beside the last recipient for lines of its own', () => {
  const { text } = readText(
    'Nơi nhận:\n- Như trên;\n- Lưu: VT, NC. | TM. CHÍNH PHỦ\nTHỦ TƯỚNG',
    'a.txt',
    'txt',
  );
  expect(text.split('\n').slice(-3)).toEqual(['- Lưu: VT, NC.', 'TM. CHÍNH PHỦ', 'THỦ TƯỚNG']);
});
