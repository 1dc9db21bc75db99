// Calling for reports: who is asked, from when to when, by what day; one report for each unit that was there in the window.
import { sql } from 'kysely';
import type { z } from '@hono/zod-openapi';
import { actingUnit, may, mustMay, type Actor, type Asking } from '../access/actor.ts';
import { write } from '../audit/service.ts';
import { today } from '../clock.ts';
import type { Db } from '../db/connect.ts';
import { Conflict, Invalid, NotFound } from '../errors.ts';
import type { CallOpened } from '../reports/open.ts';
import { placesOf } from '../units/places.ts';
import { adviceOf, adviceOfBody } from './advice.ts';
import { circleOf, type Circle } from './askees.ts';
import type { Deadline, RegimeBody } from './body.ts';
import { formOf, type Form } from './form.ts';
import { handOut } from './hand-out.ts';
import { daysOffOf } from './days-off.ts';
import { dueOf, periodNamed, periodsFrom, windowOf, type Window } from './periods.ts';
import { plusDays, type IsOff } from './working-days.ts';
import * as queries from './queries.ts';
import type * as schema from './schema.ts';
import { factsOf, inForce, readableRegime } from './readable.ts';
import { requireBody, type Writing } from './service.ts';

export type CallCreate = z.infer<typeof schema.callCreate>;
type Preview = z.infer<typeof schema.preview>;

/** A call as it would be: everything is known, nothing is written. */
export interface Planned {
  readonly ownerId: number;
  readonly regimeId: number | null;
  readonly name: string;
  readonly body: RegimeBody;
  readonly period: string | null;
  readonly window: Window;
  /** In which the period ends. */
  readonly year: number;
  /** A fixed deadline for all, where the call names one. */
  readonly dueOn: string | null;
  readonly note: string | null;
}

const yearOf = (day: string) => Number(day.slice(0, 4));

/** Stands in until a call that does not say whom is refused: below a committee are also bodies that it cannot order. */
const nobody = { underId: null, direct: true, levels: [], kinds: [], include: [], exclude: [] };

function adHoc(ownerId: number, wanted: Extract<CallCreate, { of: 'ad-hoc' }>, day: string): Planned {
  const { name, kind, dueOn, units = nobody, sections, indicators, legalBasis } = wanted;
  const titles = sections.length > 0 ? sections : [name];
  const body: RegimeBody = {
    name,
    kind,
    legalBasis,
    legalDocumentId: null,
    frequency: 'on-call',
    window: { fromDay: 15, fromMonth: -1, toDay: 14, toMonth: 0 },
    tiers: [{ id: 'all', name: 'Các đơn vị được yêu cầu', units, deadline: { kind: 'days', days: 0 } }],
    ownDeadline: null,
    onDayOff: 'stays',
    outline: titles.map((title, at) => ({
      id: `s${at + 1}`,
      level: 1,
      title,
      guidance: '',
      required: false,
      text: true,
      indicators: at === 0 ? indicators : [],
    })),
    form: '',
    sending: ['system'],
    opensBefore: null,
    reminders: [-1, 1],
  };
  const window = { from: wanted.from ?? `${day.slice(0, 4)}-01-01`, to: wanted.to ?? day };
  const note = wanted.note ?? null;
  return { ownerId, regimeId: null, name, body, period: null, window, year: yearOf(window.to), dueOn, note };
}

async function byRegime(
  db: Db,
  actor: Actor,
  wanted: Extract<CallCreate, { of: 'regime' }>,
  day: string,
): Promise<Planned> {
  const row = await readableRegime(db, actor, wanted.regimeId);
  mustMay(actor, 'report.call', factsOf(row), { read: 'regime.read', code: 'no-regime', id: row.id });
  if (row.endedOn !== null && row.endedOn < day) throw new Conflict('regime-ended', { name: row.name });
  const versions = await queries.versionsOf(db, [row.id]);
  const now = inForce(versions, day).body;
  const about = { ownerId: row.ownerId, regimeId: row.id, dueOn: null, note: wanted.note ?? null };
  if (now.frequency === 'on-call') {
    const window = { from: wanted.from ?? `${day.slice(0, 4)}-01-01`, to: wanted.to ?? day };
    return { ...about, name: now.name, body: now, period: null, window, year: yearOf(window.to) };
  }
  const name = wanted.period ?? (await nextPeriod(db, row.id, now, day));
  const period = periodNamed(now.frequency, name);
  if (!period) throw new Invalid('call-no-period', { period: name });
  // What was in force when the period closed is what is reported by, also where it is called later.
  const closes = windowOf(now.window, period).to;
  const { body } = inForce(versions, closes < day ? closes : day);
  const same = periodNamed(body.frequency, name) ? body : now;
  return {
    ...about,
    name: `${same.name} ${name}`,
    body: same,
    period: name,
    window: windowOf(same.window, period),
    year: period.year,
  };
}

