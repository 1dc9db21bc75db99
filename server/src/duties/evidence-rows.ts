// What proves that a duty was done, as it is shown.
import type { z } from '@hono/zod-openapi';
import type { Db } from '../db/connect.ts';
import type * as schema from './evidence-schema.ts';

export type Evidence = z.infer<typeof schema.evidence>;

/**
 * Without what was taken away: of that the history tells. What is being read and what was refused is seen by those who work on the
 * duty (`own`), nobody else.
 */
export async function evidenceOf(db: Db, dutyId: number, own: boolean): Promise<Evidence[]> {
  const rows = await db
    .selectFrom('evidence as e')
    .leftJoin('person as p', 'p.id', 'e.addedBy')
    .select(['e.id', 'e.output', 'e.kind', 'e.title', 'e.url', 'e.fileName', 'e.mediaType', 'e.size'])
    .select(['p.name as addedBy', 'e.addedAt', 'e.state', 'e.refusal'])
    .where('e.dutyId', '=', dutyId)
    .where('e.removedAt', 'is', null)
    .$if(!own, (query) => query.where('e.state', '=', 'kept'))
    .orderBy('e.id')
    .execute();
  return rows.map((row) => ({ ...row, addedAt: row.addedAt.toISOString() }));
}
