// How a duty stands on a day: its class, from dates alone, and how far it is. No database, no clock.

export type DutyClass = 'on-time' | 'late' | 'in-term' | 'overdue';
export type DutyState =
  | 'new'
  | 'received'
  | 'in-progress'
  | 'returned'
  | 'reported'
  | 'confirmed'
  | 'cancelled';

export const classes: readonly DutyClass[] = ['on-time', 'late', 'in-term', 'overdue'];

/** ISO dates. */
export interface Dates {
  readonly dueOn: string | null;
  readonly doneOn: string | null;
}

/**
 * Done: on time if the day it was done is not after the day it was due, else late. Open: in term up to the last day, then overdue.
 * What has no day by which it is due cannot be late.
 */
export function classOn({ dueOn, doneOn }: Dates, day: string): DutyClass {
  if (doneOn !== null) return dueOn === null || doneOn <= dueOn ? 'on-time' : 'late';
  return dueOn === null || day <= dueOn ? 'in-term' : 'overdue';
}

/** A change of the day by which it is due, decided on a day. */
export interface DueChange {
  readonly onDay: string;
  readonly beforeOn: string | null;
}

export interface Life extends Dates {
  readonly openedOn: string;
  readonly cancelledOn: string | null;
  /** In the order in which they were decided. */
  readonly dueChanges: readonly DueChange[];
}

/** Its class as it stood on an earlier day; null: it did not count then. What was decided later had not happened. */
export function classAsOf(life: Life, day: string): DutyClass | null {
  if (life.openedOn > day || (life.cancelledOn !== null && life.cancelledOn <= day)) return null;
  const later = life.dueChanges.find(({ onDay }) => onDay > day);
  const dueOn = later ? later.beforeOn : life.dueOn;
  const doneOn = life.doneOn !== null && life.doneOn <= day ? life.doneOn : null;
  return classOn({ dueOn, doneOn }, day);
}

export interface Headway {
  readonly doneOn: string | null;
  readonly receivedOn: string | null;
  readonly confirmedOn: string | null;
  readonly cancelledOn: string | null;
  readonly returned: boolean;
  readonly progress: number | null;
}

export function stateOf(duty: Headway): DutyState {
  if (duty.cancelledOn !== null) return 'cancelled';
  if (duty.confirmedOn !== null) return 'confirmed';
  if (duty.doneOn !== null) return 'reported';
  if (duty.returned) return 'returned';
  if (duty.progress !== null) return 'in-progress';
  return duty.receivedOn === null ? 'new' : 'received';
}
