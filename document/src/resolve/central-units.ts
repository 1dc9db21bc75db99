// Ministries and other central bodies as units, so that a register resolves "Bộ Ngoại giao" without anybody typing it in.
import { MINISTRIES } from '../gazetteer/ministries.ts';
import type { Unit } from './unit.ts';

/** The gazetteer's central bodies; ids are "vn:" and the gazetteer's id. */
export const CENTRAL_UNITS: readonly Unit[] = MINISTRIES.map((agency) => ({
  id: `vn:${agency.id}`,
  name: agency.name,
  kind: agency.kind,
  level: agency.level,
  aliases: agency.aliases,
  superiorId: null,
  from: agency.from,
  to: agency.to,
  successors: agency.successors.map((id) => `vn:${id}`),
}));
