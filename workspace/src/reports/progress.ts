// How far the figures of a report are: how many are given, which are odd, which comes next.
import type { FormIndicator, Report, ReportFigure, ReportSection } from '@nhipcau/server/contract';
import { plainText } from './content.ts';
import { figureKey, textKey, type Item, type Pending } from './desk-items.ts';

export interface Progress {
  readonly all: number;
  readonly given: number;
  readonly warned: number;
}

type Figures = Pick<Report, 'figures'>;

/** Who of those below has it stands in its own column; a figure that is missing is empty, not odd. */
const quiet: ReadonlySet<string> = new Set(['below-missing', 'missing']);

const wholeOf = ({ figures }: Figures, indicatorId: number): ReportFigure | undefined =>
  figures.find((figure) => figure.indicatorId === indicatorId && figure.cell === '');

const editOf = (item: Item | undefined) => (item?.of === 'figure' ? item.edit : null);

function isGiven(report: Figures, pending: Pending, id: number): boolean {
  const figure = wholeOf(report, id);
  const edit = editOf(pending[figureKey(id, '')]);
  if (edit?.names) return edit.names.length > 0;
  const own = edit?.value === undefined ? (figure?.value ?? null) : edit.value;
  return own !== null || (figure?.total ?? null) !== null || Boolean(edit?.note ?? figure?.note);
}

export const isOdd = ({ warnings }: Pick<ReportFigure, 'warnings'>): boolean =>
  warnings.some(({ code }) => !quiet.has(code));

/** What was typed since is judged when it is saved. */
const isWarned = (report: Figures, pending: Pending, id: number): boolean =>
  !pending[figureKey(id, '')] && report.figures.some((figure) => figure.indicatorId === id && isOdd(figure));

export function progressOf(
  report: Figures,
  pending: Pending,
  indicators: readonly Pick<FormIndicator, 'id'>[],
): Progress {
  return {
    all: indicators.length,
    given: indicators.filter(({ id }) => isGiven(report, pending, id)).length,
    warned: indicators.filter(({ id }) => isWarned(report, pending, id)).length,
  };
}

/** Of the sections that ask for words: how many there are, and how many have some. */
export function writtenOf(
  { texts }: Pick<Report, 'texts'>,
  pending: Pending,
  outline: readonly Pick<ReportSection, 'id' | 'text'>[],
): Pick<Progress, 'all' | 'given'> {
  const asks = outline.filter(({ text }) => text);
  const isWritten = ({ id }: Pick<ReportSection, 'id'>) => {
    const item = pending[textKey(id)];
    const held = texts.find(({ sectionId }) => sectionId === id)?.content;
    const content = item?.of === 'text' ? item.content : held;
    return content !== undefined && plainText(content).trim() !== '';
  };
  return { all: asks.length, given: asks.filter(isWritten).length };
}

/** Where there is something to do, in the order of the report. */
export const openFigures = (report: Figures, pending: Pending, ids: readonly number[]): readonly number[] =>
  ids.filter((id) => !isGiven(report, pending, id) || isWarned(report, pending, id));

/** The one after where the reader is, from the beginning again at the end; undefined: there is none. */
export function nextOf(
  open: readonly number[],
  order: readonly number[],
  at: number | null,
): number | undefined {
  const place = at === null ? -1 : order.indexOf(at);
  return open.find((id) => order.indexOf(id) > place) ?? open[0];
}

export interface Group {
  readonly name: string;
  readonly indicators: readonly FormIndicator[];
}

/** Fewer than this are read at one look. */
const few = 6;

/** A long section by the groups of its indicators, in their order; one group: it is not parted. */
export function groupsOf(indicators: readonly FormIndicator[], language: string): readonly Group[] {
  const named = (one: FormIndicator) => (language === 'en' && one.groupEn ? one.groupEn : one.group);
  const groups = [...Map.groupBy(indicators, named)].map(([name, all]) => ({ name, indicators: all }));
  return indicators.length < few || groups.length < 2 ? [{ name: '', indicators }] : groups;
}
