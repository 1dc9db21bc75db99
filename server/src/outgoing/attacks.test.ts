// What somebody might send to outgoing documents, the register of numbers or other systems' addresses that makes no sense: each is
// refused in words, no number is lost, and no draft is changed.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type {
  NewExchangePeer,
  NumberEntry,
  NumberList,
  OutgoingContent,
  OutgoingDetail,
  Problem,
} from '../contract.ts';
import { testServer, type TestServer } from '../testing/harness.ts';
import { drafted, signed, step } from '../testing/outgoing.ts';

let server: TestServer;
let unitId: number;
let draft: OutgoingDetail;
let peers: readonly NewExchangePeer[];

beforeAll(async () => {
  server = await testServer();
  unitId = await server.unit('demo:uy-ban-nhan-dan-tinh-song-thao');
  draft = await drafted(server, { unitId });
  const peer = async (code: string) =>
    (
      await server.ask<NewExchangePeer>('POST', '/exchange/peers', {
        unitId,
        name: code,
        code,
        url: 'https://van-ban.example/nhan',
      })
    ).body;
  peers = [await peer('H56.01'), await peer('H56.02')];
});
afterAll(() => server.close());

interface Answered {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Problem;
}

async function faultsOf({ status, headers, body: said }: Answered): Promise<unknown[]> {
  const words = `${said.title} ${said.detail}`;
  const now = (await server.ask<OutgoingDetail>('GET', `/outgoing/${draft.id}`)).body;
  const { total, series } = (await server.ask<NumberList>('GET', `/numbers?unit=${unitId}`)).body;
  const gaps = series.flatMap(({ unexplained }) => unexplained);
  const faults = {
    status: [400, 404, 409, 413, 422].includes(status) ? null : status,
    type: headers.get('content-type')?.includes('application/problem+json')
      ? null
      : headers.get('content-type'),
    words:
      words.length < 20 || /undefined|\{[a-z]\w*\}|syntax|invalid|expected|mong đợi/.test(words)
        ? words
        : null,
    kept: now.version === draft.version && now.title === draft.title ? null : now.version,
    numbers: total === 0 && gaps.length === 0 ? null : [total, gaps],
  };
  return Object.entries(faults).filter(([, fault]) => fault !== null);
}

const content = (more: Record<string, unknown>) => ({
  version: draft.version,
  content: { ...draft.content, ...more },
});
const line = (words: unknown) => content({ body: [{ type: 'text', line: words }] });
const deep = (depth: number) => JSON.parse(`${'['.repeat(depth)}${']'.repeat(depth)}`) as unknown;
const take = (more: object) => ({ unitId, type: 'KH', purpose: 'Thử', ...more });
const paper = (more: object) => take({ paper: { title: 'Thử', signer: 'Trần Văn Mẫu', ...more } });

