// The whole table of access, walked through HTTP: every role, every action, every relation, every route.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createApp } from '../app.ts';
import type { Problem } from '../contract.ts';
import type { Api } from '../http/api.ts';
import { testServer, type TestServer } from '../testing/harness.ts';
import type { Case, Probe, Standing } from '../testing/matrix/case.ts';
import { acceptedDocuments, documentsInReview } from '../testing/matrix/documents.ts';
import { duties } from '../testing/matrix/duties.ts';
import { issuedOutgoing, numbers, outgoingDrafts, peers } from '../testing/matrix/outgoing.ts';
import { draftPlans, issuedPlans } from '../testing/matrix/plans.ts';
import { inspections, urgings } from '../testing/matrix/oversight.ts';
import { people } from '../testing/matrix/people.ts';
import { packages, tokens, webhooks } from '../testing/matrix/programs.ts';
import { calls, indicators, regimes, reports } from '../testing/matrix/reports.ts';
import { tasks } from '../testing/matrix/tasks.ts';
import { units } from '../testing/matrix/units.ts';
import { keys, makeWorld, type World } from '../testing/matrix/world.ts';
import { policy, relationsOf, type Action, type Relation } from './policy.ts';
import { roles, type Role } from './roles.ts';
import type { Access } from './route.ts';

const subjects = {
  acceptedDocuments,
  documentsInReview,
  draftPlans,
  issuedPlans,
  duties,
  inspections,
  urgings,
  tasks,
  units,
  people,
  tokens,
  webhooks,
  packages,
  outgoingDrafts,
  issuedOutgoing,
  numbers,
  peers,
  indicators,
  regimes,
  calls,
  reports,
};

let server: TestServer;
let app: Api;
let world: World;
let cases: readonly Case[];
const roleHolders = new Map<Role, TestServer>();

beforeAll(async () => {
  server = await testServer();
  app = createApp({ ...server.deps, hostNames: ['*'], proxies: [], workspace: server.data });
  world = await makeWorld(server);
  for (const role of roles) roleHolders.set(role, server.as(await server.person({ [keys.home]: [role] })));
  const made: Case[] = [];
  for (const make of Object.values(subjects)) made.push(await make(world));
  cases = made;
}, 120_000);
afterAll(() => server.close());

const as = (role: Role): TestServer => {
  const person = roleHolders.get(role);
  if (!person) throw new Error(role);
  return person;
};

interface Described {
  readonly method: string;
  readonly path: string;
  readonly access: Access | undefined;
}

async function described(): Promise<readonly Described[]> {
  const { body } = await server.ask<{ paths: Record<string, Record<string, { 'x-access'?: Access }>> }>(
    'GET',
    '/openapi.json',
  );
  return Object.entries(body.paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, operation]) => ({
      method: method.toUpperCase(),
      path,
      access: operation['x-access'],
    })),
  );
}

const isAction = (access: Access | undefined): access is Action =>
  access !== undefined && Object.hasOwn(policy, access);

const holdsAnywhere = (role: Role, action: Action) => relationsOf(role, action).length > 0;
const allows = (role: Role, action: Action, relations: readonly Relation[]) =>
  relationsOf(role, action).some((relation) => relations.includes(relation));

/** Sends a request and reads no more than the head of what streams. */
async function send(person: TestServer, { method, path, query = '', body }: Probe, id: number) {
  const sent = body?.(world);
  const isForm = sent instanceof FormData;
  const json = sent === undefined ? {} : { body: isForm ? sent : JSON.stringify(sent) };
  const headers = sent === undefined || isForm ? {} : { 'content-type': 'application/json' };
  const address = path.replace('{id}', String(id)).replaceAll(/\{\w+\}/g, '1999999999') + query;
  const response = await person.request(address, { method, ...json, headers });
  const isProblem = response.headers.get('content-type')?.startsWith('application/problem+json') === true;
  const problem = isProblem ? ((await response.json()) as Problem) : null;
  if (!isProblem) await response.body?.cancel();
  return { status: response.status, problem };
}

