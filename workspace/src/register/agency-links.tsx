import type { TaskAgency } from '@nhipcau/server/contract';
import { Link } from '@tanstack/react-router';
import { useWords } from '../language/words.ts';
import css from './task.module.css';

/** Agencies, each leading to its other tasks. */
export function AgencyLinks({
  agencies,
  duty,
}: {
  agencies: readonly TaskAgency[];
  duty: 'lead' | 'coordinating';
}) {
  const { say } = useWords();
  if (agencies.length === 0) return <span className={css['note']}>{say('chưa nêu')}</span>;
  return (
    <ul className={css['plain']} lang="vi">
      {agencies.map((agency) => (
        <li key={agency.key}>
          <Link to="/nhiem-vu" search={{ [duty]: [agency.key] }}>
            {agency.label}
          </Link>
          {agency.label === agency.name ? null : (
            <span className={css['note']}> ({say('Trong văn bản: {name}', { name: agency.name })})</span>
          )}
        </li>
      ))}
    </ul>
  );
}
