// The ledger of counts and what it is folded into; "unit_tally" and "root_tally" are the sums of both.
import type { Generated } from 'kysely';

export type Outcome = 'open' | 'on-time' | 'late' | 'to-confirm' | 'extension' | 'unanswered';

interface Tally {
  role: string;
  groupId: number | null;
  year: number;
  bucket: string;
  outcome: Outcome;
  n: number;
}

export interface RootTallyTable extends Tally {
  rootId: number;
}

export interface UnitTallyTable extends RootTallyTable {
  unitId: number;
}

export interface TallyEntryTable extends UnitTallyTable {
  id: Generated<number>;
}

export interface UnitYearTable {
  unitId: number;
  rootId: number;
  year: number;
}

export interface TallyStateTable {
  one: Generated<boolean>;
  generation: number;
}
