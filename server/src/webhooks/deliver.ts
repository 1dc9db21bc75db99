// One delivery: signed, sent to the address that was looked at, judged by the answer's status. What fails is tried again by the
// job, later each time, fourteen times in about three days.
import { createHmac } from 'node:crypto';
import type { Deps } from '../deps.ts';
import type { Allowed } from './address.ts';
import { postGuarded, type Outcome } from './guarded.ts';
import { deliveryById } from './queries.ts';

/** Milliseconds until the other side must have answered. */
const patience = 15_000;

/** `t=…,v1=…`: HMAC-SHA256 of "time.body" under the webhook's secret, hexadecimal; the time in seconds since 1970. */
export function signatureOf(secret: string, seconds: number, body: string): string {
  const mark = createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex');
  return `t=${seconds},v1=${mark}`;
}

type Delivering = Pick<Deps, 'db' | 'clock'> & { readonly webhookHosts: Allowed };

/** Throws when it has to be tried again. `last`: it will not be. */
export async function deliver(
  { db, clock, webhookHosts }: Delivering,
  deliveryId: number,
  last: boolean,
): Promise<void> {
  const row = await deliveryById(db, deliveryId);
  // Removed, turned off or delivered meanwhile.
  if (!row || row.status !== 'waiting' || !row.active) return;
  const outcome = await post(row, clock(), webhookHosts).catch((error: Error): Outcome => ({
    problem: error.message,
  }));
  const delivered = outcome.status !== undefined && outcome.status >= 200 && outcome.status < 300;
  await db
    .updateTable('webhookDelivery')
    .set({
      attempts: row.attempts + 1,
      status: delivered ? 'delivered' : last || outcome.final ? 'failed' : 'waiting',
      answered: outcome.status ?? null,
      problem: outcome.problem?.slice(0, 500) ?? null,
      lastAt: clock(),
    })
    .where('id', '=', deliveryId)
    .execute();
  if (!delivered && !outcome.final)
    throw new Error(`Webhook ${row.webhookId} did not take delivery ${deliveryId}.`);
}

interface Delivery {
  readonly id: number;
  readonly event: string;
  readonly body: string;
  readonly url: string;
  readonly secret: string;
}

async function post(delivery: Delivery, now: Date, allowed: Allowed): Promise<Outcome> {
  const { body } = delivery;
  const headers = {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
    'user-agent': 'NhipCau',
    'nhipcau-event': delivery.event,
    // The same for each attempt, so that the other side can tell a repetition.
    'nhipcau-delivery': String(delivery.id),
    'nhipcau-signature': signatureOf(delivery.secret, Math.floor(now.getTime() / 1000), body),
  };
  // What the answer says does not matter.
  return postGuarded({ url: new URL(delivery.url), headers, body, allowed, patience });
}
