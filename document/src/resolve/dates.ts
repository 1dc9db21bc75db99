// Calendar arithmetic on ISO dates, without a clock and without time zones.

/** Days in a month, 1 to 12. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** 0 is Sunday, 6 Saturday; null if `iso` is no date. */
export function weekday(iso: string): number | null {
  const time = Date.parse(`${iso}T00:00:00Z`);
  return Number.isNaN(time) ? null : new Date(time).getUTCDay();
}

/** "21/7/2013" as Vietnamese documents write it: leading zero for days below 10 and the months 1 and 2 (Decree 30/2020). */
export function written(iso: string): string {
  const [year = '', month = '', day = ''] = iso.split('-');
  return `${day}/${Number(month) < 3 ? month : Number(month)}/${year}`;
}

export function yearOf(iso: string): number {
  return Number(iso.slice(0, 4));
}
