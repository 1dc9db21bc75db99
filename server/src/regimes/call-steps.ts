// What becomes of a call: closed, opened again, cancelled; units added that were forgotten.
import { sql, type Transaction } from 'kysely';
import type { z } from '@hono/zod-openapi';
import { may, type Asked } from '../access/actor.ts';
import { write, type Note } from '../audit/service.ts';
import { today } from '../clock.ts';
import type { Tables } from '../db/tables.ts';
import { Conflict, Forbidden, Invalid, NotFound } from '../errors.ts';
import { placesOf } from '../units/places.ts';
import { circleOf, reachOfOwner } from './askees.ts';
import type { UnitRule } from './body.ts';
import { callFacts, oneCall, readableCalls } from './call-list.ts';
import { handOut } from './hand-out.ts';
import * as queries from './queries.ts';
import type { CallRow } from './queries.ts';
import type * as schema from './schema.ts';
import type { Writing } from './service.ts';

type Call = z.infer<typeof schema.call>;
type Trx = Transaction<Tables>;

interface Step {
  readonly wanted: { readonly version: number };
  readonly from: readonly CallRow['status'][];
}

async function taking(
  deps: Writing,
  asked: Asked,
  { wanted, from }: Step,
  work: (opened: { readonly trx: Trx; readonly row: CallRow; readonly note: Note }) => Promise<void>,
): Promise<Call> {
  const { actor, id } = asked;
  await write(deps, actor, async (trx, note) => {
    const row = await queries.lockCall(trx, id);
    const seen =
      await sql`select 1 from report_call c where c.id = ${id} and ${readableCalls(actor)}`.execute(trx);
    if (!row || seen.rows.length === 0) throw new NotFound('no-call', { id });
    // Who sees it through a report of their own is told that they may not, not that it is not there.
    if (!may(actor, 'report.call', callFacts(row))) throw new Forbidden();
    if (row.version !== wanted.version) {
      const current = await oneCall({ ...deps, db: trx as never }, asked);
      throw new Conflict('stale-version', {}, { current, yours: wanted });
    }
    if (!from.includes(row.status)) throw new Conflict('call-wrong-state', { status: row.status });
    await work({ trx, row, note });
  });
  return oneCall(deps, asked);
}

/** The call's next version. */
const become = (trx: Trx, { id, version }: CallRow, set: { readonly status?: CallRow['status'] }) =>
  trx
    .updateTable('reportCall')
    .set({ ...set, version: version + 1 })
    .where('id', '=', id)
    .execute();

const noted = (note: Note, row: CallRow, action: string, detail: Readonly<Record<string, unknown>>) =>
  note({
    action,
    subject: 'report-call',
    subjectId: row.id,
    unitId: row.ownerId,
    rootId: row.rootId,
    detail,
  });

const becoming =
  (status: CallRow['status'], action: string, from: readonly CallRow['status'][]) =>
  (deps: Writing, asked: Asked, wanted: z.infer<typeof schema.callStep>): Promise<Call> =>
    taking(deps, asked, { wanted, from }, async ({ trx, row, note }) => {
      if (status !== 'closed' && !wanted.reason) throw new Invalid('call-reason');
      if (status === 'open') await requireAlone(trx, row);
      await become(trx, row, { status });
      noted(note, row, action, wanted.reason ? { reason: wanted.reason } : {});
    });

/** Cancelled and called again meanwhile: both at once would count twice. */
async function requireAlone(trx: Trx, { regimeId, period, id, name }: CallRow): Promise<void> {
  if (regimeId === null || period === null) return;
  const other = await trx
    .selectFrom('reportCall')
    .select('id')
    .where('regimeId', '=', regimeId)
    .where('period', '=', period)
    .where('status', '<>', 'cancelled')
    .where('id', '<>', id)
    .executeTakeFirst();
  if (other) throw new Conflict('call-twice', { name, period });
}

/** Nothing is filled in, sent or accepted in it any more. */
export const close = becoming('closed', 'call.closed', ['open']);
export const reopen = becoming('open', 'call.reopened', ['closed', 'cancelled']);
/** A mistake: nobody owes these reports; what was written stays in the records. */
export const cancel = becoming('cancelled', 'call.cancelled', ['open', 'closed']);

/** As if the rule had named them from the beginning. */
const naming = (units: UnitRule, include: readonly number[]): UnitRule => ({
  ...units,
  underId: null,
  direct: false,
  levels: [],
  kinds: [],
  exclude: [],
  include: [...include],
});

/** Units that hold reports of a call, and those that are wanted beside them; heirs stand for whom they came after. */
async function withAdded(trx: Trx, { id, ownerId }: CallRow, wanted: readonly number[]) {
  const places = await placesOf(trx);
  const reach = reachOfOwner(places, ownerId);
  const outside = wanted.find((each) => !reach.has(each));
  if (outside !== undefined) throw new Invalid('unit-out-of-reach', { id: outside });
  const asked = await trx
    .selectFrom('report')
    .select('unitId')
    .where('callId', '=', id)
    .where('depth', '>', 0)
    .execute();
  const there = new Set(asked.map(({ unitId }) => places.heir(unitId)));
  const added = new Set(wanted.map((each) => places.heir(each)).filter((each) => !there.has(each)));
  if (added.size === 0) throw new Conflict('call-asked-already');
  return { ownerId: places.heir(ownerId), added, all: [...there, ...added] };
}

export const add = (deps: Writing, asked: Asked, wanted: z.infer<typeof schema.callAdd>): Promise<Call> =>
  taking(deps, asked, { wanted, from: ['open'] }, async ({ trx, row, note }) => {
    const { ownerId, added, all } = await withAdded(trx, row, wanted.unitIds);
    const [first] = row.form.tiers;
    if (!first) throw new Invalid('call-no-units');
    const window = { from: row.windowFrom, to: row.windowTo };
    const tiers = [{ ...first, units: naming(first.units, all) }];
    const { askees, parts } = await circleOf(trx, { ownerId: row.ownerId, tiers, window });
    const day = today(deps.clock);
    const due = wanted.dueOn ?? (await usualDue(trx, { callId: row.id, tier: first.id })) ?? window.to;
    const openings = askees
      .filter(({ unitId }) => added.has(unitId))
      .map(({ unitId, toUnitId, depth, tier }) => ({
        unitId,
        toUnitId,
        depth,
        tier,
        dueOn: due < day ? day : due,
      }));
    if (openings.length === 0) throw new Invalid('call-no-units');
    const { personId } = asked.actor;
    const call = { id: row.id, ownerId, form: row.form, ...window, day, at: deps.clock(), personId };
    await handOut(trx, deps.clock, { call, name: row.name, parts, openings });
    await become(trx, row, {});
    noted(note, row, 'call.added', { units: [...added] });
  });

/** The day that most of the tier were given when it was called. */
async function usualDue(
  trx: Trx,
  { callId, tier }: { readonly callId: number; readonly tier: string },
): Promise<string | null> {
  const { rows } = await sql<{ due: string | null }>`select mode() within group (order by first_due_on) as due
    from report where call_id = ${callId} and tier = ${tier}`.execute(trx);
  return rows[0]?.due ?? null;
}
