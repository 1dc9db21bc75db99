// Duties: what one unit has to do of one task in one period; all that happens to them; the counts kept of them.
export const sql = /* sql */ `
create table duty (
  id bigint generated always as identity primary key,
  task_id bigint not null references task,
  -- To whom it was handed down; a transfer changes it, a reorganisation does not (see unit.heir_id).
  unit_id bigint not null references unit,
  role text not null check (role in ('lead', 'coordinating')),
  -- What this unit does of it, where the plan says so.
  part text,
  -- Of a recurring task: "2026", "2026-H1", "2026-Q2", "2026-03", "2026-W07"; "call:12" of one that was called.
  period text,
  opened_on date not null,
  -- In force; extensions change it, and only while the duty is not done.
  due_on date,
  first_due_on date,
  -- The day on which it was done, as reported and not sent back.
  done_on date,
  received_on date,
  reported_at timestamptz,
  confirmed_on date,
  cancelled_on date,
  -- Sent back at least once and not yet reported again.
  returned boolean not null default false,
  -- Reported done after its due day at least once: "done late" stays a fact, its due day moves no more.
  once_late boolean not null default false,
  -- 0 to 100 as last reported by the unit; says nothing about its class.
  progress smallint check (progress between 0 and 100),
  last_moved_on date not null,
  -- The unit that confirms.
  confirmer_id bigint references unit,
  plan_id bigint references plan,
  -- The unit's own plan, where the task asks for one.
  own_plan_id bigint references plan,
  root_id bigint not null references unit,
  group_id bigint references task_group,
  -- In which it counts: of the due date, else of the period, else of the day it was handed down.
  year smallint not null,
  version integer not null default 1,
  check (done_on is not null or confirmed_on is null),
  unique nulls not distinct (task_id, unit_id, role, period)
);
create index duty_unit_open on duty (unit_id, due_on, id) where done_on is null and cancelled_on is null;
create index on duty (unit_id, year);
create index on duty (plan_id);
create index duty_root_open on duty (root_id, due_on, id) where done_on is null and cancelled_on is null;
create index on duty (root_id, year);
create index on duty (unit_id, due_on, id);
create index on duty (root_id, due_on, id);
create index on duty (root_id, last_moved_on, id);
create index duty_to_confirm on duty (confirmer_id) where done_on is not null and confirmed_on is null and cancelled_on is null;

-- Append-only: its whole history.
create table duty_event (
  id bigint generated always as identity primary key,
  duty_id bigint not null references duty on delete cascade,
  at timestamptz not null default now(),
  day date not null,
  person_id bigint references person,
  action text not null,
  note text,
  detail jsonb
);
create index on duty_event (duty_id, id);

create table duty_milestone (
  duty_id bigint not null references duty on delete cascade,
  no integer not null,
  title text not null,
  due_on date,
  done_on date,
  primary key (duty_id, no)
);

create table evidence (
  id bigint generated always as identity primary key,
  duty_id bigint not null references duty on delete cascade,
  -- Place in the task's outputs that it proves; null: the duty as a whole.
  output integer,
  kind text not null check (kind in ('file', 'link', 'record')),
  title text collate vi not null,
  url text,
  sha256 text,
  file_name text,
  media_type text,
  size bigint,
  added_by bigint references person,
  added_at timestamptz not null default now(),
  removed_at timestamptz,
  check ((kind = 'file') = (sha256 is not null)),
  check (kind <> 'link' or url is not null)
);
create index on evidence (duty_id);
create index on evidence (sha256);

create table extension (
  id bigint generated always as identity primary key,
  duty_id bigint not null references duty on delete cascade,
  asked_on date not null,
  asked_by bigint references person,
  wanted_on date not null,
  reason text not null,
  decided_on date,
  decided_by bigint references person,
  granted boolean,
  -- May be another day than wanted.
  due_on date,
  -- What it was before, for the class on an earlier day.
  before_on date,
  answer text,
  check ((granted is null) = (decided_on is null)),
  check (granted is not true or due_on is not null)
);
create index on extension (duty_id);
create unique index extension_open on extension (duty_id) where decided_on is null;

-- Whatever moved a due day (an extension, an amended plan), and when: for the class as it stood on an earlier day.
create table due_change (
  id bigint generated always as identity primary key,
  duty_id bigint not null references duty on delete cascade,
  on_day date not null,
  before_on date,
  after_on date
);
create index on due_change (duty_id, id);
create index on due_change (on_day);

create table duty_transfer (
  id bigint generated always as identity primary key,
  duty_id bigint not null references duty on delete cascade,
  from_unit_id bigint not null references unit,
  to_unit_id bigint not null references unit,
  on_day date not null,
  reorganisation_id bigint references reorganisation,
  reason text,
  person_id bigint references person,
  at timestamptz not null default now()
);
create index on duty_transfer (duty_id);
create index on duty_transfer (from_unit_id);

-- Đôn đốc: who urged whom, by what, when, answered or not.
create table urging (
  id bigint generated always as identity primary key,
  root_id bigint not null references unit,
  -- Null where a rule did it.
  from_unit_id bigint references unit,
  to_unit_id bigint not null references unit,
  person_id bigint references person,
  channel text not null check (channel in ('system', 'letter', 'phone', 'email', 'meeting')),
  -- Number of the letter, where there is one.
  reference text,
  message text not null,
  urged_on date not null,
  answer_by date,
  answered_at timestamptz,
  answered_by bigint references person,
  answer text,
  at timestamptz not null default now()
);
create index on urging (to_unit_id, urged_on);
create index on urging (root_id, urged_on);
create table urging_duty (
  urging_id bigint not null references urging on delete cascade,
  duty_id bigint not null references duty on delete cascade,
  primary key (urging_id, duty_id)
);
create index on urging_duty (duty_id);

create table inspection (
  id bigint generated always as identity primary key,
  root_id bigint not null references unit,
  by_unit_id bigint not null references unit,
  unit_id bigint not null references unit,
  on_day date not null,
  members text not null default '',
  summary text not null default '',
  version integer not null default 1,
  created_by bigint references person,
  created_at timestamptz not null default now()
);
create index on inspection (unit_id, on_day);
create index on inspection (root_id, on_day);
create table finding (
  id bigint generated always as identity primary key,
  inspection_id bigint not null references inspection on delete cascade,
  duty_id bigint references duty,
  text text not null,
  remedy text not null,
  remedy_by date not null,
  remedied_on date,
  remedied_note text
);
create index on finding (inspection_id);

-- Several duties changed in one go, so that it can be undone in one go.
create table bulk (
  id bigint generated always as identity primary key,
  person_id bigint references person,
  action text not null,
  at timestamptz not null default now(),
  items jsonb not null,
  undone_at timestamptz
);
`;
