// A unit of the register of agencies, and what a name was matched with.
import type { Level } from '../gazetteer/agency.ts';
import type { Values } from '../messages.ts';

export type UnitId = string | number;

/** An agency, dated: it exists from `from` to `to`, both inclusive; null is open. */
export interface Unit {
  readonly id: UnitId;
  /** Full name: "Sở Nội vụ", "Ủy ban nhân dân xã Bến Nghệ"; the province's name may follow. */
  readonly name: string;
  /**
   * As in the gazetteer ("department", "committee", "press", "union" …); a territory itself ("province", "district",
   * "commune") stands for its people's committee.
   */
  readonly kind: string;
  readonly aliases: readonly string[];
  /** The agency above it; the people's committee of its place for departments and offices. */
  readonly superiorId: UnitId | null;
  readonly from: string | null;
  readonly to: string | null;
  readonly successors: readonly UnitId[];
  /** Agency identifier, where there is one. */
  readonly code?: string | null;
  /** Area code of its province. */
  readonly province?: string | null;
  /** Told from kind, name and superior where it is missing. */
  readonly level?: Level;
}

/** Why a name was matched: the key of a message, with its values. */
export interface Reason {
  readonly key: string;
  readonly values: Values;
}

export type Matched = 'name' | 'alias' | 'abbreviation' | 'context' | 'collective' | 'person';

export interface Alternative {
  readonly unit: Unit;
  /** 0 to 1. */
  readonly confidence: number;
  readonly reason: Reason;
}

export interface Match {
  /** One unit; or all that a collective name means, none if it means nothing definite ("các đơn vị liên quan"). */
  readonly units: readonly Unit[];
  readonly matched: Matched | null;
  /** 0 to 1; 0 where nothing was matched. */
  readonly confidence: number;
  readonly reason: Reason;
  /** What else it may be, the likeliest first. */
  readonly alternatives: readonly Alternative[];
}
