// What the parts of a report's screen share: the report on the desk, what the reader may do, the names of dimensions.
import type { Dimension, FormIndicator, Report } from '@nhipcau/server/contract';
import { useQueryClient } from '@tanstack/react-query';
import { createContext, useContext, useEffect, useState, useSyncExternalStore } from 'react';
import { browserStore, forget, recall, remember } from '../duties/kept.ts';
import type { Pending } from './desk-items.ts';
import { keepReport, type Desk, type DeskKeeper } from './desk.ts';
import { fillReport } from './requests.ts';

export interface DeskContext {
  readonly keeper: DeskKeeper;
  readonly readOnly: boolean;
  readonly dimensions: readonly Dimension[];
  /** Opens what is behind a figure. */
  readonly look: (indicatorId: number, cell: string) => void;
  /** Begins to send back for a reason in this section; null: the reader may not. */
  readonly giveBack: ((sectionId: string) => void) | null;
}

export const DeskProvider = createContext<DeskContext | null>(null);

export function useDesk(): DeskContext {
  const desk = useContext(DeskProvider);
  if (!desk) throw new Error('There is no report here.');
  return desk;
}

/** A piece of the desk; it must be the very same object as long as it did not change. */
export function usePiece<T>(pick: (desk: Desk) => T): T {
  const { keeper } = useDesk();
  const read = () => pick(keeper.now());
  return useSyncExternalStore(keeper.listen, read, read);
}

export const indicatorsOf = (report: Report, codes: readonly string[]): readonly FormIndicator[] => {
  const byCode = new Map(report.call.form.indicators.map((one) => [one.code, one]));
  return codes.flatMap((code) => byCode.get(code) ?? []);
};

/** The keeper of a report, alive as long as the screen is open; what it could not send stays on this machine, for this person. */
export function useReportKeeper(report: Report, personId: number): DeskKeeper {
  const queries = useQueryClient();
  const place = `${personId}:bao-cao:${report.id}`;
  const [keeper] = useState(() =>
    keepReport(report, {
      send: (change) => fillReport(report.id, change),
      saved: (answer) => queries.setQueryData(['report', report.id], answer),
      remember: (pending) =>
        pending ? remember(browserStore(), place, pending) : forget(browserStore(), place),
      recall: () => recall<Pending>(browserStore(), place),
      later: (run, milliseconds) => {
        const timer = setTimeout(run, milliseconds);
        return () => clearTimeout(timer);
      },
    }),
  );
  const fillable = report.may.includes('fill');
  useEffect(() => keeper.refresh(report), [keeper, report]);
  useEffect(() => {
    if (!fillable) return;
    keeper.start();
    const again = () => void (keeper.now().saving === 'waiting' && keeper.settled());
    const warn = (event: BeforeUnloadEvent) => {
      if (keeper.now().saving !== 'saved') event.preventDefault();
    };
    addEventListener('online', again);
    addEventListener('focus', again);
    addEventListener('beforeunload', warn);
    return () => {
      removeEventListener('online', again);
      removeEventListener('focus', again);
      removeEventListener('beforeunload', warn);
      if (keeper.now().saving === 'saving') void keeper.settled();
    };
  }, [keeper, fillable]);
  return keeper;
}
