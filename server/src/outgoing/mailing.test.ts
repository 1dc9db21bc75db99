// Documents by e-mail, by the routes and jobs of the product, to a mail server that takes, refuses, and is away.
import { createHash } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { sql } from 'kysely';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { roles } from '../access/roles.ts';
import type { OutgoingDetail } from '../contract.ts';
import { openMailer, type Mailer } from '../mail/mailer.ts';
import { testServer, type TestServer } from '../testing/harness.ts';
import { drafted, issued, step, type Answered } from '../testing/outgoing.ts';

const department = 'demo:so-ngoai-vu';

interface Letter {
  readonly to: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
  readonly html: string;
  readonly attachments: readonly { readonly name: string; readonly sha256: string }[];
}

const letters: Letter[] = [];
/** What the mail server answers to this recipient, or to their letter once it has come; taken from the front, the last one stays. */
const answers = { recipient: [] as number[], letter: [] as number[] };
const next = (list: number[]) => (list.length > 1 ? list.shift() : list[0]) ?? 250;
const said = (code: number) => (code === 250 ? null : Object.assign(new Error('no'), { responseCode: code }));

let smtp: SMTPServer;
let mailer: Mailer;
let server: TestServer;
let person: TestServer;
let unitId: number;

beforeAll(async () => {
  smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: (_address, _session, done) => done(said(next(answers.recipient))),
    onData: (stream, session, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const error = said(next(answers.letter));
        const to = session.envelope.rcptTo[0]?.address ?? '';
        if (!error) letters.push({ to, ...opened(Buffer.concat(chunks).toString('latin1')) });
        done(error);
      });
    },
  });
  await new Promise<void>((resolve) => {
    smtp.listen(0, '127.0.0.1', resolve);
  });
  mailer = openMailer({
    url: `smtp://127.0.0.1:${(smtp.server.address() as AddressInfo).port}`,
    from: 'Nhịp Cầu <nhipcau@song-thao.example>',
    address: 'https://nhipcau.song-thao.example',
  });
  server = await testServer({}, { mailer });
  unitId = await server.unit(department);
  person = server.as(await server.person({ [department]: roles }));
  await server.startJobs();
}, 60_000);
afterAll(async () => {
  await server.close();
  mailer.close();
  await new Promise<void>((resolve) => {
    smtp.close(() => resolve());
  });
});
beforeEach(() => {
  letters.length = 0;
  answers.recipient = [];
  answers.letter = [];
});

/** A letter taken apart: header fields, its text and its page, its files. */
function opened(raw: string): Omit<Letter, 'to'> {
  const parts = partsOf(raw);
  const body = (type: string) =>
    parts.find(({ headers }) => headers['content-type']?.startsWith(type))?.bytes;
  return {
    headers: headersOf(raw.slice(0, raw.indexOf('\r\n\r\n'))),
    text: body('text/plain')?.toString('utf8') ?? '',
    html: body('text/html')?.toString('utf8') ?? '',
    attachments: parts.flatMap(({ headers, bytes }) => {
      const name = /filename="?([^";]+)"?/.exec(headers['content-disposition'] ?? '')?.[1];
      return name ? [{ name, sha256: createHash('sha256').update(bytes).digest('hex') }] : [];
    }),
  };
}

function headersOf(head: string): Record<string, string> {
  const lines = head.replaceAll(/\r\n[ \t]+/g, ' ').split('\r\n');
  return Object.fromEntries(
    lines.map((line) => [
      line.slice(0, line.indexOf(':')).toLowerCase(),
      words(line.slice(line.indexOf(':') + 1).trim()),
    ]),
  );
}

/** RFC 2047. */
const words = (text: string): string => {
  const joined = text.replaceAll(/\?=\s+=\?/g, '?==?');
  const bytes = joined.replaceAll(/=\?utf-8\?([QB])\?([^?]*)\?=/gi, (_, way: string, said2: string) =>
    way.toUpperCase() === 'B'
      ? Buffer.from(said2, 'base64').toString('latin1')
      : quoted(said2.replaceAll('_', ' ')).toString('latin1'),
  );
  return bytes === joined ? text : Buffer.from(bytes, 'latin1').toString('utf8');
};

