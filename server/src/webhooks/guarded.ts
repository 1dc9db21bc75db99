// A call to an address that somebody wrote down: never into the house, to the very address that was looked at, without redirects.
import { request as plainRequest } from 'node:http';
import { request as secureRequest } from 'node:https';
import type { LookupFunction } from 'node:net';
import { reachable, type Allowed } from './address.ts';

export interface Outcome {
  readonly status?: number;
  readonly problem?: string;
  /** Trying again would not help. */
  readonly final?: boolean;
  /** The answer's text, as far as it was wanted. */
  readonly answer?: string;
}

export interface Call {
  readonly url: URL;
  readonly headers: Readonly<Record<string, string | number>>;
  readonly body: string | Uint8Array;
  readonly allowed: Allowed;
  /** Milliseconds until the other side must have answered. */
  readonly patience: number;
  /** Characters of the answer that are read; none unless told. */
  readonly hear?: number;
}

export async function postGuarded(call: Call): Promise<Outcome> {
  const target = await reachable(call.url.hostname, call.allowed);
  if (!target) return { problem: `${call.url.hostname} leads into the house`, final: true };
  const { url, headers, body, patience, hear = 0 } = call;
  const request = url.protocol === 'https:' ? secureRequest : plainRequest;
  const lookup: LookupFunction = (_host, { all }, done) =>
    all ? done(null, [target] as never) : done(null, target.address, target.family);
  return new Promise((resolve, reject) => {
    const signal = AbortSignal.timeout(patience);
    const options = { method: 'POST', headers: { ...headers }, lookup, agent: false, signal };
    const sending = request(url, options, (answer) => {
      const status = answer.statusCode ?? 0;
      if (hear === 0) {
        answer.resume();
        resolve({ status });
        return;
      }
      let text = '';
      answer.setEncoding('utf8');
      answer.on('data', (part: string) => {
        if (text.length < hear) text += part.slice(0, hear - text.length);
      });
      answer.on('end', () => resolve({ status, answer: text }));
      answer.on('error', () => resolve({ status, answer: text }));
    });
    sending.on('error', reject);
    sending.end(body);
  });
}
