// Collective names ("các sở, ban, ngành", "UBND các xã, phường") and the units they mean on a day.
import { existedOn } from '../gazetteer/agency.ts';
import { agencyKey, unitKey } from './agency-key.ts';
import type { Unit, UnitId } from './unit.ts';
import type { UnitIndex } from './unit-index.ts';
import type { Placed } from './unit-place.ts';

type Picks = (placed: Placed) => boolean;

const SORT = '(?:thi xa|thi tran|thanh pho|dac khu|huyen|quan|xa|phuong)';
const COLLECTIVE = new RegExp(
  [
    '\\b(?:cac|nhung|toan the|tat ca)\\b|\\bcap (?:huyen|xa|tinh|co so|uy|trung uong)\\b',
    // "mọi", "hai", "ba" count at the start alone: "Hải quan" and "Hà Nội mới" fold to them too.
    '^(?:moi|hai|ba) (?:co quan|don vi|ban|so|huyen|xa|phuong|tinh|phong)\\b',
    '^so (?:ban )?nganh|^(?:ban|bo) nganh|^doan the|^chinh quyen dia phuong',
    '^(?:co quan|don vi|to chuc) (?:don vi|to chuc|lien quan|co lien quan|(?:thong tan )?bao chi)',
    `\\b${SORT} ${SORT}(?: ${SORT})*$`,
  ].join('|'),
);

function ofKinds(level: Placed['level'], ...kinds: readonly string[]): Picks {
  return (placed) => placed.level === level && kinds.includes(placed.unit.kind);
}

const isSo: Picks = ({ unit, level }) =>
  level === 'province' && unit.kind === 'department' && /^sở\s/iu.test(unit.name);
const isOtherDepartment: Picks = (placed) => ofKinds('province', 'department')(placed) && !isSo(placed);
const sectors = ofKinds('province', 'police', 'military', 'border-guard', 'government-agency');

// "các Sở Văn hóa, Thể thao và Du lịch" are those of all provinces, not all departments of one.
const ALL_SO =
  /\b(?:cac|nhung) so(?= (?:ban|nganh|don vi|co quan|co lien|lien quan|tinh|truc|doan the|uy ban|bo|cap|theo|dia phuong|huyen|thanh pho|xa|phuong|tai|mat tran)\b|$)|\bso (?:ban )?nganh\b|\bcac nganh\b/;
const PRESS =
  /\bbao chi\b|\bthong tin dai chung\b|\bco quan (?:thong tin )?truyen thong\b|\bcac (?:bao|dai)\b/;
const OF_CENTRE = /\btrung uong\b|\bca nuoc\b|\btrong nuoc\b|\bquoc gia\b/;

/** Words of the name, folded, and what they pick; all that apply are joined. */
const SELECTORS: readonly (readonly [(key: string) => boolean, Picks])[] = [
  [(key) => ALL_SO.test(key), isSo],
  [
    (key) => PRESS.test(key) && !/\bthuoc bo\b/.test(key) && (!OF_CENTRE.test(key) || LOCALLY.test(key)),
    ofKinds('province', 'press'),
  ],
  [(key) => PRESS.test(key) && OF_CENTRE.test(key), ofKinds('central', 'press')],
  [(key) => /\bdon vi su nghiep\b/.test(key), ofKinds('province', 'service-unit')],
  [(key) => /\bcac bo\b|\bbo nganh\b|\bbo co quan ngang bo\b/.test(key), ofKinds('central', 'ministry')],
  [(key) => /\bco quan ngang bo\b|\bthuoc chinh phu\b/.test(key), ofKinds('central', 'government-agency')],
  [(key) => /\bcong an (?:cac |cap )?(?:xa|phuong)/.test(key), ofKinds('commune', 'police')],
];

