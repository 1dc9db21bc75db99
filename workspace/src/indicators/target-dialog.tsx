// The targets of one unit in one period: for the whole, and for the parts of each breakdown. Those at odds are pointed at, not mended.
import type { Dimension, Indicator, IndicatorTarget, TargetInput, UnitRef } from '@nhipcau/server/contract';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { UnitField } from '../duties/unit-field.tsx';
import { useWords } from '../language/words.ts';
import { planList } from '../plans/requests.ts';
import css from '../regimes/regimes.module.css';
import { cellOf, cellWords, isOf, nameIn } from '../reports/cells.ts';
import { shownNumber, typedNumber } from '../reports/numbers.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Failure, Notice } from '../ui/notice.tsx';
import { periodWords } from '../reports/words.ts';
import own from './indicators.module.css';
import { PeriodField } from './period-field.tsx';
import { setTargets, targetList } from './requests.ts';

interface Props {
  readonly indicator: Indicator;
  readonly dimensions: readonly Dimension[];
  /** Null: of a unit and a period that are still to be chosen. */
  readonly of: { readonly unit: UnitRef; readonly period: string } | null;
  readonly onClose: () => void;
}

export function TargetDialog({ indicator, dimensions, of, onClose }: Props) {
  const { say } = useWords();
  const [unit, setUnit] = useState<UnitRef | null>(of?.unit ?? null);
  const [period, setPeriod] = useState(() => of?.period ?? String(new Date().getFullYear()));
  const ready = unit !== null && /^\d{4}(-(H[12]|9M|Q[1-4]|0[1-9]|1[0-2]|\d{4}))?$/.test(period);
  const there = useQuery({
    queryKey: ['targets', indicator.id, unit?.id, period],
    queryFn: ({ signal }) =>
      targetList({ indicator: indicator.id, unit: unit?.id, period, size: 500 }, signal),
    enabled: ready,
  });
  const rows = (there.data?.rows ?? []).filter((row) => row.unit.id === unit?.id);
  return (
    <Dialog
      wide
      title={of ? `${of.unit.name} – ${periodWords(of.period, say)}` : say('Đặt mục tiêu')}
      onClose={onClose}
    >
      <div className={css['fields']}>
        {of ? null : (
          <div className={css['row']}>
            <UnitField label={say('Đơn vị|một')} value={unit} onChange={setUnit} />
            <PeriodField value={period} onChange={setPeriod} />
          </div>
        )}
        {there.error ? <Failure error={there.error} /> : null}
        {ready && there.data ? (
          <Fields
            key={`${unit.id} ${period} ${rows.map(({ version }) => version).join()}`}
            indicator={indicator}
            dimensions={dimensions}
            unit={unit}
            period={period}
            rows={rows}
            onClose={onClose}
          />
        ) : null}
      </div>
    </Dialog>
  );
}

interface FieldsProps extends Omit<Props, 'of'> {
  readonly unit: UnitRef;
  readonly period: string;
  readonly rows: readonly IndicatorTarget[];
}

function Fields({ indicator, dimensions, unit, period, rows, onClose }: FieldsProps) {
  const { say, language } = useWords();
  const queries = useQueryClient();
  const before = new Map(rows.map((row) => [row.cell, row]));
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const [planId, setPlanId] = useState(before.get('')?.planId ?? rows[0]?.planId ?? null);
  const [note, setNote] = useState(before.get('')?.note ?? rows[0]?.note ?? '');
  const textOf = (cell: string) => typed[cell] ?? shownNumber(before.get(cell)?.value ?? null, language);
  const valueOf = (cell: string) => typedNumber(textOf(cell), language);
  const cells = [...new Set([...before.keys(), ...Object.keys(typed)])];
  const wrong = cells.some((cell) => valueOf(cell) === undefined);
  const save = useMutation({
    mutationFn: () => setTargets({ targets: inputs() }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['targets'] });
      onClose();
    },
  });
  const inputs = (): TargetInput[] =>
    [...new Set(['', ...cells])].flatMap((cell) => {
      const was = before.get(cell);
      const value = valueOf(cell) ?? null;
      if (!was && value === null) return [];
      const same = was?.value === value && was.planId === planId && (was.note ?? '') === note.trim();
      if (same) return [];
      const about = { indicatorId: indicator.id, unitId: unit.id, period, cell, version: was?.version ?? 0 };
      return [{ ...about, value, planId, note: note.trim() || null }];
    });
  return (
    <>
      {save.error ? <Failure error={save.error} /> : null}
      <div className={css['row']}>
        <label className={css['field']}>
          {say('Mục tiêu chung')}{' '}
          {language === 'en' && indicator.unitEn
            ? `(${indicator.unitEn})`
            : indicator.unit
              ? `(${indicator.unit})`
              : ''}
          <input
            type="text"
            inputMode="decimal"
            aria-invalid={valueOf('') === undefined}
            value={textOf('')}
            onChange={(event) => setTyped({ ...typed, '': event.target.value })}
          />
        </label>
        <PlanField unitId={unit.id} value={planId} onChange={setPlanId} />
        <label className={css['field']}>
          {say('Ghi chú')}
          <input
            type="text"
            lang="vi"
            maxLength={500}
            value={note}
            onChange={(event) => setNote(event.target.value)}
          />
        </label>
      </div>
      {indicator.breakdowns.map((breakdown) => (
        <Breakdown
          key={breakdown.join(' ')}
          breakdown={breakdown}
          indicator={indicator}
          dimensions={dimensions}
          cells={cells}
          whole={valueOf('') ?? null}
          textOf={textOf}
          valueOf={valueOf}
          onChange={(cell, text) => setTyped({ ...typed, [cell]: text })}
        />
      ))}
      <div className={own['dialogFoot']}>
        <Button onClick={onClose}>{say('Thôi')}</Button>
        <Button
          look="action"
          disabled={wrong || save.isPending || inputs().length === 0}
          onClick={() => save.mutate()}
        >
          {say('Lưu mục tiêu')}
        </Button>
      </div>
    </>
  );
}

