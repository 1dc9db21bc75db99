-- Made from the migrations by db/migrate.test.ts: `vitest -u` writes it anew.

answered
  asker text not null
  key text not null
  request text not null
  status integer
  body text
  type text
  at timestamp with time zone not null default now()
  constraint answered_pkey PRIMARY KEY (asker, key)
  CREATE INDEX answered_at_idx ON public.answered USING btree (at)

api_token
  id bigint not null identity
  unit_id bigint not null
  name text not null
  roles text[] not null
  hash text not null
  hint text not null
  created_by bigint
  created_at timestamp with time zone not null default now()
  expires_on date
  last_used_at timestamp with time zone
  revoked_at timestamp with time zone
  kept_by bigint
  constraint api_token_hash_key UNIQUE (hash)
  constraint api_token_pkey PRIMARY KEY (id)
  constraint api_token_created_by_fkey FOREIGN KEY (created_by) REFERENCES person(id)
  constraint api_token_kept_by_fkey FOREIGN KEY (kept_by) REFERENCES person(id)
  constraint api_token_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id)
  CREATE INDEX api_token_unit_id_idx ON public.api_token USING btree (unit_id)

assignment
  task_id bigint not null
  unit_id bigint not null
  role text not null
  part text
  name text not null
  constraint assignment_pkey PRIMARY KEY (task_id, unit_id, role)
  constraint assignment_task_id_fkey FOREIGN KEY (task_id) REFERENCES task(id) ON DELETE CASCADE
  constraint assignment_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id)
  constraint assignment_role_check CHECK ((role = ANY (ARRAY['lead'::text, 'coordinating'::text])))
  CREATE INDEX assignment_unit_id_idx ON public.assignment USING btree (unit_id)

audit
  seq bigint not null
  at timestamp with time zone not null
  person_id bigint
  token_id bigint
  who text not null
  address text
  action text not null
  subject text
  subject_id bigint
  unit_id bigint
  root_id bigint
  detail json not null
  previous text not null
  hash text not null
  ticket uuid
  constraint audit_ticket_key UNIQUE (ticket)
  constraint audit_pkey PRIMARY KEY (seq)
  CREATE INDEX audit_at_idx ON public.audit USING btree (at)
  CREATE INDEX audit_person_id_seq_idx ON public.audit USING btree (person_id, seq)
  CREATE INDEX audit_root_id_seq_idx ON public.audit USING btree (root_id, seq)
  CREATE INDEX audit_subject_subject_id_seq_idx ON public.audit USING btree (subject, subject_id, seq)
  CREATE INDEX audit_unit_id_seq_idx ON public.audit USING btree (unit_id, seq)
  CREATE TRIGGER audit_is_not_emptied BEFORE TRUNCATE ON public.audit FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
  CREATE TRIGGER audit_stays BEFORE DELETE OR UPDATE ON public.audit FOR EACH ROW EXECUTE FUNCTION refuse_change()

audit_tip()
CREATE OR REPLACE FUNCTION public.audit_tip(OUT seq bigint, OUT hash text)
 RETURNS record
 LANGUAGE plpgsql
AS $function$
begin
  perform pg_advisory_xact_lock(6048, 1);
  select a.seq, a.hash into seq, hash from audit a order by a.seq desc limit 1;
end $function$


audit_waiting
  id bigint not null identity
  ticket uuid not null
  at timestamp with time zone not null
  person_id bigint
  token_id bigint
  who text not null
  address text
  action text not null
  subject text
  subject_id bigint
  unit_id bigint
  root_id bigint
  detail json not null
  mark text not null
  since timestamp with time zone not null default clock_timestamp()
  constraint audit_waiting_pkey PRIMARY KEY (id)
  CREATE TRIGGER audit_waiting_is_not_emptied BEFORE TRUNCATE ON public.audit_waiting FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
  CREATE TRIGGER audit_waiting_stays BEFORE UPDATE ON public.audit_waiting FOR EACH ROW EXECUTE FUNCTION refuse_change()

below_part
 SELECT rollup.report_id,
    rollup.indicator_id,
    rollup.cell,
    rollup.key,
    rollup.num,
    rollup.den,
    rollup.n
   FROM rollup
UNION ALL
 SELECT rollup_entry.report_id,
    rollup_entry.indicator_id,
    rollup_entry.cell,
    rollup_entry.key,
    rollup_entry.num,
    rollup_entry.den,
    rollup_entry.n
   FROM rollup_entry;

bulk
  id bigint not null identity
  person_id bigint
  action text not null
  at timestamp with time zone not null default now()
  items jsonb not null
  undone_at timestamp with time zone
  constraint bulk_pkey PRIMARY KEY (id)
  constraint bulk_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)

citation
  id bigint not null identity
  document_id bigint not null
  draft_id text not null
  type text
  number text
  number_key text
  date date
  issuer text
  title text
  role text not null
  span_start integer
  span_end integer
  constraint citation_document_id_draft_id_key UNIQUE (document_id, draft_id)
  constraint citation_pkey PRIMARY KEY (id)
  constraint citation_document_id_fkey FOREIGN KEY (document_id) REFERENCES document(id) ON DELETE CASCADE
  constraint citation_role_check CHECK ((role = ANY (ARRAY['basis'::text, 'mention'::text])))
  CREATE INDEX citation_number_key_idx ON public.citation USING btree (number_key)

count_changed_duties()
CREATE OR REPLACE FUNCTION public.count_changed_duties()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare touched bigint[];
begin
  insert into tally_entry (unit_id, root_id, role, group_id, year, bucket, outcome, n)
    select unit_id, root_id, role, group_id, year, tally_bucket(done_on, due_on), tally_outcome(done_on, due_on), sum(sign)
    from (select *, 1 as sign from new_rows union all select *, -1 from old_rows) as both_rows
    where cancelled_on is null group by 1, 2, 3, 4, 5, 6, 7 having sum(sign) <> 0
    union all
    select unit_id, root_id, 'lead', null, 0, 'infinity', 'to-confirm', sum(sign)
    from (select *, 1 as sign from new_rows union all select *, -1 from old_rows) as both_rows
    where done_on is not null and confirmed_on is null and cancelled_on is null group by 1, 2 having sum(sign) <> 0;
  -- A duty that goes to another unit takes along what was asked for it.
  insert into tally_entry (unit_id, root_id, role, group_id, year, bucket, outcome, n)
    select unit_id, root_id, 'lead', null, 0, 'infinity', 'extension', sum(sign) from (
      select id, unit_id, root_id, sum(sign) as sign
      from (select *, 1 as sign from new_rows union all select *, -1 from old_rows) as both_rows
      group by 1, 2, 3 having sum(sign) <> 0) as moved
    where exists (select 1 from extension e where e.duty_id = moved.id and e.decided_on is null)
    group by 1, 2 having sum(sign) <> 0;
  touched := array(select distinct task_id from (
    select task_id from (select *, 1 as sign from new_rows union all select *, -1 from old_rows) as both_rows
    where role = 'lead' group by id, task_id, due_on, done_on, cancelled_on having sum(sign) <> 0) as changed);
  if touched <> '{}' then perform recount_tasks(touched); end if;
  return null;
end $function$


count_extensions()
CREATE OR REPLACE FUNCTION public.count_extensions()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$ begin
  if tg_op = 'INSERT' then
    insert into tally_entry (unit_id, root_id, role, year, bucket, outcome, n)
      select d.unit_id, d.root_id, 'lead', 0, 'infinity', 'extension', 1
      from new_rows x join duty d on d.id = x.duty_id where x.decided_on is null;
  elsif tg_op = 'DELETE' then
    insert into tally_entry (unit_id, root_id, role, year, bucket, outcome, n)
      select d.unit_id, d.root_id, 'lead', 0, 'infinity', 'extension', -1
      from old_rows x join duty d on d.id = x.duty_id where x.decided_on is null;
  else
    insert into tally_entry (unit_id, root_id, role, year, bucket, outcome, n)
      select d.unit_id, d.root_id, 'lead', 0, 'infinity', 'extension', x.sign
      from (select duty_id, sum(sign) as sign from (
          select duty_id, 1 as sign from new_rows where decided_on is null
          union all select duty_id, -1 from old_rows where decided_on is null) as both_rows
        group by 1 having sum(sign) <> 0) x join duty d on d.id = x.duty_id;
  end if;
  return null;
end $function$


count_gone_duties()
CREATE OR REPLACE FUNCTION public.count_gone_duties()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$ begin
  insert into tally_entry (unit_id, root_id, role, group_id, year, bucket, outcome, n)
    select unit_id, root_id, role, group_id, year, tally_bucket(done_on, due_on), tally_outcome(done_on, due_on), -count(*)
    from old_rows where cancelled_on is null group by 1, 2, 3, 4, 5, 6, 7
    union all
    select unit_id, root_id, 'lead', null, 0, 'infinity', 'to-confirm', -count(*)
    from old_rows where done_on is not null and confirmed_on is null and cancelled_on is null group by 1, 2;
  perform recount_tasks(array(select distinct task_id from old_rows where role = 'lead'));
  return null;
end $function$


count_new_duties()
CREATE OR REPLACE FUNCTION public.count_new_duties()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$ begin
  insert into tally_entry (unit_id, root_id, role, group_id, year, bucket, outcome, n)
    select unit_id, root_id, role, group_id, year, tally_bucket(done_on, due_on), tally_outcome(done_on, due_on), count(*)
    from new_rows where cancelled_on is null group by 1, 2, 3, 4, 5, 6, 7
    union all
    select unit_id, root_id, 'lead', null, 0, 'infinity', 'to-confirm', count(*)
    from new_rows where done_on is not null and confirmed_on is null and cancelled_on is null group by 1, 2;
  perform recount_tasks(array(select distinct task_id from new_rows where role = 'lead'));
  return null;
end $function$


count_urgings()
CREATE OR REPLACE FUNCTION public.count_urgings()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$ begin
  if tg_op <> 'DELETE' then
    insert into tally_entry (unit_id, root_id, role, year, bucket, outcome, n)
      select to_unit_id, root_id, 'lead', 0, 'infinity', 'unanswered', count(*)
      from new_rows where answered_at is null group by 1, 2;
  end if;
  if tg_op <> 'INSERT' then
    insert into tally_entry (unit_id, root_id, role, year, bucket, outcome, n)
      select to_unit_id, root_id, 'lead', 0, 'infinity', 'unanswered', -count(*)
      from old_rows where answered_at is null group by 1, 2;
  end if;
  return null;
end $function$


credential
  person_id bigint not null
  password text
  password_at timestamp with time zone
  password_long boolean not null default false
  totp text
  totp_at timestamp with time zone
  totp_step bigint
  totp_pending text
  constraint credential_pkey PRIMARY KEY (person_id)
  constraint credential_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE

day_off
  id bigint not null identity
  root_id bigint
  first_on date not null
  last_on date not null
  yearly boolean not null default false
  works boolean not null default false
  name text collate vi not null
  name_en text not null
  person_id bigint
  at timestamp with time zone not null default now()
  constraint day_off_pkey PRIMARY KEY (id)
  constraint day_off_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
  constraint day_off_root_id_fkey FOREIGN KEY (root_id) REFERENCES unit(id)
  constraint day_off_check CHECK (((last_on >= first_on) AND (last_on <= (first_on + 30))))
  constraint day_off_check1 CHECK (((NOT yearly) OR ((last_on = first_on) AND (NOT works))))
  CREATE INDEX day_off_root_id_first_on_idx ON public.day_off USING btree (root_id, first_on)

dimension
  key text not null
  name text collate vi not null
  name_en text not null
  ordinal integer not null default 0
  root_id bigint
  version integer not null default 1
  constraint dimension_pkey PRIMARY KEY (key)
  constraint dimension_root_id_fkey FOREIGN KEY (root_id) REFERENCES unit(id)
  constraint dimension_key_check CHECK ((key ~ '^[a-z][a-z0-9-]{0,39}$'::text))

dimension_item
  dimension text not null
  key text not null
  name text collate vi not null
  name_en text not null
  ordinal integer not null default 0
  root_id bigint
  ended_on date
  constraint dimension_item_pkey PRIMARY KEY (dimension, key)
  constraint dimension_item_dimension_fkey FOREIGN KEY (dimension) REFERENCES dimension(key) ON DELETE CASCADE
  constraint dimension_item_root_id_fkey FOREIGN KEY (root_id) REFERENCES unit(id)
  constraint dimension_item_key_check CHECK ((key ~ '^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$'::text))

dimension_item_end
  root_id bigint not null
  dimension text not null
  key text not null
  ended_on date not null
  constraint dimension_item_end_pkey PRIMARY KEY (root_id, dimension, key)
  constraint dimension_item_end_dimension_key_fkey FOREIGN KEY (dimension, key) REFERENCES dimension_item(dimension, key) ON DELETE CASCADE
  constraint dimension_item_end_root_id_fkey FOREIGN KEY (root_id) REFERENCES unit(id)

