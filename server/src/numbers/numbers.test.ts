import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type {
  NumberEntry,
  NumberList,
  NumberScheme,
  NumberSeries,
  NumberTake,
  Problem,
} from '../contract.ts';
import { roles } from '../access/roles.ts';
import { testServer, type TestServer } from '../testing/harness.ts';

type Refused = Pick<Problem, 'code' | 'detail'>;

let server: TestServer;
let unitId: number;
const day = '2026-03-10';

beforeAll(async () => {
  server = await testServer();
});
afterAll(() => server.close());

/** Each test at an agency of its own, so that its series begin at 01. */
const agencies = [
  'demo:so-ngoai-vu',
  'demo:so-tai-chinh',
  'demo:so-van-hoa-the-thao-va-du-lich',
  'demo:so-y-te',
  'demo:so-giao-duc-va-dao-tao',
  'demo:so-khoa-hoc-va-cong-nghe',
  'demo:so-noi-vu',
  'demo:so-tu-phap',
  'demo:so-xay-dung',
  'demo:so-cong-thuong',
  'demo:so-nong-nghiep-va-moi-truong',
  'demo:uy-ban-nhan-dan-xa-muong-phang-lai',
  'demo:thanh-tra-tinh',
  'demo:so-dan-toc-va-ton-giao',
  'demo:cong-an-tinh',
];
let person: TestServer;
beforeEach(async () => {
  server.now = new Date(`${day}T03:00:00Z`);
  const key = agencies.shift() ?? '';
  unitId = await server.unit(key);
  person = server.as(await server.person({ [key]: roles }));
});

const take = (more: Partial<NumberTake> = {}, as = person) =>
  as.ask<NumberEntry & Refused>('POST', '/numbers', { unitId, type: 'KH', purpose: 'Kế hoạch năm', ...more });
const paper = { title: 'Kế hoạch năm 2026', signer: 'Trần Văn Mẫu', recipients: ['Như trên'] };
const list = async (query = '', as = person) =>
  (await as.ask<NumberList>('GET', `/numbers?unit=${unitId}${query}`)).body;

test('numbers run from 01 with the symbol that the agency composes, each row saying who took it and why', async () => {
  const first = await take();
  expect([first.status, first.body.fullNumber, first.body.status]).toEqual([201, '01/KH-SNV', 'reserved']);
  expect(first.body.taken).toMatchObject({ purpose: 'Kế hoạch năm' });
  expect(first.body.taken.by).toMatch(/^Người Thử/);
  expect(first.body.until).toBe('2026-04-09');
  const second = await take({ type: 'BC', paper });
  expect(second.body).toMatchObject({
    fullNumber: '02/BC-SNV',
    status: 'used',
    issuedOn: day,
    title: 'Kế hoạch năm 2026',
    typeName: 'Báo cáo',
    outgoing: null,
  });
  for (let at = 3; at <= 10; at++) await take();
  const { rows, series, total } = await list('&sort=number');
  expect(rows.map(({ fullNumber }) => fullNumber).slice(-2)).toEqual(['09/KH-SNV', '10/KH-SNV']);
  expect(total).toBe(10);
  expect(series).toEqual([
    expect.objectContaining({ code: '*', last: 10, used: 1, reserved: 9, unexplained: [] }),
  ]);
});

test('nothing is backdated or dated ahead', async () => {
  const late = await take({ paper: { ...paper, issuedOn: '2026-03-09' } });
  expect([late.status, late.body.code]).toEqual([422, 'number-backdated']);
  const ahead = await take({ paper: { ...paper, issuedOn: '2026-03-11' } });
  expect([ahead.status, ahead.body.code]).toEqual([422, 'number-ahead']);
  expect((await list()).total).toBe(0);
});

test('a reserved number is used within its term by who keeps it, and a later day than its successors’ is warned of', async () => {
  const kept = await take({ until: '2026-03-20' });
  const { id } = kept.body;
  const stranger = server.as(await server.person({ [await keyOf(unitId)]: ['officer'] }));
  const use = (as: TestServer, version = 1) =>
    as.ask<NumberEntry & Refused>('POST', `/numbers/${id}/use`, { version, ...paper });
  expect((await use(stranger)).body.code).toBe('number-not-yours');
  await take({ paper });
  server.now = new Date('2026-03-12T03:00:00Z');
  await take({ paper: { ...paper, title: 'Sau' } });
  server.now = new Date('2026-03-15T03:00:00Z');
  const used = await use(person);
  expect(used.body).toMatchObject({ status: 'used', issuedOn: '2026-03-15', warnings: ['date-order'] });
  expect((await use(person, 2)).body.code).toBe('number-not-reserved');
  expect((await use(person, 1)).body).toMatchObject({ code: 'stale-version', current: { version: 2 } });
});

