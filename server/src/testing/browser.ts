// People at their browsers: requests that carry a cookie, at a server where signing in is real.
import { join } from 'node:path';
import type { Role } from '../access/roles.ts';
import { hashPassword } from '../accounts/passwords.ts';
import { usualRules, type AccountRules } from '../accounts/rules.ts';
import { openSessions } from '../accounts/sessions.ts';
import { createApp } from '../app.ts';
import type { Deps } from '../deps.ts';
import { contractOf } from './contract.ts';
import type { Answer, TestServer } from './harness.ts';

export interface Site {
  readonly server: TestServer;
  readonly deps: Deps;
  fetch(path: string, init: RequestInit, peer: string): Promise<Response>;
}

interface SiteOptions {
  readonly rules?: Partial<AccountRules>;
  readonly proxies?: readonly string[];
}

/** The same database as the test server's, with the sessions of the product. */
export function siteOf(server: TestServer, { rules: some, proxies = [] }: SiteOptions = {}): Site {
  const rules = { ...usualRules, ...some };
  const { db, clock } = server.deps;
  const deps = { ...server.deps, rules, sessions: openSessions({ db, clock, rules }) };
  const app = createApp({
    ...deps,
    hostNames: ['localhost'],
    proxies,
    workspace: join(server.data, 'workspace'),
  });
  return {
    server,
    deps,
    fetch: async (path, init, peer) => {
      const url = `http://localhost${path}`;
      const response = await app.request(url, init, { incoming: { socket: { remoteAddress: peer } } });
      const holds = await contractOf(app);
      await holds(init.method ?? 'GET', url, response);
      return response;
    },
  };
}

export interface Browser {
  ask<T = null>(
    method: string,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<Answer<T>>;
  /** What the session's cookie holds. */
  secret(): string | null;
  /** All cookies, as the browser keeps them. */
  readonly jar: Map<string, string>;
}

/** `secret`: a cookie that is there from the beginning. `peer`: the address that it comes from. */
export function browser(site: Site, secret: string | null = null, peer = '10.9.8.7'): Browser {
  const jar = new Map<string, string>(secret === null ? [] : [['nhipcau', secret]]);
  return {
    jar,
    secret: () => jar.get('__Host-nhipcau') ?? jar.get('nhipcau') ?? null,
    ask: async (method, path, body, headers = {}) => {
      const response = await site.fetch(
        `/api${path}`,
        {
          method,
          ...(body === undefined ? {} : { body: JSON.stringify(body) }),
          headers: {
            host: 'localhost',
            ...(jar.size > 0
              ? { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') }
              : {}),
            ...(body === undefined ? {} : { 'content-type': 'application/json' }),
            ...headers,
          },
        },
        peer,
      );
      keep(jar, response.headers.getSetCookie());
      const text = await response.text();
      return {
        status: response.status,
        headers: response.headers,
        body: /json/.test(response.headers.get('content-type') ?? '') ? JSON.parse(text) : text || null,
      };
    },
  };
}

function keep(jar: Map<string, string>, cookies: readonly string[]): void {
  for (const cookie of cookies) {
    const [pair = '', ...attributes] = cookie.split(';');
    const [name = '', value = ''] = pair.split('=');
    if (attributes.some((each) => each.trim() === 'Max-Age=0')) jar.delete(name);
    else jar.set(name, value);
  }
}

type Held = Readonly<Record<string, readonly Role[]>>;

export interface Somebody {
  readonly id: number;
  readonly email: string;
}

// Each sign-in derives the key anew, at the cost that the hash names; what passwords cost that people choose is tested beside them.
const cheap = { N: 2 ** 10, r: 8, p: 1 };

/** A person with these roles who can sign in with this password. */
export async function withPassword(server: TestServer, held: Held, password: string): Promise<Somebody> {
  const id = await server.person(held);
  const hash = await hashPassword(password, cheap);
  const { db } = server.deps;
  await db.insertInto('credential').values({ personId: id, password: hash, passwordLong: true }).execute();
  const { email } = await db
    .selectFrom('person')
    .select('email')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return { id, email };
}

/** The same, signed in already. */
export async function signedIn(
  site: Site,
  held: Held,
  password: string,
): Promise<Somebody & { readonly from: Browser }> {
  const somebody = await withPassword(site.server, held, password);
  const from = browser(site);
  const { status } = await from.ask('POST', '/accounts/sign-in', { email: somebody.email, password });
  if (status !== 204) throw new Error(`${somebody.email} cannot sign in: ${status}`);
  return { ...somebody, from };
}
