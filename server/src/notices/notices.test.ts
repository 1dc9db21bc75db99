import { randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openMailer, type Mailer } from '../mail/mailer.ts';
import { testServer, type TestServer } from '../testing/harness.ts';
import { sendWaiting } from './letters.ts';
import { remind } from './reminders.ts';
import { tell, type Happening } from './service.ts';

const department = 'demo:so-ngoai-vu';

let server: TestServer;
beforeAll(async () => {
  server = await testServer();
});
afterAll(() => server.close());

interface List {
  readonly unread: number;
  readonly total: number;
  readonly rows: readonly { id: number; kind: string; title: string; read: boolean }[];
}
const noticesOf = async (person: number, headers: Record<string, string> = {}) =>
  (await server.as(person).ask<List>('GET', '/notices', undefined, headers)).body;
const happen = (happening: Happening) =>
  server.deps.db.transaction().execute((trx) => tell(trx, server.deps, [happening]));

interface Received {
  readonly to: string;
  readonly text: string;
}

describe('Letters', () => {
  const received: Received[] = [];
  let smtp: SMTPServer;
  let mailer: Mailer;
  let refuse: number | null = null;
  /** Gets what lets the next letter go on. */
  let hold: ((release: () => void) => void) | null = null;
  beforeAll(async () => {
    smtp = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onRcptTo: (_address, _session, done) => {
        if (hold) {
          const held = hold;
          hold = null;
          return held(() => done());
        }
        if (refuse === null) return done();
        return done(Object.assign(new Error('not now'), { responseCode: refuse }));
      },
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
  beforeEach(async () => {
    received.length = 0;
    refuse = null;
    await server.deps.db.updateTable('notice').set({ mail: 'none' }).execute();
  });
  afterAll(async () => {
    mailer.close();
    await new Promise<void>((resolve) => {
      smtp.close(() => resolve());
    });
  });

  const send = (way: 'now' | 'digest') => sendWaiting({ ...server.deps, mailer }, way);
  const mailsOf = async (person: number) =>
    (await server.deps.db.selectFrom('notice').select('mail').where('personId', '=', person).execute()).map(
      ({ mail }) => mail,
    );
  const decoded = (text: string) =>
    Buffer.from(
      text
        .replace(/=\r\n/g, '')
        .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
      'latin1',
    ).toString('utf8');

  test('of one day come together in one, each with its link', async () => {
    const unitId = await server.unit(department);
    const person = await server.person({ [department]: ['coordinator'] });
    for (const text of ['Mở lớp <tập huấn>', 'In tờ gấp'])
      await happen({ kind: 'reported', personIds: [person], values: { unitId, text } });
    expect(await send('now')).toBe(0);
    expect(await send('digest')).toBe(1);
    const letter = decoded(received[0]?.text ?? '');
    expect(received).toHaveLength(1);
    expect(letter).toContain('Sở Ngoại vụ');
    expect(letter).toContain('Mở lớp &lt;tập huấn&gt;');
    expect(letter).toContain('https://nhipcau.song-thao.example/viec-cua-toi');
    expect(letter).toContain('List-Unsubscribe-Post');
    expect(await mailsOf(person)).toEqual(['sent', 'sent']);
    expect(await send('digest')).toBe(0);
  });

  test('are tried again when the mail server is away, and given up when it will never take them', async () => {
    const person = await server.person({ [department]: ['officer'] });
    await happen({ kind: 'urged', personIds: [person], values: { text: 'Gửi báo cáo' } });
    refuse = 450;
    expect(await send('now')).toBe(0);
    expect(await mailsOf(person)).toEqual(['now']);
    refuse = 550;
    expect(await send('now')).toBe(0);
    expect(await mailsOf(person)).toEqual(['failed']);
    expect(received).toEqual([]);
  });

  test('go out once, though two processes send at the same time', async () => {
    const people = await Promise.all(
      Array.from({ length: 6 }, () => server.person({ [department]: ['officer'] })),
    );
    for (const id of people) await happen({ kind: 'urged', personIds: [id], values: { text: randomUUID() } });
    const counts = await Promise.all([send('now'), send('now')]);
    expect(counts[0] + counts[1]).toBe(6);
    expect(new Set(received.map(({ to }) => to)).size).toBe(6);
    expect(received).toHaveLength(6);
  });

  test('keep nobody waiting at a slow mail server: whom it is for goes on working', async () => {
    const person = await server.person({ [department]: ['officer'] });
    await happen({ kind: 'urged', personIds: [person], values: { text: 'Gửi báo cáo' } });
    const reached = new Promise<() => void>((resolve) => {
      hold = resolve;
    });
    const sending = send('now');
    const release = await reached;
    // What signing in writes.
    await server.deps.db
      .updateTable('person')
      .set({ lastSeenAt: server.now })
      .where('id', '=', person)
      .execute();
    expect(await send('now')).toBe(0);
    release();
    expect(await sending).toBe(1);
    expect(received).toHaveLength(1);
  });

  test('no longer tell whoever left what their unit does', async () => {
    const [left, stays] = [
      await server.person({ [department]: ['officer'] }),
      await server.person({ [department]: ['officer'] }),
    ];
    await happen({ kind: 'urged', personIds: [left, stays], values: { text: 'Việc nội bộ' } });
    await server.deps.db
      .updateTable('roleGrant')
      .set({ validTo: '2026-03-09' })
      .where('personId', '=', left)
      .execute();
    expect(await send('now')).toBe(1);
    expect(received).toHaveLength(1);
    expect(await mailsOf(left)).toEqual(['now']);
  });

  test('go to one address with one subject, whatever stands in names and tasks', async () => {
    const person = await server.person({ [department]: ['officer'] });
    const email = 'an,ke-xau@xau.example';
    await server.deps.db
      .updateTable('person')
      .set({ email, name: '<b>An</b>' })
      .where('id', '=', person)
      .execute();
    const text = 'Việc\r\nBcc: ke-xau@xau.example\r\n\r\n<script>alert(1)</script>';
    await happen({ kind: 'urged', personIds: [person], values: { text } });
    await send('now');
    const [head = ''] = (received[0]?.text ?? '').split('\r\n\r\n');
    expect(received).toHaveLength(1);
    expect(head).not.toMatch(/^bcc:/im);
    const [plain = '', html = ''] = decoded(received[0]?.text ?? '').split('text/html');
    expect(plain).not.toMatch(/^bcc:/im);
    expect(html).toContain('&lt;script&gt;');
    expect(html).not.toMatch(/<script>|<b>/);
    expect(received[0]?.to).not.toBe('ke-xau@xau.example');
  });

  test('carry a link that stops their kind, and only that, without signing in', async () => {
    const person = await server.person({ [department]: ['officer'] });
    await happen({ kind: 'urged', personIds: [person], values: { text: 'Gửi báo cáo' } });
    await send('now');
    const link = /List-Unsubscribe: <https:\/\/[^/]+([^>]+)>/i.exec(
      (received[0]?.text ?? '').replace(/\r\n\s+/g, ' '),
    )?.[1];
    const nobody = server.as(null);
    const looked = await nobody.request(link ?? '');
    expect([looked.status, await looked.text()]).toEqual([
      200,
      expect.stringContaining('<form method="post">'),
    ]);
    const forged = (link ?? '').replace('k=urged', 'k=returned');
    expect((await nobody.request(forged, { method: 'POST' })).status).toBe(422);
    expect((await nobody.request(link ?? '', { method: 'POST' })).status).toBe(200);
    await happen({ kind: 'urged', personIds: [person], values: { text: 'Lần nữa' } });
    expect((await mailsOf(person)).at(-1)).toBe('none');
    expect((await noticesOf(person)).unread).toBe(2);
  });
});

describe('Reminders', () => {
  async function duty(unitKey: string, due: string): Promise<number> {
    const unitId = await server.unit(unitKey);
    const rootId = await server.unit('demo:uy-ban-nhan-dan-tinh-song-thao');
    const { db } = server.deps;
    const plan = await db
      .insertInto('plan')
      .values({
        ownerId: rootId,
        rootId,
        status: 'draft',
        title: 'Kế hoạch thử',
        periodFrom: '2026-01-01',
        periodTo: '2026-12-31',
        body: JSON.stringify({}),
      } as never)
      .returning('id')
      .executeTakeFirstOrThrow();
    const task = await db
      .insertInto('task')
      .values({
        planId: plan.id,
        planTaskId: 't1',
        text: 'In tờ gấp song ngữ',
        ordinal: 0,
        dueKind: 'by',
        dueTo: due,
        items: [],
        milestones: '[]',
        edited: [],
        search: '',
        searchExact: '',
      } as never)
      .returning('id')
      .executeTakeFirstOrThrow();
    const { id } = await db
      .insertInto('duty')
      .values({
        taskId: task.id,
        unitId,
        role: 'lead',
        openedOn: '2026-01-10',
        dueOn: due,
        firstDueOn: due,
        lastMovedOn: '2026-01-10',
        confirmerId: rootId,
        rootId,
        year: 2026,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    return id;
  }

  test('go out by rule before and after the due day, once each, and climb where nothing moves', async () => {
    const unit = 'demo:so-cong-thuong';
    const officer = await server.person({ [unit]: ['officer'] });
    const leader = await server.person({ [unit]: ['leader'] });
    const above = await server.person({ 'demo:uy-ban-nhan-dan-tinh-song-thao': ['leader'] });
    server.now = new Date('2026-03-10T03:00:00Z');
    await duty(unit, '2026-03-24');
    await remind(server.deps);
    await remind(server.deps);
    expect((await noticesOf(officer)).rows.map(({ title }) => title)).toEqual([
      'Sở Công Thương: 1 việc đến hạn ngày 24/3/2026: In tờ gấp song ngữ',
    ]);
    server.now = new Date('2026-03-25T03:00:00Z');
    await remind(server.deps);
    expect((await noticesOf(officer)).rows.map(({ kind }) => kind)).toEqual(['overdue', 'due', 'due']);
    expect((await noticesOf(leader)).rows.map(({ kind }) => kind)).toEqual(['overdue']);
    expect((await noticesOf(above)).total).toBe(0);
    server.now = new Date('2026-04-08T03:00:00Z');
    await remind(server.deps);
    expect((await noticesOf(above)).rows.map(({ kind }) => kind)).toEqual(['stuck']);
  });

  test('do not climb over a unit that has moved', async () => {
    const unit = 'demo:so-xay-dung';
    const above = await server.person({ 'demo:uy-ban-nhan-dan-tinh-song-thao': ['approver'] });
    const id = await duty(unit, '2026-05-20');
    await server.deps.db
      .updateTable('duty')
      .set({ lastMovedOn: '2026-05-28' })
      .where('id', '=', id)
      .execute();
    server.now = new Date('2026-06-04T03:00:00Z');
    await remind(server.deps);
    expect((await noticesOf(above)).total).toBe(0);
  });

  test('follow a province’s own rules where it has set them, and only its coordinators may', async () => {
    const unitId = await server.unit(department);
    const stranger = await server.person({ [department]: ['officer'] });
    const rules = { unitId, rules: [{ days: -5, target: 'unit' }] };
    expect((await server.as(stranger).ask('PUT', '/reminder-rules', rules)).status).toBe(403);
    // A slip of the pen is named, not passed over.
    const slip = { unitId, rules: [{ days: -5, target: 'unit', hour: 8 }] };
    const refused = await server.ask<{ errors: { path: string; message: string }[] }>(
      'PUT',
      '/reminder-rules',
      slip,
    );
    expect([refused.status, refused.body.errors]).toMatchObject([
      400,
      [{ path: 'rules.0', message: expect.stringContaining('hour') }],
    ]);
    const set = await server.ask('PUT', '/reminder-rules', rules);
    expect([set.status, set.body]).toMatchObject([200, { own: true, rules: rules.rules }]);
    const unit = 'demo:so-tu-phap';
    const officer = await server.person({ [unit]: ['officer'] });
    server.now = new Date('2026-07-01T03:00:00Z');
    await duty(unit, '2026-07-15');
    await remind(server.deps);
    expect((await noticesOf(officer)).total).toBe(0);
    server.now = new Date('2026-07-10T03:00:00Z');
    await remind(server.deps);
    expect((await noticesOf(officer)).total).toBe(1);
    expect((await server.ask('PUT', '/reminder-rules', { unitId, rules: [] })).body).toMatchObject({
      own: false,
    });
  });
});

describe('Calendars', () => {
  test('are read by their secret address until they are ended, and hold the duties of one’s own units', async () => {
    const person = await server.person({ 'demo:so-cong-thuong': ['officer'] });
    const made = await server.as(person).ask<{ id: number; path: string }>('POST', '/feeds', {});
    const nobody = server.as(null);
    const calendar = await nobody.request(made.body.path);
    const text = (await calendar.text()).replace(/\r\n /g, '');
    expect(calendar.headers.get('content-type')).toContain('text/calendar');
    expect(text).toContain('DTSTART;VALUE=DATE:20260324');
    expect(text).not.toContain('20260520');
    const stranger = await server.person({ [department]: ['officer'] });
    expect((await server.as(stranger).ask('DELETE', `/feeds/${made.body.id}`)).status).toBe(404);
    expect((await server.as(person).ask('DELETE', `/feeds/${made.body.id}`)).status).toBe(204);
    expect((await nobody.request(made.body.path)).status).toBe(404);
  });

  test('of a unit need the right to read it, and show nothing any more when that is gone', async () => {
    const person = await server.person({ 'demo:so-cong-thuong': ['officer'] });
    const foreign = await server.unit('demo:so-xay-dung');
    expect((await server.as(person).ask('POST', '/feeds', { unitId: foreign })).status).toBe(404);
    const own = await server.unit('demo:so-cong-thuong');
    const made = await server.as(person).ask<{ path: string }>('POST', '/feeds', { unitId: own });
    await server.deps.db
      .updateTable('roleGrant')
      .set({ endedAt: server.now })
      .where('personId', '=', person)
      .execute();
    const text = await (await server.as(null).request(made.body.path)).text();
    expect(text).toContain('BEGIN:VCALENDAR');
    expect(text).not.toContain('BEGIN:VEVENT');
    await server.deps.db.updateTable('person').set({ active: false }).where('id', '=', person).execute();
    expect((await server.as(null).request(made.body.path)).status).toBe(404);
  });
});