document
  id bigint not null identity
  status text not null
  sha256 text
  file_name text
  waiting text
  media_type text
  format text
  size bigint not null
  progress jsonb
  problem jsonb
  type text
  number text collate vi
  number_key text
  issued_on date
  issuer text collate vi
  title text collate vi
  title_key text
  tasks integer not null default 0
  warnings integer not null default 0
  search text not null default ''::text
  search_exact text not null default ''::text
  revision_of bigint
  proposed_revision jsonb
  superseded_by bigint
  demo boolean not null default false
  created_at timestamp with time zone not null default now()
  read_at timestamp with time zone
  accepted_at timestamp with time zone
  owner_id bigint
  root_id bigint
  constraint document_waiting_key UNIQUE (waiting)
  constraint document_pkey PRIMARY KEY (id)
  constraint document_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES unit(id)
  constraint document_revision_of_fkey FOREIGN KEY (revision_of) REFERENCES document(id) ON DELETE SET NULL
  constraint document_root_id_fkey FOREIGN KEY (root_id) REFERENCES unit(id)
  constraint document_superseded_by_fkey FOREIGN KEY (superseded_by) REFERENCES document(id)
  constraint document_check CHECK (((status = 'reading'::text) OR (file_name IS NOT NULL)))
  constraint document_check1 CHECK (((status = ANY (ARRAY['reading'::text, 'failed'::text])) OR ((sha256 IS NOT NULL) AND (format IS NOT NULL))))
  constraint document_check2 CHECK (((status = ANY (ARRAY['accepted'::text, 'superseded'::text])) = (accepted_at IS NOT NULL)))
  constraint document_status_check CHECK ((status = ANY (ARRAY['reading'::text, 'review'::text, 'accepted'::text, 'superseded'::text, 'failed'::text])))
  CREATE UNIQUE INDEX document_file ON public.document USING btree (root_id, sha256) NULLS NOT DISTINCT WHERE (sha256 IS NOT NULL)
  CREATE INDEX document_number_key_idx ON public.document USING btree (number_key)
  CREATE INDEX document_owner_id_idx ON public.document USING btree (owner_id)
  CREATE INDEX document_revision_of_idx ON public.document USING btree (revision_of)
  CREATE INDEX document_root_id_idx ON public.document USING btree (root_id)
  CREATE INDEX document_search ON public.document USING gin (search gin_trgm_ops)
  CREATE INDEX document_status_idx ON public.document USING btree (status)
  CREATE INDEX document_superseded_by_idx ON public.document USING btree (superseded_by)
  CREATE INDEX document_title_key_idx ON public.document USING btree (title_key)

draft
  document_id bigint not null
  version integer not null
  cursor integer not null
  data jsonb not null
  constraint draft_pkey PRIMARY KEY (document_id)
  constraint draft_document_id_fkey FOREIGN KEY (document_id) REFERENCES document(id) ON DELETE CASCADE

draft_step
  document_id bigint not null
  seq integer not null
  operations jsonb not null
  at timestamp with time zone not null default now()
  constraint draft_step_pkey PRIMARY KEY (document_id, seq)
  constraint draft_step_document_id_fkey FOREIGN KEY (document_id) REFERENCES draft(document_id) ON DELETE CASCADE

due_change
  id bigint not null identity
  duty_id bigint not null
  on_day date not null
  before_on date
  after_on date
  constraint due_change_pkey PRIMARY KEY (id)
  constraint due_change_duty_id_fkey FOREIGN KEY (duty_id) REFERENCES duty(id) ON DELETE CASCADE
  CREATE INDEX due_change_duty_id_id_idx ON public.due_change USING btree (duty_id, id)
  CREATE INDEX due_change_on_day_idx ON public.due_change USING btree (on_day)

duty
  id bigint not null identity
  task_id bigint not null
  unit_id bigint not null
  role text not null
  part text
  period text
  opened_on date not null
  due_on date
  first_due_on date
  done_on date
  received_on date
  reported_at timestamp with time zone
  confirmed_on date
  cancelled_on date
  returned boolean not null default false
  once_late boolean not null default false
  progress smallint
  last_moved_on date not null
  confirmer_id bigint
  plan_id bigint
  own_plan_id bigint
  root_id bigint not null
  group_id bigint
  year smallint not null
  version integer not null default 1
  done_floor date
  constraint duty_task_id_unit_id_role_period_key UNIQUE NULLS NOT DISTINCT (task_id, unit_id, role, period)
  constraint duty_pkey PRIMARY KEY (id)
  constraint duty_confirmer_id_fkey FOREIGN KEY (confirmer_id) REFERENCES unit(id)
  constraint duty_group_id_fkey FOREIGN KEY (group_id) REFERENCES task_group(id)
  constraint duty_own_plan_id_fkey FOREIGN KEY (own_plan_id) REFERENCES plan(id)
  constraint duty_plan_id_fkey FOREIGN KEY (plan_id) REFERENCES plan(id)
  constraint duty_root_id_fkey FOREIGN KEY (root_id) REFERENCES unit(id)
  constraint duty_task_id_fkey FOREIGN KEY (task_id) REFERENCES task(id)
  constraint duty_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id)
  constraint duty_check CHECK (((done_on IS NOT NULL) OR (confirmed_on IS NULL)))
  constraint duty_progress_check CHECK (((progress >= 0) AND (progress <= 100)))
  constraint duty_role_check CHECK ((role = ANY (ARRAY['lead'::text, 'coordinating'::text])))
  CREATE INDEX duty_confirmer_tree ON public.duty USING btree (confirmer_id, root_id)
  CREATE INDEX duty_moved ON public.duty USING btree (last_moved_on, id)
  CREATE INDEX duty_open_due ON public.duty USING btree (due_on, id) WHERE ((done_on IS NULL) AND (cancelled_on IS NULL))
  CREATE INDEX duty_plan_id_idx ON public.duty USING btree (plan_id)
  CREATE INDEX duty_root_id_due_on_id_idx ON public.duty USING btree (root_id, due_on, id)
  CREATE INDEX duty_root_id_last_moved_on_id_idx ON public.duty USING btree (root_id, last_moved_on, id)
  CREATE INDEX duty_root_id_year_idx ON public.duty USING btree (root_id, year)
  CREATE INDEX duty_root_open ON public.duty USING btree (root_id, due_on, id) WHERE ((done_on IS NULL) AND (cancelled_on IS NULL))
  CREATE INDEX duty_task_year ON public.duty USING btree (task_id, year)
  CREATE INDEX duty_to_confirm ON public.duty USING btree (confirmer_id) WHERE ((done_on IS NOT NULL) AND (confirmed_on IS NULL) AND (cancelled_on IS NULL))
  CREATE INDEX duty_unit_id_due_on_id_idx ON public.duty USING btree (unit_id, due_on, id)
  CREATE INDEX duty_unit_id_year_idx ON public.duty USING btree (unit_id, year)
  CREATE INDEX duty_unit_moved ON public.duty USING btree (unit_id, last_moved_on, id)
  CREATE INDEX duty_unit_open ON public.duty USING btree (unit_id, due_on, id) WHERE ((done_on IS NULL) AND (cancelled_on IS NULL))
  CREATE TRIGGER duty_counted_changed AFTER UPDATE ON public.duty REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION count_changed_duties()
  CREATE TRIGGER duty_counted_gone AFTER DELETE ON public.duty REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION count_gone_duties()
  CREATE TRIGGER duty_counted_new AFTER INSERT ON public.duty REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION count_new_duties()
  CREATE TRIGGER duty_lets_extensions_go BEFORE DELETE ON public.duty FOR EACH ROW EXECUTE FUNCTION let_extensions_go()

duty_event
  id bigint not null identity
  duty_id bigint not null
  at timestamp with time zone not null default now()
  day date not null
  person_id bigint
  action text not null
  note text
  detail jsonb
  constraint duty_event_pkey PRIMARY KEY (id)
  constraint duty_event_duty_id_fkey FOREIGN KEY (duty_id) REFERENCES duty(id) ON DELETE CASCADE
  constraint duty_event_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
  CREATE INDEX duty_event_duty_id_id_idx ON public.duty_event USING btree (duty_id, id)

duty_milestone
  duty_id bigint not null
  no integer not null
  title text not null
  due_on date
  done_on date
  constraint duty_milestone_pkey PRIMARY KEY (duty_id, no)
  constraint duty_milestone_duty_id_fkey FOREIGN KEY (duty_id) REFERENCES duty(id) ON DELETE CASCADE

duty_move
  reorganisation_id bigint not null
  duty_id bigint not null
  from_unit_id bigint not null
  to_unit_id bigint not null
  on_day date not null
  constraint duty_move_pkey PRIMARY KEY (reorganisation_id, duty_id)
  constraint duty_move_duty_id_fkey FOREIGN KEY (duty_id) REFERENCES duty(id) ON DELETE CASCADE
  constraint duty_move_from_unit_id_fkey FOREIGN KEY (from_unit_id) REFERENCES unit(id)
  constraint duty_move_reorganisation_id_fkey FOREIGN KEY (reorganisation_id) REFERENCES reorganisation(id) ON DELETE CASCADE
  constraint duty_move_to_unit_id_fkey FOREIGN KEY (to_unit_id) REFERENCES unit(id)
  CREATE INDEX duty_move_duty_id_idx ON public.duty_move USING btree (duty_id)
  CREATE INDEX duty_move_on_day_idx ON public.duty_move USING btree (on_day)

duty_transfer
  id bigint not null identity
  duty_id bigint not null
  from_unit_id bigint not null
  to_unit_id bigint not null
  on_day date not null
  reorganisation_id bigint
  reason text
  person_id bigint
  at timestamp with time zone not null default now()
  from_root_id bigint
  constraint duty_transfer_pkey PRIMARY KEY (id)
  constraint duty_transfer_duty_id_fkey FOREIGN KEY (duty_id) REFERENCES duty(id) ON DELETE CASCADE
  constraint duty_transfer_from_root_id_fkey FOREIGN KEY (from_root_id) REFERENCES unit(id)
  constraint duty_transfer_from_unit_id_fkey FOREIGN KEY (from_unit_id) REFERENCES unit(id)
  constraint duty_transfer_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
  constraint duty_transfer_reorganisation_id_fkey FOREIGN KEY (reorganisation_id) REFERENCES reorganisation(id)
  constraint duty_transfer_to_unit_id_fkey FOREIGN KEY (to_unit_id) REFERENCES unit(id)
  CREATE INDEX duty_transfer_duty_id_idx ON public.duty_transfer USING btree (duty_id)
  CREATE INDEX duty_transfer_from_unit_id_idx ON public.duty_transfer USING btree (from_unit_id)

evidence
  id bigint not null identity
  duty_id bigint
  output integer
  kind text not null
  title text collate vi not null
  url text
  sha256 text
  file_name text
  media_type text
  size bigint
  added_by bigint
  added_at timestamp with time zone not null default now()
  removed_at timestamp with time zone
  state text not null default 'kept'::text
  waiting text
  refusal text
  report_id bigint
  constraint evidence_pkey PRIMARY KEY (id)
  constraint evidence_added_by_fkey FOREIGN KEY (added_by) REFERENCES person(id)
  constraint evidence_duty_id_fkey FOREIGN KEY (duty_id) REFERENCES duty(id) ON DELETE CASCADE
  constraint evidence_report_id_fkey FOREIGN KEY (report_id) REFERENCES report(id) ON DELETE CASCADE
  constraint evidence_check CHECK ((((kind = 'file'::text) AND (state <> 'refused'::text)) = (sha256 IS NOT NULL)))
  constraint evidence_check1 CHECK (((kind <> 'link'::text) OR (url IS NOT NULL)))
  constraint evidence_check2 CHECK (((state = 'checking'::text) = (waiting IS NOT NULL)))
  constraint evidence_check3 CHECK (((state = 'refused'::text) = (refusal IS NOT NULL)))
  constraint evidence_check4 CHECK (((state = 'kept'::text) OR ((file_name IS NULL) AND (title = ''::text))))
  constraint evidence_check5 CHECK ((num_nonnulls(duty_id, report_id) = 1))
  constraint evidence_check6 CHECK (((report_id IS NULL) OR (kind = 'file'::text)))
  constraint evidence_kind_check CHECK ((kind = ANY (ARRAY['file'::text, 'link'::text, 'record'::text])))
  constraint evidence_refusal_check CHECK ((refusal = ANY (ARRAY['secret-mark'::text, 'unreadable'::text])))
  constraint evidence_state_check CHECK ((state = ANY (ARRAY['checking'::text, 'kept'::text, 'refused'::text])))
  CREATE INDEX evidence_duty_id_idx ON public.evidence USING btree (duty_id)
  CREATE INDEX evidence_id_idx ON public.evidence USING btree (id) WHERE (state = 'checking'::text)
  CREATE INDEX evidence_report_id_idx ON public.evidence USING btree (report_id) WHERE (report_id IS NOT NULL)
  CREATE INDEX evidence_sha256_idx ON public.evidence USING btree (sha256)

