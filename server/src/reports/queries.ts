// Rows of reports, and nothing but rows.
import { sql, type RawBuilder, type Selectable, type Updateable } from 'kysely';
import type { Db } from '../db/connect.ts';
import type { Tables } from '../db/tables.ts';

export type ReportRecord = Selectable<Tables['report']>;
export type CallRecord = Selectable<Tables['reportCall']>;
export type FigureRecord = Selectable<Tables['reportFigure']>;

export const reportById = (db: Db, id: number): Promise<ReportRecord | undefined> =>
  db.selectFrom('report').selectAll().where('id', '=', id).executeTakeFirst();

/** Held until the end of the transaction: whoever else wants to change the report waits. */
export const lockReport = (db: Db, id: number): Promise<ReportRecord | undefined> =>
  db.selectFrom('report').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();

export const lockReports = (db: Db, ids: readonly number[]): Promise<readonly ReportRecord[]> =>
  db
    .selectFrom('report')
    .selectAll()
    .where(sql<boolean>`id = any(${[...ids]}::bigint[])`)
    .orderBy('id')
    .forUpdate()
    .execute();

export const callById = (db: Db, id: number): Promise<CallRecord | undefined> =>
  db.selectFrom('reportCall').selectAll().where('id', '=', id).executeTakeFirst();

/** Nobody closes the call meanwhile. Held before any report of it, as by whoever adds to it. */
export const holdCallOf = (db: Db, reportId: number) =>
  sql`select 1 from report_call c where c.id = (select call_id from report where id = ${reportId}) for share`.execute(
    db,
  );

export const updateReport = (db: Db, id: number, row: Updateable<Tables['report']>) =>
  db.updateTable('report').set(row).where('id', '=', id).execute();

export const childrenOf = (db: Db, id: number): Promise<readonly ReportRecord[]> =>
  db.selectFrom('report').selectAll().where('parentId', '=', id).orderBy('id').execute();

export const figuresOf = (db: Db, reportId: number): Promise<readonly FigureRecord[]> =>
  db.selectFrom('reportFigure').selectAll().where('reportId', '=', reportId).execute();

export const textsOf = (db: Db, reportIds: readonly number[]) =>
  db
    .selectFrom('reportText')
    .selectAll()
    .where(sql<boolean>`report_id = any(${[...reportIds]}::bigint[])`)
    .execute();

export interface NewEvent {
  readonly reportId: number;
  readonly day: string;
  readonly personId: number | null;
  readonly action: string;
  readonly sectionId?: string | null;
  readonly reason?: string | null;
  readonly detail?: Readonly<Record<string, unknown>> | null;
}

export async function addEvents(db: Db, events: readonly NewEvent[]): Promise<void> {
  for (let at = 0; at < events.length; at += 2000) {
    const rows = events.slice(at, at + 2000).map(({ detail = null, ...event }) => ({
      ...event,
      detail: detail === null ? null : JSON.stringify(detail),
    }));
    await db.insertInto('reportEvent').values(rows).execute();
  }
}

/**
 * Derived from dates whenever it is asked. Sent: by the deadline or after it, whatever happened since; not sent: excused, else in term
 * up to the last day, then overdue. The report is "r".
 */
export const classSql = (day: string) => sql<string>`case
  when r.submitted_on is not null then case when r.submitted_on <= r.due_on then 'on-time' else 'late' end
  when r.excused_on is not null then 'excused' when r.due_on >= ${day}::date then 'in-term' else 'overdue' end`;

export interface ShownReport extends Pick<
  ReportRecord,
  | 'id'
  | 'callId'
  | 'unitId'
  | 'parentId'
  | 'depth'
  | 'tier'
  | 'dueOn'
  | 'firstDueOn'
  | 'status'
  | 'submittedOn'
  | 'firstSubmittedOn'
  | 'excuse'
  | 'excusedOn'
  | 'reopened'
  | 'mergedInto'
  | 'lastMovedOn'
  | 'version'
  | 'handedAt'
  | 'handedNote'
