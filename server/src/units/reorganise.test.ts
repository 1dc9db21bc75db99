import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ReorganisationResult, UnitDetail, UnitTree } from '../contract.ts';
import { testServer, type TestServer } from '../testing/harness.ts';
import { keepUnitsToday } from './heirs.ts';

let server: TestServer;
let admin: TestServer;
beforeAll(async () => {
  server = await testServer();
  admin = server.as(await server.person({ 'demo:uy-ban-nhan-dan-tinh-song-thao': ['administrator'] }));
});
afterAll(() => server.close());

const basis = { legalBasis: 'Quyết định số 12/QĐ-UBND ngày 01/3/2026', effectiveOn: '2026-03-05' };
const reorganise = (input: object, dryRun = false) =>
  admin.ask<ReorganisationResult & { code: string; detail: string }>(
    'POST',
    `/units/reorganisations${dryRun ? '?dryRun=true' : ''}`,
    { ...basis, ...input },
  );
const detail = async (id: number) => (await admin.ask<UnitDetail>('GET', `/units/${id}`)).body;
const tree = async (query: string) => (await admin.ask<UnitTree>('GET', `/units/tree?${query}`)).body;
const unit = (key: string) => server.unit(`demo:${key}`);
const commune = async (name: string) => {
  const parentId = await unit('uy-ban-nhan-dan-tinh-song-thao');
  const made = await admin.ask<UnitDetail>('POST', '/units', {
    name,
    kind: 'committee',
    level: 'commune',
    parentId,
  });
  expect([name, made.status]).toEqual([name, 201]);
  return made.body.id;
};

describe('a merger', () => {
  test('ends both, begins one, and hands down what stood below', async () => {
    const [a, b] = [await commune('Ủy ban nhân dân xã Thử Một'), await commune('Ủy ban nhân dân xã Thử Hai')];
    const parentId = await unit('uy-ban-nhan-dan-tinh-song-thao');
    for (const under of [a, b])
      await admin.ask('POST', '/units', { name: 'Phòng Kinh tế', kind: 'office', parentId: under });
    const input = {
      kind: 'merge',
      unitIds: [a, b],
      into: { unit: { name: 'Ủy ban nhân dân xã Thử Chung', kind: 'committee', parentId } },
      below: 'join',
    };
    const before = await tree(`under=${parentId}&depth=3&on=2026-03-10`);
    const tried = await reorganise(input, true);
    expect(tried.body).toMatchObject({ dryRun: true, begins: [{}, {}] });
    expect(tried.body.ends).toHaveLength(4);
    expect(await tree(`under=${parentId}&depth=3&on=2026-03-10`)).toEqual(before);

    const done = await reorganise(input);
    expect(done.status).toBe(200);
    const merged = done.body.begins.find(({ name }) => name.includes('Thử Chung'))?.id ?? 0;
    expect((await detail(a)).heir?.id).toBe(merged);
    expect((await detail(a)).validTo).toBe('2026-03-04');
    expect((await detail(merged)).children.map(({ name }) => name)).toEqual(['Phòng Kinh tế']);
    expect((await detail(merged)).lineage.links.map(({ from, to }) => [from, to])).toEqual([
      [a, merged],
      [b, merged],
    ]);
    const names = async (on: string) =>
      (await tree(`under=${parentId}&on=${on}`)).units
        .map(({ name }) => name)
        .filter((name) => name.includes('Thử'));
    expect((await names('2026-03-04')).toSorted()).toEqual([
      'Ủy ban nhân dân xã Thử Hai',
      'Ủy ban nhân dân xã Thử Một',
    ]);
    expect(await names('2026-03-05')).toEqual(['Ủy ban nhân dân xã Thử Chung']);

    const undo = `/units/reorganisations/${done.body.reorganisation.id}/undo`;
    expect((await admin.ask('POST', undo)).status).toBe(204);
    expect(await tree(`under=${parentId}&depth=3&on=2026-03-10`)).toEqual(before);
    expect((await admin.ask('GET', `/units/${merged}`)).status).toBe(404);
    expect((await admin.ask('POST', undo)).status).toBe(404);
  });

  test('leaves a person with a role at a merged unit at work under its heir', async () => {
    const [a, b] = [
      await commune('Ủy ban nhân dân xã Người Một'),
      await commune('Ủy ban nhân dân xã Người Hai'),
    ];
    const person = await server.person({});
    const grant = { personId: person, unitId: a, role: 'officer' as const, validFrom: '2020-01-01' };
    await server.deps.db.insertInto('roleGrant').values(grant).execute();
    const done = await reorganise({ kind: 'merge', unitIds: [a], into: { unitId: b } });
    expect(done.body.people).toMatchObject([{ personId: person, unit: { id: a }, heir: { id: b } }]);
    const me = await server.as(person).ask<{ roles: { unitId: number }[] }>('GET', '/me');
    expect(me.body.roles.map(({ unitId }) => unitId)).toEqual([b]);
  });

  test('is no unit’s own superior', async () => {
    const [a, b] = [
      await commune('Ủy ban nhân dân xã Vòng Một'),
      await commune('Ủy ban nhân dân xã Vòng Hai'),
    ];
    const office = (
      await admin.ask<UnitDetail>('POST', '/units', { name: 'Phòng Vòng', kind: 'office', parentId: a })
    ).body.id;
    const circle = { status: 422, body: { code: 'unit-circle' } };
    expect(await reorganise({ kind: 'move', unitIds: [a], parentId: office })).toMatchObject(circle);
    expect(await reorganise({ kind: 'merge', unitIds: [a, b], into: { unitId: office } })).toMatchObject(
      circle,
    );
    const into = { unit: { name: 'Phòng Mới', kind: 'office', parentId: office } };
    expect(await reorganise({ kind: 'merge', unitIds: [a, b], into })).toMatchObject(circle);
  });
});