exchange_document
  message_id bigint not null
  ordinal integer not null
  name text not null
  document_id bigint
  refused text
  sha256 text
  constraint exchange_document_pkey PRIMARY KEY (message_id, ordinal)
  constraint exchange_document_message_id_fkey FOREIGN KEY (message_id) REFERENCES exchange_message(id) ON DELETE CASCADE

exchange_message
  id bigint not null identity
  unit_id bigint not null
  sender_code text not null
  sender_name text not null
  external_id text not null
  number text
  issued_on date
  subject text
  received_at timestamp with time zone not null default now()
  recall_asked_at timestamp with time zone
  recall_reason text
  recall_answer text
  recall_answered_at timestamp with time zone
  recall_answered_by bigint
  recall_note text
  replaced_by bigint
  constraint exchange_message_unit_id_sender_code_external_id_key UNIQUE (unit_id, sender_code, external_id)
  constraint exchange_message_pkey PRIMARY KEY (id)
  constraint exchange_message_recall_answered_by_fkey FOREIGN KEY (recall_answered_by) REFERENCES person(id)
  constraint exchange_message_replaced_by_fkey FOREIGN KEY (replaced_by) REFERENCES exchange_message(id)
  constraint exchange_message_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id)
  constraint exchange_message_check CHECK (((recall_answer IS NULL) = (recall_answered_at IS NULL)))
  constraint exchange_message_check1 CHECK (((recall_answer IS NULL) OR (recall_asked_at IS NOT NULL)))
  constraint exchange_message_recall_answer_check CHECK ((recall_answer = ANY (ARRAY['15'::text, '16'::text])))

exchange_peer
  id bigint not null identity
  unit_id bigint not null
  name text collate vi not null
  code text not null
  url text not null
  token text
  key_hash text not null
  active boolean not null default true
  version integer not null default 1
  created_by bigint
  created_at timestamp with time zone not null
  tried_at timestamp with time zone
  tried_id text
  tried_answered integer
  tried_problem text
  tried_code text
  tried_code_at timestamp with time zone
  constraint exchange_peer_key_hash_key UNIQUE (key_hash)
  constraint exchange_peer_unit_id_code_key UNIQUE (unit_id, code)
  constraint exchange_peer_pkey PRIMARY KEY (id)
  constraint exchange_peer_created_by_fkey FOREIGN KEY (created_by) REFERENCES person(id)
  constraint exchange_peer_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id)
  constraint exchange_peer_tried_code_check CHECK ((tried_code = ANY (ARRAY['01'::text, '02'::text, '03'::text, '04'::text, '05'::text, '06'::text, '13'::text, '15'::text, '16'::text])))

extension
  id bigint not null identity
  duty_id bigint not null
  asked_on date not null
  asked_by bigint
  wanted_on date not null
  reason text not null
  decided_on date
  decided_by bigint
  granted boolean
  due_on date
  before_on date
  answer text
  constraint extension_pkey PRIMARY KEY (id)
  constraint extension_asked_by_fkey FOREIGN KEY (asked_by) REFERENCES person(id)
  constraint extension_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES person(id)
  constraint extension_duty_id_fkey FOREIGN KEY (duty_id) REFERENCES duty(id) ON DELETE CASCADE
  constraint extension_check CHECK (((granted IS NULL) = (decided_on IS NULL)))
  constraint extension_check1 CHECK (((granted IS NOT TRUE) OR (due_on IS NOT NULL)))
  CREATE INDEX extension_duty_id_idx ON public.extension USING btree (duty_id)
  CREATE UNIQUE INDEX extension_open ON public.extension USING btree (duty_id) WHERE (decided_on IS NULL)
  CREATE TRIGGER extension_counted_changed AFTER UPDATE ON public.extension REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION count_extensions()
  CREATE TRIGGER extension_counted_gone AFTER DELETE ON public.extension REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION count_extensions()
  CREATE TRIGGER extension_counted_new AFTER INSERT ON public.extension REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION count_extensions()

feed
  id bigint not null identity
  person_id bigint not null
  unit_id bigint
  hash text not null
  created_at timestamp with time zone not null default now()
  revoked_at timestamp with time zone
  constraint feed_hash_key UNIQUE (hash)
  constraint feed_pkey PRIMARY KEY (id)
  constraint feed_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE
  constraint feed_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id)

figure_change
  id bigint not null identity
  report_id bigint not null
  indicator_id bigint not null
  cell text collate C not null
  before numeric
  after numeric
  derived numeric
  reason text
  person_id bigint
  at timestamp with time zone not null default now()
  detail jsonb
  constraint figure_change_pkey PRIMARY KEY (id)
  constraint figure_change_indicator_id_fkey FOREIGN KEY (indicator_id) REFERENCES indicator(id)
  constraint figure_change_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
  constraint figure_change_report_id_fkey FOREIGN KEY (report_id) REFERENCES report(id) ON DELETE CASCADE
  CREATE INDEX figure_change_report_id_indicator_id_id_idx ON public.figure_change USING btree (report_id, indicator_id, id)

figure_part
 SELECT report_figure.report_id,
    report_figure.indicator_id,
    report_figure.cell,
    ('' COLLATE "C") AS key,
        CASE report_figure.rule
            WHEN 'average'::text THEN (report_figure.value * report_figure.weight)
            WHEN 'distinct'::text THEN (0)::numeric
            ELSE report_figure.value
        END AS num,
        CASE report_figure.rule
            WHEN 'average'::text THEN report_figure.weight
            ELSE (0)::numeric
        END AS den,
    1 AS n
   FROM report_figure
  WHERE
        CASE report_figure.rule
            WHEN 'distinct'::text THEN (report_figure.keys IS NOT NULL)
            WHEN 'average'::text THEN ((report_figure.value IS NOT NULL) AND (report_figure.weight IS NOT NULL))
            ELSE (report_figure.value IS NOT NULL)
        END
UNION ALL
 SELECT f.report_id,
    f.indicator_id,
    f.cell,
    (k.key COLLATE "C") AS key,
    1 AS num,
    0 AS den,
    1 AS n
   FROM (report_figure f
     CROSS JOIN LATERAL unnest(f.keys) k(key))
  WHERE (f.rule = 'distinct'::text);

figure_parts(report_figure,integer)
CREATE OR REPLACE FUNCTION public.figure_parts(f report_figure, sign integer)
 RETURNS TABLE(indicator_id bigint, cell text, key text, num numeric, den numeric, n integer)
 LANGUAGE sql
 IMMUTABLE
AS $function$
  select f.indicator_id, f.cell, '',
    sign * case f.rule when 'average' then f.value * f.weight when 'distinct' then 0 else f.value end,
    sign * case f.rule when 'average' then f.weight else 0 end, sign
  where case f.rule when 'distinct' then f.keys is not null when 'average' then f.value is not null and f.weight is not null
    else f.value is not null end
  union all select f.indicator_id, f.cell, k, sign, 0, sign from unnest(f.keys) as x(k) where f.rule = 'distinct'
$function$


finding
  id bigint not null identity
  inspection_id bigint not null
  duty_id bigint
  text text not null
  remedy text not null
  remedy_by date not null
  remedied_on date
  remedied_note text
  constraint finding_pkey PRIMARY KEY (id)
  constraint finding_duty_id_fkey FOREIGN KEY (duty_id) REFERENCES duty(id)
  constraint finding_inspection_id_fkey FOREIGN KEY (inspection_id) REFERENCES inspection(id) ON DELETE CASCADE
  CREATE INDEX finding_inspection_id_idx ON public.finding USING btree (inspection_id)

fold_rollup(integer)
CREATE OR REPLACE FUNCTION public.fold_rollup(most integer)
 RETURNS integer
 LANGUAGE plpgsql
AS $function$
declare ids bigint[]; nodes bigint[];
begin
  perform 1 from rollup_state for update skip locked;
  if not found then return 0; end if;
  ids := array(select id from rollup_entry order by id limit most);
  if ids = '{}' then return 0; end if;
  with gone as (delete from rollup_entry where id = any(ids) returning *),
    added as (
      insert into rollup as r (report_id, indicator_id, cell, key, num, den, n)
      select report_id, indicator_id, cell, key, sum(num), sum(den), sum(n) from gone
      group by 1, 2, 3, 4 having sum(num) <> 0 or sum(den) <> 0 or sum(n) <> 0
      on conflict (report_id, indicator_id, cell, key)
        do update set num = r.num + excluded.num, den = r.den + excluded.den, n = r.n + excluded.n
      returning report_id)
  select array_agg(distinct report_id) from added into nodes;
  delete from rollup where report_id = any(nodes) and n = 0 and num = 0 and den = 0;
  update rollup_state set generation = generation + 1;
  return cardinality(ids);
end $function$


fold_tally(integer)
CREATE OR REPLACE FUNCTION public.fold_tally(most integer)
 RETURNS integer
 LANGUAGE plpgsql
AS $function$
declare ids bigint[]; units bigint[]; roots bigint[];
begin
  perform 1 from tally_state for update skip locked;
  if not found then return 0; end if;
  ids := array(select id from tally_entry order by id limit most);
  if ids = '{}' then return 0; end if;
  with gone as (delete from tally_entry where id = any(ids) returning *),
    by_unit as (
      insert into unit_count as c (unit_id, root_id, role, group_id, year, bucket, outcome, n)
      select unit_id, root_id, role, group_id, year, bucket, outcome, sum(n) from gone
      group by 1, 2, 3, 4, 5, 6, 7 having sum(n) <> 0
      on conflict (unit_id, year, role, outcome, bucket, group_id, root_id) do update set n = c.n + excluded.n
      returning unit_id),
    by_root as (
      insert into root_count as c (root_id, role, group_id, year, bucket, outcome, n)
      select root_id, role, group_id, year, bucket, outcome, sum(n) from gone
      group by 1, 2, 3, 4, 5, 6 having sum(n) <> 0
      on conflict (root_id, year, role, outcome, bucket, group_id) do update set n = c.n + excluded.n
      returning root_id),
    years as (
      insert into unit_year (unit_id, root_id, year) select distinct unit_id, root_id, year from gone on conflict do nothing)
  select (select array_agg(distinct unit_id) from by_unit), (select array_agg(distinct root_id) from by_root) into units, roots;
  delete from unit_count where unit_id = any(units) and n = 0;
  delete from root_count where root_id = any(roots) and n = 0;
  update tally_state set generation = generation + 1;
  return cardinality(ids);
end $function$


house_key
  name text not null
  value text not null
  constraint house_key_pkey PRIMARY KEY (name)

indicator
  id bigint not null identity
  owner_id bigint
  root_id bigint
  code text not null
  body jsonb not null
  ordinal integer not null default 0
  proposed boolean not null default false
  ended_on date
  version integer not null default 1
  changed_at timestamp with time zone not null default now()
  constraint indicator_owner_id_code_key UNIQUE NULLS NOT DISTINCT (owner_id, code)
  constraint indicator_pkey PRIMARY KEY (id)
  constraint indicator_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES unit(id)
  constraint indicator_root_id_fkey FOREIGN KEY (root_id) REFERENCES unit(id)
  constraint indicator_code_check CHECK ((code ~ '^[A-Z0-9][A-Z0-9.-]{0,29}$'::text))

indicator_target
  id bigint not null identity
  indicator_id bigint not null
  unit_id bigint not null
  period text not null
  cell text collate C not null default ''::text
  value numeric not null
  plan_id bigint
  note text
  version integer not null default 1
  person_id bigint
  at timestamp with time zone not null default now()
  constraint indicator_target_indicator_id_unit_id_period_cell_key UNIQUE (indicator_id, unit_id, period, cell)
  constraint indicator_target_pkey PRIMARY KEY (id)
  constraint indicator_target_indicator_id_fkey FOREIGN KEY (indicator_id) REFERENCES indicator(id) ON DELETE CASCADE
  constraint indicator_target_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
  constraint indicator_target_plan_id_fkey FOREIGN KEY (plan_id) REFERENCES plan(id) ON DELETE SET NULL
  constraint indicator_target_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id)
  CREATE INDEX indicator_target_unit_id_period_idx ON public.indicator_target USING btree (unit_id, period)

indicator_version
  indicator_id bigint not null
  version integer not null
  body jsonb not null
  at timestamp with time zone not null default now()
  person_id bigint
  constraint indicator_version_pkey PRIMARY KEY (indicator_id, version)
  constraint indicator_version_indicator_id_fkey FOREIGN KEY (indicator_id) REFERENCES indicator(id) ON DELETE CASCADE
  constraint indicator_version_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)

inspection
  id bigint not null identity
  root_id bigint not null
  by_unit_id bigint not null
  unit_id bigint not null
  on_day date not null
  members text not null default ''::text
  summary text not null default ''::text
  version integer not null default 1
  created_by bigint
  created_at timestamp with time zone not null default now()
  constraint inspection_pkey PRIMARY KEY (id)
  constraint inspection_by_unit_id_fkey FOREIGN KEY (by_unit_id) REFERENCES unit(id)
  constraint inspection_created_by_fkey FOREIGN KEY (created_by) REFERENCES person(id)
  constraint inspection_root_id_fkey FOREIGN KEY (root_id) REFERENCES unit(id)
  constraint inspection_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id)
  CREATE INDEX inspection_root_id_on_day_idx ON public.inspection USING btree (root_id, on_day)
  CREATE INDEX inspection_unit_id_on_day_idx ON public.inspection USING btree (unit_id, on_day)

