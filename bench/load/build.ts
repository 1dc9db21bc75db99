// Years of plans, tasks and duties for whole provinces, made inside PostgreSQL: no row passes through this process.
import type pg from 'pg';
import { fold } from '../../server/src/text/fold.ts';
import { groups, sentences } from './words.ts';

export interface Shape {
  /** Area codes; null: all provinces. */
  readonly provinces: readonly string[] | null;
  /** Tasks of a province's plan that go to all communes: each quarter, or once. */
  readonly handedQuarterly: number;
  readonly handedOnce: number;
  /** Tasks of a province's plan that go to departments. */
  readonly departments: number;
  /** Tasks of each commune's own plan. */
  readonly ownQuarterly: number;
  readonly ownOnce: number;
}

/** About 121 duties a commune and year: two million in five years of the nation. */
export const nation: Shape = {
  provinces: null,
  handedQuarterly: 14,
  handedOnce: 10,
  departments: 36,
  ownQuarterly: 10,
  ownOnce: 15,
};

/** The province with most communes, and so much work of its own that five years make 170,000 duties. */
export const province = (code: string, communes: number): Shape => {
  const wanted = Math.round(166_000 / 5 / communes) - 66;
  const ownQuarterly = Math.floor(wanted / 6);
  return { ...nation, provinces: [code], ownQuarterly, ownOnce: wanted - 4 * ownQuarterly };
};

/** Tables that hold still through a session: what each statement below builds on. */
async function prepare(client: pg.PoolClient, { provinces }: Shape): Promise<void> {
  await client.query(
    `create temp table sentence (no integer primary key, text text, search text, search_exact text)`,
  );
  await client.query(
    `insert into sentence select * from jsonb_to_recordset($1::jsonb)
    as s(no integer, text text, search text, "searchExact" text)`,
    [JSON.stringify(sentences())],
  );
  await client.query(
    `create temp table place as
    select u.id, r.id as root_id, u.kind, u.level, u.name, u.search, u.search_exact,
      case when u.id = r.id then 'province' when u.level = 'commune' then 'commune' else 'department' end as part,
      row_number() over (partition by r.id, u.level = 'commune' order by u.id) as no
    from unit r join unit u on u.id = r.id or (u.parent_id = r.id and u.valid_to is null)
    where r.level = 'province' and r.kind = 'committee' and r.valid_to is null and not r.demo
      and ($1::text[] is null or r.area_code = any($1))`,
    [provinces],
  );
  await client.query(
    `insert into task_group (root_id, name, name_key)
    select r.root_id, g.name, g.key from (select distinct root_id from place) r
    cross join jsonb_to_recordset($1::jsonb) as g(name text, key text)
    on conflict do nothing`,
    [JSON.stringify(groups.map((name) => ({ name, key: fold(name) })))],
  );
  await client.query(`create temp table grouping_no as
    select id, root_id, row_number() over (partition by root_id order by id) - 1 as no from task_group where root_id is not null`);
  await client.query('analyze place');
}

const body = JSON.stringify({ objectives: [], targets: [], groups: [], tasks: [] });

/** A number from 0 to `below` that is the same whenever it is asked for the same things. */
const dice = (of: string, below: number) => `(abs(hashint8((${of})::bigint)::bigint) % ${below})`;

const plansOf = `insert into plan (owner_id, root_id, status, title, period_from, period_to, number, issued_on, signer, body,
    search, search_exact)
  select id, root_id, 'issued', 'Kế hoạch thông tin đối ngoại năm ' || $1::int || ' của ' || name,
    make_date($1::int, 1, 1), make_date($1::int, 12, 31), (id % 400) || '/KH-UBND', make_date($1::int, 1, 15), 'Nguyễn Văn A', $2,
    'ke hoach thong tin doi ngoai nam ' || $1::int || ' cua ' || search, ''
  from place where part in ('province', 'commune')`;

