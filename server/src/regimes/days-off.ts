// Days off as data: those that the law fixes to a day are everybody's; the lunar New Year and what is announced each year a tree keeps.
import { sql } from 'kysely';
import type { z } from '@hono/zod-openapi';
import type { Actor, Asked, Asking } from '../access/actor.ts';
import { relationsOf } from '../access/policy.ts';
import { write } from '../audit/service.ts';
import type { Db } from '../db/connect.ts';
import type { Deps } from '../deps.ts';
import { Conflict, Forbidden, Invalid, NotFound } from '../errors.ts';
import type * as schema from './days-off-schema.ts';
import { calendarOf, holidaysOf, isWeekend, plusDays, type IsOff } from './working-days.ts';

type Writing = Pick<Deps, 'db' | 'clock'>;
type Listed = z.infer<typeof schema.dayOff>;

interface Row extends Omit<Listed, 'own' | 'may'> {
  readonly rootId: number | null;
}

/** Everybody's, and those of these trees. */
async function rowsOf(db: Db, rootIds: readonly number[]): Promise<readonly Row[]> {
  const { rows } =
    await sql<Row>`select id, root_id, first_on, last_on, yearly, works, name, name_en from day_off
    where root_id is null or root_id = any(${[...rootIds]}::bigint[])
    order by yearly desc, to_char(first_on, case when yearly then 'MMDD' else 'YYYYMMDD' end), id`.execute(
      db,
    );
  return rows;
}

/** Which days are off in the tree. */
export const daysOffOf = async (db: Db, rootId: number): Promise<IsOff> =>
  calendarOf(await rowsOf(db, [rootId]));

const keeping = (actor: Actor) =>
  actor.grants.find(({ role }) => relationsOf(role, 'regime.manage').length > 0) ?? null;

const rootsOf = (actor: Actor) => [...new Set(actor.grants.map(({ rootId }) => rootId))];

const presented = ({ rootId, ...row }: Row, actor: Actor): Listed => {
  const own = rootId !== null && keeping(actor)?.rootId === rootId;
  return { ...row, own, may: own ? ['remove'] : [] };
};

export async function daysOff(
  { db }: Writing,
  { actor }: Asking,
  { year }: z.infer<typeof schema.daysOffQuery>,
): Promise<z.infer<typeof schema.daysOff>> {
  const rows = await rowsOf(db, rootsOf(actor));
  const shown = rows.filter(({ firstOn, lastOn, yearly }) =>
    yearly ? firstOn <= `${year}-12-31` : firstOn.slice(0, 4) <= `${year}` && lastOn.slice(0, 4) >= `${year}`,
  );
  return {
    year,
    rows: shown.map((row) => presented(row, actor)),
    days: [...holidaysOf(rows, year)],
    may: keeping(actor) ? ['add'] : [],
  };
}

/** All days of it lie on weekends where they are to be worked, and none does on a day that is listed already. */
function requireSense({ firstOn, lastOn, yearly, works }: z.infer<typeof schema.dayOffInput>): void {
  if (lastOn < firstOn) throw new Invalid('call-window', { from: firstOn, to: lastOn });
  if (lastOn > plusDays(firstOn, 30)) throw new Invalid('days-off-long');
  if (yearly && (works || lastOn !== firstOn)) throw new Invalid('days-off-yearly');
  const days = Array.from({ length: 31 }, (_, at) => plusDays(firstOn, at)).filter((day) => day <= lastOn);
  if (works && !days.every(isWeekend)) throw new Invalid('days-off-works');
}

export async function addDayOff(
  deps: Writing,
  { actor }: Asking,
  input: z.infer<typeof schema.dayOffInput>,
): Promise<Listed> {
  const grant = keeping(actor);
  if (!grant) throw new Forbidden();
  requireSense(input);
  const { rootId, unitId } = grant;
  return write(deps, actor, async (trx, note) => {
    // Two who add the same at once: the second is told.
    await sql`select pg_advisory_xact_lock(6047, ${rootId}::integer)`.execute(trx);
    const { firstOn, lastOn, works } = input;
    const there = (await rowsOf(trx, [rootId])).find(
      (row) =>
        !row.yearly && !input.yearly && row.works === works && row.firstOn <= lastOn && row.lastOn >= firstOn,
    );
    if (there) throw new Conflict('days-off-there', { name: there.name });
    const values = { ...input, nameEn: input.nameEn || input.name, rootId, personId: actor.personId };
    const row = await trx
      .insertInto('dayOff')
      .values({ ...values, at: deps.clock() })
      .returning(['id', 'rootId', 'firstOn', 'lastOn', 'yearly', 'works', 'name', 'nameEn'])
      .executeTakeFirstOrThrow();
    const detail = { name: input.name, from: firstOn, to: lastOn };
    note({ action: 'days-off.added', subject: 'days-off', subjectId: row.id, unitId, rootId, detail });
    return presented(row, actor);
  });
}

export async function removeDayOff(deps: Writing, { actor, id }: Asked): Promise<void> {
  await write(deps, actor, async (trx, note) => {
    const row = await trx
      .selectFrom('dayOff')
      .selectAll()
      .where('id', '=', id)
      .forUpdate()
      .executeTakeFirst();
    if (!row || (row.rootId !== null && !rootsOf(actor).includes(row.rootId)))
      throw new NotFound('no-day-off', { id });
    const grant = keeping(actor);
    if (!grant || row.rootId === null || row.rootId !== grant.rootId) throw new Forbidden();
    await trx.deleteFrom('dayOff').where('id', '=', id).execute();
    const { unitId, rootId } = grant;
    const detail = { name: row.name, from: row.firstOn, to: row.lastOn };
    note({ action: 'days-off.removed', subject: 'days-off', subjectId: id, unitId, rootId, detail });
  });
}
