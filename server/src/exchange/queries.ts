// Rows of packages, of their documents, and of the duties that came of these.
import { sql } from 'kysely';
import type { Db } from '../db/connect.ts';

export const messageById = (db: Db, id: number) =>
  db
    .selectFrom('exchangeMessage as m')
    .leftJoin('person as p', 'p.id', 'm.recallAnsweredBy')
    .selectAll('m')
    .select('p.name as answerer')
    .where('m.id', '=', id)
    .executeTakeFirst();

export const messageNamed = (
  db: Db,
  { unitId, senderCode, externalId }: { unitId: number; senderCode: string; externalId: string },
) =>
  db
    .selectFrom('exchangeMessage')
    .selectAll()
    .where('unitId', '=', unitId)
    .where('senderCode', '=', senderCode)
    .where('externalId', '=', externalId)
    .executeTakeFirst();

export const lockMessage = (db: Db, id: number) =>
  db.selectFrom('exchangeMessage').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();

/** Somebody else’s package of that name at the unit. */
export const namedByOther = (
  db: Db,
  { unitId, senderCode, externalId }: { unitId: number; senderCode: string; externalId: string },
) =>
  db
    .selectFrom('exchangeMessage')
    .select(['senderCode', 'senderName'])
    .where('unitId', '=', unitId)
    .where('senderCode', '!=', senderCode)
    .where('externalId', '=', externalId)
    .executeTakeFirst();

/** What the package has brought, by content. */
export const contentsOf = async (db: Db, messageId: number): Promise<ReadonlySet<string>> => {
  const rows = await db
    .selectFrom('exchangeDocument')
    .select('sha256')
    .where('messageId', '=', messageId)
    .execute();
  return new Set(rows.flatMap(({ sha256 }) => sha256 ?? []));
};

export const filesOf = (db: Db, messageId: number) =>
  db
    .selectFrom('exchangeDocument as e')
    .leftJoin('document as d', 'd.id', 'e.documentId')
    .select(['e.name', 'e.documentId', 'e.refused', 'd.status', 'd.problem'])
    .where('e.messageId', '=', messageId)
    .orderBy('e.ordinal')
    .execute();

export const messagesOf = (db: Db, unitIds: readonly number[], externalId: string | undefined) => {
  const query = db
    .selectFrom('exchangeMessage as m')
    .leftJoin('person as p', 'p.id', 'm.recallAnsweredBy')
    .selectAll('m')
    .select('p.name as answerer')
    .where(sql<boolean>`m.unit_id = any(${[...unitIds]}::bigint[])`)
    .orderBy('m.id', 'desc')
    .limit(100);
  return (externalId === undefined ? query : query.where('m.externalId', '=', externalId)).execute();
};

/** Units that bear an agency identifier, in its newer or older form ("H56.01", "000.00.01.H56"), alive first. */
export async function unitsCoded(db: Db, codes: readonly string[]): Promise<readonly number[]> {
  const { rows } = await sql<{ id: number }>`select coalesce(heir_id, id) as id from unit
    where code = any(${[...codes]}::text[]) order by valid_to is not null, id`.execute(db);
  return rows.map(({ id }) => id);
}

export interface TaskRow {
  readonly id: number;
  readonly text: string;
}
export const tasksOf = async (db: Db, documentIds: readonly number[]): Promise<readonly TaskRow[]> =>
  (
    await sql<TaskRow>`select id, text from task
      where document_id = any(${[...documentIds]}::bigint[]) and withdrawn_at is null
      order by document_id, ordinal limit 2000`.execute(db)
  ).rows;

export interface DutyOfTask {
  readonly id: number;
  readonly taskId: number;
  readonly unit: string;
  readonly unitCode: string | null;
  readonly role: 'lead' | 'coordinating';
  readonly dueOn: string | null;
  readonly doneOn: string | null;
  readonly receivedOn: string | null;
  readonly confirmedOn: string | null;
  readonly cancelledOn: string | null;
  readonly returned: boolean;
  readonly progress: number | null;
}
export const dutiesOf = async (db: Db, taskIds: readonly number[]): Promise<readonly DutyOfTask[]> =>
  (
    await sql<DutyOfTask>`select d.id, d.task_id, u.name as unit, u.code as unit_code, d.role, d.due_on, d.done_on,
        d.received_on, d.confirmed_on, d.cancelled_on, d.returned, d.progress
      from duty d join unit u on u.id = d.unit_id
      where d.task_id = any(${[...taskIds]}::bigint[]) order by d.task_id, d.role desc, d.id limit 20000`.execute(
      db,
    )
  ).rows;
