// Rows of outgoing documents, and nothing but rows.
import {
  sql,
  type Insertable,
  type RawBuilder,
  type Selectable,
  type SqlBool,
  type Updateable,
} from 'kysely';
import type { Actor, Scope } from '../access/actor.ts';
import { reaches, type Condition } from '../access/condition.ts';
import type { Db } from '../db/connect.ts';
import type { Tables } from '../db/tables.ts';
import { matchesWords } from '../text/search.ts';

export type OutgoingRow = Selectable<Tables['outgoing']>;
export type ReceiverRow = Selectable<Tables['outgoingReceiver']>;
export type FileRow = Selectable<Tables['outgoingFile']>;

export const outgoingById = (db: Db, id: number): Promise<OutgoingRow | undefined> =>
  db.selectFrom('outgoing').selectAll().where('id', '=', id).executeTakeFirst();

/** Held until the end of the transaction: whoever else wants to change it waits. */
export const lockOutgoing = (db: Db, id: number): Promise<OutgoingRow | undefined> =>
  db.selectFrom('outgoing').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();

export const insertOutgoing = async (db: Db, row: Insertable<Tables['outgoing']>): Promise<number> =>
  (await db.insertInto('outgoing').values(row).returning('id').executeTakeFirstOrThrow()).id;

export const updateOutgoing = (db: Db, id: number, row: Updateable<Tables['outgoing']>) =>
  db.updateTable('outgoing').set(row).where('id', '=', id).execute();

export const removeOutgoing = (db: Db, id: number) =>
  db.deleteFrom('outgoing').where('id', '=', id).execute();

export const addDraft = (db: Db, row: Insertable<Tables['outgoingDraft']>) =>
  db.insertInto('outgoingDraft').values(row).execute();

export const draftsOf = (db: Db, outgoingId: number) =>
  db
    .selectFrom('outgoingDraft')
    .select(['no', 'at', 'who', 'note'])
    .where('outgoingId', '=', outgoingId)
    .orderBy('no', 'desc')
    .limit(1000)
    .execute();

export const draftOf = (db: Db, outgoingId: number, no: number) =>
  db
    .selectFrom('outgoingDraft')
    .selectAll()
    .where('outgoingId', '=', outgoingId)
    .where('no', '=', no)
    .executeTakeFirst();

export const addEvent = (db: Db, row: Insertable<Tables['outgoingEvent']>) =>
  db.insertInto('outgoingEvent').values(row).execute();

export const eventsOf = (db: Db, outgoingId: number) =>
  db
    .selectFrom('outgoingEvent')
    .select(['at', 'who', 'action', 'reason', 'detail'])
    .where('outgoingId', '=', outgoingId)
    .orderBy('id', 'desc')
    .limit(1000)
    .execute();

export const addComment = async (db: Db, row: Insertable<Tables['outgoingComment']>): Promise<number> =>
  (await db.insertInto('outgoingComment').values(row).returning('id').executeTakeFirstOrThrow()).id;

export const commentsOf = (db: Db, outgoingId: number) =>
  db
    .selectFrom('outgoingComment')
    .selectAll()
    .where('outgoingId', '=', outgoingId)
    .orderBy('id')
    .limit(2000)
    .execute();

/** False: there is none, or it was settled before. */
export async function resolveComment(
  db: Db,
  { outgoingId, id, at, who }: { outgoingId: number; id: number; at: Date; who: string },
): Promise<boolean> {
  const done = await db
    .updateTable('outgoingComment')
    .set({ resolvedAt: at, resolvedWho: who })
    .where('id', '=', id)
    .where('outgoingId', '=', outgoingId)
    .where('resolvedAt', 'is', null)
    .returning('id')
    .executeTakeFirst();
  return done !== undefined;
}

/** One row a reader and draft: when first, when last, how often. */
export const addView = (
  db: Db,
  { outgoingId, draftNo }: { readonly outgoingId: number; readonly draftNo: number },
  { personId, tokenId, name, now }: Pick<Actor, 'personId' | 'tokenId' | 'name'> & { readonly now: Date },
) =>
  db
    .insertInto('outgoingView')
    .values({
      outgoingId,
      draftNo,
      asker: personId === null ? `token:${tokenId}` : `person:${personId}`,
      who: name,
      firstAt: now,
      lastAt: now,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['outgoingId', 'asker', 'draftNo'])
        .doUpdateSet({ lastAt: now, who: name, times: sql<number>`outgoing_view.times + 1` }),
    )
    .execute();

export const viewsOf = (db: Db, outgoingId: number) =>
  db
    .selectFrom('outgoingView')
    .select(['who', 'draftNo', 'firstAt', 'lastAt', 'times'])
    .where('outgoingId', '=', outgoingId)
    .orderBy('lastAt', 'desc')
    .limit(2000)
    .execute();

export const filesOf = (db: Db, outgoingId: number): Promise<FileRow[]> =>
  db.selectFrom('outgoingFile').selectAll().where('outgoingId', '=', outgoingId).orderBy('kind').execute();

export const insertFiles = (db: Db, rows: readonly Insertable<Tables['outgoingFile']>[]) =>
  db
    .insertInto('outgoingFile')
    .values([...rows])
    .execute();

export const insertLink = (db: Db, row: Insertable<Tables['outgoingLink']>) =>
  db.insertInto('outgoingLink').values(row).execute();

