import { afterAll, beforeAll, expect, test } from 'vitest';
import type {
  Dimension,
  DimensionDetail,
  DimensionList,
  Indicator,
  IndicatorList,
  Problem,
  RegisterList,
  TargetList,
} from '../contract.ts';
import { committee } from '../testing/duties.ts';
import { testServer, type TestServer } from '../testing/harness.ts';
import { at, finance, health, indicatorNamed } from '../testing/reports.ts';
import { seedIndicators } from './seed.ts';

let server: TestServer;
let stranger: TestServer;
beforeAll(async () => {
  server = await testServer();
  stranger = server.as(await server.person({ 'province:38': ['coordinator', 'leader', 'administrator'] }));
});
afterAll(() => server.close());

test('the ready catalogue is there, proposed, in words of both languages', async () => {
  const { rows } = (await server.ask<IndicatorList>('GET', '/indicators')).body;
  expect(rows.length).toBeGreaterThan(40);
  expect(rows.every(({ proposed, owner }) => proposed && owner === null)).toBe(true);
  expect(rows.every(({ nameEn, group }) => nameEn !== '' && group !== '')).toBe(true);
  const vi = await indicatorNamed(server, 'NV.03');
  expect(vi.formulaWords).toBe(
    'số nhiệm vụ được giao có ngày tính (hạn, nếu không có thì ngày hoàn thành) trong kỳ chốt số liệu và vai trò là chủ trì và phân loại là hoàn thành quá hạn',
  );
  const en = await server.ask<Indicator>('GET', `/indicators/${vi.id}`, undefined, {
    'accept-language': 'en',
  });
  expect(en.body.formulaWords).toContain('class is done late');
  const again = (await server.ask<IndicatorList>('GET', '/indicators?q=hoan%20thanh%20qua%20han')).body.rows;
  expect(again.map(({ code }) => code)).toEqual(['NV.03']);
});

test('seeding again changes nothing', async () => {
  const before = (await server.ask<IndicatorList>('GET', '/indicators')).body;
  await server.deps.pool.query(`delete from seed where name = 'indicators'`);
  await seedIndicators(server.deps.db);
  const after = (await server.ask<IndicatorList>('GET', '/indicators')).body;
  expect(after.rows.map(({ id, code }) => [id, code])).toEqual(before.rows.map(({ id, code }) => [id, code]));
});

test('a copy of one’s own stands in the place of the ready one, for the unit and those below, and nowhere else', async () => {
  const ready = await indicatorNamed(server, 'TTDN.22');
  const ownerId = await server.unit(committee);
  const own = (await server.ask<Indicator>('POST', `/indicators/${ready.id}/copy`, { ownerId })).body;
  const taken = await server.ask<Problem>('POST', `/indicators/${ready.id}/copy`, { ownerId });
  expect([taken.status, taken.body.code]).toEqual([409, 'indicator-code-taken']);
  const idIn = async (asked: TestServer, unit: number) =>
    (await asked.ask<IndicatorList>('GET', `/indicators?unit=${unit}`)).body.rows.find(
      ({ code }) => code === 'TTDN.22',
    )?.id;
  expect(await idIn(server, await server.unit(health))).toBe(own.id);
  expect(await idIn(stranger, await server.unit('province:38'))).toBe(ready.id);
  expect((await stranger.ask('GET', `/indicators/${own.id}`)).status).toBe(404);
  expect(
    (await stranger.ask<IndicatorList>('GET', '/indicators')).body.rows.map(({ id }) => id),
  ).not.toContain(own.id);
});

test('what makes no sense is refused with a word for it', async () => {
  const ownerId = await server.unit(committee);
  const wrong: readonly (readonly [object, string])[] = [
    [{ rule: 'distinct', formula: { op: 'count', register: 'duty', where: [] } }, 'indicator-distinct'],
    [{ rule: 'sum', weight: 'TTDN.01' }, 'indicator-weight'],
    [{ bounds: { min: 5, max: 1, change: null } }, 'indicator-bounds'],
    [
      {
        breakdowns: [
          ['language', 'channel'],
          ['channel', 'language'],
        ],
      },
      'indicator-breakdown-twice',
    ],
    [{ breakdowns: [['planet']] }, 'no-dimension'],
    [{ rule: 'average', weight: 'KHONG.CO' }, 'formula-no-indicator'],
  ];
  for (const [more, code] of wrong) {
    const refused = await server.ask<Problem>('POST', '/indicators', {
      ownerId,
      code: 'SAI.1',
      name: 'Sai',
      ...more,
    });
    expect([refused.status, refused.body.code]).toEqual([422, code]);
  }
  let deep: object = { op: 'number', value: 1 };
  for (let depth = 0; depth < 30; depth++) deep = { op: 'add', of: [deep, { op: 'number', value: 1 }] };
  const tower = await server.ask<Problem>('POST', '/indicators', {
    ownerId,
    code: 'SAI.1',
    name: 'Sai',
    formula: deep,
  });
  expect([tower.status, tower.body.code]).toEqual([422, 'formula-too-large']);
  const lower = await server.ask<Problem>('POST', '/indicators', { ownerId, code: 'sai 1', name: 'Sai' });
  expect(lower.status).toBe(400);
});

