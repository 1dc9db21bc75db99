// What the parts of the review screen share: the keeper of the draft, and ways to light up and find places.
import { createContext, use } from 'react';
import type { Operation } from '@nhipcau/server/contract';

export interface Desk {
  readonly documentId: number;
  /** The document's date: agencies are looked up as they were then. */
  readonly issuedOn: string | null;
  readonly readOnly: boolean;
  readonly change: (...operations: Operation[]) => void;
  readonly choose: (taskId: string | null) => void;
  /** Brings a place of the text into view; on a phone it opens the document first. */
  readonly show: (mark: string) => void;
  readonly ask: (question: Question) => void;
}

/** Dialogs of the review screen. */
export type Question =
  | { readonly kind: 'split'; readonly taskId: string }
  | { readonly kind: 'merge'; readonly taskId: string }
  | { readonly kind: 'accept' }
  | { readonly kind: 'help' }
  | { readonly kind: 'withdraw' }
  | { readonly kind: 'remove' }
  | { readonly kind: 'revision' };

export const DeskContext = createContext<Desk | null>(null);

export function useDesk(): Desk {
  const desk = use(DeskContext);
  if (!desk) throw new Error('outside the review screen');
  return desk;
}
