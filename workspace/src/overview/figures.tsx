// The four figures, each opening the duties behind it, and what waits for a decision.
import type { Overview } from '@nhipcau/server/contract';
import { Link } from '@tanstack/react-router';
import { figure } from '../language/dates.ts';
import { useWords } from '../language/words.ts';
import { Bar } from './bar.tsx';
import type { DutySearch } from '../duties/addresses.ts';
import { classWords } from '../duties/classes.ts';
import { classValues } from './class-words.ts';
import { classNames, sum } from './counting.ts';
import css from './overview.module.css';

export function Figures({ overview, behind }: { overview: Overview; behind: DutySearch }) {
  const { say, language } = useWords();
  const { total, overdueBefore } = overview;
  return (
    <>
      <ul className={css['figures']}>
        {classNames.map((name) => (
          <li key={name}>
            <Link to="/viec" search={{ ...behind, class: [classValues[name]] }} className={css['figure']}>
              <span className={`${css['number']} ${css[`${name}Ink`]}`}>{figure(total[name], language)}</span>
              <span className={css['figureWords']}>
                <span aria-hidden="true" className={`${css['key']} ${css[name]}`} />
                {say(classWords[classValues[name]].words)}
              </span>
            </Link>
          </li>
        ))}
      </ul>
      <Bar counts={total} whole={sum(total)} tall />
      {overdueBefore > 0 ? (
        <p className={css['before']}>
          <Link
            to="/viec"
            search={{
              under: overview.unit.id,
              class: ['overdue'],
              ...(behind.role ? { role: behind.role } : {}),
              dueTo: `${overview.year - 1}-12-31`,
            }}
          >
            {say('Ngoài ra còn {n, number} việc quá hạn từ các năm trước', { n: overdueBefore })}
          </Link>
        </p>
      ) : null}
      <Awaited overview={overview} />
    </>
  );
}

function Awaited({ overview }: { overview: Overview }) {
  const { say } = useWords();
  const { toConfirm, extensions, unanswered } = overview.waiting;
  if (toConfirm + extensions + unanswered === 0) return null;
  return (
    <ul className={css['awaited']}>
      {toConfirm > 0 ? (
        <li>
          <Link to="/viec" search={{ under: overview.unit.id, state: ['reported'] }}>
            {say('{n, number} việc chờ xác nhận', { n: toConfirm })}
          </Link>
        </li>
      ) : null}
      {extensions > 0 ? (
        <li>{say('{n, number} đề nghị gia hạn chờ quyết định', { n: extensions })}</li>
      ) : null}
      {unanswered > 0 ? (
        <li>
          <Link to={'/don-doc' as '/'}>
            {say('{n, number} lần đôn đốc chưa được trả lời', { n: unanswered })}
          </Link>
        </li>
      ) : null}
    </ul>
  );
}
