// Closing: nothing new is handed down; what is open goes on, and counts until it is reported. Nobody's work ends unseen.
import type { z } from '@hono/zod-openapi';
import { today } from '../clock.ts';
import type { Db } from '../db/connect.ts';
import { Forbidden } from '../errors.ts';
import { placesOf } from '../units/places.ts';
import { unitNames } from '../units/service.ts';
import { publish } from '../webhooks/service.ts';
import { readable, seesInside } from './access.ts';
import { openByUnit } from './duty-queries.ts';
import type * as schema from './schema.ts';
import { settle, taking, type Asked, type PlanStep, type Writing } from './service.ts';

type OpenWork = z.infer<typeof schema.openWork>;
type Counts = Omit<OpenWork, 'units'>;

const none: Counts = { open: 0, overdue: 0, reported: 0 };
const plus = (a: Counts, b: Counts): Counts => ({
  open: a.open + b.open,
  overdue: a.overdue + b.overdue,
  reported: a.reported + b.reported,
});

/** What is not done yet of what the plan handed down, by the units that answer for it today; the most overdue first. */
export async function openWork({ db, clock }: Writing, { actor, id }: Asked): Promise<OpenWork> {
  const row = await readable(db, actor, id);
  if (!seesInside(actor, row)) throw new Forbidden('not-allowed');
  return openWorkOf(db, id, today(clock));
}

async function openWorkOf(db: Db, planId: number, day: string): Promise<OpenWork> {
  const { heir } = await placesOf(db);
  const units = new Map<number, Counts>();
  for (const { unitId, ...counts } of await openByUnit(db, planId, day)) {
    const unit = heir(unitId);
    units.set(unit, plus(units.get(unit) ?? none, counts));
  }
  const names = await unitNames(db, [...units.keys()]);
  const vietnamese = new Intl.Collator('vi', { numeric: true });
  const rows = [...units]
    .map(([unit, counts]) => ({ unit: { id: unit, name: names.get(unit) ?? '' }, ...counts }))
    .toSorted(
      (a, b) => b.overdue - a.overdue || b.open - a.open || vietnamese.compare(a.unit.name, b.unit.name),
    );
  return {
    ...rows.reduce<Counts>(
      (sum, { open, overdue, reported }) => plus(sum, { open, overdue, reported }),
      none,
    ),
    units: rows,
  };
}

/** How much was open then stands in its history. */
export async function close(deps: Writing, asked: Asked, wanted: PlanStep): Promise<void> {
  await taking(deps, asked, { ability: 'close', wanted }, async (opened) => {
    const { id, ownerId, title, number } = opened.row;
    const { open, overdue, reported } = await openWorkOf(opened.trx, id, today(deps.clock));
    const left = { open, overdue, reported };
    await settle(opened, asked.actor, {
      action: 'closed',
      reason: wanted.reason ?? null,
      detail: left,
      status: 'closed',
    });
    await publish(opened.trx, async () => [
      { name: 'plan.closed', unitIds: [ownerId], data: { planId: id, title, number, ...left } },
    ]);
  });
}
