// What happened to a report, and where it is quoted above.
import type { Report } from '@nhipcau/server/contract';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { moment } from '../language/dates.ts';
import { useWords } from '../language/words.ts';
import { Failure, Waiting } from '../ui/notice.tsx';
import css from './report.module.css';
import { reportEvents, reportUses } from './requests.ts';
import { Returns } from './section.tsx';
import { eventWords } from './words.ts';

export function ReportTrail({ report }: { report: Report }) {
  const { say } = useWords();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Returns report={report} sectionId={null} />
      <details className={css['trail']} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>{say('Lịch sử của báo cáo')}</summary>
        {open ? <Trail report={report} /> : null}
      </details>
    </>
  );
}

function Trail({ report }: { report: Report }) {
  const { say, language } = useWords();
  const events = useQuery({
    queryKey: ['report', report.id, 'events', report.version],
    queryFn: ({ signal }) => reportEvents(report.id, signal),
  });
  const uses = useQuery({
    queryKey: ['report', report.id, 'uses', report.version],
    queryFn: ({ signal }) => reportUses(report.id, signal),
  });
  if (events.isError) return <Failure error={events.error} retry={() => void events.refetch()} />;
  if (!events.data) return <Waiting />;
  const titles = new Map(report.call.form.outline.map(({ id, title }) => [id, title]));
  return (
    <>
      <ul className={css['events']}>
        {events.data.rows.map((event, index) => (
          // Events have no ids; they only grow.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={`${event.at} ${index}`}>
            <time dateTime={event.at}>{moment(event.at, language)}</time>
            <span>
              {say(eventWords[event.action] ?? 'Thay đổi khác')}
              {event.who ? ` – ${event.who}` : ''}
              {event.sectionId ? ` – ${titles.get(event.sectionId) ?? event.sectionId}` : ''}
              {event.reason ? <q lang="vi">{event.reason}</q> : null}
            </span>
          </li>
        ))}
      </ul>
      {uses.data && uses.data.rows.length > 0 ? (
        <>
          <h3>{say('Được dùng trong báo cáo cấp trên')}</h3>
          <ul className={css['events']}>
            {uses.data.rows.map((use) => (
              <li
                key={`${use.reportId} ${use.sectionId} ${use.sourceSectionId} ${use.indicatorId} ${use.cell}`}
              >
                <Link to="/bao-cao/$id" params={{ id: String(use.reportId) }} hash={use.sectionId} lang="vi">
                  {use.unit.name}
                </Link>
                <span lang="vi">{titles.get(use.sectionId) ?? use.sectionId}</span>
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </>
  );
}
