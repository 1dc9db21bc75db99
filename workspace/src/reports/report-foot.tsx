// The bar at the foot of a report: whether all is saved, what still lacks, the steps that the reader may take now.
import type { Report, ReportAbility } from '@nhipcau/server/contract';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useWords, type Message } from '../language/words.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Failure, failureWords } from '../ui/notice.tsx';
import { toast } from '../ui/toast.tsx';
import { ActDialog, type DialogAct } from './act-dialog.tsx';
import type { Saving } from './desk.ts';
import { useDesk, usePiece } from './desk-context.ts';
import css from './report.module.css';
import { Returns } from './section.tsx';
import { useAct } from './use-act.ts';
import { actWords } from './words.ts';

const savingWords: Readonly<Record<Saving, Message>> = {
  saved: 'Đã lưu',
  saving: 'Đang lưu…',
  waiting: 'Chưa gửi được lên máy chủ; giữ trên máy này và tự thử lại',
  held: 'Còn số chưa lưu: cần ghi lý do hoặc sửa lại',
  conflict: 'Có chỗ người khác cũng vừa sửa: chọn bản cần giữ',
};

/** Steps that are taken at once, in the order in which they follow each other. */
const plain = ['accept', 'approve', 'lock', 'withdraw'] as const;
const asking: readonly DialogAct[] = ['reopen', 'extend', 'excuse'];

export function ReportFoot({ report, onReturn }: { report: Report; onReturn: () => void }) {
  const { say } = useWords();
  const [asked, setAsked] = useState<DialogAct | null>(null);
  const { may } = report;
  const act = useAct(report, (changed) => toast(say(doneWords[changed.status])));
  const acts = plain.filter((one) => may.includes(one));
  const [first] = acts;
  const fills = may.includes('fill');
  const steps = may.some((one) => [...plain, ...asking, 'submit', 'return', 'derive'].includes(one));
  if (!steps) return null;
  return (
    <>
      {act.error ? <Failure error={act.error} /> : null}
      <div className={css['foot']} role="region" aria-label={say('Các bước với báo cáo')}>
        {fills ? <SavingNote /> : <span />}
        {fills && !may.includes('submit') ? (
          <span className={css['saving']}>{say('Lãnh đạo đơn vị ký gửi báo cáo này.')}</span>
        ) : null}
        <div className={css['steps']}>
          {may.includes('derive') ? <DeriveButton report={report} /> : null}
          {asking
            .filter((one) => may.includes(one as ReportAbility))
            .map((one) => (
              <Button key={one} onClick={() => setAsked(one)}>
                {one === 'excuse' && report.excuse ? say('Bỏ miễn báo cáo') : say(actWords[one] ?? 'Mở lại')}
              </Button>
            ))}
          {may.includes('return') ? <Button onClick={onReturn}>{say('Trả lại')}</Button> : null}
          {acts.map((one) => (
            <Button
              key={one}
              look={one === first && one !== 'withdraw' ? 'action' : 'quiet'}
              disabled={act.isPending}
              onClick={() => act.mutate({ act: one })}
            >
              {say(actWords[one] ?? 'Chấp nhận')}
            </Button>
          ))}
          {may.includes('submit') ? <SubmitButton report={report} /> : null}
        </div>
      </div>
      {asked ? <ActDialog report={report} act={asked} onClose={() => setAsked(null)} /> : null}
    </>
  );
}

const doneWords: Readonly<Record<Report['status'], Message>> = {
  draft: 'Báo cáo đã mở lại để sửa',
  submitted: 'Đã gửi báo cáo',
  returned: 'Đã trả lại báo cáo',
  accepted: 'Đã chấp nhận báo cáo',
  approved: 'Đã phê duyệt báo cáo',
  locked: 'Đã khóa báo cáo',
};

function SavingNote() {
  const { say } = useWords();
  const { keeper } = useDesk();
  const saving = usePiece((desk) => desk.saving);
  const error = usePiece((desk) => desk.error);
  return (
    <span className={css['saving']} data-saving={saving} role="status">
      {say(savingWords[saving])}
      {saving === 'waiting' ? (
        <>
          {error ? ` (${failureWords(error, say).title})` : null}
          <Button small look="plain" onClick={() => void keeper.settled()}>
            {say('Thử lại')}
          </Button>
        </>
      ) : null}
    </span>
  );
}

function DeriveButton({ report }: { report: Report }) {
  const { say } = useWords();
  const { keeper } = useDesk();
  const act = useAct(report, () => toast(say('Đã tính lại số liệu từ sổ theo dõi')));
  const derived = report.call.form.indicators.some(({ formula }) => formula !== null);
  if (!derived) return null;
  return (
    <Button
      disabled={act.isPending}
      onClick={() => void keeper.settled().then((clean) => clean && act.mutate({ act: 'derive' }))}
    >
      {say('Tính lại số từ sổ')}
    </Button>
  );
}

function SubmitButton({ report }: { report: Report }) {
  const { say } = useWords();
  const { keeper } = useDesk();
  const [open, setOpen] = useState(false);
  const [busy, setBusy] = useState(false);
  const begin = async () => {
    setBusy(true);
    const clean = await keeper.settled();
    setBusy(false);
    if (clean) setOpen(true);
    else toast(say(savingWords[keeper.now().saving]), { tone: 'problem' });
  };
  return (
    <>
      <Button look="action" disabled={busy} onClick={() => void begin()}>
        {say('Gửi báo cáo')}
      </Button>
      {open ? <SubmitDialog report={report} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

function SubmitDialog({ report, onClose }: { report: Report; onClose: () => void }) {
  const { say } = useWords();
  const navigate = useNavigate();
  const act = useAct(report, () => {
    toast(say('Đã gửi báo cáo'));
    onClose();
  });
  const blocks = report.unready.filter((one) => one.blocks);
  const looks = report.unready.filter((one) => !one.blocks);
  const lines = blocks.length > 0 ? blocks : looks;
  const go = (sectionId: string | null) => {
    onClose();
    if (sectionId) void navigate({ to: '.', hash: sectionId });
  };
  return (
    <Dialog
      title={say('Gửi báo cáo')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{say('Thôi')}</Button>
          <Button
            look="action"
            disabled={blocks.length > 0 || act.isPending}
            onClick={() => act.mutate({ act: 'submit' })}
          >
            {looks.length > 0 && blocks.length === 0 ? say('Vẫn gửi') : say('Gửi báo cáo')}
          </Button>
        </>
      }
    >
      {act.error ? <Failure error={act.error} /> : null}
      <p>
        {report.receiver
          ? say('Báo cáo được gửi đến {unit}. Sau khi gửi, đơn vị rút lại được khi bên nhận chưa xem xét.', {
              unit: report.receiver.name,
            })
          : say('Báo cáo tổng hợp được trình để phê duyệt.')}
      </p>
      {lines.length > 0 ? (
        <>
          <p className={css['lackTitle']}>
            {blocks.length > 0 ? say('Chưa gửi được, còn thiếu:') : say('Nên xem lại trước khi gửi:')}
          </p>
          <ul className={css['lacks']}>
            {lines.map((one) => (
              <li key={`${one.code} ${one.text}`}>
                {one.sectionId ? (
                  <a
                    href={`#${one.sectionId}`}
                    onClick={(event) => {
                      event.preventDefault();
                      go(one.sectionId);
                    }}
                  >
                    {one.text}
                  </a>
                ) : (
                  one.text
                )}
              </li>
            ))}
          </ul>
        </>
      ) : null}
      <Returns report={report} sectionId={null} />
    </Dialog>
  );
}
