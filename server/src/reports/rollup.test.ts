// At any order of what people do to reports and of what becomes of their units: nothing counts twice, nothing that counts is lost.
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { system } from '../access/actor.ts';
import type { Indicator, ReportCall, Rollup } from '../contract.ts';
import { Conflict, Invalid } from '../errors.ts';
import { add, close, reopen as reopenCall } from '../regimes/call-steps.ts';
import { committee, handedDown } from '../testing/duties.ts';
import { testServer, type TestServer } from '../testing/harness.ts';
import { newCall, newRegime, plainRule, regimeBody } from '../testing/reports.ts';
import { requireEachOnce, requireRolledUp, type Rolled } from '../testing/rolled.ts';
import { keepUnitsToday } from '../units/heirs.ts';
import { derive, fill } from './fill.ts';
import { followUnits } from './follow.ts';
import { foldRollup } from './rollup.ts';
import { accept, approve, excuse, giveBack, lock, reopen, submit, withdraw } from './service.ts';

const places = ['ben-thuong-lua', 'nam-hong-giang', 'dong-lang-sa'];
const wards = places.map((name) => `demo:uy-ban-nhan-dan-phuong-${name}`);
const offices = places.map((name) => `demo:phong-van-hoa-xa-hoi-${name}`);
const departments = ['demo:so-y-te', 'demo:so-tu-phap'];
/** Not asked at first. */
const others = ['demo:so-tai-chinh', 'demo:so-cong-thuong'];

let server: TestServer;
let admin: TestServer;
let call: ReportCall;
let rolled: Rolled;
let records: number;
let units: ReadonlyMap<string, number>;
let runs = 0;

const rules = { 'R.SUM': 'sum', 'R.LAST': 'last', 'R.AVG': 'average', 'R.NAMES': 'distinct' } as const;

async function newIndicator(code: string, more: object): Promise<void> {
  const ownerId = await server.unit(committee);
  const made = await server.ask<Indicator>('POST', '/indicators', { ownerId, code, name: code, ...more });
  if (made.status !== 201) throw new Error(JSON.stringify(made.body));
}

beforeAll(async () => {
  server = await testServer();
  server.now = new Date('2026-06-01T03:00:00Z');
  admin = server.as(await server.person({ [committee]: ['administrator'] }));
  const keys = [...wards, ...offices, ...departments, ...others];
  units = new Map(await Promise.all(keys.map(async (key) => [key, await server.unit(key)] as const)));
  for (const [code, rule] of Object.entries(rules))
    await newIndicator(code, { rule, decimals: 2, breakdowns: rule === 'sum' ? [['language']] : [] });
  await newIndicator('R.ALL', { formula: { op: 'count', register: 'duty', where: [] } });
  const made = await handedDown(server, {
    tasks: keys.map((key) => ({ text: key, due: '2026-11-30', lead: [key] })),
  });
  records = made.dutyIds.length;
}, 120_000);
afterAll(() => server.close());

/** A call of its own for every sequence: the departments, the wards, and of two of these the offices. */
async function begin(): Promise<void> {
  runs += 1;
  const first = [...wards, ...offices.slice(0, 2), ...departments];
  const body = await regimeBody(server, {
    indicators: [...Object.keys(rules), 'R.ALL'],
    name: `Đợt ${runs}`,
  });
  const include = first.map((key) => units.get(key) ?? 0);
  const regime = await newRegime(server, {
    ...body,
    outline: body.outline.map((section) => ({ ...section, required: false })),
    tiers: [
      { id: 'all', name: 'Tất cả', units: { ...plainRule, include }, deadline: { kind: 'days', days: 3 } },
    ],
  });
  call = await newCall(server, { of: 'regime', regimeId: regime.id, period: '2026' });
  const indicators = call.form.indicators.map(({ id, rule }) => ({ id, rule }));
  rolled = { callId: call.id, indicators };
}

const pick = <T>(list: readonly T[], at: number): T => {
  const found = list[at % list.length];
  if (found === undefined) throw new Error('Nothing to choose from.');
  return found;
};

