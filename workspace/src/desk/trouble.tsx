// What keeps something written from being saved, and what to do about it.
import { useMutation } from '@tanstack/react-query';
import { RequestFailed } from '../api.ts';
import { useWords } from '../language/words.ts';
import { Button } from '../ui/button.tsx';
import { failureWords, Notice } from '../ui/notice.tsx';
import type { Saving } from './keeper.ts';

interface Props {
  readonly saving: Saving;
  readonly error: unknown;
  readonly onSave: () => void;
  /** Gives up what is not saved. */
  readonly onDrop: () => Promise<void>;
}

export function SavingTrouble({ saving, error, onSave, onDrop }: Props) {
  const { say } = useWords();
  const dropping = useMutation({ mutationFn: onDrop });
  if (saving !== 'waiting' && saving !== 'refused') return null;
  const locked = error instanceof RequestFailed && error.problem.status === 401;
  const words = failureWords(dropping.error ?? error, say);
  return (
    <Notice
      tone="soon"
      role="alert"
      title={locked ? say('Phiên làm việc đã hết: thay đổi chưa được lưu') : say('Thay đổi chưa được lưu')}
      actions={
        <>
          <Button look="action" onClick={onSave}>
            {say('Lưu lại')}
          </Button>
          {saving === 'refused' ? (
            <Button disabled={dropping.isPending} onClick={() => dropping.mutate()}>
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
