// Beside the sheet: what the plan rests on, what it lacks, and how it came to be.
import type { PlanDetail, PlanSummary } from '@nhipcau/server/contract';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import deskCss from '../desk/desk.module.css';
import { ClassCounts } from '../duties/class-counts.tsx';
import { useWords } from '../language/words.ts';
import { Button } from '../ui/button.tsx';
import { DayField } from '../ui/day-field.tsx';
import { useDesk, usePiece } from './desk-context.ts';
import * as steps from './draft.ts';
import { Lacks } from './lacks.tsx';
import { Part } from './part.tsx';
import css from './plan.module.css';
import { planList } from './requests.ts';
import { planName } from './states.ts';
import { Trail } from './trail.tsx';

export function Aside({ detail }: { detail: PlanDetail }) {
  const { say } = useWords();
  const { readOnly } = useDesk();
  return (
    <aside className={deskCss['aside']} aria-label={say('Thông tin về kế hoạch')}>
      {detail.classes ? (
        <Part title={say('Tình hình thực hiện')}>
          <ClassCounts counts={detail.classes} link={{ plan: [String(detail.id)] }} />
        </Part>
      ) : null}
      {readOnly ? null : (
        <>
          <Part title={say('Còn thiếu, nên xem lại')}>
            <Lacks />
          </Part>
          <Proposals />
          <Period />
        </>
      )}
      <Part title={say('Liên quan')}>
        <Related detail={detail} />
      </Part>
      <Trail detail={detail} />
    </aside>
  );
}

/** Taken over from last period, still undecided. */
function Proposals() {
  const { say } = useWords();
  const { keeper } = useDesk();
  const n = usePiece(({ draft }) => draft.body.tasks.filter(({ proposal }) => proposal).length);
  if (n === 0) return null;
  return (
    <Part title={say('Đề xuất từ kỳ trước')}>
      <p>{say('{n, number} việc của kỳ trước chờ bạn quyết định giữ hay bỏ.', { n })}</p>
      <div className={css['buttons']}>
        <Button small onClick={() => keeper.edit(steps.keepProposals)}>
          {say('Giữ tất cả')}
        </Button>
        <Button small onClick={() => keeper.edit(steps.dropProposals)}>
          {say('Bỏ tất cả')}
        </Button>
      </div>
    </Part>
  );
}

function Period() {
  const { say } = useWords();
  const { keeper } = useDesk();
  const from = usePiece(({ draft }) => draft.periodFrom);
  const to = usePiece(({ draft }) => draft.periodTo);
  return (
    <Part title={say('Thời kỳ')}>
      <div id="plan-period" className={css['period']}>
        <DayField
          label={say('Từ ngày')}
          value={from}
          onChange={(day) => day && keeper.edit((draft) => ({ ...draft, periodFrom: day }), 'periodFrom')}
        />
        <DayField
          label={say('Đến ngày')}
          value={to}
          onChange={(day) => day && keeper.edit((draft) => ({ ...draft, periodTo: day }), 'periodTo')}
        />
      </div>
      {from > to ? <p className={css['wrong']}>{say('Ngày kết thúc ở trước ngày bắt đầu.')}</p> : null}
    </Part>
  );
}

function Related({ detail }: { detail: PlanDetail }) {
  const { say } = useWords();
  const { readOnly } = useDesk();
  const { superior, previous, document, below, confirmer } = detail;
  const fixed = readOnly || detail.amendment !== null || detail.status === 'issued';
  return (
    <dl className={css['related']}>
      <dt>{say('Kế hoạch cấp trên')}</dt>
      <dd>
        {superior ? (
          <Link to="/ke-hoach/$id" params={{ id: String(superior.id) }} lang="vi">
            {planName(superior, say)} – {superior.ownerName}
          </Link>
        ) : fixed ? (
          say('Không có|kế hoạch')
        ) : null}
        {fixed ? null : <ChooseSuperior detail={detail} />}
      </dd>
      {previous ? (
        <>
          <dt>{say('Lập từ kế hoạch')}</dt>
          <dd>
            <Link to="/ke-hoach/$id" params={{ id: String(previous.id) }} lang="vi">
              {previous.title}
            </Link>
          </dd>
        </>
      ) : null}
      {document ? (
        <>
          <dt>{say('Văn bản gốc')}</dt>
          <dd>
            <Link to="/van-ban/$id" params={{ id: String(document.id) }} lang="vi">
              {document.number ?? document.title ?? say('Văn bản không số')}
            </Link>
          </dd>
        </>
      ) : null}
      {confirmer ? (
        <>
          <dt>{say('Xác nhận kết quả')}</dt>
          <dd lang="vi">{confirmer.name}</dd>
        </>
      ) : null}
      {below > 0 ? (
        <>
          <dt>{say('Kế hoạch cấp dưới')}</dt>
          <dd>
            <Link to="/ke-hoach" search={{ superior: detail.id }}>
              {say('{n, number} kế hoạch', { n: below })}
            </Link>
          </dd>
        </>
      ) : null}
    </dl>
  );
}

function ChooseSuperior({ detail }: { detail: PlanDetail }) {
  const { say } = useWords();
  const { keeper } = useDesk();
  const chosen = usePiece(({ draft }) => draft.superiorId);
  const issued = useQuery({
    queryKey: ['plans', 'superiors', detail.id, detail.periodFrom, detail.periodTo],
    queryFn: ({ signal }) => planList({ status: 'issued', superiorFor: detail.id, size: 200 }, signal),
    staleTime: 60_000,
  });
  const plans: readonly PlanSummary[] = issued.data?.rows ?? [];
  return (
    <select
      className={css['choose']}
      aria-label={say('Chọn kế hoạch cấp trên')}
      lang="vi"
      value={chosen ?? ''}
      onChange={(event) => {
        const superiorId = event.target.value ? Number(event.target.value) : null;
        // Links lead to tasks of the plan they were made with.
        keeper.edit((draft) => ({
          ...steps.inBody(({ tasks }) => ({
            tasks: tasks.map((task) =>
              task.superiorTaskId === null ? task : { ...task, superiorTaskId: null },
            ),
          }))(draft),
          superiorId,
        }));
      }}
    >
      <option value="">{say('Không có|kế hoạch')}</option>
      {plans.map((plan) => (
        <option key={plan.id} value={plan.id}>
          {[plan.number, plan.owner.name].filter(Boolean).join(' – ')}
        </option>
      ))}
    </select>
  );
}
