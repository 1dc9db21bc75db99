import { Workbook } from '@cj-tech-master/excelts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Problem, TaskDetail, TaskFacets, TaskList } from '../contract.ts';
import { plan } from '../testing/plans.ts';
import { testServer, type TestServer } from '../testing/harness.ts';
import { parseCsv } from '../text/csv.ts';

let server: TestServer;
let first = 0;
let second = 0;

/** Accepts a plan whose tasks are these, with these changes. */
beforeAll(async () => {
  server = await testServer();
  first = await server.take('một.txt', plan({ number: '9/KH-UBND', title: 'Kế hoạch thứ nhất' }));
  const set = (texts: readonly string[]) =>
    texts.map((text) => ({
      op: 'addTask' as const,
      after: null,
      task: { text, due: { kind: 'unspecified' as const } },
    }));
  await server.change(first, [
    ...['t1', 't2', 't3'].map((taskId) => ({ op: 'strikeTask' as const, taskId })),
    ...set([
      'Ăn ở của đoàn',
      'Đà Nẵng đón khách',
      'An toàn thông tin',
      'Em nhỏ vùng cao',
      'Âm nhạc dân tộc',
      'Dựng cổng chào',
    ]),
    {
      op: 'addTask',
      after: null,
      task: {
        text: '=HYPERLINK("http://xấu")',
        group: 'Nhóm "Một", hai\nba',
        lead: [{ name: 'Sở Ngoại vụ' }, { name: 'Hội Văn hoá' }],
        due: { kind: 'by', date: '2026-03-09' },
        items: ['Một', '-2+3'],
      },
    },
    {
      op: 'addTask',
      after: null,
      task: {
        text: 'Trong hạn đến hôm nay',
        group: 'Nhóm B',
        lead: [{ name: 'Hội Văn hóa' }],
        coordinating: [{ name: 'Sở Ngoại vụ' }],
        due: { kind: 'during', from: '2026-01-01', to: '2026-03-10' },
      },
    },
    {
      op: 'addTask',
      after: null,
      task: { text: 'Hằng quý báo cáo', due: { kind: 'recurring', every: 'quarter' } },
    },
  ]);
  second = await server.take('hai.txt', plan({ number: '10/KH-UBND', title: 'Kế hoạch thứ hai' }));
  for (const id of [first, second]) {
    await server.ask('POST', `/documents/${id}/accept`, {
      version: (await server.document(id)).state?.version,
    });
  }
});
afterAll(() => server.close());

const find = async (query: string) => (await server.ask<TaskList>('GET', `/tasks?size=100&${query}`)).body;
const facetsOf = async (query: string) =>
  (await server.ask<TaskFacets>('GET', `/tasks/facets?${query}`)).body;
const texts = async (query: string) => (await find(query)).rows.map(({ text }) => text);
const q = encodeURIComponent;

