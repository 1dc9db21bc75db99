// Inspection visits: what was found at a unit, what has to be mended by when, and whether it was.
import { sql, type RawBuilder } from 'kysely';
import type { z } from '@hono/zod-openapi';
import { may, mustMay, scopeOf, type Actor } from '../access/actor.ts';
import { write } from '../audit/service.ts';
import { today } from '../clock.ts';
import type { Db } from '../db/connect.ts';
import type { Deps } from '../deps.ts';
import { Conflict, Forbidden, Invalid, NotFound } from '../errors.ts';
import { placesOf } from '../units/places.ts';
import type * as schema from './inspection-schema.ts';
import { tellFindings } from './told.ts';

type Writing = Pick<Deps, 'db' | 'clock'>;
export type Inspection = z.infer<typeof schema.inspection>;
type Input = z.infer<typeof schema.inspectionInput>;

interface InspectionRecord {
  readonly id: number;
  readonly byId: number;
  readonly byName: string;
  readonly unitId: number;
  readonly unitName: string;
  readonly rootId: number;
  readonly onDay: string;
  readonly members: string;
  readonly summary: string;
  readonly version: number;
  readonly findings: readonly Omit<Inspection['findings'][number], 'overdue'>[];
}

async function rowsOf(
  db: Db,
  where: RawBuilder<unknown>,
  page = sql``,
): Promise<readonly InspectionRecord[]> {
  const { rows } = await sql<InspectionRecord>`select i.id, b.id as by_id, b.name as by_name, u.id as unit_id,
      u.name as unit_name, i.root_id, i.on_day, i.members, i.summary, i.version,
      (select coalesce(json_agg(json_build_object('id', f.id, 'dutyId', f.duty_id, 'text', f.text, 'remedy', f.remedy,
          'remedyBy', f.remedy_by, 'remediedOn', f.remedied_on, 'remediedNote', f.remedied_note) order by f.id), '[]'::json)
        from finding f where f.inspection_id = i.id) as findings
    from inspection i join unit b on b.id = i.by_unit_id join unit u on u.id = i.unit_id
    where ${where} order by i.on_day desc, i.id desc ${page}`.execute(db);
  return rows;
}

/** The inspecting unit reads what it wrote, wherever the inspected one stands today. */
const factsOf = ({ unitId, byId }: Pick<InspectionRecord, 'unitId' | 'byId'>) => ({ unitId, issuerId: byId });

function present(row: InspectionRecord, actor: Actor, day: string): Inspection {
  const { id, byId, byName, unitId, unitName, onDay, members, summary, version } = row;
  return {
    id,
    by: { id: byId, name: byName },
    unit: { id: unitId, name: unitName },
    onDay,
    members,
    summary,
    version,
    findings: row.findings.map((each) => ({
      ...each,
      overdue: each.remediedOn === null && each.remedyBy < day,
    })),
    mayEdit: may(actor, 'inspection.write', { unitId }),
    mayRemedy: may(actor, 'duty.report', { unitId }) || may(actor, 'inspection.write', { unitId }),
  };
}

function within(actor: Actor): RawBuilder<unknown> {
  const { everything, unitIds, issuers } = scopeOf(actor, 'inspection.read');
  if (everything) return sql`true`;
  return sql`(i.unit_id = any(${[...unitIds]}::bigint[]) or i.by_unit_id = any(${[...issuers]}::bigint[]))`;
}

export async function listInspections(
  deps: Writing,
  actor: Actor,
  { unit, open, year, page, size }: z.infer<typeof schema.inspectionQuery>,
): Promise<z.infer<typeof schema.inspectionList>> {
  const day = today(deps.clock);
  const all = [within(actor)];
  if (unit !== undefined) {
    const ids = [...(await placesOf(deps.db)).own(unit)];
    all.push(sql`i.unit_id = any(${ids}::bigint[])`);
  }
  if (year !== undefined) all.push(sql`extract(year from i.on_day) = ${year}`);
  if (open !== undefined) {
    const past = open === 'overdue' ? sql`and f.remedy_by < ${day}::date` : sql``;
    all.push(sql`exists (select 1 from finding f
      where f.inspection_id = i.id and f.remedied_on is null ${past})`);
  }
  const where = sql`${sql.join(all, sql` and `)}`;
  const [rows, counted] = await Promise.all([
    rowsOf(deps.db, where, sql`limit ${size} offset ${(page - 1) * size}`),
    sql<{ n: number }>`select count(*) as n from inspection i where ${where}`.execute(deps.db),
  ]);
  return { rows: rows.map((row) => present(row, actor, day)), total: counted.rows[0]?.n ?? 0 };
}

