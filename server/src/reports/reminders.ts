// Reminding units of reports that are not sent, on the days that the form of the call names.
import { sql } from 'kysely';
import { today } from '../clock.ts';
import { tell } from '../notices/service.ts';
import type { Writing } from './step.ts';
import { workers } from './told.ts';

/** After a stop of the server a reminder is made up for, but not when it is this old. */
const tooLate = 3;

interface Due {
  readonly reportId: number;
  readonly days: number;
  readonly dueOn: string;
  readonly unitId: number;
  readonly name: string;
}

/** Returns how many reports were reminded of; each day of each deadline once. */
export async function remindReports(deps: Writing): Promise<number> {
  const day = today(deps.clock);
  return deps.db.transaction().execute(async (trx) => {
    const { rows } = await sql<Due>`with due as (
        select r.id, d.days::text::integer as days, r.due_on, r.unit_id, c.name
        from report r join report_call c on c.id = r.call_id
          cross join lateral jsonb_array_elements(c.form->'reminders') as d(days)
        where c.status = 'open' and r.submitted_on is null and r.excused_on is null and r.merged_into is null
          and r.due_on + d.days::text::integer between ${day}::date - ${tooLate}::integer and ${day}::date
          -- What was called after the reminder's day has not been missed.
          and c.called_on <= r.due_on + d.days::text::integer)
      , kept as (insert into report_reminded (report_id, days, due_on) select id, days, due_on from due
        on conflict do nothing returning report_id, days, due_on)
      select kept.report_id, kept.days, kept.due_on, due.unit_id, due.name
      from kept join due on due.id = kept.report_id and due.days = kept.days order by due.unit_id, kept.due_on`.execute(
      trx,
    );
    await tell(
      trx,
      deps,
      rows.map(({ reportId, dueOn, unitId, name }) => ({
        kind: 'report-due' as const,
        unitIds: [unitId],
        roles: workers,
        values: { unitId, day: dueOn, text: name.slice(0, 200) },
        reportId,
      })),
    );
    return rows.length;
  });
}
