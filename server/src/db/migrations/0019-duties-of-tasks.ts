// The duties of tasks that were found by their words, in one year of many.
export const sql = /* sql */ `
create index duty_task_year on duty (task_id, year);
`;
