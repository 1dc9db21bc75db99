import type { OutgoingDetail } from '@nhipcau/server/contract';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { shelf } from '../desk/shelf.ts';
import { clockwork, useKeeping } from '../desk/use-keeping.ts';
import { sayNow } from '../language/words.ts';
import { toast } from '../ui/toast.tsx';
import { keepDesk, type DeskKeeper } from './desk.ts';
import type { Draft } from './draft.ts';
import { changeOutgoing } from './requests.ts';

interface Kept {
  readonly detail: OutgoingDetail;
  readonly personId: number;
  readonly readOnly: boolean;
}

/** The keeper of a document's desk; what it could not send stays on this machine, for this person. */
export function useDeskKeeper({ detail, personId, readOnly }: Kept): DeskKeeper {
  const queries = useQueryClient();
  const [store] = useState(() => shelf<Draft>(`nhipcau-outgoing-${detail.id}-${personId}`));
  const [keeper] = useState(() =>
    keepDesk(detail, {
      send: (change) => changeOutgoing(detail.id, change),
      saved: (answer) => queries.setQueryData(['outgoing', detail.id], answer),
      joined: () => toast(sayNow('Đã gộp thay đổi của người khác vào bản bạn đang sửa.')),
      remember: store.put,
      recall: store.take,
      ...clockwork,
    }),
  );
  useKeeping(keeper, { detail, readOnly, flush: store.flush });
  return keeper;
}
