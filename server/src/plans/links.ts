// The line from a plan to its superior's: every linked task must be one of that plan.
import { sql } from 'kysely';
import type { Db } from '../db/connect.ts';
import { Invalid } from '../errors.ts';
import type { PlanBody } from './body.ts';
import { named } from './check.ts';

export async function requireSuperiorTasks(db: Db, superiorId: number | null, body: PlanBody): Promise<void> {
  const linked = body.tasks.filter(({ superiorTaskId }) => superiorTaskId !== null);
  if (linked.length === 0) return;
  const ids = [...new Set(linked.map(({ superiorTaskId }) => superiorTaskId))];
  const rows = await db
    .selectFrom('task')
    .select('id')
    .where('planId', '=', superiorId ?? 0)
    .where(sql<boolean>`id = any(${ids}::bigint[])`)
    .execute();
  const known = new Set<number | null>(rows.map(({ id }) => id));
  const strange = linked.filter(({ superiorTaskId }) => !known.has(superiorTaskId));
  if (strange.length > 0) throw new Invalid('plan-superior-task', { tasks: named(body, strange) });
}
