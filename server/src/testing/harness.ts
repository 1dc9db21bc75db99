// A whole server without a socket, on a database of its own, for one test file.
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inject } from 'vitest';
import { roles, type Role } from '../access/roles.ts';
import { usualRules } from '../accounts/rules.ts';
import type { Sessions } from '../accounts/sessions.ts';
import { createApp } from '../app.ts';
import { openSeal } from '../audit/seal.ts';
import type { DocumentDetail, DraftState, Operation } from '../contract.ts';
import { connect, type Db } from '../db/connect.ts';
import { startEvents } from '../documents/events.ts';
import { openFiles } from '../documents/files.ts';
import type { ReadDeps } from '../documents/read-job.ts';
import { startReaders, type ReadersOptions } from '../documents/reading/readers.ts';
import { importFile, type ImportOptions } from '../documents/service.ts';
import { startJobs, type Jobs } from '../jobs.ts';
import { silent } from '../log.ts';
import type { Mailer } from '../mail/mailer.ts';
import { contractOf } from './contract.ts';

export interface Answer<T> {
  readonly status: number;
  readonly headers: Headers;
  readonly body: T;
}

export interface TestServer {
  readonly deps: ReadDeps;
  readonly data: string;
  readonly url: string;
  /** Holds every role at the invented province's committee; all requests are theirs unless `as` says otherwise. */
  readonly everyone: number;
  /** The same server as another person sees it; null: nobody is signed in. */
  as(personId: number | null): TestServer;
  /** A new person with these roles at these units (by the key of the seed). */
  person(roles: Readonly<Record<string, readonly Role[]>>): Promise<number>;
  /** The unit's id by the key of the seed, as "demo:so-ngoai-vu". */
  unit(key: string): Promise<number>;
  /** The day that it is; may be set. */
  now: Date;
  /** A request under /api with a JSON body, answered in JSON. */
  ask<T>(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer<T>>;
  request(path: string, init?: RequestInit): Promise<Response>;
  /** Uploads files by name and content. */
  upload(files: Readonly<Record<string, string | Uint8Array>>): Promise<Response>;
  /** Takes a text in, reads it; returns the document's id. */
  take(name: string, text: string, options?: ImportOptions): Promise<number>;
  document(id: number): Promise<DocumentDetail>;
  change(id: number, operations: readonly Operation[]): Promise<DraftState>;
  startJobs(): Promise<Jobs>;
  close(): Promise<void>;
}

export async function testServer(
  readers: Partial<ReadersOptions> = {},
  { mailer = null }: { readonly mailer?: Mailer | null } = {},
): Promise<TestServer> {
  const { url, drop } = await newDatabase();
  const data = mkdtempSync(join(tmpdir(), 'nhipcau-data-'));
  const connection = connect({ url, connections: 8 });
  const seal = await openSeal(connection.db, { data, given: null }, silent);
  const events = await startEvents(url, silent);
  const clock = { now: new Date('2026-03-10T03:00:00Z') };
  const deps: ReadDeps = {
    db: connection.db,
    pool: connection.pool,
    events,
    log: silent,
    clock: () => clock.now,
    files: await openFiles(data),
    sessions: named,
    mailer,
    webhookHosts: ['127.0.0.1'],
    rules: { ...usualRules, demo: true },
    readers: startReaders({
      count: 1,
      seconds: 60,
      megabytes: 1024,
      ...readers,
    }),
  };
  const app = createApp({
    ...deps,
    hostNames: ['localhost'],
    proxies: [],
    workspace: join(data, 'workspace'),
  });
  const jobs: Jobs[] = [];
  const everyone = await insertPerson(connection.db, { [home]: roles });
  const as = (personId: number | null): TestServer => {
    const request = async (path: string, init: RequestInit = {}) => {
      const url = `http://localhost${path}`;
      const response = await app.request(url, {
        ...init,
        headers: {
          host: 'localhost',
          ...(personId === null ? {} : { [header]: String(personId) }),
          ...init.headers,
        },
      });
      const holds = await contractOf(app);
      await holds(init.method ?? 'GET', url, response);
      return response;
    };
    const server: TestServer = {
      everyone,
      as,
      person: (held) => insertPerson(connection.db, held),
      unit: (key) => unitId(connection.db, key),
      deps,
      data,
      url,
      request,
      get now() {
        return clock.now;
      },
      set now(value) {
        clock.now = value;
      },
      ask: async (method, path, body, headers = {}) => {
        const json = body === undefined ? {} : { body: JSON.stringify(body) };
        const type = body === undefined ? {} : { 'content-type': 'application/json' };
        const response = await request(`/api${path}`, {
          method,
          ...json,
          headers: {
            ...type,
            ...headers,
          },
        });
        const text = await response.text();
        return {
          status: response.status,
          headers: response.headers,
          body: text === '' ? null : JSON.parse(text),
        };
      },
      upload: (files) => {
        const form = new FormData();
        for (const [name, content] of Object.entries(files)) form.append('files', new Blob([content]), name);
        return request('/api/documents', {
          method: 'POST',
          body: form,
        });
      },
      take: async (name, text, options) => {
        const result = await importFile(
          deps,
          {
            name,
            bytes: new TextEncoder().encode(text),
          },
          { ownerId: await unitId(connection.db, home), ...options },
        );
        if (!result.ok) throw new Error(result.message);
        return result.id;
      },
      document: async (id) => (await server.ask<DocumentDetail>('GET', `/documents/${id}`)).body,
      change: async (id, operations) => {
        const { version } = (await server.document(id)).state ?? { version: 0 };
        const answer = await server.ask<DraftState>('PATCH', `/documents/${id}/draft`, {
          version,
          operations,
        });
        if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
        return answer.body;
      },
      startJobs: async () => {
        const started = await startJobs(deps, 1);
        jobs.push(started);
        return started;
      },
      close: async () => {
        await deps.readers.close();
        await Promise.all(jobs.map((each) => each.stop()));
        await events.close();
        await seal.settle();
        await connection.close();
        await drop();
        rmSync(data, {
          recursive: true,
          force: true,
        });
      },
    };
    return server;
  };
  return as(everyone);
}

// Who asks is named in a header here; how people really sign in is tested beside the accounts.
const home = 'demo:uy-ban-nhan-dan-tinh-song-thao';

const header = 'x-test-person';
const named: Sessions = {
  askerOf: async (headers, { address }) => {
    const personId = Number(headers.get(header) ?? 0);
    const asker = { personId, tokenId: null, sessionId: null, address };
    return personId > 0 ? { asker, withheld: () => false } : null;
  },
};

async function unitId(db: Db, key: string): Promise<number> {
  const { id } = await db.selectFrom('unit').select('id').where('key', '=', key).executeTakeFirstOrThrow();
  return id;
}

let people = 0;

async function insertPerson(db: Db, held: Readonly<Record<string, readonly Role[]>>): Promise<number> {
  people += 1;
  const email = `nguoi-thu-${people}@song-thao.example`;
  const row = { name: `Người Thử ${people}`, email, emailKey: email };
  const { id } = await db.insertInto('person').values(row).returning('id').executeTakeFirstOrThrow();
  for (const [key, list] of Object.entries(held)) {
    const unit = await unitId(db, key);
    const grants = list.map((role) => ({ personId: id, unitId: unit, role, validFrom: '2020-01-01' }));
    await db.insertInto('roleGrant').values(grants).execute();
  }
  return id;
}

/** A copy of the template, or of PostgreSQL's own empty one; one at a time, since it copies a database that nobody else looks at. */
export async function newDatabase(from: 'template' | 'template0' = 'template') {
  const template = inject('databaseUrl');
  const name = `test_${randomBytes(6).toString('hex')}`;
  const admin = async (statement: string) => {
    const { pool, close } = connect({ url: template.replace('/template?', '/nhipcau?'), connections: 1 });
    try {
      await pool.query('select pg_advisory_lock(1)');
      await pool.query(statement);
    } finally {
      await close();
    }
  };
  await admin(`create database ${name} template ${from}`);
  return {
    url: template.replace('/template?', `/${name}?`),
    drop: () => admin(`drop database ${name} with (force)`),
  };
}
