// Cells of a breakdown: "channel=portal;language=en", and whether their dimensions have these items.
import { sql } from 'kysely';
import type { Db } from '../db/connect.ts';
import { Invalid } from '../errors.ts';
import type { Locale } from '../http/locale.ts';

const partsOf = (cell: string) =>
  cell === '' ? [] : cell.split(';').map((part) => part.split('=') as [dimension: string, item: string]);

export const dimensionsOfCells = (cell: string): readonly string[] =>
  partsOf(cell).map(([dimension]) => dimension);

/** Every item is one of its dimension; those that are not offered any more still are. */
export async function requireCells(db: Db, cells: readonly string[]): Promise<void> {
  const parts = [...new Set(cells.flatMap((cell) => partsOf(cell).map((part) => part.join('='))))];
  if (parts.length === 0) return;
  const { rows } = await sql<{ part: string }>`select dimension || '=' || key as part from dimension_item
    where dimension || '=' || key = any(${parts}::text[])`.execute(db);
  const known = new Set(rows.map(({ part }) => part));
  const missing = parts.find((part) => !known.has(part));
  if (missing !== undefined) throw new Invalid('no-dimension-item', { item: missing });
}

/** What dimensions are called; one that is not there any more by its key. */
export async function dimensionNames(db: Db, locale: Locale): Promise<(key: string) => string> {
  const rows = await db.selectFrom('dimension').select(['key', 'name', 'nameEn']).execute();
  const names = new Map(rows.map(({ key, name, nameEn }) => [key, locale === 'vi' ? name : nameEn]));
  return (key) => (names.get(key) ?? key).toLowerCase();
}
