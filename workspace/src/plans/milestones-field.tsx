// Days on the way to the end of a task.
import type { PlanTask } from '@nhipcau/server/contract';
import { useState } from 'react';
import { useWords } from '../language/words.ts';
import { Button } from '../ui/button.tsx';
import { DayField } from '../ui/day-field.tsx';
import css from './form.module.css';

type Milestone = PlanTask['milestones'][number];
interface Props {
  readonly milestones: readonly Milestone[];
  readonly onChange: (milestones: Milestone[], field?: string) => void;
}

export function MilestonesField({ milestones, onChange }: Props) {
  const { say } = useWords();
  const set = (at: number, change: Partial<Milestone>, field?: string) =>
    onChange(
      milestones.map((one, index) => (index === at ? { ...one, ...change } : one)),
      field,
    );
  return (
    <div className={css['field']} role="group" aria-label={say('Mốc thời gian')}>
      <span className={css['label']}>{say('Mốc thời gian')}</span>
      <ul className={css['milestones']}>
        {milestones.map((one, at) => (
          // Milestones have no ids: a place is what they are.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={at}>
            <input
              type="text"
              lang="vi"
              aria-label={say('Mốc {n, number}: việc', { n: at + 1 })}
              maxLength={2000}
              value={one.text}
              onChange={(event) => set(at, { text: event.target.value }, `milestone-${at}`)}
            />
            <DayField
              label={say('Mốc {n, number}: ngày', { n: at + 1 })}
              value={one.date}
              onChange={(date) => date && set(at, { date })}
            />
            <Button
              look="plain"
              small
              aria-label={say('Xóa: {what}', {
                what: one.text || say('Mốc {n, number}: việc', { n: at + 1 }),
              })}
              onClick={() => onChange(milestones.filter((_one, index) => index !== at))}
            >
              ✕
            </Button>
          </li>
        ))}
      </ul>
      <NewMilestone onAdd={(one) => onChange([...milestones, one])} />
    </div>
  );
}

function NewMilestone({ onAdd }: { onAdd: (milestone: Milestone) => void }) {
  const { say } = useWords();
  const [text, setText] = useState<string | null>(null);
  const [date, setDate] = useState('');
  if (text === null)
    return (
      <Button look="plain" small onClick={() => setText('')}>
        + {say('Thêm mốc')}
      </Button>
    );
  return (
    <div className={css['newMilestone']}>
      <input
        type="text"
        lang="vi"
        aria-label={say('Việc của mốc mới')}
        placeholder={say('Việc đến mốc')}
        maxLength={2000}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <DayField label={say('Ngày của mốc mới')} value={date} onChange={setDate} />
      <Button
        small
        disabled={!text.trim() || !date}
        onClick={() => {
          onAdd({ text: text.trim(), date, span: null });
          setText(null);
          setDate('');
        }}
      >
        {say('Thêm')}
      </Button>
    </div>
  );
}
