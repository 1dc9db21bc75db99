import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useWords, type Message } from '../language/words.ts';
import { toast } from '../ui/toast.tsx';

/** Writes into the register; what is shown of it is fetched anew, also where somebody else was quicker. */
export function useWriting<T, R = unknown>(
  write: (input: T) => Promise<R>,
  {
    done,
    onClose,
    onDone,
  }: { readonly done: Message; readonly onClose: () => void; readonly onDone?: (answer: R) => void },
) {
  const { say } = useWords();
  const queries = useQueryClient();
  const again = () => void queries.invalidateQueries({ queryKey: ['numbers'] });
  return useMutation({
    mutationFn: write,
    onSuccess: (answer) => {
      toast(say(done));
      onClose();
      onDone?.(answer);
      again();
    },
    onError: again,
  });
}
