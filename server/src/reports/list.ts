// Lists of reports: what a unit owes, what waits for a decision, who has reported in a call.
import { sql, type RawBuilder } from 'kysely';
import type { z } from '@hono/zod-openapi';
import { scopeOf, type Actor } from '../access/actor.ts';
import { today } from '../clock.ts';
import type { Db } from '../db/connect.ts';
import type { Deps } from '../deps.ts';
import { fold } from '../text/fold.ts';
import { placesOf, type Places } from '../units/places.ts';
import { readable, worksOn } from './access.ts';
import { countReports, shownReports, type CountRow, type ShownReport } from './queries.ts';
import type * as schema from './schema.ts';
import { nobody, type Reporting } from './standing.ts';

export type Reading = Pick<Deps, 'db' | 'clock'>;
export type ReportRow = z.infer<typeof schema.reportRow>;
type Query = z.infer<typeof schema.reportQuery>;
type Condition = RawBuilder<unknown>;

export const reportingOf = (row: CountRow | undefined): Reporting => {
  if (!row) return nobody;
  const { at: _, ...counts } = row;
  return counts;
};

/** Of the reports directly below each. */
async function belowOf(
  db: Db,
  rows: readonly ShownReport[],
  day: string,
): Promise<ReadonlyMap<number, Reporting>> {
  const ids = rows.filter(({ hasBelow }) => hasBelow).map(({ id }) => id);
  if (ids.length === 0) return new Map();
  const counted = await countReports(db, sql`r.parent_id = any(${ids}::bigint[])`, {
    day,
    by: sql`r.parent_id`,
  });
  return new Map(counted.map((row) => [Number(row.at), reportingOf(row)]));
}

function present(row: ShownReport, below: ReadonlyMap<number, Reporting>): ReportRow {
  const { unitId, unitName, heirId, heirName, receiverId, receiverName, hasBelow, ...rest } = row;
  const {
    ownerId: _id,
    ownerName: _name,
    callStatus: _status,
    excusedOn: _on,
    handedAt,
    handedBy: by,
    handedNote: note,
    class: found,
    ...shown
  } = rest;
  return {
    ...shown,
    class: found as ReportRow['class'],
    handed: handedAt === null ? null : { at: handedAt.toISOString(), by, note },
    unit: { id: unitId, name: unitName },
    heir: heirId === null ? null : { id: heirId, name: heirName ?? '' },
    receiver: receiverId === null ? null : { id: receiverId, name: receiverName ?? '' },
    below: hasBelow ? (below.get(row.id) ?? nobody) : null,
  };
}

type Presenting = Parameters<typeof shownReports>[2] & {
  /** Who reads what passed between officer and leaders of the unit; without a reader it is left out. */
  readonly reader?: Actor;
};

/** `where` speaks of the report as "r", its call as "c", its unit as "u". */
export async function presented(
  db: Db,
  where: Condition,
  { reader, ...options }: Presenting,
): Promise<ReportRow[]> {
  const rows = await shownReports(db, where, options);
  const below = await belowOf(db, rows, options.day);
  return rows.map((row) => {
    const found = present(row, below);
    const within = reader !== undefined && worksOn(reader, row.unitId);
    if (within) return found;
    const handed = found.handed && { ...found.handed, note: null };
    return { ...found, handed, givenBack: false };
  });
}

export const orders: Readonly<Record<Query['sort'], Condition>> = {
  due: sql`r.due_on, r.id`,
  '-due': sql`r.due_on desc, r.id`,
  unit: sql`u.name, r.id`,
  '-unit': sql`u.name desc, r.id`,
  moved: sql`r.last_moved_on, r.id`,
  '-moved': sql`r.last_moved_on desc, r.id desc`,
};

