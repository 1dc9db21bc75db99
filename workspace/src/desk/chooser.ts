// Which part of what is on the desk is being worked at; each part listens for itself alone.

/** Which part is open. */
export interface Chooser {
  readonly now: () => string | null;
  readonly listen: (listener: () => void) => () => void;
  readonly choose: (id: string | null) => void;
}

export function createChooser(first: string | null = null): Chooser {
  let chosen = first;
  const listeners = new Set<() => void>();
  return {
    now: () => chosen,
    listen: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    choose: (id) => {
      if (id === chosen) return;
      chosen = id;
      for (const listener of listeners) listener();
    },
  };
}

/** Where it was moved to, before the next key can come: the cursor at the end, or where it is asked to be. */
export function focusSoon(id: string, cursor: 'start' | 'end' | number = 'end'): void {
  // What was changed just before is drawn when the event ends; a part that is drawn later is waited for.
  queueMicrotask(() => {
    if (!focusNow(id, cursor)) requestAnimationFrame(() => focusNow(id, cursor));
  });
}

function focusNow(id: string, cursor: 'start' | 'end' | number): boolean {
  const field = document.getElementById(id);
  field?.focus();
  if (!(field instanceof HTMLTextAreaElement)) return field !== null;
  const at = cursor === 'start' ? 0 : cursor === 'end' ? field.value.length : cursor;
  field.setSelectionRange(at, at);
  return true;
}
