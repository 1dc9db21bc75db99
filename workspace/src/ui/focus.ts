// Where the keyboard goes when a field opens in place of a button, and how Escape leaves it.
import { useCallback } from 'react';

/** As a `ref`: a field that the reader has just asked for takes the focus, the cursor at its end. */
export function focusAtOnce(field: HTMLElement | null): void {
  field?.focus();
  if (field instanceof HTMLTextAreaElement) field.setSelectionRange(field.value.length, field.value.length);
}

/** As a `ref` of what holds the fields: Escape in any of them leaves. */
export function useEscape(onEscape: () => void) {
  return useCallback(
    (element: HTMLElement | null) => {
      const leave = (event: KeyboardEvent) => {
        if (event.key === 'Escape') onEscape();
      };
      element?.addEventListener('keydown', leave);
      return () => element?.removeEventListener('keydown', leave);
    },
    [onEscape],
  );
}

/** To whoever had it; where that is gone (a step that was taken is no longer offered), to the screen. */
export function giveFocusBack(opener: Element | null): void {
  const taken = document.activeElement !== null && document.activeElement !== document.body;
  if (taken) return;
  const there = opener instanceof HTMLElement && opener.isConnected && opener !== document.body;
  (there ? opener : document.querySelector('main'))?.focus({ preventScroll: true });
}
