// Figures as they are given: what may be written where, what differs from the records, and all of them kept at once.
import { sql } from 'kysely';
import type { z } from '@hono/zod-openapi';
import { Invalid } from '../errors.ts';
import { dimensionsOfCells, requireCells } from '../indicators/cells.ts';
import type { FormIndicator } from '../regimes/body.ts';
import { distinctOf } from './derive.ts';
import { valueOf } from './figures.ts';
import type * as schema from './input-schema.ts';
import type { FigureRecord } from './queries.ts';
import type { Taken, Trx } from './step.ts';

export type FigureInput = z.infer<typeof schema.figureInput>;

/** Each names a cell of the form once. */
async function requireKnown(
  trx: Trx,
  byId: ReadonlyMap<number, FormIndicator>,
  figures: readonly FigureInput[],
): Promise<void> {
  const seen = new Set<string>();
  for (const { indicatorId, cell } of figures) {
    const indicator = byId.get(indicatorId);
    if (!indicator) throw new Invalid('report-no-indicator', { id: indicatorId });
    const key = `${indicatorId} ${cell}`;
    if (seen.has(key)) throw new Invalid('figure-twice', { name: indicator.name });
    seen.add(key);
    const dims = dimensionsOfCells(cell).join(';');
    const fits = cell === '' || indicator.breakdowns.some((each) => each.toSorted().join(';') === dims);
    if (!fits) throw new Invalid('figure-no-cell', { name: indicator.name, cell });
  }
  await requireCells(
    trx,
    figures.map(({ cell }) => cell),
  );
}

interface New {
  readonly value: string | null;
  readonly weight: string | null;
  readonly keys: string[] | null;
  readonly names: string[] | null;
}

const written = (value: number | null | undefined) => (value == null ? null : String(value));

const decimalsOf = (value: number): number => {
  const text = value.toString();
  const small = /e-(\d+)$/.exec(text)?.[1];
  return small ? Number(small) : (text.split('.')[1]?.length ?? 0);
};

function newFigure(indicator: FormIndicator, input: FigureInput, before: FigureRecord | undefined): New {
  if (input.asDerived) {
    if (!before || before.derivedAt === null)
      throw new Invalid('figure-not-derived', { name: indicator.name });
    return {
      value: before.derived,
      weight: before.weight,
      keys: before.derivedKeys,
      names: before.derivedKeys,
    };
  }
  if (indicator.rule === 'distinct') {
    if (input.value != null || input.weight != null)
      throw new Invalid('figure-names', { name: indicator.name });
    return {
      value: null,
      weight: null,
      ...(input.names ? distinctOf(input.names) : { keys: null, names: null }),
    };
  }
  if (input.names) throw new Invalid('figure-not-names', { name: indicator.name });
  if (input.weight != null && (indicator.rule !== 'average' || indicator.weight !== null))
    throw new Invalid('figure-no-weight', { name: indicator.name });
  const value = input.value === undefined ? (before?.value ?? null) : written(input.value);
  if (
    input.value != null &&
    decimalsOf(input.value) > indicator.decimals &&
    Number(before?.derived) !== input.value
  )
    throw new Invalid('figure-decimals', { name: indicator.name, decimals: indicator.decimals });
  const weight = input.weight === undefined ? (before?.weight ?? null) : written(input.weight);
  return { value, weight, keys: null, names: null };
}

const sameNumber = (a: string | null, b: string | null) =>
  a === null || b === null ? a === b : Number(a) === Number(b);
const sameKeys = (a: readonly string[] | null, b: readonly string[] | null) =>
  a === b || (a !== null && b !== null && a.length === b.length && a.every((key, at) => key === b[at]));

/** Of a derived figure: whether it says other than the records. */
const differs = (indicator: FormIndicator, next: New, before: FigureRecord | undefined): boolean => {
  if (before?.derivedAt == null && indicator.formula === null) return false;
  if (indicator.rule === 'distinct') return !sameKeys(next.keys, before?.derivedKeys ?? null);
  return !sameNumber(next.value, before?.derived ?? null);
};

/** A figure as it will stand, with what its history says of it. */
export interface FigureChange extends New {
  readonly i: number;
  readonly code: string;
  readonly asDerived: boolean;
  readonly cell: string;
  readonly rule: FormIndicator['rule'];
  readonly changed: boolean;
  readonly reason: string | null;
  readonly note: string | null;
  readonly version: number;
  readonly before: string | null;
  readonly after: string | null;
  readonly derived: string | null;
  readonly said: string | null;
  readonly detail: Readonly<Record<string, unknown>> | null;
}

