import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { testServer, type TestServer } from '../testing/harness.ts';
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

describe('People are told', () => {
  test('by their role at the unit, in their own language, but not of what they did themselves', async () => {
    const unitId = await server.unit(department);
    const officer = await server.person({ [department]: ['officer'] });
    const finance = await server.person({ [department]: ['finance'] });
    const other = await server.person({ 'demo:so-tai-chinh': ['officer'] });
    const author = await server.person({ [department]: ['leader'] });
    await happen({
      kind: 'returned',
      unitIds: [unitId],
      values: { unitId, text: 'Biên tập tờ gấp', reason: 'thiếu bản tiếng Lào' },
      except: author,
    });
    expect((await noticesOf(officer)).rows[0]?.title).toBe(
      'Báo cáo bị trả lại: Biên tập tờ gấp. Lý do: thiếu bản tiếng Lào',
    );
    expect((await noticesOf(officer, { 'accept-language': 'en' })).rows[0]?.title).toBe(
      'A report was sent back: Biên tập tờ gấp. Reason: thiếu bản tiếng Lào',
    );
    for (const person of [finance, other, author]) expect((await noticesOf(person)).total).toBe(0);
  });

  test('and mark their notices as read, never those of others', async () => {
    const unitId = await server.unit(department);
    const [mine, theirs] = [
      await server.person({ [department]: ['officer'] }),
      await server.person({ [department]: ['officer'] }),
    ];
    await happen({ kind: 'confirmed', unitIds: [unitId], values: { unitId, text: 'Mở chuyên mục' } });
    const [notice] = (await noticesOf(theirs)).rows;
    expect((await noticesOf(mine)).unread).toBe(1);
    await server.as(mine).ask('POST', '/notices/read', { ids: [notice?.id] });
    expect((await noticesOf(theirs)).unread).toBe(1);
    await server.as(mine).ask('POST', '/notices/read', {});
    expect((await noticesOf(mine)).unread).toBe(0);
  });

  test('as they wish: what they turned off does not reach them', async () => {
    const unitId = await server.unit(department);
    const person = await server.person({ [department]: ['officer'] });
    const as = server.as(person);
    const answer = await as.ask('PUT', '/notices/wishes', { kind: 'urged', app: false, mail: 'off' });
    expect(answer.status).toBe(204);
    await happen({ kind: 'urged', unitIds: [unitId], values: { unitId, text: 'Gửi báo cáo' } });
    expect((await noticesOf(person)).total).toBe(0);
    const refused = await as.ask('PUT', '/notices/wishes', { kind: 'weather', app: true, mail: 'off' });
    expect([refused.status, refused.body]).toMatchObject([422, { code: 'no-notice-kind' }]);
  });
});