const classIs = (wanted: NonNullable<Query['class']>, day: string): Condition => {
  switch (wanted) {
    case 'on-time':
      return sql`r.submitted_on <= r.due_on`;
    case 'late':
      return sql`r.submitted_on > r.due_on`;
    case 'excused':
      return sql`r.submitted_on is null and r.excused_on is not null`;
    case 'in-term':
      return sql`r.submitted_on is null and r.excused_on is null and r.due_on >= ${day}::date`;
    case 'overdue':
      return sql`r.submitted_on is null and r.excused_on is null and r.due_on < ${day}::date`;
  }
};

function viewIs(view: NonNullable<Query['view']>, actor: Actor): Condition {
  const running = sql`c.status = 'open' and r.merged_into is null`;
  if (view === 'mine') {
    const { everything, unitIds } = scopeOf(actor, 'report.fill');
    const own = actor.grants.flatMap((grant) => [...grant.own]);
    return everything
      ? sql`true`
      : sql`r.unit_id = any(${[...(unitIds.length > 0 ? unitIds : own)]}::bigint[])`;
  }
  if (view === 'sign')
    return sql`${running} and r.handed_at is not null and ${readable(actor, 'report.submit')}`;
  const waits =
    view === 'judge'
      ? sql`r.status = 'submitted' and r.depth > 0`
      : sql`(r.status = 'accepted' or r.status = 'submitted' and r.depth = 0)`;
  return sql`${running} and ${waits} and ${readable(actor, view === 'judge' ? 'report.judge' : 'report.approve')}`;
}

export function conditions(
  query: Omit<Query, 'page' | 'size'>,
  { actor, places, day }: { actor: Actor; places: Places; day: string },
): Condition[] {
  const all: Condition[] = [readable(actor), sql`c.status <> 'cancelled'`];
  const units = (ids: Iterable<number>) => all.push(sql`r.unit_id = any(${[...ids]}::bigint[])`);
  if (query.call !== undefined) all.push(sql`r.call_id = ${query.call}`);
  if (query.parent !== undefined) all.push(sql`r.parent_id = ${query.parent}`);
  if (query.unit !== undefined) units(places.own(query.unit));
  if (query.under !== undefined) units(places.withBelow(query.under));
  if (query.tier !== undefined) all.push(sql`r.tier = ${query.tier}`);
  if (query.status !== undefined) all.push(sql`r.status = ${query.status}`);
  if (query.year !== undefined) all.push(sql`extract(year from c.window_to) = ${query.year}`);
  if (query.class !== undefined) all.push(classIs(query.class, day));
  if (query.view !== undefined) all.push(viewIs(query.view, actor));
  if (query.q?.trim()) {
    const words = fold(query.q).split(/\s+/).filter(Boolean).slice(0, 20);
    for (const word of words) {
      const like = `%${word.replace(/[\\%_]/g, '\\$&')}%`;
      all.push(
        sql`(u.search like ${like} or c.id in (select id from report_call where name ilike ${`%${query.q.trim().replace(/[\\%_]/g, '\\$&')}%`}))`,
      );
    }
  }
  return all;
}

export async function list(
  deps: Reading,
  actor: Actor,
  query: Query,
): Promise<z.infer<typeof schema.reportList>> {
  const { db, clock } = deps;
  const day = today(clock);
  const places = await placesOf(db);
  const where = sql`${sql.join(conditions(query, { actor, places, day }), sql` and `)}`;
  const page = sql`limit ${query.size} offset ${(query.page - 1) * query.size}`;
  const [rows, counted, total] = await Promise.all([
    presented(db, where, { day, order: orders[query.sort], page, reader: actor }),
    countReports(db, where, { day }),
    sql<{ n: number }>`select count(*) as n from report r join report_call c on c.id = r.call_id
      join unit u on u.id = r.unit_id where ${where}`.execute(db),
  ]);
  return {
    rows,
    total: total.rows[0]?.n ?? 0,
    page: query.page,
    size: query.size,
    reporting: reportingOf(counted[0]),
  };
}
