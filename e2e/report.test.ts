// A report is called for, filled on a phone, sent back for a reason, sent again, accepted and rolled up.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { expectAccessible } from './accessible.ts';
import { launchBrowser } from './browser.ts';
import { dayFromNow } from './issued-plan.ts';
import { joinIllustrated } from './join.ts';
import { focalOfficer, signIn, type Product } from './product.ts';

const officer = 'can-bo-xa@song-thao.example';
const leader = 'chu-tich-muong-phang-lai@song-thao.example';
const commune = 'Ủy ban nhân dân xã Mường Phăng Lai';
const name = 'Báo cáo nhanh về lớp tập huấn thông tin đối ngoại';
const classes = 'Lớp đào tạo, bồi dưỡng, tập huấn đã tổ chức';
const led = 'Nhiệm vụ chủ trì có hạn trong kỳ';
const reason = 'Nêu rõ số học viên là người dân tộc thiểu số';
const words = 'Xã mở 2 lớp tập huấn cho trưởng bản.';

let browser: Browser;
let product: Product;
let desk: Page;
let phone: Page;
let signing: Page;

beforeAll(async () => {
  [browser, product] = [await launchBrowser(), await joinIllustrated()];
  desk = await pageAt(1440, focalOfficer);
  phone = await pageAt(390, officer);
  signing = await pageAt(390, leader);
});
afterAll(() => browser?.close());

async function pageAt(width: number, account: string): Promise<Page> {
  const viewport = { width, height: width < 600 ? 844 : 900 };
  const context = await browser.newContext({ viewport, locale: 'vi-VN', hasTouch: width < 600 });
  const page = await context.newPage();
  await signIn(page, product, account);
  return page;
}

const saved = (page: Page) =>
  page.getByRole('region', { name: 'Các bước với báo cáo' }).getByText('Đã lưu', { exact: true }).waitFor();
const figure = (page: Page, label: string) => page.getByRole('textbox', { name: label, exact: true });

async function openReport(page: Page): Promise<void> {
  await page.goto(`${product.url}/bao-cao`);
  await page.getByRole('main').getByRole('link', { name }).first().click();
  await page.getByRole('heading', { level: 1, name }).waitFor();
}

async function send(page: Page): Promise<void> {
  await openReport(page);
  await page.getByRole('button', { name: 'Gửi báo cáo' }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^(Gửi báo cáo|Vẫn gửi)$/ })
    .click();
  await page.getByText('Chờ xem xét').first().waitFor();
}

async function fits(page: Page): Promise<void> {
  expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
}

