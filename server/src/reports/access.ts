// How a report stands to who asks, and what they may do with it now.
import type { z } from '@hono/zod-openapi';
import { sql } from 'kysely';
import { may, scopeOf, type Actor, type Facts } from '../access/actor.ts';
import { reaches, type Condition } from '../access/condition.ts';
import type { Action } from '../access/policy.ts';
import type { Db } from '../db/connect.ts';
import { NotFound } from '../errors.ts';
import type { ReportRecord } from './queries.ts';
import type * as schema from './schema.ts';

export type Ability = z.infer<typeof schema.reportAbility>;

export interface Standing extends Pick<
  ReportRecord,
  'id' | 'unitId' | 'status' | 'excusedOn' | 'mergedInto' | 'depth' | 'parentId' | 'submittedOn' | 'handedAt'
> {
  /** To whom it is sent; of the call's own report the unit that called. */
  readonly receiverId: number;
  readonly ownerId: number;
  readonly callStatus: 'open' | 'closed' | 'cancelled';
  readonly hasBelow: boolean;
}

export const factsOf = ({ unitId, receiverId, ownerId }: Standing): Facts => ({
  unitId,
  confirmerId: receiverId,
  issuerId: ownerId,
});

/** Works on it within its unit. What officers and leaders say to each other before it is sent stays with them. */
export const worksOn = (actor: Actor, unitId: number): boolean =>
  may(actor, 'report.fill', { unitId }) || may(actor, 'report.submit', { unitId });

/** Not sent yet: what it says is seen only where it is drawn up. */
export const isSealed = (actor: Actor, { status, unitId }: Pick<Standing, 'status' | 'unitId'>): boolean =>
  status === 'draft' && !may(actor, 'report.read-draft', { unitId });

interface Step {
  readonly action: Action;
  /** What it needs besides while the report lies with the unit's leaders. */
  readonly handed?: Action;
  /** Nobody needs it who may do this. */
  readonly unless?: Action;
  readonly open: (report: Standing) => boolean;
}

const inHand = ({ status }: Standing) => status === 'draft' || status === 'returned';
const withLeader = (report: Standing) => inHand(report) && report.handedAt !== null;
const running = (report: Standing) => report.callStatus === 'open' && report.mergedInto === null;
const missing = (report: Standing) => report.submittedOn === null && report.excusedOn === null;
const counted = ({ status }: Standing) =>
  status === 'accepted' || status === 'approved' || status === 'locked';

export const steps: Readonly<Record<Ability, Step>> = {
  fill: {
    action: 'report.fill',
    handed: 'report.submit',
    open: (report) => running(report) && inHand(report),
  },
  derive: {
    action: 'report.fill',
    handed: 'report.submit',
    open: (report) => running(report) && inHand(report),
  },
  hand: {
    action: 'report.hand',
    unless: 'report.submit',
    open: (report) => running(report) && inHand(report) && !withLeader(report),
  },
  'take-back': {
    action: 'report.hand',
    unless: 'report.submit',
    open: (report) => running(report) && withLeader(report),
  },
  'give-back': { action: 'report.submit', open: (report) => running(report) && withLeader(report) },
  submit: { action: 'report.submit', open: (report) => running(report) && inHand(report) },
  withdraw: { action: 'report.submit', open: (report) => running(report) && report.status === 'submitted' },
  // Nobody above the call's own report accepts it: it is approved where it was made.
  accept: {
    action: 'report.judge',
    open: (report) => running(report) && report.status === 'submitted' && report.depth > 0,
  },
  return: {
    action: 'report.judge',
    open: (report) => running(report) && (report.status === 'submitted' || report.status === 'accepted'),
  },
  approve: {
    action: 'report.approve',
    open: (report) => running(report) && report.status === (report.depth === 0 ? 'submitted' : 'accepted'),
  },
  lock: { action: 'report.lock', open: (report) => running(report) && report.status === 'approved' },
  reopen: { action: 'report.lock', open: (report) => running(report) && counted(report) },
  excuse: {
    action: 'report.judge',
    open: (report) =>
      running(report) &&
      report.depth > 0 &&
      (report.excusedOn !== null || (inHand(report) && missing(report))),
  },
  // What was sent late, and is only corrected, stays late.
  extend: {
    action: 'report.judge',
    open: (report) => running(report) && report.depth > 0 && inHand(report) && report.submittedOn === null,
  },
  urge: { action: 'report.urge', open: (report) => running(report) && report.depth > 0 && missing(report) },
  'approve-level': { action: 'report.approve-level', open: (report) => running(report) && report.hasBelow },
};

export const abilities = (actor: Actor, report: Standing): Ability[] => {
  const facts = factsOf(report);
  return (Object.keys(steps) as Ability[]).filter((name) => {
    const { action, handed, unless, open } = steps[name];
    return (
      open(report) &&
      may(actor, action, facts) &&
      (report.handedAt === null || !handed || may(actor, handed, facts)) &&
      (!unless || !may(actor, unless, facts))
    );
  });
};

export async function standingOf(db: Db, row: ReportRecord): Promise<Standing> {
  const { rows } = await sql<Pick<Standing, 'receiverId' | 'ownerId' | 'callStatus' | 'hasBelow'>>`
    select coalesce(p.unit_id, c.owner_id) as receiver_id, c.owner_id, c.status as call_status,
      exists (select 1 from report k where k.parent_id = r.id) as has_below
    from report r join report_call c on c.id = r.call_id left join report p on p.id = r.parent_id where r.id = ${row.id}`.execute(
    db,
  );
  const [more] = rows;
  if (!more) throw new NotFound('no-report', { id: row.id });
  return { ...row, ...more };
}

/** Null: there is no such report. */
export async function factsOfId(db: Db, id: number): Promise<Facts | null> {
  const row = await db.selectFrom('report').selectAll().where('id', '=', id).executeTakeFirst();
  return row ? factsOf(await standingOf(db, row)) : null;
}

/** Of the report "r" and its call "c": which of them the actor reads. */
export function readable(actor: Actor, action: Action = 'report.read'): Condition {
  return reaches(scopeOf(actor, action), {
    owner: sql`r.unit_id`,
    issuer: sql`c.owner_id`,
    confirmer: sql`coalesce((select p.unit_id from report p where p.id = r.parent_id), c.owner_id)`,
  });
}
