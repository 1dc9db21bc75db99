// Counts of duties, kept by the database itself: whoever changes a duty, by whatever way, changes the counts with it.
export const sql = /* sql */ `
-- A ledger: every change of duties adds rows, none is ever changed, so that no two writers wait for each other.
-- From time to time its rows are folded into the counts below. What counts is the sum of both: the views at the end.
create table tally_entry (
  id bigint generated always as identity primary key,
  unit_id bigint not null,
  -- Top of the tree as the duty bears it.
  root_id bigint not null,
  role text not null,
  group_id bigint,
  -- 0: not of a year, but what waits for somebody now (the last three outcomes).
  year smallint not null,
  -- An open duty's due day; of a done one the first of the month in which it was due. Infinity: no day.
  bucket date not null,
  outcome text not null check (outcome in ('open', 'on-time', 'late', 'to-confirm', 'extension', 'unanswered')),
  n integer not null
);
create index on tally_entry (unit_id);

create table unit_count (
  unit_id bigint not null,
  root_id bigint not null,
  role text not null,
  group_id bigint,
  year smallint not null,
  bucket date not null,
  outcome text not null,
  n integer not null
) with (fillfactor = 80);
create unique index unit_count_key on unit_count (unit_id, year, role, outcome, bucket, group_id, root_id) nulls not distinct;
create index unit_count_open on unit_count (unit_id, year) where outcome = 'open';

create table root_count (
  root_id bigint not null,
  role text not null,
  group_id bigint,
  year smallint not null,
  bucket date not null,
  outcome text not null,
  n integer not null
) with (fillfactor = 80);
create unique index root_count_key on root_count (root_id, year, role, outcome, bucket, group_id) nulls not distinct;
create index root_count_open on root_count (root_id, year) where outcome = 'open';

-- Which units have duties under which top, and in which years.
create table unit_year (
  unit_id bigint not null,
  root_id bigint not null,
  year smallint not null,
  primary key (unit_id, root_id, year)
);

-- The generation grows whenever rows are folded: what was summed up in memory of the same generation holds.
create table tally_state (
  one boolean primary key default true check (one),
  generation bigint not null default 0
);
insert into tally_state default values;

create view unit_tally as
  select unit_id, root_id, role, group_id, year, bucket, outcome, n from unit_count
  union all select unit_id, root_id, role, group_id, year, bucket, outcome, n from tally_entry;
create view root_tally as
  select root_id, role, group_id, year, bucket, outcome, n from root_count
  union all select root_id, role, group_id, year, bucket, outcome, n from tally_entry;

create function tally_bucket(done_on date, due_on date) returns date immutable parallel safe language sql as $$
  select coalesce(case when done_on is null then due_on else date_trunc('month', due_on::timestamp)::date end, 'infinity')
$$;
create function tally_outcome(done_on date, due_on date) returns text immutable parallel safe language sql as $$
  select case when done_on is null then 'open' when due_on is null or done_on <= due_on then 'on-time' else 'late' end
$$;

-- What the task itself shows of the duties that lead it. Its row is locked first (always in the same order), then
-- counted by a statement that sees what others have committed meanwhile.
create function recount_tasks(ids bigint[]) returns void language plpgsql as $$ begin
  perform 1 from task where id = any(ids) order by id for no key update;
  update task set duties = c.duties, duties_open = c.open, open_due = c.due, any_late = c.late
  from unnest(ids) as t(id) cross join lateral (
    select count(*)::integer as duties, (count(*) filter (where done_on is null))::integer as open,
      min(due_on) filter (where done_on is null) as due, coalesce(bool_or(done_on > due_on), false) as late
    from duty where task_id = t.id and role = 'lead' and cancelled_on is null) c
  where task.id = t.id
    and (task.duties, task.duties_open, task.open_due, task.any_late) is distinct from (c.duties, c.open, c.due, c.late);
end $$;

-- Plans of these statements are kept from the first call, which is mostly of one row: no joins of old and new rows,
-- sums only, which are as good for a hundred thousand.
create function count_new_duties() returns trigger language plpgsql as $$ begin
  insert into tally_entry (unit_id, root_id, role, group_id, year, bucket, outcome, n)
    select unit_id, root_id, role, group_id, year, tally_bucket(done_on, due_on), tally_outcome(done_on, due_on), count(*)
    from new_rows where cancelled_on is null group by 1, 2, 3, 4, 5, 6, 7
    union all
    select unit_id, root_id, 'lead', null, 0, 'infinity', 'to-confirm', count(*)
    from new_rows where done_on is not null and confirmed_on is null and cancelled_on is null group by 1, 2;
  perform recount_tasks(array(select distinct task_id from new_rows where role = 'lead'));
  return null;
end $$;
create trigger duty_counted_new after insert on duty
  referencing new table as new_rows for each statement execute function count_new_duties();

create function count_gone_duties() returns trigger language plpgsql as $$ begin
  insert into tally_entry (unit_id, root_id, role, group_id, year, bucket, outcome, n)
    select unit_id, root_id, role, group_id, year, tally_bucket(done_on, due_on), tally_outcome(done_on, due_on), -count(*)
    from old_rows where cancelled_on is null group by 1, 2, 3, 4, 5, 6, 7
    union all
    select unit_id, root_id, 'lead', null, 0, 'infinity', 'to-confirm', -count(*)
    from old_rows where done_on is not null and confirmed_on is null and cancelled_on is null group by 1, 2;
  perform recount_tasks(array(select distinct task_id from old_rows where role = 'lead'));
  return null;
end $$;
create trigger duty_counted_gone after delete on duty
  referencing old table as old_rows for each statement execute function count_gone_duties();

create function count_changed_duties() returns trigger language plpgsql as $$
declare touched bigint[];
begin
  insert into tally_entry (unit_id, root_id, role, group_id, year, bucket, outcome, n)
    select unit_id, root_id, role, group_id, year, tally_bucket(done_on, due_on), tally_outcome(done_on, due_on), sum(sign)
    from (select *, 1 as sign from new_rows union all select *, -1 from old_rows) as both_rows
    where cancelled_on is null group by 1, 2, 3, 4, 5, 6, 7 having sum(sign) <> 0
    union all
    select unit_id, root_id, 'lead', null, 0, 'infinity', 'to-confirm', sum(sign)
    from (select *, 1 as sign from new_rows union all select *, -1 from old_rows) as both_rows
    where done_on is not null and confirmed_on is null and cancelled_on is null group by 1, 2 having sum(sign) <> 0;
  -- A duty that goes to another unit takes along what was asked for it.
  insert into tally_entry (unit_id, root_id, role, group_id, year, bucket, outcome, n)
    select unit_id, root_id, 'lead', null, 0, 'infinity', 'extension', sum(sign) from (
      select id, unit_id, root_id, sum(sign) as sign
      from (select *, 1 as sign from new_rows union all select *, -1 from old_rows) as both_rows
      group by 1, 2, 3 having sum(sign) <> 0) as moved
    where exists (select 1 from extension e where e.duty_id = moved.id and e.decided_on is null)
    group by 1, 2 having sum(sign) <> 0;
  touched := array(select distinct task_id from (
    select task_id from (select *, 1 as sign from new_rows union all select *, -1 from old_rows) as both_rows
    where role = 'lead' group by id, task_id, due_on, done_on, cancelled_on having sum(sign) <> 0) as changed);
  if touched <> '{}' then perform recount_tasks(touched); end if;
  return null;
end $$;
create trigger duty_counted_changed after update on duty
  referencing old table as old_rows new table as new_rows for each statement execute function count_changed_duties();

-- More time asked for and not yet decided.
create function count_extensions() returns trigger language plpgsql as $$ begin
  if tg_op = 'INSERT' then
    insert into tally_entry (unit_id, root_id, role, year, bucket, outcome, n)
      select d.unit_id, d.root_id, 'lead', 0, 'infinity', 'extension', 1
      from new_rows x join duty d on d.id = x.duty_id where x.decided_on is null;
  elsif tg_op = 'DELETE' then
    insert into tally_entry (unit_id, root_id, role, year, bucket, outcome, n)
      select d.unit_id, d.root_id, 'lead', 0, 'infinity', 'extension', -1
      from old_rows x join duty d on d.id = x.duty_id where x.decided_on is null;
  else
    insert into tally_entry (unit_id, root_id, role, year, bucket, outcome, n)
      select d.unit_id, d.root_id, 'lead', 0, 'infinity', 'extension', x.sign
      from (select duty_id, sum(sign) as sign from (
          select duty_id, 1 as sign from new_rows where decided_on is null
          union all select duty_id, -1 from old_rows where decided_on is null) as both_rows
        group by 1 having sum(sign) <> 0) x join duty d on d.id = x.duty_id;
  end if;
  return null;
end $$;
create trigger extension_counted_new after insert on extension
  referencing new table as new_rows for each statement execute function count_extensions();
create trigger extension_counted_changed after update on extension
  referencing old table as old_rows new table as new_rows for each statement execute function count_extensions();
create trigger extension_counted_gone after delete on extension
  referencing old table as old_rows for each statement execute function count_extensions();

-- The cascade would take it away when its duty, and with it the unit, is gone already.
create function let_extensions_go() returns trigger language plpgsql as $$ begin
  delete from extension where duty_id = old.id;
  return old;
end $$;
create trigger duty_lets_extensions_go before delete on duty for each row execute function let_extensions_go();

create function count_urgings() returns trigger language plpgsql as $$ begin
  if tg_op <> 'DELETE' then
    insert into tally_entry (unit_id, root_id, role, year, bucket, outcome, n)
      select to_unit_id, root_id, 'lead', 0, 'infinity', 'unanswered', count(*)
      from new_rows where answered_at is null group by 1, 2;
  end if;
  if tg_op <> 'INSERT' then
    insert into tally_entry (unit_id, root_id, role, year, bucket, outcome, n)
      select to_unit_id, root_id, 'lead', 0, 'infinity', 'unanswered', -count(*)
      from old_rows where answered_at is null group by 1, 2;
  end if;
  return null;
end $$;
create trigger urging_counted_new after insert on urging
  referencing new table as new_rows for each statement execute function count_urgings();
create trigger urging_counted_changed after update on urging
  referencing old table as old_rows new table as new_rows for each statement execute function count_urgings();
create trigger urging_counted_gone after delete on urging
  referencing old table as old_rows for each statement execute function count_urgings();

-- Folds at most so many rows of the ledger into the counts; returns how many. Who comes while another folds goes away again.
create function fold_tally(most integer) returns integer language plpgsql as $$
declare ids bigint[]; units bigint[]; roots bigint[];
begin
  perform 1 from tally_state for update skip locked;
  if not found then return 0; end if;
  ids := array(select id from tally_entry order by id limit most);
  if ids = '{}' then return 0; end if;
  with gone as (delete from tally_entry where id = any(ids) returning *),
    by_unit as (
      insert into unit_count as c (unit_id, root_id, role, group_id, year, bucket, outcome, n)
      select unit_id, root_id, role, group_id, year, bucket, outcome, sum(n) from gone
      group by 1, 2, 3, 4, 5, 6, 7 having sum(n) <> 0
      on conflict (unit_id, year, role, outcome, bucket, group_id, root_id) do update set n = c.n + excluded.n
      returning unit_id),
    by_root as (
      insert into root_count as c (root_id, role, group_id, year, bucket, outcome, n)
      select root_id, role, group_id, year, bucket, outcome, sum(n) from gone
      group by 1, 2, 3, 4, 5, 6 having sum(n) <> 0
      on conflict (root_id, year, role, outcome, bucket, group_id) do update set n = c.n + excluded.n
      returning root_id),
    years as (
      insert into unit_year (unit_id, root_id, year) select distinct unit_id, root_id, year from gone on conflict do nothing)
  select (select array_agg(distinct unit_id) from by_unit), (select array_agg(distinct root_id) from by_root) into units, roots;
  delete from unit_count where unit_id = any(units) and n = 0;
  delete from root_count where root_id = any(roots) and n = 0;
  update tally_state set generation = generation + 1;
  return cardinality(ids);
end $$;

-- Counts all anew from the duties themselves; writers wait meanwhile. Nothing changes where nothing was wrong.
create function recount_tally() returns void language plpgsql as $$ begin
  lock table duty, extension, urging in share mode;
  perform 1 from tally_state for update;
  delete from tally_entry;
  delete from unit_count;
  delete from root_count;
  delete from unit_year;
  insert into unit_count (unit_id, root_id, role, group_id, year, bucket, outcome, n)
    select unit_id, root_id, role, group_id, year, tally_bucket(done_on, due_on), tally_outcome(done_on, due_on), count(*)
    from duty where cancelled_on is null group by 1, 2, 3, 4, 5, 6, 7
    union all
    select unit_id, root_id, 'lead', null, 0, 'infinity', 'to-confirm', count(*)
    from duty where done_on is not null and confirmed_on is null and cancelled_on is null group by 1, 2
    union all
    select d.unit_id, d.root_id, 'lead', null, 0, 'infinity', 'extension', count(*)
    from extension x join duty d on d.id = x.duty_id where x.decided_on is null group by 1, 2
    union all
    select to_unit_id, root_id, 'lead', null, 0, 'infinity', 'unanswered', count(*)
    from urging where answered_at is null group by 1, 2;
  insert into root_count (root_id, role, group_id, year, bucket, outcome, n)
    select root_id, role, group_id, year, bucket, outcome, sum(n) from unit_count group by 1, 2, 3, 4, 5, 6;
  insert into unit_year (unit_id, root_id, year) select distinct unit_id, root_id, year from unit_count;
  update task set duties = c.duties, duties_open = c.open, open_due = c.due, any_late = c.late
  from (select t.id, count(d.id)::integer as duties, (count(d.id) filter (where d.done_on is null))::integer as open,
      min(d.due_on) filter (where d.done_on is null) as due, coalesce(bool_or(d.done_on > d.due_on), false) as late
    from task t left join duty d on d.task_id = t.id and d.role = 'lead' and d.cancelled_on is null group by t.id) c
  where task.id = c.id
    and (task.duties, task.duties_open, task.open_due, task.any_late) is distinct from (c.duties, c.open, c.due, c.late);
  update tally_state set generation = generation + 1;
end $$;

-- What overviews list: a few rows of many, by the unit or by the day alone.
create index duty_open_due on duty (due_on, id) where done_on is null and cancelled_on is null;
create index duty_moved on duty (last_moved_on, id);
create index duty_unit_moved on duty (unit_id, last_moved_on, id);

-- A province's tasks by their words, without looking through those of all others; a server without the extension is slower.
do $$ begin
  create extension if not exists btree_gin;
  create index task_root_search on task using gin (root_id, search gin_trgm_ops) where withdrawn_at is null;
exception when insufficient_privilege or undefined_file or feature_not_supported or undefined_object then
  raise notice 'btree_gin is not available: searching reads more rows';
end $$;
`;
