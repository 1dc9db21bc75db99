import { afterAll, beforeAll, expect, test } from 'vitest';
import { sql } from 'kysely';
import { bodyOf, committee, draftPlan, issuePlan, named, planOf, planTask, step } from '../testing/drafts.ts';
import { testServer, type TestServer } from '../testing/harness.ts';

const tasks = 2000;
/** Units below the committee that a collective name means; some thousand duties are enough to show that batches meet. */
const many = 60;

let server: TestServer;
beforeAll(async () => {
  server = await testServer();
});
afterAll(() => server.close());

test(
  'a plan of 2,000 tasks, some for all communes, is handed down whole and amended whole',
  { timeout: 300_000 },
  async () => {
    const foreign = await server.unit('demo:so-ngoai-vu');
    const all = Array.from({ length: tasks }, (_, index) =>
      planTask({
        id: `t${index}`,
        text: `Nhiệm vụ thứ ${index}`,
        lead: index % (tasks / many) === 0 ? [named('UBND các xã, phường')] : [named('Sở Ngoại vụ', foreign)],
        due: { kind: 'by', date: '2026-06-30' },
      }),
    );
    const id = await draftPlan(server, { body: bodyOf(all) });
    const promised = await server.ask<{ duties: number }>(
      'GET',
      `/plans/${id}/hand-down?issuedOn=2026-02-10`,
    );
    const issued = await issuePlan(server, id);
    const count = async (where: string) =>
      (
        await sql<{
          n: number;
        }>`select count(*) as n from duty where plan_id = ${id} and ${sql.raw(where)}`.execute(server.deps.db)
      ).rows[0]?.n;
    const total = await count('cancelled_on is null');
    expect(total).toBe(promised.body.duties);
    expect(total).toBeGreaterThan(tasks);
    expect(issued.body.tasks.every(({ taskId }) => taskId !== null)).toBe(true);
    const register = await server.ask<{ total: number }>('GET', `/tasks?plan=${id}&size=1`);
    expect(register.body.total).toBe(tasks);

    await step(server, id, 'amend');
    const { version, body } = await planOf(server, id);
    const kept = body.tasks.slice(0, tasks / 2);
    await server.ask('PATCH', `/plans/${id}`, { version, body: { ...body, tasks: kept } });
    await issuePlan(server, id, { issuedOn: '2026-03-01' });
    const open = await server.ask<{ duties: number }>('GET', `/plans/${id}/hand-down?issuedOn=2026-02-10`);
    expect(await count('cancelled_on is null')).toBe(open.body.duties);
    expect(await count('true')).toBe(total);
    expect((await planOf(server, id)).owner.id).toBe(await server.unit(committee));
  },
);
