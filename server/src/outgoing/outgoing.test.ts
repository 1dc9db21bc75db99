import { createHash } from 'node:crypto';
import { parse } from '@nhipcau/document';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { roles } from '../access/roles.ts';
import type {
  FormCheck,
  NumberEntry,
  OutgoingDetail,
  OutgoingDraft,
  OutgoingList,
  OutgoingViews,
  Problem,
} from '../contract.ts';
import { testServer, type TestServer } from '../testing/harness.ts';
import { drafted, issued, signed, step, wholeContent, type Answered } from '../testing/outgoing.ts';

const department = 'demo:so-ngoai-vu';
const committee = 'demo:uy-ban-nhan-dan-tinh-song-thao';

let server: TestServer;
let unitId: number;
let officer: TestServer;
let leader: TestServer;
let all: TestServer;
let stranger: TestServer;

beforeAll(async () => {
  server = await testServer();
  unitId = await server.unit(department);
  officer = server.as(await server.person({ [department]: ['officer'] }));
  leader = server.as(await server.person({ [department]: ['leader'] }));
  all = server.as(await server.person({ [department]: roles }));
  stranger = server.as(await server.person({ 'demo:so-tai-chinh': roles }));
});
afterAll(() => server.close());
beforeEach(() => {
  server.now = new Date('2026-03-10T03:00:00Z');
});

const look = async (id: number, as = all) => (await as.ask<Answered>('GET', `/outgoing/${id}`)).body;
const fileOf = async (id: number, kind: 'docx' | 'pdf', as = all) => {
  const response = await as.request(`/api/outgoing/${id}/file.${kind}`);
  return { status: response.status, bytes: new Uint8Array(await response.arrayBuffer()) };
};
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

