-- Made from the migrations by db/migrate.test.ts: `vitest -u` writes it anew.

answered
  asker text not null
  key text not null
  request text not null
  status integer
  body text
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
  constraint api_token_hash_key UNIQUE (hash)
  constraint api_token_pkey PRIMARY KEY (id)
  constraint api_token_created_by_fkey FOREIGN KEY (created_by) REFERENCES person(id)
  constraint api_token_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id)
  CREATE INDEX api_token_unit_id_idx ON public.api_token USING btree (unit_id)

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
  detail jsonb not null
  previous text not null
  hash text not null
  constraint audit_pkey PRIMARY KEY (seq)
  CREATE INDEX audit_person_id_seq_idx ON public.audit USING btree (person_id, seq)
  CREATE INDEX audit_root_id_seq_idx ON public.audit USING btree (root_id, seq)
  CREATE INDEX audit_subject_subject_id_seq_idx ON public.audit USING btree (subject, subject_id, seq)

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
  CREATE UNIQUE INDEX document_file ON public.document USING btree (sha256)
  CREATE INDEX document_number_key_idx ON public.document USING btree (number_key)
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
  progress smallint
  last_moved_on date not null
  confirmer_id bigint
  plan_id bigint
  own_plan_id bigint
  root_id bigint not null
  group_id bigint
  year smallint not null
  version integer not null default 1
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
  CREATE INDEX duty_plan_id_idx ON public.duty USING btree (plan_id)
  CREATE INDEX duty_root_id_year_idx ON public.duty USING btree (root_id, year)
  CREATE INDEX duty_root_open ON public.duty USING btree (root_id, due_on) WHERE ((done_on IS NULL) AND (cancelled_on IS NULL))
  CREATE INDEX duty_to_confirm ON public.duty USING btree (confirmer_id) WHERE ((done_on IS NOT NULL) AND (confirmed_on IS NULL) AND (cancelled_on IS NULL))
  CREATE INDEX duty_unit_id_year_idx ON public.duty USING btree (unit_id, year)
  CREATE INDEX duty_unit_open ON public.duty USING btree (unit_id, due_on) WHERE ((done_on IS NULL) AND (cancelled_on IS NULL))

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
  constraint duty_transfer_pkey PRIMARY KEY (id)
  constraint duty_transfer_duty_id_fkey FOREIGN KEY (duty_id) REFERENCES duty(id) ON DELETE CASCADE
  constraint duty_transfer_from_unit_id_fkey FOREIGN KEY (from_unit_id) REFERENCES unit(id)
  constraint duty_transfer_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
  constraint duty_transfer_reorganisation_id_fkey FOREIGN KEY (reorganisation_id) REFERENCES reorganisation(id)
  constraint duty_transfer_to_unit_id_fkey FOREIGN KEY (to_unit_id) REFERENCES unit(id)
  CREATE INDEX duty_transfer_duty_id_idx ON public.duty_transfer USING btree (duty_id)
  CREATE INDEX duty_transfer_from_unit_id_idx ON public.duty_transfer USING btree (from_unit_id)

