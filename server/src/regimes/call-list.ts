// Calls as somebody sees them: those of units that they call for, and those in which they have reports; counted over what they see.
import { sql, type RawBuilder } from 'kysely';
import type { z } from '@hono/zod-openapi';
import { may, scopeOf, type Actor, type Asked, type Asking, type Facts } from '../access/actor.ts';
import { reaches } from '../access/condition.ts';
import { today } from '../clock.ts';
import type { Db } from '../db/connect.ts';
import { NotFound } from '../errors.ts';
import { readable } from '../reports/access.ts';
import { reportingIn } from '../reports/counting.ts';
import { nobody } from '../reports/standing.ts';
import { placesOf } from '../units/places.ts';
import { adviceOf } from './advice.ts';
import type { CallRow } from './queries.ts';
import type * as schema from './schema.ts';
import type { Writing } from './service.ts';

type Summary = z.infer<typeof schema.callSummary>;
type Call = z.infer<typeof schema.call>;

export const callFacts = ({ ownerId }: Pick<CallRow, 'ownerId'>): Facts => ({
  unitId: ownerId,
  issuerId: ownerId,
  // What is sent to who called is theirs to approve and lock.
  confirmerId: ownerId,
});

/** Of the call "c": those of a unit that the actor reads for, and those that asked a unit that they read. */
export const readableCalls = (actor: Actor): RawBuilder<unknown> => {
  const own = reaches(scopeOf(actor, 'report.read'), { owner: sql`c.owner_id`, issuer: sql`c.owner_id` });
  return sql`(${own} or exists (select 1 from report r where r.call_id = c.id and ${readable(actor)}))`;
};

interface Shown extends CallRow {
  readonly ownerName: string;
  readonly caller: string | null;
  readonly lastDue: string | null;
  readonly ownReportId: number | null;
}

async function rowsOf(
  db: Db,
  actor: Actor,
  where: RawBuilder<unknown>,
  page: RawBuilder<unknown> = sql``,
): Promise<readonly Shown[]> {
  const { rows } = await sql<Shown>`select c.*, o.name as owner_name, p.name as caller,
      (select max(r.due_on) from report r where r.call_id = c.id and r.merged_into is null and r.depth > 0 and ${readable(actor)}) as last_due,
      (select r.id from report r where r.call_id = c.id and r.depth = 0 and ${readable(actor)}) as own_report_id
    from report_call c join unit o on o.id = c.owner_id left join person p on p.id = c.called_by
    where ${where} order by c.window_to desc, c.id desc ${page}`.execute(db);
  return rows;
}

const abilities = (actor: Actor, row: CallRow): Summary['may'] => {
  const calls = may(actor, 'report.call', callFacts(row));
  const open = row.status === 'open';
  return [
    ...(calls && open ? (['close', 'cancel', 'add'] as const) : []),
    ...(calls && !open ? (['reopen'] as const) : []),
    ...(open && may(actor, 'report.urge', callFacts(row)) ? (['urge'] as const) : []),
    ...(open && may(actor, 'report.judge', callFacts(row)) ? (['judge'] as const) : []),
    ...(open && may(actor, 'report.approve', callFacts(row)) ? (['approve'] as const) : []),
    ...(open && may(actor, 'report.lock', callFacts(row)) ? (['lock'] as const) : []),
  ];
};

async function summaries(
  db: Db,
  actor: Actor,
  { rows, day }: { readonly rows: readonly Shown[]; readonly day: string },
): Promise<Summary[]> {
  const ids = rows.map(({ id }) => id);
  const counted = await reportingIn(db, actor, {
    where: sql`r.call_id = any(${ids}::bigint[])`,
    by: sql`r.call_id`,
    day,
  });
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    owner: { id: row.ownerId, name: row.ownerName },
    regimeId: row.regimeId,
    kind: row.kind,
    frequency: row.frequency,
    period: row.period,
    from: row.windowFrom,
    to: row.windowTo,
    calledOn: row.calledOn,
    status: row.status,
    dueOn: row.lastDue,
    reporting: counted.get(String(row.id)) ?? nobody,
    ownReportId: row.ownReportId,
    demo: row.demo,
    version: row.version,
    may: abilities(actor, row),
  }));
}

export async function listCalls(
  { db, clock }: Writing,
  { actor }: Asking,
  { unit, regime, year, status, page, size }: z.infer<typeof schema.callQuery>,
): Promise<z.infer<typeof schema.callList>> {
  const owners = unit === undefined ? null : [...(await placesOf(db)).own(unit)];
  const where = sql`${readableCalls(actor)}
    and (${owners}::bigint[] is null or c.owner_id = any(${owners}::bigint[]))
    and (${regime ?? null}::bigint is null or c.regime_id = ${regime ?? null})
    and (${year ?? null}::integer is null or extract(year from c.window_to) = ${year ?? null})
    and (${status ?? null}::text is null or c.status = ${status ?? null})`;
  const [rows, counted] = await Promise.all([
    rowsOf(db, actor, where, sql`limit ${size} offset ${(page - 1) * size}`),
    sql<{ n: number }>`select count(*) as n from report_call c where ${where}`.execute(db),
  ]);
  return {
    rows: await summaries(db, actor, { rows, day: today(clock) }),
    total: counted.rows[0]?.n ?? 0,
    page,
    size,
  };
}

export async function oneCall({ db, clock }: Writing, { actor, locale, id }: Asked): Promise<Call> {
  const [row] = await rowsOf(db, actor, sql`c.id = ${id} and ${readableCalls(actor)}`);
  if (!row) throw new NotFound('no-call', { id });
  const day = today(clock);
  const [[summary], tiers] = await Promise.all([
    summaries(db, actor, { rows: [row], day }),
    reportingIn(db, actor, { where: sql`r.call_id = ${id}`, by: sql`r.tier`, day }),
  ]);
  if (!summary) throw new NotFound('no-call', { id });
  return {
    ...summary,
    form: row.form,
    note: row.note,
    calledBy: row.caller,
    tiers: row.form.tiers.map((tier) => ({
      id: tier.id,
      name: tier.name,
      reporting: tiers.get(tier.id) ?? nobody,
    })),
    advice: row.form.legalBasis === '' && row.kind === 'periodic' ? [adviceOf('no-legal-basis', locale)] : [],
  };
}
