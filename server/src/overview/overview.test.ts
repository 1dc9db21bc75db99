import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ClassCounts, Overview } from '../contract.ts';
import { classAsOf, classOn, type DutyClass } from '../duties/standing.ts';
import { foldTally, recountTally } from '../tally/service.ts';
import { testServer, type TestServer } from '../testing/harness.ts';

const day = '2026-03-10';
const committee = 'demo:uy-ban-nhan-dan-tinh-song-thao';

let server: TestServer;
let ids: {
  readonly root: number;
  readonly units: readonly number[];
  readonly tasks: readonly number[];
  readonly groups: readonly number[];
};

beforeAll(async () => {
  server = await testServer();
  ids = await world(server);
});
afterAll(() => server.close());

/** A plan of two groups and three tasks, and some units of the province to carry it out. */
async function world({ deps: { db }, unit }: TestServer) {
  const root = await unit(committee);
  const below = await sql<{ id: number }>`select id from unit where parent_id = ${root} and valid_to is null
    order by id limit 5`.execute(db);
  const plan = await sql<{
    id: number;
  }>`insert into plan (owner_id, root_id, status, title, period_from, period_to, issued_on, body)
    values (${root}, ${root}, 'issued', 'Kế hoạch thử', '2025-01-01', '2026-12-31', '2025-01-10', '{}') returning id`.execute(
    db,
  );
  const groups = await sql<{ id: number }>`insert into task_group (root_id, name, name_key)
    values (${root}, 'Tuyên truyền', 'tuyen truyen'), (${root}, 'Hợp tác', 'hop tac') returning id`.execute(
    db,
  );
  const tasks = await sql<{
    id: number;
  }>`insert into task (plan_id, plan_task_id, owner_id, root_id, ordinal, text, due_kind,
      items, milestones, edited, search, search_exact)
    select ${plan.rows[0]?.id}, 'nv' || i, ${root}, ${root}, i, 'Nhiệm vụ ' || i, 'unspecified', '{}', '[]', '{}', '', ''
    from generate_series(1, 3) i returning id`.execute(db);
  const list = ({ rows }: { rows: readonly { id: number }[] }) => rows.map(({ id }) => id);
  return { root, units: [root, ...list(below)], tasks: list(tasks), groups: list(groups) };
}

const days = [
  '2025-11-30',
  '2025-12-31',
  '2026-02-15',
  '2026-03-09',
  '2026-03-10',
  '2026-03-11',
  '2026-06-30',
];
const anyDay = fc.constantFrom(...days);
const orNone = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { freq: 4 });
const pick = fc.nat({ max: 1000 });

const step = fc.oneof(
  fc.record({
    do: fc.constant('open'),
    unit: pick,
    task: pick,
    group: orNone(pick),
    due: orNone(anyDay),
    role: fc.constantFrom('lead', 'coordinating'),
  }),
  fc.record({ do: fc.constant('report'), which: pick, on: anyDay }),
  fc.record({ do: fc.constant('sendBack'), which: pick }),
  fc.record({ do: fc.constant('confirm'), which: pick }),
  fc.record({ do: fc.constant('cancel'), which: pick, many: fc.boolean() }),
  fc.record({ do: fc.constant('reinstate'), which: pick }),
  fc.record({ do: fc.constant('move'), which: pick, due: orNone(anyDay) }),
  fc.record({ do: fc.constant('transfer'), which: pick, unit: pick }),
  fc.record({ do: fc.constant('note'), which: pick }),
  fc.record({ do: fc.constant('ask'), which: pick }),
  fc.record({ do: fc.constant('decide'), which: pick }),
  fc.record({ do: fc.constant('urge'), unit: pick }),
  fc.record({ do: fc.constant('answer') }),
  fc.record({ do: fc.constant('delete'), which: pick }),
  fc.record({ do: fc.constant('fold') }),
);
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

