// The journey of the first part: upload → review → accept → register → export, at desktop and phone width.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { expectAccessible } from './accessible.ts';
import { launchBrowser } from './browser.ts';
import { joinProduct } from './join.ts';
import { officers } from './officers.ts';
import { signIn } from './product.ts';

const fixtures = join(import.meta.dirname, '..', 'document', 'test', 'fixtures');
const plan = join(fixtures, 'commune-plan-auto-numbering', 'input.docx');

const product = joinProduct();
let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser?.close());

/** Sends a single file, whose review opens by itself as soon as it is read. */
async function upload(page: Page, url: string, path: string): Promise<void> {
  await page.goto(`${url}/tai-len`);
  await page.locator('input[type=file]').first().setInputFiles(path);
  await page.getByRole('heading', { level: 1, name: /Chờ rà soát/ }).waitFor();
}

async function download(page: Page, url: string, kind: string): Promise<Uint8Array> {
  const answer = await page.request.get(`${url}/api/tasks/export.${kind}`);
  expect(answer.status()).toBe(200);
  return answer.body();
}

describe.each([
  { width: 1440, height: 900, name: 'at a desk', officer: officers['01'] },
  { width: 390, height: 844, name: 'on a phone', officer: officers['04'] },
])('An officer $name', ({ width, height, officer }) => {
  let page: Page;
  beforeAll(async () => {
    const context = await browser.newContext({
      viewport: { width, height },
      locale: 'vi-VN',
      acceptDownloads: true,
    });
    page = await context.newPage();
    await signIn(page, product, officer);
  });
  afterAll(() => page?.context().close());

  const task = (at: number) => page.getByRole('article', { name: `Nhiệm vụ ${at}`, exact: true });

  test('uploads a plan and sees its tasks, while the register stays empty', async () => {
    await upload(page, product.url, plan);
    await task(9).waitFor();
    expect(await page.getByRole('article').count()).toBe(9);
    await expectAccessible(page);
    const register = await (await page.request.get(`${product.url}/api/tasks`)).json();
    expect(register).toMatchObject({ total: 0 });
  });

  test('corrects a task, strikes one, takes the striking back', async () => {
    await task(1).getByRole('button').first().click();
    await task(1)
      .getByRole('button', { name: /^Sửa Nội dung/ })
      .click();
    const field = task(1).getByRole('textbox').first();
    await field.fill('Cử một cán bộ đầu mối ở mỗi bản');
    await field.press('Control+Enter');
    await task(1).getByText('Cử một cán bộ đầu mối ở mỗi bản').first().waitFor();
    await task(1).getByRole('button', { name: 'Gạch bỏ' }).click();
    await page.getByRole('button', { name: 'Hoàn tác' }).first().click();
    await task(1).getByRole('button', { name: 'Gạch bỏ' }).waitFor();
    await page.getByRole('status').getByText('Đã lưu').first().waitFor();
    await expectAccessible(page);
  });

  test('accepts, and all tasks stand in the register with what was corrected', async () => {
    await page.getByRole('button', { name: 'Đưa vào sổ…' }).click();
    await expectAccessible(page);
    await page.getByRole('button', { name: /^Đưa 9 nhiệm vụ vào sổ$/ }).click();
    await page.getByRole('link', { name: /^Xem 9 nhiệm vụ trong sổ/ }).click();
    await page.getByRole('link', { name: /Cử một cán bộ đầu mối ở mỗi bản/ }).waitFor();
    await expectAccessible(page);
  });

  test('finds a task without typing diacritics', async () => {
    await page.getByRole('searchbox', { name: 'Tìm trong nhiệm vụ' }).fill('nhan song ngu');
    await page.getByRole('link', { name: /Dán nhãn song ngữ/ }).waitFor();
    await page.getByRole('link', { name: /Cử một cán bộ đầu mối/ }).waitFor({ state: 'detached' });
    // The address carries the filter: whoever gets it sees the same.
    await page.waitForURL(({ search }) => search.includes('nhan'));
  });

  test('opens the task and reads the sentence it came from', async () => {
    await page
      .getByRole('link', { name: /Dán nhãn song ngữ/ })
      .first()
      .click();
    await page.getByRole('heading', { name: 'Trong văn bản' }).waitFor();
    expect(await page.getByRole('main').textContent()).toContain('30/9/2026');
    await expectAccessible(page);
  });

  test('takes the register along as XLSX, CSV and iCalendar', async () => {
    const sheet = unzipSync(await download(page, product.url, 'xlsx'));
    const strings = Object.entries(sheet)
      .filter(([name]) => /sharedStrings|sheet1/.test(name))
      .map(([, bytes]) => new TextDecoder().decode(bytes))
      .join('');
    expect(strings).toContain('Cử một cán bộ đầu mối ở mỗi bản');
    const table = new TextDecoder().decode(await download(page, product.url, 'csv'));
    expect(table.trim().split('\r\n')).toHaveLength(10);
    const calendar = new TextDecoder().decode(await download(page, product.url, 'ics'));
    expect(calendar).toContain('BEGIN:VCALENDAR');
    expect(calendar).toContain('20260930');
  });
});

describe('What cannot be read', () => {
  test.each([
    { name: 'trong.docx', bytes: Buffer.alloc(0), says: /trống|rỗng/i },
    { name: 'hong.docx', bytes: readFileSync(plan).subarray(0, 3000), says: /hỏng|cắt cụt/ },
    {
      name: 'mat.txt',
      bytes: Buffer.from('UBND XÃ A\nSố: 01/KH-UBND\nMẬT\nKẾ HOẠCH\nVề một việc\n'),
      says: /độ mật/,
    },
  ])('$name is answered with a sentence that names it', async ({ name, bytes, says }) => {
    const page = await (await browser.newContext({ locale: 'vi-VN' })).newPage();
    await signIn(page, product, officers['08']);
    await page.goto(`${product.url}/tai-len`);
    await page.locator('input[type=file]').first().setInputFiles({ name, mimeType: '', buffer: bytes });
    const line = page.getByRole('listitem').filter({ hasText: name });
    await line.getByText(says).first().waitFor();
    await expectAccessible(page);
    await page.context().close();
  });
});
