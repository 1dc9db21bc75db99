// The deadline of a task: by a day, during a period, again and again, or none.
import type { DraftDue, DraftTask } from '@nhipcau/server/contract';
import { useState } from 'react';
import type { DayOfPeriod } from '../register/day-of-period.ts';
import { DayOfPeriodField } from '../register/day-of-period-field.tsx';
import { dueWords } from '../register/due.ts';
import { useWords, type Message } from '../language/words.ts';
import { Button } from '../ui/button.tsx';
import { DayField } from '../ui/day-field.tsx';
import { focusAtOnce, useEscape } from '../ui/focus.ts';
import { useDesk } from './desk-context.ts';
import css from './due-editor.module.css';
import editable from './editable.module.css';
import { Linked, Why } from './linked.tsx';
import { reasonWords } from './reasons.ts';

export function Due({ task }: { task: DraftTask }) {
  const { say, language } = useWords();
  const { readOnly, change } = useDesk();
  const [open, setOpen] = useState(false);
  const words = dueWords(task.due, say, language);
  const mark = task.evidence.due ? `due:${task.id}` : null;
  if (open) {
    return (
      <DueForm
        due={task.due}
        onClose={() => setOpen(false)}
        onSave={(due) => {
          change({ op: 'editTask', taskId: task.id, changes: { due } });
          setOpen(false);
        }}
      />
    );
  }
  return (
    <Linked mark={mark}>
      {readOnly ? (
        <div className={editable['text']}>{words}</div>
      ) : (
        <button
          type="button"
          className={editable['value']}
          aria-label={say('Sửa {field}: {value}', { field: say('Thời hạn'), value: words })}
          onClick={() => setOpen(true)}
        >
          {task.due.kind === 'unspecified' ? <span className={editable['empty']}>{words}</span> : words}
        </button>
      )}
      {task.edited.includes('due') ? (
        <Why mark={null}>{say('đã sửa')}</Why>
      ) : task.evidence.due ? (
        <Why mark={mark}>{reasonWords(task.evidence.due.reason, say)}</Why>
      ) : null}
    </Linked>
  );
}

const kinds: readonly (readonly [DraftDue['kind'], Message])[] = [
  ['by', 'Có ngày hạn cụ thể'],
  ['during', 'Trong một khoảng'],
  ['recurring', 'Lặp lại'],
  ['unspecified', 'Chưa nêu'],
];
const intervals: readonly (readonly [string, Message])[] = [
  ['', 'Thường xuyên'],
  ['year', 'Hằng năm'],
  ['half-year', '6 tháng một lần'],
  ['quarter', 'Hằng quý'],
  ['month', 'Hằng tháng'],
  ['week', 'Hằng tuần'],
  ['day', 'Hằng ngày'],
];

interface Entered {
  readonly kind: DraftDue['kind'];
  readonly from: string;
  readonly to: string;
  readonly every: string;
  readonly on: DayOfPeriod | undefined;
}

const intervalOf = (every: string) => (every || null) as Extract<DraftDue, { kind: 'recurring' }>['every'];

/** What was entered as a deadline; null while a date is missing or the period ends before it begins. */
function enteredDue({ kind, from, to, every, on }: Entered): DraftDue | null {
  if (kind === 'by') return to ? { kind, date: to } : null;
  if (kind === 'during') return from && to && from <= to ? { kind, from, to } : null;
  if (kind === 'recurring') return { kind, every: intervalOf(every), ...(on ? { on } : {}) };
  return { kind };
}

function DueForm({
  due,
  onSave,
  onClose,
}: {
  due: DraftDue;
  onSave: (due: DraftDue) => void;
  onClose: () => void;
}) {
  const { say } = useWords();
  const [entered, setEntered] = useState<Entered>({
    kind: due.kind,
    from: due.kind === 'during' ? due.from : '',
    to: due.kind === 'by' ? due.date : due.kind === 'during' ? due.to : '',
    every: due.kind === 'recurring' ? (due.every ?? '') : 'year',
    on: due.kind === 'recurring' ? due.on : undefined,
  });
  const result = enteredDue(entered);
  const escape = useEscape(onClose);
  return (
    <form
      className={css['form']}
      ref={escape}
      onSubmit={(event) => {
        event.preventDefault();
        if (result) onSave(result);
      }}
    >
      <select
        aria-label={say('Loại thời hạn')}
        ref={focusAtOnce}
        value={entered.kind}
        onChange={(event) => setEntered({ ...entered, kind: event.target.value as DraftDue['kind'] })}
      >
        {kinds.map(([kind, label]) => (
          <option key={kind} value={kind}>
            {say(label)}
          </option>
        ))}
      </select>
      {entered.kind === 'during' ? (
        <DayField
          label={say('Từ ngày')}
          value={entered.from}
          onChange={(from) => setEntered({ ...entered, from })}
        />
      ) : null}
      {entered.kind === 'by' || entered.kind === 'during' ? (
        <DayField
          label={say('Đến ngày')}
          value={entered.to}
          onChange={(to) => setEntered({ ...entered, to })}
        />
      ) : null}
      {entered.kind === 'recurring' ? (
        <>
          <select
            aria-label={say('Lặp lại')}
            value={entered.every}
            onChange={(event) => setEntered({ ...entered, every: event.target.value, on: undefined })}
          >
            {intervals.map(([every, label]) => (
              <option key={every} value={every}>
                {say(label)}
              </option>
            ))}
          </select>
          <DayOfPeriodField
            every={intervalOf(entered.every)}
            on={entered.on}
            onChange={(on) => setEntered({ ...entered, on })}
          />
        </>
      ) : null}
      <span className={css['buttons']}>
        <Button look="action" small type="submit" disabled={!result}>
          {say('Giữ')}
        </Button>
        <Button look="plain" small onClick={onClose}>
          {say('Thôi')}
        </Button>
      </span>
    </form>
  );
}
