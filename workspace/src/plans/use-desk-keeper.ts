import type { PlanDetail } from '@nhipcau/server/contract';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { sayNow } from '../language/words.ts';
import { toast } from '../ui/toast.tsx';
import { keepDesk, type DeskKeeper, type Unsaved } from './desk.ts';
import { changePlan } from './requests.ts';
import { isOwn } from './whose.ts';

interface Kept {
  readonly detail: PlanDetail;
  readonly personId: number;
  readonly readOnly: boolean;
}

/** The keeper of a plan's desk, alive as long as the screen is open; what it could not send stays on this machine, for this person. */
export function useDeskKeeper({ detail, personId, readOnly }: Kept): DeskKeeper {
  const queries = useQueryClient();
  const [store] = useState(() =>
    shelf(`nhipcau-plan-${detail.id}-${detail.amendment ? 'a' : 'p'}-${personId}`),
  );
  const [keeper] = useState(() =>
    keepDesk(detail, {
      send: (change) => changePlan(detail.id, change),
      saved: (answer) => queries.setQueryData(['plan', detail.id], answer),
      joined: (theirs, since) =>
        toast(
          isOwn(theirs, since)
            ? sayNow('Đã gộp thay đổi bạn lưu ở cửa sổ khác vào bản bạn đang sửa.')
            : sayNow('Đã gộp thay đổi của người khác vào bản bạn đang sửa.'),
        ),
      remember: store.put,
      recall: store.take,
      now: () => Date.now(),
      later: (run, milliseconds) => {
        const timer = setTimeout(run, milliseconds);
        return () => clearTimeout(timer);
      },
    }),
  );
  useEffect(() => keeper.refresh(detail), [keeper, detail]);
  useEffect(() => {
    if (readOnly) return;
    keeper.start();
    const again = () => void (keeper.now().saving === 'waiting' && keeper.settled());
    const warn = (event: BeforeUnloadEvent) => {
      store.flush();
      if (keeper.now().saving !== 'saved') event.preventDefault();
    };
    addEventListener('online', again);
    addEventListener('focus', again);
    addEventListener('beforeunload', warn);
    return () => {
      removeEventListener('online', again);
      removeEventListener('focus', again);
      removeEventListener('beforeunload', warn);
      store.flush();
      // Whoever leaves the screen leaves nothing behind.
      if (keeper.now().saving === 'saving') void keeper.settled();
    };
  }, [keeper, readOnly, store]);
  return keeper;
}

/** Writing a whole plan at each keystroke would be felt: it is put down when the hand rests, and when the page goes. */
function shelf(place: string) {
  let held: Unsaved | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const flush = () => {
    clearTimeout(timer);
    timer = undefined;
    try {
      if (held) localStorage.setItem(place, JSON.stringify(held));
      else localStorage.removeItem(place);
    } catch {
      // Full or forbidden storage: it is still kept as long as the page is open.
    }
  };
  return {
    flush,
    put: (unsaved: Unsaved | null) => {
      held = unsaved;
      if (!unsaved) flush();
      else timer ??= setTimeout(flush, 300);
    },
    take: (): Unsaved | null => {
      try {
        held = JSON.parse(localStorage.getItem(place) ?? 'null') as Unsaved | null;
        return held;
      } catch {
        return null;
      }
    },
  };
}