test('registers say what formulas can count', async () => {
  const { rows } = (await server.ask<RegisterList>('GET', '/indicators/registers')).body;
  const duty = rows.find(({ key }) => key === 'duty');
  expect(duty?.fields.find(({ name }) => name === 'class')?.values.map(({ key }) => key)).toEqual([
    'on-time',
    'late',
    'in-term',
    'overdue',
  ]);
});

test('a tree adds items of its own, which others neither see nor change', async () => {
  const all = (await server.ask<DimensionList>('GET', '/indicators/dimensions')).body.rows;
  expect(all.map(({ key }) => key)).toEqual(
    expect.arrayContaining(['language', 'channel', 'country', 'sex', 'month']),
  );
  expect(all.find(({ key }) => key === 'country')?.items.find(({ key }) => key === 'LA')).toMatchObject({
    name: 'Lào',
    nameEn: 'Laos',
  });
  const channel = all.find(({ key }) => key === 'channel');
  const items = [...(channel?.items ?? []), { key: 'zalo', name: 'Zalo', nameEn: '' }].map(
    ({ key, name, nameEn }) => ({ key, name, nameEn }),
  );
  const changed = items.map((item) => (item.key === 'tv' ? { ...item, name: 'TV của tỉnh' } : item));
  const kept = await keep('channel', { name: 'Đổi tên', version: channel?.version, items: changed });
  expect(kept.body.name).toBe(channel?.name);
  expect(kept.body.items.find(({ key }) => key === 'tv')?.name).toBe('Truyền hình');
  expect(kept.body.items.find(({ key }) => key === 'zalo')).toMatchObject({
    name: 'Zalo',
    ended: false,
    own: true,
  });
  const theirs = (await stranger.ask<DimensionList>('GET', '/indicators/dimensions')).body.rows;
  expect(JSON.stringify(theirs)).not.toContain('Zalo');
  const taken = await stranger.ask<Problem>('PUT', '/indicators/dimensions/channel', {
    name: 'x',
    version: kept.body.version,
    items: [{ key: 'zalo', name: 'Khác' }],
  });
  expect([taken.status, taken.body.code]).toEqual([409, 'dimension-taken']);
  const stale = await keep('channel', { name: 'x', version: channel?.version, items });
  expect([stale.status, stale.body.code]).toEqual([409, 'stale-version']);
});

const keep = (key: string, input: object) =>
  server.ask<Dimension & Problem>('PUT', `/indicators/dimensions/${key}`, input);
const dimension = async (key: string, asked = server) =>
  (await asked.ask<DimensionDetail>('GET', `/indicators/dimensions/${key}`)).body;

test('a ready item ends for one tree alone, on a day, and begins again', async () => {
  const { version, items } = await dimension('tone');
  const ending = items.map(({ key, name }) => ({
    key,
    name,
    endedOn: key === 'neutral' ? '2020-12-31' : null,
  }));
  const ended = await keep('tone', { name: 'Sắc thái', version, items: ending });
  expect(ended.body.items.map(({ key, ended: is }) => [key, is])).toEqual([
    ['positive', false],
    ['neutral', true],
    ['negative', false],
  ]);
  expect((await dimension('tone', stranger)).items.every((item) => !item.ended)).toBe(true);
  const again = items.map(({ key, name }) => ({ key, name }));
  const begun = await keep('tone', { name: 'Sắc thái', version: ended.body.version, items: again });
  expect(begun.body.items.every(({ endedOn }) => endedOn === null)).toBe(true);
});

