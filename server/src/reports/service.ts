// The life of a report: sent, sent back with reasons, accepted, approved, locked, opened again. Each step leaves its trail.
import type { Transaction } from 'kysely';
import { sql } from 'kysely';
import type { z } from '@hono/zod-openapi';
import { may, mustMay, type Actor } from '../access/actor.ts';
import { write, type Note } from '../audit/service.ts';
import { today } from '../clock.ts';
import type { Db } from '../db/connect.ts';
import type { Tables } from '../db/tables.ts';
import type { Deps } from '../deps.ts';
import { Conflict, Forbidden, Invalid, NotFound } from '../errors.ts';
import type { Locale } from '../http/locale.ts';
import { factsOf, standingOf, steps, type Ability, type Standing } from './access.ts';
import {
  detailOf,
  unreadyOf,
  unsettledBelow,
  type Asking,
  type Opened,
  type ReportDetail,
} from './detail.ts';
import { figuresShown } from './figures.ts';
import * as queries from './queries.ts';
import type { ReportRecord } from './queries.ts';
import type * as schema from './schema.ts';
import { tellStep } from './told.ts';

export type Writing = Pick<Deps, 'db' | 'clock'>;
export type ReportStep = z.infer<typeof schema.reportStep>;
type Trx = Transaction<Tables>;

export interface Asked extends Asking {
  readonly id: number;
}

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
    const opened = await opening(trx, id);
    const facts = factsOf(opened.standing);
    mustMay(actor, steps[ability].action, facts, { read: 'report.read', code: 'no-report', id });
    const asking = { actor, locale, day };
    if (wanted.version !== undefined && opened.row.version !== wanted.version) {
      const current = await detailOf(trx, asking, opened);
      throw new Conflict('stale-version', {}, { current, yours: wanted });
    }
    if (!steps[ability].open(opened.standing)) throw refusal(opened.standing);
    await work({ ...opened, trx, note, day, actor });
    return detailOf(trx, asking, await reread(trx, id));
  });
}

async function opening(trx: Trx, id: number): Promise<Opened> {
  const row = await queries.lockReport(trx, id);
  if (!row) throw new NotFound('no-report', { id });
  return withCall(trx, row);
}

async function withCall(db: Db, row: ReportRecord): Promise<Opened> {
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
  note({
    action: `report.${action}`,
    subject: 'report',
    subjectId: row.id,
    unitId: row.unitId,
    rootId: row.rootId,
    detail: { callId: call.id, ...detail, ...(reason ? { reason } : {}), ...(reasons ? { reasons } : {}) },
  });
}

/** While the report above is in hand: what was sent up is not changed behind its back. */
async function requireSuperiorOpen(trx: Trx, { parentId }: ReportRecord): Promise<void> {
  if (parentId === null) return;
  const parent = await trx
    .selectFrom('report')
    .select(['id', 'status'])
    .where('id', '=', parentId)
    .forShare()
    .executeTakeFirst();
  if (parent && parent.status !== 'draft' && parent.status !== 'returned')
    throw new Conflict('report-superior-sent', { id: parentId });
}

async function requireReady(taken: Taken, locale: Locale): Promise<void> {
  const { trx, row, call } = taken;
  const [figures, texts] = await Promise.all([
    figuresShown(trx, row, { call, locale, judges: false }),
    queries.textsOf(trx, [row.id]),
  ]);
  const blocking = (await unreadyOf(trx, taken, { figures, texts, locale })).filter(({ blocks }) => blocks);
  if (blocking.length > 0)
    throw new Invalid('report-unready', { list: blocking.map(({ text }) => text).join(' ') });
}