> {
  readonly handedBy: string | null;
  readonly callName: string;
  readonly period: string | null;
  readonly from: string;
  readonly to: string;
  readonly callStatus: CallRecord['status'];
  readonly ownerId: number;
  readonly ownerName: string;
  readonly unitName: string;
  readonly heirId: number | null;
  readonly heirName: string | null;
  readonly receiverId: number | null;
  readonly receiverName: string | null;
  readonly submittedBy: string | null;
  readonly urged: number;
  readonly givenBack: boolean;
  readonly hasBelow: boolean;
  readonly class: string;
}

/** The last that happened between the officer and the unit's leaders. */
const givenBack = sql`(r.status in ('draft', 'returned') and coalesce((select e.action = 'given-back' from report_event e
  where e.report_id = r.id and e.action in ('handed', 'given-back', 'submitted') order by e.id desc limit 1), false))`;

/** `where` speaks of the report as "r", its call as "c", its unit as "u". */
export async function shownReports(
  db: Db,
  where: RawBuilder<unknown>,
  {
    day,
    order = sql`r.due_on, r.id`,
    page = sql``,
  }: { readonly day: string; readonly order?: RawBuilder<unknown>; readonly page?: RawBuilder<unknown> },
): Promise<readonly ShownReport[]> {
  const { rows } =
    await sql<ShownReport>`select r.id, r.call_id, r.unit_id, r.parent_id, r.depth, r.tier, r.due_on, r.first_due_on,
      r.status, r.submitted_on, r.first_submitted_on, r.excuse, r.excused_on, r.reopened, r.merged_into, r.last_moved_on, r.version,
      r.handed_at, r.handed_note, (select name from person where id = r.handed_by) as handed_by,
      ${givenBack} as given_back,
      c.name as call_name, c.period, c.window_from as "from", c.window_to as "to", c.status as call_status,
      o.id as owner_id, o.name as owner_name, u.name as unit_name, h.id as heir_id, h.name as heir_name,
      t.id as receiver_id, t.name as receiver_name, b.name as submitted_by,
      (select count(*) from urging_report x join urging g on g.id = x.urging_id
        where x.report_id = r.id and g.answered_at is null) as urged,
      exists (select 1 from report k where k.parent_id = r.id) as has_below, ${classSql(day)} as class
    from report r join report_call c on c.id = r.call_id join unit o on o.id = c.owner_id join unit u on u.id = r.unit_id
      left join unit h on h.id = u.heir_id and h.id <> u.id left join report p on p.id = r.parent_id
      left join unit t on t.id = p.unit_id left join person b on b.id = r.submitted_by
    where ${where} order by ${order} ${page}`.execute(db);
  return rows;
}

export interface CountRow {
  readonly at: number | string | null;
  readonly expected: number;
  readonly sent: number;
  readonly onTime: number;
  readonly late: number;
  readonly waiting: number;
  readonly missing: number;
  readonly excused: number;
  readonly returned: number;
  readonly accepted: number;
  readonly approved: number;
  readonly locked: number;
}

/** A call's own report and units whose heir reports for them are not expected; who is excused is counted beside those who are. */
export async function countReports(
  db: Db,
  where: RawBuilder<unknown>,
  { day, by = sql`null::text` }: { readonly day: string; readonly by?: RawBuilder<unknown> },
): Promise<readonly CountRow[]> {
  const { rows } = await sql<CountRow>`select at, count(*) filter (where class <> 'excused') as expected,
      count(*) filter (where class in ('on-time', 'late')) as sent, count(*) filter (where class = 'on-time') as on_time,
      count(*) filter (where class = 'late') as late, count(*) filter (where class = 'in-term') as waiting,
      count(*) filter (where class = 'overdue') as missing, count(*) filter (where class = 'excused') as excused,
      count(*) filter (where status = 'returned') as returned, count(*) filter (where status = 'accepted') as accepted,
      count(*) filter (where status = 'approved') as approved, count(*) filter (where status = 'locked') as locked
    from (select ${by} as at, r.status, ${classSql(day)} as class from report r join report_call c on c.id = r.call_id
      join unit u on u.id = r.unit_id where r.depth > 0 and r.merged_into is null and ${where}) x group by at`.execute(
    db,
  );
  return rows;
}

export async function personNames(db: Db, ids: readonly number[]): Promise<ReadonlyMap<number, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('person')
    .select(['id', 'name'])
    .where(sql<boolean>`id = any(${[...new Set(ids)]}::bigint[])`)
    .execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}
