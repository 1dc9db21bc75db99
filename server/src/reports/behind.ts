// What lies behind a report: the records of a derived figure, the history of a figure and of the report, where it went.
import { sql } from 'kysely';
import type { z } from '@hono/zod-openapi';
import type { Actor, Asking } from '../access/actor.ts';
import { today } from '../clock.ts';
import type { Db } from '../db/connect.ts';
import type { Deps } from '../deps.ts';
import { NotFound } from '../errors.ts';
import type { Locale } from '../http/locale.ts';
import { recordsQuery } from '../indicators/count.ts';
import { dimensionsOfCells } from '../indicators/cells.ts';
import { formulaWords, leafWords, leavesOf, type Leaf } from '../indicators/formula.ts';
import type { Register } from '../indicators/register.ts';
import { registerNamed } from '../indicators/registers.ts';
import type { CallForm, FormIndicator } from '../regimes/body.ts';
import { unitNames } from '../units/service.ts';
import { readable, worksOn } from './access.ts';
import { legibleReport, readableReport, type Opened } from './detail.ts';
import { partsOfReports, spanOf } from './derive.ts';
import type * as schema from './rollup-schema.ts';
import { shorterBehind } from './shorter-periods.ts';

type Reading = Pick<Deps, 'db' | 'clock'>;
type Records = z.infer<typeof schema.figureRecords>;
type Part = Records['parts'][number];

/** The counting parts of a formula, those of the indicators that it names among them. */
function allLeaves(
  form: CallForm,
  { formula, code }: FormIndicator,
  path: readonly string[] = [],
): readonly Leaf[] {
  if (!formula || path.includes(code)) return [];
  const named = codesOf(formula).flatMap((each) => {
    const other = form.indicators.find((indicator) => indicator.code === each);
    return other ? allLeaves(form, other, [...path, code]) : [];
  });
  return [...leavesOf(formula), ...named];
}

const codesOf = (formula: NonNullable<FormIndicator['formula']>): readonly string[] =>
  formula.op === 'indicator' ? [formula.code] : 'of' in formula ? formula.of.flatMap(codesOf) : [];

interface Wanted {
  readonly indicatorId: number;
  readonly cell: string;
  readonly part: number;
  readonly page: number;
  readonly size: number;
}

/** As the records are today (or were at the window's end), which is what a reading of them now would give. */
export async function recordsBehind(
  { db, clock }: Reading,
  asking: Asking,
  id: number,
  wanted: Wanted,
): Promise<Records> {
  const opened = await legibleReport(db, asking.actor, id);
  const { form } = opened.call;
  const indicator = form.indicators.find((each) => each.id === wanted.indicatorId);
  const day = today(clock);
  if (indicator && !indicator.formula) return takenFrom(db, { opened, day, locale: asking.locale }, wanted);
  if (!indicator?.formula) throw new NotFound('no-figure-records', { id: wanted.indicatorId });
  const nameOf = (code: string) => form.indicators.find((each) => each.code === code)?.name ?? code;
  const parts: Part[] = [];
  for (const [at, leaf] of allLeaves(form, indicator).entries()) {
    const page = at === wanted.part ? wanted : { ...wanted, page: 1 };
    parts.push(await partBehind(db, { opened, day, locale: asking.locale }, leaf, page));
  }
  return { words: formulaWords(indicator.formula, asking.locale, nameOf), parts };
}

/** An entered figure that was taken from reports of shorter periods. */
async function takenFrom(
  db: Db,
  { opened: { row, call }, day, locale }: Looking,
  { indicatorId, cell }: Wanted,
): Promise<Records> {
  const { form, windowFrom: from, windowTo: to } = call;
  const deriving = { callId: call.id, form, day, from, to, reportIds: [row.id], at: new Date(0) };
  const found = await shorterBehind(db, deriving, { indicatorId, cell });
  if (found.length === 0) throw new NotFound('no-figure-records', { id: indicatorId });
  const units = await unitNames(
    db,
    found.map(({ unitId }) => unitId),
  );
  const words = locale === 'vi' ? 'Từ báo cáo các kỳ trong kỳ này' : 'From the reports of shorter periods';
  const rows = found.map(({ reportId, unitId, name, value }) => ({
    register: 'report',
    recordId: reportId,
    title: name,
    href: `/bao-cao/${reportId}`,
    unit: { id: unitId, name: units.get(unitId) ?? '' },
    adds: value,
    fields: [],
  }));
  return { words, parts: [{ words, value: null, total: rows.length, rows }] };
}

interface Looking {
  readonly opened: Opened;
  readonly day: string;
  readonly locale: Locale;
}

interface Row {
  readonly recordId: number;
  readonly unitId: number;
  readonly adds: string | null;
  readonly fields: Readonly<Record<string, unknown>>;
}