const quoted = (text: string): Buffer =>
  Buffer.from(
    text
      .replaceAll('=\r\n', '')
      .replaceAll(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  );

interface Part {
  readonly headers: Readonly<Record<string, string>>;
  readonly bytes: Buffer;
}

function partsOf(raw: string): readonly Part[] {
  const at = raw.indexOf('\r\n\r\n');
  const headers = headersOf(raw.slice(0, at));
  const body = raw.slice(at + 4);
  const boundary = /boundary="?([^";]+)"?/.exec(headers['content-type'] ?? '')?.[1];
  if (boundary) {
    const inner = body.split(`--${boundary}`).slice(1, -1);
    return inner.flatMap((each) => partsOf(each.replace(/^\r\n/, '').replace(/\r\n$/, '')));
  }
  const way = headers['content-transfer-encoding'];
  const bytes =
    way === 'base64'
      ? Buffer.from(body, 'base64')
      : way === 'quoted-printable'
        ? quoted(body)
        : Buffer.from(body, 'latin1');
  return [{ headers, bytes }];
}

const look = async (id: number) => (await person.ask<Answered>('GET', `/outgoing/${id}`)).body;
async function sentTo(...receivers: readonly object[]): Promise<OutgoingDetail> {
  const document = await issued(person, await drafted(person, { unitId }));
  const { status, body } = await step(person, document, 'receivers', { receivers });
  expect(status).toBe(200);
  return body;
}
const stateOf = async (id: number, at = 0) => (await look(id)).receiverList[at]?.state;
const settled = (id: number, state: string, at = 0) =>
  expect.poll(() => stateOf(id, at), { timeout: 40_000 }).toBe(state);
const newspaper = { way: 'email', name: 'Báo Mẫu', email: 'toa-soan@bao-mau.example' };

test('the letter is in the language of its receiver and brings the very files that were issued', async () => {
  const reader = {
    name: 'Anna Reader',
    email: 'Anna@embassy.example',
    emailKey: 'anna@embassy.example',
    locale: 'en',
  } as const;
  await server.deps.db.insertInto('person').values(reader).execute();
  const foreign = { way: 'email', name: 'Foreign Desk', email: 'desk@press.example', language: 'en' };
  const known = { way: 'email', name: 'Anna Reader', email: 'Anna@embassy.example' };
  const document = await sentTo(newspaper, foreign, known);
  for (const at of [0, 1, 2]) await settled(document.id, 'sent', at);
  expect(letters.map(({ to }) => to).toSorted()).toEqual([
    'Anna@embassy.example',
    'desk@press.example',
    'toa-soan@bao-mau.example',
  ]);
  const of = (to: string) => letters.find((letter) => letter.to === to);
  const vietnamese = of('toa-soan@bao-mau.example');
  expect(vietnamese?.headers['subject']).toBe(`Văn bản số ${document.fullNumber}: ${document.title}`);
  expect(vietnamese?.text).toContain('Kính gửi Báo Mẫu,');
  expect(vietnamese?.html).toContain('<html lang="vi">');
  for (const to of ['desk@press.example', 'Anna@embassy.example']) {
    expect(of(to)?.headers['subject']).toBe(`Document No. ${document.fullNumber}: ${document.title}`);
    expect(of(to)?.text).toContain('The document is attached.');
    expect(of(to)?.html).toContain('<html lang="en">');
  }
  const name = document.fullNumber?.replace('/', '-');
  const files = document.files.map(({ kind, sha256 }) => ({ name: `${name}.${kind}`, sha256 })).toReversed();
  for (const letter of letters) expect(letter.attachments).toEqual(files);
});

