// The whole product on a free port, with a data folder of its own, for one file of journeys.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '../server/src/config.ts';
import { hashPassword } from '../server/src/accounts/passwords.ts';
import type { Connection } from '../server/src/db/connect.ts';
import { silent } from '../server/src/log.ts';
import { demoPassword } from '../server/src/people/demo.ts';
import { startServer } from '../server/src/server.ts';
import type { Page } from 'playwright-core';

export interface Product {
  readonly url: string;
  readonly db: Connection['db'];
  /** Resolves when the illustration is all there, two years of work included. */
  readonly illustrated?: Promise<void>;
  close(): Promise<void>;
}

export async function startProduct({ demo }: { readonly demo: boolean }): Promise<Product> {
  const folder = await mkdtemp(join(tmpdir(), 'nhipcau-e2e-'));
  const environment = {
    NHIPCAU_DATA: folder,
    NHIPCAU_DEMO: demo ? '' : 'off',
    DATABASE_URL: process.env['DATABASE_URL'],
  };
  const config = { ...readConfig(environment), port: 0 };
  const running = await startServer(config, { log: silent });
  return {
    url: running.url,
    db: running.deps.db,
    illustrated: running.illustrated,
    close: async () => {
      await running.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Resolves when the illustration is all there: so many documents, none of them still being read. */
export async function demoIsThere(product: Product, documents: number): Promise<void> {
  const end = Date.now() + 120_000;
  const headers = { cookie: await cookieOf(product) };
  while (Date.now() < end) {
    const { rows, total } = (await (
      await fetch(`${product.url}/api/documents?size=100`, { headers })
    ).json()) as {
      total: number;
      rows: { status: string }[];
    };
    const settled = rows.filter(({ status }) => status === 'accepted' || status === 'review').length;
    // All but the last are accepted right after they were read.
    const accepted = rows.filter(({ status }) => status === 'accepted').length;
    if (total >= documents && settled === total && accepted >= documents - 1) return;
    await new Promise((next) => setTimeout(next, 200));
  }
  throw new Error('The illustration did not come in within two minutes.');
}

/** An account of the illustration: "dau-moi@song-thao.example" for the focal agency, and so on (server/data/demo-people.json). */
export const focalOfficer = 'dau-moi@song-thao.example';

/** Signs an account of the illustration in, for all pages of this one's context. */
export async function signIn(
  page: Page,
  { url }: Pick<Product, 'url'>,
  account: string = focalOfficer,
): Promise<void> {
  const answer = await page.request.post(`${url}/api/accounts/sign-in`, {
    data: { email: account, password: demoPassword },
  });
  if (answer.status() !== 204) throw new Error(`${account} cannot sign in: ${await answer.text()}`);
}

/** The same without a browser: what to send as the header "cookie". */
export async function cookieOf(
  { url }: Pick<Product, 'url'>,
  account: string = focalOfficer,
): Promise<string> {
  const answer = await fetch(`${url}/api/accounts/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: account, password: demoPassword }),
  });
  const cookie = answer.headers.get('set-cookie')?.split(';')[0];
  if (answer.status !== 204 || cookie === undefined) throw new Error(`${account} cannot sign in.`);
  return cookie;
}

let made = 0;

/** Where the illustration is off: somebody who works, and coordinates, for a province. Returns the account's address. */
export async function makeOfficer({ db }: Product): Promise<string> {
  made += 1;
  const email = `nguoi-dung-${made}@song-thao.example`;
  const { id: unitId } = await db
    .selectFrom('unit')
    .select('id')
    .where('key', '=', 'province:04')
    .executeTakeFirstOrThrow();
  const { id: personId } = await db
    .insertInto('person')
    .values({ name: 'Nguyễn Văn Dùng', email, emailKey: email })
    .returning('id')
    .executeTakeFirstOrThrow();
  await db
    .insertInto('credential')
    .values({ personId, password: await hashPassword(demoPassword), passwordLong: true })
    .execute();
  const roles = (['officer', 'leader', 'coordinator'] as const).map((role) => ({
    personId,
    unitId,
    role,
    validFrom: '2020-01-01',
  }));
  await db.insertInto('roleGrant').values(roles).execute();
  return email;
}
