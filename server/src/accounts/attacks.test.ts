// What outsiders and thieves try at accounts: locks turned against their holders, links used twice, races.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { InvitationLink, Problem, TotpBegun } from '../contract.ts';
import { browser, signedIn, siteOf, withPassword, type Site } from '../testing/browser.ts';
import { testServer, type TestServer } from '../testing/harness.ts';
import { countAttempt } from './attempts.ts';
import { forgetEnded } from './forget.ts';
import { networkOf } from './network.ts';
import { TOTP, Secret } from 'otpauth';

let server: TestServer;
let site: Site;
const held = { 'demo:so-ngoai-vu': ['officer'] } as const;
const password = 'ngựa tím nhảy qua cầu tre';
const other = 'trâu xanh lội dưới đồng sâu';

beforeAll(async () => {
  server = await testServer();
  site = siteOf(server, { rules: { secondFactor: 'nobody' } });
});
afterAll(() => server.close());

const linkFor = async (id: number) => {
  const { body } = await server.ask<InvitationLink>('POST', `/people/${id}/invitation`);
  return body.path?.split('=')[1] ?? '';
};
const lockFromElsewhere = async (email: string) => {
  const thief = browser(site, null, '203.0.113.9');
  for (let at = 0; at < 6; at += 1)
    await thief.ask('POST', '/accounts/sign-in', { email, password: `sai-${at}-mất-rồi-nhé` });
};
const accept = (code: string, next: string) =>
  browser(site).ask<Problem>('POST', '/accounts/invitation', { code, password: next });

describe('Whoever locks the account of another by guessing', () => {
  test('does not keep them from working on, unlocking and changing their password', async () => {
    const { from, email } = await signedIn(site, held, password);
    await from.ask('POST', '/accounts/lock');
    await lockFromElsewhere(email);
    expect((await browser(site).ask('POST', '/accounts/sign-in', { email, password })).status).toBe(429);
    expect((await from.ask('POST', '/accounts/unlock', { password })).status).toBe(204);
    expect((await from.ask('POST', '/accounts/password', { password, next: other })).status).toBe(204);
  });

  test('does not keep them out once they have chosen a password by a link', async () => {
    const { email, id } = await withPassword(server, held, password);
    await lockFromElsewhere(email);
    expect((await accept(await linkFor(id), other)).status).toBe(204);
    expect((await browser(site).ask('POST', '/accounts/sign-in', { email, password: other })).status).toBe(
      204,
    );
  });

  test('and a thief at an open session guesses five times, no more', async () => {
    const { from } = await signedIn(site, held, password);
    const codes: string[] = [];
    for (let at = 0; at < 6; at += 1) {
      const body = { password: `sai-${at}-mất-rồi-nhé`, next: other };
      codes.push((await from.ask<Problem>('POST', '/accounts/password', body)).body.code);
    }
    expect(codes).toEqual([...Array<string>(5).fill('wrong-password'), 'too-many-attempts']);
  });
});

describe('A link for a password', () => {
  test('serves one of two who send it at once', async () => {
    const { id, email } = await withPassword(server, held, password);
    const code = await linkFor(id);
    const answers = await Promise.all([accept(code, other), accept(code, `${other} lắm`)]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([204, 404]);
    const won = answers[0]?.status === 204 ? other : `${other} lắm`;
    expect((await browser(site).ask('POST', '/accounts/sign-in', { email, password: won })).status).toBe(204);
  });

  test('is worth nothing once the password was changed, or the account switched off, in another way', async () => {
    const { from, id } = await signedIn(site, held, password);
    const code = await linkFor(id);
    expect((await from.ask('POST', '/accounts/password', { password, next: other })).status).toBe(204);
    expect((await accept(code, password)).body.code).toBe('no-invitation');
    const second = await linkFor(id);
    await server.deps.db.updateTable('person').set({ active: false }).where('id', '=', id).execute();
    expect((await accept(second, password)).body.code).toBe('no-invitation');
  });

  test('that is refused for its password stays good', async () => {
    const { id } = await withPassword(server, held, password);
    const code = await linkFor(id);
    expect((await accept(code, 'ngắn')).status).toBe(422);
    expect((await accept(code, other)).status).toBe(204);
  });
});

test('a second factor that was begun twice is confirmed with the secret that was shown last, or not at all', async () => {
  const { from, id } = await signedIn(site, held, password);
  const begin = async () =>
    (await from.ask<TotpBegun>('POST', '/accounts/second-factor', { password })).body.secret;
  const codeOf = (secret: string) =>
    new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: server.now.getTime() });
  const first = await begin();
  const last = await begin();
  const confirm = (secret: string) =>
    from.ask<Problem>('POST', '/accounts/second-factor/confirm', { code: codeOf(secret) });
  expect((await confirm(first)).body.code).toBe('unconfirmed-code');
  const answers = await Promise.all([confirm(last), confirm(last)]);
  expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
  const row = await server.deps.db
    .selectFrom('credential')
    .select('totp')
    .where('personId', '=', id)
    .executeTakeFirstOrThrow();
  expect(row.totp).toBe(last);
});

describe('An address that rests', () => {
  const from = (address: string, names: readonly number[]) =>
    Promise.allSettled(names.map((at) => countAttempt(server.deps, `ai-do-${at}@xa.example`, address)));
  const rows = async () => (await server.deps.db.selectFrom('signInAttempt').select('key').execute()).length;

  test('locks no more accounts, and fills no table', async () => {
    const numbers = Array.from({ length: 50 }, (_, at) => at);
    await from('198.51.100.1', numbers);
    const before = await rows();
    const later = await from(
      '198.51.100.1',
      numbers.map((at) => at + 1000),
    );
    expect(later.every(({ status }) => status === 'rejected')).toBe(true);
    expect(await rows()).toBe(before);
  });

  test('is one house, however many addresses of IPv6 it has', () => {
    expect(networkOf('2001:db8:1:2::7')).toBe('2001:db8:1:2::/64');
    expect(networkOf('2001:0db8:0001:0002:ffff:1:2:3')).toBe('2001:db8:1:2::/64');
    expect(networkOf('2001:db8::1')).toBe('2001:db8:0:0::/64');
    expect(networkOf('fe80::1%eth0')).toBe('fe80:0:0:0::/64');
    expect(networkOf('::1')).toBe('0:0:0:0::/64');
    expect(networkOf('10.1.2.3')).toBe('10.1.2.3');
  });
});

test('what has served its purpose is forgotten, what still counts is not', async () => {
  const { from, id } = await signedIn(site, held, password);
  const before = server.now;
  const sessions = async () =>
    server.deps.db.selectFrom('session').select('id').where('personId', '=', id).execute();
  await forgetEnded(server.deps);
  expect(await sessions()).toHaveLength(1);
  expect((await from.ask('GET', '/accounts/own')).status).toBe(200);
  server.now = new Date(before.getTime() + 32 * 86_400_000);
  await forgetEnded(server.deps);
  expect(await sessions()).toEqual([]);
  expect(await server.deps.db.selectFrom('signInAttempt').select('key').execute()).toEqual([]);
  server.now = before;
});
