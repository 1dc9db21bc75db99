// All that is to be said of a figure: why it differs, what is odd, who changed it too, a note.
import type { ReportFigure } from '@nhipcau/server/contract';
import { useId, useState } from 'react';
import { moment } from '../language/dates.ts';
import { useWords } from '../language/words.ts';
import { Button } from '../ui/button.tsx';
import { figureKey, lacksReason } from './desk-items.ts';
import { useDesk, usePiece } from './desk-context.ts';
import { Evidence } from './evidence.tsx';
import { Collision, Refused } from './figure-collision.tsx';
import { Names, Weight } from './figure-parts.tsx';
import css from './figures.module.css';
import { shownNumber } from './numbers.ts';
import { useFigure, type Place } from './use-figure.ts';

export function FigureNotes({ place }: { place: Place }) {
  const { readOnly } = useDesk();
  const { figure, edit, value } = useFigure(place);
  const report = usePiece((desk) => desk.report);
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
      {place.cell === '' ? (
        <Evidence report={report} place={{ indicatorId: indicator.id }} label={place.label} />
      ) : null}
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