async function nextPeriod(db: Db, regimeId: number, body: RegimeBody, day: string): Promise<string> {
  const called = new Set((await queries.calledPeriods(db, [regimeId])).map(({ period }) => period));
  const found = periodsFrom(body, day).find(({ name }) => !called.has(name));
  if (!found) throw new Invalid('call-no-period', { period: '' });
  return found.name;
}

export async function planned(db: Db, actor: Actor, wanted: CallCreate, day: string): Promise<Planned> {
  const plan =
    wanted.of === 'regime'
      ? await byRegime(db, actor, wanted, day)
      : adHoc(actingUnit(actor, 'report.call', wanted.ownerId ?? null), wanted, day);
  if (plan.window.from > plan.window.to) throw new Invalid('call-window', { ...plan.window });
  if (plan.dueOn !== null && plan.dueOn < day) throw new Invalid('call-in-past', { dueOn: plan.dueOn });
  if (wanted.of === 'ad-hoc' && !wanted.units) throw new Invalid('call-whom');
  // What a regime says was looked at when it was set; units that left its reach since are left out.
  if (wanted.of === 'ad-hoc') await requireBody(db, plan.ownerId, plan.body);
  return plan;
}

/** When each tier, and who called, is due. */
interface Dues {
  readonly of: (tier: string) => string;
  readonly own: string;
}

function duesOf({ body, window, year, dueOn }: Planned, isOff: IsOff): Dues {
  const { tiers, ownDeadline, onDayOff } = body;
  const due = (deadline: Deadline) => dueOn ?? dueOf(deadline, { closes: window.to, year, isOff, onDayOff });
  const all = tiers.map(({ deadline }) => due(deadline));
  return {
    of: (tier) => all[tiers.findIndex(({ id }) => id === tier)] ?? dueOn ?? window.to,
    own: (ownDeadline ? due(ownDeadline) : dueOn) ?? all.toSorted().at(-1) ?? window.to,
  };
}

export interface Shown {
  readonly plan: Planned;
  readonly circle: Circle;
  readonly form: Form;
  readonly dues: Dues;
}

export async function previewOf(
  db: Db,
  asking: Asking,
  { plan, circle, form, dues }: Shown,
): Promise<Preview> {
  const { askees, outside } = circle;
  const names = await queries.unitNamesOf(db, [
    plan.ownerId,
    ...outside,
    ...askees
      .slice(0, 500)
      .flatMap(({ unitId, toUnitId, found }) => [unitId, toUnitId ?? plan.ownerId, ...found]),
  ]);
  const ref = (id: number) => ({ id, name: names.get(id) ?? '' });
  return {
    period: plan.period,
    ...plan.window,
    opensOn:
      plan.body.opensBefore === null || plan.period === null
        ? null
        : plusDays(plan.window.to, -plan.body.opensBefore),
    ownDueOn: dues.own,
    units: askees.length,
    tiers: plan.body.tiers.map(({ id, name }) => ({
      id,
      name,
      units: askees.filter(({ tier }) => tier === id).length,
      dueOn: dues.of(id),
    })),
    rows: askees.slice(0, 500).map(({ unitId, tier, toUnitId, found }) => ({
      unit: ref(unitId),
      tier,
      to: ref(toUnitId ?? plan.ownerId),
      dueOn: dues.of(tier),
      covers: found.filter((id) => id !== unitId).map(ref),
    })),
    advice: [
      ...adviceOfBody(plan.body, asking.locale),
      ...(askees.length === 0 ? [adviceOf('no-units', asking.locale)] : []),
      ...(outside.length > 0
        ? [adviceOf('units-left', asking.locale, { units: outside.map((id) => ref(id).name).join(', ') })]
        : []),
      ...(form.missing.length > 0
        ? [adviceOf('no-indicator', asking.locale, { codes: form.missing.join(', ') })]
        : []),
    ],
  };
}

