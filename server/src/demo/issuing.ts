// Plans are issued, and their duties begin to live.
import { sql } from 'kysely';
import type { Actor } from '../access/actor.ts';
import type { PlanBody } from '../plans/body.ts';
import { issue } from '../plans/issue.ts';
import { one } from '../plans/service.ts';
import { live } from './duty-lives.ts';
import { on, type Doing, type Stage } from './stage.ts';

export const versionOf = async (deps: Doing, actor: Actor, id: number): Promise<number> =>
  (await one(deps, { actor, id })).version;

interface Issued {
  readonly number: string;
  readonly issuedOn: string;
  readonly signer: string;
}

export async function issueAndLive(stage: Stage, actor: Actor, id: number, issued: Issued): Promise<void> {
  const at = on(stage.deps, issued.issuedOn);
  await issue(at, { actor, id }, { version: await versionOf(at, actor, id), ...issued });
  await stage.deps.db.updateTable('plan').set({ demo: true }).where('id', '=', id).execute();
  const { rows } = await sql<{ id: number }>`select id from duty where plan_id = ${id}`.execute(
    stage.deps.db,
  );
  await live(
    stage,
    rows.map((row) => row.id),
  );
}

/** A duty each week would fill every list of an illustration. */
export const calmer = (task: PlanBody['tasks'][number]): PlanBody['tasks'][number] =>
  task.due.kind === 'recurring' && (task.due.every === 'week' || task.due.every === 'day')
    ? { ...task, due: { kind: 'recurring', every: 'month' } }
    : task;
