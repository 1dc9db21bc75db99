// Single sign-on at a real provider, which runs beside the test.
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider from 'oidc-provider';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Entrance, Me, OwnAccount, Person } from '../contract.ts';
import { browser, siteOf, withPassword, type Browser, type Site } from '../testing/browser.ts';
import { testServer, type TestServer } from '../testing/harness.ts';

let server: TestServer;
let site: Site;
let peer: Server;
let issuer: string;
/** Whom the provider knows: by subject. */
const people = new Map<string, { email?: string; email_verified?: boolean }>();

beforeAll(async () => {
  server = await testServer();
  peer = createServer();
  await new Promise<void>((resolve) => peer.listen(0, '127.0.0.1', resolve));
  issuer = `http://127.0.0.1:${(peer.address() as AddressInfo).port}`;
  const client = {
    redirect_uris: ['http://localhost/api/accounts/sso/return'],
    post_logout_redirect_uris: ['http://localhost/dang-nhap'],
  };
  const provider = new Provider(issuer, {
    clients: [
      { client_id: 'nhipcau', client_secret: 'bí-mật'.normalize('NFD').replace(/\W/g, 'x'), ...client },
      { client_id: 'another', client_secret: 'another-secret', ...client },
    ],
    pkce: { required: () => true },
    claims: { email: ['email', 'email_verified'] },
    // The e-mail stands in the token for this client, and is asked for otherwise.
    conformIdTokenClaims: false,
    findAccount: (_context, subject) => ({
      accountId: subject,
      claims: () => ({ sub: subject, ...people.get(subject) }),
    }),
    features: { devInteractions: { enabled: true } },
  });
  peer.on('request', provider.callback());
  site = siteOf(server, { rules: { sso: sso() } });
});
afterAll(async () => {
  peer.close();
  await server.close();
});

const sso = (clientId = 'nhipcau') => ({
  issuer,
  clientId,
  clientSecret: clientId === 'nhipcau' ? 'bí-mật'.normalize('NFD').replace(/\W/g, 'x') : 'another-secret',
  label: 'Đăng nhập tỉnh',
});

/** A browser at the provider: follows its pages, types the name, agrees. Returns where it is sent back to. */
async function atProvider(address: string, subject: string, press = true): Promise<URL> {
  const jar = new Map<string, string>();
  let url = new URL(address);
  let body: URLSearchParams | undefined;
  for (let step = 0; step < 12; step += 1) {
    const response: Response = await fetch(url, {
      redirect: 'manual',
      method: body ? 'POST' : 'GET',
      headers: { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') },
      ...(body ? { body } : {}),
    });
    for (const cookie of response.headers.getSetCookie()) {
      const [pair = ''] = cookie.split(';');
      jar.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1));
    }
    const next = response.headers.get('location');
    const page = next === null ? await response.text() : '';
    if (next !== null) {
      url = new URL(next, url);
      body = undefined;
      if (url.pathname === '/api/accounts/sso/return') return url;
      continue;
    }
    const action = /action="([^"]+)"/.exec(page)?.[1];
    if (action === undefined || response.status !== 200)
      throw new Error(`The provider says ${response.status}: ${page.slice(0, 300)}`);
    const prompt = /name="prompt" value="(\w+)"/.exec(page)?.[1] ?? '';
    if (!press) {
      url = new URL(`${url.pathname}/abort`, url);
      body = undefined;
      continue;
    }
    url = new URL(action, url);
    body = new URLSearchParams({ prompt, login: subject, password: 'x' });
  }
  throw new Error('The provider never ends.');
}

async function begin(from: Browser, tiep = '/nhiem-vu'): Promise<string> {
  const answer = await from.ask('GET', `/accounts/sso?tiep=${encodeURIComponent(tiep)}`);
  expect(answer.status).toBe(302);
  return answer.headers.get('location') ?? '';
}
async function through(from: Browser, subject: string): Promise<string | null> {
  const back = await atProvider(await begin(from), subject);
  return (await from.ask('GET', `/accounts/sso/return${back.search}`)).headers.get('location');
}
const isIn = async (from: Browser) => (await from.ask<Me>('GET', '/me')).body.person !== null;
const officer = () =>
  withPassword(server, { 'demo:so-ngoai-vu': ['officer', 'administrator'] }, 'ngựa tím nhảy qua cầu tre');