const bad: Readonly<Record<string, () => readonly [method: string, path: string, body?: unknown]>> = {
  'a line of a million characters': () => ['PATCH', `/outgoing/${draft.id}`, line('x'.repeat(1_000_000))],
  'the character 0 in a line': () => ['PATCH', `/outgoing/${draft.id}`, line('a\u0000b')],
  'half a character in a title': () => ['PATCH', `/outgoing/${draft.id}`, content({ title: 'a\ud800' })],
  'lists within lists': () => ['PATCH', `/outgoing/${draft.id}`, line(deep(500))],
  'a type of nowhere': () => ['PATCH', `/outgoing/${draft.id}`, content({ type: 'XYZ' })],
  'markup as a block': () => ['PATCH', `/outgoing/${draft.id}`, content({ body: ['<b>x</b>'] })],
  'a cell wider than any page': () => [
    'PATCH',
    `/outgoing/${draft.id}`,
    content({
      body: [{ type: 'grid', widths: [1], head: [], rows: [[{ lines: ['x'], columns: 10 ** 9 }]] }],
    }),
  ],
  'a number without end in a chart': () => [
    'PATCH',
    `/outgoing/${draft.id}`,
    content({
      body: [
        {
          type: 'chart',
          shape: 'bars',
          title: 'x',
          says: 'x',
          labels: ['a'],
          series: [{ name: 'a', values: ['1e400'] }],
        },
      ],
    }),
  ],
  'a mark of secrecy': () => ['PATCH', `/outgoing/${draft.id}`, line('TUYỆT MẬT')],
  'a version that never was': () => [
    'PATCH',
    `/outgoing/${draft.id}`,
    { version: 99, content: draft.content },
  ],
  'a drafter of nowhere': () => [
    'PATCH',
    `/outgoing/${draft.id}`,
    { version: draft.version, drafterId: 999_999_999 },
  ],
  'a signature that is no picture': () => [
    'POST',
    `/outgoing/${draft.id}/sign`,
    { version: draft.version, picture: Buffer.from('<svg onload=alert(1)>').toString('base64') },
  ],
  'an issue of a draft': () => ['POST', `/outgoing/${draft.id}/issue`, { version: draft.version }],
  'a number for a draft': () => ['POST', `/outgoing/${draft.id}/number`, { version: draft.version }],
  'a sending of a draft': () => [
    'POST',
    `/outgoing/${draft.id}/receivers`,
    {
      version: draft.version,
      receivers: [{ way: 'email', name: 'x', email: 'x@y.example\r\nBcc: z@y.example' }],
    },
  ],
  'a receiver of no address': () => [
    'POST',
    `/outgoing/${draft.id}/receivers`,
    { version: draft.version, receivers: [{ way: 'email', name: 'x', email: 'nobody' }] },
  ],
  'a remark of nothing': () => ['POST', `/outgoing/${draft.id}/comments`, { text: '   ' }],
  'a draft of a report of nowhere': () => ['POST', '/outgoing', { unitId, reportId: 999_999_999 }],
  'a draft of two things at once': () => ['POST', '/outgoing', { unitId, reportId: 1, planId: 1 }],
  'a number for a type of nowhere': () => ['POST', '/numbers', take({ type: 'XYZ' })],
  'a number kept until a day that is none': () => ['POST', '/numbers', take({ until: '2026-02-30' })],
  'a number kept until last year': () => ['POST', '/numbers', take({ until: '2025-12-31' })],
  'a number kept until next year': () => ['POST', '/numbers', take({ until: '2027-01-01' })],
  'a number for an unknown body': () => ['POST', '/numbers', take({ body: 'BCĐ' })],
  'a number for a drafter of other letters': () => ['POST', '/numbers', take({ drafter: '../x' })],
  'a number of a unit of nowhere': () => ['POST', '/numbers', { ...take({}), unitId: 999_999_999 }],
  'a number backdated': () => ['POST', '/numbers', paper({ issuedOn: '2026-01-01' })],
  'a number ahead': () => ['POST', '/numbers', paper({ issuedOn: '2026-12-01' })],
  'fewer copies than none': () => ['POST', '/numbers', paper({ copies: -1 })],
  'half a copy': () => ['POST', '/numbers', paper({ copies: 0.5 })],
  'the character 0 in the register': () => ['POST', '/numbers', paper({ title: 'a\u0000' })],
  'a letter without a drafting unit': () => ['POST', '/numbers', { ...paper({}), type: 'CV' }],
  'a series that goes on after less than nothing': () => [
    'POST',
    '/numbers/series',
    { unitId, type: 'KH', after: -1, reason: 'x' },
  ],
  'a register of the year 99999': () => ['GET', `/numbers?unit=${unitId}&year=99999`],
  'a symbol that does not say the type': () => [
    'PUT',
    '/numbers/scheme',
    {
      unitId,
      fromYear: 2026,
      series: 'common',
      ownSeries: [],
      abbreviation: 'UBND',
      symbol: '{AGENCY}',
      letterSymbol: '{AGENCY}-{UNIT}',
      drafters: [],
      bodies: [],
      version: 0,
    },
  ],
  'another system under the code of one that is there': () => [
    'POST',
    '/exchange/peers',
    { unitId, name: 'x', code: 'H56.01', url: 'https://x.example' },
  ],
  'a system renamed to the code of another': () => [
    'PATCH',
    `/exchange/peers/${peers[1]?.id}`,
    { version: peers[1]?.version, code: 'H56.01' },
  ],
  'a system at a file': () => [
    'POST',
    '/exchange/peers',
    { unitId, name: 'x', code: 'H56.09', url: 'file:///etc/passwd' },
  ],
  'a key that would be two lines of a head': () => [
    'POST',
    '/exchange/peers',
    { unitId, name: 'x', code: 'H56.10', url: 'https://x.example', token: 'a\r\nHost: y' },
  ],
};

