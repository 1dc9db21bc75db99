// Looking into the log: only what belongs to the units that the reader answers for.
import { sql, type Kysely } from 'kysely';
import type { z } from '@hono/zod-openapi';
import { scopeOf, type Actor } from '../access/actor.ts';
import { reaches, type Condition } from '../access/condition.ts';
import type { Db } from '../db/connect.ts';
import type { Tables } from '../db/tables.ts';
import { unitNames } from '../units/service.ts';
import type * as schema from './schema.ts';
import { sealOf } from './seal.ts';

export type AuditRow = z.infer<typeof schema.auditRow>;
type Filter = z.infer<typeof schema.auditFilter>;
type List = z.infer<typeof schema.auditList>;

/**
 * Rows say to which unit their record belongs, or at least to which tree. Those of neither (a sign-in, a change of one's own
 * password) are read by who answers for one of the person's units.
 */
function readable(actor: Actor): Condition {
  const scope = scopeOf(actor, 'audit.read');
  const mine = sql<boolean>`exists (select 1 from role_grant g
    where g.person_id = audit.person_id and g.unit_id = any(${[...scope.unitIds]}::bigint[]))`;
  const homeless = sql<boolean>`(audit.unit_id is null and audit.root_id is null and ${mine})`;
  return sql`(${reaches(scope, { owner: sql<number | null>`coalesce(audit.unit_id, audit.root_id)` })} or ${homeless})`;
}

/** A day in Việt Nam begins at 17:00 UTC of the day before. */
const dayStart = (day: string) => sql`(${day}::date::timestamp at time zone 'Asia/Ho_Chi_Minh')`;

function conditions(actor: Actor, filter: Filter): Condition {
  const { person, unit, action, subject, id, from, to, q } = filter;
  const all: Condition[] = [
    readable(actor),
    ...(person === undefined ? [] : [sql<boolean>`audit.person_id = ${person}`]),
    ...(unit === undefined ? [] : [sql<boolean>`audit.unit_id = ${unit}`]),
    ...(action
      ? [sql<boolean>`(audit.action = ${action} or audit.action like ${`${likely(action)}.%`})`]
      : []),
    ...(subject === undefined ? [] : [sql<boolean>`audit.subject = ${subject}`]),
    ...(id === undefined ? [] : [sql<boolean>`audit.subject_id = ${id}`]),
    ...(from === undefined ? [] : [sql<boolean>`audit.at >= ${dayStart(from)}`]),
    ...(to === undefined ? [] : [sql<boolean>`audit.at < ${dayStart(to)} + interval '1 day'`]),
    ...(q?.trim()
      ? [sql<boolean>`(audit.who ilike ${`%${likely(q.trim())}%`} or audit.address = ${q.trim()})`]
      : []),
  ];
  return sql`${sql.join(all, sql` and `)}`;
}

const likely = (text: string) => text.replace(/[\\%_]/g, '\\$&');

async function rowsOf(db: Db, where: Condition, { limit, offset }: { limit: number; offset: number }) {
  const rows = await db
    .selectFrom('audit')
    .selectAll()
    .where(where)
    .orderBy('seq', 'desc')
    .limit(limit)
    .offset(offset)
    .execute();
  const names = await unitNames(
    db,
    rows.flatMap(({ unitId }) => (unitId === null ? [] : [unitId])),
  );
  return rows.map((row): AuditRow => {
    const { seq, at, personId, tokenId, who, address, action, subject, subjectId, unitId, detail, hash } =
      row;
    const unit = unitId === null ? null : { id: unitId, name: names.get(unitId) ?? '' };
    const said = { seq, at: at.toISOString(), personId, tokenId, who, address, action, subject };
    return { ...said, subjectId, unit, detail: { ...detail }, hash };
  });
}

export async function list(
  db: Kysely<Tables>,
  actor: Actor,
  { page, size, ...filter }: z.infer<typeof schema.auditQuery>,
): Promise<List> {
  await sealOf(db).settle();
  const where = conditions(actor, filter);
  const [rows, counted] = await Promise.all([
    rowsOf(db, where, { limit: size, offset: (page - 1) * size }),
    db
      .selectFrom('audit')
      .where(where)
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .executeTakeFirst(),
  ]);
  return { rows, total: counted?.count ?? 0, page, size };
}

/** In portions, newest first; what is written meanwhile does not shift them. */
export async function* allRows(
  db: Kysely<Tables>,
  actor: Actor,
  filter: Filter,
): AsyncGenerator<readonly AuditRow[]> {
  const portion = 2000;
  await sealOf(db).settle();
  for (let below: number | null = null, more = true; more;) {
    const where = conditions(actor, filter);
    const bounded: Condition = below === null ? where : sql`${where} and audit.seq < ${below}`;
    const rows: readonly AuditRow[] = await rowsOf(db, bounded, { limit: portion, offset: 0 });
    if (rows.length > 0) yield rows;
    below = rows.at(-1)?.seq ?? below;
    more = rows.length === portion;
  }
}
