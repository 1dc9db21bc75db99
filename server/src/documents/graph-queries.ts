// Rows of which the citation graph is made.
import type { RegisterEntry } from '@nhipcau/document';
import { sql } from 'kysely';
import type { Condition } from '../access/condition.ts';
import type { Db } from '../db/connect.ts';
import type { DraftCitation } from './draft.ts';

/** Documents of the register of one tree, as the library's comparisons know them. */
export async function heldDocuments(
  db: Db,
  ofTree: Condition,
): Promise<readonly (RegisterEntry & { readonly id: number })[]> {
  const rows = await db
    .selectFrom('document')
    .select(['id', 'type', 'number', 'issuedOn', 'issuer', 'title'])
    .where(ofTree)
    .where('status', '=', 'accepted')
    .where('number', 'is not', null)
    .orderBy('id', 'desc')
    .limit(20_000)
    .execute();
  return rows.map(({ issuedOn, ...row }) => ({ ...row, date: issuedOn }));
}

/** The newest documents with what they cite; the words before a citation tell what it is for. */
export const graphDocuments = (db: Db, acceptedOnly: boolean, readable: Condition) =>
  db
    .selectFrom('document')
    .innerJoin('draft', 'draft.documentId', 'document.id')
    .innerJoin('reading', 'reading.documentId', 'document.id')
    .select(['document.id', 'document.status', 'document.type', 'document.number', 'document.issuedOn'])
    .select(['document.issuer', 'document.title', 'document.revisionOf', 'reading.text'])
    .select(
      sql<
        readonly DraftCitation[]
      >`jsonb_path_query_array(draft.data, '$.citations[*] ? (@.struck == false)')`.as('citations'),
    )
    .where(readable)
    .where('document.status', 'in', acceptedOnly ? ['accepted'] : ['review', 'accepted'])
    .orderBy('document.id', 'desc')
    .limit(2000)
    .execute();
