// What can be done with the chosen duties; stands at the foot of the screen while any is chosen.
import type { BulkResult } from '@nhipcau/server/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useMay } from '../access/me.ts';
import { useWords, type Message } from '../language/words.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Failure } from '../ui/notice.tsx';
import css from './bulk.module.css';
import { doForAll, fitting, takeBackAll, type BulkStep } from './bulk.ts';
import { useKept } from './kept.ts';
import type { Selection } from './selection.ts';
import { UrgeDialog } from './urge-dialog.tsx';

const steps: readonly { readonly step: BulkStep; readonly words: Message; readonly action: string }[] = [
  { step: 'receive', words: 'Tiếp nhận', action: 'duty.report' },
  { step: 'progress', words: 'Ghi tiến độ', action: 'duty.report' },
  { step: 'confirm', words: 'Xác nhận', action: 'duty.confirm' },
  { step: 'sendBack', words: 'Trả lại', action: 'duty.confirm' },
];

export type BulkAsk = BulkStep | 'urge' | null;

interface Props {
  readonly selection: Selection;
  readonly asked: BulkAsk;
  readonly ask: (asked: BulkAsk) => void;
}

export function BulkBar({ selection, asked, ask }: Props) {
  const { say } = useWords();
  const may = useMay();
  const { rows } = selection;
  if (rows.length === 0 && asked === null) return null;
  return (
    <>
      {rows.length > 0 ? (
        <section className={css['bar']} aria-label={say('Việc đã chọn')}>
          <strong>{say('Đã chọn {n, number} việc', { n: rows.length })}</strong>
          <div className={css['actions']}>
            {steps
              .filter(({ action }) => may(action))
              .map(({ step, words }) => (
                <Button key={step} small disabled={fitting(step, rows) === 0} onClick={() => ask(step)}>
                  {say(words)}
                </Button>
              ))}
            {may('duty.urge') ? (
              <Button small onClick={() => ask('urge')}>
                {say('Đôn đốc|làm')}
              </Button>
            ) : null}
            <Button look="plain" small onClick={selection.clear}>
              {say('Bỏ chọn')}
            </Button>
          </div>
        </section>
      ) : null}
      {asked === 'urge' ? (
        <UrgeDialog duties={rows} onClose={() => ask(null)} onDone={selection.clear} />
      ) : asked ? (
        <BulkDialog key={asked} step={asked} selection={selection} onClose={() => ask(null)} />
      ) : null}
    </>
  );
}

const titles: Readonly<Record<BulkStep, Message>> = {
  receive: 'Tiếp nhận {n, number} việc',
  progress: 'Ghi tiến độ {n, number} việc',
  confirm: 'Xác nhận {n, number} việc',
  sendBack: 'Trả lại {n, number} việc',
};
const consequences: Readonly<Record<BulkStep, Message>> = {
  receive: 'Đơn vị giao sẽ thấy các việc này đã được tiếp nhận.',
  progress: 'Ghi chú được ghi vào lịch sử của từng việc đã chọn.',
  confirm:
    'Các việc được xác nhận là hoàn thành vào ngày đơn vị đã báo cáo. Đúng hạn hay quá hạn tính theo ngày đó.',
  sendBack: 'Các việc trở lại đang thực hiện, ngày hoàn thành đã báo cáo bị bỏ; đơn vị nhận được lý do.',
};

function BulkDialog({
  step,
  selection,
  onClose,
}: {
  step: BulkStep;
  selection: Selection;
  onClose: () => void;
}) {
  const { say } = useWords();
  const queries = useQueryClient();
  const note = useKept(`bulk:${step}`, '');
  const [result, setResult] = useState<BulkResult | null>(null);
  const { rows } = selection;
  const required = step === 'progress' || step === 'sendBack';
  const run = useMutation({
    mutationFn: () =>
      doForAll(
        {
          ids: rows.map(({ id }) => id),
          do: step,
          ...(note.value.trim() ? { note: note.value.trim() } : {}),
        },
        { queries, say },
      ),
    onSuccess: (done) => {
      note.forget();
      if (done.refused.length === 0) {
        selection.clear();
        onClose();
      } else setResult(done);
    },
  });
  if (result) return <Refused result={result} selection={selection} onClose={onClose} />;
  const missing = rows.length - fitting(step, rows);
  return (
    <Dialog
      title={say(titles[step], { n: rows.length })}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{say('Thôi')}</Button>
          <Button
            look="action"
            disabled={run.isPending || (required && !note.value.trim())}
            onClick={() => run.mutate()}
          >
            {say(steps.find((one) => one.step === step)?.words ?? 'Xác nhận')}
          </Button>
        </>
      }
    >
      <div className={css['form']}>
        {run.error ? <Failure error={run.error} /> : null}
        <p>{say(consequences[step])}</p>
        {missing > 0 ? (
          <p className={css['hint']}>
            {say('{n, number} việc đã chọn không ở trạng thái phù hợp và sẽ được giữ nguyên.', {
              n: missing,
            })}
          </p>
        ) : null}
        {step === 'receive' ? null : (
          <label>
            {step === 'sendBack' ? say('Lý do') : say('Ghi chú')}
            <textarea
              value={note.value}
              maxLength={5000}
              rows={3}
              required={required}
              onChange={(event) => note.set(event.target.value)}
            />
          </label>
        )}
      </div>
    </Dialog>
  );
}

/** What could not be done, each with its reason; what was done can be taken back from here too. */
function Refused({
  result,
  selection,
  onClose,
}: {
  result: BulkResult;
  selection: Selection;
  onClose: () => void;
}) {
  const { say } = useWords();
  const queries = useQueryClient();
  const textOf = (id: number) => {
    const row = selection.rows.find((one) => one.id === id);
    return row ? `${row.text} (${row.unit.name})` : String(id);
  };
  const close = () => (selection.clear(), onClose());
  return (
    <Dialog
      title={say('Đã làm {n, number} việc, {m, number} việc không làm được', {
        n: result.done.length,
        m: result.refused.length,
      })}
      onClose={close}
      wide
      actions={
        <>
          {result.done.length > 0 ? (
            <Button onClick={() => (void takeBackAll({ queries, say }, result.bulkId), close())}>
              {say('Hoàn tác những việc đã làm')}
            </Button>
          ) : null}
          <Button look="action" onClick={close}>
            {say('Đóng')}
          </Button>
        </>
      }
    >
      <ul className={css['refused']}>
        {result.refused.map(({ id, detail }) => (
          <li key={id}>
            <span lang="vi">{textOf(id)}</span>
            <strong>{detail}</strong>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
