// Reporting: regimes in time, indicators, calls, the reports of units, and figures rolled up the tree.
export const sql = /* sql */ `
-- By what figures are broken down: language, channel, country, sex, month. Data, not code.
create table dimension (
  key text primary key check (key ~ '^[a-z][a-z0-9-]{0,39}$'),
  name text collate vi not null,
  name_en text not null,
  ordinal integer not null default 0,
  -- Top of the tree whose own it is; null: everybody's.
  root_id bigint references unit
);
create table dimension_item (
  dimension text not null references dimension on delete cascade,
  key text not null check (key ~ '^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$'),
  name text collate vi not null,
  name_en text not null,
  ordinal integer not null default 0,
  -- Not offered any more; figures that name it stay.
  ended boolean not null default false,
  root_id bigint references unit,
  primary key (dimension, key)
);

create table indicator (
  id bigint generated always as identity primary key,
  -- Whose catalogue it stands in; null: the ready one, which everybody may use.
  owner_id bigint references unit,
  root_id bigint references unit,
  code text not null check (code ~ '^[A-Z0-9][A-Z0-9.-]{0,29}$'),
  -- Name, definition, unit, rule, formula, breakdowns, bounds (indicators/schema.ts).
  body jsonb not null,
  ordinal integer not null default 0,
  -- Proposed by the product, not taken from an official form.
  proposed boolean not null default false,
  ended_on date,
  version integer not null default 1,
  changed_at timestamptz not null default now(),
  unique nulls not distinct (owner_id, code)
);
create table indicator_version (
  indicator_id bigint not null references indicator on delete cascade,
  version integer not null,
  body jsonb not null,
  at timestamptz not null default now(),
  person_id bigint references person,
  primary key (indicator_id, version)
);
create table indicator_target (
  id bigint generated always as identity primary key,
  indicator_id bigint not null references indicator on delete cascade,
  unit_id bigint not null references unit,
  -- "2026", "2026-H1", "2026-2030" …
  period text not null,
  cell text collate "C" not null default '',
  value numeric not null,
  plan_id bigint references plan on delete set null,
  note text,
  version integer not null default 1,
  person_id bigint references person,
  at timestamptz not null default now(),
  unique (indicator_id, unit_id, period, cell)
);
create index on indicator_target (unit_id, period);

create table regime (
  id bigint generated always as identity primary key,
  -- Who set it, and to whom the reports go in the end.
  owner_id bigint not null references unit,
  root_id bigint not null references unit,
  name text collate vi not null,
  ended_on date,
  version integer not null default 1,
  demo boolean not null default false,
  created_by bigint references person,
  created_at timestamptz not null default now()
);
create index on regime (owner_id);
-- What it says from a day on; reports that were called before keep what it said then.
create table regime_version (
  id bigint generated always as identity primary key,
  regime_id bigint not null references regime on delete cascade,
  valid_from date not null,
  body jsonb not null,
  person_id bigint references person,
  at timestamptz not null default now(),
  unique (regime_id, valid_from)
);

create table report_call (
  id bigint generated always as identity primary key,
  owner_id bigint not null references unit,
  root_id bigint not null references unit,
  regime_id bigint references regime,
  name text collate vi not null,
  kind text not null check (kind in ('periodic', 'thematic', 'ad-hoc')),
  frequency text not null,
  -- "2026", "2026-H1", "2026-9M", "2026-Q3", "2026-11", "2026-2030"; null: on call.
  period text,
  window_from date not null,
  window_to date not null,
  -- Outline, indicators and rules as they were on the day of the call.
  form jsonb not null,
  note text,
  called_on date not null,
  called_by bigint references person,
  status text not null default 'open' check (status in ('open', 'closed', 'cancelled')),
  version integer not null default 1,
  demo boolean not null default false,
  created_at timestamptz not null default now(),
  check (window_from <= window_to)
);
create unique index report_call_once on report_call (regime_id, period) where status <> 'cancelled' and period is not null;
create index on report_call (owner_id, window_to);
create index on report_call (root_id, window_to);

create table report (
  id bigint generated always as identity primary key,
  call_id bigint not null references report_call,
  unit_id bigint not null references unit,
  root_id bigint not null references unit,
  -- To which it is rolled up; null: the call's own, at the unit that called.
  parent_id bigint references report,
  -- 0: the call's own.
  depth smallint not null check (depth >= 0),
  -- Which of the form's tiers asked for it.
  tier text,
  due_on date not null,
  first_due_on date not null,
  status text not null default 'draft'
    check (status in ('draft', 'submitted', 'returned', 'accepted', 'approved', 'locked')),
  -- The day it was sent, while it has not been sent back.
  submitted_on date,
  first_submitted_on date,
  submitted_by bigint references person,
  accepted_on date,
  approved_on date,
  excused_on date,
  excuse text,
  -- Times it was opened again after it had been accepted.
  reopened smallint not null default 0,
  -- Its unit was merged in the window before it was sent: the heir's report covers it.
  merged_into bigint references report,
  -- Its numbers count above.
  counted boolean generated always as (status in ('accepted', 'approved', 'locked') and merged_into is null) stored,
  derived_at timestamptz,
  last_moved_on date not null,
  version integer not null default 1,
  unique (call_id, unit_id),
  check ((parent_id is null) = (depth = 0)),
  check (excused_on is null or excuse is not null)
);
create index on report (unit_id, due_on);
create index on report (parent_id);
create index on report (root_id, due_on);
create index report_open on report (due_on, id) where submitted_on is null and excused_on is null and merged_into is null;

-- The units whose records it counts: itself, whose work it took over, and those below that do not report themselves.
create table report_part (
  call_id bigint not null references report_call on delete cascade,
  unit_id bigint not null references unit,
  report_id bigint not null references report on delete cascade,
  primary key (call_id, unit_id)
);
create index on report_part (report_id);

-- Nothing stands in it twice, and nothing is empty.
create function is_set(list text[]) returns boolean immutable parallel safe language sql as $$
  select count(*) = count(distinct k) and coalesce(bool_and(k <> ''), true) from unnest(list) as x(k)
$$;
create table report_figure (
  report_id bigint not null references report on delete cascade,
  indicator_id bigint not null references indicator,
  -- '' the whole; else "channel=portal;language=en": dimensions in the order of their names.
  cell text collate "C" not null default '',
  rule text not null check (rule in ('sum', 'last', 'average', 'distinct')),
  value numeric,
  -- Of an average: by what it weighs.
  weight numeric check (weight >= 0),
  -- Of a distinct count: what was counted, in a plain form, and as it is written.
  keys text[] check (is_set(keys)),
  names text[],
  -- What the records said, and when.
  derived numeric,
  derived_keys text[],
  derived_at timestamptz,
  -- A person's word stands here, not the records'.
  changed boolean not null default false,
  changed_by bigint references person,
  changed_at timestamptz,
  reason text,
  note text,
  version integer not null default 1,
  primary key (report_id, indicator_id, cell)
);
create index on report_figure (indicator_id);
create table figure_change (
  id bigint generated always as identity primary key,
  report_id bigint not null references report on delete cascade,
  indicator_id bigint not null references indicator, cell text collate "C" not null,
  before numeric, after numeric, derived numeric, reason text,
  person_id bigint references person, at timestamptz not null default now(), detail jsonb
);
create index on figure_change (report_id, indicator_id, id);

create table report_text (
  report_id bigint not null references report on delete cascade,
  section_id text not null,
  -- Paragraphs of runs, each run with the places that it comes from (reports/text.ts).
  content jsonb not null,
  version integer not null default 1,
  changed_by bigint references person,
  changed_at timestamptz not null default now(),
  primary key (report_id, section_id)
);
-- What a text quotes or counts: kept beside it, so that the source knows where it went.
create table report_link (
  report_id bigint not null references report on delete cascade,
  section_id text not null,
  no integer not null,
  source_report_id bigint not null references report on delete cascade,
  source_section_id text, indicator_id bigint references indicator, cell text collate "C",
  primary key (report_id, section_id, no)
);
create index on report_link (source_report_id);

create table report_evidence (
  id bigint generated always as identity primary key,
  report_id bigint not null references report on delete cascade,
  section_id text, indicator_id bigint references indicator, cell text collate "C",
  kind text not null check (kind in ('link', 'document', 'evidence', 'duty')),
  title text collate vi not null, url text check (kind <> 'link' or url is not null),
  document_id bigint references document on delete set null,
  evidence_id bigint references evidence on delete set null, duty_id bigint references duty on delete set null,
  added_by bigint references person, added_at timestamptz not null default now(), removed_at timestamptz
);
create index on report_evidence (report_id);

-- Append-only: its whole history.
create table report_event (
  id bigint generated always as identity primary key,
  report_id bigint not null references report on delete cascade,
  at timestamptz not null default now(),
  day date not null,
  person_id bigint references person,
  action text not null,
  section_id text, reason text, detail jsonb
);
create index on report_event (report_id, id);

create table urging_report (
  urging_id bigint not null references urging on delete cascade, report_id bigint not null references report on delete cascade,
  primary key (urging_id, report_id)
);
create index on urging_report (report_id);
create table report_reminded (
  report_id bigint not null references report on delete cascade, days integer not null, due_on date not null,
  primary key (report_id, days, due_on)
);
alter table notice add column report_id bigint references report on delete cascade;

-- Roll-up. A report counts above once it is accepted, with all that counts in it. What the reports below add is kept for
-- each report: a ledger whose rows are only added, so that many can be accepted at once, folded from time to time.
create table rollup (
  report_id bigint not null references report on delete cascade,
  indicator_id bigint not null,
  cell text collate "C" not null,
  -- Of a distinct count: what was counted.
  key text collate "C" not null default '',
  num numeric not null,
  den numeric not null,
  n integer not null
) with (fillfactor = 80);
create unique index rollup_key on rollup (report_id, indicator_id, cell, key);
create table rollup_entry (like rollup including defaults, id bigint generated always as identity primary key);
create index on rollup_entry (report_id);
create table rollup_state (
  one boolean primary key default true check (one),
  generation bigint not null default 0
);
insert into rollup_state default values;

-- What a figure adds: a value; a value times its weight, and the weight; or each thing counted, once.
create view figure_part as
  select report_id, indicator_id, cell, '' collate "C" as key, case rule when 'average' then value * weight else value end as num,
    case rule when 'average' then weight else 0 end as den, 1 as n
  from report_figure where rule <> 'distinct' and value is not null and (rule <> 'average' or weight is not null)
  union all
  select f.report_id, f.indicator_id, f.cell, k.key collate "C", 1, 0, 1
  from report_figure f cross join unnest(f.keys) as k(key) where f.rule = 'distinct';
-- What the reports below add to a report.
create view below_part as
  select report_id, indicator_id, cell, key, num, den, n from rollup
  union all select report_id, indicator_id, cell, key, num, den, n from rollup_entry;

-- The reports above to which something that counts in this one reaches: its own superior's, and on as long as these count.
-- Locked on the way, lest one of them begins or ends to count meanwhile.
create function rollup_line(begin_at bigint) returns bigint[] language plpgsql as $$
declare line bigint[] := '{}'; at bigint := begin_at; row record;
begin
  while at is not null loop
    select id, parent_id, counted into row from report where id = at for share;
    exit when not found;
    line := line || row.id;
    exit when not row.counted;
    at := row.parent_id;
  end loop;
  return line;
end $$;

create function rollup_move(of_report bigint, parent bigint, sign integer) returns void language plpgsql as $$
declare line bigint[];
begin
  line := rollup_line(parent);
  insert into rollup_entry (report_id, indicator_id, cell, key, num, den, n)
    select node, p.indicator_id, p.cell, p.key, sign * sum(p.num), sign * sum(p.den), sign * sum(p.n)
    from (select indicator_id, cell, key, num, den, n from figure_part where report_id = of_report
      union all select indicator_id, cell, key, num, den, n from below_part where report_id = of_report) p
    cross join unnest(line) as node
    group by 1, 2, 3, 4 having sum(p.num) <> 0 or sum(p.den) <> 0 or sum(p.n) <> 0;
end $$;

create function rollup_report_changed() returns trigger language plpgsql as $$
declare was bigint := case when old.counted then old.parent_id end;
  now_at bigint := case when new.counted then new.parent_id end;
begin
  if was is not distinct from now_at then return null; end if;
  if was is not null then perform rollup_move(new.id, was, -1); end if;
  if now_at is not null then perform rollup_move(new.id, now_at, 1); end if;
  return null;
end $$;
create trigger report_rolled_up after update of status, merged_into, parent_id on report
  for each row execute function rollup_report_changed();

create function rollup_report_gone() returns trigger language plpgsql as $$ begin
  if old.counted and old.parent_id is not null then perform rollup_move(old.id, old.parent_id, -1); end if;
  delete from rollup_entry where report_id = old.id;
  return old;
end $$;
create trigger report_rolled_back before delete on report for each row execute function rollup_report_gone();

-- Figures are changed while their report does not count; if one ever is while it does, what it adds above changes with it.
create function rollup_figure_changed() returns trigger language plpgsql as $$
declare report_row record; line bigint[];
begin
  select id, parent_id, counted into report_row from report where id = coalesce(new.report_id, old.report_id) for share;
  if not found or not report_row.counted or report_row.parent_id is null then return null; end if;
  line := rollup_line(report_row.parent_id);
  insert into rollup_entry (report_id, indicator_id, cell, key, num, den, n)
    select node, p.indicator_id, p.cell, p.key, sum(p.num), sum(p.den), sum(p.n) from (
      select new.indicator_id, new.cell, '' as key, case new.rule when 'average' then new.value * new.weight else new.value end as num,
          case new.rule when 'average' then new.weight else 0 end as den, 1 as n
        where tg_op <> 'DELETE' and new.rule <> 'distinct' and new.value is not null
          and (new.rule <> 'average' or new.weight is not null)
      union all select new.indicator_id, new.cell, k, 1, 0, 1
        from unnest(new.keys) as x(k) where tg_op <> 'DELETE' and new.rule = 'distinct'
      union all select old.indicator_id, old.cell, '', -case old.rule when 'average' then old.value * old.weight else old.value end,
          -case old.rule when 'average' then old.weight else 0 end, -1
        where tg_op <> 'INSERT' and old.rule <> 'distinct' and old.value is not null
          and (old.rule <> 'average' or old.weight is not null)
      union all select old.indicator_id, old.cell, k, -1, 0, -1
        from unnest(old.keys) as x(k) where tg_op <> 'INSERT' and old.rule = 'distinct') p
    cross join unnest(line) as node
    group by 1, 2, 3, 4 having sum(p.num) <> 0 or sum(p.den) <> 0 or sum(p.n) <> 0;
  return null;
end $$;
create trigger figure_rolled_up after insert or delete on report_figure
  for each row execute function rollup_figure_changed();
create trigger figure_rolled_up_again after update of value, weight, keys, rule, indicator_id, cell on report_figure
  for each row execute function rollup_figure_changed();

-- Folds at most so many rows of the ledger; returns how many. Who comes while another folds goes away again.
create function fold_rollup(most integer) returns integer language plpgsql as $$
declare ids bigint[]; nodes bigint[];
begin
  perform 1 from rollup_state for update skip locked;
  if not found then return 0; end if;
  ids := array(select id from rollup_entry order by id limit most);
  if ids = '{}' then return 0; end if;
  with gone as (delete from rollup_entry where id = any(ids) returning *),
    added as (
      insert into rollup as r (report_id, indicator_id, cell, key, num, den, n)
      select report_id, indicator_id, cell, key, sum(num), sum(den), sum(n) from gone
      group by 1, 2, 3, 4 having sum(num) <> 0 or sum(den) <> 0 or sum(n) <> 0
      on conflict (report_id, indicator_id, cell, key)
        do update set num = r.num + excluded.num, den = r.den + excluded.den, n = r.n + excluded.n
      returning report_id)
  select array_agg(distinct report_id) from added into nodes;
  delete from rollup where report_id = any(nodes) and n = 0 and num = 0 and den = 0;
  update rollup_state set generation = generation + 1;
  return cardinality(ids);
end $$;

-- All anew from the figures, level by level from the lowest; writers wait meanwhile.
create function recount_rollup() returns void language plpgsql set work_mem = '256MB' as $$
declare level integer;
begin
  lock table report, report_figure in share mode;
  perform 1 from rollup_state for update;
  delete from rollup_entry;
  delete from rollup;
  for level in select distinct depth from report where depth > 0 order by depth desc loop
    insert into rollup (report_id, indicator_id, cell, key, num, den, n)
      select r.parent_id, p.indicator_id, p.cell, '', sum(p.num), sum(p.den), sum(p.n)
      from report r join (
        select report_id, indicator_id, cell, num, den, n from figure_part where key = ''
        union all select report_id, indicator_id, cell, num, den, n from rollup where key = '') p on p.report_id = r.id
      where r.depth = level and r.counted group by 1, 2, 3;
    insert into rollup (report_id, indicator_id, cell, key, num, den, n)
      select r.parent_id, p.indicator_id, p.cell, p.key, sum(p.n), 0, sum(p.n)
      from report r join (
        select f.report_id, f.indicator_id, f.cell, k.key collate "C" as key, 1 as n
          from report_figure f cross join unnest(f.keys) as k(key) where f.rule = 'distinct'
        union all select report_id, indicator_id, cell, key, n from rollup where key <> '') p on p.report_id = r.id
      where r.depth = level and r.counted group by 1, 2, 3, 4;
  end loop;
  update rollup_state set generation = generation + 1;
end $$;
`;
