// A split decided ahead: the duties that it names change hands on its day, by whatever touches the register first.
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { DutyDetail, NoticeList, ReorganisationResult, UnitDetail } from '../contract.ts';
import type { Db } from '../db/connect.ts';
import { committee, handedDown } from '../testing/duties.ts';
import { testServer, type TestServer } from '../testing/harness.ts';
import { carryOutMoves } from './duty-moves.ts';
import { keepUnitsToday } from './heirs.ts';
import { seedRegister } from './seed.ts';

const culture = 'demo:so-van-hoa-the-thao-va-du-lich';
const [decided, eve, day] = ['2026-03-10', '2026-03-31', '2026-04-01'];
let server: TestServer;
let admin: TestServer;
let officer: TestServer;
let [dutyId, kept] = [0, 0];

const on = (iso: string) => void (server.now = new Date(`${iso}T03:00:00Z`));

beforeAll(async () => {
  server = await testServer();
  admin = server.as(await server.person({ [committee]: ['administrator'] }));
  officer = server.as(await server.person({ [culture]: ['officer'] }));
});
afterAll(() => server.close());
beforeEach(async () => {
  on(decided);
  await keepUnitsToday(server.deps);
  const task = { due: '2026-11-15', lead: [culture] };
  [dutyId = 0, kept = 0] = (await handedDown(server, { tasks: [task, task] })).dutyIds;
});

const duty = async (as = server) => (await as.ask<DutyDetail>('GET', `/duties/${dutyId}`)).body;
const unit = async (id: number) => (await server.ask<UnitDetail>('GET', `/units/${id}`)).body;

async function split(rest: object = {}, dryRun = false) {
  const [unitId, parentId] = [await server.unit(culture), await server.unit(committee)];
  return admin.ask<ReorganisationResult & { code: string }>(
    'POST',
    `/units/reorganisations${dryRun ? '?dryRun=true' : ''}`,
    {
      kind: 'split',
      effectiveOn: day,
      legalBasis: 'Nghị quyết số 8/NQ-HĐND ngày 05/3/2026',
      unitId,
      into: [{ unitId }, { unit: { name: 'Sở Du lịch', kind: 'department', parentId } }],
      duties: [{ dutyId, into: 1 }],
      ...rest,
    },
  );
}

const report = async () =>
  officer.ask('POST', `/duties/${dutyId}/steps`, {
    do: 'progress',
    note: 'Đang làm',
    progress: 30,
    version: (await duty()).version,
  });

/** All that a reorganisation may change of duties. */
async function photograph(): Promise<unknown> {
  const { rows } = await sql`select to_jsonb(d) - 'version' as duty,
      (select json_agg(x order by x.id) from duty_transfer x where x.duty_id = d.id) as transfers,
      (select json_agg(m) from duty_move m where m.duty_id = d.id) as moves
    from duty d where d.id = any(${[dutyId, kept]}::bigint[]) order by d.id`.execute(server.deps.db);
  return rows;
}

async function undo(id: number): Promise<void> {
  const { status, body } = await admin.ask('POST', `/units/reorganisations/${id}/undo`);
  expect([status, body]).toEqual([204, null]);
}

test('until its day the old unit has the duty, sees what is planned and reports on it', async () => {
  const before = await photograph();
  const tried = await split({}, true);
  expect(await photograph()).toEqual(before);
  const { body } = await split();
  const made = body.begins[0]?.id ?? 0;
  for (const each of [tried.body, body]) {
    expect(each.duties.before).toBe(each.duties.after);
    expect(each.duties.moved).toBe(1);
    const change = each.duties.units.map((row) => row.after - row.before);
    expect(change.toSorted()).toEqual([-1, 1]);
  }
  expect((await duty(officer)).unit.id).toBe(await server.unit(culture));
  expect((await duty(officer)).transfers).toMatchObject([{ on: day, planned: true, to: { id: made } }]);
  expect((await report()).status).toBe(200);
  expect((await unit(made)).reorganisations).toMatchObject([{ planned: true, dutiesApart: 1 }]);
  on(eve);
  await keepUnitsToday(server.deps);
  expect((await report()).status).toBe(200);
  await undo(body.reorganisation.id);
});

test('on its day it is the new unit’s, and the old one still reads it', async () => {
  const { body } = await split();
  const made = body.begins[0]?.id ?? 0;
  on(day);
  await keepUnitsToday(server.deps);
  await keepUnitsToday(server.deps);
  const now = await duty(officer);
  expect(now.unit.id).toBe(made);
  expect(now.transfers).toMatchObject([{ on: day, planned: false, to: { id: made } }]);
  expect(now.events[0]).toMatchObject({ action: 'transferred', day });
  expect((await report()).status).toBe(403);
  expect((await unit(made)).reorganisations).toMatchObject([{ planned: false, dutiesApart: 1 }]);
  await undo(body.reorganisation.id);
});

