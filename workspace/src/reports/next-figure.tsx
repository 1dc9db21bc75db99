// The way to the next figure that is empty or odd, wherever it is folded away.
import type { FormIndicator, Report } from '@nhipcau/server/contract';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useWords } from '../language/words.ts';
import { Button } from '../ui/button.tsx';
import { indicatorsOf, useDesk, usePiece } from './desk-context.ts';
import css from './folds.module.css';
import { groupFold, sectionFold, type Folds } from './folds.ts';
import { groupsOf, isOdd, nextOf, openFigures, writtenOf } from './progress.ts';
import { ProgressWords, useProgress } from './progress-words.tsx';

interface Place {
  readonly indicator: FormIndicator;
  readonly parts: readonly string[];
}

/** Each indicator of the outline with what must be unfolded to see it. */
function placesOf(report: Report, language: string): readonly Place[] {
  return report.call.form.outline.flatMap((section) =>
    groupsOf(indicatorsOf(report, section.indicators ?? []), language).flatMap(({ name, indicators }) =>
      indicators.map((indicator) => ({
        indicator,
        parts: [sectionFold(section.id), ...(name ? [groupFold(section.id, name)] : [])],
      })),
    ),
  );
}

export const figurePlace = (indicatorId: number): string => `so-${indicatorId}`;

/** The figure at which the reader writes just now. */
function figureInFocus(): number | null {
  const id = document.activeElement?.closest('tbody[id^="so-"]')?.id.slice(3);
  return id ? Number(id) : null;
}

export function NextFigure({ report, folds }: { report: Report; folds: Folds }) {
  const { say, language } = useWords();
  const { readOnly } = useDesk();
  const held = usePiece((desk) => desk.report);
  const pending = usePiece((desk) => desk.pending);
  const places = useMemo(() => placesOf(report, language), [report, language]);
  const indicators = useMemo(() => places.map(({ indicator }) => indicator), [places]);
  const progress = useProgress(indicators);
  const [target, setTarget] = useState<{ readonly id: number } | null>(null);
  const last = useRef<number | null>(null);
  useEffect(() => {
    const place = target && document.getElementById(figurePlace(target.id));
    if (!place) return;
    const field =
      place.querySelector<HTMLElement>('input, textarea') ?? place.querySelector<HTMLElement>('button');
    place.scrollIntoView({ block: 'center' });
    field?.focus({ preventScroll: true });
  }, [target]);
  const written = writtenOf(held, pending, report.call.form.outline);
  if (progress.all === 0 && written.all === 0) return null;
  const order = indicators.map(({ id }) => id);
  const empty = openFigures(held, pending, order);
  // Who only reads has no empty fields to fill.
  const open = readOnly
    ? empty.filter((id) => held.figures.some((one) => one.indicatorId === id && isOdd(one)))
    : empty;
  const go = () => {
    const id = nextOf(open, order, figureInFocus() ?? last.current);
    if (id === undefined) return;
    last.current = id;
    folds.unfold(...(places.find(({ indicator }) => indicator.id === id)?.parts ?? []));
    setTarget({ id });
  };
  return (
    <div className={css['next']} role="group" aria-label={say('Tiến độ nhập số liệu')}>
      <ProgressWords progress={progress} written={written} />
      {open.length > 0 ? (
        // Pressed from within a field: the field keeps the focus, so that it is known where the reader is.
        <Button small onPointerDown={(event) => event.preventDefault()} onClick={go}>
          {say('Đến chỗ tiếp theo')}
          <span className="hidden-text"> {say(readOnly ? '(có cảnh báo)' : '(trống hoặc có cảnh báo)')}</span>
        </Button>
      ) : null}
    </div>
  );
}
