// Units from a table that somebody filled in: which column is which, what each row says, and all that is wrong with it. Pure.
import type { Contact } from '../db/tables/units.ts';
import type { Column, Head } from './import-head.ts';
import { kindOf, levelOf } from './kind-words.ts';

export interface ImportRow {
  /** As the spreadsheet counts: its first line is 1. */
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
export function readRows(table: readonly (readonly string[])[], { places, from }: Head): Read {
  const rows: ImportRow[] = [];
  const errors: ImportError[] = [];
  table.slice(from).forEach((line, index) => {
    if (line.every((cell) => cell.trim() === '')) return;
    const cells: Cells = (column) => written(line[places.get(column) ?? -1] ?? '', column);
    const { row, faults } = readRow(cells, from + index + 1);
    rows.push(row);
    errors.push(...faults);
  });
  return { rows, errors };
}

/** Lines are broken in cells to fit them; among other names each line is one. */
const written = (cell: string, column: Column): string =>
  cell
    .normalize('NFC')
    .replaceAll(column === 'aliases' ? /[^\S\n]+/g : /\s+/g, ' ')
    .trim();

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
