// What happened to duties, in the order in which it did; nothing of it is ever changed.
import { sql } from 'kysely';
import type { Actor } from '../access/actor.ts';
import type { Db } from '../db/connect.ts';
import { eventsOf } from './published.ts';
import { publish } from '../webhooks/service.ts';

/** Everything that a duty's history may hold. */
export const actions = [
  'opened',
  'received',
  'progress',
  'reported',
  'takenBack',
  'confirmed',
  'sentBack',
  'reopened',
  'extensionAsked',
  'extensionGranted',
  'extensionRefused',
  /** Asked for, and the duty was done before it was decided. */
  'extensionLapsed',
  'milestone',
  'evidenceAdded',
  'evidenceRemoved',
  /** A file was refused and destroyed; neither its name nor its content is kept. */
  'evidenceRefused',
  'transferred',
  'cancelled',
  'reinstated',
  /** The amended plan gives it another day, group or part. */
  'amended',
  'ownPlan',
  'urged',
  'urgingAnswered',
  /** A change of several duties at once was undone. */
  'undone',
] as const;

export type DutyAction = (typeof actions)[number];

export interface Happening {
  readonly action: DutyAction;
  /** ISO date in Việt Nam. */
  readonly day: string;
  readonly note?: string | null | undefined;
  readonly detail?: Readonly<Record<string, unknown>>;
}

/** The same for each of these duties. */
export async function record(
  db: Db,
  { personId }: Pick<Actor, 'personId'>,
  dutyIds: readonly number[],
  { action, day, note = null, detail }: Happening,
): Promise<void> {
  if (dutyIds.length === 0) return;
  await sql`insert into duty_event (duty_id, day, person_id, action, note, detail)
    select id, ${day}::date, ${personId}::bigint, ${action}, ${note}::text,
      ${detail === undefined ? null : JSON.stringify(detail)}::jsonb
    from unnest(${[...dutyIds]}::bigint[]) as d(id)`.execute(db);
  await publish(db, () => eventsOf(db, dutyIds, { action, day }));
}