describe('the register', () => {
  test('sorts as Vietnamese does', async () => {
    const rows = await texts(`document=${first}&sort=text&dueKind=unspecified`);
    expect(rows).toEqual([
      'An toàn thông tin',
      'Ăn ở của đoàn',
      'Âm nhạc dân tộc',
      'Dựng cổng chào',
      'Đà Nẵng đón khách',
      'Em nhỏ vùng cao',
    ]);
    expect(await texts(`document=${first}&sort=-text&dueKind=unspecified`)).toEqual(rows.toReversed());
    const documents = (await find('sort=document')).rows.map(({ document }) => document?.number);
    expect([...new Set(documents)]).toEqual(['9/KH-UBND', '10/KH-UBND']);
  });

  test('finds with and without diacritics, and takes them seriously where they were typed', async () => {
    expect(await texts(`q=${q('da nang')}`)).toEqual(['Đà Nẵng đón khách']);
    expect(await texts(`q=${q('Đà nẵng KHÁCH')}`)).toEqual(['Đà Nẵng đón khách']);
    expect(await texts(`q=${q('đã nẵng')}`)).toEqual([]);
    expect(await texts(`q=${q('100%')}`)).toEqual([]);
    expect(await texts(`document=${first}&q=${q('hội văn hoá')}`)).toHaveLength(2);
    expect(await texts(`document=${first}&q=${q('hội văn hòa')}`)).toEqual([]);
  });

  test('takes several words as one phrase, and as words anywhere only where no task has the phrase', async () => {
    expect((await texts(`q=${q('hoi van hoa')}`)).toSorted()).toEqual(
      ['=HYPERLINK("http://xấu")', 'Trong hạn đến hôm nay'].toSorted(),
    );
    expect((await texts(`q=${q('hoa van hoi')}`)).length).toBeGreaterThan(2);
    expect(await texts(`q=${q('cáo báo quý')}`)).toEqual(['Hằng quý báo cáo']);
    // Another filter does not change what the words mean.
    expect(await texts(`document=${second}&q=${q('hoi van hoa')}`)).toEqual([]);
  });

  test('filters by lead, coordinating and either; two spellings are one agency', async () => {
    const facets = await facetsOf('');
    const culture = facets.lead.find(({ key }) => key === 'name:hoi van hoa');
    expect(culture?.count).toBe(2);
    const foreign = facets.lead.find(({ label }) => label === 'Sở Ngoại vụ');
    expect(foreign?.key).toMatch(/^unit:\d+$/);
    const key = q(foreign?.key ?? '');
    expect((await find(`lead=${key}`)).total).toBe(1);
    expect((await find(`coordinating=${key}`)).total).toBe(2);
    expect((await find(`agency=${key}`)).total).toBe(3);
    expect((await find(`lead=${key}&lead=${q('name:hoi van hoa')}`)).total).toBe(2);
    expect((await find('noLead=true')).total).toBe(7);
  });

  test('counts each filter over what fits the others', async () => {
    const all = { ...(await find('')), facets: await facetsOf('') };
    const sum = (facet: readonly { count: number }[]) => facet.reduce((total, { count }) => total + count, 0);
    expect(sum(all.facets.document)).toBe(all.total);
    expect(sum(all.facets.status)).toBe(all.total);
    const one = { ...(await find(`document=${second}`)), facets: await facetsOf(`document=${second}`) };
    expect(sum(one.facets.document)).toBe(all.total);
    expect(sum(one.facets.status)).toBe(one.total);
    expect(one.total).toBe(3);
  });

  test('filters by due date, group and kind', async () => {
    expect(await texts('dueFrom=2026-03-01&dueTo=2026-03-09&sort=due')).toEqual([
      '=HYPERLINK("http://xấu")',
      'Trong hạn đến hôm nay',
    ]);
    // What recurs is due on the last day of each period.
    expect(await texts('dueFrom=2026-03-10&dueTo=2026-03-31')).toEqual([
      'Trong hạn đến hôm nay',
      'Hằng quý báo cáo',
    ]);
    expect(await texts('dueFrom=2026-03-10&dueTo=2026-03-30')).toEqual(['Trong hạn đến hôm nay']);
    expect(await texts(`group=${q('Nhóm B')}`)).toEqual(['Trong hạn đến hôm nay']);
    expect(await texts('dueKind=recurring')).toEqual(['Hằng quý báo cáo']);
  });

  test('gives pages that do not overlap, for every sort', async () => {
    const { total } = await find('');
    for (const sort of ['due', '-due', 'lead', 'coordinating', 'group', '-status', 'order']) {
      const ids: number[] = [];
      for (let page = 1; page <= Math.ceil(total / 5); page += 1) {
        const { body } = await server.ask<TaskList>('GET', `/tasks?size=5&page=${page}&sort=${sort}`);
        ids.push(...body.rows.map(({ id }) => id));
      }
      expect(new Set(ids).size).toBe(total);
    }
  });

  test('derives the class from the day it is', async () => {
    const classOf = async (text: string) => (await find(`q=${q(text)}`)).rows[0]?.class;
    expect(await classOf('hyperlink')).toBe('overdue');
    expect(await classOf('trong hạn đến')).toBe('in-term');
    expect(await classOf('hằng quý')).toBe('no-date');
    const before = server.now;
    // Six in the evening in UTC is the next day in Việt Nam.
    server.now = new Date('2026-03-10T18:00:00Z');
    expect(await classOf('trong hạn đến')).toBe('overdue');
    expect((await find('status=overdue')).total).toBe(2);
    server.now = before;
  });

  test('refuses filters that make no sense', async () => {
    for (const query of [
      'dueFrom=mai',
      'sort=lung-tung',
      'page=0',
      'size=1000000',
      'status=a&dueTo=2026-02-31',
    ]) {
      expect((await server.ask<Problem>('GET', `/tasks?${query}`)).status).toBe(400);
    }
    expect((await find(`document=${q("1' or '1'='1")}`)).total).toBe(0);
  });
});

