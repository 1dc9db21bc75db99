// Who is told of what happens to reports; part of the transaction in which it happens.
import { sql } from 'kysely';
import type { Role } from '../access/roles.ts';
import type { Db } from '../db/connect.ts';
import type { Deps } from '../deps.ts';
import { tell, type Happening } from '../notices/service.ts';
import type { Taken } from './step.ts';

type Kind = Exclude<
  Extract<Happening['kind'], `report-${string}`>,
  'report-handed' | 'report-given-back' | 'report-signed'
>;

/** Who decides on reports at the unit that receives them. */
const deciders: readonly Role[] = ['coordinator', 'leader'];
/** Who works on reports of a unit, in its own name or in its superior's. */
export const workers: readonly Role[] = ['officer', 'leader', 'coordinator'];

/** Who sends the reports of their own unit. */
export const signers: readonly Role[] = ['leader', 'approver', 'coordinator'];

const short = (text: string) => (text.length > 200 ? `${text.slice(0, 199).trimEnd()}…` : text);

interface Told {
  readonly kind: Kind;
  readonly reason?: string;
  readonly day?: string;
  /** Of these reports instead. */
  readonly reportIds?: readonly number[];
}

export async function tellStep(
  db: Db,
  teller: Pick<Deps, 'clock'>,
  { row, call, standing, actor }: Taken,
  { kind, reason, day, reportIds }: Told,
): Promise<void> {
  const toReceiver = kind === 'report-submitted';
  if (toReceiver && standing.depth === 0) return;
  const about = reportIds ? await unitsOf(db, reportIds) : [{ id: row.id, unitId: row.unitId }];
  await tell(
    db,
    teller,
    about.map(({ id, unitId }) => ({
      kind,
      unitIds: [toReceiver ? standing.receiverId : unitId],
      roles: toReceiver ? deciders : workers,
      values: { text: short(call.name), unitId, reason: reason ? short(reason) : null, day: day ?? null },
      reportId: id,
      except: actor.personId,
    })),
  );
}

interface Handing {
  readonly kind: 'report-handed' | 'report-given-back';
  readonly reason: string | null;
}

/** Handed over: who sends it is told; given back: who handed it over, with all who fill it. */
export async function tellHanding(
  db: Db,
  teller: Pick<Deps, 'clock'>,
  { row, call, actor }: Taken,
  { kind, reason }: Handing,
): Promise<void> {
  const up = kind === 'report-handed';
  await tell(db, teller, [
    {
      kind,
      unitIds: [row.unitId],
      roles: up ? signers : ['officer'],
      personIds: up || row.handedBy === null ? [] : [row.handedBy],
      values: {
        text: short(call.name),
        unitId: row.unitId,
        by: actor.name,
        day: row.dueOn,
        reason: reason ? short(reason) : null,
      },
      reportId: row.id,
      except: actor.personId,
    },
  ]);
}

/** Whoever handed it over learns that it went on. */
export async function tellSigned(
  db: Db,
  teller: Pick<Deps, 'clock'>,
  { row, call, actor }: Taken,
): Promise<void> {
  if (row.handedBy === null) return;
  const values = { text: short(call.name), unitId: row.unitId };
  const about = { reportId: row.id, except: actor.personId };
  await tell(db, teller, [{ kind: 'report-signed', personIds: [row.handedBy], values, ...about }]);
}

async function unitsOf(db: Db, ids: readonly number[]) {
  const { rows } = await sql<{ id: number; unitId: number }>`select id, unit_id from report
    where id = any(${[...ids]}::bigint[])`.execute(db);
  return rows;
}

export interface Called {
  readonly id: number;
  readonly unitId: number;
  readonly dueOn: string;
}

export async function tellCalled(
  db: Db,
  teller: Pick<Deps, 'clock'> & { readonly personId: number | null },
  { name, reports }: { readonly name: string; readonly reports: readonly Called[] },
): Promise<void> {
  await tell(
    db,
    teller,
    reports.map(({ id, unitId, dueOn }) => ({
      kind: 'report-called' as const,
      unitIds: [unitId],
      roles: workers,
      values: { text: short(name), unitId, day: dueOn },
      reportId: id,
      except: teller.personId,
    })),
  );
}
