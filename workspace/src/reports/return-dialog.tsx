// Sends a report back: each reason names the section that it is about, and is shown there to who mends it.
import type { Report } from '@nhipcau/server/contract';
import forms from '../duties/bulk.module.css';
import { useWords } from '../language/words.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Failure } from '../ui/notice.tsx';
import { toast } from '../ui/toast.tsx';
import { numbered } from './outline.ts';
import { useAct } from './use-act.ts';

export interface Reason {
  readonly sectionId: string | null;
  readonly reason: string;
}

interface Props {
  readonly report: Report;
  /** `give-back`: within the unit, before it was sent. */
  readonly act: 'return' | 'give-back';
  readonly title: string;
  readonly reasons: readonly Reason[];
  readonly onChange: (reasons: readonly Reason[]) => void;
  readonly onClose: () => void;
}

export function ReturnDialog({ report, act: asked, title, reasons, onChange, onClose }: Props) {
  const { say } = useWords();
  const act = useAct(report, () => {
    toast(say('Đã trả lại báo cáo'));
    onClose();
  });
  const outline = numbered(report.call.form.outline);
  const written = reasons.filter(({ reason }) => reason.trim() !== '');
  const set = (at: number, part: Partial<Reason>) =>
    onChange(reasons.map((one, index) => (index === at ? { ...one, ...part } : one)));
  return (
    <Dialog
      title={title}
      onClose={onClose}
      actions={
        <>
          <Button onClick={() => onChange([...reasons, { sectionId: null, reason: '' }])}>
            {say('Thêm lý do')}
          </Button>
          <Button
            look="action"
            disabled={written.length === 0 || act.isPending}
            onClick={() =>
              act.mutate({
                act: asked,
                how: { reasons: written.map((one) => ({ ...one, reason: one.reason.trim() })) },
              })
            }
          >
            {written.length > 0
              ? say('Trả lại với {n, number} lý do', { n: written.length })
              : say('Trả lại')}
          </Button>
        </>
      }
    >
      <div className={forms['form']}>
        {act.error ? <Failure error={act.error} /> : null}
        <p>
          {asked === 'return'
            ? say('{unit} thấy từng lý do ngay tại mục được nêu, sửa rồi gửi lại.', {
                unit: report.unit.name,
              })
            : say('Chuyên viên thấy từng lý do ngay tại mục được nêu, sửa rồi trình lại.')}
        </p>
        {reasons.map((one, at) => (
          // Reasons have no ids: a place is what they are.
          // oxlint-disable-next-line react/no-array-index-key
          <fieldset key={at} className={forms['finding']}>
            <legend>{say('Lý do {n, number}', { n: at + 1 })}</legend>
            <label>
              {say('Mục')}
              <select
                value={one.sectionId ?? ''}
                onChange={(event) => set(at, { sectionId: event.target.value || null })}
              >
                <option value="">{say('Cả báo cáo')}</option>
                {outline.map(({ section, marker }) => (
                  <option key={section.id} value={section.id}>
                    {marker} {section.title}
                  </option>
                ))}
              </select>
            </label>
            <label>
              {say('Cần sửa gì')}
              <textarea
                rows={3}
                lang="vi"
                maxLength={2000}
                value={one.reason}
                onChange={(event) => set(at, { reason: event.target.value })}
              />
            </label>
          </fieldset>
        ))}
      </div>
    </Dialog>
  );
}
