// What is being written, on the desk: every change is shown at once, can be undone, is sent when the hand rests, and outlives the
// network. What is written is the subject's own matter (`Kind`).
import { RequestFailed, unreachable, type Problem } from '../api.ts';
import { back, begin, forth, rebased, record } from './history.ts';

/** `waiting`: for the network or for signing in again; `refused`: the server will not have it; `conflict`: the reader must choose. */
export type Saving = 'saved' | 'saving' | 'waiting' | 'refused' | 'conflict';

export type Side = 'mine' | 'theirs';
export type Choices = ReadonlyMap<string, Side>;

/** One place that both changed in different ways. */
export interface Collision {
  readonly key: string;
  /** Which field; the subject names them. */
  readonly field: string;
  /** What it is about, as it was called before. */
  readonly about: string | null;
  readonly mine: unknown;
  readonly theirs: unknown;
}

export interface Three<T> {
  readonly base: T;
  readonly mine: T;
  readonly theirs: T;
}

export interface Merged<Draft> {
  readonly draft: Draft;
  readonly collisions: readonly Collision[];
}

interface Versioned {
  readonly version: number;
}

/** How one kind of record is written: what of it is edited, what is sent, how two people's changes are joined. */
export interface Kind<Detail extends Versioned, Draft, Layout, Change> {
  readonly draftOf: (detail: Detail) => Draft;
  readonly editable: (detail: Detail) => boolean;
  /** What changed, or null where nothing that is worth sending did. */
  readonly changeOf: (base: Draft, now: Draft) => Change | null;
  readonly alike: (one: Draft, other: Draft) => boolean;
  readonly merge: (three: Three<Draft>, choices: Choices) => Merged<Draft>;
  /** What is derived from the draft (numbers of paragraphs); `before` comes back where nothing moved. */
  readonly layoutOf: (draft: Draft, before?: Layout) => Layout;
  /** How long the hand rests before it is sent, in milliseconds. */
  readonly rest: number;
}

export interface Conflict<Detail> {
  readonly theirs: Detail;
  readonly collisions: readonly Collision[];
  /** The version that the reader's changes began with. */
  readonly since: number;
}

export interface Desk<Detail, Draft, Layout> {
  readonly draft: Draft;
  readonly layout: Layout;
  readonly saving: Saving;
  readonly undoable: boolean;
  readonly redoable: boolean;
  readonly conflict: Conflict<Detail> | null;
  /** Why it waits or was refused. */
  readonly error: unknown;
}

/** What is not saved, with the state it was made from, so that it can be joined to a newer one. */
export interface Unsaved<Draft> {
  readonly version: number;
  readonly base: Draft;
  readonly draft: Draft;
}

export interface Around<Detail, Draft, Change> {
  readonly send: (change: Change & Versioned) => Promise<Detail>;
  readonly saved: (detail: Detail) => void;
  /** Newer changes were joined in; `since`: the version that the reader's own began with. */
  readonly joined: (theirs: Detail, since: number) => void;
  readonly remember: (unsaved: Unsaved<Draft> | null) => void;
  readonly recall: () => Unsaved<Draft> | null;
  readonly now: () => number;
  /** Runs it later; the answer takes it back. */
  readonly later: (run: () => void, milliseconds: number) => () => void;
}

export interface Keeper<Detail, Draft, Layout> {
  readonly now: () => Desk<Detail, Draft, Layout>;
  readonly version: () => number;
  readonly listen: (listener: () => void) => () => void;
  /** `key` names the field typed in: its keystrokes are one step. */
  readonly edit: (step: (draft: Draft) => Draft, key?: string) => void;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly settle: (choices: Choices) => void;
  /** Gives up what is not saved for what the server holds. */
  readonly drop: (detail: Detail) => void;
  readonly refresh: (detail: Detail) => void;
  /** Sends at once; true when nothing is left to send. */
  readonly settled: () => Promise<boolean>;
  readonly start: () => void;
}

const retryAfter = 15_000;

export function keepDesk<Detail extends Versioned, Draft, Layout, Change extends object>(
  kind: Kind<Detail, Draft, Layout, Change>,
  detail: Detail,
  around: Around<Detail, Draft, Change>,
): Keeper<Detail, Draft, Layout> {
  const { draftOf, merge } = kind;
  let base = draftOf(detail);
  let version = detail.version;
  let history = begin(base);
  let acknowledged: Draft | null = base;
  let conflict: Conflict<Detail> | null = null;
  let trouble: { readonly saving: 'waiting' | 'refused'; readonly error: unknown } | null = null;
  let sending: Promise<void> | null = null;
  let layout = kind.layoutOf(base);
  let takeBack = () => {};
  let desk = compute();
  const listeners = new Set<() => void>();

  function dirty(): boolean {
    return history.present !== acknowledged;
  }

  function compute(): Desk<Detail, Draft, Layout> {
    layout = kind.layoutOf(history.present, layout);
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

  function saveSoon(after = kind.rest): void {
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
      const change = kind.changeOf(base, sent);
      try {
        if (change) take(await around.send({ ...change, version }));
        acknowledged = sent;
        trouble = null;
        tell();
      } catch (error) {
        if (!fail(error)) return;
      }
    }
  }

  function take(answer: Detail): void {
    version = answer.version;
    base = draftOf(answer);
    around.saved(answer);
  }

  /** True where it is worth sending again at once. */
  function fail(error: unknown): boolean {
    const problem = error instanceof RequestFailed ? error.problem : null;
    const current = problem && currentOf<Detail>(problem);
    if (current && kind.editable(current)) return join(current, version);
    const mends = !problem || problem.code === unreachable || problem.status >= 500 || problem.status === 401;
    trouble = { saving: mends ? 'waiting' : 'refused', error };
    if (mends) saveSoon(retryAfter);
    tell();
    return false;
  }

  /** Joins a newer state; false where the reader must choose first. */
  function join(theirs: Detail, since: number): boolean {
    const { collisions } = merge({ base, mine: history.present, theirs: draftOf(theirs) }, new Map());
    if (collisions.length > 0) {
      conflict = { theirs, collisions, since };
      tell();
      return false;
    }
    weave(theirs, new Map());
    around.joined(theirs, since);
    return true;
  }

  function weave(theirs: Detail, choices: Choices): void {
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
      if (!left || dirty() || kind.alike(left.draft, base)) return;
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

const currentOf = <Detail>(problem: Problem): Detail | null =>
  problem.code === 'stale-version' && 'current' in problem ? (problem.current as Detail) : null;
