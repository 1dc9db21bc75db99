// How people prove who they are, and what they are signed in with.
export const sql = /* sql */ `
alter table person
  -- When somebody last worked with this account; unused accounts are switched off.
  add column last_seen_at timestamptz,
  -- When it was switched on, for the last time: the days without use count from here.
  add column active_since timestamptz not null default now(),
  -- Why it is off: "administrator", or "unused".
  add column off_because text check (off_because in ('administrator', 'unused'));
create index on person (active, last_seen_at);

create table credential (
  person_id bigint primary key references person on delete cascade,
  -- scrypt, with its parameters and salt; null: the person signs in another way.
  password text,
  password_at timestamptz,
  -- Long enough to stand alone, without a second factor.
  password_long boolean not null default false,
  -- Base32; null until a first code has confirmed it.
  totp text,
  totp_at timestamptz,
  -- The last step whose code was taken: no code serves twice.
  totp_step bigint,
  totp_pending text
);

-- Each serves once, for somebody whose telephone is lost.
create table recovery_code (
  person_id bigint not null references person on delete cascade,
  hash text not null,
  used_at timestamptz,
  primary key (person_id, hash)
);

create table session (
  id uuid primary key default gen_random_uuid(),
  person_id bigint not null references person on delete cascade,
  -- SHA-256 of what the cookie holds.
  hash text not null unique,
  method text not null check (method in ('password', 'sso', 'demo')),
  -- A second factor was shown, here or at the provider.
  strong boolean not null default false,
  address text,
  agent text not null default '',
  created_at timestamptz not null,
  seen_at timestamptz not null,
  -- However busy it is.
  expires_at timestamptz not null,
  locked_at timestamptz,
  ended_at timestamptz,
  -- Of single sign-on: shown to the provider when this session ends.
  sso_token text
);
create index on session (person_id) where ended_at is null;
create index on session (expires_at);

-- Failures by account name (there or not) and by address, as SHA-256: neither passwords nor names typed wrongly are kept.
create table sign_in_attempt (
  key text primary key,
  failures integer not null,
  last_at timestamptz not null,
  locked_until timestamptz
);

-- One-time links: for new people, and for those who forgot their password.
create table invitation (
  hash text primary key,
  person_id bigint not null references person on delete cascade,
  kind text not null check (kind in ('invite', 'reset')),
  created_by bigint references person,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);
create index on invitation (person_id);

-- What a sign-in at the provider began with.
create table sso_flow (
  hash text primary key,
  nonce text not null,
  verifier text not null,
  return_to text not null,
  created_at timestamptz not null
);

-- Who somebody is at the provider: the address alone may be given to another person there.
create table sso_identity (
  issuer text not null,
  subject text not null,
  person_id bigint not null references person on delete cascade,
  created_at timestamptz not null,
  primary key (issuer, subject),
  unique (issuer, person_id)
);

-- Codes printed for the first administrator.
create table setup_code (
  hash text primary key,
  created_at timestamptz not null
);
`;
