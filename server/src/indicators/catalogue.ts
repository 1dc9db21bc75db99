// The catalogue as one unit uses it: its own indicators, those of the units above it, the ready ones; of one code the nearest.
import { sql } from 'kysely';
import type { Db } from '../db/connect.ts';
import { placesOf } from '../units/places.ts';
import type { IndicatorBody } from './body.ts';

export interface CatalogueRow {
  readonly id: number;
  readonly ownerId: number | null;
  readonly code: string;
  readonly body: IndicatorBody;
  readonly version: number;
  readonly endedOn: string | null;
}

/** With those that have ended if asked for: what was called with them goes on. */
export async function catalogueFor(
  db: Db,
  unitId: number,
  { ended = false }: { readonly ended?: boolean } = {},
): Promise<ReadonlyMap<string, CatalogueRow>> {
  const places = await placesOf(db);
  const line = [places.heir(unitId), ...places.above(unitId)];
  const rank = new Map(line.flatMap((id, at) => [...places.own(id)].map((each) => [each, at] as const)));
  const { rows } = await sql<CatalogueRow>`select id, owner_id, code, body, version, ended_on from indicator
    where (owner_id is null or owner_id = any(${[...rank.keys()]}::bigint[])) and (${ended} or ended_on is null)`.execute(
    db,
  );
  const far = (row: CatalogueRow) => (row.ownerId === null ? Infinity : (rank.get(row.ownerId) ?? Infinity));
  const found = new Map<string, CatalogueRow>();
  for (const row of rows) {
    const there = found.get(row.code);
    if (!there || far(row) < far(there)) found.set(row.code, row);
  }
  return found;
}
