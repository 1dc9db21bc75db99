// Programs that work for a unit.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Person, Problem, Token, TokenList, TokenMade } from '../contract.ts';
import { browser, siteOf, type Site } from '../testing/browser.ts';
import { testServer, type TestServer } from '../testing/harness.ts';

let server: TestServer;
let site: Site;
const department = 'demo:so-ngoai-vu';
beforeAll(async () => {
  server = await testServer();
  site = siteOf(server);
});
afterAll(() => server.close());

async function made(more: object = {}, key = department) {
  const admin = server.as(await server.person({ [key]: ['administrator'] }));
  const input = { name: 'iOffice của Sở', unitId: await server.unit(key), roles: ['officer'], ...more };
  return { admin, ...(await admin.ask<TokenMade & Problem>('POST', '/tokens', input)) };
}
const uses = async (secret: string) =>
  (await browser(site).ask('GET', '/tasks', undefined, { authorization: `Bearer ${secret}` })).status;

test('a token is shown once, kept as a hash, and works for its unit', async () => {
  const { status, body, admin } = await made();
  expect(status).toBe(201);
  expect(body.secret).toMatch(/^nc_[\w-]{43}$/);
  expect(await uses(body.secret)).toBe(200);
  const list = await admin.ask<TokenList>('GET', '/tokens');
  expect(list.body.rows).toMatchObject([
    { hint: body.secret.slice(0, 8), state: 'open', lastUsedAt: expect.any(String) },
  ]);
  const stored = await server.deps.db.selectFrom('apiToken').selectAll().execute();
  expect(JSON.stringify([list.body, stored])).not.toContain(body.secret);
});

test('it is written at most once a minute that it was used', async () => {
  const { body } = await made();
  const last = async () =>
    (
      await server.deps.db
        .selectFrom('apiToken')
        .select('lastUsedAt')
        .where('id', '=', body.id)
        .executeTakeFirstOrThrow()
    ).lastUsedAt;
  const before = server.now;
  await uses(body.secret);
  server.now = new Date(before.getTime() + 50_000);
  await uses(body.secret);
  expect(await last()).toEqual(before);
  server.now = new Date(before.getTime() + 61_000);
  await uses(body.secret);
  expect(await last()).toEqual(server.now);
  server.now = before;
});

test('revoked or expired it is worth nothing from the next request on', async () => {
  const { body, admin } = await made({ expiresOn: '2026-03-10' });
  expect(await uses(body.secret)).toBe(200);
  const before = server.now;
  server.now = new Date('2026-03-10T17:30:00Z');
  expect(await uses(body.secret)).toBe(401);
  server.now = before;
  expect(await uses(body.secret)).toBe(200);
  expect((await admin.ask('DELETE', `/tokens/${body.id}`)).status).toBe(204);
  expect(await uses(body.secret)).toBe(401);
});

test('it is taken from the header alone, never from a cookie, and a wrong one is not replaced by a session', async () => {
  const { body } = await made();
  expect((await browser(site, body.secret).ask('GET', '/tasks')).status).toBe(401);
  expect(await uses(`${body.secret.slice(0, -1)}${body.secret.endsWith('A') ? 'B' : 'A'}`)).toBe(401);
  expect(await uses('nc_')).toBe(401);
});

test('it reaches no further than its maker, and its maker sees no other unit’s', async () => {
  const { status, body } = await made({ roles: ['coordinator'] });
  expect([status, body.code]).toEqual([403, 'role-reaches-further']);
  const beside = await made({ unitId: await server.unit('demo:so-tai-chinh') });
  expect([beside.status, beside.body.code]).toEqual([403, 'unit-out-of-reach']);
  const mine = await made();
  const other = await made({}, 'demo:so-tai-chinh');
  expect((await other.admin.ask<TokenList>('GET', '/tokens')).body.rows.map(({ id }) => id)).not.toContain(
    mine.body.id,
  );
  expect((await other.admin.ask('DELETE', `/tokens/${mine.body.id}`)).status).toBe(404);
  expect(await uses(mine.body.secret)).toBe(200);
});

