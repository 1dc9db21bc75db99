// The four classes by which the Government counts: four figures side by side, never one percentage.
import type { ClassCounts as Counts, DutyClass, DutyRow } from '@nhipcau/server/contract';
import { Link } from '@tanstack/react-router';
import { figure } from '../language/dates.ts';
import { useWords } from '../language/words.ts';
import { today } from '../register/standing.ts';
import { Tag } from '../ui/tag.tsx';
import type { DutySearch } from './addresses.ts';
import { classWords, dutyStanding } from './classes.ts';
import css from './class-counts.module.css';

const order = [
  ['onTime', 'on-time'],
  ['late', 'late'],
  ['inTerm', 'in-term'],
  ['overdue', 'overdue'],
] as const satisfies readonly (readonly [keyof Counts, DutyClass])[];

/** The four figures with their words and marks; with `link`, each opens the duties that it counts. `small`: for a row of a list. */
export function ClassCounts({ counts, link, small }: { counts: Counts; link?: DutySearch; small?: boolean }) {
  const { say, language } = useWords();
  return (
    <ul
      className={small ? `${css['counts']} ${css['small']}` : css['counts']}
      aria-label={say('Bốn nhóm theo thời hạn')}
    >
      {order.map(([key, kind]) => {
        const inside = (
          <>
            <strong className="figures">{figure(counts[key], language)}</strong>
            <span className={css['words']}>
              <span aria-hidden="true" className={css['mark']} />
              {say(classWords[kind].words)}
            </span>
          </>
        );
        return (
          <li key={key} className={css[kind]} data-none={counts[key] === 0}>
            {link ? (
              <Link to="/viec" search={{ ...link, class: [kind] }}>
                {inside}
              </Link>
            ) : (
              <span>{inside}</span>
            )}
          </li>
        );
      })}
    </ul>
  );
}

/** The class of one duty in a word; what is due within a week says so, unless it is looked at as of another day. */
export function DutyClassTag({
  duty,
  asOf,
}: {
  duty: Pick<DutyRow, 'class' | 'dueOn'>;
  asOf?: string | undefined;
}) {
  const { say } = useWords();
  const { words, tone } = dutyStanding(duty, asOf ?? today());
  return <Tag tone={tone}>{say(words)}</Tag>;
}
