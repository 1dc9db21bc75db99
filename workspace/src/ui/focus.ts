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

/** To whoever had it; where that goes away (a step that was taken is no longer offered), to the screen. */
export function giveFocusBack(opener: Element | null): void {
  if (isHeld()) return;
  if (!(opener instanceof HTMLElement) || opener === document.body || !opener.isConnected) return toScreen();
  opener.focus({ preventScroll: true });
  watchOver(opener);
}

const isHeld = () => document.activeElement !== null && document.activeElement !== document.body;
const toScreen = () => document.querySelector('main')?.focus({ preventScroll: true });

/** The answer to a step may take its button off the page a moment later, and the focus with it. */
function watchOver(element: HTMLElement): void {
  const leaving = new AbortController();
  const watch = new MutationObserver(() => {
    if (element.isConnected) return;
    leaving.abort();
    if (!isHeld()) toScreen();
  });
  leaving.signal.addEventListener('abort', () => watch.disconnect());
  watch.observe(document.body, { childList: true, subtree: true });
  const moved = ({ target }: FocusEvent) => target !== element && leaving.abort();
  addEventListener('focusin', moved, { signal: leaving.signal });
}
