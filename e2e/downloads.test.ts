// What is shown is taken along: as files from the menu, and on paper without the frame around it.
import { readFile } from 'node:fs/promises';
import { unzipSync } from 'fflate';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pagesOf } from '../document/test/official/pages.ts';
import { expectAccessible } from './accessible.ts';
import { launchBrowser } from './browser.ts';
import { joinIllustrated } from './join.ts';
import { signIn, type Product } from './product.ts';

let browser: Browser;
let product: Product;
let page: Page;

beforeAll(async () => {
  [browser, product] = [await launchBrowser(), await joinIllustrated()];
  // Who reads in the dark prints on white all the same.
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, colorScheme: 'dark' });
  page = await context.newPage();
  await signIn(page, product);
});
afterAll(() => browser?.close());

interface Taken {
  readonly name: string;
  readonly bytes: Uint8Array;
}

async function take(form: string): Promise<Taken> {
  const menu = page.getByRole('button', { name: 'Tải xuống' });
  if ((await menu.getAttribute('aria-expanded')) !== 'true') await menu.click();
  const coming = page.waitForEvent('download');
  await page.getByRole('link', { name: new RegExp(`\\(\\.${form}\\)`) }).click();
  const download = await coming;
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

const sheets = (bytes: Uint8Array): string =>
  Object.entries(unzipSync(bytes))
    .filter(([name]) => name.startsWith('xl/worksheets/'))
    .map(([, xml]) => new TextDecoder().decode(xml))
    .join('\n');

interface Paper {
  /** In millimetres. */
  readonly width: number;
  readonly height: number;
  readonly text: string;
  /** What stands lowest. */
  readonly last: string;
}

async function printed(): Promise<readonly Paper[]> {
  const bytes = new Uint8Array(await page.pdf({ preferCSSPageSize: true, printBackground: true }));
  return (await pagesOf(bytes)).map(({ width, height, lines }) => ({
    width: Math.round(width),
    height: Math.round(height),
    text: lines
      .map(({ text }) => text)
      .join(' ')
      .normalize('NFC'),
    last: lines.toSorted((a, b) => a.baseline - b.baseline).at(-1)?.text ?? '',
  }));
}

describe('The table of who has reported', () => {
  test('leaves as Excel, CSV and JSON with the units that stand on the screen', async () => {
    await page.goto(`${product.url}/bao-cao/dot`);
    await page
      .getByRole('main')
      .getByRole('link', { name: /^Báo cáo năm kết quả công tác thông tin đối ngoại \d{4}$/ })
      .last()
      .click();
    const unit = await page.getByRole('rowheader').first().getByRole('link').textContent();
    const [workbook, table, records] = [await take('xlsx'), await take('csv'), await take('json')];
    await expectAccessible(page);
    expect(workbook.name).toMatch(/^tinh-hinh-gui-[a-z0-9-]+\d{4}-\d\d-\d\d\.xlsx$/);
    for (const said of [sheets(workbook.bytes), new TextDecoder().decode(table.bytes)])
      expect(said).toContain(unit);
    const lines = JSON.parse(new TextDecoder().decode(records.bytes)) as { readonly unit: string }[];
    expect(lines.map((line) => line.unit)).toContain(unit);
  });

  test('is printed on its side, its head on every sheet, and nothing of the frame', async () => {
    const papers = await printed();
    expect(papers.length).toBeGreaterThan(1);
    for (const { width, height, text } of papers) {
      expect([width, height]).toEqual([297, 210]);
      expect(text).not.toMatch(/Tải xuống|Việc của tôi|Mọi tình trạng|Đôn đốc mọi đơn vị/);
    }
    const withRows = papers.filter(({ text }) => /\d\d\/\d\d\/\d{4}/.test(text));
    for (const { text } of withRows)
      for (const head of ['Đơn vị', 'Tình trạng', 'Hạn gửi', 'Ngày gửi']) expect(text).toContain(head);
  });
});

describe('A report', () => {
  test('leaves with its texts and figures, and is printed upright', async () => {
    await page.getByRole('rowheader').first().getByRole('link').click();
    await page.getByRole('article').waitFor();
    const { bytes } = await take('xlsx');
    const said = sheets(bytes);
    const title = await page
      .getByRole('article')
      .getByRole('heading', { level: 2 })
      .locator('span')
      .first()
      .textContent();
    expect(said).toContain(title);
    expect(said).toContain('Số tính từ sổ');
    await page.keyboard.press('Escape');
    const papers = await printed();
    const text = papers.map((paper) => paper.text).join(' ');
    expect(papers.every(({ width, height }) => width < height)).toBe(true);
    expect(text).not.toMatch(/Tải xuống|Việc của tôi|Các bước với báo cáo/);
    // No head of a table is left behind at the foot of a sheet.
    const heads = ['Chỉ tiêu', 'Kỳ trước', 'Mục tiêu', 'Số liệu', 'Tổng'];
    for (const { last } of papers) expect(heads).not.toContain(last);
  });
});
