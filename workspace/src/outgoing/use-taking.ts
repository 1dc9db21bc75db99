import type { OutgoingDetail } from '@nhipcau/server/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useWords, type Message } from '../language/words.ts';
import { toast } from '../ui/toast.tsx';
import { useDesk } from './desk-context.ts';

interface Taking {
  readonly detail: OutgoingDetail;
  readonly done: Message;
  readonly onClose: () => void;
}

/** Takes a step on what is seen: whatever is unsaved goes first. The answer may be another document, or none where it was removed. */
export function useTaking<T>(
  { detail, done, onClose }: Taking,
  take: (version: number, how: T) => Promise<OutgoingDetail | void>,
) {
  const { say } = useWords();
  const { keeper } = useDesk();
  const queries = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: async (how: T) => {
      if (!(await keeper.settled())) throw new Error(say('Thay đổi chưa được lưu; hãy lưu trước.'));
      return take(Math.max(keeper.version(), detail.version), how);
    },
    onSuccess: (answer) => {
      toast(say(done));
      onClose();
      void queries.invalidateQueries({ queryKey: ['outgoings'] });
      void queries.invalidateQueries({ queryKey: ['numbers'] });
      if (!answer) {
        queries.removeQueries({ queryKey: ['outgoing', detail.id] });
        void navigate({ to: '/van-ban-di' });
        return;
      }
      queries.setQueryData(['outgoing', answer.id], answer);
      if (answer.id === detail.id) keeper.refresh(answer);
      else void navigate({ to: '/van-ban-di/$id', params: { id: String(answer.id) } });
    },
    // Somebody was quicker: what is shown is fetched anew.
    onError: () => void queries.invalidateQueries({ queryKey: ['outgoing', detail.id] }),
  });
}
