// A page of documents with the counts of its filters.
import type { z } from '@hono/zod-openapi';
import type { Actor } from '../access/actor.ts';
import type { Deps } from '../deps.ts';
import type { Locale } from '../http/locale.ts';
import { named, summary } from './present.ts';
import * as queries from './queries.ts';
import { readableBy } from './rights.ts';
import type * as schema from './schema.ts';

type Query = z.infer<typeof schema.documentListQuery>;
type List = z.infer<typeof schema.documentList>;

export interface Reader {
  readonly actor: Actor;
  readonly locale: Locale;
}

export async function list(
  { db, files }: Pick<Deps, 'db' | 'files'>,
  query: Query,
  { actor, locale }: Reader,
): Promise<List> {
  // Of refused files there are no rows to list.
  const { q, type: kind, status: state, ...rest } = query;
  const wanted = { ...rest, q, type: kind, status: state, readable: readableBy(actor) };
  const rows = await queries.listDocuments(db, wanted);
  const [status, type] = [
    await queries.facetOf(db, wanted, 'status'),
    await queries.facetOf(db, wanted, 'type'),
  ];
  return {
    rows: await Promise.all(rows.map(async (row) => summary(await named(files, row), locale))),
    total: await queries.countDocuments(db, wanted),
    page: query.page,
    size: query.size,
    facets: {
      status: status.map((row) => ({ key: row.status ?? 'review', count: row.count })),
      type: type.map((row) => ({ key: row.type ?? null, count: row.count })),
    },
  };
}