interface BreakdownProps {
  readonly breakdown: readonly string[];
  readonly indicator: Indicator;
  readonly dimensions: readonly Dimension[];
  readonly cells: readonly string[];
  readonly whole: number | null;
  readonly textOf: (cell: string) => string;
  readonly valueOf: (cell: string) => number | null | undefined;
  readonly onChange: (cell: string, text: string) => void;
}

const shownWhole = 16;

function Breakdown({
  breakdown,
  indicator,
  dimensions,
  cells,
  whole,
  textOf,
  valueOf,
  onChange,
}: BreakdownProps) {
  const { say, language } = useWords();
  const parts = breakdown.flatMap((key) => dimensions.find((one) => one.key === key) ?? []);
  const [only] = parts;
  const offered = (only?.items ?? []).filter(({ ended }) => !ended);
  const short = parts.length === 1 && only && offered.length <= shownWhole;
  const listed = [
    ...new Set([
      ...(short ? offered.map(({ key }) => cellOf({ [only.key]: key })) : []),
      ...cells.filter((cell) => isOf(cell, breakdown)),
    ]),
  ];
  const given = listed.flatMap((cell) => valueOf(cell) ?? []);
  const sum = Math.round(given.reduce((all, one) => all + one, 0) * 1e6) / 1e6;
  const adds = indicator.rule === 'sum' || indicator.rule === 'last';
  const apart = adds && given.length > 0 && whole !== null && Math.abs(sum - whole) > 1e-6;
  const title = parts.map((part) => nameIn(part, language)).join(' × ');
  return (
    <details open={given.length > 0}>
      <summary>{say('Phân tổ theo {what}', { what: title })}</summary>
      <div className={own['targetCells']}>
        {listed.map((cell) => (
          <label key={cell} className={css['field']}>
            {cellWords(cell, dimensions, language)}
            <input
              type="text"
              inputMode="decimal"
              aria-invalid={valueOf(cell) === undefined}
              value={textOf(cell)}
              onChange={(event) => onChange(cell, event.target.value)}
            />
          </label>
        ))}
      </div>
      {short ? null : <AddCell parts={parts} taken={listed} onAdd={(cell) => onChange(cell, '')} />}
      {apart ? (
        <Notice tone="soon">
          {say('Các phần cộng được {sum}, khác mục tiêu chung {whole}. Vẫn lưu được; số không tự sửa.', {
            sum: shownNumber(sum, language),
            whole: shownNumber(whole, language),
          })}
        </Notice>
      ) : null}
    </details>
  );
}

interface AddProps {
  readonly parts: readonly Dimension[];
  readonly taken: readonly string[];
  readonly onAdd: (cell: string) => void;
}

function AddCell({ parts, taken, onAdd }: AddProps) {
  const { say, language } = useWords();
  const [chosen, setChosen] = useState<Readonly<Record<string, string>>>({});
  const complete = parts.every(({ key }) => chosen[key]);
  const cell = complete ? cellOf(chosen) : '';
  return (
    <div className={own['node']}>
      {parts.map((part) => (
        <select
          key={part.key}
          aria-label={nameIn(part, language)}
          value={chosen[part.key] ?? ''}
          onChange={(event) => setChosen({ ...chosen, [part.key]: event.target.value })}
        >
          <option value="">{nameIn(part, language)}…</option>
          {part.items
            .filter(({ ended }) => !ended)
            .map((item) => (
              <option key={item.key} value={item.key}>
                {nameIn(item, language)}
              </option>
            ))}
        </select>
      ))}
      <Button
        small
        disabled={!complete || taken.includes(cell)}
        onClick={() => {
          onAdd(cell);
          setChosen({});
        }}
      >
        {say('Thêm dòng')}
      </Button>
    </div>
  );
}

interface PlanProps {
  readonly unitId: number;
  readonly value: number | null;
  readonly onChange: (planId: number | null) => void;
}

/** The plan that says so, where one does. */
function PlanField({ unitId, value, onChange }: PlanProps) {
  const { say } = useWords();
  const plans = useQuery({
    queryKey: ['plans', 'of-unit', unitId],
    queryFn: ({ signal }) => planList({ unit: unitId, size: 100 }, signal),
    staleTime: 60_000,
  });
  const rows = plans.data?.rows ?? [];
  if (rows.length === 0 && value === null) return null;
  return (
    <label className={css['field']}>
      {say('Theo kế hoạch')}
      <select value={value ?? ''} onChange={(event) => onChange(Number(event.target.value) || null)}>
        <option value="">{say('không ghi')}</option>
        {value !== null && !rows.some(({ id }) => id === value) ? (
          <option value={value}>#{value}</option>
        ) : null}
        {rows.map((plan) => (
          <option key={plan.id} value={plan.id}>
            {plan.number ? `${plan.number} – ${plan.title}` : plan.title}
          </option>
        ))}
      </select>
    </label>
  );
}
