// In whose name a document is taken in where nobody is signed in: the command line, the illustration, an older database.
import { sql } from 'kysely';
import { system } from '../access/actor.ts';
import { write } from '../audit/service.ts';
import type { Db } from '../db/connect.ts';
import type { Deps } from '../deps.ts';
import { placesOf } from '../units/places.ts';

/** The unit that an id, a key ("demo:so-ngoai-vu"), a code ("H56.01") or a whole name means today; null if none or several. */
export async function ownerNamed(db: Db, text: string): Promise<number | null> {
  const wanted = text.trim().normalize('NFC');
  const rows = await db
    .selectFrom('unit')
    .select('id')
    .where('validTo', 'is', null)
    .where((eb) =>
      eb.or([
        eb('key', '=', wanted),
        eb('code', '=', wanted),
        sql<boolean>`lower(name) = lower(${wanted})`,
        ...(/^\d{1,9}$/.test(wanted) ? [eb('id', '=', Number(wanted))] : []),
      ]),
    )
    .limit(2)
    .execute();
  return rows.length === 1 ? (rows[0]?.id ?? null) : null;
}

/** The top of the only tree in which anybody works; null if there is none, or more than one. */
export async function homeOf(db: Db): Promise<number | null> {
  const rows = await db
    .selectFrom('roleGrant')
    .select('unitId')
    .distinct()
    .where('endedAt', 'is', null)
    .execute();
  const places = await placesOf(db);
  const roots = new Set(rows.map(({ unitId }) => places.root(unitId)));
  const [home] = roots;
  return roots.size === 1 && home !== undefined ? home : null;
}

/** Documents that were taken in before there was anybody belong to the agency that moves in. */
export async function adopt(deps: Pick<Deps, 'db' | 'clock'>): Promise<number> {
  const orphan = await deps.db
    .selectFrom('document')
    .select('id')
    .where('ownerId', 'is', null)
    .limit(1)
    .executeTakeFirst();
  const home = orphan ? await homeOf(deps.db) : null;
  if (home === null) return 0;
  return write(deps, system, async (trx, note) => {
    const { rows } = await sql<{ id: number }>`update document d set owner_id = ${home}, root_id = ${home}
      where d.owner_id is null and not exists (
        select 1 from document o where o.root_id = ${home} and o.sha256 = d.sha256) returning id`.execute(
      trx,
    );
    const ids = rows.map(({ id }) => id);
    await sql`update task set owner_id = ${home}, root_id = ${home}
      where owner_id is null and document_id = any(${ids}::bigint[])`.execute(trx);
    for (const id of ids) {
      note({ action: 'document.adopt', subject: 'document', subjectId: id, unitId: home, rootId: home });
    }
    return ids.length;
  });
}
