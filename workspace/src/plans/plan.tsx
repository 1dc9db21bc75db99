// A plan: read as the document it is, edited in place by who may, and led through its life by the buttons on top.
import type { PlanDetail } from '@nhipcau/server/contract';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import deskCss from '../desk/desk.module.css';
import { useMe } from '../access/me.ts';
import { useWords } from '../language/words.ts';
import { buttonClass } from '../ui/button.tsx';
import { FailureScreen, Notice, Waiting } from '../ui/notice.tsx';
import { Editor } from './editor.tsx';
import { planById } from './requests.ts';
import { workingStatus } from './states.ts';

const route = getRouteApi('/ke-hoach/$id');

export function PlanScreen() {
  const id = Number(route.useParams().id);
  const { task, view } = route.useSearch();
  const me = useMe();
  const plan = useQuery({
    queryKey: ['plan', id],
    queryFn: ({ signal }) => planById(id, signal),
  });
  const { data } = plan;
  if (!data)
    return plan.isError ? (
      <FailureScreen error={plan.error} retry={() => void plan.refetch()} />
    ) : (
      <Waiting />
    );
  const old = view === 'in-force' && data.amendment !== null;
  // Another phase is another desk: what is undone there is not undone here.
  const desk = [
    data.id,
    data.edition,
    data.amendment ? 'amendment' : 'plan',
    old ? 'old' : '',
    me?.person?.id,
  ].join('-');
  return (
    <div className={deskCss['screen']}>
      <Editor
        key={desk}
        detail={data}
        shown={old ? 'in-force' : 'working'}
        personId={me?.person?.id ?? 0}
        task={task ?? null}
      >
        <Banners detail={data} old={old} />
      </Editor>
    </div>
  );
}

function Banners({ detail, old }: { detail: PlanDetail; old: boolean }) {
  const { say } = useWords();
  const returned = workingStatus(detail) === 'returned' ? latest(detail, 'returned') : null;
  return (
    <>
      {returned ? (
        <Notice
          tone="soon"
          title={
            returned.who ? say('Bị trả lại bởi {who}', { who: returned.who }) : say('Bị trả lại, cần sửa')
          }
        >
          <span className={deskCss['reason']} lang="vi">
            {returned.reason}
          </span>
        </Notice>
      ) : null}
      {detail.amendment ? (
        <Notice
          tone="river"
          title={old ? say('Bản đang có hiệu lực') : say('Bản sửa đổi, chưa có hiệu lực')}
          actions={
            <>
              <Link
                to="/ke-hoach/$id"
                params={{ id: String(detail.id) }}
                search={old ? {} : { view: 'in-force' }}
                className={buttonClass()}
              >
                {old ? say('Xem bản sửa đổi') : say('Xem bản đang có hiệu lực')}
              </Link>
              <Link to="/ke-hoach/$id/so-sanh" params={{ id: String(detail.id) }} className={buttonClass()}>
                {say('Xem khác biệt')}
              </Link>
            </>
          }
        >
          {old
            ? say('Các đơn vị đang thực hiện theo bản này cho đến khi bản sửa đổi được ban hành.')
            : say('Nhiệm vụ đã giao chỉ thay đổi khi bản sửa đổi được ban hành.')}
        </Notice>
      ) : null}
    </>
  );
}

const latest = ({ events }: PlanDetail, action: string) =>
  events.find((event) => event.action === action) ?? null;
