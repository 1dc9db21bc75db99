// Outgoing documents (văn bản đi): drawn up, signed, numbered, issued, sent; and the register of numbers (sổ đăng ký văn bản đi).
export const sql = /* sql */ `
-- How an agency numbers from 1 January of a year until its next scheme.
create table number_scheme (
  unit_id bigint not null references unit,
  from_year smallint not null,
  series text not null check (series in ('common', 'by-type')),
  -- Types that have a series of their own beside the common one.
  own_series text[] not null default '{}',
  -- The agency in symbols: "UBND", "SVHTTDL".
  abbreviation text not null,
  -- "{TYPE}-{AGENCY}", and for letters (công văn) "{AGENCY}-{UNIT}".
  symbol text not null,
  letter_symbol text not null,
  -- Units that draft letters, and advisory bodies with series of their own: [{name, abbreviation}].
  drafters jsonb not null default '[]',
  bodies jsonb not null default '[]',
  version integer not null default 1,
  changed_by bigint references person,
  changed_at timestamptz not null default now(),
  primary key (unit_id, from_year)
);

-- The last number of each series; its row is locked while a number is taken, so that no two get the same.
create table number_series (
  unit_id bigint not null references unit,
  year smallint not null,
  code text not null,
  last integer not null default 0,
  -- Numbers up to this one were given in a register kept before, and which.
  begun_after integer not null default 0,
  begun_reason text,
  primary key (unit_id, year, code),
  check (last >= begun_after)
);

-- Every number that was ever given has its row before anybody hears of it: a gap is always explained.
create table number_entry (
  id bigint generated always as identity primary key,
  unit_id bigint not null references unit,
  root_id bigint not null references unit,
  year smallint not null,
  series text not null,
  number integer not null check (number > 0),
  -- Abbreviation of the type for which it was taken.
  type text not null,
  -- The advisory body in whose name, and the drafting unit's abbreviation in a letter's symbol.
  body text,
  drafter text,
  -- Null: not yet composed, since a letter's drafting unit is not known.
  symbol text,
  status text not null check (status in ('reserved', 'used', 'cancelled')),
  taken_by bigint references person,
  -- The name of a program, which has no account.
  taken_name text,
  taken_at timestamptz not null,
  purpose text,
  -- Last day of a reservation.
  until date,
  issued_on date,
  title text collate vi,
  signer text collate vi,
  recipients text[] not null default '{}',
  archive text,
  copies integer,
  sent_on date,
  received_by text,
  note text,
  cancelled_by bigint references person,
  cancelled_name text,
  cancelled_at timestamptz,
  cancel_reason text,
  demo boolean not null default false,
  search text not null default '',
  search_exact text not null default '',
  version integer not null default 1,
  unique (unit_id, year, series, number),
  unique (unit_id, year, number, symbol),
  check ((status = 'used') <= (issued_on is not null and symbol is not null)),
  check ((status = 'cancelled') = (cancelled_at is not null)),
  check ((status = 'cancelled') = (cancel_reason is not null))
);
create index on number_entry (unit_id, year, series, issued_on);

create table outgoing (
  id bigint generated always as identity primary key,
  -- The agency that issues it, and the unit that drafts it in its name.
  owner_id bigint not null references unit,
  root_id bigint not null references unit,
  drafter_id bigint references unit,
  status text not null check (status in ('draft', 'submitted', 'returned', 'signed', 'numbered', 'issued', 'recalled')),
  type text not null,
  title text collate vi not null,
  -- As in outgoing/content.ts.
  content jsonb not null,
  -- Which of outgoing_draft it is.
  draft_no integer not null default 1,
  version integer not null default 1,
  body text,
  -- What it was drawn up from.
  plan_id bigint references plan on delete set null,
  report_id bigint,
  document_id bigint references document on delete set null,
  number_id bigint unique references number_entry,
  number integer,
  symbol text,
  issued_on date,
  submitted_by bigint references person,
  signed_by bigint references person,
  signed_at timestamptz,
  -- SHA-256 of the picture of the signature.
  signature text,
  issued_by bigint references person,
  issued_at timestamptz,
  recalled_at timestamptz,
  recall_reason text,
  demo boolean not null default false,
  search text not null default '',
  search_exact text not null default '',
  created_by bigint references person,
  created_at timestamptz not null default now(),
  changed_at timestamptz not null default now(),
  check ((status in ('numbered', 'issued', 'recalled')) = (number_id is not null)),
  check ((status in ('issued', 'recalled')) = (issued_at is not null)),
  check ((status = 'recalled') = (recalled_at is not null))
);
create index on outgoing (owner_id, changed_at desc);
create index on outgoing (root_id);
create index on outgoing (plan_id);
create index on outgoing (report_id);
create index on outgoing (document_id);

-- Decree 30/2020, Annex VI: every draft, every comment, every view, every step leaves its trace.
create table outgoing_draft (
  outgoing_id bigint not null references outgoing on delete cascade,
  no integer not null,
  content jsonb not null,
  at timestamptz not null,
  person_id bigint references person,
  who text not null,
  note text,
  primary key (outgoing_id, no)
);
create table outgoing_comment (
  id bigint generated always as identity primary key,
  outgoing_id bigint not null references outgoing on delete cascade,
  draft_no integer not null,
  -- Which part of the content: "title", "body.3".
  path text,
  text text not null,
  at timestamptz not null,
  person_id bigint references person,
  who text not null,
  resolved_at timestamptz,
  resolved_who text
);
create index on outgoing_comment (outgoing_id, id);
create table outgoing_view (
  outgoing_id bigint not null references outgoing on delete cascade,
  -- Person or program, as the audit names them.
  asker text not null,
  draft_no integer not null,
  who text not null,
  first_at timestamptz not null,
  last_at timestamptz not null,
  times integer not null default 1,
  primary key (outgoing_id, asker, draft_no)
);
create table outgoing_event (
  id bigint generated always as identity primary key,
  outgoing_id bigint not null references outgoing on delete cascade,
  at timestamptz not null,
  person_id bigint references person,
  who text not null,
  action text not null,
  reason text,
  detail jsonb
);
create index on outgoing_event (outgoing_id, id);

-- Made once, when it is issued.
create table outgoing_file (
  outgoing_id bigint not null references outgoing on delete cascade,
  kind text not null check (kind in ('docx', 'pdf')),
  sha256 text not null,
  size integer not null,
  made_at timestamptz not null,
  primary key (outgoing_id, kind)
);
create index on outgoing_file (sha256);

-- A letter that corrects errors of form, a document of the same type that takes another's place (Decree 30/2020, Article 17).
create table outgoing_link (
  from_id bigint not null references outgoing on delete cascade,
  to_id bigint not null references outgoing on delete cascade,
  kind text not null check (kind in ('corrects', 'replaces')),
  reason text not null,
  primary key (from_id, to_id)
);
create index on outgoing_link (to_id);

-- Document systems of others with which an agency exchanges packages.
create table exchange_peer (
  id bigint generated always as identity primary key,
  unit_id bigint not null references unit,
  name text collate vi not null,
  -- Agency identifier, "H56.01".
  code text not null,
  url text not null,
  -- What is shown to it, if it asks for something.
  token text,
  -- What it shows when it sends states back.
  key_hash text not null unique,
  active boolean not null default true,
  version integer not null default 1,
  created_by bigint references person,
  created_at timestamptz not null,
  unique (unit_id, code)
);

create table outgoing_receiver (
  id bigint generated always as identity primary key,
  outgoing_id bigint not null references outgoing on delete cascade,
  name text not null,
  way text not null check (way in ('inside', 'email', 'edxml', 'paper')),
  unit_id bigint references unit,
  email text,
  peer_id bigint references exchange_peer,
  state text not null check (state in ('waiting', 'sent', 'failed')),
  attempts integer not null default 0,
  answered integer,
  problem text,
  added_by bigint references person,
  added_at timestamptz not null,
  sent_at timestamptz,
  last_at timestamptz,
  -- What it is asked to give back, and how far that is.
  recall text check (recall in ('waiting', 'sent', 'failed')),
  recalled_at timestamptz,
  -- The last code that it said, of QCVN 102:2016.
  code text,
  code_at timestamptz,
  code_note text,
  -- What the package called it: "OrganId,YYYY/MM/DD,number/notation".
  external_id text,
  -- Who took a paper.
  received_by text,
  received_on date
);
create index on outgoing_receiver (peer_id, external_id);
create index on outgoing_receiver (outgoing_id);
create index on outgoing_receiver (unit_id);
create unique index on outgoing_receiver (outgoing_id, way, coalesce(email, peer_id::text, unit_id::text, name));

-- Every code that a receiver has said.
create table outgoing_state (
  id bigint generated always as identity primary key,
  receiver_id bigint not null references outgoing_receiver on delete cascade,
  code text not null check (code in ('01', '02', '03', '04', '05', '06', '13', '15', '16')),
  at timestamptz not null,
  -- When it happened there, as it says.
  said_at text,
  note text,
  staff text
);
create index on outgoing_state (receiver_id, id);

alter table notice add column outgoing_id bigint references outgoing on delete cascade;
`;
