// What somebody has typed and not yet sent, kept in this browser until the server has it: a lost network, a closed page or a session
// that ended takes nothing away. Each person has their own; after two weeks it is let go.
import { useCallback, useState } from 'react';
import { useMe } from '../access/me.ts';

const prefix = 'nhipcau-kept:';
const keepFor = 14 * 86_400_000;

type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

export function remember(store: Store | null, key: string, value: unknown, now = Date.now()): void {
  try {
    store?.setItem(prefix + key, JSON.stringify({ at: now, value }));
  } catch {
    // Storage may be full or forbidden: what was typed then lasts as long as the page.
  }
}

export function recall<T>(store: Store | null, key: string, now = Date.now()): T | null {
  try {
    const kept = JSON.parse(store?.getItem(prefix + key) ?? 'null') as { at: number; value: T } | null;
    return kept && now - kept.at < keepFor ? kept.value : null;
  } catch {
    return null;
  }
}

export function forget(store: Store | null, key: string): void {
  try {
    store?.removeItem(prefix + key);
  } catch {
    // As above.
  }
}

/** Lets go of what is too old to be meant any more. */
export function tidy(store: Store, now = Date.now()): void {
  const keys = Array.from({ length: store.length }, (_, at) => store.key(at) ?? '').filter((key) =>
    key.startsWith(prefix),
  );
  for (const key of keys) {
    if (recall(store, key.slice(prefix.length), now) === null) store.removeItem(key);
  }
}

/** The browser's own store, where it may be used. */
export function browserStore(): Store | null {
  try {
    return globalThis.localStorage ?? null;
  } catch {
    return null;
  }
}

/** Whose draft it is: two people at one machine do not see each other's. */
export function useKeptKey(key: string): string {
  const id = useMe()?.person?.id;
  return `${id ?? 0}:${key}`;
}

/** State that outlives the page until it is forgotten. */
export function useKept<T>(
  name: string,
  initial: T,
): {
  readonly value: T;
  readonly set: (value: T) => void;
  readonly forget: () => void;
  readonly was: boolean;
} {
  const key = useKeptKey(name);
  const [first] = useState(() => {
    const store = browserStore();
    if (store) tidy(store);
    return recall<T>(store, key);
  });
  const [value, setValue] = useState<T>(first ?? initial);
  const set = useCallback(
    (next: T) => {
      setValue(next);
      remember(browserStore(), key, next);
    },
    [key],
  );
  const drop = useCallback(() => forget(browserStore(), key), [key]);
  return { value, set, forget: drop, was: first !== null };
}