const reportAt = async (at: number) =>
  pick(
    (
      await server.deps.pool.query<{ id: number; version: number; excuse: string | null }>(
        // The call's own, which holds all others, once in ten times.
        'select id, version, excuse from report where call_id = $1 and (depth = 0) = $2 order by id',
        [call.id, at % 10 === 9],
      )
    ).rows,
    at,
  );

const asked = (id: number) => ({ actor: system, locale: 'vi' as const, id });
const names = (n: number) => ['BBC', 'bbc ', 'NHK', 'KBS'].slice(0, n % 5);

async function doFill(at: number, n: number): Promise<void> {
  const { id } = await reportAt(at);
  const [code, rule] = pick(Object.entries(rules), n);
  const indicatorId = call.form.indicators.find((each) => each.code === code)?.id ?? 0;
  const cell = rule === 'sum' && n % 3 === 0 ? 'language=en' : '';
  const { rows } = await server.deps.pool.query<{ version: number }>(
    'select version from report_figure where report_id = $1 and indicator_id = $2 and cell = $3',
    [id, indicatorId, cell],
  );
  const value = n % 7 === 0 ? null : n / 4;
  const given =
    rule === 'distinct' ? { names: names(n) } : rule === 'average' ? { value, weight: n % 4 } : { value };
  const figure = { indicatorId, cell, version: rows[0]?.version ?? 0, ...given };
  await fill(server.deps, asked(id), { figures: [figure], texts: [] });
}

const plain = { submit, accept, approve, lock, reopen, withdraw, derive } as const;

async function doStep(name: keyof typeof plain | 'return' | 'excuse', at: number): Promise<void> {
  const { id, version, excuse: excused } = await reportAt(at);
  const reason = 'x';
  if (name === 'return')
    await giveBack(server.deps, asked(id), { version, reasons: [{ sectionId: null, reason }] });
  else if (name === 'excuse')
    await excuse(server.deps, asked(id), { version, reason: excused === null ? reason : null });
  else await plain[name](server.deps, asked(id), { version, reason });
}

async function doCall(at: number): Promise<void> {
  const { rows } = await server.deps.pool.query<{ version: number; status: string }>(
    'select version, status from report_call where id = $1',
    [call.id],
  );
  const [{ version, status } = { version: 0, status: 'open' }] = rows;
  const wanted = { version, reason: 'x' };
  if (status !== 'open') await reopenCall(server.deps, asked(call.id), wanted);
  else if (at % 3 === 0) await close(server.deps, asked(call.id), wanted);
  else
    await add(server.deps, asked(call.id), {
      version,
      unitIds: [units.get(pick([...others, ...offices.slice(2)], at)) ?? 0],
    });
}

const made: number[] = [];
let acts = 0;

const onDay = (days: number) => new Date(server.now.getTime() + days * 86_400_000).toISOString().slice(0, 10);

/** Backdated, of today, decided ahead; refused ones are refusals like others. */
async function reorganise(kind: number, at: number): Promise<void> {
  acts += 1;
  const ward = units.get(pick(wards, at)) ?? 0;
  const other = units.get(pick(wards, at + 1 + (kind % 2))) ?? 0;
  const effectiveOn = onDay(pick([-20, -3, 0, 0, 1, 12], at));
  const common = {
    legalBasis: `Nghị quyết số ${acts}`,
    effectiveOn,
    below: pick(['move', 'move', 'join', 'end'], at),
  };
  const parentId = await server.unit(committee);
  const fresh = { unit: { name: `Ủy ban nhân dân phường Mới ${acts}`, kind: 'committee', parentId } };
  const [one, two] = departments.map((key) => units.get(key) ?? 0);
  const office = units.get(pick(offices, at)) ?? 0;
  const wanted = pick(
    [
      ...Array.from({ length: 4 }, () => ({ kind: 'abolish', unitIds: [ward], successorId: other })),
      { kind: 'merge', unitIds: [ward, other], into: pick([fresh, { unitId: other }], at) },
      { kind: 'split', unitId: ward, into: [fresh, { unitId: other }], main: at % 2, below: undefined },
      { kind: 'move', unitIds: [office], parentId: other, below: undefined },
      { kind: 'abolish', unitIds: [pick([one, two, office], at)] },
      { kind: 'abolish', unitIds: [one], successorId: two },
    ],
    kind,
  );
  const answer = await admin.ask<{ reorganisation: { id: number } }>('POST', '/units/reorganisations', {
    ...common,
    ...wanted,
  });
  if (answer.status === 200) made.push(answer.body.reorganisation.id);
  else if (answer.status >= 500) throw new Error(JSON.stringify(answer.body));
}

