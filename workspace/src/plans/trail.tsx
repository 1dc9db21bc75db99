// How the plan came to be: its editions, and every step with who took it, when and why.
import type { PlanDetail } from '@nhipcau/server/contract';
import { Link } from '@tanstack/react-router';
import { day, moment } from '../language/dates.ts';
import { useWords, type Message, type Say } from '../language/words.ts';
import { Part } from './part.tsx';
import css from './plan.module.css';

const actionWords: Readonly<Record<string, Message>> = {
  created: 'Lập kế hoạch',
  changed: 'Sửa',
  submitted: 'Trình phê duyệt',
  withdrawn: 'Rút lại',
  returned: 'Trả lại',
  approved: 'Phê duyệt',
  issued: 'Ban hành',
  amending: 'Mở bản sửa đổi',
  amended: 'Ban hành bản sửa đổi',
  dropped: 'Bỏ bản sửa đổi',
  closed: 'Đóng kế hoạch',
  reopened: 'Mở lại',
};

export function Trail({ detail }: { detail: PlanDetail }) {
  const { say, language } = useWords();
  const { editions, id } = detail;
  const steps = condensed(detail.events);
  return (
    <>
      {editions.length > 0 ? (
        <Part title={say('Các lần ban hành')}>
          <ol className={css['trail']}>
            {editions.toReversed().map((one) => (
              <li key={one.edition}>
                <b>
                  {one.edition === 1
                    ? say('Ban hành lần đầu')
                    : say('Sửa đổi lần {n, number}', { n: one.edition - 1 })}
                </b>
                <span>
                  {[one.number, day(one.issuedOn, language), one.signer].filter(Boolean).join(' · ')}
                </span>
                {one.reason ? <q lang="vi">{one.reason}</q> : null}
                {one.edition > 1 ? (
                  <Link
                    to="/ke-hoach/$id/so-sanh"
                    params={{ id: String(id) }}
                    search={{ tu: one.edition - 1, den: one.edition }}
                  >
                    {say('Xem khác biệt')}
                  </Link>
                ) : null}
              </li>
            ))}
          </ol>
        </Part>
      ) : null}
      {steps.length > 0 ? (
        <Part title={say('Quá trình')}>
          <ol className={css['trail']}>
            {steps.map((event) => {
              const known = Object.hasOwn(actionWords, event.action) ? actionWords[event.action] : undefined;
              return (
                <li key={`${event.at}${event.action}`}>
                  <b>{known ? say(known) : event.action}</b>
                  <span>{[event.who, moment(event.at, language)].filter(Boolean).join(' · ')}</span>
                  {leftOpen(event, say)}
                  {event.reason ? <q lang="vi">{event.reason}</q> : null}
                </li>
              );
            })}
          </ol>
        </Part>
      ) : null}
    </>
  );
}

/** How much was open when the plan was closed. */
function leftOpen({ action, detail }: PlanDetail['events'][number], say: Say) {
  const figure = (key: string) => (typeof detail?.[key] === 'number' ? detail[key] : 0);
  const [open, overdue] = [figure('open'), figure('overdue')];
  return action === 'closed' && open > 0 ? (
    <span>
      {say('Khi đóng còn {open, number} việc chưa hoàn thành, {overdue, number} việc quá hạn', {
        open,
        overdue,
      })}
    </span>
  ) : null;
}

/** A person who writes saves many times: one line for all of it, until something else happens. */
function condensed(events: PlanDetail['events']): PlanDetail['events'] {
  return events.filter((event, at) => {
    const newer = events[at - 1];
    return !(event.action === 'changed' && newer?.action === 'changed' && newer.who === event.who);
  });
}
