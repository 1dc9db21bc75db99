// Any sequence of reorganisations, on any day: a forest, one living heir each, and no duty lost.
import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { system } from '../access/actor.ts';
import { Conflict, Forbidden, Invalid } from '../errors.ts';
import { testServer, type TestServer } from '../testing/harness.ts';
import { dayAfter } from './days.ts';
import { insertUnit } from './edit.ts';
import { heirsOn, keepUnitsToday, linesOf, refreshUnits } from './heirs.ts';
import { reorganise } from './reorganise.ts';
import type { Input } from './reorganise-kinds.ts';
import { undoReorganisation } from './reorganise-undo.ts';

let server: TestServer;
let top = 0;
let counter = 0;

beforeAll(async () => {
  server = await testServer();
  const { db } = server.deps;
  // A country of its own: the seeded one would only slow each step down.
  await sql`truncate unit, unit_removed, reorganisation, role_grant restart identity cascade`.execute(db);
  await db.transaction().execute(async (trx) => {
    const unit = (name: string, parentId: number | null) =>
      insertUnit(trx, system, {
        name,
        kind: parentId === null ? 'committee' : 'department',
        parentId,
        validFrom: null,
      });
    top = await unit('Tỉnh', null);
    const offices: number[] = [];
    for (const name of ['Một', 'Hai', 'Ba', 'Bốn']) offices.push(await unit(name, top));
    for (const [index, parent] of offices.entries())
      for (const name of ['A', 'B']) await unit(`${name}${index}`, parent);
    await refreshUnits(trx, '2026-03-10', server.deps);
  });
  await duties();
});
afterAll(() => server.close());

/** Three for each unit, with as little around them as the tables allow. */
async function duties(): Promise<void> {
  const { db } = server.deps;
  const { rows } = await sql<{
    id: number;
  }>`insert into plan (owner_id, root_id, status, title, period_from, period_to,
      issued_on, body) values (${top}, ${top}, 'issued', 'KH', '2020-01-01', '2030-12-31', '2020-01-01', '{}')
    returning id`.execute(db);
  const plan = rows[0]?.id ?? 0;
  for (const part of ['x', 'y', 'z']) {
    const task = await sql<{
      id: number;
    }>`insert into task (plan_id, plan_task_id, owner_id, root_id, ordinal, text,
        due_kind, items, milestones, edited, search, search_exact)
      values (${plan}, ${part}, ${top}, ${top}, 1, ${part}, 'unspecified', '{}', '[]', '{}', '', '') returning id`.execute(
      db,
    );
    await sql`insert into duty (task_id, unit_id, role, opened_on, last_moved_on, plan_id, root_id, year)
      select ${task.rows[0]?.id}, id, 'lead', '2020-01-01', '2020-01-01', ${plan}, ${top}, 2020 from unit`.execute(
      db,
    );
  }
}

type Pick = readonly number[];
interface Step {
  readonly kind: Input['kind'];
  readonly picks: Pick;
  readonly below: 'move' | 'end' | 'join';
  readonly gap: number;
  readonly flag: boolean;
}

const step: fc.Arbitrary<Step> = fc.record({
  kind: fc.constantFrom('new', 'merge', 'merge', 'split', 'split', 'rename', 'move', 'abolish'),
  picks: fc.array(fc.nat(1000), { minLength: 5, maxLength: 5 }),
  below: fc.constantFrom('move', 'end', 'join'),
  // Also on the same day as the step before, or earlier.
  gap: fc.integer({ min: -5, max: 40 }),
  flag: fc.boolean(),
});

const shift = (day: string, by: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + by * 86_400_000).toISOString().slice(0, 10);

function inputOf(
  { kind, picks, below, flag }: Step,
  ids: readonly number[],
  duty: number,
  effectiveOn: string,
): Input {
  const at = (index: number) => ids[(picks[index] ?? 0) % ids.length] ?? top;
  const made = (parentId: number) => {
    counter += 1;
    return { unit: { name: `Mới ${counter}`, kind: 'department' as const, parentId } };
  };
  const common = { effectiveOn, legalBasis: 'QĐ thử' };
  const into = flag ? made(at(3)) : { unitId: at(3) };
  switch (kind) {
    case 'new':
      return { kind, ...common, units: [made(at(0)).unit] };
    case 'merge':
      return { kind, ...common, unitIds: [at(0), at(1)], into, below };
    case 'split': {
      const self = flag ? [{ unitId: at(0) }] : [made(at(3))];
      const moves = [{ dutyId: duty, into: 1 }];
      return {
        kind,
        ...common,
        unitId: at(0),
        into: [...self, made(at(4)), into],
        main: 0,
        duties: moves,
        children: [],
      };
    }
    case 'rename':
      return { kind, ...common, unitId: at(0), name: `Tên ${++counter}` };
    case 'move':
      return { kind, ...common, unitIds: [at(0)], parentId: at(1) };
    case 'abolish':
      return { kind, ...common, unitIds: [at(0)], below, ...(flag ? { successorId: at(1) } : {}) };
  }
}

