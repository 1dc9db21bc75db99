// Đôn đốc: those who have not sent their report, each with a record of it that they answer.
import type { UrgeReports } from '@nhipcau/server/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import forms from '../duties/bulk.module.css';
import { useKept } from '../duties/kept.ts';
import { channelWords } from '../duties/urge-dialog.tsx';
import { useWords } from '../language/words.ts';
import { Button } from '../ui/button.tsx';
import { DayField } from '../ui/day-field.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Failure } from '../ui/notice.tsx';
import { toast } from '../ui/toast.tsx';
import { urgeReports } from './requests.ts';
import { reportsChanged } from './use-act.ts';

type Channel = NonNullable<UrgeReports['channel']>;
const channels = Object.keys(channelWords) as Channel[];

/** It goes to officials of the province, whichever language its writer reads the screens in. */
const usualMessage = 'Đề nghị đơn vị khẩn trương hoàn thành và gửi báo cáo.';

interface Props {
  readonly callId: number;
  /** Null: all that are missing. */
  readonly reportIds: readonly number[] | null;
  readonly parentId: number | undefined;
  readonly count: number;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

export function UrgeDialog({ callId, reportIds, parentId, count, onClose, onDone }: Props) {
  const { say } = useWords();
  const queries = useQueryClient();
  const kept = useKept(`urge-reports:${callId}`, {
    channel: 'system' as Channel,
    reference: '',
    message: usualMessage,
    answerBy: '',
  });
  const { channel, reference, message, answerBy } = kept.value;
  const set = (part: Partial<typeof kept.value>) => kept.set({ ...kept.value, ...part });
  const send = useMutation({
    mutationFn: () =>
      urgeReports(callId, {
        message: message.trim(),
        channel,
        ...(reportIds ? { reportIds: [...reportIds] } : parentId ? { parentId } : {}),
        ...(reference.trim() ? { reference: reference.trim() } : {}),
        ...(answerBy ? { answerBy } : {}),
      }),
    onSuccess: ({ urged }) => {
      kept.forget();
      reportsChanged(queries);
      toast(say('Đã đôn đốc {n, number} đơn vị', { n: urged }));
      onDone();
      onClose();
    },
  });
  return (
    <Dialog
      title={say('Đôn đốc gửi báo cáo')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{say('Thôi')}</Button>
          <Button look="action" disabled={send.isPending || !message.trim()} onClick={() => send.mutate()}>
            {say('Đôn đốc {n, number} đơn vị', { n: count })}
          </Button>
        </>
      }
    >
      <div className={forms['form']}>
        {send.error ? <Failure error={send.error} /> : null}
        <label>
          {say('Nội dung đôn đốc')}
          <textarea
            rows={4}
            lang="vi"
            maxLength={3000}
            required
            value={message}
            onChange={(event) => set({ message: event.target.value })}
          />
        </label>
        <div className={forms['pair']}>
          <label>
            {say('Hình thức')}
            <select value={channel} onChange={(event) => set({ channel: event.target.value as Channel })}>
              {channels.map((one) => (
                <option key={one} value={one}>
                  {say(channelWords[one])}
                </option>
              ))}
            </select>
          </label>
          <label>
            {say('Số văn bản (nếu có)')}
            <input
              type="text"
              maxLength={200}
              value={reference}
              onChange={(event) => set({ reference: event.target.value })}
            />
          </label>
        </div>
        <DayField
          label={say('Đề nghị trả lời trước ngày')}
          value={answerBy}
          onChange={(value) => set({ answerBy: value })}
        />
      </div>
    </Dialog>
  );
}
