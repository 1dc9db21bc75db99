import type { TaskRow } from '@nhipcau/server/contract';
import { Link } from '@tanstack/react-router';
import { useWords } from '../language/words.ts';
import { StandingCell } from './cells.tsx';
import { dueWords } from './due.ts';
import { sourceName } from './source-name.ts';
import css from './register.module.css';
import lists from '../ui/list.module.css';

/** The register where there is no room for a table: one card a task. */
export function Cards({ rows }: { rows: readonly TaskRow[] }) {
  const { say, language } = useWords();
  return (
    <ul className={lists['cards']}>
      {rows.map((task) => (
        <li key={task.id}>
          <Link to="/nhiem-vu/$id" params={{ id: String(task.id) }} className={css['card']}>
            <span className={lists['cardHead']}>
              <StandingCell task={task} />
              <span className={css['cardDue']}>{dueWords(task.due, say, language)}</span>
            </span>
            <span className={lists['cardText']} lang="vi">
              {task.text}
            </span>
            <span className={css['cardLead']} lang="vi">
              {task.lead.length > 0
                ? task.lead.map((agency) => agency.label).join('; ')
                : say('Chưa nêu cơ quan chủ trì')}
            </span>
            <span className={css['cardDocument']}>{sourceName(task)}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
