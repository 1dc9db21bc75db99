// The register's units, indexed once: by every way their names are written, and by the place in whose documents a short
// name ("UBND tỉnh", "Sở Nội vụ", "Phòng Kinh tế") means them.
import { unitKey } from './agency-key.ts';
import type { Unit, UnitId } from './unit.ts';
import type { Writing } from './unit-names.ts';
import { withoutPlace, writings } from './unit-names.ts';
import type { Placed, Seat } from './unit-place.ts';
import { placeUnits, territory } from './unit-place.ts';

/** One way to write a unit's name. */
export interface Posting {
  readonly placed: Placed;
  readonly how: Writing['how'];
  /** With diacritics. */
  readonly strict: string;
}

export interface UnitIndex {
  readonly byId: ReadonlyMap<UnitId, Placed>;
  /** Names that say which unit they mean. */
  readonly byKey: ReadonlyMap<string, readonly Posting[]>;
  /** Names that mean a unit in documents of one agency alone, under `scopeKey`. */
  readonly byScope: ReadonlyMap<string, readonly Posting[]>;
  /** Units of a province, or (null) central ones. */
  readonly byRoot: ReadonlyMap<UnitId | null, readonly Placed[]>;
  /** The provinces that the register holds, with the folded name of their place. */
  readonly roots: ReadonlyMap<UnitId, string>;
}

export function scopeKey(scope: UnitId, key: string): string {
  return `${typeof scope} ${scope} ${key}`;
}

type Postings = Map<string, Posting[]>;

interface Building {
  readonly byKey: Postings;
  readonly byScope: Postings;
}

/** Keys of one unit come one after another, so that only the last posting can be its own. */
function add(map: Postings, key: string, posting: Posting): void {
  const same = map.get(key);
  if (!same) map.set(key, [posting]);
  else if (same.at(-1)?.placed !== posting.placed) same.push(posting);
}

/** Provinces become cities: documents of the years before say "tỉnh". The reverse would confuse a province with its chief town. */
function sortsOf(sort: string): readonly string[] {
  return sort === 'thanh pho' ? ['thanh pho', 'tinh'] : [sort];
}

/** Departments and other bodies of a province: the short name in its own documents, the full one everywhere. */
function addOfProvince(
  { byKey, byScope }: Building,
  posting: Posting,
  key: string,
  scope: UnitId,
  place: string,
  sort: string,
): void {
  const local = withoutPlace(key, place).replace(new RegExp(` ${sort}$`), '');
  if (local === '') return;
  add(byScope, scopeKey(scope, local), posting);
  add(byKey, `${local} ${place}`, posting);
  for (const written of sortsOf(sort)) {
    add(byScope, scopeKey(scope, `${local} ${written}`), posting);
    add(byKey, `${local} ${written} ${place}`, posting);
  }
}

/** Offices of a district or commune: in its own documents, or with its name. */
function addOfCommittee({ byKey, byScope }: Building, posting: Posting, key: string, superior: Placed): void {
  const seat = territory(superior.unit);
  if (!seat) return;
  const local = withoutPlace(key, `${seat.sort} ${seat.place}`).replace(new RegExp(` ${seat.sort}$`), '');
  for (const short of [local, `${local} ${seat.sort}`, `${local} uy ban nhan dan ${seat.sort}`])
    add(byScope, scopeKey(superior.unit.id, short), posting);
  for (const full of [
    `${local} ${seat.sort} ${seat.place}`,
    `${local} uy ban nhan dan ${seat.sort} ${seat.place}`,
  ])
    add(byKey, full, posting);
}

/** A committee or its territory: "UBND xã Bến Nghệ", "xã Bến Nghệ"; "UBND xã" in its own documents. */
function addTerritory({ byKey, byScope }: Building, placed: Placed, { sort, place }: Seat): void {
  const { strict } = unitKey(placed.unit);
  const posting: Posting = { placed, how: 'name', strict };
  add(byKey, `uy ban nhan dan ${sort} ${place}`, posting);
  add(byKey, `${sort} ${place}`, { ...posting, how: 'alias' });
  add(byKey, `uy ban nhan dan ${place}`, { ...posting, how: 'alias' });
  for (const short of [`uy ban nhan dan ${sort}`, 'uy ban nhan dan', sort])
    add(byScope, scopeKey(placed.unit.id, short), posting);
  if (placed.root === placed.unit.id && sort === 'thanh pho') {
    add(byKey, `uy ban nhan dan tinh ${place}`, { ...posting, how: 'alias' });
    add(byScope, scopeKey(placed.unit.id, 'uy ban nhan dan tinh'), posting);
  }
  // "UBND thành phố" in a province's documents is that of its city, if it has but one.
  if (sort === 'thanh pho' && placed.root !== null && placed.root !== placed.unit.id)
    add(byScope, scopeKey(placed.root, `uy ban nhan dan ${sort}`), posting);
}

/** Indexes a register of units; resolve as many names with it as there are. */
export function indexUnits(units: readonly Unit[]): UnitIndex {
  const byId = placeUnits(units);
  const roots = new Map<UnitId, Seat>();
  for (const { unit, root } of byId.values()) {
    const seat = root === unit.id ? territory(unit) : null;
    if (seat) roots.set(unit.id, seat);
  }
  const byKey: Postings = new Map();
  const byScope: Postings = new Map();
  const building = { byKey, byScope };
  for (const placed of byId.values()) {
    const seat = territory(placed.unit);
    const home = placed.root === null ? undefined : roots.get(placed.root);
    if (seat) addTerritory(building, placed, seat);
    for (const { key, strict, how } of writings(placed.unit, home ?? null)) {
      if (key === '') continue;
      const posting: Posting = { placed, how, strict };
      const superior = placed.unit.superiorId === null ? undefined : byId.get(placed.unit.superiorId);
      if (seat || home === undefined || placed.root === null) add(byKey, key, posting);
      else if (placed.level === 'province')
        addOfProvince(building, posting, key, placed.root, home.place, home.sort);
      else if (superior) addOfCommittee(building, posting, key, superior);
    }
  }
  return {
    byId,
    byKey,
    byScope,
    byRoot: Map.groupBy(byId.values(), ({ root }) => root),
    roots: new Map([...roots].map(([id, { place: name }]) => [id, name])),
  };
}