/** Whatever writes to the tables, the counts follow: the services are left out on purpose. */
async function carryOut(each: Step, serial: number): Promise<void> {
  const { db } = server.deps;
  const of = (list: readonly number[], at: number) => list[at % list.length];
  const nth = (where: string, at: number) => sql`(select id from duty where ${sql.raw(where)} order by id
    offset ${at} % greatest((select count(*) from duty where ${sql.raw(where)}), 1) limit 1)`;
  const run = (text: ReturnType<typeof sql>) => text.execute(db);
  switch (each.do) {
    case 'open': {
      const { unit, task, group, due, role } = each as Extract<Step, { unit: number; task: number }>;
      const year = Number((due ?? day).slice(0, 4));
      await run(sql`insert into duty (task_id, unit_id, role, period, opened_on, due_on, first_due_on, last_moved_on, root_id, group_id, year)
        values (${of(ids.tasks, task)}, ${of(ids.units, unit)}, ${role}, ${`p${serial}`}, '2025-11-01', ${due}, ${due}, '2025-11-01',
          ${ids.root}, ${group === null ? null : of(ids.groups, group)}, ${year})`);
      return;
    }
    case 'fold':
      await foldTally(db);
      return;
    case 'urge':
      await run(sql`insert into urging (root_id, to_unit_id, channel, message, urged_on)
        values (${ids.root}, ${of(ids.units, (each as { unit: number }).unit)}, 'system', 'Đề nghị báo cáo', ${day})`);
      return;
    case 'answer':
      await run(
        sql`update urging set answered_at = now() where id = (select min(id) from urging where answered_at is null)`,
      );
      return;
    default:
      await change(each as { do: string; which: number }, { nth, run, of });
  }
}

interface Tools {
  readonly nth: (where: string, at: number) => ReturnType<typeof sql>;
  readonly run: (text: ReturnType<typeof sql>) => Promise<unknown>;
  readonly of: (list: readonly number[], at: number) => number | undefined;
}

async function change(
  each: { do: string; which: number; on?: string; due?: string | null; unit?: number; many?: boolean },
  { nth, run, of }: Tools,
) {
  const open = 'done_on is null and cancelled_on is null';
  const { which } = each;
  const statements: Readonly<Record<string, () => ReturnType<typeof sql>>> = {
    report: () =>
      sql`update duty set done_on = ${each.on}, last_moved_on = ${each.on} where id = ${nth(open, which)}`,
    sendBack: () =>
      sql`update duty set done_on = null, returned = true where id = ${nth('done_on is not null and confirmed_on is null', which)}`,
    confirm: () =>
      sql`update duty set confirmed_on = ${day} where id = ${nth('done_on is not null and confirmed_on is null', which)}`,
    cancel: () =>
      each.many
        ? sql`update duty set cancelled_on = ${day} where task_id = ${of(ids.tasks, which)} and ${sql.raw(open)}`
        : sql`update duty set cancelled_on = ${day} where id = ${nth('cancelled_on is null', which)}`,
    reinstate: () =>
      sql`update duty set cancelled_on = null where id = ${nth('cancelled_on is not null', which)}`,
    move: () =>
      sql`update duty set due_on = ${each.due}::date, year = coalesce(extract(year from ${each.due}::date), year) where id = ${nth(open, which)}`,
    transfer:
      () => sql`update duty set unit_id = ${of(ids.units, each.unit ?? 0)} where id = ${nth('true', which)}
      and not exists (select 1 from duty o where o.task_id = duty.task_id and o.unit_id = ${of(ids.units, each.unit ?? 0)}
        and o.role = duty.role and o.period is not distinct from duty.period)`,
    note: () =>
      sql`update duty set progress = 50, last_moved_on = ${day}, version = version + 1 where id = ${nth(open, which)}`,
    ask: () => sql`insert into extension (duty_id, asked_on, wanted_on, reason)
      select id, ${day}, '2026-12-31', 'Cần thêm thời gian' from duty where id = ${nth(open, which)}
        and not exists (select 1 from extension e where e.duty_id = duty.id and e.decided_on is null)`,
    decide: () => sql`update extension set decided_on = ${day}, granted = false
      where id = (select min(id) from extension where decided_on is null)`,
    delete: () => sql`delete from duty where id = ${nth('true', which)}`,
  };
  const statement = statements[each.do];
  if (!statement) throw new Error(`No step ${each.do}`);
  await run(statement());
}

const keyOf: Readonly<Record<DutyClass, keyof ClassCounts>> = {
  'on-time': 'onTime',
  late: 'late',
  'in-term': 'inTerm',
  overdue: 'overdue',
};
const nothing = (): ClassCounts => ({ onTime: 0, late: 0, inTerm: 0, overdue: 0 });

interface Row {
  readonly id: number;
  readonly unitId: number;
  readonly role: string;
  readonly groupId: number | null;
  readonly year: number;
  readonly openedOn: string;
  readonly dueOn: string | null;
  readonly doneOn: string | null;
  readonly confirmedOn: string | null;
  readonly cancelledOn: string | null;
}

const duties = async () => (await sql<Row>`select * from duty order by id`.execute(server.deps.db)).rows;