invitation
  hash text not null
  person_id bigint not null
  kind text not null
  created_by bigint
  created_at timestamp with time zone not null
  expires_at timestamp with time zone not null
  used_at timestamp with time zone
  constraint invitation_pkey PRIMARY KEY (hash)
  constraint invitation_created_by_fkey FOREIGN KEY (created_by) REFERENCES person(id)
  constraint invitation_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE
  constraint invitation_kind_check CHECK ((kind = ANY (ARRAY['invite'::text, 'reset'::text])))
  CREATE INDEX invitation_person_id_idx ON public.invitation USING btree (person_id)

is_set(text[])
CREATE OR REPLACE FUNCTION public.is_set(list text[])
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
  select count(*) = count(distinct k) and coalesce(bool_and(k <> ''), true) from unnest(list) as x(k)
$function$


let_extensions_go()
CREATE OR REPLACE FUNCTION public.let_extensions_go()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$ begin
  delete from extension where duty_id = old.id;
  return old;
end $function$


migration
  name text not null
  applied_at timestamp with time zone not null default now()
  constraint migration_pkey PRIMARY KEY (name)

notice
  id bigint not null identity
  person_id bigint not null
  kind text not null
  data jsonb not null
  duty_id bigint
  plan_id bigint
  at timestamp with time zone not null default now()
  read_at timestamp with time zone
  mail text not null default 'none'::text
  mailed_at timestamp with time zone
  report_id bigint
  outgoing_id bigint
  constraint notice_pkey PRIMARY KEY (id)
  constraint notice_duty_id_fkey FOREIGN KEY (duty_id) REFERENCES duty(id) ON DELETE CASCADE
  constraint notice_outgoing_id_fkey FOREIGN KEY (outgoing_id) REFERENCES outgoing(id) ON DELETE CASCADE
  constraint notice_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
  constraint notice_plan_id_fkey FOREIGN KEY (plan_id) REFERENCES plan(id) ON DELETE CASCADE
  constraint notice_report_id_fkey FOREIGN KEY (report_id) REFERENCES report(id) ON DELETE CASCADE
  constraint notice_mail_check CHECK ((mail = ANY (ARRAY['none'::text, 'digest'::text, 'now'::text, 'sent'::text, 'failed'::text])))
  CREATE INDEX notice_person_id_id_idx ON public.notice USING btree (person_id, id)
  CREATE INDEX notice_to_mail ON public.notice USING btree (mail, id) WHERE (mail = ANY (ARRAY['digest'::text, 'now'::text]))
  CREATE INDEX notice_unread ON public.notice USING btree (person_id) WHERE (read_at IS NULL)

notice_wish
  person_id bigint not null
  kind text not null
  app boolean not null
  mail text not null
  constraint notice_wish_pkey PRIMARY KEY (person_id, kind)
  constraint notice_wish_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE
  constraint notice_wish_mail_check CHECK ((mail = ANY (ARRAY['off'::text, 'digest'::text, 'now'::text])))

number_entry
  id bigint not null identity
  unit_id bigint not null
  root_id bigint not null
  year smallint not null
  series text not null
  number integer not null
  type text not null
  body text
  drafter text
  symbol text
  status text not null
  taken_by bigint
  taken_name text
  taken_at timestamp with time zone not null
  purpose text
  until date
  issued_on date
  title text collate vi
  signer text collate vi
  recipients text[] not null default '{}'::text[]
  archive text
  copies integer
  sent_on date
  received_by text
  note text
  cancelled_by bigint
  cancelled_name text
  cancelled_at timestamp with time zone
  cancel_reason text
  demo boolean not null default false
  search text not null default ''::text
  search_exact text not null default ''::text
  version integer not null default 1
  plan_id bigint
  outside boolean not null default false
  constraint number_entry_unit_id_year_number_symbol_key UNIQUE (unit_id, year, number, symbol)
  constraint number_entry_unit_id_year_series_number_key UNIQUE (unit_id, year, series, number)
  constraint number_entry_pkey PRIMARY KEY (id)
  constraint number_entry_cancelled_by_fkey FOREIGN KEY (cancelled_by) REFERENCES person(id)
  constraint number_entry_plan_id_fkey FOREIGN KEY (plan_id) REFERENCES plan(id) ON DELETE SET NULL
  constraint number_entry_root_id_fkey FOREIGN KEY (root_id) REFERENCES unit(id)
  constraint number_entry_taken_by_fkey FOREIGN KEY (taken_by) REFERENCES person(id)
  constraint number_entry_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id)
  constraint number_entry_check CHECK (((status = 'used'::text) <= ((issued_on IS NOT NULL) AND (symbol IS NOT NULL))))
  constraint number_entry_check1 CHECK (((status = 'cancelled'::text) = (cancelled_at IS NOT NULL)))
  constraint number_entry_check2 CHECK (((status = 'cancelled'::text) = (cancel_reason IS NOT NULL)))
  constraint number_entry_number_check CHECK ((number > 0))
  constraint number_entry_status_check CHECK ((status = ANY (ARRAY['reserved'::text, 'used'::text, 'cancelled'::text])))
  CREATE INDEX number_entry_plan_id_idx ON public.number_entry USING btree (plan_id) WHERE (plan_id IS NOT NULL)
  CREATE INDEX number_entry_unit_id_year_series_issued_on_idx ON public.number_entry USING btree (unit_id, year, series, issued_on)

number_scheme
  unit_id bigint not null
  from_year smallint not null
  series text not null
  own_series text[] not null default '{}'::text[]
  abbreviation text not null
  symbol text not null
  letter_symbol text not null
  drafters jsonb not null default '[]'::jsonb
  bodies jsonb not null default '[]'::jsonb
  version integer not null default 1
  changed_by bigint
  changed_at timestamp with time zone not null default now()
  constraint number_scheme_pkey PRIMARY KEY (unit_id, from_year)
  constraint number_scheme_changed_by_fkey FOREIGN KEY (changed_by) REFERENCES person(id)
  constraint number_scheme_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id)
  constraint number_scheme_series_check CHECK ((series = ANY (ARRAY['common'::text, 'by-type'::text])))

number_series
  unit_id bigint not null
  year smallint not null
  code text not null
  last integer not null default 0
  begun_after integer not null default 0
  begun_reason text
  constraint number_series_pkey PRIMARY KEY (unit_id, year, code)
  constraint number_series_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id)
  constraint number_series_check CHECK ((last >= begun_after))

outgoing
  id bigint not null identity
  owner_id bigint not null
  root_id bigint not null
  drafter_id bigint
  status text not null
  type text not null
  title text collate vi not null
  content jsonb not null
  draft_no integer not null default 1
  version integer not null default 1
  body text
  plan_id bigint
  report_id bigint
  document_id bigint
  number_id bigint
  number integer
  symbol text
  issued_on date
  submitted_by bigint
  signed_by bigint
  signed_at timestamp with time zone
  signature text
  issued_by bigint
  issued_at timestamp with time zone
  recalled_at timestamp with time zone
  recall_reason text
  demo boolean not null default false
  search text not null default ''::text
  search_exact text not null default ''::text
  created_by bigint
  created_at timestamp with time zone not null default now()
  changed_at timestamp with time zone not null default now()
  constraint outgoing_number_id_key UNIQUE (number_id)
  constraint outgoing_pkey PRIMARY KEY (id)
  constraint outgoing_created_by_fkey FOREIGN KEY (created_by) REFERENCES person(id)
  constraint outgoing_document_id_fkey FOREIGN KEY (document_id) REFERENCES document(id) ON DELETE SET NULL
  constraint outgoing_drafter_id_fkey FOREIGN KEY (drafter_id) REFERENCES unit(id)
  constraint outgoing_issued_by_fkey FOREIGN KEY (issued_by) REFERENCES person(id)
  constraint outgoing_number_id_fkey FOREIGN KEY (number_id) REFERENCES number_entry(id)
  constraint outgoing_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES unit(id)
  constraint outgoing_plan_id_fkey FOREIGN KEY (plan_id) REFERENCES plan(id) ON DELETE SET NULL
  constraint outgoing_root_id_fkey FOREIGN KEY (root_id) REFERENCES unit(id)
  constraint outgoing_signed_by_fkey FOREIGN KEY (signed_by) REFERENCES person(id)
  constraint outgoing_submitted_by_fkey FOREIGN KEY (submitted_by) REFERENCES person(id)
  constraint outgoing_check CHECK (((status = ANY (ARRAY['numbered'::text, 'issued'::text, 'recalled'::text])) = (number_id IS NOT NULL)))
  constraint outgoing_check1 CHECK (((status = ANY (ARRAY['issued'::text, 'recalled'::text])) = (issued_at IS NOT NULL)))
  constraint outgoing_check2 CHECK (((status = 'recalled'::text) = (recalled_at IS NOT NULL)))
  constraint outgoing_status_check CHECK ((status = ANY (ARRAY['draft'::text, 'submitted'::text, 'returned'::text, 'signed'::text, 'numbered'::text, 'issued'::text, 'recalled'::text])))
  CREATE INDEX outgoing_document_id_idx ON public.outgoing USING btree (document_id)
  CREATE INDEX outgoing_owner_id_changed_at_idx ON public.outgoing USING btree (owner_id, changed_at DESC)
  CREATE INDEX outgoing_plan_id_idx ON public.outgoing USING btree (plan_id)
  CREATE INDEX outgoing_report_id_idx ON public.outgoing USING btree (report_id)
  CREATE INDEX outgoing_root_id_idx ON public.outgoing USING btree (root_id)

outgoing_comment
  id bigint not null identity
  outgoing_id bigint not null
  draft_no integer not null
  path text
  text text not null
  at timestamp with time zone not null
  person_id bigint
  who text not null
  resolved_at timestamp with time zone
  resolved_who text
  constraint outgoing_comment_pkey PRIMARY KEY (id)
  constraint outgoing_comment_outgoing_id_fkey FOREIGN KEY (outgoing_id) REFERENCES outgoing(id) ON DELETE CASCADE
  constraint outgoing_comment_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
  CREATE INDEX outgoing_comment_outgoing_id_id_idx ON public.outgoing_comment USING btree (outgoing_id, id)

outgoing_draft
  outgoing_id bigint not null
  no integer not null
  content jsonb not null
  at timestamp with time zone not null
  person_id bigint
  who text not null
  note text
  begun_at timestamp with time zone
  constraint outgoing_draft_pkey PRIMARY KEY (outgoing_id, no)
  constraint outgoing_draft_outgoing_id_fkey FOREIGN KEY (outgoing_id) REFERENCES outgoing(id) ON DELETE CASCADE
  constraint outgoing_draft_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)

outgoing_event
  id bigint not null identity
  outgoing_id bigint not null
  at timestamp with time zone not null
  person_id bigint
  who text not null
  action text not null
  reason text
  detail jsonb
  constraint outgoing_event_pkey PRIMARY KEY (id)
  constraint outgoing_event_outgoing_id_fkey FOREIGN KEY (outgoing_id) REFERENCES outgoing(id) ON DELETE CASCADE
  constraint outgoing_event_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
  CREATE INDEX outgoing_event_outgoing_id_id_idx ON public.outgoing_event USING btree (outgoing_id, id)

outgoing_file
  outgoing_id bigint not null
  kind text not null
  sha256 text not null
  size integer not null
  made_at timestamp with time zone not null
  constraint outgoing_file_pkey PRIMARY KEY (outgoing_id, kind)
  constraint outgoing_file_outgoing_id_fkey FOREIGN KEY (outgoing_id) REFERENCES outgoing(id) ON DELETE CASCADE
  constraint outgoing_file_kind_check CHECK ((kind = ANY (ARRAY['docx'::text, 'pdf'::text])))
  CREATE INDEX outgoing_file_sha256_idx ON public.outgoing_file USING btree (sha256)

outgoing_link
  from_id bigint not null
  to_id bigint not null
  kind text not null
  reason text not null
  constraint outgoing_link_pkey PRIMARY KEY (from_id, to_id)
  constraint outgoing_link_from_id_fkey FOREIGN KEY (from_id) REFERENCES outgoing(id) ON DELETE CASCADE
  constraint outgoing_link_to_id_fkey FOREIGN KEY (to_id) REFERENCES outgoing(id) ON DELETE CASCADE
  constraint outgoing_link_kind_check CHECK ((kind = ANY (ARRAY['corrects'::text, 'replaces'::text])))
  CREATE INDEX outgoing_link_to_id_idx ON public.outgoing_link USING btree (to_id)

