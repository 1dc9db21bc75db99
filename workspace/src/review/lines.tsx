// Lists of a task that are edited line by line: its details, and its milestones.
import type { DraftTask } from '@nhipcau/server/contract';
import { useState } from 'react';
import { day } from '../language/dates.ts';
import { useWords } from '../language/words.ts';
import { Button } from '../ui/button.tsx';
import { DayField } from '../ui/day-field.tsx';
import { focusAtOnce, useEscape } from '../ui/focus.ts';
import { useDesk } from './desk-context.ts';
import { Editable } from './editable.tsx';
import due from './due-editor.module.css';
import css from './lines.module.css';
import { Linked } from './linked.tsx';

export function Lines({ task, onSave }: { task: DraftTask; onSave: (items: string[]) => void }) {
  const { say } = useWords();
  const { readOnly } = useDesk();
  const [added, setAdded] = useState(0);
  const label = (index: number) => say('Nội dung chi tiết {number}', { number: index + 1 });
  return (
    <>
      {task.items.length > 0 ? (
        <ul className={css['lines']}>
          {task.items.map((item, index) => (
            <li key={`${index}:${item}`}>
              <Linked mark={task.evidence.items[index] ? `item:${task.id}:${index}` : null}>
                <Editable
                  label={label(index)}
                  lines
                  value={item}
                  empty=""
                  readOnly={readOnly}
                  onSave={(text) =>
                    onSave(text ? task.items.with(index, text) : task.items.toSpliced(index, 1))
                  }
                />
              </Linked>
            </li>
          ))}
        </ul>
      ) : null}
      {readOnly ? null : added > 0 ? (
        <Editable
          key={added}
          label={label(task.items.length)}
          lines
          value=""
          empty={say('Viết nội dung chi tiết')}
          openAt={added}
          onSave={(text) => text && onSave([...task.items, text])}
        />
      ) : null}
      {readOnly ? null : (
        <Button
          look="plain"
          small
          aria-label={say('Thêm nội dung chi tiết')}
          onClick={() => setAdded(added + 1)}
        >
          {say('+ Thêm')}
        </Button>
      )}
    </>
  );
}

type Milestone = DraftTask['milestones'][number];

export function Milestones({ task, onSave }: { task: DraftTask; onSave: (milestones: Milestone[]) => void }) {
  const { say, language } = useWords();
  const { readOnly } = useDesk();
  const [open, setOpen] = useState<number | null>(null);
  const { milestones } = task;
  return (
    <>
      <ul className={css['lines']}>
        {milestones.map((milestone, index) => (
          <li key={`${milestone.date}:${index}`}>
            {open === index ? (
              <MilestoneForm
                milestone={milestone}
                onClose={() => setOpen(null)}
                onSave={(next) => onSave(milestones.with(index, next))}
                onRemove={() => onSave(milestones.toSpliced(index, 1))}
              />
            ) : (
              <Linked
                mark={milestone.span ? `milestone:${task.id}:${index}` : null}
                className={css['milestone']}
              >
                <strong className="figures">{day(milestone.date, language)}</strong> {milestone.text}{' '}
                {readOnly ? null : (
                  <Button
                    look="plain"
                    small
                    aria-label={say('Sửa mốc {date}', { date: day(milestone.date, language) })}
                    onClick={() => setOpen(index)}
                  >
                    {say('Sửa')}
                  </Button>
                )}
              </Linked>
            )}
          </li>
        ))}
      </ul>
      {open === milestones.length ? (
        <MilestoneForm
          milestone={{ text: '', date: '', span: null }}
          onClose={() => setOpen(null)}
          onSave={(next) => onSave([...milestones, next])}
        />
      ) : null}
      {readOnly || open !== null ? null : (
        <Button
          look="plain"
          small
          aria-label={say('Thêm mốc thời gian')}
          onClick={() => setOpen(milestones.length)}
        >
          {say('+ Thêm')}
        </Button>
      )}
    </>
  );
}

function MilestoneForm({
  milestone,
  onSave,
  onRemove,
  onClose,
}: {
  milestone: Milestone;
  onSave: (milestone: Milestone) => void;
  onRemove?: () => void;
  onClose: () => void;
}) {
  const { say } = useWords();
  const [text, setText] = useState(milestone.text);
  const [date, setDate] = useState(milestone.date);
  const escape = useEscape(onClose);
  const close = (then?: () => void) => {
    then?.();
    onClose();
  };
  return (
    <div className={due['form']} ref={escape}>
      <DayField label={say('Ngày')} value={date} onChange={setDate} />
      <label className={css['milestoneText']}>
        <span>{say('Việc phải xong')}</span>
        <input value={text} ref={focusAtOnce} onChange={(event) => setText(event.target.value)} />
      </label>
      <span className={due['buttons']}>
        <Button
          look="action"
          small
          disabled={!date}
          onClick={() => close(() => onSave({ ...milestone, text: text.trim(), date }))}
        >
          {say('Giữ')}
        </Button>
        {onRemove ? (
          <Button small onClick={() => close(onRemove)}>
            {say('Bỏ')}
          </Button>
        ) : null}
        <Button look="plain" small onClick={onClose}>
          {say('Thôi')}
        </Button>
      </span>
    </div>
  );
}
