// A commune officer reports by phone with a photograph; the focal officer confirms, sends back, urges; the line breaks in between.
import { createCanvas } from '@napi-rs/canvas';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { expectAccessible } from './accessible.ts';
import { launchBrowser } from './browser.ts';
import { asking, issuePlan } from './issued-plan.ts';
import { joinIllustrated } from './join.ts';
import { cookieOf, focalOfficer, signIn, type Product } from './product.ts';

const communeOfficer = 'can-bo-xa@song-thao.example';
const communeLeader = 'chu-tich-muong-phang-lai@song-thao.example';
const commune = 'Ủy ban nhân dân xã Mường Phăng Lai';
/** A photograph as a phone takes it: large, with what the camera writes into it. */
function photograph(): Buffer {
  const canvas = createCanvas(3000, 2000);
  const context = canvas.getContext('2d');
  for (let at = 0; at < 400; at++) {
    context.fillStyle = `hsl(${(at * 37) % 360} 60% 50%)`;
    context.fillRect((at * 613) % 3000, (at * 397) % 2000, 420, 260);
  }
  const jpeg = canvas.toBuffer('image/jpeg', 90);
  const written = Buffer.from('Exif\0\0Model: A phone; GPS: 21.4, 103.0', 'latin1');
  const head = Buffer.from([0xff, 0xe1, 0, written.length + 2]);
  return Buffer.concat([jpeg.subarray(0, 2), head, written, jpeg.subarray(2)]);
}
const picture = { name: 'IMG_2041.jpeg', mimeType: 'image/jpeg', buffer: photograph() };

const soonest = 'Phát 300 tờ gấp song ngữ cho khách nước ngoài tại bản Pha Lai';
const list = 'Lập danh sách cộng tác viên dịch thuật của xã';
const shows = 'Chiếu phim tài liệu về Sông Thao tại nhà văn hóa xã';
const overdue = 'Gửi ảnh tư liệu về lễ hội hoa ban';

let browser: Browser;
let product: Product;
let phone: Page;
let desk: Page;

beforeAll(async () => {
  browser = await launchBrowser();
  product = await joinIllustrated();
  await issuePlan(product, {
    number: '914/KH-SVHTTDL',
    tasks: [
      { text: soonest, lead: commune, dueIn: 0, outputs: ['300 tờ gấp song ngữ'] },
      { text: list, lead: commune, dueIn: 4 },
      { text: shows, lead: commune, dueIn: 30 },
      { text: overdue, lead: commune, dueIn: -4 },
    ],
  });
  phone = await pageAt(390, 844, communeOfficer);
  desk = await pageAt(1440, 900, focalOfficer);
});
afterAll(() => browser?.close());

async function pageAt(width: number, height: number, account: string): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width, height },
    locale: 'vi-VN',
    hasTouch: width < 600,
  });
  const page = await context.newPage();
  await signIn(page, product, account);
  return page;
}

const part = (page: Page, title: string) =>
  page
    .locator('section')
    .filter({ has: page.getByRole('heading', { level: 2, name: new RegExp(`^${title}`) }) });
const link = (page: Page, text: string) => page.getByRole('link', { name: text }).first();

/** Nothing may be wider than the screen. */
async function fits(page: Page): Promise<void> {
  expect(
    await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth'),
  ).toBeLessThanOrEqual(0);
}

