// What who called may still do: close, open again, cancel, ask more units.
import type { ReportCall } from '@nhipcau/server/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import forms from '../duties/bulk.module.css';
import { useWords, type Message } from '../language/words.ts';
import { UnitsField } from '../regimes/units-field.tsx';
import { Button, buttonClass } from '../ui/button.tsx';
import { DayField } from '../ui/day-field.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Drop } from '../ui/drop.tsx';
import { Failure } from '../ui/notice.tsx';
import { toast } from '../ui/toast.tsx';
import css from './list.module.css';
import { addToCall, stepCall } from './requests.ts';
import { reportsChanged } from './use-act.ts';

type Step = 'close' | 'reopen' | 'cancel';
const stepWords: Readonly<Record<Step, { readonly title: Message; readonly consequence: Message }>> = {
  close: {
    title: 'Đóng đợt báo cáo',
    consequence: 'Không báo cáo nào sửa, gửi hay xem xét được nữa, cho đến khi mở lại đợt.',
  },
  reopen: { title: 'Mở lại đợt báo cáo', consequence: 'Các báo cáo lại sửa, gửi và xem xét được.' },
  cancel: {
    title: 'Hủy đợt báo cáo',
    consequence: 'Các đơn vị không phải báo cáo nữa; những gì đã ghi vẫn được giữ lại để tra cứu.',
  },
};

export function CallActions({ call }: { call: ReportCall }) {
  const { say } = useWords();
  const [step, setStep] = useState<Step | 'add' | null>(null);
  const steps = (['close', 'reopen', 'cancel'] as const).filter((one) => call.may.includes(one));
  return (
    <>
      {call.ownReportId ? (
        <Link
          to="/bao-cao/dot/$id/tong-hop"
          params={{ id: String(call.id) }}
          className={buttonClass('action')}
        >
          {say('Tổng hợp')}
        </Link>
      ) : null}
      {steps.length > 0 || call.may.includes('add') ? (
        <Drop label={say('Việc khác')} align="end">
          {(close) => (
            <div className={css['fields']}>
              {call.may.includes('add') ? (
                <Button look="plain" onClick={() => (setStep('add'), close())}>
                  {say('Thêm đơn vị phải báo cáo')}
                </Button>
              ) : null}
              {steps.map((one) => (
                <Button key={one} look="plain" onClick={() => (setStep(one), close())}>
                  {say(stepWords[one].title)}
                </Button>
              ))}
            </div>
          )}
        </Drop>
      ) : null}
      {step === 'add' ? <AddDialog call={call} onClose={() => setStep(null)} /> : null}
      {step && step !== 'add' ? <StepDialog call={call} step={step} onClose={() => setStep(null)} /> : null}
    </>
  );
}

function StepDialog({ call, step, onClose }: { call: ReportCall; step: Step; onClose: () => void }) {
  const { say } = useWords();
  const queries = useQueryClient();
  const [reason, setReason] = useState('');
  const words = stepWords[step];
  const take = useMutation({
    mutationFn: () =>
      stepCall(call.id, step, { version: call.version, ...(reason.trim() ? { reason: reason.trim() } : {}) }),
    onSuccess: (changed) => {
      queries.setQueryData(['calls', call.id], changed);
      reportsChanged(queries);
      onClose();
    },
  });
  return (
    <Dialog
      title={say(words.title)}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{say('Thôi')}</Button>
          <Button
            look={step === 'cancel' ? 'grave' : 'action'}
            disabled={take.isPending || (step === 'cancel' && !reason.trim())}
            onClick={() => take.mutate()}
          >
            {say(words.title)}
          </Button>
        </>
      }
    >
      <div className={forms['form']}>
        {take.error ? <Failure error={take.error} /> : null}
        <p>{say(words.consequence)}</p>
        <label>
          {say('Lý do')}
          <textarea rows={3} lang="vi" value={reason} onChange={(event) => setReason(event.target.value)} />
        </label>
      </div>
    </Dialog>
  );
}

function AddDialog({ call, onClose }: { call: ReportCall; onClose: () => void }) {
  const { say } = useWords();
  const queries = useQueryClient();
  const [units, setUnits] = useState<readonly { id: number; name: string }[]>([]);
  const [dueOn, setDueOn] = useState('');
  const add = useMutation({
    mutationFn: () =>
      addToCall(call.id, {
        version: call.version,
        unitIds: units.map(({ id }) => id),
        ...(dueOn ? { dueOn } : {}),
      }),
    onSuccess: (changed) => {
      queries.setQueryData(['calls', call.id], changed);
      reportsChanged(queries);
      toast(say('Đã gửi yêu cầu báo cáo đến thêm {n, number} đơn vị', { n: units.length }));
      onClose();
    },
  });
  return (
    <Dialog
      title={say('Thêm đơn vị phải báo cáo')}
      onClose={onClose}
      actions={
        <Button look="action" disabled={units.length === 0 || add.isPending} onClick={() => add.mutate()}>
          {units.length > 0
            ? say('Gửi yêu cầu đến {n, number} đơn vị', { n: units.length })
            : say('Gửi yêu cầu')}
        </Button>
      }
    >
      <div className={forms['form']}>
        {add.error ? <Failure error={add.error} /> : null}
        <UnitsField label={say('Thêm đơn vị')} value={units} onChange={setUnits} />
        <DayField
          label={say('Hạn gửi')}
          value={dueOn}
          onChange={setDueOn}
          hint={say('Để trống: hạn của cấp đó trong đợt này')}
        />
      </div>
    </Dialog>
  );
}
