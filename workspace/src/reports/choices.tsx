import { useState } from 'react';
import { useWords } from '../language/words.ts';
import css from './list.module.css';

/** A year, or all. */
export function YearChoice({
  value,
  onChange,
}: {
  value: number | undefined;
  onChange: (year: number | undefined) => void;
}) {
  const { say } = useWords();
  const [now] = useState(() => new Date().getFullYear());
  const usual = Array.from({ length: 8 }, (_, at) => now + 1 - at);
  const years = value === undefined || usual.includes(value) ? usual : [...usual, value];
  return (
    <select
      className={css['choice']}
      aria-label={say('Năm')}
      value={value ?? ''}
      onChange={(event) => onChange(event.target.value ? Number(event.target.value) : undefined)}
    >
      <option value="">{say('Mọi năm')}</option>
      {years.map((year) => (
        <option key={year} value={year}>
          {year}
        </option>
      ))}
    </select>
  );
}
