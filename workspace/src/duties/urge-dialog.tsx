// Đôn đốc: one urging for each unit among the chosen duties, kept as a record that the unit answers.
import type { DutyRow, UrgeRequest } from '@nhipcau/server/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useWords, type Message } from '../language/words.ts';
import { Button } from '../ui/button.tsx';
import { DayField } from '../ui/day-field.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Failure } from '../ui/notice.tsx';
import { toast } from '../ui/toast.tsx';
import css from './bulk.module.css';
import { dutiesChanged } from './bulk.ts';
import { useKept } from './kept.ts';
import { urge } from './requests.ts';

export const channelWords: Readonly<Record<NonNullable<UrgeRequest['channel']>, Message>> = {
  system: 'Qua hệ thống',
  letter: 'Công văn',
  phone: 'Điện thoại',
  email: 'Thư điện tử',
  meeting: 'Tại cuộc họp',
};
const channels = Object.keys(channelWords) as (keyof typeof channelWords)[];

/** It goes to officials of the province, whichever language its writer reads the screens in. */
const usualMessage = 'Đề nghị đơn vị khẩn trương thực hiện và báo cáo tiến độ.';

interface Props {
  readonly duties: readonly Pick<DutyRow, 'id' | 'text' | 'unit'>[];
  readonly onClose: () => void;
  readonly onDone?: () => void;
}

/** Asks what to write and by when it is to be answered. */
export function UrgeDialog({ duties, onClose, onDone }: Props) {
  const { say } = useWords();
  const queries = useQueryClient();
  const ids = duties.map(({ id }) => id);
  const units = new Set(duties.map(({ unit }) => unit.id)).size;
  const kept = useKept(`urge:${ids.length === 1 ? ids[0] : 'many'}`, {
    channel: 'system' as (typeof channels)[number],
    reference: '',
    message: usualMessage,
    answerBy: '',
  });
  const { channel, reference, message, answerBy } = kept.value;
  const set = (part: Partial<typeof kept.value>) => kept.set({ ...kept.value, ...part });
  const send = useMutation({
    mutationFn: () =>
      urge({
        ids,
        channel,
        message: message.trim(),
        ...(reference.trim() ? { reference: reference.trim() } : {}),
        ...(answerBy ? { answerBy } : {}),
      }),
    onSuccess: () => {
      kept.forget();
      dutiesChanged(queries);
      toast(say('Đã đôn đốc {n, number} đơn vị', { n: units }));
      onDone?.();
      onClose();
    },
  });
  return (
    <Dialog
      title={say('Đôn đốc {n, number} việc', { n: ids.length })}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{say('Thôi')}</Button>
          <Button look="action" disabled={send.isPending || !message.trim()} onClick={() => send.mutate()}>
            {say('Đôn đốc|làm')}
          </Button>
        </>
      }
    >
      <div className={css['form']}>
        {send.error ? <Failure error={send.error} /> : null}
        <p>
          {say(
            '{n, number} đơn vị sẽ nhận được lời đôn đốc và phải trả lời; việc này được ghi vào lịch sử của từng nhiệm vụ.',
            { n: units },
          )}
        </p>
        {ids.length > 1 ? null : <p lang="vi">{duties[0]?.text}</p>}
        <label>
          {say('Nội dung đôn đốc')}
          <textarea
            rows={4}
            maxLength={5000}
            required
            value={message}
            onChange={(event) => set({ message: event.target.value })}
          />
        </label>
        <div className={css['pair']}>
          <label>
            {say('Hình thức')}
            <select
              value={channel}
              onChange={(event) => set({ channel: event.target.value as (typeof channels)[number] })}
            >
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
              maxLength={100}
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
