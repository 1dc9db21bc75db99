// Reports follow reorganisations: a unit merged within the window, before it reported, is reported by its heir. What was sent stays
// sent; what counts somewhere is moved nowhere, so that nothing counts twice and nothing is lost.
import { sql } from 'kysely';
import { system } from '../access/actor.ts';
import { write, type Note } from '../audit/service.ts';
import { today } from '../clock.ts';
import type { Db } from '../db/connect.ts';
import { placesOf, type Places } from '../units/places.ts';
import { openReports, keepParts, fillOpened, type CallOpened } from './open.ts';
import * as queries from './queries.ts';
import type { CallRecord, ReportRecord } from './queries.ts';
import type { Writing } from './service.ts';

/** Calls in which a unit's heir is another than when they were made. Asked often, mostly none. */
async function unsettled(db: Db): Promise<readonly number[]> {
  const { rows } = await sql<{
    id: number;
  }>`select distinct c.id from report_call c join report r on r.call_id = c.id
      join unit u on u.id = r.unit_id
    where c.status = 'open' and r.depth > 0 and (
      r.merged_into is null and r.status = 'draft' and u.heir_id is distinct from u.id and u.valid_to <= c.window_to
      or r.merged_into is not null and u.heir_id = u.id)
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

const inHand = ({ status }: ReportRecord) => status === 'draft' || status === 'returned';

async function followIn(db: Db, { callId, deps, note }: Following): Promise<number> {
  const call = await queries.callById(db, callId);
  if (!call) return 0;
  const places = await placesOf(db);
  const before = await db
    .selectFrom('report')
    .selectAll()
    .where('callId', '=', callId)
    .orderBy('id')
    .forUpdate()
    .execute();
  const opened = callOpened(call, places, deps);
  let moved = 0;
  for (const report of before.filter(({ depth }) => depth > 0)) {
    const heir = places.heir(report.unitId);
    if (report.mergedInto !== null && heir === report.unitId) {
      await mergeInto(db, report, null, opened.day);
      moved += 1;
    } else if (await goes(db, { report, call, heir })) {
      const target = await reportOfHeir(db, { report, heir, opened, places });
      if (target === null) continue;
      await mergeInto(db, report, target, opened.day);
      moved += 1;
    }
  }
  if (moved === 0) return 0;
  const touched = await rearrange(db, call, places);
  await fillOpened(db, opened, touched);
  note({
    action: 'call.followed',
    subject: 'report-call',
    subjectId: callId,
    unitId: call.ownerId,
    rootId: call.rootId,
    detail: { reports: moved },
  });
  return moved;
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

/** Nothing of it was sent yet, and its unit ended within the window. */
async function goes(
  db: Db,
  { report, call, heir }: { readonly report: ReportRecord; readonly call: CallRecord; readonly heir: number },
): Promise<boolean> {
  if (report.mergedInto !== null || report.status !== 'draft' || heir === report.unitId) return false;
  const unit = await db
    .selectFrom('unit')
    .select('validTo')
    .where('id', '=', report.unitId)
    .executeTakeFirst();
  return unit?.validTo != null && unit.validTo <= call.windowTo;
}

interface Going {
  readonly report: ReportRecord;
  readonly heir: number;
  readonly opened: CallOpened;
  readonly places: Places;
}

/** The heir's own report, made if it was not asked before; null: it is sent already, so that this one must stand by itself. */
async function reportOfHeir(db: Db, { report, heir, opened, places }: Going): Promise<number | null> {
  const there = await db
    .selectFrom('report')
    .selectAll()
    .where('callId', '=', report.callId)
    .where('unitId', '=', heir)
    .executeTakeFirst();
  if (there) return inHand(there) && there.mergedInto === null ? there.id : null;
  const { tier, dueOn, depth } = report;
  const above = places.above(heir)[0] ?? null;
  const made = await openReports(db, opened, [{ unitId: heir, toUnitId: above, depth, tier, dueOn }]);
  return made.get(heir) ?? null;
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

/**
 * Whom each report is rolled up to and which units it counts, as the units stand now. Only between reports that are in hand: what was
 * sent keeps what it counts. Returns the reports whose records have to be read again.
 */
async function rearrange(db: Db, call: CallRecord, places: Places): Promise<readonly number[]> {
  const all = await db.selectFrom('report').selectAll().where('callId', '=', call.id).execute();
  const standing = new Map(
    all.filter(({ mergedInto }) => mergedInto === null).map((report) => [places.heir(report.unitId), report]),
  );
  const byUnit = new Map(all.map((report) => [report.unitId, report]));
  const top = all.find(({ depth }) => depth === 0);
  if (!top) return [];
  const nearest = (unitId: number, self: boolean): ReportRecord => {
    const line = [...(self ? [places.heir(unitId)] : []), ...places.above(unitId)];
    return line.map((id) => standing.get(id)).find((each) => each !== undefined) ?? top;
  };
  for (const report of standing.values()) {
    if (report.depth === 0 || !inHand(report)) continue;
    const parent = nearest(report.unitId, false);
    const was = all.find(({ id }) => id === report.parentId);
    if (parent.id === report.parentId || parent.id === report.id || !inHand(parent)) continue;
    if (was && !inHand(was) && was.mergedInto === null) continue;
    await queries.updateReport(db, report.id, { parentId: parent.id });
  }
  await sql`with recursive placed as (select id, 0 as depth from report where id = ${top.id}
      union all select r.id, p.depth + 1 from report r join placed p on r.parent_id = p.id)
    update report r set depth = p.depth from placed p where p.id = r.id and r.depth <> p.depth`.execute(db);
  const parts = await db.selectFrom('reportPart').selectAll().where('callId', '=', call.id).execute();
  const free = new Set(all.filter(inHand).map(({ id }) => id));
  const wanted = new Map<number, number>();
  const touched = new Set<number>();
  for (const { unitId, reportId } of parts) {
    const own = byUnit.get(unitId);
    const to = own && own.mergedInto === null ? own : nearest(unitId, true);
    const goesThere = to.id !== reportId && free.has(reportId) && free.has(to.id);
    wanted.set(unitId, goesThere ? to.id : reportId);
    if (goesThere) for (const id of [reportId, to.id]) touched.add(id);
  }
  const ids = new Map(all.map(({ id }) => [id, id]));
  await keepParts(db, call.id, wanted, ids);
  return [...touched];
}
