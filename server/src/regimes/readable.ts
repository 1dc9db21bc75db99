// Who may see a regime, and what it says on a day.
import { may, type Actor, type Facts } from '../access/actor.ts';
import type { Db } from '../db/connect.ts';
import { NotFound } from '../errors.ts';
import * as queries from './queries.ts';
import type { RegimeRow, VersionRow } from './queries.ts';

/** What was set is known to those below, as what was issued. */
export const factsOf = ({ ownerId }: Pick<RegimeRow, 'ownerId'>): Facts => ({
  unitId: ownerId,
  issuerId: ownerId,
  issued: true,
});

export async function readableRegime(db: Db, actor: Actor, id: number): Promise<RegimeRow> {
  const row = await queries.regimeById(db, id);
  if (!row || !may(actor, 'regime.read', factsOf(row))) throw new NotFound('no-regime', { id });
  return row;
}

/** In force on a day; before the first, the first. `versions` newest first. */
export function inForce(versions: readonly VersionRow[], day: string): VersionRow {
  const found = versions.find(({ validFrom }) => validFrom <= day) ?? versions.at(-1);
  if (!found) throw new Error('A regime without a version.');
  return found;
}