evidence
  id bigint not null identity
  duty_id bigint not null
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
  constraint evidence_pkey PRIMARY KEY (id)
  constraint evidence_added_by_fkey FOREIGN KEY (added_by) REFERENCES person(id)
  constraint evidence_duty_id_fkey FOREIGN KEY (duty_id) REFERENCES duty(id) ON DELETE CASCADE
  constraint evidence_check CHECK (((kind = 'file'::text) = (sha256 IS NOT NULL)))
  constraint evidence_check1 CHECK (((kind <> 'link'::text) OR (url IS NOT NULL)))
  constraint evidence_kind_check CHECK ((kind = ANY (ARRAY['file'::text, 'link'::text, 'record'::text])))
  CREATE INDEX evidence_duty_id_idx ON public.evidence USING btree (duty_id)
  CREATE INDEX evidence_sha256_idx ON public.evidence USING btree (sha256)

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
  constraint notice_pkey PRIMARY KEY (id)
  constraint notice_duty_id_fkey FOREIGN KEY (duty_id) REFERENCES duty(id) ON DELETE CASCADE
  constraint notice_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
  constraint notice_plan_id_fkey FOREIGN KEY (plan_id) REFERENCES plan(id) ON DELETE CASCADE
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
  constraint person_email_key_key UNIQUE (email_key)
  constraint person_pkey PRIMARY KEY (id)
  constraint person_locale_check CHECK ((locale = ANY (ARRAY['vi'::text, 'en'::text])))

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
  superior_id bigint
  previous_id bigint
  body jsonb not null
  version integer not null default 1
  edition integer not null default 1
  amendment jsonb
  amendment_status text
  demo boolean not null default false
  search text not null default ''::text
  search_exact text not null default ''::text
  created_by bigint
  created_at timestamp with time zone not null default now()
  changed_at timestamp with time zone not null default now()
  constraint plan_pkey PRIMARY KEY (id)
  constraint plan_created_by_fkey FOREIGN KEY (created_by) REFERENCES person(id)
  constraint plan_document_id_fkey FOREIGN KEY (document_id) REFERENCES document(id)
  constraint plan_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES unit(id)
  constraint plan_previous_id_fkey FOREIGN KEY (previous_id) REFERENCES plan(id)
  constraint plan_root_id_fkey FOREIGN KEY (root_id) REFERENCES unit(id)
  constraint plan_superior_id_fkey FOREIGN KEY (superior_id) REFERENCES plan(id)
  constraint plan_amendment_status_check CHECK ((amendment_status = ANY (ARRAY['draft'::text, 'submitted'::text, 'returned'::text, 'approved'::text])))
  constraint plan_check CHECK ((period_from <= period_to))
  constraint plan_check1 CHECK (((status = ANY (ARRAY['issued'::text, 'closed'::text])) = (issued_on IS NOT NULL)))
  constraint plan_check2 CHECK (((amendment IS NULL) = (amendment_status IS NULL)))
  constraint plan_status_check CHECK ((status = ANY (ARRAY['draft'::text, 'submitted'::text, 'returned'::text, 'approved'::text, 'issued'::text, 'closed'::text])))
  CREATE UNIQUE INDEX plan_of_document ON public.plan USING btree (document_id)
  CREATE INDEX plan_owner_id_period_from_idx ON public.plan USING btree (owner_id, period_from)
  CREATE INDEX plan_root_id_period_from_idx ON public.plan USING btree (root_id, period_from)
  CREATE INDEX plan_superior_id_idx ON public.plan USING btree (superior_id)

plan_edition
  plan_id bigint not null
  edition integer not null
  body jsonb not null
  number text
  issued_on date not null
  signer text
  reason text
  issued_at timestamp with time zone not null default now()
  issued_by bigint
  constraint plan_edition_pkey PRIMARY KEY (plan_id, edition)
  constraint plan_edition_issued_by_fkey FOREIGN KEY (issued_by) REFERENCES person(id)
  constraint plan_edition_plan_id_fkey FOREIGN KEY (plan_id) REFERENCES plan(id) ON DELETE CASCADE

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

refusal
  document_id bigint not null
  at timestamp with time zone not null default now()
  constraint refusal_pkey PRIMARY KEY (document_id)

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
  constraint reorganisation_unit_pkey PRIMARY KEY (reorganisation_id, unit_id, side)
  constraint reorganisation_unit_reorganisation_id_fkey FOREIGN KEY (reorganisation_id) REFERENCES reorganisation(id) ON DELETE CASCADE
  constraint reorganisation_unit_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id)
  constraint reorganisation_unit_side_check CHECK ((side = ANY (ARRAY['before'::text, 'after'::text])))
  CREATE INDEX reorganisation_unit_unit_id_idx ON public.reorganisation_unit USING btree (unit_id)

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