test('whoever is known here by a verified e-mail comes in, and goes on to where they wanted', async () => {
  const { email } = await officer();
  people.set('s1', { email: email.toUpperCase(), email_verified: true });
  expect((await browser(site).ask<Entrance>('GET', '/accounts/entrance')).body.sso).toBe('Đăng nhập tỉnh');
  const from = browser(site);
  expect(await through(from, 's1')).toBe('/nhiem-vu');
  const { body: me } = await from.ask<Me>('GET', '/me');
  expect(me.person?.email).toBe(email);
  // The provider asked for a second factor, if one is asked for: no role waits.
  expect(me.withheld).toEqual([]);
  expect((await from.ask<OwnAccount>('GET', '/accounts/own')).body.sessions[0]?.method).toBe('sso');
  const out = await from.ask<{ farewell: string }>('POST', '/accounts/sign-out');
  expect(out.body.farewell).toContain(`${issuer}/session/end`);
  expect(await isIn(from)).toBe(false);
});

test('nobody registers themselves: an unknown, unverified, missing or switched-off account is refused', async () => {
  const { email, id } = await officer();
  const off = await officer();
  await server.deps.db.updateTable('person').set({ active: false }).where('id', '=', off.id).execute();
  people.set('unknown', { email: 'nguoi-la@song-thao.example', email_verified: true });
  people.set('unverified', { email, email_verified: false });
  people.set('missing', {});
  people.set('off', { email: off.email, email_verified: true });
  const before = await server.deps.db.selectFrom('person').select('id').execute();
  const said: Record<string, string | null> = {};
  for (const subject of ['unknown', 'unverified', 'missing', 'off']) {
    const from = browser(site);
    said[subject] = await through(from, subject);
    expect(await isIn(from)).toBe(false);
  }
  expect(said).toEqual({
    unknown: '/dang-nhap?loi=sso-unknown',
    unverified: '/dang-nhap?loi=sso-unverified',
    missing: '/dang-nhap?loi=sso-unverified',
    off: '/dang-nhap?loi=sso-unknown',
  });
  expect(await server.deps.db.selectFrom('person').select('id').execute()).toHaveLength(before.length);
  expect(
    await server.deps.db.selectFrom('session').select('id').where('personId', '=', id).execute(),
  ).toEqual([]);
});

test('an address that the provider gives to somebody else later opens nothing', async () => {
  const { email } = await officer();
  people.set('first', { email, email_verified: true });
  expect(await through(browser(site), 'first')).toBe('/nhiem-vu');
  people.set('second', { email, email_verified: true });
  expect(await through(browser(site), 'second')).toBe('/dang-nhap?loi=sso-unknown');
  // The first is known by their name there, whatever the address becomes.
  people.set('first', { email: 'doi-dia-chi@song-thao.example', email_verified: true });
  expect(await through(browser(site), 'first')).toBe('/nhiem-vu');
});

test('with another e-mail, given by the administrator, it is asked anew who that is at the provider', async () => {
  const { email, id } = await officer();
  people.set('before', { email, email_verified: true });
  expect(await through(browser(site), 'before')).toBe('/nhiem-vu');
  const moved = `chuyen-${email}`;
  const { version } = (await server.ask<Person>('GET', `/people/${id}`)).body;
  const change = await server.ask('PATCH', `/people/${id}`, { version, email: moved });
  expect(change.status).toBe(200);
  expect(await through(browser(site), 'before')).toBe('/dang-nhap?loi=sso-unknown');
  people.set('after', { email: moved, email_verified: true });
  expect(await through(browser(site), 'after')).toBe('/nhiem-vu');
});

