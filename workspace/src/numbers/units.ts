import type { Me } from '@nhipcau/server/contract';

/** Units whose registers the reader keeps or reads: their own, and the agency that their body coordinates for. */
export function registerUnits(me: Me | undefined): { id: number; name: string }[] {
  const units = new Map((me?.drafts ?? []).map(({ id, name }) => [id, name]));
  for (const { unitId, unitName } of me?.roles ?? []) units.set(unitId, unitName);
  return [...units].map(([id, name]) => ({ id, name }));
}
