// People, roles, deputies and lists of people, as administrators and colleagues use them.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sealOf } from '../audit/seal.ts';
import type { InvitationLink, Person, PersonList, PersonPrivate, Problem } from '../contract.ts';
import { browser, signedIn, siteOf, type Site } from '../testing/browser.ts';
import { testServer, type TestServer } from '../testing/harness.ts';
import { switchOffUnused } from './unused.ts';

let server: TestServer;
let site: Site;
let commune: number;
let department: number;
let province: number;
const communeKey = 'demo:uy-ban-nhan-dan-xa-muong-phang-lai';
const departmentKey = 'demo:so-ngoai-vu';
const provinceKey = 'demo:uy-ban-nhan-dan-tinh-song-thao';
const password = 'ngựa tím nhảy qua cầu tre';

beforeAll(async () => {
  server = await testServer();
  site = siteOf(server, { rules: { secondFactor: 'nobody' } });
  [commune, department, province] = (await Promise.all(
    [communeKey, departmentKey, provinceKey].map(server.unit),
  )) as [number, number, number];
});
afterAll(() => server.close());

let made = 0;
const someone = <T extends object>(roles: readonly object[], more?: T) => {
  made += 1;
  return {
    name: `Lò Văn Mới ${made}`,
    post: 'Công chức',
    email: `moi-${made}@song-thao.example`,
    roles,
    ...more,
  };
};
const administrator = async (key: string) => server.as(await server.person({ [key]: ['administrator'] }));
const audited = async (action: string, subjectId: number) => {
  await sealOf(server.deps.db).settle();
  return server.deps.db
    .selectFrom('audit')
    .selectAll()
    .where('action', '=', action)
    .where('subjectId', '=', subjectId)
    .execute();
};

