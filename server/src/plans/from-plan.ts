// A plan drawn up from another: last period's of the same unit, or the superior's.
import { sql } from 'kysely';
import type { Db } from '../db/connect.ts';
import type { Places } from '../units/places.ts';
import type { PlanAgency, PlanBody, PlanTask } from './body.ts';
import { shiftDay, shiftDue, shiftYears, type Shift } from './period.ts';
import type { PlanRow } from './queries.ts';

/** What is done again and again is carried on; what was done once is proposed. Days move along, ended units become their heirs. */
export function fromPrevious(
  { body }: Pick<PlanRow, 'body'>,
  shift: Shift,
  { places, names }: { readonly places: Places; readonly names: ReadonlyMap<number, string> },
): PlanBody {
  const agency = (each: PlanAgency): PlanAgency => {
    if (each.unitId === null) return each;
    const unitId = places.heir(each.unitId);
    return unitId === each.unitId ? each : { ...each, unitId, name: names.get(unitId) ?? each.name };
  };
  return {
    ...body,
    bases: body.bases,
    objectives: body.objectives.map((text) => shiftYears(text, shift)),
    targets: body.targets.map((target) => ({
      ...target,
      text: shiftYears(target.text, shift),
      by: target.by === null ? null : shiftDay(target.by, shift),
    })),
    tasks: body.tasks.map((task) => ({
      ...task,
      text: shiftYears(task.text, shift),
      items: task.items.map((text) => shiftYears(text, shift)),
      lead: task.lead.map(agency),
      coordinating: task.coordinating.map(agency),
      due: shiftDue(task.due, shift),
      milestones: task.milestones.map(({ text, date }) => ({
        text: shiftYears(text, shift),
        date: shiftDay(date, shift),
        span: null,
      })),
      superiorTaskId: null,
      taskId: null,
      proposal: task.due.kind !== 'recurring' && !task.onCall,
    })),
  };
}

export interface Unit {
  readonly id: number;
  readonly name: string;
}

/** The superior's tasks that were handed to the unit, each linked; what asks for the plan itself is not one of them. */
export async function fromSuperior(
  db: Db,
  superior: PlanRow,
  { unit, own }: { readonly unit: Unit; readonly own: ReadonlySet<number> },
): Promise<PlanBody> {
  const { rows } = await sql<{ taskId: number; planTaskId: string; part: string | null; role: string }>`
    select distinct on (t.id) t.id as "taskId", t.plan_task_id as "planTaskId", a.part, a.role
    from task t join assignment a on a.task_id = t.id
    where t.plan_id = ${superior.id} and t.withdrawn_at is null and not t.asks_plan
      and a.unit_id = any(${[...own]}::bigint[])
    order by t.id, (a.role = 'lead') desc`.execute(db);
  const handed = new Map(rows.map((row) => [row.planTaskId, row]));
  const tasks = superior.body.tasks.flatMap((task): PlanTask[] => {
    const row = handed.get(task.id);
    return row
      ? [
          {
            ...task,
            id: `t${task.id}`.slice(0, 40),
            lead: [{ name: unit.name, unitId: unit.id, part: null }],
            coordinating: [],
            // What the superior asks this unit for, where it says so.
            items: row.part ? [row.part, ...task.items] : task.items,
            milestones: task.milestones.map((milestone) => ({ ...milestone, span: null })),
            budget: null,
            superiorTaskId: row.taskId,
            taskId: null,
            proposal: false,
          },
        ]
      : [];
  });
  const used = new Set(tasks.map(({ groupId }) => groupId));
  return {
    bases: [],
    objectives: superior.body.objectives,
    targets: [],
    groups: superior.body.groups.filter(({ id }) => used.has(id)),
    tasks,
    arrangements: [],
  };
}
