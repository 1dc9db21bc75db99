import type { DocumentDetail } from '@nhipcau/server/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { withdrawDocument } from '../api.ts';
import { useWords } from '../language/words.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Failure } from '../ui/notice.tsx';
import { toast } from '../ui/toast.tsx';
import css from './dialogs.module.css';

export function WithdrawDialog({ detail, onClose }: { detail: DocumentDetail; onClose: () => void }) {
  const { say } = useWords();
  const queries = useQueryClient();
  const [reason, setReason] = useState('');
  const withdraw = useMutation({
    mutationFn: () => withdrawDocument(detail.id, reason.trim()),
    onSuccess: (withdrawn) => {
      queries.setQueryData(['document', detail.id], withdrawn);
      void queries.invalidateQueries({ queryKey: ['tasks'] });
      void queries.invalidateQueries({ queryKey: ['documents'] });
      toast(say('Văn bản đã trở lại rà soát, nhiệm vụ của nó đã ra khỏi sổ.'));
      onClose();
    },
  });
  return (
    <Dialog
      title={say('Đưa trở lại rà soát')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{say('Thôi')}</Button>
          <Button look="grave" disabled={withdraw.isPending} onClick={() => withdraw.mutate()}>
            {say('Rút {n, number} nhiệm vụ khỏi sổ', { n: detail.tasks })}
          </Button>
        </>
      }
    >
      {withdraw.isError ? <Failure error={withdraw.error} /> : null}
      <p className={css['lead']}>
        {say(
          'Nhiệm vụ của văn bản này sẽ ra khỏi sổ cho đến khi được đưa vào lại. Mọi thay đổi vẫn được giữ trong lịch sử.',
        )}
      </p>
      <label className={css['label']}>
        {say('Lý do (không bắt buộc)')}
        <textarea
          className={css['reason']}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </label>
    </Dialog>
  );
}
