// A unit comes under another province: its duties are seen and counted there from that day, and stay visible where they were given.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { DutyDetail, DutyList, Overview, ReorganisationResult, TaskList } from '../contract.ts';
import { committee, handedDown } from '../testing/duties.ts';
import { testServer, type TestServer } from '../testing/harness.ts';
import { spawnDuties } from './spawn.ts';

const [elsewhere, focal] = ['province:38', 'demo:so-ngoai-vu'];
let server: TestServer;
/** Who coordinates the old province and the new one, who observes each, and a ministry's coordinating body. */
let readers: Readonly<Record<'old' | 'new' | 'oldWatch' | 'newWatch' | 'nation', TestServer>>;
let admin: TestServer;

beforeAll(async () => {
  server = await testServer();
  const who = async (roles: Parameters<TestServer['person']>[0]) => server.as(await server.person(roles));
  readers = {
    old: await who({ [focal]: ['coordinator'] }),
    new: await who({ [elsewhere]: ['coordinator'] }),
    oldWatch: await who({ [committee]: ['observer'] }),
    newWatch: await who({ [elsewhere]: ['observer'] }),
    nation: await who({ 'central:vn:bo-van-hoa-the-thao-va-du-lich': ['coordinator'] }),
  };
  admin = await who({ [committee]: ['administrator'], [elsewhere]: ['administrator'] });
});
afterAll(() => server.close());

/** A commune of the old province with duties; some of them folded into the counts. */
async function commune(name: string) {
  const { body } = await admin.ask<{ id: number }>('POST', '/units', {
    name: `Ủy ban nhân dân xã ${name}`,
    kind: 'committee',
    level: 'commune',
    parentId: await server.unit(committee),
  });
  const { db } = server.deps;
  await db
    .updateTable('unit')
    .set({ key: `test:${name}` })
    .where('id', '=', body.id)
    .execute();
  const lead = [`test:${name}`];
  const made = await handedDown(server, {
    tasks: [
      { due: '2026-11-15', lead },
      { due: '2026-03-01', lead },
      { every: 'month', lead },
    ],
  });
  return { unitId: body.id, ...made };
}

const fold = () => server.deps.pool.query('select fold_tally(100000)');

async function seen(who: TestServer, ids: readonly number[]) {
  const list = (await who.ask<DutyList>('GET', '/duties?size=500&year=2026')).body;
  const single = await Promise.all(ids.map((id) => who.ask<DutyDetail>('GET', `/duties/${id}`)));
  return {
    listed: ids.filter((id) => list.rows.some((row) => row.id === id)).length,
    counted: list.total === list.rows.length,
    read: single.filter(({ status }) => status === 200).length,
  };
}

const totalOf = async (who: TestServer, key: string, query = '') => {
  const { status, body } = await who.ask<Overview>(
    'GET',
    `/overview?unit=${await server.unit(key)}&year=2026${query}`,
  );
  expect(status).toBe(200);
  const { onTime, late, inTerm, overdue } = body.total;
  return onTime + late + inTerm + overdue;
};

const totals = async () => [
  await totalOf(readers.oldWatch, committee),
  await totalOf(readers.newWatch, elsewhere),
];

async function reorganise(input: object): Promise<ReorganisationResult> {
  const common = { legalBasis: 'Nghị quyết số 9/NQ-HĐND', effectiveOn: '2026-03-05' };
  const { status, body } = await admin.ask<ReorganisationResult>('POST', '/units/reorganisations', {
    ...common,
    ...input,
  });
  expect([status, body]).toMatchObject([200, {}]);
  return body;
}

const undo = async ({ reorganisation }: ReorganisationResult) =>
  expect((await admin.ask('POST', `/units/reorganisations/${reorganisation.id}/undo`)).status).toBe(204);

const all = (n: number) => ({ listed: n, counted: true, read: n });
const nothing = all(0);

