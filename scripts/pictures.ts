// Takes the pictures of README from the running product; with --all FOLDER every screen, at both widths, in both languages
// (--dark: in the dark). --url ADDRESS takes them of a product that runs already, with its illustration.
import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../e2e/browser.ts';
import { signIn, startProduct } from '../e2e/product.ts';
import { accounts, addressOf, screens, type Who } from '../e2e/screens.ts';

const { values } = parseArgs({
  options: {
    all: { type: 'string' },
    url: { type: 'string' },
    only: { type: 'string' },
    dark: { type: 'boolean', default: false },
  },
});
const root = dirname(dirname(fileURLToPath(import.meta.url)));
const folder = values.all ?? join(root, 'docs', 'pictures');
mkdirSync(folder, { recursive: true });

const sizes = { desktop: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } };
const shown = new Set([
  'overview-desktop-vi',
  'decision-desktop-vi',
  'plan-desktop-vi',
  'coverage-desktop-vi',
  'duty-desktop-en',
  'units-desktop-vi',
  'work-phone-vi',
  'duty-phone-vi',
  'overview-phone-en',
]);

async function take(browser: Browser, who: Who): Promise<void> {
  for (const [size, viewport] of Object.entries(sizes)) {
    for (const language of ['vi', 'en']) {
      const wanted = screens.filter((each) => each.who === who && isWanted(each.name, size, language));
      if (wanted.length === 0) continue;
      const context = await browser.newContext({
        viewport,
        locale: language === 'vi' ? 'vi-VN' : 'en-GB',
        reducedMotion: 'reduce',
        colorScheme: values.dark ? 'dark' : 'light',
      });
      await context.addInitScript(`localStorage.setItem('nhipcau-language', '${language}')`);
      const page = await context.newPage();
      const email = accounts[who];
      if (email !== null) await signIn(page, { url: base }, email);
      for (const screen of wanted) {
        await page.goto(await addressOf(screen, page, base), { waitUntil: 'networkidle' });
        await page.evaluate('document.fonts.ready.then(() => null)');
        await page.screenshot({ path: join(folder, `${screen.name}-${size}-${language}.png`) });
      }
      await context.close();
    }
  }
}

const isWanted = (name: string, size: string, language: string): boolean =>
  values.only !== undefined
    ? values.only.split(',').some((each) => `${name}-${size}-${language}`.startsWith(each))
    : values.all !== undefined || shown.has(`${name}-${size}-${language}`);

const product = values.url === undefined ? await startProduct() : null;
const base = values.url ?? product?.url ?? '';
const browser = await launchBrowser();
try {
  await product?.illustrated;
  for (const who of Object.keys(accounts) as Who[]) await take(browser, who);
} finally {
  await browser.close();
  await product?.close();
}
