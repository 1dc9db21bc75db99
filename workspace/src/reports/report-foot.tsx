// The bar at the foot of a report: whether all is saved, what still lacks, the steps that the reader may take now.
import type { Report, ReportAbility } from '@nhipcau/server/contract';
import { useState } from 'react';
import { useWords, type Message } from '../language/words.ts';
import { Button } from '../ui/button.tsx';
import { Failure, failureWords } from '../ui/notice.tsx';
import { toast } from '../ui/toast.tsx';
import { ActDialog, type DialogAct } from './act-dialog.tsx';
import { useDesk, usePiece } from './desk-context.ts';
import css from './report.module.css';
import { savingWords } from './saving-words.ts';
import { SendButton } from './send-button.tsx';
import { useAct } from './use-act.ts';
import { actWords } from './words.ts';

/** Steps that are taken at once, in the order in which they follow each other. */
const plain = ['accept', 'approve', 'lock', 'withdraw', 'take-back'] as const;
const asking: readonly DialogAct[] = ['reopen', 'extend', 'excuse'];
const others: readonly ReportAbility[] = ['submit', 'hand', 'give-back', 'return', 'derive'];

export function ReportFoot({ report, onReturn }: { report: Report; onReturn: () => void }) {
  const { say } = useWords();
  const [asked, setAsked] = useState<DialogAct | null>(null);
  const { may } = report;
  const act = useAct(report, (changed) =>
    toast(say(report.handed && !changed.handed ? 'Đã lấy lại báo cáo để sửa' : doneWords[changed.status])),
  );
  const acts = plain.filter((one) => may.includes(one));
  const [first] = acts;
  const fills = may.includes('fill');
  const steps = may.some((one) => [...plain, ...asking, ...others].includes(one));
  if (!steps) return null;
  return (
    <>
      {act.error ? <Failure error={act.error} /> : null}
      <div className={css['foot']} role="region" aria-label={say('Các bước với báo cáo')}>
        {fills ? <SavingNote /> : <Unsaved />}
        {fills && !may.includes('submit') && !may.includes('hand') ? (
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
          {may.includes('give-back') ? (
            <Button onClick={onReturn}>{say('Trả lại cho chuyên viên')}</Button>
          ) : null}
          {acts.map((one) => (
            <Button
              key={one}
              look={one === first && one !== 'withdraw' && one !== 'take-back' ? 'action' : 'quiet'}
              disabled={act.isPending}
              onClick={() => act.mutate({ act: one })}
            >
              {say(actWords[one] ?? 'Chấp nhận')}
            </Button>
          ))}
          {may.includes('hand') ? <SendButton report={report} act="hand" /> : null}
          {may.includes('submit') ? <SendButton report={report} act="submit" /> : null}
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
  const wrong = usePiece((desk) => desk.wrong);
  return (
    <span className={css['saving']} data-saving={saving} role="status">
      {say(savingWords[saving], { n: wrong.size })}
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

/** Written when the report already lay with the leader: nothing of it is lost, nothing of it is saved. */
function Unsaved() {
  const { say } = useWords();
  const { keeper } = useDesk();
  const pending = usePiece((desk) => desk.pending);
  const keys = Object.keys(pending);
  if (keys.length === 0) return <span />;
  return (
    <span className={css['saving']} data-saving="waiting" role="alert">
      {say(
        '{n, number} chỗ bạn vừa ghi chưa được lưu, còn giữ trên máy này. Lấy lại báo cáo để ghi tiếp, hoặc bỏ đi.',
        { n: keys.length },
      )}
      <Button small look="plain" onClick={() => keys.forEach((key) => keeper.drop(key))}>
        {say('Bỏ những chỗ chưa lưu')}
      </Button>
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
