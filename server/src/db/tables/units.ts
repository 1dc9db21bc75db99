// Units in time.
import type { Generated } from 'kysely';
import type { Defaulted, Maybe, Time } from './column.ts';

export interface Contact {
  readonly address?: string | undefined;
  readonly phone?: string | undefined;
  readonly email?: string | undefined;
  readonly website?: string | undefined;
}

export interface UnitTable {
  id: Generated<number>;
  key: string | null;
  name: string;
  kind: string;
  level: string | null;
  /** Agency identifier ("H56.01"). */
  code: string | null;
  /** Of the place: two digits for a province, five for a commune. */
  areaCode: Maybe<string>;
  /** Area code of the province that it belongs to. */
  province: string | null;
  parentId: number | null;
  rootId: Maybe<number>;
  heirId: Maybe<number>;
  validFrom: string | null;
  validTo: string | null;
  aliases: string[];
  search: string;
  searchExact: string;
  demo: Generated<boolean>;
  assumed: Generated<boolean>;
  contact: Defaulted<Contact>;
  version: Generated<number>;
}

export interface UnitStateTable {
  id: Generated<number>;
  unitId: number;
  validFrom: string | null;
  validTo: string | null;
  name: string;
  kind: string;
  level: string | null;
  code: string | null;
  areaCode: Maybe<string>;
  parentId: number | null;
  reorganisationId: Maybe<number>;
}

export interface UnitSuccessorTable {
  unitId: number;
  successorId: number;
  main: Generated<boolean>;
  reorganisationId: Maybe<number>;
}

export interface ReorganisationTable {
  id: Generated<number>;
  key: Maybe<string>;
  kind: 'new' | 'merge' | 'split' | 'rename' | 'move' | 'abolish';
  effectiveOn: string;
  legalBasis: string;
  note: Maybe<string>;
  demo: Generated<boolean>;
  createdBy: Maybe<number>;
  createdAt: Time;
}

export interface ReorganisationUnitTable {
  reorganisationId: number;
  unitId: number;
  side: 'before' | 'after';
  main: Generated<boolean>;
  ended: Generated<boolean>;
}

/** Keys of seeded units that were taken out. */
export interface UnitRemovedTable {
  key: string;
  at: Time;
}

/** One row: a stamp that changes with every change of the register. */
export interface UnitRegisterTable {
  single: Generated<boolean>;
  stamp: Generated<string>;
  refreshedOn: Maybe<string>;
}
