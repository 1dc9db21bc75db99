// Tokens: a program works for a unit, in roles there, until a day.
import type { z } from '@hono/zod-openapi';
import { may, scopeOf, type Actor } from '../access/actor.ts';
import { write } from '../audit/service.ts';
import { today } from '../clock.ts';
import type { Deps } from '../deps.ts';
import { Conflict, Invalid, NotFound } from '../errors.ts';
import { mustGrant } from '../people/reach.ts';
import { placesOf } from '../units/places.ts';
import { unitNames } from '../units/service.ts';
import { hashOf, newSecret } from './secrets.ts';
import * as queries from './token-queries.ts';
import type * as schema from './token-schema.ts';

type Token = z.infer<typeof schema.token>;

const present =
  (names: ReadonlyMap<number, string>, day: string) =>
  (row: Awaited<ReturnType<typeof queries.tokens>>[number]): Token => {
    const { id, unitId, name, roles, hint, createdBy, createdAt, expiresOn, lastUsedAt, revokedAt } = row;
    const over = expiresOn !== null && expiresOn < day;
    return {
      id,
      name,
      unitId,
      unitName: names.get(unitId) ?? '',
      roles,
      hint,
      createdBy,
      createdAt: createdAt.toISOString(),
      expiresOn,
      lastUsedAt: lastUsedAt?.toISOString() ?? null,
      revokedAt: revokedAt?.toISOString() ?? null,
      state: revokedAt !== null ? 'revoked' : over ? 'expired' : 'open',
    };
  };

export async function listTokens(deps: Deps, actor: Actor): Promise<{ rows: Token[] }> {
  const { everything, unitIds } = scopeOf(actor, 'token.manage');
  const rows = await queries.tokens(deps.db, everything ? null : unitIds);
  const names = await unitNames(deps.db, [...new Set(rows.map(({ unitId }) => unitId))]);
  return { rows: rows.map(present(names, today(deps.clock))) };
}

/** The secret is in this answer and nowhere else. */
export async function createToken(
  deps: Deps,
  actor: Actor,
  { unitId, name, roles, expiresOn = null }: z.infer<typeof schema.tokenInput>,
): Promise<z.infer<typeof schema.tokenMade>> {
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
  const [row] = (await listTokens(deps, actor)).rows.filter((each) => each.id === id);
  if (!row) throw new NotFound('no-token', { id });
  return { ...row, secret };
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
