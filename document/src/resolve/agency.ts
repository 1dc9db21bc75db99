// The name of an agency, as a document writes it, to the unit of the register that it means.
import { existedOn } from '../gazetteer/agency.ts';
import { agencyKey, speltAlike } from './agency-key.ts';
import { membersOf } from './collective.ts';
import { written } from './dates.ts';
import { placeIn } from './issuer.ts';
import { agencyOfPerson } from './person-title.ts';
import { abbreviates, mostAlike } from './resemblance.ts';
import type { Alternative, Match, Matched, Reason, Unit, UnitId } from './unit.ts';
import type { Posting, UnitIndex } from './unit-index.ts';
import { scopeKey } from './unit-index.ts';
import type { Placed } from './unit-place.ts';

export interface AgencyContext {
  /** From `indexUnits`. */
  readonly units: UnitIndex;
  /** The issuer of the document, as named there. */
  readonly issuer: string | null;
  /** The document's date, ISO. */
  readonly on: string | null;
}

interface Home {
  /** The issuer's unit, if the register holds it. */
  readonly issuer: Placed | null;
  /** Agencies whose documents use short names as this one does: the issuer and those above it. */
  readonly scopes: readonly UnitId[];
  readonly root: UnitId | null;
  /** True where the province was only guessed, because the register holds no other. */
  readonly guessed: boolean;
  /** True if the document comes from a place that the register does not hold. */
  readonly elsewhere: boolean;
}

const SURE: Readonly<Record<Posting['how'], number>> = { name: 1, alias: 0.95, abbreviation: 0.95 };
const LONGEST_NAME = 400;
const nowhere: Home = { issuer: null, scopes: [], root: null, guessed: false, elsewhere: false };

/** The committee or an office of a place below the province. */
const LOCAL = /\b(?:huyen|quan|thi xa|xa|phuong|dac khu|thi tran) \S/;

function isAlive(unit: Unit, on: string | null): boolean {
  return on === null ? unit.to === null : existedOn(unit, on);
}

/** The best of several: alive on the day, spelt alike, a committee rather than its territory. */
function rank(postings: readonly Posting[], strict: string, on: string | null): readonly Posting[] {
  const score = ({ placed: { unit }, strict: held }: Posting) =>
    (isAlive(unit, on) ? 4 : 0) + (held === strict ? 2 : 0) + (unit.kind === 'committee' ? 1 : 0);
  return postings.length < 2 ? postings : postings.toSorted((a, b) => score(b) - score(a));
}

/** The province of that name; of two that bore it one after another the one of the day. */
function rootOf(place: string | null, { roots, byId }: UnitIndex, on: string | null): UnitId | null {
  const named = [...roots].flatMap(([id, known]) => (known === place ? [id] : []));
  const alive = named.find((id) => {
    const unit = byId.get(id)?.unit;
    return unit !== undefined && isAlive(unit, on);
  });
  return alive ?? named[0] ?? null;
}

function homeOf({ units, issuer, on }: AgencyContext): Home {
  const only = units.roots.size === 1 ? ([...units.roots.keys()][0] ?? null) : null;
  if (issuer === null) return { ...nowhere, scopes: only === null ? [] : [only], root: only, guessed: true };
  const name = agencyOfPerson(issuer) ?? issuer;
  const { key, strict } = agencyKey(name);
  const place = placeIn(issuer);
  const root = rootOf(place, units, on);
  const near = root ?? (place === null ? only : null);
  const direct = units.byKey.get(key) ?? (near === null ? undefined : units.byScope.get(scopeKey(near, key)));
  const found = rank(direct ?? [], strict, on)[0]?.placed ?? null;
  if (found) return { ...nowhere, issuer: found, scopes: scopesOf(found, units), root: found.root ?? root };
  if (root !== null) return { ...nowhere, scopes: [root], root };
  const elsewhere = place !== null || LOCAL.test(key);
  if (elsewhere || only === null) return { ...nowhere, elsewhere };
  return { ...nowhere, scopes: [only], root: only, guessed: true };
}

function scopesOf({ unit, root }: Placed, { byId }: UnitIndex): UnitId[] {
  const scopes = new Set<UnitId>();
  for (let at: Unit | undefined = unit; at && !scopes.has(at.id);) {
    scopes.add(at.id);
    at = at.superiorId === null ? undefined : byId.get(at.superiorId)?.unit;
  }
  if (root !== null) scopes.add(root);
  return [...scopes];
}

