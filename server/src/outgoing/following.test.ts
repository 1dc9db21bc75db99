// What follows a document that was wrong (Decree 30/2020, Articles 17 and 18): corrections, replacements, recalls, and who hears of them.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { roles } from '../access/roles.ts';
import type {
  FormCheck,
  NumberEntry,
  OutgoingDetail,
  OutgoingList,
  Problem,
  ReceiverSuggestions,
} from '../contract.ts';
import { testServer, type TestServer } from '../testing/harness.ts';
import { drafted, issued, signed, step, wholeContent, type Answered } from '../testing/outgoing.ts';

const department = 'demo:so-ngoai-vu';
const finance = 'demo:so-tai-chinh';
const reason = 'Sai số liệu ở mục II';

let server: TestServer;
let unitId: number;
let person: TestServer;
let reader: TestServer;

beforeAll(async () => {
  server = await testServer();
  unitId = await server.unit(department);
  person = server.as(await server.person({ [department]: roles }));
  reader = server.as(await server.person({ [finance]: ['officer'] }));
});
afterAll(() => server.close());
beforeEach(() => {
  server.now = new Date('2026-03-10T03:00:00Z');
});

const look = async (id: number, as = person) => (await as.ask<Answered>('GET', `/outgoing/${id}`)).body;
const out = async () => issued(person, await drafted(person, { unitId }));
const send = async (document: OutgoingDetail, receivers: readonly object[]) =>
  (await step(person, document, 'receivers', { receivers })).body;
/** A letter that corrects is addressed to somebody and needs a drafting unit's abbreviation for its symbol. */
async function ready(draft: OutgoingDetail): Promise<OutgoingDetail> {
  const content = wholeContent(draft.content, { title: draft.content.title, body: draft.content.body });
  const { body } = await person.ask<Answered>('PATCH', `/outgoing/${draft.id}`, {
    version: draft.version,
    content,
  });
  return signed(person, body);
}
async function finished(draft: OutgoingDetail): Promise<Answered> {
  const drafter = draft.type === 'CV' ? { drafter: 'VP' } : {};
  const numbered = (await step(person, await ready(draft), 'number', drafter)).body;
  return (await step(person, numbered, 'issue')).body;
}
const begun = async (document: OutgoingDetail, how: 'correct' | 'replace') => {
  const { status, body } = await step(person, document, how, { reason });
  expect([how, status]).toEqual([how, 201]);
  return body;
};
const ids = (refs: readonly { readonly id: number }[]) => refs.map(({ id }) => id);
const flags = async (id: number) => {
  const { rows } = (await person.ask<OutgoingList>('GET', '/outgoing?size=200')).body;
  const row = rows.find((each) => each.id === id);
  return [row?.corrected, row?.replaced];
};
const notices = async (as: TestServer) =>
  (await as.ask<{ rows: { kind: string; title: string; outgoingId: number }[] }>('GET', '/notices')).body
    .rows;

test('a correction and a replacement point both ways, and whoever had the document hears of them', async () => {
  const financeId = await server.unit(finance);
  const one = await send(await out(), [
    { way: 'inside', unitId: financeId },
    { way: 'paper', name: 'Văn phòng Tỉnh ủy' },
  ]);
  const letter = await finished(await begun(one, 'correct'));
  expect([letter.type, ids(letter.corrects), ids((await look(one.id)).correctedBy)]).toEqual([
    'CV',
    [one.id],
    [letter.id],
  ]);
  expect(await flags(one.id)).toEqual([true, false]);
  expect((await notices(reader))[0]).toMatchObject({ kind: 'outgoing-corrected', outgoingId: one.id });
  expect((await notices(reader))[0]?.title).toContain(letter.fullNumber);
  // Who has it reads there what corrects it; the letter itself is offered to be sent to them all.
  expect(ids((await look(one.id, reader)).correctedBy)).toEqual([letter.id]);
  const { body: offered } = await person.ask<ReceiverSuggestions>(
    'GET',
    `/outgoing/${letter.id}/suggestions`,
  );
  expect(offered.rows.slice(0, 2)).toMatchObject([
    { name: 'Sở Tài chính', unitId: financeId, inside: true },
    { name: 'Văn phòng Tỉnh ủy', inside: false },
  ]);
  await send(letter, [{ way: 'inside', unitId: financeId }]);
  const { body: left } = await person.ask<ReceiverSuggestions>('GET', `/outgoing/${letter.id}/suggestions`);
  expect(left.rows.map(({ name }) => name)).not.toContain('Sở Tài chính');

  const next = await finished(await begun(await look(one.id), 'replace'));
  expect([next.type, ids(next.replaces), ids((await look(one.id)).replacedBy)]).toEqual([
    one.type,
    [one.id],
    [next.id],
  ]);
  expect(await flags(one.id)).toEqual([true, true]);
  expect((await notices(reader))[0]).toMatchObject({ kind: 'outgoing-replaced', outgoingId: one.id });
});

test('one document takes another’s place: of two who begin at once one does, and no second follows', async () => {
  const one = await out();
  const answers = await Promise.all([
    step(person, one, 'replace', { reason }),
    step(person, one, 'replace', { reason }),
  ]);
  expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409]);
  const now = await look(one.id);
  const begunTwice = await step(person, now, 'replace', { reason });
  expect([begunTwice.status, begunTwice.body.code]).toEqual([409, 'outgoing-replacement-begun']);
  const [first] = now.replacedBy;
  const draft = await look(first?.id ?? 0);
  // Given up, it makes room for another.
  await person.ask('DELETE', `/outgoing/${draft.id}?version=${draft.version}`);
  const next = await finished(await begun(await look(one.id), 'replace'));
  for (const how of ['replace', 'correct'] as const) {
    const refused = await step(person, await look(one.id), how, { reason });
    expect([how, refused.status, refused.body.code]).toEqual([how, 409, 'outgoing-replaced-already']);
    expect(refused.body.detail).toContain(next.fullNumber);
  }
  // What took its place may itself be replaced: a chain, each pointing to its neighbours.
  const third = await finished(await begun(await look(next.id), 'replace'));
  const middle = await look(next.id);
  expect([ids(middle.replaces), ids(middle.replacedBy)]).toEqual([[one.id], [third.id]]);
});

