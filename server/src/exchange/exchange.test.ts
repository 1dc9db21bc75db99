import { afterAll, beforeAll, expect, test } from 'vitest';
import { plan } from '../testing/plans.ts';
import { testServer, type TestServer } from '../testing/harness.ts';

let server: TestServer;
beforeAll(async () => {
  server = await testServer();
  await server.startJobs();
});
afterAll(() => server.close());

const base64 = (text: string) => Buffer.from(text).toString('base64');
const attachment = (name: string, text: string) =>
  `<Attachment><ContentType>text/plain</ContentType><ContentTransferEncoded>${base64(text)}</ContentTransferEncoded>
   <AttachmentName>${name}</AttachmentName></Attachment>`;
const packageOf = (
  documentId: string,
  attachments: string,
  business = 0,
) => `<?xml version="1.0" encoding="UTF-8"?>
<edXML xmlns="http://www.mic.gov.vn/TBT/QCVN_102_2016"><edXMLEnvelope><edXMLHeader><MessageHeader>
<From><OrganId>G16</OrganId><OrganName>Bộ Văn hóa, Thể thao và Du lịch</OrganName></From>
<To><OrganId>Z00</OrganId><OrganName>UBND tỉnh Sông Thao</OrganName></To>
<Code><CodeNumber>12</CodeNumber><CodeNotation>KH-BVHTTDL</CodeNotation></Code><Subject>Kế hoạch thử</Subject>
<DocumentId>${documentId}</DocumentId></MessageHeader>
<TraceHeaderList><Bussiness><BussinessDocType>${business}</BussinessDocType><BussinessDocReason>gửi nhầm</BussinessDocReason>
</Bussiness></TraceHeaderList></edXMLHeader></edXMLEnvelope><AttachmentEncoded>${attachments}</AttachmentEncoded></edXML>`;

interface Message {
  readonly id: number;
  readonly unitId: number;
  readonly status: string;
  readonly files: readonly { name: string; documentId: number | null; refused: string | null }[];
  readonly tasks: readonly { text: string }[];
}
const send = async (xml: string, as = server) => {
  const response = await as.request('/api/exchange/messages', {
    method: 'POST',
    headers: { 'content-type': 'application/xml' },
    body: xml,
  });
  return { status: response.status, body: (await response.json()) as Message & { code?: string } };
};
const look = async (id: number, as = server) => as.ask<Message>('GET', `/exchange/messages/${id}`);

test('a package becomes documents to review at the unit that it is addressed to, once', async () => {
  const xml = packageOf('G16,2026/02/05,12/KH-BVHTTDL', attachment('ke-hoach.txt', plan()));
  const first = await send(xml);
  expect([first.status, first.body.status]).toEqual([201, '01']);
  expect(first.body.unitId).toBe(await server.unit('demo:uy-ban-nhan-dan-tinh-song-thao'));
  const again = await send(xml);
  expect([again.status, again.body.id]).toEqual([200, first.body.id]);
  expect(again.body.files).toHaveLength(1);
  await expect.poll(async () => (await look(first.body.id)).body.status, { timeout: 30_000 }).toBe('03');
  const [file] = first.body.files;
  const states = await server.ask<Message>('GET', `/exchange/documents/${file?.documentId}`);
  expect([states.status, states.body.status]).toEqual([200, '03']);
});

test('a file that bears a mark of secrecy is refused and leaves nothing but the refusal', async () => {
  const secret = 'UBND XÃ A\nSố: 01/KH-UBND\nMẬT\nKẾ HOẠCH\nVề một việc\n';
  const sent = await send(packageOf('G16,2026/02/06,13/KH', attachment('mat.txt', secret)));
  await expect.poll(async () => (await look(sent.body.id)).body.status, { timeout: 30_000 }).toBe('02');
  expect((await look(sent.body.id)).body.files).toEqual([
    { name: 'mat.txt', documentId: null, refused: 'refused' },
  ]);
});

test('a recall is noted; the document stays until people decide', async () => {
  const id = 'G16,2026/02/07,14/KH';
  const sent = await send(
    packageOf(id, attachment('b.txt', plan({ number: '14/KH-UBND', title: 'Kế hoạch khác' }))),
  );
  const recalled = await send(packageOf(id, '', 1));
  expect([recalled.status, recalled.body.id, recalled.body.status]).toEqual([200, sent.body.id, '13']);
  expect(recalled.body.files).toHaveLength(1);
});

test('a package is seen and sent only where one may', async () => {
  const sent = await send(
    packageOf('G16,2026/02/08,15/KH', attachment('c.txt', plan({ number: '15/KH-UBND' }))),
  );
  const stranger = server.as(await server.person({ 'demo:so-tai-chinh': ['officer'] }));
  expect((await look(sent.body.id, stranger)).status).toBe(404);
  const foreign = await stranger.request(
    `/api/exchange/messages?unit=${await server.unit('demo:so-ngoai-vu')}`,
    {
      method: 'POST',
      body: packageOf('X,2026/02/08,1/A', attachment('d.txt', 'KẾ HOẠCH')),
    },
  );
  expect(foreign.status).toBe(403);
  const observer = server.as(await server.person({ 'demo:so-tai-chinh': ['observer'] }));
  expect((await send('<a/>', observer)).status).toBe(403);
  expect((await send('<a/>', server.as(null))).status).toBe(401);
});

test.each([
  ['<html/>', 'edxml-not-edxml'],
  ['<edXML>', 'edxml-broken'],
  ['<edXML/>', 'edxml-no-sender'],
])('%s is answered with what is wrong', async (xml, code) => {
  expect(await send(xml)).toMatchObject({ status: 422, body: { code } });
});

test('what a process that died had not taken yet comes with the same package, handed in again', async () => {
  const files = ['mot', 'hai', 'ba'].map((name) =>
    attachment(`${name}.txt`, plan().replace('KẾ HOẠCH', `KẾ HOẠCH ${name}`)),
  );
  const xml = packageOf('G16,2026/03/01,77/KH-BVHTTDL', files.join(''));
  const first = await send(xml);
  expect(first.body.files).toHaveLength(3);
  // As it would be found after a crash between the files.
  await server.deps.db
    .deleteFrom('exchangeDocument')
    .where('messageId', '=', first.body.id)
    .where('ordinal', '>', 0)
    .execute();
  const again = await send(xml);
  expect([again.status, again.body.files.map(({ name }) => name)]).toEqual([
    200,
    ['mot.txt', 'hai.txt', 'ba.txt'],
  ]);
  expect((await send(xml)).body.files).toHaveLength(3);
});

test('the same bytes tell nobody of a document that they may not read', async () => {
  const text = plan().replace('KẾ HOẠCH', 'KẾ HOẠCH NỘI BỘ');
  const own = await server.take('noi-bo.txt', text);
  const commune = 'demo:uy-ban-nhan-dan-xa-muong-phang-lai';
  const officer = server.as(await server.person({ [commune]: ['officer'] }));
  const { status, body } = await send(packageOf('X,2026/03/02,1', attachment('a.txt', text)), officer);
  expect([status, body.files]).toEqual([
    201,
    [{ name: 'a.txt', documentId: null, refused: 'duplicate-file' }],
  ]);
  expect(JSON.stringify(body.tasks)).toBe('[]');
  const { body: mine } = await send(packageOf('X,2026/03/02,2', attachment('a.txt', text)));
  expect(mine.files[0]?.documentId).toBe(own);
});
