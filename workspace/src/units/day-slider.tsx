// A day to look from: a slider over the years with a mark at each day on which something was reorganised, and a field for exact days.
import type { UnitTree } from '@nhipcau/server/contract';
import { useId, type ReactNode } from 'react';
import { day as dayWords } from '../language/dates.ts';
import { useWords } from '../language/words.ts';
import { Button } from '../ui/button.tsx';
import { DayField } from '../ui/day-field.tsx';
import css from './units.module.css';

const number = (day: string) => Math.round(Date.parse(`${day}T00:00:00Z`) / 86_400_000);
const fromNumber = (value: number) => new Date(value * 86_400_000).toISOString().slice(0, 10);

interface Props {
  readonly value: string;
  readonly today: string;
  readonly days: UnitTree['days'];
  readonly onChange: (day: string) => void;
  readonly children?: ReactNode;
}

/** Five years before the first mark of this decade to two years ahead. */
function span(today: string, days: UnitTree['days'], value: string): readonly [number, number] {
  const shown = days.map(({ day }) => day).filter((day) => day >= '2015-01-01');
  const all = [value, today, `${Number(today.slice(0, 4)) - 6}-01-01`, ...shown];
  const first = all.reduce((a, b) => (a < b ? a : b));
  const last = [value, `${Number(today.slice(0, 4)) + 1}-12-31`, ...shown].reduce((a, b) => (a > b ? a : b));
  return [number(first), number(last)];
}

export function DaySlider({ value, today, days, onChange }: Props) {
  const { say, language } = useWords();
  const id = useId();
  const [from, to] = span(today, days, value);
  const marks = days.filter(({ day }) => number(day) >= from && number(day) <= to);
  const place = (day: string) => `${((number(day) - from) / (to - from)) * 100}%`;
  const before = marks.findLast(({ day }) => day < value);
  const after = marks.find(({ day }) => day > value);
  return (
    <section className={css['when']} aria-label={say('Xem cây đơn vị vào một ngày')}>
      <div className={css['whenLine']}>
        <DayField label={say('Vào ngày')} value={value} onChange={(next) => onChange(next || today)} />
        <Button small disabled={!before} onClick={() => before && onChange(before.day)}>
          ← {say('Lần sắp xếp trước')}
        </Button>
        <Button small disabled={!after} onClick={() => after && onChange(after.day)}>
          {say('Lần sắp xếp sau')} →
        </Button>
        <Button small look="plain" disabled={value === today} onClick={() => onChange(today)}>
          {say('Hôm nay')}
        </Button>
      </div>
      <div className={css['slider']}>
        <input
          id={id}
          type="range"
          min={from}
          max={to}
          step={1}
          value={number(value)}
          aria-label={say('Ngày')}
          aria-valuetext={dayWords(value, language)}
          onChange={(event) => onChange(fromNumber(Number(event.target.value)))}
          onKeyDown={(event) => {
            // Arrows move by a day; these by what happened.
            const next = { PageUp: after?.day, PageDown: before?.day, Home: fromNumber(from), End: today }[
              event.key
            ];
            if (next === undefined) return;
            event.preventDefault();
            onChange(next);
          }}
        />
        <div className={css['marks']} aria-hidden="true">
          {marks.map(({ day, count }) => (
            <button
              key={day}
              type="button"
              tabIndex={-1}
              className={day === value ? css['markNow'] : css['mark']}
              style={{ left: place(day) }}
              title={`${dayWords(day, language)}: ${say('{count} lần sắp xếp', { count })}`}
              aria-label={dayWords(day, language)}
              onClick={() => onChange(day)}
            />
          ))}
          <span className={css['markToday']} style={{ left: place(today) }} />
        </div>
      </div>
      <p className={css['hint']}>
        {say('Mỗi vạch là một ngày có sắp xếp đơn vị. Phím Page Up, Page Down đi tới từng vạch.')}
      </p>
    </section>
  );
}
