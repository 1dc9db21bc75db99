// Filling a report in: figures beside what the records say, texts with where they come from. Each item is locked by its own version.
import { bearsSecrecyMark } from '@nhipcau/document';
import { sql, type Transaction } from 'kysely';
import type { z } from '@hono/zod-openapi';
import type { Actor } from '../access/actor.ts';
import type { Tables } from '../db/tables.ts';
import { Conflict, Invalid, NotFound } from '../errors.ts';
import { dimensionsOfCells, requireCells } from '../indicators/cells.ts';
import type { FormIndicator } from '../regimes/body.ts';
import { readable } from './access.ts';
import { plainOf, type Content } from './content.ts';
import { deriveFigures, dependentsOf, distinctOf, weigh } from './derive.ts';
import { detailOf, type ReportDetail } from './detail.ts';
import { valueOf } from './figures.ts';
import type { FigureRecord } from './queries.ts';
import type * as schema from './schema.ts';
import { takeFromShorter } from './shorter-periods.ts';
import { settle, taking, type Asked, type Taken, type Writing } from './service.ts';

export type ReportChange = z.infer<typeof schema.reportChange>;
type FigureInput = z.infer<typeof schema.figureInput>;
type TextInput = ReportChange['texts'][number];
type Trx = Transaction<Tables>;

const stale = async (taken: Taken, asked: Asked, wanted: ReportChange): Promise<Conflict> =>
  new Conflict(
    'stale-version',
    {},
    { current: await detailOf(taken.trx, { ...asked, day: taken.day }, taken), yours: wanted },
  );

/** All or nothing: an item that somebody else has changed meanwhile refuses the whole. */
export const fill = (deps: Writing, asked: Asked, wanted: ReportChange): Promise<ReportDetail> =>
  taking(
    deps,
    asked,
    { ability: 'fill', wanted: wanted as ReportChange & { version?: number } },
    async (taken) => {
      const { trx, call } = taken;
      const at = deps.clock();
      const byId = new Map(call.form.indicators.map((each) => [each.id, each]));
      await requireKnown(trx, byId, wanted.figures);
      const changed: string[] = [];
      const asDerived = new Set<string>();
      for (const input of wanted.figures) {
        const indicator = byId.get(input.indicatorId);
        if (!indicator) throw new Invalid('report-no-indicator', { id: input.indicatorId });
        if (!(await keepFigure(taken, { indicator, input, at }))) throw await stale(taken, asked, wanted);
        changed.push(indicator.code);
        if (input.asDerived) asDerived.add(indicator.code);
      }
      for (const input of wanted.texts) {
        if (!(await keepText(taken, asked.actor, { input, at }))) throw await stale(taken, asked, wanted);
      }
      if (changed.length > 0) await deriveAgain(taken, { codes: new Set(changed), asDerived }, at);
      await settle(taken, {
        action: 'filled',
        detail: { figures: changed.length, sections: wanted.texts.map(({ sectionId }) => sectionId) },
        set: {},
      });
    },
  );

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

