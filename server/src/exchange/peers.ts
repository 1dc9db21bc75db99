// Document systems of others with which an agency exchanges packages: where they are, and by which key they say how far they are.
import type { z } from '@hono/zod-openapi';
import { may, mustMay, scopeOf, type Actor } from '../access/actor.ts';
import { hashOf, newSecret } from '../accounts/secrets.ts';
import { write } from '../audit/service.ts';
import type { Db } from '../db/connect.ts';
import type { Deps } from '../deps.ts';
import { Conflict, Forbidden, NotFound } from '../errors.ts';
import { placesOf } from '../units/places.ts';
import * as queries from './peer-queries.ts';
import type * as schema from './peer-schema.ts';

type Peer = z.infer<typeof schema.peer>;
type NewPeer = z.infer<typeof schema.newPeer>;
type Writing = Pick<Deps, 'db' | 'clock'>;

/** Who only sends does not see where it goes. */
function present(actor: Actor, row: queries.PeerRow): Peer {
  const edits = may(actor, 'peer.manage', { unitId: row.unitId });
  const { id, unitId, name, code, url, token, active, createdAt, version } = row;
  return {
    id,
    unitId,
    name,
    code,
    url: edits ? url : null,
    hasToken: token !== null,
    active,
    createdAt: createdAt.toISOString(),
    version,
    may: edits ? ['edit'] : [],
  };
}

/** The address book of a unit: its own, and those of the units above it. */
async function bookOf(db: Db, unitId: number): Promise<readonly number[]> {
  const places = await placesOf(db);
  return [...places.own(unitId), ...places.aboveWithPredecessors(unitId)];
}

export async function listPeers(db: Db, actor: Actor, unit: number | undefined): Promise<{ rows: Peer[] }> {
  const sends = new Set(scopeOf(actor, 'outgoing.issue').unitIds);
  const manages = new Set(scopeOf(actor, 'peer.manage').unitIds);
  const own =
    unit === undefined ? [...sends, ...manages] : [unit].filter((id) => sends.has(id) || manages.has(id));
  const books = await Promise.all(own.slice(0, 200).map((id) => bookOf(db, id)));
  const rows = await queries.peersOf(db, [...new Set([...books.flat(), ...own])]);
  return { rows: rows.map((row) => present(actor, row)) };
}

/** An active one in the book of the unit; null: there is none. */
export async function peerFor(db: Db, unitId: number, id: number): Promise<queries.PeerRow | null> {
  const row = await queries.peerById(db, id);
  if (!row?.active) return null;
  return (await bookOf(db, unitId)).includes(row.unitId) ? row : null;
}

export async function peersInBook(db: Db, unitId: number): Promise<readonly queries.PeerRow[]> {
  const rows = await queries.peersOf(db, await bookOf(db, unitId));
  return rows.filter(({ active }) => active);
}

const newKey = () => `ncx_${newSecret()}`;

export async function makePeer(
  deps: Writing,
  actor: Actor,
  input: z.infer<typeof schema.peerInput>,
): Promise<NewPeer> {
  const { unitId, code } = input;
  if (!may(actor, 'peer.manage', { unitId })) throw new Forbidden();
  const key = newKey();
  return write(deps, actor, async (trx, note) => {
    const made = await trx
      .insertInto('exchangePeer')
      .values({ ...input, keyHash: hashOf(key), createdBy: actor.personId, createdAt: deps.clock() })
      .onConflict((conflict) => conflict.columns(['unitId', 'code']).doNothing())
      .returning('id')
      .executeTakeFirst();
    if (!made) throw new Conflict('peer-exists', { code });
    note({
      action: 'peer.manage',
      subject: 'peer',
      subjectId: made.id,
      unitId,
      detail: { code, url: input.url },
    });
    const row = await queries.peerById(trx, made.id);
    if (!row) throw new Error('A system that was just entered is not there.');
    return { ...present(actor, row), key };
  });
}

export async function changePeer(
  deps: Writing,
  actor: Actor,
  id: number,
  { version, renewKey, ...change }: z.infer<typeof schema.peerChange>,
): Promise<Peer & { key: string | null }> {
  const key = renewKey ? newKey() : null;
  return write(deps, actor, async (trx, note) => {
    const row = await queries.lockPeer(trx, id);
    if (!row) throw new NotFound('no-peer', { id });
    mustMay(actor, 'peer.manage', { unitId: row.unitId }, { read: 'peer.manage', code: 'no-peer', id });
    if (row.version !== version) {
      throw new Conflict(
        'stale-version',
        {},
        { current: present(actor, row), yours: { version, ...change } },
      );
    }
    const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
    await trx
      .updateTable('exchangePeer')
      .set({ ...given, ...(key === null ? {} : { keyHash: hashOf(key) }), version: version + 1 })
      .where('id', '=', id)
      .execute();
    // The token stays out of the log.
    const { token, ...rest } = change;
    const detail = { ...rest, ...(token === undefined ? {} : { token: 'changed' }), renewKey: key !== null };
    note({ action: 'peer.manage', subject: 'peer', subjectId: id, unitId: row.unitId, detail });
    const after = await queries.peerById(trx, id);
    if (!after) throw new Error('A system that was just changed is not there.');
    return { ...present(actor, after), key };
  });
}