describe('what makes no sense is refused with a word about why', () => {
  test('units that are not there on the day', async () => {
    const ended = await unit('so-thong-tin-va-truyen-thong');
    const parentId = await unit('so-noi-vu');
    expect(await reorganise({ kind: 'move', unitIds: [ended], parentId })).toMatchObject({
      status: 422,
      body: { code: 'unit-has-ended', detail: expect.stringContaining('28/02/2025') },
    });
    const young = await unit('so-dan-toc-va-ton-giao');
    expect(
      await reorganise({ kind: 'rename', unitId: young, name: 'Sở X', effectiveOn: '2024-01-01' }),
    ).toMatchObject({ status: 422, body: { code: 'unit-not-begun' } });
    expect(await reorganise({ kind: 'rename', unitId: 999_999, name: 'Sở X' })).toMatchObject({
      status: 404,
    });
  });

  test('a unit that ends without anybody to take over, a merger of one, a split into one', async () => {
    const top = await unit('uy-ban-nhan-dan-tinh-song-thao');
    const office = await unit('so-y-te');
    const code = async (input: object) => (await reorganise(input)).body.code;
    expect(await code({ kind: 'abolish', unitIds: [top] })).toBe('no-successor');
    const into = { unit: { name: 'Sở Một', kind: 'department', parentId: top } };
    expect(await code({ kind: 'merge', unitIds: [office], into })).toBe('merge-needs-two');
    expect(await code({ kind: 'split', unitId: office, into: [into] })).toBe('split-needs-two');
    expect(await code({ kind: 'rename', unitId: office, name: 'Sở Y tế' })).toBe('nothing-changes');
    expect(await code({ kind: 'merge', unitIds: [office], into, legalBasis: '' })).toBe('bad-request');
  });

  test('something later is in the register already; then it is undone in order', async () => {
    const id = await commune('Ủy ban nhân dân xã Thời Gian');
    const rename = (name: string, effectiveOn: string) =>
      reorganise({ kind: 'rename', unitId: id, name, effectiveOn });
    const first = await rename('Ủy ban nhân dân phường Thời Gian', '2026-02-01');
    const second = await rename('Ủy ban nhân dân phường Không Gian', '2026-03-01');
    expect((await rename('Ủy ban nhân dân xã Khác', '2026-02-15')).body.code).toBe('reorganised-later');
    const undo = (of: typeof first) =>
      admin.ask('POST', `/units/reorganisations/${of.body.reorganisation.id}/undo`);
    expect(await undo(first)).toMatchObject({ status: 409, body: { code: 'reorganised-since' } });
    expect((await undo(second)).status).toBe(204);
    expect((await undo(first)).status).toBe(204);
    const { name, states } = await detail(id);
    expect([name, states.length]).toEqual(['Ủy ban nhân dân xã Thời Gian', 1]);
  });

  test('units of another province, and everything by somebody who administers none', async () => {
    const foreign = await server.unit('province:12:so-noi-vu');
    const mine = await unit('so-y-te');
    expect(await reorganise({ kind: 'rename', unitId: foreign, name: 'Sở X' })).toMatchObject({
      status: 403,
      body: { code: 'not-your-unit' },
    });
    expect((await reorganise({ kind: 'move', unitIds: [mine], parentId: foreign })).status).toBe(403);
    expect((await reorganise({ kind: 'merge', unitIds: [mine], into: { unitId: foreign } })).status).toBe(
      403,
    );
    expect((await admin.ask('PATCH', `/units/${foreign}`, { version: 1, name: 'Sở X' })).status).toBe(403);
    expect((await admin.ask('DELETE', `/units/${foreign}`)).status).toBe(403);
    const officer = server.as(await server.person({ 'demo:so-y-te': ['officer'] }));
    const body = { ...basis, kind: 'rename', unitId: mine, name: 'Sở X' };
    expect((await officer.ask('POST', '/units/reorganisations', body)).status).toBe(403);
    expect((await officer.ask('PATCH', `/units/${mine}`, { version: 1, name: 'Sở X' })).status).toBe(403);
    expect((await officer.ask<UnitDetail>('GET', `/units/${mine}`)).body.may).toEqual([]);
    const { rows } = (await officer.ask<{ rows: { may: string[] }[] }>('GET', '/units/reorganisations')).body;
    expect(rows.flatMap(({ may }) => may)).toEqual([]);
    expect((await server.as(null).ask('GET', '/units/tree')).status).toBe(401);
  });

  test('what has been used since is not undone', async () => {
    const parentId = await unit('uy-ban-nhan-dan-tinh-song-thao');
    const made = await reorganise({
      kind: 'new',
      units: [{ name: 'Trung tâm Thử', kind: 'service-unit', parentId }],
    });
    const id = made.body.begins[0]?.id ?? 0;
    await admin.ask('POST', '/units', {
      name: 'Phòng Thử',
      kind: 'office',
      parentId: id,
      validFrom: '2026-03-06',
    });
    const undo = `/units/reorganisations/${made.body.reorganisation.id}/undo`;
    expect(await admin.ask('POST', undo)).toMatchObject({ status: 409, body: { code: 'unit-in-use' } });
    expect((await detail(id)).children).toHaveLength(1);
  });
});

