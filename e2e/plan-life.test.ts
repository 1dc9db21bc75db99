// The life of a plan: drawn up from last year's, returned, mended, approved, issued, handed down, amended, and who owes theirs.
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { expectAccessible } from './accessible.ts';
import { launchBrowser } from './browser.ts';
import { joinIllustrated } from './join.ts';
import { focalOfficer, signIn, type Product } from './product.ts';

const approver = 'phe-duyet@song-thao.example';
const foreignAffairs = 'chuyen-vien@song-thao.example';
/** Of the focal officer’s own department. */
const colleague = 'chuyen-vien-vhttdl@song-thao.example';
const lastYear = 'Kế hoạch thông tin đối ngoại biên giới năm 2025';
const thisYear = 'Kế hoạch thông tin đối ngoại biên giới năm 2026';

const task = (id: string, text: string, unit: { id: number; name: string }, more: object) => ({
  id,
  groupId: 'g1',
  text,
  lead: [{ name: unit.name, unitId: unit.id, part: null }],
  coordinating: [],
  outputs: [],
  milestones: [],
  budget: null,
  ...more,
});

let browser: Browser;
let product: Product;
let officer: Page;
let leader: Page;
beforeAll(async () => {
  browser = await launchBrowser();
  product = await joinIllustrated();
  [officer, leader] = [await personAt(focalOfficer), await personAt(approver)];
  await lastYearsPlan();
});
afterAll(() => browser?.close());

async function personAt(account: string, width = 1440): Promise<Page> {
  const context: BrowserContext = await browser.newContext({
    viewport: { width, height: 900 },
    locale: 'vi-VN',
  });
  const page = await context.newPage();
  await signIn(page, product, account);
  return page;
}

async function api<T>(page: Page, method: string, path: string, data?: object): Promise<T> {
  const answer = await page.request.fetch(`${product.url}${path}`, { method, ...(data ? { data } : {}) });
  expect(answer.ok(), `${method} ${path}: ${await answer.text()}`).toBe(true);
  return (await answer.json()) as T;
}

/** Four tasks, one of which asks for plans, as the coordinating body left them a year ago. */
async function lastYearsPlan(): Promise<void> {
  const { root } = await api<{ root: { id: number; name: string } }>(officer, 'GET', '/api/me');
  const found = async (q: string) => {
    const { rows } = await api<{ rows: { id: number; name: string; parentName: string }[] }>(
      officer,
      'GET',
      `/api/units?q=${encodeURIComponent(q)}&limit=20`,
    );
    const unit = rows.find(({ name, parentName }) => name === q && parentName === root.name);
    if (!unit) throw new Error(`There is no unit ${q}.`);
    return unit;
  };
  const unit = await found('Sở Ngoại vụ');
  const plan = await api<{ id: number; version: number }>(officer, 'POST', '/api/plans', {
    unitId: root.id,
    title: lastYear,
    periodFrom: '2025-01-01',
    periodTo: '2025-12-31',
  });
  const body = {
    objectives: ['Giới thiệu vùng biên với bạn bè.'],
    targets: [{ id: 'm1', text: 'Tin, bài bằng tiếng Lào', value: 120, unit: 'tin', by: '2025-12-31' }],
    groups: [{ id: 'g1', title: 'Thông tin, tuyên truyền' }],
    tasks: [
      task('a', 'Mở chuyên mục tiếng Lào', unit, { due: { kind: 'by', date: '2025-11-30' } }),
      task('b', 'Họp báo định kỳ', unit, { due: { kind: 'recurring', every: 'quarter' } }),
      task('c', 'In tờ gấp song ngữ', unit, { due: { kind: 'by', date: '2025-12-10' } }),
      task('d', 'Xây dựng kế hoạch của đơn vị', unit, {
        due: { kind: 'by', date: '2025-01-31' },
        asksPlan: true,
      }),
    ],
  };
  await api(officer, 'PATCH', `/api/plans/${plan.id}`, { version: plan.version, body });
}

/** Patient: the machine of the tests may be busy. */
const eventually = <T>(read: () => Promise<T>) => expect.poll(read, { timeout: 30_000 });
const saved = (page: Page) => page.getByRole('status').getByText('Đã lưu', { exact: true }).waitFor();
const step = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name, exact: true }).first().click();
const inDialog = (page: Page, name: string) =>
  page.getByRole('dialog').getByRole('button', { name, exact: true }).click();
const stands = (page: Page, state: string) =>
  page.getByRole('main').getByText(state, { exact: true }).first().waitFor();

