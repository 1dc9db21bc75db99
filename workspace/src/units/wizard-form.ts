// What somebody has filled in of a reorganisation, and the request that it makes.
import type { ReorganisationInput, UnitRef } from '@nhipcau/server/contract';
import type { UnitKind } from './kinds.ts';

export type EventKind = ReorganisationInput['kind'];

/** A unit that is there, or one that begins. */
export interface Target {
  readonly key: number;
  readonly unit: UnitRef | null;
  readonly isNew: boolean;
  readonly name: string;
  /** Null: as the first of those that it comes from. */
  readonly kind: UnitKind | null;
  readonly parent: UnitRef | null;
  readonly code: string;
}

export interface Form {
  readonly kind: EventKind;
  readonly day: string;
  readonly legalBasis: string;
  readonly note: string;
  /** Those it is about. */
  readonly units: readonly UnitRef[];
  /** The kind of the first of them, which new units take over. */
  readonly like: UnitKind | null;
  readonly targets: readonly Target[];
  readonly below: 'move' | 'end' | 'join';
  /** Of a split: the unit itself goes on. */
  readonly goesOn: boolean;
  /** Key of the main successor. */
  readonly main: number;
  /** Duties that go to another than the main one: the target's key by the duty's id. */
  readonly duties: Readonly<Record<number, number>>;
  /** Units below that do, in the same way. */
  readonly children: Readonly<Record<number, number>>;
  readonly name: string;
  readonly code: string;
  readonly parent: UnitRef | null;
  readonly successor: UnitRef | null;
}

export const emptyTarget = (key: number, parent: UnitRef | null): Target => ({
  key,
  unit: null,
  isNew: true,
  name: '',
  kind: null,
  parent,
  code: '',
});

const isBlank = ({ unit, name }: Target) => unit === null && name.trim() === '';

/** At least two successors of a split, unless the unit itself goes on; otherwise what was left empty goes. */
export function fitting(kind: EventKind, targets: readonly Target[], goesOn: boolean): readonly Target[] {
  const kept = targets.filter((target, index) => index === 0 || !isBlank(target));
  if (kind !== 'split' || goesOn || kept.length > 1) return kept;
  const last = Math.max(0, ...kept.map(({ key }) => key));
  return [...kept, emptyTarget(last + 1, kept[0]?.parent ?? null)];
}

/** Of whom nothing else is known, it is a committee. */
export const kindOf = ({ kind }: Target, { like }: Form): UnitKind => kind ?? like ?? 'committee';

export const emptyForm = (kind: EventKind, day: string): Form => ({
  kind,
  day,
  legalBasis: '',
  note: '',
  units: [],
  like: null,
  targets: fitting(kind, [emptyTarget(1, null)], false),
  below: 'move',
  goesOn: false,
  main: 1,
  duties: {},
  children: {},
  name: '',
  code: '',
  parent: null,
  successor: null,
});

/** The unit itself, where it goes on; it stands first among the successors. */
export const itself = 0;

const newUnit = (form: Form) => (target: Target) => {
  const { name, parent, code } = target;
  if (!name.trim() || !parent) return null;
  return {
    name: name.trim(),
    kind: kindOf(target, form),
    parentId: parent.id,
    code: code.trim() || null,
  };
};

const successor = (form: Form) => (target: Target) => {
  if (!target.isNew) return target.unit ? { unitId: target.unit.id } : null;
  const unit = newUnit(form)(target);
  return unit ? { unit } : null;
};

const all = <T>(list: readonly (T | null)[]): T[] | null =>
  list.every((each) => each !== null) ? (list as T[]) : null;

/** Null as long as something is missing. */
export function inputOf(form: Form): ReorganisationInput | null {
  const { kind, day, legalBasis, note, units, targets } = form;
  if (!day || !legalBasis.trim()) return null;
  const common = {
    effectiveOn: day,
    legalBasis: legalBasis.trim(),
    ...(note.trim() ? { note: note.trim() } : {}),
  };
  const unitIds = units.map(({ id }) => id);
  const [first] = units;
  switch (kind) {
    case 'new': {
      const made = all(targets.map(newUnit(form)));
      return made && made.length > 0 ? { kind, ...common, units: made } : null;
    }
    case 'merge': {
      const into = targets[0] ? successor(form)(targets[0]) : null;
      return into && first ? { kind, ...common, unitIds, into, below: form.below } : null;
    }
    case 'split': {
      const made = all(targets.map(successor(form)));
      if (!first || !made) return null;
      const keys = [...(form.goesOn ? [itself] : []), ...targets.map(({ key }) => key)];
      const place = (key: number) => Math.max(0, keys.indexOf(key));
      return {
        kind,
        ...common,
        unitId: first.id,
        into: [...(form.goesOn ? [{ unitId: first.id }] : []), ...made],
        main: place(form.goesOn ? itself : form.main),
        duties: Object.entries(form.duties).map(([id, key]) => ({ dutyId: Number(id), into: place(key) })),
        children: Object.entries(form.children).map(([id, key]) => ({
          unitId: Number(id),
          into: place(key),
        })),
      };
    }
    case 'rename':
      return first && form.name.trim()
        ? {
            kind,
            ...common,
            unitId: first.id,
            name: form.name.trim(),
            ...(form.code.trim() ? { code: form.code.trim() } : {}),
          }
        : null;
    case 'move':
      return first && form.parent ? { kind, ...common, unitIds, parentId: form.parent.id } : null;
    case 'abolish':
      return first
        ? {
            kind,
            ...common,
            unitIds,
            below: form.below,
            ...(form.successor ? { successorId: form.successor.id } : {}),
          }
        : null;
  }
}
