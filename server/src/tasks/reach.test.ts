import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { TaskFacets, TaskList } from '../contract.ts';
import { bodyOf, draftPlan, issuePlan, named, planTask } from '../testing/drafts.ts';
import { testServer, type TestServer } from '../testing/harness.ts';

let server: TestServer;
let taskIds: readonly (number | null)[] = [];
const elsewhere = { 'province:38': ['leader', 'coordinator'] } as const;

beforeAll(async () => {
  server = await testServer();
  const foreign = await server.unit('demo:so-ngoai-vu');
  const other = await server.unit('province:38');
  const id = await draftPlan(server, {
    body: bodyOf([
      planTask({ id: 'a', text: 'Đón đoàn nhà báo', lead: [named('Sở Ngoại vụ', foreign)] }),
      planTask({ id: 'b', text: 'Chỉ một từ kỳ lạ zzz', lead: [named('Sở Ngoại vụ', foreign)] }),
      planTask({
        id: 'c',
        text: 'Kết nghĩa với tỉnh bạn',
        lead: [named('Sở Ngoại vụ', foreign)],
        coordinating: [named('UBND tỉnh bạn', other)],
      }),
    ]),
  });
  taskIds = (await issuePlan(server, id)).body.tasks.map(({ taskId }) => taskId);
});
afterAll(() => server.close());

const list = async (who: TestServer, query = '') => (await who.ask<TaskList>('GET', `/tasks?${query}`)).body;

describe('the register', () => {
  test('shows another province what it takes part in, and nothing else: no row, count, facet, export or search', async () => {
    const stranger = server.as(await server.person(elsewhere));
    expect((await list(stranger)).rows.map(({ id }) => id)).toEqual([taskIds[2]]);
    expect((await stranger.ask('GET', `/tasks/${taskIds[0]}`)).status).toBe(404);
    expect((await stranger.ask('GET', `/tasks/${taskIds[2]}`)).status).toBe(200);
    expect((await list(stranger, 'q=zzz')).total).toBe(0);
    const facets = (await stranger.ask<TaskFacets>('GET', '/tasks/facets')).body;
    expect(facets.status.reduce((sum, { count }) => sum + count, 0)).toBe(1);
    const csv = await (await stranger.request('/api/tasks/export.csv')).text();
    expect(csv).toContain('Kết nghĩa với tỉnh bạn');
    expect(csv).not.toContain('zzz');
  });

  test('does not tell by the way a phrase is looked for that somebody else has it', async () => {
    const stranger = server.as(await server.person(elsewhere));
    // "tỉnh bạn kết nghĩa" stands nowhere; were the phrase of another's task seen, the words anywhere would not be looked for.
    const foreign = await server.unit('demo:so-ngoai-vu');
    const id = await draftPlan(server, {
      body: bodyOf([
        planTask({ id: 'x', text: 'tỉnh bạn kết nghĩa', lead: [named('Sở Ngoại vụ', foreign)] }),
      ]),
    });
    await issuePlan(server, id);
    const found = await list(stranger, `q=${encodeURIComponent('tỉnh bạn kết nghĩa')}`);
    expect(found.rows.map(({ id: task }) => task)).toEqual([taskIds[2]]);
  });

  test('shows a unit what was issued above it, also what others do of it', async () => {
    const below = server.as(await server.person({ 'demo:so-tai-chinh': ['officer'] }));
    expect((await list(below)).rows.map(({ id }) => id)).toEqual(expect.arrayContaining([taskIds[0]]));
    const nobody = server.as(null);
    expect((await nobody.ask('GET', '/tasks')).status).toBe(401);
  });

  test('counts a facet over what fits the other filters', async () => {
    const facets = async (query: string) =>
      (await server.ask<TaskFacets>('GET', `/tasks/facets?${query}`)).body;
    const all = await facets('');
    const one = await facets('status=overdue');
    expect(one.status).toEqual(all.status);
    expect(one.lead).toEqual([]);
    expect(all.plan.reduce((sum, { count }) => sum + count, 0)).toBe((await list(server)).total);
  });
});
