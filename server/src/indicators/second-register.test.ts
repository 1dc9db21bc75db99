// The catalogue and the formulas take a new register in without a change of their own: here one that no product has, of invented books.
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type {
  FigureRecords,
  FormulaResult,
  Indicator,
  RegisterList,
  Report,
  ReportCall,
} from '../contract.ts';
import { committee } from '../testing/duties.ts';
import { testServer, type TestServer } from '../testing/harness.ts';
import {
  at,
  finance,
  figureOf,
  health,
  indicatorId,
  newCall,
  plainRule,
  reportAt,
  step,
} from '../testing/reports.ts';
import type { Register } from './register.ts';
import { registers } from './registers.ts';

let server: TestServer;
let call: ReportCall;
let report: Report;
const codes = ['SACH.1', 'SACH.2', 'SACH.3', 'SACH.4', 'SACH.5'];

/** Titles, languages, days, copies and authors; the unit that brought them out. */
const printed = (healthId: number, financeId: number) => [
  [1, healthId, 'Sông Thao mùa nước nổi', 'vi', '2026-02-01', 500, 'Nguyễn Thị Thử'],
  [2, healthId, 'Song Thao in brief', 'en', '2026-03-05', 300, 'Trần Văn Mẫu'],
  [3, healthId, 'Song Thao on foot', 'en', '2026-05-09', 200, 'nguyễn thị thử'],
  [4, healthId, 'Chưa rõ ngôn ngữ', null, '2026-06-01', 50, 'Trần Văn Mẫu'],
  [5, healthId, 'Sách năm trước', 'vi', '2025-03-01', 900, 'Lê Thị Ví'],
  [6, financeId, 'Số liệu tỉnh', 'vi', '2026-04-01', 120, 'Lê Thị Ví'],
];

function bookRegister(rows: ReturnType<typeof printed>): Register {
  const list = JSON.stringify(
    rows.map(([record_id, unit_id, title, language, printed_on, copies, author]) => ({
      record_id,
      unit_id,
      title,
      language,
      printed_on,
      copies,
      author,
    })),
  );
  const books = sql`select record_id, unit_id, title, language, printed_on, copies, author, copies > 250 as large
    from jsonb_to_recordset(${list}::jsonb) as b(record_id bigint, unit_id bigint, title text, language text,
      printed_on date, copies integer, author text)`;
  return {
    key: 'book',
    label: ['sách', 'books'],
    description: ['Sách đã in.', 'Books printed.'],
    fields: [
      { name: 'title', label: ['nhan đề', 'title'], type: 'word' },
      { name: 'language', label: ['ngôn ngữ', 'language'], type: 'word', dimension: 'language' },
      { name: 'printed_on', label: ['ngày in', 'day printed'], type: 'day' },
      { name: 'copies', label: ['số bản', 'copies'], type: 'number' },
      { name: 'author', label: ['tác giả', 'author'], type: 'word' },
      { name: 'large', label: ['in nhiều', 'large edition'], type: 'flag' },
    ],
    rows: () => books,
    show: async (_, ids) =>
      new Map(
        ids.map((id) => [id, { title: String(rows.find(([of]) => of === id)?.[2]), href: `/sach/${id}` }]),
      ),
  };
}

const inYear = { field: 'printed_on', is: 'in-window', values: [] };
const counted = { op: 'count', register: 'book', where: [inYear] };
const copies = { op: 'sum', register: 'book', field: 'copies', where: [inYear] };

beforeAll(async () => {
  server = await testServer();
  server.now = new Date('2026-12-16T03:00:00Z');
  const [healthId, financeId] = [await server.unit(health), await server.unit(finance)];
  (registers as Register[]).push(bookRegister(printed(healthId, financeId)));
  const ownerId = await server.unit(committee);
  const make = async (code: string, more: object) => {
    const made = await server.ask<Indicator>('POST', '/indicators', { ownerId, code, name: code, ...more });
    if (made.status !== 201) throw new Error(JSON.stringify(made.body));
  };
  await make('SACH.1', { formula: counted, breakdowns: [['language']] });
  await make('SACH.2', { formula: copies, breakdowns: [['language'], ['language', 'month']] });
  await make('SACH.3', {
    rule: 'distinct',
    formula: { op: 'distinct', register: 'book', field: 'author', where: [inYear] },
  });
  // One that another names, beside a count of its own.
  await make('SACH.4', {
    rule: 'average',
    decimals: 1,
    breakdowns: [['language']],
    formula: { op: 'divide', of: [{ op: 'indicator', code: 'SACH.2' }, counted] },
  });
  // Two registers in one formula.
  await make('SACH.5', {
    formula: {
      op: 'add',
      of: [
        { op: 'count', register: 'book', where: [{ field: 'large', is: 'in', values: ['true'] }, inYear] },
        { op: 'count', register: 'duty', where: [{ field: 'class', is: 'in', values: ['overdue'] }] },
      ],
    },
  });
  call = await newCall(server, {
    of: 'ad-hoc',
    name: 'Sách đã in',
    dueOn: '2026-12-30',
    indicators: codes,
    units: { ...plainRule, include: [healthId, financeId] },
  });
  report = await reportAt(await at(server, health), call.id, health);
});
afterAll(async () => {
  (registers as Register[]).pop();
  await server.close();
});