describe('From draft to issued', () => {
  test('each step by whom it belongs to, each leaving its trace; the files are made once and kept', async () => {
    const draft = await drafted(officer, { unitId });
    expect(draft).toMatchObject({
      status: 'draft',
      draftNo: 2,
      fullNumber: null,
      content: { place: 'Sông Thao' },
    });
    expect(draft.content).toMatchObject({
      superior: 'UBND TỈNH SÔNG THAO',
      agency: 'SỞ NGOẠI VỤ',
      signature: { position: 'GIÁM ĐỐC' },
    });
    expect(draft.may).toEqual(['edit', 'comment', 'submit', 'remove']);
    const submitted = (await step(officer, draft, 'submit')).body;
    expect([submitted.status, submitted.may]).toEqual(['submitted', ['comment', 'withdraw', 'return']]);
    expect((await step(officer, submitted, 'sign')).status).toBe(403);
    const returned = (await step(leader, submitted, 'return', { reason: 'Bổ sung số liệu' })).body;
    expect(returned.status).toBe('returned');
    expect((await step(leader, returned, 'sign')).body.code).toBe('outgoing-wrong-state');
    const again = (await step(officer, returned, 'submit')).body;
    const agreed = (await step(leader, again, 'sign')).body;
    expect(agreed).toMatchObject({ status: 'signed', signed: { picture: false } });
    expect((await step(officer, agreed, 'issue')).body.code).toBe('outgoing-wrong-state');
    const numbered = (await step(officer, agreed, 'number')).body;
    expect(numbered).toMatchObject({ status: 'numbered', fullNumber: '01/KH-SNV', issuedOn: '2026-03-10' });
    const out = (await step(officer, numbered, 'issue')).body;
    expect(out).toMatchObject({ status: 'issued', files: [{ kind: 'docx' }, { kind: 'pdf' }] });
    const [docx, pdf] = [await fileOf(out.id, 'docx'), await fileOf(out.id, 'pdf')];
    expect([sha256(docx.bytes), sha256(pdf.bytes)]).toEqual(out.files.map((file) => file.sha256));
    expect((await fileOf(out.id, 'pdf')).bytes).toEqual(pdf.bytes);
    const read = await parse({ name: 'a.docx', bytes: docx.bytes });
    expect(read.ok && read.parsed.document).toMatchObject({
      number: '01/KH-SNV',
      issuedOn: '2026-03-10',
      type: 'KH',
      signers: [{ name: 'Trần Văn Mẫu' }],
    });
    const printed = await parse({ name: 'a.pdf', bytes: pdf.bytes });
    expect(printed.ok && printed.parsed.document).toMatchObject({
      number: '01/KH-SNV',
      issuedOn: '2026-03-10',
    });
    const trail = (await look(out.id)).events.map(({ action }) => action).toReversed();
    expect(trail).toEqual([
      'created',
      'changed',
      'submitted',
      'returned',
      'submitted',
      'signed',
      'numbered',
      'issued',
    ]);
    const frozen = { version: out.version, content: wholeContent(out.content, { title: 'Khác' }) };
    expect((await officer.ask<Problem>('PATCH', `/outgoing/${out.id}`, frozen)).body.code).toBe(
      'outgoing-wrong-state',
    );
    const { rows } = (await officer.ask<{ rows: NumberEntry[] }>('GET', `/numbers?unit=${unitId}`)).body;
    expect(rows[0]).toMatchObject({
      fullNumber: '01/KH-SNV',
      status: 'used',
      title: out.title,
      signer: 'Trần Văn Mẫu',
      archive: 'VT, VP (5b)',
      copies: 5,
      outgoing: { id: out.id, status: 'issued' },
    });
  });

  test('only one of those who number at once gets a number, and nobody the same', async () => {
    const drafts = [];
    for (let at = 0; at < 4; at++) drafts.push(await signed(all, await drafted(all, { unitId })));
    const twice = await Promise.all(
      drafts.flatMap((each) => [step(all, each, 'number'), step(all, each, 'number')]),
    );
    const good = twice.filter(({ status }) => status === 200);
    expect([good.length, new Set(good.map(({ body }) => body.fullNumber)).size]).toEqual([4, 4]);
    expect(
      twice.filter(({ status }) => status !== 200).every(({ body }) => body.code === 'stale-version'),
    ).toBe(true);
  });

  test('a reserved number is borne on the day of issue; a cancelled one stays in the register with its reason', async () => {
    const reserve = { unitId, type: 'KH', purpose: 'Kế hoạch quý II' };
    const kept = (await all.ask<NumberEntry>('POST', '/numbers', reserve)).body;
    const ready = await signed(all, await drafted(all, { unitId }));
    const numbered = (await step(all, ready, 'number', { numberId: kept.id })).body;
    expect(numbered).toMatchObject({ number: kept.number, numberId: kept.id });
    const cancelled = (await step(all, numbered, 'cancel-number', { reason: 'Chưa ban hành' })).body;
    expect(cancelled).toMatchObject({ status: 'signed', number: null, numberId: null });
    expect((await all.ask<NumberEntry>('GET', `/numbers/${kept.id}`)).body).toMatchObject({
      status: 'cancelled',
      cancelled: { reason: 'Chưa ban hành' },
      outgoing: null,
    });
    const next = (await step(all, cancelled, 'number')).body;
    expect(next.number).toBeGreaterThan(kept.number);
    expect(
      (await all.ask<Problem>('POST', `/numbers/${next.numberId}/cancel`, { version: 2, reason: 'x' })).body
        .code,
    ).toBe('number-bound');
  });

  test('what says the same again is no new draft', async () => {
    const draft = await drafted(officer, { unitId });
    const same = { version: draft.version, content: draft.content };
    const { body } = await officer.ask<Answered>('PATCH', `/outgoing/${draft.id}`, same);
    expect([body.draftNo, body.version]).toEqual([draft.draftNo, draft.version + 1]);
  });

  test('two who change at once: the second is shown what the first wrote', async () => {
    const draft = await drafted(officer, { unitId });
    const change = (title: string) =>
      officer.ask<Answered & { current: OutgoingDetail }>('PATCH', `/outgoing/${draft.id}`, {
        version: draft.version,
        content: wholeContent(draft.content, { title }),
      });
    const [first, second] = [await change('Một'), await change('Hai')];
    expect([first.status, second.status, second.body.code]).toEqual([200, 409, 'stale-version']);
    expect(second.body.current.title).toBe('Một');
  });
});

