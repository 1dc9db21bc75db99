// Who owes a plan of their own under this one, and which of its tasks the plans below have taken up.
import type { z } from '@hono/zod-openapi';
import { may } from '../access/actor.ts';
import { today } from '../clock.ts';
import { Conflict, Forbidden } from '../errors.ts';
import { placesOf, type Places } from '../units/places.ts';
import { unitNames } from '../units/service.ts';
import { insideFacts, isIssued, readable, seesInside } from './access.ts';
import * as queries from './coverage-queries.ts';
import { refs, type PlanRef } from './present.ts';
import type * as schema from './schema.ts';
import type { Asked, Writing } from './service.ts';

type Coverage = z.infer<typeof schema.coverage>;
type CoveredUnit = Coverage['units'][number];

export async function coverage(deps: Writing, { actor, id }: Asked): Promise<Coverage> {
  const { db } = deps;
  const row = await readable(db, actor, id);
  // How the others stand is for the owner's people and those above.
  if (!seesInside(actor, row)) throw new Forbidden('not-allowed');
  if (!isIssued(row)) throw new Conflict('plan-wrong-state', { status: row.status });
  const places = await placesOf(db);
  const owed = await queries.owedUnder(db, id);
  const below = (await queries.plansUnder(db, id)).filter(
    (plan) => isIssued(plan) || may(actor, 'plan.read', insideFacts(plan)),
  );
  const takenUp = Map.groupBy(await queries.takenUp(db, id), ({ planId }) => planId);
  const units = covered({ owed, below, places, takenUp, day: today(deps.clock) });
  const ids = [...new Set(units.map(({ unitId }) => unitId))];
  const names = await unitNames(db, ids);
  const planRefs = await refs(db, [id, ...below.map((plan) => plan.id)]);
  const shown = units.map(({ unitId, planId, ...rest }) => ({
    ...rest,
    unit: { id: unitId, name: names.get(unitId) ?? '' },
    plan: planRefs.get(planId ?? 0) ?? null,
  }));
  const tasks = await tasksOf(deps, id, takenUp, { places, ownerId: row.ownerId });
  const count = (state: CoveredUnit['state']) => shown.filter((unit) => unit.state === state).length;
  return {
    plan: planRefs.get(id) as PlanRef,
    dueOn: owed.map(({ dueOn }) => dueOn).toSorted((a, b) => (a ?? '9').localeCompare(b ?? '9'))[0] ?? null,
    units: shown.toSorted((a, b) => a.unit.name.localeCompare(b.unit.name, 'vi', { numeric: true })),
    tasks: tasks.map(({ mine: _mine, ...task }) => task),
    counts: {
      issued: count('issued'),
      issuedLate: count('issued-late'),
      drafting: count('drafting'),
      none: count('none'),
      overdue: count('overdue'),
      tasksNobody: tasks.filter(({ takenUp: taken, mine, handedTo }) => taken === 0 && handedTo > mine)
        .length,
    },
  };
}

interface Standing {
  readonly owed: readonly queries.Owed[];
  readonly below: readonly queries.PlanUnder[];
  readonly places: Places;
  readonly takenUp: ReadonlyMap<number, readonly queries.TakenUp[]>;
  readonly day: string;
}

type Covered = Omit<CoveredUnit, 'unit' | 'plan'> & {
  readonly unitId: number;
  readonly planId: number | null;
};

/** A unit that has ended stands as it was named; the plan of who took its work over is its plan. */
function covered({ owed, below, places, takenUp, day }: Standing): Covered[] {
  const plansOf = Map.groupBy(below, ({ ownerId }) => places.heir(ownerId));
  const byUnit = Map.groupBy(owed, ({ unitId }) => unitId);
  const asked = [...byUnit].map(([unitId, duties]): Covered => {
    const plans = plansOf.get(places.heir(unitId)) ?? [];
    const [duty] = duties.toSorted((a, b) => (a.dueOn ?? '9').localeCompare(b.dueOn ?? '9'));
    const plan =
      plans.find((each) => each.id === duty?.ownPlanId) ?? plans.find(isIssued) ?? plans[0] ?? null;
    return {
      unitId,
      planId: plan?.id ?? null,
      dueOn: duty?.dueOn ?? null,
      issuedOn: plan?.issuedOn ?? null,
      state: stateOf(duty, plan, day),
      taskIds: (takenUp.get(plan?.id ?? 0) ?? []).map(({ taskId }) => taskId),
    };
  });
  const known = new Set(asked.map(({ unitId }) => places.heir(unitId)));
  // Nobody asked them, and they issued one all the same.
  const unasked = below
    .filter((plan) => isIssued(plan) && !known.has(places.heir(plan.ownerId)))
    .map((plan): Covered => ({
      unitId: plan.ownerId,
      planId: plan.id,
      dueOn: null,
      issuedOn: plan.issuedOn,
      state: 'issued',
      taskIds: (takenUp.get(plan.id) ?? []).map(({ taskId }) => taskId),
    }));
  return [...asked, ...unasked];
}

function stateOf(
  duty: queries.Owed | undefined,
  plan: queries.PlanUnder | null,
  day: string,
): CoveredUnit['state'] {
  const due = duty?.dueOn ?? null;
  if (duty?.doneOn) return due !== null && duty.doneOn > due ? 'issued-late' : 'issued';
  if (due !== null && due < day) return 'overdue';
  return plan ? 'drafting' : 'none';
}

/** `mine`: of the units it was handed to, those that are the plan's own owner. */
async function tasksOf(
  { db }: Writing,
  planId: number,
  takenUp: ReadonlyMap<number, readonly queries.TakenUp[]>,
  { places, ownerId }: { readonly places: Places; readonly ownerId: number },
) {
  const takers = Map.groupBy([...takenUp.values()].flat(), ({ taskId }) => taskId);
  const own = places.own(ownerId);
  return (await queries.tasksUnder(db, planId)).map(({ id, text, group, unitIds }) => ({
    id,
    text,
    group,
    handedTo: unitIds.length,
    takenUp: new Set((takers.get(id) ?? []).map(({ ownerId: taker }) => places.heir(taker))).size,
    unitIds: [...unitIds],
    mine: unitIds.filter((unitId) => own.has(unitId)).length,
  }));
}
