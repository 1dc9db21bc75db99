// What keeps the plan from being saved, and what to do about it.
import type { PlanDetail } from '@nhipcau/server/contract';
import { useQueryClient } from '@tanstack/react-query';
import { RequestFailed } from '../api.ts';
import { useWords } from '../language/words.ts';
import { Button } from '../ui/button.tsx';
import { failureWords, Notice } from '../ui/notice.tsx';
import { useDesk, usePiece } from './desk-context.ts';
import { planById } from './requests.ts';

export function Trouble({ detail }: { detail: PlanDetail }) {
  const { say } = useWords();
  const { keeper } = useDesk();
  const queries = useQueryClient();
  const saving = usePiece((desk) => desk.saving);
  const error = usePiece((desk) => desk.error);
  if (saving !== 'waiting' && saving !== 'refused') return null;
  const locked = error instanceof RequestFailed && error.problem.status === 401;
  const words = failureWords(error, say);
  const drop = async () => {
    const newest = await planById(detail.id);
    keeper.drop(newest);
    queries.setQueryData(['plan', detail.id], newest);
  };
  return (
    <Notice
      tone="soon"
      role="alert"
      title={locked ? say('Phiên làm việc đã hết: thay đổi chưa được lưu') : say('Thay đổi chưa được lưu')}
      actions={
        <>
          <Button look="action" onClick={() => void keeper.settled()}>
            {say('Lưu lại')}
          </Button>
          {saving === 'refused' ? (
            <Button onClick={() => void drop().catch(() => undefined)}>
              {say('Bỏ thay đổi của tôi, lấy bản mới')}
            </Button>
          ) : null}
        </>
      }
    >
      <p>{[words.title, words.detail].filter(Boolean).join('. ')}</p>
      {saving === 'waiting' ? (
        <p>{say('Thay đổi được giữ trên máy này và sẽ tự gửi khi có mạng.')}</p>
      ) : (
        <p>{say('Những gì bạn viết vẫn còn trên màn hình và trên máy này.')}</p>
      )}
    </Notice>
  );
}
