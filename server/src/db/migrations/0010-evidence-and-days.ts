// Evidence waits until its file has been read; a report's day is corrected by who confirms it.
export const sql = /* sql */ `
alter table evidence drop constraint evidence_check;
alter table evidence
  -- checking: taken in, not yet read, open to nobody; refused: destroyed, and only that there was one is left.
  add column state text not null default 'kept' check (state in ('checking', 'kept', 'refused')),
  -- The folder in which its file and its name wait.
  add column waiting text,
  add column refusal text check (refusal in ('secret-mark', 'unreadable')),
  add check ((kind = 'file' and state <> 'refused') = (sha256 is not null)),
  add check ((state = 'checking') = (waiting is not null)),
  add check ((state = 'refused') = (refusal is not null)),
  add check (state = 'kept' or (file_name is null and title = ''));
create index on evidence (id) where state = 'checking';

-- The day first reported, after the report was sent back: no later report names an earlier one unless the day was corrected.
alter table duty add column done_floor date;
`;
