// Lists of plans: what somebody may see, filtered and sorted, without the bodies.
import { sql, type RawBuilder, type SqlBool } from 'kysely';
import type { Scope } from '../access/actor.ts';
import { reaches, type Condition } from '../access/condition.ts';
import type { Db } from '../db/connect.ts';
import { matchesWords } from '../text/search.ts';
import type { PlanRow } from './queries.ts';

const anyOf = (column: string, ids: readonly number[]) =>
  sql<SqlBool>`${sql.ref(column)} = any(${[...ids]}::bigint[])`;

/** The plans that a scope reaches, as a condition: those below know of a plan once it was issued. */
export function within(scope: Scope): Condition {
  const issued = sql<SqlBool>`plan.status in ('issued', 'closed')`;
  const handed = (role: 'lead' | 'coordinating') => (units: RawBuilder<number[]>) =>
    sql<SqlBool>`(${issued} and exists (select 1 from task t join assignment a on a.task_id = t.id
      where t.plan_id = plan.id and t.withdrawn_at is null and a.role = ${role} and a.unit_id = any(${units})))`;
  return reaches(scope, {
    owner: sql`plan.owner_id`,
    issued,
    leads: handed('lead'),
    coordinating: handed('coordinating'),
    issuer: sql`plan.owner_id`,
    confirmer: sql`case when ${issued} then plan.confirmer_id end`,
  });
}

export interface PlansWanted {
  readonly q?: string | undefined;
  /** A unit with those whose work it took over. */
  readonly owners?: readonly number[] | undefined;
  readonly year?: number | undefined;
  readonly statuses?: readonly string[] | undefined;
  readonly superior?: number | undefined;
  readonly carriedBy?: CarriedBy | undefined;
  readonly scope: Scope;
}

/** A plan seen as what carries others out: units above its own, its unit with those before it, its period. */
export interface CarriedBy {
  readonly above: readonly number[];
  readonly own: readonly number[];
  readonly periodFrom: string;
  readonly periodTo: string;
}

function found(db: Db, { q, owners, year, statuses, superior, scope, carriedBy }: PlansWanted) {
  let query = db.selectFrom('plan').where(within(scope));
  if (q) query = query.where((eb) => eb.and(matchesWords('plan', q)));
  if (owners) query = query.where(anyOf('plan.ownerId', owners));
  if (statuses) {
    // An amendment waits for somebody as a plan does; only those inside know that there is one.
    const inside = scope.everything
      ? sql<SqlBool>`true`
      : anyOf('plan.ownerId', [...scope.unitIds, ...scope.issuers]);
    const among = sql`any(${[...statuses]}::text[])`;
    query = query.where(
      sql<SqlBool>`(plan.status = ${among} or (plan.amendment_status = ${among} and ${inside}))`,
    );
  }
  if (carriedBy) {
    const { above, own, periodFrom: from, periodTo: to } = carriedBy;
    query = query.where(sql<SqlBool>`(${anyOf('plan.ownerId', above)} or (${anyOf('plan.ownerId', own)}
      and plan.period_from <= ${from} and ${to} <= plan.period_to
      and (plan.period_from < ${from} or ${to} < plan.period_to)))`);
  }
  if (superior !== undefined) query = query.where('plan.superiorId', '=', superior);
  if (year !== undefined) {
    query = query
      .where('plan.periodFrom', '<=', `${year}-12-31`)
      .where('plan.periodTo', '>=', `${year}-01-01`);
  }
  return query;
}

export type PlanSort = 'period' | '-period' | 'title' | '-title' | 'issued' | '-issued';
const sortColumns = { period: 'plan.periodFrom', title: 'plan.title', issued: 'plan.issuedOn' } as const;

export interface Page {
  readonly sort: PlanSort;
  readonly limit: number;
  readonly offset: number;
}

/** Without the bodies. */
const summaryColumns = [
  'plan.id',
  'plan.title',
  'plan.ownerId',
  'plan.status',
  'plan.periodFrom',
  'plan.periodTo',
  'plan.number',
  'plan.issuedOn',
  'plan.edition',
  'plan.amendmentStatus',
  'plan.taskCount',
  'plan.superiorId',
  'plan.documentId',
  'plan.demo',
] as const;

export type SummaryRow = Pick<
  PlanRow,
  | 'id'
  | 'title'
  | 'ownerId'
  | 'status'
  | 'periodFrom'
  | 'periodTo'
  | 'number'
  | 'issuedOn'
  | 'edition'
  | 'amendmentStatus'
  | 'taskCount'
  | 'superiorId'
  | 'documentId'
  | 'demo'
>;

const sorted = (db: Db, wanted: PlansWanted, sort: PlanSort) =>
  found(db, wanted)
    .orderBy(sortColumns[sort.replace('-', '') as keyof typeof sortColumns], (order) =>
      sort.startsWith('-') ? order.desc().nullsLast() : order.asc().nullsLast(),
    )
    .orderBy('plan.id', 'desc');

export const listPlans = (
  db: Db,
  wanted: PlansWanted,
  { sort, limit, offset }: Page,
): Promise<SummaryRow[]> =>
  sorted(db, wanted, sort).select(summaryColumns).limit(limit).offset(offset).execute();

export const planIds = async (db: Db, wanted: PlansWanted, sort: PlanSort): Promise<readonly number[]> =>
  (await sorted(db, wanted, sort).select('plan.id').execute()).map(({ id }) => id);

/** In the order of the ids. */
export async function plansAmong(db: Db, ids: readonly number[]): Promise<readonly SummaryRow[]> {
  const found = await db.selectFrom('plan').select(summaryColumns).where(anyOf('plan.id', ids)).execute();
  const rows = new Map(found.map((row) => [row.id, row]));
  return ids.flatMap((id) => rows.get(id) ?? []);
}

export async function countPlans(db: Db, wanted: PlansWanted): Promise<number> {
  const row = await found(db, wanted)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirst();
  return row?.count ?? 0;
}
