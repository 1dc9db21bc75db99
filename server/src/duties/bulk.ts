// The same step for several duties: what can be done is done, what cannot is named; and the way back, exactly as far as nobody has
// touched a duty since.
import { sql } from 'kysely';
import type { z } from '@hono/zod-openapi';
import { may, type Actor } from '../access/actor.ts';
import { write, type Note } from '../audit/service.ts';
import { today } from '../clock.ts';
import type { Db } from '../db/connect.ts';
import type { Deps } from '../deps.ts';
import { Conflict, Invalid, NotFound, type Values } from '../errors.ts';
import { mayRead } from './facts.ts';
import { record } from './history.ts';
import { lockDuties, type Locked } from './lock.ts';
import { moveOf, type Step } from './moves.ts';
import type { bulkRequest } from './step-schema.ts';
import { carryOut, type Taking } from './service.ts';
import { rules } from './steps.ts';

type Writing = Pick<Deps, 'db' | 'clock'>;

export interface Refused {
  readonly id: number;
  readonly code: string;
  readonly values: Values;
}

export interface BulkDone {
  readonly bulkId: number;
  readonly done: readonly number[];
  readonly refused: readonly Refused[];
}

const columns = [
  'doneOn',
  'receivedOn',
  'reportedAt',
  'confirmedOn',
  'returned',
  'onceLate',
  'doneFloor',
  'progress',
  'lastMovedOn',
] as const;

/** A duty as it was before, and the version that the change gave it. */
interface Item {
  readonly id: number;
  readonly version: number;
  readonly before: Readonly<Record<(typeof columns)[number], unknown>>;
}

function stepOf({ do: what, note }: z.infer<typeof bulkRequest>): Step {
  if (what === 'receive') return { do: 'receive' };
  if (what === 'confirm') return { do: 'confirm', note };
  if (!note) throw new Invalid('note-needed');
  return what === 'progress' ? { do: 'progress', note, progress: null } : { do: 'sendBack', note };
}

export async function bulk(
  deps: Writing,
  actor: Actor,
  request: z.infer<typeof bulkRequest>,
): Promise<BulkDone> {
  const step = stepOf(request);
  const taking = { actor, day: today(deps.clock), clock: deps.clock };
  return write(deps, actor, async (trx, note) => {
    const ids = [...new Set(request.ids)];
    const locked = await lockDuties(trx, ids);
    const refused: Refused[] = ids.flatMap((id) => {
      const why = whyNot(taking, locked.get(id), step);
      return why === null ? [] : [{ id, ...why }];
    });
    const wrong = new Set(refused.map(({ id }) => id));
    const items: Item[] = [];
    // In the order of their tasks, whose rows the counts lock: two such changes never wait for each other.
    const inOrder = [...locked.values()].sort((a, b) => a.taskId - b.taskId || a.id - b.id);
    for (const each of inOrder.filter(({ id }) => !wrong.has(id))) {
      items.push(await stepWith(trx, taking, each, { step, note }));
    }
    const bulkId = await remember(trx, taking, step.do, items);
    return { bulkId, done: items.map(({ id }) => id), refused };
  });
}

/** One that they may not read is answered as one that is not there. */
function whyNot({ actor, day }: Taking, locked: Locked | undefined, step: Step): Omit<Refused, 'id'> | null {
  if (!locked || !mayRead(actor, locked.facts)) return { code: 'no-duty', values: {} };
  if (!may(actor, rules[step.do].by, locked.facts)) return { code: 'not-allowed', values: {} };
  const move = moveOf(locked.duty, step, day);
  return 'refused' in move ? { code: move.refused, values: move.values } : null;
}

interface Noted {
  readonly step: Step;
  readonly note: Note;
}

async function stepWith(db: Db, taking: Taking, locked: Locked, { step, note }: Noted): Promise<Item> {
  const before = await db
    .selectFrom('duty')
    .select([...columns])
    .where('id', '=', locked.id)
    .executeTakeFirstOrThrow();
  const move = moveOf(locked.duty, step, taking.day);
  if ('refused' in move) throw new Conflict(move.refused, move.values);
  await carryOut(db, taking, locked, { step, move });
  const { id, unitId, rootId } = locked;
  note({ action: `duty.${step.do}`, subject: 'duty', subjectId: id, unitId, rootId, detail: { bulk: true } });
  return { id, version: locked.version + 1, before };
}

async function remember(db: Db, { actor }: Taking, action: string, items: readonly Item[]): Promise<number> {
  const { id } = await db
    .insertInto('bulk')
    .values({ personId: actor.personId, action, items: JSON.stringify(items) })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** Only who did it, once. A duty that was changed since stays as it is now, and is named. */
export async function undoBulk(deps: Writing, actor: Actor, id: number): Promise<BulkDone> {
  const taking = { actor, day: today(deps.clock), clock: deps.clock };
  return write(deps, actor, async (trx, note) => {
    const row = await trx
      .selectFrom('bulk')
      .selectAll()
      .where('id', '=', id)
      .where('personId', '=', actor.personId)
      .forUpdate()
      .executeTakeFirst();
    if (!row) throw new NotFound('no-bulk', { id });
    if (row.undoneAt !== null) throw new Conflict('undone-already');
    const items = row.items as readonly Item[];
    const locked = await lockDuties(
      trx,
      items.map((item) => item.id),
    );
    const isOurs = (item: Item) => locked.get(item.id)?.version === item.version;
    const action = row.action as Step['do'];
    const allowed = (item: Item) => {
      const found = locked.get(item.id);
      return found !== undefined && may(actor, rules[action].by, found.facts);
    };
    const back = items.filter((item) => isOurs(item) && allowed(item));
    for (const item of back) await restore(trx, item);
    const ids = back.map((item) => item.id);
    await record(trx, actor, ids, { action: 'undone', day: taking.day, detail: { undone: action } });
    for (const item of back) {
      const { unitId = null, rootId = null } = locked.get(item.id) ?? {};
      note({
        action: 'duty.undo',
        subject: 'duty',
        subjectId: item.id,
        unitId,
        rootId,
        detail: { undone: action },
      });
    }
    await trx.updateTable('bulk').set({ undoneAt: deps.clock() }).where('id', '=', id).execute();
    const refused = items
      .filter((item) => !back.includes(item))
      .map((item) => ({ id: item.id, code: isOurs(item) ? 'not-allowed' : 'changed-since', values: {} }));
    return { bulkId: id, done: ids, refused };
  });
}

async function restore(db: Db, { id, version, before }: Item): Promise<void> {
  await sql`update duty set done_on = b."doneOn", received_on = b."receivedOn", reported_at = b."reportedAt",
      confirmed_on = b."confirmedOn", returned = b.returned,
      once_late = coalesce(b."onceLate", once_late), done_floor = b."doneFloor", progress = b.progress, last_moved_on = b."lastMovedOn",
      version = ${version + 1}
    from jsonb_to_record(${JSON.stringify(before)}::jsonb) as b("doneOn" date, "receivedOn" date, "reportedAt" timestamptz,
      "confirmedOn" date, returned boolean, "onceLate" boolean, "doneFloor" date, progress smallint, "lastMovedOn" date)
    where duty.id = ${id}`.execute(db);
}
