import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readEdxml, writeEdxmlStatus, type EdxmlMessage } from '@nhipcau/document';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { actorOf } from '../access/service.ts';
import { roles } from '../access/roles.ts';
import type {
  ExchangePeer,
  NewExchangePeer,
  OutgoingDetail,
  Problem,
  ReceiverSuggestions,
} from '../contract.ts';
import { openMailer, type Mailer } from '../mail/mailer.ts';
import { testServer, type TestServer } from '../testing/harness.ts';
import { drafted, issued, step, type Answered } from '../testing/outgoing.ts';
import { distribute } from './send.ts';
import { send } from './send-job.ts';

const department = 'demo:so-ngoai-vu';
const finance = 'demo:so-tai-chinh';

let server: TestServer;
let unitId: number;
let personId: number;
let all: TestServer;

beforeAll(async () => {
  server = await testServer();
  unitId = await server.unit(department);
  personId = await server.person({ [department]: roles });
  all = server.as(personId);
  await server.deps.db.updateTable('unit').set({ code: 'Z00.10' }).where('id', '=', unitId).execute();
});
afterAll(() => server.close());
beforeEach(() => {
  server.now = new Date('2026-03-10T03:00:00Z');
});

const look = async (id: number, as = all) => (await as.ask<Answered>('GET', `/outgoing/${id}`)).body;
const out = async () => issued(all, await drafted(all, { unitId }));
const lastReceiver = async (id: number) => (await look(id)).receiverList.at(-1);

describe('Within the house', () => {
  test('the unit is told, reads the document and nothing else of it, and has received it when it opens it', async () => {
    const issuedOne = await out();
    const financeId = await server.unit(finance);
    const reader = server.as(await server.person({ [finance]: ['officer'] }));
    expect((await look(issuedOne.id, reader)).code).toBe('no-outgoing');
    const sent = (
      await step(all, issuedOne, 'receivers', { receivers: [{ way: 'inside', unitId: financeId }] })
    ).body;
    expect(sent.receiverList).toMatchObject([
      { name: 'Sở Tài chính', way: 'inside', state: 'sent', code: null },
    ]);
    const { body: told } = await reader.ask<{ rows: { kind: string; outgoingId: number }[] }>(
      'GET',
      '/notices',
    );
    expect(told.rows[0]).toMatchObject({ kind: 'outgoing-sent', outgoingId: issuedOne.id });
    const seen = await look(issuedOne.id, reader);
    expect(seen).toMatchObject({
      fullNumber: issuedOne.fullNumber,
      comments: [],
      drafts: [],
      events: [],
      may: [],
    });
    expect((await lastReceiver(issuedOne.id))?.code).toBe('01');
    expect((await reader.request(`/api/outgoing/${issuedOne.id}/file.pdf`)).status).toBe(200);
    expect((await reader.ask('GET', `/outgoing/${issuedOne.id}/views`)).status).toBe(403);
    const { body: list } = await reader.ask<{ rows: { id: number }[] }>('GET', '/outgoing?scope=received');
    expect(list.rows.map(({ id }) => id)).toEqual([issuedOne.id]);
    const again = await step(all, sent, 'receivers', { receivers: [{ way: 'inside', unitId: financeId }] });
    expect(again.body.code).toBe('outgoing-receiver-twice');
  });

  test('the register says when it went out; a paper says who took it', async () => {
    const one = await out();
    const sent = (
      await step(all, one, 'receivers', { receivers: [{ way: 'paper', name: 'Văn phòng Tỉnh ủy' }] })
    ).body;
    const receiverId = sent.receiverList[0]?.id;
    const receipt = { receivedBy: 'Lê Thị Thử', receivedOn: '2026-03-11' };
    const put = await all.ask<OutgoingDetail>(
      'PATCH',
      `/outgoing/${one.id}/receivers/${receiverId}`,
      receipt,
    );
    expect(put.body.receiverList).toMatchObject([receipt]);
    expect((await all.ask('GET', `/numbers/${one.numberId}`)).body).toMatchObject({ sentOn: '2026-03-10' });
  });

  test('whom the document names is suggested, with the ways that lead there', async () => {
    await server.person({ [finance]: ['officer'] });
    const more = { addressees: ['Sở Tài chính (để b/c)', 'Cơ quan không có'] };
    const draft = await drafted(all, { unitId, type: 'TTr', more });
    const { body } = await all.ask<ReceiverSuggestions>('GET', `/outgoing/${draft.id}/suggestions`);
    expect(body.rows[0]).toMatchObject({
      name: 'Sở Tài chính',
      unitId: await server.unit(finance),
      inside: true,
    });
    expect(body.rows[1]).toMatchObject({ name: 'Cơ quan không có', unitId: null, inside: false });
  });
});

