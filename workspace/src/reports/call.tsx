// A call: who has reported, on time or late, who is missing; urged, approved, let off from here.
import type { ReportCall, ReportClass, ReportRow } from '@nhipcau/server/contract';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { kept } from '../address.ts';
import { day } from '../language/dates.ts';
import { useWords, type Message } from '../language/words.ts';
import { Button } from '../ui/button.tsx';
import { Exports } from '../ui/exports.tsx';
import { Failure, FailureScreen, Waiting } from '../ui/notice.tsx';
import { Page } from '../ui/page.tsx';
import { Pages } from '../ui/pages.tsx';
import { Tag } from '../ui/tag.tsx';
import lists from '../ui/list.module.css';
import type { CallSearch } from './addresses.ts';
import { CallFilters } from './call-filters.tsx';
import { CallTable } from './call-table.tsx';
import { JudgedLine, ReportingFigures } from './counts.tsx';
import { IssuedAs } from './issued-as.tsx';
import css from './list.module.css';
import { BulkActDialog, type BulkAct } from './bulk-act-dialog.tsx';
import { ApproveLevel } from './approve-level.tsx';
import { callById, exportedCall, reportById, reportList } from './requests.ts';
import { UrgeDialog } from './urge-dialog.tsx';
import { aboutCall, callStates, kindWords } from './words.ts';
import { CallActions } from './call-actions.tsx';

const route = getRouteApi('/bao-cao/dot/$id');
const size = 100;
const bulkActs: readonly (readonly [BulkAct, Message])[] = [
  ['extend', 'Gia hạn…'],
  ['excuse', 'Miễn…'],
];

export function CallScreen() {
  const id = Number(route.useParams().id);
  const call = useQuery({ queryKey: ['calls', id], queryFn: ({ signal }) => callById(id, signal) });
  if (call.isError && !call.data)
    return <FailureScreen error={call.error} retry={() => void call.refetch()} />;
  if (!call.data) return <Waiting />;
  return <Call key={id} call={call.data} />;
}

