// Whether somebody is at the screen: requests that no hand or key stands behind do not keep the session awake.
let last = Date.now();
let locked = false;
const listeners = new Set<() => void>();

for (const kind of ['pointerdown', 'keydown', 'wheel', 'touchstart']) {
  globalThis.addEventListener?.(kind, () => (last = Date.now()), { passive: true, capture: true });
}

/** Milliseconds since the last press of a key or button. */
export const quietFor = (): number => Date.now() - last;

export const isLocked = (): boolean => locked;

/** Covers the screen; what was typed stays below. */
export function setLocked(value: boolean): void {
  if (!value) last = Date.now();
  if (locked === value) return;
  locked = value;
  for (const listener of listeners) listener();
}

export const onLock = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};
