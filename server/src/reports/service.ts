// The life of a report: sent, sent back with reasons, accepted, approved, locked, opened again. Each step leaves its trail.
import { sql } from 'kysely';
import type { z } from '@hono/zod-openapi';
import { may, type Asked } from '../access/actor.ts';
import { Conflict, Forbidden, Invalid } from '../errors.ts';
import { factsOf } from './access.ts';
import { unsettledBelow, type ReportDetail } from './detail.ts';
import { dayWords } from './export-words.ts';
import * as queries from './queries.ts';
import type { ReportRecord } from './queries.ts';
import type * as schema from './input-schema.ts';
import { requireReady, requireSections } from './ready.ts';
import { notHanded, settle, taking, withCall, type ReportStep, type Trx, type Writing } from './step.ts';
import { tellSigned, tellStep } from './told.ts';
import { closeUrgings } from './urge.ts';

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

/** What is accepted below one that is excused would count nowhere. */
async function requireSuperiorOwing(trx: Trx, { parentId }: ReportRecord): Promise<void> {
  const parent = parentId === null ? undefined : await queries.reportById(trx, parentId);
  if (parent && parent.excusedOn !== null) throw new Conflict('report-superior-excused', { id: parent.id });
}

export const submit = (deps: Writing, asked: Asked, wanted: ReportStep): Promise<ReportDetail> =>
  taking(deps, asked, { ability: 'submit', wanted }, async (taken) => {
    const { row, day, trx, actor } = taken;
    await requireReady(taken, asked.locale);
    await settle(taken, {
      action: 'submitted',
      reason: wanted.reason ?? null,
      set: {
        ...notHanded,
        status: 'submitted',
        // One that was opened again for a correction was sent on the day it was first sent.
        submittedOn: row.submittedOn ?? day,
        firstSubmittedOn: row.firstSubmittedOn ?? day,
        submittedBy: actor.personId,
        excusedOn: null,
        excuse: null,
      },
    });
    await closeUrgings(deps, taken, `Đã gửi báo cáo ngày ${dayWords(day)}.`);
    await tellStep(trx, deps, taken, { kind: 'report-submitted' });
    await tellSigned(trx, deps, taken);
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
    await requireSuperiorOwing(taken.trx, taken.row);
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
    const { trx, row } = taken;
    requireSections(taken, wanted.reasons);
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
    const counted = excused
      ? (await queries.childrenOf(taken.trx, taken.row.id)).filter((each) => each.counted).length
      : 0;
    if (counted > 0) throw new Conflict('report-below-counted', { n: counted });
    await settle(taken, {
      action: excused ? 'excused' : 'excuse-ended',
      reason,
      set: { excusedOn: excused ? taken.day : null, excuse: reason },
    });
    if (excused) await closeUrgings(deps, taken, `Được miễn báo cáo từ ngày ${dayWords(taken.day)}.`);
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
