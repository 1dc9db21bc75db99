// Who writes leaves the log's rows here, in the transaction of what they tell of; one sealer moves them into the chain.
export const sql = /* sql */ `
create table audit_waiting (
  id bigint generated always as identity primary key,
  -- Under which the row stands in the chain later: once, whoever copies it.
  ticket uuid not null,
  at timestamptz not null,
  person_id bigint,
  token_id bigint,
  who text not null,
  address text,
  action text not null,
  subject text,
  subject_id bigint,
  unit_id bigint,
  root_id bigint,
  detail json not null,
  -- Of all of the above but the id, made with the key of the log.
  mark text not null,
  since timestamptz not null default clock_timestamp()
);
-- Emptied all day long: its dead rows are cleared away before they are many.
alter table audit_waiting set (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000);
create trigger audit_waiting_stays before update on audit_waiting for each row execute function refuse_change();
create trigger audit_waiting_is_not_emptied before truncate on audit_waiting
  for each statement execute function refuse_change();

-- Null in rows that were written before there was a waiting table.
alter table audit add column ticket uuid unique;
`;
