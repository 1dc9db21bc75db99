// The steps in the life of a plan, each with what it does, what it asks, and what it would hand down.
import type { PlanAbility, PlanDetail } from '@nhipcau/server/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { dutiesChanged } from '../duties/bulk.ts';
import { useWords, type Message } from '../language/words.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Failure } from '../ui/notice.tsx';
import { toast } from '../ui/toast.tsx';
import { useDesk, usePiece } from './desk-context.ts';
import { HandDownPreview } from './hand-down.tsx';
import { IssueDialog } from './issue-dialog.tsx';
import { Lacks } from './lacks.tsx';
import css from './life.module.css';
import { lacksOf } from './missing.ts';
import { OpenWorkLeft } from './open-work.tsx';
import { removePlan, stepPlan, type LifeStep } from './requests.ts';

type SimpleStep = Exclude<PlanAbility, 'edit' | 'issue'>;

interface Words {
  readonly title: Message;
  readonly what: Message;
  readonly button: Message;
  readonly done: Message;
  /** How the reason is called; it must be given where `needed`. */
  readonly reason?: Message;
  readonly needed?: true;
}

const steps: Readonly<Record<SimpleStep, Words>> = {
  submit: {
    title: 'Trình phê duyệt',
    what: 'Người phê duyệt sẽ nhận được kế hoạch. Trong khi chờ, kế hoạch không sửa được; bạn có thể rút lại.',
    button: 'Trình',
    done: 'Đã trình phê duyệt',
    reason: 'Lời trình (không bắt buộc)',
  },
  withdraw: {
    title: 'Rút lại kế hoạch',
    what: 'Kế hoạch trở về bản thảo để sửa tiếp.',
    button: 'Rút lại',
    done: 'Đã rút lại',
  },
  return: {
    title: 'Trả lại kế hoạch',
    what: 'Người soạn sẽ nhận được lý do và sửa lại kế hoạch.',
    button: 'Trả lại',
    done: 'Đã trả lại',
    reason: 'Lý do trả lại',
    needed: true,
  },
  approve: {
    title: 'Phê duyệt kế hoạch',
    what: 'Kế hoạch được phê duyệt đúng như đang hiện. Nhiệm vụ chỉ được giao khi ban hành.',
    button: 'Phê duyệt',
    done: 'Đã phê duyệt',
    reason: 'Ý kiến (không bắt buộc)',
  },
  amend: {
    title: 'Sửa đổi kế hoạch',
    what: 'Một bản sửa đổi được mở bên cạnh bản đang có hiệu lực. Nhiệm vụ đã giao chỉ thay đổi khi bản sửa đổi được ban hành.',
    button: 'Bắt đầu sửa đổi',
    done: 'Đã mở bản sửa đổi',
    reason: 'Lý do sửa đổi (không bắt buộc)',
  },
  dropAmendment: {
    title: 'Bỏ bản sửa đổi',
    what: 'Mọi thay đổi trong bản sửa đổi bị bỏ. Bản đang có hiệu lực giữ nguyên.',
    button: 'Bỏ bản sửa đổi',
    done: 'Đã bỏ bản sửa đổi',
    reason: 'Lý do (không bắt buộc)',
  },
  close: {
    title: 'Đóng kế hoạch',
    what: 'Kế hoạch đóng lại: không sửa đổi và không giao thêm việc được nữa. Có thể mở lại kèm lý do.',
    button: 'Đóng kế hoạch',
    done: 'Đã đóng kế hoạch',
    reason: 'Lý do (không bắt buộc)',
  },
  reopen: {
    title: 'Mở lại kế hoạch',
    what: 'Kế hoạch có hiệu lực trở lại và có thể sửa đổi.',
    button: 'Mở lại',
    done: 'Đã mở lại',
    reason: 'Lý do mở lại',
    needed: true,
  },
  remove: {
    title: 'Xóa bản thảo',
    what: 'Bản thảo bị xóa hẳn, không lấy lại được.',
    button: 'Xóa bản thảo',
    done: 'Đã xóa bản thảo',
  },
};

