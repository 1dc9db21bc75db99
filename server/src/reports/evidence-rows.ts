// What proves a report, as it is shown.
import { sql } from 'kysely';
import type { z } from '@hono/zod-openapi';
import type { Db } from '../db/connect.ts';
import type * as schema from './schema.ts';

export type Evidence = z.infer<typeof schema.evidence>;

/** What is being read and what was refused is seen by those who fill the report (`own`), nobody else. */
export async function evidenceOf(
  db: Db,
  reportIds: readonly number[],
  own: boolean,
): Promise<readonly (Evidence & { readonly reportId: number })[]> {
  const rows = await db
    .selectFrom('reportEvidence as r')
    .leftJoin('person as p', 'p.id', 'r.addedBy')
    .leftJoin('evidence as e', (join) => join.onRef('e.id', '=', 'r.evidenceId').on('r.kind', '=', 'file'))
    .select(['r.reportId', 'r.id', 'r.sectionId', 'r.indicatorId', 'r.cell', 'r.kind', 'r.title', 'r.url'])
    .select(['r.documentId', 'r.evidenceId', 'r.dutyId', 'r.addedAt', 'p.name as addedBy'])
    .select(['e.mediaType', 'e.size', 'e.refusal'])
    .select(sql<Evidence['state']>`coalesce(e.state, 'kept')`.as('state'))
    .where(sql<boolean>`r.report_id = any(${[...reportIds]}::bigint[])`)
    .where('r.removedAt', 'is', null)
    .$if(!own, (query) => query.where(sql<boolean>`coalesce(e.state, 'kept') = 'kept'`))
    .orderBy('r.id')
    .execute();
  return rows.map(({ addedAt, ...row }) => ({ ...row, addedAt: addedAt.toISOString() }));
}