describe('A commune officer with a phone', () => {
  test('sees what is to be done, the most urgent first', async () => {
    await phone.goto(`${product.url}/viec-cua-toi`);
    const first = part(phone, 'Đến hạn trong 7 ngày').getByRole('link').first();
    await first.waitFor();
    expect(await first.textContent()).toContain(soonest);
    expect(await part(phone, 'Quá hạn').textContent()).toContain(overdue);
    await fits(phone);
    await expectAccessible(phone);
  });

  test('opens the report in two taps', async () => {
    await link(phone, soonest).click();
    await phone.getByRole('heading', { level: 1, name: soonest }).waitFor();
    await fits(phone);
    await expectAccessible(phone);
    await phone.getByRole('main').getByRole('link', { name: 'Báo cáo', exact: true }).click();
    await phone.getByRole('heading', { level: 1, name: 'Báo cáo' }).waitFor();
    await fits(phone);
    await expectAccessible(phone);
  });

  test('loses nothing when the line breaks and the page is opened anew', async () => {
    await phone.getByLabel('Đã làm gì').fill('Đã phát 120 tờ ở chợ phiên');
    await phone.locator('input[type=file][capture]').setInputFiles(picture);
    await phone.getByRole('img', { name: 'IMG_2041.jpg' }).waitFor();
    await phone.context().setOffline(true);
    await phone.getByRole('button', { name: 'Gửi báo cáo' }).click();
    await phone.getByText('Đang chờ mạng').waitFor();
    // Stopped while the line is still down: with the line back it would be sent at once.
    await phone.getByRole('button', { name: 'Dừng gửi, giữ bản nháp' }).click();
    await phone.context().setOffline(false);
    await phone.reload();
    await phone.getByText('Báo cáo chưa gửi lần trước được giữ lại trên máy này.').waitFor();
    expect(await phone.getByLabel('Đã làm gì').inputValue()).toBe('Đã phát 120 tờ ở chợ phiên');
    await phone.getByRole('img', { name: 'IMG_2041.jpg' }).waitFor();
  });

  test('reports progress with a photograph', async () => {
    await phone.getByLabel(/^Minh chứng cho sản phẩm nào/).selectOption({ label: '300 tờ gấp song ngữ' });
    await phone.getByRole('slider').fill('40');
    await phone.getByRole('button', { name: 'Gửi báo cáo' }).click();
    await phone.getByRole('heading', { level: 1, name: soonest }).waitFor();
    const output = phone.getByRole('heading', { level: 3, name: '300 tờ gấp song ngữ' }).locator('..');
    const shown = output.getByRole('img');
    // The report is in at once; the picture is shown when it has been looked at for marks of secrecy.
    await output.getByText('Tệp đang được kiểm tra').or(shown).waitFor();
    await shown.waitFor({ timeout: 120_000 });
    await shown.scrollIntoViewIfNeeded();
    await phone.waitForFunction('[...document.images].every(({ naturalWidth }) => naturalWidth > 0)');
    expect(await phone.getByText('đ/c Vàng A Chua báo cáo tiến độ, 40 %').count()).toBe(1);
    await expectAccessible(phone);
  });

  test('sends a smaller picture than the one taken, as JPEG, without what the camera wrote', async () => {
    const address = await phone.locator('img').first().getAttribute('src');
    const answer = await phone.request.get(`${product.url}${address}`);
    const bytes = await answer.body();
    expect(answer.headers()['content-type']).toBe('image/jpeg');
    expect([...bytes.subarray(0, 3)]).toEqual([0xff, 0xd8, 0xff]);
    expect([picture.buffer.includes('Exif'), bytes.includes('Exif')]).toEqual([true, false]);
    expect(bytes.length).toBeLessThan(picture.buffer.length);
  });

  test('reports it done and sees it wait for confirmation', async () => {
    await phone.getByRole('main').getByRole('link', { name: 'Báo cáo', exact: true }).click();
    await phone.getByText('Đã xong').click();
    await phone.getByText('Đúng hạn. Sở Văn hóa, Thể thao và Du lịch sẽ xác nhận.').waitFor();
    await phone.getByRole('button', { name: 'Báo cáo hoàn thành' }).click();
    await phone.getByText('Chờ xác nhận').first().waitFor();
    await phone.goto(`${product.url}/viec-cua-toi`);
    await part(phone, 'Chờ xác nhận').getByText(soonest).waitFor();
  });

  test('reports a second one the same way', async () => {
    await link(phone, list).click();
    await phone.getByRole('main').getByRole('link', { name: 'Báo cáo', exact: true }).click();
    await phone.getByText('Đã xong').click();
    await phone.getByLabel('Đã làm gì').fill('Có 3 cộng tác viên');
    await phone.getByRole('button', { name: 'Báo cáo hoàn thành' }).click();
    await phone.getByRole('heading', { level: 1, name: list }).waitFor();
  });
});

