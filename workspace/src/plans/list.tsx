// The plans that the reader may read: their unit's, those below, those from above; what waits for them stands on top.
import type { PlanList, PlanSummary } from '@nhipcau/server/contract';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useMay } from '../access/me.ts';
import { ClassCounts } from '../duties/class-counts.tsx';
import { day } from '../language/dates.ts';
import { useWords } from '../language/words.ts';
import { buttonClass } from '../ui/button.tsx';
import lines from '../ui/lines.module.css';
import { Exports } from '../ui/exports.tsx';
import { Empty, Failure, Waiting } from '../ui/notice.tsx';
import { Page } from '../ui/page.tsx';
import { Pages } from '../ui/pages.tsx';
import { Tag } from '../ui/tag.tsx';
import type { PlanSearch } from './addresses.ts';
import { PlanFilters } from './list-filters.tsx';
import { exportedPlans, planList } from './requests.ts';
import { amendmentStates, periodWords, planName, planStates } from './states.ts';
import { WaitingPlans } from './waiting.tsx';

const route = getRouteApi('/ke-hoach');

export function PlansScreen() {
  const { say } = useWords();
  const may = useMay();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const plans = useQuery({
    queryKey: ['plans', 'list', search],
    queryFn: ({ signal }) => planList({ ...search }, signal),
    placeholderData: keepPreviousData,
  });
  const { data } = plans;
  const fresh = data?.total === 0 && Object.keys(search).length === 0;
  return (
    <Page
      wide
      title={say('Kế hoạch|nhiều')}
      actions={
        <>
          {data && data.total > 0 ? (
            <Exports print href={(form) => exportedPlans(form, { ...search, page: undefined })} />
          ) : null}
          {may('plan.draft') && !fresh ? (
            <Link to="/ke-hoach/moi" className={buttonClass('action')}>
              {say('Lập kế hoạch')}
            </Link>
          ) : null}
        </>
      }
    >
      {plans.isError ? <Failure error={plans.error} retry={() => void plans.refetch()} /> : null}
      {!data ? (
        plans.isPending ? (
          <Waiting />
        ) : null
      ) : fresh ? (
        <Nothing mayDraft={may('plan.draft')} />
      ) : (
        <>
          <WaitingPlans />
          <PlanFilters search={search} onChange={(next) => void navigate({ search: next, replace: true })} />
          <Plans data={data} search={search} busy={plans.isPlaceholderData} />
        </>
      )}
    </Page>
  );
}

function Nothing({ mayDraft }: { mayDraft: boolean }) {
  const { say } = useWords();
  return (
    <Empty
      title={say('Chưa có kế hoạch nào')}
      actions={
        mayDraft ? (
          <>
            <Link to="/ke-hoach/moi" className={buttonClass('action')}>
              {say('Lập kế hoạch')}
            </Link>
            <Link to="/tai-len" className={buttonClass()}>
              {say('Tải kế hoạch đã ban hành lên')}
            </Link>
          </>
        ) : null
      }
    >
      {mayDraft
        ? say(
            'Lập kế hoạch năm nay từ kế hoạch năm trước, từ kế hoạch của cấp trên, từ văn bản đã tải lên hoặc từ đầu.',
          )
        : say('Kế hoạch của đơn vị bạn và của cấp trên sẽ hiện ở đây khi được ban hành.')}
    </Empty>
  );
}

function Plans({ data, search, busy }: { data: PlanList; search: PlanSearch; busy: boolean }) {
  const { say } = useWords();
  const navigate = route.useNavigate();
  const { rows, total, size, page } = data;
  return (
    <div aria-busy={busy}>
      <p className={lines['total']} role="status">
        {say('{n, number} kế hoạch', { n: total })}
      </p>
      <ul className={lines['list']}>
        {rows.map((plan) => (
          <PlanLine key={plan.id} plan={plan} />
        ))}
      </ul>
      <Pages
        page={page}
        pages={Math.ceil(total / size)}
        onPage={(next) => void navigate({ search: { ...search, page: next } })}
      />
    </div>
  );
}

function PlanLine({ plan }: { plan: PlanSummary }) {
  const { say, language } = useWords();
  const state = planStates[plan.status];
  const amendment = plan.amendmentStatus ? amendmentStates[plan.amendmentStatus] : null;
  const issued = plan.issuedOn ? say('ban hành {date}', { date: day(plan.issuedOn, language) }) : null;
  return (
    <li className={lines['line']}>
      <div>
        <Link to="/ke-hoach/$id" params={{ id: String(plan.id) }} className={lines['name']} lang="vi">
          {plan.title}
        </Link>
        <p className={lines['about']}>
          {[plan.number, plan.owner.name, periodWords(plan, say, language), issued]
            .filter(Boolean)
            .join(' · ')}
          {plan.edition > 1 ? ` · ${say('lần sửa đổi {n, number}', { n: plan.edition - 1 })}` : null}
        </p>
        {plan.superior ? (
          <p className={lines['faint']}>
            {say('Thực hiện {plan} của {unit}', {
              plan: planName(plan.superior, say),
              unit: plan.superior.ownerName,
            })}
          </p>
        ) : null}
      </div>
      <div className={lines['standing']}>
        <Tag tone={state.tone}>{say(state.words)}</Tag>
        {amendment ? <Tag tone={amendment.tone}>{say(amendment.words)}</Tag> : null}
        <p>{say('{n, number} nhiệm vụ', { n: plan.tasks })}</p>
        {plan.classes ? <ClassCounts small counts={plan.classes} link={{ plan: [String(plan.id)] }} /> : null}
      </div>
    </li>
  );
}
