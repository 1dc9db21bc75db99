// A desk's keeper, alive as long as its screen is open.
import { useEffect } from 'react';
import type { Keeper } from './keeper.ts';

/** The clock and the timer of the browser. */
export const clockwork = {
  now: () => Date.now(),
  later: (run: () => void, milliseconds: number) => {
    const timer = setTimeout(run, milliseconds);
    return () => clearTimeout(timer);
  },
};

interface Kept<Detail> {
  readonly detail: Detail;
  readonly readOnly: boolean;
  /** Puts down what is held on this machine. */
  readonly flush: () => void;
}

/** Sends again when the network or the reader is back, and lets nobody leave with something unsaved unawares. */
export function useKeeping<Detail, Draft, Layout>(
  keeper: Keeper<Detail, Draft, Layout>,
  { detail, readOnly, flush }: Kept<Detail>,
): void {
  useEffect(() => keeper.refresh(detail), [keeper, detail]);
  useEffect(() => {
    if (readOnly) return;
    keeper.start();
    const again = () => void (keeper.now().saving === 'waiting' && keeper.settled());
    const warn = (event: BeforeUnloadEvent) => {
      flush();
      if (keeper.now().saving !== 'saved') event.preventDefault();
    };
    addEventListener('online', again);
    addEventListener('focus', again);
    addEventListener('beforeunload', warn);
    return () => {
      removeEventListener('online', again);
      removeEventListener('focus', again);
      removeEventListener('beforeunload', warn);
      flush();
      // Whoever leaves the screen leaves nothing behind.
      if (keeper.now().saving === 'saving') void keeper.settled();
    };
  }, [keeper, readOnly, flush]);
}