test('a reorganisation decided for a later day takes effect when that day comes', async () => {
  const [a, b] = [await commune('Ủy ban nhân dân xã Mai Sau'), await commune('Ủy ban nhân dân xã Mai Kia')];
  await reorganise({
    kind: 'rename',
    unitId: b,
    name: 'Ủy ban nhân dân phường Mai Kia',
    effectiveOn: '2026-05-01',
  });
  await reorganise({ kind: 'merge', unitIds: [a], into: { unitId: b }, effectiveOn: '2026-06-01' });
  expect((await detail(a)).heir?.id).toBe(a);
  expect((await detail(b)).name).toBe('Ủy ban nhân dân xã Mai Kia');
  const today = server.now;
  server.now = new Date('2026-06-01T03:00:00Z');
  await keepUnitsToday(server.deps);
  expect((await detail(a)).heir?.id).toBe(b);
  expect((await detail(b)).name).toBe('Ủy ban nhân dân phường Mai Kia');
  server.now = today;
  await keepUnitsToday(server.deps);
  expect((await detail(a)).heir?.id).toBe(a);
});

test('a split names what goes where; the unit may go on itself', async () => {
  const parentId = await unit('uy-ban-nhan-dan-tinh-song-thao');
  const id = await commune('Ủy ban nhân dân xã Sẽ Tách');
  const office = (name: string) =>
    admin.ask<UnitDetail>('POST', '/units', { name, kind: 'office', parentId: id });
  const [one, two] = [(await office('Phòng Một')).body.id, (await office('Phòng Hai')).body.id];
  const half = { unit: { name: 'Ủy ban nhân dân xã Nửa Kia', kind: 'committee', parentId } };
  const done = await reorganise({
    kind: 'split',
    unitId: id,
    into: [{ unitId: id }, half],
    main: 0,
    children: [{ unitId: two, into: 1 }],
  });
  expect(done.status).toBe(200);
  const [made] = done.body.begins;
  expect((await detail(one)).parent?.id).toBe(id);
  expect((await detail(two)).parent?.id).toBe(made?.id);
  expect((await detail(id)).validTo).toBeNull();
});