describe('a task', () => {
  test('shows the sentence it came from, between its neighbours', async () => {
    const [row] = (await find(`document=${second}&sort=order`)).rows;
    const { body } = await server.ask<TaskDetail>('GET', `/tasks/${row?.id}`);
    const { text, span, offset } = body.source ?? { text: '', span: [0, 0], offset: 0 };
    expect(text.slice(...span)).toContain('hội nghị quảng bá du lịch');
    expect(text.length).toBeGreaterThan(text.slice(...span).length);
    const whole = (await server.document(second)).content?.text ?? '';
    expect(whole.slice(offset, offset + text.length)).toBe(text);
    expect(body.source?.heading).toContain('TỔ CHỨC THỰC HIỆN');
  });
});

describe('an export', () => {
  const get = (path: string) => server.request(`/api/tasks/export.${path}`);

  test('to CSV holds the filtered rows and runs no formula', async () => {
    const response = await get('csv?sort=text&status=open');
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await response.arrayBuffer());
    expect(text.startsWith('\ufeff')).toBe(true);
    const rows = parseCsv(text);
    expect(rows.map((row) => row['Nhiệm vụ'])).toContain(`'=HYPERLINK("http://xấu")`);
    const formula = rows.find((row) => row['Nhiệm vụ']?.includes('HYPERLINK'));
    expect(formula).toMatchObject({
      Nhóm: 'Nhóm "Một", hai\nba',
      'Nội dung chi tiết': 'Một\n-2+3',
      'Chủ trì': 'Sở Ngoại vụ; Hội Văn hoá',
      'Thời hạn': 'Chậm nhất 09/3/2026',
    });
    expect(rows).toHaveLength((await find('status=open')).total);
  });

  test('to XLSX holds the same, with dates as dates', async () => {
    const response = await get(`xlsx?document=${first}&sort=text`);
    expect(response.headers.get('content-disposition')).toContain('.xlsx');
    const workbook = new Workbook();
    await workbook.xlsx.load(await response.arrayBuffer());
    const sheet = workbook.worksheets[0];
    const rows = Array.from({ length: sheet?.rowCount ?? 0 }, (_, i) => sheet?.getRow(i + 1));
    const head = rows[0]?.values as string[];
    const column = (name: string) => head.indexOf(name);
    const found = rows.slice(1).map((row) => row?.getCell(column('Nhiệm vụ')).value);
    expect(found).toEqual(await texts(`document=${first}&sort=text`));
    const formula = rows.find((row) => String(row?.getCell(column('Nhiệm vụ')).value).startsWith('=HYPER'));
    expect(formula?.getCell(column('Nhiệm vụ')).formula ?? null).toBeNull();
    expect(formula?.getCell(column('Ngày đến hạn')).value).toEqual(new Date('2026-03-09T00:00:00Z'));
  });

  test('to iCalendar has a whole-day event for each task with a day', async () => {
    const text = await (await get('ics?sort=due')).text();
    const unfolded = text.replace(/\r\n /g, '');
    expect(unfolded.match(/BEGIN:VEVENT/g)).toHaveLength(4);
    expect(unfolded).toContain('DTSTART;VALUE=DATE:20260309');
    expect(unfolded).toContain('SUMMARY:=HYPERLINK("http://xấu")');
    // RFC 5545: no line of more than 75 bytes.
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  });

  test('speaks English to who asks for it', async () => {
    const response = await server.request('/api/tasks/export.csv', { headers: { 'accept-language': 'en' } });
    expect(await response.text()).toContain('No.,Task,Details');
  });
});
