// Tables and charts of made-up documents.
import type { Grid, Line, OfficialBlock as Block, TableCell } from '../../src/index.ts';
import type { Dice } from './dice.ts';
import { capital, line, sentence, TITLES } from './words.ts';

const CELLS = [
  'Sở Văn hóa, Thể thao và Du lịch',
  'Quý II/2027',
  '1.250',
  '15,5%',
  'Hằng năm',
  '-',
  'x',
  'Báo cáo kết quả; tài liệu bằng 03 thứ tiếng (Anh, Lào, Trung)',
  'Trước ngày 30/9/2026',
  '2026 - 2030',
] as const;

function cell(d: Dice): TableCell {
  const kind = d.below(14);
  if (kind === 0) return { lines: [] };
  const lines: Line[] =
    kind === 1
      ? d.times(2, 4, () => sentence(d, 1))
      : kind === 2
        ? [line(d)]
        : [d.hits(0.7) ? d.one(CELLS) : sentence(d, 2)];
  const align = d.one([undefined, undefined, 'center', 'right'] as const);
  return { lines, ...(align && { align }), ...(kind === 3 && { bold: true, lines: [d.one(CELLS)] }) };
}

const COLUMNS = [
  'TT',
  'Nhiệm vụ',
  'Cơ quan chủ trì',
  'Cơ quan phối hợp',
  'Sản phẩm',
  'Thời gian',
  'Kinh phí',
  'Ghi chú',
  'Năm 2026',
  'Năm 2027',
];

/** One to ten columns; heads of one to three rows, merged both ways; groups across; cells over several rows. */
export function grid(d: Dice, longest = 8): Grid {
  const columns = 1 + d.below(10);
  const words = (at: number): TableCell => ({ lines: [COLUMNS[at % COLUMNS.length]!] });
  const each = Array.from({ length: columns }, (_, at) => at);
  const head: TableCell[][] = [];
  if (columns > 3 && d.hits(0.4)) {
    const middle = 2 + d.below(columns - 3);
    head.push([
      ...each.slice(0, 1).map((at) => ({ ...words(at), rows: 2 })),
      { lines: ['Phân công thực hiện'], columns: middle },
      ...each.slice(1 + middle).map((at) => ({ ...words(at), rows: 2 })),
    ]);
    head.push(each.slice(1, 1 + middle).map(words));
  } else head.push(each.map(words));
  if (columns > 2 && d.hits(0.15)) head.push(each.map((at) => ({ lines: [`(${at + 1})`] })));
  const plain = (): TableCell[] =>
    each.map((at) => (at === 0 ? { lines: [String(1 + d.below(99))], align: 'center' as const } : cell(d)));
  const rows = d
    .times(1, longest, () => d)
    .flatMap((): TableCell[][] => {
      if (columns > 2 && d.hits(0.12)) return [[{ lines: [d.one(TITLES)], columns, bold: true }]];
      if (columns > 2 && d.hits(0.12)) {
        const first = plain();
        return [[{ lines: ['I'], rows: 2, align: 'center' as const }, ...first.slice(1)], plain().slice(1)];
      }
      return [plain()];
    });
  return {
    type: 'grid',
    ...(d.hits(0.4) && { caption: `Bảng ${1 + d.below(9)}. ${d.one(TITLES)}` }),
    widths: each.map((at) => (at === 0 ? 1 : 1 + d.below(4))),
    head,
    rows,
  };
}

export const chart = (d: Dice): Block => {
  const labels = d.times(2, 8, (at) => `Quý ${at + 1}`);
  return {
    type: 'chart',
    shape: d.one(['bars', 'stacked', 'lines'] as const),
    title: `Biểu đồ ${1 + d.below(9)}. ${d.one(TITLES)}`,
    says: `${capital(sentence(d, 1))}.`,
    labels,
    series: d.times(1, 4, (at) => ({
      name: `Nhóm ${at + 1}`,
      values: labels.map(() => (d.hits(0.1) ? null : d.below(2000))),
    })),
    ...(d.hits(0.5) && { unit: 'lượt người' }),
  };
};
