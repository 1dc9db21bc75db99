// Who is told of what happens to plans; part of the transaction in which it happens.
import { sql } from 'kysely';
import type { Actor } from '../access/actor.ts';
import type { Db } from '../db/connect.ts';
import type { Deps } from '../deps.ts';
import { tell, type Happening } from '../notices/service.ts';
import type { PlanRow } from './queries.ts';

export interface Teller extends Pick<Deps, 'clock'> {
  readonly actor: Actor;
}

const short = (text: string) => (text.length > 200 ? `${text.slice(0, 199).trimEnd()}…` : text);

const about = ({ id, title, amendmentHead }: PlanRow, { actor }: Teller) => ({
  planId: id,
  except: actor.personId,
  text: short(amendmentHead?.title ?? title),
});

export async function tellSubmitted(db: Db, teller: Teller, row: PlanRow): Promise<void> {
  const { text, ...rest } = about(row, teller);
  await tell(db, teller, [
    {
      ...rest,
      kind: 'plan-submitted',
      unitIds: [row.ownerId],
      roles: ['approver', 'leader'],
      values: { unitId: row.ownerId, text },
    },
  ]);
}

/** Who drew it up and who submitted it. */
const authors = ({ createdBy, submittedBy }: PlanRow) => [createdBy, submittedBy].filter((id) => id !== null);

/** Those who drew it up hear what was decided. */
export async function tellDecided(
  db: Db,
  teller: Teller,
  row: PlanRow,
  decided: { readonly kind: 'plan-returned' | 'plan-approved'; readonly reason?: string },
): Promise<void> {
  const { text, ...rest } = about(row, teller);
  const personIds = authors(row);
  const reason = decided.reason === undefined ? null : short(decided.reason);
  await tell(db, teller, [
    { ...rest, kind: decided.kind, personIds, values: { unitId: row.ownerId, text, reason } },
  ]);
}

export interface HandedOver {
  /** The newest duty before this plan was handed down. */
  readonly after: number;
  /** Duties that an amendment ended or moved. */
  readonly changed: readonly number[];
}

/** Each unit of what it was given and of what changed for it; those who drew it up and those above, that it is issued. */
export async function tellIssued(
  db: Db,
  teller: Teller,
  row: PlanRow,
  { after, changed }: HandedOver,
): Promise<void> {
  const { text, ...rest } = about(row, teller);
  const given = await sql<{ unitId: number; n: number }>`select unit_id as "unitId", count(*) as n from duty
    where plan_id = ${row.id} and id > ${after} and cancelled_on is null group by 1 order by 1`.execute(db);
  const touched = await sql<{ unitId: number; n: number }>`select unit_id as "unitId", count(*) as n from duty
    where id = any(${[...changed]}::bigint[]) group by 1 order by 1`.execute(db);
  const each = (kind: Happening['kind'], rows: readonly { unitId: number; n: number }[]) =>
    rows.map(({ unitId, n }): Happening => ({
      ...rest,
      kind,
      unitIds: [unitId],
      values: { unitId, n, text },
    }));
  await tell(db, teller, [
    ...each('handed-down', given.rows),
    ...each('changed', touched.rows),
    {
      ...rest,
      kind: 'plan-issued',
      unitIds: await above(db, row),
      roles: ['coordinator', 'leader'],
      personIds: authors(row),
      values: { unitId: row.ownerId, text },
    },
  ]);
}

/** Whose plan it carries out, and who follows that one through. */
async function above(db: Db, { superiorId }: PlanRow): Promise<readonly number[]> {
  if (superiorId === null) return [];
  const superior = await db
    .selectFrom('plan')
    .select(['ownerId', 'confirmerId'])
    .where('id', '=', superiorId)
    .executeTakeFirst();
  return [...new Set([superior?.ownerId, superior?.confirmerId])].filter((id) => id != null);
}

export const newestDuty = async (db: Db): Promise<number> =>
  (await sql<{ id: number }>`select coalesce(max(id), 0) as id from duty`.execute(db)).rows[0]?.id ?? 0;
