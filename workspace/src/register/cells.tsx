import type { TaskAgency, TaskRow } from '@nhipcau/server/contract';
import { Link } from '@tanstack/react-router';
import { day } from '../language/dates.ts';
import { useWords } from '../language/words.ts';
import { Tag } from '../ui/tag.tsx';
import { dueWords, lastDay } from './due.ts';
import css from './register.module.css';
import lists from '../ui/list.module.css';
import { standing, today } from './standing.ts';

export function TextCell({ task }: { task: TaskRow }) {
  const { say } = useWords();
  return (
    <>
      <Link to="/nhiem-vu/$id" params={{ id: String(task.id) }} className={lists['long']} lang="vi">
        {task.text}
      </Link>
      {task.items.length > 0 ? (
        <span className={css['items']}>{say('{n, number} nội dung chi tiết', { n: task.items.length })}</span>
      ) : null}
    </>
  );
}

const shownAgencies = 3;

export function AgencyCell({ agencies, lead }: { agencies: readonly TaskAgency[]; lead?: boolean }) {
  const { say } = useWords();
  if (agencies.length === 0) return lead ? <span className={css['none']}>{say('chưa nêu')}</span> : null;
  const more = agencies.length - shownAgencies;
  return (
    <ul className={css['agencies']} lang="vi">
      {agencies.slice(0, more > 1 ? shownAgencies : agencies.length).map((agency) => (
        <li
          key={agency.key}
          title={
            agency.label === agency.name ? undefined : say('Trong văn bản: {name}', { name: agency.name })
          }
        >
          {agency.label}
        </li>
      ))}
      {more > 1 ? <li className={css['more']}>{say('và {n, number} cơ quan khác', { n: more })}</li> : null}
    </ul>
  );
}

/** The last day on top, aligned, and below it the deadline as the document gives it. */
export function DueCell({ task }: { task: TaskRow }) {
  const { say, language } = useWords();
  const last = lastDay(task.due);
  const words = dueWords(task.due, say, language);
  if (last === null)
    return <span className={task.due.kind === 'unspecified' ? css['none'] : undefined}>{words}</span>;
  return (
    <>
      <span className={lists['date']}>{day(last, language)}</span>
      {task.due.kind === 'during' ? <span className={css['items']}>{words}</span> : null}
    </>
  );
}

export function StandingCell({ task }: { task: TaskRow }) {
  const { say } = useWords();
  const { words, tone } = standing(task, today());
  return (
    <>
      <Tag tone={tone}>{say(words)}</Tag>
      <HandedDown task={task} />
    </>
  );
}

/** Of how many duties how many are done; that nobody has it yet is told, too. */
export function HandedDown({ task }: { task: TaskRow }) {
  const { say } = useWords();
  if (task.handedDown === null) return <span className={css['items']}>{say('chưa giao')}</span>;
  const { onTime, late, inTerm, overdue } = task.handedDown;
  const all = onTime + late + inTerm + overdue;
  if (all < 2) return null;
  return (
    <span className={css['items']}>
      {say('xong {done, number}/{all, number}', { done: onTime + late, all })}
    </span>
  );
}

export function DocumentCell({ task }: { task: TaskRow }) {
  const { document, plan } = task;
  if (plan)
    return (
      <Link
        to="/ke-hoach/$id"
        params={{ id: String(plan.id) }}
        className={css['documentLink']}
        title={plan.title}
      >
        {plan.number ?? plan.title}
      </Link>
    );
  if (!document) return null;
  return (
    <Link
      to="/van-ban/$id"
      params={{ id: String(document.id) }}
      className={css['documentLink']}
      title={document.title ?? undefined}
    >
      {document.number ?? document.fileName}
    </Link>
  );
}
