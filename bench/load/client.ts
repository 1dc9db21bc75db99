// Many clients at once, each with its own connection and session, measured from the first byte sent to the last received.
import { Agent, request } from 'node:http';

export interface Call {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly cookie: string;
  readonly body?: string;
}

export interface Load {
  /** Of one server or several on the same database: client after client asks the next of them. */
  readonly urls: readonly string[];
  readonly clients: number;
  readonly seconds: number;
  /** Seconds between an answer and the next request; 0: none. */
  readonly think: number;
  /** The next request of a client; told of the answer. */
  readonly next: (client: number) => { readonly call: Call; readonly answered?: (body: string) => void };
}

export interface Measured {
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  /** Requests a second. */
  readonly rate: number;
  readonly count: number;
}

export function send(agent: Agent, url: string, { method, path, cookie, body }: Call): Promise<string> {
  return new Promise((resolve, reject) => {
    const headers = {
      cookie,
      // As browsers ask.
      'accept-encoding': 'gzip',
      ...(body === undefined
        ? {}
        : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }),
    };
    const sent = request(`${url}/api${path}`, { agent, method, headers }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('error', reject);
      response.on('end', () => {
        const text = Buffer.concat(parts);
        if (response.statusCode === 200) resolve(body === undefined ? '' : text.toString('latin1'));
        else
          reject(
            new Error(`${method} ${path}: ${response.statusCode} ${text.toString('latin1').slice(0, 300)}`),
          );
      });
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

const pause = (seconds: number) => new Promise((resolve) => setTimeout(resolve, seconds * 1000));

/** One client: asks, reads, thinks; what it asked within the first moment does not count. However slow, one request of each does. */
async function run({ urls, think, next, seconds }: Load, client: number, times: number[]): Promise<void> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const url = urls[client % urls.length] ?? '';
  const begun = performance.now();
  const counts = begun + Math.min(1000, seconds * 200);
  const end = begun + seconds * 1000;
  // Not all in the same instant.
  if (think > 0) await pause(Math.random() * think);
  let counted = 0;
  while (performance.now() < end || counted === 0) {
    const { call, answered } = next(client);
    const from = performance.now();
    const text = await send(agent, url, call);
    const to = performance.now();
    answered?.(text);
    if (from >= counts) counted = times.push(to - from);
    if (think > 0) await pause(think * (0.5 + Math.random()));
  }
  agent.destroy();
}

export async function measure(load: Load): Promise<Measured> {
  const times: number[] = [];
  const begun = performance.now();
  await Promise.all(Array.from({ length: load.clients }, (_, client) => run(load, client, times)));
  const spent = (performance.now() - begun) / 1000 - Math.min(1, load.seconds * 0.2);
  times.sort((a, b) => a - b);
  const at = (share: number) => {
    const found = times[Math.min(times.length - 1, Math.floor(times.length * share))];
    if (found === undefined) throw new Error('Nothing was measured.');
    return found;
  };
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99), rate: times.length / spent, count: times.length };
}
