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
  readonly kind: UnitKind;
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
  readonly targets: readonly Target[];
  readonly below: 'move' | 'end' | 'join';
  /** Of a split: the unit itself goes on. */
  readonly goesOn: boolean;
  /** Key of the main successor. */
  readonly main: number;
  /** Duties that go to another than the main one: the target's key by the duty's id. */
  readonly duties: Readonly<Record<number, number>>;
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
  kind: 'committee',
  parent,
  code: '',
});

export const emptyForm = (kind: EventKind, day: string): Form => ({
  kind,
  day,
  legalBasis: '',
  note: '',
  units: [],
  targets: [emptyTarget(1, null)],
  below: 'move',
  goesOn: false,
  main: 1,
  duties: {},
  name: '',
  code: '',
  parent: null,
  successor: null,
});

/** The unit itself, where it goes on; it stands first among the successors. */
export const itself = 0;

const newUnit = ({ name, kind, parent, code }: Target) =>
  name.trim() && parent ? { name: name.trim(), kind, parentId: parent.id, code: code.trim() || null } : null;

const successor = (target: Target) => {
  if (!target.isNew) return target.unit ? { unitId: target.unit.id } : null;
  const unit = newUnit(target);
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
      const made = all(targets.map(newUnit));
      return made && made.length > 0 ? { kind, ...common, units: made } : null;
    }
    case 'merge': {
      const into = targets[0] ? successor(targets[0]) : null;
      return into && first ? { kind, ...common, unitIds, into, below: form.below } : null;
    }
    case 'split': {
      const made = all(targets.map(successor));
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
