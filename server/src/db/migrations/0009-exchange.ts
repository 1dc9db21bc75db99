// Packages that document systems of other agencies have sent.
export const sql = /* sql */ `
create table exchange_message (
  id bigint generated always as identity primary key,
  -- The unit to which it came.
  unit_id bigint not null references unit,
  -- The sender's agency identifier and its name for the document.
  sender_code text not null,
  sender_name text not null,
  external_id text not null,
  number text,
  issued_on date,
  subject text,
  received_at timestamptz not null default now(),
  -- The sender has asked for it back; people decide what follows.
  recall_asked_at timestamptz,
  recall_reason text,
  unique (unit_id, sender_code, external_id)
);
create table exchange_document (
  message_id bigint not null references exchange_message on delete cascade,
  ordinal integer not null,
  name text not null,
  document_id bigint,
  -- Why this file was not taken in.
  refused text,
  primary key (message_id, ordinal)
);
`;