for (const folded of [true, false]) {
  test(`moved to another province (counts ${folded ? 'folded' : 'in the ledger'})`, async () => {
    const { unitId, dutyIds } = await commune(`Chuyển ${folded}`);
    const lead = [`test:Chuyển ${folded}`];
    const { taskIds } = await handedDown(server, { owner: lead[0] ?? '', tasks: [{ lead }] });
    if (folded) await fold();
    const [before, theirs] = await totals();
    expect(await seen(readers.new, dutyIds)).toEqual(nothing);
    const done = await reorganise({
      kind: 'move',
      unitIds: [unitId],
      parentId: await server.unit(elsewhere),
    });
    for (const who of Object.values(readers)) {
      expect(await seen(who, dutyIds)).toEqual(all(dutyIds.length));
      // And the tasks of a plan of its own.
      const { rows } = (await who.ask<TaskList>('GET', '/tasks?size=200')).body;
      expect(rows.some(({ id }) => id === taskIds[0])).toBe(true);
    }
    const moved = dutyIds.length + 1;
    expect(await totals()).toEqual([(before ?? 0) - moved, (theirs ?? 0) + moved]);
    // On the day before the move it was the other way round.
    expect(await totalOf(readers.oldWatch, committee, '&asOf=2026-03-04')).toBeGreaterThan(0);
    await undo(done);
    expect(await totals()).toEqual([before, theirs]);
    expect(await seen(readers.new, dutyIds)).toEqual(nothing);
  });
}

test('merged into a unit of another province', async () => {
  const { unitId, dutyIds } = await commune('Nhập');
  await fold();
  const [before = 0, theirs = 0] = await totals();
  const parentId = await server.unit(elsewhere);
  const into = { unit: { name: 'Ủy ban nhân dân xã Nhập Chung', kind: 'committee', parentId } };
  const { body } = await admin.ask<{ id: number }>('POST', '/units', { ...into.unit, name: 'Xã Kia' });
  const done = await reorganise({ kind: 'merge', unitIds: [unitId, body.id], into });
  for (const who of Object.values(readers)) expect(await seen(who, dutyIds)).toEqual(all(dutyIds.length));
  expect(await totals()).toEqual([before - dutyIds.length, theirs + dutyIds.length]);
  await undo(done);
});

test('a duty that a split gives to a unit of another province', async () => {
  const { unitId, dutyIds } = await commune('Tách');
  const [first = 0, ...rest] = dutyIds;
  const [before = 0, theirs = 0] = await totals();
  const parentId = await server.unit(elsewhere);
  const into = [{ unitId }, { unit: { name: 'Ủy ban nhân dân xã Sang', kind: 'committee', parentId } }];
  const done = await reorganise({ kind: 'split', unitId, into, duties: [{ dutyId: first, into: 1 }] });
  for (const who of Object.values(readers)) expect(await seen(who, [first])).toEqual(all(1));
  expect(await seen(readers.new, rest)).toEqual(nothing);
  expect(await totals()).toEqual([before - 1, theirs + 1]);
  const made = done.begins[0]?.id ?? 0;
  const row = () =>
    server.deps.db
      .selectFrom('duty')
      .select(['unitId', 'rootId'])
      .where('id', '=', first)
      .executeTakeFirstOrThrow();
  expect(await row()).toEqual({ unitId: made, rootId: parentId });
  await undo(done);
  expect(await row()).toEqual({ unitId, rootId: await server.unit(committee) });
  expect(await totals()).toEqual([before, theirs]);
});

test('what the old province’s plan asks of it later is seen by both', async () => {
  const { unitId, taskIds } = await commune('Tháng');
  await reorganise({ kind: 'move', unitIds: [unitId], parentId: await server.unit(elsewhere) });
  server.now = new Date('2026-04-02T03:00:00Z');
  await spawnDuties(server.deps);
  const later = await server.deps.db
    .selectFrom('duty')
    .select(['id', 'rootId'])
    .where('taskId', '=', taskIds[2] ?? 0)
    .where('period', '=', '2026-04')
    .execute();
  expect(later).toMatchObject([{ rootId: await server.unit(elsewhere) }]);
  const ids = later.map(({ id }) => id);
  const issuer = server.as(await server.person({ [committee]: ['coordinator'] }));
  for (const who of [issuer, readers.new, readers.newWatch, readers.nation])
    expect(await seen(who, ids)).toMatchObject({ listed: 1, read: 1 });
  const tasks = await readers.old.ask<TaskList>('GET', '/tasks?size=200');
  expect(tasks.body.rows.some(({ id }) => id === taskIds[2])).toBe(true);
});