/** All that may change, in one value. */
async function photograph() {
  const { db } = server.deps;
  const tables = ['unit', 'unit_state', 'unit_successor', 'reorganisation', 'reorganisation_unit'] as const;
  const all: unknown[] = [];
  for (const table of tables) {
    const columns = { unit: "- 'version'", unit_state: "- 'id'" }[table as string] ?? '';
    const { rows } = await sql<{
      row: unknown;
    }>`select to_jsonb(t) ${sql.raw(columns)} as row from ${sql.table(table)} t
      order by (to_jsonb(t) ${sql.raw(columns)})::text`.execute(db);
    all.push(rows);
  }
  const { rows } = await sql`select id, unit_id, root_id,
      (select json_agg(to_jsonb(x) - 'at' - 'id' order by x.id) from duty_transfer x where x.duty_id = duty.id) as transfers,
      (select json_agg(m order by m.reorganisation_id) from duty_move m where m.duty_id = duty.id) as moves
    from duty order by id`.execute(db);
  return [...all, rows];
}

async function holds(days: readonly string[]): Promise<void> {
  const { db } = server.deps;
  const { rows: states } = await sql<{
    unit_id: number;
    parent_id: number | null;
    valid_from: string | null;
    valid_to: string | null;
  }>`
    select unit_id as "unit_id", parent_id as "parent_id", valid_from as "valid_from", valid_to as "valid_to" from unit_state`.execute(
    db,
  );
  const lines = await linesOf(db);
  const { rows: owned } = await sql<{
    unit: number;
    count: number;
  }>`select unit_id as unit, count(*) as count from duty group by 1`.execute(db);
  const total = owned.reduce((sum, { count }) => sum + count, 0);
  expect(total).toBe(39);
  for (const day of days) {
    const force = (
      states as unknown as {
        unitId: number;
        parentId: number | null;
        validFrom: string | null;
        validTo: string | null;
      }[]
    ).filter(
      ({ validFrom, validTo }) =>
        (validFrom === null || validFrom <= day) && (validTo === null || validTo >= day),
    );
    // One state each, and every line of superiors ends at the top.
    const parents = new Map(force.map(({ unitId, parentId }) => [unitId, parentId]));
    expect(parents.size).toBe(force.length);
    for (const id of parents.keys()) {
      let at: number | null = id;
      for (let left = 40; at !== null && left > 0; left--) {
        expect([day, id, parents.has(at)]).toEqual([day, id, true]);
        at = parents.get(at) ?? null;
      }
      expect([day, id, at]).toEqual([day, id, null]);
    }
    const heirs = heirsOn(lines, day);
    const living = new Set(
      lines.filter(({ validTo }) => validTo === null || validTo >= day).map(({ id }) => id),
    );
    for (const { id } of lines) expect([day, id, living.has(heirs.get(id) ?? 0)]).toEqual([day, id, true]);
    const sums = new Map<number, number>();
    for (const { unit, count } of owned)
      sums.set(heirs.get(unit) ?? 0, (sums.get(heirs.get(unit) ?? 0) ?? 0) + count);
    expect([...sums.values()].reduce((a, b) => a + b, 0)).toBe(total);
  }
}

const kinds = new Map<string, number>();

interface Done {
  readonly id: number;
  readonly before: unknown;
}

