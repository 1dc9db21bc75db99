import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Problem } from '../contract.ts';
import { testServer, type TestServer } from '../testing/harness.ts';
import { isInside, reachable } from './address.ts';
import { deliver, signatureOf } from './deliver.ts';
import { publish } from './service.ts';

interface Got {
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

let server: TestServer;
let peer: Server;
let url: string;
let answer = 200;
const got: Got[] = [];

beforeAll(async () => {
  server = await testServer();
  peer = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      got.push({ headers: request.headers, body: Buffer.concat(chunks).toString() });
      response.writeHead(answer, { location: 'http://127.0.0.1:1/elsewhere' }).end();
    });
  });
  await new Promise<void>((resolve) => {
    peer.listen(0, '127.0.0.1', resolve);
  });
  url = `http://127.0.0.1:${(peer.address() as AddressInfo).port}/tin`;
});
afterAll(async () => {
  peer.close();
  await server.close();
});
beforeEach(() => {
  got.length = 0;
  answer = 200;
});

interface Made {
  readonly id: number;
  readonly secret: string;
  readonly version: number;
}
const unit = 'demo:so-ngoai-vu';
const make = async (events = ['duty.changed'], to = url) =>
  (await server.ask<Made>('POST', '/webhooks', { unitId: await server.unit(unit), url: to, events })).body;
const happen = async (key: string) =>
  server.deps.db
    .transaction()
    .execute(async (trx) =>
      publish(trx, async () => [
        { name: 'duty.changed', unitIds: [await server.unit(key)], data: { dutyId: 7, class: 'late' } },
      ]),
    );
const deliveriesOf = (webhookId: number) =>
  server.deps.db
    .selectFrom('webhookDelivery')
    .selectAll()
    .where('webhookId', '=', webhookId)
    .orderBy('id')
    .execute();

describe('A webhook', () => {
  test('gets what happens at its unit, signed so that the other side can prove it', async () => {
    const { id, secret } = await make();
    await happen(unit);
    await happen('demo:so-tai-chinh');
    const [waiting, ...more] = await deliveriesOf(id);
    expect(more).toEqual([]);
    await deliver(server.deps, waiting?.id ?? 0, false);
    const { headers, body } = got[0] ?? { headers: {}, body: '' };
    expect(JSON.parse(body)).toMatchObject({ event: 'duty.changed', data: { dutyId: 7, class: 'late' } });
    const seconds = Number(/^t=(\d+)/.exec(String(headers['nhipcau-signature']))?.[1]);
    expect(headers['nhipcau-signature']).toBe(signatureOf(secret, seconds, body));
    expect(signatureOf('whs_another', seconds, body)).not.toBe(headers['nhipcau-signature']);
    expect((await deliveriesOf(id))[0]).toMatchObject({ status: 'delivered', answered: 200, attempts: 1 });
    await deliver(server.deps, waiting?.id ?? 0, false);
    expect(got).toHaveLength(1);
    await server.ask('DELETE', `/webhooks/${id}`);
  });

  test('of a superior hears what happens below', async () => {
    const made = await server.ask<Made>('POST', '/webhooks', {
      unitId: await server.unit('demo:uy-ban-nhan-dan-tinh-song-thao'),
      url,
      events: ['duty.changed'],
    });
    await happen(unit);
    expect(await deliveriesOf(made.body.id)).toHaveLength(1);
    await server.ask('DELETE', `/webhooks/${made.body.id}`);
  });

  test('that does not answer with success is tried again, and fails for good at the last attempt', async () => {
    const { id } = await make();
    await happen(unit);
    const [{ id: delivery } = { id: 0 }] = await deliveriesOf(id);
    answer = 503;
    await expect(deliver(server.deps, delivery, false)).rejects.toThrow('did not take');
    expect((await deliveriesOf(id))[0]).toMatchObject({ status: 'waiting', answered: 503, attempts: 1 });
    answer = 302;
    await expect(deliver(server.deps, delivery, true)).rejects.toThrow('did not take');
    expect((await deliveriesOf(id))[0]).toMatchObject({ status: 'failed', answered: 302, attempts: 2 });
    expect((await server.ask('POST', `/webhooks/deliveries/${delivery}/again`)).status).toBe(202);
    answer = 204;
    await deliver(server.deps, delivery, false);
    expect((await deliveriesOf(id))[0]).toMatchObject({ status: 'delivered', attempts: 3 });
    await server.ask('DELETE', `/webhooks/${id}`);
  });

  test('is the administrator’s of its unit alone, and never shows its secret again', async () => {
    const { id, version } = await make();
    const stranger = await server.person({ 'demo:so-tai-chinh': ['administrator'] });
    const officer = await server.person({ [unit]: ['officer'] });
    const change = { version, active: false };
    expect((await server.as(stranger).ask('PATCH', `/webhooks/${id}`, change)).status).toBe(404);
    expect((await server.as(officer).ask('GET', '/webhooks')).status).toBe(403);
    expect((await server.as(stranger).ask('GET', '/webhooks')).body).toEqual({ rows: [] });
    expect(JSON.stringify((await server.ask('GET', '/webhooks')).body)).not.toContain('whs_');
    expect((await server.ask('PATCH', `/webhooks/${id}`, change)).body).toMatchObject({ active: false });
    const stale = await server.ask('PATCH', `/webhooks/${id}`, { version, active: true });
    expect([stale.status, stale.body]).toMatchObject([409, { current: { active: false } }]);
    await happen(unit);
    expect(await deliveriesOf(id)).toEqual([]);
    // A delivery of another's and one that is not there cannot be told apart.
    await server.ask('POST', `/webhooks/${id}/ping`);
    const [ping] = await deliveriesOf(id);
    const again = async (delivery: number) => {
      const said = await server.as(stranger).ask<Problem>('POST', `/webhooks/deliveries/${delivery}/again`);
      return { ...said.body, detail: said.body.detail.replaceAll(String(delivery), '…') };
    };
    expect(await again(ping?.id ?? 0)).toEqual(await again(987_654));
  });
});

