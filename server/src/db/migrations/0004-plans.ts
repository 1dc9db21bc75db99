// Plans: drawn up here or made of an imported document, approved, issued, handed down, amended, closed.
export const sql = /* sql */ `
create table plan (
  id bigint generated always as identity primary key,
  owner_id bigint not null references unit,
  root_id bigint not null references unit,
  status text not null check (status in ('draft', 'submitted', 'returned', 'approved', 'issued', 'closed')),
  title text collate vi not null,
  period_from date not null,
  period_to date not null,
  number text collate vi,
  issued_on date,
  signer text collate vi,
  -- The imported document that it was issued as.
  document_id bigint references document,
  -- Who confirms what is done of it: the coordinating body (cơ quan đầu mối), settled when it is issued.
  confirmer_id bigint references unit,
  -- The superior's plan that it carries out.
  superior_id bigint references plan,
  -- Last period's, from which it was drawn up.
  previous_id bigint references plan,
  -- As in plans/body.ts.
  body jsonb not null,
  -- Of the body, for lists.
  task_count integer not null default 0,
  -- Grows with every change; a writer says which one it saw.
  version integer not null default 1,
  -- 1 as first issued; grows with every amendment.
  edition integer not null default 1,
  -- An amendment is being drawn up beside the edition in force: its body and how far it is (null: none).
  amendment jsonb,
  amendment_status text check (amendment_status in ('draft', 'submitted', 'returned', 'approved')),
  -- Title and period as amended.
  amendment_head jsonb,
  -- The revised document that it comes from.
  amendment_document_id bigint references document,
  -- Who submitted it (or its amendment) last: they may withdraw it.
  submitted_by bigint references person,
  demo boolean not null default false,
  search text not null default '',
  search_exact text not null default '',
  created_by bigint references person,
  created_at timestamptz not null default now(),
  changed_at timestamptz not null default now(),
  check (period_from <= period_to),
  check ((status in ('issued', 'closed')) = (issued_on is not null)),
  check ((amendment is null) = (amendment_status is null)),
  check ((amendment is null) = (amendment_head is null)),
  check (amendment is null or status = 'issued')
);
create index on plan (owner_id, period_from);
create index on plan (root_id, period_from);
create index on plan (superior_id);
create index on plan (previous_id);
create unique index plan_of_document on plan (document_id);

-- Every edition as it was issued.
create table plan_edition (
  plan_id bigint not null references plan on delete cascade,
  edition integer not null,
  title text collate vi not null,
  period_from date not null,
  period_to date not null,
  body jsonb not null,
  number text,
  -- Folded, without spaces: a number is given once a year by one unit.
  number_key text,
  document_id bigint references document,
  issued_on date not null,
  signer text,
  reason text,
  issued_at timestamptz not null default now(),
  issued_by bigint references person,
  primary key (plan_id, edition)
);
create index on plan_edition (number_key);
create index on plan_edition (document_id);

create table plan_event (
  id bigint generated always as identity primary key,
  plan_id bigint not null references plan on delete cascade,
  at timestamptz not null default now(),
  person_id bigint references person,
  action text not null,
  reason text,
  detail jsonb
);
create index on plan_event (plan_id, id);

-- Names of task groups, one row a name and province, so that totals by group add up over plans and years.
create table task_group (
  id bigint generated always as identity primary key,
  root_id bigint references unit,
  name text collate vi not null,
  name_key text not null,
  unique nulls not distinct (root_id, name_key)
);

alter table task
  alter column document_id drop not null,
  alter column draft_id drop not null,
  add column plan_id bigint references plan,
  -- The task's id in the plan's body.
  add column plan_task_id text,
  add column owner_id bigint references unit,
  add column root_id bigint references unit,
  -- The superior's task that it carries out.
  add column superior_task_id bigint references task,
  add column group_id bigint references task_group,
  add column outputs text[] not null default '{}',
  add column budget text,
  -- Done when somebody calls for it ("đột xuất"), not by date.
  add column on_call boolean not null default false,
  -- It asks each unit for a plan of its own: done when that plan is issued.
  add column asks_plan boolean not null default false,
  add column year smallint,
  -- Kept by triggers of the duties that lead it.
  add column duties integer not null default 0,
  add column duties_open integer not null default 0,
  -- Earliest day by which an open one is due.
  add column open_due date,
  add column any_late boolean not null default false,
  add check (document_id is not null or plan_id is not null),
  add unique (plan_id, plan_task_id);
-- Who a task was handed down to, collective names expanded on that day; duties spring from it, each period again.
create table assignment (
  task_id bigint not null references task on delete cascade,
  unit_id bigint not null references unit,
  role text not null check (role in ('lead', 'coordinating')),
  part text,
  -- As the plan names it.
  name text not null,
  primary key (task_id, unit_id, role)
);
create index on assignment (unit_id);
-- From which trees other than its own a unit has ever been handed a task: few, so that its lists look nowhere else.
create table unit_source (
  unit_id bigint not null references unit,
  root_id bigint not null references unit,
  primary key (unit_id, root_id)
);
-- What was done is told by duties; what people had said by hand stays in task_event.
alter table task drop column status, drop column done_on, drop column note;
create index on task (root_id, year);
create index on task (root_id, due_to, due_from, id) where withdrawn_at is null;
create index on task (owner_id);
create index on task (superior_task_id);
create index on task (group_id);
`;
