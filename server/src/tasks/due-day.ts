// The day within each period by which what recurs is due: "trước ngày 20/11 hằng năm", "thứ Sáu hằng tuần".
import { z } from '@hono/zod-openapi';

export const dayOfPeriod = z
  .strictObject({
    /** Counted within the period: 1–12 of a year (of five years, in the last), 1–6 of a half-year, 1–3 of a quarter. */
    month: z.number().int().min(1).max(12).nullable(),
    /** Of the month, or its last day if the month is shorter; null: the last day. */
    day: z.number().int().min(1).max(31).nullable(),
    /** Of a week, 1 for Monday to 7 for Sunday. */
    weekday: z.number().int().min(1).max(7).nullable(),
  })
  .openapi('DayOfPeriod', {
    description: 'Day within each period by which it is due; without it, the period’s last day',
  });

export type DayOfPeriod = z.infer<typeof dayOfPeriod>;

const months: Readonly<Record<string, number>> = {
  'five-years': 12,
  year: 12,
  'half-year': 6,
  quarter: 3,
};
const longest = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Whether each period has such a day: a quarter's in its second month, a year's 29 February (else the 28th), not 31 April. */
export function fitsPeriod(every: string | null, { month, day, weekday }: DayOfPeriod): boolean {
  if (every === 'week') return weekday !== null && month === null && day === null;
  if (weekday !== null) return false;
  if (every === 'month') return month === null && day !== null;
  const most = months[every ?? ''];
  if (most === undefined || month === null || month > most) return false;
  return day === null || most < 12 || day <= (longest[month - 1] ?? 0);
}

/** What recurs as ISO 8601 begins to write it, and its day behind: "R/year/M11D20", "R/week/W5", "R/quarter". */
export function repetition(every: string | null, on: DayOfPeriod | undefined): string {
  const parts = on && [
    ['M', on.month],
    ['D', on.day],
    ['W', on.weekday],
  ];
  const day = (parts ?? []).map(([letter, n]) => (n === null ? '' : `${letter}${n}`)).join('');
  return `R/${every ?? ''}${day === '' ? '' : `/${day}`}`;
}