test('what the mail server does not take for now is tried again by itself, and arrives once', async () => {
  answers.recipient = [451, 250];
  const document = await sentTo(newspaper);
  await expect
    .poll(async () => (await look(document.id)).receiverList[0]?.attempts, { timeout: 40_000 })
    .toBe(1);
  const [waiting] = (await look(document.id)).receiverList;
  expect(waiting).toMatchObject({ state: 'waiting', problem: expect.stringContaining('sẽ gửi lại') });
  await settled(document.id, 'sent');
  expect((await look(document.id)).receiverList[0]).toMatchObject({ attempts: 2, problem: null });
  expect(letters).toHaveLength(1);
});

test.each([
  ['its receiver', () => (answers.recipient = [550])],
  ['the letter itself, after it has come', () => (answers.letter = [554])],
])('where the mail server refuses %s for good, people are told at once', async (_what, refuse) => {
  refuse();
  const document = await sentTo(newspaper);
  await settled(document.id, 'failed');
  const [failed] = (await look(document.id)).receiverList;
  expect(failed).toMatchObject({ attempts: 1, problem: 'Máy chủ thư không nhận địa chỉ này.' });
  const english = await person.ask<OutgoingDetail>('GET', `/outgoing/${document.id}`, undefined, {
    'accept-language': 'en',
  });
  expect(english.body.receiverList[0]?.problem).toBe('The mail server does not take this address.');
  const { rows } = (await person.ask<{ rows: { kind: string; outgoingId: number }[] }>('GET', '/notices'))
    .body;
  expect(rows[0]).toMatchObject({ kind: 'outgoing-failed', outgoingId: document.id });
  expect(letters).toEqual([]);
  answers.recipient = [];
  answers.letter = [];
  await person.ask('POST', `/outgoing/${document.id}/receivers/${failed?.id}/again`);
  await settled(document.id, 'sent');
  expect(letters).toHaveLength(1);
});

test('however often its job runs, at once or again, one letter goes to one receiver', async () => {
  const document = await sentTo(newspaper);
  const id = document.receiverList[0]?.id ?? 0;
  for (let turn = 0; turn < 5; turn += 1)
    await sql`select graphile_worker.add_job('send-outgoing', json_build_object('receiverId', ${id}::int))`.execute(
      server.deps.db,
    );
  await settled(document.id, 'sent');
  await expect
    .poll(
      async () =>
        (
          await sql<{
            n: number;
          }>`select count(*)::int as n from graphile_worker.jobs where task_identifier = 'send-outgoing'`.execute(
            server.deps.db,
          )
        ).rows[0]?.n,
      { timeout: 40_000 },
    )
    .toBe(0);
  expect(letters).toHaveLength(1);
});

test('a document of the illustration is recorded as sent and never leaves', async () => {
  const document = await issued(person, await drafted(person, { unitId }));
  await sql`update outgoing set demo = true where id = ${document.id}`.execute(server.deps.db);
  const { body } = await step(person, document, 'receivers', { receivers: [newspaper] });
  await settled(body.id, 'sent');
  expect((await look(body.id)).receiverList[0]?.problem).toContain('không có gì thực sự được gửi đi');
  expect(letters).toEqual([]);
});

test('an address that would be read as a list, or brings headers, is refused', async () => {
  const document = await issued(person, await drafted(person, { unitId }));
  for (const email of ['a@b.example, c@d.example', 'a@b.example\r\nBcc: x@y.example', 'không phải địa chỉ']) {
    const { status } = await step(person, document, 'receivers', { receivers: [{ ...newspaper, email }] });
    expect([email, status]).toEqual([email, 400]);
  }
  const { status, body } = await step(person, document, 'receivers', {
    receivers: [{ ...newspaper, name: 'Báo\r\nBcc: x@y.example' }],
  });
  expect(status).toBe(200);
  await settled(body.id, 'sent');
  expect(letters.map(({ to, headers }) => [to, headers['bcc']])).toEqual([[newspaper.email, undefined]]);
});
