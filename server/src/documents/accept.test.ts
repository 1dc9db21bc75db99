import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { DocumentDetail, Problem, TaskDetail, TaskList } from '../contract.ts';
import { plan, usualTasks } from '../testing/plans.ts';
import { testServer, type TestServer } from '../testing/harness.ts';

let server: TestServer;
beforeAll(async () => {
  server = await testServer();
});
afterAll(() => server.close());

let count = 0;
const reviewed = (tasks = usualTasks) => {
  count += 1;
  return server.take(
    `kh-${count}.txt`,
    plan({ number: `${count}/KH-UBND`, title: `Kế hoạch thử nghiệm thứ ${count}`, tasks }),
  );
};

const versionOf = async (id: number) => (await server.document(id)).state?.version ?? 0;
const accept = async (id: number, version?: number) =>
  server.ask<DocumentDetail & Pick<Problem, 'code'>>('POST', `/documents/${id}/accept`, {
    version: version ?? (await versionOf(id)),
  });
const tasksOf = async (id: number) =>
  (await server.ask<TaskList>('GET', `/tasks?document=${id}&sort=order`)).body.rows;

async function counts(id: number) {
  const { rows } = await sql<{ tasks: number; citations: number; agencies: number }>`select
    (select count(*)::int from task where document_id = ${id}) as tasks,
    (select count(*)::int from citation where document_id = ${id}) as citations,
    (select count(*)::int from task_agency a join task t on t.id = a.task_id where t.document_id = ${id}) as agencies`.execute(
    server.deps.db,
  );
  return rows[0];
}

describe('accepting', () => {
  test('lets document, citations, tasks and agencies enter the register, without what was struck', async () => {
    const id = await reviewed();
    expect(await tasksOf(id)).toEqual([]);
    const { version } = await server.change(id, [{ op: 'strikeTask', taskId: 't2' }]);
    const { status, body } = await accept(id, version);
    expect([status, body.status]).toEqual([200, 'accepted']);
    const tasks = await tasksOf(id);
    expect(tasks.map(({ due }) => due.kind)).toEqual(['by', 'unspecified']);
    expect(tasks[0]).toMatchObject({
      lead: [{ label: 'Sở Văn hóa, Thể thao và Du lịch' }],
      coordinating: [{ name: 'Sở Ngoại vụ' }],
      due: { kind: 'by', date: '2026-11-15' },
      class: 'in-term',
    });
    expect((await counts(id))?.citations).toBe(1);
  });

  test('happens once when two accept at the same moment', async () => {
    const id = await reviewed();
    const version = await versionOf(id);
    const answers = await Promise.all([1, 2, 3].map(() => accept(id, version)));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409, 409]);
    expect(await counts(id)).toMatchObject({ tasks: 3 });
  });

  test('takes a group of many lines and a number without end', async () => {
    const id = await reviewed();
    const long = 'Nhóm việc có tên rất dài, '.repeat(400);
    const { version } = await server.change(id, [
      { op: 'editTask', taskId: 't1', changes: { group: long, text: long } },
      { op: 'setField', field: 'number', value: `1/${'KH-'.repeat(1500)}` },
      { op: 'setField', field: 'title', value: 'Ấ'.repeat(4900) },
      { op: 'setAgencies', taskId: 't1', role: 'lead', agencies: [{ name: 'Ộ'.repeat(1000) }] },
    ]);
    expect((await accept(id, version)).status).toBe(200);
    expect((await tasksOf(id))[0]?.group).toBe(long);
  });

  test('needs the version that was looked at', async () => {
    const id = await reviewed();
    const version = await versionOf(id);
    await server.change(id, [{ op: 'strikeTask', taskId: 't1' }]);
    const { status, body } = await accept(id, version);
    expect([status, body.code]).toEqual([409, 'stale-version']);
    expect(await counts(id)).toMatchObject({ tasks: 0 });
  });

  test('leaves nothing half done when the database is cut off in the middle', async () => {
    const id = await reviewed();
    await sql`create function stall() returns trigger language plpgsql as $$ begin perform pg_sleep(20); return new; end $$`.execute(
      server.deps.db,
    );
    await sql`create trigger stall before insert on task_agency for each statement execute function stall()`.execute(
      server.deps.db,
    );
    try {
      const accepting = accept(id);
      await cutOff();
      expect((await accepting).status).toBe(503);
    } finally {
      await sql`drop trigger stall on task_agency`.execute(server.deps.db);
    }
    expect(await counts(id)).toEqual({ tasks: 0, citations: 0, agencies: 0 });
    expect((await server.document(id)).status).toBe('review');
    expect((await accept(id)).status).toBe(200);
  });

  test('ends the changes of the draft', async () => {
    const id = await reviewed();
    await accept(id);
    const answer = await server.ask<Problem>('PATCH', `/documents/${id}/draft`, {
      version: await versionOf(id),
      operations: [{ op: 'strikeTask', taskId: 't1' }],
    });
    expect([answer.status, answer.body.code]).toEqual([409, 'not-in-review']);
    expect((await server.ask<Problem>('DELETE', `/documents/${id}`)).body.code).toBe('in-register');
  });
});

/** Ends the connection that stands in the stalled statement, as soon as there is one. */
async function cutOff(): Promise<void> {
  for (let tries = 0; tries < 500; tries += 1) {
    const { rows } = await sql<{
      ended: boolean;
    }>`select pg_terminate_backend(pid) as ended from pg_stat_activity
      where datname = current_database() and wait_event = 'PgSleep'`.execute(server.deps.db);
    if (rows.length > 0) return;
  }
  throw new Error('Nobody stalled');
}

describe('withdrawing', () => {
  test('takes the tasks out of the register, keeps their trail, and gives them back as they were', async () => {
    const id = await reviewed();
    await accept(id);
    const [first] = await tasksOf(id);
    const withdrawn = await server.ask<DocumentDetail>('POST', `/documents/${id}/withdraw`, {
      reason: 'Nhầm bản',
    });
    expect(withdrawn.body.status).toBe('review');
    expect(withdrawn.body.trail[0]).toMatchObject({ action: 'withdrawn', detail: 'Nhầm bản' });
    expect(await tasksOf(id)).toEqual([]);
    expect((await server.ask('GET', `/tasks/${first?.id}`)).status).toBe(404);
    await accept(id);
    const again = await server.ask<TaskDetail>('GET', `/tasks/${first?.id}`);
    expect(again.body.history.map(({ action }) => action)).toEqual(['entered', 'withdrawn', 'entered']);
  });

  test('of what is not in the register is refused', async () => {
    const id = await reviewed();
    const { status, body } = await server.ask<Problem>('POST', `/documents/${id}/withdraw`, {});
    expect([status, body.code]).toEqual([409, 'not-accepted']);
  });

  test('is the way to remove a document, with its file', async () => {
    const id = await reviewed();
    await accept(id);
    await server.ask('POST', `/documents/${id}/withdraw`, {});
    expect((await server.ask('DELETE', `/documents/${id}`)).status).toBe(204);
    expect((await server.ask('GET', `/documents/${id}`)).status).toBe(404);
    expect(await counts(id)).toEqual({ tasks: 0, citations: 0, agencies: 0 });
  });
});
