// The same, unit by unit: for a phone, and for who prefers to read.
import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { day } from '../language/dates.ts';
import { useWords } from '../language/words.ts';
import { Tag } from '../ui/tag.tsx';
import css from './coverage.module.css';
import { markOf, stateOf, withSets, type CoveredTask, type CoveredUnit } from './coverage-states.ts';

interface Props {
  readonly units: readonly CoveredUnit[];
  readonly tasks: readonly CoveredTask[];
  readonly planId: number;
}

export function CoverageList({ units, tasks, planId }: Props) {
  const columns = useMemo(() => withSets(tasks), [tasks]);
  return (
    <ul className={css['list']}>
      {units.map((unit) => (
        <UnitLine key={unit.unit.id} unit={unit} columns={columns} planId={planId} />
      ))}
    </ul>
  );
}

interface LineProps {
  readonly unit: CoveredUnit;
  readonly columns: ReturnType<typeof withSets>;
  readonly planId: number;
}

function UnitLine({ unit, columns, planId }: LineProps) {
  const { say, language } = useWords();
  const { plan, state, dueOn, issuedOn } = unit;
  const how = stateOf(state);
  const marks = columns.map(({ task, handed }) => ({ task, mark: markOf(unit, task, handed) }));
  const handed = marks.filter(({ mark }) => mark === 'taken' || mark === 'open');
  const open = handed.filter(({ mark }) => mark === 'open');
  return (
    <li>
      <div className={css['lineHead']}>
        <b lang="vi">{unit.unit.name}</b>
        {how ? <Tag tone={how.tone}>{say(how.words)}</Tag> : null}
      </div>
      <p className={css['about']}>
        {plan ? (
          <>
            <Link to="/ke-hoach/$id" params={{ id: String(plan.id) }} lang="vi">
              {plan.number ?? plan.title}
            </Link>
            {' · '}
          </>
        ) : null}
        {issuedOn ? `${say('ban hành {date}', { date: day(issuedOn, language) })} · ` : null}
        {dueOn && !issuedOn ? `${say('hạn {date}', { date: day(dueOn, language) })} · ` : null}
        {say('{taken, number}/{handed, number} nhiệm vụ đã đưa vào kế hoạch', {
          taken: handed.length - open.length,
          handed: handed.length,
        })}
      </p>
      {open.length > 0 ? (
        <details>
          <summary>{say('{n, number} nhiệm vụ chưa đưa vào kế hoạch', { n: open.length })}</summary>
          <ul>
            {open.map(({ task }) => (
              <li key={task.id}>
                <Link
                  to="/ke-hoach/$id"
                  params={{ id: String(planId) }}
                  search={{ task: String(task.id) }}
                  lang="vi"
                >
                  {task.text}
                </Link>
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </li>
  );
}
