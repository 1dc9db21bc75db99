// To whom the task was handed down and how their duties stand; the line to the superior's task and to those below.
import type { TaskDetail } from '@nhipcau/server/contract';
import { Link } from '@tanstack/react-router';
import { ClassCounts } from '../duties/class-counts.tsx';
import { DutyTable } from '../duties/duty-table.tsx';
import { useWords } from '../language/words.ts';
import { buttonClass } from '../ui/button.tsx';
import { Tag } from '../ui/tag.tsx';
import { classWords } from './standing.ts';
import css from './task.module.css';

export function HandedTo({ task }: { task: TaskDetail }) {
  const { say } = useWords();
  const { handedDown } = task;
  return (
    <section className={css['section']}>
      <h2>{say('Giao thực hiện')}</h2>
      {task.plan === null ? (
        <p className={css['note']}>
          {say('Chưa giao: nhiệm vụ được giao cho các đơn vị khi kế hoạch lập từ văn bản được ban hành.')}
        </p>
      ) : (
        <>
          {handedDown ? (
            <ClassCounts counts={handedDown} link={{ task: task.id }} />
          ) : (
            <p className={css['note']}>{say('Chưa có đơn vị nào phải thực hiện.')}</p>
          )}
          <DutyTable
            query={{ task: task.id, sort: 'unit' }}
            hide={['text', 'plan']}
            size={20}
            caption={say('Các đơn vị được giao')}
          />
          <Link to="/viec" search={{ task: task.id }} className={buttonClass('action')}>
            {say('Theo dõi việc thực hiện')}
          </Link>
        </>
      )}
    </section>
  );
}

export function Linked({ task }: { task: TaskDetail }) {
  const { say } = useWords();
  const { superior, below } = task;
  if (!superior && below.length === 0) return null;
  return (
    <section className={css['section']}>
      {superior ? (
        <>
          <h2>{say('Nhiệm vụ cấp trên')}</h2>
          <p>
            <Link to="/nhiem-vu/$id" params={{ id: String(superior.id) }} lang="vi">
              {superior.text}
            </Link>
          </p>
        </>
      ) : null}
      {below.length > 0 ? (
        <>
          <h2>{say('Cấp dưới thực hiện trong kế hoạch của mình')}</h2>
          <ul className={css['plain']}>
            {below.map((each) => (
              <li key={each.id}>
                <Tag tone={classWords[each.class].tone}>{say(classWords[each.class].words)}</Tag>{' '}
                <Link to="/nhiem-vu/$id" params={{ id: String(each.id) }} lang="vi">
                  {each.text}
                </Link>{' '}
                <span className={css['note']} lang="vi">
                  {each.owner?.name}
                </span>
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </section>
  );
}
