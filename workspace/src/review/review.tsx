// Opens a document: while it is being read its progress, then the desk where a person reviews it.
import type { DocumentDetail } from '@nhipcau/server/contract';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useEffect } from 'react';
import { documentById, documentEvents } from '../api.ts';
import { documentName } from '../documents/kinds.ts';
import { useMay } from '../access/me.ts';
import { useWords } from '../language/words.ts';
import { buttonClass } from '../ui/button.tsx';
import { Empty, FailureScreen, Waiting } from '../ui/notice.tsx';
import { progressWords } from '../upload/progress.ts';
import { ReviewDesk } from './desk.tsx';
import css from './review.module.css';

const route = getRouteApi('/van-ban/$id');

export function ReviewScreen() {
  const id = Number(route.useParams().id);
  const document = useQuery({
    queryKey: ['document', id],
    queryFn: ({ signal }) => documentById(id, signal),
    // The keeper holds the draft while the screen is open; coming back fetches it anew.
    staleTime: 0,
    gcTime: 60_000,
    refetchOnWindowFocus: false,
  });
  useTitle(document.data);
  if (document.isPending) return <Waiting />;
  if (document.isError && !document.data)
    return <FailureScreen error={document.error} retry={() => void document.refetch()} />;
  const detail = document.data;
  if (detail.status === 'reading') return <Reading detail={detail} />;
  if (!detail.content || !detail.state) return <Unread detail={detail} />;
  return <ReviewDesk key={detail.id} detail={detail} content={detail.content} state={detail.state} />;
}

function useTitle(detail: DocumentDetail | undefined): void {
  const { say } = useWords();
  useEffect(() => {
    if (detail) document.title = `${documentName(detail, say)} – Nhịp Cầu`;
    return () => {
      document.title = 'Nhịp Cầu';
    };
  }, [detail, say]);
}

function Reading({ detail }: { detail: DocumentDetail }) {
  const { say } = useWords();
  const queries = useQueryClient();
  useEffect(() => {
    const events = documentEvents(detail.id);
    const renew = () => void queries.invalidateQueries({ queryKey: ['document', detail.id] });
    events.addEventListener('progress', (event) => {
      const { status, progress } = JSON.parse(event.data) as Pick<DocumentDetail, 'status' | 'progress'>;
      queries.setQueryData<DocumentDetail>(
        ['document', detail.id],
        (before) => before && { ...before, status, progress },
      );
    });
    events.addEventListener('done', () => {
      events.close();
      renew();
    });
    return () => events.close();
  }, [detail.id, queries]);
  return (
    <Empty alone title={say('Đang đọc {file}', { file: detail.fileName })}>
      <p role="status">{progressWords(detail.progress, say)}</p>
    </Empty>
  );
}

function Unread({ detail }: { detail: DocumentDetail }) {
  const { say } = useWords();
  const may = useMay();
  return (
    <Empty
      alone
      title={detail.problem?.title ?? say('Không đọc được {file}', { file: detail.fileName })}
      actions={
        <>
          {may('document.upload') ? (
            <Link to="/tai-len" className={buttonClass('action')}>
              {say('Tải tệp khác lên')}
            </Link>
          ) : null}
          <Link to="/van-ban" className={buttonClass()}>
            {say('Về danh sách văn bản')}
          </Link>
        </>
      }
    >
      <p className={css['problem']}>{detail.problem?.detail}</p>
    </Empty>
  );
}
