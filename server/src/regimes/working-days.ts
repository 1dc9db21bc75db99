// Which days nobody works: Saturdays, Sundays and the days off that are kept as data, but for those that are worked in exchange.
export interface DayOff {
  readonly firstOn: string;
  readonly lastOn: string;
  /** Again on the same day of every year after. */
  readonly yearly: boolean;
  /** Worked, although it is a Saturday or a Sunday. */
  readonly works: boolean;
}

export type IsOff = (day: string) => boolean;

const dayMs = 86_400_000;
const iso = (ms: number) => new Date(ms).toISOString().slice(0, 10);

export const plusDays = (day: string, days: number): string =>
  iso(Date.parse(`${day}T00:00:00Z`) + days * dayMs);

export const isWeekend: IsOff = (day) => [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());

/** A list that somebody kept by hand is not longer than this. */
const longest = 31;

const daysOf = ({ firstOn, lastOn }: DayOff): readonly string[] =>
  Array.from({ length: longest }, (_, at) => plusDays(firstOn, at)).filter((day) => day <= lastOn);

const inYear = ({ firstOn, yearly }: DayOff, year: number): readonly string[] => {
  const day = `${year}${firstOn.slice(4)}`;
  // 29 February is there in leap years alone.
  return yearly && day >= firstOn && !Number.isNaN(Date.parse(day)) && iso(Date.parse(day)) === day
    ? [day]
    : [];
};

export interface Holiday {
  readonly day: string;
  /** In place of this day, which fell on a Saturday or a Sunday. */
  readonly inLieuOf: string | null;
}

/**
 * The days off of a year. One that returns every year and falls on a Saturday or a Sunday is made up for on the next working day (Bộ
 * luật Lao động 45/2019/QH14, Điều 111 khoản 3); days that are announced for one year are announced with those.
 */
export function holidaysOf(list: readonly DayOff[], year: number): readonly Holiday[] {
  const off = list.filter(({ works }) => !works);
  const worked = new Set(list.filter(({ works }) => works).flatMap(daysOf));
  const announced = off.filter(({ yearly }) => !yearly).flatMap(daysOf);
  const byLaw = off.flatMap((each) => inYear(each, year)).toSorted();
  const found = new Map<string, string | null>();
  for (const day of announced) if (day.startsWith(`${year}`)) found.set(day, null);
  for (const day of byLaw) found.set(day, null);
  for (const day of byLaw.filter((each) => isWeekend(each) && !worked.has(each))) {
    let next = plusDays(day, 1);
    while (isWeekend(next) || found.has(next)) next = plusDays(next, 1);
    found.set(next, day);
  }
  return [...found]
    .filter(([day]) => !worked.has(day))
    .map(([day, inLieuOf]) => ({ day, inLieuOf }))
    .toSorted((a, b) => (a.day < b.day ? -1 : 1));
}

export function calendarOf(list: readonly DayOff[]): IsOff {
  const worked = new Set(list.filter(({ works }) => works).flatMap(daysOf));
  const years = new Map<number, ReadonlySet<string>>();
  const offIn = (year: number) => {
    const known = years.get(year) ?? new Set(holidaysOf(list, year).map(({ day }) => day));
    years.set(year, known);
    return known;
  };
  return (day) => !worked.has(day) && (isWeekend(day) || offIn(Number(day.slice(0, 4))).has(day));
}

export function afterWorkingDays(day: string, count: number, isOff: IsOff): string {
  let at = day;
  for (let left = count; left > 0;) {
    at = plusDays(at, 1);
    if (!isOff(at)) left -= 1;
  }
  return at;
}

export function nextWorkingDay(day: string, isOff: IsOff): string {
  let at = day;
  while (isOff(at)) at = plusDays(at, 1);
  return at;
}
