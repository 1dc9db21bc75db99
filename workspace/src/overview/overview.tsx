// How the duties of a unit and all below it stand: the four classes by unit, group and month, and what needs a hand.
import type { Overview } from '@nhipcau/server/contract';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { DutySearch } from '../duties/addresses.ts';
import { day } from '../language/dates.ts';
import { useMay } from '../access/me.ts';
import { ReaderNote } from '../access/reader-note.tsx';
import { useWords } from '../language/words.ts';
import { buttonClass } from '../ui/button.tsx';
import { DayField } from '../ui/day-field.tsx';
import { Drop } from '../ui/drop.tsx';
import { Exports } from '../ui/exports.tsx';
import { Empty, Failure, FailureScreen, Waiting } from '../ui/notice.tsx';
import { Page } from '../ui/page.tsx';
import type { OverviewSearch } from './addresses.ts';
import { BreakdownTable } from './breakdown.tsx';
import { sum, worstFirst } from './counting.ts';
import { coverWords } from './cover-words.ts';
import { Figures } from './figures.tsx';
import { DutyLines } from './lines.tsx';
import { Months } from './months.tsx';
import css from './overview.module.css';
import { exportedOverview, overviewOf } from './requests.ts';

const route = getRouteApi('/');

export function OverviewScreen() {
  const { say } = useWords();
  const search = route.useSearch();
  const found = useQuery({
    queryKey: ['overview', search],
    queryFn: ({ signal }) => overviewOf({ ...search }, signal),
    placeholderData: keepPreviousData,
  });
  if (found.isError && !found.data)
    return <FailureScreen error={found.error} retry={() => void found.refetch()} />;
  if (!found.data) return <Waiting />;
  const { data } = found;
  return (
    <Page wide title={data.unit.name} lead={<Lead overview={data} />} actions={<Choices overview={data} />}>
      <ReaderNote />
      {found.isError ? <Failure error={found.error} retry={() => void found.refetch()} /> : null}
      <div aria-busy={found.isPlaceholderData} className={css['content']}>
        {data.years.length === 0 ? <Nothing /> : <Content overview={data} search={search} />}
      </div>
      <span className="hidden-text" role="status">
        {found.isPlaceholderData ? say('Đang mở…') : ''}
      </span>
    </Page>
  );
}

function Lead({ overview }: { overview: Overview }) {
  const { say, language } = useWords();
  return (
    <p>
      {say('Nhiệm vụ năm {year} tính đến ngày {day}: {n, number} việc.', {
        year: String(overview.year),
        day: day(overview.asOf, language),
        n: sum(overview.total),
      })}{' '}
      {coverWords(overview.covers, say)}
    </p>
  );
}

/** Year, role and day: each is a link or a field that changes the address. */
function Choices({ overview }: { overview: Overview }) {
  const { say } = useWords();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const go = (next: OverviewSearch) => void navigate({ search: next, replace: true, resetScroll: false });
  const years = [...new Set([...overview.years, overview.year])].toSorted((a, b) => b - a);
  return (
    <>
      <label className={css['choice']}>
        <span>{say('Năm')}</span>
        <select
          value={overview.year}
          onChange={(event) => go({ ...search, year: Number(event.target.value) })}
        >
          {years.map((year) => (
            <option key={year} value={year}>
              {year}
            </option>
          ))}
        </select>
      </label>
      <label className={css['choice']}>
        <span>{say('Vai trò')}</span>
        <select
          value={search.role ?? 'lead'}
          onChange={({ target }) => {
            const { role: _role, ...rest } = search;
            go(target.value === 'coordinating' ? { ...rest, role: 'coordinating' } : rest);
          }}
        >
          <option value="lead">{say('Chủ trì')}</option>
          <option value="coordinating">{say('Phối hợp')}</option>
        </select>
      </label>
      <Drop label={say('Tính đến ngày')} set={search.asOf !== undefined} align="end">
        <DayField
          label={say('Tính đến ngày')}
          value={search.asOf ?? ''}
          onChange={(asOf) => {
            const { asOf: _asOf, ...rest } = search;
            go(asOf ? { ...rest, asOf } : rest);
          }}
        />
        <p className={css['hint']}>
          {say('Xem tình hình và cây đơn vị như vào cuối ngày ấy. Để trống là hôm nay.')}
        </p>
      </Drop>
      <Exports href={(form) => exportedOverview(form, { ...search })} />
      <Link to="/trinh-bay" search={search} className={buttonClass()}>
        {say('Trình bày')}
      </Link>
    </>
  );
}