describe('A report, from the call to the roll-up', () => {
  test('is called for on the spot, and shows who is asked before anybody is', async () => {
    await desk.goto(`${product.url}/bao-cao/dot/moi`);
    await desk.getByLabel('Báo cáo về việc gì').fill(name);
    await desk.getByLabel('Hạn gửi').fill(dayFromNow(30).split('-').toReversed().join('/'));
    await desk.getByLabel('Nội dung cần báo cáo, mỗi dòng một mục').fill('Kết quả\nKhó khăn, kiến nghị');
    await desk.getByRole('button', { name: 'Chọn chỉ tiêu' }).click();
    await desk.getByRole('checkbox', { name: classes }).check();
    await desk.getByRole('checkbox', { name: led }).check();
    await desk.keyboard.press('Escape');
    await desk
      .getByRole('combobox', { name: /^Đơn vị phải báo cáo/ })
      .selectOption({ label: 'Những đơn vị tôi chọn' });
    await desk.getByRole('combobox', { name: 'Thêm đơn vị' }).fill('muong phang lai');
    await desk.getByRole('option', { name: commune }).first().click();
    await desk.getByText('1 đơn vị phải báo cáo').waitFor();
    await expectAccessible(desk);
    await desk.getByRole('button', { name: 'Gửi yêu cầu đến 1 đơn vị' }).click();
    await desk.getByRole('heading', { level: 1, name }).waitFor();
    await desk.getByRole('table').getByRole('link', { name: commune }).waitFor();
    await expectAccessible(desk);
  });

  test('is filled on a phone; a figure other than the records’ waits for its reason', async () => {
    await openReport(phone);
    await figure(phone, classes).fill('2');
    await phone.getByLabel('Kết quả, đoạn 1').fill(words);
    await saved(phone);
    const before = Number((await figure(phone, led).inputValue()).replaceAll('.', ''));
    await figure(phone, led).fill(String(before + 1));
    await phone.getByText('Ghi lý do thì số này mới được lưu.').waitFor();
    await phone.getByLabel('Vì sao?').fill('Một việc giao miệng, chưa vào sổ');
    await saved(phone);
    await fits(phone);
    await expectAccessible(phone);
    await phone.reload();
    expect(await figure(phone, led).inputValue()).toBe(String(before + 1));
    expect(await phone.getByLabel('Kết quả, đoạn 1').inputValue()).toBe(words);
  });

  test('opens a derived figure to the records behind it', async () => {
    await phone.getByRole('button', { name: new RegExp(`xem bản ghi: ${led}`) }).click();
    const dialog = phone.getByRole('dialog', { name: led });
    await dialog.getByText('Cách tính').waitFor();
    await dialog.getByText('Một việc giao miệng, chưa vào sổ').waitFor();
    expect(new URL(phone.url()).searchParams.get('figure')).not.toBeNull();
    await expectAccessible(phone);
    await dialog.getByRole('button', { name: 'Đóng' }).click();
  });

  test('is handed to the unit’s leader, who finds it first of all; nobody else changes it meanwhile', async () => {
    await phone.getByRole('button', { name: 'Trình lãnh đạo' }).click();
    await phone.getByLabel('Lời nhắn cho lãnh đạo (không bắt buộc)').fill('Kính trình Chủ tịch ký gửi');
    await expectAccessible(phone);
    await phone
      .getByRole('dialog')
      .getByRole('button', { name: /^(Trình lãnh đạo|Vẫn trình)$/ })
      .click();
    await phone.getByText('Chờ lãnh đạo ký gửi').first().waitFor();
    expect(await figure(phone, classes).count()).toBe(0);
    await signing.goto(`${product.url}/bao-cao`);
    const firstGroup = signing.getByRole('main').getByRole('heading', { level: 2 }).first();
    expect(await firstGroup.innerText()).toMatch(/^Chờ tôi ký gửi/);
    await expectAccessible(signing);
  });

  test('is signed off by the unit’s leader and sent back for one section', async () => {
    await send(signing);
    await desk.reload();
    await desk.getByRole('table').getByRole('link', { name: commune }).click();
    await desk.getByRole('button', { name: 'Trả lại vì mục này' }).first().click();
    await desk.getByLabel('Cần sửa gì').fill(reason);
    await desk.getByRole('button', { name: 'Trả lại với 1 lý do' }).click();
    await desk.getByText('Bị trả lại').first().waitFor();
  });

  test('shows the reason at its section, is mended and sent again', async () => {
    await openReport(phone);
    await phone
      .getByRole('region', { name: /Kết quả/ })
      .first()
      .getByText(reason)
      .waitFor();
    await expectAccessible(phone);
    await phone.getByLabel('Kết quả, đoạn 1').fill(`${words} 40 học viên là người Thái, Mông.`);
    await saved(phone);
    await send(signing);
  });

  test('is accepted, and then counts in the roll-up', async () => {
    await desk.reload();
    await desk.getByRole('button', { name: 'Chấp nhận' }).click();
    await desk.getByText('Đã chấp nhận', { exact: true }).first().waitFor();
    await desk.goto(`${product.url}/bao-cao/dot`);
    await desk.getByRole('link', { name }).first().click();
    await desk.getByRole('link', { name: 'Tổng hợp', exact: true }).click();
    const row = desk.getByRole('row', { name: new RegExp(classes) });
    expect((await row.getByRole('cell').last().innerText()).split('\n')).toEqual(['2', '1 báo cáo']);
    await row.getByRole('button').click();
    await desk
      .getByRole('table', { name: 'Phần của từng đơn vị' })
      .getByRole('link', { name: commune })
      .waitFor();
  });

  test('has its words quoted, each with where it comes from', async () => {
    await desk.getByRole('checkbox', { name: /Xã mở 2 lớp/ }).check();
    await desk.getByRole('button', { name: 'Trích 1 đoạn' }).click();
    await saved(desk);
    expect(await desk.getByText('Trích nguyên văn').locator('..').textContent()).toContain(commune);
    await desk.getByLabel('Kết quả, đoạn 1').fill('Toàn tỉnh: 2 lớp ở xã Mường Phăng Lai.');
    await saved(desk);
    await desk.reload();
    await desk.getByText('Viết lại từ').locator('..').filter({ hasText: commune }).waitFor();
    await expectAccessible(desk);
  });
});
