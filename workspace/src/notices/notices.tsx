// One's own notices, newest first.
import type { Notice } from '@nhipcau/server/contract';
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { moment } from '../language/dates.ts';
import { useWords } from '../language/words.ts';
import { Button, buttonClass } from '../ui/button.tsx';
import { Empty, Failure, FailureScreen, Waiting } from '../ui/notice.tsx';
import { Page } from '../ui/page.tsx';
import { Pages } from '../ui/pages.tsx';
import css from './notices.module.css';
import { markRead, noticeList } from './requests.ts';

const route = getRouteApi('/thong-bao');

export function NoticesScreen() {
  const { say } = useWords();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const queries = useQueryClient();
  const found = useQuery({
    queryKey: ['notices', 'list', search],
    queryFn: ({ signal }) => noticeList({ ...search }, signal),
    placeholderData: keepPreviousData,
  });
  const read = useMutation({
    mutationFn: markRead,
    onSuccess: () => queries.invalidateQueries({ queryKey: ['notices'] }),
  });
  if (found.isError && !found.data)
    return <FailureScreen error={found.error} retry={() => void found.refetch()} />;
  if (!found.data) return <Waiting />;
  const { rows, total, unread, page, size } = found.data;
  return (
    <Page
      title={say('Thông báo|nhiều')}
      actions={
        <>
          <Link
            to="/thong-bao"
            search={search.unread ? {} : { unread: 'true' }}
            className={buttonClass('quiet', true)}
          >
            {search.unread ? say('Xem cả tin đã đọc') : say('Chỉ tin chưa đọc')}
          </Link>
          {unread > 0 ? (
            <Button small disabled={read.isPending} onClick={() => read.mutate(undefined)}>
              {say('Đánh dấu đã đọc hết')}
            </Button>
          ) : null}
          <Link to="/tai-khoan/thong-bao" className={buttonClass('quiet', true)}>
            {say('Chọn tin muốn nhận')}
          </Link>
        </>
      }
    >
      {read.error ? <Failure error={read.error} /> : null}
      {rows.length === 0 ? (
        <Empty title={search.unread ? say('Không có tin chưa đọc') : say('Chưa có thông báo nào')}>
          {say(
            'Khi đơn vị được giao việc, được đôn đốc, hoặc báo cáo được xác nhận hay trả lại, tin báo hiện ở đây.',
          )}
        </Empty>
      ) : (
        <ul className={css['list']} aria-busy={found.isPlaceholderData}>
          {rows.map((notice) => (
            <Line key={notice.id} notice={notice} onOpen={() => notice.read || read.mutate([notice.id])} />
          ))}
        </ul>
      )}
      <Pages
        page={page}
        pages={Math.ceil(total / size)}
        onPage={(next) => void navigate({ search: { ...search, page: next } })}
      />
    </Page>
  );
}

function Line({ notice, onOpen }: { notice: Notice; onOpen: () => void }) {
  const { say, language } = useWords();
  const to =
    notice.dutyId !== null
      ? `/viec/${notice.dutyId}`
      : notice.planId !== null
        ? `/ke-hoach/${notice.planId}`
        : '/viec-cua-toi';
  return (
    <li className={notice.read ? undefined : css['new']}>
      <Link to={to as '/'} onClick={onOpen} className={css['title']}>
        {notice.read ? null : <span className="hidden-text">{say('Chưa đọc')}: </span>}
        {notice.title}
      </Link>
      <time dateTime={notice.at} className={css['when']}>
        {moment(notice.at, language)}
      </time>
    </li>
  );
}
