import type { DraftState, Operation } from '@nhipcau/server/contract';
import { replaceEqualDeep, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { changeDraft, redoDraft, undoDraft } from '../api.ts';
import { sayNow } from '../language/words.ts';
import { failureWords } from '../ui/notice.tsx';
import { toast } from '../ui/toast.tsx';
import { keepDraft, type Kept, type Keeper } from './keeper.ts';

interface Identified {
  readonly id: number;
  readonly sha256: string;
}

/** The keeper of a document's draft, alive as long as the screen is open. */
export function useKeeper(document: Identified, state: DraftState): { keeper: Keeper; kept: Kept } {
  const queries = useQueryClient();
  // A refused change may mean that the document was accepted elsewhere meanwhile.
  const [keeper] = useState(() =>
    keepDraft(
      state,
      surroundings(
        document,
        state,
        () => void queries.invalidateQueries({ queryKey: ['document', document.id] }),
      ),
    ),
  );
  const kept = useSyncExternalStore(keeper.listen, keeper.now);
  useEffect(() => keeper.refresh(state), [keeper, state]);
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      if (keeper.now().waiting > 0) event.preventDefault();
    };
    addEventListener('online', keeper.retry);
    addEventListener('beforeunload', warn);
    return () => {
      removeEventListener('online', keeper.retry);
      removeEventListener('beforeunload', warn);
    };
  }, [keeper]);
  return { keeper, kept };
}

function surroundings({ id, sha256 }: Identified, first: DraftState, renew: () => void) {
  let before = first;
  // What did not change keeps its identity, so that only what changed is drawn again.
  const shared = async (answer: Promise<DraftState>) => (before = replaceEqualDeep(before, await answer));
  // The file's own mark stands in it: after a new start of the database the same id may be another document.
  const place = `nhipcau-unsaved-${id}-${sha256.slice(0, 12)}`;
  return {
    change: (change: Parameters<typeof changeDraft>[1]) => shared(changeDraft(id, change)),
    undo: (version: number) => shared(undoDraft(id, version)),
    redo: (version: number) => shared(redoDraft(id, version)),
    remember: (waiting: readonly (readonly Operation[])[]) => store(place, waiting),
    recall: () => recall(place),
    refused: (error: unknown) => {
      const { title, detail } = failureWords(error, sayNow);
      toast([title, detail].filter(Boolean).join(' – '), { tone: 'problem' });
      renew();
    },
  };
}

function store(place: string, waiting: readonly unknown[]): void {
  try {
    if (waiting.length === 0) localStorage.removeItem(place);
    else localStorage.setItem(place, JSON.stringify(waiting));
  } catch {
    // Full or forbidden storage: the changes are still kept as long as the page is open.
  }
}

function recall(place: string): Operation[][] {
  try {
    return JSON.parse(localStorage.getItem(place) ?? '[]') as Operation[][];
  } catch {
    return [];
  }
}
