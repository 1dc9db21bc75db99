// What an officer of a unit below tries on documents of the units above.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { DocumentDetail, Problem, TaskList } from '../contract.ts';
import { plan } from '../testing/plans.ts';
import { testServer, type TestServer } from '../testing/harness.ts';

let server: TestServer;
const commune = 'demo:uy-ban-nhan-dan-xa-muong-phang-lai';
beforeAll(async () => {
  server = await testServer();
});
afterAll(() => server.close());

const accept = async (as: TestServer, id: number) =>
  as.ask<DocumentDetail & Problem>('POST', `/documents/${id}/accept`, {
    version: (await as.document(id)).state?.version,
  });

test('who may only read a document does not put another in its place, nor has it proposed to them', async () => {
  const theirs = await server.take('tỉnh.txt', plan());
  expect((await accept(server, theirs)).status).toBe(200);
  const tasks = async () => (await server.ask<TaskList>('GET', `/tasks?document=${theirs}`)).body.total;
  const before = await tasks();
  const officer = server.as(await server.person({ [commune]: ['officer', 'leader'] }));
  expect((await officer.document(theirs)).status).toBe('accepted');

  const text = plan().replace('KẾ HOẠCH', 'KẾ HOẠCH sửa');
  const own = await server.take('xã.txt', text, { ownerId: await server.unit(commune) });
  expect((await officer.document(own)).proposedRevisionOf).toBeNull();
  const link = await officer.ask<Problem>('POST', `/documents/${own}/revision-of`, { documentId: theirs });
  expect([link.status, link.body.code]).toEqual([403, 'not-allowed']);
  // Linked by somebody who may: it is let in by somebody who may, too.
  await server.deps.db.updateTable('document').set({ revisionOf: theirs }).where('id', '=', own).execute();
  expect((await accept(officer, own)).status).toBe(403);
  expect((await server.document(theirs)).status).toBe('accepted');
  expect(await tasks()).toBe(before);
  expect((await server.document(own)).status).toBe('review');
});