describe('The form check', () => {
  test('tells what is wrong cell by cell, in the reader’s language, and errors keep a draft from being submitted', async () => {
    const { body: blank } = await officer.ask<Answered>('POST', '/outgoing', { unitId, type: 'CV' });
    const { body } = await officer.ask<FormCheck>('GET', `/outgoing/${blank.id}/check`);
    const found = body.problems.map(({ code, cell, path }) => [code, cell, path]);
    expect(found).toContainEqual(['form-no-title', '5a', 'title']);
    expect(found).toContainEqual(['form-no-addressee', '9a', 'addressees']);
    expect(body.errors).toBeGreaterThan(0);
    const refused = await step(officer, blank, 'submit');
    expect([refused.status, refused.body.code]).toEqual([422, 'outgoing-form']);
    const english = await officer.ask<FormCheck>('GET', `/outgoing/${blank.id}/check`, undefined, {
      'accept-language': 'en',
    });
    expect(english.body.problems.map(({ message }) => message)).toContain(
      'The subject of the document is missing.',
    );
  });

  test('looks into the file that would be made: where the text contradicts itself it names the paragraph', async () => {
    const line =
      'Căn cứ Kế hoạch số 12/KH-UBND ngày 31 tháng 02 năm 2026 của Ủy ban nhân dân tỉnh Sông Thao, đề nghị thực hiện.';
    const draft = await drafted(officer, {
      unitId,
      more: {
        body: [
          { type: 'text', line: 'Mở đầu văn bản.' },
          { type: 'text', line },
        ],
      },
    });
    const { body } = await officer.ask<FormCheck>('GET', `/outgoing/${draft.id}/check`);
    expect(body.problems).toContainEqual(
      expect.objectContaining({ code: 'impossible-date', cell: '6', path: 'body.1' }),
    );
  });

  test('a draft that is right has nothing to say', async () => {
    for (const type of ['KH', 'BC', 'TB']) {
      const draft = await drafted(officer, { unitId, type });
      const { body } = await officer.ask<FormCheck>('GET', `/outgoing/${draft.id}/check`);
      expect([type, body.problems.filter(({ severity }) => severity !== 'note')]).toEqual([type, []]);
    }
  });
});

describe('What is secret', () => {
  const marks: [string, object][] = [
    ['title', { title: 'Kế hoạch bảo vệ đoàn (TỐI MẬT)' }],
    ['body', { body: [{ type: 'text', line: 'MẬT' }] }],
    ['annex', { attached: [{ type: 'PHỤ LỤC', title: 'TUYỆT MẬT', body: [{ type: 'text', line: 'x' }] }] }],
  ];
  test.each(marks)('is refused in the %s, and nothing is kept of it', async (_, more) => {
    const draft = await drafted(officer, { unitId });
    const refused = await officer.ask<Problem>('PATCH', `/outgoing/${draft.id}`, {
      version: draft.version,
      content: { ...draft.content, ...more },
    });
    expect([refused.status, refused.body.code]).toEqual([422, 'outgoing-secret']);
    expect(refused.body.detail).toContain('TUYỆT MẬT');
    expect(await look(draft.id)).toMatchObject({ version: draft.version, draftNo: draft.draftNo });
  });

  test('is refused in remarks and reasons too', async () => {
    const draft = await drafted(officer, { unitId });
    const remark = await officer.ask<Problem>('POST', `/outgoing/${draft.id}/comments`, { text: 'TỐI MẬT' });
    expect(remark.body.code).toBe('outgoing-secret');
    const submitted = (await step(officer, draft, 'submit')).body;
    expect((await step(leader, submitted, 'return', { reason: 'MẬT' })).body.code).toBe('outgoing-secret');
  });
});