test('it does not manage people, nor reads accounts', async () => {
  const { body } = await made();
  const ask = async (path: string) =>
    (await browser(site).ask('GET', path, undefined, { authorization: `Bearer ${body.secret}` })).status;
  expect(await ask('/tokens')).toBe(403);
  expect(await ask('/accounts/own')).toBe(404);
});

describe('a token whose maker', () => {
  const state = async (id: number, as: TestServer) =>
    (await as.ask<TokenList>('GET', '/tokens')).body.rows.find((each) => each.id === id)?.state;

  test('no longer administers the unit is worth nothing, until another administrator takes it over', async () => {
    const maker = await server.person({ [department]: ['administrator'] });
    const input = { name: 'iOffice', unitId: await server.unit(department), roles: ['officer'] };
    const { body } = await server.as(maker).ask<TokenMade>('POST', '/tokens', input);
    const heir = server.as(await server.person({ [department]: ['administrator'] }));
    expect([await uses(body.secret), await state(body.id, heir)]).toEqual([200, 'open']);
    const end = { endedAt: server.now, endedBy: null };
    await server.deps.db.updateTable('roleGrant').set(end).where('personId', '=', maker).execute();
    expect([await uses(body.secret), await state(body.id, heir)]).toEqual([401, 'unkept']);
    const kept = await heir.ask<Token>('POST', `/tokens/${body.id}/keep`);
    expect([kept.status, kept.body.state, kept.body.mine]).toEqual([200, 'open', true]);
    expect(await uses(body.secret)).toBe(200);
  });

  test('is switched off dies with the account', async () => {
    const { body, admin } = await made();
    const { id } = (await admin.ask<{ person: { id: number } }>('GET', '/me')).body.person;
    await server.deps.db.updateTable('person').set({ active: false }).where('id', '=', id).execute();
    expect(await uses(body.secret)).toBe(401);
  });

  test('stood in for an administrator ends with that period', async () => {
    const admin = await server.person({ [department]: ['administrator'] });
    const deputy = await server.person({ [department]: ['officer'] });
    const [role] = (await server.as(admin).ask<Person>('GET', `/people/${admin}`)).body.grants;
    const period = { deputyId: deputy, validTo: '2026-03-12' };
    const path = `/people/${admin}/roles/${role?.id}/deputies`;
    expect((await server.as(admin).ask('POST', path, period)).status).toBe(201);
    const input = { name: 'Tạm', unitId: await server.unit(department), roles: ['officer'] };
    const { body } = await server.as(deputy).ask<TokenMade>('POST', '/tokens', input);
    expect(await uses(body.secret)).toBe(200);
    const before = server.now;
    server.now = new Date('2026-03-13T03:00:00Z');
    expect(await uses(body.secret)).toBe(401);
    server.now = before;
  });

  test('is another unit’s is not taken over by who does not administer it, nor after it was revoked', async () => {
    const { body, admin } = await made();
    const beside = server.as(await server.person({ 'demo:so-tai-chinh': ['administrator'] }));
    expect((await beside.ask('POST', `/tokens/${body.id}/keep`)).status).toBe(404);
    await admin.ask('DELETE', `/tokens/${body.id}`);
    const late = await admin.ask<Problem>('POST', `/tokens/${body.id}/keep`);
    expect([late.status, late.body.code]).toEqual([409, 'token-over']);
  });
});

test('a program makes no other, and answers for none', async () => {
  const { body } = await made({ roles: ['administrator'] });
  const bearer = { authorization: `Bearer ${body.secret}` };
  const input = { name: 'Con', unitId: await server.unit(department), roles: ['officer'] };
  const second = await browser(site).ask<Problem>('POST', '/tokens', input, bearer);
  expect([second.status, second.body.code]).toEqual([403, 'not-allowed']);
  expect((await browser(site).ask('POST', `/tokens/${body.id}/keep`, undefined, bearer)).status).toBe(403);
});
