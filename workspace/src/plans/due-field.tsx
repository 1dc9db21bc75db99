// By when: a day, a period, again and again, on call, or not said.
import type { PlanTask } from '@nhipcau/server/contract';
import { useState } from 'react';
import { useWords, type Message } from '../language/words.ts';
import { DayField } from '../ui/day-field.tsx';
import { DayOfPeriodField } from '../register/day-of-period-field.tsx';
import css from './form.module.css';

type Due = PlanTask['due'];
type Every = Extract<Due, { kind: 'recurring' }>['every'];
type Kind = Due['kind'] | 'on-call';

const kinds: readonly (readonly [Kind, Message])[] = [
  ['by', 'Có ngày hạn cụ thể'],
  ['during', 'Trong một khoảng'],
  ['recurring', 'Lặp lại'],
  ['on-call', 'Khi có yêu cầu (đột xuất)'],
  ['unspecified', 'Chưa nêu'],
];
const intervals: readonly (readonly [Every, Message])[] = [
  [null, 'Thường xuyên'],
  ['five-years', '5 năm một lần'],
  ['year', 'Hằng năm'],
  ['half-year', '6 tháng một lần'],
  ['quarter', 'Hằng quý'],
  ['month', 'Hằng tháng'],
  ['week', 'Hằng tuần'],
  ['day', 'Hằng ngày'],
];

interface Props {
  readonly due: Due;
  readonly onCall: boolean;
  readonly onChange: (change: Pick<PlanTask, 'due' | 'onCall'>) => void;
}

export function DueField({ due, onCall, onChange }: Props) {
  const { say } = useWords();
  const held: Kind = onCall ? 'on-call' : due.kind;
  // A kind that still lacks its day is not yet the task's: chosen here alone.
  const [wanted, setWanted] = useState<Kind | null>(null);
  const [from, setFrom] = useState('');
  const kind = wanted ?? held;
  const put = (next: Due, called = false) => {
    setWanted(null);
    onChange({ due: next, onCall: called });
  };
  const choose = (next: Kind) => {
    if (next === 'unspecified' || next === 'on-call') put({ kind: 'unspecified' }, next === 'on-call');
    else if (next === 'recurring') put({ kind: next, every: 'year' });
    else if (next === 'by' && due.kind === 'during') put({ kind: 'by', date: due.to });
    else setWanted(next === held ? null : next);
  };
  const first = due.kind === 'during' ? due.from : from;
  const last = due.kind === 'during' ? due.to : due.kind === 'by' ? due.date : '';
  return (
    <div className={css['field']} role="group" aria-label={say('Thời hạn')}>
      <span className={css['label']}>{say('Thời hạn')}</span>
      <div className={css['inputs']}>
        <select
          aria-label={say('Loại thời hạn')}
          value={kind}
          onChange={(event) => {
            const next = kinds.find(([one]) => one === event.target.value)?.[0];
            if (next) choose(next);
          }}
        >
          {kinds.map(([one, words]) => (
            <option key={one} value={one}>
              {say(words)}
            </option>
          ))}
        </select>
        {kind === 'by' ? (
          <DayField
            label={say('Chậm nhất ngày')}
            value={due.kind === 'by' ? due.date : ''}
            onChange={(date) => date && put({ kind: 'by', date })}
          />
        ) : null}
        {kind === 'during' ? (
          <>
            <DayField
              label={say('Từ ngày')}
              value={first}
              onChange={(date) => {
                setFrom(date);
                if (date && last) put({ kind: 'during', from: date, to: last < date ? date : last });
              }}
            />
            <DayField
              label={say('Đến ngày')}
              value={due.kind === 'during' ? due.to : ''}
              onChange={(date) => date && put({ kind: 'during', from: first || date, to: date })}
            />
          </>
        ) : null}
        {kind === 'recurring' && due.kind === 'recurring' ? (
          <>
            <select
              aria-label={say('Lặp lại')}
              value={due.every ?? ''}
              onChange={(event) => {
                const every = intervals.find(([one]) => (one ?? '') === event.target.value)?.[0] ?? null;
                put({ kind: 'recurring', every });
              }}
            >
              {intervals.map(([every, words]) => (
                <option key={every ?? ''} value={every ?? ''}>
                  {say(words)}
                </option>
              ))}
            </select>
            <DayOfPeriodField
              every={due.every}
              on={due.on}
              onChange={(on) => put({ kind: 'recurring', every: due.every, ...(on ? { on } : {}) })}
            />
          </>
        ) : null}
      </div>
      {wanted === 'by' || wanted === 'during' ? (
        <small className={css['hint']}>{say('Nhập ngày để thời hạn được ghi.')}</small>
      ) : null}
    </div>
  );
}