test('two corrections at once: both are begun only by who saw the other', async () => {
  const one = await out();
  const answers = await Promise.all([
    step(person, one, 'correct', { reason }),
    step(person, one, 'correct', { reason }),
  ]);
  expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409]);
  const second = await begun(await look(one.id), 'correct');
  expect(ids((await look(one.id)).correctedBy)).toContain(second.id);
});

test('what was recalled is not corrected any more; its number is never given again, and nobody cancels it', async () => {
  const one = await out();
  const letter = await ready(await begun(one, 'correct'));
  const numbered = (await step(person, letter, 'number', { drafter: 'VP' })).body;
  const recalled = (await step(person, await look(one.id), 'recall', { reason: 'Sai thẩm quyền' })).body;
  expect([recalled.status, recalled.may]).toEqual(['recalled', ['replace']]);
  const refused = await step(person, numbered, 'issue');
  expect([refused.status, refused.body.code]).toEqual([409, 'outgoing-corrects-recalled']);
  expect((await look(letter.id)).status).toBe('numbered');
  expect((await step(person, recalled, 'correct', { reason })).body.code).toBe('outgoing-wrong-state');
  const entry = (await person.ask<NumberEntry>('GET', `/numbers/${one.numberId}`)).body;
  expect(entry).toMatchObject({ status: 'used', outgoing: { id: one.id, status: 'recalled' } });
  const cancel = await person.ask<Problem>('POST', `/numbers/${entry.id}/cancel`, {
    version: entry.version,
    reason: 'x',
  });
  expect([cancel.status, cancel.body.code]).toEqual([409, 'number-bound']);
  const next = await finished(await begun(await look(one.id), 'replace'));
  expect(next.number).toBeGreaterThan(one.number ?? 0);
  expect([ids(next.replaces), (await look(one.id)).status]).toEqual([[one.id], 'recalled']);
});

test('a replacement that is itself recalled leaves room for another, and replaces nothing any more', async () => {
  const one = await out();
  const next = await finished(await begun(one, 'replace'));
  expect(await flags(one.id)).toEqual([false, true]);
  await step(person, await look(next.id), 'recall', { reason: 'Vẫn sai' });
  expect(await flags(one.id)).toEqual([false, false]);
  const third = await finished(await begun(await look(one.id), 'replace'));
  expect(ids((await look(one.id)).replacedBy)).toEqual([next.id, third.id]);
  expect(await flags(one.id)).toEqual([false, true]);
});

test('recalled and replaced at the same moment, both are told apart and nothing is lost', async () => {
  const one = await out();
  const [recall, replace] = await Promise.all([
    step(person, one, 'recall', { reason: 'Sai thẩm quyền' }),
    step(person, one, 'replace', { reason }),
  ]);
  expect([recall.status, replace.status].filter((status) => status === 409)).toHaveLength(1);
  const now = await look(one.id);
  expect(now.status === 'recalled' || now.replacedBy.length === 1).toBe(true);
  const after =
    now.status === 'recalled'
      ? await step(person, now, 'replace', { reason })
      : await step(person, now, 'recall', { reason });
  expect(after.status).toBeLessThan(300);
  expect(await look(one.id)).toMatchObject({ status: 'recalled', replacedBy: [expect.anything()] });
});

test('a replacement ends once, says so when it says nothing new, and leaves the old one no way out', async () => {
  const closing = { type: 'text', line: 'Trên đây là Kế hoạch năm 2026./.' } as const;
  const one = await issued(person, await drafted(person, { unitId, more: { body: [closing] } }));
  const draft = await begun(one, 'replace');
  expect((await look(one.id)).may).not.toContain('replace');
  const lines = draft.content.body.map((block) => block.type === 'text' && block.line);
  expect(lines).toEqual([
    'Trên đây là Kế hoạch năm 2026.',
    expect.stringMatching(/^Văn bản này thay thế .+ năm 2026\.\/\.$/),
  ]);
  const codes = async () =>
    (await person.ask<FormCheck>('GET', `/outgoing/${draft.id}/check`)).body.problems.flatMap(
      ({ code, path }) => (/same|end-mark/.test(code) ? [[code, path]] : []),
    );
  expect(await codes()).toEqual([['form-same-as-replaced', null]]);
  const body = [closing, ...draft.content.body.slice(1)];
  const content = { ...draft.content, body };
  const put = { version: draft.version, content };
  const { body: marked } = await person.ask<Answered>('PATCH', `/outgoing/${draft.id}`, put);
  expect(await codes()).toEqual([
    ['form-end-mark', 'body.0'],
    ['form-same-as-replaced', null],
  ]);
  const told = { ...closing, line: 'Trên đây là Kế hoạch năm 2027.' };
  await person.ask('PATCH', `/outgoing/${draft.id}`, {
    version: marked.version,
    content: { ...content, body: [told, ...body.slice(1)] },
  });
  expect(await codes()).toEqual([]);
  await finished(await look(draft.id));
  const before = await look(one.id);
  expect(before.may).toEqual(['recall']);
  const sent = await step(person, before, 'receivers', { receivers: [{ way: 'paper', name: 'Sở Y tế' }] });
  expect([sent.status, sent.body.code]).toEqual([409, 'outgoing-replaced-already']);
});