/** Bodies that every level has: those of the province, or in documents of a district or commune its own. */
const OF_EACH_LEVEL: readonly (readonly [(key: string) => boolean, string])[] = [
  [(key) => /\bdoan the\b|\bto chuc chinh tri xa hoi\b/.test(key), 'union'],
  [(key) => /\bmat tran\b/.test(key) && !/\bmat tran\b.* (?:cac|cap) (?:huyen|xa|phuong)/.test(key), 'front'],
  [(key) => /\bcac (?:to chuc )?hoi\b|\bhoi doan the\b|\bxa hoi nghe nghiep\b/.test(key), 'association'],
];
const SECTORS = /\b(?:so )?ban nganh\b|\bso nganh\b|\bcac nganh\b/;

/** The committee of the district or commune whose document speaks, unless the name says that it means the province. */
function seatOf(key: string, issuer: Placed | null): UnitId | null {
  if (issuer === null || (issuer.level !== 'district' && issuer.level !== 'commune')) return null;
  if (/\b(?:tinh|so)\b/.test(key)) return null;
  return issuer.unit.kind === 'office' ? issuer.unit.superiorId : issuer.unit.id;
}

function ofEachLevel(key: string, seat: UnitId | null): Picks[] {
  const own = (...kinds: readonly string[]): Picks =>
    seat === null
      ? ofKinds('province', ...kinds)
      : ({ unit }) => unit.superiorId === seat && kinds.includes(unit.kind);
  const picks = OF_EACH_LEVEL.filter(([applies]) => applies(key)).map(([, kind]) => own(kind));
  if (seat !== null) return SECTORS.test(key) ? [...picks, own('office', 'police', 'military')] : picks;
  if (SECTORS.test(key)) picks.push(isOtherDepartment);
  if (/\bnganh\b/.test(key) && !/\bbo nganh\b/.test(key)) picks.push(sectors);
  return picks;
}

const SORTS = ['huyen', 'quan', 'thi xa', 'thanh pho', 'xa', 'phuong', 'dac khu', 'thi tran'] as const;
const OF_COMMUNE: ReadonlySet<string> = new Set(['xa', 'phuong', 'dac khu', 'thi tran']);
const LOCALLY = /\bdia phuong\b/;
/** "các bộ, ngành, địa phương" are places; "báo chí địa phương" are not. */
const PLACES = /(?<!bao chi |truyen thong |trung uong |cua |tai |ngan sach |o )\bdia phuong\b/;
const FIRST_SORT = /(?:\b(?:cac|cap) )?\b(?:huyen|quan|thi_xa|xa|phuong|dac khu|thi tran)\b/;
const BODY_OF_PLACE =
  /\b(?:mat tran|dang uy|cong an|phong|truong|tram|ban chi huy|doan thanh nien|hoi|trung tam|van phong|don)\b/;

/** "Công an các huyện", "Đảng ủy các xã" are bodies of those places, not their committees. */
function namesAnotherBody(words: string): boolean {
  const at = FIRST_SORT.exec(words)?.index ?? 0;
  const before = words.slice(0, at).trim();
  if (before === '' || /(?:uy ban nhan dan|chu tich)$/.test(before)) return false;
  return BODY_OF_PLACE.test(before.split(' ').slice(-7).join(' '));
}

const OFFICES = /\b(?:cac|nhung) phong\b|\bphong ban\b|\bphong chuyen mon\b/;

/** "các huyện, thị xã, thành phố", "UBND cấp xã", "các địa phương": committees of the places named. */
function territories(key: string): Picks | null {
  if (OFFICES.test(key)) return null;
  // "xã hội" and "hợp tác xã" name no communes, and "thị xã" is one word here.
  const words = key.replace(/\bxa hoi\b|\bhop tac xa\b|\bdoan xa\b/g, ' ').replace(/\bthi xa\b/g, 'thi_xa');
  const named = SORTS.filter((sort) => new RegExp(`\\b${sort.replace('thi xa', 'thi_xa')}\\b`).test(words));
  const communes = named.filter((sort) => OF_COMMUNE.has(sort));
  const districts = named.filter(
    (sort) => !OF_COMMUNE.has(sort) && (sort !== 'thanh pho' || named.length > 1),
  );
  const anywhere = PLACES.test(words);
  const all = anywhere || /\bcap (?:huyen|xa|co so)\b/.test(words);
  const levels = new Set([
    ...(districts.length > 0 || anywhere ? ['district'] : []),
    ...(communes.length > 0 || anywhere || /\bcap co so\b/.test(words) ? ['commune'] : []),
  ]);
  if (levels.size === 0 || (!anywhere && namesAnotherBody(words))) return null;
  return ({ unit, level }) => {
    if (!levels.has(level) || (unit.kind !== 'committee' && unit.kind !== level)) return false;
    const name = unitKey(unit).key.replace(/^uy ban nhan dan /, '');
    return all || named.some((sort) => name.startsWith(`${sort} `));
  };
}

