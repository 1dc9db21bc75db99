// Takes a step of a report; everything that shows reports is asked anew.
import type { Report } from '@nhipcau/server/contract';
import { useMutation, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { stepReport, type ReportAct } from './requests.ts';

export function reportsChanged(queries: QueryClient): void {
  void queries.invalidateQueries({ queryKey: ['reports'] });
  void queries.invalidateQueries({ queryKey: ['calls'] });
  void queries.invalidateQueries({ queryKey: ['rollup'] });
}

type How = Parameters<typeof stepReport>[2];
type Without<T> = T extends unknown ? Omit<T, 'version'> : never;

export function useAct(report: Pick<Report, 'id' | 'version'>, onDone?: (report: Report) => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async ({ act, how }: { act: ReportAct; how?: Without<How> }) => {
      // What was saved a moment ago has a newer version than the screen was drawn with.
      const { version } = queries.getQueryData<Report>(['report', report.id]) ?? report;
      return stepReport(report.id, act, { ...how, version } as How);
    },
    onSuccess: (changed) => {
      queries.setQueryData(['report', report.id], changed);
      reportsChanged(queries);
      onDone?.(changed);
    },
    onError: () => void queries.invalidateQueries({ queryKey: ['report', report.id] }),
  });
}