describe('The trail', () => {
  test('keeps every draft, every remark and who looked when', async () => {
    const draft = await drafted(officer, { unitId });
    const remarked = await leader.ask<OutgoingDetail>('POST', `/outgoing/${draft.id}/comments`, {
      text: 'Thêm căn cứ',
      path: 'bases',
    });
    expect([remarked.status, remarked.body.comments]).toMatchObject([
      201,
      [{ text: 'Thêm căn cứ', path: 'bases', draftNo: 2, resolved: null }],
    ]);
    const commentId = remarked.body.comments[0]?.id;
    const settled = await officer.ask<OutgoingDetail>(
      'POST',
      `/outgoing/${draft.id}/comments/${commentId}/settle`,
    );
    expect(settled.body.comments[0]?.resolved?.who).toMatch(/^Người Thử/);
    await look(draft.id, leader);
    await fileOf(draft.id, 'docx', leader);
    const observer = server.as(await server.person({ [department]: ['observer'] }));
    const silent = await observer.ask('POST', `/outgoing/${draft.id}/comments`, { text: 'Thử' });
    expect(silent.status).toBe(403);
    const { rows } = (await officer.ask<OutgoingViews>('GET', `/outgoing/${draft.id}/views`)).body;
    expect(rows).toMatchObject([{ draftNo: 2, times: 2 }]);
    const first = await officer.ask<OutgoingDraft>('GET', `/outgoing/${draft.id}/drafts/1`);
    expect(first.body.content.title).toBe('');
    expect((await officer.ask<Problem>('GET', `/outgoing/${draft.id}/drafts/9`)).body.code).toBe('no-draft');
    expect(draft.drafts.map(({ no }) => no)).toEqual([2, 1]);
  });

  test('a removed draft leaves its record in the log', async () => {
    const draft = await drafted(officer, { unitId });
    expect((await officer.ask('DELETE', `/outgoing/${draft.id}?version=${draft.version}`)).status).toBe(204);
    expect((await officer.ask('GET', `/outgoing/${draft.id}`)).status).toBe(404);
  });
});

describe('After it is issued', () => {
  test('a letter corrects its form, tied to it both ways', async () => {
    const out = await issued(all, await drafted(all, { unitId }));
    const made = await step(all, out, 'correct', {
      reason: 'Dòng “Lưu: VT, VP” đính chính thành “Lưu: VT, QLTTĐN”',
    });
    expect([made.status, made.body.type, made.body.corrects[0]?.id]).toEqual([201, 'CV', out.id]);
    expect(made.body.title).toContain(`số ${out.fullNumber} ngày 10 tháng 3 năm 2026`);
    expect(made.body.content.body[0]).toMatchObject({
      line: expect.stringContaining(`${made.body.owner.name} ban hành`),
    });
    expect(made.body.content.recipients.at(-1)).toBe(out.content.recipients.at(-1));
    const change = { version: made.body.version, content: { ...made.body.content, type: 'KH' } };
    expect((await all.ask<Problem>('PATCH', `/outgoing/${made.body.id}`, change)).body.code).toBe(
      'outgoing-letter-type',
    );
    const scheme = (await all.ask<Record<string, unknown>>('GET', `/numbers/scheme?unit=${unitId}`)).body;
    const { series, ownSeries, abbreviation, symbol, letterSymbol, bodies, version } = scheme;
    const drafters = [{ name: 'Văn phòng', abbreviation: 'VP' }];
    const input = {
      unitId,
      fromYear: 2026,
      series,
      ownSeries,
      abbreviation,
      symbol,
      letterSymbol,
      bodies,
      version,
    };
    expect((await all.ask('PUT', '/numbers/scheme', { ...input, drafters })).status).toBe(200);
    const ready = await signed(all, made.body);
    expect((await step(all, ready, 'number')).body.code).toBe('number-no-drafter');
    const numbered = (await step(all, ready, 'number', { drafter: 'VP' })).body;
    expect(numbered.fullNumber).toMatch(/\/SNV-VP$/);
    expect((await look(out.id)).corrected).toBe(false);
    await step(all, numbered, 'issue');
    expect(await look(out.id)).toMatchObject({
      status: 'issued',
      corrected: true,
      correctedBy: [{ id: made.body.id }],
    });
    expect((await look(out.id)).events[0]?.action).toBe('corrected');
  });

  test('a document of the same type takes its place', async () => {
    const out = await issued(all, await drafted(all, { unitId }));
    const made = (await step(all, out, 'replace', { reason: 'Sai số liệu' })).body;
    expect(made).toMatchObject({ type: 'KH', replaces: [{ id: out.id, reason: 'Sai số liệu' }] });
    const change = { version: made.version, content: { ...made.content, type: 'BC' } };
    expect((await all.ask<Problem>('PATCH', `/outgoing/${made.id}`, change)).body.code).toBe(
      'outgoing-same-type',
    );
    await issued(all, made);
    expect(await look(out.id)).toMatchObject({ replaced: true, replacedBy: [{ id: made.id }] });
  });
});

