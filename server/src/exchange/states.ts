// Other systems say how far they are with what they were sent: arrived, rejected, accepted … (QCVN 102:2016).
import { readEdxmlStatus } from '@nhipcau/document';
import type { z } from '@hono/zod-openapi';
import { system, type Actor } from '../access/actor.ts';
import { hashOf } from '../accounts/secrets.ts';
import { write } from '../audit/service.ts';
import type { Db } from '../db/connect.ts';
import type { Deps } from '../deps.ts';
import { Invalid, NotFound, NotProven } from '../errors.ts';
import { tell } from '../notices/service.ts';
import * as queries from './peer-queries.ts';
import { stateInput } from './peer-schema.ts';

type State = z.infer<typeof stateInput>;
type Writing = Pick<Deps, 'db' | 'clock'>;

/** The same state said twice is taken once. */
export async function takeState(
  deps: Writing,
  key: string | undefined,
  state: State,
): Promise<{ taken: boolean; code: string }> {
  const peer = await queries.peerWithKey(deps.db, hashOf(key ?? ''));
  if (!peer) throw new NotProven('exchange-key');
  const actor: Actor = { ...system, name: peer.name, system: false };
  const { documentId: externalId, code, at: saidAt, note, staff } = state;
  const taken = await write(deps, actor, async (trx, log) => {
    const sent = await queries.sentTo(trx, { peerId: peer.id, externalId });
    if (!sent) return takeTried(trx, { peerId: peer.id, externalId, code, at: deps.clock() });
    const said = { receiverId: sent.id, code, at: deps.clock(), saidAt, note, staff };
    if (!(await queries.addState(trx, said))) return false;
    const { outgoingId: subjectId, unitId, rootId } = sent;
    const detail = { code, from: peer.code };
    log({ action: 'outgoing.state', subject: 'outgoing', subjectId, unitId, rootId, detail });
    if (code === '02' || code === '16') await tellRefused(trx, deps, sent);
    return true;
  });
  return { taken, code };
}

async function takeTried(db: Db, said: Parameters<typeof queries.sayTried>[1]): Promise<boolean> {
  const tried = await queries.sayTried(db, said);
  if (tried === 'none') throw new NotFound('no-package', { id: said.externalId.slice(0, 200) });
  return tried === 'taken';
}

async function tellRefused(
  db: Db,
  deps: Writing,
  { outgoingId, title, name, unitId }: { outgoingId: number; title: string; name: string; unitId: number },
): Promise<void> {
  const personIds = await queries.authorsOf(db, outgoingId);
  const values = { unitId, text: title.slice(0, 200), to: name };
  await tell(db, deps, [{ kind: 'outgoing-failed', personIds, outgoingId, values }]);
}

/** A state as JSON, or as the standard's own XML. */
export function stateIn(body: Uint8Array, type: string): State {
  if (/xml/i.test(type)) {
    const read = readEdxmlStatus(body);
    if (!read.ok) throw new Invalid(`edxml-${read.fault}`);
    const { documentId, code, at, note, staff } = read.status;
    return parsed({ documentId, code, at, note, staff });
  }
  try {
    return parsed(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body)));
  } catch (error) {
    if (error instanceof Invalid) throw error;
    throw new Invalid('not-json');
  }
}

function parsed(value: unknown): State {
  const { success, data, error } = stateInput.safeParse(value);
  if (success) return data;
  const fields = error.issues.map(({ path }) => path.map(String).join('.')).join(', ');
  throw new Invalid('exchange-state', { fields });
}

/** What a system said in the very answer to its package. */
export const sayState = (db: Db, said: queries.Said): Promise<boolean> => queries.addState(db, said);
