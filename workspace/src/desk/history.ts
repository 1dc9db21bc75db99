// Steps back and forth. Typing in one field is one step, until the hand rests.

interface History<T> {
  readonly past: readonly T[];
  readonly present: T;
  readonly future: readonly T[];
  /** What the last step changed, and when. */
  readonly last: { readonly key: string; readonly at: number } | null;
}

const restsAfter = 2000;
const most = 200;

export const begin = <T>(present: T): History<T> => ({ past: [], present, future: [], last: null });

/** `key` names the field that is typed in; a step without one stands alone. */
export function record<T>(
  history: History<T>,
  present: T,
  step: { key?: string | undefined; at: number },
): History<T> {
  if (present === history.present) return history;
  const { key, at } = step;
  const { last, past } = history;
  const goesOn = key !== undefined && last?.key === key && at - last.at < restsAfter;
  return {
    past: goesOn ? past : [...past, history.present].slice(-most),
    present,
    future: [],
    last: key === undefined ? null : { key, at },
  };
}

export function back<T>({ past, present, future }: History<T>): History<T> {
  const before = past.at(-1);
  if (before === undefined) return { past, present, future, last: null };
  return { past: past.slice(0, -1), present: before, future: [present, ...future], last: null };
}

export function forth<T>({ past, present, future }: History<T>): History<T> {
  const [next, ...rest] = future;
  if (next === undefined) return { past, present, future, last: null };
  return { past: [...past, present], present: next, future: rest, last: null };
}

/** Every step, past and to come, changed alike: when somebody else's work is joined in. */
export const rebased = <T>({ past, present, future }: History<T>, change: (one: T) => T): History<T> => ({
  past: past.map(change),
  present: change(present),
  future: future.map(change),
  last: null,
});
