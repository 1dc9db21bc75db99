// The last period of a report's figures: those of the same unit for a window of the same length that ended before this one, of whatever
// regime, its own first. Of a merged unit the figures of its predecessors together, where all of them gave theirs.
import { sql } from 'kysely';
import type { Db } from '../db/connect.ts';
import type { Locale } from '../http/locale.ts';
import type { FormIndicator } from '../regimes/body.ts';
import type { CallRecord, ReportRecord } from './queries.ts';
import { keyOf, totalsOf, type Total } from './rollup.ts';
import { wordsOf } from './words.ts';

export interface Last {
  /** By indicator and cell, as this report names them. */
  readonly totals: ReadonlyMap<string, Total>;
  /** By indicator: which period it is, or why there is none to compare with. */
  readonly words: ReadonlyMap<number, string>;
}

interface Earlier {
  readonly callId: number;
  readonly name: string;
  readonly from: string;
  readonly to: string;
  readonly indicators: readonly FormIndicator[];
  readonly reportIds: readonly number[];
  /** Units of the line that were alive then, those of them that its reports cover, and those that reported and were divided since. */
  readonly alive: number;
  readonly covered: number;
  readonly parted: number;
}

/** More calls than this are not looked through for a figure that none of them has. */
const most = 8;

/**
 * The nearest first. A window is as long as another if they differ by no more than months and years do, or if one regime asks for both at
 * the same turns; they may overlap by less than half where the window has moved. Of other regimes only the period right before this one counts, and only what was sent.
 */
async function earlier(db: Db, { id }: Pick<ReportRecord, 'id'>): Promise<readonly Earlier[]> {
  const { rows } = await sql<Earlier>`with mine as (
      select r.id, r.unit_id, r.depth, c.id as call_id, c.regime_id, c.frequency, c.window_from as f, c.window_to as t,
        c.window_to - c.window_from + 1 as days, exists (select 1 from report k where k.parent_id = r.id) as above
      from report r join report_call c on c.id = r.call_id where r.id = ${id})
    , line as (select u.id, u.valid_from, u.valid_to, u.id <> m.unit_id
        and (select count(*) from unit_successor s where s.unit_id = u.id) > 1 as parted
      from mine m join unit own on own.id = m.unit_id
        cross join lateral (select m.unit_id as id union select p.unit_id from report_part p
          where p.call_id = m.call_id and p.report_id = m.id) x
        join unit u on u.id = x.id
      where u.id = m.unit_id or coalesce(u.heir_id, u.id) = coalesce(own.heir_id, own.id))
    , found as (select p.id as call_id, p.name, p.window_from as f, p.window_to as t, p.form, p.regime_id = m.regime_id as same,
        array_agg(r.id order by r.id) as report_ids, p.window_to >= m.f - m.days as adjoining
      from mine m join report r on r.unit_id in (select id from line) and r.merged_into is null
        join report_call p on p.id = r.call_id and p.status <> 'cancelled' and p.id <> m.call_id
      where p.window_to < m.f + m.days / 2
        and (p.regime_id = m.regime_id and p.frequency = m.frequency and p.frequency <> 'on-call'
          or abs(p.window_to - p.window_from + 1 - m.days) <= least(3, ceil(m.days * 0.11)))
        and case when p.regime_id = m.regime_id then (r.depth = 0) = (m.depth = 0)
          else p.window_to >= m.f - m.days and r.status not in ('draft', 'returned')
            and exists (select 1 from report k where k.parent_id = r.id) = m.above end
      group by p.id, m.f, m.days, m.regime_id)
    select call_id, name, f as "from", t as "to", form->'indicators' as indicators, report_ids,
      (select count(*) from line l where coalesce(l.valid_from <= t, true) and coalesce(l.valid_to >= f, true)) as alive,
      (select count(*) from line l join report_part q on q.unit_id = l.id and q.call_id = found.call_id
          and q.report_id = any(found.report_ids)
        where coalesce(l.valid_from <= t, true) and coalesce(l.valid_to >= f, true)) as covered,
      (select count(*) from line l join report q on q.unit_id = l.id and q.id = any(found.report_ids) where l.parted) as parted
    from found order by adjoining desc, coalesce(same, false) desc, t desc, call_id desc limit ${most}`.execute(
    db,
  );
  return rows;
}

/** The same indicator: by itself, or by its code in another catalogue if it is added up and measured alike. */
const sameAs = (one: FormIndicator) => (other: FormIndicator) =>
  other.rule === one.rule && (other.id === one.id || (other.code === one.code && other.unit === one.unit));

type Totals = ReadonlyMap<string, Total>;

interface Read {
  readonly call: Earlier;
  readonly together: Totals;
  /** Of each report by itself, where there are several. */
  readonly apart: readonly Totals[];
}

async function read(db: Db, call: Earlier): Promise<Read> {
  const rules = new Map(call.indicators.map(({ id, rule }) => [id, rule] as const));
  const together = await totalsOf(db, call.reportIds, rules);
  const apart: Totals[] = [];
  if (call.reportIds.length > 1) for (const id of call.reportIds) apart.push(await totalsOf(db, [id], rules));
  return { call, together, apart };
}

/** A part of a unit's predecessors is not the unit's last period. */
const whole = ({ call, apart }: Read, indicatorId: number): boolean =>
  (call.reportIds.length === 1 && call.alive <= 1) ||
  (call.parted === 0 &&
    call.covered >= call.alive &&
    apart.every((totals) => totals.get(keyOf(indicatorId, ''))?.total.value != null));

const said = (iso: string, locale: Locale): string => {
  const [year = '', month = '', day = ''] = iso.split('-');
  return locale === 'vi' ? `${day}/${month}/${year}` : iso;
};

function wordsAbout({ call, apart }: Read, comparable: boolean, locale: Locale): string {
  const { name, from, to, alive } = call;
  const values = { name, from: said(from, locale), to: said(to, locale), n: Math.max(alive, apart.length) };
  if (!comparable) return wordsOf(call.parted > 0 ? 'last-parted' : 'last-lacking', values, locale);
  return wordsOf(apart.length > 1 ? 'last-together' : 'last-of', values, locale);
}

export async function lastOf(
  db: Db,
  report: Pick<ReportRecord, 'id'>,
  { call, locale }: { readonly call: Pick<CallRecord, 'form'>; readonly locale: Locale },
): Promise<Last> {
  const totals = new Map<string, Total>();
  const words = new Map<number, string>();
  let open: readonly FormIndicator[] = call.form.indicators;
  for (const each of await earlier(db, report)) {
    const asked = open.flatMap((mine) => {
      const there = each.indicators.find(sameAs(mine));
      return there ? [{ mine, there }] : [];
    });
    if (asked.length === 0) continue;
    const found = await read(db, each);
    const settled = new Set<number>();
    for (const { mine, there } of asked) {
      const cells = [...found.together].filter(([key]) => key.startsWith(`${there.id} `));
      if (cells.length === 0) continue;
      settled.add(mine.id);
      const comparable = whole(found, there.id);
      words.set(mine.id, wordsAbout(found, comparable, locale));
      if (!comparable) continue;
      for (const [key, total] of cells) totals.set(keyOf(mine.id, key.slice(`${there.id} `.length)), total);
    }
    open = open.filter(({ id }) => !settled.has(id));
    if (open.length === 0) break;
  }
  return { totals, words };
}
