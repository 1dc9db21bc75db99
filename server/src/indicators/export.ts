// The catalogue of indicators with their definitions, as a table.
import type { z } from '@hono/zod-openapi';
import type { Asking } from '../access/actor.ts';
import type { Locale } from '../http/locale.ts';
import { atOnce, choosing, sheetOf, type Column } from '../sheets/column.ts';
import type { Download } from '../sheets/download.ts';
import type { Rule } from './body.ts';
import { dimensions } from './dimensions.ts';
import type * as schema from './schema.ts';
import { list, type Indicator, type Writing } from './shown.ts';

const rules: Readonly<Record<Rule, readonly [vi: string, en: string]>> = {
  sum: ['Cộng', 'Added'],
  last: ['Số cuối kỳ', 'The latest'],
  average: ['Bình quân gia quyền', 'Average by weight'],
  distinct: ['Đếm không trùng', 'Counted once each'],
};

type BreakdownName = (keys: readonly string[]) => string;

export function indicatorColumns(locale: Locale, nameOf: BreakdownName): readonly Column<Indicator>[] {
  const pick = choosing(locale);
  const other = (vi: string, en: string) => (locale === 'en' && en ? en : vi);
  const yes = (is: boolean) => (is ? pick('Có', 'Yes') : pick('Không', 'No'));
  const number = { width: 12, type: 'number' } as const;
  return [
    { key: 'code', name: pick('Mã', 'Code'), width: 12, value: ({ code }) => code },
    {
      key: 'name',
      name: pick('Chỉ tiêu', 'Indicator'),
      width: 50,
      value: (row) => other(row.name, row.nameEn),
    },
    {
      key: 'definition',
      name: pick('Khái niệm, cách tính', 'Definition'),
      width: 70,
      value: ({ definition }) => definition || null,
    },
    {
      key: 'unitOfMeasure',
      name: pick('Đơn vị tính', 'Unit of measure'),
      width: 14,
      value: (row) => other(row.unit, row.unitEn) || null,
    },
    {
      key: 'group',
      name: pick('Nhóm chỉ tiêu', 'Group'),
      width: 30,
      value: (row) => other(row.group, row.groupEn) || null,
    },
    {
      key: 'source',
      name: pick('Nguồn số liệu', 'Source'),
      width: 50,
      value: ({ formulaWords }) => formulaWords ?? pick('Đơn vị ghi', 'Entered'),
    },
    {
      key: 'rollup',
      name: pick('Cách tổng hợp', 'Rolled up'),
      width: 20,
      value: ({ rule }) => pick(...rules[rule]),
    },
    {
      key: 'weight',
      name: pick('Chỉ tiêu làm quyền số', 'Weighed by'),
      width: 14,
      value: ({ weight }) => weight,
    },
    {
      key: 'breakdowns',
      name: pick('Phân tổ', 'Breakdowns'),
      width: 40,
      value: ({ breakdowns }) => breakdowns.map(nameOf).join('; ') || null,
    },
    {
      key: 'decimals',
      name: pick('Số chữ số thập phân', 'Decimals'),
      ...number,
      value: ({ decimals }) => decimals,
    },
    { key: 'min', name: pick('Mức thấp nhất', 'Lowest usual'), ...number, value: ({ bounds }) => bounds.min },
    { key: 'max', name: pick('Mức cao nhất', 'Highest usual'), ...number, value: ({ bounds }) => bounds.max },
    {
      key: 'change',
      name: pick('Ngưỡng nhắc khi đổi (%)', 'Change worth a word (%)'),
      ...number,
      value: ({ bounds }) => bounds.change,
    },
    {
      key: 'required',
      name: pick('Bắt buộc', 'Required'),
      width: 10,
      value: ({ required }) => yes(required),
    },
    {
      key: 'proposed',
      name: pick('Sản phẩm đề xuất', 'Proposed by the product'),
      width: 12,
      value: ({ proposed }) => yes(proposed),
    },
    {
      key: 'owner',
      name: pick('Danh mục của', 'Catalogue of'),
      width: 34,
      value: ({ owner }) => owner?.name ?? null,
    },
    {
      key: 'endedOn',
      name: pick('Thôi dùng từ', 'Ended on'),
      width: 13,
      type: 'day',
      value: ({ endedOn }) => endedOn,
    },
  ];
}

/** A catalogue is some hundred rows. */
export async function catalogueDownload(
  deps: Writing,
  asking: Asking,
  query: z.infer<typeof schema.indicatorQuery>,
): Promise<Download> {
  const { locale } = asking;
  const [{ rows }, known] = await Promise.all([list(deps, asking, query), dimensions(deps, asking)]);
  const names = new Map(
    known.rows.map(({ key, name, nameEn }) => [key, locale === 'en' && nameEn ? nameEn : name]),
  );
  const name = locale === 'vi' ? 'Danh mục chỉ tiêu' : 'Indicators';
  const columns = indicatorColumns(locale, (keys) => keys.map((key) => names.get(key) ?? key).join(' × '));
  return { name, sheets: [sheetOf({ title: name, columns, portions: atOnce(rows) })] };
}
