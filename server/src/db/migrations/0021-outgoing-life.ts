// What is sent once, said once and numbered once: sittings of a draft, letters on their way, numbers of plans, answers to a recall.
export const sql = /* sql */ `
-- A draft that its author goes on writing is one draft until they rest; \`at\` is when it was last saved.
alter table outgoing_draft add column begun_at timestamptz;
update outgoing_draft set begun_at = at;

-- Set before anything leaves: if the process dies then, nobody knows whether it has left, and it is not sent again by itself.
alter table outgoing_receiver
  add column sending_since timestamptz,
  -- In which its letter is written.
  add column language text not null default 'vi' check (language in ('vi', 'en'));

-- A plan that was issued by hand bears a number too: of this register, or given outside of it (on paper, before it was kept here).
alter table number_entry
  add column plan_id bigint references plan on delete set null,
  add column outside boolean not null default false;
create index on number_entry (plan_id) where plan_id is not null;
insert into number_entry (unit_id, root_id, year, series, number, type, symbol, status, taken_name, taken_at, issued_on, title, signer,
    plan_id, outside, demo, search, search_exact)
  select p.owner_id, p.root_id, extract(year from e.issued_on), '#' || n.parts[2], n.parts[1]::integer,
    split_part(n.parts[2], '-', 1), n.parts[2], 'used', '', e.issued_at, e.issued_on, e.title, e.signer, p.id, true, p.demo,
    lower(e.number), lower(e.number)
  from plan_edition e join plan p on p.id = e.plan_id
  cross join lateral (select regexp_match(e.number, '^\\s*(?:[Ss]ố\\s*:?\\s*)?0*([1-9]\\d{0,5})\\s*/\\s*(\\S{1,60})\\s*$') as parts) n
  where n.parts is not null
  order by e.issued_at, e.plan_id, e.edition
  on conflict do nothing;

-- The sender asks a package back, people answer: 15 agreed, 16 refused. What an update brought again is known by its content.
alter table exchange_message
  add column recall_answer text check (recall_answer in ('15', '16')),
  add column recall_answered_at timestamptz,
  add column recall_answered_by bigint references person,
  add column recall_note text,
  add column replaced_by bigint references exchange_message,
  add check ((recall_answer is null) = (recall_answered_at is null)),
  add check (recall_answer is null or recall_asked_at is not null);
alter table exchange_document add column sha256 text;
`;
