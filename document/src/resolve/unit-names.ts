// All ways in which a unit's name is written: its own, its aliases, and those that bodies of its name usually have.
import { DEPARTMENTS } from '../gazetteer/departments.ts';
import { LOCAL_BODIES } from '../gazetteer/local-bodies.ts';
import { MINISTRIES } from '../gazetteer/ministries.ts';
import { agencyKey, unitKey } from './agency-key.ts';
import type { Unit } from './unit.ts';
import type { Seat } from './unit-place.ts';
import { territory } from './unit-place.ts';

export function withoutPlace(key: string, place: string): string {
  for (const tail of [` tinh ${place}`, ` thanh pho ${place}`, ` ${place}`])
    if (key.endsWith(tail) && key.length > tail.length) return key.slice(0, -tail.length);
  return key;
}

export interface Writing {
  readonly key: string;
  /** With diacritics. */
  readonly strict: string;
  readonly how: 'name' | 'alias' | 'abbreviation';
}

/** Capitals in a row: an abbreviation stands in the name. */
const ABBREVIATED = /\p{Lu}[\p{Lu}&,-]*\p{Lu}/u;

function aliasWriting(alias: string): Writing {
  const { key, strict } = agencyKey(alias);
  return { key, strict, how: ABBREVIATED.test(alias) ? 'abbreviation' : 'alias' };
}

/** By the name of a body that the gazetteers know, what it is usually called. */
const KNOWN: ReadonlyMap<string, readonly Writing[]> = new Map(
  [...MINISTRIES, ...DEPARTMENTS, ...LOCAL_BODIES].map(
    ({ name, aliases }) => [agencyKey(name).key, aliases.map(aliasWriting)] as const,
  ),
);

/** "Thanh tra thành phố" only in a city, "Thanh tra tỉnh" only in a province. */
function usualAliases(key: string, home: Seat | null): Writing[] {
  const base = home === null ? key : withoutPlace(key, home.place);
  const known = new Set([base, `${base} tinh`, base.replace(/ tinh$/, '')]);
  const other = home === null ? null : home.sort === 'tinh' ? / (?:thanh pho|thanh uy|tp)$/ : / tinh$/;
  return [...known].flatMap((name) => KNOWN.get(name) ?? []).filter((alias) => !other?.test(alias.key));
}

/** The unit's name, its aliases, and those that bodies of its name usually have. */
export function writings(unit: Unit, home: Seat | null): Writing[] {
  const { key, strict } = unitKey(unit);
  const usual = territory(unit) ? [] : usualAliases(key, home);
  return [{ key, strict, how: 'name' }, ...unit.aliases.map(aliasWriting), ...usual];
}
