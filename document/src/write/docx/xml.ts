// Pieces of WordprocessingML as text, and the lengths it counts in.

/** Twentieths of a point. */
export const twips = (millimetres: number): number => Math.round((millimetres * 1440) / 25.4);
/** English metric units, as drawings count. */
export const emu = (millimetres: number): number => Math.round(millimetres * 36_000);
export const pointTwips = (points: number): number => Math.round(points * 20);
/** Eighths of a point, as borders count. */
export const eighths = (points: number): number => Math.round(points * 8);

const SPECIAL = /[&<>"]/g;
const NAMED: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
// XML 1.0 knows no control characters but tab and line ends, no lone halves of a pair, no U+FFFE and U+FFFF.
// oxlint-disable-next-line no-control-regex
const UNKNOWN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/** Text as XML shows it, without what XML cannot hold. */
export function escape(text: string): string {
  const known = text.isWellFormed() ? text : text.toWellFormed();
  return known.replace(UNKNOWN, '').replace(SPECIAL, (sign) => NAMED[sign]!);
}

export const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** Namespaces of the parts that hold text. */
export const NAMESPACES =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" ' +
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" ' +
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" ' +
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" ' +
  'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" ' +
  'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"';
