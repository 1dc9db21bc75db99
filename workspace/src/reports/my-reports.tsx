// What the reader's units owe, and what waits for the reader's judgement.
import type { ReportRow } from '@nhipcau/server/contract';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { kept } from '../address.ts';
import { useMay } from '../access/me.ts';
import { day } from '../language/dates.ts';
import { useWords } from '../language/words.ts';
import { buttonClass } from '../ui/button.tsx';
import { Exports } from '../ui/exports.tsx';
import { Empty, Failure, Waiting } from '../ui/notice.tsx';
import { Page } from '../ui/page.tsx';
import { Pages } from '../ui/pages.tsx';
import { YearChoice } from './choices.tsx';
import css from './list.module.css';
import { StandingTags } from './report-facts.tsx';
import { exportedReports, reportList } from './requests.ts';
import { periodWords } from './words.ts';

const route = getRouteApi('/bao-cao');
const size = 50;

const useList = (view: 'mine' | 'sign' | 'judge' | 'approve', query: { year?: number; page?: number }) =>
  useQuery({
    queryKey: ['reports', view, query],
    queryFn: ({ signal }) =>
      reportList({ ...query, view, size, ...(view === 'mine' ? { sort: '-due' } : {}) }, signal),
    placeholderData: keepPreviousData,
  });

const isOwed = (row: ReportRow): boolean =>
  (row.status === 'draft' || row.status === 'returned') && row.class !== 'excused' && row.mergedInto === null;

export function MyReportsScreen() {
  const { say } = useWords();
  const may = useMay();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const year = search.year === undefined ? {} : { year: search.year };
  const mine = useList('mine', { ...year, page: search.page ?? 1 });
  const sign = useList('sign', year);
  const judge = useList('judge', year);
  const approve = useList('approve', year);
  const lists = [mine, sign, judge, approve];
  const failed = lists.find(({ isError, data }) => isError && !data);
  const waits = lists.some(({ data }) => !data);
  const rows = mine.data?.rows ?? [];
  const toSign = new Set(sign.data?.rows.map(({ id }) => id));
  const owed = rows
    .filter((row) => isOwed(row) && !toSign.has(row.id))
    .toSorted((a, b) => Number(b.givenBack) - Number(a.givenBack) || a.dueOn.localeCompare(b.dueOn));
  const rest = rows.filter((row) => !isOwed(row));
  const nothing = !waits && lists.every(({ data }) => data?.total === 0);
  return (
    <Page
      wide
      title={say('Báo cáo|nhiều')}
      actions={
        <>
          <YearChoice
            value={search.year}
            onChange={(next) => void navigate({ search: kept({ year: next }), replace: true })}
          />
          {mine.data && mine.data.total > 0 ? (
            <Exports
              print
              href={(form) => exportedReports(form, { ...year, view: 'mine', sort: '-due' })}
              hint={say('Tệp có mọi báo cáo của đơn vị bạn trong năm đang chọn.')}
            />
          ) : null}
          <Link to="/bao-cao/dot" className={buttonClass()}>
            {say('Các đợt báo cáo')}
          </Link>
        </>
      }
    >
      {failed ? <Failure error={failed.error} retry={() => void failed.refetch()} /> : null}
      {waits && !failed ? (
        <Waiting />
      ) : nothing ? (
        <Empty
          title={say('Chưa có báo cáo nào')}
          actions={
            may('report.call') ? (
              <Link to="/bao-cao/dot" className={buttonClass('action')}>
                {say('Yêu cầu báo cáo')}
              </Link>
            ) : null
          }
        >
          {may('report.call')
            ? say(
                'Yêu cầu báo cáo theo chế độ đã đặt, hoặc đột xuất; mỗi đơn vị nhận một báo cáo đã điền sẵn số liệu từ sổ.',
              )
            : say(
                'Khi cấp trên yêu cầu báo cáo, báo cáo của đơn vị bạn hiện ở đây, đã điền sẵn số liệu từ sổ theo dõi.',
              )}
        </Empty>
      ) : (
        <>
          {sign.data && sign.data.total > 0 ? (
            <Group title={say('Chờ tôi ký gửi')} rows={sign.data.rows} total={sign.data.total} />
          ) : null}
          <Group
            title={say('Phải gửi|báo cáo')}
            rows={owed}
            none={say('Đơn vị bạn không còn báo cáo nào phải gửi.')}
          />
          {judge.data && judge.data.total > 0 ? (
            <Group title={say('Chờ tôi xem xét')} rows={judge.data.rows} total={judge.data.total} />
          ) : null}
          {approve.data && approve.data.total > 0 ? (
            <Group title={say('Chờ tôi phê duyệt')} rows={approve.data.rows} total={approve.data.total} />
          ) : null}
          {rest.length > 0 ? <Group title={say('Đã gửi')} rows={rest} /> : null}
          <Pages
            page={search.page ?? 1}
            pages={Math.ceil((mine.data?.total ?? 0) / size)}
            onPage={(page) =>
              void navigate({ search: kept({ ...search, page: page > 1 ? page : undefined }) })
            }
          />
        </>
      )}
    </Page>
  );
}

interface GroupProps {
  readonly title: string;
  readonly rows: readonly ReportRow[];
  readonly total?: number;
  readonly none?: string;
}

function Group({ title, rows, total, none }: GroupProps) {
  return (
    <section className={css['group']}>
      <h2>
        {title} <span className="figures">{total ?? rows.length}</span>
      </h2>
      {rows.length === 0 ? (
        <p className={css['none']}>{none}</p>
      ) : (
        <ul className={css['list']}>
          {rows.map((row) => (
            <ReportLine key={row.id} row={row} />
          ))}
        </ul>
      )}
    </section>
  );
}

function ReportLine({ row }: { row: ReportRow }) {
  const { say, language } = useWords();
  return (
    <li className={css['line']}>
      <div>
        <Link to="/bao-cao/$id" params={{ id: String(row.id) }} className={css['name']} lang="vi">
          {row.callName}
        </Link>
        <p className={css['about']} lang="vi">
          {row.unit.name}
          {row.receiver ? ` → ${row.receiver.name}` : ` · ${say('báo cáo tổng hợp')}`}
        </p>
      </div>
      <div className={css['standing']}>
        <StandingTags row={row} />
        <span>
          {say('hạn {date}', { date: day(row.dueOn, language) })}
          {row.period ? ` · ${periodWords(row.period, say)}` : ''}
        </span>
        {row.below ? (
          <span>
            {say('{sent, number}/{expected, number} cấp dưới đã gửi', {
              sent: row.below.sent,
              expected: row.below.expected,
            })}
          </span>
        ) : null}
      </div>
    </li>
  );
}
