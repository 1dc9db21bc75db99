// Roles that are held today.
import { sql } from 'kysely';
import type { Db } from '../db/connect.ts';
import type { Role } from './roles.ts';

export interface HeldGrant {
  readonly id: number | null;
  readonly role: Role;
  readonly unitId: number;
  readonly deputyFor: number | null;
  readonly until: string | null;
}

export interface Held {
  readonly name: string;
  readonly grants: readonly HeldGrant[];
}

/** A deputy's grant holds only as long as the one that it stands in for. */
export async function personWithGrants(db: Db, personId: number, day: string): Promise<Held | null> {
  const { rows } = await sql<Held>`select p.name, coalesce(
      (select json_agg(json_build_object('id', g.id, 'role', g.role, 'unitId', g.unit_id, 'deputyFor', g.deputy_for,
            'until', case when g.deputy_for is not null or g.lent then least(g.valid_to,
              (select o.valid_to from role_grant o where o.id = g.deputy_for)) end)
          order by g.id)
        from role_grant g
        where g.person_id = p.id and g.ended_at is null
          and g.valid_from <= ${day}::date and coalesce(g.valid_to >= ${day}::date, true)
          and (g.deputy_for is null or exists (select 1 from role_grant o join person q on q.id = o.person_id
            where o.id = g.deputy_for and o.ended_at is null and q.active
              and o.valid_from <= ${day}::date and coalesce(o.valid_to >= ${day}::date, true)))),
      '[]'::json) as grants
    from person p where p.id = ${personId} and p.active`.execute(db);
  return rows[0] ?? null;
}

export interface HeldToken extends Held {
  readonly keptBy: number | null;
}

export async function tokenWithGrants(db: Db, tokenId: number, day: string): Promise<HeldToken | null> {
  const row = await db
    .selectFrom('apiToken')
    .select(['name', 'unitId', 'roles', 'keptBy'])
    .where('id', '=', tokenId)
    .where('revokedAt', 'is', null)
    .where(sql<boolean>`coalesce(expires_on >= ${day}::date, true)`)
    .executeTakeFirst();
  if (!row) return null;
  const { name, unitId, roles, keptBy } = row;
  const grants = roles.map((role) => ({ id: null, role, unitId, deputyFor: null, until: null }));
  return { name, keptBy, grants };
}
