// A file may prove what a report says as well as that a duty was done: the same evidence, held by either.
export const sql = /* sql */ `
alter table evidence
  alter column duty_id drop not null,
  add column report_id bigint references report on delete cascade,
  add check (num_nonnulls(duty_id, report_id) = 1),
  add check (report_id is null or kind = 'file');
create index on evidence (report_id) where report_id is not null;
alter table report_evidence
  drop constraint report_evidence_kind_check,
  add constraint report_evidence_kind_check check (kind in ('link', 'document', 'evidence', 'duty', 'file'));
create index on report_evidence (evidence_id) where evidence_id is not null;
`;
