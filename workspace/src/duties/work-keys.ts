// What the keys of a list of duties do: walk, open, choose, act. Single letters can be turned off (WCAG 2.1.4).
import type { DutyRow } from '@nhipcau/server/contract';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useShortcuts } from '../ui/shortcuts.ts';
import type { BulkAsk } from './bulk-bar.tsx';
import type { Selection } from './selection.ts';

/** Where the walk goes from a row: the first or last if it stands nowhere yet, and never off the ends. */
export function stepTo(ids: readonly number[], at: number | null, step: 1 | -1): number | null {
  if (ids.length === 0) return null;
  const now = at === null ? -1 : ids.indexOf(at);
  if (now < 0) return (step > 0 ? ids[0] : ids.at(-1)) ?? null;
  return ids[Math.min(Math.max(now + step, 0), ids.length - 1)] ?? null;
}

interface Props {
  /** In the order in which they stand on the screen. */
  readonly rows: readonly DutyRow[];
  readonly selection: Selection;
  readonly ask: (asked: BulkAsk) => void;
  readonly undo: () => void;
  readonly help: () => void;
  readonly may: (action: string) => boolean;
}

/** Returns the row at which the keyboard stands. */
export function useWorkKeys({ rows, selection, ask, undo, help, may }: Props): number | null {
  const navigate = useNavigate();
  const [at, setAt] = useState<number | null>(null);
  const ids = rows.map(({ id }) => id);
  const here = rows.find(({ id }) => id === at);
  useEffect(() => {
    if (at !== null) show(at);
  }, [at]);
  const move = (step: 1 | -1) => setAt(stepTo(ids, at, step));
  const toggle = () => here && selection.set([here], !selection.has(here.id));
  /** Acts on what is chosen; on the row at hand if nothing is. */
  const act = (asked: BulkAsk) => {
    if (selection.rows.length === 0 && here) selection.set([here], true);
    if (selection.rows.length > 0 || here) ask(asked);
  };
  const open = (to: '/viec/$id' | '/viec/$id/bao-cao') =>
    here && void navigate({ to, params: { id: String(here.id) } });
  useShortcuts({
    j: () => move(1),
    k: () => move(-1),
    Enter: () => open('/viec/$id'),
    x: toggle,
    ...(may('duty.report')
      ? { r: () => open('/viec/$id/bao-cao'), p: () => act('progress'), t: () => act('receive') }
      : {}),
    ...(may('duty.confirm') ? { c: () => act('confirm'), b: () => act('sendBack') } : {}),
    ...(may('duty.urge') ? { d: () => act('urge') } : {}),
    u: undo,
    undo,
    '?': help,
    Escape: () => (selection.clear(), setAt(null)),
  });
  return at;
}

/** The row comes into sight and its link takes the focus, so that Tab goes on from there. */
function show(id: number): void {
  const row = document.querySelector<HTMLElement>(`[data-duty="${id}"]`);
  row?.scrollIntoView({ block: 'nearest' });
  row?.querySelector<HTMLElement>('a')?.focus({ preventScroll: true });
}
