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

/** Once it is drawn, wherever it was moved to: the cursor at the end, or where it is asked to be. */
export function focusSoon(id: string, cursor: 'start' | 'end' | number = 'end'): void {
  requestAnimationFrame(() => {
    const field = document.getElementById(id);
    field?.focus();
    if (!(field instanceof HTMLTextAreaElement)) return;
    const at = cursor === 'start' ? 0 : cursor === 'end' ? field.value.length : cursor;
    field.setSelectionRange(at, at);
  });
}
