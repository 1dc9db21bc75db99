// How a report stands on a day: derived from its dates whenever it is asked, as DHIS2 tells them apart. No database, no clock.
import { classOn } from '../duties/standing.ts';

export type ReportClass = 'on-time' | 'late' | 'in-term' | 'overdue' | 'excused';

export interface Dates {
  readonly dueOn: string;
  readonly submittedOn: string | null;
  readonly excusedOn: string | null;
}

/** Sent: by the deadline or after it, whatever happened since. Not sent: excused, else in term up to the last day, then overdue. */
export function classOf({ dueOn, submittedOn, excusedOn }: Dates, day: string): ReportClass {
  if (submittedOn === null && excusedOn !== null) return 'excused';
  return classOn({ dueOn, doneOn: submittedOn }, day);
}

export interface Reporting {
  readonly expected: number;
  readonly sent: number;
  readonly onTime: number;
  readonly late: number;
  readonly waiting: number;
  readonly missing: number;
  readonly excused: number;
  readonly returned: number;
  readonly accepted: number;
  readonly approved: number;
  readonly locked: number;
}

export const nobody: Reporting = {
  expected: 0,
  sent: 0,
  onTime: 0,
  late: 0,
  waiting: 0,
  missing: 0,
  excused: 0,
  returned: 0,
  accepted: 0,
  approved: 0,
  locked: 0,
};
