// A report before it is sent: words, how far, whether done; and what of it makes sense to send.
import type { DutyDetail } from '@nhipcau/server/contract';
import { daysBetween } from '../register/standing.ts';
import type { Wanted } from './use-step.ts';

export interface ReportDraft {
  readonly text: string;
  readonly done: boolean;
  /** ISO date; empty: today. */
  readonly doneOn: string;
  readonly progress: number | null;
  /** Idempotency-Key of the step: new for each change of what is sent. */
  readonly key: string;
}

/** The step to send; null while something is missing. Photos alone are a report too: `photosOnly` then says so in words. */
export function reportStep(draft: ReportDraft, today: string, photosOnly: string | null): Wanted | null {
  const text = draft.text.trim() || photosOnly;
  if (draft.done) {
    return { do: 'report', doneOn: draft.doneOn || today, ...(text ? { note: text } : {}) };
  }
  return text ? { do: 'progress', note: text, progress: draft.progress } : null;
}

/** How many days after its due date the duty would count as done; 0: in time. */
export function daysLate({ dueOn }: Pick<DutyDetail, 'dueOn'>, doneOn: string): number {
  return dueOn === null ? 0 : Math.max(0, daysBetween(dueOn, doneOn));
}
