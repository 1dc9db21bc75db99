// A report on the desk: what is changed is shown at once, sent when the hand rests, item by item with its own version; what another
// person changed meanwhile is never overwritten unseen, and what the network did not take stays on this machine.
import type { Report, ReportChange, SectionContent } from '@nhipcau/server/contract';
import { RequestFailed, unreachable, type Problem } from '../api.ts';
import {
  type FigureEdit,
  type Item,
  type Pending,
  figureKey,
  textKey,
  keyOf,
  figureOf,
  textOf,
  lacksReason,
  versionIn,
  fulfilled,
  changeOf,
} from './desk-items.ts';

/** `waiting`: for the network or for signing in again; `held`: something is needed first; `conflict`: the reader must
 * choose; `wrong`: a field holds what is no figure. */
export type Saving = 'saved' | 'saving' | 'waiting' | 'held' | 'conflict' | 'wrong';

export interface Desk {
  readonly report: Report;
  readonly pending: Pending;
  /** Items that somebody else has changed since. */
  readonly conflicts: ReadonlySet<string>;
  /** What the server will not have, by item. */
  readonly refused: Readonly<Record<string, unknown>>;
  /** Fields that hold what cannot be sent as a figure. */
  readonly wrong: ReadonlySet<string>;
  readonly saving: Saving;
  /** Why it waits. */
  readonly error: unknown;
}

export interface Around {
  readonly send: (change: ReportChange) => Promise<Report>;
  readonly saved: (report: Report) => void;
  readonly remember: (pending: Pending | null) => void;
  readonly recall: () => Pending | null;
  /** Runs it later; the answer takes it back. */
  readonly later: (run: () => void, milliseconds: number) => () => void;
}

export interface DeskKeeper {
  readonly now: () => Desk;
  readonly listen: (listener: () => void) => () => void;
  readonly figure: (indicatorId: number, cell: string, edit: FigureEdit) => void;
  /** What is typed at the figure now is none, or is one again. */
  readonly mistyped: (key: string, wrong: boolean) => void;
  readonly text: (sectionId: string, edit: (content: SectionContent) => SectionContent) => void;
  /** Of an item that somebody else has changed. */
  readonly choose: (key: string, whose: 'mine' | 'theirs') => void;
  /** Gives up an item that is not saved. */
  readonly drop: (key: string) => void;
  /** A newer state that came another way. */
  readonly refresh: (report: Report) => void;
  /** Sends at once; true when nothing is left to send or to put right. */
  readonly settled: () => Promise<boolean>;
  readonly start: () => void;
}

const rest = 700;
const retryAfter = 15_000;
const empty = { paragraphs: [] };