interface Props {
  readonly detail: PlanDetail;
  readonly onClose: () => void;
}

export function LifeDialog({ detail, ability, onClose }: Props & { ability: SimpleStep | 'issue' }) {
  if (ability === 'issue') return <IssueDialog detail={detail} onClose={onClose} />;
  return <StepDialog detail={detail} ability={ability} onClose={onClose} />;
}

const addresses: Readonly<Partial<Record<SimpleStep, LifeStep>>> = { dropAmendment: 'drop-amendment' };

function StepDialog({ detail, ability, onClose }: Props & { ability: SimpleStep }) {
  const { say } = useWords();
  const [reason, setReason] = useState('');
  const words = steps[ability];
  const take = useTaking(detail, onClose);
  const grave = usePiece(({ draft }) => lacksOf(draft).filter((lack) => lack.grave).length);
  const blocked = (words.needed && reason.trim() === '') || (ability === 'submit' && grave > 0);
  return (
    <Dialog
      wide={ability === 'approve' || ability === 'close'}
      title={say(words.title)}
      onClose={onClose}
      actions={
        <>
          {ability === 'submit' && grave > 0 ? (
            <span role="status" id="why-not-yet" className={css['why']}>
              {say('Chưa trình được: còn {n, number} chỗ phải sửa.', { n: grave })}
            </span>
          ) : null}
          <Button onClick={onClose}>{say('Thôi')}</Button>
          <Button
            aria-describedby={ability === 'submit' && grave > 0 ? 'why-not-yet' : undefined}
            look={ability === 'remove' || ability === 'dropAmendment' ? 'grave' : 'action'}
            disabled={blocked || take.isPending}
            onClick={() => take.mutate({ ability, reason: reason.trim(), done: words.done })}
          >
            {say(words.button)}
          </Button>
        </>
      }
    >
      <div className={css['form']}>
        {take.error ? <Failure error={take.error} /> : null}
        <p>{say(words.what)}</p>
        {ability === 'submit' ? <Lacks onGo={onClose} /> : null}
        {ability === 'approve' ? <HandDownPreview planId={detail.id} issuedOn={null} /> : null}
        {ability === 'close' ? <OpenWorkLeft planId={detail.id} /> : null}
        {words.reason ? (
          <label>
            {say(words.reason)}
            <textarea
              rows={4}
              maxLength={5000}
              lang="vi"
              required={words.needed === true}
              value={reason}
              onChange={(event) => setReason(event.target.value)}
            />
          </label>
        ) : null}
      </div>
    </Dialog>
  );
}

/** What is still unsaved goes first, so that the step is taken on what is seen. */
function useTaking(detail: PlanDetail, onClose: () => void) {
  const { say } = useWords();
  const { keeper } = useDesk();
  const queries = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: async ({ ability, reason }: { ability: SimpleStep; reason: string; done: Message }) => {
      if (!(await keeper.settled())) throw new Error(say('Thay đổi chưa được lưu; hãy lưu trước.'));
      const version = Math.max(keeper.version(), detail.version);
      if (ability === 'remove') return removePlan(detail.id, version);
      const step = addresses[ability] ?? (ability as LifeStep);
      return stepPlan(detail.id, step, { version, ...(reason ? { reason } : {}) });
    },
    onSuccess: (answer, { ability, done }) => {
      toast(say(done));
      onClose();
      if (answer) {
        keeper.refresh(answer);
        queries.setQueryData(['plan', detail.id], answer);
      }
      // Opened again, what has begun meanwhile is handed down.
      if (ability === 'reopen') dutiesChanged(queries);
      else void queries.invalidateQueries({ queryKey: ['plans'] });
      if (ability === 'remove') {
        queries.removeQueries({ queryKey: ['plan', detail.id] });
        void navigate({ to: '/ke-hoach' });
      }
    },
  });
}