describe('The focal officer at a desk', () => {
  test('confirms one with the keyboard, and can take it back', async () => {
    await desk.goto(`${product.url}/viec-cua-toi?q=${encodeURIComponent('300 tờ gấp song ngữ')}`);
    await part(desk, 'Chờ tôi xác nhận').getByText(soonest).waitFor();
    await expectAccessible(desk);
    await desk.keyboard.press('j');
    await desk.keyboard.press('x');
    await desk.getByText('Đã chọn 1 việc').waitFor();
    await desk.keyboard.press('c');
    await desk.getByRole('dialog').getByRole('button', { name: 'Xác nhận' }).click();
    await desk.getByText('Đã xác nhận 1 việc').waitFor();
    await desk.keyboard.press('u');
    await desk.getByText('Đã hoàn tác 1 việc').waitFor();
    await part(desk, 'Chờ tôi xác nhận').getByText(soonest).waitFor();
  });

  test('confirms it for good on its page', async () => {
    await link(desk, soonest).click();
    await desk.getByRole('button', { name: 'Xác nhận hoàn thành' }).click();
    await expectAccessible(desk);
    await desk.getByRole('dialog').getByRole('button', { name: 'Xác nhận hoàn thành' }).click();
    await desk.getByText('đ/c Lò Thị Hạnh xác nhận hoàn thành').waitFor();
    await expectAccessible(desk);
  });

  test('sends another back with a reason', async () => {
    await desk.goto(`${product.url}/viec-cua-toi?q=${encodeURIComponent('cộng tác viên dịch thuật')}`);
    await link(desk, list).click();
    await desk.getByRole('button', { name: 'Trả lại', exact: true }).click();
    const dialog = desk.getByRole('dialog');
    expect(await dialog.getByRole('button', { name: 'Trả lại' }).isDisabled()).toBe(true);
    await dialog.getByLabel('Lý do').fill('Chưa ghi số điện thoại liên hệ');
    await dialog.getByRole('button', { name: 'Trả lại' }).click();
    await desk.getByText('Việc này đã bị trả lại').waitFor();
  });

  test('urges about a third from the list of all duties', async () => {
    await desk.goto(`${product.url}/viec?q=${encodeURIComponent('lễ hội hoa ban')}&class=overdue`);
    await desk.getByRole('checkbox', { name: `Chọn: ${overdue}` }).check();
    await expectAccessible(desk);
    await desk.getByRole('button', { name: 'Đôn đốc', exact: true }).click();
    await desk.getByRole('dialog').getByRole('button', { name: 'Đôn đốc' }).click();
    await desk.getByText('Đã đôn đốc 1 đơn vị').waitFor();
    await desk.goto(`${product.url}/don-doc?box=sent`);
    await desk.getByText(overdue).waitFor();
    await expectAccessible(desk);
  });

  test('writes an inspection down', async () => {
    await desk.goto(`${product.url}/kiem-tra`);
    await desk.getByRole('button', { name: 'Ghi một cuộc kiểm tra' }).click();
    const dialog = desk.getByRole('dialog');
    await dialog.getByRole('combobox', { name: 'Đơn vị được kiểm tra' }).fill('muong phang lai');
    await dialog.getByRole('option', { name: new RegExp(commune) }).click();
    await dialog.getByRole('button', { name: 'Thêm tồn tại' }).click();
    await dialog.getByLabel('Nội dung tồn tại').fill('Chưa có sổ theo dõi khách nước ngoài');
    await dialog.getByLabel('Biện pháp khắc phục').fill('Lập sổ');
    await dialog.getByLabel('Khắc phục trước ngày').fill('31/12/2099');
    await expectAccessible(desk);
    await dialog.getByRole('button', { name: 'Lưu' }).click();
    await desk.getByText('Chưa có sổ theo dõi khách nước ngoài').waitFor();
    await expectAccessible(desk);
  });
});

describe('Back on the phone', () => {
  test('the officer sees why it came back', async () => {
    await phone.goto(`${product.url}/viec-cua-toi`);
    await part(phone, 'Bị trả lại').getByText(list).click();
    await phone.getByText('Chưa ghi số điện thoại liên hệ').first().waitFor();
  });

  test('the officer answers the urging', async () => {
    await phone.goto(`${product.url}/don-doc`);
    await phone.getByRole('button', { name: 'Trả lời', exact: true }).first().click();
    await phone.getByRole('textbox').fill('Sẽ gửi trong hôm nay');
    await fits(phone);
    await phone.getByRole('button', { name: 'Gửi trả lời' }).click();
    await phone.getByText('Đã trả lời', { exact: true }).waitFor();
    await expectAccessible(phone);
  });

  test('what somebody else changed meanwhile is shown beside what one wanted, and nothing is lost', async () => {
    const ask = asking(product, await cookieOf(product, communeLeader));
    const { rows } = await ask<{ rows: { id: number; version: number; text: string }[] }>(
      'GET',
      `/duties?q=${encodeURIComponent('phim tài liệu')}&view=mine`,
    );
    const duty = rows.find(({ text }) => text === shows);
    expect(duty).toBeDefined();
    await phone.goto(`${product.url}/viec/${duty?.id}/bao-cao`);
    await phone.getByLabel('Đã làm gì').fill('Đã mượn máy chiếu');
    await ask('POST', `/duties/${duty?.id}/steps`, {
      do: 'progress',
      version: duty?.version,
      note: 'Đồng nghiệp đã chọn phim',
      progress: 10,
    });
    await phone.getByRole('button', { name: 'Gửi báo cáo' }).click();
    await phone.getByRole('dialog', { name: 'Có người vừa cập nhật việc này' }).waitFor();
    await phone.getByText('Đồng nghiệp đã chọn phim').waitFor();
    await expectAccessible(phone);
    await phone.getByRole('button', { name: 'Vẫn thực hiện trên bản mới' }).click();
    await phone.getByRole('heading', { level: 1, name: shows }).waitFor();
    expect(await phone.getByText('Đã mượn máy chiếu').count()).toBe(1);
    expect(await phone.getByText('Đồng nghiệp đã chọn phim').count()).toBe(1);
  });

  test('what was typed outlives a session that ended', async () => {
    await phone.getByRole('main').getByRole('link', { name: 'Báo cáo', exact: true }).click();
    await phone.getByLabel('Đã làm gì').fill('Viết dở khi hết phiên');
    await phone.context().clearCookies();
    await phone.getByRole('button', { name: 'Gửi báo cáo' }).click();
    await phone.getByText('Phiên làm việc đã hết').waitFor();
    await signIn(phone, product, communeOfficer);
    await phone.reload();
    expect(await phone.getByLabel('Đã làm gì').inputValue()).toBe('Viết dở khi hết phiên');
  });
});
