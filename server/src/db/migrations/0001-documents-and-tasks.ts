// Units, documents under review, and the register of tasks.
export const sql = /* sql */ `
-- The default collation puts Đ and Ă after z; kn: "9/KH-UBND" comes before "10/KH-UBND".
create collation if not exists vi (provider = icu, locale = 'vi-u-kn-true');

create table unit (
  id bigint generated always as identity primary key,
  -- Stable name of a seeded unit ("province:38"), by which a later seeding finds it again.
  key text unique,
  name text collate vi not null,
  kind text not null,
  level text,
  -- Agency identifier, and area code of the province.
  code text,
  province text,
  parent_id bigint references unit,
  valid_from date,
  valid_to date,
  aliases text[] not null default '{}',
  -- Names and aliases, folded and with the tone in front.
  search text not null,
  search_exact text not null,
  demo boolean not null default false,
  -- Provinces usually have it; nobody has confirmed that this one does.
  assumed boolean not null default false,
  check (valid_from is null or valid_to is null or valid_from <= valid_to)
);
create index on unit (parent_id);

-- Who took a unit's work over.
create table unit_successor (
  unit_id bigint not null references unit on delete cascade,
  successor_id bigint not null references unit on delete cascade,
  primary key (unit_id, successor_id)
);

-- Which state of the seed files the units come from.
create table seed (
  name text primary key,
  hash text not null
);

create table document (
  id bigint generated always as identity primary key,
  status text not null check (status in ('reading', 'review', 'accepted', 'superseded', 'failed')),
  -- Of the original; null where reading failed, so that the same file may be tried again.
  sha256 text,
  -- Null while it is being read: a name may itself be a secret, and a refused file leaves none.
  file_name text,
  -- The folder in which the file waits until it is known to bear no mark of secrecy.
  waiting text unique,
  media_type text,
  format text,
  size bigint not null,
  progress jsonb,
  -- Code and values of what went wrong.
  problem jsonb,
  type text,
  number text collate vi,
  -- Number, folded; several drafts and revisions may share it.
  number_key text,
  issued_on date,
  issuer text collate vi,
  title text collate vi,
  -- Title, folded.
  title_key text,
  tasks integer not null default 0,
  warnings integer not null default 0,
  search text not null default '',
  search_exact text not null default '',
  revision_of bigint references document on delete set null,
  proposed_revision jsonb,
  superseded_by bigint references document,
  demo boolean not null default false,
  created_at timestamptz not null default now(),
  read_at timestamptz,
  accepted_at timestamptz,
  check (status = 'reading' or file_name is not null),
  check (status in ('reading', 'failed') or (sha256 is not null and format is not null)),
  check ((status in ('accepted', 'superseded')) = (accepted_at is not null))
);
create unique index document_file on document (sha256);
create index on document (number_key);
create index on document (title_key);
create index on document (status);
create index on document (revision_of);
create index on document (superseded_by);

-- What was read of a document. It never changes.
create table reading (
  document_id bigint primary key references document on delete cascade,
  text text not null,
  blocks jsonb not null,
  pages jsonb not null,
  parsed jsonb not null,
  -- The draft as recognised, and with what an earlier version gave it: on the latter the reviewer's steps build.
  recognised jsonb not null,
  base jsonb not null,
  -- For a revision: what it changes.
  diff jsonb
);

create table draft (
  document_id bigint primary key references document on delete cascade,
  version integer not null,
  -- How many of the steps are applied; those beyond can be redone.
  cursor integer not null,
  data jsonb not null
);

create table draft_step (
  document_id bigint not null references draft on delete cascade,
  seq integer not null,
  operations jsonb not null,
  at timestamptz not null default now(),
  primary key (document_id, seq)
);

create table citation (
  id bigint generated always as identity primary key,
  document_id bigint not null references document on delete cascade,
  draft_id text not null,
  type text,
  number text,
  number_key text,
  date date,
  issuer text,
  title text,
  role text not null check (role in ('basis', 'mention')),
  span_start integer,
  span_end integer,
  unique (document_id, draft_id)
);
create index on citation (number_key);

create table task (
  id bigint generated always as identity primary key,
  document_id bigint not null references document,
  draft_id text not null,
  ordinal integer not null,
  text text collate vi not null,
  group_name text collate vi,
  due_kind text not null check (due_kind in ('by', 'during', 'recurring', 'unspecified')),
  due_from date,
  due_to date,
  due_every text,
  items text[] not null,
  milestones jsonb not null,
  span_start integer,
  span_end integer,
  rule text,
  edited text[] not null,
  status text not null default 'open' check (status in ('open', 'done', 'cancelled')),
  done_on date,
  note text,
  version integer not null default 1,
  continues bigint references task,
  -- Set while the acceptance of its document is undone, or its revision took its place: not in the register, the trail stays.
  withdrawn_at timestamptz,
  -- Folded (no diacritics), and with the tone in front of each word.
  search text not null,
  search_exact text not null,
  unique (document_id, draft_id),
  check ((status = 'done') = (done_on is not null)),
  check ((due_kind = 'by') = (due_from is null and due_to is not null)),
  check ((due_kind = 'during') = (due_from is not null and due_to is not null))
);
create index on task (due_to) where withdrawn_at is null;
-- A group may be a paragraph, longer than a B-tree takes.
create index on task using hash (group_name);
create index on task (continues);

create table task_agency (
  task_id bigint not null references task on delete cascade,
  role text not null check (role in ('lead', 'coordinating')),
  ordinal integer not null,
  name text collate vi not null,
  -- The unit's name in the register, or the name as written.
  label text collate vi not null,
  -- "unit:12" or "name:so van hoa": what filters and facets go by.
  key text not null,
  unit_id bigint references unit,
  primary key (task_id, role, ordinal)
);
create index on task_agency (key, role);
create index on task_agency (unit_id);

create table task_event (
  id bigint generated always as identity primary key,
  task_id bigint not null references task on delete cascade,
  at timestamptz not null default now(),
  action text not null,
  field text,
  before text,
  after text
);
create index on task_event (task_id, id);

create table saved_view (
  id bigint generated always as identity primary key,
  name text collate vi not null,
  -- Two names that differ only in case are one name.
  name_key text not null unique,
  query text not null,
  columns text[],
  created_at timestamptz not null default now()
);

-- What happened to a document. Outlives it, without naming it.
create table trail (
  id bigint generated always as identity primary key,
  document_id bigint not null,
  at timestamptz not null default now(),
  action text not null,
  detail text
);
create index on trail (document_id, id);

-- Files refused for a mark of secrecy: that there was one, nothing more.
create table refusal (
  document_id bigint primary key,
  at timestamptz not null default now()
);

-- Trigrams make "contains" fast; a server without them is slower, not wrong.
do $$ begin
  create extension if not exists pg_trgm;
  create index task_search on task using gin (search gin_trgm_ops);
  create index document_search on document using gin (search gin_trgm_ops);
  create index unit_search on unit using gin (search gin_trgm_ops);
exception when insufficient_privilege or undefined_file or feature_not_supported or undefined_object then
  raise notice 'pg_trgm is not available: searching reads all rows';
end $$;
`;