/** Which tasks each plan has: so many of each sort. */
const tasksOf = `insert into task (plan_id, plan_task_id, ordinal, text, group_name, group_id, due_kind, due_to, due_every,
    items, milestones, edited, owner_id, root_id, year, search, search_exact)
  select p.id, 't' || s.no, s.no, w.text || ' tại ' || o.name, g.name, g.id,
    case when s.quarterly then 'recurring' else 'by' end, case when not s.quarterly then s.due end,
    case when s.quarterly then 'quarter' end, '{}', '[]', '{}', p.owner_id, p.root_id, $1::int,
    w.search || ' tai ' || o.search, w.search_exact || ' ' || o.search_exact
  from plan p join place o on o.id = p.owner_id
  cross join lateral (
    select no, quarterly, make_date($1::int, 1, 31) + (${dice('p.id * 100 + no', 47)} * 7)::int as due from (
      select no, no <= $2 as quarterly from generate_series(1, $3::int) no where o.part = 'province'
      union all select no, no <= $4 from generate_series(1, $5::int) no where o.part = 'commune') n) s
  join grouping_no n on n.root_id = p.root_id and n.no = ${dice('p.id * 7 + s.no * 31', groups.length)}
  join task_group g on g.id = n.id
  join sentence w on w.no = ${dice('p.id * 13 + s.no * 17', 400)}
  where p.period_from = make_date($1::int, 1, 1) and p.root_id in (select root_id from place)`;

/** To whom: all communes, one department and three that help, or the commune itself with one that helps. */
const assignments = `insert into assignment (task_id, unit_id, role, name)
  select t.id, u.id, case when u.help then 'coordinating' else 'lead' end, u.name
  from task t join place o on o.id = t.owner_id
  cross join lateral (
    select p.id, p.name, false as help from place p
      where o.part = 'province' and t.ordinal <= $2 and p.root_id = t.root_id and p.part = 'commune'
    union all select p.id, p.name, p.no <> 1 + t.ordinal % 12 from place p
      where o.part = 'province' and t.ordinal > $2 and p.root_id = t.root_id and p.part = 'department'
        and p.no in (1 + t.ordinal % 12, 1 + (t.ordinal + 1) % 12, 1 + (t.ordinal + 4) % 12, 1 + (t.ordinal + 7) % 12)
    union all select o.id, o.name, false where o.part = 'commune') u
  where t.year = $1::int and t.root_id in (select root_id from place)`;

const agencies = `insert into task_agency (task_id, role, ordinal, name, label, key, unit_id)
  select a.task_id, a.role, row_number() over (partition by a.task_id, a.role order by a.unit_id) - 1, a.name, a.name,
    'unit:' || a.unit_id, a.unit_id
  from assignment a join task t on t.id = a.task_id
  where t.year = $1::int and (t.ordinal > $2 or t.owner_id <> t.root_id) and t.root_id in (select root_id from place)
  union all
  select t.id, 'lead', 0, 'UBND các xã, phường', 'UBND các xã, phường', 'name:ubnd cac xa, phuong', null
  from task t where t.year = $1::int and t.owner_id = t.root_id and t.ordinal <= $2 and t.root_id in (select root_id from place)`;

/** Of what is due already most was done, one in seven too late; of earlier years little is left. */
const duties = `insert into duty (task_id, unit_id, role, period, opened_on, due_on, first_due_on, done_on, received_on,
    confirmed_on, progress, last_moved_on, confirmer_id, plan_id, root_id, group_id, year)
  select task_id, unit_id, role, period, opened, due, due, done, opened + 2, confirmed,
    case when done is not null then 100 when luck % 3 = 0 then luck end,
    coalesce(confirmed, done, least(opened + 2 + luck * 3, $2::date)), root_id, plan_id, root_id, group_id, $1::int
  from (
    select *, case when done is not null and done + 5 <= $2::date and luck % 5 > 0 then done + 5 end as confirmed from (
      select *, case when due > $2::date then case when luck < 8 then opened + 5 end
        when luck < case when $1::int < extract(year from $2::date) then 97 else 88 end
          then case when luck % 7 = 0 then least(due + 1 + luck / 4, $2::date) else due - luck % 20 end end as done
      from (
        select t.id as task_id, a.unit_id, a.role, t.plan_id, t.root_id, t.group_id,
          case when q is not null then t.year || '-Q' || q end as period,
          greatest(make_date(t.year::int, 1, 20), coalesce(make_date(t.year::int, q * 3 - 2, 1), '-infinity')) as opened,
          coalesce((make_date(t.year::int, q * 3, 20) + (a.unit_id % 9)::int), t.due_to) as due,
          ${dice('t.id * 8191 + a.unit_id * 5 + coalesce(q, 0)', 100)}::int as luck
        from task t join assignment a on a.task_id = t.id
        left join lateral generate_series(1, case when t.due_every = 'quarter' then 4 else 0 end) q on true
        where t.year = $1::int and t.root_id in (select root_id from place)) made
      where opened <= $2::date) there) done_or_not`;

