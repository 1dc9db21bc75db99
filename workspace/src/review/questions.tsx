// The dialogs of the review screen, one at a time.
import type { DocumentDetail } from '@nhipcau/server/contract';
import { AcceptDialog } from './accept-dialog.tsx';
import type { Question } from './desk-context.ts';
import { HelpDialog } from './help-dialog.tsx';
import type { Kept, Keeper } from './keeper.ts';
import { MergeDialog } from './merge-dialog.tsx';
import { RemoveDialog } from './remove-dialog.tsx';
import { RevisionDialog } from './revision-dialog.tsx';
import { SplitDialog } from './split-dialog.tsx';
import { WithdrawDialog } from './withdraw-dialog.tsx';

interface Props {
  readonly question: Question | null;
  readonly detail: DocumentDetail;
  readonly kept: Kept;
  readonly keeper: Keeper;
  readonly onClose: () => void;
}

export function Questions({ question, detail, kept, keeper, onClose }: Props) {
  if (!question) return null;
  const { draft } = kept;
  if (question.kind === 'help') return <HelpDialog onClose={onClose} />;
  if (question.kind === 'revision') return <RevisionDialog detail={detail} onClose={onClose} />;
  if (question.kind === 'remove') return <RemoveDialog detail={detail} onClose={onClose} />;
  if (question.kind === 'withdraw') return <WithdrawDialog detail={detail} onClose={onClose} />;
  if (question.kind === 'accept') {
    return (
      <AcceptDialog
        detail={detail}
        draft={draft}
        warnings={kept.state.warnings}
        keeper={keeper}
        onClose={onClose}
      />
    );
  }
  const task = draft.tasks.find((one) => one.id === question.taskId);
  if (!task || task.struck) return null;
  if (question.kind === 'split') return <SplitDialog task={task} onClose={onClose} />;
  return <MergeDialog task={task} tasks={draft.tasks} onClose={onClose} />;
}
