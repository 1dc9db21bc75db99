import type { OutgoingDetail } from '@nhipcau/server/contract';
import { Link } from '@tanstack/react-router';
import { moment } from '../language/dates.ts';
import { useWords } from '../language/words.ts';
import css from './aside.module.css';
import { sittingsOf } from './sittings.ts';

/** Earlier drafts, each to be compared with the one now. */
export function Drafts({ detail }: { detail: OutgoingDetail }) {
  const { say, language } = useWords();
  return (
    <ol className={css['list']}>
      {sittingsOf(detail.drafts).map((draft) => (
        <li key={draft.no} className={css['row']}>
          <span>
            {say('Dự thảo {n, number}', { n: draft.no })}
            <span className={css['faint']}>
              {' '}
              {draft.who} · {moment(draft.at, language)}
            </span>
            {draft.note ? (
              <span className={css['quote']} lang="vi">
                {draft.note}
              </span>
            ) : null}
          </span>
          {draft.no === detail.draftNo ? (
            <span className={css['faint']}>{say('hiện tại')}</span>
          ) : (
            <Link
              to="/van-ban-di/$id"
              params={{ id: String(detail.id) }}
              search={{ view: 'compare', from: draft.no }}
              aria-label={say('So sánh dự thảo {n, number} với bản hiện tại', { n: draft.no })}
            >
              {say('So sánh')}
            </Link>
          )}
        </li>
      ))}
    </ol>
  );
}
