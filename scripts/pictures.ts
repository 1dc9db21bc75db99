// Takes the pictures of README from the running product; with --all FOLDER every screen, at both widths, in both languages.
import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../e2e/browser.ts';
import { demoIsThere, startProduct } from '../e2e/product.ts';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const all = process.argv.indexOf('--all');
const folder = all > 0 ? (process.argv[all + 1] ?? '.') : join(root, 'docs', 'pictures');
mkdirSync(folder, { recursive: true });

const sizes = { desktop: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } };
const shown = [
  'decision-desktop-vi',
  'register-desktop-vi',
  'register-phone-vi',
  'review-phone-vi',
  'task-phone-en',
];

interface Picture {
  readonly name: string;
  readonly path: string;
}

async function take(browser: Browser, url: string, pictures: readonly Picture[]): Promise<void> {
  for (const [size, viewport] of Object.entries(sizes)) {
    for (const locale of ['vi', 'en']) {
      const context = await browser.newContext({
        viewport,
        locale: locale === 'vi' ? 'vi-VN' : 'en-GB',
        reducedMotion: 'reduce',
      });
      await context.addInitScript(`localStorage.setItem('nhipcau-language', '${locale}')`);
      const page = await context.newPage();
      for (const { name, path } of pictures) {
        const file = `${name}-${size}-${locale}`;
        if (all < 0 && !shown.includes(file)) continue;
        await page.goto(`${url}${path}`, { waitUntil: 'networkidle' });
        await page.evaluate('document.fonts.ready.then(() => null)');
        await page.screenshot({ path: join(folder, `${file}.png`) });
      }
      await context.close();
    }
  }
}

const product = await startProduct({ demo: true });
const browser = await launchBrowser();
try {
  await demoIsThere(product, 5);
  const list = (await (await fetch(`${product.url}/api/documents?status=review`)).json()) as {
    rows: { id: number }[];
  };
  const review = list.rows[0]?.id ?? 1;
  await take(browser, product.url, [
    { name: 'register', path: '/nhiem-vu' },
    { name: 'task', path: '/nhiem-vu/1' },
    { name: 'documents', path: '/van-ban' },
    { name: 'graph', path: '/van-ban/so-do' },
    { name: 'review', path: `/van-ban/${review}` },
    { name: 'decision', path: '/van-ban/1' },
    { name: 'upload', path: '/tai-len' },
  ]);
} finally {
  await browser.close();
  await product.close();
}
