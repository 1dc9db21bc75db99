// What the parts of the sheet share: the document on the desk, and which part is being written.
import { createContext, useContext, useSyncExternalStore } from 'react';
import type { Chooser } from '../desk/chooser.ts';
import type { Desk, DeskKeeper } from './desk.ts';

export interface DeskContext {
  readonly keeper: DeskKeeper;
  /** The path of the paragraph or field ("body.3", "title"). */
  readonly chooser: Chooser;
  readonly readOnly: boolean;
}

export const DeskProvider = createContext<DeskContext | null>(null);

export function useDesk(): DeskContext {
  const desk = useContext(DeskProvider);
  if (!desk) throw new Error('There is no desk here.');
  return desk;
}

/** A piece of the desk; it must be the very same object as long as it did not change. */
export function usePiece<T>(pick: (desk: Desk) => T): T {
  const { keeper } = useDesk();
  const read = () => pick(keeper.now());
  return useSyncExternalStore(keeper.listen, read, read);
}

export function useChosenPath(): string | null {
  const { chooser } = useDesk();
  return useSyncExternalStore(chooser.listen, chooser.now, chooser.now);
}

/** The element of a part of the content: "title", "body.3", "attached.0.title". */
export const idOf = (path: string): string => `o-${path}`;

/** The part itself, or the nearest that stands for it on the sheet. */
export function partOf(path: string): HTMLElement | null {
  const exact = document.getElementById(idOf(path));
  if (exact) return exact;
  const inside = document.querySelector<HTMLElement>(`[id^="${CSS.escape(`${idOf(path)}.`)}"]`);
  if (inside || !path.includes('.')) return inside ?? document.getElementById(idOf(`part-${path}`));
  return partOf(path.slice(0, path.lastIndexOf('.')));
}

/** Brings a part into sight and puts the cursor there. */
export function goTo(path: string): void {
  const part = partOf(path);
  part?.scrollIntoView({ block: 'center' });
  const field = part?.matches('textarea, input, button')
    ? part
    : part?.querySelector<HTMLElement>('textarea, input');
  if (field) field.focus({ preventScroll: true });
  else if (part) {
    part.tabIndex = -1;
    part.focus({ preventScroll: true });
  }
}