outgoing_receiver
  id bigint not null identity
  outgoing_id bigint not null
  name text not null
  way text not null
  unit_id bigint
  email text
  peer_id bigint
  state text not null
  attempts integer not null default 0
  answered integer
  problem text
  added_by bigint
  added_at timestamp with time zone not null
  sent_at timestamp with time zone
  last_at timestamp with time zone
  recall text
  recalled_at timestamp with time zone
  code text
  code_at timestamp with time zone
  code_note text
  external_id text
  received_by text
  received_on date
  sending_since timestamp with time zone
  language text not null default 'vi'::text
  constraint outgoing_receiver_pkey PRIMARY KEY (id)
  constraint outgoing_receiver_added_by_fkey FOREIGN KEY (added_by) REFERENCES person(id)
  constraint outgoing_receiver_outgoing_id_fkey FOREIGN KEY (outgoing_id) REFERENCES outgoing(id) ON DELETE CASCADE
  constraint outgoing_receiver_peer_id_fkey FOREIGN KEY (peer_id) REFERENCES exchange_peer(id)
  constraint outgoing_receiver_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id)
  constraint outgoing_receiver_language_check CHECK ((language = ANY (ARRAY['vi'::text, 'en'::text])))
  constraint outgoing_receiver_recall_check CHECK ((recall = ANY (ARRAY['waiting'::text, 'sent'::text, 'failed'::text])))
  constraint outgoing_receiver_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'sent'::text, 'failed'::text])))
  constraint outgoing_receiver_way_check CHECK ((way = ANY (ARRAY['inside'::text, 'email'::text, 'edxml'::text, 'paper'::text])))
  CREATE INDEX outgoing_receiver_outgoing_id_idx ON public.outgoing_receiver USING btree (outgoing_id)
  CREATE UNIQUE INDEX outgoing_receiver_outgoing_id_way_coalesce_idx ON public.outgoing_receiver USING btree (outgoing_id, way, COALESCE(email, (peer_id)::text, (unit_id)::text, name))
  CREATE INDEX outgoing_receiver_peer_id_external_id_idx ON public.outgoing_receiver USING btree (peer_id, external_id)
  CREATE INDEX outgoing_receiver_peer_id_id_idx ON public.outgoing_receiver USING btree (peer_id, id) WHERE (peer_id IS NOT NULL)
  CREATE INDEX outgoing_receiver_unit_id_idx ON public.outgoing_receiver USING btree (unit_id)

outgoing_state
  id bigint not null identity
  receiver_id bigint not null
  code text not null
  at timestamp with time zone not null
  said_at text
  note text
  staff text
  constraint outgoing_state_pkey PRIMARY KEY (id)
  constraint outgoing_state_receiver_id_fkey FOREIGN KEY (receiver_id) REFERENCES outgoing_receiver(id) ON DELETE CASCADE
  constraint outgoing_state_code_check CHECK ((code = ANY (ARRAY['01'::text, '02'::text, '03'::text, '04'::text, '05'::text, '06'::text, '13'::text, '15'::text, '16'::text])))
  CREATE INDEX outgoing_state_receiver_id_id_idx ON public.outgoing_state USING btree (receiver_id, id)

outgoing_view
  outgoing_id bigint not null
  asker text not null
  draft_no integer not null
  who text not null
  first_at timestamp with time zone not null
  last_at timestamp with time zone not null
  times integer not null default 1
  constraint outgoing_view_pkey PRIMARY KEY (outgoing_id, asker, draft_no)
  constraint outgoing_view_outgoing_id_fkey FOREIGN KEY (outgoing_id) REFERENCES outgoing(id) ON DELETE CASCADE

person
  id bigint not null identity
  name text collate vi not null
  email text not null
  email_key text not null
  phone text
  post text
  locale text not null default 'vi'::text
  active boolean not null default true
  demo boolean not null default false
  version integer not null default 1
  search text not null default ''::text
  search_exact text not null default ''::text
  created_at timestamp with time zone not null default now()
  last_seen_at timestamp with time zone
  active_since timestamp with time zone not null default now()
  off_because text
  constraint person_email_key_key UNIQUE (email_key)
  constraint person_pkey PRIMARY KEY (id)
  constraint person_locale_check CHECK ((locale = ANY (ARRAY['vi'::text, 'en'::text])))
  constraint person_off_because_check CHECK ((off_because = ANY (ARRAY['administrator'::text, 'unused'::text])))
  CREATE INDEX person_active_last_seen_at_idx ON public.person USING btree (active, last_seen_at)

plan
  id bigint not null identity
  owner_id bigint not null
  root_id bigint not null
  status text not null
  title text collate vi not null
  period_from date not null
  period_to date not null
  number text collate vi
  issued_on date
  signer text collate vi
  document_id bigint
  confirmer_id bigint
  superior_id bigint
  previous_id bigint
  body jsonb not null
  task_count integer not null default 0
  version integer not null default 1
  edition integer not null default 1
  amendment jsonb
  amendment_status text
  amendment_head jsonb
  amendment_document_id bigint
  submitted_by bigint
  demo boolean not null default false
  search text not null default ''::text
  search_exact text not null default ''::text
  created_by bigint
  created_at timestamp with time zone not null default now()
  changed_at timestamp with time zone not null default now()
  constraint plan_pkey PRIMARY KEY (id)
  constraint plan_amendment_document_id_fkey FOREIGN KEY (amendment_document_id) REFERENCES document(id)
  constraint plan_confirmer_id_fkey FOREIGN KEY (confirmer_id) REFERENCES unit(id)
  constraint plan_created_by_fkey FOREIGN KEY (created_by) REFERENCES person(id)
  constraint plan_document_id_fkey FOREIGN KEY (document_id) REFERENCES document(id)
  constraint plan_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES unit(id)
  constraint plan_previous_id_fkey FOREIGN KEY (previous_id) REFERENCES plan(id)
  constraint plan_root_id_fkey FOREIGN KEY (root_id) REFERENCES unit(id)
  constraint plan_submitted_by_fkey FOREIGN KEY (submitted_by) REFERENCES person(id)
  constraint plan_superior_id_fkey FOREIGN KEY (superior_id) REFERENCES plan(id)
  constraint plan_amendment_status_check CHECK ((amendment_status = ANY (ARRAY['draft'::text, 'submitted'::text, 'returned'::text, 'approved'::text])))
  constraint plan_check CHECK ((period_from <= period_to))
  constraint plan_check1 CHECK (((status = ANY (ARRAY['issued'::text, 'closed'::text])) = (issued_on IS NOT NULL)))
  constraint plan_check2 CHECK (((amendment IS NULL) = (amendment_status IS NULL)))
  constraint plan_check3 CHECK (((amendment IS NULL) = (amendment_head IS NULL)))
  constraint plan_check4 CHECK (((amendment IS NULL) OR (status = 'issued'::text)))
  constraint plan_status_check CHECK ((status = ANY (ARRAY['draft'::text, 'submitted'::text, 'returned'::text, 'approved'::text, 'issued'::text, 'closed'::text])))
  CREATE UNIQUE INDEX plan_of_document ON public.plan USING btree (document_id)
  CREATE INDEX plan_owner_id_period_from_idx ON public.plan USING btree (owner_id, period_from)
  CREATE INDEX plan_previous_id_idx ON public.plan USING btree (previous_id)
  CREATE INDEX plan_root_id_period_from_idx ON public.plan USING btree (root_id, period_from)
  CREATE INDEX plan_superior_id_idx ON public.plan USING btree (superior_id)

plan_edition
  plan_id bigint not null
  edition integer not null
  title text collate vi not null
  period_from date not null
  period_to date not null
  body jsonb not null
  number text
  number_key text
  document_id bigint
  issued_on date not null
  signer text
  reason text
  issued_at timestamp with time zone not null default now()
  issued_by bigint
  constraint plan_edition_pkey PRIMARY KEY (plan_id, edition)
  constraint plan_edition_document_id_fkey FOREIGN KEY (document_id) REFERENCES document(id)
  constraint plan_edition_issued_by_fkey FOREIGN KEY (issued_by) REFERENCES person(id)
  constraint plan_edition_plan_id_fkey FOREIGN KEY (plan_id) REFERENCES plan(id) ON DELETE CASCADE
  CREATE INDEX plan_edition_document_id_idx ON public.plan_edition USING btree (document_id)
  CREATE INDEX plan_edition_number_key_idx ON public.plan_edition USING btree (number_key)

plan_event
  id bigint not null identity
  plan_id bigint not null
  at timestamp with time zone not null default now()
  person_id bigint
  action text not null
  reason text
  detail jsonb
  constraint plan_event_pkey PRIMARY KEY (id)
  constraint plan_event_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
  constraint plan_event_plan_id_fkey FOREIGN KEY (plan_id) REFERENCES plan(id) ON DELETE CASCADE
  CREATE INDEX plan_event_plan_id_id_idx ON public.plan_event USING btree (plan_id, id)

reading
  document_id bigint not null
  text text not null
  blocks jsonb not null
  pages jsonb not null
  parsed jsonb not null
  recognised jsonb not null
  base jsonb not null
  diff jsonb
  constraint reading_pkey PRIMARY KEY (document_id)
  constraint reading_document_id_fkey FOREIGN KEY (document_id) REFERENCES document(id) ON DELETE CASCADE

recount_rollup()
CREATE OR REPLACE FUNCTION public.recount_rollup()
 RETURNS void
 LANGUAGE plpgsql
 SET work_mem TO '256MB'
AS $function$
declare level integer;
begin
  lock table report in exclusive mode;
  lock table report_figure in share mode;
  perform 1 from rollup_state for update;
  delete from rollup_entry;
  delete from rollup;
  for level in select distinct depth from report where depth > 0 order by depth desc loop
    insert into rollup (report_id, indicator_id, cell, key, num, den, n)
      select r.parent_id, p.indicator_id, p.cell, '', sum(p.num), sum(p.den), sum(p.n)
      from report r join (
        select report_id, indicator_id, cell, num, den, n from figure_part where key = ''
        union all select report_id, indicator_id, cell, num, den, n from rollup where key = '') p on p.report_id = r.id
      where r.depth = level and r.counted group by 1, 2, 3;
    insert into rollup (report_id, indicator_id, cell, key, num, den, n)
      select r.parent_id, p.indicator_id, p.cell, p.key, sum(p.n), 0, sum(p.n)
      from report r join (
        select f.report_id, f.indicator_id, f.cell, k.key collate "C" as key, 1 as n
          from report_figure f cross join unnest(f.keys) as k(key) where f.rule = 'distinct'
        union all select report_id, indicator_id, cell, key, n from rollup where key <> '') p on p.report_id = r.id
      where r.depth = level and r.counted group by 1, 2, 3, 4;
  end loop;
  update rollup_state set generation = generation + 1;
end $function$


recount_tally()
CREATE OR REPLACE FUNCTION public.recount_tally()
 RETURNS void
 LANGUAGE plpgsql
AS $function$ begin
  lock table duty, extension, urging in share mode;
  perform 1 from tally_state for update;
  delete from tally_entry;
  delete from unit_count;
  delete from root_count;
  delete from unit_year;
  insert into unit_count (unit_id, root_id, role, group_id, year, bucket, outcome, n)
    select unit_id, root_id, role, group_id, year, tally_bucket(done_on, due_on), tally_outcome(done_on, due_on), count(*)
    from duty where cancelled_on is null group by 1, 2, 3, 4, 5, 6, 7
    union all
    select unit_id, root_id, 'lead', null, 0, 'infinity', 'to-confirm', count(*)
    from duty where done_on is not null and confirmed_on is null and cancelled_on is null group by 1, 2
    union all
    select d.unit_id, d.root_id, 'lead', null, 0, 'infinity', 'extension', count(*)
    from extension x join duty d on d.id = x.duty_id where x.decided_on is null group by 1, 2
    union all
    select to_unit_id, root_id, 'lead', null, 0, 'infinity', 'unanswered', count(*)
    from urging where answered_at is null group by 1, 2;
  insert into root_count (root_id, role, group_id, year, bucket, outcome, n)
    select root_id, role, group_id, year, bucket, outcome, sum(n) from unit_count group by 1, 2, 3, 4, 5, 6;
  insert into unit_year (unit_id, root_id, year) select distinct unit_id, root_id, year from unit_count;
  update task set duties = c.duties, duties_open = c.open, open_due = c.due, any_late = c.late
  from (select t.id, count(d.id)::integer as duties, (count(d.id) filter (where d.done_on is null))::integer as open,
      min(d.due_on) filter (where d.done_on is null) as due, coalesce(bool_or(d.done_on > d.due_on), false) as late
    from task t left join duty d on d.task_id = t.id and d.role = 'lead' and d.cancelled_on is null group by t.id) c
  where task.id = c.id
    and (task.duties, task.duties_open, task.open_due, task.any_late) is distinct from (c.duties, c.open, c.due, c.late);
  update tally_state set generation = generation + 1;
end $function$


recount_tasks(bigint[])
CREATE OR REPLACE FUNCTION public.recount_tasks(ids bigint[])
 RETURNS void
 LANGUAGE plpgsql
