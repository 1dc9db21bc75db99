-- Made from the migrations by db/migrate.test.ts: `vitest -u` writes it anew.

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
  constraint document_waiting_key UNIQUE (waiting)
  constraint document_pkey PRIMARY KEY (id)
  constraint document_revision_of_fkey FOREIGN KEY (revision_of) REFERENCES document(id) ON DELETE SET NULL
  constraint document_superseded_by_fkey FOREIGN KEY (superseded_by) REFERENCES document(id)
  constraint document_check CHECK (((status = 'reading'::text) OR (file_name IS NOT NULL)))
  constraint document_check1 CHECK (((status = ANY (ARRAY['reading'::text, 'failed'::text])) OR ((sha256 IS NOT NULL) AND (format IS NOT NULL))))
  constraint document_check2 CHECK (((status = ANY (ARRAY['accepted'::text, 'superseded'::text])) = (accepted_at IS NOT NULL)))
  constraint document_status_check CHECK ((status = ANY (ARRAY['reading'::text, 'review'::text, 'accepted'::text, 'superseded'::text, 'failed'::text])))
  CREATE UNIQUE INDEX document_file ON public.document USING btree (sha256)
  CREATE INDEX document_number_key_idx ON public.document USING btree (number_key)
  CREATE INDEX document_revision_of_idx ON public.document USING btree (revision_of)
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

migration
  name text not null
  applied_at timestamp with time zone not null default now()
  constraint migration_pkey PRIMARY KEY (name)

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

saved_view
  id bigint not null identity
  name text collate vi not null
  name_key text not null
  query text not null
  columns text[]
  created_at timestamp with time zone not null default now()
  constraint saved_view_name_key_key UNIQUE (name_key)
  constraint saved_view_pkey PRIMARY KEY (id)

seed
  name text not null
  hash text not null
  constraint seed_pkey PRIMARY KEY (name)

task
  id bigint not null identity
  document_id bigint not null
  draft_id text not null
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
  constraint task_document_id_draft_id_key UNIQUE (document_id, draft_id)
  constraint task_pkey PRIMARY KEY (id)
  constraint task_continues_fkey FOREIGN KEY (continues) REFERENCES task(id)
  constraint task_document_id_fkey FOREIGN KEY (document_id) REFERENCES document(id)
  constraint task_check CHECK (((status = 'done'::text) = (done_on IS NOT NULL)))
  constraint task_check1 CHECK (((due_kind = 'by'::text) = ((due_from IS NULL) AND (due_to IS NOT NULL))))
  constraint task_check2 CHECK (((due_kind = 'during'::text) = ((due_from IS NOT NULL) AND (due_to IS NOT NULL))))
  constraint task_due_kind_check CHECK ((due_kind = ANY (ARRAY['by'::text, 'during'::text, 'recurring'::text, 'unspecified'::text])))
  constraint task_status_check CHECK ((status = ANY (ARRAY['open'::text, 'done'::text, 'cancelled'::text])))
  CREATE INDEX task_continues_idx ON public.task USING btree (continues)
  CREATE INDEX task_due_to_idx ON public.task USING btree (due_to) WHERE (withdrawn_at IS NULL)
  CREATE INDEX task_group_name_idx ON public.task USING hash (group_name)
  CREATE INDEX task_search ON public.task USING gin (search gin_trgm_ops)

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

trail
  id bigint not null identity
  document_id bigint not null
  at timestamp with time zone not null default now()
  action text not null
  detail text
  constraint trail_pkey PRIMARY KEY (id)
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
  constraint unit_key_key UNIQUE (key)
  constraint unit_pkey PRIMARY KEY (id)
  constraint unit_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES unit(id)
  constraint unit_check CHECK (((valid_from IS NULL) OR (valid_to IS NULL) OR (valid_from <= valid_to)))
  CREATE INDEX unit_parent_id_idx ON public.unit USING btree (parent_id)
  CREATE INDEX unit_search ON public.unit USING gin (search gin_trgm_ops)

unit_successor
  unit_id bigint not null
  successor_id bigint not null
  constraint unit_successor_pkey PRIMARY KEY (unit_id, successor_id)
  constraint unit_successor_successor_id_fkey FOREIGN KEY (successor_id) REFERENCES unit(id) ON DELETE CASCADE
  constraint unit_successor_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id) ON DELETE CASCADE
