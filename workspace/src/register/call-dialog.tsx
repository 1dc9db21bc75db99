// Calls for a task that is done on call ("đột xuất"): each of its units gets a duty with a day and the reason.
import type { TaskDetail } from '@nhipcau/server/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { callDuties } from '../duties/requests.ts';
import css from '../duties/bulk.module.css';
import { SendProblem } from '../duties/step-dialog.tsx';
import { useKept } from '../duties/kept.ts';
import { useWords } from '../language/words.ts';
import { Button } from '../ui/button.tsx';
import { DayField } from '../ui/day-field.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { toast } from '../ui/toast.tsx';
import { today } from './standing.ts';

export function CallButton({ task }: { task: TaskDetail }) {
  const { say } = useWords();
  const [asked, ask] = useState(false);
  if (!task.mayCall) return null;
  return (
    <>
      <Button look="action" onClick={() => ask(true)}>
        {say('Giao thực hiện đột xuất')}
      </Button>
      {asked ? <CallDialog task={task} onClose={() => ask(false)} /> : null}
    </>
  );
}

function CallDialog({ task, onClose }: { task: TaskDetail; onClose: () => void }) {
  const { say } = useWords();
  const queries = useQueryClient();
  const kept = useKept(`call:${task.id}`, { dueOn: '', note: '' });
  const { dueOn, note } = kept.value;
  const past = dueOn !== '' && dueOn < today();
  const send = useMutation({
    mutationFn: () => callDuties({ taskId: task.id, dueOn, note: note.trim() }),
    onSuccess: ({ ids }) => {
      kept.forget();
      void queries.invalidateQueries();
      toast(say('Đã giao {n, number} việc', { n: ids.length }));
      onClose();
    },
  });
  return (
    <Dialog
      title={say('Giao thực hiện đột xuất')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{say('Thôi')}</Button>
          <Button
            look="action"
            disabled={send.isPending || !dueOn || past || !note.trim()}
            onClick={() => send.mutate()}
          >
            {say('Giao việc')}
          </Button>
        </>
      }
    >
      <div className={css['form']}>
        <SendProblem error={send.error} />
        <p>
          {say('{n, number} đơn vị được giao nhiệm vụ này sẽ nhận một việc mới và được thông báo.', {
            n: task.handedTo.length,
          })}
        </p>
        <DayField
          label={say('Phải xong trước hết ngày')}
          value={dueOn}
          onChange={(to) => kept.set({ note, dueOn: to })}
        />
        {past ? (
          <p role="alert" className={css['hint']}>
            {say('Ngày này đã qua.')}
          </p>
        ) : null}
        <label>
          {say('Nội dung yêu cầu')}
          <textarea
            rows={3}
            maxLength={5000}
            required
            value={note}
            onChange={(event) => kept.set({ dueOn, note: event.target.value })}
          />
        </label>
      </div>
    </Dialog>
  );
}
