// What stands in the addresses of the screens of plans.
import type { PlanListQuery, PlanStatus } from '@nhipcau/server/contract';
import { among, kept, pageOf, textOf, whole, yearOf, type Raw } from '../address.ts';
import { statuses } from './states.ts';

type Sort = NonNullable<PlanListQuery['sort']>;

export const scopes = ['own', 'below', 'above'] as const;
export type Scope = (typeof scopes)[number];
export const sorts: readonly Sort[] = ['-period', 'period', 'title', '-title', '-issued', 'issued'];

export interface PlanSearch {
  readonly q?: string;
  /** Whose: my unit's, of units below, from above; absent: all that I may read. */
  readonly scope?: Scope;
  readonly unit?: number;
  readonly year?: number;
  readonly status?: PlanStatus;
  readonly superior?: number;
  readonly sort?: Sort;
  readonly page?: number;
}

/** Reads the list's address, leaving out what it cannot read. */
export function readPlanSearch(raw: Raw): PlanSearch {
  const sort = among(sorts, raw['sort']);
  return kept<PlanSearch>({
    q: textOf(raw['q']),
    scope: among(scopes, raw['scope']),
    unit: whole(raw['unit']),
    year: yearOf(raw['year']),
    status: among(statuses, raw['status']),
    superior: whole(raw['superior']),
    sort: sort === '-period' ? undefined : sort,
    page: pageOf(raw['page']),
  });
}

/** From what a new plan is made; ids of what was chosen. */
export interface NewSearch {
  readonly from?: 'previous' | 'superior' | 'document' | 'blank';
  readonly id?: number;
}

export function readNewSearch(raw: Raw): NewSearch {
  return kept<NewSearch>({
    from: among(['previous', 'superior', 'document', 'blank'] as const, raw['from']),
    id: whole(raw['id']),
  });
}

/** A task to open at; whether the edition in force is shown beside an amendment. */
interface PlanPlace {
  readonly task?: string;
  readonly view?: 'in-force';
}

export function readPlanPlace(raw: Raw): PlanPlace {
  return kept<PlanPlace>({
    task: textOf(raw['task'], 40),
    view: among(['in-force'] as const, raw['view']),
  });
}

/** Editions; without a later one, against the amendment being drawn up. */
interface DiffSearch {
  readonly tu?: number;
  readonly den?: number;
}

export const readDiffSearch = (raw: Raw): DiffSearch =>
  kept<DiffSearch>({ tu: whole(raw['tu']), den: whole(raw['den']) });

export interface CoverageSearch {
  readonly state?: string;
  readonly q?: string;
  /** Only tasks that nobody below has taken up. */
  readonly nobody?: 'true';
  readonly show?: 'matrix' | 'list';
}

export function readCoverageSearch(raw: Raw): CoverageSearch {
  return kept<CoverageSearch>({
    state: among(['issued', 'issued-late', 'drafting', 'none', 'overdue'] as const, raw['state']),
    q: textOf(raw['q']),
    nobody: among(['true'] as const, raw['nobody']),
    show: among(['matrix', 'list'] as const, raw['show']),
  });
}
