// Tasks of an issued plan, handed down without a document: what tests of duties begin with.
import { sql } from 'kysely';
import { system } from '../access/actor.ts';
import { openDuties } from '../duties/open.ts';
import type { Every } from '../duties/periods.ts';
import { fold } from '../text/fold.ts';
import type { DayOfPeriod } from '../tasks/due-day.ts';
import { searchColumns } from '../text/search.ts';
import type { TestServer } from './harness.ts';

export interface TestTask {
  readonly text?: string;
  readonly due?: string | null;
  readonly every?: Every;
  /** The day within each period. */
  readonly on?: DayOfPeriod;
  readonly onCall?: boolean;
  readonly asksPlan?: boolean;
  readonly outputs?: readonly string[];
  readonly milestones?: readonly { readonly text: string; readonly date: string }[];
  readonly group?: string;
  /** Keys of units. */
  readonly lead?: readonly string[];
  readonly coordinating?: readonly string[];
}

export interface TestPlan {
  readonly owner?: string;
  readonly issuedOn?: string;
  readonly from?: string;
  readonly to?: string;
  readonly tasks: readonly TestTask[];
}

export const committee = 'demo:uy-ban-nhan-dan-tinh-song-thao';

let plans = 0;

/** Returns the ids of the plan and of its tasks; their duties are open as of the server's day. */
export async function handedDown(
  server: TestServer,
  { owner = committee, issuedOn = '2026-02-10', from = '2026-01-01', to = '2026-12-31', tasks }: TestPlan,
): Promise<{
  readonly planId: number;
  readonly taskIds: readonly number[];
  readonly dutyIds: readonly number[];
}> {
  const { db } = server.deps;
  const ownerId = await server.unit(owner);
  const rootId = await server.unit(committee);
  plans += 1;
  const plan = await db
    .insertInto('plan')
    .values({
      ownerId,
      rootId,
      status: 'issued',
      title: `Kế hoạch thử ${plans}`,
      periodFrom: from,
      periodTo: to,
      number: `${plans}/KH-UBND`,
      issuedOn,
      confirmerId: ownerId,
      body: JSON.stringify({ objectives: [], targets: [], groups: [], tasks: [] }),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const taskIds: number[] = [];
  for (const [ordinal, task] of tasks.entries()) {
    taskIds.push(await insertTask(server, { planId: plan.id, ownerId, rootId, ordinal }, task));
  }
  const day = new Date(server.now.getTime() + 7 * 3_600_000).toISOString().slice(0, 10);
  // As the handing down itself does.
  await server.deps.pool.query(
    `insert into unit_source (unit_id, root_id) select distinct a.unit_id, $2::bigint
      from assignment a join unit u on u.id = a.unit_id
      where a.task_id = any($1::bigint[]) and u.root_id is distinct from $2::bigint on conflict do nothing`,
    [taskIds, rootId],
  );
  const dutyIds = await db.transaction().execute((trx) => openDuties(trx, taskIds, { actor: system, day }));
  return { planId: plan.id, taskIds, dutyIds };
}

interface Place {
  readonly planId: number;
  readonly ownerId: number;
  readonly rootId: number;
  readonly ordinal: number;
}

async function insertTask(server: TestServer, place: Place, task: TestTask): Promise<number> {
  const { db } = server.deps;
  const { text = 'Tổ chức hội nghị quảng bá', due = null, every, lead = [], coordinating = [] } = task;
  const { id } = await db
    .insertInto('task')
    .values({
      planId: place.planId,
      planTaskId: `t${place.ordinal}`,
      ownerId: place.ownerId,
      rootId: place.rootId,
      documentId: null,
      draftId: null,
      ordinal: place.ordinal,
      text,
      groupName: task.group ?? null,
      groupId: task.group === undefined ? null : await groupId(server, place.rootId, task.group),
      dueKind: every ? 'recurring' : due === null ? 'unspecified' : 'by',
      dueFrom: null,
      dueTo: every ? null : due,
      dueEvery: every ?? null,
      dueDay: task.on ? JSON.stringify(task.on) : null,
      onCall: task.onCall ?? false,
      asksPlan: task.asksPlan ?? false,
      outputs: [...(task.outputs ?? [])],
      items: [],
      milestones: JSON.stringify((task.milestones ?? []).map((each) => ({ ...each, span: null }))),
      spanStart: null,
      spanEnd: null,
      rule: null,
      edited: [],
      continues: null,
      ...searchColumns([text]),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  for (const [role, keys] of [
    ['lead', lead],
    ['coordinating', coordinating],
  ] as const) {
    for (const key of keys) {
      const unitId = await server.unit(key);
      await db.insertInto('assignment').values({ taskId: id, unitId, role, name: key }).execute();
    }
  }
  return id;
}

async function groupId(server: TestServer, rootId: number, name: string): Promise<number> {
  const { rows } = await sql<{ id: number }>`insert into task_group (root_id, name, name_key)
    values (${rootId}, ${name}, ${fold(name)}) on conflict (root_id, name_key) do update set name = excluded.name
    returning id`.execute(server.deps.db);
  return rows[0]?.id ?? 0;
}
