// The life of an outgoing document: drawn up from a plan, checked, returned, signed, numbered, issued, opened as PDF, sent.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { expectAccessible } from './accessible.ts';
import { launchBrowser } from './browser.ts';
import { joinIllustrated } from './join.ts';
import { focalOfficer, signIn, type Product } from './product.ts';

const approver = 'phe-duyet@song-thao.example';
const foreignAffairs = 'chuyen-vien@song-thao.example';
const subject = 'Công tác thông tin đối ngoại tỉnh Sông Thao năm 2026 (bản gửi các đơn vị)';

let browser: Browser;
let product: Product;
let officer: Page;
let leader: Page;
let address = '';
beforeAll(async () => {
  browser = await launchBrowser();
  product = await joinIllustrated();
  [officer, leader] = [await personAt(focalOfficer), await personAt(approver)];
});
afterAll(() => browser?.close());

async function personAt(account: string, width = 1440): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height: 900 }, locale: 'vi-VN' });
  const page = await context.newPage();
  await signIn(page, product, account);
  return page;
}

const step = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).first().click();
const inDialog = (page: Page, name: string | RegExp) =>
  page.getByRole('dialog').getByRole('button', { name }).last().click();
const stands = (page: Page, state: string) =>
  page.getByRole('main').getByText(state, { exact: true }).first().waitFor();
const saved = (page: Page) => page.getByRole('status').getByText('Đã lưu', { exact: true }).waitFor();
const eventually = <T>(read: () => Promise<T>) => expect.poll(read, { timeout: 30_000 });
const field = (page: Page, name: string | RegExp) => page.getByRole('textbox', { name }).first();

