// Behind a figure: the formula in words, the records that it counts, and who changed it when and why.
import type { FigureRecords, Report } from '@nhipcau/server/contract';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { moment } from '../language/dates.ts';
import { useWords } from '../language/words.ts';
import { Dialog } from '../ui/dialog.tsx';
import { Failure, Waiting } from '../ui/notice.tsx';
import { Pages } from '../ui/pages.tsx';
import { Scroller } from '../ui/scroller.tsx';
import { cellWords, nameIn } from './cells.ts';
import { useDesk } from './desk-context.ts';
import { figureOf } from './desk-items.ts';
import css from './records.module.css';
import { shownNumber } from './numbers.ts';
import { figureHistory, figureRecords } from './requests.ts';

interface Props {
  readonly report: Report;
  readonly indicatorId: number;
  readonly cell: string;
  readonly onClose: () => void;
}

export function FigureDialog({ report, indicatorId, cell, onClose }: Props) {
  const { say, language } = useWords();
  const { dimensions } = useDesk();
  const indicator = report.call.form.indicators.find(({ id }) => id === indicatorId);
  if (!indicator) return null;
  const part = cellWords(cell, dimensions, language);
  const name = nameIn(indicator, language);
  return (
    <Dialog title={part ? `${name}: ${part}` : name} wide onClose={onClose}>
      <div className={css['behind']}>
        {indicator.definition ? <p lang="vi">{indicator.definition}</p> : null}
        {indicator.formula ? <Records report={report} indicatorId={indicatorId} cell={cell} /> : null}
        <History report={report} indicatorId={indicatorId} cell={cell} />
        {figureOf(report, indicatorId, cell)?.derivedAt ? (
          <p className={css['faint']}>
            {say('Số theo sổ được tính lúc {when}.', {
              when: moment(figureOf(report, indicatorId, cell)?.derivedAt ?? '', language),
            })}
          </p>
        ) : null}
      </div>
    </Dialog>
  );
}

type At = Omit<Props, 'onClose'>;

function Records({ report, indicatorId, cell }: At) {
  const { say, language } = useWords();
  const [part, setPart] = useState(0);
  const [page, setPage] = useState(1);
  const size = 25;
  const asked = { cell, part, page, size };
  const records = useQuery({
    queryKey: ['report', report.id, 'records', indicatorId, asked],
    queryFn: ({ signal }) => figureRecords({ id: report.id, indicatorId }, asked, signal),
    placeholderData: keepPreviousData,
  });
  if (records.isError) return <Failure error={records.error} retry={() => void records.refetch()} />;
  if (!records.data) return <Waiting />;
  const { words, parts } = records.data;
  const shown = parts[part] ?? parts[0];
  return (
    <section>
      <h3>{say('Cách tính')}</h3>
      <p>{words}</p>
      {parts.length > 1 ? (
        <div role="group" aria-label={say('Phần của công thức')} className={css['formulaParts']}>
          {parts.map((one, index) => (
            // The parts of a formula stand in their order.
            // oxlint-disable-next-line react/no-array-index-key
            <button
              key={index}
              type="button"
              aria-pressed={index === part}
              onClick={() => (setPart(index), setPage(1))}
            >
              {one.words}:{' '}
              <strong className="figures">
                {one.value === null ? '–' : shownNumber(one.value, language)}
              </strong>
            </button>
          ))}
        </div>
      ) : null}
      {shown ? <RecordTable part={shown} /> : <p>{say('Công thức này không đếm bản ghi nào.')}</p>}
      <Pages page={page} pages={Math.ceil((shown?.total ?? 0) / size)} onPage={setPage} />
    </section>
  );
}

function RecordTable({ part }: { part: FigureRecords['parts'][number] }) {
  const { say, language } = useWords();
  const [first] = part.rows;
  return (
    <>
      <p role="status">{say('{n, number} bản ghi', { n: part.total })}</p>
      {first ? (
        <Scroller className={css['recordScroll']} aria-label={say('Các bản ghi')}>
          <table className={css['records']}>
            <thead>
              <tr>
                <th scope="col">{say('Bản ghi')}</th>
                <th scope="col">{say('Đơn vị|một')}</th>
                {first.fields.map(({ name, label }) => (
                  <th key={name} scope="col">
                    {label}
                  </th>
                ))}
                <th scope="col" data-number>
                  {say('Tính vào')}
                </th>
              </tr>
            </thead>
            <tbody>
              {part.rows.map((row) => (
                <tr key={`${row.register} ${row.recordId}`}>
                  <td lang="vi">
                    <a href={row.href}>{row.title}</a>
                  </td>
                  <td lang="vi">{row.unit.name}</td>
                  {row.fields.map(({ name, value }) => (
                    <td key={name}>{value}</td>
                  ))}
                  <td data-number>{row.adds === null ? '–' : shownNumber(row.adds, language)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroller>
      ) : null}
    </>
  );
}

function History({ report, indicatorId, cell }: At) {
  const { say, language } = useWords();
  const history = useQuery({
    queryKey: ['report', report.id, 'history', indicatorId, report.version],
    queryFn: ({ signal }) => figureHistory(report.id, indicatorId, signal),
  });
  const rows = history.data?.rows.filter((one) => one.cell === cell) ?? [];
  if (history.isError) return <Failure error={history.error} retry={() => void history.refetch()} />;
  if (rows.length === 0) return null;
  const said = (value: number | null) => (value === null ? '–' : shownNumber(value, language));
  return (
    <section>
      <h3>{say('Các lần sửa')}</h3>
      <ul className={css['history']}>
        {rows.map((one) => (
          <li key={one.at}>
            <time dateTime={one.at}>{moment(one.at, language)}</time>
            <span>
              {say('{who}: {before} → {after}', {
                who: one.who ?? say('hệ thống'),
                before: said(one.before),
                after: said(one.after),
              })}
              {one.derived === null ? '' : ` (${say('theo sổ: {number}', { number: said(one.derived) })})`}
              {one.reason ? <q lang="vi">{one.reason}</q> : null}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
