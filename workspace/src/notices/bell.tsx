// How many notices one has not read; a link, so that it opens in another tab as links do.
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useMay } from '../access/me.ts';
import { figure } from '../language/dates.ts';
import { useWords } from '../language/words.ts';
import css from './notices.module.css';
import { noticeList } from './requests.ts';

export function Bell() {
  const { say, language } = useWords();
  const may = useMay();
  const own = may('account.own');
  const { data } = useQuery({
    queryKey: ['notices', 'unread'],
    queryFn: ({ signal }) => noticeList({ size: 1, unread: 'true' }, signal),
    enabled: own,
    refetchInterval: 60_000,
    retry: false,
  });
  if (!own) return null;
  const unread = data?.unread ?? 0;
  return (
    <Link
      to="/thong-bao"
      className={css['bell']}
      aria-label={
        unread > 0 ? say('Thông báo: {n, number} tin chưa đọc', { n: unread }) : say('Thông báo|nhiều')
      }
    >
      <svg aria-hidden="true" width="18" height="18" viewBox="0 0 18 18">
        <path
          d="M4 13V8a5 5 0 0 1 10 0v5l1.5 1.5h-13zM7.5 16a1.6 1.6 0 0 0 3 0"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.5"
          strokeLinejoin="round"
        />
      </svg>
      {unread > 0 ? (
        <span aria-hidden="true" className={css['unread']}>
          {/* The same figure as in the name: whoever speaks to the screen says what they see (WCAG 2.5.3). */}
          {figure(unread, language)}
        </span>
      ) : null}
    </Link>
  );
}
