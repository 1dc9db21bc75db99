// From an accepted document to its tasks being handed down: the plan is made of it, or opened where it was made before.
import { useNavigate } from '@tanstack/react-router';
import { useMay } from '../access/me.ts';
import { RequestFailed, type DocumentDetail } from '../api.ts';
import { useWords } from '../language/words.ts';
import { Button } from '../ui/button.tsx';
import { failureWords } from '../ui/notice.tsx';
import { toast } from '../ui/toast.tsx';
import { useCreating } from './new.tsx';

export function HandDownDocument({ document }: { document: Pick<DocumentDetail, 'id' | 'status'> }) {
  const { say } = useWords();
  const may = useMay();
  const navigate = useNavigate();
  const create = useCreating();
  if (document.status !== 'accepted' || !may('plan.draft')) return null;
  const make = () =>
    create.mutate(
      { documentId: document.id },
      {
        onError: (error) => {
          const made = error instanceof RequestFailed && planIn(error.problem);
          if (made) void navigate({ to: '/ke-hoach/$id', params: { id: String(made) } });
          else
            toast(Object.values(failureWords(error, say)).filter(Boolean).join(' – '), { tone: 'problem' });
        },
      },
    );
  return (
    <Button look="action" disabled={create.isPending} onClick={make}>
      {say('Giao nhiệm vụ|từ văn bản')}
    </Button>
  );
}

/** The plan that there is already of this document. */
function planIn(problem: object): number | null {
  const { planId } = problem as { planId?: unknown };
  return typeof planId === 'number' ? planId : null;
}
