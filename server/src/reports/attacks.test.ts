// What somebody might send to a report, a regime or an indicator that makes no sense: each is refused in words, and nothing is changed.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Indicator, Problem, RegimeBody, Report, ReportCall } from '../contract.ts';
import { committee } from '../testing/duties.ts';
import { testServer, type TestServer } from '../testing/harness.ts';
import {
  at,
  figureOf,
  finance,
  health,
  indicatorId,
  newCall,
  newRegime,
  regimeBody,
  reportAt,
  text,
} from '../testing/reports.ts';

let server: TestServer;
let unit: TestServer;
let call: ReportCall;
let report: Report;
let body: RegimeBody;

const make = async (code: string, more: object) => {
  const ownerId = await server.unit(committee);
  const made = await server.ask<Indicator>('POST', '/indicators', { ownerId, code, name: code, ...more });
  expect(made.status).toBe(201);
};

beforeAll(async () => {
  server = await testServer();
  server.now = new Date('2026-06-20T03:00:00Z');
  await make('X.SUM', { decimals: 1, breakdowns: [['language']] });
  await make('X.AVG', { rule: 'average', decimals: 2 });
  await make('X.NAMES', { rule: 'distinct' });
  body = await regimeBody(server, { units: [health, finance], indicators: ['X.SUM', 'X.AVG', 'X.NAMES'] });
  const regime = await newRegime(server, body);
  call = await newCall(server, { of: 'regime', regimeId: regime.id, period: '2026' });
  unit = await at(server, health);
  report = await reportAt(unit, call.id, health);
});
afterAll(() => server.close());

const sum = () => ({ indicatorId: indicatorId(report, 'X.SUM'), version: 0 });
const patch = (figures: readonly unknown[], texts: readonly unknown[] = [], headers = {}) =>
  unit.ask<Problem & Report>('PATCH', `/reports/${report.id}`, { figures, texts }, headers);

interface Answered {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Problem;
}

/** What is wrong with a refusal: it must be one, in words, and what stood there before must stand there still. */
async function faultsOf({ status, headers, body: said }: Answered): Promise<unknown[]> {
  const words = `${said.title} ${said.detail}`;
  const now = (await unit.ask<Report>('GET', `/reports/${report.id}`)).body;
  const faults = {
    status: [400, 404, 409, 413, 422].includes(status) ? null : status,
    type: headers.get('content-type')?.includes('application/problem+json')
      ? null
      : headers.get('content-type'),
    words:
      words.length < 20 || /undefined|\{\w+\}|syntax|invalid|expected|mong đợi/i.test(words) ? words : null,
    kept: now.version === 1 && now.texts.length === 0 && figureOf(now, 'X.SUM')?.value === null ? null : now,
  };
  return Object.entries(faults).filter(([, fault]) => fault !== null);
}

const figures: Readonly<Record<string, () => readonly unknown[]>> = {
  'a number beyond what is taken': () => [{ ...sum(), value: 10 ** 15 + 1 }],
  'a number without end': () => [{ ...sum(), value: 1e308 }],
  'a Vietnamese decimal as text': () => [{ ...sum(), value: '1.234,5' }],
  'a number as text': () => [{ ...sum(), value: '12' }],
  'an empty text': () => [{ ...sum(), value: '' }],
  'a percentage': () => [{ ...sum(), value: '45%' }],
  'not a number': () => [{ ...sum(), value: 'NaN' }],
  'too many decimals': () => [{ ...sum(), value: 1.25 }],
  'a hair above nothing': () => [{ ...sum(), value: 1e-7 }],
  'a cell twice': () => [
    { ...sum(), cell: 'language=en', value: 1 },
    { ...sum(), cell: 'language=en', value: 2 },
  ],
  'an unknown item': () => [{ ...sum(), cell: 'language=klingon', value: 1 }],
  'an unknown dimension': () => [{ ...sum(), cell: 'planet=mars', value: 1 }],
  'a dimension that it is not broken down by': () => [{ ...sum(), cell: 'sex=male', value: 1 }],
  'a cell that is no cell': () => [{ ...sum(), cell: "language='; drop table report; --", value: 1 }],
  'the character 0 in a note': () => [{ ...sum(), value: 1, note: 'a\u0000b' }],
  'half a character in a note': () => [{ ...sum(), value: 1, note: 'a\ud800b' }],
  'a weight below nothing': () => [
    { indicatorId: indicatorId(report, 'X.AVG'), version: 0, value: 1, weight: -1 },
  ],
  'a weight where nothing is averaged': () => [{ ...sum(), value: 1, weight: 2 }],
  'names where a number is asked': () => [{ ...sum(), names: ['a'] }],
  'a number where names are asked': () => [
    { indicatorId: indicatorId(report, 'X.NAMES'), version: 0, value: 3 },
  ],
  'the character 0 in a name': () => [
    { indicatorId: indicatorId(report, 'X.NAMES'), version: 0, names: ['\u0000'] },
  ],
  'an indicator of nowhere': () => [{ indicatorId: 999_999_999, version: 0, value: 1 }],
  'an indicator beyond all numbers': () => [{ indicatorId: 9_007_199_254_740_991, version: 0, value: 1 }],
  'a version that never was': () => [{ ...sum(), version: 7, value: 1 }],
  'a version below nothing': () => [{ ...sum(), version: -1, value: 1 }],
  'a field that nobody knows': () => [{ ...sum(), value: 1, admin: true }],
  'more figures than anybody has': () => Array.from({ length: 2001 }, () => ({ ...sum(), value: 1 })),
  'one good figure beside a bad one': () => [
    { ...sum(), value: 5 },
    { ...sum(), cell: 'language=klingon', value: 1 },
  ],
  'null instead of a figure': () => [null],
};

