import { describe, expect, it } from 'vitest';
import { page, piece, ruled } from '../../test/pdf/pieces.ts';
import { createBuilder } from './build.ts';
import type { PageContent } from './geometry.ts';
import { layOut } from './geometry-pages.ts';
import type { Source, Table } from '../tree.ts';

function laidOut(...pages: readonly PageContent[]): Source {
  const builder = createBuilder('test.pdf', 'pdf');
  layOut(pages, builder);
  return builder.finish();
}

const paragraphsOf = (source: Source): string[] =>
  source.blocks
    .filter((block) => block.type === 'paragraph')
    .map((block) => source.text.slice(...block.span));
const tableOf = (source: Source): string[][] =>
  (source.blocks.find((block) => block.type === 'table') as Table).rows.map((row) =>
    row.cells.map((cell) => source.text.slice(...cell.span)),
  );

/** A line as long as the text strip (72 to 522). */
const FULL = 'Sở Ngoại vụ chủ trì, phối hợp với các sở, ban, ngành của tỉnh thực hiện vậy';

describe('paragraphs', () => {
  it('go on over lines that reach the right edge and end where a word would still have fitted', () => {
    const source = laidOut(
      page([
        piece(FULL, 72, 100),
        piece('hằng năm.', 72, 116),
        piece('Kinh phí do ngân sách bảo đảm.', 72, 132),
        piece(FULL, 72, 300),
      ]),
    );
    expect(paragraphsOf(source)).toEqual([`${FULL} hằng năm.`, 'Kinh phí do ngân sách bảo đảm.', FULL]);
  });

  it('begin at a list marker after a finished line, not at a dash inside a sentence', () => {
    const lines = [`${FULL.slice(0, 73)}.`, `- ${FULL.slice(0, 71)}`, '- xã hội của tỉnh.'];
    const source = laidOut(page(lines.map((line, at) => piece(line, 72, 100 + 16 * at))));
    expect(paragraphsOf(source)).toEqual([lines[0], `${lines[1]} ${lines[2]}`]);
  });

  it('keep a hyphen at a line end inside its word', () => {
    const source = laidOut(
      page([piece(`${FULL.slice(0, 72)} i-`, 72, 100), piece('Speed để đo.', 72, 116), piece(FULL, 72, 200)]),
    );
    expect(paragraphsOf(source)[0]).toContain('i-Speed để đo.');
  });

  it('begin at a first-line indent', () => {
    const source = laidOut(
      page([piece(FULL, 72, 100), piece(FULL.slice(0, 69), 108, 116), piece('thêm.', 72, 132)]),
    );
    expect(paragraphsOf(source)).toEqual([FULL, `${FULL.slice(0, 69)} thêm.`]);
  });

  it('go on over the page end, and carry the place where they begin', () => {
    const source = laidOut(
      page([piece(FULL, 72, 780)]),
      page([piece('hằng năm.', 72, 80), piece(FULL, 108, 200)], [], 2),
    );
    expect(paragraphsOf(source)[0]).toBe(`${FULL} hằng năm.`);
    expect(source.blocks[0]?.origin?.page).toBe(1);
  });

  it('read by place, not by the order in the file', () => {
    const source = laidOut(page([piece('Hai.', 72, 200), piece('Một.', 72, 100)]));
    expect(source.text).toBe('Một.\nHai.');
  });

  it('keep raised figures as such, and join them to their word', () => {
    const source = laidOut(page([piece('Diện tích 12 km', 72, 100), piece('2', 162.5, 95, { size: 7 })]));
    expect(source.text).toBe('Diện tích 12 km²');
  });

  it('know bold and centred lines', () => {
    const source = laidOut(
      page([piece('KẾ HOẠCH', 270, 100, { bold: true }), piece(FULL, 72, 130), piece(FULL, 72, 146)]),
    );
    expect(source.blocks[0]).toMatchObject({ bold: true, align: 'center' });
  });
});

