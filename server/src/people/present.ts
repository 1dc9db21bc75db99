// People as the API shows them: never more than the reader may see.
import type { z } from '@hono/zod-openapi';
import { holds, may, type Actor } from '../access/actor.ts';
import { today } from '../clock.ts';
import type { Deps } from '../deps.ts';
import { placesOf, type Places } from '../units/places.ts';
import { mayDeputise, mayEnd } from './grants.ts';
import type { Seen } from './guard.ts';
import * as queries from './queries.ts';
import { mayGovern, maySeePrivate } from './reach.ts';
import type * as schema from './schema.ts';

type Summary = z.infer<typeof schema.personSummary>;
type Detail = z.infer<typeof schema.personDetail>;
type Grant = z.infer<typeof schema.grant>;
type Row = Awaited<ReturnType<typeof queries.peopleList>>[number];

export async function summaries(deps: Deps, actor: Actor, rows: readonly Row[]): Promise<Summary[]> {
  const ids = rows.map(({ id }) => id);
  const grants = Map.groupBy(
    await queries.grantsWhere(deps.db, 'personId', ids, today(deps.clock)),
    ({ personId }) => personId,
  );
  const places = await placesOf(deps.db);
  return rows.map((row) => {
    const held = grants.get(row.id) ?? [];
    return summary(deps, row, { grants: held, keeps: mayGovern(actor, places, held) });
  });
}

function summary(
  deps: Deps,
  row: Row,
  { grants, keeps }: { readonly grants: readonly queries.GrantRow[]; readonly keeps: boolean },
): Summary {
  const { id, name, post, active, demo, offBecause } = row;
  const days = idleDays(deps, row);
  const { unusedDays } = deps.rules;
  return {
    id,
    name,
    post,
    active,
    demo,
    roles: grants
      .filter((grant) => grant.now)
      .map(({ role, unitId, unitName, deputyFor }) => ({
        role,
        unitId,
        unitName,
        deputy: deputyFor !== null,
      })),
    idleDays: keeps ? days : null,
    unused:
      keeps && !demo && (offBecause === 'unused' || (active && unusedDays > 0 && days >= unusedDays - 10)),
  };
}

function idleDays({ clock }: Deps, { lastSeenAt, activeSince }: Row): number {
  const last = Math.max(lastSeenAt?.getTime() ?? 0, activeSince.getTime());
  return Math.max(0, Math.floor((clock().getTime() - last) / 86_400_000));
}

export async function present(
  deps: Deps,
  actor: Actor,
  { person, grants }: Seen,
  on: string,
): Promise<Detail> {
  const { id, version, name, post, locale, active, offBecause, demo, lastSeenAt } = person;
  const places = await placesOf(deps.db);
  const keeps = mayGovern(actor, places, grants);
  const facts = keeps ? await queries.accountFacts(deps.db, id, deps.clock()) : undefined;
  const onDay = await queries.grantsWhere(deps.db, 'personId', [id], on);
  const deputies = Map.groupBy(
    (
      await queries.grantsWhere(
        deps.db,
        'deputyFor',
        grants.map((grant) => grant.id),
        on,
      )
    ).filter((each) => each.standing),
    ({ deputyFor }) => deputyFor ?? 0,
  );
  const names = await queries.names(
    deps.db,
    [...deputies.values()].flat().map(({ personId }) => personId),
  );
  const current = new Map(grants.map((grant) => [grant.id, grant]));
  // A colleague sees what somebody is; what they were is for those who keep the accounts, and for themselves.
  const shown = onDay.filter((grant) => keeps || actor.personId === id || grant.standing);
  return {
    id,
    version,
    name,
    post,
    locale,
    active,
    offBecause: keeps ? offBecause : null,
    demo,
    on,
    grants: shown.map((grant) =>
      presentGrant(actor, grant, {
        places,
        now: current.get(grant.id) ?? grant,
        deputies: deputies.get(grant.id) ?? [],
        names,
      }),
    ),
    account: facts
      ? {
          ...facts,
          invitedUntil: facts.invitedUntil?.toISOString() ?? null,
          lastSeenAt: lastSeenAt?.toISOString() ?? null,
        }
      : null,
    may: abilities(actor, { person, grants }, { keeps, totp: facts?.totp === true }),
  };
}

function abilities(
  actor: Actor,
  { person, grants }: Seen,
  { keeps, totp }: { readonly keeps: boolean; readonly totp: boolean },
) {
  const may: Detail['may'] = [];
  if (maySeePrivate(actor, person.id, grants)) may.push('private');
  if (keeps) may.push('edit', 'sessions');
  if (keeps && actor.personId !== person.id) may.push('switch');
  if (keeps && !person.demo && person.active) may.push('invite');
  if (keeps && totp && !person.demo) may.push('totp');
  if (holds(actor, 'role.grant')) may.push('grant');
  return may;
}

interface Beside {
  readonly places: Places;
  /** As it stands today, for what may be done. */
  readonly now: queries.GrantRow;
  readonly deputies: readonly queries.GrantRow[];
  readonly names: ReadonlyMap<number, string>;
}

function presentGrant(
  actor: Actor,
  grant: queries.GrantRow,
  { places, now, deputies, names }: Beside,
): Grant {
  const { id, role, unitId, unitName, validFrom, validTo, note, deputyFor, forPersonId, forPersonName } =
    grant;
  const keeps = may(actor, 'role.grant', { unitId }) || actor.personId === grant.personId;
  return {
    id,
    role,
    unitId,
    unitName,
    validFrom,
    validTo,
    note: keeps ? note : null,
    deputyFor:
      deputyFor === null || forPersonId === null
        ? null
        : { grantId: deputyFor, personId: forPersonId, personName: forPersonName ?? '' },
    deputies: deputies.map((each) => ({
      grantId: each.id,
      personId: each.personId,
      personName: names.get(each.personId) ?? '',
      validFrom: each.validFrom,
      validTo: each.validTo,
    })),
    grantedBy: grant.grantedByName,
    endedAt: grant.endedAt?.toISOString() ?? null,
    state: grant.now ? 'now' : grant.standing ? 'later' : 'over',
    may: [
      ...(mayEnd(actor, now) ? (['end'] as const) : []),
      ...(mayDeputise(actor, places, now) ? (['deputise'] as const) : []),
    ],
  };
}
