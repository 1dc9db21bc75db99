// What a person must know before reviewing: changes that wait for the network, an earlier version, doubtful words.
import type { DocumentDetail } from '@nhipcau/server/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { originalInPlace, reviseDocument } from '../api.ts';
import { documentName } from '../documents/kinds.ts';
import { figure } from '../language/dates.ts';
import { useWords } from '../language/words.ts';
import { Button, buttonClass } from '../ui/button.tsx';
import { Failure, Notice } from '../ui/notice.tsx';
import type { Kept, Keeper } from './keeper.ts';
import css from './review.module.css';

export function Banners({ detail, kept, keeper }: { detail: DocumentDetail; kept: Kept; keeper: Keeper }) {
  const { say } = useWords();
  const recognised = detail.content?.pages.filter((page) => page.recognised).length ?? 0;
  return (
    <div className={css['banners']}>
      {kept.saving === 'offline' ? (
        <Notice
          tone="soon"
          role="alert"
          title={say('Chưa lưu được {n, number} thay đổi', { n: kept.waiting })}
          actions={<Button onClick={keeper.retry}>{say('Lưu lại')}</Button>}
        >
          {say('Thay đổi được giữ trên máy này và sẽ tự gửi khi có mạng.')}
        </Notice>
      ) : null}
      {detail.status === 'review' && detail.may.includes('review') && detail.proposedRevisionOf ? (
        <Proposal detail={detail} proposal={detail.proposedRevisionOf} />
      ) : null}
      {detail.status === 'review' && detail.revision ? (
        <Revision detail={detail} revision={detail.revision} />
      ) : null}
      {detail.status === 'review' && recognised > 0 ? (
        <Notice
          actions={
            <a href={originalInPlace(detail.id)} target="_blank" rel="noreferrer" className={buttonClass()}>
              {say('Mở tệp gốc để đối chiếu')}
            </a>
          }
        >
          {say(
            'Chữ của {n, number} trang được nhận dạng từ ảnh quét. Những chữ gạch chân chấm cần đối chiếu với tệp gốc.',
            { n: recognised },
          )}
        </Notice>
      ) : null}
    </div>
  );
}

function Proposal({
  detail,
  proposal,
}: {
  detail: DocumentDetail;
  proposal: NonNullable<DocumentDetail['proposedRevisionOf']>;
}) {
  const { say, language } = useWords();
  const queries = useQueryClient();
  const answer = useMutation({
    mutationFn: (documentId: number | null) => reviseDocument(detail.id, documentId),
    onSuccess: (answered) => queries.setQueryData(['document', detail.id], answered),
  });
  const name = documentName(proposal.document, say);
  return (
    <>
      <Notice
        tone="river"
        title={say('Đây có phải bản sửa đổi của {document}?', { document: name })}
        actions={
          <>
            <Button
              look="action"
              disabled={answer.isPending}
              onClick={() => answer.mutate(proposal.document.id)}
            >
              {say('Phải, so sánh')}
            </Button>
            <Button disabled={answer.isPending} onClick={() => answer.mutate(null)}>
              {say('Không phải')}
            </Button>
          </>
        }
      >
        {proposal.reason === 'same-number' ? say('Cùng số, ký hiệu') : say('Cùng trích yếu')},{' '}
        {say('giống nhau {percent}% số chữ. Nếu phải, những gì đã sửa ở bản trước được mang sang.', {
          percent: figure(Math.round(proposal.similarity * 100), language),
        })}
      </Notice>
      {answer.isError ? <Failure error={answer.error} /> : null}
    </>
  );
}

function Revision({
  detail,
  revision,
}: {
  detail: DocumentDetail;
  revision: NonNullable<DocumentDetail['revision']>;
}) {
  const { say } = useWords();
  const { diff } = revision;
  return (
    <Notice
      tone="river"
      title={say('Bản sửa đổi của {document}', { document: documentName(revision.of, say) })}
      actions={
        <Link to="/van-ban/$id/so-sanh" params={{ id: String(detail.id) }} className={buttonClass()}>
          {say('Xem khác biệt')}
        </Link>
      }
    >
      {say(
        '{added, number} nhiệm vụ thêm, {removed, number} bỏ, {changed, number} thay đổi, {carried, number} chỗ sửa được giữ lại.',
        {
          added: diff.added.length,
          removed: diff.removed.length,
          changed: diff.changed.length,
          carried: diff.carried.length,
        },
      )}
    </Notice>
  );
}
