// The real reorganisations of 2025 and 2026 as the register tells them, and what an administrator may do with it.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Resolution, UnitDetail, UnitImportResult, UnitList, UnitTree } from '../contract.ts';
import { plan } from '../testing/plans.ts';
import { testServer, type TestServer } from '../testing/harness.ts';
import { placesOf } from './places.ts';
import { seedRegister } from './seed.ts';
import { xlsxOf } from './sheet.ts';

let server: TestServer;
let admin: TestServer;
let home = 0;
beforeAll(async () => {
  server = await testServer();
  admin = server.as(await server.person({ 'demo:uy-ban-nhan-dan-tinh-song-thao': ['administrator'] }));
  home = await server.unit('demo:uy-ban-nhan-dan-tinh-song-thao');
});
afterAll(() => server.close());

const detail = async (key: string) =>
  (await admin.ask<UnitDetail>('GET', `/units/${await server.unit(key)}`)).body;

describe('the change of 2025', () => {
  test('every seeded unit has one living heir and a root; provinces stand below the Government', async () => {
    const { db } = server.deps;
    const rows = await db.selectFrom('unit').select(['id', 'heirId', 'rootId', 'validTo']).execute();
    const dead = new Set(
      rows.flatMap(({ id, validTo }) => (validTo !== null && validTo < '2026-03-10' ? [id] : [])),
    );
    expect(
      rows.filter(({ heirId, rootId }) => heirId === null || rootId === null || dead.has(heirId)),
    ).toEqual([]);
    const lines = rows.filter(({ id, heirId }) => !dead.has(id) && heirId !== id);
    expect(lines).toEqual([]);
    expect(await detail('province:15:2025')).toMatchObject({ parent: { name: 'Chính phủ' }, areaCode: '15' });
    const places = await placesOf(db);
    const department = await server.unit('province:15:2025:so-noi-vu');
    expect(places.root(department)).toBe(await server.unit('province:15:2025'));
    expect(places.root(home)).toBe(home);
  });

  test('finds Yên Bái under Lào Cai, with the act', async () => {
    const old = await detail('province:15');
    expect(old).toMatchObject({
      name: 'Ủy ban nhân dân tỉnh Yên Bái',
      areaCode: '15',
      validTo: '2025-06-30',
      heir: { name: 'Ủy ban nhân dân tỉnh Lào Cai' },
    });
    expect(old.reorganisations[0]).toMatchObject({
      kind: 'merge',
      effectiveOn: '2025-07-01',
      legalBasis: expect.stringContaining('202/2025/QH15'),
      seeded: true,
      may: [],
    });
    const before = old.reorganisations[0]?.before.map(({ name }) => name).toSorted();
    expect(before).toEqual(['Ủy ban nhân dân tỉnh Lào Cai', 'Ủy ban nhân dân tỉnh Yên Bái']);
    const places = await placesOf(server.deps.db);
    const now = await server.unit('province:15:2025');
    expect(places.own(now)).toContain(await server.unit('province:15'));
    expect(places.own(now)).toContain(await server.unit('province:10'));
  });

  test('hands external information to culture, districts to their province', async () => {
    const heir = async (key: string) => (await detail(key)).heir?.name;
    expect(await heir('province:15:so-thong-tin-va-truyen-thong')).toBe(
      'Sở Văn hóa, Thể thao và Du lịch tỉnh Lào Cai',
    );
    expect(await heir('demo:so-thong-tin-va-truyen-thong')).toBe('Sở Văn hóa, Thể thao và Du lịch');
    expect(await heir('central:vn:bo-thong-tin-va-truyen-thong')).toBe('Bộ Văn hóa, Thể thao và Du lịch');
    const { rows } = (await admin.ask<UnitList>('GET', '/units?q=huyen thach thanh')).body;
    const id = rows.find(({ name }) => name === 'Ủy ban nhân dân huyện Thạch Thành')?.id;
    const district = (await admin.ask<UnitDetail>('GET', `/units/${id}`)).body;
    expect(district).toMatchObject({
      heir: { name: 'Ủy ban nhân dân tỉnh Thanh Hoá' },
      areaCode: expect.stringMatching(/^\d{3}$/),
    });
    expect(district.reorganisations[0]).toMatchObject({
      kind: 'abolish',
      legalBasis: expect.stringContaining('72/2025/QH15'),
    });
  });

  test('“UBND các huyện” of 2021 means the districts of 2021, and none later', async () => {
    const text = (year: number) =>
      plan({ number: `${year}/KH-UBND`, date: `ngày 10 tháng 8 năm ${year}` })
        .replaceAll('SÔNG THAO', 'THANH HÓA')
        .replaceAll('Sông Thao', 'Thanh Hóa');
    const members = async (year: number) => {
      const id = await server.take(`${year}.txt`, text(year));
      const asked = `/units/resolve?name=${encodeURIComponent('UBND các huyện, thị xã, thành phố')}&documentId=${id}`;
      return (await server.ask<Resolution>('GET', asked)).body.members ?? [];
    };
    const then = await members(2021);
    expect(then.length).toBeGreaterThan(20);
    expect(then.map(({ name }) => name)).toContain('Ủy ban nhân dân huyện Thạch Thành');
    expect(await members(2025)).toEqual([]);
  });

  test('the country stands on any day as it stood', async () => {
    const government = await server.unit('central:vn:chinh-phu');
    const provinces = async (on: string) => {
      const { units } = (await admin.ask<UnitTree>('GET', `/units/tree?under=${government}&on=${on}`)).body;
      return units.filter(({ level }) => level === 'province');
    };
    expect(await provinces('2025-06-30')).toHaveLength(63);
    const now = await provinces('2026-11-22');
    expect(now).toHaveLength(34);
    expect(now.filter(({ name }) => name.includes('thành phố'))).toHaveLength(9);
    expect((await provinces('2026-03-10')).filter(({ name }) => name.includes('thành phố'))).toHaveLength(6);
    const { units } = (
      await admin.ask<UnitTree>(
        'GET',
        `/units/tree?under=${now.find(({ areaCode }) => areaCode === '24')?.id}&on=2026-09-19`,
      )
    ).body;
    expect(units.find(({ areaCode }) => areaCode === '07294')?.name).toBe('Ủy ban nhân dân xã Bố Hạ');
  });
});

