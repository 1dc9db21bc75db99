// Accounts through HTTP, as browsers use them, and as attackers do.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Entrance, Me, OwnAccount, Problem } from '../contract.ts';
import { sealOf } from '../audit/seal.ts';
import { testServer, type TestServer } from '../testing/harness.ts';
import { countAttempt } from './attempts.ts';
import { demoPassword, seedPeople } from '../people/demo.ts';
import { browser, signedIn, siteOf, withPassword, type Browser, type Site } from '../testing/browser.ts';

const password = 'ngựa tím nhảy qua cầu tre';

let server: TestServer;
let site: Site;
beforeAll(async () => {
  server = await testServer();
  site = siteOf(server, { rules: { demo: true } });
  await seedPeople(server.deps.db);
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
const officer = () => withPassword(server, { [unit]: ['officer'] }, password);
const codeOf = async (from: Browser, email: string, typed = password) =>
  (await from.ask<Problem>('POST', '/accounts/sign-in', { email, password: typed })).body?.code;
const isIn = async (from: Browser) => (await from.ask<Me>('GET', '/me')).body.person !== null;

describe('Signing in', () => {
  test('takes e-mail and password, whatever the case, and knows the person from then on', async () => {
    const { email } = await officer();
    const from = browser(site);
    expect(await isIn(from)).toBe(false);
    const answer = await from.ask('POST', '/accounts/sign-in', {
      email: ` ${email.toUpperCase()} `,
      password,
    });
    expect(answer.status).toBe(204);
    const { body: me } = await from.ask<Me>('GET', '/me');
    expect(me.person?.email).toBe(email);
    expect(me.roles.map(({ role }) => role)).toEqual(['officer']);
  });

  test('accepts the password however the keyboard composes it', async () => {
    const { email } = await officer();
    expect(
      (await browser(site).ask('POST', '/accounts/sign-in', { email, password: password.normalize('NFD') }))
        .status,
    ).toBe(204);
  });

  test('answers alike for a wrong password, an unknown account and one that is switched off', async () => {
    const { email } = await officer();
    const off = await officer();
    await server.deps.db.updateTable('person').set({ active: false }).where('id', '=', off.id).execute();
    const answers = await Promise.all(
      [
        { email, password: 'không phải mật khẩu này' },
        { email: 'khong-co-ai@song-thao.example', password },
        { email: off.email, password },
      ].map((body) => browser(site).ask<Problem>('POST', '/accounts/sign-in', body)),
    );
    expect(new Set(answers.map(({ status, body }) => JSON.stringify([status, body]))).size).toBe(1);
    expect(answers[0]?.status).toBe(401);
    expect(answers[0]?.body.code).toBe('wrong-credentials');
  });

  test('does the same work for an unknown account: a derivation, a counted attempt, a record', async () => {
    const { email } = await officer();
    const count = async () => {
      await sealOf(server.deps.db).settle();
      return {
        attempts: (await server.deps.db.selectFrom('signInAttempt').select('key').execute()).length,
        records: (
          await server.deps.db
            .selectFrom('audit')
            .select('seq')
            .where('action', '=', 'session.refuse')
            .execute()
        ).length,
      };
    };
    const before = await count();
    await codeOf(browser(site), email, 'sai mật khẩu rồi nhé');
    const known = await count();
    await codeOf(browser(site), 'khong-ai-ca@song-thao.example', 'sai mật khẩu rồi nhé');
    const unknown = await count();
    expect(known.attempts - before.attempts).toBe(1);
    expect(unknown.attempts - known.attempts).toBe(1);
    expect(known.records - before.records).toBe(1);
    expect(unknown.records - known.records).toBe(1);
  });

  test('gives a cookie that scripts and other sites cannot use, and keeps only its hash', async () => {
    const { email } = await officer();
    const from = browser(site);
    const { headers } = await from.ask('POST', '/accounts/sign-in', { email, password });
    const cookie = headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(/^nhipcau=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/);
    const secret = /nhipcau=([^;]+)/.exec(cookie)?.[1] ?? '';
    const rows = await server.deps.db.selectFrom('session').select('hash').execute();
    expect(rows.length).toBeGreaterThan(0);
    expect(JSON.stringify(rows)).not.toContain(secret);
  });

  test('never takes over a secret that was planted before', async () => {
    const { email } = await officer();
    const planted = 'A'.repeat(43);
    const from = browser(site, planted);
    await from.ask('POST', '/accounts/sign-in', { email, password });
    expect(from.secret()).not.toBe(planted);
    expect(await isIn(browser(site, planted))).toBe(false);
  });

  test('does not believe a cookie that was changed', async () => {
    const { from } = await signedIn(site, { [unit]: ['officer'] }, password);
    const secret = from.secret() ?? '';
    const changed = (secret.startsWith('A') ? 'B' : 'A') + secret.slice(1);
    for (const wrong of [changed, secret.slice(0, -1), `${secret}A`, "' or 1=1 --", '']) {
      expect(await isIn(browser(site, wrong))).toBe(false);
    }
    expect(await isIn(from)).toBe(true);
  });

  test('refuses a page of another site', async () => {
    const { email } = await officer();
    const answer = await browser(site).ask<Problem>(
      'POST',
      '/accounts/sign-in',
      { email, password },
      { origin: 'https://evil.example' },
    );
    expect([answer.status, answer.body.code]).toEqual([403, 'foreign-origin']);
  });
});

describe('After five failures', () => {
  test('the account rests, even for the right password; then longer', async () => {
    const { email } = await officer();
    const from = browser(site);
    for (let at = 0; at < 5; at += 1)
      expect(await codeOf(from, email, 'sai rồi sai nữa')).toBe('wrong-credentials');
    const resting = await from.ask<Problem>('POST', '/accounts/sign-in', { email, password });
    expect([resting.status, resting.body.code]).toEqual([429, 'too-many-attempts']);
    expect(resting.body.detail).toContain('15 phút');
    later(14);
    expect(await codeOf(from, email)).toBe('too-many-attempts');
    later(2);
    for (let at = 0; at < 5; at += 1)
      expect(await codeOf(from, email, 'sai rồi sai nữa')).toBe('wrong-credentials');
    const longer = await from.ask<Problem>('POST', '/accounts/sign-in', { email, password });
    expect(longer.body.detail).toContain('30 phút');
    later(31);
    expect((await from.ask('POST', '/accounts/sign-in', { email, password })).status).toBe(204);
  });

  /** Failures count against the address as well. */
  const elsewhere = () => browser(site, null, '10.9.9.1');

  test('so does one that does not exist, in the same words, which count down to the rest', async () => {
    const saidTo = async (email: string) => {
      const body = { email, password: 'sai rồi sai nữa' };
      const said: string[] = [];
      for (let at = 0; at < 6; at += 1)
        said.push((await elsewhere().ask<Problem>('POST', '/accounts/sign-in', body)).body.detail);
      return said;
    };
    const [there, nowhere] = [await saidTo((await officer()).email), await saidTo('ma@song-thao.example')];
    expect(there).toEqual(nowhere);
    expect(there.map((each) => /Còn (\d) lần thử/.exec(each)?.[1])).toEqual([
      '4',
      '3',
      '2',
      '1',
      '0',
      undefined,
    ]);
    expect(there[5]).toContain('15 phút');
  });

  test('the rest runs from the last failure: the right password is good when it is over', async () => {
    const { email } = await officer();
    for (let at = 0; at < 5; at += 1) await codeOf(elsewhere(), email, 'sai rồi sai nữa');
    later(16);
    expect((await elsewhere().ask('POST', '/accounts/sign-in', { email, password })).status).toBe(204);
  });

  test('the fifth try is as good as any if it is right', async () => {
    const { email } = await officer();
    for (let at = 0; at < 4; at += 1) await codeOf(elsewhere(), email, 'sai rồi sai nữa');
    expect((await elsewhere().ask('POST', '/accounts/sign-in', { email, password })).status).toBe(204);
    expect(await codeOf(elsewhere(), email, 'sai rồi sai nữa')).toBe('wrong-credentials');
  });

  test('also when all tries come at once', async () => {
    const { email } = await officer();
    const codes = await Promise.all(
      Array.from({ length: 12 }, () => codeOf(browser(site), email, 'đoán mò một mật khẩu')),
    );
    expect(codes.filter((code) => code === 'wrong-credentials')).toHaveLength(5);
    expect(codes.filter((code) => code === 'too-many-attempts')).toHaveLength(7);
  });

  test('a success in between forgets them', async () => {
    const { email } = await officer();
    for (let round = 0; round < 3; round += 1) {
      for (let at = 0; at < 4; at += 1) await codeOf(browser(site), email, 'sai rồi sai nữa');
      expect((await browser(site).ask('POST', '/accounts/sign-in', { email, password })).status).toBe(204);
    }
  });
});

describe('A session', () => {
  test('ends after fifteen idle minutes, and lives on while somebody works', async () => {
    const { from } = await signedIn(site, { [unit]: ['officer'] }, password);
    for (let at = 0; at < 3; at += 1) {
      later(14);
      expect(await isIn(from)).toBe(true);
    }
    later(16);
    expect(await isIn(from)).toBe(false);
    expect((await from.ask('GET', '/accounts/own')).status).toBe(401);
  });

  test('is not kept awake by a screen that looks for news', async () => {
    const { from } = await signedIn(site, { [unit]: ['officer'] }, password);
    for (let at = 0; at < 3; at += 1) {
      later(5);
      await from.ask('GET', '/me', undefined, { 'x-nobody-there': '1' });
    }
    later(1);
    expect(await isIn(from)).toBe(false);
  });

  test('ends after twelve hours, however busy', async () => {
    const { from } = await signedIn(site, { [unit]: ['officer'] }, password);
    for (let at = 0; at < 71; at += 1) {
      later(10);
      await from.ask('GET', '/accounts/entrance');
    }
    expect(await isIn(from)).toBe(true);
    later(11);
    expect(await isIn(from)).toBe(false);
  });

  test('that is locked answers nothing until the password is typed, then under a new secret', async () => {
    const { from } = await signedIn(site, { [unit]: ['officer'] }, password);
    const before = from.secret() ?? '';
    expect((await from.ask('POST', '/accounts/lock')).status).toBe(204);
    expect(await isIn(from)).toBe(false);
    expect(
      (await from.ask<Problem>('POST', '/accounts/unlock', { password: 'không nhớ nữa rồi' })).body.code,
    ).toBe('wrong-password');
    expect(await isIn(from)).toBe(false);
    expect((await from.ask('POST', '/accounts/unlock', { password })).status).toBe(204);
    expect(await isIn(from)).toBe(true);
    expect(from.secret()).not.toBe(before);
    expect(await isIn(browser(site, before))).toBe(false);
  });

  test('that was signed out cannot be unlocked', async () => {
    const { from } = await signedIn(site, { [unit]: ['officer'] }, password);
    const before = from.secret() ?? '';
    expect((await from.ask('POST', '/accounts/sign-out')).status).toBe(200);
    expect(from.secret()).toBeNull();
    const again = browser(site, before);
    expect(await isIn(again)).toBe(false);
    expect((await again.ask<Problem>('POST', '/accounts/unlock', { password })).body.code).toBe(
      'session-over',
    );
  });

  test('is listed with its device, and one or all others can be ended', async () => {
    const { from, email } = await signedIn(site, { [unit]: ['officer'] }, password);
    const phone = browser(site);
    const tablet = browser(site);
    for (const each of [phone, tablet]) {
      await each.ask('POST', '/accounts/sign-in', { email, password }, { 'user-agent': 'Telephone/1' });
    }
    const { body } = await from.ask<OwnAccount>('GET', '/accounts/own');
    expect(body.sessions).toHaveLength(3);
    expect(body.sessions.filter(({ here }) => here)).toHaveLength(1);
    expect(body.sessions.filter(({ agent }) => agent === 'Telephone/1')).toHaveLength(2);
    const other = body.sessions.find(({ here }) => !here)?.id ?? '';
    expect((await from.ask('DELETE', `/accounts/sessions/${other}`)).status).toBe(204);
    expect([await isIn(phone), await isIn(tablet)].filter(Boolean)).toHaveLength(1);
    expect((await from.ask('DELETE', '/accounts/sessions/others')).status).toBe(204);
    expect([await isIn(phone), await isIn(tablet), await isIn(from)]).toEqual([false, false, true]);
  });

  test("cannot be ended by somebody else's account", async () => {
    const mine = await signedIn(site, { [unit]: ['officer'] }, password);
    const theirs = await signedIn(site, { [unit]: ['officer'] }, password);
    const { body } = await theirs.from.ask<OwnAccount>('GET', '/accounts/own');
    expect((await mine.from.ask('DELETE', `/accounts/sessions/${body.sessions[0]?.id}`)).status).toBe(404);
    expect(await isIn(theirs.from)).toBe(true);
  });

  test('ends at once when the person is switched off, and loses a role the moment it ends', async () => {
    const { from, id } = await signedIn(site, { [unit]: ['officer'] }, password);
    await server.deps.db
      .updateTable('roleGrant')
      .set({ endedAt: server.now })
      .where('personId', '=', id)
      .execute();
    expect((await from.ask<Me>('GET', '/me')).body.roles).toEqual([]);
    expect((await from.ask('GET', '/tasks')).status).toBe(403);
    await server.deps.db.updateTable('person').set({ active: false }).where('id', '=', id).execute();
    expect(await isIn(from)).toBe(false);
  });
});

describe('A new password', () => {
  test('ends every other session at once', async () => {
    const { from, email } = await signedIn(site, { [unit]: ['officer'] }, password);
    const other = browser(site);
    await other.ask('POST', '/accounts/sign-in', { email, password });
    const next = 'bốn con voi uống trà xanh';
    expect((await from.ask('POST', '/accounts/password', { password, next })).status).toBe(204);
    expect([await isIn(from), await isIn(other)]).toEqual([true, false]);
    expect(await codeOf(browser(site), email)).toBe('wrong-credentials');
    expect((await browser(site).ask('POST', '/accounts/sign-in', { email, password: next })).status).toBe(
      204,
    );
  });

  test('is not set without the old one', async () => {
    const { from } = await signedIn(site, { [unit]: ['officer'] }, password);
    const answer = await from.ask<Problem>('POST', '/accounts/password', {
      password: 'tôi đoán thử xem sao',
      next: 'bốn con voi uống trà xanh',
    });
    expect([answer.status, answer.body.code]).toEqual([422, 'wrong-password']);
  });

  test.each([
    { next: 'ngắn quá', code: 'password-short-alone', says: '14' },
    { next: '12345678901234567', code: 'password-common', says: 'dãy' },
    { next: 'aaaaaaaaaaaaaaaaaa', code: 'password-common', says: 'lặp' },
    { next: 'passwordpassword', code: 'password-common', says: 'Nhiều người' },
    { next: 'MatKhau123456789', code: 'password-common', says: 'Nhiều người' },
    { next: 'qwertyuiopasdfgh', code: 'password-common', says: 'dãy' },
    { next: 'xin chào Nguoi Thu 2026!', code: 'password-own', says: 'tên' },
  ])('"$next" is refused: $code', async ({ next, code, says }) => {
    const { from, id } = await signedIn(site, { [unit]: ['officer'] }, password);
    await server.deps.db.updateTable('person').set({ name: 'Lê Người Thử' }).where('id', '=', id).execute();
    const answer = await from.ask<Problem>('POST', '/accounts/password', { password, next });
    expect([answer.status, answer.body.code]).toEqual([422, code]);
    expect(answer.body.detail).toContain(says);
  });
});

describe('The invented people', () => {
  test('are offered one a role, and enter with the password that is shown', async () => {
    const { body } = await browser(site).ask<Entrance>('GET', '/accounts/entrance');
    expect(body.demo).toHaveLength(12);
    const commune = body.demo.filter(({ email }) => /^(can-bo-xa|chu-tich-muong-phang-lai)@/.test(email));
    expect(commune.map(({ name, unit }) => [name, unit])).toEqual([
      ['Vàng A Chua', commune[0]?.unit],
      ['Vàng Thị Say', commune[0]?.unit],
    ]);
    expect(commune[1]?.roles).toContain('leader');
    const [first] = body.demo;
    const from = browser(site);
    await from.ask('POST', '/accounts/sign-in', { email: first?.email, password: body.demoPassword });
    expect((await from.ask<Me>('GET', '/me')).body.person?.demo).toBe(true);
    const answer = await from.ask<Problem>('POST', '/accounts/password', {
      password: body.demoPassword,
      next: 'bốn con voi uống trà xanh',
    });
    expect([answer.status, answer.body.code]).toEqual([409, 'demo-account']);
  });

  test('cannot enter where the illustration is off, not even with a session from before', async () => {
    const [account] = (await browser(site).ask<Entrance>('GET', '/accounts/entrance')).body.demo;
    const from = browser(site);
    await from.ask('POST', '/accounts/sign-in', { email: account?.email, password: demoPassword });
    expect(await isIn(from)).toBe(true);
    const earnest = siteOf(server);
    const { body } = await browser(earnest).ask<Entrance>('GET', '/accounts/entrance');
    expect([body.demo, body.demoPassword]).toEqual([[], null]);
    expect(await isIn(browser(earnest, from.secret()))).toBe(false);
    const answer = await browser(earnest).ask<Problem>('POST', '/accounts/sign-in', {
      email: account?.email,
      password: demoPassword,
    });
    expect(answer.body.code).toBe('wrong-credentials');
  });
});

describe('Behind a proxy', () => {
  const through = { 'x-forwarded-proto': 'https', 'x-forwarded-for': '203.0.113.9, 10.1.2.3' };

  test('that is named, the line counts as encrypted and the address is that of the browser', async () => {
    const near = siteOf(server, { proxies: ['10.9.8.7', '10.1.0.0/16'] });
    const { email } = await officer();
    const from = browser(near);
    const { headers } = await from.ask('POST', '/accounts/sign-in', { email, password }, through);
    expect(headers.get('set-cookie')).toMatch(
      /^__Host-nhipcau=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    );
    const { body } = await from.ask<OwnAccount>('GET', '/accounts/own', undefined, through);
    expect(body.sessions[0]?.address).toBe('203.0.113.9');
    // A cookie that a neighbouring host could set is not looked at on an encrypted line.
    const planted = browser(near, from.secret());
    expect((await planted.ask<Me>('GET', '/me', undefined, through)).body.person).toBeNull();
  });

  test('that nobody named, its words are not believed', async () => {
    const { email } = await officer();
    const from = browser(site);
    const { headers } = await from.ask('POST', '/accounts/sign-in', { email, password }, through);
    expect(headers.get('set-cookie')).toMatch(/^nhipcau=/);
    const { body } = await from.ask<OwnAccount>('GET', '/accounts/own');
    expect(body.sessions[0]?.address).toBe('10.9.8.7');
  });

  test('an address that tries many accounts rests, wherever it says to come from', async () => {
    const peer = '10.77.1.1';
    const forged = (at: number) => ({ 'x-forwarded-for': `198.51.100.${at}` });
    const attempt = async (at: number) => {
      const body = { email: `thu-${at}@song-thao.example`, password: 'đoán mò một mật khẩu' };
      return (await browser(site, null, peer).ask<Problem>('POST', '/accounts/sign-in', body, forged(at)))
        .body.code;
    };
    // The rest of fifty, without deriving fifty keys.
    for (let at = 0; at < 47; at += 1) await countAttempt(site.deps, `som-hon-${at}@song-thao.example`, peer);
    expect([await attempt(1), await attempt(2), await attempt(3)]).toEqual(
      Array(3).fill('wrong-credentials'),
    );
    expect(await attempt(4)).toBe('too-many-attempts');
    expect(await codeOf(browser(site), 'o-noi-khac@song-thao.example')).toBe('wrong-credentials');
  });
});
