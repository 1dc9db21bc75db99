// One delivery: signed, sent to the address that was looked at, judged by the answer's status. What fails is tried again by the
// job, later each time, fourteen times in about three days.
import { createHmac } from 'node:crypto';
import { request as plainRequest } from 'node:http';
import { request as secureRequest } from 'node:https';
import type { LookupFunction } from 'node:net';
import type { Deps } from '../deps.ts';
import { reachable, type Allowed, type Reachable } from './address.ts';
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

interface Outcome {
  readonly status?: number;
  readonly problem?: string;
  /** Trying again would not help. */
  readonly final?: boolean;
}

interface Delivery {
  readonly id: number;
  readonly event: string;
  readonly body: string;
  readonly url: string;
  readonly secret: string;
}

async function post(delivery: Delivery, now: Date, allowed: Allowed): Promise<Outcome> {
  const url = new URL(delivery.url);
  const target = await reachable(url.hostname, allowed);
  if (!target) return { problem: `${url.hostname} leads into the house`, final: true };
  const headers = {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(delivery.body),
    'user-agent': 'NhipCau',
    'nhipcau-event': delivery.event,
    // The same for each attempt, so that the other side can tell a repetition.
    'nhipcau-delivery': String(delivery.id),
    'nhipcau-signature': signatureOf(delivery.secret, Math.floor(now.getTime() / 1000), delivery.body),
  };
  return send(url, { target, headers, body: delivery.body });
}

interface Sending {
  readonly target: Reachable;
  readonly headers: Readonly<Record<string, string | number>>;
  readonly body: string;
}

function send(url: URL, { target, headers, body }: Sending): Promise<Outcome> {
  const request = url.protocol === 'https:' ? secureRequest : plainRequest;
  const lookup: LookupFunction = (_host, { all }, done) =>
    all ? done(null, [target] as never) : done(null, target.address, target.family);
  return new Promise((resolve, reject) => {
    const sending = request(
      url,
      {
        method: 'POST',
        headers: { ...headers },
        lookup,
        agent: false,
        signal: AbortSignal.timeout(patience),
      },
      (answer) => {
        // Redirects are not followed, and what the answer says does not matter.
        answer.resume();
        resolve({ status: answer.statusCode ?? 0 });
      },
    );
    sending.on('error', reject);
    sending.end(body);
  });
}
