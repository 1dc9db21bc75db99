// Values of breakdowns end on a day, also a ready one for a single tree; days off are data; other document systems are tried.
export const sql = /* sql */ `
alter table dimension add column version integer not null default 1;
-- The last day on which it is offered; figures that name it stay.
alter table dimension_item add column ended_on date;
update dimension_item set ended_on = current_date - 1 where ended;
alter table dimension_item drop column ended;
-- A ready value that one tree does not offer any more.
create table dimension_item_end (
  root_id bigint not null references unit,
  dimension text not null,
  key text not null,
  ended_on date not null,
  primary key (root_id, dimension, key),
  foreign key (dimension, key) references dimension_item on delete cascade
);

-- Public holidays, and weekend days that are worked in exchange for others.
create table day_off (
  id bigint generated always as identity primary key,
  -- Top of the tree whose list it stands in; null: fixed by law, everybody's.
  root_id bigint references unit,
  first_on date not null,
  last_on date not null,
  -- Again on the same day of every year after.
  yearly boolean not null default false,
  -- Worked, although it is a Saturday or a Sunday.
  works boolean not null default false,
  name text collate vi not null,
  name_en text not null,
  person_id bigint references person,
  at timestamptz not null default now(),
  check (last_on between first_on and first_on + 30),
  check (not yearly or last_on = first_on and not works)
);
create index on day_off (root_id, first_on);
-- Bộ luật Lao động 45/2019/QH14, Điều 112: those whose day is the same each year. The second day of 2 September, the lunar New Year
-- and the Hùng Kings' day are set anew each year.
insert into day_off (first_on, last_on, yearly, name, name_en) values
  ('2021-01-01', '2021-01-01', true, 'Tết Dương lịch', 'New Year’s Day'),
  ('2021-04-30', '2021-04-30', true, 'Ngày Chiến thắng', 'Victory Day'),
  ('2021-05-01', '2021-05-01', true, 'Ngày Quốc tế lao động', 'International Labour Day'),
  ('2021-09-02', '2021-09-02', true, 'Quốc khánh', 'National Day');
-- What a regime says of a deadline on a day off; until now it stayed where it fell.
update regime_version set body = body || '{"onDayOff": "stays"}' where not body ? 'onDayOff';

-- A package by which an administrator tries the way to another system and back.
alter table exchange_peer
  add column tried_at timestamptz,
  -- What the package was called: a state that comes back names it.
  add column tried_id text,
  add column tried_answered integer,
  add column tried_problem text,
  add column tried_code text check (tried_code in ('01', '02', '03', '04', '05', '06', '13', '15', '16')),
  add column tried_code_at timestamptz;
create index on outgoing_receiver (peer_id, id) where peer_id is not null;
`;