describe('A plan', () => {
  let address = '';

  test('is drawn up from last year’s, with its days moved on', async () => {
    await officer.goto(`${product.url}/ke-hoach`);
    await officer.getByRole('link', { name: new RegExp(lastYear) }).waitFor();
    await expectAccessible(officer);
    await officer.getByRole('link', { name: 'Lập kế hoạch' }).click();
    await officer.getByRole('link', { name: /Từ kế hoạch năm trước/ }).click();
    await officer.getByRole('radio', { name: new RegExp(lastYear) }).check();
    await expectAccessible(officer);
    await officer.getByRole('button', { name: 'Lập bản thảo' }).click();
    await officer.getByRole('textbox', { name: 'Trích yếu' }).waitFor();
    address = officer.url();
    await eventually(() => officer.getByRole('textbox', { name: 'Trích yếu' }).inputValue()).toBe(thisYear);
    await officer.getByText('30/11/2026').first().waitFor();
    await expectAccessible(officer);
  });

  test('is written like a document: Enter begins the next task, pasted lines become tasks, all can be undone', async () => {
    await step(officer, 'Giữ tất cả');
    const third = officer.getByRole('textbox', { name: 'Nhiệm vụ c)' });
    await third.click();
    await third.press('End');
    await third.press('Enter');
    const fourth = officer.getByRole('textbox', { name: 'Nhiệm vụ d)' });
    await eventually(() => fourth.inputValue()).toBe('');
    await fourth.pressSequentially('Tập huấn cán bộ xã');
    await fourth.press('Alt+ArrowUp');
    await eventually(() => officer.getByRole('textbox', { name: 'Nhiệm vụ c)' }).inputValue()).toBe(
      'Tập huấn cán bộ xã',
    );
    await officer.keyboard.press('Control+z');
    await eventually(() => fourth.inputValue()).toBe('Tập huấn cán bộ xã');
    await officer.getByText('Chưa có cơ quan chủ trì').first().waitFor();
    await fourth.click();
    await step(officer, '+ Thêm cơ quan chủ trì');
    await officer.getByRole('textbox', { name: 'Cơ quan chủ trì' }).fill('cong an tinh');
    await officer
      .getByRole('option', { name: /^Công an tỉnh/ })
      .first()
      .click();
    await officer.keyboard.press('Escape');
    await saved(officer);
    await officer.reload();
    await eventually(() => officer.getByRole('textbox', { name: 'Nhiệm vụ d)' }).inputValue()).toBe(
      'Tập huấn cán bộ xã',
    );
  });

  test('is submitted, and returned with a reason', async () => {
    await step(officer, 'Trình phê duyệt…');
    await expectAccessible(officer);
    await inDialog(officer, 'Trình');
    await stands(officer, 'Chờ phê duyệt');
    await leader.goto(`${product.url}/ke-hoach`);
    await leader.getByText('Chờ tôi phê duyệt').waitFor();
    await leader.getByRole('link', { name: thisYear }).first().click();
    await step(leader, 'Trả lại…');
    await leader.getByRole('textbox', { name: 'Lý do trả lại' }).fill('Bổ sung tập huấn cho phường.');
    await expectAccessible(leader);
    await inDialog(leader, 'Trả lại');
    await stands(leader, 'Bị trả lại');
  });

  test('is mended by who sees the reason, approved, and issued', async () => {
    await officer.goto(address);
    await officer.getByText('Bổ sung tập huấn cho phường.').first().waitFor();
    const fourth = officer.getByRole('textbox', { name: 'Nhiệm vụ d)' });
    await fourth.fill('Tập huấn cán bộ xã, phường');
    await saved(officer);
    await step(officer, 'Trình phê duyệt…');
    await inDialog(officer, 'Trình');
    await stands(officer, 'Chờ phê duyệt');
    await leader.goto(address);
    await step(leader, 'Phê duyệt…');
    await leader.getByText(/lượt giao việc cho/).waitFor();
    await inDialog(leader, 'Phê duyệt');
    await step(leader, 'Ban hành…');
    await leader.getByRole('textbox', { name: 'Số, ký hiệu' }).fill('901/KH-UBND');
    await leader.getByRole('textbox', { name: 'Người ký' }).fill('Nguyễn Thị Thu Hà');
    await leader.getByText(/lượt giao việc cho/).waitFor();
    await expectAccessible(leader);
    await inDialog(leader, 'Ban hành và giao nhiệm vụ');
    await stands(leader, 'Đã ban hành');
    await expectAccessible(leader);
  });

  test('hands its tasks down to the units', async () => {
    const unit = await personAt(foreignAffairs);
    const { rows } = await api<{ rows: { text: string; dueOn: string | null }[] }>(
      unit,
      'GET',
      '/api/duties?size=500',
    );
    const own = rows.map(({ text, dueOn }) => `${text} ${dueOn}`);
    expect(own).toContain('Mở chuyên mục tiếng Lào 2026-11-30');
    await unit.goto(`${product.url}/ke-hoach`);
    await unit.getByRole('link', { name: thisYear }).first().click();
    await unit.getByText('Mở chuyên mục tiếng Lào').first().waitFor();
    // Who may not edit reads: no field, no step.
    expect(await unit.getByRole('textbox').count()).toBe(0);
    expect(await unit.getByRole('button', { name: /…$/ }).count()).toBe(0);
    await unit.context().close();
  });

  test('shows who owes a plan of their own', async () => {
    await officer.goto(address);
    await officer.getByRole('link', { name: 'Bao phủ' }).click();
    await officer
      .getByRole('rowheader', { name: /Sở Ngoại vụ/ })
      .getByText('Quá hạn, chưa ban hành')
      .waitFor();
    await expectAccessible(officer);
    await officer.getByRole('button', { name: 'Danh sách' }).click();
    await officer
      .getByText(/nhiệm vụ chưa đưa vào kế hoạch/)
      .first()
      .waitFor();
    await expectAccessible(officer);
  });

  test('is amended: one day moves, one task goes', async () => {
    await officer.goto(address);
    await step(officer, 'Sửa đổi…');
    await officer.getByRole('textbox', { name: /^Lý do sửa đổi/ }).fill('Lùi ngày mở chuyên mục.');
    await inDialog(officer, 'Bắt đầu sửa đổi');
    await officer.getByText('Bản sửa đổi, chưa có hiệu lực').waitFor();
    await officer.getByRole('textbox', { name: 'Nhiệm vụ a)' }).click();
    await officer.getByRole('textbox', { name: 'Chậm nhất ngày' }).fill('15/12/2026');
    await officer.getByRole('textbox', { name: 'Nhiệm vụ c)' }).click();
    await step(officer, 'Xóa nhiệm vụ');
    await saved(officer);
    await officer.getByRole('link', { name: 'Xem khác biệt' }).first().click();
    await officer.getByText('In tờ gấp song ngữ').waitFor();
    await officer.getByText(/15\/12\/2026/).waitFor();
    await expectAccessible(officer);
    await officer.goto(address);
    await step(officer, 'Trình phê duyệt…');
    await inDialog(officer, 'Trình');
    await stands(officer, 'Bản sửa đổi chờ phê duyệt');
    await leader.goto(`${product.url}/ke-hoach`);
    await leader.getByRole('link', { name: thisYear }).first().click();
    await step(leader, 'Phê duyệt…');
    await leader.getByText(/1 đổi thời hạn/).waitFor();
    await inDialog(leader, 'Phê duyệt');
    await step(leader, 'Ban hành…');
    await leader.getByRole('textbox', { name: 'Số, ký hiệu' }).fill('955/KH-UBND');
    await inDialog(leader, 'Ban hành và điều chỉnh nhiệm vụ');
    await leader.getByText('Sửa đổi lần 1').first().waitFor();
    const unit = await personAt(foreignAffairs);
    const { rows } = await api<{ rows: { text: string; dueOn: string | null; state: string }[] }>(
      unit,
      'GET',
      '/api/duties?size=500',
    );
    const open = rows
      .filter(({ state }) => state !== 'cancelled')
      .map(({ text, dueOn }) => `${text} ${dueOn}`);
    expect(open).toContain('Mở chuyên mục tiếng Lào 2026-12-15');
    expect(open.some((text) => text.startsWith('In tờ gấp song ngữ'))).toBe(false);
    await unit.context().close();
  });

  test('two people at one draft are asked where they collide, and nothing is lost', async () => {
    const one = await personAt(focalOfficer);
    const made = await api<{ id: number }>(one, 'POST', '/api/plans', { title: 'Bản chung' });
    const two = await personAt(colleague);
    for (const page of [one, two]) await page.goto(`${product.url}/ke-hoach/${made.id}`);
    const title = (page: Page) => page.getByRole('textbox', { name: 'Trích yếu' });
    await title(two).waitFor();
    await title(one).fill('Tên của người thứ nhất');
    await saved(one);
    await title(two).fill('Tên của người thứ hai');
    await two.getByRole('dialog').getByText('Tên của người thứ nhất').waitFor();
    await expectAccessible(two);
    await inDialog(two, 'Giữ tất cả của tôi');
    await saved(two);
    await eventually(
      async () => (await api<{ title: string }>(one, 'GET', `/api/plans/${made.id}`)).title,
    ).toBe('Tên của người thứ hai');
    // Without a network what is written stays, over a reload too.
    await two.route('**/api/plans/*', (route) =>
      route.request().method() === 'PATCH' ? route.abort() : route.continue(),
    );
    await title(two).fill('Viết khi mất mạng');
    await two.getByText('Thay đổi chưa được lưu').waitFor();
    await two.unroute('**/api/plans/*');
    two.on('dialog', (dialog) => void dialog.accept());
    await two.reload();
    await eventually(() => title(two).inputValue()).toBe('Viết khi mất mạng');
    await saved(two);
    for (const page of [one, two]) await page.context().close();
  });

  test('is read and followed on a phone', async () => {
    const phone = await personAt(focalOfficer, 390);
    for (const path of ['', '/bao-phu', '/so-sanh']) {
      await phone.goto(`${address}${path}`);
      await phone.getByRole('heading', { level: 1 }).waitFor();
      await expectAccessible(phone);
      const wide = await phone.evaluate<number>('document.documentElement.scrollWidth - innerWidth');
      expect(wide, `${path || 'the plan'} is wider than the phone`).toBeLessThanOrEqual(0);
    }
    await phone.context().close();
  });
});
