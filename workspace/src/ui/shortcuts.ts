// Single keys of a screen. They can be turned off (WCAG 2.1.4) and never act while one types.
import { useEffect, useLayoutEffect, useRef, useSyncExternalStore } from 'react';

const stored = 'nhipcau-single-keys';
const listeners = new Set<() => void>();

function singleKeys(): boolean {
  try {
    return localStorage.getItem(stored) !== 'off';
  } catch {
    return true;
  }
}

function setSingleKeys(on: boolean): void {
  try {
    localStorage.setItem(stored, on ? 'on' : 'off');
  } catch {
    // Storage may be forbidden: the keys then stay on.
  }
  for (const listener of listeners) listener();
}

export function useSingleKeys(): readonly [boolean, (on: boolean) => void] {
  const on = useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, singleKeys);
  return [on, setSingleKeys];
}

/** Which action a key press asks for: the key itself, or "undo" and "redo" for the usual chords; null for typing. */
export function pressed(
  event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>,
  single: boolean,
): string | null {
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  if (event.altKey) return null;
  if (event.ctrlKey || event.metaKey) {
    if (key === 'z') return event.shiftKey ? 'redo' : 'undo';
    return key === 'y' ? 'redo' : null;
  }
  return single || key.length > 1 ? key : null;
}

// A ticked box keeps the focus, and nobody types into it.
const typing =
  'input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable=true], dialog, [role=listbox]';

let held = 0;

/** Holds all shortcuts back while a field is open or on its way: it may not have the focus yet, or no longer. */
export function useHeldShortcuts(open: boolean): void {
  // Before the next key can come, not after the screen was painted.
  useLayoutEffect(() => {
    if (!open) return;
    held += 1;
    return () => {
      held -= 1;
    };
  }, [open]);
}

/** Calls the action of a key unless one is typing or a dialog is open. */
export function useShortcuts(actions: Readonly<Record<string, () => void>>): void {
  const latest = useRef(actions);
  useEffect(() => {
    latest.current = actions;
  });
  const [single] = useSingleKeys();
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const target = event.target instanceof Element ? event.target : document.body;
      if (
        held > 0 ||
        event.defaultPrevented ||
        target.closest(typing) ||
        document.querySelector('dialog[open]')
      )
        return;
      const key = pressed(event, single);
      // Enter on a button presses the button.
      if (key === null || (key === 'Enter' && target.closest('button, a, summary'))) return;
      const action = Object.hasOwn(latest.current, key) ? latest.current[key] : undefined;
      if (!action) return;
      event.preventDefault();
      action();
    };
    addEventListener('keydown', onKeyDown);
    return () => removeEventListener('keydown', onKeyDown);
  }, [single]);
}
