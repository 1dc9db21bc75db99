// What stands in the addresses of the timeline and the calendar: whose work, which plan, which year or month.
type Raw = Readonly<Record<string, unknown>>;

export interface TimelineSearch {
  /** Absent: the duties of the reader's own units. */
  readonly all?: 'true';
  readonly plan?: number;
  readonly year?: number;
  /** "2026-03", in the calendar. */
  readonly month?: string;
}

export function readTimelineSearch(raw: Raw): TimelineSearch {
  const year = Number(raw['year']);
  const plan = Number(raw['plan']);
  const month = String(raw['month'] ?? '');
  return {
    ...(String(raw['all']) === 'true' ? { all: 'true' as const } : {}),
    ...(Number.isInteger(plan) && plan > 0 ? { plan } : {}),
    ...(Number.isInteger(year) && year >= 1900 && year <= 2200 ? { year } : {}),
    ...(/^\d{4}-(0[1-9]|1[0-2])$/.test(month) ? { month } : {}),
  };
}
