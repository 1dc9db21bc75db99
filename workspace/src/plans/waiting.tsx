// The plans that the reader is to decide or to mend.
import type { PlanSummary } from '@nhipcau/server/contract';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useMay, useMe } from '../access/me.ts';
import { useWords } from '../language/words.ts';
import lines from '../ui/lines.module.css';
import { Notice } from '../ui/notice.tsx';
import { draftingUnits } from './drafting-units.ts';
import css from './list.module.css';
import { planList } from './requests.ts';

export interface WaitingForMe {
  readonly approve: readonly PlanSummary[];
  readonly returned: readonly PlanSummary[];
  readonly pending: boolean;
}

/** What was submitted to the reader, and what came back to the units for which they draw plans up. */
export function useWaitingPlans(): WaitingForMe {
  const may = useMay();
  const mine = new Set(draftingUnits(useMe()).map(({ id }) => id));
  const approve = useWaiting('submitted', may('plan.approve'));
  const returned = useWaiting('returned', may('plan.submit'));
  return {
    approve: approve.data?.rows ?? [],
    returned: (returned.data?.rows ?? []).filter(({ owner }) => mine.has(owner.id)),
    pending: approve.isLoading || returned.isLoading,
  };
}

function useWaiting(status: string, enabled: boolean) {
  const query = { status, size: 100 };
  return useQuery({
    queryKey: ['plans', 'waiting', query],
    queryFn: ({ signal }) => planList(query, signal),
    enabled,
  });
}

export function WaitingPlans() {
  const { say } = useWords();
  const { approve, returned } = useWaitingPlans();
  return (
    <div className={css['waiting']}>
      {approve.length > 0 ? (
        <Notice tone="river" title={say('Chờ tôi phê duyệt')}>
          <Links plans={approve} />
        </Notice>
      ) : null}
      {returned.length > 0 ? (
        <Notice tone="soon" title={say('Bị trả lại, cần sửa')}>
          <Links plans={returned} />
        </Notice>
      ) : null}
    </div>
  );
}

function Links({ plans }: { plans: readonly PlanSummary[] }) {
  return (
    <ul className={css['waitingList']}>
      {plans.map((plan) => (
        <li key={plan.id}>
          <Link to="/ke-hoach/$id" params={{ id: String(plan.id) }} lang="vi">
            {plan.title}
          </Link>{' '}
          <span className={lines['faint']} lang="vi">
            {plan.owner.name}
          </span>
        </li>
      ))}
    </ul>
  );
}