function Nothing() {
  const { say } = useWords();
  const may = useMay();
  return (
    <Empty
      title={say('Chưa có nhiệm vụ nào được giao')}
      actions={
        <>
          {may('document.upload') ? (
            <Link to="/tai-len" className={buttonClass('action')}>
              {say('Tải văn bản lên')}
            </Link>
          ) : null}
          {may('plan.draft') ? (
            <Link to={'/ke-hoach/moi' as '/'} className={buttonClass()}>
              {say('Lập kế hoạch')}
            </Link>
          ) : null}
        </>
      }
    >
      {say('Ban hành một kế hoạch thì nhiệm vụ được giao đến từng đơn vị, và tình hình hiện ở đây.')}
    </Empty>
  );
}

function Content({ overview, search }: { overview: Overview; search: OverviewSearch }) {
  const { say } = useWords();
  const { unit, year } = overview;
  const role = search.role ?? 'lead';
  const behind: DutySearch = { under: unit.id, year, role, ...(search.asOf ? { asOf: search.asOf } : {}) };
  return (
    <>
      <Figures overview={overview} behind={behind} />
      <div className={css['grid']}>
        <section aria-labelledby="theo-don-vi" className={css['sheet']}>
          <h2 id="theo-don-vi">{say('Theo đơn vị')}</h2>
          <BreakdownTable
            head={say('Đơn vị')}
            total={overview.total}
            rows={worstFirst(overview.units).map(({ unit: each, below, counts }) => ({
              key: String(each.id),
              label: each.name,
              counts,
              behind: { ...behind, under: each.id },
              down: below > 0 && each.id !== unit.id ? { ...search, unit: each.id } : null,
              unitId: each.id,
            }))}
          />
        </section>
        <div className={css['side']}>
          <section aria-labelledby="theo-thang" className={css['sheet']}>
            <h2 id="theo-thang">{say('Theo tháng đến hạn')}</h2>
            <Months overview={overview} behind={behind} />
          </section>
          <section aria-labelledby="theo-nhom" className={css['sheet']}>
            <h2 id="theo-nhom">{say('Theo nhóm nhiệm vụ')}</h2>
            <BreakdownTable
              head={say('Nhóm')}
              total={overview.total}
              rows={worstFirst(overview.groups).map(({ id, group, counts }) => ({
                key: String(id),
                label: group ?? say('Không thuộc nhóm nào'),
                counts,
                behind: { ...behind, group: [id === null ? 'none' : String(id)] },
                down: null,
                unitId: null,
              }))}
            />
          </section>
        </div>
      </div>
      <div className={css['lists']}>
        <DutyLines
          title={say('Đang tắc')}
          lead={say('Quá hạn hoặc sắp đến hạn mà 30 ngày qua không có gì chuyển biến.')}
          rows={overview.stuck}
          none={say('Không có việc nào đang tắc.')}
        />
        <DutyLines
          title={say('Đến hạn trong 7 ngày')}
          rows={overview.thisWeek}
          none={say('Không có việc nào đến hạn trong 7 ngày tới.')}
        />
        <DutyLines
          title={say('Mới chuyển biến trong 7 ngày')}
          rows={overview.moved}
          none={say('7 ngày qua chưa có báo cáo nào.')}
        />
      </div>
    </>
  );
}
