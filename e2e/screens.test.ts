// Every screen of the illustration, at a desk and on a phone: it opens, says nothing of an error, fits its width, and is accessible.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { expectAccessible } from './accessible.ts';
import { launchBrowser } from './browser.ts';
import { signIn, startProduct, type Product } from './product.ts';
import { accounts, addressOf, screens, type Who } from './screens.ts';

let browser: Browser;
let product: Product;
beforeAll(async () => {
  [browser, product] = [await launchBrowser(), await startProduct({ demo: true })];
  await product.illustrated;
}, 400_000);
afterAll(async () => {
  await browser?.close();
  await product?.close();
});

describe.each([
  { width: 1440, height: 900, language: 'vi' },
  { width: 390, height: 844, language: 'en' },
])('At $width points, in $language', ({ width, height, language }) => {
  test.each(Object.keys(accounts) as Who[])('the screens of %s', async (who) => {
    const context = await browser.newContext({ viewport: { width, height }, locale: `${language}-VN` });
    await context.addInitScript(`localStorage.setItem('nhipcau-language', '${language}')`);
    const page = await context.newPage();
    const email = accounts[who];
    if (email !== null) await signIn(page, product, email);
    for (const screen of screens.filter((each) => each.who === who)) {
      await page.goto(await addressOf(screen, page, product.url), { waitUntil: 'networkidle' });
      const title = await page.getByRole('heading', { level: 1 }).first().textContent();
      expect(`${screen.name}: ${title}`).not.toMatch(/lỗi|không tìm thấy|error|not found/i);
      const overflow = await page.evaluate('document.documentElement.scrollWidth - window.innerWidth');
      expect({ screen: screen.name, widerBy: Math.max(0, Number(overflow)) }).toEqual({
        screen: screen.name,
        widerBy: 0,
      });
      await expectAccessible(page);
    }
    await context.close();
  });
});
