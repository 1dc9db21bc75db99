// Every screen of the illustration at one width: it opens, says nothing of an error, fits its width, and is accessible.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { expectAccessible } from './accessible.ts';
import { launchBrowser } from './browser.ts';
import { joinIllustrated } from './join.ts';
import { signIn, type Product } from './product.ts';
import { accounts, addressOf, screens, type Who } from './screens.ts';
import { openSettled } from './settled.ts';

interface Look {
  readonly width: number;
  readonly height: number;
  readonly language: 'vi' | 'en';
}

/** The tests of a file of its own, so that widths are walked side by side. */
export function walkScreens({ width, height, language }: Look): void {
  let browser: Browser;
  let product: Product;
  beforeAll(async () => {
    [browser, product] = [await launchBrowser(), await joinIllustrated()];
  });
  afterAll(() => browser?.close());

  async function pageOf(who: Who): Promise<Page> {
    const context = await browser.newContext({
      viewport: { width, height },
      locale: `${language}-VN`,
      reducedMotion: 'reduce',
    });
    await context.addInitScript(`localStorage.setItem('nhipcau-language', '${language}')`);
    const page = await context.newPage();
    const email = accounts[who];
    if (email !== null) await signIn(page, product, email);
    return page;
  }

  describe.each(Object.keys(accounts) as Who[])('The screens of %s', (who) => {
    let page: Page;
    beforeAll(async () => {
      page = await pageOf(who);
    });
    afterAll(() => page?.context().close());

    test.each(screens.filter((each) => each.who === who))('$name', async (screen) => {
      await openSettled(page, await addressOf(screen, page, product.url));
      const title = await page.getByRole('heading', { level: 1 }).first().textContent();
      expect(title).not.toMatch(/lỗi|không tìm thấy|error|not found/i);
      const overflow = await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth');
      expect(overflow, `${screen.name} is wider than its screen`).toBeLessThanOrEqual(0);
      await expectAccessible(page);
    });
  });
}