function changeOf(
  indicator: FormIndicator,
  input: FigureInput,
  before: FigureRecord | undefined,
): FigureChange {
  const { rule, id, code, name } = indicator;
  const next = newFigure(indicator, input, before);
  const changed = differs(indicator, next, before);
  const reason = input.asDerived || !changed ? null : (input.reason ?? before?.reason ?? null);
  if (changed && !reason) throw new Invalid('figure-reason', { name });
  const distinct = rule === 'distinct';
  return {
    ...next,
    i: id,
    code,
    asDerived: input.asDerived === true,
    cell: input.cell,
    rule,
    changed,
    reason,
    note: input.note === undefined ? (before?.note ?? null) : input.note,
    version: (before?.version ?? 0) + 1,
    before: written(valueOf(before)),
    after: distinct ? written(next.keys?.length) : next.value,
    derived: before?.derived ?? null,
    said: reason ?? input.note ?? null,
    detail: distinct ? { before: before?.names ?? null, after: next.names } : null,
  };
}

const cellAt = ({ indicatorId, cell }: Pick<FigureRecord, 'indicatorId' | 'cell'>) =>
  `${indicatorId} ${cell}`;

async function heldOf(
  trx: Trx,
  reportId: number,
  inputs: readonly FigureInput[],
): Promise<ReadonlyMap<string, FigureRecord>> {
  const wanted = JSON.stringify(inputs.map(({ indicatorId, cell }) => ({ i: indicatorId, cell })));
  const rows = await trx
    .selectFrom('reportFigure')
    .selectAll()
    .where('reportId', '=', reportId)
    .where(
      sql<boolean>`exists (select 1 from jsonb_to_recordset(${wanted}::jsonb) as x(i bigint, cell text)
        where x.i = indicator_id and x.cell = report_figure.cell)`,
    )
    .execute();
  return new Map(rows.map((row) => [cellAt(row), row]));
}

/** In the order in which they were given; null: somebody has changed one of them since it was seen. Nothing is written yet. */
export async function figureChanges(
  { trx, row, call }: Taken,
  inputs: readonly FigureInput[],
): Promise<readonly FigureChange[] | null> {
  if (inputs.length === 0) return [];
  const byId = new Map(call.form.indicators.map((each) => [each.id, each]));
  await requireKnown(trx, byId, inputs);
  const held = await heldOf(trx, row.id, inputs);
  const changes: FigureChange[] = [];
  for (const input of inputs) {
    const before = held.get(cellAt(input));
    if ((before?.version ?? 0) !== input.version) return null;
    const indicator = byId.get(input.indicatorId);
    if (!indicator) throw new Invalid('report-no-indicator', { id: input.indicatorId });
    changes.push(changeOf(indicator, input, before));
  }
  return changes;
}

export async function keepFigures(
  { trx, row: { id: reportId }, actor: { personId } }: Taken,
  changes: readonly FigureChange[],
  at: Date,
): Promise<void> {
  if (changes.length === 0) return;
  const rows = JSON.stringify(changes);
  await sql`insert into report_figure (report_id, indicator_id, cell, rule, value, weight, keys, names, changed, reason, note,
      changed_by, changed_at, version)
    select ${reportId}, i, cell, rule, value, weight, keys, names, changed, reason, note, ${personId}::bigint, ${at}::timestamptz, version
    from jsonb_to_recordset(${rows}::jsonb) as x(i bigint, cell text, rule text, value numeric, weight numeric, keys text[],
      names text[], changed boolean, reason text, note text, version integer)
    on conflict (report_id, indicator_id, cell) do update set rule = excluded.rule, value = excluded.value,
      weight = excluded.weight, keys = excluded.keys, names = excluded.names, changed = excluded.changed,
      reason = excluded.reason, note = excluded.note, changed_by = excluded.changed_by, changed_at = excluded.changed_at,
      version = excluded.version`.execute(trx);
  await sql`insert into figure_change (report_id, indicator_id, cell, before, after, derived, reason, person_id, at, detail)
    select ${reportId}, i, cell, before, after, derived, said, ${personId}::bigint, ${at}::timestamptz, detail
    from rows from (jsonb_to_recordset(${rows}::jsonb) as (i bigint, cell text, before numeric, after numeric, derived numeric,
      said text, detail jsonb)) with ordinality as x(i, cell, before, after, derived, said, detail, no) order by no`.execute(
    trx,
  );
}
