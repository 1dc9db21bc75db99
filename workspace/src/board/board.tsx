// The year on one screen, to be shown in a meeting: figures and charts, each with a sentence that can be read aloud; prints on one page.
import type { Overview } from '@nhipcau/server/contract';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { day } from '../language/dates.ts';
import { useWords } from '../language/words.ts';
import { coverWords } from '../overview/cover-words.ts';
import { sum } from '../overview/counting.ts';
import { Figures } from '../overview/figures.tsx';
import { Months } from '../overview/months.tsx';
import { overviewOf } from '../overview/requests.ts';
import { Button, buttonClass } from '../ui/button.tsx';
import { FailureScreen, Waiting } from '../ui/notice.tsx';
import { Page } from '../ui/page.tsx';
import css from './board.module.css';
import { Ranking } from './ranking.tsx';
import { Reported } from './reported.tsx';

const route = getRouteApi('/trinh-bay');

export function BoardScreen() {
  const { say } = useWords();
  const search = route.useSearch();
  const shown = useRef<HTMLDivElement>(null);
  useEffect(landscape, []);
  const found = useQuery({
    queryKey: ['overview', search],
    queryFn: ({ signal }) => overviewOf({ ...search }, signal),
  });
  if (found.isError) return <FailureScreen error={found.error} retry={() => void found.refetch()} />;
  if (!found.data) return <Waiting />;
  return (
    <div ref={shown} className={css['board']}>
      <Page
        wide
        title={say('Công tác thông tin đối ngoại năm {year}', { year: String(found.data.year) })}
        lead={<Lead overview={found.data} />}
        actions={
          <div className={css['ways']}>
            <Link to="/" search={search} className={buttonClass()}>
              {say('Về tổng quan')}
            </Link>
            <Button onClick={() => void shown.current?.requestFullscreen()}>{say('Toàn màn hình')}</Button>
            <Button look="action" onClick={() => window.print()}>
              {say('In hoặc lưu PDF')}
            </Button>
          </div>
        }
      >
        <Content overview={found.data} />
      </Page>
    </div>
  );
}

/** A page's size is the whole sheet's, never a part's: it is set while the board is shown. */
function landscape(): () => void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync('@page { size: A4 landscape; margin: 10mm }');
  document.adoptedStyleSheets.push(sheet);
  return () => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((each) => each !== sheet);
  };
}

function Lead({ overview }: { overview: Overview }) {
  const { say, language } = useWords();
  return (
    <p>
      <strong lang="vi">{overview.unit.name}</strong>
      {' – '}
      {say('{n, number} việc chủ trì, tính đến ngày {day}.', {
        n: sum(overview.total),
        day: day(overview.asOf, language),
      })}{' '}
      {coverWords(overview.covers, say)}
    </p>
  );
}

function Content({ overview }: { overview: Overview }) {
  const { say } = useWords();
  const { unit, year } = overview;
  return (
    <>
      <Figures overview={overview} behind={{ under: unit.id, year, role: 'lead' }} />
      <div className={css['charts']}>
        <section aria-labelledby="bang-thang" className={css['sheet']}>
          <h2 id="bang-thang">{say('Theo tháng đến hạn')}</h2>
          <Months overview={overview} behind={{ under: unit.id, year, role: 'lead' }} />
        </section>
        <Ranking
          id="bang-don-vi"
          title={say('Theo đơn vị')}
          rows={overview.units.map((each) => ({ name: each.unit.name, counts: each.counts }))}
        />
        <Ranking
          id="bang-nhom"
          title={say('Theo nhóm nhiệm vụ')}
          rows={overview.groups.map(({ group, counts }) => ({
            name: group ?? say('Không thuộc nhóm nào'),
            counts,
          }))}
        />
        <Reported unitId={unit.id} year={year} />
      </div>
    </>
  );
}
