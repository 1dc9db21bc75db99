import type { DocumentDetail } from '@nhipcau/server/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { deleteDocument } from '../api.ts';
import { documentName } from '../documents/kinds.ts';
import { useWords } from '../language/words.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Failure } from '../ui/notice.tsx';
import { toast } from '../ui/toast.tsx';

export function RemoveDialog({ detail, onClose }: { detail: DocumentDetail; onClose: () => void }) {
  const { say } = useWords();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const remove = useMutation({
    mutationFn: () => deleteDocument(detail.id),
    onSuccess: async () => {
      await navigate({ to: '/van-ban' });
      queries.removeQueries({ queryKey: ['document', detail.id] });
      void queries.invalidateQueries({ queryKey: ['documents'] });
      toast(say('Đã xóa {file}.', { file: detail.fileName }));
    },
  });
  return (
    <Dialog
      title={say('Xóa văn bản')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{say('Thôi')}</Button>
          <Button look="grave" disabled={remove.isPending} onClick={() => remove.mutate()}>
            {say('Xóa văn bản')}
          </Button>
        </>
      }
    >
      {remove.isError ? <Failure error={remove.error} /> : null}
      <p>
        {say('{document} cùng tệp và bản rà soát của nó sẽ bị xóa. Sổ nhiệm vụ không thay đổi.', {
          document: documentName(detail, say),
        })}
      </p>
    </Dialog>
  );
}
