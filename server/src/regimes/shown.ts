// Regimes as somebody sees them: the list with the next period of each, and one with all its versions.
import { sql } from 'kysely';
import type { z } from '@hono/zod-openapi';
import { may, scopeOf, type Actor, type Asked, type Asking } from '../access/actor.ts';
import { reaches } from '../access/condition.ts';
import { today } from '../clock.ts';
import type { Db } from '../db/connect.ts';
import type { Deps } from '../deps.ts';
import { NotFound } from '../errors.ts';
import { placesOf } from '../units/places.ts';
import { adviceOfBody } from './advice.ts';
import { daysOffOf } from './days-off.ts';
import { dueOf, periodsFrom, windowOf } from './periods.ts';
import * as queries from './queries.ts';
import type { RegimeRow, VersionRow } from './queries.ts';
import { factsOf, inForce, readableRegime } from './readable.ts';
import type * as schema from './schema.ts';
import { plusDays, type IsOff } from './working-days.ts';

type Reading = Pick<Deps, 'db' | 'clock'>;
type Summary = z.infer<typeof schema.regimeSummary>;
export type Regime = z.infer<typeof schema.regime>;

/** The next window that ends today or later and is not called. */
function nextOf(
  { body, validFrom }: Pick<VersionRow, 'body' | 'validFrom'>,
  called: ReadonlySet<string | null>,
  { day, isOff }: { readonly day: string; readonly isOff: IsOff },
): Summary['next'] {
  const from = validFrom > day ? validFrom : day;
  const period = periodsFrom(body, from).find(({ name }) => !called.has(name));
  if (!period) return null;
  const window = windowOf(body.window, period);
  const { year } = period;
  const { onDayOff } = body;
  const dues = body.tiers.map(({ deadline }) =>
    dueOf(deadline, { closes: window.to, year, isOff, onDayOff }),
  );
  return {
    period: period.name,
    ...window,
    opensOn: body.opensBefore === null ? null : plusDays(window.to, -body.opensBefore),
    dueOn: dues.toSorted()[0] ?? window.to,
  };
}

async function summaries(
  db: Db,
  actor: Actor,
  { rows, day }: { rows: readonly RegimeRow[]; day: string },
): Promise<Summary[]> {
  const ids = rows.map(({ id }) => id);
  const roots = [...new Set(rows.map(({ rootId }) => rootId))];
  const [versions, called, names, calendars] = await Promise.all([
    queries.versionsOf(db, ids),
    queries.calledPeriods(db, ids),
    queries.unitNamesOf(
      db,
      rows.map(({ ownerId }) => ownerId),
    ),
    Promise.all(roots.map((rootId) => daysOffOf(db, rootId))),
  ]);
  return rows.map((row): Summary => {
    const version = inForce(
      versions.filter(({ regimeId }) => regimeId === row.id),
      day,
    );
    const isOff = calendars[roots.indexOf(row.rootId)];
    const calls = called.filter(({ regimeId }) => regimeId === row.id);
    const ended = row.endedOn !== null && row.endedOn < day;
    const manages = may(actor, 'regime.manage', factsOf(row));
    const calling = may(actor, 'report.call', factsOf(row));
    return {
      id: row.id,
      name: version.body.name,
      owner: { id: row.ownerId, name: names.get(row.ownerId) ?? '' },
      kind: version.body.kind,
      frequency: version.body.frequency,
      legalBasis: version.body.legalBasis,
      endedOn: row.endedOn,
      next:
        ended || !isOff ? null : nextOf(version, new Set(calls.map(({ period }) => period)), { day, isOff }),
      calls: calls.length,
      demo: row.demo,
      version: row.version,
      may: [
        ...(manages ? (ended ? (['resume'] as const) : (['change', 'end'] as const)) : []),
        ...(manages && calls.length === 0 ? (['remove'] as const) : []),
        ...(calling && !ended ? (['call'] as const) : []),
      ],
    };
  });
}

export async function list(
  { db, clock }: Reading,
  { actor }: Asking,
  { unit, ended }: z.infer<typeof schema.regimeQuery>,
): Promise<z.infer<typeof schema.regimeList>> {
  const day = today(clock);
  const within = reaches(scopeOf(actor, 'regime.read'), {
    owner: sql`g.owner_id`,
    issued: sql`true`,
    issuer: sql`g.owner_id`,
  });
  const owners = unit === undefined ? null : [...(await placesOf(db)).own(unit)];
  const is = sql`coalesce(g.ended_on < ${day}::date, false)`;
  const rows = await queries.regimesWhere(
    db,
    sql`${within} and (${owners}::bigint[] is null or g.owner_id = any(${owners}::bigint[]))
      and ${ended === 'true' ? is : ended === 'false' ? sql`not ${is}` : sql`true`}`,
  );
  return { rows: await summaries(db, actor, { rows, day }), total: rows.length };
}

export async function one({ db, clock }: Reading, { actor, locale, id }: Asked): Promise<Regime> {
  const row = await readableRegime(db, actor, id);
  const day = today(clock);
  const [[summary], versions] = await Promise.all([
    summaries(db, actor, { rows: [row], day }),
    queries.versionsOf(db, [id]),
  ]);
  if (!summary) throw new NotFound('no-regime', { id });
  const people = await db
    .selectFrom('person')
    .select(['id', 'name'])
    .where(sql<boolean>`id = any(${versions.flatMap(({ personId }) => personId ?? [])}::bigint[])`)
    .execute();
  const { body } = inForce(versions, day);
  return {
    ...summary,
    body,
    versions: versions.map(({ validFrom, at, personId, body: each }) => ({
      validFrom,
      at: at.toISOString(),
      who: people.find((person) => person.id === personId)?.name ?? null,
      body: each,
    })),
    advice: adviceOfBody(body, locale),
  };
}