describe('By e-mail', () => {
  const received: { to: string; text: string }[] = [];
  let smtp: SMTPServer;
  let mailer: Mailer;
  beforeAll(async () => {
    smtp = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onData: (stream, session, done) => {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () => {
          received.push({
            to: session.envelope.rcptTo[0]?.address ?? '',
            text: Buffer.concat(chunks).toString(),
          });
          done();
        });
      },
    });
    await new Promise<void>((resolve) => {
      smtp.listen(0, '127.0.0.1', resolve);
    });
    const { port } = smtp.server.address() as AddressInfo;
    mailer = openMailer({
      url: `smtp://127.0.0.1:${port}`,
      from: 'Nhịp Cầu <nhipcau@song-thao.example>',
      address: 'https://nhipcau.song-thao.example',
    });
  });
  afterAll(async () => {
    mailer.close();
    await new Promise<void>((resolve) => {
      smtp.close(() => resolve());
    });
  });
  const deps = () => ({ ...server.deps, mailer });
  const toMinistry = { way: 'email', name: 'Báo Mẫu', email: 'toasoan@bao-mau.example' } as const;

  async function mailed(): Promise<OutgoingDetail> {
    const one = await out();
    const asker = { personId, tokenId: null, sessionId: null, address: null };
    const actor = await actorOf(server.deps.db, asker, '2026-03-10');
    if (!actor) throw new Error('nobody');
    await distribute(deps(), { actor, id: one.id }, { version: one.version, receivers: [toMinistry] });
    return look(one.id);
  }

  test('the letter brings the very files that were issued', async () => {
    const one = await mailed();
    const receiverId = one.receiverList[0]?.id ?? 0;
    await send(deps(), receiverId, false);
    const letter = received.at(-1);
    expect(letter?.to).toBe('toasoan@bao-mau.example');
    const name = one.fullNumber?.replace('/', '-');
    expect(letter?.text).toContain(`${name}.pdf`);
    const pdf = Buffer.from(await (await all.request(`/api/outgoing/${one.id}/file.pdf`)).arrayBuffer());
    expect(letter?.text.replaceAll(/\s/g, '')).toContain(pdf.toString('base64').slice(0, 2000));
    expect(await lastReceiver(one.id)).toMatchObject({ state: 'sent', attempts: 1, problem: null });
    // The job run once more sends nothing.
    const count = received.length;
    await send(deps(), receiverId, false);
    expect(received).toHaveLength(count);
  });

  test('a recall follows the letter by the same way', async () => {
    const one = await mailed();
    const receiverId = one.receiverList[0]?.id ?? 0;
    await send(deps(), receiverId, false);
    const recalled = (await step(all, await look(one.id), 'recall', { reason: 'Sai thẩm quyền ban hành' }))
      .body;
    expect(recalled).toMatchObject({ status: 'recalled', receiverList: [{ recall: 'waiting' }] });
    await send(deps(), receiverId, false);
    const text = received.at(-1)?.text ?? '';
    expect(Buffer.from(text.replaceAll('=\r\n', ''), 'utf8').toString()).toMatch(/Thu|=54hu|Subject/);
    expect(text).not.toContain('.pdf');
    expect(await lastReceiver(one.id)).toMatchObject({ recall: 'sent' });
  });

  test('without a mail server nothing is promised', async () => {
    const one = await out();
    const open = await all.ask<ReceiverSuggestions>('GET', `/outgoing/${one.id}/suggestions`);
    expect(open.body.mail).toBe(false);
    const refused = await step(all, one, 'receivers', { receivers: [toMinistry] });
    expect([refused.status, refused.body.code]).toEqual([422, 'outgoing-no-mail']);
    expect((await look(one.id)).receiverList).toEqual([]);
  });
});

