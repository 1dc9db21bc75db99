// Telling people and programs: notices, what each wants to be told, calendars, reminders, webhooks.
export const sql = /* sql */ `
create table notice (
  id bigint generated always as identity primary key,
  person_id bigint not null references person,
  kind text not null,
  -- Values of its words, and the addresses it leads to.
  data jsonb not null,
  duty_id bigint references duty on delete cascade,
  plan_id bigint references plan on delete cascade,
  at timestamptz not null default now(),
  read_at timestamptz,
  mail text not null default 'none' check (mail in ('none', 'digest', 'now', 'sent', 'failed')),
  mailed_at timestamptz
);
create index on notice (person_id, id);
create index notice_unread on notice (person_id) where read_at is null;
create index notice_to_mail on notice (mail, id) where mail in ('digest', 'now');

create table notice_wish (
  person_id bigint not null references person on delete cascade,
  kind text not null,
  app boolean not null,
  mail text not null check (mail in ('off', 'digest', 'now')),
  primary key (person_id, kind)
);

-- Random keys that the house keeps for itself, as the one that signs "stop these e-mails".
create table house_key (
  name text primary key,
  value text not null
);

-- A calendar's secret address, of a person or of a unit.
create table feed (
  id bigint generated always as identity primary key,
  person_id bigint not null references person on delete cascade,
  unit_id bigint references unit,
  hash text not null unique,
  created_at timestamptz not null default now(),
  revoked_at timestamptz
);

-- When reminders go out: days before (negative) or after the due day, and to whom.
create table reminder_rule (
  id bigint generated always as identity primary key,
  -- Null: for every province without rules of its own.
  root_id bigint references unit,
  days integer not null,
  target text not null check (target in ('unit', 'leader', 'confirmer', 'superior')),
  unique nulls not distinct (root_id, days, target)
);
insert into reminder_rule (root_id, days, target) values
  (null, -14, 'unit'), (null, -3, 'unit'), (null, 1, 'unit'), (null, 1, 'leader'), (null, 7, 'leader'),
  (null, 7, 'confirmer'), (null, 15, 'superior');
create table reminded (
  duty_id bigint not null references duty on delete cascade,
  rule_id bigint not null references reminder_rule on delete cascade,
  due_on date not null,
  at timestamptz not null default now(),
  primary key (duty_id, rule_id, due_on)
);

create table webhook (
  id bigint generated always as identity primary key,
  unit_id bigint not null references unit,
  url text not null,
  secret text not null,
  events text[] not null,
  active boolean not null default true,
  created_by bigint references person,
  created_at timestamptz not null default now(),
  version integer not null default 1
);
create table webhook_delivery (
  id bigint generated always as identity primary key,
  webhook_id bigint not null references webhook on delete cascade,
  event text not null,
  body text not null,
  at timestamptz not null default now(),
  attempts integer not null default 0,
  status text not null default 'waiting' check (status in ('waiting', 'delivered', 'failed')),
  answered integer,
  problem text,
  last_at timestamptz
);
create index on webhook_delivery (webhook_id, id);
`;
