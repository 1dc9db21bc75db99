// What stands in the addresses of the screens of plans.
import type { PlanListQuery, PlanStatus } from '@nhipcau/server/contract';
import { statuses } from './states.ts';

type Raw = Readonly<Record<string, unknown>>;
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

const among = <T extends string>(all: readonly T[], value: unknown): T | undefined =>
  all.find((one) => one === value);
const count = (value: unknown, least = 1): number | undefined => {
  const number = Number(value);
  return Number.isInteger(number) && number >= least ? number : undefined;
};

/** Absent rather than undefined: nothing empty stands in an address. */
function given<T extends object>(all: { [K in keyof T]: T[K] | undefined }): T {
  return Object.fromEntries(
    Object.entries(all).filter(([, value]) => value !== undefined && value !== ''),
  ) as T;
}

/** Reads the list's address, leaving out what it cannot read. */
export function readPlanSearch(raw: Raw): PlanSearch {
  const sort = among(sorts, raw['sort']);
  return given<Required<PlanSearch>>({
    q: raw['q'] ? String(raw['q']) : undefined,
    scope: among(scopes, raw['scope']),
    unit: count(raw['unit']),
    year: count(raw['year'], 1900),
    status: among(statuses, raw['status']),
    superior: count(raw['superior']),
    sort: sort === '-period' ? undefined : sort,
    page: count(raw['page'], 2),
  });
}

export const withoutEmpty = (search: {
  readonly [K in keyof PlanSearch]?: PlanSearch[K] | undefined;
}): PlanSearch => given<Required<PlanSearch>>(search as Required<PlanSearch>);

/** From what a new plan is made; ids of what was chosen. */
export interface NewSearch {
  readonly from?: 'previous' | 'superior' | 'document' | 'blank';
  readonly id?: number;
}

export function readNewSearch(raw: Raw): NewSearch {
  return given<Required<NewSearch>>({
    from: among(['previous', 'superior', 'document', 'blank'] as const, raw['from']),
    id: count(raw['id']),
  });
}

/** A task to open at; whether the edition in force is shown beside an amendment. */
interface PlanPlace {
  readonly task?: string;
  readonly view?: 'in-force';
}

export function readPlanPlace(raw: Raw): PlanPlace {
  return given<Required<PlanPlace>>({
    task: raw['task'] ? String(raw['task']).slice(0, 40) : undefined,
    view: among(['in-force'] as const, raw['view']),
  });
}

/** Editions; without a later one, against the amendment being drawn up. */
interface DiffSearch {
  readonly tu?: number;
  readonly den?: number;
}

export const readDiffSearch = (raw: Raw): DiffSearch =>
  given<Required<DiffSearch>>({ tu: count(raw['tu']), den: count(raw['den']) });

export interface CoverageSearch {
  readonly state?: string;
  readonly q?: string;
  /** Only tasks that nobody below has taken up. */
  readonly nobody?: 'true';
  readonly show?: 'matrix' | 'list';
}

export function readCoverageSearch(raw: Raw): CoverageSearch {
  return given<Required<CoverageSearch>>({
    state: among(['issued', 'issued-late', 'drafting', 'none', 'overdue'] as const, raw['state']),
    q: raw['q'] ? String(raw['q']) : undefined,
    nobody: raw['nobody'] === 'true' ? 'true' : undefined,
    show: among(['matrix', 'list'] as const, raw['show']),
  });
}