/** "các phòng, ban" of the committee (or department) that issued the document. */
function offices(key: string, issuer: Placed | null): Picks | null {
  if (issuer === null || !OFFICES.test(key)) return null;
  const isLocal = issuer.level === 'district' || issuer.level === 'commune';
  const kinds = isLocal && /\bdon vi\b|\btrung tam\b/.test(key) ? ['office', 'service-unit'] : ['office'];
  const above = issuer.unit.kind === 'office' ? issuer.unit.superiorId : issuer.unit.id;
  return ({ unit }) => unit.superiorId === above && kinds.includes(unit.kind);
}

export interface Whose {
  readonly root: UnitId | null;
  readonly issuer: Placed | null;
  readonly on: string | null;
}

export interface Members {
  readonly units: readonly Unit[];
  /** True if the name means only some of them and does not say which: "các sở, ngành liên quan", "các xã biên giới". */
  readonly some: boolean;
}

const SOME =
  /\blien quan\b|\bbien gioi\b|\bmien nui\b|\bvung (?:cao|sau)\b|\bven bien\b|\bkho khan\b|\bduoc (?:giao|phan cong)\b|\b(?:xa|phuong|huyen|thanh pho) co \b|\bchu tri\b/;

/** A committee and the territory it stands for are one member. */
function withoutDoubles(units: readonly Unit[]): Unit[] {
  const committees = new Set(
    units.filter(({ kind }) => kind === 'committee').map(({ superiorId }) => superiorId),
  );
  return units.filter(({ id, kind }) => kind === 'committee' || !committees.has(id));
}

/** "UBND các tỉnh"; but "Sở Y tế các tỉnh" are departments. */
const PROVINCES = /^(?:chu tich )?(?:uy ban nhan dan )?cac tinh\b|\bnganh (?:uy ban nhan dan )?cac tinh\b/;

/** Units among which a collective name can pick: those of the province, central ones, and the provinces themselves. */
function candidatesFor(key: string, index: UnitIndex, root: UnitId | null): Placed[] {
  const own = root === null ? [] : (index.byRoot.get(root) ?? []);
  const central = (index.byRoot.get(null) ?? []).filter(({ level }) => level === 'central');
  if (!PROVINCES.test(key)) return [...own, ...central];
  return [...index.roots.keys()].flatMap((id) => index.byId.get(id) ?? []);
}

/** The units that a collective name means, none if it names a group without saying which; null if it is no collective name. */
export function membersOf(name: string, index: UnitIndex, { root, issuer, on }: Whose): Members | null {
  const { key } = agencyKey(name);
  if (!COLLECTIVE.test(key)) return null;
  const picks = SELECTORS.filter(([applies]) => applies(key)).map(([, pick]) => pick);
  picks.push(...ofEachLevel(key, seatOf(key, issuer)));
  for (const pick of [territories(key), offices(key, issuer)]) if (pick) picks.push(pick);
  if (/\bcac tinh\b/.test(key))
    picks.push(({ unit, level }) => level === 'province' && index.roots.has(unit.id));
  const members = candidatesFor(key, index, root)
    .filter((placed) => picks.some((pick) => pick(placed)))
    .map(({ unit }) => unit);
  const alive =
    on === null ? members.filter(({ to }) => to === null) : members.filter((unit) => existedOn(unit, on));
  return { units: withoutDoubles(alive), some: SOME.test(key) };
}
