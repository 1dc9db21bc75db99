// Reading the records into reports: all derived figures of the form for all reports that are asked for, a statement a register.
import { sql } from 'kysely';
import type { Db } from '../db/connect.ts';
import type { IndicatorBody } from '../indicators/body.ts';
import { counter, wantsIn, type Counted, type Values, type Want } from '../indicators/count.ts';
import { evaluate } from '../indicators/evaluate.ts';
import { codesIn } from '../indicators/formula.ts';
import { dimensionsIn } from '../indicators/parts.ts';
import type { Span } from '../indicators/register.ts';
import type { CallForm, FormIndicator } from '../regimes/body.ts';
import { fold } from '../text/fold.ts';

export interface Deriving {
  readonly callId: number;
  readonly form: CallForm;
  /** ISO; what was known at the end of it counts, at the latest that of the window's last day. */
  readonly day: string;
  readonly from: string;
  readonly to: string;
  readonly reportIds: readonly number[];
  readonly at: Date;
}

interface Derived {
  readonly r: number;
  readonly i: number;
  readonly cell: string;
  readonly rule: IndicatorBody['rule'];
  readonly value: number | null;
  readonly weight: number | null;
  readonly keys: readonly string[] | null;
  readonly names: readonly string[] | null;
}

/** Names in a plain form tell the same thing written twice apart from another. */
export function distinctOf(names: readonly string[]): { keys: string[]; names: string[] } {
  const plain = (name: string) => fold(name.normalize('NFC')).trim().replace(/\s+/g, ' ');
  const byKey = new Map(names.map((name) => [plain(name), name.trim()] as const).toReversed());
  const sorted = [...byKey].filter(([key]) => key !== '').toSorted(([a], [b]) => (a < b ? -1 : 1));
  return { keys: sorted.map(([key]) => key), names: sorted.map(([, name]) => name) };
}

export const spanOf = ({ from, to, day }: Pick<Deriving, 'from' | 'to' | 'day'>): Span => ({
  from,
  to,
  asOf: day < to ? day : to,
});

/** What was entered, as formulas see it: the own part of each report. */
async function enteredOf(
  db: Db,
  reportIds: readonly number[],
  indicatorId: number,
): Promise<ReadonlyMap<number, ReadonlyMap<string, number>>> {
  const { rows } = await sql<{ r: number; cell: string; value: string }>`select report_id as r, cell,
      case rule when 'distinct' then cardinality(keys)::text else value::text end as value
    from report_figure where report_id = any(${[...reportIds]}::bigint[]) and indicator_id = ${indicatorId}
      and (value is not null or rule = 'distinct')`.execute(db);
  const found = new Map<number, Map<string, number>>();
  for (const { r, cell, value } of rows) found.set(r, (found.get(r) ?? new Map()).set(cell, Number(value)));
  return found;
}

/** Of a figure by cell, only the cells of one breakdown. */
const within = (
  values: ReadonlyMap<number, ReadonlyMap<string, number>>,
  breakdown: readonly string[],
): Values => {
  const wanted = breakdown.toSorted().join(';');
  return new Map(
    [...values].map(([place, cells]) => [
      place,
      new Map([...cells].filter(([cell]) => dimensionsIn(cell) === wanted)),
    ]),
  );
};

/** What these indicators count, and those that they name. */
function wantsOf(form: CallForm, indicators: readonly FormIndicator[]): readonly Want[] {
  const byCode = new Map(form.indicators.map((each) => [each.code, each]));
  const wants = (
    { code, formula, weight }: FormIndicator,
    breakdowns: readonly (readonly string[])[],
    path: readonly string[],
  ): readonly Want[] => {
    if (path.includes(code)) return [];
    const named = [...(formula ? codesIn(formula) : []), ...(weight ? [weight] : [])];
    const below = named.flatMap((each) => {
      const other = byCode.get(each);
      return other ? wants(other, breakdowns, [...path, code]) : [];
    });
    return [...(formula ? wantsIn(formula, breakdowns) : []), ...below];
  };
  return indicators.flatMap((each) => wants(each, [[], ...each.breakdowns], []));
}

