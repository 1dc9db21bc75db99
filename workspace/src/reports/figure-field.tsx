// One figure to write: the number as the reader's language writes it, what the records say beside it, and all that is to be said of it.
import type { FormIndicator, ReportFigure } from '@nhipcau/server/contract';
import { useId, useState } from 'react';
import { moment } from '../language/dates.ts';
import { useWords } from '../language/words.ts';
import { Button } from '../ui/button.tsx';
import { failureWords } from '../ui/notice.tsx';
import { figureKey, figureOf, lacksReason, type FigureEdit, type Item } from './desk.ts';
import { useDesk, usePiece } from './desk-context.ts';
import css from './figures.module.css';
import { shownNumber, typedNumber } from './numbers.ts';

export interface Place {
  readonly indicator: FormIndicator;
  readonly cell: string;
  /** What a screen reader says of the field. */
  readonly label: string;
}

interface Written {
  readonly figure: ReportFigure | undefined;
  readonly edit: FigureEdit | null;
  readonly value: number | null;
  readonly derivable: boolean;
  readonly differs: boolean;
}

/** The figure as the reader sees it: what the server holds, with what is not saved yet. */
export function useFigure({ indicator, cell }: Pick<Place, 'indicator' | 'cell'>): Written {
  const figure = usePiece(({ report }) => figureOf(report, indicator.id, cell));
  const item = usePiece(({ pending }) => pending[figureKey(indicator.id, cell)]);
  const edit = item?.of === 'figure' ? item.edit : null;
  const derivable = indicator.formula !== null;
  const value = edit?.asDerived
    ? (figure?.derived ?? null)
    : edit?.names
      ? edit.names.length
      : edit?.value === undefined
        ? (figure?.value ?? null)
        : edit.value;
  const differs =
    derivable &&
    !edit?.asDerived &&
    (edit?.names
      ? true
      : value !== (figure?.derived ?? null) || ((figure?.changed ?? false) && edit === null));
  return { figure, edit, value, derivable, differs };
}

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
        aria-invalid={wrong !== null}
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

/** All that is to be said of a figure: why it differs, what is odd, who changed it too, names and weight, a note. */
export function FigureNotes({ place }: { place: Place }) {
  const { readOnly } = useDesk();
  const { figure, edit, value } = useFigure(place);
  const { indicator } = place;
  const averaged = indicator.rule === 'average' && indicator.weight === null;
  return (
    <>
      <Collision place={place} />
      <Refused place={place} />
      {indicator.rule === 'distinct' ? <Names place={place} /> : null}
      {averaged && !readOnly ? <Weight place={place} /> : null}
      <Reason place={place} />
      {figure && edit === null ? <Warnings figure={figure} /> : null}
      <Note place={place} lacking={value === null && indicator.required} />
    </>
  );
}

function Warnings({ figure }: { figure: ReportFigure }) {
  const { say } = useWords();
  // How many of those below have it stands in its column already.
  const warnings = figure.warnings.filter(({ code }) => code !== 'below-missing');
  if (warnings.length === 0) return null;
  return (
    <ul className={css['warnings']} aria-label={say('Điều cần xem lại')}>
      {warnings.map((warning) => (
        <li key={warning.code}>{warning.text}</li>
      ))}
    </ul>
  );
}

function Reason({ place }: { place: Place }) {
  const { say, language } = useWords();
  const { keeper, readOnly } = useDesk();
  const id = useId();
  const { figure, edit, derivable, differs } = useFigure(place);
  const { indicator, cell } = place;
  const lacking = usePiece(({ report, pending }) => {
    const item = pending[figureKey(indicator.id, cell)];
    return item !== undefined && lacksReason(report, item);
  });
  if (!derivable || !(differs || figure?.changed) || edit?.asDerived) return null;
  const from = figure?.derived == null ? '–' : shownNumber(figure.derived, language, indicator.decimals);
  const who =
    figure?.changed && edit === null
      ? say('{who} sửa lúc {when}; theo sổ là {number}.', {
          who: figure.changedBy ?? '–',
          when: figure.changedAt ? moment(figure.changedAt, language) : '–',
          number: from,
        })
      : say('Khác số theo sổ ({number}).', { number: from });
  if (readOnly)
    return (
      <p className={css['why']}>
        {who} {figure?.reason ? <q lang="vi">{figure.reason}</q> : null}
      </p>
    );
  const reason = edit?.reason ?? figure?.reason ?? '';
  return (
    <div className={css['why']}>
      <label htmlFor={id}>
        {who} {say('Vì sao?')}
      </label>
      <span className={css['line']}>
        <input
          id={id}
          type="text"
          lang="vi"
          maxLength={1000}
          aria-invalid={lacking}
          aria-describedby={lacking ? `${id}-lack` : undefined}
          value={reason}
          onChange={(event) => keeper.figure(indicator.id, cell, { reason: event.target.value })}
        />
        {figure?.derivedAt ? (
          <Button small look="plain" onClick={() => keeper.figure(indicator.id, cell, { asDerived: true })}>
            {say('Lấy lại số theo sổ')}
          </Button>
        ) : null}
      </span>
      {lacking ? (
        <span id={`${id}-lack`} className={css['lack']}>
          {say('Ghi lý do thì số này mới được lưu.')}
        </span>
      ) : null}
    </div>
  );
}

