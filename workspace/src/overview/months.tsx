// The classes by the month in which duties are due: columns, a sentence that says what they show, and the figures as a table.
import type { ClassCounts, Overview } from '@nhipcau/server/contract';
import { Link } from '@tanstack/react-router';
import { figure } from '../language/dates.ts';
import { useWords, type Say } from '../language/words.ts';
import type { DutySearch } from '../duties/addresses.ts';
import { classWords } from '../duties/classes.ts';
import { classValues } from './class-words.ts';
import { classNames, shares, sum } from './counting.ts';
import css from './overview.module.css';

const nothing: ClassCounts = { onTime: 0, late: 0, inTerm: 0, overdue: 0 };

export function Months({ overview, behind }: { overview: Overview; behind: DutySearch }) {
  const { say, language } = useWords();
  const counted = new Map(overview.months.map(({ month, counts }) => [month, counts]));
  const months = Array.from({ length: 12 }, (_, at) => ({
    month: at + 1,
    counts: counted.get(at + 1) ?? nothing,
  }));
  const undated = counted.get(null);
  const most = Math.max(1, ...months.map(({ counts }) => sum(counts)));
  return (
    <>
      <p className={css['sentence']}>{sentence(months, overview.year, say)}</p>
      <div className={css['columns']} aria-hidden="true">
        {months.map(({ month, counts }) => (
          <div key={month} className={css['column']}>
            <span className={css['columnSum']}>{sum(counts) > 0 ? figure(sum(counts), language) : ''}</span>
            <span className={css['stack']} style={{ height: `${(100 * sum(counts)) / most}%` }}>
              {shares(counts, sum(counts)).map(({ name, share }) => (
                <span key={name} className={css[name]} style={{ height: `${share}%` }} />
              ))}
            </span>
            <span className={css['columnName']}>{month}</span>
          </div>
        ))}
      </div>
      <details className={css['details']}>
        <summary>{say('Xem bằng số')}</summary>
        <table className={css['table']}>
          <thead>
            <tr>
              <th scope="col">{say('Tháng')}</th>
              {classNames.map((name) => (
                <th key={name} scope="col" className={css['count']}>
                  <span aria-hidden="true" className={`${css['key']} ${css[name]}`} />
                  <span className={css['headWords']}>{say(classWords[classValues[name]].words)}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {months.map(({ month, counts }) => (
              <tr key={month}>
                <th scope="row">
                  <Link to="/viec" search={{ ...behind, ...monthOf(overview.year, month) }}>
                    {say('Tháng {month}', { month: String(month) })}
                  </Link>
                </th>
                <Counts counts={counts} />
              </tr>
            ))}
            {undated ? (
              <tr>
                <th scope="row">{say('Không ghi thời hạn')}</th>
                <Counts counts={undated} />
              </tr>
            ) : null}
          </tbody>
        </table>
      </details>
    </>
  );
}

function Counts({ counts }: { counts: ClassCounts }) {
  const { language } = useWords();
  return classNames.map((name) => (
    <td key={name} className={css['count']}>
      {figure(counts[name], language)}
    </td>
  ));
}

/** First and last day of a month. */
function monthOf(year: number, month: number): { dueFrom: string; dueTo: string } {
  const two = String(month).padStart(2, '0');
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return { dueFrom: `${year}-${two}-01`, dueTo: `${year}-${two}-${last}` };
}

interface Month {
  readonly month: number;
  readonly counts: ClassCounts;
}

/** Says the two things that the columns show: the fullest month, and where most is overdue. */
function sentence(months: readonly Month[], year: number, say: Say): string {
  const fullest = months.toSorted((a, b) => sum(b.counts) - sum(a.counts))[0];
  const worst = months.toSorted((a, b) => b.counts.overdue - a.counts.overdue)[0];
  if (!fullest || sum(fullest.counts) === 0)
    return say('Năm {year} không có việc nào ghi thời hạn.', { year: String(year) });
  const first = say('Nhiều việc đến hạn nhất là tháng {month} ({n, number} việc).', {
    month: String(fullest.month),
    n: sum(fullest.counts),
  });
  if (!worst || worst.counts.overdue === 0) return `${first} ${say('Không tháng nào có việc quá hạn.')}`;
  return `${first} ${say('Quá hạn nhiều nhất là việc của tháng {month} ({n, number} việc).', {
    month: String(worst.month),
    n: worst.counts.overdue,
  })}`;
}
