// An overview as a workbook: the four classes by unit, by group and by month; CSV and JSON hold the three as one table.
import type { z } from '@hono/zod-openapi';
import type { Asking } from '../access/actor.ts';
import type { Deps } from '../deps.ts';
import type { Locale } from '../http/locale.ts';
import { atOnce, choosing, sheetOf, type Choose, type Column } from '../sheets/column.ts';
import type { Download } from '../sheets/download.ts';
import type { Counts } from './counts.ts';
import type * as schema from './schema.ts';
import { overview } from './service.ts';

type Overview = z.infer<typeof schema.overview>;

export interface Line {
  readonly by: string;
  readonly name: string;
  readonly counts: Counts;
}

const classes: readonly (readonly [key: keyof Counts, vi: string, en: string])[] = [
  ['onTime', 'Hoàn thành đúng hạn', 'Done on time'],
  ['late', 'Hoàn thành quá hạn', 'Done late'],
  ['inTerm', 'Trong hạn', 'In term'],
  ['overdue', 'Quá hạn', 'Overdue'],
];

/** The four classes beside each other, never one figure. */
const countColumns = (pick: Choose): readonly Column<Line>[] =>
  classes.map(([key, vi, en]) => ({
    key,
    name: pick(vi, en),
    width: 14,
    type: 'number',
    value: ({ counts }) => counts[key],
  }));

export function overviewColumns(locale: Locale): readonly Column<Line>[] {
  const pick = choosing(locale);
  return [
    { key: 'by', name: pick('Chia theo', 'By'), width: 14, value: ({ by }) => by },
    { key: 'name', name: pick('Tên', 'Name'), width: 50, value: ({ name }) => name },
    ...countColumns(pick),
  ];
}

function parts({ units, groups, months, total }: Overview, pick: Choose): readonly (readonly Line[])[] {
  const sum = (by: string): Line => ({ by, name: pick('Cộng', 'Total'), counts: total });
  const [unit, group, month] = [pick('Đơn vị', 'Unit'), pick('Nhóm', 'Group'), pick('Tháng', 'Month')];
  return [
    [...units.map((each) => ({ by: unit, name: each.unit.name, counts: each.counts })), sum(unit)],
    [
      ...groups.map((each) => ({
        by: group,
        name: each.group ?? pick('Chưa xếp nhóm', 'Without a group'),
        counts: each.counts,
      })),
      sum(group),
    ],
    [
      ...months.map((each) => ({
        by: month,
        name: each.month === null ? pick('Không có hạn', 'No date') : String(each.month),
        counts: each.counts,
      })),
      sum(month),
    ],
  ];
}

export async function overviewDownload(
  deps: Pick<Deps, 'db' | 'clock'>,
  { actor, locale }: Asking,
  query: z.infer<typeof schema.overviewQuery>,
): Promise<Download> {
  const found = await overview(deps, actor, query);
  const pick = choosing(locale);
  const [units = [], groups = [], months = []] = parts(found, pick);
  const sheet = (title: string, lines: readonly Line[]) =>
    sheetOf({
      title,
      columns: [
        { key: 'name', name: title, width: 50, value: ({ name }: Line) => name },
        ...countColumns(pick),
      ],
      portions: atOnce(lines),
    });
  return {
    name: `${pick('Tổng quan', 'Overview')} ${found.unit.name} ${found.year}`,
    sheets: [
      sheet(pick('Đơn vị', 'Unit'), units),
      sheet(pick('Nhóm nhiệm vụ', 'Group'), groups),
      sheet(pick('Tháng đến hạn', 'Month'), months),
    ],
    table: sheetOf({
      title: pick('Tổng quan', 'Overview'),
      columns: overviewColumns(locale),
      portions: atOnce([...units, ...groups, ...months]),
    }),
  };
}
