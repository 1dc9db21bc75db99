// The classes by unit or by group: figures in columns, a bar beside them, a last row that is their sum.
import type { ClassCounts } from '@nhipcau/server/contract';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { figure } from '../language/dates.ts';
import { useWords } from '../language/words.ts';
import { Button } from '../ui/button.tsx';
import type { OverviewSearch } from './addresses.ts';
import { Bar } from './bar.tsx';
import type { DutySearch } from '../duties/addresses.ts';
import { classWords } from '../duties/classes.ts';
import { classValues } from './class-words.ts';
import { classNames, sum } from './counting.ts';
import css from './overview.module.css';

export interface BreakdownRow {
  readonly key: string;
  readonly label: string;
  readonly counts: ClassCounts;
  readonly behind: DutySearch;
  /** The overview one level further down; null: there is none. */
  readonly down: OverviewSearch | null;
  readonly unitId: number | null;
}

const shownAtFirst = 15;

interface Props {
  readonly head: string;
  readonly total: ClassCounts;
  readonly rows: readonly BreakdownRow[];
}

export function BreakdownTable({ head, total, rows }: Props) {
  const { say, language } = useWords();
  const [all, setAll] = useState(false);
  const most = Math.max(1, ...rows.map(({ counts }) => sum(counts)));
  const shown = all ? rows : rows.slice(0, shownAtFirst);
  return (
    <>
      <table className={css['table']}>
        <thead>
          <tr>
            <th scope="col">{head}</th>
            {classNames.map((name) => (
              <th key={name} scope="col" className={css['count']}>
                <span aria-hidden="true" className={`${css['key']} ${css[name]}`} />
                <span className={css['headWords']}>{say(classWords[classValues[name]].words)}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((row) => (
            <Row key={row.key} row={row} most={most} />
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{say('Cộng')}</th>
            {classNames.map((name) => (
              <td key={name} className={css['count']}>
                {figure(total[name], language)}
              </td>
            ))}
          </tr>
        </tfoot>
      </table>
      {rows.length > shownAtFirst ? (
        <Button look="plain" small onClick={() => setAll(!all)}>
          {all ? say('Thu gọn') : say('Hiện cả {n, number} dòng', { n: rows.length })}
        </Button>
      ) : null}
    </>
  );
}

function Row({ row, most }: { row: BreakdownRow; most: number }) {
  const { language } = useWords();
  return (
    <tr>
      <th scope="row" lang="vi">
        {row.down ? (
          <Link to="/" search={row.down}>
            {row.label}
          </Link>
        ) : row.unitId === null ? (
          row.label
        ) : (
          <Link to={`/don-vi/${row.unitId}` as '/'}>{row.label}</Link>
        )}
        <Bar counts={row.counts} whole={most} />
      </th>
      {classNames.map((name) => (
        <td key={name} className={css['count']}>
          {row.counts[name] === 0 ? (
            <span className={css['zero']}>0</span>
          ) : (
            <Link
              to="/viec"
              search={{ ...row.behind, class: [classValues[name]] }}
              className={name === 'overdue' ? css['overdueInk'] : undefined}
            >
              {figure(row.counts[name], language)}
            </Link>
          )}
        </td>
      ))}
    </tr>
  );
}
