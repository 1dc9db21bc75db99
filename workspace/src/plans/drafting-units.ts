import type { Me, UnitRef } from '@nhipcau/server/contract';

/** Units for which the reader draws plans up; of a coordinating body, the one that it works for first of all. */
export const draftingUnits = (me: Me | undefined): UnitRef[] => me?.drafts ?? [];
