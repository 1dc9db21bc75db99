// How the yearly report stands: who has sent it, and its indicators beside those of the last period and the targets.
import type { ReportCallList, Rollup } from '@nhipcau/server/contract';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useMay } from '../access/me.ts';
import { useWords, type Say } from '../language/words.ts';
import { nameIn, unitIn } from '../reports/cells.ts';
import { shownNumber } from '../reports/numbers.ts';
import { callList, rollupOf } from '../reports/requests.ts';
import { Failure } from '../ui/notice.tsx';
import css from './board.module.css';
import { movesOf, toldIndicators } from './ranking.ts';

const most = 10;

type Call = ReportCallList['rows'][number];

export function Reported({ unitId, year }: { unitId: number; year: number }) {
  const { say } = useWords();
  const may = useMay()('report.read');
  const calls = useQuery({
    queryKey: ['calls', { unit: unitId, year }],
    queryFn: ({ signal }) => callList({ unit: unitId, year, size: 100 }, signal),
    enabled: may,
  });
  const call = calls.data?.rows.find(
    ({ frequency, status, ownReportId }) =>
      frequency === 'year' && status !== 'cancelled' && ownReportId !== null,
  );
  const rollup = useQuery({
    queryKey: ['rollup', call?.ownReportId],
    queryFn: ({ signal }) => rollupOf(call?.ownReportId ?? 0, signal),
    enabled: call !== undefined,
  });
  const failed = calls.error ?? rollup.error;
  return (
    <section aria-labelledby="bang-bao-cao" className={css['sheet']}>
      <h2 id="bang-bao-cao">{say('Báo cáo năm và chỉ tiêu')}</h2>
      {failed ? <Failure error={failed} /> : null}
      {call ? (
        <>
          <p className={css['sentence']}>
            <Link to={`/bao-cao/dot/${call.id}` as '/'}>{call.name}</Link>
            {': '}
            {sentOf(call, say)}
          </p>
          {rollup.data ? <Indicators rollup={rollup.data} /> : null}
        </>
      ) : (
        <p className={css['sentence']}>{say('Chưa có đợt báo cáo năm nào của năm này.')}</p>
      )}
    </section>
  );
}

const sentOf = ({ reporting }: Call, say: Say): string =>
  say(
    '{sent, number} trên {expected, number} đơn vị đã gửi ({onTime, number} đúng hạn, {late, number} quá hạn); {missing, number} quá hạn chưa gửi, {waiting, number} còn hạn.',
    {
      sent: reporting.sent,
      expected: reporting.expected,
      onTime: reporting.onTime,
      late: reporting.late,
      missing: reporting.missing,
      waiting: reporting.waiting,
    },
  );

function Indicators({ rollup }: { rollup: Rollup }) {
  const { say, language } = useWords();
  const told = toldIndicators(rollup.rows, most);
  if (told.length === 0) return <p className={css['sentence']}>{say('Chưa có số liệu được chấp nhận.')}</p>;
  const { risen, fallen, same } = movesOf(told);
  return (
    <>
      {risen + fallen + same > 0 ? (
        <p className={css['sentence']}>
          {say(
            'So với kỳ trước: {risen, number} chỉ tiêu tăng, {fallen, number} giảm, {same, number} không đổi.',
            {
              risen,
              fallen,
              same,
            },
          )}
        </p>
      ) : null}
      <table className={css['indicators']}>
        <thead>
          <tr>
            <th scope="col">{say('Chỉ tiêu báo cáo')}</th>
            <th scope="col">{say('Kỳ này')}</th>
            <th scope="col">{say('Kỳ trước')}</th>
            <th scope="col">{say('Mục tiêu')}</th>
          </tr>
        </thead>
        <tbody>
          {told.map(({ id, decimals, total, last, target, ...named }) => (
            <tr key={id}>
              <th scope="row" lang={language === 'en' && named.nameEn ? 'en' : 'vi'}>
                {nameIn(named, language)} <span className={css['unit']}>{unitIn(named, language)}</span>
              </th>
              <td>{shownNumber(total, language, decimals)}</td>
              <td>{shownNumber(last, language, decimals)}</td>
              <td>{shownNumber(target, language, decimals)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
