// Opening the reports of a call: one a unit, each under the one it is rolled up to, filled from the records.
import { sql } from 'kysely';
import type { Db } from '../db/connect.ts';
import { placesOf } from '../units/places.ts';
import type { CallForm } from '../regimes/body.ts';
import { deriveFigures, weigh } from './derive.ts';
import { publishStep } from './published.ts';
import { addEvents } from './queries.ts';
import { takeFromShorter } from './shorter-periods.ts';

export interface Opening {
  readonly unitId: number;
  /** Position among the openings is by depth: who receives comes before who sends. Null: the call's own. */
  readonly toUnitId: number | null;
  readonly depth: number;
  readonly tier: string | null;
  readonly dueOn: string;
}

export interface CallOpened {
  readonly id: number;
  readonly ownerId: number;
  readonly form: CallForm;
  readonly from: string;
  readonly to: string;
  readonly day: string;
  readonly at: Date;
  readonly personId: number | null;
}

/** Opens those that are not there yet; returns report ids by unit, of all that the call has. */
export async function openReports(
  db: Db,
  call: CallOpened,
  openings: readonly Opening[],
): Promise<ReadonlyMap<number, number>> {
  const known = new Map(
    (await db.selectFrom('report').select(['id', 'unitId']).where('callId', '=', call.id).execute()).map(
      ({ id, unitId }) => [unitId, id],
    ),
  );
  const places = await placesOf(db);
  const made: number[] = [];
  for (const [depth, level] of [...Map.groupBy(openings, (each) => each.depth)].toSorted(
    ([a], [b]) => a - b,
  )) {
    const rows = level
      .filter(({ unitId }) => !known.has(unitId))
      .map(({ unitId, toUnitId, tier, dueOn }) => ({
        callId: call.id,
        unitId,
        rootId: places.root(unitId),
        parentId:
          depth === 0 ? null : (known.get(toUnitId ?? call.ownerId) ?? known.get(call.ownerId) ?? null),
        depth,
        tier,
        dueOn,
        firstDueOn: dueOn,
        lastMovedOn: call.day,
      }));
    for (let at = 0; at < rows.length; at += 2000) {
      const inserted = await db
        .insertInto('report')
        .values(rows.slice(at, at + 2000))
        .returning(['id', 'unitId'])
        .execute();
      for (const { id, unitId } of inserted) {
        known.set(unitId, id);
        made.push(id);
      }
    }
  }
  await addEvents(
    db,
    made.map((reportId) => ({ reportId, day: call.day, personId: call.personId, action: 'called' })),
  );
  await publishStep(db, made, { step: 'called', day: call.day });
  return known;
}

/** Which records each report counts. `parts`: for each unit the unit whose report counts it. */
export async function keepParts(
  db: Db,
  callId: number,
  parts: ReadonlyMap<number, number>,
  reports: ReadonlyMap<number, number>,
): Promise<void> {
  const rows = [...parts].flatMap(([unitId, at]) => {
    const reportId = reports.get(at);
    return reportId === undefined ? [] : [{ u: unitId, r: reportId }];
  });
  await db.deleteFrom('reportPart').where('callId', '=', callId).execute();
  await sql`insert into report_part (call_id, unit_id, report_id)
    select ${callId}, u, r from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as x(u bigint, r bigint)`.execute(
    db,
  );
}

export async function fillOpened(db: Db, call: CallOpened, reportIds: readonly number[]): Promise<void> {
  const { id: callId, form, day, from, to, at } = call;
  const deriving = { callId, form, day, from, to, reportIds, at };
  await takeFromShorter(db, deriving);
  await deriveFigures(db, deriving);
  await weigh(db, reportIds, form.indicators);
  await db
    .updateTable('report')
    .set({ derivedAt: call.at })
    .where(sql<boolean>`id = any(${[...reportIds]}::bigint[])`)
    .execute();
}
