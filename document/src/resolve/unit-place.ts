// Where a unit stands: its level and its province, told from names and superiors.
import type { Level } from '../gazetteer/agency.ts';
import { unitKey } from './agency-key.ts';
import type { Unit, UnitId } from './unit.ts';

export interface Placed {
  readonly unit: Unit;
  readonly level: Level;
  /** The province (its committee, or the territory) that it belongs to; null for central bodies. */
  readonly root: UnitId | null;
}

const SORT: Readonly<Record<string, Level>> = {
  tinh: 'province',
  huyen: 'district',
  quan: 'district',
  'thi xa': 'district',
  xa: 'commune',
  phuong: 'commune',
  'dac khu': 'commune',
  'thi tran': 'commune',
};
const COMMITTEE = /^(?:uy ban nhan dan )?(tinh|thanh pho|huyen|quan|thi xa|xa|phuong|dac khu|thi tran) (.+)$/;
const TERRITORIES: ReadonlySet<string> = new Set(['province', 'district', 'commune', 'committee']);
const CENTRAL: ReadonlySet<string> = new Set(['ministry', 'state-organ']);

export interface Seat {
  readonly sort: string;
  readonly place: string;
}

/** "tinh" and "song thao" of "Ủy ban nhân dân tỉnh Sông Thao"; null for agencies that are not a place's committee. */
export function territory(unit: Unit): Seat | null {
  if (!TERRITORIES.has(unit.kind)) return null;
  const found = COMMITTEE.exec(unitKey(unit).key);
  return found?.[1] && found[2] ? { sort: found[1], place: found[2] } : null;
}

function ownLevel(unit: Unit): Level | null {
  if (unit.level) return unit.level;
  if (unit.kind === 'province' || unit.kind === 'district' || unit.kind === 'commune') return unit.kind;
  if (CENTRAL.has(unit.kind)) return 'central';
  const place = territory(unit);
  if (!place) return null;
  return SORT[place.sort] ?? (unit.superiorId === null ? 'province' : 'district');
}

/** Levels and provinces follow from the chain of superiors; a chain that bites its own tail ends where it began. */
export function placeUnits(units: readonly Unit[]): Map<UnitId, Placed> {
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  const placed = new Map<UnitId, Placed>();
  const seats = units.filter(
    (unit) => unit.superiorId === null && ownLevel(unit) === 'province' && territory(unit),
  );
  const rootOf = new Map(seats.map((unit) => [unit.province ?? '', unit.id]));
  rootOf.delete('');
  for (const unit of units) {
    const chain: Unit[] = [];
    const seen = new Set<UnitId>();
    for (let at: Unit | undefined = unit; at && !placed.has(at.id) && !seen.has(at.id);) {
      seen.add(at.id);
      chain.push(at);
      at = at.superiorId === null ? undefined : byId.get(at.superiorId);
    }
    for (const link of chain.toReversed()) {
      const above = link.superiorId === null ? undefined : placed.get(link.superiorId);
      const level = ownLevel(link) ?? above?.level ?? 'province';
      const isRoot = level === 'province' && territory(link) !== null;
      const ofProvince = level === 'central' ? undefined : rootOf.get(link.province ?? '');
      const root = above?.root ?? (isRoot ? link.id : ofProvince) ?? null;
      placed.set(link.id, { unit: link, level, root });
    }
  }
  return placed;
}
