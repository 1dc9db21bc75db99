// Calls for reports: who was asked for what, and how many have sent; a new one from a regime or on the spot.
import type { RegimeSummary, ReportCallSummary } from '@nhipcau/server/contract';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { kept } from '../address.ts';
import { useMay } from '../access/me.ts';
import { day } from '../language/dates.ts';
import { useWords } from '../language/words.ts';
import { regimeList } from '../regimes/requests.ts';
import { buttonClass } from '../ui/button.tsx';
import { Exports } from '../ui/exports.tsx';
import { Empty, Failure, Waiting } from '../ui/notice.tsx';
import { Page } from '../ui/page.tsx';
import { Pages } from '../ui/pages.tsx';
import { Tag } from '../ui/tag.tsx';
import lists from '../ui/list.module.css';
import { callStatuses, type CallsSearch } from './addresses.ts';
import { YearChoice } from './choices.tsx';
import { JudgedLine, ReportingFigures } from './counts.tsx';
import css from './list.module.css';
import { callList, exportedCalls } from './requests.ts';
import { aboutCall, callStates, kindWords, periodWords } from './words.ts';

const route = getRouteApi('/bao-cao/dot');
const size = 30;

export function CallsScreen() {
  const { say } = useWords();
  const may = useMay();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const asked = { ...search, size };
  const calls = useQuery({
    queryKey: ['calls', asked],
    queryFn: ({ signal }) => callList(asked, signal),
    placeholderData: keepPreviousData,
  });
  const go = (next: { [K in keyof CallsSearch]: CallsSearch[K] | undefined }) =>
    void navigate({ search: kept<CallsSearch>(next as CallsSearch), replace: true });
  const { page: _page, ...rest } = search;
  const { data } = calls;
  const calling = may('report.call');
  return (
    <Page
      wide
      title={say('Đợt báo cáo|nhiều')}
      actions={
        <>
          {data && data.total > 0 ? (
            <Exports
              print
              href={(form) => exportedCalls(form, { year: search.year, status: search.status })}
            />
          ) : null}
          {calling ? (
            <Link to="/bao-cao/dot/moi" className={buttonClass('action')}>
              {say('Yêu cầu báo cáo đột xuất')}
            </Link>
          ) : null}
          {may('regime.read') ? (
            <Link to="/quan-tri/che-do-bao-cao" className={buttonClass()}>
              {say('Chế độ báo cáo|nhiều')}
            </Link>
          ) : null}
        </>
      }
    >
      {calling ? <DueRegimes /> : null}
      <search className={`${lists['filters']} ${css['filters']}`}>
        <YearChoice value={search.year} onChange={(year) => go({ ...rest, year })} />
        <select
          aria-label={say('Tình trạng')}
          value={search.status ?? ''}
          onChange={(event) =>
            go({ ...rest, status: callStatuses.find((one) => one === event.target.value) })
          }
        >
          <option value="">{say('Mọi tình trạng')}</option>
          {callStatuses.map((status) => (
            <option key={status} value={status}>
              {say(callStates[status].words)}
            </option>
          ))}
        </select>
      </search>
      {calls.isError ? <Failure error={calls.error} retry={() => void calls.refetch()} /> : null}
      {!data ? (
        calls.isPending ? (
          <Waiting />
        ) : null
      ) : data.total === 0 ? (
        <Empty title={say('Chưa có đợt báo cáo nào')}>
          {calling
            ? say('Yêu cầu báo cáo một kỳ của chế độ báo cáo ở trên, hoặc yêu cầu đột xuất trong hai phút.')
            : say('Đợt báo cáo mà đơn vị bạn tham gia hiện ở đây.')}
        </Empty>
      ) : (
        <div aria-busy={calls.isPlaceholderData}>
          <ul className={css['list']}>
            {data.rows.map((call) => (
              <CallLine key={call.id} call={call} />
            ))}
          </ul>
          <Pages
            page={data.page}
            pages={Math.ceil(data.total / size)}
            onPage={(page) => go({ ...search, page: page > 1 ? page : undefined })}
          />
        </div>
      )}
    </Page>
  );
}

function CallLine({ call }: { call: ReportCallSummary }) {
  const { say, language } = useWords();
  const state = callStates[call.status];
  return (
    <li className={css['line']}>
      <div>
        <Link to="/bao-cao/dot/$id" params={{ id: String(call.id) }} className={css['name']} lang="vi">
          {call.name}
        </Link>
        <p className={css['about']}>
          {[
            say(kindWords[call.kind]),
            call.owner.name,
            aboutCall(call, say, language),
            call.dueOn ? say('hạn {date}', { date: day(call.dueOn, language) }) : null,
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
      </div>
      <div className={css['standing']}>
        <Tag tone={state.tone}>{say(state.words)}</Tag>
        <ReportingFigures small reporting={call.reporting} />
        <JudgedLine reporting={call.reporting} />
      </div>
    </li>
  );
}

/** The regimes whose next period can be called now, each a click away. */
function DueRegimes() {
  const { say, language } = useWords();
  const regimes = useQuery({
    queryKey: ['regimes', {}],
    queryFn: ({ signal }) => regimeList({}, signal),
  });
  const callable = (regimes.data?.rows ?? []).filter(({ may }) => may.includes('call'));
  if (callable.length === 0) return null;
  const when = ({ next }: RegimeSummary) =>
    next ? `${periodWords(next.period, say)}, ${say('hạn {date}', { date: day(next.dueOn, language) })}` : '';
  return (
    <section className={css['group']}>
      <h2>{say('Yêu cầu theo chế độ báo cáo')}</h2>
      <ul className={css['list']}>
        {callable.map((regime) => (
          <li key={regime.id} className={css['line']}>
            <div>
              <Link
                to="/quan-tri/che-do-bao-cao/$id"
                params={{ id: String(regime.id) }}
                className={css['name']}
                lang="vi"
              >
                {regime.name}
              </Link>
              <p className={css['about']}>{[regime.owner.name, when(regime)].filter(Boolean).join(' · ')}</p>
            </div>
            <div className={css['standing']}>
              <Link
                to="/bao-cao/dot/moi"
                search={kept({ regime: regime.id, period: regime.next?.period })}
                className={buttonClass('quiet', true)}
              >
                {say('Yêu cầu báo cáo')}
              </Link>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