describe('An administrator', () => {
  test('makes an account at a unit below, whose holder chooses a password by a link that works once', async () => {
    const admin = await administrator(provinceKey);
    const input = someone([{ unitId: commune, role: 'officer' }]);
    const { status, body } = await admin.ask<Person>('POST', '/people', input);
    expect(status).toBe(201);
    expect(body.grants).toMatchObject([{ role: 'officer', unitId: commune, state: 'now', validTo: null }]);
    const link = (await admin.ask<InvitationLink>('POST', `/people/${body.id}/invitation`)).body;
    expect(link).toMatchObject({ sent: false, path: expect.stringMatching(/^\/moi\?ma=[\w-]{32}$/) });
    const code = link.path?.split('=')[1];
    const from = browser(site);
    expect((await from.ask<object>('GET', `/accounts/invitation?code=${code}`)).body).toMatchObject({
      name: input.name,
      kind: 'invite',
    });
    expect(
      (await from.ask<Problem>('POST', '/accounts/invitation', { code, password: 'ngắn quá' })).body.code,
    ).toBe('password-short-alone');
    expect((await from.ask('POST', '/accounts/invitation', { code, password })).status).toBe(204);
    expect((await from.ask('POST', '/accounts/invitation', { code, password })).status).toBe(404);
    expect((await from.ask('POST', '/accounts/sign-in', { email: input.email, password })).status).toBe(204);
  });

  test('makes every earlier link worthless with a new one, and a link dies after its time', async () => {
    const admin = await administrator(provinceKey);
    const { body } = await admin.ask<Person>(
      'POST',
      '/people',
      someone([{ unitId: commune, role: 'officer' }]),
    );
    const codeOf = async () =>
      (await admin.ask<InvitationLink>('POST', `/people/${body.id}/invitation`)).body.path?.split('=')[1];
    const [first, second] = [await codeOf(), await codeOf()];
    expect((await browser(site).ask('GET', `/accounts/invitation?code=${first}`)).status).toBe(404);
    expect((await browser(site).ask('GET', `/accounts/invitation?code=${second}`)).status).toBe(200);
    const before = server.now;
    server.now = new Date(before.getTime() + 8 * 86_400_000);
    expect((await browser(site).ask('GET', `/accounts/invitation?code=${second}`)).status).toBe(404);
    server.now = before;
  });

  test('reaches own unit and those below: not beside, not above, and no role that reaches further', async () => {
    const admin = await administrator(communeKey);
    const give = async (unitId: number, role: string) => {
      const { status, body } = await admin.ask<Problem>('POST', '/people', someone([{ unitId, role }]));
      return [status, body.code];
    };
    expect(await give(department, 'officer')).toEqual([403, 'unit-out-of-reach']);
    expect(await give(province, 'observer')).toEqual([403, 'unit-out-of-reach']);
    // The focal agency of a commune would coordinate the whole province.
    expect(await give(commune, 'coordinator')).toEqual([403, 'role-reaches-further']);
    expect((await give(commune, 'leader'))[0]).toBe(201);
  });

  test('cannot get at somebody who also holds a role elsewhere', async () => {
    const admin = await administrator(communeKey);
    const both = await server.person({ [communeKey]: ['officer'], [departmentKey]: ['leader'] });
    const tries: readonly [string, string, object?][] = [
      ['PATCH', '', { version: 1, email: 'cua-toi@song-thao.example' }],
      ['POST', '/invitation'],
      ['POST', '/active', { active: false }],
      ['DELETE', '/second-factor'],
      ['DELETE', '/sessions'],
    ];
    for (const [method, path, body] of tries) {
      const answer = await admin.ask<Problem>(method, `/people/${both}${path}`, body);
      expect([path, answer.status, answer.body.code]).toEqual([path, 403, 'person-out-of-reach']);
    }
  });

  test('cannot switch off, or take the role of, the last administrator', async () => {
    const own = await testServer();
    const lone = own.everyone;
    const other = await own.person({ [provinceKey]: ['administrator'] });
    const grants = async (id: number) => (await own.ask<Person>('GET', `/people/${id}`)).body.grants;
    const roleOf = async (id: number) => (await grants(id)).find(({ role }) => role === 'administrator')?.id;
    expect((await own.as(other).ask('POST', `/people/${lone}/active`, { active: false })).status).toBe(200);
    const end = await own.as(other).ask<Problem>(
      'POST',
      `/people/${other}/roles/${await own
        .as(other)
        .ask<Person>('GET', `/people/${other}`)
        .then(({ body }) => body.grants[0]?.id)}/end`,
      {},
    );
    expect([end.status, end.body.code]).toEqual([409, 'last-administrator']);
    await own.as(other).ask('POST', `/people/${lone}/active`, { active: true });
    // Both at once take the other's role away: one of them must fail.
    const [mine, theirs] = [
      await roleOf(lone),
      await own
        .as(other)
        .ask<Person>('GET', `/people/${other}`)
        .then(({ body }) => body.grants[0]?.id),
    ];
    const answers = await Promise.all([
      own.ask('POST', `/people/${other}/roles/${theirs}/end`, {}),
      own.as(other).ask('POST', `/people/${lone}/roles/${mine}/end`, {}),
    ]);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    const left = await own.deps.db
      .selectFrom('roleGrant')
      .select('personId')
      .where('role', '=', 'administrator')
      .where('endedAt', 'is', null)
      .execute();
    expect(left).toHaveLength(1);
    await own.close();
  });

  test('changes what a colleague changed in between only after seeing it', async () => {
    const admin = await administrator(provinceKey);
    const { body } = await admin.ask<Person>(
      'POST',
      '/people',
      someone([{ unitId: commune, role: 'officer' }]),
    );
    const url = `/people/${body.id}`;
    expect(
      (await admin.ask<Person>('PATCH', url, { version: body.version, post: 'Phó Chủ tịch' })).body.post,
    ).toBe('Phó Chủ tịch');
    const stale = await admin.ask<Problem & { current: Person }>('PATCH', url, {
      version: body.version,
      post: 'Chủ tịch',
    });
    expect([stale.status, stale.body.code, stale.body.current.post]).toEqual([
      409,
      'stale-version',
      'Phó Chủ tịch',
    ]);
  });

  test('hears that an address is taken, whatever its case', async () => {
    const admin = await administrator(provinceKey);
    const input = someone([{ unitId: commune, role: 'officer' }]);
    await admin.ask('POST', '/people', input);
    const again = await admin.ask<Problem>('POST', '/people', { ...input, email: input.email.toUpperCase() });
    expect([again.status, again.body.code]).toEqual([409, 'email-taken']);
  });
});

