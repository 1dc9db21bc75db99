// The dialog of a step that needs a reason or a day: opening again, more time, letting off.
import type { Report } from '@nhipcau/server/contract';
import { useState } from 'react';
import forms from '../duties/bulk.module.css';
import { useKept } from '../duties/kept.ts';
import { useWords, type Message } from '../language/words.ts';
import { Button } from '../ui/button.tsx';
import { DayField } from '../ui/day-field.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Failure } from '../ui/notice.tsx';
import { toast } from '../ui/toast.tsx';
import { useAct } from './use-act.ts';

export type DialogAct = 'reopen' | 'extend' | 'excuse';

interface Words {
  readonly title: Message;
  readonly consequence: Message;
  readonly done: Message;
}

const words: Readonly<Record<DialogAct | 'unexcuse', Words>> = {
  reopen: {
    title: 'Mở lại',
    consequence:
      'Đơn vị sửa được báo cáo và phải gửi lại; số liệu tổng hợp cấp trên tạm bỏ báo cáo này. Lần mở lại được ghi vào lịch sử.',
    done: 'Báo cáo đã mở lại để sửa',
  },
  extend: {
    title: 'Gia hạn',
    consequence: 'Hạn gửi mới thay cho hạn cũ; hạn đầu vẫn được ghi lại.',
    done: 'Đã gia hạn',
  },
  excuse: {
    title: 'Miễn báo cáo',
    consequence: 'Đơn vị không phải gửi báo cáo của kỳ này và được đếm riêng, không tính là quá hạn.',
    done: 'Đã miễn báo cáo',
  },
  unexcuse: {
    title: 'Bỏ miễn báo cáo',
    consequence: 'Đơn vị lại phải gửi báo cáo của kỳ này.',
    done: 'Đơn vị lại phải báo cáo',
  },
};

interface Props {
  readonly report: Pick<Report, 'id' | 'version' | 'dueOn' | 'excuse' | 'unit'>;
  readonly act: DialogAct;
  readonly onClose: () => void;
}

export function ActDialog({ report, act, onClose }: Props) {
  const { say } = useWords();
  const lifts = act === 'excuse' && report.excuse !== null;
  const said = words[lifts ? 'unexcuse' : act];
  const kept = useKept(`report-${act}:${report.id}`, '');
  const [dueOn, setDueOn] = useState('');
  const step = useAct(report, () => {
    kept.forget();
    toast(say(said.done));
    onClose();
  });
  const reason = kept.value.trim();
  const ready = lifts || (reason !== '' && (act !== 'extend' || dueOn !== ''));
  const take = () =>
    step.mutate(
      act === 'extend'
        ? { act, how: { dueOn, reason } }
        : { act, how: { reason: lifts ? null : reason } as { reason: string } },
    );
  return (
    <Dialog
      title={say(said.title)}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{say('Thôi')}</Button>
          <Button look="action" disabled={!ready || step.isPending} onClick={take}>
            {say(said.title)}
          </Button>
        </>
      }
    >
      <div className={forms['form']}>
        {step.error ? <Failure error={step.error} /> : null}
        <p lang="vi">
          <strong>{report.unit.name}</strong>
        </p>
        <p>{say(said.consequence)}</p>
        {act === 'extend' ? (
          <DayField label={say('Hạn mới')} value={dueOn} onChange={setDueOn} required />
        ) : null}
        {lifts ? null : (
          <label>
            {say('Lý do')}
            <textarea
              rows={3}
              lang="vi"
              required
              maxLength={2000}
              value={kept.value}
              onChange={(event) => kept.set(event.target.value)}
            />
          </label>
        )}
      </div>
    </Dialog>
  );
}