export const submit = (deps: Writing, asked: Asked, wanted: ReportStep): Promise<ReportDetail> =>
  taking(deps, asked, { ability: 'submit', wanted }, async (taken) => {
    const { row, day, trx, actor } = taken;
    await requireReady(taken, asked.locale);
    await settle(taken, {
      action: 'submitted',
      reason: wanted.reason ?? null,
      set: {
        status: 'submitted',
        // One that was opened again for a correction was sent on the day it was first sent.
        submittedOn: row.submittedOn ?? day,
        firstSubmittedOn: row.firstSubmittedOn ?? day,
        submittedBy: actor.personId,
        excusedOn: null,
        excuse: null,
      },
    });
    await tellStep(trx, deps, taken, { kind: 'report-submitted' });
  });

export const withdraw = (deps: Writing, asked: Asked, wanted: ReportStep): Promise<ReportDetail> =>
  taking(deps, asked, { ability: 'withdraw', wanted }, (taken) =>
    settle(taken, {
      action: 'withdrawn',
      reason: wanted.reason ?? null,
      set: {
        status: taken.row.reopened > 0 ? 'returned' : 'draft',
        ...(taken.row.reopened > 0 ? {} : { submittedOn: null }),
      },
    }),
  );

export const accept = (deps: Writing, asked: Asked, wanted: ReportStep): Promise<ReportDetail> =>
  taking(deps, asked, { ability: 'accept', wanted }, async (taken) => {
    await requireSuperiorOpen(taken.trx, taken.row);
    const set = { status: 'accepted' as const, acceptedOn: taken.day };
    await settle(taken, { action: 'accepted', reason: wanted.reason ?? null, set });
    await tellStep(taken.trx, deps, taken, { kind: 'report-accepted' });
  });

export const giveBack = (
  deps: Writing,
  asked: Asked,
  wanted: z.infer<typeof schema.reportReturn>,
): Promise<ReportDetail> =>
  taking(deps, asked, { ability: 'return', wanted }, async (taken) => {
    const { call, trx, row } = taken;
    const sections = new Set(call.form.outline.map(({ id }) => id));
    const unknown = wanted.reasons.find(({ sectionId }) => sectionId !== null && !sections.has(sectionId));
    if (unknown) throw new Invalid('report-no-section', { section: unknown.sectionId ?? '' });
    if (row.counted) await requireSuperiorOpen(trx, row);
    await settle(taken, {
      action: 'returned',
      reasons: wanted.reasons,
      set: {
        status: 'returned',
        acceptedOn: null,
        ...(row.reopened > 0 ? {} : { submittedOn: null }),
      },
    });
    const reason = wanted.reasons.map((each) => each.reason).join('; ');
    await tellStep(trx, deps, taken, { kind: 'report-returned', reason });
  });

async function requireBelowSettled(trx: Trx, reportId: number): Promise<void> {
  const n = await unsettledBelow(trx, reportId);
  if (n > 0) throw new Conflict('level-not-in', { n });
}

export const approve = (deps: Writing, asked: Asked, wanted: ReportStep): Promise<ReportDetail> =>
  taking(deps, asked, { ability: 'approve', wanted }, async (taken) => {
    await requireBelowSettled(taken.trx, taken.row.id);
    const { status } = taken.row;
    // The call's own report counts from here on, as those below did from their acceptance.
    const set = {
      status: 'approved' as const,
      approvedOn: taken.day,
      ...(status === 'submitted' ? { acceptedOn: taken.day } : {}),
    };
    await settle(taken, { action: 'approved', reason: wanted.reason ?? null, set });
    await tellStep(taken.trx, deps, taken, { kind: 'report-approved' });
  });

export interface LevelDone {
  readonly done: number;
  readonly left: number;
}