describe('A session', () => {
  test('ends at once when its account is switched off, its e-mail changed or its holder signed out by an administrator', async () => {
    const admin = await administrator(provinceKey);
    const isIn = async (from: Awaited<ReturnType<typeof signedIn>>['from']) =>
      (await from.ask('GET', '/accounts/own')).status === 200;
    for (const act of [
      (id: number) => admin.ask('POST', `/people/${id}/active`, { active: false }),
      (id: number) =>
        admin.ask('PATCH', `/people/${id}`, { version: 1, email: `khac-${id}@song-thao.example` }),
      (id: number) => admin.ask('DELETE', `/people/${id}/sessions`),
    ]) {
      const { from, id } = await signedIn(site, { [departmentKey]: ['officer'] }, password);
      expect(await isIn(from)).toBe(true);
      expect((await act(id)).status).toBeLessThan(300);
      expect(await isIn(from)).toBe(false);
    }
  });
});

describe('Private data', () => {
  test('stands in no list and no detail; it is asked for, and it is written down who looked', async () => {
    const admin = await administrator(provinceKey);
    const input = someone([{ unitId: commune, role: 'officer' }], { phone: '0987 654 321' });
    const { id } = (await admin.ask<Person>('POST', '/people', input)).body;
    const colleague = server.as(await server.person({ [departmentKey]: ['officer'] }));
    const outsider = server.as(await server.person({ 'province:04': ['administrator'] }));
    for (const reader of [admin, colleague]) {
      const list = await reader.ask<PersonList>('GET', `/people?q=${encodeURIComponent(input.name)}`);
      const detail = await reader.ask<Person>('GET', `/people/${id}`);
      expect(JSON.stringify([list.body, detail.body])).not.toMatch(/0987|moi-\d+@song/);
    }
    expect((await admin.ask<PersonPrivate>('GET', `/people/${id}/private`)).body).toEqual({
      email: input.email,
      phone: '0987 654 321',
    });
    expect(await audited('person.private', id)).toHaveLength(1);
    expect((await colleague.ask('GET', `/people/${id}/private`)).status).toBeGreaterThanOrEqual(403);
    expect((await outsider.ask('GET', `/people/${id}`)).status).toBe(404);
    expect((await outsider.ask('GET', `/people/${id}/private`)).status).toBe(404);
    expect(
      (await outsider.ask<PersonList>('GET', `/people?q=${encodeURIComponent(input.name)}`)).body.total,
    ).toBe(0);
  });

  test('does not tell by searching: an address finds nobody', async () => {
    const admin = await administrator(provinceKey);
    const input = someone([{ unitId: commune, role: 'officer' }]);
    await admin.ask('POST', '/people', input);
    expect((await admin.ask<PersonList>('GET', `/people?q=${input.email}`)).body.total).toBe(0);
    expect((await admin.ask<PersonList>('GET', '/people?q=lo%20van%20moi')).body.total).toBeGreaterThan(0);
    expect((await admin.ask<PersonList>('GET', `/people?q=${encodeURIComponent('lồ văn')}`)).body.total).toBe(
      0,
    );
  });
});

