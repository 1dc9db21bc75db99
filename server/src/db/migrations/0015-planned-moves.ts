// Duties that are to change hands on a day that has been decided; and from which tree a duty came that did.
export const sql = /* sql */ `
-- What a reorganisation names apart. Carried out when the units are brought to the day; the row then becomes a transfer.
create table duty_move (
  reorganisation_id bigint not null references reorganisation on delete cascade,
  duty_id bigint not null references duty on delete cascade,
  -- Who had it when this was decided. Somebody else has it on the day: it stays there.
  from_unit_id bigint not null references unit,
  to_unit_id bigint not null references unit,
  on_day date not null,
  primary key (reorganisation_id, duty_id)
);
create index on duty_move (duty_id);
create index on duty_move (on_day);

alter table duty_transfer add column from_root_id bigint references unit;

-- Which units have had duties under a top that is not theirs any more.
create index on unit_year (root_id);
`;