export async function shownOf(db: Db, plan: Planned): Promise<Shown> {
  const { ownerId, body, window } = plan;
  const circle = await circleOf(db, { ownerId, tiers: body.tiers, window });
  const isOff = await daysOffOf(db, (await placesOf(db)).root(ownerId));
  return { plan, circle, form: await formOf(db, ownerId, body), dues: duesOf(plan, isOff) };
}

export async function preview(deps: Writing, asking: Asking, wanted: CallCreate): Promise<Preview> {
  const plan = await planned(deps.db, asking.actor, wanted, today(deps.clock));
  return previewOf(deps.db, asking, await shownOf(deps.db, plan));
}

/** As it would be by a body that is not kept yet. */
export async function previewRegime(
  deps: Writing,
  asking: Asking,
  { ownerId, body, period }: z.infer<typeof schema.regimePreview>,
): Promise<Preview> {
  const day = today(deps.clock);
  const owner = actingUnit(asking.actor, 'regime.manage', ownerId ?? null);
  await requireBody(deps.db, owner, body);
  const named = period === undefined ? periodsFrom(body, day)[0] : periodNamed(body.frequency, period);
  if (body.frequency !== 'on-call' && !named) throw new Invalid('call-no-period', { period: period ?? '' });
  const window = named ? windowOf(body.window, named) : { from: `${day.slice(0, 4)}-01-01`, to: day };
  const plan: Planned = {
    ownerId: owner,
    regimeId: null,
    name: body.name,
    body,
    period: named?.name ?? null,
    window,
    year: named?.year ?? yearOf(day),
    dueOn: null,
    note: null,
  };
  const shown = await previewOf(deps.db, asking, await shownOf(deps.db, plan));
  const { opensOn } = shown;
  if (opensOn === null || opensOn >= day) return shown;
  const date = opensOn.split('-').toReversed().join('/');
  return { ...shown, advice: [...shown.advice, adviceOf('opens-past', asking.locale, { date })] };
}

/** Returns the call's id. The actor is asked before; the product's own daily work asks nobody. */
export async function open(deps: Writing, actor: Actor, plan: Planned): Promise<number> {
  const day = today(deps.clock);
  const at = deps.clock();
  return write(deps, actor, async (trx, note) => {
    const { circle, form, dues } = await shownOf(trx, plan);
    if (circle.askees.length === 0) throw new Invalid('call-no-units');
    const { ownerId, regimeId, name, body, period, window } = plan;
    const places = await placesOf(trx);
    const rootId = places.root(ownerId);
    const row = await trx
      .insertInto('reportCall')
      .values({
        ownerId,
        rootId,
        regimeId,
        name,
        kind: body.kind,
        frequency: body.frequency,
        period,
        windowFrom: window.from,
        windowTo: window.to,
        form: JSON.stringify(form.form),
        note: plan.note,
        calledOn: day,
        calledBy: actor.personId,
      })
      .onConflict((conflict) =>
        conflict
          .columns(['regimeId', 'period'])
          // In words, not as a parameter: a prepared statement must still find the index by it.
          .where(sql<boolean>`status <> 'cancelled' and period is not null`)
          .doNothing(),
      )
      .returning('id')
      .executeTakeFirst();
    if (!row) throw new Conflict('call-twice', { name: body.name, period: period ?? '' });
    const call: CallOpened = {
      id: row.id,
      ownerId: places.heir(ownerId),
      form: form.form,
      ...window,
      day,
      at,
      personId: actor.personId,
    };
    const asked = circle.askees.map(({ unitId, toUnitId, depth, tier }) => ({
      unitId,
      toUnitId,
      depth,
      tier,
      dueOn: dues.of(tier),
    }));
    const own = { unitId: call.ownerId, toUnitId: null, depth: 0, tier: null, dueOn: dues.own };
    await handOut(trx, deps.clock, { call, name, parts: circle.parts, openings: [own, ...asked] });
    const detail = { name, period, units: asked.length };
    note({
      action: 'call.opened',
      subject: 'report-call',
      subjectId: row.id,
      unitId: ownerId,
      rootId,
      detail,
    });
    return row.id;
  });
}

export async function create(deps: Writing, asking: Asking, wanted: CallCreate): Promise<number> {
  const plan = await planned(deps.db, asking.actor, wanted, today(deps.clock));
  if (!may(asking.actor, 'report.call', { unitId: plan.ownerId })) throw new NotFound('no-regime', { id: 0 });
  return open(deps, asking.actor, plan);
}