test('A search finds people by the unit where they hold a role, with or without diacritics', async () => {
  const admin = await administrator(provinceKey);
  const input = someone([{ unitId: department, role: 'officer' }]);
  const { id } = (await admin.ask<Person>('POST', '/people', input)).body;
  const found = async (asked: TestServer, q: string) =>
    (await asked.ask<PersonList>('GET', `/people?size=200&q=${encodeURIComponent(q)}`)).body.rows.map(
      (row) => row.id,
    );
  expect(await found(admin, 'so ngoai vu')).toContain(id);
  expect(await found(admin, 'Sở Ngoại vụ')).toContain(id);
  expect(await found(admin, 'muong phang lai')).not.toContain(id);
  const outsider = server.as(await server.person({ 'province:04': ['administrator'] }));
  expect(await found(outsider, 'so ngoai vu')).toEqual([]);
});

describe('A role', () => {
  test('holds from its first to its last day, and one sees what somebody holds on a day', async () => {
    const admin = await administrator(provinceKey);
    const input = someone([
      { unitId: department, role: 'officer', validFrom: '2026-01-01', validTo: '2026-03-10' },
    ]);
    const { id } = (await admin.ask<Person>('POST', '/people', input)).body;
    await admin.ask('POST', `/people/${id}/roles`, {
      unitId: commune,
      role: 'leader',
      validFrom: '2026-03-11',
    });
    const held = async (on: string) =>
      (await admin.ask<Person>('GET', `/people/${id}?on=${on}`)).body.grants
        .filter(({ state }) => state === 'now')
        .map(({ role }) => role);
    expect(await held('2025-12-31')).toEqual([]);
    expect(await held('2026-03-10')).toEqual(['officer']);
    expect(await held('2026-03-11')).toEqual(['leader']);
    const twice = await admin.ask<Problem>('POST', `/people/${id}/roles`, {
      unitId: commune,
      role: 'leader',
    });
    expect(twice.body.code).toBe('role-held');
  });

  test('ends at once or after a last day, never in the past', async () => {
    const admin = await administrator(provinceKey);
    const { id, grants } = (
      await admin.ask<Person>('POST', '/people', someone([{ unitId: department, role: 'officer' }]))
    ).body;
    const url = `/people/${id}/roles/${grants[0]?.id}/end`;
    expect((await admin.ask<Problem>('POST', url, { lastDay: '2026-03-09' })).body.code).toBe('day-passed');
    expect((await admin.ask<Person>('POST', url, { lastDay: '2026-03-20' })).body.grants[0]).toMatchObject({
      state: 'now',
      validTo: '2026-03-20',
    });
    expect((await admin.ask<Person>('POST', url, {})).body.grants[0]).toMatchObject({
      state: 'over',
      endedAt: expect.any(String),
    });
    expect((await admin.ask<Problem>('POST', url, {})).body.code).toBe('role-over');
  });
});

