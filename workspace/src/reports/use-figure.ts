// A figure as the reader sees it: what the server holds, with what is not saved yet.
import type { FormIndicator, ReportFigure } from '@nhipcau/server/contract';
import { figureKey, figureOf, type FigureEdit } from './desk-items.ts';
import { usePiece } from './desk-context.ts';

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