/** All directly below, once each of them is accepted or excused, and what is below them as well. */
export async function approveLevel(deps: Writing, asked: Asked, wanted: ReportStep): Promise<LevelDone> {
  const result = { done: 0, left: 0 };
  await taking(deps, asked, { ability: 'approve-level', wanted }, async (taken) => {
    const { trx, row, note, day, actor } = taken;
    await requireBelowSettled(trx, row.id);
    const children = await queries.childrenOf(trx, row.id);
    const ids = children.filter(({ status }) => status === 'accepted').map(({ id }) => id);
    for (const child of await queries.lockReports(trx, ids)) {
      const opened = await withCall(trx, child);
      if (!may(actor, 'report.approve', factsOf(opened.standing))) throw new Forbidden();
      await requireBelowSettled(trx, child.id);
      const each = { ...opened, trx, note, day, actor };
      await settle(each, {
        action: 'approved',
        detail: { level: row.id },
        set: { status: 'approved', approvedOn: day },
      });
      result.done += 1;
    }
    await tellStep(trx, deps, taken, { kind: 'report-approved', reportIds: ids });
    result.left = children.filter(
      ({ status, mergedInto }) => status === 'draft' && mergedInto === null,
    ).length;
  });
  return result;
}

/** The report with all approved ones below it: nobody changes them until they are opened again. */
export const lock = (deps: Writing, asked: Asked, wanted: ReportStep): Promise<ReportDetail> =>
  taking(deps, asked, { ability: 'lock', wanted }, async (taken) => {
    const { trx, row, day, actor, note } = taken;
    await settle(taken, { action: 'locked', reason: wanted.reason ?? null, set: { status: 'locked' } });
    const { rows } = await sql<{ id: number; unitId: number; rootId: number }>`with recursive below as (
        select id from report where parent_id = ${row.id}
        union all select r.id from report r join below b on r.parent_id = b.id)
      update report r set status = 'locked', version = version + 1, last_moved_on = ${day}::date
      from below b where b.id = r.id and r.status = 'approved' returning r.id, r.unit_id, r.root_id`.execute(
      trx,
    );
    const detail = { with: row.id };
    await queries.addEvents(
      trx,
      rows.map(({ id }) => ({ reportId: id, day, personId: actor.personId, action: 'locked', detail })),
    );
    for (const { id, unitId, rootId } of rows)
      note({ action: 'report.locked', subject: 'report', subjectId: id, unitId, rootId, detail });
  });

/** A late correction: the reason stays in its history, and so does every figure that is changed. */
export const reopen = (deps: Writing, asked: Asked, wanted: ReportStep): Promise<ReportDetail> =>
  taking(deps, asked, { ability: 'reopen', wanted }, async (taken) => {
    const { trx, row } = taken;
    if (!wanted.reason) throw new Invalid('report-reason');
    await requireSuperiorOpen(trx, row);
    await settle(taken, {
      action: 'reopened',
      reason: wanted.reason,
      detail: { was: row.status },
      set: { status: 'returned', acceptedOn: null, approvedOn: null, reopened: row.reopened + 1 },
    });
    await tellStep(trx, deps, taken, { kind: 'report-returned', reason: wanted.reason });
  });

export const excuse = (
  deps: Writing,
  asked: Asked,
  { version, reason }: z.infer<typeof schema.reportExcuse>,
): Promise<ReportDetail> =>
  taking(deps, asked, { ability: 'excuse', wanted: { version, reason } }, async (taken) => {
    const excused = reason !== null;
    await settle(taken, {
      action: excused ? 'excused' : 'excuse-ended',
      reason,
      set: { excusedOn: excused ? taken.day : null, excuse: reason },
    });
    await tellStep(taken.trx, deps, taken, { kind: 'report-changed', reason: reason ?? '' });
  });

export const extend = (
  deps: Writing,
  asked: Asked,
  { version, dueOn, reason }: z.infer<typeof schema.reportExtend>,
): Promise<ReportDetail> =>
  taking(deps, asked, { ability: 'extend', wanted: { version, dueOn, reason } }, async (taken) => {
    const { row, day } = taken;
    if (dueOn < day || dueOn === row.dueOn) throw new Invalid('report-due', { day: dueOn });
    await settle(taken, {
      action: 'extended',
      reason,
      detail: { before: row.dueOn, after: dueOn },
      set: { dueOn },
    });
    await tellStep(taken.trx, deps, taken, { kind: 'report-changed', reason, day: dueOn });
  });
