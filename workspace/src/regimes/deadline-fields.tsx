// When reports are due: so many days after the close of data, or a fixed day of the year.
import type { ReportDeadline } from '@nhipcau/server/contract';
import { useWords, type Message } from '../language/words.ts';
import css from './regimes.module.css';

export const whole = (text: string, least: number, most: number): number =>
  Math.min(most, Math.max(least, Math.round(Number(text) || 0)));

const deadlineWords: Readonly<Record<ReportDeadline['kind'], Message>> = {
  'working-days': 'ngày làm việc sau khi chốt số liệu',
  days: 'ngày sau khi chốt số liệu',
  on: 'ngày cố định',
};

interface DeadlineProps {
  readonly label: string;
  readonly value: ReportDeadline | null;
  readonly onChange: (deadline: ReportDeadline | null) => void;
  readonly optional?: boolean;
}

function begun(kind: string): ReportDeadline | null {
  if (kind === 'on') return { kind, month: 11, day: 15, yearOffset: 0 };
  if (kind === 'days' || kind === 'working-days') return { kind, days: 2 };
  return null;
}

export function DeadlineFields({ label, value, onChange, optional }: DeadlineProps) {
  const { say } = useWords();
  return (
    <div className={css['deadline']} role="group" aria-label={label}>
      <span>{label}</span>
      <div className={css['row']}>
        {value && value.kind !== 'on' ? (
          <input
            type="number"
            min={0}
            max={366}
            aria-label={say('Số ngày')}
            value={value.days}
            onChange={(event) => onChange({ ...value, days: whole(event.target.value, 0, 250) })}
          />
        ) : null}
        <select
          aria-label={say('Cách tính hạn')}
          value={value?.kind ?? ''}
          onChange={(event) => onChange(begun(event.target.value))}
        >
          {optional ? <option value="">{say('không có')}</option> : null}
          {(Object.keys(deadlineWords) as ReportDeadline['kind'][]).map((kind) => (
            <option key={kind} value={kind}>
              {say(deadlineWords[kind])}
            </option>
          ))}
        </select>
        {value?.kind === 'on' ? (
          <>
            <input
              type="number"
              min={1}
              max={31}
              aria-label={say('Ngày')}
              value={value.day}
              onChange={(event) => onChange({ ...value, day: whole(event.target.value, 1, 31) })}
            />
            <input
              type="number"
              min={1}
              max={12}
              aria-label={say('Tháng')}
              value={value.month}
              onChange={(event) => onChange({ ...value, month: whole(event.target.value, 1, 12) })}
            />
            <select
              aria-label={say('Năm')}
              value={value.yearOffset}
              onChange={(event) => onChange({ ...value, yearOffset: Number(event.target.value) })}
            >
              <option value={0}>{say('của năm kết thúc kỳ')}</option>
              <option value={1}>{say('của năm sau')}</option>
            </select>
          </>
        ) : null}
      </div>
    </div>
  );
}
