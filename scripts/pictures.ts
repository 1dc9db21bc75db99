// Takes the pictures of README from the running product; with --all FOLDER every screen, at both widths, in both languages
// (--dark: in the dark). --url ADDRESS takes them of a product that runs already, with its illustration.
import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../e2e/browser.ts';
import { focalOfficer, signIn, startProduct } from '../e2e/product.ts';

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

const account = {
  focal: focalOfficer,
  commune: 'can-bo-xa@song-thao.example',
  approver: 'phe-duyet@song-thao.example',
  administrator: 'quan-tri@song-thao.example',
  nobody: null,
} as const;
type Who = keyof typeof account;

interface Picture {
  readonly name: string;
  readonly who: Who;
  /** Found when it is taken: numbers differ from one database to the next. */
  readonly path: string | ((page: Page) => Promise<string>);
}

/** The address of the first record of a list. */
const first =
  (list: string, path: (id: number) => string) =>
  async (page: Page): Promise<string> => {
    const answer = await page.request.get(`${base}${list}`);
    const { rows } = (await answer.json()) as { rows: { id: number }[] };
    const [row] = rows;
    if (!row) throw new Error(`There is nothing in ${list}.`);
    return path(row.id);
  };

const plan = '/api/plans?q=27/KH-UBND&size=1';
const pictures: readonly Picture[] = [
  { name: 'sign-in', who: 'nobody', path: '/dang-nhap' },
  { name: 'overview', who: 'focal', path: '/' },
  { name: 'plans', who: 'focal', path: '/ke-hoach' },
  { name: 'new-plan', who: 'focal', path: '/ke-hoach/moi' },
  { name: 'plan', who: 'focal', path: first(plan, (id) => `/ke-hoach/${id}`) },
  { name: 'draft', who: 'focal', path: first('/api/plans?status=draft&size=1', (id) => `/ke-hoach/${id}`) },
  { name: 'coverage', who: 'focal', path: first(plan, (id) => `/ke-hoach/${id}/bao-phu`) },
  { name: 'register', who: 'focal', path: '/nhiem-vu' },
  { name: 'task', who: 'focal', path: first('/api/tasks?q=tờ gấp&size=1', (id) => `/nhiem-vu/${id}`) },
  { name: 'timeline', who: 'focal', path: '/tien-do?all=true' },
  { name: 'calendar', who: 'focal', path: '/lich?all=true' },
  { name: 'focal-work', who: 'focal', path: '/viec-cua-toi' },
  { name: 'late', who: 'focal', path: '/viec?class=overdue' },
  { name: 'duty', who: 'focal', path: first('/api/duties?class=late&size=1', (id) => `/viec/${id}`) },
  { name: 'urgings', who: 'focal', path: '/don-doc' },
  { name: 'inspections', who: 'focal', path: '/kiem-tra' },
  { name: 'notices', who: 'focal', path: '/thong-bao' },
  { name: 'wishes', who: 'focal', path: '/tai-khoan/thong-bao' },
  { name: 'account', who: 'focal', path: '/tai-khoan' },
  { name: 'documents', who: 'focal', path: '/van-ban' },
  { name: 'graph', who: 'focal', path: '/van-ban/so-do' },
  {
    name: 'review',
    who: 'focal',
    path: first('/api/documents?status=review&size=1', (id) => `/van-ban/${id}`),
  },
  { name: 'decision', who: 'focal', path: first('/api/documents?q=2315&size=1', (id) => `/van-ban/${id}`) },
  { name: 'upload', who: 'focal', path: '/tai-len' },
  { name: 'work', who: 'commune', path: '/viec-cua-toi' },
  { name: 'commune', who: 'commune', path: '/' },
  { name: 'to-approve', who: 'approver', path: '/ke-hoach' },
  { name: 'units', who: 'administrator', path: '/don-vi' },
  {
    name: 'unit',
    who: 'administrator',
    path: first('/api/units?q=Thác Sim Mây&size=1', (id) => `/don-vi/${id}`),
  },
  { name: 'reorganise', who: 'administrator', path: '/don-vi/sap-xep' },
  { name: 'load-units', who: 'administrator', path: '/don-vi/nhap' },
  { name: 'people', who: 'administrator', path: '/quan-tri/nguoi-dung' },
  { name: 'tokens', who: 'administrator', path: '/quan-tri/ma-truy-cap' },
  { name: 'connections', who: 'administrator', path: '/quan-tri/ket-noi' },
  { name: 'audit', who: 'administrator', path: '/quan-tri/nhat-ky' },
  { name: 'access', who: 'administrator', path: '/quan-tri/phan-quyen' },
];

async function take(browser: Browser, who: Who): Promise<void> {
  for (const [size, viewport] of Object.entries(sizes)) {
    for (const language of ['vi', 'en']) {
      const wanted = pictures.filter((each) => each.who === who && isWanted(each.name, size, language));
      if (wanted.length === 0) continue;
      const context = await browser.newContext({
        viewport,
        locale: language === 'vi' ? 'vi-VN' : 'en-GB',
        reducedMotion: 'reduce',
        colorScheme: values.dark ? 'dark' : 'light',
      });
      await context.addInitScript(`localStorage.setItem('nhipcau-language', '${language}')`);
      const page = await context.newPage();
      const email = account[who];
      if (email !== null) await signIn(page, { url: base, close: async () => undefined }, email);
      for (const { name, path } of wanted) {
        const address = typeof path === 'string' ? path : await path(page);
        await page.goto(`${base}${address}`, { waitUntil: 'networkidle' });
        await page.evaluate('document.fonts.ready.then(() => null)');
        await page.screenshot({ path: join(folder, `${name}-${size}-${language}.png`) });
      }
      await context.close();
    }
  }
}

const isWanted = (name: string, size: string, language: string): boolean =>
  values.only !== undefined
    ? values.only.split(',').some((each) => `${name}-${size}-${language}`.startsWith(each))
    : values.all !== undefined || shown.has(`${name}-${size}-${language}`);

const product = values.url === undefined ? await startProduct({ demo: true }) : null;
const base = values.url ?? product?.url ?? '';
const browser = await launchBrowser();
try {
  await product?.illustrated;
  for (const who of Object.keys(account) as Who[]) await take(browser, who);
} finally {
  await browser.close();
  await product?.close();
}
