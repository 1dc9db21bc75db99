// A unit's tree as a table that can be edited and loaded again.
import { today } from '../clock.ts';
import type { Deps } from '../deps.ts';
import { NotFound } from '../errors.ts';
import type { Locale } from '../http/locale.ts';
import { columnNames, columns } from './import-head.ts';
import { kindWords, levelWords } from './kind-words.ts';
import type { Table } from './sheet.ts';
import { treeOn, unitRow } from './tree-queries.ts';

export interface Export {
  readonly under: number;
  readonly on?: string | undefined;
  readonly locale: Locale;
  /** Only the head: something to fill in. */
  readonly empty?: boolean;
}

export async function unitTable({ db, clock }: Pick<Deps, 'db' | 'clock'>, wanted: Export): Promise<Table> {
  const { under, on = today(clock), locale, empty = false } = wanted;
  const at = locale === 'vi' ? 0 : 1;
  const head = columnNames.map((column) => columns[column][at]);
  const top = await unitRow(db, under);
  if (!top) throw new NotFound('no-unit', { id: under });
  if (empty) return [head];
  const rows = await treeOn(db, { on, under, depth: 50 });
  const more = new Map(
    (rows.length === 0
      ? []
      : await db
          .selectFrom('unit')
          .select(['id', 'aliases', 'contact'])
          .where(
            'id',
            'in',
            rows.map(({ id }) => id),
          )
          .execute()
    ).map((row) => [row.id, row]),
  );
  const byId = new Map(rows.map((row) => [row.id, row]));
  const lines = rows.map((row) => {
    const { aliases = [], contact = {} } = more.get(row.id) ?? {};
    // Many offices share a name: their superior is said by its number, which the import understands.
    const superior =
      row.parentId === under ? top.name : (byId.get(row.parentId ?? 0)?.code ?? String(row.parentId ?? ''));
    return [
      String(row.id),
      row.name,
      kindWords[row.kind]?.[at] ?? row.kind,
      row.level === null ? '' : (levelWords[row.level]?.[at] ?? ''),
      superior,
      row.code ?? '',
      row.areaCode ?? '',
      aliases.join('; '),
      row.validFrom ?? '',
      contact.address ?? '',
      contact.phone ?? '',
      contact.email ?? '',
      contact.website ?? '',
    ];
  });
  return [head, ...lines];
}
