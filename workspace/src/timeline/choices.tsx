// Whose work is shown; a switch of two links, so that the address always tells.
import { Link } from '@tanstack/react-router';
import { useWords } from '../language/words.ts';
import type { TimelineSearch } from './addresses.ts';
import css from './timeline.module.css';

/** The same screen with another choice is another place. */
const exactly = { exact: true, includeSearch: true };

export function Whose({ to, search }: { to: '/tien-do' | '/lich'; search: TimelineSearch }) {
  const { say } = useWords();
  const { all: _all, ...mine } = search;
  return (
    <span className={css['whose']} role="group" aria-label={say('Việc của ai')}>
      <Link to={to} search={mine} activeOptions={exactly}>
        {say('Đơn vị tôi')}
      </Link>
      <Link to={to} search={{ ...search, all: 'true' }} activeOptions={exactly}>
        {say('Tất cả nhiệm vụ tôi xem được')}
      </Link>
    </span>
  );
}