const homes = new WeakMap<UnitIndex, Map<string, Home>>();

/** A document names dozens of agencies and has one issuer. */
function homeFor(context: AgencyContext): Home {
  const known = homes.get(context.units) ?? new Map<string, Home>();
  homes.set(context.units, known);
  const key = `${context.on ?? ''} ${context.issuer ?? ''}`;
  const home = known.get(key) ?? homeOf(context);
  if (known.size > 1000) known.clear();
  known.set(key, home);
  return home;
}

interface Found {
  readonly posting: Posting;
  readonly matched: Matched;
  readonly confidence: number;
}

/** A commune of the issuer's province comes before one of the same name elsewhere. */
function nearest(postings: readonly Posting[], home: Home): readonly Posting[] {
  const own =
    home.root === null
      ? []
      : postings.filter(({ placed }) => placed.root === home.root || placed.root === null);
  return own.length > 0 ? own : postings;
}

function lookUp(name: string, { units, on }: AgencyContext, home: Home): readonly Found[] {
  const { key, strict, expanded } = agencyKey(name);
  const spelt = (posting: Posting) =>
    posting.how !== 'name' || speltAlike(strict, posting.strict) ? 0 : 0.1;
  const full = rank(nearest(units.byKey.get(key) ?? [], home), strict, on).map((posting): Found => {
    const how = expanded && posting.how !== 'abbreviation' ? 'abbreviation' : posting.how;
    const isFar =
      home.root !== null &&
      posting.placed.root !== home.root &&
      ['district', 'commune'].includes(posting.placed.level);
    return { posting, matched: how, confidence: SURE[posting.how] - spelt(posting) - (isFar ? 0.4 : 0) };
  });
  if (full.length > 0) return full;
  const near = home.scopes.flatMap((scope) => units.byScope.get(scopeKey(scope, key)) ?? []);
  const penalty = home.guessed ? 0.3 : 0.05;
  return rank([...new Set(near)], strict, on).map((posting): Found => {
    const how = posting.how === 'name' ? 'context' : posting.how;
    return { posting, matched: how, confidence: SURE[posting.how] - penalty - spelt(posting) };
  });
}

function reasonFor({ posting, matched }: Found, name: string, context: AgencyContext, home: Home): Reason {
  const values = { alias: name, unit: posting.placed.unit.name, issuer: context.issuer ?? '' };
  if (home.guessed && matched === 'context') return { key: 'resolve-only-province', values };
  return { key: `resolve-${matched}`, values };
}

function lifeReason(unit: Unit, on: string): Reason {
  if (unit.to !== null && unit.to < on)
    return { key: 'resolve-ended', values: { unit: unit.name, to: written(unit.to) } };
  return { key: 'resolve-not-yet', values: { unit: unit.name, from: written(unit.from ?? on) } };
}

function successorsOf(unit: Unit, { units }: AgencyContext): Alternative[] {
  return unit.successors.flatMap((id) => {
    const successor = units.byId.get(id)?.unit;
    if (!successor) return [];
    return [
      { unit: successor, confidence: 0.5, reason: { key: 'resolve-successor', values: { unit: unit.name } } },
    ];
  });
}

function none(
  key: string,
  alias: string,
  context: AgencyContext,
  alternatives: readonly Alternative[] = [],
): Match {
  const reason = { key, values: { alias, issuer: context.issuer ?? '' } };
  return { units: [], matched: null, confidence: 0, reason, alternatives };
}

/** The first of those found, with the others as alternatives; two that fit equally well are left to the reader. */
function decide(found: readonly Found[], name: string, context: AgencyContext, home: Home): Match {
  const [best, second] = found;
  if (!best) return none('resolve-none', name, context);
  const { unit } = best.posting.placed;
  const alternatives = found.slice(1, 6).map((other) => ({
    unit: other.posting.placed.unit,
    confidence: Math.min(other.confidence, 0.5),
    reason: reasonFor(other, name, context, home),
  }));
  const isEqual =
    second &&
    isAlive(second.posting.placed.unit, context.on) &&
    second.posting.strict === best.posting.strict;
  const isSame =
    second &&
    (second.posting.placed.unit.superiorId === unit.id || second.posting.placed.unit.id === unit.superiorId);
  if (isEqual && !isSame)
    return none('resolve-ambiguous', name, context, [
      { unit, confidence: 0.5, reason: reasonFor(best, name, context, home) },
      ...alternatives,
    ]);
  const match = { units: [unit], matched: best.matched };
  if (context.on !== null && !isAlive(unit, context.on))
    return {
      ...match,
      confidence: best.confidence * 0.6,
      reason: lifeReason(unit, context.on),
      alternatives: [...successorsOf(unit, context), ...alternatives],
    };
  return {
    ...match,
    confidence: best.confidence,
    reason: reasonFor(best, name, context, home),
    alternatives,
  };
}