test.each(Object.entries(bad))('%s is refused', async (_, asked) => {
  const [method, path, body] = asked();
  expect(await faultsOf(await server.ask<Problem>(method, path, body))).toEqual([]);
});

test('a state that makes no sense is not taken, whatever it says', async () => {
  const send = (body: string, headers: Record<string, string>) =>
    server.as(null).request('/api/exchange/states', { method: 'POST', body, headers });
  const key = { 'nhipcau-exchange-key': peers[0]?.key ?? '' };
  const json = { 'content-type': 'application/json' };
  const xml = { 'content-type': 'application/xml' };
  const state = JSON.stringify({ documentId: 'x', code: '01', at: null, note: null, staff: null });
  const bomb = `<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "${'c'.repeat(1000)}">]><a>${'&b;'.repeat(10_000)}</a>`;
  const answers = await Promise.all([
    send(state, json),
    send(state, { ...json, 'nhipcau-exchange-key': 'ncx_guessed' }),
    send('{', { ...json, ...key }),
    send('{"code":"99"}', { ...json, ...key }),
    send(state, { ...json, ...key }),
    send('<a>', { ...xml, ...key }),
    send(bomb, { ...xml, ...key }),
    send('<a>'.repeat(100_000), { ...xml, ...key }),
    send(state.replace('"x"', '"a\\u0000"'), { ...json, ...key }),
  ]);
  expect(answers.map(({ status }) => status)).toEqual([401, 401, 422, 422, 404, 422, 422, 422, 400]);
});

test('script in a document is text in its files, and a formula in the register is text in a spreadsheet', async () => {
  const script = '<script>alert(1)</script> #eval("1") $x^2$ \\u{41}';
  const made = await drafted(server, {
    unitId,
    more: { title: script, body: [{ type: 'text', line: script }] } as Partial<OutgoingContent>,
  });
  for (const kind of ['docx', 'pdf'])
    expect((await server.request(`/api/outgoing/${made.id}/file.${kind}`)).status).toBe(200);
  await server.ask('POST', '/numbers', { ...paper({ title: '=HYPERLINK("https://x.example")' }) });
  const csv = await (await server.request(`/api/numbers/export.csv?unit=${unitId}`)).text();
  expect(csv).toContain(`=HYPERLINK(""https://x.example"")`);
  expect(csv).not.toMatch(/(^|,)"?=/m);
});

test('a kept number that is used and cancelled at the same moment is one of the two', async () => {
  for (let round = 0; round < 4; round++) {
    const document = await signed(server, await drafted(server, { unitId }));
    const kept = (await server.ask<NumberEntry>('POST', '/numbers', take({}))).body;
    const answers = await Promise.all([
      step(server, document, 'number', { numberId: kept.id }),
      server.ask('POST', `/numbers/${kept.id}/cancel`, { version: kept.version, reason: 'Không dùng' }),
    ]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    const { rows } = (await server.ask<NumberList>('GET', `/numbers?unit=${unitId}&size=500`)).body;
    const now = rows.find(({ id }) => id === kept.id);
    expect([now?.status, now?.outgoing?.id ?? null]).toEqual(
      answers[0].status === 200 ? ['used', document.id] : ['cancelled', null],
    );
  }
});