const events = `insert into duty_event (duty_id, at, day, action, note)
  select id, last_moved_on, last_moved_on, case when done_on is null then 'progress' else 'reported' end, 'Đã thực hiện theo kế hoạch'
  from duty where year = $1::int and id % 2 = 0 and root_id in (select root_id from place)`;

/** More time was granted to one in sixty, and is asked for by one in a thousand. */
const extensions = `with granted as (
    update duty set due_on = due_on + 15, version = 2 where year = $1::int and done_on is not null and id % 60 = 0
      and root_id in (select root_id from place) returning id, due_on)
  , changes as (insert into due_change (duty_id, on_day, before_on, after_on) select id, due_on - 20, due_on - 15, due_on from granted)
  insert into extension (duty_id, asked_on, wanted_on, reason, decided_on, granted, due_on, before_on)
  select id, due_on - 25, due_on, 'Chờ kinh phí', due_on - 20, true, due_on, due_on - 15 from granted`;
const asked = `insert into extension (duty_id, asked_on, wanted_on, reason)
  select id, $2::date - 3, $2::date + 30, 'Chờ kinh phí' from duty where year = $1::int and done_on is null and id % 100 = 7
    and root_id in (select root_id from place)`;

/** Past triggers and foreign keys where the role may, since the rows fit by the way they are made; the counts are made anew after it. */
async function loading(client: pg.PoolClient, work: () => Promise<void>): Promise<void> {
  const replica = await client
    .query(`set session_replication_role = replica`)
    .then(() => true)
    .catch(() => false);
  const tables = ['duty', 'extension', 'task'];
  if (!replica) for (const table of tables) await client.query(`alter table ${table} disable trigger user`);
  try {
    await work();
  } finally {
    if (replica) await client.query(`set session_replication_role = origin`);
    else for (const table of tables) await client.query(`alter table ${table} enable trigger user`);
  }
}

export interface Growth {
  readonly shape: Shape;
  readonly years: readonly number[];
  /** ISO: what is later has not happened. */
  readonly day: string;
}

const loaded = ['plan', 'task', 'task_agency', 'assignment', 'duty', 'duty_event', 'due_change', 'extension'];

/** Indexes other than those of keys are made again when all is there, which is many times faster than row by row. */
async function withoutIndexes(client: pg.PoolClient, work: () => Promise<void>): Promise<void> {
  const { rows } = await client.query<{ name: string; made: string }>(
    `select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as made from pg_index i
    where i.indrelid = any($1::regclass[]) and not exists (select 1 from pg_constraint c where c.conindid = i.indexrelid)`,
    [loaded],
  );
  for (const { name } of rows) await client.query(`drop index ${name}`);
  await work();
  for (const { made } of rows) await client.query(made);
}

export async function build(pool: pg.Pool, { shape, years, day }: Growth): Promise<number> {
  const client = await pool.connect();
  try {
    await client.query(
      `set synchronous_commit = off; set work_mem = '256MB'; set maintenance_work_mem = '512MB'; set jit = off`,
    );
    await prepare(client, shape);
    await withoutIndexes(client, async () => {
      await loading(client, async () => {
        for (const year of years) await addYear(client, shape, { year, day });
      });
      for (const table of loaded) await client.query(`analyze ${table}`);
      await client.query('select recount_tally()');
    });
    for (const table of [...loaded, 'unit_count', 'root_count', 'unit_year'])
      await client.query(`vacuum analyze ${table}`);
    await client.query('checkpoint').catch(() => undefined);
    const { rows } = await client.query<{ n: number }>('select count(*) as n from duty');
    return Number(rows[0]?.n);
  } finally {
    // Its temporary tables go with it.
    client.release(true);
  }
}

async function addYear(
  client: pg.PoolClient,
  shape: Shape,
  { year, day }: { year: number; day: string },
): Promise<void> {
  const handed = shape.handedQuarterly + shape.handedOnce;
  const { handedQuarterly, departments, ownQuarterly, ownOnce } = shape;
  await client.query(plansOf, [year, body]);
  await client.query(tasksOf, [
    year,
    handedQuarterly,
    handed + departments,
    ownQuarterly,
    ownQuarterly + ownOnce,
  ]);
  await client.query('analyze task');
  await client.query(assignments, [year, handed]);
  await client.query('analyze assignment');
  await client.query(agencies, [year, handed]);
  await client.query(duties, [year, day]);
  await client.query(events, [year]);
  await client.query(extensions, [year]);
  await client.query(asked, [year, day]);
}