interface Keeping {
  readonly indicator: FormIndicator;
  readonly input: FigureInput;
  readonly at: Date;
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

/** False: somebody has changed it since it was seen. */
async function keepFigure(taken: Taken, { indicator, input, at }: Keeping): Promise<boolean> {
  const { trx, row, actor } = taken;
  const { indicatorId, cell } = input;
  const before = await trx
    .selectFrom('reportFigure')
    .selectAll()
    .where('reportId', '=', row.id)
    .where('indicatorId', '=', indicatorId)
    .where('cell', '=', cell)
    .executeTakeFirst();
  if ((before?.version ?? 0) !== input.version) return false;
  const next = newFigure(indicator, input, before);
  const changed = differs(indicator, next, before);
  const reason = input.asDerived || !changed ? null : (input.reason ?? before?.reason ?? null);
  if (changed && !reason) throw new Invalid('figure-reason', { name: indicator.name });
  const columns = {
    ...next,
    rule: indicator.rule,
    changed,
    reason,
    note: input.note === undefined ? (before?.note ?? null) : input.note,
    changedBy: actor.personId,
    changedAt: at,
    version: (before?.version ?? 0) + 1,
  };
  await trx
    .insertInto('reportFigure')
    .values({ reportId: row.id, indicatorId, cell, ...columns, derivedKeys: null })
    .onConflict((conflict) => conflict.columns(['reportId', 'indicatorId', 'cell']).doUpdateSet(columns))
    .execute();
  const wasValue = valueOf(before);
  const isValue =
    indicator.rule === 'distinct'
      ? (next.keys?.length ?? null)
      : next.value === null
        ? null
        : Number(next.value);
  await trx
    .insertInto('figureChange')
    .values({
      reportId: row.id,
      indicatorId,
      cell,
      before: written(wasValue),
      after: written(isValue),
      derived: before?.derived ?? null,
      reason: reason ?? input.note ?? null,
      personId: actor.personId,
      at,
      detail:
        indicator.rule === 'distinct'
          ? JSON.stringify({ before: before?.names ?? null, after: next.names })
          : null,
    })
    .execute();
  return true;
}

/** Derived figures of which an entered one is part, and averages weighed by one. */
async function deriveAgain(
  { trx, row, call, day }: Taken,
  { codes, asDerived }: { readonly codes: ReadonlySet<string>; readonly asDerived: ReadonlySet<string> },
  at: Date,
): Promise<void> {
  const { form, windowFrom: from, windowTo: to } = call;
  const dependents = new Set([...dependentsOf(form, codes), ...asDerived]);
  const deriving = { callId: call.id, form, day, from, to, reportIds: [row.id], at };
  if (asDerived.size > 0) await takeFromShorter(trx, deriving);
  if (dependents.size > 0) await deriveFigures(trx, deriving, ({ code }) => dependents.has(code));
  await weigh(trx, [row.id], form.indicators);
}

interface KeepingText {
  readonly input: TextInput;
  readonly at: Date;
}

async function keepText(taken: Taken, actor: Actor, { input, at }: KeepingText): Promise<boolean> {
  const { trx, row, call } = taken;
  const { sectionId, content, version } = input;
  if (!call.form.outline.some(({ id }) => id === sectionId))
    throw new Invalid('report-no-section', { section: sectionId });
  // Secrets are refused at the door, also where they are typed (Luật 117/2025/QH15).
  if (bearsSecrecyMark([plainOf(content)])) throw new Invalid('text-secret-mark');
  const before = await trx
    .selectFrom('reportText')
    .select('version')
    .where('reportId', '=', row.id)
    .where('sectionId', '=', sectionId)
    .executeTakeFirst();
  if ((before?.version ?? 0) !== version) return false;
  const columns = {
    content: JSON.stringify(content),
    version: version + 1,
    changedBy: actor.personId,
    changedAt: at,
  };
  await trx
    .insertInto('reportText')
    .values({ reportId: row.id, sectionId, ...columns })
    .onConflict((conflict) => conflict.columns(['reportId', 'sectionId']).doUpdateSet(columns))
    .execute();
  await keepLinks(trx, actor, { reportId: row.id, sectionId, content });
  return true;
}

interface Link {
  readonly r: number;
  readonly s: string | null;
  readonly i: number | null;
  readonly c: string | null;
}

/** Every report that the text names is one that its writer may read. */
async function keepLinks(
  trx: Trx,
  actor: Actor,
  {
    reportId,
    sectionId,
    content,
  }: { readonly reportId: number; readonly sectionId: string; readonly content: Content },
): Promise<void> {
  const links = content.paragraphs.flatMap(({ runs }) =>
    runs.flatMap(({ sources = [], figure }): Link[] => [
      ...sources.map((each) => ({ r: each.reportId, s: each.sectionId, i: null, c: null })),
      ...(figure ? [{ r: figure.reportId ?? reportId, s: null, i: figure.indicatorId, c: figure.cell }] : []),
    ]),
  );
  const unique = [...new Map(links.map((link) => [JSON.stringify(link), link])).values()];
  const ids = [...new Set(unique.map(({ r }) => r))].filter((id) => id !== reportId);
  const { rows } = await sql<{ id: number }>`select r.id from report r join report_call c on c.id = r.call_id
    where r.id = any(${ids}::bigint[]) and ${readable(actor)}`.execute(trx);
  const known = new Set(rows.map(({ id }) => id));
  const missing = ids.find((id) => !known.has(id));
  if (missing !== undefined) throw new NotFound('no-report', { id: missing });
  const indicators = [...new Set(unique.flatMap(({ i }) => i ?? []))];
  const there = await trx
    .selectFrom('indicator')
    .select('id')
    .where(sql<boolean>`id = any(${indicators}::bigint[])`)
    .execute();
  const absent = indicators.find((id) => !there.some((each) => each.id === id));
  if (absent !== undefined) throw new Invalid('report-no-indicator', { id: absent });
  await trx
    .deleteFrom('reportLink')
    .where('reportId', '=', reportId)
    .where('sectionId', '=', sectionId)
    .execute();
  await sql`insert into report_link (report_id, section_id, no, source_report_id, source_section_id, indicator_id, cell)
    select ${reportId}, ${sectionId}, no, r, s, i, c
    from jsonb_to_recordset(${JSON.stringify(unique.map((link, no) => ({ ...link, no })))}::jsonb)
      as x(no integer, r bigint, s text, i bigint, c text)`.execute(trx);
}

/** Reads the records again: what people wrote stays, what the records say beside it moves. */
export const derive = (
  deps: Writing,
  asked: Asked,
  wanted: z.infer<typeof schema.reportStep>,
): Promise<ReportDetail> =>
  taking(deps, asked, { ability: 'derive', wanted }, async (taken) => {
    const { trx, row, call, day } = taken;
    const { form, windowFrom: from, windowTo: to } = call;
    const at = deps.clock();
    const deriving = { callId: call.id, form, day, from, to, reportIds: [row.id], at };
    await takeFromShorter(trx, deriving);
    await deriveFigures(trx, deriving);
    await weigh(trx, [row.id], form.indicators);
    await settle(taken, { action: 'derived', set: { derivedAt: at } });
  });
