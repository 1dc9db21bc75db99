// How often somebody may ask: a bucket of requests for each person, program or address, filled again as time goes by.
import type { MiddlewareHandler } from 'hono';
import { networkOf } from '../accounts/network.ts';
import type { Clock } from '../clock.ts';
import type { Env } from './api.ts';
import { askerKey } from './once.ts';
import { problem, problemResponse } from './problem.ts';

export interface Rates {
  /** Requests a minute for a person or a program; 0: any number. */
  readonly signedIn: number;
  /** The same for an address from which nobody has signed in. */
  readonly anonymous: number;
}

interface Bucket {
  left: number;
  at: number;
}

/** Buckets that are remembered; the ones that have not been used for longest are forgotten. */
const most = 50_000;

/** True, or the seconds to wait. Several servers count each for themselves. */
export function meter(clock: Clock): (who: string, aMinute: number) => true | number {
  const buckets = new Map<string, Bucket>();
  return (who, aMinute) => {
    if (aMinute === 0) return true;
    const now = clock().getTime();
    const { left, at } = buckets.get(who) ?? { left: aMinute, at: now };
    const filled = Math.min(aMinute, left + (Math.max(0, now - at) / 60_000) * aMinute);
    buckets.delete(who);
    buckets.set(who, { left: Math.max(0, filled - 1), at: now });
    const oldest = buckets.size > most ? buckets.keys().next().value : undefined;
    if (oldest !== undefined) buckets.delete(oldest);
    if (filled >= 1) return true;
    buckets.set(who, { left: filled, at: now });
    return Math.max(1, Math.ceil(((1 - filled) / aMinute) * 60));
  };
}

export function limitRate({ signedIn, anonymous }: Rates, clock: Clock): MiddlewareHandler<Env> {
  const allow = meter(clock);
  return async (c, next) => {
    const actor = c.get('actor');
    const wait = actor
      ? allow(askerKey(actor), signedIn)
      : allow(`address:${networkOf(c.get('line').address ?? '')}`, anonymous);
    if (wait === true) return next();
    const values = { seconds: wait };
    const response = problemResponse(
      problem({ status: 429, code: 'too-often', values, locale: c.get('locale') }),
    );
    response.headers.set('retry-after', String(wait));
    return response;
  };
}
