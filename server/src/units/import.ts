// Units loaded from a table: first tried, with every fault and every change listed; then all of it or nothing.
import type { Transaction } from 'kysely';
import type { z } from '@hono/zod-openapi';
import { may, system, type Actor } from '../access/actor.ts';
import { write } from '../audit/service.ts';
import { today } from '../clock.ts';
import type { Tables } from '../db/tables.ts';
import type { Deps } from '../deps.ts';
import { Conflict, Forbidden, Invalid, NotFound } from '../errors.ts';
import type { Locale } from '../http/locale.ts';
import { applyEdit, insertUnit } from './edit.ts';
import { refreshUnits, registerLock } from './heirs.ts';
import { matchRows, type Matched, type There } from './import-match.ts';
import { columns, headOf } from './import-head.ts';
import { readRows, type ImportError } from './import-rows.ts';
import { importWords } from './import-words.ts';
import { readTable } from './sheet.ts';
import { treeOn } from './tree-queries.ts';
import type { importResult } from './import-schema.ts';

type Result = z.infer<typeof importResult>;

export interface Import {
  readonly bytes: Uint8Array;
  /** All rows stand below it. */
  readonly under: number;
  readonly dryRun: boolean;
  readonly locale: Locale;
}

export async function importUnits(
  deps: Pick<Deps, 'db' | 'clock'>,
  actor: Actor,
  wanted: Import,
): Promise<Result> {
  const { bytes, under, dryRun, locale } = wanted;
  const table = await readTable(bytes, (each) => headOf(each) !== null);
  const head = headOf(table);
  if (!head) {
    const names = [columns.name, columns.kind].map(([vi, en]) => (locale === 'vi' ? vi : en));
    throw new Invalid('import-columns', { columns: names.join(', ') });
  }
  const read = readRows(table, head);
  const loading = write(deps, actor, async (trx, note) => {
    await registerLock.execute(trx);
    const top = await trx.selectFrom('unit').selectAll().where('id', '=', under).executeTakeFirst();
    if (!top) throw new NotFound('no-unit', { id: under });
    if (!may(actor, 'unit.edit', { unitId: under })) throw new Forbidden('not-your-unit', { name: top.name });
    const day = today(deps.clock);
    const there = await thereBelow(trx, under, day);
    const matched = matchRows(read.rows, {
      top: { ...top, parentId: null },
      there,
      given: new Set(head.places.keys()),
    });
    const errors = [...read.errors, ...matched.errors].toSorted((a, b) => a.row - b.row);
    const result = tell(matched, errors, { dryRun, locale });
    if (dryRun && errors.length > 0) return result;
    if (errors.length > 0) throw new Conflict('import-has-errors', { count: errors.length }, { result });
    await carryOut(trx, actor, { matched, day });
    // What only the writing itself would find is found by writing, and taken back.
    if (dryRun) throw new Tried(result);
    await refreshUnits(trx, day, deps);
    const detail = { created: result.created, changed: result.changed };
    note({
      action: 'unit.import',
      subject: 'unit',
      subjectId: under,
      unitId: under,
      rootId: top.rootId,
      detail,
    });
    return result;
  });
  return loading.catch((error: unknown) => {
    if (error instanceof Tried) return error.result;
    throw error;
  });
}

/** Carries what was tried out of a transaction that is rolled back. */
class Tried extends Error {
  readonly result: Result;
  constructor(result: Result) {
    super('tried');
    this.result = result;
  }
}

/** The living ones, with what a row may change of them. */
async function thereBelow(trx: Transaction<Tables>, under: number, on: string): Promise<readonly There[]> {
  const rows = await treeOn(trx, { on, under, depth: 50 });
  if (rows.length === 0) return [];
  const more = await trx
    .selectFrom('unit')
    .select(['id', 'aliases', 'contact', 'version'])
    .where(
      'id',
      'in',
      rows.map(({ id }) => id),
    )
    .execute();
  const byId = new Map(more.map((row) => [row.id, row]));
  return rows.flatMap((row) => {
    const found = byId.get(row.id);
    return found ? [{ ...row, ...found }] : [];
  });
}

interface Telling {
  readonly dryRun: boolean;
  readonly locale: Locale;
}

function tell(matched: Matched, errors: readonly ImportError[], { dryRun, locale }: Telling): Result {
  const rows = matched.steps.map(({ row, does, changes, superiorName }) => ({
    row: row.row,
    name: row.name,
    superior: superiorName,
    does,
    changes: [...changes],
  }));
  const count = (does: string) => rows.filter((row) => row.does === does).length;
  return {
    dryRun,
    created: count('create'),
    changed: count('change'),
    unchanged: count('keep'),
    rows,
    errors: errors.map((error) => ({
      row: error.row,
      column: columns[error.column][locale === 'vi' ? 0 : 1],
      code: error.code,
      message: importWords(error, locale),
    })),
  };
}

interface Doing {
  readonly matched: Matched;
  readonly day: string;
}

/** Superiors come before those below them. */
async function carryOut(trx: Transaction<Tables>, actor: Actor, { matched, day }: Doing): Promise<void> {
  const made = new Map<number, number>();
  for (const { row, does, unitId, superior, changes } of matched.steps) {
    if (does === 'keep') continue;
    const { name, kind, level, code, areaCode, validFrom, contact } = row;
    const shown = { name, kind: kind as 'office', code, areaCode, aliases: [...row.aliases], contact };
    if (does === 'create') {
      const parentId = superior.kind === 'unit' ? superior.id : (made.get(superior.row) ?? null);
      // Below a row of this very file, which stands below what was checked.
      const maker = superior.kind === 'row' ? system : actor;
      const id = await insertUnit(trx, maker, {
        ...shown,
        level: level as 'commune' | null,
        validFrom,
        parentId,
      });
      made.set(row.row, id);
      continue;
    }
    if (unitId === null) continue;
    made.set(row.row, unitId);
    const unit = await trx.selectFrom('unit').selectAll().where('id', '=', unitId).executeTakeFirstOrThrow();
    if (!may(actor, 'unit.edit', { unitId })) throw new Forbidden('not-your-unit', { name: unit.name });
    const named = new Set<string>(changes.map(({ column }) => column));
    const only = Object.fromEntries(Object.entries(shown).filter(([key]) => named.has(key)));
    await applyEdit(trx, unit, { ...only, day });
  }
}
