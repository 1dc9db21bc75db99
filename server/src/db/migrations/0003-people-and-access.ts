// Who works here, in which role, at which unit, for how long; and the record of what they did.
export const sql = /* sql */ `
create table person (
  id bigint generated always as identity primary key,
  name text collate vi not null,
  email text not null,
  -- Lower case; one account an address.
  email_key text not null unique,
  phone text,
  -- Post ("Phó Giám đốc"), as it stands on documents.
  post text,
  locale text not null default 'vi' check (locale in ('vi', 'en')),
  active boolean not null default true,
  demo boolean not null default false,
  version integer not null default 1,
  search text not null default '',
  search_exact text not null default '',
  created_at timestamptz not null default now()
);

create table role_grant (
  id bigint generated always as identity primary key,
  person_id bigint not null references person,
  unit_id bigint not null references unit,
  role text not null check (role in ('officer', 'leader', 'coordinator', 'approver', 'finance', 'editor',
    'translator', 'publisher', 'administrator', 'observer')),
  valid_from date not null,
  -- The last day, included.
  valid_to date,
  -- A deputy holds another's grant for a period.
  deputy_for bigint references role_grant,
  note text,
  granted_by bigint references person,
  granted_at timestamptz not null default now(),
  ended_at timestamptz,
  ended_by bigint references person,
  check (valid_to is null or valid_from <= valid_to)
);
create index on role_grant (person_id);
create index on role_grant (unit_id);

-- A program that works for a unit: it holds roles there, as a person would.
create table api_token (
  id bigint generated always as identity primary key,
  unit_id bigint not null references unit,
  name text not null,
  roles text[] not null,
  -- SHA-256 of the token; the token itself is shown once.
  hash text not null unique,
  -- Its first characters, to tell tokens apart.
  hint text not null,
  created_by bigint references person,
  created_at timestamptz not null default now(),
  expires_on date,
  last_used_at timestamptz,
  revoked_at timestamptz
);
create index on api_token (unit_id);

-- Append-only; each row's mark (HMAC, with a key that is not in here) covers the one before it.
create table audit (
  seq bigint primary key,
  at timestamptz not null,
  person_id bigint,
  token_id bigint,
  -- As it was then: people are renamed and leave.
  who text not null,
  address text,
  action text not null,
  subject text,
  subject_id bigint,
  unit_id bigint,
  root_id bigint,
  -- As it was written, to the letter: its mark covers it.
  detail json not null,
  previous text not null,
  hash text not null
);
create index on audit (subject, subject_id, seq);
create index on audit (root_id, seq);
create index on audit (person_id, seq);
create index on audit (unit_id, seq);
create index on audit (at);

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'this table is append-only' using errcode = 'restrict_violation';
end $$;
create trigger audit_stays before update or delete on audit for each row execute function refuse_change();
create trigger audit_is_not_emptied before truncate on audit for each statement execute function refuse_change();

-- The last row, for whoever holds the chain: a second look at the table once the lock is there.
create function audit_tip(out seq bigint, out hash text) language plpgsql volatile as $$
begin
  perform pg_advisory_xact_lock(6048, 1);
  select a.seq, a.hash into seq, hash from audit a order by a.seq desc limit 1;
end $$;

-- Answers to writes that carried an Idempotency-Key; kept for a day.
create table answered (
  -- "person:12" or "token:3".
  asker text not null,
  key text not null,
  -- SHA-256 of method, path and body: the same key for another request is a mistake.
  request text not null,
  -- Null while the answer is not known: the effect is there.
  status integer,
  body text,
  -- Media type of the body.
  type text,
  at timestamptz not null default now(),
  primary key (asker, key)
);
create index on answered (at);

alter table document
  -- The unit that took it in, and the top of its tree.
  add column owner_id bigint references unit,
  add column root_id bigint references unit;
create index on document (root_id);
create index on document (owner_id);
drop index document_file;
-- The same file may come to two provinces; neither hears of the other's.
create unique index document_file on document (root_id, sha256) nulls not distinct where sha256 is not null;
alter table refusal
  add column owner_id bigint references unit,
  add column root_id bigint references unit;
alter table saved_view
  -- Whose it is; null: offered to everybody of the tree.
  add column person_id bigint references person,
  add column root_id bigint references unit;
alter table saved_view drop constraint saved_view_name_key_key;
alter table saved_view add unique nulls not distinct (root_id, person_id, name_key);
alter table trail add column person_id bigint references person;
`;
