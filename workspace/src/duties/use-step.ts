// Takes one step of a duty. What was typed is sent again only when the reader says so; a newer state is shown beside it first.
import type { DutyDetail, DutyStep } from '@nhipcau/server/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { RequestFailed } from '../api.ts';
import { dutiesChanged } from './bulk.ts';
import { newKey } from './key.ts';
import { dutyById, takeStep } from './requests.ts';

type Without<T> = T extends unknown ? Omit<T, 'version'> : never;
/** A step before it names the version that its taker saw. */
export type Wanted = Without<DutyStep>;

export interface StepState {
  readonly take: (step: Wanted) => void;
  readonly busy: boolean;
  readonly error: unknown;
  /** Somebody else changed the duty meanwhile: as it stands now, and what the reader wanted. */
  readonly conflict: { readonly now: DutyDetail; readonly wanted: Wanted } | null;
  /** Takes the wanted step on what stands now, or gives it up. */
  readonly settle: (choice: 'mine' | 'theirs') => void;
}

export const isStale = (error: unknown): boolean =>
  error instanceof RequestFailed && error.problem.code === 'stale-version';

export function useStep(duty: DutyDetail, onDone?: (changed: DutyDetail) => void): StepState {
  const queries = useQueryClient();
  const [conflict, setConflict] = useState<StepState['conflict']>(null);
  const key = useRef<{ readonly of: string; readonly key: string } | null>(null);
  const run = useMutation({
    mutationFn: (step: DutyStep) => {
      // The same step sent again is the same request: the server does it once.
      const of = JSON.stringify(step);
      if (key.current?.of !== of) key.current = { of, key: newKey() };
      return takeStep(duty.id, step, key.current.key);
    },
    onSuccess: (changed) => {
      key.current = null;
      setConflict(null);
      queries.setQueryData(['duty', duty.id], changed);
      dutiesChanged(queries);
      onDone?.(changed);
    },
    onError: async (error, step) => {
      if (!isStale(error)) return;
      const now = await dutyById(duty.id);
      const { version: _version, ...wanted } = step;
      setConflict({ now, wanted: wanted as Wanted });
    },
  });
  const take = (step: Wanted, version = duty.version) => run.mutate({ ...step, version } as DutyStep);
  return {
    take: (step) => take(step),
    busy: run.isPending,
    error: conflict ? null : run.error,
    conflict,
    settle: (choice) => {
      if (!conflict) return;
      queries.setQueryData(['duty', duty.id], conflict.now);
      if (choice === 'mine') take(conflict.wanted, conflict.now.version);
      else {
        setConflict(null);
        run.reset();
        onDone?.(conflict.now);
      }
    },
  };
}