function countBy<K>(rows: readonly Row[], key: (row: Row) => K): Map<K, ClassCounts> {
  const counts = new Map<K, ClassCounts>();
  for (const row of rows) {
    const there = counts.get(key(row)) ?? nothing();
    there[keyOf[classOn(row, day)]] += 1;
    counts.set(key(row), there);
  }
  return counts;
}

const sum = (list: readonly { readonly counts: ClassCounts }[]): ClassCounts =>
  list.reduce((total, { counts }) => {
    for (const key of Object.values(keyOf)) total[key] += counts[key];
    return total;
  }, nothing());

const asked = async (query = '') => {
  const answer = await server.ask<Overview>('GET', `/overview?unit=${ids.root}${query}`);
  expect(answer.status).toBe(200);
  return answer.body;
};

async function agreesWithDuties(): Promise<void> {
  const all = (await duties()).filter(({ cancelledOn }) => cancelledOn === null);
  for (const role of ['lead', 'coordinating']) {
    for (const year of [2025, 2026]) {
      const rows = all.filter((row) => row.role === role && row.year === year);
      const shown = await asked(`&year=${year}&role=${role}`);
      expect(shown.total).toEqual(countBy(rows, () => 0).get(0) ?? nothing());
      for (const list of [shown.units, shown.groups, shown.months]) expect(sum(list)).toEqual(shown.total);
      const units = new Map(shown.units.map(({ unit, counts }) => [unit.id, counts]));
      for (const [unit, counts] of countBy(rows, ({ unitId }) => unitId))
        expect(units.get(unit)).toEqual(counts);
      const groups = new Map(shown.groups.map(({ id, counts }) => [id, counts]));
      expect(groups).toEqual(countBy(rows, ({ groupId }) => groupId));
      const months = new Map(shown.months.map(({ month, counts }) => [month, counts]));
      expect(months).toEqual(
        countBy(rows, ({ dueOn }) => (dueOn === null ? null : Number(dueOn.slice(5, 7)))),
      );
      const before = all.filter(
        (row) => row.role === role && row.year < year && classOn(row, day) === 'overdue',
      );
      expect(shown.overdueBefore).toBe(before.length);
      expect(shown.waiting).toEqual(await waitingNow());
    }
  }
}

async function waitingNow() {
  const { rows } = await sql<Overview['waiting']>`select
    (select count(*) from duty where done_on is not null and confirmed_on is null and cancelled_on is null) as "toConfirm",
    (select count(*) from extension where decided_on is null) as extensions,
    (select count(*) from urging where answered_at is null) as unanswered`.execute(server.deps.db);
  return rows[0];
}

const ledger = async () =>
  (
    await sql`select unit_id, root_id, role, group_id, year, bucket, outcome, sum(n) as n from unit_tally
      group by 1, 2, 3, 4, 5, 6, 7 having sum(n) <> 0 order by 1, 2, 3, 4, 5, 6, 7`.execute(server.deps.db)
  ).rows;
const roots = async () =>
  (
    await sql`select root_id, role, group_id, year, bucket, outcome, sum(n) as n from root_tally
      group by 1, 2, 3, 4, 5, 6 having sum(n) <> 0 order by 1, 2, 3, 4, 5, 6`.execute(server.deps.db)
  ).rows;
const tasks = async () =>
  (
    await sql`select id, duties, duties_open, open_due, any_late from task order by id`.execute(
      server.deps.db,
    )
  ).rows;

test(
  'after any sequence of changes the counts are those of the duties, and a recount finds nothing to mend',
  { timeout: 120_000 },
  async () => {
    let serial = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 40 }), async (steps) => {
        for (const each of steps) await carryOut(each, (serial += 1));
        await agreesWithDuties();
        const [kept, tops, shown] = [await ledger(), await roots(), await tasks()];
        await recountTally(server.deps.db);
        expect(await ledger()).toEqual(kept);
        expect(await roots()).toEqual(tops);
        expect(await tasks()).toEqual(shown);
        await agreesWithDuties();
      }),
      { numRuns: 12 },
    );
  },
);

test('an earlier day is counted as it stood then', async () => {
  const steps = fc.sample(step, { numRuns: 150, seed: 42 }).filter((each) => each.do !== 'delete');
  for (const [at, each] of steps.entries()) await carryOut(each, 100_000 + at);
  const rows = (await duties()).filter(({ role }) => role === 'lead');
  expect(rows.length).toBeGreaterThan(3);
  for (const then of ['2025-12-15', '2026-02-20', '2026-03-09']) {
    for (const year of [2025, 2026]) {
      const expected = nothing();
      for (const row of rows) {
        const name = row.year === year ? classAsOf({ ...row, dueChanges: [] }, then) : null;
        if (name) expected[keyOf[name]] += 1;
      }
      const shown = await asked(`&year=${year}&asOf=${then}`);
      expect(shown.total).toEqual(expected);
      for (const list of [shown.units, shown.groups, shown.months]) expect(sum(list)).toEqual(shown.total);
    }
  }
});

