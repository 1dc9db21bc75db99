import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Resolution, UnitList } from '../contract.ts';
import { committee } from '../testing/drafts.ts';
import { plan } from '../testing/plans.ts';
import { testServer, type TestServer } from '../testing/harness.ts';
import { seedRegister } from './seed.ts';

let server: TestServer;
beforeAll(async () => {
  server = await testServer();
});
afterAll(() => server.close());

const find = async (q: string, more = '') =>
  (await server.ask<UnitList>('GET', `/units?q=${encodeURIComponent(q)}${more}`)).body;
const resolve = async (name: string, documentId?: number) =>
  (
    await server.ask<Resolution>(
      'GET',
      `/units/resolve?name=${encodeURIComponent(name)}${documentId ? `&documentId=${documentId}` : ''}`,
    )
  ).body;

describe('the register of units', () => {
  test('finds with and without diacritics, in both tone placements', async () => {
    const names = async (q: string) => (await find(q)).rows.map(({ name }) => name);
    const found = await names('so van hoa the thao');
    // The reader's own province first.
    expect(found[0]).toBe('Sở Văn hóa, Thể thao và Du lịch');
    expect(found).toContain('Sở Văn hóa và Thể thao thành phố Huế');
    expect(await names('Sở Văn hoá')).toEqual(await names('Sở Văn hóa'));
    expect(await names('Sờ Văn hóa')).toEqual([]);
  });

  test('finds within a unit and those below it, as they stood on the day', async () => {
    const province = await server.unit(committee);
    const all = await find('so van hoa the thao', '&on=2026-03-02&limit=100');
    const within = await find('so van hoa the thao', `&on=2026-03-02&limit=100&under=${province}`);
    expect(within.rows.map(({ name }) => name)).toEqual(['Sở Văn hóa, Thể thao và Du lịch']);
    expect(within.total).toBe(1);
    expect(all.total).toBeGreaterThan(1);
    const [office] = within.rows;
    expect((await find('so van hoa', `&under=${office?.id}`)).rows.map(({ id }) => id)).toContain(office?.id);
    expect((await server.ask('GET', '/units?under=2000000000')).status).toBe(404);
  });

  test('knows what existed on a day', async () => {
    const names = async (on: string) =>
      (await find('uy ban nhan dan tinh yen bai', `&on=${on}`)).rows.map(({ name }) => name);
    expect(await names('2019-03-11')).toContain('Ủy ban nhân dân tỉnh Yên Bái');
    expect(await names('2025-07-01')).toEqual([]);
    const [ended] = (await find('uy ban nhan dan tinh yen bai')).rows;
    expect(ended).toMatchObject({ validTo: '2025-06-30', successorName: 'Ủy ban nhân dân tỉnh Lào Cai' });
    const [commune] = (await find('uy ban nhan dan phuong ba dinh', '&on=2026-01-01')).rows;
    expect(commune).toMatchObject({ name: 'Ủy ban nhân dân phường Ba Đình', validFrom: '2025-07-01' });
  });

  test('marks what provinces usually have and nobody has confirmed', async () => {
    const { rows } = await find('So Ngoai vu tinh Cao Bang');
    expect(rows.map(({ name, assumed }) => [name, assumed])).toEqual([['Sở Ngoại vụ tỉnh Cao Bằng', true]]);
    expect((await find('Bộ Ngoại giao')).rows[0]?.assumed).toBe(false);
  });

  test('says what a name means in a document, and why', async () => {
    const id = await server.take('kh.txt', plan());
    expect(await resolve('Sở VHTT&DL', id)).toMatchObject({
      matched: 'abbreviation',
      unit: { name: 'Sở Văn hóa, Thể thao và Du lịch', parentName: 'Ủy ban nhân dân tỉnh Sông Thao' },
    });
    const all = await resolve('các sở, ban, ngành', id);
    expect(all.unit).toBeNull();
    expect(all.members?.length).toBeGreaterThan(10);
    expect(all.members?.every(({ validTo }) => validTo === null || validTo >= '2026-02-10')).toBe(true);
    expect(await resolve('Hội đồng hương', id)).toMatchObject({ unit: null, matched: null });
    expect((await server.ask('GET', '/units/resolve?name=X&documentId=4711')).status).toBe(404);
  });

  test('understands the offices of a province that has ended', async () => {
    const text = plan()
      .replaceAll('SÔNG THAO', 'YÊN BÁI')
      .replaceAll('Sông Thao', 'Yên Bái')
      .replaceAll('2026', '2019');
    const id = await server.take('yb.txt', text);
    expect((await resolve('Sở TT&TT', id)).unit?.name).toBe('Sở Thông tin và Truyền thông tỉnh Yên Bái');
  });

  test('offers units of the document’s own province first, invented ones only in documents of theirs', async () => {
    const text = plan({ number: '77/KH-UBND' })
      .replaceAll('SÔNG THAO', 'THANH HÓA')
      .replaceAll('Sông Thao', 'Thanh Hóa');
    const real = await server.take('th.txt', text);
    const { rows, total } = await find('so ngoai', `&limit=100&documentId=${real}`);
    expect(rows[0]?.name).toBe('Sở Ngoại vụ tỉnh Thanh Hoá');
    expect(rows.map(({ parentName }) => parentName)).not.toContain('Ủy ban nhân dân tỉnh Sông Thao');
    expect(total).toBe((await find('so ngoai')).total - 1);
    const invented = await server.take('st.txt', plan({ number: '78/KH-UBND' }));
    const [first] = (await find('so ngoai', `&documentId=${invented}`)).rows;
    expect(first?.parentName).toBe('Ủy ban nhân dân tỉnh Sông Thao');
    expect((await server.ask('GET', '/units?documentId=4711')).status).toBe(404);
  });

  test('knows the invented press office as it was spelt before, too', async () => {
    const id = await server.take('bao.txt', plan({ number: '79/KH-UBND' }));
    for (const name of ['Báo và phát thanh, truyền hình Sông Thao', 'Báo và Phát thanh, Truyền hình tỉnh'])
      expect([name, (await resolve(name, id)).unit?.name]).toEqual([
        name,
        'Báo và Phát thanh, Truyền hình Sông Thao',
      ]);
  });

  test('is seeded once for each state of its files', async () => {
    expect(await seedRegister(server.deps.db, { demo: true })).toBe(0);
    const before = (await find('')).total;
    await server.deps.db.updateTable('seed').set({ hash: 'older' }).execute();
    expect(await seedRegister(server.deps.db, { demo: true })).toBe(before);
    expect((await find('')).total).toBe(before);
  });
});