/** Links in either direction; `toward`: the other one is what this corrects or replaces. */
export const linksOf = (db: Db, id: number) =>
  db
    .selectFrom('outgoingLink as l')
    .innerJoin('outgoing as o', (join) =>
      join.on(sql<SqlBool>`o.id = case when l.from_id = ${id} then l.to_id else l.from_id end`),
    )
    .select([
      'l.kind',
      'l.reason',
      'o.id',
      'o.type',
      'o.title',
      'o.number',
      'o.symbol',
      'o.issuedOn',
      'o.status',
    ])
    .select(['o.ownerId', 'o.drafterId'])
    .select(sql<boolean>`l.from_id = ${id}`.as('toward'))
    .where((eb) => eb.or([eb('l.fromId', '=', id), eb('l.toId', '=', id)]))
    .orderBy('o.id')
    .execute();

export const receiversOf = (db: Db, outgoingId: number): Promise<ReceiverRow[]> =>
  db.selectFrom('outgoingReceiver').selectAll().where('outgoingId', '=', outgoingId).orderBy('id').execute();

export const statesOf = (db: Db, outgoingId: number) =>
  db
    .selectFrom('outgoingState as s')
    .innerJoin('outgoingReceiver as r', 'r.id', 's.receiverId')
    .select(['s.receiverId', 's.code', 's.at', 's.saidAt', 's.note', 's.staff'])
    .where('r.outgoingId', '=', outgoingId)
    .orderBy('s.id')
    .execute();

/** Which of these units it was sent to within the house. */
export const receivingUnits = async (
  db: Db,
  outgoingId: number,
  unitIds: readonly number[],
): Promise<readonly number[]> => {
  const rows = await db
    .selectFrom('outgoingReceiver')
    .select('unitId')
    .where('outgoingId', '=', outgoingId)
    .where('way', '=', 'inside')
    .where(sql<boolean>`unit_id = any(${[...unitIds]}::bigint[])`)
    .execute();
  return rows.flatMap(({ unitId }) => unitId ?? []);
};

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
        where l.to_id = outgoing.id and l.kind = 'replaces' and f.status in ('issued', 'recalled'))`.as(
        'replaced',
      ),
      sql<boolean>`exists (select 1 from outgoing_link l join outgoing f on f.id = l.from_id
        where l.to_id = outgoing.id and l.kind = 'corrects' and f.status in ('issued', 'recalled'))`.as(
        'corrected',
      ),
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

export interface UnitRow {
  readonly id: number;
  readonly name: string;
  readonly kind: string;
  readonly level: string | null;
  readonly code: string | null;
  readonly contact: { readonly email?: string | undefined };
}

export const unitsOf = async (db: Db, ids: readonly number[]): Promise<readonly UnitRow[]> =>
  db
    .selectFrom('unit')
    .select(['id', 'name', 'kind', 'level', 'code', 'contact'])
    .where(sql<boolean>`id = any(${[...ids]}::bigint[])`)
    .execute();

export const personNames = async (
  db: Db,
  ids: readonly (number | null)[],
): Promise<ReadonlyMap<number, string>> => {
  const wanted = ids.filter((id) => id !== null);
  if (wanted.length === 0) return new Map();
  const rows = await db
    .selectFrom('person')
    .select(['id', 'name'])
    .where(sql<boolean>`id = any(${wanted}::bigint[])`)
    .execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
};

/** What was sent to one of these units, and of which nothing was heard yet, has arrived. */
export async function sayArrived(
  db: Db,
  {
    outgoingId,
    unitIds,
    at,
    staff,
  }: { outgoingId: number; unitIds: readonly number[]; at: Date; staff: string },
): Promise<void> {
  await sql`with heard as (
      update outgoing_receiver set code = '01', code_at = ${at}
      where outgoing_id = ${outgoingId} and way = 'inside' and code is null
        and unit_id = any(${[...unitIds]}::bigint[]) returning id)
    insert into outgoing_state (receiver_id, code, at, staff) select id, '01', ${at}, ${staff} from heard`.execute(
    db,
  );
}

/** Those of them where somebody holds a role today. */
export const unitsWithPeople = async (db: Db, ids: readonly number[]): Promise<ReadonlySet<number>> => {
  const rows = await db
    .selectFrom('roleGrant')
    .select('unitId')
    .distinct()
    .where('endedAt', 'is', null)
    .where(sql<boolean>`unit_id = any(${[...ids]}::bigint[])`)
    .execute();
  return new Set(rows.map(({ unitId }) => unitId));
};

export const receiverById = (db: Db, id: number): Promise<ReceiverRow | undefined> =>
  db.selectFrom('outgoingReceiver').selectAll().where('id', '=', id).executeTakeFirst();

export const updateReceiver = (db: Db, id: number, row: Updateable<Tables['outgoingReceiver']>) =>
  db.updateTable('outgoingReceiver').set(row).where('id', '=', id).execute();

/** What an outgoing document takes the place of, under the name that a system was sent it. */
export const replacedFor = async (db: Db, outgoingId: number, peerId: number | null) =>
  db
    .selectFrom('outgoingLink as l')
    .innerJoin('outgoingReceiver as r', 'r.outgoingId', 'l.toId')
    .select(['l.reason', 'r.externalId'])
    .where('l.fromId', '=', outgoingId)
    .where('l.kind', '=', 'replaces')
    .where('r.peerId', '=', peerId)
    .executeTakeFirst();