test('the people of a unit that is to have it are told on the day, not before', async () => {
  const receiver = server.as(await server.person({ 'demo:so-cong-thuong': ['officer'] }));
  const told = async () =>
    (await receiver.ask<NoticeList>('GET', '/notices')).body.rows.map(({ kind }) => kind);
  const unitId = await server.unit(culture);
  const into = [{ unitId }, { unitId: await server.unit('demo:so-cong-thuong') }];
  const { body } = await split({ into });
  expect(await told()).toEqual([]);
  on(day);
  await keepUnitsToday(server.deps);
  await keepUnitsToday(server.deps);
  expect(await told()).toEqual(['handed-down']);
  await undo(body.reorganisation.id);
});

test('they are told also if a new version of the program, with other units, is what starts on that day', async () => {
  const receiver = server.as(await server.person({ 'demo:so-noi-vu': ['officer'] }));
  const unitId = await server.unit(culture);
  const { body } = await split({ into: [{ unitId }, { unitId: await server.unit('demo:so-noi-vu') }] });
  on(day);
  await server.deps.db.updateTable('seed').set({ hash: 'older' }).where('name', '=', 'units').execute();
  await seedRegister(server.deps.db, { demo: true, clock: server.deps.clock });
  await keepUnitsToday(server.deps);
  const { rows } = (await receiver.ask<NoticeList>('GET', '/notices')).body;
  expect(rows.map(({ kind }) => kind)).toEqual(['handed-down']);
  await undo(body.reorganisation.id);
});

test('another change of the register on that day hands it over as well', async () => {
  const { body } = await split();
  on(day);
  const parentId = await server.unit(committee);
  await admin.ask('POST', '/units', { name: 'Phòng Sáng Sớm', kind: 'office', parentId });
  await keepUnitsToday(server.deps);
  expect((await duty()).unit.id).toBe(body.begins[0]?.id);
  await undo(body.reorganisation.id);
});

test('taken back before or after its day, all is as it was', async () => {
  const before = await photograph();
  for (const undone of [decided, eve, day, '2026-06-01']) {
    on(decided);
    const { body } = await split();
    on(undone);
    await keepUnitsToday(server.deps);
    if (undone >= day) expect(await photograph()).not.toEqual(before);
    await undo(body.reorganisation.id);
    expect([undone, await photograph()]).toEqual([undone, before]);
    on('2026-06-02');
    await keepUnitsToday(server.deps);
    expect([undone, await photograph()]).toEqual([undone, before]);
  }
});

test('given to somebody else meanwhile, it stays there', async () => {
  const { body } = await split();
  const other = await server.unit('demo:so-tai-chinh');
  const { version } = await duty();
  const wanted = { do: 'transfer', version, unitId: other, note: 'Chuyển đúng chức năng' };
  expect((await server.ask('POST', `/duties/${dutyId}/steps`, wanted)).status).toBe(200);
  expect((await duty()).transfers.map(({ planned }) => planned)).toEqual([false]);
  on(day);
  await keepUnitsToday(server.deps);
  expect((await duty()).unit.id).toBe(other);
  await undo(body.reorganisation.id);
  expect((await duty()).unit.id).toBe(other);
});

/** Something that others do between two statements of a transaction. */
const meanwhile = (db: Db, deed: () => Promise<void>): Db => {
  let done = false;
  return db.withPlugin({
    transformQuery: ({ node }) => node,
    transformResult: async ({ result }) => {
      if (!done) {
        done = true;
        await deed();
      }
      return result;
    },
  });
};

test('nobody hands it on between the look and the move', async () => {
  const { body } = await split();
  const [old, other] = [await server.unit(culture), await server.unit('demo:so-tai-chinh')];
  let refused = '';
  const handOn = () =>
    server.deps.db
      .transaction()
      .execute(async (trx) => {
        await sql`set local lock_timeout = '100ms'`.execute(trx);
        await sql`update duty set unit_id = ${other} where id = ${dutyId}`.execute(trx);
      })
      .catch((error: { code: string }) => void (refused = error.code));
  on(day);
  await server.deps.db
    .transaction()
    .execute((trx) => carryOutMoves(meanwhile(trx, handOn), day, { clock: server.deps.clock }));
  const { transfers } = await duty();
  expect(transfers.map(({ from }) => from.id)).toEqual([old]);
  // It waited for the duty, and gave up.
  expect(refused).toBe('55P03');
  await undo(body.reorganisation.id);
});

test('what is named for two successors goes to neither', async () => {
  const before = await photograph();
  const parentId = await server.unit(committee);
  const made = (name: string) => ({ unit: { name, kind: 'department', parentId } });
  const into = [{ unitId: await server.unit(culture) }, made('Sở Du lịch'), made('Sở Thể thao')];
  const duties = [1, 2].map((at) => ({ dutyId, into: at }));
  const refused = await split({ into, duties });
  expect([refused.status, refused.body.code]).toEqual([422, 'named-twice']);
  expect(await photograph()).toEqual(before);
});

test('what is to leave already is not promised twice', async () => {
  const { body } = await split();
  const again = await split({ effectiveOn: '2026-03-20' });
  expect([again.status, again.body.code]).toEqual([422, 'duty-leaves']);
  const first = await split({ duties: [{ dutyId: kept, into: 1 }], effectiveOn: '2026-03-20' });
  expect(first.status).toBe(200);
  await undo(first.body.reorganisation.id);
  await undo(body.reorganisation.id);
});
