// The units that every installation begins with, from the files in server/data and the library's gazetteers. Pure.
import {
  CENTRAL_UNITS,
  DEPARTMENTS,
  indexUnits,
  type KnownAgency,
  type Unit,
  type UnitId,
} from '@nhipcau/document';
import { dayBefore } from './days.ts';

/** A unit under a name that stays the same from one seeding to the next; its superior and successors too. */
export type SeedUnit = Omit<Unit, 'id' | 'superiorId' | 'successors'> & {
  readonly id: string;
  readonly superiorId: string | null;
  readonly successors: readonly string[];
  readonly demo?: boolean;
  readonly assumed?: boolean;
  readonly areaCode?: string | null;
  /** What it was called until a day of its life. */
  readonly former?: { readonly name: string; readonly until: string };
};

type Row = Readonly<Record<string, string>>;

export interface SeedFiles {
  readonly provinces: readonly Row[];
  readonly communes: readonly Row[];
  readonly oldProvinces: readonly Row[];
  readonly oldDistricts: readonly Row[];
  /** Places that became another kind: day, area code, kind before. */
  readonly renames: readonly Row[];
  /** As in demo-units.json; empty where the illustration is off. */
  readonly demo: readonly Unit[];
}

/** Resolution 202/2025/QH15: 63 provinces became 34, districts ended, communes were made anew. */
const lastDay = '2025-06-30';
const firstDay = '2025-07-01';

interface Province {
  readonly key: string;
  readonly code: string;
  readonly name: string;
  readonly sort: string;
  readonly from: string | null;
  readonly to: string | null;
  readonly successor: string | null;
  readonly was: Was | null;
}

/** A place of another kind until that day. */
interface Was {
  readonly until: string;
  readonly sort: string;
}

/** Provinces and ministries stand below it. */
const government = 'central:vn:chinh-phu';
const ofGovernment: ReadonlySet<string> = new Set(['ministry', 'government-agency']);

export function seedUnits(files: SeedFiles): readonly SeedUnit[] {
  const was = new Map(files.renames.map((row) => [row['code'] ?? '', wasOf(row)]));
  const provinces = provincesOf(files, was);
  const old = new Map(
    provinces.filter(({ to }) => to !== null).map((province) => [province.code, province.key]),
  );
  const now = new Map(
    provinces.filter(({ to }) => to === null).map((province) => [province.code, province.key]),
  );
  const levels = indexUnits(files.demo).byId;
  return [
    ...CENTRAL_UNITS.map(central),
    ...provinces.map(committeeOf),
    ...provinces.flatMap((province) => departmentsOf(province)),
    ...files.oldDistricts.map((row) =>
      local(row, old.get(row['province_code'] ?? '') ?? now.get(row['province_code'] ?? ''), 'district'),
    ),
    ...files.communes.map((row) =>
      local(row, now.get(row['province_code'] ?? ''), 'commune', was.get(row['code'] ?? '')),
    ),
    ...files.demo.map((unit) => illustration(unit, levels.get(unit.id)?.level)),
  ];
}

/** A province that was not merged goes on; one that was, even into one of its own name, is another unit. */
function provincesOf(
  { provinces, oldProvinces }: SeedFiles,
  was: ReadonlyMap<string, Was>,
): readonly Province[] {
  const merged = (row: Row) => (row['merged_from_2025_07_01'] ?? '') !== '';
  const current = provinces.map((row): Province => {
    const code = row['code'] ?? '';
    const key = merged(row) ? `province:${code}:2025` : `province:${code}`;
    const from = merged(row) ? firstDay : null;
    return { ...of(row), code, key, from, to: null, successor: null, was: was.get(code) ?? null };
  });
  const byCode = new Map(current.map((province) => [province.code, province]));
  const ended = oldProvinces.flatMap((row): Province[] => {
    const successor = byCode.get(row['successor_code'] ?? '') ?? null;
    if (successor?.from === null) return [];
    const code = row['code'] ?? '';
    return [
      {
        ...of(row),
        code,
        key: `province:${code}`,
        from: null,
        to: lastDay,
        successor: successor?.key ?? null,
        was: null,
      },
    ];
  });
  return [...current, ...ended];
}

const of = (row: Row) => ({ name: row['name'] ?? '', sort: row['kind'] ?? 'tỉnh' });

const isCulture = (id: UnitId) => id === 'vn:bo-van-hoa-the-thao-va-du-lich';

function central(unit: Unit): SeedUnit {
  const ids = {
    id: `central:${unit.id}`,
    superiorId: ofGovernment.has(unit.kind) ? government : null,
  };
  // As in the provinces, external information went to culture.
  const successors = unit.successors.toSorted((a, b) => Number(isCulture(b)) - Number(isCulture(a)));
  return { ...unit, ...ids, level: 'central', successors: successors.map((id) => `central:${id}`) };
}

const wasOf = (row: Row): Was => ({ until: dayBefore(row['day'] ?? ''), sort: row['was'] ?? '' });

