// What is kept of roll-ups is what would be counted from the figures, after any sequence of what people and reorganisations do.
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { system } from '../access/actor.ts';
import type { Indicator, ReportCall, Rollup } from '../contract.ts';
import { Conflict, Invalid } from '../errors.ts';
import type { Rule } from '../indicators/body.ts';
import { testServer, type TestServer } from '../testing/harness.ts';
import { committee } from '../testing/duties.ts';
import { newCall, newRegime, plainRule, regimeBody } from '../testing/reports.ts';
import { fill } from './fill.ts';
import { followUnits } from './follow.ts';
import { foldRollup, keyOf, recountRollup, totalsOf } from './rollup.ts';
import {
  accept,
  approve,
  excuse as excuseReport,
  giveBack,
  lock,
  reopen,
  submit,
  withdraw,
} from './service.ts';

const steps = { accept, approve, lock, reopen, submit, withdraw };

let server: TestServer;
let call: ReportCall;
let indicators: readonly { readonly id: number; readonly rule: Rule }[];
let reports: readonly number[];
const communes = ['ben-thuong-lua', 'nam-hong-giang', 'dong-lang-sa'];

const custom = async (code: string, rule: Rule, breakdowns: string[][] = []): Promise<void> => {
  const ownerId = await server.unit(committee);
  const made = await server.ask<Indicator>('POST', '/indicators', {
    ownerId,
    code,
    name: code,
    rule,
    breakdowns,
    decimals: 2,
  });
  if (made.status !== 201) throw new Error(JSON.stringify(made.body));
};

beforeAll(async () => {
  server = await testServer();
  server.now = new Date('2026-06-20T03:00:00Z');
  await custom('T.SUM', 'sum', [['language'], ['language', 'sex']]);
  await custom('T.LAST', 'last');
  await custom('T.AVG', 'average', [['sex']]);
  await custom('T.NAMES', 'distinct', [['language']]);
  const keys = communes.flatMap((name) => [
    `demo:uy-ban-nhan-dan-phuong-${name}`,
    `demo:phong-van-hoa-xa-hoi-${name}`,
  ]);
  const include = await Promise.all(
    [...keys, 'demo:so-y-te', 'demo:so-tu-phap'].map((key) => server.unit(key)),
  );
  const body = await regimeBody(server, { indicators: ['T.SUM', 'T.LAST', 'T.AVG', 'T.NAMES'] });
  const regime = await newRegime(server, {
    ...body,
    outline: body.outline.map((section) => ({ ...section, required: false })),
    tiers: [
      { id: 'all', name: 'Tất cả', units: { ...plainRule, include }, deadline: { kind: 'days', days: 3 } },
    ],
  });
  call = await newCall(server, { of: 'regime', regimeId: regime.id, period: '2026' });
  indicators = call.form.indicators.map(({ id, rule }) => ({ id, rule }));
  const { rows } = await server.deps.pool.query<{ id: number; depth: number }>(
    'select id, depth from report where call_id = $1 order by id',
    [call.id],
  );
  reports = rows.map(({ id }) => id);
  if (new Set(rows.map(({ depth }) => depth)).size !== 3) throw new Error('Three levels are needed.');
}, 120_000);
afterAll(() => server.close());

type Doing =
  | {
      readonly do: 'fill';
      readonly at: number;
      readonly indicator: number;
      readonly cell: number;
      readonly value: number | null;
    }
  | {
      readonly do: 'submit' | 'withdraw' | 'accept' | 'return' | 'approve' | 'lock' | 'reopen' | 'excuse';
      readonly at: number;
    }
  | { readonly do: 'merge' | 'undo' | 'fold' };

const cells: Readonly<Record<Rule, readonly string[]>> = {
  sum: ['', 'language=en', 'language=lo', 'language=en;sex=female'],
  last: [''],
  average: ['', 'sex=male'],
  distinct: ['', 'language=en'],
};

const at = fc.nat(8);
const doing: fc.Arbitrary<Doing> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('fill' as const),
      at,
      indicator: fc.nat(3),
      cell: fc.nat(3),
      value: fc.option(fc.integer({ min: -5, max: 2000 })),
    }),
  },
  {
    weight: 10,
    arbitrary: fc.record({
      do: fc.constantFrom(
        'submit' as const,
        'submit' as const,
        'accept' as const,
        'accept' as const,
        'return' as const,
        'withdraw' as const,
        'approve' as const,
        'lock' as const,
        'reopen' as const,
        'excuse' as const,
      ),
      at,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constantFrom('merge' as const, 'undo' as const, 'fold' as const) }),
  },
);

