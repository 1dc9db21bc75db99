// Reports in hand follow their records every day until the window has closed: what is sent then was known at its end.
import { sql } from 'kysely';
import { system } from '../access/actor.ts';
import { write } from '../audit/service.ts';
import { today } from '../clock.ts';
import type { Db } from '../db/connect.ts';
import { fillOpened } from './open.ts';
import * as queries from './queries.ts';
import type { Writing } from './step.ts';

interface Behind {
  readonly id: number;
  readonly callId: number;
}

/** Read on an earlier day than today, and before the day after the close. */
async function behind(db: Db, day: string): Promise<readonly Behind[]> {
  const { rows } =
    await sql<Behind>`select r.id, r.call_id from report r join report_call c on c.id = r.call_id
    where c.status = 'open' and r.status in ('draft', 'returned') and r.merged_into is null and c.window_from <= ${day}::date
      and coalesce((r.derived_at at time zone 'Asia/Ho_Chi_Minh')::date < least(${day}::date, c.window_to + 1), true)
    order by r.call_id, r.id`.execute(db);
  return rows;
}

/** So many are held in one transaction, which takes a moment: whoever fills one in then waits for it. */
const portion = 200;

/** Returns how many reports were read again. */
export async function refreshReports(deps: Writing): Promise<number> {
  const day = today(deps.clock);
  let done = 0;
  for (const [callId, reports] of Map.groupBy(await behind(deps.db, day), (each) => each.callId)) {
    for (let at = 0; at < reports.length; at += portion) {
      const ids = reports.slice(at, at + portion).map(({ id }) => id);
      done += await write(deps, system, (trx) => refresh(trx, { callId, ids, day, at: deps.clock() }));
    }
  }
  return done;
}

interface Refreshing {
  readonly callId: number;
  readonly ids: readonly number[];
  readonly day: string;
  readonly at: Date;
}

async function refresh(db: Db, { callId, ids, day, at }: Refreshing): Promise<number> {
  const call = await queries.callById(db, callId);
  const locked = await queries.lockReports(db, ids);
  const inHand = locked
    .filter(({ status }) => status === 'draft' || status === 'returned')
    .map(({ id }) => id);
  if (!call || inHand.length === 0) return 0;
  const { form, ownerId, windowFrom: from, windowTo: to } = call;
  await fillOpened(db, { id: callId, ownerId, form, from, to, day, at, personId: null }, inHand);
  return inHand.length;
}
