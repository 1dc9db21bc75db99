// Calendars of duties under a secret address, for the calendar program of a person: their units', or one unit's.
import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import { sql } from 'kysely';
import type { z } from '@hono/zod-openapi';
import { may, type Actor } from '../access/actor.ts';
import { actorOf } from '../access/service.ts';
import { newSecret, hashOf } from '../accounts/secrets.ts';
import { write } from '../audit/service.ts';
import { today } from '../clock.ts';
import type { Db } from '../db/connect.ts';
import type { Deps } from '../deps.ts';
import { Forbidden, NotFound } from '../errors.ts';
import type { Locale } from '../http/locale.ts';
import { placesOf } from '../units/places.ts';
import { unitNames } from '../units/service.ts';
import type * as schema from './schema.ts';

type Feed = z.infer<typeof schema.feed>;

export async function feedsOf(db: Db, personId: number): Promise<readonly Feed[]> {
  const rows = await db
    .selectFrom('feed')
    .leftJoin('unit', 'unit.id', 'feed.unitId')
    .select(['feed.id', 'feed.unitId', 'unit.name as unitName', 'feed.createdAt'])
    .where('feed.personId', '=', personId)
    .where('feed.revokedAt', 'is', null)
    .orderBy('feed.id')
    .execute();
  return rows.map((row) => ({ ...row, createdAt: row.createdAt.toISOString() }));
}

export async function makeFeed(
  deps: Pick<Deps, 'db' | 'clock'>,
  actor: Actor,
  unitId: number | null,
): Promise<z.infer<typeof schema.newFeed>> {
  const { personId } = actor;
  if (personId === null) throw new Forbidden('people-only');
  if (unitId !== null && !may(actor, 'duty.read', { unitId })) throw new NotFound('no-unit', { id: unitId });
  const secret = newSecret();
  return write(deps, actor, async (trx, note) => {
    const row = await trx
      .insertInto('feed')
      .values({ personId, unitId, hash: hashOf(secret), createdAt: deps.clock() })
      .returning(['id', 'createdAt'])
      .executeTakeFirstOrThrow();
    note({ action: 'feed.make', subject: 'feed', subjectId: row.id, unitId });
    const names = await unitNames(trx, unitId === null ? [] : [unitId]);
    return {
      id: row.id,
      unitId,
      unitName: unitId === null ? null : (names.get(unitId) ?? null),
      createdAt: row.createdAt.toISOString(),
      path: `/api/feeds/${secret}.ics`,
    };
  });
}

export async function revokeFeed(deps: Pick<Deps, 'db' | 'clock'>, actor: Actor, id: number): Promise<void> {
  await write(deps, actor, async (trx, note) => {
    const gone = await trx
      .updateTable('feed')
      .set({ revokedAt: deps.clock() })
      .where('id', '=', id)
      .where('personId', '=', actor.personId ?? 0)
      .where('revokedAt', 'is', null)
      .returning('id')
      .executeTakeFirst();
    if (!gone) throw new NotFound('no-feed', { id });
    note({ action: 'feed.revoke', subject: 'feed', subjectId: id });
  });
}

interface FeedRow {
  readonly id: number;
  readonly text: string;
  readonly unit: string;
  readonly plan: string | null;
  readonly dueOn: string;
  readonly doneOn: string | null;
  readonly cancelledOn: string | null;
  readonly version: number;
}

/** The calendar as its holder may read it at this moment; a holder who left reads nothing. */
export async function calendarOf({ db, clock }: Pick<Deps, 'db' | 'clock'>, secret: string): Promise<string> {
  const day = today(clock);
  const { rows } = await sql<{ personId: number; unitId: number | null; locale: Locale }>`
    select f.person_id, f.unit_id, p.locale from feed f join person p on p.id = f.person_id and p.active
    where f.hash = ${hashOf(secret)} and f.revoked_at is null`.execute(db);
  const [feed] = rows;
  if (!feed) throw new NotFound('no-feed');
  const asker = { personId: feed.personId, tokenId: null, sessionId: null, address: null };
  const actor = await actorOf(db, asker, day);
  if (!actor) throw new NotFound('no-feed');
  const wanted = feed.unitId === null ? actor.grants.map(({ unitId }) => unitId) : [feed.unitId];
  const places = await placesOf(db);
  const units = wanted
    .filter((unitId) => may(actor, 'duty.read', { unitId }))
    .flatMap((unitId) => [...places.own(unitId)]);
  return draw(await dutiesFor(db, units, day), { locale: feed.locale, now: clock() });
}

/** What is open, and what was due within the last 90 days: a calendar program forgets what is no longer sent. */
async function dutiesFor(db: Db, unitIds: readonly number[], day: string): Promise<readonly FeedRow[]> {
  const { rows } =
    await sql<FeedRow>`select d.id, t.text, u.name as unit, p.title as plan, d.due_on, d.done_on,
      d.cancelled_on, d.version
    from duty d join task t on t.id = d.task_id join unit u on u.id = d.unit_id left join plan p on p.id = d.plan_id
    where d.unit_id = any(${[...new Set(unitIds)]}::bigint[]) and d.due_on is not null
      and (d.done_on is null and d.cancelled_on is null or d.due_on >= ${day}::date - 90)
    order by d.due_on, d.id limit 2000`.execute(db);
  return rows;
}

function draw(
  rows: readonly FeedRow[],
  { locale, now }: { readonly locale: Locale; readonly now: Date },
): string {
  const vi = locale === 'vi';
  const calendar = ical({
    name: vi ? 'Nhiệm vụ của đơn vị' : 'Duties of my units',
    method: ICalCalendarMethod.PUBLISH,
    prodId: { company: 'Nhip Cau', product: 'Duties', language: 'VI' },
    // How often programs should look again, in seconds.
    ttl: 3600,
  });
  for (const row of rows) {
    const done = row.doneOn === null ? '' : vi ? 'Đã báo cáo hoàn thành' : 'Reported as done';
    calendar.createEvent({
      id: `duty-${row.id}@nhipcau`,
      sequence: row.version,
      start: new Date(`${row.dueOn}T00:00:00Z`),
      allDay: true,
      stamp: now,
      status: row.cancelledOn === null ? ICalEventStatus.CONFIRMED : ICalEventStatus.CANCELLED,
      summary: row.text.length > 180 ? `${row.text.slice(0, 179).trimEnd()}…` : row.text,
      description: [row.unit, row.plan, done].filter(Boolean).join('\n'),
    });
  }
  return calendar.toString();
}
