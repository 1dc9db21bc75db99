// The condition that a task is due within a time: by a day of its own, or on one of the days on which it recurs.
import { sql } from 'kysely';
import type { Condition } from './filter.ts';

export interface Time {
  readonly from: string | undefined;
  readonly to: string | undefined;
}

const part = (name: 'month' | 'day' | 'weekday') => sql`(task.due_day->>${sql.lit(name)})::integer`;
const month = sql`extract(month from m)::integer`;

/** Whether a month "m" is one in which the task is due; without a month of its own, the last of each period. */
const inMonth = sql`case task.due_every when 'month' then true
  when 'quarter' then (${month} - 1) % 3 + 1 = coalesce(${part('month')}, 3)
  when 'half-year' then (${month} - 1) % 6 + 1 = coalesce(${part('month')}, 6)
  when 'year' then ${month} = coalesce(${part('month')}, 12)
  else extract(year from m)::integer % 5 = 0 and ${month} = coalesce(${part('month')}, 12) end`;

/** The day in it, or the last that it has. */
const dayOfMonth = sql`least(m::date + coalesce(${part('day')}, 31) - 1, (m + interval '1 month')::date - 1)`;

/** Years that are looked at where one end is open and no plan closes it: a period of five years lies within. */
const far = sql`interval '6 years'`;

/** The last day of the period into which the plan's end falls; weeks are their own case. */
const ending = sql`case task.due_every when 'week' then date_trunc('week', p.period_to)::date + 6
  else (date '0001-01-01' + make_interval(months => (((extract(year from p.period_to)::integer - 1) * 12
    + extract(month from p.period_to)::integer - 1) / n.months + 1) * n.months))::date - 1 end`;
const monthsOfPeriod = sql`(select case task.due_every when 'month' then 1 when 'quarter' then 3 when 'half-year' then 6
  when 'year' then 12 else 60 end as months) as n`;

function recurs({ from, to }: Time): Condition {
  const open = {
    from: from ? sql`${from}::date` : sql`${to}::date - ${far}`,
    to: to ? sql`${to}::date` : sql`${from}::date + ${far}`,
  };
  // Within its plan; a day that would come after the plan's end is that end: then the rest of that period is looked through as well.
  return sql`(task.due_kind = 'recurring' and not task.on_call and task.due_every <> 'day' and exists (
    select 1 from (select greatest(${open.from}, p.period_from)::date as first, least(${open.to}, p.period_to)::date as until,
        case when p.period_to <= ${open.to} then ${ending} else ${open.to} end::date as last
        from ${monthsOfPeriod} left join plan p on p.id = task.plan_id) as w
      where w.until >= w.first and case when task.due_every = 'week'
        then exists (select 1 from generate_series(w.first, least(w.last, w.first + 6), interval '1 day') as d
          where extract(isodow from d) = coalesce(${part('weekday')}, 7))
        else exists (select 1 from generate_series(date_trunc('month', w.first), w.last, interval '1 month') as m
          where ${inMonth} and ${dayOfMonth} between w.first and w.last) end
      or exists (select 1 from duty d where d.task_id = task.id and d.cancelled_on is null
        and d.due_on between ${open.from} and ${open.to})))`;
}

/** Any day of its own falls into the time. */
export function dueWithin(time: Time): Condition[] {
  const { from, to } = time;
  if (from === undefined && to === undefined) return [];
  const once = [
    ...(from ? [sql`task.due_to >= ${from}::date`] : []),
    ...(to ? [sql`coalesce(task.due_from, task.due_to) <= ${to}::date`] : []),
  ];
  return [sql`((${sql.join(once, sql` and `)}) or ${recurs(time)})`];
}
