// A filled report lies with the unit's leaders until one of them sends it or gives it back.
export const sql = /* sql */ `
alter table report
  add column handed_at timestamptz,
  add column handed_by bigint references person,
  add column handed_note text,
  add check (handed_at is null or status in ('draft', 'returned')),
  add check (handed_at is not null or (handed_by is null and handed_note is null));
create index report_handed on report (due_on, id) where handed_at is not null;
`;
