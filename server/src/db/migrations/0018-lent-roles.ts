// Whoever stands in for an administrator lends roles; what is given by such a role ends with it, through however many hands.
export const sql = /* sql */ `
alter table role_grant add column lent boolean not null default false;
`;
