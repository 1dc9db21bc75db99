// For which units the reader may set regimes and call for reports: their own, and the one that they coordinate for.
import type { UnitRef } from '@nhipcau/server/contract';
import { useMe } from '../access/me.ts';

export function useOwners(): readonly UnitRef[] {
  const me = useMe();
  if (!me) return [];
  const drafts = me.drafts ?? [];
  const held = me.roles.map(({ unitId, unitName }) => ({ id: unitId, name: unitName }));
  const all = [
    ...new Map([...drafts, ...held].map((unit) => [unit.id, { id: unit.id, name: unit.name }])).values(),
  ];
  // Whom one coordinates for comes first: reports are called in that name.
  return all.toSorted((a, b) => Number(b.id === me.root?.id) - Number(a.id === me.root?.id));
}