root_tally
  root_id bigint not null
  role text not null
  group_id bigint
  year smallint not null
  bucket date not null
  outcome text not null
  n integer not null
  constraint root_tally_outcome_check CHECK ((outcome = ANY (ARRAY['open'::text, 'on-time'::text, 'late'::text])))
  CREATE INDEX root_tally_root_id_year_idx ON public.root_tally USING btree (root_id, year)
  CREATE INDEX root_tally_year_idx ON public.root_tally USING btree (year)

saved_view
  id bigint not null identity
  name text collate vi not null
  name_key text not null
  query text not null
  columns text[]
  created_at timestamp with time zone not null default now()
  person_id bigint
  constraint saved_view_person_id_name_key_key UNIQUE NULLS NOT DISTINCT (person_id, name_key)
  constraint saved_view_pkey PRIMARY KEY (id)
  constraint saved_view_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)

seed
  name text not null
  hash text not null
  constraint seed_pkey PRIMARY KEY (name)

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
  status text not null default 'open'::text
  done_on date
  note text
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
  asks_plan boolean not null default false
  year smallint
  duties integer not null default 0
  duties_open integer not null default 0
  open_due date
  any_late boolean not null default false
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
  constraint task_check CHECK (((status = 'done'::text) = (done_on IS NOT NULL)))
  constraint task_check1 CHECK (((due_kind = 'by'::text) = ((due_from IS NULL) AND (due_to IS NOT NULL))))
  constraint task_check2 CHECK (((due_kind = 'during'::text) = ((due_from IS NOT NULL) AND (due_to IS NOT NULL))))
  constraint task_check3 CHECK (((document_id IS NOT NULL) OR (plan_id IS NOT NULL)))
  constraint task_due_kind_check CHECK ((due_kind = ANY (ARRAY['by'::text, 'during'::text, 'recurring'::text, 'unspecified'::text])))
  constraint task_status_check CHECK ((status = ANY (ARRAY['open'::text, 'done'::text, 'cancelled'::text])))
  CREATE INDEX task_continues_idx ON public.task USING btree (continues)
  CREATE INDEX task_due_to_idx ON public.task USING btree (due_to) WHERE (withdrawn_at IS NULL)
  CREATE INDEX task_group_id_idx ON public.task USING btree (group_id)
  CREATE INDEX task_group_name_idx ON public.task USING hash (group_name)
  CREATE INDEX task_owner_id_idx ON public.task USING btree (owner_id)
  CREATE INDEX task_root_id_year_idx ON public.task USING btree (root_id, year)
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
  constraint unit_state_reorganisation_id_fkey FOREIGN KEY (reorganisation_id) REFERENCES reorganisation(id)
  constraint unit_state_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id) ON DELETE CASCADE
  constraint unit_state_check CHECK (((valid_from IS NULL) OR (valid_to IS NULL) OR (valid_from <= valid_to)))
  CREATE INDEX unit_state_parent_id_idx ON public.unit_state USING btree (parent_id)

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

unit_tally
  unit_id bigint not null
  role text not null
  group_id bigint
  year smallint not null
  bucket date not null
  outcome text not null
  n integer not null
  constraint unit_tally_outcome_check CHECK ((outcome = ANY (ARRAY['open'::text, 'on-time'::text, 'late'::text])))
  CREATE INDEX unit_tally_unit_id_year_idx ON public.unit_tally USING btree (unit_id, year)

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

urging_duty
  urging_id bigint not null
  duty_id bigint not null
  constraint urging_duty_pkey PRIMARY KEY (urging_id, duty_id)
  constraint urging_duty_duty_id_fkey FOREIGN KEY (duty_id) REFERENCES duty(id) ON DELETE CASCADE
  constraint urging_duty_urging_id_fkey FOREIGN KEY (urging_id) REFERENCES urging(id) ON DELETE CASCADE
  CREATE INDEX urging_duty_duty_id_idx ON public.urging_duty USING btree (duty_id)

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