test.each(Object.entries(figures))('%s is refused', async (_, bad) => {
  const vietnamese = await faultsOf(await patch(bad(), [], { 'accept-language': 'vi' }));
  const english = await faultsOf(await patch(bad(), [], { 'accept-language': 'en' }));
  expect([vietnamese, english]).toEqual([[], []]);
});

const paragraph = (words: string) => ({ sectionId: 'results', version: 0, content: text(words) });
const texts: Readonly<Record<string, () => unknown>> = {
  'a run of a million characters': () => paragraph('x'.repeat(1_000_000)),
  'eleven million characters': () => ({
    ...paragraph(''),
    content: {
      paragraphs: Array.from({ length: 600 }, () => ({ kind: 'text', runs: [{ text: 'x'.repeat(19_000) }] })),
    },
  }),
  'the character 0': () => paragraph('a\u0000b'),
  'half a character': () => paragraph('a\ud800'),
  'a section that is not in the outline': () => ({ ...paragraph('x'), sectionId: 'nowhere' }),
  'a source that does not exist': () => ({
    ...paragraph(''),
    content: {
      paragraphs: [
        { kind: 'text', runs: [{ text: 'x', sources: [{ reportId: 999_999_999, sectionId: 'results' }] }] },
      ],
    },
  }),
  'markup where paragraphs are asked': () => ({ ...paragraph(''), content: '<p>x</p>' }),
  'a kind of paragraph that nobody knows': () => ({
    ...paragraph(''),
    content: { paragraphs: [{ kind: 'script', runs: [] }] },
  }),
};

test.each(Object.entries(texts))('a text with %s is refused', async (_, bad) => {
  expect(await faultsOf(await patch([], [bad()]))).toEqual([]);
});

test('script in a text and in a name is kept as it is written, and is data wherever it is answered', async () => {
  const script = '<script>alert(1)</script><img src=x onerror=alert(1)>';
  const other = await at(server, finance);
  const mine = await reportAt(other, call.id, finance);
  const kept = await other.ask<Report>('PATCH', `/reports/${mine.id}`, {
    figures: [
      { indicatorId: indicatorId(mine, 'X.NAMES'), version: 0, names: [script, ` ${script.toUpperCase()} `] },
    ],
    texts: [paragraph(script)],
  });
  expect(kept.status).toBe(200);
  expect(kept.headers.get('content-type')).toContain('application/json');
  expect(figureOf(kept.body, 'X.NAMES')?.names).toEqual([script]);
  expect(kept.body.texts[0]?.content).toEqual(text(script));
});

test('a section of 900,000 characters is kept', async () => {
  const other = await at(server, finance);
  const mine = await reportAt(other, call.id, finance);
  const paragraphs = Array.from({ length: 50 }, () => ({
    kind: 'text',
    runs: [{ text: 'ạ'.repeat(18_000) }],
  }));
  const kept = await other.ask<Report>('PATCH', `/reports/${mine.id}`, {
    texts: [{ sectionId: 'next', version: 0, content: { paragraphs } }],
  });
  expect([kept.status, kept.body.texts.length]).toEqual([200, 2]);
});

test('the largest numbers add up as they are', async () => {
  const other = await at(server, finance);
  const mine = await reportAt(other, call.id, finance);
  for (const value of [1e15, -1e15, 0.1]) {
    const version = figureOf(await reportAt(other, call.id, finance), 'X.SUM')?.version ?? 0;
    const kept = await other.ask<Report>('PATCH', `/reports/${mine.id}`, {
      figures: [{ indicatorId: indicatorId(mine, 'X.SUM'), version, value }],
    });
    expect([kept.status, figureOf(kept.body, 'X.SUM')?.value]).toEqual([200, value]);
  }
});

