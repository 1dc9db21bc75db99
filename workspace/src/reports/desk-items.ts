// What is changed on a report's desk, item by item: a figure or a section's text, with the version that the change began with.
import type {
  FigureInput,
  Report,
  ReportChange,
  ReportFigure,
  SectionContent,
} from '@nhipcau/server/contract';

export type FigureEdit = Omit<FigureInput, 'version' | 'indicatorId' | 'cell'>;

/** `since`: the version of the item that the change began with. */
export type Item =
  | {
      readonly of: 'figure';
      readonly indicatorId: number;
      readonly cell: string;
      readonly edit: FigureEdit;
      readonly since: number;
    }
  | {
      readonly of: 'text';
      readonly sectionId: string;
      readonly content: SectionContent;
      readonly since: number;
    };
export type Pending = Readonly<Record<string, Item>>;

export const figureKey = (indicatorId: number, cell: string): string => `figure ${indicatorId} ${cell}`;
export const textKey = (sectionId: string): string => `text ${sectionId}`;
export const keyOf = (item: Item) =>
  item.of === 'figure' ? figureKey(item.indicatorId, item.cell) : textKey(item.sectionId);

export const figureOf = (report: Report, indicatorId: number, cell: string): ReportFigure | undefined =>
  report.figures.find((figure) => figure.indicatorId === indicatorId && figure.cell === cell);
export const textOf = (report: Report, sectionId: string) =>
  report.texts.find((text) => text.sectionId === sectionId);

export const versionIn = (report: Report, item: Item): number =>
  (item.of === 'figure'
    ? figureOf(report, item.indicatorId, item.cell)?.version
    : textOf(report, item.sectionId)?.version) ?? 0;

const sameNames = (a: readonly string[] | null | undefined, b: readonly string[] | null | undefined) =>
  JSON.stringify(a ?? []) === JSON.stringify(b ?? []);

/** Whether the figure, changed so, says something other than the records. */
function differsFromRecords(report: Report, { indicatorId, cell, edit }: Item & { of: 'figure' }): boolean {
  const indicator = report.call.form.indicators.find(({ id }) => id === indicatorId);
  if (!indicator?.formula || edit.asDerived) return false;
  const figure = figureOf(report, indicatorId, cell);
  if (edit.names) return !sameNames(edit.names, figure?.names) || figure?.changed === true;
  const value = edit.value === undefined ? (figure?.value ?? null) : edit.value;
  return value !== (figure?.derived ?? null);
}

/** A figure that differs from the records is not sent before somebody said why. */
export function lacksReason(report: Report, item: Item): boolean {
  if (item.of === 'text' || !differsFromRecords(report, item)) return false;
  const { edit, indicatorId, cell } = item;
  const reason = edit.reason === undefined ? figureOf(report, indicatorId, cell)?.reason : edit.reason;
  return !reason?.trim();
}

/** Whether the server holds just what the reader wanted. */
export function fulfilled(report: Report, item: Item): boolean {
  if (item.of === 'text')
    return JSON.stringify(textOf(report, item.sectionId)?.content) === JSON.stringify(item.content);
  const figure = figureOf(report, item.indicatorId, item.cell);
  const { value, weight, names, note, reason, asDerived } = item.edit;
  return (
    !asDerived &&
    (value === undefined || value === (figure?.value ?? null)) &&
    (weight === undefined || weight === (figure?.weight ?? null)) &&
    (names === undefined || sameNames(names, figure?.names)) &&
    (note === undefined || note === (figure?.note ?? null)) &&
    (reason === undefined || reason === (figure?.reason ?? null))
  );
}

export function changeOf(items: readonly Item[]): ReportChange {
  return {
    figures: items.flatMap((item) =>
      item.of === 'figure'
        ? [{ ...item.edit, indicatorId: item.indicatorId, cell: item.cell, version: item.since }]
        : [],
    ),
    texts: items.flatMap((item) =>
      item.of === 'text' ? [{ sectionId: item.sectionId, content: item.content, version: item.since }] : [],
    ),
  };
}