const keyOf = async (id: number) => {
  const row = await server.deps.db
    .selectFrom('unit')
    .select('key')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return row.key ?? '';
};

test('a reservation lapses, may be extended within the year, and is worth nothing in the next', async () => {
  const { body: kept } = await take({ until: '2026-03-11' });
  server.now = new Date('2026-03-11T17:30:00Z');
  expect((await list('&status=lapsed')).rows).toMatchObject([
    { id: kept.id, status: 'lapsed', may: expect.not.arrayContaining(['use']) },
  ]);
  expect((await list('&status=reserved')).rows).toEqual([]);
  const use = (version: number) =>
    person.ask<Problem>('POST', `/numbers/${kept.id}/use`, { version, ...paper });
  expect((await use(1)).body.code).toBe('number-lapsed');
  const extend = (until: string, version: number) =>
    person.ask<NumberEntry & Refused>('POST', `/numbers/${kept.id}/extend`, {
      version,
      until,
      reason: 'Chờ ký',
    });
  expect((await extend('2027-01-02', 1)).body.code).toBe('number-until');
  expect((await extend('2026-12-31', 1)).body).toMatchObject({ status: 'reserved', until: '2026-12-31' });
  server.now = new Date('2026-12-31T17:30:00Z');
  expect((await use(2)).body.code).toBe('number-of-other-year');
  expect((await extend('2027-01-02', 2)).body.code).toBe('number-of-other-year');
});

test('numbers begin anew on 1 January in Việt Nam', async () => {
  server.now = new Date('2026-12-31T16:59:00Z');
  await take();
  expect((await take()).body).toMatchObject({ year: 2026, number: 2, until: '2026-12-31' });
  server.now = new Date('2026-12-31T17:00:00Z');
  expect((await take()).body).toMatchObject({ year: 2027, number: 1 });
  expect((await list('&year=2026')).total).toBe(2);
});

test('a cancelled number says why and is never given again', async () => {
  const { body } = await take();
  const cancel = (as: TestServer, reason: string) =>
    as.ask<NumberEntry & Refused>('POST', `/numbers/${body.id}/cancel`, { version: 1, reason });
  const other = server.as(await server.person({ [await keyOf(unitId)]: ['officer'] }));
  expect((await cancel(other, 'x')).body.code).toBe('number-not-yours');
  expect((await cancel(person, ' ')).status).toBe(400);
  const cancelled = await cancel(person, 'Không ban hành nữa');
  expect(cancelled.body).toMatchObject({
    status: 'cancelled',
    cancelled: { reason: 'Không ban hành nữa' },
    may: [],
  });
  expect((await take()).body.number).toBe(2);
  const { series } = await list();
  expect(series[0]).toMatchObject({ last: 2, cancelled: 1, reserved: 1, unexplained: [] });
});

test('series run by type or together, advisory bodies by themselves; which there are stays for the year', async () => {
  const scheme = await person.ask<NumberScheme>('GET', `/numbers/scheme?unit=${unitId}`);
  expect(scheme.body).toMatchObject({ fromYear: null, series: 'common', abbreviation: 'SNV', version: 0 });
  const { inUse: _a, nextYear: _b, may: _c, unitName: _d, year: _e, ...known } = scheme.body;
  const set = (more: object) =>
    person.ask<NumberScheme & Refused>('PUT', '/numbers/scheme', { ...known, fromYear: 2026, ...more });
  const drafters = [{ name: 'Văn phòng', abbreviation: 'VP' }];
  const bodies = [{ name: 'Ban Chỉ đạo Thông tin đối ngoại', abbreviation: 'BCĐ' }];
  const by = await set({ series: 'by-type', drafters, bodies });
  expect([by.status, by.body.version]).toEqual([200, 1]);
  expect((await take({ type: 'KH' })).body.fullNumber).toBe('01/KH-SNV');
  expect((await take({ type: 'BC' })).body.fullNumber).toBe('01/BC-SNV');
  expect((await take({ type: 'BC', body: 'BCĐ' })).body).toMatchObject({
    fullNumber: '01/BC-BCĐ',
    series: 'BCĐ/BC',
  });
  expect((await take({ type: 'BC', body: 'HĐ' })).body.code).toBe('number-no-body');
  expect((await take({ type: 'CV', paper })).body.code).toBe('number-no-drafter');
  expect((await take({ type: 'CV', drafter: 'VP', paper })).body.fullNumber).toBe('01/SNV-VP');
  expect((await take({ type: 'QD' })).body.code).toBe('number-no-type');
  expect((await set({ version: 1, series: 'common' })).body.code).toBe('scheme-in-use');
  expect((await set({ version: 0, series: 'by-type' })).body.code).toBe('stale-version');
  const renamed = await set({ version: 1, series: 'by-type', drafters, bodies, abbreviation: 'SoNoiVu' });
  expect(renamed.body.version).toBe(2);
  expect((await take({ type: 'KH' })).body.fullNumber).toBe('02/KH-SoNoiVu');
  const next = await set({ version: 2, fromYear: 2027, series: 'common' });
  expect(next.body).toMatchObject({ fromYear: 2027, series: 'common' });
  expect((await set({ version: 2, fromYear: 2025 })).body.code).toBe('scheme-past');
});

