// Whoever reaches a tree whole finds what they confirm in other trees without looking through their own.
export const sql = /* sql */ `
create index duty_confirmer_tree on duty (confirmer_id, root_id);
`;
