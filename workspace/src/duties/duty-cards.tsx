import type { DutyRow } from '@nhipcau/server/contract';
import { Link } from '@tanstack/react-router';
import { day } from '../language/dates.ts';
import { useWords } from '../language/words.ts';
import { today } from '../register/standing.ts';
import { DutyClassTag } from './class-counts.tsx';
import { daysLeft, periodWords, roleWords, stateWords } from './classes.ts';
import css from './duties.module.css';
import lists from '../ui/list.module.css';
import type { RowsProps } from './duty-rows.tsx';

/** Duties where there is no room for a table: one card each, the whole card opens it. */
export function DutyCards({ rows, caption, hide = [], asOf, choice, at }: RowsProps) {
  const { say } = useWords();
  return (
    <ul className={`${lists['cards']} ${css['cards']}`} aria-label={caption}>
      {rows.map((duty) => (
        <li
          key={duty.id}
          data-duty={duty.id}
          data-at={at === duty.id}
          data-chosen={choice?.has(duty.id) ?? false}
        >
          {choice ? (
            <label className={css['cardTick']}>
              <input
                type="checkbox"
                aria-label={say('Chọn: {text}', { text: duty.text })}
                checked={choice.has(duty.id)}
                onChange={(event) => choice.set([duty], event.target.checked)}
              />
            </label>
          ) : null}
          <Card duty={duty} hide={hide} asOf={asOf} />
        </li>
      ))}
    </ul>
  );
}

function Card({ duty, hide = [], asOf }: { duty: DutyRow } & Pick<RowsProps, 'hide' | 'asOf'>) {
  const { say, language } = useWords();
  const left = daysLeft(duty, asOf ?? today(), say);
  const notes = [
    hide.includes('unit') || hide.includes('text') ? null : duty.unit.name,
    duty.heir && duty.heir.id !== duty.unit.id && !hide.includes('unit')
      ? say('nay thuộc {unit}', { unit: duty.heir.name })
      : null,
    hide.includes('role') || duty.role === 'lead' ? null : say(roleWords[duty.role]),
    duty.period === null ? null : periodWords(duty.period, say),
    hide.includes('plan') ? null : (duty.plan?.number ?? null),
  ].filter((note) => note !== null);
  const flags = [
    say(stateWords[duty.state].words),
    duty.extensionAsked ? say('đang xin gia hạn') : null,
    duty.urged > 0 ? say('đã đôn đốc {n, number} lần', { n: duty.urged }) : null,
  ].filter((flag) => flag !== null);
  return (
    <Link to="/viec/$id" params={{ id: String(duty.id) }} className={css['card']}>
      <span className={lists['cardHead']}>
        {hide.includes('class') ? null : <DutyClassTag duty={duty} asOf={asOf} />}
        <span className="figures">
          {duty.dueOn === null
            ? say('không có hạn ngày')
            : [say('hạn {date}', { date: day(duty.dueOn, language) }), left].filter(Boolean).join(', ')}
        </span>
      </span>
      <span className={lists['cardText']} lang="vi">
        {hide.includes('text') ? duty.unit.name : duty.text}
      </span>
      <span className={css['cardFlags']}>{flags.join(' · ')}</span>
      {notes.length > 0 ? <span className={css['under']}>{notes.join(' · ')}</span> : null}
    </Link>
  );
}
