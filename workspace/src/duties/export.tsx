import type { DutySearch } from './addresses.ts';
import { useWords } from '../language/words.ts';
import { Drop } from '../ui/drop.tsx';
import css from './duties.module.css';
import lists from '../ui/list.module.css';
import { exportedDuties } from './requests.ts';

/** The duties that are listed, as files. */
export function Export({ query }: { query: DutySearch }) {
  const { say } = useWords();
  const { page: _page, ...asked } = query;
  return (
    <Drop label={say('Xuất')} align="end">
      <ul className={lists['exports']}>
        <li>
          <a href={exportedDuties('xlsx', { ...asked })} download>
            {say('Bảng tính Excel (.xlsx)')}
          </a>
        </li>
        <li>
          <a href={exportedDuties('csv', { ...asked })} download>
            {say('Bảng thuần (.csv)')}
          </a>
        </li>
        <li>
          <a href={exportedDuties('ics', { ...asked })} download>
            {say('Lịch thời hạn (.ics)')}
          </a>
        </li>
      </ul>
      <p className={css['hint']}>{say('Xuất đúng những việc đang lọc.')}</p>
    </Drop>
  );
}
