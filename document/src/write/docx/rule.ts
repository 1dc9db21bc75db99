// Rules under lines: an empty paragraph whose upper border has the measured length.
import { twips } from './xml.ts';

/** A rule of a length, in the middle of a width (millimetres). */
export function rule(length: number, width: number): string {
  const side = Math.max(0, twips((width - length) / 2));
  return `<w:p><w:pPr><w:pStyle w:val="DuongKe"/><w:ind w:left="${side}" w:right="${side}"/></w:pPr></w:p>`;
}
