import type { Me, UnitRef } from '@nhipcau/server/contract';

/** Units for which the reader draws plans up; a coordinating body does so for the top of its tree first of all. */
export function draftingUnits(me: Me | undefined): UnitRef[] {
  const roles = me?.roles ?? [];
  const own = roles
    .filter(({ role }) => role === 'officer' || role === 'leader' || role === 'coordinator')
    .map(({ unitId, unitName }): UnitRef => ({ id: unitId, name: unitName }));
  const top = me?.root && roles.some(({ role }) => role === 'coordinator') ? [me.root] : [];
  return [...new Map([...top, ...own].map((unit) => [unit.id, unit])).values()];
}