function collective(name: string, context: AgencyContext, home: Home): Match | null {
  const found = membersOf(name, context.units, { root: home.root, issuer: home.issuer, on: context.on });
  if (found === null) return null;
  const { units, some } = found;
  const values = { count: units.length, on: context.on === null ? '' : written(context.on) };
  const dated = context.on === null ? 'resolve-collective-undated' : 'resolve-collective';
  const key = units.length === 0 ? 'resolve-collective-open' : some ? 'resolve-collective-some' : dated;
  const confidence = units.length === 0 ? 0.3 : home.guessed || some ? 0.6 : 0.9;
  return { units, matched: 'collective', confidence, reason: { key, values }, alternatives: [] };
}

/** Partly abbreviated or partly different names, among the units of the issuer's province. */
function similar(name: string, context: AgencyContext, home: Home): Match {
  const local = (home.root === null ? [] : (context.units.byRoot.get(home.root) ?? [])).filter(
    ({ unit, level }) =>
      isAlive(unit, context.on) && (level === 'province' || home.scopes.includes(unit.superiorId ?? '')),
  );
  const spelt = /\p{Lu}{2}/u.test(name) ? local.filter(({ unit }) => abbreviates(name, unit)) : [];
  const [only] = spelt;
  if (only && spelt.length === 1) {
    const reason = { key: 'resolve-abbreviation', values: { alias: name, unit: only.unit.name } };
    return {
      units: [only.unit],
      matched: 'abbreviation',
      confidence: home.guessed ? 0.6 : 0.85,
      reason,
      alternatives: [],
    };
  }
  const alternatives = mostAlike(agencyKey(name).key, local, 0.5).map(({ placed, likeness }) => ({
    unit: placed.unit,
    confidence: likeness / 2,
    reason: { key: 'resolve-similar', values: { unit: placed.unit.name } },
  }));
  return none(home.elsewhere ? 'resolve-elsewhere' : 'resolve-none', name, context, alternatives);
}

/**
 * The unit (or, for a collective name, the units) of the register that a document means by `name`, with the reason and what
 * else it may be. Names are read in the issuer's context: "UBND tỉnh" in a document of Yên Bái is that of Yên Bái.
 */
export function resolveAgency(name: string, context: AgencyContext): Match {
  return resolved(name.slice(0, LONGEST_NAME).trim(), context);
}

function resolved(name: string, context: AgencyContext): Match {
  const home = homeFor(context);
  const direct = lookUp(name, context, home);
  if (direct.length > 0) return decide(direct, name, context, home);
  const group = collective(name, context, home);
  const agency = agencyOfPerson(name);
  if (agency !== null) {
    const match = group?.units.length ? group : resolved(agency, context);
    if (match.units.length !== 1 || match.matched === 'collective') return match;
    const reason =
      match.reason.key.startsWith('resolve-ended') || match.reason.key.startsWith('resolve-not-yet')
        ? match.reason
        : { key: 'resolve-person', values: { alias: name, unit: match.units[0]?.name ?? '' } };
    return { ...match, matched: 'person', confidence: match.confidence * 0.98, reason };
  }
  if (group) return group;
  // "Cơ quan thường trực (Sở Nội vụ)": the name proper stands in the brackets.
  const inner = /(?:thường trực|đầu mối|chủ trì|tham mưu)\s{0,3}\(([^()]{3,200})\)\s{0,3}$/iu.exec(name)?.[1];
  const bracketed = inner === undefined ? null : lookUp(inner, context, home);
  if (inner !== undefined && bracketed?.length) return decide(bracketed, inner, context, home);
  return similar(name, context, home);
}
