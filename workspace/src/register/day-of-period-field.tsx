// Which day of each period: the month where the period has several, then the day, or the weekday.
import { useWords } from '../language/words.ts';
import { longestOf, monthsOf, weekdays, type DayOfPeriod, type Every } from './day-of-period.ts';

interface Props {
  readonly every: Every;
  /** Undefined: the period's last day. */
  readonly on: DayOfPeriod | undefined;
  readonly onChange: (on: DayOfPeriod | undefined) => void;
}

const numberOf = (value: string): number | null => (value === '' ? null : Number(value));

export function DayOfPeriodField({ every, on, onChange }: Props) {
  const { say, language } = useWords();
  const months = monthsOf(every, say, language);
  if (every === 'week')
    return (
      <Choice
        label={say('Hạn vào thứ')}
        none={say('ngày cuối tuần (Chủ nhật)')}
        options={weekdays.map((words) => say(words))}
        value={on?.weekday ?? null}
        onChoose={(weekday) => onChange(weekday === null ? undefined : { month: null, day: null, weekday })}
      />
    );
  if (every === 'month')
    return (
      <Days
        most={31}
        value={on?.day ?? null}
        onChoose={(day) => onChange(day === null ? undefined : { month: null, day, weekday: null })}
      />
    );
  if (months.length === 0) return null;
  const month = on?.month ?? null;
  const most = longestOf(every, month);
  return (
    <>
      <Choice
        label={say('Hạn trong tháng')}
        none={say('ngày cuối kỳ')}
        options={months}
        value={month}
        onChoose={(next) => {
          const day = on?.day ?? null;
          const longest = longestOf(every, next);
          if (next === null) onChange(undefined);
          else onChange({ month: next, day: day === null ? null : Math.min(day, longest), weekday: null });
        }}
      />
      {month === null ? null : (
        <Days
          most={most}
          value={on?.day ?? null}
          onChoose={(day) => onChange({ month, day, weekday: null })}
        />
      )}
    </>
  );
}

function Days({ most, ...rest }: { most: number } & Pick<ChoiceProps, 'value' | 'onChoose'>) {
  const { say } = useWords();
  const options = Array.from({ length: most }, (_, at) => say('ngày {n}', { n: String(at + 1) }));
  return <Choice label={say('Hạn vào ngày')} none={say('ngày cuối tháng')} options={options} {...rest} />;
}

interface ChoiceProps {
  readonly label: string;
  /** What counts where nothing is named. */
  readonly none: string;
  /** Counted from 1. */
  readonly options: readonly string[];
  readonly value: number | null;
  readonly onChoose: (value: number | null) => void;
}

function Choice({ label, none, options, value, onChoose }: ChoiceProps) {
  return (
    <select
      aria-label={label}
      value={value ?? ''}
      onChange={({ target }) => onChoose(numberOf(target.value))}
    >
      <option value="">{none}</option>
      {options.map((words, at) => (
        <option key={words} value={at + 1}>
          {words}
        </option>
      ))}
    </select>
  );
}
