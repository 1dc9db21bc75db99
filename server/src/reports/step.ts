// How every step in the life of a report is taken: the report is locked, the rule asked, the version compared, and what happened kept.
import type { Transaction } from 'kysely';
import type { z } from '@hono/zod-openapi';
import { may, mustMay, type Actor, type Asked } from '../access/actor.ts';
import { write, type Note } from '../audit/service.ts';
import { today } from '../clock.ts';
import type { Db } from '../db/connect.ts';
import type { Tables } from '../db/tables.ts';
import type { Deps } from '../deps.ts';
import { Conflict, NotFound } from '../errors.ts';
import { factsOf, standingOf, steps, type Ability, type Standing } from './access.ts';
import { detailOf, type Opened, type ReportDetail } from './detail.ts';
import * as queries from './queries.ts';
import { publishStep } from './published.ts';
import type { ReportRecord } from './queries.ts';
import type * as schema from './input-schema.ts';

export type Writing = Pick<Deps, 'db' | 'clock'>;
export type ReportStep = z.infer<typeof schema.reportStep>;
export type Trx = Transaction<Tables>;

/** What a step works on, once it is known that the actor may take it now. */
export interface Taken extends Opened {
  readonly trx: Trx;
  readonly note: Note;
  readonly day: string;
  readonly actor: Actor;
}

interface Wanted {
  readonly version?: number | undefined;
}

/** Runs a step: the report is locked, the rule asked, the version compared, then whether it is ready for it. */
export async function taking<T extends Wanted>(
  deps: Writing,
  { actor, locale, id }: Asked,
  { ability, wanted }: { readonly ability: Ability; readonly wanted: T },
  work: (taken: Taken) => Promise<void>,
): Promise<ReportDetail> {
  const day = today(deps.clock);
  return write(deps, actor, async (trx, note) => {
    const asking = { actor, locale, day };
    const opened = await mayTake(trx, { ...asking, id }, { ability, wanted });
    await work({ ...opened, trx, note, day, actor });
    return detailOf(trx, asking, await reread(trx, id));
  });
}

/** The report, held until the end of the transaction; throws where the step may not be taken now. */
export async function mayTake(
  trx: Trx,
  { id, ...asking }: Asked & { readonly day: string },
  { ability, wanted = {} }: { readonly ability: Ability; readonly wanted?: Wanted },
): Promise<Opened> {
  const opened = await opening(trx, id);
  const facts = factsOf(opened.standing);
  const { action, handed, open } = steps[ability];
  mustMay(asking.actor, action, facts, { read: 'report.read', code: 'no-report', id });
  const unlike = async (code: string) =>
    new Conflict(code, {}, { current: await detailOf(trx, asking, opened), yours: wanted });
  if (wanted.version !== undefined && opened.row.version !== wanted.version)
    throw await unlike('stale-version');
  if (!open(opened.standing)) throw refusal(opened.standing);
  if (opened.standing.handedAt !== null && handed && !may(asking.actor, handed, facts))
    throw await unlike('report-handed');
  return opened;
}

async function opening(trx: Trx, id: number): Promise<Opened> {
  await queries.holdCallOf(trx, id);
  const row = await queries.lockReport(trx, id);
  if (!row) throw new NotFound('no-report', { id });
  return withCall(trx, row);
}

export async function withCall(db: Db, row: ReportRecord): Promise<Opened> {
  const call = await queries.callById(db, row.callId);
  if (!call) throw new NotFound('no-report', { id: row.id });
  return { row, call, standing: await standingOf(db, row) };
}

async function reread(db: Db, id: number): Promise<Opened> {
  const row = await queries.reportById(db, id);
  if (!row) throw new NotFound('no-report', { id });
  return withCall(db, row);
}

function refusal({ callStatus, mergedInto, status }: Standing): Error {
  if (callStatus !== 'open') return new Conflict('call-not-open');
  if (mergedInto !== null) return new Conflict('report-merged', { id: mergedInto });
  return new Conflict('report-wrong-state', { status });
}

/** It does not lie with the unit's leaders any more. */
export const notHanded = { handedAt: null, handedBy: null, handedNote: null } as const;

export interface Settled {
  readonly action: string;
  readonly reason?: string | null;
  readonly detail?: Readonly<Record<string, unknown>>;
  readonly reasons?: readonly { readonly sectionId: string | null; readonly reason: string }[];
  readonly set: Parameters<typeof queries.updateReport>[2];
}

/** Writes the report's next version, what happened, who is told of it, and the record of it. */
export async function settle(
  taken: Taken,
  { action, reason = null, detail = {}, reasons, set }: Settled,
): Promise<void> {
  const { trx, row, day, actor, note, call } = taken;
  await queries.updateReport(trx, row.id, { ...set, version: row.version + 1, lastMovedOn: day });
  const event = { reportId: row.id, day, personId: actor.personId, action, detail };
  await queries.addEvents(
    trx,
    reasons ? reasons.map((each) => ({ ...event, ...each })) : [{ ...event, reason }],
  );
  await publishStep(trx, [row.id], { step: action, day, reasons });
  note({
    action: `report.${action}`,
    subject: 'report',
    subjectId: row.id,
    unitId: row.unitId,
    rootId: row.rootId,
    detail: { callId: call.id, ...detail, ...(reason ? { reason } : {}), ...(reasons ? { reasons } : {}) },
  });
}
