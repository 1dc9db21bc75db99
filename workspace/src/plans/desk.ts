// The plan on the desk: every change is shown at once, can be undone, is sent when the hand rests, and outlives the network.
import type { PlanChange, PlanDetail } from '@nhipcau/server/contract';
import { RequestFailed, unreachable, type Problem } from '../api.ts';
import { draftOf, type Draft, type Step } from './draft.ts';
import { back, begin, forth, rebased, record } from './history.ts';
import { alike, merge, type Choices, type Collision } from './merge.ts';
import { sendable } from './missing.ts';
import { layoutOf, type Layout } from './numbering.ts';

/** `waiting`: for the network or for signing in again; `refused`: the server will not have it; `conflict`: the reader must choose. */
export type Saving = 'saved' | 'saving' | 'waiting' | 'refused' | 'conflict';

export interface Conflict {
  readonly theirs: PlanDetail;
  readonly collisions: readonly Collision[];
  /** The version that the reader's changes began with. */
  readonly since: number;
}

export interface Desk {
  readonly draft: Draft;
  readonly layout: Layout;
  readonly saving: Saving;
  readonly undoable: boolean;
  readonly redoable: boolean;
  readonly conflict: Conflict | null;
  /** Why it waits or was refused. */
  readonly error: unknown;
}

/** What is not saved, with the state it was made from, so that it can be joined to a newer one. */
export interface Unsaved {
  readonly version: number;
  readonly base: Draft;
  readonly draft: Draft;
}

export interface Around {
  readonly send: (change: PlanChange) => Promise<PlanDetail>;
  readonly saved: (detail: PlanDetail) => void;
  /** Newer changes were joined in; `since`: the version that the reader's own began with. */
  readonly joined: (theirs: PlanDetail, since: number) => void;
  readonly remember: (unsaved: Unsaved | null) => void;
  readonly recall: () => Unsaved | null;
  readonly now: () => number;
  /** Runs it later; the answer takes it back. */
  readonly later: (run: () => void, milliseconds: number) => () => void;
}

export interface DeskKeeper {
  readonly now: () => Desk;
  readonly version: () => number;
  readonly listen: (listener: () => void) => () => void;
  /** `key` names the field typed in: its keystrokes are one step. */
  readonly edit: (step: Step, key?: string) => void;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly settle: (choices: Choices) => void;
  /** Gives up what is not saved for what the server holds. */
  readonly drop: (detail: PlanDetail) => void;
  readonly refresh: (detail: PlanDetail) => void;
  /** Sends at once; true when nothing is left to send. */
  readonly settled: () => Promise<boolean>;
  readonly start: () => void;
}

const rest = 800;
const retryAfter = 15_000;