async function undo(): Promise<void> {
  const id = made.pop();
  if (id !== undefined) await admin.ask('POST', `/units/reorganisations/${id}/undo`);
}

async function settled(): Promise<void> {
  await keepUnitsToday(server.deps);
  for (let turn = 0; turn < 5 && (await followUnits(server.deps)) > 0;) turn += 1;
}

type Doing = readonly [what: string, at: number, n: number];

const steps = [
  'submit',
  'accept',
  'approve',
  'lock',
  'reopen',
  'withdraw',
  'derive',
  'return',
  'excuse',
] as const;

/** A unit gives its figures and its superior takes them. */
async function doAll(at: number, n: number): Promise<void> {
  await doFill(at, n);
  await doStep('submit', at);
  await doStep('accept', at);
}

async function does([what, at, n]: Doing): Promise<boolean> {
  try {
    if (what === 'all') await doAll(at, n);
    else if (what === 'fill') await doFill(at, n);
    else if (what === 'fold') await foldRollup(server.deps.db);
    else if (what === 'call') await doCall(n);
    else if (what === 'reorganise') await reorganise(n, at);
    else if (what === 'undo') await undo();
    else if (what === 'days') server.now = new Date(server.now.getTime() + (n % 5) * 86_400_000);
    else if (what === 'follow') await settled();
    else await doStep(what as (typeof steps)[number], at);
    return true;
  } catch (error) {
    if (error instanceof Conflict || error instanceof Invalid) return false;
    throw error;
  }
}

const what = fc.constantFrom(
  ...Array.from({ length: 8 }, () => 'all'),
  ...Array.from({ length: 4 }, () => 'fill'),
  ...steps,
  'fold',
  'call',
  'days',
  'undo',
  'follow',
  ...Array.from({ length: 3 }, () => 'reorganise'),
);
const doing: fc.Arbitrary<Doing> = fc.tuple(what, fc.nat(30), fc.nat(1000));
/** One after the other, or two at the same moment. */
const moment = fc.array(doing, { minLength: 1, maxLength: 2 });

test('at any order of steps and reorganisations every record and every accepted figure counts once', async () => {
  let taken = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(moment, { minLength: 20, maxLength: 32 }), async (moments) => {
      while (made.length > 0) await undo();
      server.now = new Date('2026-06-01T03:00:00Z');
      await settled();
      await begin();
      for (const each of moments) taken += (await Promise.all(each.map(does))).filter(Boolean).length;
      await server.deps.pool.query(`update report_call set status = 'open' where id = $1`, [call.id]);
      await settled();
      await requireRolledUp(server, rolled);
      const derived = call.form.indicators.find(({ code }) => code === 'R.ALL')?.id ?? 0;
      await requireEachOnce(server, { ...rolled, records, derived });
    }),
    { numRuns: 5, endOnFailure: true },
  );
  // A property of nothing but refusals would hold as well.
  expect(taken).toBeGreaterThan(50);
}, 300_000);

test('many accepted at once add up to all of them', async () => {
  server.now = new Date('2026-06-20T03:00:00Z');
  const body = await regimeBody(server, { indicators: ['R.SUM'], name: 'Cùng lúc' });
  const include = await Promise.all(
    ['so-noi-vu', 'so-tai-chinh', 'so-cong-thuong', 'so-xay-dung', 'so-ngoai-vu', 'thanh-tra-tinh'].map(
      (key) => server.unit(`demo:${key}`),
    ),
  );
  const many = await newCall(server, {
    of: 'ad-hoc',
    name: body.name,
    dueOn: '2026-07-01',
    indicators: ['R.SUM'],
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
