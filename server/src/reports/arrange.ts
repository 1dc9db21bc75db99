// To which report each one of a call is rolled up and which units it counts, as the units stand now. Only reports in hand take and give:
// what was sent keeps what it counts, so that nothing counts twice; and nothing stays under one that will never be sent, so that
// nothing is lost.
import { sql } from 'kysely';
import type { Db } from '../db/connect.ts';
import type { Places } from '../units/places.ts';
import { keepParts } from './open.ts';
import * as queries from './queries.ts';
import type { ReportRecord } from './queries.ts';

export const inHand = ({ status }: Pick<ReportRecord, 'status'>) =>
  status === 'draft' || status === 'returned';

export interface Arranged {
  /** Reports that are rolled up to another one now. */
  readonly moved: number;
  /** Reports that count other units now: their records have to be read again. */
  readonly touched: readonly number[];
}

interface Tree {
  readonly all: readonly ReportRecord[];
  readonly byId: ReadonlyMap<number, ReportRecord>;
  /** Of the unit, where it reports itself, then of those above it, nearest first; the call's own last. */
  readonly line: (unitId: number, self: boolean) => readonly ReportRecord[];
}

/** `fresh`: units that came into being after the call; each is counted from now on. */
export async function arrange(
  db: Db,
  { callId, places, fresh = [] }: { callId: number; places: Places; fresh?: readonly number[] },
): Promise<Arranged> {
  const all = await db
    .selectFrom('report')
    .selectAll()
    .where('callId', '=', callId)
    .orderBy('depth')
    .orderBy('id')
    .execute();
  const top = all.find(({ depth }) => depth === 0);
  if (!top) return { moved: 0, touched: [] };
  const standing = new Map<number, ReportRecord>();
  for (const report of all.filter(({ mergedInto }) => mergedInto === null)) {
    const heir = places.heir(report.unitId);
    // One that was sent before its unit was merged stands beside the heir's own, which takes what comes.
    if (!standing.has(heir) || report.unitId === heir) standing.set(heir, report);
  }
  const line = (unitId: number, self: boolean) => [
    ...[...(self ? [places.heir(unitId)] : []), ...places.above(unitId)].flatMap(
      (id) => standing.get(id) ?? [],
    ),
    top,
  ];
  const tree = { all, byId: new Map(all.map((report) => [report.id, report])), line };
  const moved = await arrangeParents(db, tree);
  if (moved > 0) await levelBelow(db, top.id);
  return { moved, touched: await arrangeParts(db, tree, { callId, fresh }) };
}

async function arrangeParents(db: Db, { all, byId, line }: Tree): Promise<number> {
  const parentOf = new Map(all.map(({ id, parentId }) => [id, parentId]));
  const leadsTo = (from: number, to: number): boolean => {
    for (let at: number | null = from; at !== null; at = parentOf.get(at) ?? null) if (at === to) return true;
    return false;
  };
  let moved = 0;
  for (const report of all.filter(({ mergedInto, parentId }) => mergedInto === null && parentId !== null)) {
    const was = byId.get(report.parentId ?? 0);
    const parent = parentFor(report, { was, line: line(report.unitId, false), byId });
    if (!parent || parent.id === report.parentId || leadsTo(parent.id, report.id)) continue;
    await queries.updateReport(db, report.id, { parentId: parent.id });
    parentOf.set(report.id, parent.id);
    moved += 1;
  }
  return moved;
}

/** Undefined: it stays where it is. */
function parentFor(
  report: ReportRecord,
  { was, line, byId }: { was: ReportRecord | undefined; line: readonly ReportRecord[] } & Pick<Tree, 'byId'>,
): ReportRecord | undefined {
  if (was && was.mergedInto !== null) return takerOf(was, { line, byId, not: report });
  const [nearest] = line;
  return inHand(report) && nearest && inHand(nearest) && (!was || inHand(was)) ? nearest : undefined;
}

/** What stands under one that is not sent any more would never count: the nearest in hand takes it, else what covers that one. */
function takerOf(
  was: ReportRecord,
  { line, byId, not }: { line: readonly ReportRecord[]; not?: ReportRecord } & Pick<Tree, 'byId'>,
): ReportRecord | undefined {
  let cover: ReportRecord | undefined = was;
  while (cover && cover.mergedInto !== null) cover = byId.get(cover.mergedInto);
  const [nearest, ...others] = line;
  return [nearest, cover, ...others].find(
    (each) => each !== undefined && each.id !== not?.id && inHand(each),
  );
}

const levelBelow = (db: Db, topId: number) =>
  sql`with recursive placed as (select id, 0 as depth from report where id = ${topId}
      union all select r.id, p.depth + 1 from report r join placed p on r.parent_id = p.id)
    update report r set depth = p.depth from placed p where p.id = r.id and r.depth <> p.depth`.execute(db);

async function arrangeParts(
  db: Db,
  { all, byId, line }: Tree,
  { callId, fresh }: { readonly callId: number; readonly fresh: readonly number[] },
): Promise<readonly number[]> {
  const parts = await db.selectFrom('reportPart').selectAll().where('callId', '=', callId).execute();
  const byUnit = new Map(all.map((report) => [report.unitId, report]));
  const free = new Set(all.filter(inHand).map(({ id }) => id));
  const wanted = new Map<number, number>();
  const touched = new Set<number>();
  const holder = new Map(parts.map(({ unitId, reportId }) => [unitId, reportId]));
  for (const unitId of new Set([...holder.keys(), ...fresh])) {
    const was = byId.get(holder.get(unitId) ?? 0);
    const own = byUnit.get(unitId);
    const due = own && own.mergedInto === null ? own : line(unitId, true)[0];
    const to = was && was.mergedInto !== null ? takerOf(was, { line: line(unitId, true), byId }) : due;
    const goes = to && to !== was && free.has(to.id) && (!was || free.has(was.id));
    const at = goes ? to : (was ?? due);
    if (at) wanted.set(unitId, at.id);
    if (goes) for (const each of [to, ...(was ? [was] : [])]) touched.add(each.id);
  }
  if (touched.size > 0 || wanted.size > holder.size)
    await keepParts(db, callId, wanted, new Map(all.map(({ id }) => [id, id])));
  return [...touched];
}