test('what an administrator edited or took out outlives the next seeding', async () => {
  const unit = await detail('demo:so-y-te');
  const edited = await admin.ask<UnitDetail>('PATCH', `/units/${unit.id}`, {
    version: unit.version,
    name: 'Sở Y tế tỉnh',
    aliases: ['Y tế tỉnh'],
    contact: { email: 'so-y-te@song-thao.example' },
  });
  expect(edited.body).toMatchObject({ name: 'Sở Y tế tỉnh', version: unit.version + 1 });
  const stale = await admin.ask<{ current: UnitDetail; yours: object }>('PATCH', `/units/${unit.id}`, {
    version: unit.version,
    name: 'Khác',
  });
  expect(stale).toMatchObject({
    status: 409,
    body: { code: 'stale-version', current: { name: 'Sở Y tế tỉnh' }, yours: { name: 'Khác' } },
  });
  await server.deps.db
    .updateTable('unit')
    .set({ assumed: true })
    .where('key', '=', 'demo:bao-tang-tinh')
    .execute();
  const gone = (await detail('demo:bao-tang-tinh')).id;
  const grants = await server.deps.db.deleteFrom('roleGrant').where('unitId', '=', gone).execute();
  expect(grants).toHaveLength(1);
  expect((await admin.ask('DELETE', `/units/${gone}`)).status).toBe(204);
  expect(await admin.ask('DELETE', `/units/${unit.id}`)).toMatchObject({
    status: 409,
    body: { code: 'unit-is-confirmed' },
  });
  await server.deps.db.updateTable('seed').set({ hash: 'older' }).where('name', '=', 'units').execute();
  await seedRegister(server.deps.db, { demo: true, clock: server.deps.clock });
  expect(await detail('demo:so-y-te')).toMatchObject({ name: 'Sở Y tế tỉnh', aliases: ['Y tế tỉnh'] });
  expect((await admin.ask('GET', `/units/${gone}`)).status).toBe(404);
  expect((await admin.ask<UnitList>('GET', '/units?q=bao tang tinh')).body.total).toBe(0);
});