/** Takes the steps that make sense; the others are refused and leave nothing behind. */
async function walk(steps: readonly Step[]): Promise<{ done: readonly Done[]; days: readonly string[] }> {
  const { db } = server.deps;
  const done: Done[] = [];
  const days = ['2019-01-01', '2026-03-10'];
  let day = '2024-01-15';
  for (const each of steps) {
    day = shift(day, each.gap);
    const ids = (await db.selectFrom('unit').select('id').orderBy('id').execute()).map(({ id }) => id);
    const unit = ids[(each.picks[0] ?? 0) % ids.length] ?? top;
    const duty = await db.selectFrom('duty').select('id').where('unitId', '=', unit).executeTakeFirst();
    const input = inputOf(each, ids, duty?.id ?? 1, day);
    const before = await photograph();
    try {
      const tried = await reorganise(server.deps, system, { input, dryRun: true });
      expect(tried.duties.before).toBe(tried.duties.after);
      expect(await photograph()).toEqual(before);
      const result = await reorganise(server.deps, system, { input, dryRun: false });
      expect(result.duties.before).toBe(result.duties.after);
      done.push({ id: result.reorganisation.id, before });
      kinds.set(each.kind, (kinds.get(each.kind) ?? 0) + 1);
    } catch (error) {
      if (!refusal(error)) throw error;
      expect(await photograph()).toEqual(before);
    }
    days.push(shift(day, -1), day, dayAfter(day));
  }
  return { done, days };
}

const refusal = (error: unknown): boolean =>
  error instanceof Invalid || error instanceof Conflict || error instanceof Forbidden;

const steps = fc.array(step, { minLength: 3, maxLength: 7 });

test(
  'conserves totals, keeps a forest on every day, and every step can be taken back',
  { timeout: 240_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (wanted) => {
        const start = await photograph();
        const { done, days } = await walk(wanted);
        await holds(days);
        for (const { id, before } of done.toReversed()) {
          await undoReorganisation(server.deps, system, id);
          expect(await photograph()).toEqual(before);
        }
        expect(await photograph()).toEqual(start);
      }),
      { numRuns: 25 },
    );
    // The sequences were none of refusals alone.
    expect([...kinds.keys()].toSorted()).toEqual(['abolish', 'merge', 'move', 'new', 'rename', 'split']);
  },
);

test('taken back in any order, a step is refused or leaves all standing', { timeout: 240_000 }, async () => {
  let taken = 0;
  await fc.assert(
    fc.asyncProperty(steps, fc.array(fc.nat(1000), { minLength: 4, maxLength: 4 }), async (wanted, order) => {
      const start = await photograph();
      const { done, days } = await walk(wanted);
      const left = done.map(({ id }) => id);
      for (const pick of order) {
        const id = left[pick % left.length];
        if (id === undefined) break;
        const before = await photograph();
        try {
          await undoReorganisation(server.deps, system, id);
          if (id !== left.at(-1)) taken += 1;
          left.splice(left.indexOf(id), 1);
          await holds(days);
        } catch (error) {
          if (!refusal(error)) throw error;
          expect(await photograph()).toEqual(before);
        }
      }
      // And what is left goes the way it came.
      for (const id of left.toReversed()) await undoReorganisation(server.deps, system, id);
      expect(await photograph()).toEqual(start);
    }),
    { numRuns: 20 },
  );
  expect(taken).toBeGreaterThan(0);
});

const on = async (day: string) => {
  server.now = new Date(`${day}T03:00:00Z`);
  await keepUnitsToday(server.deps);
};

/** Duties that wait for their day, in all and of those whose day has come. */
async function waiting(day: string) {
  const { rows } = await sql<{ all: number; due: number }>`select count(*)::integer as all,
      (count(*) filter (where on_day <= ${day}::date))::integer as due from duty_move`.execute(
    server.deps.db,
  );
  return rows[0] ?? { all: 0, due: 0 };
}

test(
  'decided ahead, each takes effect on its day and nothing is lost, whenever it is taken back',
  { timeout: 240_000 },
  async () => {
    const today = '2024-02-01';
    let ahead = 0;
    await fc.assert(
      fc.asyncProperty(steps, fc.nat(20), async (wanted, left) => {
        await on(today);
        const start = await photograph();
        const { done, days } = await walk(wanted);
        ahead += (await waiting(today)).all;
        const later = [...new Set(days)].filter((day) => day > today && day < '2026').toSorted();
        for (const day of later.slice(0, left)) {
          await on(day);
          await holds(days);
          expect([day, (await waiting(day)).due]).toEqual([day, 0]);
        }
        for (const { id } of done.toReversed()) await undoReorganisation(server.deps, system, id);
        expect(await photograph()).toEqual(start);
      }),
      { numRuns: 25 },
    );
    expect(ahead).toBeGreaterThan(0);
    await on('2026-03-10');
  },
);
