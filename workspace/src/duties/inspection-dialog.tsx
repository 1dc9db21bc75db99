// One inspection visit, new or changed: where, when, who, what was found and by when each finding is to be mended.
import type { Inspection } from '@nhipcau/server/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useWords } from '../language/words.ts';
import { today } from '../register/standing.ts';
import { Button } from '../ui/button.tsx';
import { DayField } from '../ui/day-field.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Notice } from '../ui/notice.tsx';
import css from './bulk.module.css';
import { blankFinding, formOf, inputOf, type FindingForm, type InspectionForm } from './inspection-form.ts';
import { useKept } from './kept.ts';
import { newKey } from './key.ts';
import { addInspection, changeInspection } from './requests.ts';
import { SendProblem } from './step-dialog.tsx';
import { UnitField } from './unit-field.tsx';
import { isStale } from './use-step.ts';

interface Props {
  /** Null: a new one. */
  readonly inspection: Inspection | null;
  readonly onClose: () => void;
}

export function InspectionDialog({ inspection, onClose }: Props) {
  const { say } = useWords();
  const queries = useQueryClient();
  const kept = useKept<InspectionForm>(`inspection:${inspection?.id ?? 'new'}`, formOf(inspection, today()));
  // The version that the reader saw; the list behind the dialog may be read anew meanwhile.
  const [seen, setSeen] = useState(inspection?.version ?? null);
  const form = kept.value;
  const set = (part: Partial<InspectionForm>) => kept.set({ ...form, ...part });
  const input = inputOf(form, seen);
  const save = useMutation({
    mutationFn: async () => {
      if (!input) throw new Error('Something is missing.');
      return inspection ? changeInspection(inspection.id, input) : addInspection(input);
    },
    onSuccess: () => {
      kept.forget();
      void queries.invalidateQueries({ queryKey: ['inspections'] });
      onClose();
    },
  });
  const stale = isStale(save.error);
  return (
    <Dialog
      title={inspection ? say('Sửa cuộc kiểm tra') : say('Ghi một cuộc kiểm tra')}
      wide
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{say('Thôi')}</Button>
          <Button look="action" disabled={save.isPending || input === null} onClick={() => save.mutate()}>
            {say('Lưu')}
          </Button>
        </>
      }
    >
      <div className={css['form']}>
        {stale && inspection ? (
          <Newer
            inspection={inspection}
            onMine={(version) => (setSeen(version), save.reset())}
            onTheirs={() => (
              kept.forget(),
              onClose(),
              void queries.invalidateQueries({ queryKey: ['inspections'] })
            )}
            error={save.error}
          />
        ) : (
          <SendProblem error={save.error} />
        )}
        <UnitField
          living
          label={say('Đơn vị được kiểm tra')}
          value={form.unit}
          onChange={(unit) => set({ unit })}
        />
        <DayField label={say('Ngày kiểm tra')} value={form.onDay} onChange={(onDay) => set({ onDay })} />
        <label>
          {say('Thành phần đoàn kiểm tra')}
          <textarea
            rows={2}
            maxLength={2000}
            value={form.members}
            onChange={(event) => set({ members: event.target.value })}
          />
        </label>
        <label>
          {say('Kết quả chung')}
          <textarea
            rows={3}
            maxLength={10_000}
            value={form.summary}
            onChange={(event) => set({ summary: event.target.value })}
          />
        </label>
        {form.findings.map((finding, at) => (
          <FindingFields
            key={finding.key}
            finding={finding}
            number={at + 1}
            onChange={(changed) => set({ findings: form.findings.with(at, changed) })}
            onRemove={() => set({ findings: form.findings.toSpliced(at, 1) })}
          />
        ))}
        <Button small onClick={() => set({ findings: [...form.findings, blankFinding(newKey())] })}>
          {say('Thêm tồn tại')}
        </Button>
        {kept.was ? <p className={css['hint']}>{say('Chữ bạn gõ lần trước được giữ lại ở đây.')}</p> : null}
      </div>
    </Dialog>
  );
}

interface NewerProps {
  readonly inspection: Inspection;
  readonly error: unknown;
  readonly onMine: (version: number) => void;
  readonly onTheirs: () => void;
}

/** Somebody else changed it: what they wrote is shown, and the reader chooses. */
function Newer({ error, onMine, onTheirs }: NewerProps) {
  const { say } = useWords();
  const { current } = (error as { problem: { current?: Inspection } }).problem;
  return (
    <Notice
      tone="soon"
      role="alert"
      title={say('Có người vừa sửa cuộc kiểm tra này')}
      actions={
        <>
          <Button small onClick={onTheirs}>
            {say('Bỏ thay đổi của tôi')}
          </Button>
          {current ? (
            <Button small onClick={() => onMine(current.version)}>
              {say('Lưu bản của tôi thay bản mới')}
            </Button>
          ) : null}
        </>
      }
    >
      {current ? (
        <div lang="vi">
          <p>{current.summary}</p>
          <ul>
            {current.findings.map(({ id, text, remedy }) => (
              <li key={id}>
                {text} – {remedy}
              </li>
            ))}
          </ul>
        </div>
      ) : null}
    </Notice>
  );
}

interface FieldsProps {
  readonly finding: FindingForm;
  readonly number: number;
  readonly onChange: (finding: FindingForm) => void;
  readonly onRemove: () => void;
}

function FindingFields({ finding, number, onChange, onRemove }: FieldsProps) {
  const { say } = useWords();
  return (
    <fieldset className={css['finding']}>
      <legend>{say('Tồn tại {n, number}', { n: number })}</legend>
      <label>
        {say('Nội dung tồn tại')}
        <textarea
          rows={2}
          maxLength={5000}
          value={finding.text}
          onChange={(event) => onChange({ ...finding, text: event.target.value })}
        />
      </label>
      <label>
        {say('Biện pháp khắc phục')}
        <textarea
          rows={2}
          maxLength={5000}
          value={finding.remedy}
          onChange={(event) => onChange({ ...finding, remedy: event.target.value })}
        />
      </label>
      <div className={css['pair']}>
        <DayField
          label={say('Khắc phục trước ngày')}
          value={finding.remedyBy}
          onChange={(remedyBy) => onChange({ ...finding, remedyBy })}
        />
        <Button look="plain" small onClick={onRemove}>
          {say('Bỏ tồn tại này')}
        </Button>
      </div>
    </fieldset>
  );
}
