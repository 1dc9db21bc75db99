// Targets of an indicator by unit and period; without a value a target is no more.
import type { Indicator, TargetInput, UnitRef } from '@nhipcau/server/contract';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useMay } from '../access/me.ts';
import { UnitField } from '../duties/unit-field.tsx';
import { useWords } from '../language/words.ts';
import css from '../regimes/regimes.module.css';
import list from '../reports/list.module.css';
import { shownNumber, typedNumber } from '../reports/numbers.ts';
import { Button } from '../ui/button.tsx';
import { Failure } from '../ui/notice.tsx';
import { periodWords } from '../reports/words.ts';
import { setTargets, targetList } from './requests.ts';

export function Targets({ indicator }: { indicator: Indicator }) {
  const { say, language } = useWords();
  const may = useMay();
  const queries = useQueryClient();
  const targets = useQuery({
    queryKey: ['targets', indicator.id],
    queryFn: ({ signal }) => targetList({ indicator: indicator.id, size: 200 }, signal),
  });
  const put = useMutation({
    mutationFn: (target: TargetInput) => setTargets({ targets: [target] }),
    onSuccess: () => void queries.invalidateQueries({ queryKey: ['targets', indicator.id] }),
  });
  const rows = targets.data?.rows ?? [];
  if (targets.isError) return <Failure error={targets.error} retry={() => void targets.refetch()} />;
  if (rows.length === 0 && !may('indicator.target')) return null;
  return (
    <section className={list['group']}>
      <h2>{say('Mục tiêu theo đơn vị và kỳ')}</h2>
      {put.error ? <Failure error={put.error} /> : null}
      {rows.length > 0 ? (
        <table className={`${list['table']} ${list['hideable']}`}>
          <thead>
            <tr>
              <th scope="col">{say('Đơn vị|một')}</th>
              <th scope="col">{say('Kỳ báo cáo')}</th>
              <th scope="col" data-number>
                {say('Mục tiêu')}
              </th>
              <th scope="col">
                <span className="hidden-text">{say('Việc khác')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((target) => (
              <tr key={target.id}>
                <th scope="row" lang="vi">
                  {target.unit.name}
                </th>
                <td>{periodWords(target.period, say)}</td>
                <td data-number>{shownNumber(target.value, language)}</td>
                <td>
                  {target.mayChange ? (
                    <Button
                      small
                      look="plain"
                      disabled={put.isPending}
                      onClick={() =>
                        put.mutate({
                          indicatorId: indicator.id,
                          unitId: target.unit.id,
                          period: target.period,
                          cell: target.cell,
                          value: null,
                          version: target.version,
                        })
                      }
                    >
                      {say('Bỏ {what}', { what: say('mục tiêu') })}
                    </Button>
                  ) : null}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
      {may('indicator.target') ? (
        <NewTarget
          key={rows.length}
          busy={put.isPending}
          onPut={(unit, period, value) => {
            const before = rows.find(
              (one) => one.unit.id === unit.id && one.period === period && one.cell === '',
            );
            put.mutate({
              indicatorId: indicator.id,
              unitId: unit.id,
              period,
              value,
              version: before?.version ?? 0,
            });
          }}
        />
      ) : null}
    </section>
  );
}

interface NewProps {
  readonly busy: boolean;
  readonly onPut: (unit: UnitRef, period: string, value: number) => void;
}

function NewTarget({ busy, onPut }: NewProps) {
  const { say, language } = useWords();
  const [unit, setUnit] = useState<UnitRef | null>(null);
  const [period, setPeriod] = useState(() => String(new Date().getFullYear()));
  const [text, setText] = useState('');
  const value = typedNumber(text, language);
  const ready = unit !== null && period !== '' && typeof value === 'number';
  return (
    <div className={css['row']}>
      <UnitField label={say('Đơn vị|một')} value={unit} onChange={setUnit} />
      <label className={css['field']}>
        {say('Kỳ báo cáo')}
        <input type="text" value={period} onChange={(event) => setPeriod(event.target.value.trim())} />
      </label>
      <label className={css['field']}>
        {say('Mục tiêu')}
        <input
          type="text"
          inputMode="decimal"
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </label>
      <Button
        disabled={!ready || busy}
        onClick={() => unit && typeof value === 'number' && onPut(unit, period, value)}
      >
        {say('Đặt mục tiêu')}
      </Button>
    </div>
  );
}
