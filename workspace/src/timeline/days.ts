// Days as numbers, months as weeks: all in plain ISO dates, which know no time zone.
const millisecondsADay = 86_400_000;

const dayNumber = (iso: string): number => Math.round(Date.parse(`${iso}T00:00:00Z`) / millisecondsADay);
const isoOf = (number: number): string => new Date(number * millisecondsADay).toISOString().slice(0, 10);
export const addDays = (iso: string, days: number): string => isoOf(dayNumber(iso) + days);

/** Where a day stands between two others, in percent, not beyond the edges. `end`: its evening. */
export function place(iso: string, [from, to]: readonly [string, string], end = false): number {
  const whole = dayNumber(to) - dayNumber(from) + 1;
  const at = dayNumber(iso) - dayNumber(from) + (end ? 1 : 0);
  return Math.min(100, Math.max(0, (100 * at) / whole));
}

/** A month ("2026-03") as weeks from Monday to Sunday, with the days of its neighbours that fill them. */
export function weeksOf(month: string): readonly (readonly string[])[] {
  const first = dayNumber(`${month}-01`);
  // 1 January 1970 was a Thursday.
  const weekday = (first + 3) % 7;
  const start = first - weekday;
  const length = daysIn(month);
  const weeks = Math.ceil((weekday + length) / 7);
  return Array.from({ length: weeks }, (_, week) =>
    Array.from({ length: 7 }, (_each, day) => isoOf(start + week * 7 + day)),
  );
}

export function daysIn(month: string): number {
  const [year = 1970, number = 1] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number, 0)).getUTCDate();
}

export function addMonths(month: string, count: number): string {
  const [year = 1970, number = 1] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number - 1 + count, 1)).toISOString().slice(0, 7);
}
