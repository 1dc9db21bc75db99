// What the parts of the editor share: the plan on the desk, and which part is being worked at. Each listens to its own piece alone.
import { createContext, useContext, useSyncExternalStore } from 'react';
import type { Chooser } from '../desk/chooser.ts';
import type { Desk, DeskKeeper } from './desk.ts';

/** What is being dragged: a task or a group. */
interface Dragged {
  readonly kind: 'task' | 'group';
  readonly id: string;
}

export interface Dragging {
  readonly now: () => Dragged | null;
  readonly set: (dragged: Dragged | null) => void;
}

export function createDragging(): Dragging {
  let dragged: Dragged | null = null;
  return { now: () => dragged, set: (next) => (dragged = next) };
}

export interface DeskContext {
  readonly keeper: DeskKeeper;
  readonly chooser: Chooser;
  readonly readOnly: boolean;
  readonly dragging: Dragging;
  /** Read out to who does not see it. */
  readonly announce: (words: string) => void;
  readonly newId: () => string;
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

export function useChosen(id: string): boolean {
  const { chooser } = useDesk();
  const read = () => chooser.now() === id;
  return useSyncExternalStore(chooser.listen, read, read);
}
