import type { DutyDetail } from '@nhipcau/server/contract';
import { day, moment } from '../language/dates.ts';
import { useWords } from '../language/words.ts';
import css from './duty.module.css';
import { eventWords } from './history-words.ts';

/** Everything that happened to a duty, newest first. */
export function DutyHistory({ duty: { events } }: { duty: DutyDetail }) {
  const { say, language } = useWords();
  if (events.length === 0) return null;
  return (
    <section className={css['section']}>
      <h2>{say('Lịch sử')}</h2>
      <ol className={css['history']} reversed>
        {events
          .toSorted((a, b) => b.id - a.id)
          .map((event) => (
            <li key={event.id}>
              <time className="figures" dateTime={event.at} title={moment(event.at, language)}>
                {say('Ngày {date}', { date: day(event.day, language) })}
              </time>
              <span>
                <span lang="vi">{eventWords(event, say, language)}</span>
                {event.note ? (
                  <q className={css['note']} lang="vi">
                    {event.note}
                  </q>
                ) : null}
              </span>
            </li>
          ))}
      </ol>
    </section>
  );
}