test('what was decided or handed over later had not happened on an earlier day', async () => {
  const { db } = server.deps;
  const [, first, second] = ids.units;
  await sql`delete from duty`.execute(db);
  const { rows } = await sql<{
    id: number;
  }>`insert into duty (task_id, unit_id, role, period, opened_on, due_on, first_due_on,
      last_moved_on, root_id, year)
    values (${ids.tasks[0]}, ${second}, 'lead', 'x', '2026-01-05', '2027-01-31', '2026-02-01', '2026-03-01', ${ids.root}, 2027)
    returning id`.execute(db);
  const [duty] = rows;
  await sql`insert into due_change (duty_id, on_day, before_on, after_on) values (${duty?.id}, '2026-02-20', '2026-02-01', '2027-01-31')`.execute(
    db,
  );
  await sql`insert into duty_transfer (duty_id, from_unit_id, to_unit_id, on_day) values (${duty?.id}, ${first}, ${second}, '2026-03-01')`.execute(
    db,
  );
  const then = await asked('&year=2026&asOf=2026-02-10');
  expect(then.total).toEqual({ ...nothing(), overdue: 1 });
  expect(then.units.find(({ unit }) => unit.id === first)?.counts.overdue).toBe(1);
  expect((await asked('&year=2027')).total).toEqual({ ...nothing(), inTerm: 1 });
  expect((await asked('&year=2026&asOf=2026-01-04')).total).toEqual(nothing());
});

test('an officer sees the own unit alone, a coordinator the province, others nothing of it', async () => {
  const department = 'demo:so-ngoai-vu';
  const [officer, coordinator, elsewhere] = [
    await server.person({ [department]: ['officer'] }),
    await server.person({ [department]: ['coordinator'] }),
    await server.person({ 'province:01': ['observer'] }),
  ];
  const own = await server.as(officer).ask<Overview>('GET', '/overview');
  expect(own.body.covers).toMatchObject({ scope: 'unit', units: 1 });
  expect(own.body.unit.id).toBe(await server.unit(department));
  expect(own.body.units.every(({ unit }) => unit.id === own.body.unit.id)).toBe(true);
  expect((await server.as(officer).ask('GET', `/overview?unit=${ids.root}`)).status).toBe(404);
  const whole = await server.as(coordinator).ask<Overview>('GET', '/overview');
  expect(whole.body.unit.id).toBe(ids.root);
  expect(whole.body.covers.scope).toBe('province');
  expect(whole.body.covers.units).toBeGreaterThan(40);
  // An officer of the committee sees its own duties alone: how many units are left out is said.
  const clerk = server.as(await server.person({ [committee]: ['officer'] }));
  const { covers } = (await clerk.ask<Overview>('GET', `/overview?unit=${ids.root}`)).body;
  expect(covers).toEqual({ scope: 'unit', units: 1, left: whole.body.covers.units - 1 });
  expect((await server.as(elsewhere).ask('GET', `/overview?unit=${ids.root}`)).status).toBe(404);
  expect((await server.as(null).ask('GET', '/overview')).status).toBe(401);
});

test('twenty who write at once leave counts that a recount confirms', async () => {
  const { db } = server.deps;
  await sql`insert into duty (task_id, unit_id, role, period, opened_on, due_on, last_moved_on, root_id, year)
    select ${ids.tasks[1]}, ${ids.units[1]}, 'lead', 'q' || i, '2026-01-05', '2026-06-30', '2026-01-05', ${ids.root}, 2026
    from generate_series(1, 100) i`.execute(db);
  const { rows } = await sql<{ id: number }>`select id from duty where period like 'q%' order by id`.execute(
    db,
  );
  await Promise.all([
    ...rows.map(({ id }, at) =>
      sql`update duty set done_on = ${at % 2 ? '2026-03-01' : '2026-07-01'} where id = ${id}`.execute(db),
    ),
    ...Array.from({ length: 5 }, () => foldTally(db)),
  ]);
  await foldTally(db);
  const [kept, shown] = [await ledger(), await tasks()];
  expect(shown.find((row) => (row as { id: number }).id === ids.tasks[1])).toMatchObject({
    dutiesOpen: 0,
    anyLate: true,
  });
  await recountTally(db);
  expect(await ledger()).toEqual(kept);
  expect(await tasks()).toEqual(shown);
});