describe('Access', () => {
  test('drafts are the agency’s and the drafting unit’s; nobody else learns that they exist', async () => {
    const draft = await drafted(officer, { unitId });
    expect((await look(draft.id, stranger)).code).toBe('no-outgoing');
    expect((await fileOf(draft.id, 'pdf', stranger)).status).toBe(404);
    const list = async (as: TestServer) =>
      (await as.ask<OutgoingList>('GET', '/outgoing?size=500')).body.rows.map(({ id }) => id);
    expect((await list(stranger)).includes(draft.id)).toBe(false);
    expect((await list(leader)).includes(draft.id)).toBe(true);
  });

  test('why somebody may or may not is answered, and nothing of what they may not see', async () => {
    const draft = await drafted(officer, { unitId });
    const why = (as: TestServer, action: string) =>
      as.ask<{ allowed: boolean }>('GET', `/access/why?action=${action}&subject=outgoing&id=${draft.id}`);
    expect((await why(leader, 'outgoing.sign')).body.allowed).toBe(true);
    expect((await why(officer, 'outgoing.sign')).body.allowed).toBe(false);
    expect((await why(stranger, 'outgoing.sign')).status).toBe(404);
  });

  test('a coordinating body drafts in its superior’s name, and its officers go on with it; the superior signs', async () => {
    const committeeId = await server.unit(committee);
    const focal = server.as(await server.person({ [department]: ['coordinator'] }));
    const { status, body } = await focal.ask<Answered>('POST', '/outgoing', {
      unitId: committeeId,
      type: 'QĐ',
    });
    expect([status, body.drafter?.id, body.content.superior]).toEqual([201, unitId, null]);
    const content = wholeContent(body.content, {
      bases: ['Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025'],
      body: [
        {
          type: 'text',
          level: 'article',
          line: 'Ban hành kèm theo Quyết định này Quy chế thông tin đối ngoại.',
        },
      ],
    });
    const changed = (
      await officer.ask<Answered>('PATCH', `/outgoing/${body.id}`, { version: body.version, content })
    ).body;
    expect(changed.draftNo).toBe(2);
    const submitted = (await step(officer, changed, 'submit')).body;
    expect((await step(leader, submitted, 'sign')).status).toBe(403);
    const chair = server.as(await server.person({ [committee]: ['approver'] }));
    expect((await step(chair, submitted, 'sign')).body.status).toBe('signed');
  });

  test('a picture of a signature must be a PNG of sensible size', async () => {
    const draft = await drafted(officer, { unitId });
    const submitted = (await step(officer, draft, 'submit')).body;
    const picture = Buffer.from('not a picture').toString('base64');
    expect((await step(leader, submitted, 'sign', { picture })).body.code).toBe('outgoing-picture');
    const png =
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
    expect((await step(leader, submitted, 'sign', { picture: png })).body.signed).toMatchObject({
      picture: true,
    });
  });
});
