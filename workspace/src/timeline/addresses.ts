// What stands in the addresses of the timeline and the calendar: whose work, which plan, which year or month.
import { among, kept, textOf, whole, yearOf, type Raw } from '../address.ts';

export interface TimelineSearch {
  /** Absent: the duties of the reader's own units. */
  readonly all?: 'true';
  readonly plan?: number;
  readonly year?: number;
  /** "2026-03", in the calendar. */
  readonly month?: string;
}

export const readTimelineSearch = (raw: Raw): TimelineSearch =>
  kept<TimelineSearch>({
    all: among(['true'] as const, raw['all']),
    plan: whole(raw['plan']),
    year: yearOf(raw['year']),
    month: /^\d{4}-(0[1-9]|1[0-2])$/.test(textOf(raw['month'])) ? textOf(raw['month']) : undefined,
  });
