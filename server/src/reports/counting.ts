// How many reports are expected, in, on time, late, missing, excused: of those that somebody sees, by whatever they are grouped.
import { sql, type RawBuilder } from 'kysely';
import type { Actor } from '../access/actor.ts';
import type { Db } from '../db/connect.ts';
import { readable } from './access.ts';
import { reportingOf } from './list.ts';
import { countReports } from './queries.ts';
import type { Reporting } from './standing.ts';

interface Wanted {
  /** Speaks of the report as "r", its call as "c". */
  readonly where: RawBuilder<unknown>;
  readonly by: RawBuilder<unknown>;
  readonly day: string;
}

export async function reportingIn(
  db: Db,
  actor: Actor,
  { where, by, day }: Wanted,
): Promise<ReadonlyMap<string, Reporting>> {
  const rows = await countReports(db, sql`${where} and ${readable(actor)}`, { day, by: sql`${by}::text` });
  return new Map(rows.map((row) => [String(row.at), reportingOf(row)]));
}
