// What stands in the addresses of the screens of reports; absent means "all", "the first".
import type { ReportClass, ReportStatus } from '@nhipcau/server/contract';
import { among, kept, pageOf, textOf, whole, yearOf, type Raw } from '../address.ts';
import { classes, statuses } from './words.ts';

interface MineSearch {
  readonly year?: number;
  readonly page?: number;
}
export const readMineSearch = (raw: Raw): MineSearch =>
  kept<MineSearch>({ year: yearOf(raw['year']), page: pageOf(raw['page']) });

/** Of a report: the figure that is looked into, and which part of it. */
interface ReportSearch {
  readonly figure?: number;
  readonly cell?: string;
}
export const readReportSearch = (raw: Raw): ReportSearch =>
  kept<ReportSearch>({ figure: whole(raw['figure']), cell: textOf(raw['cell']) });

export const callStatuses = ['open', 'closed', 'cancelled'] as const;
export interface CallsSearch {
  readonly year?: number;
  readonly status?: (typeof callStatuses)[number];
  readonly page?: number;
}
export const readCallsSearch = (raw: Raw): CallsSearch =>
  kept<CallsSearch>({
    year: yearOf(raw['year']),
    status: among(callStatuses, raw['status']),
    page: pageOf(raw['page']),
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
    q: textOf(raw['q']),
    parent: whole(raw['parent']),
    tier: textOf(raw['tier']),
    status: among(statuses, raw['status']),
    class: among(classes, raw['class']),
    sort: among(reportSorts, raw['sort']),
    page: pageOf(raw['page']),
  });

/** A call of a regime, or (without one) an ad-hoc call. */
interface NewCallSearch {
  readonly regime?: number;
  readonly period?: string;
}
export const readNewCallSearch = (raw: Raw): NewCallSearch =>
  kept<NewCallSearch>({ regime: whole(raw['regime']), period: textOf(raw['period']) });

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
    section: textOf(raw['section']),
    figure: whole(raw['figure']),
    cell: textOf(raw['cell']),
  });