export function keepReport(first: Report, around: Around): DeskKeeper {
  let report = first;
  let pending: Pending = {};
  let conflicts: ReadonlySet<string> = new Set();
  let refused: Readonly<Record<string, unknown>> = {};
  let wrong: ReadonlySet<string> = new Set();
  let error: unknown = null;
  let sending: Promise<void> | null = null;
  let takeBack = () => {};
  const listeners = new Set<() => void>();
  let desk = compute();

  function sendable(): readonly Item[] {
    return Object.entries(pending)
      .filter(
        ([key, item]) => !conflicts.has(key) && !Object.hasOwn(refused, key) && !lacksReason(report, item),
      )
      .map(([, item]) => item);
  }

  function savingNow(): Saving {
    if (conflicts.size > 0) return 'conflict';
    if (error) return 'waiting';
    if (sending || sendable().length > 0) return 'saving';
    if (Object.keys(pending).length > 0) return 'held';
    return wrong.size > 0 ? 'wrong' : 'saved';
  }

  function compute(): Desk {
    return { report, pending, conflicts, refused, wrong, saving: savingNow(), error };
  }

  function tell(): void {
    desk = compute();
    around.remember(Object.keys(pending).length > 0 ? pending : null);
    for (const listener of listeners) listener();
  }

  function put(item: Item): void {
    const key = keyOf(item);
    pending = { ...pending, [key]: item };
    const { [key]: _answered, ...others } = refused;
    refused = others;
    tell();
    saveSoon();
  }

  function saveSoon(after = rest): void {
    takeBack();
    takeBack = around.later(() => void save(), after);
  }

  function save(): Promise<void> {
    takeBack();
    sending ??= sendAll().finally(() => {
      sending = null;
      tell();
    });
    return sending;
  }

  async function sendAll(): Promise<void> {
    // Each turn sends, sets aside or refuses something; a server that answers the same for ever is not asked for ever.
    let turns = 0;
    for (let items = sendable(); items.length > 0 && turns < 20; items = sendable()) {
      turns += 1;
      error = null;
      tell();
      try {
        take(await around.send(changeOf(items)), items);
      } catch (failure) {
        if (!fail(failure, items) || error) return;
        if (items.length > 1 && !isStale(failure)) await oneByOne(items);
      }
    }
  }

  /** One item that the server will not have keeps none of the others back. */
  async function oneByOne(items: readonly Item[]): Promise<void> {
    for (const item of items) {
      try {
        take(await around.send(changeOf([item])), [item]);
      } catch (failure) {
        if (!fail(failure, [item])) return;
      }
    }
  }

  function take(answer: Report, sent: readonly Item[]): void {
    report = answer;
    error = null;
    for (const item of sent) {
      const key = keyOf(item);
      const now = pending[key];
      if (now === item) lose(key);
      // Typed on while it was on its way.
      else if (now) pending = { ...pending, [key]: { ...now, since: versionIn(answer, item) } };
    }
    around.saved(answer);
    tell();
  }

  function lose(key: string): void {
    const { [key]: _gone, ...others } = pending;
    pending = others;
    conflicts = new Set([...conflicts].filter((one) => one !== key));
    const { [key]: _answered, ...left } = refused;
    refused = left;
  }

  /** False: nothing more can be sent now. */
  function fail(failure: unknown, items: readonly Item[]): boolean {
    const problem = failure instanceof RequestFailed ? failure.problem : null;
    const current = problem && currentOf(problem);
    if (current) {
      meet(current);
      if (problem.code !== handed) return true;
      // It lies with the unit's leader: what was typed waits until the report is taken back or given back.
      error = failure;
      tell();
      return false;
    }
    const mends = !problem || problem.code === unreachable || problem.status >= 500 || problem.status === 401;
    const gone = problem?.status === 403 || problem?.status === 404 || problem?.status === 409;
    if (mends || gone) {
      error = failure;
      if (mends) saveSoon(retryAfter);
      tell();
      return false;
    }
    const [only] = items;
    if (only && items.length === 1) refused = { ...refused, [keyOf(only)]: failure };
    tell();
    return true;
  }

  /** A newer state: what both sides changed to different ends waits for the reader's choice. */
  function meet(newer: Report): void {
    report = newer;
    for (const [key, item] of Object.entries(pending)) {
      const version = versionIn(newer, item);
      if (version === item.since) continue;
      if (fulfilled(newer, item)) lose(key);
      else conflicts = new Set([...conflicts, key]);
    }
    around.saved(newer);
    tell();
  }

  return {
    now: () => desk,
    listen: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    figure: (indicatorId, cell, edit) => {
      const before = pending[figureKey(indicatorId, cell)];
      const kept = before?.of === 'figure' && !edit.asDerived && !before.edit.asDerived ? before.edit : {};
      const since = before?.since ?? figureOf(report, indicatorId, cell)?.version ?? 0;
      const item: Item = { of: 'figure', indicatorId, cell, edit: { ...kept, ...edit }, since };
      if (fulfilled(report, item) && since === versionIn(report, item)) {
        lose(keyOf(item));
        tell();
      } else put(item);
    },
    mistyped: (key, is) => {
      if (wrong.has(key) === is) return;
      wrong = new Set(is ? [...wrong, key] : [...wrong].filter((one) => one !== key));
      tell();
    },
    text: (sectionId, edit) => {
      const before = pending[textKey(sectionId)];
      const held = textOf(report, sectionId);
      const content = edit(before?.of === 'text' ? before.content : (held?.content ?? empty));
      put({ of: 'text', sectionId, content, since: before?.since ?? held?.version ?? 0 });
    },
    choose: (key, whose) => {
      const item = pending[key];
      if (!item) return;
      if (whose === 'theirs') lose(key);
      else {
        conflicts = new Set([...conflicts].filter((one) => one !== key));
        pending = { ...pending, [key]: { ...item, since: versionIn(report, item) } };
      }
      tell();
      saveSoon(0);
    },
    drop: (key) => {
      lose(key);
      tell();
    },
    refresh: (newer) => {
      if (sending || newer === report) return;
      report = newer;
      tell();
    },
    settled: async () => {
      error = null;
      await save();
      return Object.keys(pending).length === 0 && wrong.size === 0;
    },
    start: () => {
      const left = around.recall();
      if (!left) return;
      if (Object.keys(pending).length === 0) pending = left;
      error = null;
      meet(report);
      saveSoon(0);
    },
  };
}

const isStale = (error: unknown): boolean =>
  error instanceof RequestFailed && error.problem.code === 'stale-version';

const handed = 'report-handed';

function currentOf(problem: Problem): Report | null {
  const carries = problem.code === 'stale-version' || problem.code === handed;
  return carries && 'current' in problem ? (problem.current as Report) : null;
}
