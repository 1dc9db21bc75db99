// More time for several units, or letting them off: each report by its own version; what was refused is told unit by unit.
import type { ReportRow } from '@nhipcau/server/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import forms from '../duties/bulk.module.css';
import { useWords, type Message } from '../language/words.ts';
import { Button } from '../ui/button.tsx';
import { DayField } from '../ui/day-field.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { failureWords } from '../ui/notice.tsx';
import { toast } from '../ui/toast.tsx';
import { stepReport } from './requests.ts';
import { reportsChanged } from './use-act.ts';

export type BulkAct = 'extend' | 'excuse';

const words: Readonly<
  Record<BulkAct, { title: Message; consequence: Message; press: Message; done: Message }>
> = {
  extend: {
    title: 'Gia hạn',
    consequence: 'Hạn gửi mới thay cho hạn cũ; hạn đầu vẫn được ghi lại.',
    press: 'Gia hạn {n, number} đơn vị',
    done: 'Đã gia hạn {n, number} đơn vị',
  },
  excuse: {
    title: 'Miễn báo cáo',
    consequence: 'Đơn vị không phải gửi báo cáo của kỳ này và được đếm riêng, không tính là quá hạn.',
    press: 'Miễn báo cáo {n, number} đơn vị',
    done: 'Đã miễn báo cáo {n, number} đơn vị',
  },
};

interface Refused {
  readonly row: ReportRow;
  readonly why: string;
}

interface Props {
  readonly act: BulkAct;
  readonly rows: readonly ReportRow[];
  readonly onClose: () => void;
  /** Those that stay chosen: what was refused. */
  readonly onDone: (left: ReadonlySet<number>) => void;
}

export function BulkActDialog({ act, rows, onClose, onDone }: Props) {
  const { say } = useWords();
  const queries = useQueryClient();
  const [dueOn, setDueOn] = useState('');
  const [reason, setReason] = useState('');
  const said = words[act];
  const one = async (row: ReportRow): Promise<Refused | null> => {
    const how = { version: row.version, reason: reason.trim() };
    try {
      await stepReport(row.id, act, act === 'extend' ? { ...how, dueOn } : how);
      return null;
    } catch (error) {
      return { row, why: failureWords(error, say).detail };
    }
  };
  const run = useMutation({
    mutationFn: async () => {
      const refused: Refused[] = [];
      // One after the other: the reports of a call share its record.
      for (const row of rows) {
        // oxlint-disable-next-line no-await-in-loop
        const failed = await one(row);
        if (failed) refused.push(failed);
      }
      return refused;
    },
    onSuccess: (refused) => {
      reportsChanged(queries);
      onDone(new Set(refused.map(({ row }) => row.id)));
      if (refused.length > 0) return;
      toast(say(said.done, { n: rows.length }));
      onClose();
    },
  });
  const ready = reason.trim() !== '' && (act === 'excuse' || dueOn !== '');
  if (run.data && run.data.length > 0)
    return (
      <Dialog
        title={say('Chưa làm được với {n, number} đơn vị', { n: run.data.length })}
        onClose={onClose}
        actions={<Button onClick={onClose}>{say('Đóng')}</Button>}
      >
        <div className={forms['form']}>
          <p role="status">
            {say('Đã xong {n, number} đơn vị; các đơn vị dưới đây chưa thay đổi.', {
              n: rows.length - run.data.length,
            })}
          </p>
          <ul className={forms['refused']}>
            {run.data.map(({ row, why }) => (
              <li key={row.id}>
                <strong lang="vi">{row.unit.name}</strong>
                {why}
              </li>
            ))}
          </ul>
        </div>
      </Dialog>
    );
  return (
    <Dialog
      title={say(said.title)}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{say('Thôi')}</Button>
          <Button look="action" disabled={!ready || run.isPending} onClick={() => run.mutate()}>
            {say(said.press, { n: rows.length })}
          </Button>
        </>
      }
    >
      <div className={forms['form']}>
        <p>{say(said.consequence)}</p>
        {act === 'extend' ? (
          <DayField label={say('Hạn mới')} value={dueOn} onChange={setDueOn} required />
        ) : null}
        <label>
          {say('Lý do')}
          <textarea
            rows={3}
            lang="vi"
            required
            maxLength={2000}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        </label>
      </div>
    </Dialog>
  );
}
