// Units change their names, superiors and lives; what they were on any day stays known.
export const sql = /* sql */ `
alter table unit
  -- Of the place: two digits for a province, five for a commune. Another system than "code" (H56.01).
  add column area_code text,
  -- Top of its tree (the province's committee; a central body is its own).
  add column root_id bigint references unit,
  -- Who answers for its work today: itself while it lives, then its main successor, or whom the event names.
  add column heir_id bigint references unit,
  -- Address, phone, e-mail, website.
  add column contact jsonb not null default '{}',
  add column version integer not null default 1;
create index on unit (root_id);
create index on unit (heir_id);

create table reorganisation (
  id bigint generated always as identity primary key,
  key text unique,
  kind text not null check (kind in ('new', 'merge', 'split', 'rename', 'move', 'abolish')),
  effective_on date not null,
  legal_basis text not null,
  note text,
  demo boolean not null default false,
  created_by bigint,
  created_at timestamptz not null default now()
);

create table reorganisation_unit (
  reorganisation_id bigint not null references reorganisation on delete cascade,
  unit_id bigint not null references unit,
  side text not null check (side in ('before', 'after')),
  -- Of several successors, the one that takes over what nothing else is said about.
  main boolean not null default false,
  -- It ended by this.
  ended boolean not null default false,
  primary key (reorganisation_id, unit_id, side)
);
create index on reorganisation_unit (unit_id);

-- What a unit was called and to whom it belonged. The row in "unit" repeats the last state.
create table unit_state (
  id bigint generated always as identity primary key,
  unit_id bigint not null references unit on delete cascade,
  valid_from date,
  valid_to date,
  name text collate vi not null,
  kind text not null,
  level text,
  code text,
  area_code text,
  parent_id bigint references unit,
  reorganisation_id bigint references reorganisation on delete set null,
  check (valid_from is null or valid_to is null or valid_from <= valid_to),
  unique nulls not distinct (unit_id, valid_from)
);
create index on unit_state (parent_id);

alter table unit_successor
  add column main boolean not null default true,
  add column reorganisation_id bigint references reorganisation on delete cascade;
create index on unit_successor (successor_id);

-- Seeded units that an administrator took out: a later seeding leaves them out.
create table unit_removed (
  key text primary key,
  at timestamptz not null default now()
);

-- Another stamp with every change, whoever makes it: what is kept in memory of the register holds as long as this does.
create table unit_register (
  single boolean primary key default true check (single),
  stamp uuid not null default gen_random_uuid(),
  -- The day to which names, superiors, roots and heirs were last brought.
  refreshed_on date
);
insert into unit_register default values;

create function unit_register_changed() returns trigger language plpgsql as $$ begin
  update unit_register set stamp = gen_random_uuid();
  return null;
end $$;
create trigger unit_changed after insert or update or delete or truncate on unit
  for each statement execute function unit_register_changed();
create trigger unit_state_changed after insert or update or delete or truncate on unit_state
  for each statement execute function unit_register_changed();
create trigger unit_successor_changed after insert or update or delete or truncate on unit_successor
  for each statement execute function unit_register_changed();
`;
