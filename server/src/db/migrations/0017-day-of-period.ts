// A recurring task may name the day within each period by which it is due.
export const sql = /* sql */ `
-- {month, day, weekday}, of which the interval says which are meant; null: the last day of each period.
alter table task add column due_day jsonb;
`;
