// Where the head of a table of units stands: agencies put titles above it, and the numbers of the columns below. Pure.
import { fold } from '../text/fold.ts';

/** Columns by the names that people give them, folded; the first is what the template says. */
export const columns = {
  id: ['Mã số', 'Id'],
  name: ['Tên đơn vị', 'Name', 'Tên', 'Tên cơ quan', 'Tên cơ quan, đơn vị', 'Cơ quan, đơn vị', 'Đơn vị'],
  kind: ['Loại', 'Kind', 'Loại đơn vị', 'Loại hình', 'Loại cơ quan'],
  level: ['Cấp', 'Level', 'Cấp hành chính'],
  superior: ['Cấp trên', 'Superior', 'Đơn vị cấp trên', 'Cơ quan cấp trên', 'Trực thuộc', 'Cơ quan chủ quản'],
  code: ['Mã định danh', 'Agency code', 'Mã cơ quan', 'Mã định danh điện tử'],
  areaCode: ['Mã vùng', 'Area code', 'Mã đơn vị hành chính'],
  aliases: ['Tên gọi khác', 'Other names', 'Aliases', 'Tên viết tắt'],
  validFrom: ['Từ ngày', 'From', 'Ngày thành lập'],
  address: ['Địa chỉ', 'Address', 'Địa chỉ trụ sở', 'Trụ sở'],
  phone: ['Điện thoại', 'Phone', 'Số điện thoại'],
  email: ['Thư điện tử', 'E-mail', 'Email', 'Hộp thư điện tử'],
  website: ['Trang thông tin', 'Website', 'Trang thông tin điện tử', 'Cổng thông tin điện tử'],
} as const;

export type Column = keyof typeof columns;
export const columnNames = Object.keys(columns) as Column[];

const byName = new Map<string, Column>(
  columnNames.flatMap((column) => columns[column].map((name) => [fold(name), column] as const)),
);

/** Hints in brackets and the star of what must be filled in are no part of a column's name. */
const columnOf = (cell: string): Column | undefined =>
  byName.get(fold(cell.replaceAll(/\([^)]*\)/g, ' ').replaceAll(/[*:]/g, ' ')));

type Line = readonly string[];
export type Places = ReadonlyMap<Column, number>;

export interface Head {
  readonly places: Places;
  /** Place of the first line below it. */
  readonly from: number;
}

function placesIn(...lines: readonly Line[]): Places {
  const found = new Map<Column, number>();
  for (const line of lines) {
    line.forEach((cell, index) => {
      const column = columnOf(cell);
      if (column && !found.has(column)) found.set(column, index);
    });
  }
  return found;
}

/** So far down a head is looked for. */
const deepest = 30;

/** The first line that names both columns that every table must have, with a second line of heads and the columns' numbers. Null: none. */
export function headOf(table: readonly Line[]): Head | null {
  const at = table.slice(0, deepest).findIndex((line, index) => {
    const places = placesIn(line, goesOn(line, table[index + 1]) ? (table[index + 1] ?? []) : []);
    return places.has('name') && places.has('kind');
  });
  const line = table[at];
  if (!line) return null;
  const second = table[at + 1];
  const two = goesOn(line, second);
  const places = placesIn(line, two && second ? second : []);
  const below = at + (two ? 2 : 1);
  return { places, from: isNumbering(table[below]) ? below + 1 : below };
}

/** Heads of two lines: what is below names columns too, or is merged with what stands above. */
function goesOn(line: Line, below: Line | undefined): boolean {
  if (!below) return false;
  const said = below.flatMap((cell, index) => (cell.trim() === '' ? [] : [{ cell, index }]));
  return (
    said.length > 0 && said.every(({ cell, index }) => columnOf(cell) !== undefined || cell === line[index])
  );
}

/** "1 2 3", "(1) (2) (3)", "A B 1 2". */
function isNumbering(line: Line | undefined): boolean {
  const said = (line ?? []).map((cell) => cell.trim()).filter(Boolean);
  return said.length > 1 && said.every((cell) => /^[([]?(\d{1,2}|[A-Z])[)\]]?$/.test(cell));
}