const names = (n: number) => ['BBC', 'bbc ', 'NHK', 'KBS', 'Pathet Lao'].slice(0, 1 + (Math.abs(n) % 5));

async function doFill({ at: which, indicator, cell, value }: Extract<Doing, { do: 'fill' }>): Promise<void> {
  const id = reports[which % reports.length] ?? 0;
  const { id: indicatorId, rule } = indicators[indicator] ?? { id: 0, rule: 'sum' as const };
  const place = cells[rule][cell % cells[rule].length] ?? '';
  const { rows } = await server.deps.pool.query<{ version: number }>(
    'select version from report_figure where report_id = $1 and indicator_id = $2 and cell = $3',
    [id, indicatorId, place],
  );
  const given =
    rule === 'distinct'
      ? { names: value === null ? [] : names(value) }
      : rule === 'average'
        ? { value: value === null ? null : value / 4, weight: Math.abs(value ?? 0) % 7 }
        : { value };
  const figure = { indicatorId, cell: place, version: rows[0]?.version ?? 0, ...given };
  await fill(server.deps, { actor: system, locale: 'vi', id }, { figures: [figure], texts: [] });
}

const merged: number[] = [];
let mergers = 0;
async function reorganise(kind: 'merge' | 'undo'): Promise<void> {
  const [a, b] = ['demo:so-tu-phap', 'demo:so-y-te'] as const;
  if (kind === 'undo') {
    const id = merged.pop();
    if (id !== undefined) await server.ask('POST', `/units/reorganisations/${id}/undo`);
  } else if (merged.length === 0) {
    mergers += 1;
    const answer = await server.ask<{ reorganisation: { id: number } }>('POST', '/units/reorganisations', {
      kind: 'abolish',
      legalBasis: `Nghị quyết số ${mergers}`,
      effectiveOn: '2026-06-18',
      unitIds: [await server.unit(a)],
      successorId: await server.unit(b),
      below: 'move',
    });
    if (answer.status === 200) merged.push(answer.body.reorganisation.id);
  }
  await followUnits(server.deps);
}

async function doStep(
  name: Exclude<Doing['do'], 'fill' | 'merge' | 'undo' | 'fold'>,
  which: number,
): Promise<void> {
  const id = reports[which % reports.length] ?? 0;
  const asked = { actor: system, locale: 'vi' as const, id };
  const { rows } = await server.deps.pool.query<{ version: number; excuse: string | null }>(
    'select version, excuse from report where id = $1',
    [id],
  );
  const [{ version, excuse } = { version: 0, excuse: null }] = rows;
  if (name === 'return')
    await giveBack(server.deps, asked, { version, reasons: [{ sectionId: null, reason: 'x' }] });
  else if (name === 'excuse')
    await excuseReport(server.deps, asked, { version, reason: excuse === null ? 'x' : null });
  else await steps[name](server.deps, asked, { version, reason: 'x' });
}

async function does(each: Doing): Promise<boolean> {
  try {
    if (each.do === 'fill') await doFill(each);
    else if (each.do === 'fold') await foldRollup(server.deps.db);
    else if (each.do === 'merge' || each.do === 'undo') await reorganise(each.do);
    else if ('at' in each) await doStep(each.do, each.at);
    return true;
  } catch (error) {
    if (error instanceof Conflict || error instanceof Invalid) return false;
    throw error;
  }
}

const kept = async () =>
  (
    await server.deps.pool.query<Record<string, unknown>>(
      `select report_id, indicator_id, cell, key, sum(num)::text as num, sum(den)::text as den, sum(n)::text as n
      from below_part group by 1, 2, 3, 4 having sum(num) <> 0 or sum(den) <> 0 or sum(n) <> 0 order by 1, 2, 3, 4`,
    )
  ).rows.map((row) => ({ ...row, num: Number(row['num']), den: Number(row['den']) }));

interface Row {
  readonly id: number;
  readonly parent: number | null;
  readonly counted: boolean;
}
interface Own {
  readonly report: number;
  readonly cell: string;
  readonly value: number | null;
  readonly weight: number | null;
  readonly keys: string[] | null;
}

