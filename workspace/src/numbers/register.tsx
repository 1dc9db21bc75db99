// The register of outgoing documents (Decree 30/2020, Annex IV): every number of a unit, year and series, and what became of it.
import type { NumberList, NumberSeries } from '@nhipcau/server/contract';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { kept } from '../address.ts';
import { Allowed } from '../access/allowed.tsx';
import { useMe } from '../access/me.ts';
import { useWords } from '../language/words.ts';
import { Button, buttonClass } from '../ui/button.tsx';
import { Exports } from '../ui/exports.tsx';
import { Empty, Failure, Notice, Waiting } from '../ui/notice.tsx';
import { Page } from '../ui/page.tsx';
import { Pages } from '../ui/pages.tsx';
import lists from '../ui/list.module.css';
import type { NumberSearch } from './addresses.ts';
import { BeginDialog } from './begin-dialog.tsx';
import { EntryDialog, type Asked } from './entry-dialogs.tsx';
import { NumberFilters } from './filters.tsx';
import css from './numbers.module.css';
import { exportedNumbers, numberList } from './requests.ts';
import { seriesName } from './states.ts';
import { NumberTable } from './table.tsx';
import { TakeDialog } from './take-dialog.tsx';
import { registerUnits } from './units.ts';

const route = getRouteApi('/so-van-ban');

export function NumbersScreen() {
  return (
    <Allowed action="number.read">
      <Register />
    </Allowed>
  );
}

function Register() {
  const { say } = useWords();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const units = registerUnits(useMe());
  const [thisYear] = useState(() => new Date().getFullYear());
  const unit = search.unit ?? units[0]?.id;
  const year = search.year ?? thisYear;
  const [taking, setTaking] = useState<'reserve' | 'paper' | 'begin' | null>(null);
  const [asked, setAsked] = useState<Asked | null>(null);
  const query = { ...search, unit: unit ?? 0, year };
  const found = useQuery({
    queryKey: ['numbers', 'list', query],
    queryFn: ({ signal }) => numberList(query, signal),
    placeholderData: keepPreviousData,
    enabled: unit !== undefined,
  });
  const { data } = found;
  const go = (next: NumberSearch) => void navigate({ search: next, replace: true });
  if (unit === undefined) return <Empty alone title={say('Bạn chưa thuộc đơn vị nào có sổ văn bản đi')} />;
  const may = (what: 'reserve' | 'begin') => data?.may.includes(what) ?? false;
  return (
    <Page
      wide
      title={say('Sổ đăng ký văn bản đi')}
      print="wide"
      actions={
        <>
          <Exports print href={(form) => exportedNumbers(form, exported(query))} />
          <Link to="/so-van-ban/cach-danh-so" search={{ unit, year }} className={buttonClass()}>
            {say('Cách đánh số')}
          </Link>
          {may('reserve') ? (
            <>
              <Button onClick={() => setTaking('paper')}>{say('Cấp số cho bản giấy…')}</Button>
              <Button look="action" onClick={() => setTaking('reserve')}>
                {say('Giữ số…')}
              </Button>
            </>
          ) : null}
        </>
      }
    >
      <NumberFilters
        search={search}
        units={units}
        chosen={{ unit, year, thisYear }}
        series={data?.series ?? []}
        onChange={go}
      />
      {found.isError ? <Failure error={found.error} retry={() => void found.refetch()} /> : null}
      {!data ? (
        found.isPending ? (
          <Waiting />
        ) : null
      ) : (
        <>
          <SeriesList
            series={data.series}
            chosen={search.series}
            onChoose={(series) => go(kept<NumberSearch>({ ...search, series, page: undefined }))}
          />
          <Entries data={data} search={search} busy={found.isPlaceholderData} onAsk={setAsked} onGo={go} />
          {may('begin') ? (
            <p className={css['begin']}>
              <Button look="plain" small onClick={() => setTaking('begin')}>
                {say('Nối tiếp sổ giấy…')}
              </Button>
            </p>
          ) : null}
        </>
      )}
      {taking === 'begin' ? (
        <BeginDialog unit={unit} year={year} onClose={() => setTaking(null)} />
      ) : taking ? (
        <TakeDialog unit={unit} year={year} kind={taking} onClose={() => setTaking(null)} />
      ) : null}
      {asked ? (
        <EntryDialog key={`${asked.entry.id}${asked.ability}`} {...asked} onClose={() => setAsked(null)} />
      ) : null}
    </Page>
  );
}

const exported = ({ page: _page, sort: _sort, ...filter }: NumberSearch) => filter;

interface EntriesProps {
  readonly data: NumberList;
  readonly search: NumberSearch;
  readonly busy: boolean;
  readonly onAsk: (asked: Asked) => void;
  readonly onGo: (search: NumberSearch) => void;
}

function Entries({ data, search, busy, onAsk, onGo }: EntriesProps) {
  const { say } = useWords();
  const { rows, total, page, size, series } = data;
  const filtered = search.q ?? search.status ?? search.series;
  if (total === 0 && series.every(({ last }) => last === 0) && !filtered)
    return (
      <Empty title={say('Sổ năm này chưa có số nào')}>
        {say(
          'Số được cấp khi văn bản đã ký trong hệ thống, hoặc khi bạn giữ số trước hay cấp số cho bản giấy. Nếu năm nay đã cấp số trong sổ giấy, hãy nối tiếp sổ giấy trước.',
        )}
      </Empty>
    );
  return (
    <div aria-busy={busy}>
      <p className={lists['total']} role="status">
        {say('{n, number} số', { n: total })}
      </p>
      <NumberTable rows={rows} onAsk={onAsk} />
      <Pages
        page={page}
        pages={Math.ceil(total / size)}
        onPage={(next) => onGo(kept<NumberSearch>({ ...search, page: next }))}
      />
    </div>
  );
}

interface SeriesProps {
  readonly series: readonly NumberSeries[];
  readonly chosen: string | undefined;
  readonly onChoose: (series: string | undefined) => void;
}

/** Each series with its count; a number of which nothing is known is said loudly. */
function SeriesList({ series, chosen, onChoose }: SeriesProps) {
  const { say } = useWords();
  const broken = series.filter(({ unexplained }) => unexplained.length > 0);
  return (
    <>
      {broken.map((one) => (
        <Notice key={one.code} tone="soon" role="alert" title={say('Sổ có số không rõ nguồn gốc')}>
          {say('{series}: các số {numbers} không có trong sổ. Hãy báo người quản trị để kiểm tra dữ liệu.', {
            series: seriesName(one, say),
            numbers: one.unexplained.slice(0, 20).join(', '),
          })}
        </Notice>
      ))}
      {series.length > 0 ? (
        <ul className={css['series']}>
          {series.map((one) => (
            <li key={one.code}>
              <button
                type="button"
                aria-pressed={chosen === one.code}
                onClick={() => onChoose(chosen === one.code ? undefined : one.code)}
              >
                <b>{seriesName(one, say)}</b>
                <span className="figures">{say('số cuối {last, number}', { last: one.last })}</span>
                <small>
                  {say('{used, number} đã dùng, {reserved, number} đang giữ, {cancelled, number} đã hủy', {
                    used: one.used,
                    reserved: one.reserved,
                    cancelled: one.cancelled,
                  })}
                </small>
                {one.begunAfter > 0 ? (
                  <small>
                    {say('Số 1 đến {n, number} ở sổ trước: {reason}', {
                      n: one.begunAfter,
                      reason: one.begunReason ?? '',
                    })}
                  </small>
                ) : null}
              </button>
            </li>
          ))}
        </ul>
      ) : null}
    </>
  );
}