interface Reading {
  readonly parts: Counted['parts'];
  /** What is read together. */
  readonly indicators: readonly FormIndicator[];
}

/** Evaluates by code, each once, whatever names it; a circle gives nothing. */
function reader(db: Db, deriving: Omit<Deriving, 'at'>, { parts, indicators }: Reading) {
  const byCode = new Map(deriving.form.indicators.map((each) => [each.code, each]));
  const kept = new Map<string, Promise<Values>>();
  const places = deriving.reportIds;
  const counted = counter(db, { span: spanOf(deriving), parts, places }, wantsOf(deriving.form, indicators));
  const valuesOf = (code: string, breakdown: readonly string[], path: readonly string[]): Promise<Values> => {
    const indicator = byCode.get(code);
    if (!indicator || path.includes(code)) return Promise.resolve(new Map());
    const key = `${code} ${breakdown.join(';')}`;
    const found = kept.get(key);
    if (found) return found;
    const made = indicator.formula
      ? find(indicator, breakdown, path).then(({ values }) => values)
      : enteredOf(db, deriving.reportIds, indicator.id).then((values) => within(values, breakdown));
    kept.set(key, made);
    return made;
  };
  const find = (indicator: FormIndicator, breakdown: readonly string[], path: readonly string[] = []) => {
    if (!indicator.formula) throw new Error(`${indicator.code} is entered.`);
    return evaluate(indicator.formula, {
      places,
      breakdown,
      counted,
      others: (code) => valuesOf(code, breakdown, [...path, indicator.code]),
    });
  };
  return { find, valuesOf: (code: string, breakdown: readonly string[]) => valuesOf(code, breakdown, []) };
}

export const partsOfReports = ({ callId, reportIds }: Pick<Deriving, 'callId' | 'reportIds'>) =>
  sql`select unit_id, report_id as place from report_part where call_id = ${callId}
    and report_id = any(${[...reportIds]}::bigint[])`;

async function derivedOf(
  read: ReturnType<typeof reader>,
  indicator: FormIndicator,
): Promise<readonly Derived[]> {
  const rows: Derived[] = [];
  for (const breakdown of [[], ...indicator.breakdowns]) {
    const { values, keys } = await read.find(indicator, breakdown);
    const weights = await weightsOf(read, indicator, breakdown);
    for (const [r, cells] of values) {
      for (const [cell, value] of cells) {
        rows.push({
          r,
          i: indicator.id,
          cell,
          rule: indicator.rule,
          value,
          weight: weights?.get(r)?.get(cell) ?? null,
          ...(indicator.rule === 'distinct'
            ? distinctOf(keys?.get(r)?.get(cell) ?? [])
            : { keys: null, names: null }),
        });
      }
    }
  }
  return rows;
}

/** An average weighs by the indicator that it names, or by what it is divided by. */
async function weightsOf(
  read: ReturnType<typeof reader>,
  indicator: FormIndicator,
  breakdown: readonly string[],
): Promise<Values | null> {
  const { rule, weight, formula } = indicator;
  if (rule !== 'average') return null;
  if (weight !== null) return read.valuesOf(weight, breakdown);
  const divisor = formula?.op === 'divide' && formula.of.length === 2 ? formula.of[1] : undefined;
  if (!divisor) return null;
  return (await read.find({ ...indicator, formula: divisor, rule: 'sum' }, breakdown)).values;
}

/** Reads the records for all derived indicators (or for these alone); what a person wrote stays, beside what the records say now. */
export async function deriveFigures(
  db: Db,
  deriving: Deriving,
  only: (indicator: FormIndicator) => boolean = () => true,
): Promise<void> {
  if (deriving.reportIds.length === 0) return;
  const indicators = deriving.form.indicators.filter((each) => each.formula !== null && only(each));
  if (indicators.length === 0) return;
  const read = reader(db, deriving, { parts: partsOfReports(deriving), indicators });
  const rows: Derived[] = [];
  for (const indicator of indicators) rows.push(...(await derivedOf(read, indicator)));
  for (let at = 0; at < rows.length; at += 5000) await keep(db, rows.slice(at, at + 5000), deriving.at);
  await forget(db, deriving, indicators, rows);
}

