// A unit's report: filled, signed off, judged; every figure opens to the records behind it.
import type { Dimension, Report } from '@nhipcau/server/contract';
import '@fontsource/tinos/latin-400.css';
import '@fontsource/tinos/latin-700.css';
import '@fontsource/tinos/latin-400-italic.css';
import '@fontsource/tinos/vietnamese-400.css';
import '@fontsource/tinos/vietnamese-700.css';
import '@fontsource/tinos/vietnamese-400-italic.css';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useLocation } from '@tanstack/react-router';
import { useEffect, useMemo, useState } from 'react';
import { kept } from '../address.ts';
import { useMe } from '../access/me.ts';
import { dimensionList } from '../indicators/requests.ts';
import { useWords } from '../language/words.ts';
import { buttonClass } from '../ui/button.tsx';
import { Exports } from '../ui/exports.tsx';
import { FailureScreen, Notice, Waiting } from '../ui/notice.tsx';
import { Page } from '../ui/page.tsx';
import { DeskProvider, useReportKeeper } from './desk-context.ts';
import { FigureDialog } from './figure-dialog.tsx';
import { sectionFold, useFolds, useNarrow } from './folds.ts';
import { NextFigure } from './next-figure.tsx';
import { numbered } from './outline.ts';
import { OutlineNav } from './outline-nav.tsx';
import { ReportFoot } from './report-foot.tsx';
import { ReportFacts } from './report-facts.tsx';
import { ReportTrail } from './report-trail.tsx';
import { exportedReport, reportById } from './requests.ts';
import { ReturnDialog, type Reason } from './return-dialog.tsx';
import css from './report.module.css';
import { SectionPart } from './section.tsx';

const route = getRouteApi('/bao-cao/$id');

export function ReportScreen() {
  const id = Number(route.useParams().id);
  const me = useMe();
  const report = useQuery({
    queryKey: ['report', id],
    queryFn: ({ signal }) => reportById(id, signal),
    // Files are read for marks of secrecy within seconds.
    refetchInterval: ({ state }) => (state.data?.evidence.some(isChecking) ? 3000 : false),
  });
  const dimensions = useDimensions();
  if (report.isError && !report.data)
    return <FailureScreen error={report.error} retry={() => void report.refetch()} />;
  if (!report.data || !me || !dimensions) return <Waiting />;
  return <ReportDesk key={id} report={report.data} personId={me.person?.id ?? 0} dimensions={dimensions} />;
}

const isChecking = ({ state }: Report['evidence'][number]) => state === 'checking';

/** Names of what figures are broken down by. */
export function useDimensions(): readonly Dimension[] | undefined {
  const query = useQuery({
    queryKey: ['dimensions'],
    queryFn: ({ signal }) => dimensionList(signal),
    staleTime: 300_000,
  });
  return query.data?.rows ?? (query.isError ? [] : undefined);
}

interface DeskProps {
  readonly report: Report;
  readonly personId: number;
  readonly dimensions: readonly Dimension[];
}

