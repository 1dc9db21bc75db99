// The figures of a section rolled up, each opening to the units' parts.
import type { Report, RollupParts, RollupRow } from '@nhipcau/server/contract';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useWords, type Message } from '../language/words.ts';
import { Button } from '../ui/button.tsx';
import { Failure, Waiting } from '../ui/notice.tsx';
import { Scroller } from '../ui/scroller.tsx';
import { cellWords, nameIn, unitIn } from './cells.ts';
import { useDesk } from './desk-context.ts';
import css from './figures.module.css';
import { shownNumber } from './numbers.ts';
import records from './records.module.css';
import { StandingTags } from './report-facts.tsx';
import { rollupParts } from './requests.ts';

const ruleWords: Readonly<Record<RollupRow['rule'], Message>> = {
  sum: 'cộng',
  last: 'số mới nhất, cộng các đơn vị',
  average: 'bình quân theo trọng số',
  distinct: 'đếm không trùng',
};

export function RollupTable({ report, rows }: { report: Report; rows: readonly RollupRow[] }) {
  const { say } = useWords();
  return (
    <Scroller className={css['scroll']} aria-label={say('Số liệu tổng hợp')}>
      <table className={css['table']} data-layered="true">
        <caption className="hidden-text">{say('Số liệu tổng hợp')}</caption>
        <thead>
          <tr>
            <th scope="col">{say('Chỉ tiêu|báo cáo')}</th>
            <th scope="col" data-number>
              {say('Kỳ trước')}
            </th>
            <th scope="col" data-number>
              {say('Mục tiêu')}
            </th>
            <th scope="col" data-number>
              {say('Của đơn vị')}
            </th>
            <th scope="col" data-number>
              {say('Cấp dưới')}
            </th>
            <th scope="col" data-number>
              {say('Tổng')}
            </th>
          </tr>
        </thead>
        {rows.map((row) => (
          <Indicator key={row.indicatorId} report={report} row={row} />
        ))}
      </table>
    </Scroller>
  );
}

type Cell = RollupRow['cells'][number];

function Indicator({ report, row }: { report: Report; row: RollupRow }) {
  const { say, language } = useWords();
  const { dimensions } = useDesk();
  const [wide, setWide] = useState(false);
  const whole = row.cells.find(({ cell }) => cell === '');
  const parts = row.cells.filter(({ cell }) => cell !== '');
  const name = nameIn(row, language);
  const unit = unitIn(row, language);
  return (
    <tbody>
      <Line
        report={report}
        row={row}
        cell={whole ?? blank('')}
        name={name}
        about={[unit, say(ruleWords[row.rule])].filter(Boolean).join(' · ')}
      />
      {parts.length > 0 ? (
        <tr className={css['notes']}>
          <td colSpan={6}>
            <Button small look="plain" aria-expanded={wide} onClick={() => setWide(!wide)}>
              {wide ? say('Thu gọn phân tổ') : say('Xem phân tổ ({n, number})', { n: parts.length })}
              <span className="hidden-text">: {name}</span>
            </Button>
          </td>
        </tr>
      ) : null}
      {wide
        ? parts.map((cell) => (
            <Line
              key={cell.cell}
              report={report}
              row={row}
              cell={cell}
              name={cellWords(cell.cell, dimensions, language)}
              deep
            />
          ))
        : null}
    </tbody>
  );
}

const blank = (cell: string): Cell => ({
  cell,
  own: null,
  below: null,
  total: null,
  n: 0,
  last: null,
  target: null,
  warnings: [],
});

interface LineProps {
  readonly report: Report;
  readonly row: RollupRow;
  readonly cell: Cell;
  readonly name: string;
  readonly about?: string;
  readonly deep?: boolean;
}

function Line({ report, row, cell, name, about, deep }: LineProps) {
  const { say, language } = useWords();
  const [open, setOpen] = useState(false);
  const said = (value: number | null) => (value === null ? '–' : shownNumber(value, language, row.decimals));
  const warnings = cell.warnings.filter(({ code }) => code !== 'below-missing');
  return (
    <>
      <tr data-deep={deep}>
        <th scope="row" lang="vi">
          {name}
          {about ? <small>{about}</small> : null}
        </th>
        <td data-number data-label={say('Kỳ trước')}>
          {said(cell.last)}
        </td>
        <td data-number data-label={say('Mục tiêu')}>
          {said(cell.target)}
        </td>
        <td data-number data-label={say('Của đơn vị')}>
          {said(cell.own)}
        </td>
        <td data-number data-label={say('Cấp dưới')}>
          <button
            type="button"
            className={css['derived']}
            aria-expanded={open}
            onClick={() => setOpen(!open)}
          >
            {said(cell.below)}
            <span className="hidden-text"> {say('xem phần của từng đơn vị: {what}', { what: name })}</span>
          </button>
        </td>
        <td data-number data-total data-label={say('Tổng')}>
          {said(cell.total)}
          <small>{say('{n, number} báo cáo', { n: cell.n })}</small>
        </td>
      </tr>
      {warnings.length > 0 || open ? (
        <tr className={css['notes']}>
          <td colSpan={6}>
            {warnings.length > 0 ? (
              <ul className={css['warnings']}>
                {warnings.map((warning) => (
                  <li key={warning.code}>{warning.text}</li>
                ))}
              </ul>
            ) : null}
            {open ? <Parts report={report} row={row} cell={cell.cell} /> : null}
          </td>
        </tr>
      ) : null}
    </>
  );
}

function Parts({ report, row, cell }: { report: Report; row: RollupRow; cell: string }) {
  const { say } = useWords();
  const parts = useQuery({
    queryKey: ['rollup', report.id, report.version, 'parts', row.indicatorId, cell],
    queryFn: ({ signal }) => rollupParts({ id: report.id, indicatorId: row.indicatorId, cell }, signal),
  });
  if (parts.isError) return <Failure error={parts.error} retry={() => void parts.refetch()} />;
  if (!parts.data) return <Waiting />;
  return (
    <table className={records['records']}>
      <caption>{say('Phần của từng đơn vị')}</caption>
      <tbody>
        {parts.data.rows.map((part) => (
          <Part key={`${part.reportId} ${part.own}`} part={part} decimals={row.decimals} />
        ))}
      </tbody>
    </table>
  );
}

interface PartProps {
  readonly part: RollupParts['rows'][number];
  readonly decimals: number;
}

function Part({ part, decimals }: PartProps) {
  const { say, language } = useWords();
  return (
    <tr>
      <th scope="row" lang="vi">
        <Link to="/bao-cao/$id" params={{ id: String(part.reportId) }}>
          {part.unit.name}
        </Link>
        {part.own ? <small>{say('phần của chính đơn vị')}</small> : null}
      </th>
      <td>
        {part.own ? null : (
          <StandingTags row={{ ...part, mergedInto: null, handed: null, givenBack: false }} />
        )}
      </td>
      <td>
        {part.own || part.counted ? null : say('chưa tính vào tổng')}
        {part.changed ? <small>{say('khác số theo sổ')}</small> : null}
        {part.warnings.map((warning) => (
          <small key={warning.code}>{warning.text}</small>
        ))}
      </td>
      <td data-number>{part.value === null ? '–' : shownNumber(part.value, language, decimals)}</td>
    </tr>
  );
}