describe('columns', () => {
  it('keep letterhead sides apart and leave the title below out of them', () => {
    const source = laidOut(
      page([
        piece('UBND TỈNH SÔNG THAO', 80, 60),
        piece('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 300, 60),
        piece('SỞ NGOẠI VỤ', 104, 76),
        piece('Độc lập - Tự do - Hạnh phúc', 321, 76),
        piece('Số: 12/KH-SNgV', 95, 100),
        piece('Sông Thao, ngày 02 tháng 3 năm 2025', 297, 100),
        piece('KẾ HOẠCH', 273, 130),
        piece(FULL, 72, 160),
      ]),
    );
    expect(tableOf(source)).toEqual([
      [
        'UBND TỈNH SÔNG THAO\nSỞ NGOẠI VỤ\nSố: 12/KH-SNgV',
        'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nSông Thao, ngày 02 tháng 3 năm 2025',
      ],
    ]);
    expect(paragraphsOf(source)).toEqual(['KẾ HOẠCH', FULL]);
  });

  it('keep recipients and signature apart, though the name stands far below', () => {
    const source = laidOut(
      page([
        piece(FULL, 72, 60),
        piece('Nơi nhận:', 72, 100),
        piece('GIÁM ĐỐC', 380, 100),
        piece('- Như trên;', 72, 116),
        piece('- Lưu: VT.', 72, 130),
        piece('Trần Quỳnh Hương', 355, 180),
      ]),
    );
    expect(tableOf(source)).toEqual([['Nơi nhận:\n- Như trên;\n- Lưu: VT.', 'GIÁM ĐỐC\nTrần Quỳnh Hương']]);
  });

  it('do not take a tab after a number for a column', () => {
    const source = laidOut(
      page([
        piece('1.', 72, 100),
        piece('MỤC TIÊU', 108, 100),
        piece('2.', 72, 130),
        piece('NHIỆM VỤ', 108, 130),
      ]),
    );
    expect(paragraphsOf(source)).toEqual(['1. MỤC TIÊU', '2. NHIỆM VỤ']);
  });
});

describe('ruled tables', () => {
  const xs = [72, 110, 300, 522];

  it('give a row and cell for each field, lines within a cell joined', () => {
    const source = laidOut(
      page(
        [
          piece('TT', 80, 115),
          piece('Nhiệm vụ', 150, 115),
          piece('Chủ trì', 350, 115),
          piece('1', 85, 140),
          piece('Mở lớp tập huấn cho cán bộ xã,', 114, 140),
          piece('phường', 114, 155),
          piece('Sở Nội vụ', 350, 147),
        ],
        ruled(xs, [100, 125, 165]),
      ),
    );
    expect(tableOf(source)).toEqual([
      ['TT', 'Nhiệm vụ', 'Chủ trì'],
      ['1', 'Mở lớp tập huấn cho cán bộ xã, phường', 'Sở Nội vụ'],
    ]);
  });

  it('merge fields without a line between them', () => {
    const rules = ruled(xs, [100, 125, 150, 175]).filter(
      (rule) => !(rule.vertical && (rule.box[0] === 300 || rule.box[0] === 110)),
    );
    const upright = [110, 300].map((x) => ({ vertical: true, box: [x, 125, x, 175] as const }));
    const source = laidOut(
      page(
        [piece('I. Nhóm việc', 80, 115), piece('1', 85, 140), piece('2', 85, 165)],
        [...rules, ...upright],
      ),
    );
    const table = source.blocks[0] as Table;
    expect(table.columns).toBe(3);
    expect(table.rows[0]?.cells.map((cell) => cell.columns)).toEqual([3]);
  });

  it('go on over pages: the repeated head is dropped, a row cut in two is mended', () => {
    const head = (y: number) => [piece('TT', 80, y), piece('Nhiệm vụ', 150, y), piece('Chủ trì', 350, y)];
    const source = laidOut(
      page(
        [
          ...head(715),
          piece('1', 85, 740),
          piece('Mở lớp tập huấn cho các cán bộ', 114, 740),
          piece('Sở Nội vụ', 350, 740),
        ],
        ruled(xs, [700, 725, 765]),
      ),
      page(
        [
          ...head(75),
          piece('đầu mối.', 114, 100),
          piece('2', 85, 130),
          piece('Xuất bản sách ảnh.', 114, 130),
          piece('Sở Ngoại vụ', 350, 130),
        ],
        ruled(xs, [60, 85, 115, 150]),
        2,
      ),
    );
    expect(tableOf(source)).toEqual([
      ['TT', 'Nhiệm vụ', 'Chủ trì'],
      ['1', 'Mở lớp tập huấn cho các cán bộ đầu mối.', 'Sở Nội vụ'],
      ['2', 'Xuất bản sách ảnh.', 'Sở Ngoại vụ'],
    ]);
  });

  it('do not arise from an underline or from a frame around the page', () => {
    const frame = ruled([20, 575], [20, 820]);
    const underline = { vertical: false, box: [200, 103, 300, 103] as const };
    const source = laidOut(page([piece(FULL, 72, 100)], [...frame, underline]));
    expect(source.blocks.map((block) => block.type)).toEqual(['paragraph']);
  });
});

describe('what repeats', () => {
  const body = (at: number) => [
    piece(`Đoạn thứ ${'nhất hai ba bốn'.split(' ')[at]} nói về việc khác.`, 72, 120 + 30 * at),
  ];

  it('running heads, feet and page numbers are taken off', () => {
    const pages = [0, 1, 2, 3].map((at) =>
      page(
        [
          piece('Tài liệu hội nghị', 72, 40),
          ...body(at),
          piece(String(at + 1), 295, 810),
          piece('songthao.example', 72, 800),
        ],
        [],
        at + 1,
      ),
    );
    const source = laidOut(...pages);
    expect(source.text).not.toMatch(/hội nghị|example|\d/);
    expect(paragraphsOf(source)).toHaveLength(4);
  });

  it('a running head that titles the document is kept once where nothing else does', () => {
    const pages = [0, 1, 2].map((at) =>
      page([piece('KẾ HOẠCH CHUYỂN ĐỔI SỐ', 200, 40), ...body(at)], [], at + 1),
    );
    expect(paragraphsOf(laidOut(...pages))[0]).toBe('KẾ HOẠCH CHUYỂN ĐỔI SỐ');
    expect(laidOut(...pages).text.match(/KẾ HOẠCH/g)).toHaveLength(1);
  });

  it('heads of annexes stay, though they stand at the same place', () => {
    const pages = [0, 1, 2].map((at) =>
      page([piece('Mẫu số 0' + (at + 1), 270, 60), ...body(at)], [], at + 1),
    );
    expect(laidOut(...pages).text.match(/Mẫu số/g)).toHaveLength(3);
  });
});

describe('footnotes', () => {
  it('stand at the end, so that the paragraph above goes on over the page', () => {
    const rule = { vertical: false, box: [72, 760, 216, 760] as const };
    const source = laidOut(
      page(
        [
          piece(FULL, 72, 100),
          piece(FULL, 72, 740),
          piece('1', 72, 770, { size: 6 }),
          piece(' Theo số liệu của Sở.', 75, 774, { size: 10 }),
        ],
        [rule],
      ),
      page([piece('hằng năm.', 72, 80), piece(FULL, 108, 200)], [], 2),
    );
    expect(paragraphsOf(source).at(-1)).toBe('¹ Theo số liệu của Sở.');
    expect(paragraphsOf(source)).toContain(`${FULL} hằng năm.`);
  });
});
