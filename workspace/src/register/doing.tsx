// What a person may say of a task: that it is done, that it is no longer to be done, and a note.
import type { TaskDetail, TaskPatch } from '@nhipcau/server/contract';
import { useState } from 'react';
import { useWords } from '../language/words.ts';
import { Button } from '../ui/button.tsx';
import { DayField } from '../ui/day-field.tsx';
import { Failure } from '../ui/notice.tsx';
import { today } from './standing.ts';
import css from './task.module.css';

interface Props {
  readonly task: TaskDetail;
  readonly onChange: (patch: Omit<TaskPatch, 'version'>) => void;
  readonly busy: boolean;
  readonly error: unknown;
}

export function Doing({ task, onChange, busy, error }: Props) {
  const { say } = useWords();
  const [doneOn, setDoneOn] = useState(task.doneOn ?? today());
  const [note, setNote] = useState(task.note ?? '');
  return (
    <section className={css['doing']} aria-label={say('Cập nhật')}>
      {error ? <Failure error={error} /> : null}
      <label className={css['noteField']}>
        {say('Ghi chú')}
        <textarea value={note} maxLength={5000} onChange={(event) => setNote(event.target.value)} />
      </label>
      <div className={css['row']}>
        {task.status === 'open' ? (
          <>
            <DayField label={say('Ngày hoàn thành')} value={doneOn} onChange={setDoneOn} />
            <Button
              look="action"
              disabled={busy || !doneOn}
              onClick={() => onChange({ status: 'done', doneOn, note: note || null })}
            >
              {say('Đã hoàn thành')}
            </Button>
            <Button disabled={busy} onClick={() => onChange({ status: 'cancelled', note: note || null })}>
              {say('Thôi thực hiện')}
            </Button>
          </>
        ) : (
          <Button disabled={busy} onClick={() => onChange({ status: 'open', doneOn: null })}>
            {say('Mở lại nhiệm vụ')}
          </Button>
        )}
        {note !== (task.note ?? '') ? (
          <Button disabled={busy} onClick={() => onChange({ note: note || null })}>
            {say('Chỉ lưu ghi chú')}
          </Button>
        ) : null}
      </div>
    </section>
  );
}
