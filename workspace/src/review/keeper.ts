// Keeps a draft while it is reviewed: shows every change at once, sends them in order, loses none when the network does.
import type { Draft, DraftChange, DraftConflict, DraftState, Operation } from '@nhipcau/server/contract';
import { RequestFailed, unreachable } from '../api.ts';
import { applyLocally } from './apply.ts';

/** How the draft stands against the server. `offline`: changes wait for the network; `conflict`: somebody else changed it. */
type Saving = 'saved' | 'saving' | 'offline' | 'conflict';

export interface Kept {
  readonly state: DraftState;
  /** The draft with the changes that are still on their way. */
  readonly draft: Draft;
  readonly saving: Saving;
  readonly waiting: number;
  readonly conflict: DraftConflict | null;
}

/** What the keeper needs from outside: the server, and a place that outlives the page. */
export interface Surroundings {
  readonly change: (change: DraftChange) => Promise<DraftState>;
  readonly undo: (version: number) => Promise<DraftState>;
  readonly redo: (version: number) => Promise<DraftState>;
  readonly remember: (waiting: readonly (readonly Operation[])[]) => void;
  readonly recall: () => readonly (readonly Operation[])[];
  /** Called with what a person must be told: a change that the server refused. */
  readonly refused: (error: unknown) => void;
}

export interface Keeper {
  readonly now: () => Kept;
  readonly listen: (listener: () => void) => () => void;
  /** All operations of one call are one step of undo. */
  readonly change: (...operations: Operation[]) => void;
  readonly undo: () => Promise<void>;
  readonly redo: () => Promise<void>;
  /** Sends again what waits for the network. */
  readonly retry: () => void;
  /** Settles a conflict: `mine` applies the waiting changes to the newer draft, `theirs` drops them. */
  readonly settle: (choice: 'mine' | 'theirs') => void;
  /** Takes a newer state from the server, unless changes are on their way. */
  readonly refresh: (state: DraftState) => void;
  /** Resolves when nothing is on its way any more; false if something could not be sent. */
  readonly settled: () => Promise<boolean>;
}

export function keepDraft(first: DraftState, around: Surroundings): Keeper {
  let state = first;
  let waiting = around.recall();
  let conflict: DraftConflict | null = null;
  let offline = false;
  let sending: Promise<void> | null = null;
  let kept = compute();
  const listeners = new Set<() => void>();

  function compute(): Kept {
    const draft = waiting.flat().reduce(applyLocally, state.draft);
    const saving = conflict ? 'conflict' : offline ? 'offline' : waiting.length > 0 ? 'saving' : 'saved';
    return { state, draft, saving, waiting: waiting.length, conflict };
  }

  function tell(): void {
    kept = compute();
    around.remember(waiting);
    for (const listener of listeners) listener();
  }

  function send(): void {
    if (sending || conflict || waiting.length === 0) return;
    sending = sendAll().finally(() => {
      sending = null;
      tell();
    });
  }

  async function sendAll(): Promise<void> {
    for (let batch = waiting[0]; batch && !conflict; batch = waiting[0]) {
      try {
        state = await around.change({ version: state.version, operations: [...batch] });
        offline = false;
        waiting = waiting.slice(1);
        tell();
      } catch (error) {
        if (!keepGoing(error)) return;
      }
    }
  }

  /** True where the next change may be tried: a refused one is told and dropped, it would be refused for ever. */
  function keepGoing(error: unknown): boolean {
    const problem = error instanceof RequestFailed ? error.problem : null;
    if (problem?.code === 'stale-version') conflict = problem as DraftConflict;
    else if (!problem || problem.code === unreachable || problem.status >= 500) offline = true;
    else {
      waiting = waiting.slice(1);
      around.refused(error);
      tell();
      return true;
    }
    tell();
    return false;
  }

  async function step(take: (version: number) => Promise<DraftState>): Promise<void> {
    send();
    await sending;
    if (waiting.length > 0) return;
    try {
      state = await take(state.version);
    } catch (error) {
      if (error instanceof RequestFailed && 'current' in error.problem) {
        state = (error.problem as DraftConflict).current;
      }
      around.refused(error);
    }
    tell();
  }

  queueMicrotask(send);
  return {
    now: () => kept,
    listen: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    change: (...operations) => {
      waiting = [...waiting, operations];
      tell();
      send();
    },
    undo: () => step(around.undo),
    redo: () => step(around.redo),
    retry: () => {
      offline = false;
      tell();
      send();
    },
    settle: (choice) => {
      if (!conflict) return;
      state = conflict.current;
      conflict = null;
      if (choice === 'theirs') waiting = [];
      tell();
      send();
    },
    refresh: (newer) => {
      if (waiting.length > 0 || sending || newer.version < state.version) return;
      state = newer;
      tell();
    },
    settled: async () => {
      send();
      await sending;
      return waiting.length === 0 && !conflict;
    },
  };
}
