// The figures of a section: last period, target, own, below, total; what is to be said of one stands in the line below it.
import type { FormIndicator } from '@nhipcau/server/contract';
import { useState } from 'react';
import { useWords } from '../language/words.ts';
import { Button } from '../ui/button.tsx';
import { Scroller } from '../ui/scroller.tsx';
import { Breakdown } from './breakdown.tsx';
import { useDesk, usePiece } from './desk-context.ts';
import { DerivedLink, FigureField } from './figure-field.tsx';
import { FigureNotes } from './figure-notes.tsx';
import css from './figures.module.css';
import { figurePlace } from './next-figure.tsx';
import { nameIn } from './cells.ts';
import { shownNumber } from './numbers.ts';
import { useFigure } from './use-figure.ts';

export function FiguresTable({
  indicators,
  caption,
}: {
  indicators: readonly FormIndicator[];
  caption: string;
}) {
  const { say } = useWords();
  const layered = usePiece(({ report }) => report.below !== null);
  if (indicators.length === 0) return null;
  return (
    <>
      <Scroller className={css['scroll']} aria-label={caption}>
        <table className={css['table']} data-layered={layered}>
          <caption className="hidden-text">{caption}</caption>
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
                {layered ? say('Của đơn vị') : say('Số liệu')}
              </th>
              {layered ? (
                <>
                  <th scope="col" data-number>
                    {say('Cấp dưới')}
                  </th>
                  <th scope="col" data-number>
                    {say('Tổng')}
                  </th>
                </>
              ) : null}
            </tr>
          </thead>
          {indicators.map((indicator) => (
            <IndicatorRow key={indicator.id} indicator={indicator} layered={layered} />
          ))}
        </table>
      </Scroller>
      <Incomparable indicators={indicators} />
    </>
  );
}

/** Why figures stand beside no last period, said once. */
function Incomparable({ indicators }: { indicators: readonly FormIndicator[] }) {
  const ids = new Set(indicators.map(({ id }) => id));
  const said = usePiece(({ report }) =>
    [
      ...new Set(
        report.figures.flatMap(({ indicatorId, cell, last, lastOf }) =>
          ids.has(indicatorId) && cell === '' && last === null && lastOf ? [lastOf] : [],
        ),
      ),
    ].join('\n'),
  );
  return said ? <p className={css['apart']}>{said}</p> : null;
}

function IndicatorRow({ indicator, layered }: { indicator: FormIndicator; layered: boolean }) {
  const { say, language } = useWords();
  const { readOnly } = useDesk();
  const [open, setOpen] = useState(false);
  const place = { indicator, cell: '', label: nameIn(indicator, language) };
  const { figure } = useFigure(place);
  const unit = language === 'en' && indicator.unitEn ? indicator.unitEn : indicator.unit;
  const number = (value: number | null | undefined) =>
    value == null ? '–' : shownNumber(value, language, indicator.decimals);
  const broken = usePiece(({ report }) =>
    report.figures.some((one) => one.indicatorId === indicator.id && one.cell !== ''),
  );
  const expected = usePiece(({ report }) => report.below?.expected ?? 0);
  const columns = layered ? 6 : 4;
  const splits = indicator.breakdowns.length > 0 && (!readOnly || broken);
  return (
    <tbody id={figurePlace(indicator.id)}>
      <tr>
        <th scope="row" lang={language === 'en' && indicator.nameEn ? 'en' : 'vi'}>
          {place.label}
          {indicator.required ? <span className={css['required']}> *</span> : null}
          {unit ? <small>{unit}</small> : null}
        </th>
        <td
          data-number
          data-label={say('Kỳ trước')}
          data-none={figure?.last == null || undefined}
          title={figure?.lastOf ?? undefined}
        >
          {number(figure?.last)}
        </td>
        <td data-number data-label={say('Mục tiêu')} data-none={figure?.target == null || undefined}>
          {number(figure?.target)}
        </td>
        <td data-number data-own data-label={layered ? say('Của đơn vị') : say('Số liệu')}>
          <FigureField place={place} />
          <DerivedLink place={place} />
        </td>
        {layered ? (
          <>
            <td data-number data-label={say('Cấp dưới')}>
              {number(figure?.below?.value)}
              {figure?.below ? (
                <small>
                  {say('{n, number}/{all, number} báo cáo', { n: figure.below.n, all: expected })}
                </small>
              ) : null}
            </td>
            <td data-number data-total data-label={say('Tổng')}>
              {number(figure?.total)}
            </td>
          </>
        ) : null}
      </tr>
      <tr className={css['notes']}>
        <td colSpan={columns}>
          <FigureNotes place={place} />
          {splits ? (
            <Button small look="plain" aria-expanded={open} onClick={() => setOpen(!open)}>
              {open ? say('Thu gọn phân tổ') : say('Xem phân tổ')}
              <span className="hidden-text">: {place.label}</span>
            </Button>
          ) : null}
          {open
            ? indicator.breakdowns.map((breakdown) => (
                <Breakdown
                  key={breakdown.join(' ')}
                  indicator={indicator}
                  breakdown={breakdown}
                  layered={layered}
                />
              ))
            : null}
        </td>
      </tr>
    </tbody>
  );
}
