// A regime's report by two agencies, from the call to the PDF that went out: whatever stands in the PDF stands in the report.
import { read } from '@nhipcau/document';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { expectAccessible } from './accessible.ts';
import { launchBrowser } from './browser.ts';
import { asking } from './issued-plan.ts';
import { joinIllustrated } from './join.ts';
import { cookieOf, focalOfficer, signIn, type Product } from './product.ts';

const commune = 'Ủy ban nhân dân xã Bản Mơ Vàng';
const communeLeader = 'chu-tich-ban-mo-vang@song-thao.example';
const committee = 'Ủy ban nhân dân tỉnh Sông Thao';
const chief = 'phe-duyet@song-thao.example';
const name = 'Báo cáo quý về đón đoàn và tập huấn';
const classes = 'Lớp đào tạo, bồi dưỡng, tập huấn đã tổ chức';
const words = 'Xã mở 3 lớp tập huấn cho trưởng bản và người có uy tín.';

let browser: Browser;
let product: Product;
let desk: Page;
let unit: Page;
let leader: Page;

beforeAll(async () => {
  [browser, product] = [await launchBrowser(), await joinIllustrated()];
  await setRegime();
  [desk, unit, leader] = [await pageOf(focalOfficer), await pageOf(communeLeader), await pageOf(chief)];
});
afterAll(() => browser?.close());

/** One commune reports to the province every quarter. */
async function setRegime(): Promise<void> {
  const focal = asking(product, await cookieOf(product));
  interface Rows {
    readonly rows: readonly { readonly id: number; readonly name: string }[];
  }
  const id = async (wanted: string) => {
    const { rows } = await focal<Rows>('GET', `/units?q=${encodeURIComponent(wanted)}&limit=20`);
    return rows.find((row) => row.name === wanted)?.id;
  };
  const { rows } = await focal<{ rows: { code: string; name: string }[] }>('GET', '/indicators');
  await focal('POST', '/regimes', {
    ownerId: await id(committee),
    validFrom: '2020-01-01',
    body: {
      name,
      frequency: 'quarter',
      tiers: [
        {
          id: 'commune',
          name: 'Xã được chọn',
          units: { include: [await id(commune)] },
          deadline: { kind: 'days', days: 60 },
        },
      ],
      ownDeadline: { kind: 'days', days: 75 },
      outline: [
        {
          id: 'results',
          title: 'Kết quả',
          required: true,
          indicators: [rows.find((row) => row.name === classes)?.code],
        },
        { id: 'wishes', title: 'Kiến nghị', level: 1 },
      ],
      opensBefore: null,
    },
  });
}

async function pageOf(account: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'vi-VN' });
  const page = await context.newPage();
  await signIn(page, product, account);
  return page;
}

const step = (page: Page, label: string) =>
  page.getByRole('button', { name: label, exact: true }).first().click();
const inDialog = (page: Page, label: string | RegExp) =>
  page.getByRole('dialog').getByRole('button', { name: label }).last().click();
const stands = (page: Page, state: string) =>
  page.getByRole('main').getByText(state, { exact: true }).first().waitFor();
const saved = (page: Page) =>
  page.getByRole('region', { name: 'Các bước với báo cáo' }).getByText('Đã lưu', { exact: true }).waitFor();

async function send(page: Page): Promise<void> {
  await step(page, 'Gửi báo cáo');
  await inDialog(page, /^(Gửi báo cáo|Vẫn gửi)$/);
}

let call = '';
let address = '';
const idOf = (address: string) => address.split('/').at(-1);

