// The parts into which a figure is broken down: "channel=portal;language=en", dimensions in the order of their names.
import type { Dimension } from '@nhipcau/server/contract';
import type { Language } from '../language/words.ts';

export type Parts = Readonly<Record<string, string>>;

const partsOf = (cell: string): Parts =>
  Object.fromEntries(cell ? cell.split(';').map((pair) => pair.split('=') as [string, string]) : []);

export const cellOf = (parts: Parts): string =>
  Object.keys(parts)
    .toSorted()
    .map((name) => `${name}=${parts[name]}`)
    .join(';');

/** Whether a cell is a part of that breakdown. */
export const isOf = (cell: string, breakdown: readonly string[]): boolean =>
  cell !== '' && Object.keys(partsOf(cell)).toSorted().join(';') === [...breakdown].toSorted().join(';');

/** Values that were still offered on some day of a window; figures that name an older one stay. */
export const offeredIn = ({ items }: Dimension, from: string): Dimension['items'] =>
  items.filter(({ endedOn }) => endedOn === null || endedOn >= from);

export const nameIn = ({ name, nameEn }: { name: string; nameEn: string }, language: Language): string =>
  language === 'en' && nameEn ? nameEn : name;

export const unitIn = ({ unit, unitEn }: { unit: string; unitEn: string }, language: Language): string =>
  language === 'en' && unitEn ? unitEn : unit;

/** "Cổng thông tin, tiếng Anh". */
export function cellWords(cell: string, dimensions: readonly Dimension[], language: Language): string {
  return Object.entries(partsOf(cell))
    .map(([key, item]) => {
      const found = dimensions
        .find((dimension) => dimension.key === key)
        ?.items.find((one) => one.key === item);
      return found ? nameIn(found, language) : item;
    })
    .join(', ');
}