function Note({ place, lacking }: { place: Place; lacking: boolean }) {
  const { say } = useWords();
  const { keeper, readOnly } = useDesk();
  const id = useId();
  const [open, setOpen] = useState(false);
  const { figure, edit } = useFigure(place);
  const { indicator, cell } = place;
  const note = edit?.note ?? figure?.note ?? '';
  if (readOnly)
    return note ? (
      <p className={css['why']} lang="vi">
        {note}
      </p>
    ) : null;
  if (!open && !note) {
    return cell === '' ? (
      <Button small look="plain" className={css['addNote'] ?? ''} onClick={() => setOpen(true)}>
        {lacking ? say('Chưa có số: ghi lý do') : say('Thêm ghi chú')}
        <span className="hidden-text">: {place.label}</span>
      </Button>
    ) : null;
  }
  return (
    <div className={css['why']}>
      <label htmlFor={id}>{say('Ghi chú')}</label>
      <input
        id={id}
        type="text"
        lang="vi"
        maxLength={1000}
        value={note}
        onChange={(event) => keeper.figure(indicator.id, cell, { note: event.target.value || null })}
      />
    </div>
  );
}

function Names({ place }: { place: Place }) {
  const { say } = useWords();
  const { keeper, readOnly } = useDesk();
  const id = useId();
  const { figure, edit } = useFigure(place);
  const { indicator, cell } = place;
  const [typed, setTyped] = useState<string | null>(null);
  const names = edit?.names ?? figure?.names ?? [];
  if (readOnly)
    return names.length > 0 ? (
      <p className={css['why']} lang="vi">
        {names.join('; ')}
      </p>
    ) : null;
  return (
    <div className={css['why']}>
      <label htmlFor={id}>
        {say('Tên từng đối tượng được đếm, mỗi dòng một tên; tên trùng ở các đơn vị chỉ được tính một lần')}
      </label>
      <textarea
        id={id}
        lang="vi"
        rows={Math.min(8, Math.max(2, names.length + 1))}
        value={typed ?? names.join('\n')}
        onBlur={() => setTyped(null)}
        onChange={(event) => {
          setTyped(event.target.value);
          const list = event.target.value
            .split('\n')
            .map((name) => name.trim())
            .filter(Boolean);
          keeper.figure(indicator.id, cell, { names: [...new Set(list)] });
        }}
      />
    </div>
  );
}

function Weight({ place }: { place: Place }) {
  const { say, language } = useWords();
  const { keeper } = useDesk();
  const id = useId();
  const { figure, edit } = useFigure(place);
  const [typed, setTyped] = useState<string | null>(null);
  const weight = edit?.weight === undefined ? (figure?.weight ?? null) : edit.weight;
  return (
    <div className={css['why']}>
      <label htmlFor={id}>{say('Trọng số khi tính bình quân (ví dụ: số người, số lớp)')}</label>
      <input
        id={id}
        className={css['weight']}
        inputMode="decimal"
        autoComplete="off"
        value={typed ?? shownNumber(weight, language)}
        onBlur={() => setTyped(null)}
        onChange={(event) => {
          setTyped(event.target.value);
          const next = typedNumber(event.target.value, language);
          if (next !== undefined && (next ?? 0) >= 0)
            keeper.figure(place.indicator.id, place.cell, { weight: next });
        }}
      />
    </div>
  );
}

function Collision({ place }: { place: Place }) {
  const { say, language } = useWords();
  const { keeper } = useDesk();
  const key = figureKey(place.indicator.id, place.cell);
  const there = usePiece(({ conflicts }) => conflicts.has(key));
  const item: Item | undefined = usePiece(({ pending }) => pending[key]);
  const { figure } = useFigure(place);
  if (!there || item?.of !== 'figure') return null;
  const said = (value: number | null | undefined) =>
    value == null ? '–' : shownNumber(value, language, place.indicator.decimals);
  const mine = item.edit.names ? item.edit.names.length : (item.edit.value ?? figure?.value);
  return (
    <div className={css['collision']} role="alert">
      <span>
        {say('{who} vừa ghi {theirs} ở ô này; bạn ghi {mine}, chưa lưu.', {
          who: figure?.changedBy ?? say('Người khác'),
          theirs: said(figure?.value),
          mine: said(mine),
        })}
      </span>
      <Button small onClick={() => keeper.choose(key, 'theirs')}>
        {say('Lấy {number} của họ', { number: said(figure?.value) })}
      </Button>
      <Button small onClick={() => keeper.choose(key, 'mine')}>
        {say('Giữ {number} của tôi', { number: said(mine) })}
      </Button>
    </div>
  );
}

function Refused({ place }: { place: Place }) {
  const { say } = useWords();
  const { keeper } = useDesk();
  const key = figureKey(place.indicator.id, place.cell);
  const error = usePiece(({ refused }) => refused[key]);
  if (error === undefined) return null;
  const { title, detail } = failureWords(error, say);
  return (
    <div className={css['collision']} role="alert">
      <span>
        {title}. {detail}
      </span>
      <Button small onClick={() => keeper.drop(key)}>
        {say('Bỏ số tôi vừa ghi')}
      </Button>
    </div>
  );
}