describe('An address inside the house', () => {
  test.each([
    '127.0.0.1',
    '10.1.2.3',
    '172.20.0.1',
    '192.168.1.1',
    '169.254.169.254',
    '::1',
    'fe80::1',
    'fd00::1',
    '::ffff:10.0.0.1',
    '::ffff:7f00:1',
    '0.0.0.0',
    '::7f00:1',
    '2002:7f00:1::',
    '2001:0:a00:1::',
    '64:ff9b:1::a00:1',
    'fec0::1',
  ])('%s is known as such', (address) => {
    expect(isInside(address)).toBe(true);
  });
  test.each(['203.0.113.9', '8.8.8.8', '172.32.0.1', '2001:4860:4860::8888'])('%s is outside', (address) => {
    expect(isInside(address)).toBe(false);
  });

  test('is called only where the administrator has allowed its host', async () => {
    expect(await reachable('localhost', [])).toBeNull();
    expect(await reachable('[::1]', [])).toBeNull();
    expect(await reachable('127.0.0.1', ['127.0.0.1'])).toMatchObject({ address: '127.0.0.1' });
    const { id } = await make(['duty.changed'], url.replace('127.0.0.1', 'localhost'));
    await happen(unit);
    const [row] = await deliveriesOf(id);
    await deliver(server.deps, row?.id ?? 0, false);
    expect(got).toEqual([]);
    expect((await deliveriesOf(id))[0]).toMatchObject({ status: 'failed', answered: null });
  });
});

describe('A running server', () => {
  test('delivers what waits', async () => {
    const { id } = await make(['duty.changed']);
    await server.startJobs();
    expect((await server.ask('POST', `/webhooks/${id}/ping`)).status).toBe(202);
    await expect.poll(() => got.length, { timeout: 20_000 }).toBe(1);
    expect(got[0]?.headers['nhipcau-event']).toBe('ping');
  });
});
