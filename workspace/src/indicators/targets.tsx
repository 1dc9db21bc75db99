// Targets of an indicator by unit and period, with those of the parts of a breakdown.
import type { Indicator, IndicatorTarget, UnitRef } from '@nhipcau/server/contract';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useMay } from '../access/me.ts';
import { useWords } from '../language/words.ts';
import { cellWords } from '../reports/cells.ts';
import list from '../reports/list.module.css';
import { shownNumber } from '../reports/numbers.ts';
import { useDimensions } from '../reports/report.tsx';
import { periodWords } from '../reports/words.ts';
import { Button } from '../ui/button.tsx';
import { Failure } from '../ui/notice.tsx';
import own from './indicators.module.css';
import { targetList } from './requests.ts';
import { TargetDialog } from './target-dialog.tsx';

interface Group {
  readonly unit: UnitRef;
  readonly period: string;
  readonly rows: readonly IndicatorTarget[];
}

const groupsOf = (rows: readonly IndicatorTarget[]): readonly Group[] =>
  [...Map.groupBy(rows, ({ unit, period }) => `${unit.id} ${period}`).values()].flatMap((some) => {
    const [first] = some;
    return first ? [{ unit: first.unit, period: first.period, rows: some }] : [];
  });

export function Targets({ indicator }: { indicator: Indicator }) {
  const { say } = useWords();
  const may = useMay();
  const dimensions = useDimensions() ?? [];
  const [editing, setEditing] = useState<Pick<Group, 'unit' | 'period'> | 'new' | null>(null);
  const targets = useQuery({
    queryKey: ['targets', indicator.id],
    queryFn: ({ signal }) => targetList({ indicator: indicator.id, size: 500 }, signal),
  });
  const rows = targets.data?.rows ?? [];
  if (targets.isError) return <Failure error={targets.error} retry={() => void targets.refetch()} />;
  if (rows.length === 0 && !may('indicator.target')) return null;
  const all = targets.data?.total ?? 0;
  return (
    <section className={list['group']}>
      <h2>{say('Mục tiêu theo đơn vị và kỳ')}</h2>
      {rows.length > 0 ? (
        <table className={`${list['table']} ${list['hideable']}`}>
          <thead>
            <tr>
              <th scope="col">{say('Đơn vị|một')}</th>
              <th scope="col">{say('Kỳ báo cáo')}</th>
              <th scope="col" data-number>
                {say('Mục tiêu')}
              </th>
              <th scope="col">{say('Phân tổ')}</th>
              <th scope="col">
                <span className="hidden-text">{say('Việc khác')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {groupsOf(rows).map((group) => (
              <Row
                key={`${group.unit.id} ${group.period}`}
                group={group}
                cellName={(cell, language) => cellWords(cell, dimensions, language)}
                onEdit={() => setEditing(group)}
              />
            ))}
          </tbody>
        </table>
      ) : null}
      {all > rows.length ? (
        <p className={list['none']}>
          {say('Hiện {n, number} trong {all, number} mục tiêu.', { n: rows.length, all })}
        </p>
      ) : null}
      {may('indicator.target') && indicator.endedOn === null ? (
        <Button className={own['setTarget'] ?? ''} onClick={() => setEditing('new')}>
          {say('Đặt mục tiêu')}
        </Button>
      ) : null}
      {editing ? (
        <TargetDialog
          indicator={indicator}
          dimensions={dimensions}
          of={editing === 'new' ? null : editing}
          onClose={() => setEditing(null)}
        />
      ) : null}
    </section>
  );
}

interface RowProps {
  readonly group: Group;
  readonly cellName: (cell: string, language: 'vi' | 'en') => string;
  readonly onEdit: () => void;
}

function Row({ group, cellName, onEdit }: RowProps) {
  const { say, language } = useWords();
  const whole = group.rows.find(({ cell }) => cell === '');
  const parts = group.rows.filter(({ cell }) => cell !== '');
  const plan = group.rows.find((row) => row.plan !== null)?.plan;
  const note = group.rows.find((row) => row.note !== null)?.note;
  return (
    <tr>
      <th scope="row" lang="vi">
        {group.unit.name}
        {plan || note ? <small>{[plan, note].filter(Boolean).join(' · ')}</small> : null}
      </th>
      <td>{periodWords(group.period, say)}</td>
      <td data-number>{whole ? shownNumber(whole.value, language) : '–'}</td>
      <td>
        {parts
          .map(({ cell, value }) => `${cellName(cell, language)}: ${shownNumber(value, language)}`)
          .join('; ')}
        {whole?.warnings.map((words) => (
          <small key={words} className={own['odd']}>
            {words}
          </small>
        ))}
      </td>
      <td>
        {group.rows.some(({ mayChange }) => mayChange) ? (
          <Button small look="plain" onClick={onEdit}>
            {say('Sửa')}
            <span className="hidden-text">: {group.unit.name}</span>
          </Button>
        ) : null}
      </td>
    </tr>
  );
}
