// The first administrator of an installation without the illustration.
import { expect, test } from 'vitest';
import type { Entrance, Me, Problem } from '../contract.ts';
import { browser, siteOf } from '../testing/browser.ts';
import { testServer } from '../testing/harness.ts';
import { newSetupCode } from './setup.ts';

test('is made with the code that the server printed, once, at a province of today', async () => {
  const server = await testServer();
  await server.deps.db.deleteFrom('roleGrant').execute();
  const site = siteOf(server);
  const code = await newSetupCode(site.deps);
  expect(code).toMatch(/^[A-Z0-9]{4}-[A-Z0-9]{4}-[A-Z0-9]{4}$/);
  const from = browser(site);
  expect((await from.ask<Entrance>('GET', '/accounts/entrance')).body.setup).toBe(true);
  const { rows } = (await from.ask<{ rows: { id: number; name: string }[] }>('GET', '/accounts/setup')).body;
  expect(rows).toHaveLength(34);
  const [unit] = rows;
  const input = {
    code,
    name: 'Nguyễn Văn Đầu',
    email: 'dau@song-thao.example',
    password: 'ngựa tím nhảy qua cầu tre',
    unitId: unit?.id,
  };
  const wrong = await from.ask<Problem>('POST', '/accounts/setup', { ...input, code: 'AAAA-BBBB-CCCC' });
  expect([wrong.status, wrong.body.code]).toEqual([401, 'wrong-setup-code']);
  const short = await from.ask<Problem>('POST', '/accounts/setup', { ...input, password: 'ngắn' });
  expect(short.body.code).toBe('password-short-alone');
  const tries = await Promise.all(
    [from, browser(site)].map((each) =>
      each.ask('POST', '/accounts/setup', { ...input, code: code?.toLowerCase() }),
    ),
  );
  expect(tries.map(({ status }) => status).toSorted()).toEqual([204, 409]);
  const admin = await browser(site).ask('POST', '/accounts/sign-in', input);
  expect(admin.status).toBe(204);
  expect(await newSetupCode(site.deps)).toBeNull();
  expect((await from.ask<Entrance>('GET', '/accounts/entrance')).body.setup).toBe(false);
  expect((await from.ask('GET', '/accounts/setup')).body).toEqual({ rows: [] });
  const signed = tries[0]?.status === 204 ? from : null;
  if (signed) expect((await signed.ask<Me>('GET', '/me')).body.withheld).toEqual(['administrator']);
  await server.close();
});

test('cannot be guessed: after five wrong codes the page rests', async () => {
  const server = await testServer();
  await server.deps.db.deleteFrom('roleGrant').execute();
  const site = siteOf(server);
  const input = {
    code: 'AAAA-AAAA-AAAA',
    name: 'Ai Đó',
    email: 'ai-do@song-thao.example',
    password: 'ngựa tím nhảy qua cầu tre',
    unitId: 1,
  };
  const codes: string[] = [];
  for (let at = 0; at < 6; at += 1)
    codes.push((await browser(site).ask<Problem>('POST', '/accounts/setup', input)).body.code);
  expect(codes).toEqual([...Array<string>(5).fill('wrong-setup-code'), 'too-many-attempts']);
  // Whoever guesses shuts themselves out, and nobody else.
  const elsewhere = browser(site, null, '10.1.1.1');
  expect((await elsewhere.ask<Problem>('POST', '/accounts/setup', input)).body.code).toBe('wrong-setup-code');
  await server.close();
});
