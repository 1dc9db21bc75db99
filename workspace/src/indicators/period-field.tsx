// A period as plans and reports name it: a year, a part of it, or five years.
import { useWords } from '../language/words.ts';
import css from '../regimes/regimes.module.css';

interface Props {
  /** "2026", "2026-H1", "2026-Q3", "2026-11", "2026-2030". */
  readonly value: string;
  readonly onChange: (period: string) => void;
}

const quarters = ['I', 'II', 'III', 'IV'] as const;

/** Programmes run 2021–2025, 2026–2030. */
const fiveYearsOf = (year: number) => {
  const last = Math.ceil(year / 5) * 5;
  return `${last - 4}-${last}`;
};

export function PeriodField({ value, onChange }: Props) {
  const { say } = useWords();
  const [text = '', rest = ''] = value.split(/-(.*)/s);
  const part = /^\d{4}$/.test(rest) ? '5Y' : rest;
  const put = (yearText: string, to: string) => {
    const year = Number(yearText);
    onChange(to === '5Y' ? fiveYearsOf(year) : to === '' ? yearText : `${yearText}-${to}`);
  };
  return (
    <>
      <label className={css['field']}>
        {say('Năm')}
        <input
          type="number"
          min={1900}
          max={2200}
          value={text}
          onChange={(event) => put(event.target.value, part)}
        />
      </label>
      <label className={css['field']}>
        {say('Kỳ báo cáo')}
        <select value={part} onChange={(event) => put(text, event.target.value)}>
          <option value="">{say('Cả năm')}</option>
          <option value="H1">{say('6 tháng đầu năm')}</option>
          <option value="H2">{say('6 tháng cuối năm')}</option>
          <option value="9M">{say('9 tháng')}</option>
          {quarters.map((name, at) => (
            <option key={name} value={`Q${at + 1}`}>
              {say('Quý {n}', { n: name })}
            </option>
          ))}
          {Array.from({ length: 12 }, (_, at) => (
            <option key={String(at)} value={String(at + 1).padStart(2, '0')}>
              {say('Tháng {n, number}', { n: at + 1 })}
            </option>
          ))}
          <option value="5Y">
            {say('Giai đoạn {period}', { period: fiveYearsOf(Number(text) || 2026) })}
          </option>
        </select>
      </label>
    </>
  );
}
