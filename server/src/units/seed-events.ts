// The reorganisations that the seeded units tell of: who ended, who began, who took over, on which basis. Pure.
import type { ReorganisationTable } from '../db/tables/units.ts';
import { dayAfter } from './days.ts';
import type { SeedUnit } from './seed-units.ts';

export interface SeedEvent {
  /** Stays the same from one seeding to the next. */
  readonly key: string;
  readonly kind: ReorganisationTable['kind'];
  readonly day: string;
  readonly basis: string;
  readonly demo: boolean;
  readonly before: readonly string[];
  /** The main successor first. */
  readonly after: readonly string[];
}

export interface Bases {
  readonly unknown: string;
  readonly illustration: string;
  readonly bases: readonly {
    readonly day: string;
    readonly level: string;
    readonly kind?: string;
    readonly demo?: boolean;
    readonly basis: string;
  }[];
}

export type RenameRow = Readonly<Record<string, string>>;

export function eventsOf(
  units: readonly SeedUnit[],
  bases: Bases,
  renames: readonly RenameRow[],
): readonly SeedEvent[] {
  const ended = endings(units, bases);
  const taken = new Set(ended.flatMap(({ after }) => after));
  return [...ended, ...beginnings(units, bases, taken), ...namings(units, renames)];
}

/** Units that ended on one day into the same successors: a merge; one into several: a split; into none: abolished together. */
function endings(units: readonly SeedUnit[], bases: Bases): readonly SeedEvent[] {
  const known = new Set(units.map(({ id }) => id));
  const groups = Map.groupBy(
    units.filter(({ to }) => to !== null),
    (unit) => {
      const after = unit.successors.filter((id) => known.has(id));
      const into = after.length > 0 ? after.join('+') : `none:${unit.superiorId}:${unit.level}`;
      return `${unit.to} ${into}`;
    },
  );
  return [...groups.values()].flatMap((group): SeedEvent[] => {
    const [first] = group;
    if (!first?.to) return [];
    const after = first.successors.filter((id) => known.has(id));
    const day = dayAfter(first.to);
    const kind = after.length === 0 ? 'abolish' : after.length > 1 ? 'split' : 'merge';
    const before = group.map(({ id }) => id);
    const key = `${kind}:${day}:${after[0] ?? first.superiorId}:${before[0]}`;
    return [{ key, kind, day, ...stated(first, day, bases), before, after }];
  });
}

/** Units that began on a day without taking over from anybody that is known: those of one superior together. */
function beginnings(
  units: readonly SeedUnit[],
  bases: Bases,
  taken: ReadonlySet<string>,
): readonly SeedEvent[] {
  // What began with its kind of body alone (a ministry of 2007) is no event of anybody's.
  const begun = units.filter(({ id, from, level }) => from !== null && level === 'commune' && !taken.has(id));
  const groups = Map.groupBy(begun, ({ from, superiorId }) => `${from} ${superiorId}`);
  return [...groups.values()].flatMap((group): SeedEvent[] => {
    const [first] = group;
    if (!first?.from) return [];
    const day = first.from;
    const after = group.map(({ id }) => id);
    const key = `new:${day}:${first.superiorId}:commune`;
    return [{ key, kind: 'new', day, ...stated(first, day, bases), before: [], after }];
  });
}

/** A place that became another kind, with the bodies that bear its name. */
function namings(units: readonly SeedUnit[], renames: readonly RenameRow[]): readonly SeedEvent[] {
  const days = Map.groupBy(renames, (row) => `${row['day']} ${row['level']} ${row['province_code']}`);
  return [...days.values()].map(([row = {}, ...more]) => {
    const { day = '', level = '', province_code: province = '', legal_basis: basis = '' } = row;
    const codes = new Set([row, ...more].map(({ code }) => code));
    const renamed = units.filter(
      (unit) =>
        unit.former !== undefined &&
        unit.province === province &&
        unit.level === level &&
        (level === 'province' || codes.has(unit.areaCode ?? '')),
    );
    const ids = renamed.map(({ id }) => id);
    return {
      key: `rename:${day}:${level}:${province}`,
      kind: 'rename' as const,
      day,
      basis,
      demo: false,
      before: ids,
      after: ids,
    };
  });
}

function stated({ level, kind, demo = false }: SeedUnit, day: string, { bases, ...words }: Bases) {
  const found = bases.find(
    (base) =>
      base.day === day &&
      base.level === level &&
      (base.kind === undefined || base.kind === kind) &&
      (base.demo ?? demo) === demo,
  );
  return { demo, basis: found?.basis ?? (demo ? words.illustration : words.unknown) };
}
