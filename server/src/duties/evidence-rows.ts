// What proves that a duty was done, as it is shown.
import type { z } from '@hono/zod-openapi';
import type { Db } from '../db/connect.ts';
import type * as schema from './schema.ts';

export type Evidence = z.infer<typeof schema.evidence>;

/** Without what was taken away: of that the history tells. */
export async function evidenceOf(db: Db, dutyId: number): Promise<Evidence[]> {
  const rows = await db
    .selectFrom('evidence as e')
    .leftJoin('person as p', 'p.id', 'e.addedBy')
    .select(['e.id', 'e.output', 'e.kind', 'e.title', 'e.url', 'e.fileName', 'e.mediaType', 'e.size'])
    .select(['p.name as addedBy', 'e.addedAt'])
    .where('e.dutyId', '=', dutyId)
    .where('e.removedAt', 'is', null)
    .orderBy('e.id')
    .execute();
  return rows.map((row) => ({ ...row, addedAt: row.addedAt.toISOString() }));
}
