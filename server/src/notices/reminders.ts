// Reminders go out by rule, before and after the due day, and climb to the superior where nothing moves. Once a rule, duty and due
// day, however often the job runs; days that the server slept through are made up for.
import { sql } from 'kysely';
import { may, type Actor } from '../access/actor.ts';
import type { Role } from '../access/roles.ts';
import { write } from '../audit/service.ts';
import { today } from '../clock.ts';
import type { Db } from '../db/connect.ts';
import type { Deps } from '../deps.ts';
import { Forbidden, NotFound } from '../errors.ts';
import { placesOf, type Places } from '../units/places.ts';
import type { Kind } from './kinds.ts';
import { tell, type Happening } from './service.ts';

type Target = 'unit' | 'leader' | 'confirmer' | 'superior';

interface Reminder {
  readonly dutyId: number;
  readonly ruleId: number;
  readonly days: number;
  readonly target: Target;
  readonly unitId: number;
  readonly confirmerId: number | null;
  readonly dueOn: string;
  readonly text: string;
}

/** After so many days a missed reminder is no longer sent: later rules have taken its place. */
const tooLate = 7;
const portion = 2000;

/** Returns how many duties somebody was reminded of. */
export async function remind(deps: Pick<Deps, 'db' | 'clock'>): Promise<number> {
  const day = today(deps.clock);
  let count = 0;
  for (;;) {
    const done = await deps.db.transaction().execute(async (trx) => {
      const found = await claim(trx, day);
      await tell(trx, deps, happeningsOf(found, await placesOf(trx)));
      return found.length;
    });
    count += done;
    if (done < portion) return count;
  }
}

/** A province's own rules take the place of the general ones. Nothing moved: the unit has not touched it since it was due. */
async function claim(db: Db, day: string): Promise<readonly Reminder[]> {
  const { rows } = await sql<Reminder>`
    with due as (
      select d.id, r.id as rule_id, r.days, r.target, d.unit_id, d.confirmer_id, d.due_on, t.text
      from reminder_rule r
        join duty d on d.due_on between ${day}::date - r.days - ${tooLate}::int and ${day}::date - r.days
          and d.done_on is null and d.cancelled_on is null
        join task t on t.id = d.task_id
        -- The rules of the tree in which its unit, or who took over from it, stands today.
        join unit u on u.id = d.unit_id left join unit h on h.id = u.heir_id left join unit top on top.id = h.root_id
      where case when exists (select 1 from reminder_rule o where o.root_id = coalesce(top.heir_id, d.root_id))
          then r.root_id = coalesce(top.heir_id, d.root_id) else r.root_id is null end
        -- What was handed down after the reminder's day has not been missed.
        and d.opened_on <= d.due_on + r.days
        and (r.target <> 'superior' or d.last_moved_on <= d.due_on)
        and not exists (select 1 from reminded m where m.duty_id = d.id and m.rule_id = r.id and m.due_on = d.due_on)
      limit ${portion}
    ), kept as (
      insert into reminded (duty_id, rule_id, due_on) select id, rule_id, due_on from due
      on conflict do nothing returning duty_id, rule_id
    )
    select due.id as duty_id, due.rule_id, due.days, due.target, due.unit_id, due.confirmer_id, due.due_on, due.text
    from due join kept on kept.duty_id = due.id and kept.rule_id = due.rule_id
    order by due.unit_id, due.due_on, due.id`.execute(db);
  return rows;
}

const roles: Readonly<Record<Target, readonly Role[]>> = {
  unit: ['officer'],
  leader: ['leader'],
  confirmer: ['coordinator'],
  superior: ['leader', 'approver'],
};

/** One notice a unit, due day and audience, with the first of its duties by name. */
function happeningsOf(reminders: readonly Reminder[], places: Places): readonly Happening[] {
  const groups = Map.groupBy(reminders, ({ unitId, dueOn, ruleId, confirmerId, target }) =>
    [unitId, dueOn, ruleId, target === 'confirmer' ? confirmerId : ''].join(':'),
  );
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const { target, unitId, confirmerId, days, dueOn } = first;
    const above = places.above(unitId)[0] ?? null;
    const told = target === 'confirmer' ? confirmerId : target === 'superior' ? above : unitId;
    const kind: Kind =
      target === 'superior' || target === 'confirmer' ? 'stuck' : days <= 0 ? 'due' : 'overdue';
    return told === null
      ? []
      : [
          {
            kind,
            unitIds: [told],
            roles: roles[target],
            values: { unitId, n: group.length, day: dueOn, text: first.text },
            dutyId: group.length === 1 ? first.dutyId : null,
          },
        ];
  });
}

export interface Rule {
  readonly days: number;
  readonly target: Target;
}

export async function rulesFor(
  db: Db,
  actor: Actor,
  unitId: number,
): Promise<{ unitId: number; own: boolean; rules: Rule[] }> {
  if (!may(actor, 'overview.read', { unitId })) throw new NotFound('no-unit', { id: unitId });
  const rootId = (await placesOf(db)).root(unitId);
  const rows = await db
    .selectFrom('reminderRule')
    .select(['rootId', 'days', 'target'])
    .where((eb) => eb.or([eb('rootId', '=', rootId), eb('rootId', 'is', null)]))
    .orderBy('days')
    .orderBy('target')
    .execute();
  const own = rows.some((row) => row.rootId !== null);
  const rules = rows.filter((row) => (row.rootId !== null) === own);
  return { unitId: rootId, own, rules: rules.map(({ days, target }) => ({ days, target })) };
}

/** An empty list: back to the general rules. */
export async function setRules(
  deps: Pick<Deps, 'db' | 'clock'>,
  actor: Actor,
  { unitId, rules }: { readonly unitId: number; readonly rules: readonly Rule[] },
): Promise<void> {
  const rootId = (await placesOf(deps.db)).root(unitId);
  if (!may(actor, 'reminder.manage', { unitId: rootId })) throw new Forbidden();
  await write(deps, actor, async (trx, note) => {
    // Those that stay keep their row, and with it the memory of what they have reminded of.
    const kept = JSON.stringify(rules);
    await sql`delete from reminder_rule r where root_id = ${rootId} and not exists (
      select 1 from jsonb_to_recordset(${kept}::jsonb) as k(days int, target text)
      where k.days = r.days and k.target = r.target)`.execute(trx);
    await sql`insert into reminder_rule (root_id, days, target)
      select distinct ${rootId}::bigint, k.days, k.target
      from jsonb_to_recordset(${kept}::jsonb) as k(days int, target text) on conflict do nothing`.execute(
      trx,
    );
    note({
      action: 'reminder.manage',
      subject: 'unit',
      subjectId: rootId,
      unitId: rootId,
      detail: { rules },
    });
  });
}