describe('An outgoing document', () => {
  test('is drawn up from a plan, and looks like the document it will be', async () => {
    await officer.goto(`${product.url}/van-ban-di/moi?from=plan`);
    await officer.getByRole('searchbox', { name: 'Tìm nguồn' }).fill('27/KH-UBND');
    await officer.getByRole('radio', { name: /27\/KH-UBND/ }).check();
    await officer
      .getByRole('combobox', { name: 'Cơ quan ban hành' })
      .selectOption({ label: 'Ủy ban nhân dân tỉnh Sông Thao' });
    await expectAccessible(officer);
    await step(officer, 'Lập dự thảo');
    await officer.waitForURL(/\/van-ban-di\/\d+$/);
    address = officer.url();
    await officer.getByText('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM').first().waitFor();
    await field(officer, 'Trích yếu').fill(subject);
    await saved(officer);
    await officer.getByRole('heading', { name: 'Kiểm tra thể thức' }).waitFor();
    await expectAccessible(officer);
  });

  test('is written with the keyboard: Enter begins a paragraph, Tab changes its level, all can be undone', async () => {
    const first = field(officer, /^Đoạn 1$/);
    await first.click();
    await first.press('End');
    await first.press('Enter');
    const second = field(officer, /^Đoạn 2/);
    await second.pressSequentially('Các đơn vị báo cáo trước ngày 15/11/2026.');
    await second.press('Tab');
    await field(officer, 'Đoạn 2, I.').waitFor();
    await officer.keyboard.press('Shift+Tab');
    await eventually(() => officer.getByRole('textbox', { name: 'Đoạn 2', exact: true }).inputValue()).toBe(
      'Các đơn vị báo cáo trước ngày 15/11/2026.',
    );
    await officer.keyboard.press('Tab');
    await officer.keyboard.press('Control+z');
    await officer.getByRole('textbox', { name: 'Đoạn 2', exact: true }).waitFor();
    await saved(officer);
    await officer.reload();
    await eventually(() => officer.getByRole('textbox', { name: 'Đoạn 2', exact: true }).inputValue()).toBe(
      'Các đơn vị báo cáo trước ngày 15/11/2026.',
    );
  });

  test('is not submitted as long as its form is wrong, and the finding leads to its place', async () => {
    await field(officer, 'Chức vụ người ký').fill('');
    await saved(officer);
    const finding = officer.getByRole('button', { name: /Chưa ghi chức vụ của người ký/ });
    await finding.waitFor();
    await step(officer, 'Trình ký…');
    await officer.getByText(/Chưa trình được: còn 1 lỗi thể thức/).waitFor();
    await expectAccessible(officer);
    await inDialog(officer, 'Thôi');
    await finding.click();
    await eventually(() => officer.evaluate<string>('document.activeElement.id')).toBe(
      'o-signature.position',
    );
    await officer.keyboard.type('PHÓ CHỦ TỊCH');
    await saved(officer);
    await officer.getByText('Chưa ghi chức vụ của người ký.').waitFor({ state: 'detached' });
    await step(officer, 'Trình ký…');
    await inDialog(officer, 'Trình');
    await stands(officer, 'Đã trình');
  });

  test('is returned with a reason, mended, and compared with what it was', async () => {
    await leader.goto(`${product.url}/van-ban-di?scope=waiting`);
    await leader.getByRole('link', { name: subject }).click();
    await step(leader, 'Trả lại…');
    await leader.getByRole('textbox', { name: 'Lý do trả lại' }).fill('Lùi hạn báo cáo.');
    await inDialog(leader, 'Trả lại');
    await stands(leader, 'Bị trả lại');
    await officer.goto(address);
    await officer.getByText('Lùi hạn báo cáo.').first().waitFor();
    await field(officer, /^Đoạn 2$/).fill('Các đơn vị báo cáo trước ngày 20/11/2026.');
    await saved(officer);
    await officer.getByRole('link', { name: 'So sánh dự thảo', exact: true }).click();
    await officer.locator('ins', { hasText: 'Các đơn vị báo cáo trước ngày 20/11/2026.' }).waitFor();
    await expectAccessible(officer);
    await step(officer, 'Trình ký…');
    await inDialog(officer, 'Trình');
    await stands(officer, 'Đã trình');
  });

  test('is signed on a phone', async () => {
    const phone = await personAt(approver, 390);
    await phone.goto(address);
    await phone.getByText('Các đơn vị báo cáo trước ngày 20/11/2026.').waitFor();
    const wide = await phone.evaluate<number>('document.documentElement.scrollWidth - innerWidth');
    expect(wide).toBeLessThanOrEqual(0);
    await expectAccessible(phone);
    await step(phone, 'Ký…');
    await expectAccessible(phone);
    await inDialog(phone, 'Ký');
    await stands(phone, 'Đã ký');
    await phone.context().close();
  });

  test('gets its number, is issued, and opens as PDF', async () => {
    await officer.goto(address);
    await step(officer, 'Cấp số…');
    await officer
      .getByRole('dialog')
      .getByText(/^\d+\/KH-UBND$/)
      .first()
      .waitFor();
    await expectAccessible(officer);
    await inDialog(officer, 'Cấp số');
    await stands(officer, 'Đã cấp số');
    await step(officer, 'Phát hành…');
    await inDialog(officer, 'Phát hành');
    await stands(officer, 'Đã phát hành');
    const number = /\d+\/KH-UBND/.exec(
      (await officer.getByRole('heading', { level: 1 }).textContent()) ?? '',
    )?.[0];
    expect(number).toBeDefined();
    const file = await officer.request.get(
      `${product.url}/api/outgoing/${address.split('/').at(-1)}/file.pdf`,
    );
    expect((await file.body()).subarray(0, 5).toString()).toBe('%PDF-');
    await officer.goto(`${product.url}/so-van-ban?q=${encodeURIComponent(number ?? '')}`);
    await officer
      .getByRole('combobox', { name: 'Sổ của đơn vị' })
      .selectOption({ label: 'Ủy ban nhân dân tỉnh Sông Thao' });
    await officer.getByRole('link', { name: subject }).waitFor();
    await expectAccessible(officer);
  });

  test('is sent to a unit, which reads it without its drafts', async () => {
    await officer.goto(address);
    await step(officer, 'Gửi văn bản…');
    const dialog = officer.getByRole('dialog');
    await dialog.getByRole('checkbox').first().waitFor();
    await dialog.getByRole('combobox', { name: 'Đơn vị nhận' }).fill('so ngoai vu');
    await dialog
      .getByRole('option', { name: /^Sở Ngoại vụ/ })
      .first()
      .click();
    await step(officer, 'Thêm vào danh sách gửi');
    for (const box of await dialog.getByRole('checkbox').all())
      if ((await box.getAttribute('aria-label')) !== 'Sở Ngoại vụ') await box.uncheck();
    await expectAccessible(officer);
    await inDialog(officer, /^Gửi đến/);
    await officer.getByRole('complementary').getByText('Sở Ngoại vụ').waitFor();
    const unit = await personAt(foreignAffairs);
    await unit.goto(`${product.url}/van-ban-di?scope=received`);
    await unit.getByRole('link', { name: subject }).first().click();
    await unit.getByText('Các đơn vị báo cáo trước ngày 20/11/2026.').waitFor();
    expect(await unit.getByRole('textbox').count()).toBe(0);
    expect(await unit.getByRole('heading', { name: 'Các dự thảo' }).count()).toBe(0);
    await unit.context().close();
    await officer.reload();
    await officer.getByRole('complementary').getByText('01 Đã đến').first().waitFor();
  });
});
