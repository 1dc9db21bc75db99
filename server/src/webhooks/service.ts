// Webhooks of a unit: who listens for what, and the deliveries that are put down in the transaction of what happened.
import type { z } from '@hono/zod-openapi';
import { may, mustMay, scopeOf, type Actor } from '../access/actor.ts';
import { newSecret } from '../accounts/secrets.ts';
import { write } from '../audit/service.ts';
import type { Db } from '../db/connect.ts';
import type { Deps } from '../deps.ts';
import { Conflict, Forbidden, NotFound } from '../errors.ts';
import { placesOf } from '../units/places.ts';
import * as queries from './queries.ts';
import type * as schema from './schema.ts';

type Webhook = z.infer<typeof schema.webhook>;
type EventName = z.infer<typeof schema.eventName>;
type Writing = Pick<Deps, 'db' | 'clock'>;

const present = ({ createdAt, events, ...row }: queries.WebhookRow): Webhook => ({
  ...row,
  events: events as EventName[],
  createdAt: createdAt.toISOString(),
});

export async function listWebhooks(db: Db, actor: Actor): Promise<Webhook[]> {
  const { unitIds } = scopeOf(actor, 'webhook.manage');
  return (await queries.webhooksOf(db, unitIds)).map(present);
}

/** Throws as if it were not there where the reader may not manage it. */
export async function webhookFor(db: Db, actor: Actor, id: number): Promise<Webhook> {
  const row = await queries.webhookById(db, id);
  if (!row) throw new NotFound('no-webhook', { id });
  mustMay(
    actor,
    'webhook.manage',
    { unitId: row.unitId },
    { read: 'webhook.manage', code: 'no-webhook', id },
  );
  return present(row);
}

export async function makeWebhook(
  deps: Writing,
  actor: Actor,
  input: z.infer<typeof schema.webhookInput>,
): Promise<z.infer<typeof schema.newWebhook>> {
  if (!may(actor, 'webhook.manage', { unitId: input.unitId })) throw new Forbidden();
  const secret = `whs_${newSecret()}`;
  return write(deps, actor, async (trx, note) => {
    const { id } = await trx
      .insertInto('webhook')
      .values({ ...input, secret, createdBy: actor.personId, createdAt: deps.clock() })
      .returning('id')
      .executeTakeFirstOrThrow();
    note({
      action: 'webhook.manage',
      subject: 'webhook',
      subjectId: id,
      unitId: input.unitId,
      detail: { url: input.url, events: input.events },
    });
    return { ...(await webhookFor(trx, actor, id)), secret };
  });
}

export async function changeWebhook(
  deps: Writing,
  actor: Actor,
  id: number,
  { version, ...change }: z.infer<typeof schema.webhookChange>,
): Promise<Webhook> {
  await webhookFor(deps.db, actor, id);
  return write(deps, actor, async (trx, note) => {
    const row = await queries.lockWebhook(trx, id);
    if (!row) throw new NotFound('no-webhook', { id });
    const current = await webhookFor(trx, actor, id);
    if (row.version !== version) throw new Conflict('stale-version', {}, { current, yours: change });
    const { url = row.url, events = row.events, active = row.active } = change;
    await trx
      .updateTable('webhook')
      .set({ url, events, active, version: version + 1 })
      .where('id', '=', id)
      .execute();
    note({ action: 'webhook.manage', subject: 'webhook', subjectId: id, unitId: row.unitId, detail: change });
    return webhookFor(trx, actor, id);
  });
}

export async function removeWebhook(deps: Writing, actor: Actor, id: number): Promise<void> {
  const { unitId, url } = await webhookFor(deps.db, actor, id);
  await write(deps, actor, async (trx, note) => {
    await trx.deleteFrom('webhook').where('id', '=', id).execute();
    note({ action: 'webhook.remove', subject: 'webhook', subjectId: id, unitId, detail: { url } });
  });
}

/** A delivery that says nothing, to see whether the other side listens. */
export async function ping(deps: Writing, actor: Actor, id: number): Promise<void> {
  const { unitId } = await webhookFor(deps.db, actor, id);
  await write(deps, actor, async (trx, note) => {
    await queries.insertDeliveries(trx, [
      { webhookId: id, event: 'ping', body: bodyOf('ping', deps.clock(), { webhookId: id }) },
    ]);
    note({ action: 'webhook.manage', subject: 'webhook', subjectId: id, unitId, detail: { ping: true } });
  });
}

export async function deliverAgain(deps: Writing, actor: Actor, deliveryId: number): Promise<void> {
  const row = await queries.deliveryById(deps.db, deliveryId);
  const webhook = row && (await queries.webhookById(deps.db, row.webhookId));
  if (!row || !webhook || !may(actor, 'webhook.manage', { unitId: webhook.unitId }))
    throw new NotFound('no-delivery', { id: deliveryId });
  const { unitId } = webhook;
  await write(deps, actor, async (trx, note) => {
    await trx
      .updateTable('webhookDelivery')
      .set({ status: 'waiting' })
      .where('id', '=', deliveryId)
      .execute();
    await queries.addJobs(trx, [deliveryId]);
    note({
      action: 'webhook.manage',
      subject: 'webhook',
      subjectId: row.webhookId,
      unitId,
      detail: { again: deliveryId },
    });
  });
}

export interface Event {
  readonly name: Exclude<EventName, 'ping'>;
  /** Units that it concerns; who listens at one of them, or above it, is told. */
  readonly unitIds: readonly number[];
  readonly data: Readonly<Record<string, unknown>>;
}

const bodyOf = (event: EventName, at: Date, data: Readonly<Record<string, unknown>>): string =>
  JSON.stringify({ event, at: at.toISOString(), data });

/** Part of the transaction in which it happened. `events` are put together only where somebody listens. */
export async function publish(db: Db, events: () => Promise<readonly Event[]>): Promise<void> {
  if (!(await queries.anyListener(db))) return;
  const at = await queries.transactionTime(db);
  const places = await placesOf(db);
  const rows: queries.NewDelivery[] = [];
  const told = await events();
  const listening = await queries.listeners(db, [...new Set(told.map(({ name }) => name))]);
  for (const { name, unitIds, data } of told) {
    const reached = new Set(
      unitIds.flatMap((id) => [...places.own(id), ...places.aboveWithPredecessors(id)]),
    );
    const body = bodyOf(name, at, data);
    for (const { id: webhookId, unitId, events: wanted } of listening)
      if (reached.has(unitId) && wanted.includes(name)) rows.push({ webhookId, event: name, body });
  }
  await queries.insertDeliveries(db, rows);
}
