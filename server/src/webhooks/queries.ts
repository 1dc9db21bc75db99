// Rows of webhooks and of what was sent to them.
import { sql } from 'kysely';
import type { Db } from '../db/connect.ts';

const shown = (db: Db) =>
  db
    .selectFrom('webhook')
    .innerJoin('unit', 'unit.id', 'webhook.unitId')
    .select([
      'webhook.id',
      'webhook.unitId',
      'unit.name as unitName',
      'webhook.url',
      'webhook.events',
      'webhook.active',
      'webhook.createdAt',
      'webhook.version',
    ])
    .select(
      sql<number>`(select count(*) from webhook_delivery d where d.webhook_id = webhook.id and d.status = 'waiting')`.as(
        'waiting',
      ),
    )
    .select(
      sql<number>`(select count(*) from webhook_delivery d where d.webhook_id = webhook.id and d.status = 'failed')`.as(
        'failed',
      ),
    );

export type WebhookRow = Awaited<ReturnType<typeof webhooksOf>>[number];

export const webhooksOf = (db: Db, unitIds: readonly number[]) =>
  shown(db)
    .where(sql<boolean>`webhook.unit_id = any(${[...unitIds]}::bigint[])`)
    .orderBy('webhook.id')
    .execute();

export const webhookById = (db: Db, id: number) => shown(db).where('webhook.id', '=', id).executeTakeFirst();

export const lockWebhook = (db: Db, id: number) =>
  db.selectFrom('webhook').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();

/** Active ones that listen for one of the events. */
export const listeners = (db: Db, events: readonly string[]) =>
  db
    .selectFrom('webhook')
    .select(['id', 'unitId', 'events'])
    .where('active', '=', true)
    .where(sql<boolean>`events && ${[...events]}::text[]`)
    .orderBy('id')
    .execute();

/** Whether anybody listens at all: most installations have no webhook, and then nothing is put together. */
export const anyListener = async (db: Db): Promise<boolean> =>
  (await db.selectFrom('webhook').select('id').where('active', '=', true).limit(1).executeTakeFirst()) !==
  undefined;

export async function transactionTime(db: Db): Promise<Date> {
  const { rows } = await sql<{ at: Date }>`select now() as at`.execute(db);
  return rows[0]?.at ?? new Date();
}

export interface NewDelivery {
  readonly webhookId: number;
  readonly event: string;
  readonly body: string;
}

/** The job is born with its row. */
export async function insertDeliveries(db: Db, rows: readonly NewDelivery[]): Promise<void> {
  for (let at = 0; at < rows.length; at += 1000) {
    const made = await db
      .insertInto('webhookDelivery')
      .values(rows.slice(at, at + 1000))
      .returning('id')
      .execute();
    await addJobs(
      db,
      made.map(({ id }) => id),
    );
  }
}

export const addJobs = (db: Db, ids: readonly number[]) =>
  sql`select graphile_worker.add_job('deliver-webhook', json_build_object('deliveryId', id),
    max_attempts => 14, job_key => 'webhook:' || id)
    from unnest(${[...ids]}::bigint[]) as id`.execute(db);

export const deliveryById = (db: Db, id: number) =>
  db
    .selectFrom('webhookDelivery')
    .innerJoin('webhook', 'webhook.id', 'webhookDelivery.webhookId')
    .select([
      'webhookDelivery.id',
      'webhookDelivery.event',
      'webhookDelivery.body',
      'webhookDelivery.status',
      'webhookDelivery.attempts',
      'webhookDelivery.webhookId',
      'webhook.url',
      'webhook.secret',
      'webhook.active',
    ])
    .where('webhookDelivery.id', '=', id)
    .executeTakeFirst();

export const deliveriesOf = (db: Db, webhookId: number, limit: number, offset: number) =>
  db
    .selectFrom('webhookDelivery')
    .selectAll()
    .where('webhookId', '=', webhookId)
    .orderBy('id', 'desc')
    .limit(limit)
    .offset(offset)
    .execute();

export async function countDeliveries(db: Db, webhookId: number): Promise<number> {
  const { n } = await db
    .selectFrom('webhookDelivery')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('webhookId', '=', webhookId)
    .executeTakeFirstOrThrow();
  return n;
}

/** What was delivered long ago need not be kept. */
export const forgetDelivered = (db: Db, before: Date) =>
  db.deleteFrom('webhookDelivery').where('status', '=', 'delivered').where('at', '<', before).execute();
