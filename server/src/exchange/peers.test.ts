import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readEdxml, type EdxmlMessage } from '@nhipcau/document';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { roles } from '../access/roles.ts';
import type { ExchangePeer, ExchangePeerSent, NewExchangePeer, Problem } from '../contract.ts';
import { send } from '../outgoing/send-job.ts';
import { committee } from '../testing/duties.ts';
import { testServer, type TestServer } from '../testing/harness.ts';
import { drafted, issued, step } from '../testing/outgoing.ts';

const department = 'demo:so-ngoai-vu';
let server: TestServer;
let all: TestServer;
let unitId: number;
let other: Server;
let peer: NewExchangePeer;
let status = 200;
let answer = '{"status":"01"}';
const taken: EdxmlMessage[] = [];

beforeAll(async () => {
  server = await testServer();
  server.now = new Date('2026-03-10T03:00:00Z');
  unitId = await server.unit(department);
  all = server.as(await server.person({ [department]: roles }));
  await server.deps.db.updateTable('unit').set({ code: 'Z00.10' }).where('id', '=', unitId).execute();
  other = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const read = readEdxml(new Uint8Array(Buffer.concat(chunks)));
      if (read.ok) taken.push(read.message);
      response.writeHead(status, { 'content-type': 'application/json' }).end(answer);
    });
  });
  await new Promise<void>((resolve) => {
    other.listen(0, '127.0.0.1', resolve);
  });
  const url = `http://127.0.0.1:${(other.address() as AddressInfo).port}/edxml`;
  const input = { unitId, name: 'Trục liên thông của Bộ', code: 'G16', url, token: 'xyz' };
  peer = (await all.ask<NewExchangePeer>('POST', '/exchange/peers', input)).body;
});
afterAll(async () => {
  await server.close();
  other.close();
});
beforeEach(() => {
  status = 200;
  answer = '{"status":"01"}';
});

const tried = (as = all, headers = {}) =>
  as.ask<ExchangePeer & Problem>('POST', `/exchange/peers/${peer.id}/try`, undefined, headers);
const say = (body: object) =>
  server.as(null).request('/api/exchange/states', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'nhipcau-exchange-key': peer.key },
    body: JSON.stringify(body),
  });
const listed = async () =>
  (await all.ask<{ rows: ExchangePeer[] }>('GET', '/exchange/peers')).body.rows.find(
    ({ id }) => id === peer.id,
  );

test('a trial says that it is one, carries no file, and its answer and state are kept', async () => {
  const { body } = await tried();
  expect(taken.at(-1)).toMatchObject({
    from: { id: 'Z00.10' },
    to: [{ id: 'G16' }],
    subject: expect.stringContaining('GÓI THỬ'),
    attachments: [],
    business: 0,
  });
  expect(body.tried).toMatchObject({ answered: 200, problem: null, code: '01' });
  const documentId = body.tried?.documentId;
  expect(await (await say({ documentId, code: '03' })).json()).toEqual({ taken: true, code: '03' });
  expect(await (await say({ documentId, code: '03' })).json()).toEqual({ taken: false, code: '03' });
  expect((await listed())?.tried).toMatchObject({ code: '03' });
  expect((await say({ documentId: 'Z00.10,2026/01/01,1/KH', code: '03' })).status).toBe(404);
});

test.each([
  [401, 'không chấp nhận mã truy cập', 'does not accept the token'],
  [404, 'không có ở hệ thống bên kia', 'nothing at this address'],
  [503, 'đang có lỗi (HTTP 503)', 'has an error (HTTP 503)'],
])('an answer of %s is told in words', async (code, vi, en) => {
  status = code;
  answer = '';
  const first = await tried();
  expect(first.status).toBe(200);
  expect(first.body.tried).toMatchObject({ answered: code, code: null });
  expect(first.body.tried?.problem).toContain(vi);
  expect((await tried(all, { 'accept-language': 'en' })).body.tried?.problem).toContain(en);
});

test('a server that is not there is told of too, and one that is off is not tried', async () => {
  const input = { unitId, name: 'Không có', code: 'G98', url: 'http://127.0.0.1:9/edxml', token: null };
  const made = (await all.ask<NewExchangePeer>('POST', '/exchange/peers', input)).body;
  const { body } = await all.ask<ExchangePeer>('POST', `/exchange/peers/${made.id}/try`);
  expect(body.tried).toMatchObject({ answered: null, problem: expect.stringContaining('từ chối kết nối') });
  const off = await all.ask<ExchangePeer>('PATCH', `/exchange/peers/${made.id}`, {
    version: made.version,
    active: false,
  });
  expect(off.body.may).toEqual(['edit']);
  const refused = await all.ask<Problem>('POST', `/exchange/peers/${made.id}/try`);
  expect([refused.status, refused.body.code]).toEqual([409, 'peer-off']);
  const twice = await all.ask<Problem>('PATCH', `/exchange/peers/${made.id}`, {
    version: off.body.version,
    code: 'G16',
  });
  expect([twice.status, twice.body.code]).toEqual([409, 'peer-exists']);
});

test('what was sent stands in a list with its trouble in words, and the states that came back', async () => {
  const one = await issued(all, await drafted(all, { unitId }));
  const sent = (await step(all, one, 'receivers', { receivers: [{ way: 'edxml', peerId: peer.id }] })).body;
  const receiverId = sent.receiverList[0]?.id ?? 0;
  status = 503;
  await expect(send(server.deps, receiverId, false)).rejects.toThrow('could not be sent to');
  const list = async (as = all, query = '') =>
    as.ask<ExchangePeerSent>('GET', `/exchange/peers/${peer.id}/sent${query}`);
  expect((await list()).body.rows).toMatchObject([
    { title: one.title, outgoingId: one.id, state: 'waiting', attempts: 1, problem: expect.any(String) },
  ]);
  status = 200;
  await send(server.deps, receiverId, false);
  const documentId = `Z00.10,2026/03/10,${one.fullNumber}`;
  await say({ documentId, code: '03', staff: 'Lê Thị Thử' });
  const { body } = await list();
  expect(body.rows).toMatchObject([{ documentId, state: 'sent', problem: null, code: '03' }]);
  expect(body.rows[0]?.states.map(({ code, staff }) => [code, staff])).toEqual([
    ['01', null],
    ['03', 'Lê Thị Thử'],
  ]);
  expect((await list(all, '?state=failed')).body).toMatchObject({ rows: [], total: 0 });
  expect((await listed())?.packages).toEqual({ waiting: 0, sent: 1, failed: 0 });
});

test('an administrator above sees that it was sent, not what; who does not manage it sees nothing', async () => {
  const above = server.as(await server.person({ [committee]: ['administrator'] }));
  const { body, status: answered } = await above.ask<ExchangePeerSent>(
    'GET',
    `/exchange/peers/${peer.id}/sent`,
  );
  expect([answered, body.rows[0]?.title, body.rows[0]?.outgoingId]).toEqual([200, null, null]);
  const officer = server.as(await server.person({ [department]: ['officer'] }));
  expect((await officer.ask('GET', `/exchange/peers/${peer.id}/sent`)).status).toBe(403);
  const stranger = server.as(await server.person({ 'province:38': ['administrator'] }));
  expect((await stranger.ask('GET', `/exchange/peers/${peer.id}/sent`)).status).toBe(404);
  expect((await tried(stranger)).status).toBe(404);
});
