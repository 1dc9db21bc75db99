// The rows where most is overdue: a bar each with its figures, and a sentence that names the first.
import { figure } from '../language/dates.ts';
import { useWords, type Say } from '../language/words.ts';
import { Bar } from '../overview/bar.tsx';
import { classValues } from '../overview/class-words.ts';
import { classNames, sum } from '../overview/counting.ts';
import { classWords } from '../duties/classes.ts';
import css from './board.module.css';
import { ranked, type Ranked } from './ranking.ts';

const most = 8;

interface Props {
  readonly id: string;
  readonly title: string;
  readonly rows: readonly Ranked[];
}

export function Ranking({ id, title, rows }: Props) {
  const { say, language } = useWords();
  const shown = ranked(rows, most);
  const widest = Math.max(1, ...shown.map(({ counts }) => sum(counts)));
  return (
    <section aria-labelledby={id} className={css['sheet']}>
      <h2 id={id}>{title}</h2>
      <p className={css['sentence']}>{sentence(rows, shown, say)}</p>
      <table className={css['bars']}>
        <thead className="hidden-text">
          <tr>
            <th scope="col">{title}</th>
            {classNames.map((name) => (
              <th key={name} scope="col">
                {say(classWords[classValues[name]].words)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map(({ name, counts }) => (
            <tr key={name}>
              <th scope="row" lang="vi">
                {name}
                <Bar counts={counts} whole={widest} />
              </th>
              {classNames.map((each) => (
                <td key={each} className={css[each]}>
                  {figure(counts[each], language)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function sentence(rows: readonly Ranked[], shown: readonly Ranked[], say: Say): string {
  const [first] = shown;
  if (!first) return say('Chưa có việc nào được giao.');
  if (first.counts.overdue === 0) return say('Không nơi nào có việc quá hạn.');
  const places = rows.filter(({ counts }) => counts.overdue > 0).length;
  return say(
    'Quá hạn nhiều nhất: {name} ({n, number} việc); {places, plural, one {# nơi} other {# nơi}} có việc quá hạn.',
    { name: first.name, n: first.counts.overdue, places },
  );
}
