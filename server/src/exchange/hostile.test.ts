// Packages that want what their sender has no right to, or that are made to do harm: each is refused for what it is, and nothing is lost.
import { deflateRawSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { plan } from '../testing/plans.ts';
import { testServer, type TestServer } from '../testing/harness.ts';

interface Message {
  readonly id: number;
  readonly status: string;
  readonly recall: { answer: string | null; reason: string | null; note: string | null } | null;
  readonly replacedBy: number | null;
  readonly files: readonly { name: string; documentId: number | null; refused: string | null }[];
  readonly may: readonly string[];
  readonly code?: string;
  readonly detail?: string;
}

let server: TestServer;
beforeAll(async () => {
  server = await testServer({ megabytes: 512, seconds: 20 });
  await server.startJobs();
});
afterAll(() => server.close());

interface Wanted {
  readonly id: string;
  readonly from?: string;
  readonly business?: 0 | 1 | 2 | 3;
  readonly reason?: string;
  readonly of?: string;
  readonly files?: readonly (readonly [name: string, content: string | Uint8Array])[];
  readonly head?: string;
}
const packageOf = ({
  id,
  from = 'G16',
  business = 0,
  reason = 'Gửi nhầm',
  of,
  files = [],
  head = '',
}: Wanted) =>
  `<?xml version="1.0" encoding="UTF-8"?>${head}<edXML xmlns="http://www.mic.gov.vn/TBT/QCVN_102_2016"><edXMLEnvelope><edXMLHeader>
<MessageHeader><From><OrganId>${from}</OrganId><OrganName>Cơ quan ${from}</OrganName></From><To><OrganId>Z00</OrganId></To>
<Subject>Kế hoạch thử</Subject><DocumentId>${id}</DocumentId></MessageHeader><TraceHeaderList><Bussiness>
<BussinessDocType>${business}</BussinessDocType><BussinessDocReason>${reason}</BussinessDocReason>${
    of === undefined ? '' : `<DocumentId>${of}</DocumentId>`
  }</Bussiness></TraceHeaderList></edXMLHeader></edXMLEnvelope><AttachmentEncoded>${files
    .map(
      ([name, content]) =>
        `<Attachment><ContentTransferEncoded>${Buffer.from(content).toString('base64')}</ContentTransferEncoded><AttachmentName>${name}</AttachmentName></Attachment>`,
    )
    .join('')}</AttachmentEncoded></edXML>`;
const send = async (wanted: Wanted | string, locale = 'vi') => {
  const response = await server.request('/api/exchange/messages', {
    method: 'POST',
    headers: { 'content-type': 'application/xml', 'accept-language': locale },
    body: typeof wanted === 'string' ? wanted : packageOf(wanted),
  });
  return { status: response.status, body: (await response.json()) as Message };
};
const look = async (id: number) => (await server.ask<Message>('GET', `/exchange/messages/${id}`)).body;
const count = async () =>
  Number(
    (
      await server.deps.db
        .selectFrom('exchangeMessage')
        .select((eb) => eb.fn.countAll().as('n'))
        .executeTakeFirst()
    )?.n,
  );
let no = 0;
const text = () => plan({ number: `${(no += 1) + 200}/KH-UBND`, title: `Kế hoạch ${no}` });
const answer = (id: number, body: object) =>
  server.ask<Message>('POST', `/exchange/messages/${id}/recall`, body);
const done = (id: number, status: string) =>
  expect.poll(async () => (await look(id)).status, { timeout: 30_000 }).toBe(status);

test('a recall is answered once: agreed, its documents are gone and do not come again; refused, they stay', async () => {
  const one = { id: 'G16,2026/04/01,1/KH', files: [['a.txt', text()]] } as const;
  const { body: sent } = await send(one);
  await done(sent.id, '03');
  const documentId = sent.files[0]?.documentId ?? 0;
  expect((await answer(sent.id, { agree: true })).body.code).toBe('recall-not-asked');
  const asked = await send({ id: one.id, business: 1 });
  expect(asked.body).toMatchObject({ id: sent.id, status: '13', may: ['answerRecall'] });
  expect((await answer(sent.id, { agree: false })).body.code).toBe('recall-reason');
  const observer = server.as(await server.person({ 'demo:uy-ban-nhan-dan-tinh-song-thao': ['observer'] }));
  expect((await observer.ask('POST', `/exchange/messages/${sent.id}/recall`, { agree: true })).status).toBe(
    403,
  );
  const agreed = await answer(sent.id, { agree: true });
  expect(agreed.body).toMatchObject({
    status: '15',
    may: [],
    files: [{ refused: 'given-back', documentId: null }],
  });
  expect((await server.ask('GET', `/documents/${documentId}`)).status).toBe(404);
  // The same wish, and the package itself, sent once more change nothing.
  expect((await send({ id: one.id, business: 1 })).body.status).toBe('15');
  const again = await send(one);
  expect([again.status, again.body.status, again.body.files.length]).toEqual([200, '15', 1]);

  const two = { id: 'G16,2026/04/01,2/KH', files: [['b.txt', text()]] } as const;
  const { body: other } = await send(two);
  await done(other.id, '03');
  await send({ id: 'G16,2026/04/02,9/CV', of: two.id, business: 1 });
  const refused = await answer(other.id, { agree: false, note: 'Đã giao việc' });
  expect(refused.body).toMatchObject({ status: '16', recall: { answer: '16', note: 'Đã giao việc' } });
  expect((await server.document(refused.body.files[0]?.documentId ?? 0)).status).toBe('review');
  // For another reason it may ask anew.
  const anew = await send({ id: two.id, business: 1, reason: 'Có văn bản khác thay thế' });
  expect(anew.body).toMatchObject({
    status: '13',
    recall: { answer: null, reason: 'Có văn bản khác thay thế' },
  });
});

test('what stands in the register is withdrawn before it is given back', async () => {
  const { body: sent } = await send({ id: 'G16,2026/04/03,3/KH', files: [['c.txt', text()]] });
  await done(sent.id, '03');
  const documentId = sent.files[0]?.documentId ?? 0;
  const { state } = await server.document(documentId);
  expect(
    (await server.ask('POST', `/documents/${documentId}/accept`, { version: state?.version })).status,
  ).toBe(200);
  await send({ id: 'G16,2026/04/03,3/KH', business: 1 });
  const refused = await answer(sent.id, { agree: true });
  expect([refused.status, refused.body.code]).toEqual([409, 'recall-in-register']);
  expect((await server.document(documentId)).status).toBe('accepted');
  expect((await server.ask('POST', `/documents/${documentId}/withdraw`, { reason: 'Trả lại' })).status).toBe(
    200,
  );
  expect((await answer(sent.id, { agree: true })).body.status).toBe('15');
});

test('an update brings what is new, once; a replacement says whose place it takes', async () => {
  const id = 'G16,2026/04/04,4/KH';
  const first = text();
  const { body: sent } = await send({ id, files: [['d.txt', first]] });
  const update = {
    id,
    business: 2,
    files: [
      ['d.txt', first],
      ['phu-luc.txt', text()],
    ],
  } as const;
  for (let turn = 0; turn < 3; turn += 1) {
    const { body } = await send(update);
    expect([body.id, body.files.map(({ name }) => name)]).toEqual([sent.id, ['d.txt', 'phu-luc.txt']]);
  }
  const next = await send({ id: 'G16,2026/04/05,5/KH', of: id, business: 3, files: [['e.txt', text()]] });
  expect(next.status).toBe(201);
  expect((await look(sent.id)).replacedBy).toBe(next.body.id);
});

test('nobody recalls, updates or replaces what came from another agency, nor what never came', async () => {
  const id = 'G16,2026/04/06,6/KH';
  const { body: sent } = await send({ id, files: [['f.txt', text()]] });
  const before = await count();
  for (const wanted of [
    { id, from: 'G99', business: 1 },
    { id, from: 'G99', business: 2, files: [['x.txt', text()]] },
    { id: 'G99,2026/04/06,1/KH', from: 'G99', of: id, business: 3, files: [['x.txt', text()]] },
    { id, from: 'G99', files: [['x.txt', text()]] },
  ] as const) {
    const refused = await send(wanted);
    expect([refused.status, refused.body.code]).toEqual([422, 'edxml-foreign']);
    expect(refused.body.detail).toContain('Cơ quan G16');
  }
  const unknown = await send({ id: 'G16,2026/04/06,999/KH', business: 1 }, 'en');
  expect([unknown.status, unknown.body.code]).toEqual([422, 'edxml-unknown']);
  expect(unknown.body.detail).toContain('there is nothing to give back');
  expect(await count()).toBe(before);
  expect((await look(sent.id)).recall).toBeNull();
});

test('entities from outside are never fetched, and nothing is kept of such a package', async () => {
  const before = await count();
  const outside = packageOf({
    id: 'G16,2026/04/07,7/KH',
    head: '<!DOCTYPE e [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
    files: [['g.txt', text()]],
  });
  const refused = await send(outside.replace('Kế hoạch thử', '&x;'));
  expect([refused.status, refused.body.code]).toEqual([422, 'edxml-dtd']);
  const billion = `<!DOCTYPE e [<!ENTITY a "aaaaaaaaaa">${Array.from({ length: 9 }, (_, at) => `<!ENTITY ${String.fromCharCode(98 + at)} "${`&${String.fromCharCode(97 + at)};`.repeat(10)}">`).join('')}]>`;
  expect((await send(packageOf({ id: 'G16,2026/04/07,8/KH', head: billion }))).body.code).toBe('edxml-dtd');
  expect(await count()).toBe(before);
});

test('names that are paths, or that deceive the eye, become plain names', async () => {
  const names = [
    '../../../etc/passwd.txt',
    'C:\\Windows\\x.txt',
    '/tmp/../y.txt',
    'bao-cao\u202Etxt.exe.txt',
  ];
  const { body } = await send({
    id: 'G16,2026/04/08,9/KH',
    files: names.map((name) => [name, text()] as const),
  });
  expect(body.files.map(({ name }) => name)).toEqual(['passwd.txt', 'x.txt', 'y.txt', 'bao-caotxt.exe.txt']);
});

test('a file that swells beyond measure is refused, the others of the package are taken', async () => {
  const bomb = zipOf('word/document.xml', Buffer.alloc(200 * 2 ** 20, 0x20));
  expect(bomb.length).toBeLessThan(2 ** 20);
  const { body } = await send({
    id: 'G16,2026/04/09,10/KH',
    files: [
      ['bom.docx', bomb],
      ['h.txt', text()],
    ],
  });
  await done(body.id, '03');
  const { files } = await look(body.id);
  expect(files[0]?.refused).not.toBeNull();
  expect(files[1]).toMatchObject({ name: 'h.txt', refused: null });
});

/** One file, deflated, with the smallest archive around it. */
function zipOf(name: string, content: Buffer): Buffer {
  const packed = deflateRawSync(content);
  const path = Buffer.from(name);
  const field = (size: number, ...values: (readonly [at: number, value: number, bytes: 2 | 4])[]) => {
    const bytes = Buffer.alloc(size);
    for (const [at, value, width] of values)
      if (width === 2) bytes.writeUInt16LE(value, at);
      else bytes.writeUInt32LE(value >>> 0, at);
    return bytes;
  };
  const sizes = [packed.length, content.length] as const;
  const local = field(
    30,
    [0, 0x04034b50, 4],
    [4, 20, 2],
    [8, 8, 2],
    [18, sizes[0], 4],
    [22, sizes[1], 4],
    [26, path.length, 2],
  );
  const central = field(
    46,
    [0, 0x02014b50, 4],
    [4, 20, 2],
    [6, 20, 2],
    [10, 8, 2],
    [20, sizes[0], 4],
    [24, sizes[1], 4],
    [28, path.length, 2],
  );
  const start = local.length + path.length + packed.length;
  const end = field(
    22,
    [0, 0x06054b50, 4],
    [8, 1, 2],
    [10, 1, 2],
    [12, central.length + path.length, 4],
    [16, start, 4],
  );
  return Buffer.concat([local, path, packed, central, path, end]);
}

test('a package larger than any document is turned away at the door', async () => {
  const refused = await server.request('/api/exchange/messages', {
    method: 'POST',
    headers: { 'content-type': 'application/xml', 'content-length': String(141 * 2 ** 20) },
    body: 'x',
  });
  expect(refused.status).toBe(413);
});
