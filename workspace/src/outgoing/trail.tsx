// Every step with who took it, when and why; and who looked at which draft (Decree 30/2020, Annex VI).
import type { OutgoingDetail } from '@nhipcau/server/contract';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { moment } from '../language/dates.ts';
import { useWords, type Message } from '../language/words.ts';
import { Failure, Waiting } from '../ui/notice.tsx';
import css from './aside.module.css';
import { viewsOf } from './requests.ts';

const actionWords: Readonly<Record<string, Message>> = {
  created: 'Lập dự thảo',
  changed: 'Sửa',
  submitted: 'Trình ký',
  withdrawn: 'Rút lại',
  returned: 'Trả lại',
  signed: 'Ký',
  numbered: 'Cấp số',
  numberCancelled: 'Hủy số',
  issued: 'Phát hành',
  sent: 'Gửi văn bản',
  recalled: 'Thu hồi',
  corrected: 'Được đính chính bởi',
  replaced: 'Đã được thay thế bằng',
  correctionBegun: 'Lập dự thảo đính chính',
  replacementBegun: 'Lập dự thảo thay thế',
};

export function Trail({ detail }: { detail: OutgoingDetail }) {
  const { say, language } = useWords();
  return (
    <ol className={css['trail']}>
      {condensed(detail.events).map((event) => {
        const known = Object.hasOwn(actionWords, event.action) ? actionWords[event.action] : undefined;
        const number = event.detail?.['number'];
        return (
          <li key={`${event.at}${event.action}`}>
            <b>
              {known ? say(known) : event.action}
              {typeof number === 'string' ? ` ${number}` : ''}
            </b>
            <span className={css['faint']}>
              {[event.who, moment(event.at, language)].filter(Boolean).join(' · ')}
            </span>
            {event.reason ? (
              <q className={css['quote']} lang="vi">
                {event.reason}
              </q>
            ) : null}
          </li>
        );
      })}
    </ol>
  );
}

/** A person who writes saves many times: one line for all of it, until something else happens. */
function condensed(events: OutgoingDetail['events']): OutgoingDetail['events'] {
  return events.filter((event, at) => {
    const newer = events[at - 1];
    return !(event.action === 'changed' && newer?.action === 'changed' && newer.who === event.who);
  });
}

export function Viewers({ id }: { id: number }) {
  const { say } = useWords();
  const [open, setOpen] = useState(false);
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{say('Ai đã xem')}</summary>
      {open ? <ViewerList id={id} /> : null}
    </details>
  );
}

function ViewerList({ id }: { id: number }) {
  const { say, language } = useWords();
  const views = useQuery({
    queryKey: ['outgoing', id, 'views'],
    queryFn: ({ signal }) => viewsOf(id, signal),
  });
  if (views.error) return <Failure error={views.error} />;
  if (!views.data) return <Waiting />;
  return (
    <ul className={css['list']}>
      {views.data.rows.map((row) => (
        <li key={`${row.who}${row.draftNo}`}>
          {row.who}{' '}
          <span className={css['faint']}>
            {say('dự thảo {n, number}, {times, number} lần, gần nhất {when}', {
              n: row.draftNo,
              times: row.times,
              when: moment(row.lastAt, language),
            })}
          </span>
        </li>
      ))}
    </ul>
  );
}
