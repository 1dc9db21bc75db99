// Tokens: a program works for a unit, in roles there, until a day.
import type { z } from '@hono/zod-openapi';
import { may, scopeOf, type Actor } from '../access/actor.ts';
import { actorOf } from '../access/service.ts';
import { write } from '../audit/service.ts';
import { today } from '../clock.ts';
import type { Deps } from '../deps.ts';
import { Conflict, Forbidden, Invalid, NotFound } from '../errors.ts';
import { mustGrant } from '../people/reach.ts';
import { placesOf } from '../units/places.ts';
import { unitNames } from '../units/service.ts';
import { hashOf, newSecret } from './secrets.ts';
import * as queries from './token-queries.ts';
import type * as schema from './token-schema.ts';

type Token = z.infer<typeof schema.token>;

type Row = Awaited<ReturnType<typeof queries.tokens>>[number];

const present =
  (names: ReadonlyMap<number, string>, actor: Actor) =>
  (row: Row, state: Token['state']): Token => {
    const { id, unitId, name, roles, hint, createdBy, keptBy, keeperId } = row;
    const { createdAt, expiresOn, lastUsedAt, revokedAt } = row;
    return {
      id,
      name,
      unitId,
      unitName: names.get(unitId) ?? '',
      roles,
      hint,
      createdBy,
      keptBy,
      mine: keeperId !== null && keeperId === actor.personId,
      createdAt: createdAt.toISOString(),
      expiresOn,
      lastUsedAt: lastUsedAt?.toISOString() ?? null,
      revokedAt: revokedAt?.toISOString() ?? null,
      state,
    };
  };

async function stateOf({ db, clock }: Deps, { id, revokedAt, expiresOn }: Row): Promise<Token['state']> {
  const day = today(clock);
  if (revokedAt !== null) return 'revoked';
  if (expiresOn !== null && expiresOn < day) return 'expired';
  const program = await actorOf(db, { personId: null, tokenId: id, sessionId: null, address: null }, day);
  return program ? 'open' : 'unkept';
}

export async function listTokens(deps: Deps, actor: Actor): Promise<{ rows: Token[] }> {
  const { everything, unitIds } = scopeOf(actor, 'token.manage');
  const rows = await queries.tokens(deps.db, everything ? null : unitIds);
  const names = await unitNames(deps.db, [...new Set(rows.map(({ unitId }) => unitId))]);
  const show = present(names, actor);
  const shown: Token[] = [];
  for (const row of rows) shown.push(show(row, await stateOf(deps, row)));
  return { rows: shown };
}

/** The secret is in this answer and nowhere else. */
export async function createToken(
  deps: Deps,
  actor: Actor,
  { unitId, name, roles, expiresOn = null }: z.infer<typeof schema.tokenInput>,
): Promise<z.infer<typeof schema.tokenMade>> {
  // A program answers for no other.
  if (actor.personId === null) throw new Forbidden('not-allowed');
  const places = await placesOf(deps.db);
  const names = await unitNames(deps.db, [unitId]);
  if (!names.has(unitId)) throw new NotFound('no-unit', { id: unitId });
  for (const role of roles) mustGrant(actor, places, { role, unitId }, 'token.manage');
  if (places.heir(unitId) !== unitId) throw new Conflict('unit-over', { unit: names.get(unitId) ?? '' });
  if (expiresOn !== null && expiresOn < today(deps.clock))
    throw new Invalid('day-passed', { day: expiresOn });
  const secret = `nc_${newSecret()}`;
  const id = await write(deps, actor, async (trx, note) => {
    const made = await queries.insertToken(trx, {
      unitId,
      name,
      roles: [...new Set(roles)],
      hash: hashOf(secret),
      hint: secret.slice(0, 8),
      createdBy: actor.personId,
      keptBy: actor.personId,
      createdAt: deps.clock(),
      expiresOn,
    });
    note({
      action: 'token.create',
      subject: 'token',
      subjectId: made,
      unitId,
      detail: { name, roles, expiresOn },
    });
    return made;
  });
  return { ...(await listed(deps, actor, id)), secret };
}

async function listed(deps: Deps, actor: Actor, id: number): Promise<Token> {
  const row = (await listTokens(deps, actor)).rows.find((each) => each.id === id);
  if (!row) throw new NotFound('no-token', { id });
  return row;
}

/** Another administrator of the unit answers for it from now on: it works on, or again, with the same secret. */
export async function keepToken(deps: Deps, actor: Actor, id: number): Promise<Token> {
  const row = await queries.tokenById(deps.db, id);
  if (!row || !may(actor, 'token.manage', { unitId: row.unitId })) throw new NotFound('no-token', { id });
  const { personId } = actor;
  if (personId === null) throw new Forbidden('not-allowed');
  const { unitId, name, roles } = row;
  const places = await placesOf(deps.db);
  for (const role of roles) mustGrant(actor, places, { role, unitId }, 'token.manage');
  await write(deps, actor, async (trx, note) => {
    if (!(await queries.keepToken(trx, id, personId))) throw new Conflict('token-over');
    note({ action: 'token.keep', subject: 'token', subjectId: id, unitId, detail: { name, roles } });
  });
  return listed(deps, actor, id);
}

/** From the next request on nothing is answered to it. */
export async function revokeToken(deps: Deps, actor: Actor, id: number): Promise<void> {
  const row = await queries.tokenById(deps.db, id);
  if (!row || !may(actor, 'token.manage', { unitId: row.unitId })) throw new NotFound('no-token', { id });
  await write(deps, actor, async (trx, note) => {
    await queries.revokeToken(trx, id, deps.clock());
    note({
      action: 'token.revoke',
      subject: 'token',
      subjectId: id,
      unitId: row.unitId,
      detail: { name: row.name },
    });
  });
}
