// Whose report, to whom, by when, how it stands.
import type { Report, ReportRow } from '@nhipcau/server/contract';
import { Link } from '@tanstack/react-router';
import { day, moment } from '../language/dates.ts';
import { useWords } from '../language/words.ts';
import { Notice } from '../ui/notice.tsx';
import { Tag } from '../ui/tag.tsx';
import { IssuedAs } from './issued-as.tsx';
import css from './report.module.css';
import { aboutCall, classWords, kindWords, statusWords } from './words.ts';

export function StandingTags({
  row,
}: {
  row: Pick<ReportRow, 'status' | 'class' | 'mergedInto' | 'handed' | 'givenBack'>;
}) {
  const { say } = useWords();
  const status = statusWords[row.status];
  const standing = classWords[row.class];
  if (row.mergedInto !== null) return <Tag>{say('Gộp vào báo cáo khác')}</Tag>;
  return (
    <span className={css['tags']}>
      {row.class === 'excused' || ((row.handed || row.givenBack) && row.status === 'draft') ? null : (
        <Tag tone={status.tone}>{say(status.words)}</Tag>
      )}
      {row.handed ? <Tag tone="river">{say('Chờ lãnh đạo ký gửi')}</Tag> : null}
      {row.givenBack ? <Tag tone="soon">{say('Lãnh đạo trả lại')}</Tag> : null}
      <Tag tone={standing.tone}>{say(standing.words)}</Tag>
    </span>
  );
}

export function ReportFacts({ report }: { report: Report }) {
  const { say, language } = useWords();
  const { call, unit, receiver } = report;
  return (
    <>
      <p lang="vi" className={css['whose']}>
        <strong>{unit.name}</strong>
        {receiver ? ` → ${receiver.name}` : ''}
      </p>
      <p>
        {say(kindWords[call.kind])} · {aboutCall(call, say, language)} ·{' '}
        <strong>{say('hạn gửi {date}', { date: day(report.dueOn, language) })}</strong>
        {report.dueOn === report.firstDueOn
          ? ''
          : ` (${say('hạn đầu {date}', { date: day(report.firstDueOn, language) })})`}
      </p>
      <p className={css['standing']}>
        <StandingTags row={report} />
        {report.submittedOn ? say('gửi ngày {date}', { date: day(report.submittedOn, language) }) : null}
        {report.submittedBy ? ` (${report.submittedBy})` : null}
        {report.reopened > 0 ? ` · ${say('đã mở lại {n, number} lần', { n: report.reopened })}` : null}
        {report.urged > 0 ? (
          <Link to="/don-doc">{say('{n, number} lời đôn đốc chưa trả lời', { n: report.urged })}</Link>
        ) : null}
      </p>
      {report.sealed ? null : <IssuedAs reportId={report.id} />}
      {report.handed ? <Handed handed={report.handed} /> : null}
      {report.covers.length > 1 ? <Covers report={report} /> : null}
      {call.note ? (
        <p lang="vi" className={css['callNote']}>
          {call.note}
        </p>
      ) : null}
      {call.status === 'open' ? null : (
        <Notice>
          {call.status === 'closed'
            ? say('Đợt báo cáo đã đóng: không sửa, gửi hay xem xét được nữa.')
            : say('Đợt báo cáo đã bị hủy: không phải gửi báo cáo này.')}
        </Notice>
      )}
      {report.heir ? <Notice>{say('Đơn vị này nay là {unit}.', { unit: report.heir.name })}</Notice> : null}
      {report.mergedInto ? (
        <Notice tone="river">
          {say('Đơn vị đã sáp nhập: số liệu được gửi chung một lần trong báo cáo của đơn vị mới.')}{' '}
          <Link to="/bao-cao/$id" params={{ id: String(report.mergedInto) }}>
            {say('Mở báo cáo chung')}
          </Link>
        </Notice>
      ) : null}
      {report.excuse ? (
        <Notice>
          {say('Được miễn báo cáo')}: <span lang="vi">{report.excuse}</span>
        </Notice>
      ) : null}
    </>
  );
}

/** It lies with the unit's leaders: since when, from whom, with what word to them. */
function Handed({ handed: { at, by, note } }: { handed: NonNullable<Report['handed']> }) {
  const { say, language } = useWords();
  const when = moment(at, language);
  return (
    <Notice
      tone="river"
      title={say('{who} trình lãnh đạo đơn vị lúc {when}', { who: by ?? say('Chuyên viên'), when })}
    >
      {say('Lãnh đạo đơn vị sửa, ký gửi hoặc trả lại; chuyên viên lấy lại được khi báo cáo chưa gửi.')}
      {note ? (
        <p>
          <q lang="vi">{note}</q>
        </p>
      ) : null}
    </Notice>
  );
}

function Covers({ report }: { report: Report }) {
  const { say } = useWords();
  return (
    <details className={css['covers']}>
      <summary>{say('Báo cáo này tính cho {n, number} đơn vị', { n: report.covers.length })}</summary>
      <p lang="vi">{report.covers.map(({ name }) => name).join('; ')}</p>
    </details>
  );
}
