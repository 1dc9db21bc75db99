// Lists of outgoing documents: which ones a reader reaches, found by what they ask.
import { sql, type RawBuilder, type SqlBool } from 'kysely';
import type { Scope } from '../access/actor.ts';
import { reaches, type Condition } from '../access/condition.ts';
import type { Db } from '../db/connect.ts';
import { matchesWords } from '../text/search.ts';

const out = sql<SqlBool>`outgoing.status in ('issued', 'recalled')`;

/** The documents that a scope reaches, as a condition. */
export function within(scope: Scope): Condition {
  const received = (units: RawBuilder<number[]>) =>
    sql<SqlBool>`(${out} and exists (select 1 from outgoing_receiver r where r.outgoing_id = outgoing.id
      and r.way = 'inside' and r.unit_id = any(${units})))`;
  return reaches(scope, {
    owner: sql`outgoing.owner_id`,
    leads: (units) => sql<SqlBool>`outgoing.drafter_id = any(${units})`,
    receivers: received,
  });
}

export interface OutgoingWanted {
  readonly scope: Scope;
  readonly q?: string | undefined;
  readonly owners?: readonly number[] | undefined;
  readonly year?: number | undefined;
  readonly type?: string | undefined;
  readonly statuses?: readonly string[] | undefined;
  readonly plan?: number | undefined;
  readonly report?: number | undefined;
  /** Drawn up by this person. */
  readonly by?: number | undefined;
  /** Sent to one of these units. */
  readonly received?: readonly number[] | undefined;
  /** By status, the owners among whose documents somebody may take the next step. */
  readonly waiting?: readonly { readonly status: string; readonly owners: readonly number[] }[] | undefined;
}

const anyOf = (column: string, ids: readonly number[]) =>
  sql<SqlBool>`${sql.ref(column)} = any(${[...ids]}::bigint[])`;

function found(db: Db, wanted: OutgoingWanted) {
  const { scope, q, owners, year, type, statuses, plan, report, by, received, waiting } = wanted;
  let query = db.selectFrom('outgoing').where(within(scope));
  if (q) query = query.where((eb) => eb.and(matchesWords('outgoing', q)));
  if (owners) query = query.where(anyOf('outgoing.ownerId', owners));
  if (type !== undefined) query = query.where('outgoing.type', '=', type);
  if (statuses) query = query.where(sql<SqlBool>`outgoing.status = any(${[...statuses]}::text[])`);
  if (plan !== undefined) query = query.where('outgoing.planId', '=', plan);
  if (report !== undefined) query = query.where('outgoing.reportId', '=', report);
  if (by !== undefined) query = query.where('outgoing.createdBy', '=', by);
  if (year !== undefined) {
    query = query.where(
      sql<SqlBool>`extract(year from coalesce(outgoing.issued_on, (outgoing.created_at at time zone 'Asia/Ho_Chi_Minh')::date)) = ${year}`,
    );
  }
  if (received) {
    query = query.where(sql<SqlBool>`(${out} and exists (select 1 from outgoing_receiver r
      where r.outgoing_id = outgoing.id and r.way = 'inside' and r.unit_id = any(${[...received]}::bigint[])))`);
  }
  if (waiting) {
    const each = waiting.map(
      ({ status, owners: ids }) =>
        sql<SqlBool>`(outgoing.status = ${status} and outgoing.owner_id = any(${[...ids]}::bigint[]))`,
    );
    query = query.where(
      each.length === 0 ? sql<SqlBool>`false` : sql<SqlBool>`(${sql.join(each, sql` or `)})`,
    );
  }
  return query;
}

const summaryColumns = [
  'outgoing.id',
  'outgoing.ownerId',
  'outgoing.drafterId',
  'outgoing.status',
  'outgoing.type',
  'outgoing.title',
  'outgoing.number',
  'outgoing.symbol',
  'outgoing.issuedOn',
  'outgoing.changedAt',
  'outgoing.demo',
] as const;

const summary = (query: ReturnType<typeof found>) =>
  query
    .leftJoin('person as author', 'author.id', 'outgoing.createdBy')
    .select(summaryColumns)
    .select('author.name as author')
    .select([
      sql<boolean>`exists (select 1 from outgoing_link l join outgoing f on f.id = l.from_id
        where l.to_id = outgoing.id and l.kind = 'replaces' and f.status = 'issued')`.as('replaced'),
      sql<boolean>`exists (select 1 from outgoing_link l join outgoing f on f.id = l.from_id
        where l.to_id = outgoing.id and l.kind = 'corrects' and f.status = 'issued')`.as('corrected'),
      sql<number>`(select count(*) from outgoing_receiver r where r.outgoing_id = outgoing.id)`.as(
        'receivers',
      ),
      sql<number>`(select count(*) from outgoing_receiver r where r.outgoing_id = outgoing.id and r.state = 'sent')`.as(
        'sent',
      ),
      sql<number>`(select count(*) from outgoing_receiver r where r.outgoing_id = outgoing.id and r.state = 'failed')`.as(
        'failed',
      ),
    ]);

export type SummaryRow = NonNullable<Awaited<ReturnType<typeof summaryOf>>>;

export const summaryOf = (db: Db, id: number) =>
  summary(db.selectFrom('outgoing').where('outgoing.id', '=', id)).executeTakeFirst();

const orders = {
  changed: sql`outgoing.changed_at, outgoing.id`,
  '-changed': sql`outgoing.changed_at desc, outgoing.id desc`,
  issued: sql`outgoing.issued_on nulls last, outgoing.number, outgoing.id`,
  '-issued': sql`outgoing.issued_on desc nulls last, outgoing.number desc, outgoing.id desc`,
  title: sql`outgoing.title, outgoing.id`,
} as const;

export interface Page {
  readonly sort: keyof typeof orders;
  readonly limit: number;
  readonly offset: number;
}

export const listOutgoing = (db: Db, wanted: OutgoingWanted, { sort, limit, offset }: Page) =>
  summary(found(db, wanted)).orderBy(orders[sort]).limit(limit).offset(offset).execute();

export async function outgoingIds(
  db: Db,
  wanted: OutgoingWanted,
  sort: Page['sort'],
): Promise<readonly number[]> {
  const rows = await found(db, wanted).select('outgoing.id').orderBy(orders[sort]).execute();
  return rows.map(({ id }) => id);
}

export const outgoingAmong = (db: Db, ids: readonly number[]) =>
  summary(db.selectFrom('outgoing').where(anyOf('outgoing.id', ids))).execute();

export async function countOutgoing(db: Db, wanted: OutgoingWanted): Promise<number> {
  const row = await found(db, wanted)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirst();
  return row?.count ?? 0;
}

export const typesOf = (db: Db, wanted: OutgoingWanted) =>
  found(db, wanted)
    .select('outgoing.type')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .groupBy('outgoing.type')
    .orderBy('count', 'desc')
    .execute();