const steps: Readonly<Record<string, readonly [path: string, body: unknown]>> = {
  'no version': ['submit', {}],
  'a version as text': ['submit', { version: '1' }],
  'a reason beyond measure': ['submit', { version: 1, reason: 'x'.repeat(2001) }],
  'a deadline that is no day': ['extend', { version: 1, dueOn: '2026-02-30', reason: 'x' }],
  'a deadline in Vietnamese order': ['extend', { version: 1, dueOn: '31/12/2026', reason: 'x' }],
  'a deadline in the past': ['extend', { version: 1, dueOn: '2020-01-01', reason: 'x' }],
  'a deadline in the year 0': ['extend', { version: 1, dueOn: '0000-01-01', reason: 'x' }],
  'a return without reasons': ['return', { version: 1, reasons: [] }],
  'an excuse without words': ['excuse', { version: 1, reason: '   ' }],
  'the character 0 in an excuse': ['excuse', { version: 1, reason: 'a\u0000' }],
  'evidence at a script': ['evidence', { kind: 'link', title: 'x', url: 'javascript:alert(1)' }],
  'evidence at a file': ['evidence', { kind: 'link', title: 'x', url: 'file:///etc/passwd' }],
  'evidence of a document of nowhere': ['evidence', { kind: 'document', documentId: 999_999_999 }],
  'evidence in a cell of nowhere': [
    'evidence',
    { kind: 'link', title: 'x', url: 'https://a.example', cell: 'x' },
  ],
};

test.each(Object.entries(steps))('a step with %s is refused', async (_, [path, sent]) => {
  const actor = path === 'extend' || path === 'return' || path === 'excuse' ? server : unit;
  const answer = await actor.ask<Problem>('POST', `/reports/${report.id}/${path}`, sent);
  expect(await faultsOf(answer)).toEqual([]);
});

/** Additions within additions, deeper than any stack. */
const nested = (depth: number) =>
  `${'{"op":"add","of":[{"op":"number","value":1},'.repeat(depth)}{"op":"number","value":1}${']}'.repeat(depth)}`;

const others: Readonly<Record<string, () => readonly [method: string, path: string, body: unknown]>> = {
  'a formula deeper than any stack': () => [
    'POST',
    '/indicators',
    `{"code":"X.DEEP","name":"x","formula":${nested(60_000)}}`,
  ],
  'a formula tried deeper than any stack': () => [
    'POST',
    '/indicators/try',
    `{"formula":${nested(60_000)},"unitId":1,"from":"2026-01-01","to":"2026-12-31"}`,
  ],
  'a text nested deeper than any stack': () => [
    'PATCH',
    `/reports/${report.id}`,
    `{"texts":[{"sectionId":"results","version":0,"content":${'{"paragraphs":['.repeat(60_000)}${']}'.repeat(60_000)}}]}`,
  ],
  'a unit below nobody’s reach': () => [
    'POST',
    '/regimes',
    {
      body: {
        ...body,
        tiers: body.tiers.map((tier) => ({ ...tier, units: { ...tier.units, include: [999_999_999] } })),
      },
    },
  ],
  'a window that ends before it begins': () => [
    'POST',
    '/regimes',
    { body: { ...body, window: { fromDay: 31, fromMonth: 12, toDay: 1, toMonth: -12 } } },
  ],
  'a regime with the character 0': () => ['POST', '/regimes', { body: { ...body, name: 'a\u0000' } }],
  'a call for a period of nowhere': () => [
    'POST',
    '/calls',
    { of: 'regime', regimeId: call.regimeId, period: '2026-Q9' },
  ],
  'a call that is due before today': () => [
    'POST',
    '/calls',
    { of: 'ad-hoc', name: 'x', dueOn: '2020-01-01' },
  ],
  'a call whose days are turned round': () => [
    'POST',
    '/calls',
    { of: 'ad-hoc', name: 'x', dueOn: '2027-01-01', from: '2026-12-31', to: '2026-01-01' },
  ],
  'a call to units of nowhere': () => [
    'POST',
    '/calls',
    { of: 'ad-hoc', name: 'x', dueOn: '2027-01-01', units: { include: [999_999_999] } },
  ],
  'a target beyond all numbers': () => [
    'PUT',
    '/indicators/targets',
    {
      targets: [
        {
          indicatorId: indicatorId(report, 'X.SUM'),
          unitId: report.unit.id,
          period: '2026',
          value: 1e300,
          version: 0,
        },
      ],
    },
  ],
  'a question for a unit beyond all numbers': () => ['GET', '/reports?unit=99999999999999999999', undefined],
  'a question for a page beyond all pages': () => ['GET', '/reports?page=999999999', undefined],
};

test.each(Object.entries(others))('%s is refused', async (_, asked) => {
  const [method, path, sent] = asked();
  const response = await server.request(`/api${path}`, {
    method,
    ...(sent === undefined
      ? {}
      : {
          body: typeof sent === 'string' ? sent : JSON.stringify(sent),
          headers: { 'content-type': 'application/json' },
        }),
  });
  const said = JSON.parse(await response.text()) as Problem;
  expect(await faultsOf({ status: response.status, headers: response.headers, body: said })).toEqual([]);
});
