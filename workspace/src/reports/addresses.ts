// What stands in the addresses of the screens of reports; absent means "all", "the first".
import type { ReportClass, ReportStatus } from '@nhipcau/server/contract';
import { classes, statuses } from './words.ts';

type Raw = Readonly<Record<string, unknown>>;

const word = (value: unknown): string => (typeof value === 'string' ? value : '');
const whole = (value: unknown, from = 1, to = 2_147_483_647): number | undefined => {
  const number = Number(value);
  return value !== undefined && value !== '' && Number.isInteger(number) && number >= from && number <= to
    ? number
    : undefined;
};
const among = <T extends string>(all: readonly T[], value: unknown): T | undefined =>
  all.find((one) => one === value);

/** Leaves out what says nothing. */
export function kept<S extends object>(search: { [K in keyof S]: S[K] | undefined | '' }): S {
  return Object.fromEntries(
    Object.entries(search).filter(([, value]) => value !== undefined && value !== ''),
  ) as S;
}

interface MineSearch {
  readonly year?: number;
  readonly page?: number;
}
export const readMineSearch = (raw: Raw): MineSearch =>
  kept<MineSearch>({ year: whole(raw['year'], 1900, 2200), page: whole(raw['page'], 2) });

/** Of a report: the figure that is looked into, and which part of it. */
interface ReportSearch {
  readonly figure?: number;
  readonly cell?: string;
}
export const readReportSearch = (raw: Raw): ReportSearch =>
  kept<ReportSearch>({ figure: whole(raw['figure']), cell: word(raw['cell']) });

export const callStatuses = ['open', 'closed', 'cancelled'] as const;
export interface CallsSearch {
  readonly year?: number;
  readonly status?: (typeof callStatuses)[number];
  readonly page?: number;
}
export const readCallsSearch = (raw: Raw): CallsSearch =>
  kept<CallsSearch>({
    year: whole(raw['year'], 1900, 2200),
    status: among(callStatuses, raw['status']),
    page: whole(raw['page'], 2),
  });

const reportSorts = ['due', '-due', 'unit', '-unit', 'moved', '-moved'] as const;
export interface CallSearch {
  readonly q?: string;
  readonly parent?: number;
  readonly tier?: string;
  readonly status?: ReportStatus;
  readonly class?: ReportClass;
  readonly sort?: (typeof reportSorts)[number];
  readonly page?: number;
}
export const readCallSearch = (raw: Raw): CallSearch =>
  kept<CallSearch>({
    q: word(raw['q']),
    parent: whole(raw['parent']),
    tier: word(raw['tier']),
    status: among(statuses, raw['status']),
    class: among(classes, raw['class']),
    sort: among(reportSorts, raw['sort']),
    page: whole(raw['page'], 2),
  });

/** A call of a regime, or (without one) an ad-hoc call. */
interface NewCallSearch {
  readonly regime?: number;
  readonly period?: string;
}
export const readNewCallSearch = (raw: Raw): NewCallSearch =>
  kept<NewCallSearch>({ regime: whole(raw['regime']), period: word(raw['period']) });

/** Of the roll-up: the section at hand, the indicator that is opened. */
export interface RollupSearch {
  readonly report?: number;
  readonly section?: string;
  readonly figure?: number;
  readonly cell?: string;
}
export const readRollupSearch = (raw: Raw): RollupSearch =>
  kept<RollupSearch>({
    report: whole(raw['report']),
    section: word(raw['section']),
    figure: whole(raw['figure']),
    cell: word(raw['cell']),
  });