describe('A report by a regime, from the call to the issued PDF', () => {
  test('is called for in two presses', async () => {
    await desk.goto(`${product.url}/quan-tri/che-do-bao-cao`);
    const regime = desk.getByRole('main').getByRole('listitem').filter({ hasText: name });
    await regime.getByRole('link', { name: 'Yêu cầu báo cáo' }).click();
    await step(desk, 'Gửi yêu cầu đến 1 đơn vị');
    await desk.getByRole('table').getByRole('link', { name: commune }).waitFor();
    call = desk.url();
  });

  test('is filled and sent by the commune, and accepted', async () => {
    await unit.goto(`${product.url}/bao-cao`);
    await unit
      .getByRole('main')
      .getByRole('link', { name: new RegExp(name) })
      .first()
      .click();
    await unit.getByRole('textbox', { name: classes, exact: true }).fill('3');
    await unit.getByLabel('Kết quả, đoạn 1').fill(words);
    await saved(unit);
    await expectAccessible(unit);
    await send(unit);
    await stands(unit, 'Chờ xem xét');
    await desk.getByRole('table').getByRole('link', { name: commune }).click();
    await step(desk, 'Chấp nhận');
    await stands(desk, 'Đã chấp nhận');
  });

  test('has its level approved at once by who signs for the province', async () => {
    await leader.goto(call);
    await step(leader, 'Phê duyệt cả cấp');
    await leader.getByRole('table').getByText('Đã phê duyệt').first().waitFor();
  });

  test('is rolled up: quoted with its origin, and drawn up as a document with its figures', async () => {
    await desk.goto(call);
    await desk.getByRole('link', { name: 'Tổng hợp', exact: true }).click();
    await desk.getByRole('checkbox', { name: words }).check();
    await step(desk, 'Trích 1 đoạn');
    await saved(desk);
    await desk.getByText('Trích nguyên văn').locator('..').filter({ hasText: commune }).waitFor();
    await expectAccessible(desk);
    await send(desk);
    await step(desk, 'Lập văn bản báo cáo');
    await desk.waitForURL(/\/van-ban-di\/\d+$/);
    address = desk.url();
    await desk.getByText(words).first().waitFor();
    await expectAccessible(desk);
  });

  test('is checked, signed, numbered and issued', async () => {
    await step(desk, 'Trình ký…');
    await inDialog(desk, 'Trình');
    await stands(desk, 'Đã trình');
    await leader.goto(address);
    await step(leader, 'Ký…');
    await inDialog(leader, 'Ký');
    await stands(leader, 'Đã ký');
    await desk.reload();
    await step(desk, 'Cấp số…');
    await inDialog(desk, 'Cấp số');
    await stands(desk, 'Đã cấp số');
    await step(desk, 'Phát hành…');
    await inDialog(desk, 'Phát hành');
    await stands(desk, 'Đã phát hành');
    // The step is no longer offered: whoever works with the keyboard goes on from the screen, not from nowhere.
    expect(await desk.evaluate<string>('document.activeElement.tagName')).toBe('MAIN');
  });

  test('says in both files what the commune reported, under the number of the register', async () => {
    const number = /\d+\/BC-UBND/.exec(
      (await desk.getByRole('heading', { level: 1 }).textContent()) ?? '',
    )?.[0];
    expect(number).toBeDefined();
    for (const kind of ['pdf', 'docx']) {
      const file = await desk.request.get(`${product.url}/api/outgoing/${idOf(address)}/file.${kind}`);
      const reading = await read({ name: `bao-cao.${kind}`, bytes: new Uint8Array(await file.body()) });
      if (!reading.ok) throw new Error(reading.problem.message);
      const text = reading.source.text.replaceAll(/\s+/g, ' ');
      expect(text).toContain(number);
      expect(text).toContain(words);
      // Its line in the annex of figures.
      expect(text).toMatch(/UBND xã Bản Mơ Vàng 3(?!\d)/);
    }
    await desk.goto(`${product.url}/so-van-ban?q=${encodeURIComponent(number ?? '')}`);
    await desk.getByRole('combobox', { name: 'Sổ của đơn vị' }).selectOption({ label: committee });
    await desk
      .getByRole('row', { name: new RegExp(number ?? '') })
      .getByRole('link')
      .waitFor();
  });
});
