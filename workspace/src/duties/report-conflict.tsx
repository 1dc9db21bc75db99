import type { DutyDetail } from '@nhipcau/server/contract';
import { Conflict } from './conflict.tsx';
import type { Report } from './use-report.ts';

/** The report meets a duty that somebody else changed meanwhile. */
export function ReportConflict({ duty, report }: { duty: DutyDetail; report: Report }) {
  return (
    <Conflict
      duty={duty}
      onGiveUp={report.startAfresh}
      state={{
        take: () => undefined,
        busy: report.sending,
        error: report.error,
        conflict: report.conflict,
        settle: report.settle,
      }}
    />
  );
}
