// One figure to write: the number as the reader's language writes it, and what the records say beside it.
import { useEffect, useId, useState } from 'react';
import { useWords } from '../language/words.ts';
import { useDesk } from './desk-context.ts';
import { figureKey } from './desk-items.ts';
import css from './figures.module.css';
import { shownNumber, typedNumber } from './numbers.ts';
import { useFigure, type Place } from './use-figure.ts';

export function FigureField({ place }: { place: Place }) {
  const { readOnly } = useDesk();
  const { value } = useFigure(place);
  const { language } = useWords();
  if (readOnly)
    return (
      <span className="figures">
        {value === null ? '–' : shownNumber(value, language, place.indicator.decimals)}
      </span>
    );
  if (place.indicator.rule === 'distinct') return <NamesCount place={place} />;
  return <NumberField place={place} />;
}

function NumberField({ place }: { place: Place }) {
  const { say, language } = useWords();
  const { keeper } = useDesk();
  const id = useId();
  const { indicator, cell, label } = place;
  const { value, differs } = useFigure(place);
  const [typed, setTyped] = useState<string | null>(null);
  const number = typed === null ? value : typedNumber(typed, language);
  const whole = indicator.decimals === 0;
  // What the records say may be finer than what a person writes.
  const tooFine = typed !== null && typeof number === 'number' && decimalsOf(number) > indicator.decimals;
  const wrong =
    number === undefined
      ? say('Không phải là số.')
      : tooFine
        ? whole
          ? say('Chỉ tiêu này là số nguyên.')
          : say('Nhiều nhất {n, number} chữ số thập phân.', { n: indicator.decimals })
        : null;
  const key = figureKey(indicator.id, cell);
  const isWrong = wrong !== null;
  useEffect(() => {
    keeper.mistyped(key, isWrong);
    return () => keeper.mistyped(key, false);
  }, [keeper, key, isWrong]);
  const change = (text: string) => {
    setTyped(text);
    const next = typedNumber(text, language);
    if (next !== undefined && !(next !== null && decimalsOf(next) > indicator.decimals))
      keeper.figure(indicator.id, cell, { value: next });
  };
  return (
    <>
      <input
        id={id}
        className={css['number']}
        inputMode={whole ? 'numeric' : 'decimal'}
        autoComplete="off"
        aria-label={label}
        aria-invalid={isWrong}
        aria-describedby={wrong ? `${id}-wrong` : undefined}
        data-changed={differs || undefined}
        value={typed ?? shownNumber(value, language, indicator.decimals)}
        onChange={(event) => change(event.target.value)}
        onBlur={() => wrong === null && setTyped(null)}
        onKeyDown={(event) => event.key === 'Enter' && toNext(event.currentTarget)}
      />
      {wrong ? (
        <span id={`${id}-wrong`} role="alert" className={css['wrong']}>
          {wrong}
        </span>
      ) : null}
    </>
  );
}

const decimalsOf = (value: number): number => String(value).split('.')[1]?.length ?? 0;

/** Enter goes down the figures, as in a sheet. */
function toNext(field: HTMLInputElement): void {
  const all = [...document.querySelectorAll<HTMLInputElement>(`input.${css['number']}`)];
  const next = all[all.indexOf(field) + 1];
  next?.focus();
  next?.select();
}

/** How many names there are; the names themselves are written below. */
function NamesCount({ place }: { place: Place }) {
  const { say, language } = useWords();
  const { value } = useFigure(place);
  return (
    <span className="figures" title={say('Đếm từ danh sách tên bên dưới')}>
      {value === null ? '–' : shownNumber(value, language)}
    </span>
  );
}

/** What the records say, opening to them. */
export function DerivedLink({ place }: { place: Place }) {
  const { say, language } = useWords();
  const { look } = useDesk();
  const { figure, derivable, differs } = useFigure(place);
  if (!derivable || !figure || figure.derivedAt === null) return null;
  const number =
    figure.derived === null ? '–' : shownNumber(figure.derived, language, place.indicator.decimals);
  return (
    <button type="button" className={css['derived']} onClick={() => look(place.indicator.id, place.cell)}>
      {differs ? say('theo sổ: {number}', { number }) : say('từ sổ')}
      <span className="hidden-text"> {say('xem bản ghi: {what}', { what: place.label })}</span>
    </button>
  );
}