test('a dimension of one’s own: in its order, used by indicators, its items removed only while no figure names them', async () => {
  const item = (key: string, more: object = {}) => ({
    key,
    name: `Cửa khẩu ${key}`,
    nameEn: `Gate ${key}`,
    ...more,
  });
  const made = await keep('gate', {
    name: 'Cửa khẩu',
    nameEn: 'Border gate',
    items: [item('b'), item('a'), item('c')],
  });
  expect([made.status, made.body.items.map(({ key }) => key)]).toEqual([200, ['b', 'a', 'c']]);
  const twice = await keep('gate', { name: 'x', version: 1, items: [item('a'), item('a')] });
  expect([twice.status, twice.body.code]).toEqual([422, 'dimension-item-twice']);
  const ownerId = await server.unit(committee);
  const body = { ownerId, code: 'CK.1', name: 'Lượt khách qua cửa khẩu', breakdowns: [['gate']] };
  const indicator = (await server.ask<Indicator>('POST', '/indicators', body)).body;
  await server.ask('PUT', '/indicators/targets', {
    targets: [{ indicatorId: indicator.id, unitId: ownerId, period: '2026', cell: 'gate=b', value: 10 }],
  });
  expect(await dimension('gate')).toMatchObject({
    indicators: 1,
    usedBy: [{ code: 'CK.1' }],
    inUse: ['b'],
    may: ['edit', 'remove'],
  });
  const dropped = await keep('gate', { name: 'Cửa khẩu', version: 1, items: [item('a')] });
  expect([dropped.status, dropped.body.code, dropped.body.detail]).toEqual([
    409,
    'dimension-item-used',
    expect.stringContaining('Cửa khẩu b'),
  ]);
  const left = await keep('gate', {
    name: 'Cửa khẩu',
    version: 1,
    items: [item('a'), item('b', { endedOn: '2026-01-31' })],
  });
  expect(left.body.items.map(({ key, endedOn }) => [key, endedOn])).toEqual([
    ['a', null],
    ['b', '2026-01-31'],
  ]);
  const removed = await server.ask<Problem>('DELETE', '/indicators/dimensions/gate?version=2');
  expect([removed.status, removed.body.code]).toEqual([409, 'dimension-used']);
  const ready = await server.ask<Problem>(
    'DELETE',
    `/indicators/dimensions/month?version=${(await dimension('month')).version}`,
  );
  expect([ready.status, ready.body.code]).toEqual([403, 'dimension-ready']);
  expect((await keep('spare', { name: 'Thử', items: [item('a')] })).status).toBe(200);
  expect((await server.ask('DELETE', '/indicators/dimensions/spare?version=1')).status).toBe(204);
  expect((await server.ask('GET', '/indicators/dimensions/spare')).status).toBe(404);
});

test('targets are set by who may, for units that they see, and locked by their version', async () => {
  const indicator = await indicatorNamed(server, 'TTDN.05');
  const unitId = await server.unit(health);
  const target = (more: object) => ({
    targets: [{ indicatorId: indicator.id, unitId, period: '2026', value: 12, ...more }],
  });
  expect((await server.ask('PUT', '/indicators/targets', target({}))).status).toBe(204);
  const { rows } = (await server.ask<TargetList>('GET', `/indicators/targets?unit=${unitId}&period=2026`))
    .body;
  expect(rows).toMatchObject([{ value: 12, version: 1, code: 'TTDN.05', mayChange: true }]);
  const stale = await server.ask<Problem & { current: object }>(
    'PUT',
    '/indicators/targets',
    target({ value: 15 }),
  );
  expect([stale.status, stale.body.code]).toEqual([409, 'stale-version']);
  expect(stale.body.current).toMatchObject({ value: 12 });
  const leader = await at(server, finance);
  const beside = await leader.ask<Problem>('PUT', '/indicators/targets', target({ version: 1 }));
  expect([beside.status, beside.body.code]).toEqual([404, 'no-unit']);
  expect((await stranger.ask<TargetList>('GET', '/indicators/targets')).body.rows).toEqual([]);
  expect((await server.ask('PUT', '/indicators/targets', target({ value: null, version: 1 }))).status).toBe(
    204,
  );
  expect((await server.ask<TargetList>('GET', `/indicators/targets?unit=${unitId}`)).body.rows).toEqual([]);
});

test('of many who set the first target at the same moment one does, and the others see that somebody was there', async () => {
  const { body } = await server.ask<IndicatorList>('GET', '/indicators?source=entered');
  const indicatorId = body.rows[0]?.id;
  const unitId = await server.unit('demo:so-ngoai-vu');
  const set = (value: number) =>
    server.ask('PUT', '/indicators/targets', {
      targets: [{ indicatorId, unitId, period: '2031', value, version: 0 }],
    });
  const answers = await Promise.all([1, 2, 3, 4, 5, 6].map(set));
  expect(answers.map(({ status }) => status).toSorted()).toEqual([204, 409, 409, 409, 409, 409]);
});
