// A month of due days. On a phone it is a list of the days on which something is due.
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { day } from '../language/dates.ts';
import { useWords } from '../language/words.ts';
import { today as todayHere } from '../register/standing.ts';
import { classWords } from '../duties/classes.ts';
import { classValues } from '../overview/class-words.ts';
import { buttonClass } from '../ui/button.tsx';
import { FailureScreen, Waiting } from '../ui/notice.tsx';
import { FeedButton } from '../notices/feeds.tsx';
import { Page } from '../ui/page.tsx';
import { Whose } from './choices.tsx';
import { addMonths, weeksOf } from './days.ts';
import type { Item } from './items.ts';
import { itemsBetween } from './requests.ts';
import css from './timeline.module.css';

const route = getRouteApi('/lich');

export function CalendarScreen() {
  const { say } = useWords();
  const search = route.useSearch();
  const today = todayHere();
  const month = search.month ?? today.slice(0, 7);
  const weeks = weeksOf(month);
  const from = weeks[0]?.[0] ?? `${month}-01`;
  const to = weeks.at(-1)?.[6] ?? from;
  const asked = { all: search.all === 'true', from, to, plan: search.plan ?? null };
  const found = useQuery({
    queryKey: ['timeline', asked],
    queryFn: ({ signal }) => itemsBetween(asked, signal),
    placeholderData: keepPreviousData,
  });
  const [year, number] = month.split('-').map(Number);
  const turn = (count: number) => ({ ...search, month: addMonths(month, count) });
  return (
    <Page
      wide
      title={say('Lịch tháng {month}/{year}', { month: String(number), year: String(year) })}
      actions={
        <>
          <Whose to="/lich" search={search} />
          <Link to="/lich" search={turn(-1)} className={buttonClass('quiet', true)}>
            {say('Tháng trước')}
          </Link>
          <Link
            to="/lich"
            search={{ ...search, month: today.slice(0, 7) }}
            className={buttonClass('quiet', true)}
          >
            {say('Tháng này')}
          </Link>
          <Link to="/lich" search={turn(1)} className={buttonClass('quiet', true)}>
            {say('Tháng sau')}
          </Link>
          <FeedButton />
        </>
      }
    >
      {found.isError && !found.data ? (
        <FailureScreen error={found.error} retry={() => void found.refetch()} />
      ) : found.data ? (
        <Month weeks={weeks} month={month} today={today} items={found.data.items} more={found.data.more} />
      ) : (
        <Waiting />
      )}
    </Page>
  );
}

interface MonthProps {
  readonly weeks: readonly (readonly string[])[];
  readonly month: string;
  readonly today: string;
  readonly items: readonly Item[];
  readonly more: number;
}

function Month({ weeks, month, today, items, more }: MonthProps) {
  const { say } = useWords();
  const due = Map.groupBy(items, ({ until }) => until);
  const names = [say('T2'), say('T3'), say('T4'), say('T5'), say('T6'), say('T7'), say('CN')];
  return (
    <>
      <table className={css['calendar']}>
        <thead>
          <tr>
            {names.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((week) => (
            <tr key={week[0]}>
              {week.map((date) => (
                <Day
                  key={date}
                  date={date}
                  outside={!date.startsWith(month)}
                  today={today}
                  items={due.get(date) ?? []}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {items.length === 0 ? (
        <p className={css['note']} role="status">
          {say('Tháng này không có việc nào đến hạn.')}
        </p>
      ) : null}
      {more > 0 ? (
        <p className={css['note']}>
          {say('Còn {n, number} việc chưa vẽ ở đây; lọc theo kế hoạch để xem hết.', { n: more })}
        </p>
      ) : null}
    </>
  );
}

const shownADay = 4;

interface DayProps {
  readonly date: string;
  readonly outside: boolean;
  readonly today: string;
  readonly items: readonly Item[];
}

function Day({ date, outside, today, items }: DayProps) {
  const { say, language } = useWords();
  const kinds = [
    outside ? css['outside'] : '',
    date === today ? css['isToday'] : '',
    items.length === 0 ? css['free'] : '',
  ];
  return (
    <td className={kinds.filter(Boolean).join(' ')}>
      <span className={css['date']}>
        <span className={css['dateShort']} aria-hidden="true">
          {Number(date.slice(8))}
        </span>
        <span className={css['dateLong']}>{day(date, language)}</span>
        {date === today ? <span className="hidden-text">{say('Hôm nay')}</span> : null}
      </span>
      <ul>
        {items.slice(0, shownADay).map((item) => (
          <li key={item.key}>
            <Link to={item.to as '/'} className={css['due']} title={item.text} lang="vi">
              <span aria-hidden="true" className={`${css['mark']} ${css[item.shade]}`} />
              <span className={css['dueText']}>{item.text}</span>
              <span className="hidden-text">{say(classWords[classValues[item.shade]].words)}</span>
            </Link>
          </li>
        ))}
      </ul>
      {items.length > shownADay ? (
        <details>
          <summary>{say('và {n, number} việc nữa', { n: items.length - shownADay })}</summary>
          <ul>
            {items.slice(shownADay).map((item) => (
              <li key={item.key}>
                <Link to={item.to as '/'} className={css['due']} lang="vi">
                  <span aria-hidden="true" className={`${css['mark']} ${css[item.shade]}`} />
                  <span className={css['dueText']}>{item.text}</span>
                </Link>
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </td>
  );
}