function ReportDesk({ report, personId, dimensions }: DeskProps) {
  const { say } = useWords();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const keeper = useReportKeeper(report, personId);
  const [reasons, setReasons] = useState<readonly Reason[] | null>(null);
  const narrow = useNarrow();
  const folds = useFolds(report.id, firstOpen(report));
  const { unfold } = folds;
  const hash = useLocation({ select: (location) => location.hash });
  useEffect(() => {
    if (hash) unfold(sectionFold(hash));
  }, [hash, unfold]);
  const readOnly = !report.may.includes('fill');
  const back = report.may.includes('give-back') ? 'give-back' : 'return';
  const judges = report.may.includes(back);
  const context = useMemo(
    () => ({
      keeper,
      readOnly,
      dimensions,
      look: (figure: number, cell: string) =>
        void navigate({ search: kept({ figure, cell }), resetScroll: false }),
      giveBack: judges
        ? (sectionId: string) => setReasons((before) => [...(before ?? []), { sectionId, reason: '' }])
        : null,
    }),
    [keeper, readOnly, dimensions, navigate, judges],
  );
  return (
    <DeskProvider value={context}>
      <Page
        wide
        title={report.call.name}
        lead={<ReportFacts report={report} />}
        actions={
          <>
            {report.sealed ? null : (
              <Exports
                print
                href={(form) => exportedReport(form, report.id)}
                hint={say(
                  'Excel và JSON có cả thuyết minh, minh chứng và số liệu các đơn vị; CSV chỉ có số liệu của báo cáo này.',
                )}
              />
            )}
            {report.below ? <ToRollup report={report} /> : null}
          </>
        }
      >
        {report.sealed ? (
          <Sealed />
        ) : (
          <Sheet report={report} folds={folds} narrow={narrow} readOnly={readOnly} />
        )}
        <ReportTrail report={report} />
        <ReportFoot report={report} onReturn={() => setReasons([{ sectionId: null, reason: '' }])} />
      </Page>
      {search.figure ? (
        <FigureDialog
          report={report}
          indicatorId={search.figure}
          cell={search.cell ?? ''}
          onClose={() => void navigate({ search: {}, replace: true, resetScroll: false })}
        />
      ) : null}
      {reasons ? (
        <ReturnDialog
          report={report}
          reasons={reasons}
          onChange={setReasons}
          onClose={() => setReasons(null)}
          act={back}
          title={say(back === 'return' ? 'Trả lại báo cáo' : 'Trả lại cho chuyên viên')}
        />
      ) : null}
    </DeskProvider>
  );
}

/** What was sent back, else the first section; the rest waits folded on a narrow screen. */
function firstOpen({ returns, call }: Report): readonly string[] {
  const returned = returns.flatMap(({ sectionId }) => sectionId ?? []);
  const [first] = call.form.outline.filter(({ text, indicators }) => text || (indicators ?? []).length > 0);
  return (returned.length > 0 ? returned : first ? [first.id] : []).map(sectionFold);
}

function ToRollup({ report }: { report: Report }) {
  const { say } = useWords();
  return (
    <>
      <Link
        to="/bao-cao/dot/$id"
        params={{ id: String(report.callId) }}
        search={report.depth === 0 ? {} : { parent: report.id }}
        className={buttonClass()}
      >
        {say('Tình hình gửi báo cáo')}
      </Link>
      <Link
        to="/bao-cao/dot/$id/tong-hop"
        params={{ id: String(report.callId) }}
        search={report.depth === 0 ? {} : { report: report.id }}
        className={buttonClass()}
      >
        {say('Tổng hợp')}
      </Link>
    </>
  );
}

function Sealed() {
  const { say } = useWords();
  return (
    <Notice tone="river" title={say('Đơn vị đang lập báo cáo, chưa gửi')}>
      {say('Nội dung, số liệu và minh chứng xem được sau khi đơn vị gửi.')}
    </Notice>
  );
}

interface SheetProps {
  readonly report: Report;
  readonly folds: ReturnType<typeof useFolds>;
  readonly narrow: boolean;
  readonly readOnly: boolean;
}

function Sheet({ report, folds, narrow, readOnly }: SheetProps) {
  const outline = useMemo(() => numbered(report.call.form.outline), [report.call.form.outline]);
  return (
    <>
      <div className={css['desk']}>
        <OutlineNav outline={outline} report={report}>
          {narrow ? null : <NextFigure report={report} folds={folds} />}
        </OutlineNav>
        <article className={css['sheet']} data-read-only={readOnly || undefined}>
          {outline.map(({ section, marker }) => (
            <SectionPart
              key={section.id}
              section={section}
              marker={marker}
              report={report}
              folds={narrow ? folds : null}
            />
          ))}
        </article>
      </div>
      {narrow ? <NextFigure report={report} folds={folds} /> : null}
    </>
  );
}