describe('To another document system', () => {
  interface Taken {
    readonly headers: IncomingHttpHeaders;
    readonly message: EdxmlMessage;
  }
  const taken: Taken[] = [];
  let other: Server;
  let url: string;
  let status = 200;
  let answer = '{"status":"01"}';
  let onTheWay: (() => Promise<void>) | null = null;
  let peer: NewExchangePeer;
  beforeAll(async () => {
    other = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const read = readEdxml(new Uint8Array(Buffer.concat(chunks)));
        if (read.ok && status === 200) taken.push({ headers: request.headers, message: read.message });
        const meanwhile = onTheWay?.() ?? Promise.resolve();
        onTheWay = null;
        void meanwhile.then(() => {
          response.writeHead(status, { 'content-type': 'application/json' }).end(answer);
        });
      });
    });
    await new Promise<void>((resolve) => {
      other.listen(0, '127.0.0.1', resolve);
    });
    url = `http://127.0.0.1:${(other.address() as AddressInfo).port}/edxml`;
    const input = { unitId, name: 'Trục liên thông của Bộ', code: 'G16', url, token: 'xyz' };
    const made = await all.ask<NewExchangePeer>('POST', '/exchange/peers', input);
    peer = made.body;
  });
  afterAll(
    () =>
      new Promise<void>((resolve) => {
        other.close(() => resolve());
      }),
  );
  beforeEach(() => {
    status = 200;
    answer = '{"status":"01"}';
  });

  async function packed(): Promise<{ one: OutgoingDetail; receiverId: number }> {
    const one = await out();
    const sent = (await step(all, one, 'receivers', { receivers: [{ way: 'edxml', peerId: peer.id }] })).body;
    return { one: sent, receiverId: sent.receiverList[0]?.id ?? 0 };
  }
  const say = (body: unknown, key = peer.key, type = 'application/json') =>
    server.as(null).request('/api/exchange/states', {
      method: 'POST',
      headers: { 'content-type': type, 'nhipcau-exchange-key': key },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });

  test('the package arrives whole, signed in by our token, and its states come back and are shown', async () => {
    const { one, receiverId } = await packed();
    await send(server.deps, receiverId, false);
    const [last] = taken.slice(-1);
    expect([peer.hasToken, last?.headers.authorization]).toEqual([true, 'Bearer xyz']);
    expect(last?.message).toMatchObject({
      documentId: `Z00.10,2026/03/10,${one.fullNumber}`,
      from: { id: 'Z00.10', name: 'Sở Ngoại vụ' },
      to: [{ id: 'G16' }],
      number: one.fullNumber,
      date: '2026-03-10',
      subject: one.title,
      business: 0,
    });
    const pdf = new Uint8Array(await (await all.request(`/api/outgoing/${one.id}/file.pdf`)).arrayBuffer());
    expect(last?.message.attachments.map(({ contentType }) => contentType)[0]).toBe('application/pdf');
    expect(last?.message.attachments[0]?.bytes).toEqual(pdf);
    expect(await lastReceiver(one.id)).toMatchObject({ state: 'sent', code: '01' });
    const documentId = last?.message.documentId;
    for (const code of ['03', '04', '05', '06']) {
      expect((await say({ documentId, code, staff: 'Lê Thị Thử' })).status).toBe(200);
    }
    const xml = writeEdxmlStatus({
      documentId: documentId ?? '',
      from: { id: 'G16', name: 'Bộ' },
      to: 'Z00.10',
      code: '13',
      at: '2026/03/11 08:00:00',
    });
    const said = await say(new TextDecoder().decode(xml), peer.key, 'application/xml');
    expect(await said.json()).toEqual({ taken: true, code: '13' });
    const receiver = await lastReceiver(one.id);
    expect(receiver?.states.map(({ code }) => code)).toEqual(['01', '03', '04', '05', '06', '13']);
    expect(receiver?.code).toBe('13');
  });

  test('the same state said twice is taken once; who has no key, or another’s, says nothing', async () => {
    const { one, receiverId } = await packed();
    await send(server.deps, receiverId, false);
    const documentId = `Z00.10,2026/03/10,${one.fullNumber}`;
    expect(await (await say({ documentId, code: '03', at: '2026-03-10T08:00:00Z' })).json()).toMatchObject({
      taken: true,
    });
    expect(await (await say({ documentId, code: '03', at: '2026-03-10T08:00:00Z' })).json()).toMatchObject({
      taken: false,
    });
    expect((await lastReceiver(one.id))?.states).toHaveLength(2);
    expect((await say({ documentId, code: '06' }, 'ncx_wrong')).status).toBe(401);
    const input = { unitId, name: 'Hệ thống khác', code: 'G99', url, token: null };
    const { body: stranger } = await all.ask<NewExchangePeer>('POST', '/exchange/peers', input);
    expect((await say({ documentId, code: '06' }, stranger.key)).status).toBe(404);
    expect(((await (await say({ documentId, code: '07' })).json()) as Problem).code).toBe('exchange-state');
    expect(((await (await say('{')).json()) as Problem).code).toBe('not-json');
    const change = { version: peer.version, renewKey: true };
    const renewed = await all.ask<ExchangePeer & { key: string }>(
      'PATCH',
      `/exchange/peers/${peer.id}`,
      change,
    );
    expect((await say({ documentId, code: '06' })).status).toBe(401);
    peer = { ...renewed.body };
    expect((await say({ documentId, code: '06' }, peer.key)).status).toBe(200);
  });

  test('who drew it up hears that it was rejected', async () => {
    const { one, receiverId } = await packed();
    await send(server.deps, receiverId, false);
    await say({ documentId: `Z00.10,2026/03/10,${one.fullNumber}`, code: '02', note: 'Gửi nhầm' });
    expect(await lastReceiver(one.id)).toMatchObject({ code: '02', codeNote: 'Gửi nhầm' });
    const { body } = await all.ask<{ rows: { kind: string; outgoingId: number }[] }>('GET', '/notices');
    expect(body.rows[0]).toMatchObject({ kind: 'outgoing-failed', outgoingId: one.id });
  });

  test('a system that is away is tried again, one that refuses the package is not', async () => {
    const { one, receiverId } = await packed();
    status = 503;
    await expect(send(server.deps, receiverId, false)).rejects.toThrow('could not be sent to');
    expect(await lastReceiver(one.id)).toMatchObject({ state: 'waiting', attempts: 1 });
    status = 422;
    await send(server.deps, receiverId, false);
    expect(await lastReceiver(one.id)).toMatchObject({
      state: 'failed',
      problem: expect.stringContaining('HTTP 422'),
    });
  });

  test('a recall asks it back, and the answer is shown', async () => {
    const { one, receiverId } = await packed();
    await send(server.deps, receiverId, false);
    await step(all, await look(one.id), 'recall', { reason: 'Sai thẩm quyền' });
    await send(server.deps, receiverId, false);
    expect(taken.at(-1)?.message).toMatchObject({ business: 1, reason: 'Sai thẩm quyền', attachments: [] });
    await say({ documentId: `Z00.10,2026/03/10,${one.fullNumber}`, code: '15' });
    expect(await lastReceiver(one.id)).toMatchObject({ recall: 'sent', code: '15' });
  });

  test('recalled while it was on its way, it is asked back as soon as it has arrived', async () => {
    const { one, receiverId } = await packed();
    // The other side takes its time; meanwhile the document is recalled here.
    onTheWay = async () => {
      await step(all, await look(one.id), 'recall', { reason: 'Sai thẩm quyền' });
    };
    await send(server.deps, receiverId, false);
    expect(await lastReceiver(one.id)).toMatchObject({ state: 'sent', recall: 'waiting' });
    await send(server.deps, receiverId, false);
    expect(taken.slice(-2).map(({ message }) => message.business)).toEqual([0, 1]);
    expect(await lastReceiver(one.id)).toMatchObject({ recall: 'sent' });
  });

  test('what takes another’s place says so to who was sent that one', async () => {
    const { one, receiverId } = await packed();
    await send(server.deps, receiverId, false);
    const made = (await step(all, await look(one.id), 'replace', { reason: 'Sai số liệu' })).body;
    const next = await issued(all, made);
    const sent = (await step(all, next, 'receivers', { receivers: [{ way: 'edxml', peerId: peer.id }] }))
      .body;
    await send(server.deps, sent.receiverList[0]?.id ?? 0, false);
    expect(taken.at(-1)?.message).toMatchObject({ business: 3, reason: 'Sai số liệu' });
  });

  test('an address that leads into the house is never called', async () => {
    const { body } = await all.ask<NewExchangePeer>('POST', '/exchange/peers', {
      unitId,
      name: 'Bên trong',
      code: 'G77',
      url: 'http://10.0.0.1/edxml',
    });
    const one = await out();
    const sent = (await step(all, one, 'receivers', { receivers: [{ way: 'edxml', peerId: body.id }] })).body;
    await send(server.deps, sent.receiverList[0]?.id ?? 0, false);
    expect(await lastReceiver(one.id)).toMatchObject({
      state: 'failed',
      problem: expect.stringContaining('mạng nội bộ'),
    });
  });

  test('addresses and keys are the administrator’s alone; whoever sends sees names', async () => {
    const officer = server.as(await server.person({ [department]: ['officer'] }));
    const { body } = await officer.ask<{ rows: ExchangePeer[] }>('GET', '/exchange/peers');
    expect(body.rows.map(({ url: shown }) => shown)).toEqual(body.rows.map(() => null));
    expect(body.rows.length).toBeGreaterThan(0);
    const change = { version: 1, name: 'x' };
    expect((await officer.ask('PATCH', `/exchange/peers/${peer.id}`, change)).status).toBe(403);
    const stranger = server.as(await server.person({ [finance]: roles }));
    expect((await stranger.ask('PATCH', `/exchange/peers/${peer.id}`, change)).status).toBe(404);
    expect((await stranger.ask<{ rows: ExchangePeer[] }>('GET', '/exchange/peers')).body.rows).toEqual([]);
    const refused = await all.ask<Problem>('POST', '/exchange/peers', {
      unitId,
      name: 'Lại',
      code: 'G16',
      url,
    });
    expect(refused.body.code).toBe('peer-exists');
  });
});
