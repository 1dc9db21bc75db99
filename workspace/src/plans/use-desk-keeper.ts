import type { PlanDetail } from '@nhipcau/server/contract';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { shelf } from '../desk/shelf.ts';
import { clockwork, useKeeping } from '../desk/use-keeping.ts';
import { sayNow } from '../language/words.ts';
import { toast } from '../ui/toast.tsx';
import { keepDesk, type DeskKeeper } from './desk.ts';
import type { Draft } from './draft.ts';
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
    shelf<Draft>(`nhipcau-plan-${detail.id}-${detail.amendment ? 'a' : 'p'}-${personId}`),
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
      ...clockwork,
    }),
  );
  useKeeping(keeper, { detail, readOnly, flush: store.flush });
  return keeper;
}
