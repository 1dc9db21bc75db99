// In whose words, and on which day, a document's names are to be understood.
import type { Db } from '../db/connect.ts';
import type { Actor } from '../access/actor.ts';
import type { LookedUpFor } from '../units/service.ts';
import { mustRead } from './rights.ts';

export async function contextOf(db: Db, actor: Actor, id: number): Promise<LookedUpFor> {
  const { issuer, issuedOn, demo } = await mustRead(db, actor, id);
  return { issuer, on: issuedOn, demo };
}