export function keepDesk(detail: PlanDetail, around: Around): DeskKeeper {
  let base = draftOf(detail);
  let version = detail.version;
  let history = begin(base);
  let acknowledged: Draft | null = base;
  let conflict: Conflict | null = null;
  let trouble: { readonly saving: 'waiting' | 'refused'; readonly error: unknown } | null = null;
  let sending: Promise<void> | null = null;
  let layout = layoutOf(base.body);
  let takeBack = () => {};
  let desk = compute();
  const listeners = new Set<() => void>();

  function dirty(): boolean {
    return history.present !== acknowledged;
  }

  function compute(): Desk {
    layout = layoutOf(history.present.body, layout);
    const saving = conflict ? 'conflict' : (trouble?.saving ?? (dirty() ? 'saving' : 'saved'));
    return {
      draft: history.present,
      layout,
      saving,
      undoable: history.past.length > 0,
      redoable: history.future.length > 0,
      conflict,
      error: trouble?.error ?? null,
    };
  }

  function tell(): void {
    desk = compute();
    around.remember(dirty() ? { version, base, draft: history.present } : null);
    for (const listener of listeners) listener();
  }

  function saveSoon(after = rest): void {
    takeBack();
    takeBack = around.later(() => void save(), after);
  }

  function save(): Promise<void> {
    takeBack();
    if (conflict) return Promise.resolve();
    sending ??= sendAll().finally(() => {
      sending = null;
      tell();
    });
    return sending;
  }

  async function sendAll(): Promise<void> {
    // Once more where something was changed while it was on its way.
    while (dirty()) {
      const sent = history.present;
      const change = changeOf(base, sendable(sent, base));
      try {
        if (change) take(await around.send({ version, ...change }));
        acknowledged = sent;
        trouble = null;
        tell();
      } catch (error) {
        if (!fail(error)) return;
      }
    }
  }

  function take(answer: PlanDetail): void {
    version = answer.version;
    base = draftOf(answer);
    around.saved(answer);
  }

  /** True where it is worth sending again at once. */
  function fail(error: unknown): boolean {
    const problem = error instanceof RequestFailed ? error.problem : null;
    const current = problem && currentOf(problem);
    if (current?.may.includes('edit')) return join(current, version);
    const mends = !problem || problem.code === unreachable || problem.status >= 500 || problem.status === 401;
    trouble = { saving: mends ? 'waiting' : 'refused', error };
    if (mends) saveSoon(retryAfter);
    tell();
    return false;
  }

  /** Joins a newer state; false where the reader must choose first. */
  function join(theirs: PlanDetail, since: number): boolean {
    const { collisions } = merge({ base, mine: history.present, theirs: draftOf(theirs) });
    if (collisions.length > 0) {
      conflict = { theirs, collisions, since };
      tell();
      return false;
    }
    weave(theirs, new Map());
    around.joined(theirs, since);
    return true;
  }

  function weave(theirs: PlanDetail, choices: Choices): void {
    const other = draftOf(theirs);
    const mineWas = acknowledged === history.present;
    const from = base;
    history = rebased(history, (mine) => merge({ base: from, mine, theirs: other }, choices).draft);
    version = theirs.version;
    base = other;
    acknowledged = mineWas ? history.present : null;
    conflict = null;
    trouble = null;
    tell();
  }

  return {
    now: () => desk,
    version: () => version,
    listen: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    edit: (step, key) => {
      history = record(history, step(history.present), { key, at: around.now() });
      if (trouble?.saving === 'refused') trouble = null;
      tell();
      saveSoon();
    },
    undo: () => {
      history = back(history);
      tell();
      saveSoon();
    },
    redo: () => {
      history = forth(history);
      tell();
      saveSoon();
    },
    settle: (choices) => {
      if (!conflict) return;
      weave(conflict.theirs, choices);
      saveSoon(0);
    },
    drop: (theirs) => {
      base = draftOf(theirs);
      version = theirs.version;
      history = begin(base);
      acknowledged = base;
      conflict = null;
      trouble = null;
      tell();
    },
    refresh: (newer) => {
      if (newer.version <= version || dirty() || sending) return;
      weave(newer, new Map());
    },
    settled: async () => {
      if (trouble) trouble = null;
      await save();
      return !dirty() && !conflict;
    },
    start: () => {
      const left = around.recall();
      if (!left || dirty() || alike(left.draft, base)) return;
      const theirs = { ...detail, version };
      const newest = base;
      history = record(history, left.draft, { at: around.now() });
      base = left.base;
      if (left.version === version) base = newest;
      else if (!join(theirs, left.version)) return;
      tell();
      saveSoon(0);
    },
  };
}

function currentOf(problem: Problem): PlanDetail | null {
  return problem.code === 'stale-version' && 'current' in problem ? (problem.current as PlanDetail) : null;
}

/** Only what changed is sent. */
function changeOf(base: Draft, now: Draft): Omit<PlanChange, 'version'> | null {
  const names = ['title', 'periodFrom', 'periodTo', 'superiorId', 'body'] as const;
  const different = names.filter((name) => !alike(base[name], now[name]));
  return different.length === 0 ? null : Object.fromEntries(different.map((name) => [name, now[name]]));
}
