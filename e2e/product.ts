// The whole product on a free port, with a data folder of its own: what the journeys and the pictures look at.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { readConfig } from '../server/src/config.ts';
import type { Connection } from '../server/src/db/connect.ts';
import type { Log } from '../server/src/log.ts';
import { demoPassword } from '../server/src/people/demo.ts';
import { startServer } from '../server/src/server.ts';

export interface Product {
  readonly url: string;
}

interface Started extends Product {
  readonly db: Connection['db'];
  /** Resolves when the illustration is all there, two years of work included. */
  readonly illustrated: Promise<void>;
  close(): Promise<void>;
}

/** What goes wrong behind a journey is seen beside it. */
const complain: Log = (level, message, facts) => {
  if (level !== 'info') console.error(level, message, facts ?? '');
};

export async function startProduct(): Promise<Started> {
  const folder = await mkdtemp(join(tmpdir(), 'nhipcau-e2e-'));
  const config = { ...readConfig({ NHIPCAU_DATA: folder }), port: 0 };
  const running = await startServer(config, { log: complain });
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

/** An account of the illustration: "dau-moi@song-thao.example" for the focal agency, and so on (server/data/demo-people.json). */
export const focalOfficer = 'dau-moi@song-thao.example';

/** Signs an account of the illustration in, for all pages of this one's context. */
export async function signIn(page: Page, { url }: Product, account: string = focalOfficer): Promise<void> {
  const answer = await page.request.post(`${url}/api/accounts/sign-in`, {
    data: { email: account, password: demoPassword },
  });
  if (answer.status() !== 204) throw new Error(`${account} cannot sign in: ${await answer.text()}`);
}

/** The same without a browser: what to send as the header "cookie". */
export async function cookieOf({ url }: Product, account: string = focalOfficer): Promise<string> {
  const answer = await fetch(`${url}/api/accounts/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: account, password: demoPassword }),
  });
  const cookie = answer.headers.get('set-cookie')?.split(';')[0];
  if (answer.status !== 204 || cookie === undefined) throw new Error(`${account} cannot sign in.`);
  return cookie;
}
