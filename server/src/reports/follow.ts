// Reports follow reorganisations: a unit merged within the window, before it reported, is reported by its heir. What was sent stays
// sent; what counts somewhere is moved nowhere, so that nothing counts twice and nothing is lost.
import { sql } from 'kysely';
import { system } from '../access/actor.ts';
import { write, type Note } from '../audit/service.ts';
import { today } from '../clock.ts';
import type { Db } from '../db/connect.ts';
import { placesOf, type Places } from '../units/places.ts';
import { arrange, inHand } from './arrange.ts';
import { openReports, fillOpened, type CallOpened } from './open.ts';
import * as queries from './queries.ts';
import type { CallRecord, ReportRecord } from './queries.ts';
import type { Writing } from './step.ts';
import { tellCalled } from './told.ts';

/** Calls in which a unit's heir is another than when they were made, and something may follow. Asked often, mostly none. */
async function unsettled(db: Db): Promise<readonly number[]> {
  const inHandNow = sql`status in ('draft', 'returned')`;
  const { rows } = await sql<{
    id: number;
  }>`select distinct c.id from report_call c join report r on r.call_id = c.id
      join unit u on u.id = r.unit_id left join report t on t.id = r.merged_into
      left join report h on h.call_id = c.id and h.unit_id = u.heir_id
    where c.status = 'open' and r.depth > 0 and case
      when t.id is not null then t.${inHandNow} and (u.heir_id = u.id
        or h.id <> t.id and h.${inHandNow} and h.merged_into is null)
      else r.status = 'draft' and u.heir_id <> u.id and u.valid_to <= c.window_to
          and (h.id is null or h.${inHandNow} and h.merged_into is null)
        or exists (select 1 from report p where p.id = r.parent_id and p.merged_into is not null) end
    order by 1`.execute(db);
  return rows.map(({ id }) => id);
}

/** Returns how many reports went into another's, or stand by themselves again. */
export async function followUnits(deps: Writing): Promise<number> {
  let moved = 0;
  for (const callId of await unsettled(deps.db)) {
    moved += await write(deps, system, (trx, note) => followIn(trx, { callId, deps, note }));
  }
  return moved;
}

interface Following {
  readonly callId: number;
  readonly deps: Writing;
  readonly note: Note;
}

async function followIn(db: Db, { callId, deps, note }: Following): Promise<number> {
  const call = await db
    .selectFrom('reportCall')
    .selectAll()
    .where('id', '=', callId)
    .where('status', '=', 'open')
    .forShare()
    .executeTakeFirst();
  if (!call) return 0;
  const places = await placesOf(db);
  const reports = await db
    .selectFrom('report')
    .selectAll()
    .where('callId', '=', callId)
    .orderBy('id')
    .forUpdate()
    .execute();
  const opened = callOpened(call, places, deps);
  const going = { opened, places, call, reports };
  let moved = 0;
  // First those that stand by themselves again: others may go into them.
  const asked = reports.filter(({ depth }) => depth > 0);
  for (const report of asked.toSorted((a, b) => (b.mergedInto ?? 0) - (a.mergedInto ?? 0))) {
    const into = await whereTo(db, report, going);
    if (into === undefined || into === report.mergedInto) continue;
    await mergeInto(db, report, into, opened.day);
    moved += 1;
  }
  const arranged = await arrange(db, { callId, places });
  if (moved + arranged.moved + arranged.touched.length === 0) return 0;
  await fillOpened(db, opened, arranged.touched);
  note({
    action: 'call.followed',
    subject: 'report-call',
    subjectId: callId,
    unitId: call.ownerId,
    rootId: call.rootId,
    detail: { reports: moved + arranged.moved },
  });
  return Math.max(moved + arranged.moved, 1);
}

const callOpened = (call: CallRecord, places: Places, deps: Writing): CallOpened => ({
  id: call.id,
  ownerId: places.heir(call.ownerId),
  form: call.form,
  from: call.windowFrom,
  to: call.windowTo,
  day: today(deps.clock),
  at: deps.clock(),
  personId: null,
});

interface Going {
  readonly opened: CallOpened;
  readonly places: Places;
  readonly call: CallRecord;
  readonly reports: readonly ReportRecord[];
}

/** The report that covers it from now on; null: none; undefined: it stays as it is. */
async function whereTo(
  db: Db,
  report: ReportRecord,
  { opened, places, call, reports }: Going,
): Promise<number | null | undefined> {
  const heir = places.heir(report.unitId);
  const there = await db
    .selectFrom('report')
    .selectAll()
    .where('callId', '=', report.callId)
    .where('unitId', '=', heir)
    .executeTakeFirst();
  const takes = there && inHand(there) && there.mergedInto === null ? there.id : undefined;
  if (report.mergedInto !== null) {
    const covered = reports.find(({ id }) => id === report.mergedInto);
    // What was sent with it keeps what it counts.
    if (covered && !inHand(covered)) return undefined;
    return heir === report.unitId ? null : takes;
  }
  if (!(await goes(db, { report, call, heir }))) return undefined;
  if (there) return takes;
  return openFor(db, report, { opened, places, call, heir });
}

/** Nothing of it was sent yet, and its unit ended within the window. */
async function goes(
  db: Db,
  { report, call, heir }: { readonly report: ReportRecord; readonly call: CallRecord; readonly heir: number },
): Promise<boolean> {
  if (report.status !== 'draft' || heir === report.unitId) return false;
  const unit = await db
    .selectFrom('unit')
    .select('validTo')
    .where('id', '=', report.unitId)
    .executeTakeFirst();
  return unit?.validTo != null && unit.validTo <= call.windowTo;
}

/** The heir was not asked before: it is now, in the other's place, and hears of it. */
async function openFor(
  db: Db,
  { tier, dueOn, depth }: ReportRecord,
  { opened, places, call, heir }: Pick<Going, 'opened' | 'places' | 'call'> & { readonly heir: number },
): Promise<number | undefined> {
  const above = places.above(heir)[0] ?? null;
  const made = await openReports(db, opened, [{ unitId: heir, toUnitId: above, depth, tier, dueOn }]);
  const id = made.get(heir);
  if (id === undefined) return undefined;
  const told = { clock: () => opened.at, personId: null };
  await tellCalled(db, told, { name: call.name, reports: [{ id, unitId: heir, dueOn }] });
  return id;
}

async function mergeInto(db: Db, report: ReportRecord, into: number | null, day: string): Promise<void> {
  await queries.updateReport(db, report.id, {
    mergedInto: into,
    version: report.version + 1,
    lastMovedOn: day,
  });
  const action = into === null ? 'separated' : 'merged';
  const detail = { into: into ?? report.mergedInto };
  await queries.addEvents(db, [{ reportId: report.id, day, personId: null, action, detail }]);
  const other = into ?? report.mergedInto;
  if (other === null) return;
  const from = { from: report.id };
  await queries.addEvents(db, [{ reportId: other, day, personId: null, action, detail: from }]);
}