/** Routes that their own subject's tests walk with records of other units: which test does, file and name. Here only roles are tried. */
const walkedElsewhere: readonly (readonly [routes: RegExp, file: string, name: string])[] = [
  [
    /\/api\/people\/\{id\}\/roles/,
    'people/people.test.ts',
    'reaches own unit and those below: not beside, not above, and no role that reaches further',
  ],
  [/\/api\/duties\/bulk\//, 'duties/together.test.ts', 'nobody undoes what another did'],
  [
    /\/api\/units\/reorganisations\//,
    'units/reorganise.test.ts',
    'units of another province, and everything by somebody who administers none',
  ],
  [
    /\/api\/webhooks\/deliveries\//,
    'webhooks/webhooks.test.ts',
    'is the administrator’s of its unit alone, and never shows its secret again',
  ],
  [
    /\/api\/days-off\//,
    'regimes/regimes.test.ts',
    'days off are data: fixed by law, announced for a year, worked in exchange; deadlines go by them as the regime says',
  ],
];

describe('every route', () => {
  test('that the server answers is described, and names the rule that guards it', async () => {
    const known = new Map(
      (await described()).map(({ method, path, access }) => [`${method} ${path}`, access]),
    );
    const answered = app.routes
      .filter(({ method, path }) => method !== 'ALL' && path.startsWith('/api'))
      .map(
        ({ method, path }) =>
          `${method} ${path.replace(/:(\w+)(\{[^}]*\})?/g, '{$1}').replace(/(.)\/$/, '$1')}`,
      );
    const unknown = [...new Set(answered)].filter((each) => known.get(each) === undefined);
    expect(unknown).toEqual([]);
    expect(answered.length).toBeGreaterThan(80);
  });

  test('but the open ones is closed to who is not signed in, whatever is sent', async () => {
    const nobody = server.as(null);
    const closed = (await described()).filter(({ access }) => access !== 'open');
    for (const { method, path } of closed) {
      const { status } = await send(nobody, { action: 'unit.read', method: method as 'GET', path }, 1);
      expect(`${method} ${path} ${status}`).toBe(`${method} ${path} 401`);
    }
  });

  test('is closed to roles that may do it to no record, and open to the others', async () => {
    const guarded = (await described()).filter(({ access }) => isAction(access));
    for (const { method, path, access } of guarded) {
      for (const role of roles) {
        const probe = { action: 'unit.read', method: method as 'GET', path } as const;
        const body = method === 'GET' || method === 'DELETE' ? {} : { body: () => ({}) };
        const { status, problem } = await send(as(role), { ...probe, ...body }, 2_000_000_000);
        const said = `${role} ${method} ${path}: ${status} ${problem?.code ?? ''}`;
        if (!holdsAnywhere(role, access as Action))
          expect(said).toBe(`${role} ${method} ${path}: 403 not-allowed`);
        else expect(said).not.toMatch(/: (401|5\d\d)/);
      }
    }
  }, 120_000);

  test('that is about one record is walked with records in every relation', async () => {
    const walked = new Set(
      cases.flatMap(({ probes }) => probes.map(({ method, path }) => `${method} ${path}`)),
    );
    const left = (await described())
      .filter(({ access, path }) => isAction(access) && access !== 'account.own' && path.includes('{id}'))
      .map(({ method, path }) => `${method} ${path}`)
      .filter((each) => !walked.has(each) && !walkedElsewhere.some(([pattern]) => pattern.test(each)));
    expect(left).toEqual([]);
  });

  test('that is walked elsewhere is, by a test that is there', async () => {
    const known = (await described()).map(({ method, path }) => `${method} ${path}`);
    for (const [pattern, file, name] of walkedElsewhere) {
      const source = readFileSync(join(import.meta.dirname, '..', file), 'utf8');
      expect([file, name, source.includes(`test('${name}'`)]).toEqual([file, name, true]);
      expect([pattern, known.some((each) => pattern.test(each))]).toEqual([pattern, true]);
    }
  });
});

describe('every role, action and relation', () => {
  const walk = async (check: (role: Role, each: Case, standing: Standing) => Promise<void>) => {
    for (const each of cases)
      for (const standing of each.standings) for (const role of roles) await check(role, each, standing);
  };

  test('is answered as the table says', async () => {
    let asked = 0;
    const rules = new Map(
      (await described()).map(({ method, path, access }) => [`${method} ${path}`, access]),
    );
    // A route may be open to more than the action that is asked of it: which step of a duty, its body says.
    const isOut = (role: Role, { method, path }: Probe) => {
      const access = rules.get(`${method} ${path}`);
      return !isAction(access) || !holdsAnywhere(role, access);
    };
    await walk(async (role, { subject, read, probes }, standing) => {
      const readable = allows(role, read, standing.relations);
      for (const probe of probes) {
        const allowed = [probe.action, probe.or].some(
          (action) => action !== undefined && allows(role, action, standing.relations),
        );
        if (allowed && probe.harmful) continue;
        const { status, problem } = await send(as(role), probe, standing.id);
        asked += 1;
        const named = `${role}, ${probe.action}, ${subject} ${standing.name}: ${probe.method} ${probe.path}`;
        const said = `${named} → ${status} ${problem?.code ?? ''}`;
        const missing = problem !== null && problem.code === probe.missing;
        if (allowed) {
          if (!missing) expect(said).toMatch(/ → (2\d\d|409|422) /);
        } else if (readable || isOut(role, probe)) expect(said).toMatch(/ → 403 /);
        else expect(said).toMatch(/ → 404 /);
      }
    });
    expect(asked).toBeGreaterThan(2000);
  }, 300_000);

  test('that may not be read is answered as what does not exist', async () => {
    await walk(async (role, { read, probes, standings }, standing) => {
      if (allows(role, read, standing.relations)) return;
      for (const probe of probes) {
        const [there, nowhere] = [
          await send(as(role), probe, standing.id),
          await send(as(role), probe, 1_999_999_999),
        ];
        const number = new RegExp(`\\b(${standing.id}|1999999999)\\b`, 'g');
        const plain = (problem: Problem | null) => JSON.stringify(problem?.detail).replace(number, '#');
        expect([there.status, there.problem?.code, plain(there.problem)]).toEqual([
          nowhere.status,
          nowhere.problem?.code,
          plain(nowhere.problem),
        ]);
      }
      expect(standings.length).toBeGreaterThan(3);
    });
  }, 300_000);

  test('that may be read stands on lists, and nothing else does', async () => {
    for (const { subject, read, lists, standings } of cases) {
      for (const { path, ids } of lists) {
        for (const role of roles) {
          if (!holdsAnywhere(role, read)) continue;
          const { body } = await as(role).ask<never>('GET', path);
          const listed = new Set(ids(body));
          for (const { name, id, relations } of standings) {
            const said = `${role}, ${path}, ${subject} ${name}`;
            expect([said, listed.has(id)]).toEqual([said, allows(role, read, relations)]);
          }
        }
      }
    }
  }, 120_000);
});

// Written down by hand: whoever changes these cells of the table has to change them here as well.
test.each<[Role, Action, Relation, boolean]>([
  ['officer', 'duty.report', 'own', true],
  ['officer', 'duty.report', 'coordinated', false],
  ['officer', 'duty.confirm', 'own', false],
  ['officer', 'plan.approve', 'own', false],
  ['officer', 'document.read', 'coordinated', false],
  ['officer', 'plan.read', 'subtree', false],
  ['leader', 'plan.approve', 'own', true],
  ['leader', 'duty.urge', 'subtree', true],
  ['leader', 'document.accept', 'subtree', false],
  ['coordinator', 'duty.confirm', 'coordinated', true],
  ['coordinator', 'duty.report', 'coordinated', false],
  ['coordinator', 'plan.approve', 'coordinated', false],
  ['coordinator', 'plan.draft', 'principal', true],
  ['coordinator', 'plan.draft', 'coordinated', false],
  ['coordinator', 'plan.submit', 'coordinated', false],
  ['coordinator', 'plan.issue', 'principal', true],
  ['coordinator', 'plan.issue', 'coordinated', false],
  ['coordinator', 'plan.close', 'coordinated', false],
  ['coordinator', 'document.upload', 'principal', true],
  ['coordinator', 'document.upload', 'coordinated', false],
  ['coordinator', 'document.review', 'coordinated', false],
  ['coordinator', 'document.accept', 'coordinated', false],
  ['coordinator', 'document.remove', 'coordinated', false],
  ['coordinator', 'plan.approve', 'principal', false],
  ['officer', 'plan.draft', 'principal', false],
  ['approver', 'plan.issue', 'own', true],
  ['approver', 'duty.report', 'own', false],
  ['finance', 'plan.draft', 'own', false],
  ['editor', 'document.remove', 'own', false],
  ['translator', 'duty.read', 'coordinated', false],
  ['publisher', 'plan.issue', 'own', false],
  ['administrator', 'unit.reorganise', 'subtree', true],
  ['administrator', 'duty.report', 'own', false],
  ['administrator', 'plan.issue', 'own', false],
  ['administrator', 'audit.read', 'coordinated', false],
  ['observer', 'duty.read', 'subtree', true],
  ['observer', 'plan.draft', 'own', false],
  ['observer', 'document.upload', 'own', false],
  ['observer', 'audit.read', 'own', false],
])('%s: %s of what is %s – %s', (role, action, relation, expected) => {
  expect(relationsOf(role, action).includes(relation)).toBe(expected);
});

test('nobody but the administrator grants roles, manages programs or reads the log', () => {
  for (const action of [
    'role.grant',
    'person.edit',
    'token.manage',
    'webhook.manage',
    'audit.read',
  ] as const) {
    expect(roles.filter((role) => holdsAnywhere(role, action))).toEqual(['administrator']);
  }
});