export async function oneInspection({ db, clock }: Writing, actor: Actor, id: number): Promise<Inspection> {
  const [row] = await rowsOf(db, sql`i.id = ${id}`);
  if (!row || !may(actor, 'inspection.read', factsOf(row))) throw new NotFound('no-inspection', { id });
  return present(row, actor, today(clock));
}

export async function addInspection(deps: Writing, actor: Actor, input: Input): Promise<Inspection> {
  const { unitId, onDay, members, summary } = input;
  const byUnitId = inspectingUnit(actor, unitId);
  const day = today(deps.clock);
  if (onDay > day) throw new Invalid('inspected-in-future', { onDay });
  const id = await write(deps, actor, async (trx, note) => {
    const rootId = (await placesOf(trx)).root(unitId);
    const made = await trx
      .insertInto('inspection')
      .values({ rootId, byUnitId, unitId, onDay, members, summary, createdBy: actor.personId })
      .returning('id')
      .executeTakeFirstOrThrow();
    await writeFindings(trx, { id: made.id, unitId }, input.findings);
    await announce(trx, deps, actor, { unitId, findings: input.findings });
    const detail = { onDay, findings: input.findings.length };
    note({ action: 'inspection.add', subject: 'inspection', subjectId: made.id, unitId, rootId, detail });
    return made.id;
  });
  return oneInspection(deps, actor, id);
}

/** In whose name: the first of their units whose role lets them inspect that one. */
function inspectingUnit(actor: Actor, unitId: number): number {
  const grant = actor.grants.find((each) =>
    may({ ...actor, grants: [each] }, 'inspection.write', { unitId }),
  );
  if (!grant) throw new Forbidden();
  return grant.unitId;
}

interface Visit {
  readonly id: number;
  readonly unitId: number;
}

async function writeFindings(db: Db, { id, unitId }: Visit, findings: Input['findings']): Promise<void> {
  await requireDuties(db, unitId, findings);
  for (const { id: findingId, dutyId, text, remedy, remedyBy } of findings) {
    const row = { dutyId, text, remedy, remedyBy };
    if (findingId === undefined) {
      await db
        .insertInto('finding')
        .values({ ...row, inspectionId: id })
        .execute();
    } else {
      // Of this inspection only: another's is not there.
      const { numUpdatedRows } = await db
        .updateTable('finding')
        .set(row)
        .where('id', '=', findingId)
        .where('inspectionId', '=', id)
        .executeTakeFirst();
      if (numUpdatedRows === 0n) throw new NotFound('no-finding', { id: findingId });
    }
  }
}

/** A finding speaks of duties of the inspected unit, today or before its work went to it. */
async function requireDuties(db: Db, unitId: number, findings: Input['findings']): Promise<void> {
  const ids = findings.flatMap(({ dutyId }) => dutyId ?? []);
  if (ids.length === 0) return;
  const own = (await placesOf(db)).own(unitId);
  const rows = await db.selectFrom('duty').select(['id', 'unitId']).where('id', 'in', ids).execute();
  const theirs = new Set(rows.filter((row) => own.has(row.unitId)).map(({ id }) => id));
  const foreign = ids.find((id) => !theirs.has(id));
  if (foreign !== undefined) throw new Invalid('finding-of-other', { id: foreign });
}

async function announce(
  db: Db,
  { clock }: Writing,
  actor: Actor,
  { unitId, findings }: Pick<Input, 'unitId' | 'findings'>,
): Promise<void> {
  const found = findings.map(({ text, dutyId }) => ({ unitId, text, dutyId }));
  await tellFindings(db, { actor, clock }, found);
}

