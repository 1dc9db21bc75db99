// In whose words, and on which day, a document's names are to be understood.
import type { Db } from '../db/connect.ts';
import { NotFound } from '../errors.ts';
import type { LookedUpFor } from '../units/service.ts';
import { documentById } from './queries.ts';

export async function contextOf(db: Db, id: number): Promise<LookedUpFor> {
  const row = await documentById(db, id);
  if (!row) throw new NotFound('no-document', { id });
  return { issuer: row.issuer, on: row.issuedOn, demo: row.demo };
}