async function keep(db: Db, rows: readonly Derived[], at: Date): Promise<void> {
  await sql`insert into report_figure (report_id, indicator_id, cell, rule, value, weight, keys, names, derived, derived_keys, derived_at)
    select r, i, cell, rule, value, weight, keys, names, value, keys, ${at}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as x(r bigint, i bigint, cell text, rule text, value numeric, weight numeric, keys text[], names text[])
    on conflict (report_id, indicator_id, cell) do update set
      derived = excluded.derived, derived_keys = excluded.derived_keys, derived_at = excluded.derived_at,
      value = case when report_figure.changed then report_figure.value else excluded.value end,
      weight = case when report_figure.changed and report_figure.weight is not null then report_figure.weight else excluded.weight end,
      keys = case when report_figure.changed then report_figure.keys else excluded.keys end,
      names = case when report_figure.changed then report_figure.names else excluded.names end,
      version = report_figure.version + case when report_figure.derived is distinct from excluded.derived then 1 else 0 end`.execute(
    db,
  );
}

/** Cells in which the records have nothing any more. */
async function forget(
  db: Db,
  { reportIds }: Deriving,
  indicators: readonly FormIndicator[],
  rows: readonly Derived[],
): Promise<void> {
  const there = JSON.stringify(rows.map(({ r, i, cell }) => ({ r, i, cell })));
  const ids = indicators.map(({ id }) => id);
  await sql`with there as materialized (select r, i, cell
      from jsonb_to_recordset(${there}::jsonb) as k(r bigint, i bigint, cell text))
    , gone as (select f.report_id, f.indicator_id, f.cell from report_figure f
      left join there k on k.r = f.report_id and k.i = f.indicator_id and k.cell = f.cell
      where f.report_id = any(${[...reportIds]}::bigint[]) and f.indicator_id = any(${ids}::bigint[])
        and f.derived_at is not null and k.r is null)
    , left_by_people as (update report_figure f set derived = null, derived_keys = null, version = version + 1
      from gone where gone.report_id = f.report_id and gone.indicator_id = f.indicator_id and gone.cell = f.cell
        and f.changed and f.derived is not null)
    delete from report_figure f using gone where gone.report_id = f.report_id
      and gone.indicator_id = f.indicator_id and gone.cell = f.cell and not f.changed`.execute(db);
}

/** Derived indicators that an entered one is part of, at whatever remove. */
export function dependentsOf(form: CallForm, codes: ReadonlySet<string>): ReadonlySet<string> {
  const found = new Set(codes);
  for (let grown = true; grown;) {
    grown = false;
    for (const { code, formula, weight } of form.indicators) {
      if (found.has(code)) continue;
      const named = [...(formula ? codesIn(formula) : []), ...(weight ? [weight] : [])];
      if (!named.some((each) => found.has(each))) continue;
      found.add(code);
      grown = true;
    }
  }
  return new Set([...found].filter((code) => !codes.has(code)));
}

/** An entered average that is weighed by another indicator takes that one's figure, cell by cell. */
export async function weigh(
  db: Db,
  reportIds: readonly number[],
  indicators: readonly FormIndicator[],
): Promise<void> {
  const byCode = new Map(indicators.map(({ code, id }) => [code, id]));
  for (const { id, rule, weight, formula } of indicators) {
    const by = weight === null ? undefined : byCode.get(weight);
    if (rule !== 'average' || formula !== null || by === undefined) continue;
    await sql`update report_figure f set weight = w.value
      from (select o.report_id, o.cell, case when x.value >= 0 then x.value end as value from report_figure o
        left join report_figure x on x.report_id = o.report_id and x.indicator_id = ${by} and x.cell = o.cell
        where o.report_id = any(${[...reportIds]}::bigint[]) and o.indicator_id = ${id}) w
      where f.report_id = w.report_id and f.indicator_id = ${id} and f.cell = w.cell
        and f.weight is distinct from w.value`.execute(db);
  }
}