AS $function$ begin
  perform 1 from task where id = any(ids) order by id for no key update;
  update task set duties = c.duties, duties_open = c.open, open_due = c.due, any_late = c.late
  from unnest(ids) as t(id) cross join lateral (
    select count(*)::integer as duties, (count(*) filter (where done_on is null))::integer as open,
      min(due_on) filter (where done_on is null) as due, coalesce(bool_or(done_on > due_on), false) as late
    from duty where task_id = t.id and role = 'lead' and cancelled_on is null) c
  where task.id = t.id
    and (task.duties, task.duties_open, task.open_due, task.any_late) is distinct from (c.duties, c.open, c.due, c.late);
end $function$


recovery_code
  person_id bigint not null
  hash text not null
  used_at timestamp with time zone
  constraint recovery_code_pkey PRIMARY KEY (person_id, hash)
  constraint recovery_code_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE

refusal
  document_id bigint not null
  at timestamp with time zone not null default now()
  owner_id bigint
  root_id bigint
  constraint refusal_pkey PRIMARY KEY (document_id)
  constraint refusal_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES unit(id)
  constraint refusal_root_id_fkey FOREIGN KEY (root_id) REFERENCES unit(id)

refuse_change()
CREATE OR REPLACE FUNCTION public.refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception 'this table is append-only' using errcode = 'restrict_violation';
end $function$


regime
  id bigint not null identity
  owner_id bigint not null
  root_id bigint not null
  name text collate vi not null
  ended_on date
  version integer not null default 1
  demo boolean not null default false
  created_by bigint
  created_at timestamp with time zone not null default now()
  constraint regime_pkey PRIMARY KEY (id)
  constraint regime_created_by_fkey FOREIGN KEY (created_by) REFERENCES person(id)
  constraint regime_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES unit(id)
  constraint regime_root_id_fkey FOREIGN KEY (root_id) REFERENCES unit(id)
  CREATE INDEX regime_owner_id_idx ON public.regime USING btree (owner_id)

regime_version
  id bigint not null identity
  regime_id bigint not null
  valid_from date not null
  body jsonb not null
  person_id bigint
  at timestamp with time zone not null default now()
  constraint regime_version_regime_id_valid_from_key UNIQUE (regime_id, valid_from)
  constraint regime_version_pkey PRIMARY KEY (id)
  constraint regime_version_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
  constraint regime_version_regime_id_fkey FOREIGN KEY (regime_id) REFERENCES regime(id) ON DELETE CASCADE

reminded
  duty_id bigint not null
  rule_id bigint not null
  due_on date not null
  at timestamp with time zone not null default now()
  constraint reminded_pkey PRIMARY KEY (duty_id, rule_id, due_on)
  constraint reminded_duty_id_fkey FOREIGN KEY (duty_id) REFERENCES duty(id) ON DELETE CASCADE
  constraint reminded_rule_id_fkey FOREIGN KEY (rule_id) REFERENCES reminder_rule(id) ON DELETE CASCADE

reminder_rule
  id bigint not null identity
  root_id bigint
  days integer not null
  target text not null
  constraint reminder_rule_root_id_days_target_key UNIQUE NULLS NOT DISTINCT (root_id, days, target)
  constraint reminder_rule_pkey PRIMARY KEY (id)
  constraint reminder_rule_root_id_fkey FOREIGN KEY (root_id) REFERENCES unit(id)
  constraint reminder_rule_target_check CHECK ((target = ANY (ARRAY['unit'::text, 'leader'::text, 'confirmer'::text, 'superior'::text])))

reorganisation
  id bigint not null identity
  key text
  kind text not null
  effective_on date not null
  legal_basis text not null
  note text
  demo boolean not null default false
  created_by bigint
  created_at timestamp with time zone not null default now()
  constraint reorganisation_key_key UNIQUE (key)
  constraint reorganisation_pkey PRIMARY KEY (id)
  constraint reorganisation_kind_check CHECK ((kind = ANY (ARRAY['new'::text, 'merge'::text, 'split'::text, 'rename'::text, 'move'::text, 'abolish'::text])))

reorganisation_unit
  reorganisation_id bigint not null
  unit_id bigint not null
  side text not null
  main boolean not null default false
  ended boolean not null default false
  constraint reorganisation_unit_pkey PRIMARY KEY (reorganisation_id, unit_id, side)
  constraint reorganisation_unit_reorganisation_id_fkey FOREIGN KEY (reorganisation_id) REFERENCES reorganisation(id) ON DELETE CASCADE
  constraint reorganisation_unit_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id)
  constraint reorganisation_unit_side_check CHECK ((side = ANY (ARRAY['before'::text, 'after'::text])))
  CREATE INDEX reorganisation_unit_unit_id_idx ON public.reorganisation_unit USING btree (unit_id)

report
  id bigint not null identity
  call_id bigint not null
  unit_id bigint not null
  root_id bigint not null
  parent_id bigint
  depth smallint not null
  tier text
  due_on date not null
  first_due_on date not null
  status text not null default 'draft'::text
  submitted_on date
  first_submitted_on date
  submitted_by bigint
  accepted_on date
  approved_on date
  excused_on date
  excuse text
  reopened smallint not null default 0
  merged_into bigint
  counted boolean default ((status = ANY (ARRAY['accepted'::text, 'approved'::text, 'locked'::text])) AND (merged_into IS NULL))
  derived_at timestamp with time zone
  last_moved_on date not null
  version integer not null default 1
  handed_at timestamp with time zone
  handed_by bigint
  handed_note text
  constraint report_call_id_unit_id_key UNIQUE (call_id, unit_id)
  constraint report_pkey PRIMARY KEY (id)
  constraint report_call_id_fkey FOREIGN KEY (call_id) REFERENCES report_call(id)
  constraint report_handed_by_fkey FOREIGN KEY (handed_by) REFERENCES person(id)
  constraint report_merged_into_fkey FOREIGN KEY (merged_into) REFERENCES report(id)
  constraint report_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES report(id)
  constraint report_root_id_fkey FOREIGN KEY (root_id) REFERENCES unit(id)
  constraint report_submitted_by_fkey FOREIGN KEY (submitted_by) REFERENCES person(id)
  constraint report_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id)
  constraint report_check CHECK (((parent_id IS NULL) = (depth = 0)))
  constraint report_check1 CHECK (((excused_on IS NULL) OR (excuse IS NOT NULL)))
  constraint report_check2 CHECK (((handed_at IS NULL) OR (status = ANY (ARRAY['draft'::text, 'returned'::text]))))
  constraint report_check3 CHECK (((handed_at IS NOT NULL) OR ((handed_by IS NULL) AND (handed_note IS NULL))))
  constraint report_depth_check CHECK ((depth >= 0))
  constraint report_status_check CHECK ((status = ANY (ARRAY['draft'::text, 'submitted'::text, 'returned'::text, 'accepted'::text, 'approved'::text, 'locked'::text])))
  CREATE INDEX report_handed ON public.report USING btree (due_on, id) WHERE (handed_at IS NOT NULL)
  CREATE INDEX report_open ON public.report USING btree (due_on, id) WHERE ((submitted_on IS NULL) AND (excused_on IS NULL) AND (merged_into IS NULL))
  CREATE INDEX report_parent_id_idx ON public.report USING btree (parent_id)
  CREATE INDEX report_root_id_due_on_idx ON public.report USING btree (root_id, due_on)
  CREATE INDEX report_unit_id_due_on_idx ON public.report USING btree (unit_id, due_on)
  CREATE TRIGGER report_rolled_back BEFORE DELETE ON public.report FOR EACH ROW EXECUTE FUNCTION rollup_report_gone()
  CREATE TRIGGER report_rolled_up AFTER UPDATE OF status, merged_into, parent_id ON public.report FOR EACH ROW EXECUTE FUNCTION rollup_report_changed()

report_call
  id bigint not null identity
  owner_id bigint not null
  root_id bigint not null
  regime_id bigint
  name text collate vi not null
  kind text not null
  frequency text not null
  period text
  window_from date not null
  window_to date not null
  form jsonb not null
  note text
  called_on date not null
  called_by bigint
  status text not null default 'open'::text
  version integer not null default 1
  demo boolean not null default false
  created_at timestamp with time zone not null default now()
  constraint report_call_pkey PRIMARY KEY (id)
  constraint report_call_called_by_fkey FOREIGN KEY (called_by) REFERENCES person(id)
  constraint report_call_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES unit(id)
  constraint report_call_regime_id_fkey FOREIGN KEY (regime_id) REFERENCES regime(id)
  constraint report_call_root_id_fkey FOREIGN KEY (root_id) REFERENCES unit(id)
  constraint report_call_check CHECK ((window_from <= window_to))
  constraint report_call_kind_check CHECK ((kind = ANY (ARRAY['periodic'::text, 'thematic'::text, 'ad-hoc'::text])))
  constraint report_call_status_check CHECK ((status = ANY (ARRAY['open'::text, 'closed'::text, 'cancelled'::text])))
  CREATE UNIQUE INDEX report_call_once ON public.report_call USING btree (regime_id, period) WHERE ((status <> 'cancelled'::text) AND (period IS NOT NULL))
  CREATE INDEX report_call_owner_id_window_to_idx ON public.report_call USING btree (owner_id, window_to)
  CREATE INDEX report_call_root_id_window_to_idx ON public.report_call USING btree (root_id, window_to)

report_event
  id bigint not null identity
  report_id bigint not null
  at timestamp with time zone not null default now()
  day date not null
  person_id bigint
  action text not null
  section_id text
  reason text
  detail jsonb
  constraint report_event_pkey PRIMARY KEY (id)
  constraint report_event_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
  constraint report_event_report_id_fkey FOREIGN KEY (report_id) REFERENCES report(id) ON DELETE CASCADE
  CREATE INDEX report_event_report_id_id_idx ON public.report_event USING btree (report_id, id)

report_evidence
  id bigint not null identity
  report_id bigint not null
  section_id text
  indicator_id bigint
  cell text collate C
  kind text not null
  title text collate vi not null
  url text
  document_id bigint
  evidence_id bigint
  duty_id bigint
  added_by bigint
  added_at timestamp with time zone not null default now()
  removed_at timestamp with time zone
  constraint report_evidence_pkey PRIMARY KEY (id)
  constraint report_evidence_added_by_fkey FOREIGN KEY (added_by) REFERENCES person(id)
  constraint report_evidence_document_id_fkey FOREIGN KEY (document_id) REFERENCES document(id) ON DELETE SET NULL
  constraint report_evidence_duty_id_fkey FOREIGN KEY (duty_id) REFERENCES duty(id) ON DELETE SET NULL
  constraint report_evidence_evidence_id_fkey FOREIGN KEY (evidence_id) REFERENCES evidence(id) ON DELETE SET NULL
  constraint report_evidence_indicator_id_fkey FOREIGN KEY (indicator_id) REFERENCES indicator(id)
  constraint report_evidence_report_id_fkey FOREIGN KEY (report_id) REFERENCES report(id) ON DELETE CASCADE
  constraint report_evidence_check CHECK (((kind <> 'link'::text) OR (url IS NOT NULL)))
  constraint report_evidence_kind_check CHECK ((kind = ANY (ARRAY['link'::text, 'document'::text, 'evidence'::text, 'duty'::text, 'file'::text])))
  CREATE INDEX report_evidence_evidence_id_idx ON public.report_evidence USING btree (evidence_id) WHERE (evidence_id IS NOT NULL)
  CREATE INDEX report_evidence_report_id_idx ON public.report_evidence USING btree (report_id)

report_figure
  report_id bigint not null
  indicator_id bigint not null
  cell text collate C not null default ''::text
  rule text not null
  value numeric
  weight numeric
  keys text[]
  names text[]
  derived numeric
  derived_keys text[]
  derived_at timestamp with time zone
  changed boolean not null default false
  changed_by bigint
  changed_at timestamp with time zone
  reason text
  note text
  version integer not null default 1
  constraint report_figure_pkey PRIMARY KEY (report_id, indicator_id, cell)
  constraint report_figure_changed_by_fkey FOREIGN KEY (changed_by) REFERENCES person(id)
  constraint report_figure_indicator_id_fkey FOREIGN KEY (indicator_id) REFERENCES indicator(id)
  constraint report_figure_report_id_fkey FOREIGN KEY (report_id) REFERENCES report(id) ON DELETE CASCADE
  constraint report_figure_keys_check CHECK (is_set(keys))
  constraint report_figure_rule_check CHECK ((rule = ANY (ARRAY['sum'::text, 'last'::text, 'average'::text, 'distinct'::text])))
  constraint report_figure_weight_check CHECK ((weight >= (0)::numeric))
  CREATE INDEX report_figure_indicator_id_idx ON public.report_figure USING btree (indicator_id)
  CREATE TRIGGER figure_rolled_up AFTER INSERT OR DELETE ON public.report_figure FOR EACH ROW EXECUTE FUNCTION rollup_figure_changed()
  CREATE TRIGGER figure_rolled_up_again AFTER UPDATE OF value, weight, keys, rule, indicator_id, cell ON public.report_figure FOR EACH ROW EXECUTE FUNCTION rollup_figure_changed()

