// What becomes of a call: closed, opened again, cancelled; units added that were forgotten.
import { sql, type Transaction } from 'kysely';
import type { z } from '@hono/zod-openapi';
import { may } from '../access/actor.ts';
import { write, type Note } from '../audit/service.ts';
import { today } from '../clock.ts';
import type { Tables } from '../db/tables.ts';
import { Conflict, Forbidden, Invalid, NotFound } from '../errors.ts';
import { fillOpened, keepParts, openReports } from '../reports/open.ts';
import { tellCalled } from '../reports/told.ts';
import { placesOf } from '../units/places.ts';
import { circleOf, reachOfOwner } from './askees.ts';
import { callFacts, oneCall, readableCalls } from './call-list.ts';
import { dueOf } from './periods.ts';
import * as queries from './queries.ts';
import type { CallRow } from './queries.ts';
import type * as schema from './schema.ts';
import type { Asking, Writing } from './service.ts';

type Call = z.infer<typeof schema.call>;
type Trx = Transaction<Tables>;

interface Step {
  readonly id: number;
  readonly version: number;
  readonly yours: unknown;
  readonly from: readonly CallRow['status'][];
}

async function taking(
  deps: Writing,
  asking: Asking,
  { id, version, yours, from }: Step,
  work: (opened: { readonly trx: Trx; readonly row: CallRow; readonly note: Note }) => Promise<void>,
): Promise<Call> {
  const { actor } = asking;
  await write(deps, actor, async (trx, note) => {
    const row = await queries.lockCall(trx, id);
    const seen =
      await sql`select 1 from report_call c where c.id = ${id} and ${readableCalls(actor)}`.execute(trx);
    if (!row || seen.rows.length === 0) throw new NotFound('no-call', { id });
    // Who sees it through a report of their own is told that they may not, not that it is not there.
    if (!may(actor, 'report.call', callFacts(row))) throw new Forbidden();
    if (row.version !== version) {
      const current = await oneCall({ ...deps, db: trx as never }, asking, id);
      throw new Conflict('stale-version', {}, { current, yours });
    }
    if (!from.includes(row.status)) throw new Conflict('call-wrong-state', { status: row.status });
    await work({ trx, row, note });
  });
  return oneCall(deps, asking, id);
}

const becoming =
  (status: CallRow['status'], action: string, from: readonly CallRow['status'][]) =>
  (deps: Writing, asking: Asking, id: number, wanted: z.infer<typeof schema.callStep>): Promise<Call> =>
    taking(deps, asking, { id, version: wanted.version, yours: wanted, from }, async ({ trx, row, note }) => {
      if (status !== 'closed' && !wanted.reason) throw new Invalid('call-reason');
      if (status === 'open') await requireAlone(trx, row);
      await trx
        .updateTable('reportCall')
        .set({ status, version: row.version + 1 })
        .where('id', '=', id)
        .execute();
      const detail = wanted.reason ? { reason: wanted.reason } : {};
      note({
        action,
        subject: 'report-call',
        subjectId: id,
        unitId: row.ownerId,
        rootId: row.rootId,
        detail,
      });
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

export const add = (
  deps: Writing,
  asking: Asking,
  id: number,
  wanted: z.infer<typeof schema.callAdd>,
): Promise<Call> =>
  taking(
    deps,
    asking,
    { id, version: wanted.version, yours: wanted, from: ['open'] },
    async ({ trx, row, note }) => {
      const places = await placesOf(trx);
      const reach = reachOfOwner(places, row.ownerId);
      const outside = wanted.unitIds.find((each) => !reach.has(each));
      if (outside !== undefined) throw new Invalid('unit-out-of-reach', { id: outside });
      const window = { from: row.windowFrom, to: row.windowTo };
      const known = await trx
        .selectFrom('report')
        .select(['unitId', 'tier'])
        .where('callId', '=', id)
        .where('depth', '>', 0)
        .execute();
      const there = new Set(known.map(({ unitId }) => places.heir(unitId)));
      const units = [...new Set(wanted.unitIds.map((each) => places.heir(each)))].filter(
        (each) => !there.has(each),
      );
      if (units.length === 0) throw new Conflict('call-asked-already');
      const [first] = row.form.tiers;
      if (!first) throw new Invalid('call-no-units');
      // As if the rule had named them from the beginning, together with those that were asked.
      const units0 = {
        ...first.units,
        underId: null,
        direct: false,
        levels: [],
        kinds: [],
        exclude: [],
        include: [...there, ...units],
      };
      const circle = await circleOf(trx, {
        ownerId: row.ownerId,
        tiers: [{ ...first, units: units0 }],
        window,
      });
      const day = today(deps.clock);
      const dueOn =
        wanted.dueOn ??
        dueOf(first.deadline, { closes: row.windowTo, year: Number(row.windowTo.slice(0, 4)) });
      const call = {
        id,
        ownerId: places.heir(row.ownerId),
        form: row.form,
        ...window,
        day,
        at: deps.clock(),
        personId: asking.actor.personId,
      };
      const added = new Set(units);
      const openings = circle.askees
        .filter(({ unitId }) => added.has(unitId))
        .map(({ unitId, toUnitId, depth }) => ({
          unitId,
          toUnitId,
          depth,
          tier: first.id,
          dueOn: dueOn < day ? day : dueOn,
        }));
      if (openings.length === 0) throw new Invalid('call-no-units');
      const reports = await openReports(trx, call, openings);
      await keepParts(trx, id, circle.parts, reports);
      await fillOpened(
        trx,
        call,
        openings.flatMap(({ unitId }) => reports.get(unitId) ?? []),
      );
      const told = openings.map(({ unitId, dueOn: due }) => ({
        id: reports.get(unitId) ?? 0,
        unitId,
        dueOn: due,
      }));
      await tellCalled(
        trx,
        { clock: deps.clock, personId: asking.actor.personId },
        { name: row.name, reports: told },
      );
      await trx
        .updateTable('reportCall')
        .set({ version: row.version + 1 })
        .where('id', '=', id)
        .execute();
      note({
        action: 'call.added',
        subject: 'report-call',
        subjectId: id,
        unitId: row.ownerId,
        rootId: row.rootId,
        detail: { units },
      });
    },
  );