/** Only of a place that was another kind before. */
const formerly = (was: Was | null | undefined, name: (sort: string) => string) =>
  was ? { former: { name: name(was.sort), until: was.until } } : {};

function committeeOf({ key, code, name, sort, from, to, successor, was }: Province): SeedUnit {
  const named = (kind: string) => `Ủy ban nhân dân ${kind} ${name}`;
  return {
    id: key,
    name: named(sort),
    ...formerly(was, named),
    areaCode: code,
    kind: 'committee',
    level: 'province',
    province: code,
    aliases: [],
    superiorId: government,
    from,
    to,
    successors: successor ? [successor] : [],
  };
}

/** What provinces usually have, as long as both the province and the kind of body existed. */
function departmentsOf(province: Province): readonly SeedUnit[] {
  return DEPARTMENTS.flatMap((agency) => {
    const from = later(province.from, agency.from);
    const to = earlier(province.to, agency.to);
    if (rare(agency.id, province)) return [];
    if (agency.level !== 'province' || (from !== null && to !== null && from > to)) return [];
    return [department(agency, province, from, to)];
  });
}

/** The committee is there already; large cities have these, few provinces do. */
const ofCities = new Set([
  'so-van-hoa-va-the-thao',
  'so-du-lich',
  'so-quy-hoach-kien-truc',
  'so-an-toan-thuc-pham',
]);
const rare = (id: string, { sort }: Province) =>
  id === 'uy-ban-nhan-dan-tinh' || (ofCities.has(id) && sort !== 'thành phố');

/** "Sở Nội vụ tỉnh Cao Bằng", "Công an thành phố Hà Nội", "Ban Tuyên giáo Thành ủy Hà Nội", "Tỉnh đoàn Cao Bằng". */
function localName(name: string, { sort, name: place }: Province): string {
  const city = sort === 'thành phố';
  if (/Tỉnh (ủy|đoàn)$/.test(name))
    return `${city ? name.replace(/Tỉnh (ủy|đoàn)$/, 'Thành $1') : name} ${place}`;
  return `${name.replace(/ tỉnh$/, '')} ${sort} ${place}`;
}

function department(
  agency: KnownAgency,
  province: Province,
  from: string | null,
  to: string | null,
): SeedUnit {
  // It ended with its province, with its kind, or with both on one day.
  const home = to === province.to ? province.successor : province.key;
  const ids = to === agency.to ? mainFirst(agency.successors, province) : [agency.id];
  const successors = home === null ? [] : ids.map((id) => `${home}:${id}`);
  const named = (sort: string) => localName(agency.name, { ...province, sort });
  const { was, sort } = province;
  const before = was !== null && to !== null && to <= was.until;
  const since = was !== null && from !== null && from > was.until;
  return {
    id: `${province.key}:${agency.id}`,
    name: named(before ? was.sort : sort),
    ...(before || since ? {} : formerly(was, named)),
    assumed: true,
    kind: agency.kind,
    level: 'province',
    province: province.code,
    aliases: [],
    superiorId: province.key,
    from,
    to,
    successors: to === null ? [] : successors,
  };
}

/** Cities in which culture and tourism are two departments. */
const parted = new Set(['01', '46', '79']);

/** External information, which is what this register is about, went to culture; the rest of a department elsewhere. */
function mainFirst(successors: readonly string[], { code, sort }: Province): readonly string[] {
  const culture =
    sort === 'thành phố' && parted.has(code) ? 'so-van-hoa-va-the-thao' : 'so-van-hoa-the-thao-va-du-lich';
  const others = successors.filter((id) => !id.startsWith('so-van-hoa'));
  return successors.includes(culture) ? [culture, ...others] : successors;
}

const later = (a: string | null, b: string | null) => (a === null ? b : b === null || a > b ? a : b);
const earlier = (a: string | null, b: string | null) => (a === null ? b : b === null || a < b ? a : b);

function local(row: Row, superior: string | undefined, level: 'district' | 'commune', was?: Was): SeedUnit {
  const ended = level === 'district';
  const named = (sort: string) => `Ủy ban nhân dân ${sort} ${row['name']}`;
  return {
    id: `${level}:${row['province_code']}:${row['code']}`,
    name: named(row['kind'] ?? ''),
    ...formerly(was, named),
    areaCode: row['code'] ?? null,
    kind: 'committee',
    level,
    code: null,
    province: row['province_code'] ?? null,
    aliases: [],
    superiorId: superior ?? null,
    from: ended ? null : firstDay,
    to: ended ? lastDay : null,
    successors: [],
  };
}

const illustration = (unit: Unit, level: Unit['level']): SeedUnit => ({
  ...unit,
  ...(level ? { level } : {}),
  id: String(unit.id),
  superiorId: unit.superiorId === null ? null : String(unit.superiorId),
  successors: unit.successors.map(String),
  areaCode: unit.superiorId === null ? (unit.province ?? null) : null,
  demo: true,
});