report_link
  report_id bigint not null
  section_id text not null
  no integer not null
  source_report_id bigint not null
  source_section_id text
  indicator_id bigint
  cell text collate C
  constraint report_link_pkey PRIMARY KEY (report_id, section_id, no)
  constraint report_link_indicator_id_fkey FOREIGN KEY (indicator_id) REFERENCES indicator(id)
  constraint report_link_report_id_fkey FOREIGN KEY (report_id) REFERENCES report(id) ON DELETE CASCADE
  constraint report_link_source_report_id_fkey FOREIGN KEY (source_report_id) REFERENCES report(id) ON DELETE CASCADE
  CREATE INDEX report_link_source_report_id_idx ON public.report_link USING btree (source_report_id)

report_part
  call_id bigint not null
  unit_id bigint not null
  report_id bigint not null
  constraint report_part_pkey PRIMARY KEY (call_id, unit_id)
  constraint report_part_call_id_fkey FOREIGN KEY (call_id) REFERENCES report_call(id) ON DELETE CASCADE
  constraint report_part_report_id_fkey FOREIGN KEY (report_id) REFERENCES report(id) ON DELETE CASCADE
  constraint report_part_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id)
  CREATE INDEX report_part_report_id_idx ON public.report_part USING btree (report_id)

report_reminded
  report_id bigint not null
  days integer not null
  due_on date not null
  constraint report_reminded_pkey PRIMARY KEY (report_id, days, due_on)
  constraint report_reminded_report_id_fkey FOREIGN KEY (report_id) REFERENCES report(id) ON DELETE CASCADE

report_text
  report_id bigint not null
  section_id text not null
  content jsonb not null
  version integer not null default 1
  changed_by bigint
  changed_at timestamp with time zone not null default now()
  constraint report_text_pkey PRIMARY KEY (report_id, section_id)
  constraint report_text_changed_by_fkey FOREIGN KEY (changed_by) REFERENCES person(id)
  constraint report_text_report_id_fkey FOREIGN KEY (report_id) REFERENCES report(id) ON DELETE CASCADE

role_grant
  id bigint not null identity
  person_id bigint not null
  unit_id bigint not null
  role text not null
  valid_from date not null
  valid_to date
  deputy_for bigint
  note text
  granted_by bigint
  granted_at timestamp with time zone not null default now()
  ended_at timestamp with time zone
  ended_by bigint
  lent boolean not null default false
  constraint role_grant_pkey PRIMARY KEY (id)
  constraint role_grant_deputy_for_fkey FOREIGN KEY (deputy_for) REFERENCES role_grant(id)
  constraint role_grant_ended_by_fkey FOREIGN KEY (ended_by) REFERENCES person(id)
  constraint role_grant_granted_by_fkey FOREIGN KEY (granted_by) REFERENCES person(id)
  constraint role_grant_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
  constraint role_grant_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id)
  constraint role_grant_check CHECK (((valid_to IS NULL) OR (valid_from <= valid_to)))
  constraint role_grant_role_check CHECK ((role = ANY (ARRAY['officer'::text, 'leader'::text, 'coordinator'::text, 'approver'::text, 'finance'::text, 'editor'::text, 'translator'::text, 'publisher'::text, 'administrator'::text, 'observer'::text])))
  CREATE INDEX role_grant_person_id_idx ON public.role_grant USING btree (person_id)
  CREATE INDEX role_grant_unit_id_idx ON public.role_grant USING btree (unit_id)

rollup
  report_id bigint not null
  indicator_id bigint not null
  cell text collate C not null
  key text collate C not null default ''::text
  num numeric not null
  den numeric not null
  n integer not null
  constraint rollup_report_id_fkey FOREIGN KEY (report_id) REFERENCES report(id) ON DELETE CASCADE
  CREATE UNIQUE INDEX rollup_key ON public.rollup USING btree (report_id, indicator_id, cell, key)

rollup_entry
  report_id bigint not null
  indicator_id bigint not null
  cell text collate C not null
  key text collate C not null default ''::text
  num numeric not null
  den numeric not null
  n integer not null
  id bigint not null identity
  constraint rollup_entry_pkey PRIMARY KEY (id)
  CREATE INDEX rollup_entry_report_id_idx ON public.rollup_entry USING btree (report_id)

rollup_figure_changed()
CREATE OR REPLACE FUNCTION public.rollup_figure_changed()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare report_row record; line bigint[];
begin
  select id, parent_id, counted into report_row from report where id = coalesce(new.report_id, old.report_id) for share;
  if not found or not report_row.counted or report_row.parent_id is null then return null; end if;
  line := rollup_line(report_row.parent_id);
  insert into rollup_entry (report_id, indicator_id, cell, key, num, den, n)
    select node, p.indicator_id, p.cell, p.key, sum(p.num), sum(p.den), sum(p.n) from (
      select added.* from figure_parts(new, 1) added where tg_op <> 'DELETE'
      union all select taken.* from figure_parts(old, -1) taken where tg_op <> 'INSERT') p
    cross join unnest(line) as node
    group by 1, 2, 3, 4 having sum(p.num) <> 0 or sum(p.den) <> 0 or sum(p.n) <> 0;
  return null;
end $function$


rollup_line(bigint)
CREATE OR REPLACE FUNCTION public.rollup_line(begin_at bigint)
 RETURNS bigint[]
 LANGUAGE plpgsql
AS $function$
declare line bigint[] := '{}'; at bigint := begin_at; row record;
begin
  while at is not null loop
    select id, parent_id, counted into row from report where id = at for share;
    exit when not found;
    line := line || row.id;
    exit when not row.counted;
    at := row.parent_id;
  end loop;
  return line;
end $function$


rollup_move(bigint,bigint,integer)
CREATE OR REPLACE FUNCTION public.rollup_move(of_report bigint, parent bigint, sign integer)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
declare line bigint[];
begin
  line := rollup_line(parent);
  insert into rollup_entry (report_id, indicator_id, cell, key, num, den, n)
    select node, p.indicator_id, p.cell, p.key, sign * sum(p.num), sign * sum(p.den), sign * sum(p.n)
    from (select indicator_id, cell, key, num, den, n from figure_part where report_id = of_report
      union all select indicator_id, cell, key, num, den, n from below_part where report_id = of_report) p
    cross join unnest(line) as node
    group by 1, 2, 3, 4 having sum(p.num) <> 0 or sum(p.den) <> 0 or sum(p.n) <> 0;
end $function$


rollup_report_changed()
CREATE OR REPLACE FUNCTION public.rollup_report_changed()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare was bigint := case when old.counted then old.parent_id end;
  now_at bigint := case when new.counted then new.parent_id end;
begin
  if was is not distinct from now_at then return null; end if;
  if was is not null then perform rollup_move(new.id, was, -1); end if;
  if now_at is not null then perform rollup_move(new.id, now_at, 1); end if;
  return null;
end $function$


rollup_report_gone()
CREATE OR REPLACE FUNCTION public.rollup_report_gone()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$ begin
  if old.counted and old.parent_id is not null then perform rollup_move(old.id, old.parent_id, -1); end if;
  delete from rollup_entry where report_id = old.id;
  return old;
end $function$


rollup_state
  one boolean not null default true
  generation bigint not null default 0
  constraint rollup_state_pkey PRIMARY KEY (one)
  constraint rollup_state_one_check CHECK (one)

root_count
  root_id bigint not null
  role text not null
  group_id bigint
  year smallint not null
  bucket date not null
  outcome text not null
  n integer not null
  CREATE UNIQUE INDEX root_count_key ON public.root_count USING btree (root_id, year, role, outcome, bucket, group_id) NULLS NOT DISTINCT
  CREATE INDEX root_count_open ON public.root_count USING btree (root_id, year) WHERE (outcome = 'open'::text)

root_tally
 SELECT root_count.root_id,
    root_count.role,
    root_count.group_id,
    root_count.year,
    root_count.bucket,
    root_count.outcome,
    root_count.n
   FROM root_count
UNION ALL
 SELECT tally_entry.root_id,
    tally_entry.role,
    tally_entry.group_id,
    tally_entry.year,
    tally_entry.bucket,
    tally_entry.outcome,
    tally_entry.n
   FROM tally_entry;

saved_view
  id bigint not null identity
  name text collate vi not null
  name_key text not null
  query text not null
  columns text[]
  created_at timestamp with time zone not null default now()
  person_id bigint
  root_id bigint
  constraint saved_view_root_id_person_id_name_key_key UNIQUE NULLS NOT DISTINCT (root_id, person_id, name_key)
  constraint saved_view_pkey PRIMARY KEY (id)
  constraint saved_view_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
  constraint saved_view_root_id_fkey FOREIGN KEY (root_id) REFERENCES unit(id)

seed
  name text not null
  hash text not null
  constraint seed_pkey PRIMARY KEY (name)

session
  id uuid not null default gen_random_uuid()
  person_id bigint not null
  hash text not null
  method text not null
  strong boolean not null default false
  address text
  agent text not null default ''::text
  created_at timestamp with time zone not null
  seen_at timestamp with time zone not null
  expires_at timestamp with time zone not null
  locked_at timestamp with time zone
  ended_at timestamp with time zone
  sso_token text
  constraint session_hash_key UNIQUE (hash)
  constraint session_pkey PRIMARY KEY (id)
  constraint session_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE
  constraint session_method_check CHECK ((method = ANY (ARRAY['password'::text, 'sso'::text, 'demo'::text])))
  CREATE INDEX session_expires_at_idx ON public.session USING btree (expires_at)
  CREATE INDEX session_person_id_idx ON public.session USING btree (person_id) WHERE (ended_at IS NULL)

setup_code
  hash text not null
  created_at timestamp with time zone not null
  constraint setup_code_pkey PRIMARY KEY (hash)

sign_in_attempt
  key text not null
  failures integer not null
  last_at timestamp with time zone not null
  locked_until timestamp with time zone
  constraint sign_in_attempt_pkey PRIMARY KEY (key)

sso_flow
  hash text not null
  nonce text not null
  verifier text not null
  return_to text not null
  created_at timestamp with time zone not null
  constraint sso_flow_pkey PRIMARY KEY (hash)

sso_identity
  issuer text not null
  subject text not null
  person_id bigint not null
  created_at timestamp with time zone not null
  constraint sso_identity_issuer_person_id_key UNIQUE (issuer, person_id)
  constraint sso_identity_pkey PRIMARY KEY (issuer, subject)
  constraint sso_identity_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE

tally_bucket(date,date)
CREATE OR REPLACE FUNCTION public.tally_bucket(done_on date, due_on date)
 RETURNS date
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
  select coalesce(case when done_on is null then due_on else date_trunc('month', due_on::timestamp)::date end, 'infinity')
$function$


tally_entry
  id bigint not null identity
  unit_id bigint not null
  root_id bigint not null
  role text not null
  group_id bigint
  year smallint not null
  bucket date not null
  outcome text not null
  n integer not null
  constraint tally_entry_pkey PRIMARY KEY (id)
  constraint tally_entry_outcome_check CHECK ((outcome = ANY (ARRAY['open'::text, 'on-time'::text, 'late'::text, 'to-confirm'::text, 'extension'::text, 'unanswered'::text])))
  CREATE INDEX tally_entry_unit_id_idx ON public.tally_entry USING btree (unit_id)

tally_outcome(date,date)
CREATE OR REPLACE FUNCTION public.tally_outcome(done_on date, due_on date)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
  select case when done_on is null then 'open' when due_on is null or done_on <= due_on then 'on-time' else 'late' end
$function$


tally_state
  one boolean not null default true
  generation bigint not null default 0
  constraint tally_state_pkey PRIMARY KEY (one)
  constraint tally_state_one_check CHECK (one)

