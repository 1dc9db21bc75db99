// Units from a table that somebody filled in: which column is which, what each row says, and all that is wrong with it. Pure.
import type { Contact } from '../db/tables/units.ts';
import { fold } from '../text/fold.ts';
import { kindOf, levelOf } from './kind-words.ts';

/** Columns by the names that people give them, folded; the first is what the template says. */
export const columns = {
  id: ['Mã số', 'Id'],
  name: ['Tên đơn vị', 'Name', 'Tên'],
  kind: ['Loại', 'Kind', 'Loại đơn vị'],
  level: ['Cấp', 'Level'],
  superior: ['Cấp trên', 'Superior', 'Đơn vị cấp trên', 'Trực thuộc'],
  code: ['Mã định danh', 'Agency code', 'Mã cơ quan'],
  areaCode: ['Mã vùng', 'Area code', 'Mã đơn vị hành chính'],
  aliases: ['Tên gọi khác', 'Other names', 'Aliases', 'Tên viết tắt'],
  validFrom: ['Từ ngày', 'From', 'Ngày thành lập'],
  address: ['Địa chỉ', 'Address'],
  phone: ['Điện thoại', 'Phone'],
  email: ['Thư điện tử', 'E-mail', 'Email'],
  website: ['Trang thông tin', 'Website'],
} as const;

export type Column = keyof typeof columns;
export const columnNames = Object.keys(columns) as Column[];

const byName = new Map(columnNames.flatMap((column) => columns[column].map((name) => [fold(name), column])));

/** Place of each known column in the head of the table. */
export function columnsOf(head: readonly string[]): ReadonlyMap<Column, number> {
  const found = new Map<Column, number>();
  head.forEach((cell, index) => {
    const column = byName.get(fold(cell.replace(/\*$/, '').trim()));
    if (column && !found.has(column)) found.set(column, index);
  });
  return found;
}

export interface ImportRow {
  /** As the spreadsheet counts: the head is 1. */
  readonly row: number;
  readonly id: number | null;
  readonly name: string;
  readonly kind: string;
  readonly level: string | null;
  readonly superior: string;
  readonly code: string | null;
  readonly areaCode: string | null;
  readonly aliases: readonly string[];
  readonly validFrom: string | null;
  readonly contact: Contact;
}

/** `code` is the key of its words. */
export interface ImportError {
  readonly row: number;
  readonly column: Column;
  readonly code: string;
  readonly value: string;
}

export interface Read {
  readonly rows: readonly ImportRow[];
  readonly errors: readonly ImportError[];
}

type Cells = (column: Column) => string;

/** Empty lines are skipped; every fault of every row is listed. */
export function readRows(table: readonly (readonly string[])[], places: ReadonlyMap<Column, number>): Read {
  const rows: ImportRow[] = [];
  const errors: ImportError[] = [];
  table.slice(1).forEach((line, index) => {
    if (line.every((cell) => cell.trim() === '')) return;
    const cells: Cells = (column) => (line[places.get(column) ?? -1] ?? '').normalize('NFC').trim();
    const { row, faults } = readRow(cells, index + 2);
    rows.push(row);
    errors.push(...faults);
  });
  return { rows, errors };
}

function readRow(cells: Cells, row: number): { row: ImportRow; faults: ImportError[] } {
  const faults: ImportError[] = [];
  const wrong = (column: Column, code: string) =>
    void faults.push({ row, column, code, value: cells(column).slice(0, 100) });
  const name = cells('name');
  if (name === '') wrong('name', 'empty');
  if (name.length > 300) wrong('name', 'too-long');
  const kind = kindOf(cells('kind'));
  if (cells('kind') === '') wrong('kind', 'empty');
  else if (kind === null) wrong('kind', 'unknown-kind');
  const level = cells('level') === '' ? null : levelOf(cells('level'));
  if (cells('level') !== '' && level === null) wrong('level', 'unknown-level');
  const code = cells('code').toUpperCase() || null;
  if (code !== null && (!/^[A-Z0-9.]+$/.test(code) || code.length > 35)) wrong('code', 'bad-code');
  const areaCode = cells('areaCode') || null;
  if (areaCode !== null && !/^\d{2,5}$/.test(areaCode)) wrong('areaCode', 'bad-area-code');
  const validFrom = dayOf(cells('validFrom'));
  if (validFrom === 'wrong') wrong('validFrom', 'bad-day');
  const id = /^\d{1,9}$/.test(cells('id')) ? Number(cells('id')) : null;
  if (cells('id') !== '' && id === null) wrong('id', 'bad-id');
  const email = cells('email');
  if (email !== '' && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email)) wrong('email', 'bad-email');
  const website = cells('website');
  if (website !== '' && !/^https?:\/\/\S+\.\S+$/.test(website)) wrong('website', 'bad-website');
  const aliases = cells('aliases')
    .split(/\s*[;\n]\s*/)
    .filter(Boolean)
    .slice(0, 50);
  const contact = Object.fromEntries(
    (['address', 'phone', 'email', 'website'] as const).flatMap((key) =>
      cells(key) ? [[key, cells(key)]] : [],
    ),
  );
  return {
    row: {
      row,
      id,
      name,
      kind: kind ?? 'other',
      level,
      superior: cells('superior'),
      code,
      areaCode,
      aliases,
      validFrom: validFrom === 'wrong' ? null : validFrom,
      contact,
    },
    faults,
  };
}

/** 2026-01-05, 5/1/2026, 05-01-2026; "wrong" for anything else. */
function dayOf(text: string): string | null {
  if (text === '') return null;
  const local = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text);
  const iso = local
    ? `${local[3]}-${String(local[2]).padStart(2, '0')}-${String(local[1]).padStart(2, '0')}`
    : text.slice(0, 10);
  const at = new Date(`${iso}T00:00:00Z`);
  return /^[1-9]\d{3}-\d\d-\d\d$/.test(iso) && !Number.isNaN(at.getTime()) && at.toISOString().startsWith(iso)
    ? iso
    : 'wrong';
}
