// Roll-up: of a distinct count it is known which reports gave one, also one that names nothing; and the recount waits for nobody
// who waits for it.
export const sql = /* sql */ `
-- What a figure adds: a value; a value times its weight, and the weight; of a distinct count that it was given, and each thing once.
create or replace view figure_part as
  select report_id, indicator_id, cell, '' collate "C" as key,
    case rule when 'average' then value * weight when 'distinct' then 0 else value end as num,
    case rule when 'average' then weight else 0 end as den, 1 as n
  from report_figure
  where case rule when 'distinct' then keys is not null when 'average' then value is not null and weight is not null
    else value is not null end
  union all
  select f.report_id, f.indicator_id, f.cell, k.key collate "C", 1, 0, 1
  from report_figure f cross join unnest(f.keys) as k(key) where f.rule = 'distinct';

create function figure_parts(f report_figure, sign integer)
returns table (indicator_id bigint, cell text, key text, num numeric, den numeric, n integer) immutable language sql as $$
  select f.indicator_id, f.cell, '',
    sign * case f.rule when 'average' then f.value * f.weight when 'distinct' then 0 else f.value end,
    sign * case f.rule when 'average' then f.weight else 0 end, sign
  where case f.rule when 'distinct' then f.keys is not null when 'average' then f.value is not null and f.weight is not null
    else f.value is not null end
  union all select f.indicator_id, f.cell, k, sign, 0, sign from unnest(f.keys) as x(k) where f.rule = 'distinct'
$$;
create or replace function rollup_figure_changed() returns trigger language plpgsql as $$
declare report_row record; line bigint[];
begin
  select id, parent_id, counted into report_row from report where id = coalesce(new.report_id, old.report_id) for share;
  if not found or not report_row.counted or report_row.parent_id is null then return null; end if;
  line := rollup_line(report_row.parent_id);
  insert into rollup_entry (report_id, indicator_id, cell, key, num, den, n)
    select node, p.indicator_id, p.cell, p.key, sum(p.num), sum(p.den), sum(p.n) from (
      select added.* from figure_parts(new, 1) added where tg_op <> 'DELETE'
      union all select taken.* from figure_parts(old, -1) taken where tg_op <> 'INSERT') p
    cross join unnest(line) as node
    group by 1, 2, 3, 4 having sum(p.num) <> 0 or sum(p.den) <> 0 or sum(p.n) <> 0;
  return null;
end $$;

-- All anew from the figures, level by level from the lowest; writers wait meanwhile. Whoever writes locks a report first: who holds
-- one is waited for here, before anything else is held, so that nobody waits crosswise.
create or replace function recount_rollup() returns void language plpgsql set work_mem = '256MB' as $$
declare level integer;
begin
  lock table report in exclusive mode;
  lock table report_figure in share mode;
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

select recount_rollup();
`;
