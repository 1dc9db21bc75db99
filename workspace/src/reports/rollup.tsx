// Roll-up: figures with their own part, those below and the total; the units' texts side by side, quoted, merged and rewritten.
import type { Report, Rollup } from '@nhipcau/server/contract';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { kept } from '../address.ts';
import { useMe } from '../access/me.ts';
import { useWords } from '../language/words.ts';
import { buttonClass } from '../ui/button.tsx';
import { Exports } from '../ui/exports.tsx';
import { Empty, FailureScreen, Waiting } from '../ui/notice.tsx';
import { Page } from '../ui/page.tsx';
import type { RollupSearch } from './addresses.ts';
import { BelowTexts } from './below-texts.tsx';
import { JudgedLine, ReportingFigures } from './counts.tsx';
import { DeskProvider, useReportKeeper } from './desk-context.ts';
import { FigureDialog } from './figure-dialog.tsx';
import { MakeDocument } from './make-document.tsx';
import { numbered, type Numbered } from './outline.ts';
import { useDimensions } from './report.tsx';
import { ReportFacts } from './report-facts.tsx';
import { ReportFoot } from './report-foot.tsx';
import css from './report.module.css';
import rolls from './rollup.module.css';
import { callById, exportedRollup, reportById, rollupOf } from './requests.ts';
import { RollupTable } from './rollup-table.tsx';

const route = getRouteApi('/bao-cao/dot/$id/tong-hop');

export function RollupScreen() {
  const { say } = useWords();
  const callId = Number(route.useParams().id);
  const search = route.useSearch();
  const call = useQuery({ queryKey: ['calls', callId], queryFn: ({ signal }) => callById(callId, signal) });
  const reportId = search.report ?? call.data?.ownReportId ?? null;
  if (call.isError && !call.data)
    return <FailureScreen error={call.error} retry={() => void call.refetch()} />;
  if (!call.data) return <Waiting />;
  if (reportId === null) return <Empty alone title={say('Bạn không tham gia tổng hợp đợt báo cáo này')} />;
  return <Loaded key={reportId} reportId={reportId} />;
}

function Loaded({ reportId }: { reportId: number }) {
  const me = useMe();
  const report = useQuery({
    queryKey: ['report', reportId],
    queryFn: ({ signal }) => reportById(reportId, signal),
  });
  const rollup = useQuery({
    queryKey: ['rollup', reportId, report.data?.version],
    queryFn: ({ signal }) => rollupOf(reportId, signal),
    placeholderData: (before) => before,
    enabled: report.data !== undefined,
  });
  const dimensions = useDimensions();
  const failed = [report, rollup].find(({ isError, data }) => isError && !data);
  if (failed) return <FailureScreen error={failed.error} retry={() => void failed.refetch()} />;
  if (!report.data || !rollup.data || !me || !dimensions) return <Waiting />;
  return (
    <Desk report={report.data} rollup={rollup.data} personId={me.person?.id ?? 0} dimensions={dimensions} />
  );
}

interface DeskProps {
  readonly report: Report;
  readonly rollup: Rollup;
  readonly personId: number;
  readonly dimensions: NonNullable<ReturnType<typeof useDimensions>>;
}

function Desk({ report, rollup, personId, dimensions }: DeskProps) {
  const { say } = useWords();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const keeper = useReportKeeper(report, personId);
  const readOnly = !report.may.includes('fill');
  const outline = useMemo(() => numbered(report.call.form.outline), [report.call.form.outline]);
  const go = (part: { [K in keyof RollupSearch]: RollupSearch[K] | undefined }) =>
    void navigate({ search: kept<RollupSearch>({ ...search, ...part } as RollupSearch), resetScroll: false });
  const context = {
    keeper,
    readOnly,
    dimensions,
    look: (figure: number, cell: string) => go({ figure, cell: cell || undefined }),
    giveBack: null,
  };
  const at = outline.find(({ section }) => section.id === search.section) ?? outline[0];
  return (
    <DeskProvider value={context}>
      <Page
        wide
        title={say('Tổng hợp: {name}', { name: report.call.name })}
        lead={<ReportFacts report={report} />}
        actions={<RollupActions report={report} />}
      >
        <ReportingFigures reporting={rollup.reporting} />
        <JudgedLine reporting={rollup.reporting} />
        <div className={css['desk']}>
          <SectionTabs outline={outline} at={at} onChoose={(section) => go({ section })} />
          {at ? <SectionDesk key={at.section.id} at={at} report={report} rollup={rollup} /> : null}
        </div>
        <ReportFoot report={report} onReturn={() => undefined} />
      </Page>
      {search.figure ? (
        <FigureDialog
          report={report}
          indicatorId={search.figure}
          cell={search.cell ?? ''}
          onClose={() => go({ figure: undefined, cell: undefined })}
        />
      ) : null}
    </DeskProvider>
  );
}

function RollupActions({ report }: { report: Report }) {
  const { say } = useWords();
  return (
    <>
      <Exports
        href={(form) => exportedRollup(form, report.id)}
        hint={say('Mỗi dòng là một số liệu của một đơn vị, kể cả đơn vị chưa gửi và số liệu phân tổ.')}
      />
      <ToReport report={report} />
      <MakeDocument report={report} />
    </>
  );
}

function ToReport({ report }: { report: Report }) {
  const { say } = useWords();
  return (
    <>
      <Link to="/bao-cao/dot/$id" params={{ id: String(report.callId) }} className={buttonClass()}>
        {say('Tình hình gửi báo cáo')}
      </Link>
      <Link to="/bao-cao/$id" params={{ id: String(report.id) }} className={buttonClass()}>
        {say('Xem cả báo cáo')}
      </Link>
    </>
  );
}

interface TabsProps {
  readonly outline: readonly Numbered[];
  readonly at: Numbered | undefined;
  readonly onChoose: (sectionId: string) => void;
}

function SectionTabs({ outline, at, onChoose }: TabsProps) {
  const { say } = useWords();
  return (
    <nav className={css['outline']} aria-label={say('Đề cương báo cáo')}>
      <select
        className={css['sectionSelect']}
        aria-label={say('Mục')}
        value={at?.section.id}
        onChange={(event) => onChoose(event.target.value)}
      >
        {outline.map(({ section, marker }) => (
          <option key={section.id} value={section.id}>
            {marker} {section.title}
          </option>
        ))}
      </select>
      <ol>
        {outline.map(({ section, marker }) => (
          <li key={section.id} data-level={section.level}>
            <button
              type="button"
              lang="vi"
              aria-current={section.id === at?.section.id ? 'true' : undefined}
              onClick={() => onChoose(section.id)}
            >
              <span>{marker}</span> {section.title}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}

interface SectionDeskProps {
  readonly at: Numbered;
  readonly report: Report;
  readonly rollup: Rollup;
}

function SectionDesk({ at: { section, marker }, report, rollup }: SectionDeskProps) {
  const { say } = useWords();
  const codes = section.indicators ?? [];
  const rows = codes.flatMap((code) => rollup.rows.find((row) => row.code === code) ?? []);
  return (
    <div className={rolls['rollup']}>
      <h2 lang="vi">
        {marker} {section.title}
      </h2>
      {rows.length > 0 ? <RollupTable report={report} rows={rows} /> : null}
      {section.text ? <BelowTexts report={report} section={section} /> : null}
      {rows.length === 0 && !section.text ? (
        <p className={css['nothing']}>{say('Mục này chỉ có các mục con.')}</p>
      ) : null}
    </div>
  );
}
