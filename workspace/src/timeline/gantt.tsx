// A year's work as bars: from the day it was handed down to the day it is due, today as a line through them.
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { day } from '../language/dates.ts';
import { useWords } from '../language/words.ts';
import { today as todayHere } from '../register/standing.ts';
import { classWords } from '../duties/classes.ts';
import { classValues } from '../overview/class-words.ts';
import { classNames } from '../overview/counting.ts';
import { buttonClass } from '../ui/button.tsx';
import { Empty, FailureScreen, Waiting } from '../ui/notice.tsx';
import { Page } from '../ui/page.tsx';
import { Whose } from './choices.tsx';
import { place } from './days.ts';
import { byGroup, type Item } from './items.ts';
import { itemsBetween } from './requests.ts';
import css from './timeline.module.css';

const route = getRouteApi('/tien-do');

export function GanttScreen() {
  const { say } = useWords();
  const search = route.useSearch();
  const today = todayHere();
  const year = search.year ?? Number(today.slice(0, 4));
  const range = [`${year}-01-01`, `${year}-12-31`] as const;
  const asked = { all: search.all === 'true', from: range[0], to: range[1], plan: search.plan ?? null };
  const found = useQuery({
    queryKey: ['timeline', asked],
    queryFn: ({ signal }) => itemsBetween(asked, signal),
    placeholderData: keepPreviousData,
  });
  return (
    <Page
      wide
      title={say('Tiến độ năm {year}', { year: String(year) })}
      actions={
        <>
          <Whose to="/tien-do" search={search} />
          <Link to="/tien-do" search={{ ...search, year: year - 1 }} className={buttonClass('quiet', true)}>
            {say('Năm {year}', { year: String(year - 1) })}
          </Link>
          <Link to="/tien-do" search={{ ...search, year: year + 1 }} className={buttonClass('quiet', true)}>
            {say('Năm {year}', { year: String(year + 1) })}
          </Link>
        </>
      }
    >
      {found.isError && !found.data ? (
        <FailureScreen error={found.error} retry={() => void found.refetch()} />
      ) : found.data ? (
        <Chart items={found.data.items} more={found.data.more} range={range} today={today} />
      ) : (
        <Waiting />
      )}
    </Page>
  );
}

interface ChartProps {
  readonly items: readonly Item[];
  readonly more: number;
  readonly range: readonly [string, string];
  readonly today: string;
}

function Chart({ items, more, range, today }: ChartProps) {
  const { say } = useWords();
  if (items.length === 0)
    return (
      <Empty title={say('Năm này chưa có việc nào có thời hạn')}>
        {say('Chọn năm khác, hoặc xem tất cả nhiệm vụ.')}
      </Empty>
    );
  const inYear = today >= range[0] && today <= range[1];
  return (
    <div style={{ '--today': `${place(today, range)}%` } as React.CSSProperties}>
      <Key />
      <div className={css['months']} aria-hidden="true">
        {Array.from({ length: 12 }, (_, at) => (
          <span key={at}>{at + 1}</span>
        ))}
      </div>
      {byGroup(items).map(({ group, items: own }) => (
        <section key={String(group)} aria-label={group ?? say('Không thuộc nhóm nào')}>
          {group ? (
            <h2 className={css['group']} lang="vi">
              {group}
            </h2>
          ) : null}
          <ul className={css['rows']}>
            {own.map((item) => (
              <Row key={item.key} item={item} range={range} inYear={inYear} />
            ))}
          </ul>
        </section>
      ))}
      {more > 0 ? (
        <p className={css['note']}>
          {say('Còn {n, number} việc chưa vẽ ở đây; lọc theo kế hoạch để xem hết.', { n: more })}
        </p>
      ) : null}
    </div>
  );
}

function Key() {
  const { say } = useWords();
  return (
    <ul className={css['keys']}>
      {classNames.map((name) => (
        <li key={name}>
          <span aria-hidden="true" className={`${css['mark']} ${css[name]}`} />
          {say(classWords[classValues[name]].words)}
        </li>
      ))}
    </ul>
  );
}

function Row({ item, range, inYear }: { item: Item; range: readonly [string, string]; inYear: boolean }) {
  const { say, language } = useWords();
  const { from, until, shade } = item;
  const left = place(from ?? range[0], range);
  const right = until === null ? 100 : place(until, range, true);
  return (
    <li className={css['row']}>
      <span className={css['words']}>
        <Link to={item.to as '/'} lang="vi">
          {item.text}
        </Link>
        <span className={css['facts']}>
          <span lang="vi">{item.who}</span>
          {until ? <span>{say('hạn {day}', { day: day(until, language) })}</span> : null}
          <span className="hidden-text">{say(classWords[classValues[shade]].words)}</span>
        </span>
      </span>
      <span aria-hidden="true" className={`${css['lane']} ${inYear ? css['withToday'] : ''}`}>
        <span
          className={`${css['span']} ${css[shade]}`}
          style={{ left: `${left}%`, width: `${Math.max(0.6, right - left)}%` }}
        />
      </span>
    </li>
  );
}