function Call({ call }: { call: ReportCall }) {
  const { say, language } = useWords();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set());
  const [urging, setUrging] = useState<readonly number[] | 'missing' | null>(null);
  const [acting, setActing] = useState<{ readonly act: BulkAct; readonly rows: readonly ReportRow[] } | null>(
    null,
  );
  const asked = { ...search, call: call.id, size };
  const reports = useQuery({
    queryKey: ['reports', 'call', asked],
    queryFn: ({ signal }) => reportList(asked, signal),
    placeholderData: keepPreviousData,
  });
  const go = (next: { [K in keyof CallSearch]: CallSearch[K] | undefined }) =>
    void navigate({ search: kept<CallSearch>(next as CallSearch), replace: true, resetScroll: false });
  const { page: _page, ...rest } = search;
  const { data } = reports;
  const chosenRows = (data?.rows ?? []).filter(({ id }) => chosen.has(id));
  const reporting = search.parent ? (data?.reporting ?? call.reporting) : call.reporting;
  const state = callStates[call.status];
  return (
    <Page
      wide
      title={call.name}
      lead={
        <>
          <p>
            {say(kindWords[call.kind])} · <span lang="vi">{call.owner.name}</span> ·{' '}
            {aboutCall(call, say, language)}
            {call.dueOn ? ` · ${say('hạn cuối {date}', { date: day(call.dueOn, language) })}` : ''}{' '}
            <Tag tone={state.tone}>{say(state.words)}</Tag>
          </p>
          {call.ownReportId === null ? null : <IssuedAs reportId={call.ownReportId} />}
          {call.note ? <p lang="vi">{call.note}</p> : null}
        </>
      }
      print="wide"
      actions={
        <>
          <Exports print href={(form) => exportedCall(form, call.id, rest)} />
          <CallActions call={call} />
        </>
      }
    >
      {search.parent ? (
        <ParentLine id={search.parent} onUp={() => go({ ...rest, parent: undefined })} />
      ) : null}
      <ReportingFigures
        reporting={reporting}
        chosen={search.class}
        onChoose={(next: ReportClass | undefined) => go({ ...rest, class: next })}
      />
      <JudgedLine reporting={reporting} />
      {call.tiers.length > 1 && !search.parent ? <Tiers call={call} /> : null}
      <CallFilters call={call} search={search} onChange={go} />
      {reports.isError ? <Failure error={reports.error} retry={() => void reports.refetch()} /> : null}
      {data ? (
        <div aria-busy={reports.isPlaceholderData}>
          <p className={lists['total']} role="status">
            {say('{n, number} báo cáo', { n: data.total })}
          </p>
          <CallTable
            call={call}
            rows={data.rows}
            search={search}
            onChange={go}
            chosen={chosen}
            onChosen={setChosen}
          />
          <Pages
            page={data.page}
            pages={Math.ceil(data.total / size)}
            onPage={(page) => go({ ...search, page: page > 1 ? page : undefined })}
          />
        </div>
      ) : reports.isPending ? (
        <Waiting />
      ) : null}
      <div className={css['bar']} role="region" aria-label={say('Việc với các báo cáo')}>
        <span>
          {chosen.size > 0
            ? say('Đã chọn {n, number} báo cáo', { n: chosen.size })
            : reporting.missing > 0
              ? say('{n, number} đơn vị quá hạn chưa gửi', { n: reporting.missing })
              : say('Không có đơn vị nào quá hạn chưa gửi')}
        </span>
        <span className={css['rowTools']}>
          {call.may.includes('urge') ? (
            chosen.size > 0 ? (
              <>
                <Button small onClick={() => setChosen(new Set())}>
                  {say('Bỏ chọn')}
                </Button>
                {bulkActs
                  .filter(() => call.may.includes('judge') && chosenRows.length === chosen.size)
                  .map(([act, words]) => (
                    <Button key={act} small onClick={() => setActing({ act, rows: chosenRows })}>
                      {say(words)}
                    </Button>
                  ))}
                <Button small look="action" onClick={() => setUrging([...chosen])}>
                  {say('Đôn đốc {n, number} đơn vị', { n: chosen.size })}
                </Button>
              </>
            ) : reporting.missing > 0 ? (
              <Button small look="action" onClick={() => setUrging('missing')}>
                {say('Đôn đốc mọi đơn vị chưa gửi')}
              </Button>
            ) : null
          ) : null}
          <ApproveLevel reportId={search.parent ?? call.ownReportId} />
        </span>
      </div>
      {acting ? <BulkActDialog {...acting} onClose={() => setActing(null)} onDone={setChosen} /> : null}
      {urging ? (
        <UrgeDialog
          callId={call.id}
          reportIds={urging === 'missing' ? null : urging}
          parentId={search.parent}
          count={urging === 'missing' ? reporting.missing : urging.length}
          onClose={() => setUrging(null)}
          onDone={() => setChosen(new Set())}
        />
      ) : null}
    </Page>
  );
}

function ParentLine({ id, onUp }: { id: number; onUp: () => void }) {
  const { say } = useWords();
  const parent = useQuery({ queryKey: ['report', id], queryFn: ({ signal }) => reportById(id, signal) });
  return (
    <p>
      <Button small look="plain" onClick={onUp}>
        ← {say('Cả đợt báo cáo')}
      </Button>{' '}
      {parent.data ? (
        <>
          {say('Các báo cáo gửi đến')}{' '}
          <Link to="/bao-cao/$id" params={{ id: String(id) }} lang="vi">
            {parent.data.unit.name}
          </Link>
        </>
      ) : null}
    </p>
  );
}

function Tiers({ call }: { call: ReportCall }) {
  return (
    <dl className={css['facts']}>
      {call.tiers.map((tier) => (
        <div key={tier.id} style={{ display: 'contents' }}>
          <dt lang="vi">{tier.name}</dt>
          <dd>
            <ReportingFigures small reporting={tier.reporting} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