const value = (code: string, cell = '', of = report) => figureOf(of, code, cell)?.value;
const behind = async (code: string, query = '') =>
  (
    await (
      await at(server, health)
    ).ask<FigureRecords>('GET', `/reports/${report.id}/figures/${indicatorId(report, code)}/records?${query}`)
  ).body;

test('the editor is offered it with its fields, and the formula is said in words', async () => {
  const { rows } = (await server.ask<RegisterList>('GET', '/indicators/registers')).body;
  expect(rows.map(({ key }) => key)).toEqual(['duty', 'book']);
  const tried = await server.ask<FormulaResult>('POST', '/indicators/try', {
    formula: copies,
    unitId: await server.unit(committee),
    from: '2026-01-01',
    to: '2026-12-31',
    breakdown: ['language'],
  });
  expect(tried.body).toEqual({
    value: 1170,
    words: 'tổng số bản của sách có ngày in trong kỳ chốt số liệu',
    cells: expect.arrayContaining([
      { cell: 'language=vi', value: 620 },
      { cell: 'language=en', value: 500 },
    ]),
  });
});

test('counts, sums, names told apart and what is made of them open filled, each in its breakdowns', () => {
  expect(['', 'language=vi', 'language=en'].map((cell) => value('SACH.1', cell))).toEqual([4, 1, 2]);
  expect(['', 'language=vi', 'language=en'].map((cell) => value('SACH.2', cell))).toEqual([1050, 500, 500]);
  expect(value('SACH.3')).toBe(2);
  expect(['', 'language=en'].map((cell) => value('SACH.4', cell))).toEqual([262.5, 250]);
  expect(value('SACH.5')).toBe(2);
  // Nothing says in which month of the register it belongs: that breakdown stays empty, the figure does not.
  expect(report.figures.filter(({ cell }) => cell.includes('month'))).toEqual([]);
});

test('what a record does not say is missing in the parts, and that is pointed at', () => {
  expect(figureOf(report, 'SACH.1')?.warnings.map(({ code }) => code)).toEqual(['parts-differ']);
});

test('every figure opens to the records behind it', async () => {
  const whole = await behind('SACH.1');
  expect(whole.parts[0]).toMatchObject({ value: 4, total: 4 });
  expect(whole.parts[0]?.rows.map(({ title, href }) => [title, href])).toEqual([
    ['Sông Thao mùa nước nổi', '/sach/1'],
    ['Song Thao in brief', '/sach/2'],
    ['Song Thao on foot', '/sach/3'],
    ['Chưa rõ ngôn ngữ', '/sach/4'],
  ]);
  const english = await behind('SACH.2', 'cell=language%3Den');
  expect(english.parts[0]?.rows.map(({ recordId, adds }) => [recordId, adds])).toEqual([
    [2, 300],
    [3, 200],
  ]);
  const quotient = await behind('SACH.4');
  expect(quotient.parts.map((part) => part.value).toSorted((a, b) => (a ?? 0) - (b ?? 0))).toEqual([4, 1050]);
  const [first, second] = (await behind('SACH.5')).parts;
  expect([first?.value, second?.value]).toEqual([2, 0]);
});

test('the parts roll up by each indicator’s rule; an author of two units counts once', async () => {
  for (const unit of [health, finance]) {
    const sent = await step(
      await at(server, unit),
      await reportAt(await at(server, unit), call.id, unit),
      'submit',
    );
    expect((await step(server, sent.body, 'accept')).status).toBe(200);
  }
  const own = await reportAt(server, call.id, committee);
  expect(['SACH.1', 'SACH.2'].map((code) => figureOf(own, code)?.total)).toEqual([5, 1170]);
  expect(figureOf(own, 'SACH.2', 'language=vi')?.total).toBe(620);
  expect(figureOf(own, 'SACH.3')?.total).toBe(3);
  expect(figureOf(own, 'SACH.4')?.total).toBe(234);
});
