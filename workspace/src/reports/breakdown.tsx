// One breakdown of an indicator: a line for each part. A short list of parts stands there whole; of a long one only what is used.
import type { FormIndicator } from '@nhipcau/server/contract';
import { useState } from 'react';
import { useWords } from '../language/words.ts';
import { Button } from '../ui/button.tsx';
import { cellOf, cellWords, isOf, nameIn, offeredIn } from './cells.ts';
import { useDesk, usePiece } from './desk-context.ts';
import { figureOf } from './desk-items.ts';
import { DerivedLink, FigureField } from './figure-field.tsx';
import { FigureNotes } from './figure-notes.tsx';
import css from './figures.module.css';
import { useFigure } from './use-figure.ts';
import { shownNumber } from './numbers.ts';

interface Props {
  readonly indicator: FormIndicator;
  readonly breakdown: readonly string[];
  readonly layered: boolean;
}

const shownWhole = 16;

export function Breakdown({ indicator, breakdown, layered }: Props) {
  const { say, language } = useWords();
  const { dimensions, readOnly } = useDesk();
  const [added, setAdded] = useState<readonly string[]>([]);
  const used = usePiece(({ report }) => report.figures)
    .filter((one) => one.indicatorId === indicator.id && isOf(one.cell, breakdown))
    .map(({ cell }) => cell);
  const parts = breakdown.flatMap((key) => dimensions.find((one) => one.key === key) ?? []);
  const [only] = parts;
  const from = usePiece(({ report }) => report.call.from);
  const items = only ? offeredIn(only, from) : [];
  const whole = parts.length === 1 && only && items.length <= shownWhole && !readOnly;
  const cells = whole
    ? [...new Set([...items.map(({ key }) => cellOf({ [only.key]: key })), ...used])]
    : [...new Set([...used, ...added])];
  const title = parts.map((part) => nameIn(part, language)).join(' × ');
  return (
    <div className={css['breakdown']}>
      <table>
        <caption>{say('Phân tổ theo {what}', { what: title })}</caption>
        <tbody>
          {cells.map((cell) => (
            <Part key={cell} indicator={indicator} cell={cell} layered={layered} />
          ))}
        </tbody>
        <Sum indicator={indicator} cells={cells} />
      </table>
      {whole || readOnly ? null : (
        <AddPart breakdown={breakdown} taken={cells} onAdd={(cell) => setAdded([...added, cell])} />
      )}
    </div>
  );
}

function Part({ indicator, cell, layered }: { indicator: FormIndicator; cell: string; layered: boolean }) {
  const { say, language } = useWords();
  const { dimensions } = useDesk();
  const words = cellWords(cell, dimensions, language);
  const place = { indicator, cell, label: `${nameIn(indicator, language)}: ${words}` };
  const { figure } = useFigure(place);
  return (
    <tr>
      <th scope="row">
        {words}
        {figure?.target == null ? null : (
          <small>{say('mục tiêu {number}', { number: shownNumber(figure.target, language) })}</small>
        )}
      </th>
      <td data-number>
        <FigureField place={place} />
        <DerivedLink place={place} />
        <FigureNotes place={place} />
      </td>
      {layered ? (
        <td data-number data-total>
          {figure?.total == null ? '–' : shownNumber(figure.total, language, indicator.decimals)}
        </td>
      ) : null}
    </tr>
  );
}

/** The sum of the parts as they stand, beside the whole; they are never made equal by the machine. */
function Sum({ indicator, cells }: { indicator: FormIndicator; cells: readonly string[] }) {
  const { say, language } = useWords();
  const { keeper, readOnly } = useDesk();
  const { value } = useFigure({ indicator, cell: '' });
  const sum = usePiece(({ report, pending }) => {
    const values = cells.flatMap((cell) => {
      const item = pending[`figure ${indicator.id} ${cell}`];
      const own = item?.of === 'figure' ? item.edit.value : undefined;
      return (own === undefined ? figureOf(report, indicator.id, cell)?.value : own) ?? [];
    });
    return values.length === 0 ? null : Math.round(values.reduce((a, b) => a + b, 0) * 1e6) / 1e6;
  });
  if (sum === null || indicator.rule === 'average' || indicator.rule === 'distinct') return null;
  return (
    <tfoot>
      <tr>
        <th scope="row">{say('Cộng')}</th>
        <td data-number>
          {shownNumber(sum, language, indicator.decimals)}
          {sum !== value && indicator.formula === null && !readOnly ? (
            <Button small look="plain" onClick={() => keeper.figure(indicator.id, '', { value: sum })}>
              {say('Lấy làm số chung')}
            </Button>
          ) : null}
        </td>
      </tr>
    </tfoot>
  );
}

interface AddProps {
  readonly breakdown: readonly string[];
  readonly taken: readonly string[];
  readonly onAdd: (cell: string) => void;
}

function AddPart({ breakdown, taken, onAdd }: AddProps) {
  const { say, language } = useWords();
  const { dimensions } = useDesk();
  const from = usePiece(({ report }) => report.call.from);
  const [chosen, setChosen] = useState<Readonly<Record<string, string>>>({});
  const parts = breakdown.flatMap((key) => dimensions.find((one) => one.key === key) ?? []);
  const complete = parts.every(({ key }) => chosen[key]);
  const cell = complete ? cellOf(chosen) : '';
  return (
    <div className={css['addPart']}>
      {parts.map((part) => (
        <select
          key={part.key}
          aria-label={nameIn(part, language)}
          value={chosen[part.key] ?? ''}
          onChange={(event) => setChosen({ ...chosen, [part.key]: event.target.value })}
        >
          <option value="">{nameIn(part, language)}…</option>
          {offeredIn(part, from).map((item) => (
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