describe('loading from a table', () => {
  const head = 'Tên đơn vị,Loại,Cấp trên,Mã định danh,Mã vùng,Từ ngày,Thư điện tử';
  const load = async (content: string | Uint8Array<ArrayBuffer>, dryRun = true, as = admin, under = home) => {
    const form = new FormData();
    form.append('file', new Blob([content]), 'don-vi.csv');
    const response = await as.request(`/api/units/import?under=${under}&dryRun=${dryRun}`, {
      method: 'POST',
      body: form,
    });
    return { status: response.status, body: (await response.json()) as UnitImportResult & { code: string } };
  };

  test('lists every error with its row and column, and loads nothing', async () => {
    const table = [
      head,
      ',Phòng/Sở,,,,,',
      'Trung tâm A,Lâu đài,,,,,',
      'Trung tâm B,Đơn vị sự nghiệp,Cơ quan không có,,,,',
      'Trung tâm C,Đơn vị sự nghiệp,,mã sai!,1,31/02/2026,không phải thư',
      'Trung tâm D,Đơn vị sự nghiệp,Trung tâm E,,,,',
      'Trung tâm E,Đơn vị sự nghiệp,Trung tâm D,,,,',
    ].join('\n');
    const { status, body } = await load(table);
    expect(status).toBe(200);
    expect(body.errors.map(({ row, column, code }) => [row, column, code])).toEqual([
      [2, 'Tên đơn vị', 'empty'],
      [2, 'Loại', 'unknown-kind'],
      [3, 'Loại', 'unknown-kind'],
      [4, 'Cấp trên', 'unknown-superior'],
      [5, 'Mã định danh', 'bad-code'],
      [5, 'Mã vùng', 'bad-area-code'],
      [5, 'Từ ngày', 'bad-day'],
      [5, 'Thư điện tử', 'bad-email'],
      [6, 'Cấp trên', 'circle'],
    ]);
    expect(await load(table, false)).toMatchObject({ status: 409, body: { code: 'import-has-errors' } });
    expect(
      (await admin.ask<UnitList>('GET', '/units?q=trung tam b')).body.rows.map(({ name }) => name),
    ).not.toContain('Trung tâm B');
  });

  test('is all there after, superiors before those below them; a second time nothing changes', async () => {
    const table = [
      head,
      'Phòng Nạp Hai,"Phòng, văn phòng",Trung tâm Nạp,,,,',
      'Trung tâm Nạp,Đơn vị sự nghiệp,,Z00.99,,05/01/2026,nap@song-thao.example',
    ].join('\n');
    expect((await load(table)).body).toMatchObject({ created: 2, errors: [] });
    expect((await load(table, false)).body).toMatchObject({ created: 2, dryRun: false });
    const { rows } = (await admin.ask<UnitList>('GET', '/units?q=phong nap hai')).body;
    expect(rows[0]).toMatchObject({ parentName: 'Trung tâm Nạp' });
    expect((await load(table)).body).toMatchObject({ created: 0, changed: 0, unchanged: 2, errors: [] });
    const changed = table.replace('nap@song-thao', 'moi@song-thao');
    expect((await load(changed)).body).toMatchObject({ changed: 1, unchanged: 1 });
  });

  test('takes its own export back unchanged, as XLSX and as CSV', async () => {
    for (const format of ['xlsx', 'csv']) {
      const file = await admin.request(`/api/units/export.${format}?under=${home}`);
      expect(file.status).toBe(200);
      const { body } = await load(new Uint8Array(await file.arrayBuffer()));
      expect([format, body.errors, body.created, body.changed]).toEqual([format, [], 0, 0]);
      expect(body.unchanged).toBeGreaterThan(200);
    }
  });

  test('refuses what is no table, lacks columns, or lies outside what one administers', async () => {
    expect(await load('PK\u0003\u0004 hỏng')).toMatchObject({
      status: 422,
      body: { code: 'import-unreadable' },
    });
    expect(await load(new Uint8Array([0xff, 0xfe, 0x00]))).toMatchObject({
      status: 422,
      body: { code: 'import-unreadable' },
    });
    const other = await xlsxOf([['Cột lạ'], ['x']], 'Tờ');
    expect(await load(new Uint8Array(other))).toMatchObject({
      status: 422,
      body: { code: 'import-columns' },
    });
    const foreign = await server.unit('province:12');
    expect(await load(`${head}\nTrung tâm,Khác,,,,,`, false, admin, foreign)).toMatchObject({ status: 403 });
    const officer = server.as(await server.person({ 'demo:so-noi-vu': ['officer'] }));
    expect((await load(`${head}\nTrung tâm,Khác,,,,,`, true, officer)).status).toBe(403);
  });
});