task
  id bigint not null identity
  document_id bigint
  draft_id text
  ordinal integer not null
  text text collate vi not null
  group_name text collate vi
  due_kind text not null
  due_from date
  due_to date
  due_every text
  items text[] not null
  milestones jsonb not null
  span_start integer
  span_end integer
  rule text
  edited text[] not null
  version integer not null default 1
  continues bigint
  withdrawn_at timestamp with time zone
  search text not null
  search_exact text not null
  plan_id bigint
  plan_task_id text
  owner_id bigint
  root_id bigint
  superior_task_id bigint
  group_id bigint
  outputs text[] not null default '{}'::text[]
  budget text
  on_call boolean not null default false
  asks_plan boolean not null default false
  year smallint
  duties integer not null default 0
  duties_open integer not null default 0
  open_due date
  any_late boolean not null default false
  due_day jsonb
  constraint task_document_id_draft_id_key UNIQUE (document_id, draft_id)
  constraint task_plan_id_plan_task_id_key UNIQUE (plan_id, plan_task_id)
  constraint task_pkey PRIMARY KEY (id)
  constraint task_continues_fkey FOREIGN KEY (continues) REFERENCES task(id)
  constraint task_document_id_fkey FOREIGN KEY (document_id) REFERENCES document(id)
  constraint task_group_id_fkey FOREIGN KEY (group_id) REFERENCES task_group(id)
  constraint task_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES unit(id)
  constraint task_plan_id_fkey FOREIGN KEY (plan_id) REFERENCES plan(id)
  constraint task_root_id_fkey FOREIGN KEY (root_id) REFERENCES unit(id)
  constraint task_superior_task_id_fkey FOREIGN KEY (superior_task_id) REFERENCES task(id)
  constraint task_check1 CHECK (((due_kind = 'by'::text) = ((due_from IS NULL) AND (due_to IS NOT NULL))))
  constraint task_check2 CHECK (((due_kind = 'during'::text) = ((due_from IS NOT NULL) AND (due_to IS NOT NULL))))
  constraint task_check3 CHECK (((document_id IS NOT NULL) OR (plan_id IS NOT NULL)))
  constraint task_due_kind_check CHECK ((due_kind = ANY (ARRAY['by'::text, 'during'::text, 'recurring'::text, 'unspecified'::text])))
  CREATE INDEX task_continues_idx ON public.task USING btree (continues)
  CREATE INDEX task_due_to_idx ON public.task USING btree (due_to) WHERE (withdrawn_at IS NULL)
  CREATE INDEX task_group_id_idx ON public.task USING btree (group_id)
  CREATE INDEX task_group_name_idx ON public.task USING hash (group_name)
  CREATE INDEX task_owner_id_idx ON public.task USING btree (owner_id)
  CREATE INDEX task_root_id_due_to_due_from_id_idx ON public.task USING btree (root_id, due_to, due_from, id) WHERE (withdrawn_at IS NULL)
  CREATE INDEX task_root_id_year_idx ON public.task USING btree (root_id, year)
  CREATE INDEX task_root_search ON public.task USING gin (root_id, search gin_trgm_ops) WHERE (withdrawn_at IS NULL)
  CREATE INDEX task_search ON public.task USING gin (search gin_trgm_ops)
  CREATE INDEX task_superior_task_id_idx ON public.task USING btree (superior_task_id)

task_agency
  task_id bigint not null
  role text not null
  ordinal integer not null
  name text collate vi not null
  label text collate vi not null
  key text not null
  unit_id bigint
  constraint task_agency_pkey PRIMARY KEY (task_id, role, ordinal)
  constraint task_agency_task_id_fkey FOREIGN KEY (task_id) REFERENCES task(id) ON DELETE CASCADE
  constraint task_agency_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id)
  constraint task_agency_role_check CHECK ((role = ANY (ARRAY['lead'::text, 'coordinating'::text])))
  CREATE INDEX task_agency_key_role_idx ON public.task_agency USING btree (key, role)
  CREATE INDEX task_agency_unit_id_idx ON public.task_agency USING btree (unit_id)

task_event
  id bigint not null identity
  task_id bigint not null
  at timestamp with time zone not null default now()
  action text not null
  field text
  before text
  after text
  constraint task_event_pkey PRIMARY KEY (id)
  constraint task_event_task_id_fkey FOREIGN KEY (task_id) REFERENCES task(id) ON DELETE CASCADE
  CREATE INDEX task_event_task_id_id_idx ON public.task_event USING btree (task_id, id)

task_group
  id bigint not null identity
  root_id bigint
  name text collate vi not null
  name_key text not null
  constraint task_group_root_id_name_key_key UNIQUE NULLS NOT DISTINCT (root_id, name_key)
  constraint task_group_pkey PRIMARY KEY (id)
  constraint task_group_root_id_fkey FOREIGN KEY (root_id) REFERENCES unit(id)

trail
  id bigint not null identity
  document_id bigint not null
  at timestamp with time zone not null default now()
  action text not null
  detail text
  person_id bigint
  constraint trail_pkey PRIMARY KEY (id)
  constraint trail_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
  CREATE INDEX trail_document_id_id_idx ON public.trail USING btree (document_id, id)

unit
  id bigint not null identity
  key text
  name text collate vi not null
  kind text not null
  level text
  code text
  province text
  parent_id bigint
  valid_from date
  valid_to date
  aliases text[] not null default '{}'::text[]
  search text not null
  search_exact text not null
  demo boolean not null default false
  assumed boolean not null default false
  area_code text
  root_id bigint
  heir_id bigint
  contact jsonb not null default '{}'::jsonb
  version integer not null default 1
  constraint unit_key_key UNIQUE (key)
  constraint unit_pkey PRIMARY KEY (id)
  constraint unit_heir_id_fkey FOREIGN KEY (heir_id) REFERENCES unit(id)
  constraint unit_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES unit(id)
  constraint unit_root_id_fkey FOREIGN KEY (root_id) REFERENCES unit(id)
  constraint unit_check CHECK (((valid_from IS NULL) OR (valid_to IS NULL) OR (valid_from <= valid_to)))
  CREATE INDEX unit_heir_id_idx ON public.unit USING btree (heir_id)
  CREATE INDEX unit_parent_id_idx ON public.unit USING btree (parent_id)
  CREATE INDEX unit_root_id_idx ON public.unit USING btree (root_id)
  CREATE INDEX unit_search ON public.unit USING gin (search gin_trgm_ops)
  CREATE TRIGGER unit_changed AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.unit FOR EACH STATEMENT EXECUTE FUNCTION unit_register_changed()

unit_count
  unit_id bigint not null
  root_id bigint not null
  role text not null
  group_id bigint
  year smallint not null
  bucket date not null
  outcome text not null
  n integer not null
  CREATE UNIQUE INDEX unit_count_key ON public.unit_count USING btree (unit_id, year, role, outcome, bucket, group_id, root_id) NULLS NOT DISTINCT
  CREATE INDEX unit_count_open ON public.unit_count USING btree (unit_id, year) WHERE (outcome = 'open'::text)

unit_register
  single boolean not null default true
  stamp uuid not null default gen_random_uuid()
  refreshed_on date
  constraint unit_register_pkey PRIMARY KEY (single)
  constraint unit_register_single_check CHECK (single)

unit_register_changed()
CREATE OR REPLACE FUNCTION public.unit_register_changed()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$ begin
  update unit_register set stamp = gen_random_uuid();
  return null;
end $function$


unit_removed
  key text not null
  at timestamp with time zone not null default now()
  constraint unit_removed_pkey PRIMARY KEY (key)

unit_source
  unit_id bigint not null
  root_id bigint not null
  constraint unit_source_pkey PRIMARY KEY (unit_id, root_id)
  constraint unit_source_root_id_fkey FOREIGN KEY (root_id) REFERENCES unit(id)
  constraint unit_source_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id)

unit_state
  id bigint not null identity
  unit_id bigint not null
  valid_from date
  valid_to date
  name text collate vi not null
  kind text not null
  level text
  code text
  area_code text
  parent_id bigint
  reorganisation_id bigint
  constraint unit_state_unit_id_valid_from_key UNIQUE NULLS NOT DISTINCT (unit_id, valid_from)
  constraint unit_state_pkey PRIMARY KEY (id)
  constraint unit_state_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES unit(id)
  constraint unit_state_reorganisation_id_fkey FOREIGN KEY (reorganisation_id) REFERENCES reorganisation(id) ON DELETE SET NULL
  constraint unit_state_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id) ON DELETE CASCADE
  constraint unit_state_check CHECK (((valid_from IS NULL) OR (valid_to IS NULL) OR (valid_from <= valid_to)))
  CREATE INDEX unit_state_parent_id_idx ON public.unit_state USING btree (parent_id)
  CREATE TRIGGER unit_state_changed AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.unit_state FOR EACH STATEMENT EXECUTE FUNCTION unit_register_changed()

unit_successor
  unit_id bigint not null
  successor_id bigint not null
  main boolean not null default true
  reorganisation_id bigint
  constraint unit_successor_pkey PRIMARY KEY (unit_id, successor_id)
  constraint unit_successor_reorganisation_id_fkey FOREIGN KEY (reorganisation_id) REFERENCES reorganisation(id) ON DELETE CASCADE
  constraint unit_successor_successor_id_fkey FOREIGN KEY (successor_id) REFERENCES unit(id) ON DELETE CASCADE
  constraint unit_successor_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id) ON DELETE CASCADE
  CREATE INDEX unit_successor_successor_id_idx ON public.unit_successor USING btree (successor_id)
  CREATE TRIGGER unit_successor_changed AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.unit_successor FOR EACH STATEMENT EXECUTE FUNCTION unit_register_changed()

unit_tally
 SELECT unit_count.unit_id,
    unit_count.root_id,
    unit_count.role,
    unit_count.group_id,
    unit_count.year,
    unit_count.bucket,
    unit_count.outcome,
    unit_count.n
   FROM unit_count
UNION ALL
 SELECT tally_entry.unit_id,
    tally_entry.root_id,
    tally_entry.role,
    tally_entry.group_id,
    tally_entry.year,
    tally_entry.bucket,
    tally_entry.outcome,
    tally_entry.n
   FROM tally_entry;

unit_year
  unit_id bigint not null
  root_id bigint not null
  year smallint not null
  constraint unit_year_pkey PRIMARY KEY (unit_id, root_id, year)
  CREATE INDEX unit_year_root_id_idx ON public.unit_year USING btree (root_id)

urging
  id bigint not null identity
  root_id bigint not null
  from_unit_id bigint
  to_unit_id bigint not null
  person_id bigint
  channel text not null
  reference text
  message text not null
  urged_on date not null
  answer_by date
  answered_at timestamp with time zone
  answered_by bigint
  answer text
  at timestamp with time zone not null default now()
  constraint urging_pkey PRIMARY KEY (id)
  constraint urging_answered_by_fkey FOREIGN KEY (answered_by) REFERENCES person(id)
  constraint urging_from_unit_id_fkey FOREIGN KEY (from_unit_id) REFERENCES unit(id)
  constraint urging_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
  constraint urging_root_id_fkey FOREIGN KEY (root_id) REFERENCES unit(id)
  constraint urging_to_unit_id_fkey FOREIGN KEY (to_unit_id) REFERENCES unit(id)
  constraint urging_channel_check CHECK ((channel = ANY (ARRAY['system'::text, 'letter'::text, 'phone'::text, 'email'::text, 'meeting'::text])))
  CREATE INDEX urging_root_id_urged_on_idx ON public.urging USING btree (root_id, urged_on)
  CREATE INDEX urging_to_unit_id_urged_on_idx ON public.urging USING btree (to_unit_id, urged_on)
  CREATE TRIGGER urging_counted_changed AFTER UPDATE ON public.urging REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION count_urgings()
  CREATE TRIGGER urging_counted_gone AFTER DELETE ON public.urging REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION count_urgings()
  CREATE TRIGGER urging_counted_new AFTER INSERT ON public.urging REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION count_urgings()

urging_duty
  urging_id bigint not null
  duty_id bigint not null
  constraint urging_duty_pkey PRIMARY KEY (urging_id, duty_id)
  constraint urging_duty_duty_id_fkey FOREIGN KEY (duty_id) REFERENCES duty(id) ON DELETE CASCADE
  constraint urging_duty_urging_id_fkey FOREIGN KEY (urging_id) REFERENCES urging(id) ON DELETE CASCADE
  CREATE INDEX urging_duty_duty_id_idx ON public.urging_duty USING btree (duty_id)

urging_report
  urging_id bigint not null
  report_id bigint not null
  constraint urging_report_pkey PRIMARY KEY (urging_id, report_id)
  constraint urging_report_report_id_fkey FOREIGN KEY (report_id) REFERENCES report(id) ON DELETE CASCADE
  constraint urging_report_urging_id_fkey FOREIGN KEY (urging_id) REFERENCES urging(id) ON DELETE CASCADE
  CREATE INDEX urging_report_report_id_idx ON public.urging_report USING btree (report_id)

webhook
  id bigint not null identity
  unit_id bigint not null
  url text not null
  secret text not null
  events text[] not null
  active boolean not null default true
  created_by bigint
  created_at timestamp with time zone not null default now()
  version integer not null default 1
  constraint webhook_pkey PRIMARY KEY (id)
  constraint webhook_created_by_fkey FOREIGN KEY (created_by) REFERENCES person(id)
  constraint webhook_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id)

webhook_delivery
  id bigint not null identity
  webhook_id bigint not null
  event text not null
  body text not null
  at timestamp with time zone not null default now()
  attempts integer not null default 0
  status text not null default 'waiting'::text
  answered integer
  problem text
  last_at timestamp with time zone
  constraint webhook_delivery_pkey PRIMARY KEY (id)
  constraint webhook_delivery_webhook_id_fkey FOREIGN KEY (webhook_id) REFERENCES webhook(id) ON DELETE CASCADE
  constraint webhook_delivery_status_check CHECK ((status = ANY (ARRAY['waiting'::text, 'delivered'::text, 'failed'::text])))
  CREATE INDEX webhook_delivery_webhook_id_id_idx ON public.webhook_delivery USING btree (webhook_id, id)
