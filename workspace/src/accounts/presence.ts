// Whether somebody is at the screen: requests that no hand or key stands behind do not keep the session awake.
let last = Date.now();
/** Why the screen is covered: nobody was there, or the server has ended the session. */
export type Reason = 'idle' | 'over';

let locked: Reason | null = null;
const listeners = new Set<() => void>();

for (const kind of ['pointerdown', 'keydown', 'wheel', 'touchstart']) {
  globalThis.addEventListener?.(kind, () => (last = Date.now()), { passive: true, capture: true });
}

/** Milliseconds since the last press of a key or button. */
export const quietFor = (): number => Date.now() - last;

export const whyLocked = (): Reason | null => locked;

/** Covers the screen; what was typed stays below. The first reason stands. */
export function setLocked(value: Reason | null): void {
  if (value === null) last = Date.now();
  if (value !== null && locked !== null) return;
  if (locked === value) return;
  locked = value;
  for (const listener of listeners) listener();
}

export const onLock = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};
