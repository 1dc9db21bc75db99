// A few duties with what one must know of each; the rest is one click away.
import type { DutyRow } from '@nhipcau/server/contract';
import { Link } from '@tanstack/react-router';
import { day } from '../language/dates.ts';
import { useWords } from '../language/words.ts';
import { DutyClassTag } from '../duties/class-counts.tsx';
import css from './overview.module.css';

interface Props {
  readonly title: string;
  readonly lead?: string;
  readonly rows: readonly DutyRow[];
  readonly none: string;
}

export function DutyLines({ title, lead, rows, none }: Props) {
  const { say, language } = useWords();
  return (
    <section className={css['sheet']} aria-label={title}>
      <h2>{title}</h2>
      {lead ? <p className={css['hint']}>{lead}</p> : null}
      {rows.length === 0 ? <p className={css['none']}>{none}</p> : null}
      <ul className={css['lines']}>
        {rows.map((duty) => (
          <li key={duty.id}>
            <Link to={`/viec/${duty.id}` as '/'} className={css['lineText']} lang="vi">
              {duty.text}
            </Link>
            <span className={css['lineFacts']}>
              <DutyClassTag duty={duty} />
              <span lang="vi">{(duty.heir ?? duty.unit).name}</span>
              {duty.dueOn ? <span>{say('hạn {day}', { day: day(duty.dueOn, language) })}</span> : null}
              {duty.urged > 0 ? <span>{say('đã đôn đốc {n, number} lần', { n: duty.urged })}</span> : null}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
