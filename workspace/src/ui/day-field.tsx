// A day as officials write it ("05/3/2026"), with the browser's own calendar beside it for who prefers to point.
import { useId, useState } from 'react';
import { day, typedDay } from '../language/dates.ts';
import { useWords } from '../language/words.ts';
import css from './day-field.module.css';

interface Props {
  readonly label: string;
  /** ISO date, or empty. */
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** What it means to leave it empty. */
  readonly hint?: string;
  readonly required?: boolean;
}

export function DayField({ label, value, onChange, hint, required = false }: Props) {
  const { say } = useWords();
  const id = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const wrong = typed !== null && typed.trim() !== '' && typedDay(typed) === null;
  return (
    <span className={css['field']}>
      <label htmlFor={id}>{label}</label>
      <span className={css['inputs']}>
        <input
          id={id}
          className={css['typed']}
          inputMode="numeric"
          autoComplete="off"
          placeholder={say('ngày/tháng/năm')}
          aria-invalid={wrong}
          required={required}
          aria-describedby={wrong ? `${id}-wrong` : hint ? `${id}-hint` : undefined}
          value={typed ?? (value ? day(value, 'vi') : '')}
          onChange={(event) => {
            setTyped(event.target.value);
            const date = typedDay(event.target.value);
            if (date || event.target.value.trim() === '') onChange(date ?? '');
          }}
          onBlur={() => wrong || setTyped(null)}
        />
        <input
          className={css['calendar']}
          type="date"
          tabIndex={-1}
          // The typed field beside it says the same to a screen reader.
          aria-hidden="true"
          value={value}
          onChange={(event) => {
            setTyped(null);
            onChange(event.target.value);
          }}
        />
      </span>
      {hint && !wrong ? (
        <span id={`${id}-hint`} className={css['hint']}>
          {hint}
        </span>
      ) : null}
      {wrong ? (
        <span id={`${id}-wrong`} role="alert" className={css['wrong']}>
          {say('Không có ngày này. Ví dụ: 05/3/2026')}
        </span>
      ) : null}
    </span>
  );
}