test.each([
  [{ symbol: '{AGENCY}' }, 'scheme-symbol'],
  [{ letterSymbol: '{TYPE}-{AGENCY}' }, 'scheme-symbol'],
  [{ bodies: [{ name: 'Ban A', abbreviation: 'STP' }] }, 'scheme-repeats'],
])('a scheme under which two series would write the same number is refused: %j', async (more, code) => {
  unitId = await server.unit('demo:so-tu-phap');
  const at = server.as(await server.person({ 'demo:so-tu-phap': roles }));
  const usual = {
    unitId,
    version: 0,
    fromYear: 2026,
    series: 'common',
    ownSeries: [],
    abbreviation: 'STP',
    symbol: '{TYPE}-{AGENCY}',
    letterSymbol: '{AGENCY}-{UNIT}',
    drafters: [],
    bodies: [],
  };
  expect((await at.ask<Problem>('PUT', '/numbers/scheme', { ...usual, ...more })).body.code).toBe(code);
});

test('a series goes on after the register that was kept before', async () => {
  const begin = { unitId, type: 'KH', after: 57, reason: 'Sổ giấy từ 01/01 đến 28/02' };
  const made = await person.ask<NumberSeries>('POST', '/numbers/series', begin);
  expect(made.body).toMatchObject({ code: '*', last: 57, begunAfter: 57, unexplained: [] });
  expect((await take()).body.number).toBe(58);
  expect((await person.ask<Problem>('POST', '/numbers/series', begin)).body.code).toBe('series-begun');
});

test('fifty who ask at once get fifty numbers, none twice and none left out', async () => {
  const answers = await Promise.all(Array.from({ length: 50 }, (_, at) => take({ purpose: `Việc ${at}` })));
  expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 50 }, () => 201));
  const numbers = answers.map(({ body }) => body.number).toSorted((a, b) => a - b);
  expect(numbers).toEqual(Array.from({ length: 50 }, (_, at) => at + 1));
});

test('a mark of secrecy is refused, and nothing is kept of it', async () => {
  for (const more of [
    { purpose: 'TỐI MẬT' },
    { paper: { ...paper, title: 'Kế hoạch (MẬT)' } },
    { paper: { ...paper, note: 'Độ mật: Mật' } },
  ]) {
    const refused = await take(more);
    expect([refused.status, refused.body.code]).toEqual([422, 'number-secret']);
  }
  expect((await list()).total).toBe(0);
});

test('it is the agency’s own: others do not see it, who only looks on changes nothing', async () => {
  const { body } = await take();
  const stranger = server.as(await server.person({ 'demo:so-ngoai-vu': roles }));
  expect((await stranger.ask('GET', `/numbers/${body.id}`)).status).toBe(404);
  expect((await stranger.ask('GET', `/numbers?unit=${unitId}`)).status).toBe(404);
  expect((await take({}, stranger)).status).toBe(404);
  const observer = server.as(await server.person({ [await keyOf(unitId)]: ['observer'] }));
  expect((await observer.ask<NumberEntry>('GET', `/numbers/${body.id}`)).body.may).toEqual([]);
  expect((await take({}, observer)).status).toBe(403);
});

test('the register leaves as a table with the columns of the decree, each gap with its reason', async () => {
  unitId = await server.unit('demo:so-ngoai-vu');
  const at = server.as(await server.person({ 'demo:so-ngoai-vu': roles }));
  const response = await at.request(`/api/numbers/export.csv?unit=${unitId}`);
  const [head, ...rows] = (await response.text()).trim().split('\r\n');
  expect(head?.split(',').length).toBeGreaterThanOrEqual(10);
  expect(head).toContain('Số, ký hiệu văn bản');
  expect(rows).toHaveLength(10);
  expect(rows[0]).toContain('Số giữ, Người Thử');
  const xlsx = await at.request(`/api/numbers/export.xlsx?unit=${unitId}`);
  expect(new Uint8Array(await xlsx.arrayBuffer()).slice(0, 2)).toEqual(new Uint8Array([0x50, 0x4b]));
});
