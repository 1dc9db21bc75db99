// Reading the records into reports: each derived figure of the form, for all reports that are asked for, a few statements an indicator.
import { sql } from 'kysely';
import type { Db } from '../db/connect.ts';
import type { IndicatorBody } from '../indicators/body.ts';
import { evaluate, type Asked, type Values } from '../indicators/evaluate.ts';
import { codesIn } from '../indicators/formula.ts';
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

const dimensionsOf = (cell: string): string =>
  cell === ''
    ? ''
    : cell
        .split(';')
        .map((part) => part.split('=')[0])
        .join(';');

/** Of a figure by cell, only the cells of one breakdown. */
const within = (
  values: ReadonlyMap<number, ReadonlyMap<string, number>>,
  breakdown: readonly string[],
): Values => {
  const wanted = breakdown.toSorted().join(';');
  return new Map(
    [...values].map(([place, cells]) => [
      place,
      new Map([...cells].filter(([cell]) => dimensionsOf(cell) === wanted)),
    ]),
  );
};

/** Evaluates by code, each once, whatever names it; a circle gives nothing. */
export function reader(db: Db, deriving: Omit<Deriving, 'at'>, parts: Asked['parts']) {
  const byCode = new Map(deriving.form.indicators.map((each) => [each.code, each]));
  const kept = new Map<string, Promise<Values>>();
  const span = spanOf(deriving);
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
    return evaluate(db, indicator.formula, {
      span,
      parts,
      places: deriving.reportIds,
      breakdown,
      others: (code) => valuesOf(code, breakdown, [...path, indicator.code]),
    });
  };
  return { find, valuesOf: (code: string, breakdown: readonly string[]) => valuesOf(code, breakdown, []) };
}

export const partsOfReports = ({ callId, reportIds }: Pick<Deriving, 'callId' | 'reportIds'>) =>
  sql`select unit_id, report_id as place from report_part where call_id = ${callId}
    and report_id = any(${[...reportIds]}::bigint[])`;

async function derivedOf(db: Db, deriving: Deriving, indicator: FormIndicator): Promise<readonly Derived[]> {
  const read = reader(db, deriving, partsOfReports(deriving));
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
  for (const indicator of deriving.form.indicators.filter((each) => each.formula !== null && only(each))) {
    const rows = await derivedOf(db, deriving, indicator);
    for (let at = 0; at < rows.length; at += 5000) await keep(db, rows.slice(at, at + 5000), deriving.at);
    await forget(db, deriving, indicator, rows);
  }
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
  { id }: FormIndicator,
  rows: readonly Derived[],
): Promise<void> {
  const there = JSON.stringify(rows.map(({ r, cell }) => ({ r, cell })));
  await sql`with gone as (select f.report_id, f.cell from report_figure f
      where f.report_id = any(${[...reportIds]}::bigint[]) and f.indicator_id = ${id} and f.derived_at is not null
        and not exists (select 1 from jsonb_to_recordset(${there}::jsonb) as k(r bigint, cell text)
          where k.r = f.report_id and k.cell = f.cell))
    , left_by_people as (update report_figure f set derived = null, derived_keys = null, version = version + 1
      from gone where gone.report_id = f.report_id and gone.cell = f.cell and f.indicator_id = ${id} and f.changed
        and f.derived is not null)
    delete from report_figure f using gone where gone.report_id = f.report_id and gone.cell = f.cell
      and f.indicator_id = ${id} and not f.changed`.execute(db);
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