test('an address in letters that fold to those of an address here is another’s', async () => {
  const { email } = await officer();
  for (const [at, like] of [email.replace('h', '\uff48'), email.replace('i', '\u2170')].entries()) {
    expect([like === email, like.normalize('NFKC')]).toEqual([false, email]);
    people.set(`like-${at}`, { email: like, email_verified: true });
    expect(await through(browser(site), `like-${at}`)).toBe('/dang-nhap?loi=sso-unverified');
  }
});

test('another browser, another state, a code used twice or changed: nothing is opened', async () => {
  const { email } = await officer();
  people.set('s2', { email, email_verified: true });
  const from = browser(site);
  const back = await atProvider(await begin(from), 's2');
  const stranger = browser(site);
  expect((await stranger.ask('GET', `/accounts/sso/return${back.search}`)).headers.get('location')).toBe(
    '/dang-nhap?loi=sso-expired',
  );
  // The stranger began a flow of their own: the victim's answer does not fit it.
  await begin(stranger);
  expect((await stranger.ask('GET', `/accounts/sso/return${back.search}`)).headers.get('location')).toBe(
    '/dang-nhap?loi=sso-refused',
  );
  const state = from.jar.get('nhipcau-sso') ?? '';
  expect((await from.ask('GET', `/accounts/sso/return${back.search}`)).headers.get('location')).toBe(
    '/nhiem-vu',
  );
  from.jar.set('nhipcau-sso', state);
  expect((await from.ask('GET', `/accounts/sso/return${back.search}`)).headers.get('location')).toBe(
    '/dang-nhap?loi=sso-expired',
  );
  const other = browser(site);
  const wrong = await atProvider(await begin(other), 's2');
  wrong.searchParams.set('code', 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA');
  expect((await other.ask('GET', `/accounts/sso/return${wrong.search}`)).headers.get('location')).toBe(
    '/dang-nhap?loi=sso-refused',
  );
  expect(await isIn(other)).toBe(false);
});

test('a code that was given to another client is refused', async () => {
  const { email } = await officer();
  people.set('s3', { email, email_verified: true });
  const elsewhere = siteOf(server, { rules: { sso: sso('another') } });
  const from = browser(elsewhere);
  const back = await atProvider(await begin(from), 's3');
  const here = browser(site);
  here.jar.set('nhipcau-sso', from.jar.get('nhipcau-sso') ?? '');
  expect((await here.ask('GET', `/accounts/sso/return${back.search}`)).headers.get('location')).toBe(
    '/dang-nhap?loi=sso-refused',
  );
  expect(await isIn(here)).toBe(false);
});

test('who declines at the provider is told so; a provider out of reach as well', async () => {
  const from = browser(site);
  const back = await atProvider(await begin(from), 's1', false);
  expect(back.searchParams.get('error')).toBe('access_denied');
  expect((await from.ask('GET', `/accounts/sso/return${back.search}`)).headers.get('location')).toBe(
    '/dang-nhap?loi=sso-refused',
  );
  const nowhere = siteOf(server, { rules: { sso: { ...sso(), issuer: 'http://127.0.0.1:9' } } });
  const answer = await browser(nowhere).ask('GET', '/accounts/sso');
  expect(answer.headers.get('location')).toBe('/dang-nhap?loi=sso-unreachable');
  expect((await browser(siteOf(server)).ask('GET', '/accounts/sso')).headers.get('location')).toBe(
    '/dang-nhap?loi=no-sso',
  );
});

test('the way back leads nowhere but into this application', async () => {
  const { email } = await officer();
  people.set('s4', { email, email_verified: true });
  // Browsers leave tabs out of addresses, and are then elsewhere.
  for (const evil of ['https://evil.example/', '//evil.example', '/\\evil.example', '/\t/evil.example']) {
    const from = browser(site);
    const back = await atProvider(await begin(from, evil), 's4');
    expect((await from.ask('GET', `/accounts/sso/return${back.search}`)).headers.get('location')).toBe('/');
  }
});