/** As the rules say it in words, from the figures, without the database's sums. */
async function byHand(indicatorId: number, rule: Rule): Promise<ReadonlyMap<string, number | null>> {
  const tree = (
    await server.deps.pool.query<Row>(
      'select id, parent_id as parent, counted from report where call_id = $1',
      [call.id],
    )
  ).rows;
  const own = (
    await server.deps.pool.query<Own>(
      `select report_id as report, cell, value::float8 as value, weight::float8 as weight, keys from report_figure
      where indicator_id = $1`,
      [indicatorId],
    )
  ).rows;
  const found = new Map<string, number | null>();
  const reach = (id: number): number[] => [
    id,
    ...tree.filter((each) => each.parent === id && each.counted).flatMap((each) => reach(each.id)),
  ];
  for (const { id } of tree) {
    const here = reach(id);
    for (const cell of cells[rule]) {
      const parts = own.filter((each) => here.includes(each.report) && each.cell === cell);
      const values = parts.filter(
        ({ value, weight }) => value !== null && (rule !== 'average' || weight !== null),
      );
      const weights = values.reduce((sum, { weight }) => sum + (weight ?? 0), 0);
      const sum = values.reduce(
        (all, { value, weight }) => all + (value ?? 0) * (rule === 'average' ? (weight ?? 0) : 1),
        0,
      );
      const keys = new Set(parts.flatMap((each) => each.keys ?? []));
      if (rule === 'distinct') found.set(`${id} ${cell}`, keys.size === 0 ? null : keys.size);
      else if (values.length === 0) found.set(`${id} ${cell}`, null);
      else found.set(`${id} ${cell}`, rule === 'average' ? (weights === 0 ? null : sum / weights) : sum);
    }
  }
  return found;
}

async function requireSame(): Promise<void> {
  const before = await kept();
  for (const { id, rule } of indicators) {
    const expected = await byHand(id, rule);
    for (const report of reports) {
      const totals = await totalsOf(
        server.deps.db,
        [report],
        new Map(indicators.map((each) => [each.id, each.rule])),
        id,
      );
      for (const cell of cells[rule]) {
        const [is, should] = [
          totals.get(keyOf(id, cell))?.total.value ?? null,
          expected.get(`${report} ${cell}`) ?? null,
        ];
        if (is === null || should === null)
          expect([report, rule, cell, is]).toEqual([report, rule, cell, should]);
        else expect(Math.abs(is - should)).toBeLessThan(1e-6 * Math.max(1, Math.abs(should)));
      }
    }
  }
  await recountRollup(server.deps.db);
  expect(await kept()).toEqual(before);
}

test('at any sequence of filling, sending, returning, accepting, reopening, merging and folding', async () => {
  let taken = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(doing, { minLength: 25, maxLength: 45 }), async (sequence) => {
      for (const each of sequence) if (await does(each)) taken += 1;
      await requireSame();
    }),
    { numRuns: 10, endOnFailure: true },
  );
  // A property of nothing but refusals would hold as well.
  expect(taken).toBeGreaterThan(80);
}, 300_000);

test('many accepted at once add up to all of them', async () => {
  const body = await regimeBody(server, { indicators: ['T.SUM'], name: 'Cùng lúc' });
  const include = await Promise.all(
    ['so-noi-vu', 'so-tai-chinh', 'so-cong-thuong', 'so-xay-dung', 'so-ngoai-vu', 'thanh-tra-tinh'].map(
      (key) => server.unit(`demo:${key}`),
    ),
  );
  const many = await newCall(server, {
    of: 'ad-hoc',
    name: body.name,
    dueOn: '2026-07-01',
    indicators: ['T.SUM'],
    units: { ...plainRule, include },
  });
  const { rows } = await server.deps.pool.query<{ id: number }>(
    'select id from report where call_id = $1 and depth = 1',
    [many.id],
  );
  const [first] = many.form.indicators;
  await Promise.all(
    rows.map(async ({ id }, n) => {
      const asked = { actor: system, locale: 'vi' as const, id };
      const figure = { indicatorId: first?.id ?? 0, cell: '', value: 10 ** n, version: 0 };
      const filled = await fill(server.deps, asked, { figures: [figure], texts: [] });
      const sent = await submit(server.deps, asked, { version: filled.version });
      await accept(server.deps, asked, { version: sent.version });
    }),
  );
  const { body: rollup } = await server.ask<Rollup>('GET', `/reports/${many.ownReportId}/rollup`);
  expect(rollup.rows[0]?.cells[0]).toMatchObject({ total: 111_111, n: 6 });
});
