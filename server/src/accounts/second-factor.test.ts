// Two-step verification, as people use it and as attackers try it.
import { TOTP, Secret } from 'otpauth';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Me, OwnAccount, Problem } from '../contract.ts';
import { testServer, type TestServer } from '../testing/harness.ts';
import { browser, signedIn, siteOf, type Browser, type Site } from '../testing/browser.ts';

const password = 'ngựa tím nhảy qua cầu tre';

let server: TestServer;
let site: Site;
beforeAll(async () => {
  server = await testServer();
  site = siteOf(server, { rules: { demo: true } });
});
afterAll(() => server.close());

const unit = 'demo:so-ngoai-vu';
const start = new Date('2026-03-10T03:00:00Z');
beforeEach(() => {
  server.now = start;
});
const later = (minutes: number) => {
  server.now = new Date(server.now.getTime() + minutes * 60_000);
};
const codeOf = async (from: Browser, email: string, typed = password) =>
  (await from.ask<Problem>('POST', '/accounts/sign-in', { email, password: typed })).body?.code;
const isIn = async (from: Browser) => (await from.ask<Me>('GET', '/me')).body.person !== null;

describe('The second factor', () => {
  const codeAt = (secret: string, at: Date) =>
    new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: at.getTime() });

  async function enrolled() {
    const one = await signedIn(site, { [unit]: ['officer'] }, password);
    const begun = await one.from.ask<{ secret: string; picture: { path: string } }>(
      'POST',
      '/accounts/second-factor',
      { password },
    );
    const { secret } = begun.body;
    const confirmed = await one.from.ask<{ codes: string[] }>('POST', '/accounts/second-factor/confirm', {
      code: codeAt(secret, server.now),
    });
    later(1);
    return { ...one, secret, codes: confirmed.body.codes };
  }

  test('is asked for from then on, and each code serves once', async () => {
    const { email, secret } = await enrolled();
    expect(await codeOf(browser(site), email)).toBe('code-needed');
    const code = codeAt(secret, server.now);
    const from = browser(site);
    expect((await from.ask('POST', '/accounts/sign-in', { email, password, code })).status).toBe(204);
    expect(await isIn(from)).toBe(true);
    const replayed = await browser(site).ask<Problem>('POST', '/accounts/sign-in', { email, password, code });
    expect([replayed.status, replayed.body.code]).toEqual([401, 'wrong-code']);
    later(1);
    const older = await browser(site).ask<Problem>('POST', '/accounts/sign-in', { email, password, code });
    expect(older.body.code).toBe('wrong-code');
  });

  test('serves only one of two who send the same code at once', async () => {
    const { email, secret } = await enrolled();
    const body = { email, password, code: codeAt(secret, server.now) };
    const answers = await Promise.all([1, 2].map(() => browser(site).ask('POST', '/accounts/sign-in', body)));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([204, 401]);
  });

  test('cannot be guessed for ever by asking with the password in between', async () => {
    const { email } = await enrolled();
    const codes: (string | undefined)[] = [];
    for (let at = 0; at < 6; at += 1) {
      codes.push(
        (await browser(site).ask<Problem>('POST', '/accounts/sign-in', { email, password, code: '000000' }))
          .body.code,
      );
      codes.push(await codeOf(browser(site), email));
    }
    expect(codes.filter((code) => code === 'wrong-code').length).toBeLessThanOrEqual(5);
    expect(codes.at(-1)).toBe('too-many-attempts');
  });

  test('has ten recovery codes, each good once', async () => {
    const { email, codes, from } = await enrolled();
    expect(codes).toHaveLength(10);
    const [code = ''] = codes;
    expect(
      (await browser(site).ask('POST', '/accounts/sign-in', { email, password, code: code.toUpperCase() }))
        .status,
    ).toBe(204);
    expect(
      (await browser(site).ask<Problem>('POST', '/accounts/sign-in', { email, password, code })).body.code,
    ).toBe('wrong-code');
    expect((await from.ask<OwnAccount>('GET', '/accounts/own')).body.recoveryCodes).toBe(9);
    const stored = await server.deps.db.selectFrom('recoveryCode').select('hash').execute();
    expect(JSON.stringify(stored)).not.toContain(code.replace('-', ''));
  });

  test('lets a shorter password do, and stays while the password is short', async () => {
    const { from } = await enrolled();
    expect((await from.ask('POST', '/accounts/password', { password, next: 'tre7xanh!' })).status).toBe(204);
    const answer = await from.ask<Problem>('POST', '/accounts/second-factor/remove', {
      password: 'tre7xanh!',
    });
    expect([answer.status, answer.body.code]).toEqual([409, 'password-too-short-alone']);
  });

  test('is not on before a right code has confirmed it', async () => {
    const { from, email } = await signedIn(site, { [unit]: ['officer'] }, password);
    await from.ask('POST', '/accounts/second-factor', { password });
    const wrong = await from.ask<Problem>('POST', '/accounts/second-factor/confirm', { code: '000000' });
    expect(wrong.body.code).toBe('unconfirmed-code');
    expect((await browser(site).ask('POST', '/accounts/sign-in', { email, password })).status).toBe(204);
  });

  test('is asked of administrators: until then that role alone does not count', async () => {
    const { from } = await signedIn(site, { [unit]: ['administrator', 'officer'] }, password);
    const { body: before } = await from.ask<Me>('GET', '/me');
    expect(before.withheld).toEqual(['administrator']);
    expect(before.roles.map(({ role }) => role)).toEqual(['officer']);
    expect(before.actions).not.toContain('person.edit');
    const begun = await from.ask<{ secret: string }>('POST', '/accounts/second-factor', { password });
    await from.ask('POST', '/accounts/second-factor/confirm', {
      code: codeAt(begun.body.secret, server.now),
    });
    const { body: after } = await from.ask<Me>('GET', '/me');
    expect(after.withheld).toEqual([]);
    expect(after.actions).toContain('person.edit');
  });
});
