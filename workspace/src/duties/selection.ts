// Which duties are chosen for the next step; rows of other pages stay chosen.
import type { DutyRow } from '@nhipcau/server/contract';
import { useCallback, useMemo, useState } from 'react';
import type { Choice } from './duty-rows.tsx';

export interface Selection extends Choice {
  readonly rows: readonly DutyRow[];
  readonly clear: () => void;
}

type Chosen = ReadonlyMap<number, DutyRow>;

/** At most as many as one request may name. */
export const mostChosen = 500;

export function chosenAfter(before: Chosen, rows: readonly DutyRow[], chosen: boolean): Chosen {
  const after = new Map(before);
  for (const row of rows) {
    if (!chosen) after.delete(row.id);
    else if (after.has(row.id) || after.size < mostChosen) after.set(row.id, row);
  }
  return after;
}

export function useSelection(): Selection {
  const [chosen, setChosen] = useState<Chosen>(new Map());
  const set = useCallback(
    (rows: readonly DutyRow[], on: boolean) => setChosen((before) => chosenAfter(before, rows, on)),
    [],
  );
  const clear = useCallback(() => setChosen(new Map()), []);
  return useMemo(
    () => ({ has: (id) => chosen.has(id), set, rows: [...chosen.values()], clear }),
    [chosen, set, clear],
  );
}