describe('A deputy', () => {
  async function deputised() {
    const leader = await server.person({ [departmentKey]: ['leader'] });
    const deputy = await server.person({ [communeKey]: ['officer'] });
    const { grants } = (await server.as(leader).ask<Person>('GET', `/people/${leader}`)).body;
    const period = { deputyId: deputy, validFrom: '2026-03-10', validTo: '2026-03-15', note: 'Nghỉ phép' };
    const answer = await server
      .as(leader)
      .ask<Person>('POST', `/people/${leader}/roles/${grants[0]?.id}/deputies`, period);
    return { leader, deputy, grantId: grants[0]?.id, answer };
  }
  const rolesOf = async (id: number) =>
    (await server.as(id).ask<{ roles: { role: string; unitId: number; deputy: boolean }[] }>('GET', '/me'))
      .body.roles;

  test('holds the role for the period, says so, and no longer', async () => {
    const { leader, deputy, answer } = await deputised();
    expect(answer.status).toBe(201);
    expect(answer.body.grants[0]?.deputies).toMatchObject([{ personId: deputy, validTo: '2026-03-15' }]);
    expect(await rolesOf(deputy)).toContainEqual(
      expect.objectContaining({ role: 'leader', unitId: department, deputy: true }),
    );
    expect(await audited('role.deputise', leader)).toHaveLength(1);
    const before = server.now;
    server.now = new Date('2026-03-16T03:00:00Z');
    expect((await rolesOf(deputy)).map(({ role }) => role)).toEqual(['officer']);
    server.now = before;
  });

  test('loses it when the principal does, or when either ends it', async () => {
    const { leader, deputy } = await deputised();
    const admin = await administrator(provinceKey);
    const { grants } = (await admin.ask<Person>('GET', `/people/${leader}`)).body;
    await admin.ask('POST', `/people/${leader}/roles/${grants[0]?.id}/end`, {});
    expect((await rolesOf(deputy)).map(({ role }) => role)).toEqual(['officer']);
    const again = await deputised();
    const mine = (
      await server.as(again.deputy).ask<Person>('GET', `/people/${again.deputy}`)
    ).body.grants.find(({ deputyFor }) => deputyFor);
    expect(
      (await server.as(again.deputy).ask('POST', `/people/${again.deputy}/roles/${mine?.id}/end`, {})).status,
    ).toBe(200);
    expect((await rolesOf(again.deputy)).map(({ role }) => role)).toEqual(['officer']);
  });

  test('is not named by whoever has nothing to say about the role, and hands nothing on', async () => {
    const { leader, deputy, grantId } = await deputised();
    const third = await server.person({ [communeKey]: ['leader'] });
    const period = { deputyId: third, validTo: '2026-03-15' };
    expect(
      (
        await server
          .as(third)
          .ask('POST', `/people/${leader}/roles/${grantId}/deputies`, { ...period, deputyId: third })
      ).status,
    ).toBeGreaterThanOrEqual(403);
    const mine = (await server.as(deputy).ask<Person>('GET', `/people/${deputy}`)).body.grants.find(
      ({ deputyFor }) => deputyFor,
    );
    expect(
      (await server.as(deputy).ask('POST', `/people/${deputy}/roles/${mine?.id}/deputies`, period)).status,
    ).toBe(403);
  });

  test('of an administrator is not named by the head of the unit', async () => {
    const leader = await server.person({ [departmentKey]: ['leader'] });
    const admin = await server.person({ [departmentKey]: ['administrator'] });
    const { grants } = (await server.as(admin).ask<Person>('GET', `/people/${admin}`)).body;
    const answer = await server.as(leader).ask('POST', `/people/${admin}/roles/${grants[0]?.id}/deputies`, {
      deputyId: leader,
      validTo: '2026-03-15',
    });
    expect(answer.status).toBe(403);
  });
});

describe('An account that nobody uses', () => {
  test('is flagged, then switched off after 45 days; used ones and the last administrator stay', async () => {
    const own = await testServer();
    const quiet = await own.person({ [departmentKey]: ['officer'] });
    const busy = await own.person({ [departmentKey]: ['officer'] });
    const ago = (days: number) => new Date(own.now.getTime() - days * 86_400_000);
    const { db } = own.deps;
    await db
      .updateTable('person')
      .set({ activeSince: ago(100), lastSeenAt: ago(40) })
      .execute();
    await db
      .updateTable('person')
      .set({ lastSeenAt: ago(1) })
      .where('id', '=', busy)
      .execute();
    const flagged = async () =>
      (await own.ask<PersonList>('GET', '/people?active=all')).body.rows
        .filter(({ unused }) => unused)
        .map(({ id }) => id);
    expect(await flagged()).toContain(quiet);
    expect(await switchOffUnused(own.deps)).toBe(0);
    own.now = new Date(own.now.getTime() + 6 * 86_400_000);
    expect(await switchOffUnused(own.deps)).toBe(1);
    const off = (await own.ask<Person>('GET', `/people/${quiet}`)).body;
    expect([off.active, off.offBecause]).toEqual([false, 'unused']);
    expect((await own.ask<Person>('GET', `/people/${own.everyone}`)).body.active).toBe(true);
    await own.close();
  });
});
