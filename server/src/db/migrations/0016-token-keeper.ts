// A token is worth something as long as somebody answers for it who administers its unit: its maker, or who took it over.
export const sql = /* sql */ `
alter table api_token add column kept_by bigint references person;
update api_token set kept_by = created_by;
`;
