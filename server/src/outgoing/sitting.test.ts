import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { roles } from '../access/roles.ts';
import type { OutgoingDraft } from '../contract.ts';
import { testServer, type TestServer } from '../testing/harness.ts';
import { drafted, step, wholeContent, type Answered } from '../testing/outgoing.ts';

const department = 'demo:so-ngoai-vu';
const start = Date.parse('2026-03-10T03:00:00Z');

let server: TestServer;
let unitId: number;
let writer: TestServer;
let other: TestServer;

beforeAll(async () => {
  server = await testServer();
  unitId = await server.unit(department);
  writer = server.as(await server.person({ [department]: roles }));
  other = server.as(await server.person({ [department]: roles }));
});
afterAll(() => server.close());
beforeEach(() => at(0));

const at = (seconds: number) => {
  server.now = new Date(start + seconds * 1000);
};
const look = async (id: number, as = writer) => (await as.ask<Answered>('GET', `/outgoing/${id}`)).body;
const save = async (was: Answered, title: string, as = writer, more: object = {}) => {
  const body = { version: was.version, content: wholeContent(was.content, { title }), ...more };
  const answer = await as.ask<Answered>('PATCH', `/outgoing/${was.id}`, body);
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
  return answer.body;
};
/** The first draft is the blank one, the second what `drafted` wrote, at 0 s. */
const begun = async () => (await drafted(writer, { unitId })) as Answered;
const kept = async (id: number, no: number) =>
  (await writer.ask<OutgoingDraft>('GET', `/outgoing/${id}/drafts/${no}`)).body.content.title;
const count = async (table: 'outgoing_draft' | 'outgoing_event', id: number) =>
  (
    await sql<{
      n: number;
    }>`select count(*)::int as n from ${sql.table(table)} where outgoing_id = ${id}`.execute(server.deps.db)
  ).rows[0]?.n;

test('two hundred savings of one sitting are one draft and one line of the trail, and each its version', async () => {
  let now = await begun();
  const first = now.version;
  for (let turn = 1; turn <= 200; turn += 1) {
    at(turn * 1.5);
    now = await save(now, `Bản ${turn}`);
  }
  expect([now.version - first, now.draftNo]).toEqual([200, 2]);
  expect([await count('outgoing_draft', now.id), await count('outgoing_event', now.id)]).toEqual([2, 2]);
  expect(await kept(now.id, 2)).toBe('Bản 200');
  expect(now.events[0]).toMatchObject({ action: 'changed', at: new Date(start + 300_000).toISOString() });
  const stale = await writer.ask<Answered>('PATCH', `/outgoing/${now.id}`, {
    version: now.version - 1,
    body: null,
  });
  expect([stale.status, stale.body.code]).toEqual([409, 'stale-version']);
});

test('after ten minutes, or with a note of what was changed, the next draft begins', async () => {
  let now = await begun();
  at(599);
  now = await save(now, 'Chín phút');
  expect(now.draftNo).toBe(2);
  at(601);
  now = await save(now, 'Mười phút');
  expect([now.draftNo, await kept(now.id, 2)]).toEqual([3, 'Chín phút']);
  now = await save(now, 'Có ghi chú', writer, { note: 'Theo ý kiến họp' });
  expect(now.draftNo).toBe(4);
  now = await save(now, 'Sau ghi chú');
  expect([now.draftNo, await kept(now.id, 4)]).toEqual([5, 'Có ghi chú']);
});

test('what somebody else has written, seen or commented on is never written over', async () => {
  let now = await begun();
  now = await save(now, 'Của người viết');
  now = await save(now, 'Của người khác', other);
  expect([now.draftNo, await kept(now.id, 2)]).toEqual([3, 'Của người viết']);
  now = await save(now, 'Lại của người viết');
  expect([now.draftNo, await kept(now.id, 3)]).toEqual([4, 'Của người khác']);
  await look(now.id, other);
  now = await save(now, 'Sau khi bị xem');
  expect([now.draftNo, await kept(now.id, 4)]).toEqual([5, 'Lại của người viết']);
  const said = await writer.ask<Answered>('POST', `/outgoing/${now.id}/comments`, {
    text: 'Xem lại',
    path: 'title',
  });
  expect(said.body.comments.at(-1)).toMatchObject({ draftNo: 5 });
  now = await save(now, 'Sau góp ý');
  expect([now.draftNo, await kept(now.id, 5)]).toEqual([6, 'Sau khi bị xem']);
  // The other one opens that draft by its number, or is told in a conflict what stands there.
  await other.ask('GET', `/outgoing/${now.id}/drafts/6`);
  now = await save(now, 'Sau khi mở bản 6');
  expect(now.draftNo).toBe(7);
  expect((await other.ask('PATCH', `/outgoing/${now.id}`, { version: 1, body: null })).status).toBe(409);
  now = await save(now, 'Sau xung đột');
  expect([now.draftNo, await kept(now.id, 7)]).toEqual([8, 'Sau khi mở bản 6']);
});

test('a draft that was submitted stays as it was, also when it is taken back at once', async () => {
  let now = await begun();
  now = await save(now, 'Bản đã trình');
  now = (await step(writer, now, 'submit')).body;
  now = (await step(writer, now, 'withdraw')).body;
  now = await save(now, 'Bản sau');
  expect([now.draftNo, await kept(now.id, 2)]).toEqual([3, 'Bản đã trình']);
  expect(now.events.map(({ action }) => action)).toEqual([
    'changed',
    'withdrawn',
    'submitted',
    'changed',
    'created',
  ]);
});

test('who reads while it is written reads a draft that stays', async () => {
  let now = await begun();
  for (let turn = 0; turn < 12; turn += 1) {
    const [seen, saved] = await Promise.all([look(now.id, other), save(now, `Lượt ${turn}`)]);
    // Whatever the other one saw stands in the trail under the number that they were shown.
    expect(await kept(now.id, seen.draftNo)).toBe(seen.content.title);
    now = saved;
  }
});
