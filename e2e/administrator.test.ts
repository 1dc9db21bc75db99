// An administrator merges two communes: sees first what would happen, does it, finds the history under both, and undoes it.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectAccessible } from './accessible.ts';
import { launchBrowser } from './browser.ts';
import { joinIllustrated } from './join.ts';
import { focalOfficer, signIn, type Product } from './product.ts';

const administrator = 'quan-tri@song-thao.example';
const officerOfOne = 'tan-lua@song-thao.example';
const [one, other] = ['Ủy ban nhân dân xã Tân Lứa', 'Ủy ban nhân dân xã Cẩm Nương'];
const merged = 'Ủy ban nhân dân xã Tân Cẩm';

let browser: Browser;
let product: Product;
let page: Page;
let focal: Page;
beforeAll(async () => {
  browser = await launchBrowser();
  product = await joinIllustrated();
  [page, focal] = [await personAt(administrator), await personAt(focalOfficer)];
});
afterAll(() => browser?.close());

async function personAt(account: string, width = 1440): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height: 900 }, locale: 'vi-VN' });
  const page = await context.newPage();
  await signIn(page, product, account);
  return page;
}

const ask = async <T>(as: Page, path: string): Promise<T> =>
  (await (await as.request.get(`${product.url}/api${path}`)).json()) as T;

interface Total {
  readonly total: Readonly<Record<string, number>>;
  readonly units: readonly { unit: { id: number; name: string }; counts: Readonly<Record<string, number>> }[];
}
/** The year in which the work goes on: other journeys write in it, though never for these two communes. */
const thisYear = () => ask<Total>(focal, '/overview?year=2026');
/** The year in which nobody writes any more: the whole province must come out the same. */
const lastYear = () => ask<Total>(focal, '/overview?year=2025');
const sum = (counts: Readonly<Record<string, number>> = {}) =>
  Object.values(counts).reduce((all, each) => all + each, 0);
const of = ({ units }: Total, name: string) => sum(units.find(({ unit }) => unit.name === name)?.counts);

async function choose(label: string, words: string): Promise<void> {
  const field = page.getByRole('combobox', { name: label });
  await field.fill(words);
  await page.getByRole('option', { name: words }).first().click();
}

let before: Total;
let closed: Total;

test('chooses what merges into what, when and why, and sees what would come of it', async () => {
  [before, closed] = [await thisYear(), await lastYear()];
  for (const year of [before, closed]) {
    expect(Math.min(of(year, one), of(year, other))).toBeGreaterThan(0);
  }
  await page.goto(`${product.url}/don-vi`);
  await page.getByRole('link', { name: 'Sắp xếp đơn vị' }).click();
  await choose('Thêm đơn vị', one);
  await choose('Thêm đơn vị', other);
  await page.getByRole('textbox', { name: /^Tên/ }).first().fill(merged);
  await page.getByRole('textbox', { name: /^Căn cứ pháp lý/ }).fill('Nghị quyết số 30/NQ-HĐND (minh họa)');
  await page.getByRole('listbox').first().waitFor({ state: 'hidden' });
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Xem trước' }).click();
  await page.getByText(/Trước \d+ việc, sau \d+ việc: không mất việc nào/).waitFor();
  await expectAccessible(page);
  expect(of(await thisYear(), one)).toBe(of(before, one));
});

test('does it: the new commune stands in the tree, and no figure of the province has changed', async () => {
  await page.getByRole('button', { name: 'Thực hiện sắp xếp' }).click();
  await page.getByRole('heading', { level: 1, name: merged }).waitFor();
  await expectAccessible(page);
  expect((await lastYear()).total).toEqual(closed.total);
  for (const [earlier, after] of [
    [closed, await lastYear()],
    [before, await thisYear()],
  ] as const) {
    expect(of(after, merged)).toBe(of(earlier, one) + of(earlier, other));
    expect([of(after, one), of(after, other)]).toEqual([0, 0]);
  }
});

test('finds both communes’ history under their pages, leading to the one that they became', async () => {
  await page.getByRole('link', { name: one }).first().click();
  await page.getByRole('heading', { level: 1, name: one }).waitFor();
  await page.getByRole('link', { name: merged }).first().waitFor();
  await expectAccessible(page);
});

test('leaves the officer of a merged commune with the work that they had', async () => {
  const officer = await personAt(officerOfOne, 390);
  await officer.goto(`${product.url}/viec-cua-toi`);
  await officer.getByRole('heading', { level: 1, name: 'Việc của tôi' }).waitFor();
  const { total } = await ask<{ total: number }>(officer, '/duties?view=mine&size=1');
  expect(total).toBeGreaterThanOrEqual(of(before, one));
  await expectAccessible(officer);
  await officer.context().close();
});

test('takes it back, and all is as it was', async () => {
  const { rows } = await ask<{ rows: { id: number; after: { name: string }[] }[] }>(
    page,
    '/units/reorganisations?size=20',
  );
  const event = rows.find(({ after }) => after.some(({ name }) => name === merged));
  const undone = await page.request.post(`${product.url}/api/units/reorganisations/${event?.id}/undo`);
  expect(undone.status()).toBeLessThan(300);
  expect(await lastYear()).toEqual(closed);
  expect(of(await thisYear(), one)).toBe(of(before, one));
});
