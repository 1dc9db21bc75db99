// The register's units, indexed once: by every way their names are written, and by the place in whose documents a short
// name ("UBND tỉnh", "Sở Nội vụ", "Phòng Kinh tế") means them.
import type { KnownAgency, Level } from '../gazetteer/agency.ts';
import { DEPARTMENTS } from '../gazetteer/departments.ts';
import { LOCAL_BODIES } from '../gazetteer/local-bodies.ts';
import { MINISTRIES } from '../gazetteer/ministries.ts';
import { agencyKey, unitKey } from './agency-key.ts';
import type { Unit, UnitId } from './unit.ts';

export interface Placed {
  readonly unit: Unit;
  readonly level: Level;
  /** The province (its committee, or the territory) that it belongs to; null for central bodies. */
  readonly root: UnitId | null;
}

/** One way to write a unit's name. */
export interface Posting {
  readonly placed: Placed;
  readonly how: 'name' | 'alias' | 'abbreviation';
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

interface Seat {
  readonly sort: string;
  readonly place: string;
}

/** "tinh" and "song thao" of "Ủy ban nhân dân tỉnh Sông Thao"; null for agencies that are not a place's committee. */
function territory(unit: Unit): Seat | null {
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
function place(units: readonly Unit[]): Map<UnitId, Placed> {
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

const KNOWN: ReadonlyMap<string, readonly KnownAgency[]> = Map.groupBy(
  [...MINISTRIES, ...DEPARTMENTS, ...LOCAL_BODIES],
  ({ name }) => agencyKey(name).key,
);

/** Capitals in a row: an abbreviation stands in the name. */
const ABBREVIATED = /\p{Lu}[\p{Lu}&]/u;

function withoutPlace(key: string, place: string): string {
  for (const tail of [` tinh ${place}`, ` thanh pho ${place}`, ` ${place}`])
    if (key.endsWith(tail) && key.length > tail.length) return key.slice(0, -tail.length);
  return key;
}

interface Writing {
  readonly key: string;
  readonly strict: string;
  readonly how: Posting['how'];
}

/** What bodies of this name are usually called; "Thanh tra thành phố" only in a city, "Thanh tra tỉnh" only in a province. */
function usualAliases(key: string, home: Seat | null): string[] {
  const base = home === null ? key : withoutPlace(key, home.place);
  const known = [base, `${base} tinh`, base.replace(/ tinh$/, '')].flatMap((name) => KNOWN.get(name) ?? []);
  const other = home === null ? null : home.sort === 'tinh' ? / (?:thanh pho|thanh uy|tp)$/ : / tinh$/;
  return known.flatMap(({ aliases }) => aliases).filter((alias) => !other?.test(agencyKey(alias).key));
}

/** The unit's name, its aliases, and those that bodies of its name usually have. */
function writings(unit: Unit, home: Seat | null): Writing[] {
  const name = unitKey(unit);
  const usual = territory(unit) ? [] : usualAliases(name.key, home);
  const aliases = [...unit.aliases, ...usual].map((alias): Writing => {
    const { key, strict } = agencyKey(alias);
    return {
      key,
      strict,
      how: ABBREVIATED.test(alias.replace(/\s+/g, '')) && /\p{Lu}{2}/u.test(alias) ? 'abbreviation' : 'alias',
    };
  });
  return [{ key: name.key, strict: name.strict, how: 'name' }, ...aliases];
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
  for (const short of [local, `${local} ${sort}`]) add(byScope, scopeKey(scope, short), posting);
  for (const full of [`${local} ${place}`, `${local} ${sort} ${place}`]) add(byKey, full, posting);
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
  for (const short of [`uy ban nhan dan ${sort}`, 'uy ban nhan dan', `${sort}`])
    add(byScope, scopeKey(placed.unit.id, short), posting);
  // "UBND thành phố" in a province's documents is that of its city, if it has but one.
  if (sort === 'thanh pho' && placed.root !== null && placed.root !== placed.unit.id)
    add(byScope, scopeKey(placed.root, `uy ban nhan dan ${sort}`), posting);
}

/** Indexes a register of units; resolve as many names with it as there are. */
export function indexUnits(units: readonly Unit[]): UnitIndex {
  const byId = place(units);
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
