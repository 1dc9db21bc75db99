// Collective names ("các sở, ban, ngành", "UBND các xã, phường") and the units they mean on a day.
import { existedOn } from '../gazetteer/agency.ts';
import { agencyKey, unitKey } from './agency-key.ts';
import type { Unit, UnitId } from './unit.ts';
import type { Placed, UnitIndex } from './unit-index.ts';

type Picks = (placed: Placed) => boolean;

const COLLECTIVE =
  /\b(?:cac|cap|nhung|toan the|tat ca|moi|hai|ba)\b|^so (?:ban )?nganh|^(?:ban|bo) nganh|^doan the/;

function ofKinds(level: Placed['level'], ...kinds: readonly string[]): Picks {
  return (placed) => placed.level === level && kinds.includes(placed.unit.kind);
}

const isSo: Picks = ({ unit, level }) =>
  level === 'province' && unit.kind === 'department' && /^sở\s/iu.test(unit.name);
const sectors = ofKinds('province', 'police', 'military', 'border-guard', 'government-agency');

/** Words of the name, folded, and what they pick; all that apply are joined. */
const SELECTORS: readonly (readonly [RegExp, Picks])[] = [
  [/\b(?:cac|nhung) so\b|\bso (?:ban )?nganh\b/, isSo],
  [
    /\b(?:so )?ban nganh\b|\bso nganh\b|\bcac nganh\b/,
    (placed) => ofKinds('province', 'department')(placed) && !isSo(placed),
  ],
  [/\bnganh\b/, sectors],
  [
    /\bbao chi\b|\bthong tin dai chung\b|\bco quan truyen thong\b|\bcac (?:bao|dai)\b/,
    ofKinds('province', 'press'),
  ],
  [/\bdoan the\b|\bto chuc chinh tri xa hoi\b/, ofKinds('province', 'union')],
  [/\bmat tran\b/, ofKinds('province', 'front')],
  [
    /\bcac (?:to chuc )?hoi\b|\bhoi doan the\b|\b(?:to chuc )?xa hoi nghe nghiep\b/,
    ofKinds('province', 'association'),
  ],
  [/\bdon vi su nghiep\b/, ofKinds('province', 'service-unit')],
  [/\bcac bo\b|\bbo nganh\b|\bbo co quan ngang bo\b/, ofKinds('central', 'ministry')],
  [
    /\bco quan ngang bo\b|\bthuoc chinh phu\b|\bchinh phu\b.*\bco quan\b/,
    ofKinds('central', 'government-agency'),
  ],
  [/\bcong an (?:cac|cap) (?:xa|phuong)/, ofKinds('commune', 'police')],
];

const SORTS = ['huyen', 'quan', 'thi xa', 'thanh pho', 'xa', 'phuong', 'dac khu', 'thi tran'] as const;
const OF_COMMUNE: ReadonlySet<string> = new Set(['xa', 'phuong', 'dac khu', 'thi tran']);

/** "các huyện, thị xã, thành phố", "UBND cấp xã", "các địa phương": committees of the places named. */
function territories(key: string): Picks | null {
  // "xã hội", "thành phố" of the province itself and "thị xã" hold words that would select too much.
  const words = key.replace(/\bxa hoi\b/g, ' ').replace(/\bthi xa\b/g, 'thi_xa');
  const named = SORTS.filter((sort) => new RegExp(`\\b${sort.replace('thi xa', 'thi_xa')}\\b`).test(words));
  const communes = named.filter((sort) => OF_COMMUNE.has(sort));
  const districts = named.filter(
    (sort) => !OF_COMMUNE.has(sort) && (sort !== 'thanh pho' || named.length > 1),
  );
  const all = /\bcap (?:huyen|xa|co so)\b|\bdia phuong\b/.test(key);
  const levels = new Set([
    ...(districts.length > 0 ? ['district'] : []),
    ...(communes.length > 0 || /\bcap (?:xa|co so)\b/.test(key) ? ['commune'] : []),
    ...(/\bdia phuong\b/.test(key) ? ['district', 'commune'] : []),
  ]);
  if (levels.size === 0 || /\b(?:phong|cong an|truong|tram|ban chi huy)\b/.test(key)) return null;
  return ({ unit, level }) => {
    if (!levels.has(level) || (unit.kind !== 'committee' && unit.kind !== level)) return false;
    const name = unitKey(unit).key.replace(/^uy ban nhan dan /, '');
    return all || named.some((sort) => name.startsWith(`${sort} `));
  };
}

/** "các phòng, ban" of the committee that issued the document. */
function offices(key: string, issuer: Placed | null): Picks | null {
  if (issuer === null || !/\b(?:cac|nhung) phong\b|\bphong ban\b|\bphong chuyen mon\b/.test(key)) return null;
  const above: ReadonlySet<UnitId | null> = new Set([
    issuer.unit.kind === 'office' ? issuer.unit.superiorId : issuer.unit.id,
  ]);
  return ({ unit }) => above.has(unit.superiorId) && ['office', 'service-unit'].includes(unit.kind);
}

export interface Whose {
  readonly root: UnitId | null;
  readonly issuer: Placed | null;
  readonly on: string | null;
}

/** A committee and the territory it stands for are one member. */
function withoutDoubles(units: readonly Unit[]): Unit[] {
  const committees = new Set(
    units.filter(({ kind }) => kind === 'committee').map(({ superiorId }) => superiorId),
  );
  return units.filter(({ id, kind }) => kind === 'committee' || !committees.has(id));
}

/** The units that a collective name means; empty if it names a group without saying which; null if it is no collective name. */
export function membersOf(
  name: string,
  index: UnitIndex,
  { root, issuer, on }: Whose,
): readonly Unit[] | null {
  const { key } = agencyKey(name);
  if (!COLLECTIVE.test(key)) return null;
  const picks = SELECTORS.filter(([words]) => words.test(key)).map(([, pick]) => pick);
  for (const pick of [territories(key), offices(key, issuer)]) if (pick) picks.push(pick);
  const own = root === null ? [] : (index.byRoot.get(root) ?? []);
  const candidates = [...own, ...(index.byRoot.get(null) ?? []).filter(({ level }) => level === 'central')];
  const members = candidates.filter((placed) => picks.some((pick) => pick(placed))).map(({ unit }) => unit);
  return withoutDoubles(
    on === null ? members.filter(({ to }) => to === null) : members.filter((unit) => existedOn(unit, on)),
  );
}