/** Findings that were remedied stay as they are; the inspected unit cannot change. */
export async function changeInspection(
  deps: Writing,
  actor: Actor,
  id: number,
  input: Input,
): Promise<Inspection> {
  const day = today(deps.clock);
  if (input.onDay > day) throw new Invalid('inspected-in-future', { onDay: input.onDay });
  await write(deps, actor, async (trx, note) => {
    const row = await held(trx, id);
    const rule = { read: 'inspection.read', code: 'no-inspection', id } as const;
    mustMay(actor, 'inspection.write', factsOf(row), rule);
    if (row.version !== input.version) {
      throw new Conflict('stale-version', {}, { current: present(row, actor, day), yours: input });
    }
    await keepFindings(trx, row, input.findings);
    const { onDay, members, summary } = input;
    await trx
      .updateTable('inspection')
      .set({ onDay, members, summary, version: row.version + 1 })
      .where('id', '=', id)
      .execute();
    const added = input.findings.filter((each) => each.id === undefined);
    await announce(trx, deps, actor, { unitId: row.unitId, findings: added });
    const { unitId, rootId } = row;
    const detail = { findings: input.findings.length };
    note({ action: 'inspection.change', subject: 'inspection', subjectId: id, unitId, rootId, detail });
  });
  return oneInspection(deps, actor, id);
}

async function held(db: Db, id: number): Promise<InspectionRecord> {
  await db.selectFrom('inspection').select('id').where('id', '=', id).forUpdate().execute();
  const [row] = await rowsOf(db, sql`i.id = ${id}`);
  if (!row) throw new NotFound('no-inspection', { id });
  return row;
}

async function keepFindings(db: Db, row: InspectionRecord, wanted: Input['findings']): Promise<void> {
  const before = new Map(row.findings.map((each) => [each.id, each]));
  const ids = new Set(wanted.flatMap((each) => each.id ?? []));
  const unknown = [...ids].find((id) => !before.has(id));
  if (unknown !== undefined) throw new NotFound('no-finding', { id: unknown });
  for (const each of before.values()) {
    if (each.remediedOn === null) continue;
    const now = wanted.find(({ id }) => id === each.id);
    const same = now?.text === each.text && now.remedy === each.remedy && now.remedyBy === each.remedyBy;
    if (!same) throw new Conflict('finding-remedied', { id: each.id });
  }
  const gone = [...before.keys()].filter((id) => !ids.has(id));
  if (gone.length > 0) await db.deleteFrom('finding').where('id', 'in', gone).execute();
  await writeFindings(db, row, wanted);
}

export interface Remedied {
  readonly findingId: number;
  readonly on: string;
  readonly note: string;
}

/** The inspected unit says that it was mended, or those who inspected find it so. */
export async function remedy(
  deps: Writing,
  actor: Actor,
  id: number,
  { findingId, on, note: why }: Remedied,
): Promise<Inspection> {
  const day = today(deps.clock);
  if (on > day) throw new Invalid('done-in-future', { doneOn: on });
  await write(deps, actor, async (trx, note) => {
    const row = await held(trx, id);
    if (!may(actor, 'inspection.read', factsOf(row))) throw new NotFound('no-inspection', { id });
    if (!present(row, actor, day).mayRemedy) throw new Forbidden();
    const found = row.findings.find((each) => each.id === findingId);
    if (!found) throw new NotFound('no-finding', { id: findingId });
    if (found.remediedOn !== null) throw new Conflict('finding-remedied', { id: findingId });
    await trx
      .updateTable('finding')
      .set({ remediedOn: on, remediedNote: why === '' ? null : why })
      .where('id', '=', findingId)
      .execute();
    await trx
      .updateTable('inspection')
      .set({ version: row.version + 1 })
      .where('id', '=', id)
      .execute();
    const { unitId, rootId } = row;
    const detail = { finding: findingId, on };
    note({ action: 'inspection.remedy', subject: 'inspection', subjectId: id, unitId, rootId, detail });
  });
  return oneInspection(deps, actor, id);
}
