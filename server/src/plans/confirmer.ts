// The coordinating body of a plan (cơ quan đầu mối), which confirms what is done.
import { sql } from 'kysely';
import type { Db } from '../db/connect.ts';
import { fold } from '../text/fold.ts';
import { placesOf } from '../units/places.ts';
import type { PlanBody } from './body.ts';
import type { Expansion } from './expand.ts';

const standing = /\bco quan (?:thuong truc|dau moi)\b|\blam dau moi\b|\bla dau moi\b/;
const followsUp = /\b(?:don doc|theo doi)\b.*\b(?:tong hop|bao cao)\b/;

/** A unit that the plan itself makes the standing agency: the only one that leads such a task. */
function namedIn(body: PlanBody, { lines }: Expansion): number | null {
  for (const pattern of [standing, followsUp]) {
    for (const task of body.tasks) {
      if (task.asksPlan || !pattern.test(fold([task.text, ...task.items].join(' ')))) continue;
      const leads = lines.filter(({ planTaskId, role }) => planTaskId === task.id && role === 'lead');
      const [only] = leads;
      if (leads.length === 1 && only?.single && only.unitIds.length === 1) return only.unitIds[0] ?? null;
    }
  }
  return null;
}

/** Named by the plan; else the unit below the owner whose people coordinate; else the owner. */
export async function confirmerOf(
  db: Db,
  { ownerId, body, day }: { readonly ownerId: number; readonly body: PlanBody; readonly day: string },
  expansion: Expansion,
): Promise<number> {
  const named = namedIn(body, expansion);
  const places = await placesOf(db);
  if (named !== null && (named === ownerId || places.withBelow(ownerId).has(named))) return named;
  const { rows } = await sql<{ id: number }>`select distinct unit_id as id from role_grant
    where role = 'coordinator' and ended_at is null and valid_from <= ${day}::date
      and coalesce(valid_to >= ${day}::date, true) order by unit_id`.execute(db);
  const owner = places.heir(ownerId);
  return rows.find(({ id }) => places.above(id)[0] === owner)?.id ?? ownerId;
}