async function partBehind(
  db: Db,
  { opened: { row, call }, day, locale }: Looking,
  leaf: Leaf,
  { cell, page, size }: Wanted,
): Promise<Part> {
  const words = leafWords(leaf, locale);
  const register = registerNamed(leaf.register);
  const reportIds = [row.id];
  const query = recordsQuery(
    { leaf, breakdown: dimensionsOfCells(cell) },
    {
      span: spanOf({ from: call.windowFrom, to: call.windowTo, day }),
      parts: partsOfReports({ callId: call.id, reportIds }),
      places: reportIds,
    },
  );
  if (!register || !query) return { words, value: null, total: 0, rows: [] };
  const adds =
    leaf.op === 'sum'
      ? sql`x.${sql.ref(leaf.field)}::text`
      : leaf.op === 'count'
        ? sql`'1'`
        : sql`null::text`;
  const inCell = sql`${query.from} and ${query.cell} = ${cell}`;
  const { rows } =
    await sql<Row>`select x.record_id, x.unit_id, ${adds} as adds, to_jsonb(x) as fields ${inCell}
    order by x.record_id limit ${size} offset ${(page - 1) * size}`.execute(db);
  const measure =
    leaf.op === 'count'
      ? sql`count(*)`
      : leaf.op === 'sum'
        ? sql`sum(x.${sql.ref(leaf.field)})`
        : sql`count(distinct x.${sql.ref(leaf.field)}::text)`;
  const counted = await sql<{
    n: number;
    value: string | null;
  }>`select count(*) as n, ${measure}::text as value ${inCell}`.execute(db);
  const value = counted.rows[0]?.value ?? '0';
  return {
    words,
    value: Number(value),
    total: counted.rows[0]?.n ?? 0,
    rows: await shown(db, { rows, register, leaf, locale }),
  };
}

interface Showing {
  readonly rows: readonly Row[];
  readonly register: Register;
  readonly leaf: Leaf;
  readonly locale: Locale;
}

async function shown(db: Db, { rows, register, leaf, locale }: Showing): Promise<Part['rows']> {
  const side = locale === 'vi' ? 0 : 1;
  const [titles, units] = await Promise.all([
    register.show(
      db,
      rows.map(({ recordId }) => recordId),
    ),
    unitNames(
      db,
      rows.map(({ unitId }) => unitId),
    ),
  ]);
  const asked = new Set([...leaf.where.map(({ field }) => field), ...('field' in leaf ? [leaf.field] : [])]);
  const fields = register.fields.filter(({ name }) => asked.has(name));
  return rows.map(({ recordId, unitId, adds, fields: values }) => ({
    register: register.key,
    recordId,
    title: titles.get(recordId)?.title ?? '',
    href: titles.get(recordId)?.href ?? '',
    unit: { id: unitId, name: units.get(unitId) ?? '' },
    adds: adds === null ? null : Number(adds),
    fields: fields.map(({ name, label, values: known }) => {
      const value = values[name];
      const text = value == null ? '' : String(value);
      return { name, label: label[side], value: known?.find(({ key }) => key === text)?.label[side] ?? text };
    }),
  }));
}

export async function figureHistory(
  { db }: Reading,
  actor: Actor,
  id: number,
  indicatorId: number,
): Promise<z.infer<typeof schema.figureHistory>> {
  await legibleReport(db, actor, id);
  const { rows } = await sql<{
    at: Date;
    who: string | null;
    cell: string;
    before: string | null;
    after: string | null;
    derived: string | null;
    reason: string | null;
  }>`
    select f.at, p.name as who, f.cell, f.before, f.after, f.derived, f.reason from figure_change f
      left join person p on p.id = f.person_id
    where f.report_id = ${id} and f.indicator_id = ${indicatorId} order by f.id desc limit 500`.execute(db);
  const number = (text: string | null) => (text === null ? null : Number(text));
  return {
    rows: rows.map(({ at, before, after, derived, ...row }) => ({
      ...row,
      at: at.toISOString(),
      before: number(before),
      after: number(after),
      derived: number(derived),
    })),
  };
}

/** Steps within the unit, whose words stay there. */
const within: ReadonlySet<string> = new Set(['handed', 'taken-back', 'given-back']);

export async function events(
  { db }: Reading,
  actor: Actor,
  id: number,
): Promise<z.infer<typeof schema.reportEvents>> {
  const { row: report } = await readableReport(db, actor, id);
  const isWithin = worksOn(actor, report.unitId);
  const { rows } = await sql<{
    at: Date;
    day: string;
    who: string | null;
    action: string;
    sectionId: string | null;
    reason: string | null;
    detail: Record<string, unknown> | null;
  }>`select e.at, e.day, p.name as who, e.action, e.section_id, e.reason, e.detail from report_event e
    left join person p on p.id = e.person_id where e.report_id = ${id} order by e.id desc limit 1000`.execute(
    db,
  );
  return {
    rows: rows.map(({ at, ...row }) => ({
      ...row,
      ...(within.has(row.action) && !isWithin ? { reason: null, sectionId: null } : {}),
      at: at.toISOString(),
    })),
  };
}

/** Reports that quote or count this one, of those that the reader may read. */
export async function uses(
  { db }: Reading,
  actor: Actor,
  id: number,
): Promise<z.infer<typeof schema.reportUses>> {
  await legibleReport(db, actor, id);
  const { rows } = await sql<{
    reportId: number;
    unitId: number;
    unitName: string;
    sectionId: string;
    sourceSectionId: string | null;
    indicatorId: number | null;
    cell: string | null;
  }>`select l.report_id, r.unit_id, u.name as unit_name, l.section_id, l.source_section_id, l.indicator_id, l.cell
    from report_link l join report r on r.id = l.report_id join report_call c on c.id = r.call_id join unit u on u.id = r.unit_id
    where l.source_report_id = ${id} and l.report_id <> ${id} and ${readable(actor)}
    order by l.report_id, l.section_id, l.no limit 1000`.execute(db);
  return {
    rows: rows.map(({ unitId, unitName, ...row }) => ({ ...row, unit: { id: unitId, name: unitName } })),
  };
}
