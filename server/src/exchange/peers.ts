// Document systems of others with which an agency exchanges packages: where they are, and by which key they say how far they are.
import type { z } from '@hono/zod-openapi';
import { may, mustMay, scopeOf, type Asked, type Asking } from '../access/actor.ts';
import { hashOf, newSecret } from '../accounts/secrets.ts';
import { write } from '../audit/service.ts';
import type { Db } from '../db/connect.ts';
import type { Deps } from '../deps.ts';
import { Conflict, Forbidden, NotFound } from '../errors.ts';
import type { Locale } from '../http/locale.ts';
import { placesOf } from '../units/places.ts';
import { unitNames } from '../units/service.ts';
import { answerWords } from './answer-words.ts';
import * as queries from './peer-queries.ts';
import type * as schema from './peer-schema.ts';

export type Peer = z.infer<typeof schema.peer>;
type NewPeer = z.infer<typeof schema.newPeer>;
type Writing = Pick<Deps, 'db' | 'clock'>;

interface Near {
  readonly units: ReadonlyMap<number, string>;
  readonly packages: readonly queries.Packages[];
}

/** Who only sends does not see where it goes. */
function present({ actor, locale }: Asking, row: queries.PeerRow, { units, packages }: Near): Peer {
  const edits = may(actor, 'peer.manage', { unitId: row.unitId });
  const { id, unitId, name, code, url, token, active, createdAt, version } = row;
  const { waiting = 0, sent = 0, failed = 0 } = packages.find(({ peerId }) => peerId === id) ?? {};
  return {
    id,
    unitId,
    unitName: units.get(unitId) ?? '',
    name,
    code,
    url: edits ? url : null,
    hasToken: token !== null,
    active,
    createdAt: createdAt.toISOString(),
    version,
    packages: edits ? { waiting, sent, failed } : null,
    tried: edits ? triedOf(row, locale) : null,
    may: edits ? (active ? ['edit', 'try'] : ['edit']) : [],
  };
}

function triedOf(row: queries.PeerRow, locale: Locale): Peer['tried'] {
  const { triedAt, triedId, triedAnswered: answered, triedProblem, triedCode, triedCodeAt } = row;
  if (triedAt === null) return null;
  return {
    at: triedAt.toISOString(),
    documentId: triedId ?? '',
    answered,
    problem: answerWords({ answered, problem: triedProblem }, locale),
    code: triedCode,
    codeAt: triedCodeAt?.toISOString() ?? null,
  };
}

async function presentAll(db: Db, asking: Asking, rows: readonly queries.PeerRow[]): Promise<Peer[]> {
  const ids = rows.map(({ id }) => id);
  const unitIds = rows.map(({ unitId }) => unitId);
  const [units, packages] = await Promise.all([unitNames(db, unitIds), queries.packagesOf(db, ids)]);
  return rows.map((row) => present(asking, row, { units, packages }));
}

export async function presentPeer(db: Db, asking: Asking, row: queries.PeerRow): Promise<Peer> {
  const [shown] = await presentAll(db, asking, [row]);
  if (!shown) throw new NotFound('no-peer', { id: row.id });
  return shown;
}

/** The address book of a unit: its own, and those of the units above it. */
async function bookOf(db: Db, unitId: number): Promise<readonly number[]> {
  const places = await placesOf(db);
  return [...places.own(unitId), ...places.aboveWithPredecessors(unitId)];
}

export async function listPeers(db: Db, asking: Asking, unit: number | undefined): Promise<{ rows: Peer[] }> {
  const { actor } = asking;
  const sends = new Set(scopeOf(actor, 'outgoing.issue').unitIds);
  const manages = new Set(scopeOf(actor, 'peer.manage').unitIds);
  const own =
    unit === undefined ? [...sends, ...manages] : [unit].filter((id) => sends.has(id) || manages.has(id));
  const books = await Promise.all(own.slice(0, 200).map((id) => bookOf(db, id)));
  const rows = await queries.peersOf(db, [...new Set([...books.flat(), ...own])]);
  return { rows: await presentAll(db, asking, rows) };
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
  asking: Asking,
  input: z.infer<typeof schema.peerInput>,
): Promise<NewPeer> {
  const { actor } = asking;
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
    return { ...(await presentPeer(trx, asking, row)), key };
  });
}

export async function changePeer(
  deps: Writing,
  asked: Asked,
  { version, renewKey, ...change }: z.infer<typeof schema.peerChange>,
): Promise<Peer & { key: string | null }> {
  const { actor, id } = asked;
  const key = renewKey ? newKey() : null;
  return write(deps, actor, async (trx, note) => {
    const row = await queries.lockPeer(trx, id);
    if (!row) throw new NotFound('no-peer', { id });
    mustMay(actor, 'peer.manage', { unitId: row.unitId }, { read: 'peer.manage', code: 'no-peer', id });
    if (row.version !== version) {
      throw new Conflict(
        'stale-version',
        {},
        { current: await presentPeer(trx, asked, row), yours: { version, ...change } },
      );
    }
    await requireFree(trx, row, change.code);
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
    return { ...(await presentPeer(trx, asked, after)), key };
  });
}

async function requireFree(db: Db, { id, unitId }: queries.PeerRow, code: string | undefined): Promise<void> {
  if (code === undefined) return;
  const others = await queries.peersOf(db, [unitId]);
  if (others.some((each) => each.id !== id && each.code === code))
    throw new Conflict('peer-exists', { code });
}
