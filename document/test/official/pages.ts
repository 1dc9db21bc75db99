// What stands where on the pages of a PDF, in millimetres from the top left corner: for tests that measure.
import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { drawingOf, type OperatorList, type Operators } from '../../src/read/pdf-drawing.ts';
import { matrixOf } from '../../src/read/pdf-matrix.ts';

export interface PrintedLine {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly baseline: number;
  /** In points. */
  readonly size: number;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly font: string;
}

/** A drawn line, or a side of a box. */
export interface PrintedRule {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export interface PrintedPage {
  readonly width: number;
  readonly height: number;
  readonly lines: readonly PrintedLine[];
  readonly rules: readonly PrintedRule[];
}

const MM = 25.4 / 72;

interface Item {
  readonly str: string;
  readonly transform: readonly number[];
  readonly width: number;
  readonly fontName: string;
}

/** White wider than `column` millimetres between two pieces of a line parts columns. */
export async function pagesOf(bytes: Uint8Array, column = 8): Promise<PrintedPage[]> {
  const pdf = await getDocument({ data: bytes.slice(), verbosity: 0 }).promise;
  const pages: PrintedPage[] = [];
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number);
    const { width, height, transform } = page.getViewport({ scale: 1 });
    const frame = { width, height, toPage: matrixOf(transform) };
    const list = (await page.getOperatorList()) as unknown as OperatorList;
    const { rules } = drawingOf(list, OPS as unknown as Operators, frame);
    const content = await page.getTextContent({ disableNormalization: true });
    const items = content.items.filter((item) => 'str' in item) as Item[];
    const nameOf = (font: string): string =>
      page.commonObjs.has(font) ? (page.commonObjs.get(font) as { name: string }).name : '';
    pages.push({
      width: width * MM,
      height: height * MM,
      lines: linesOf(items, { height, nameOf, column }),
      rules: rules.map(({ box }) => ({
        left: box[0] * MM,
        top: box[1] * MM,
        right: box[2] * MM,
        bottom: box[3] * MM,
      })),
    });
  }
  await pdf.loadingTask.destroy();
  return pages;
}

interface Frame {
  readonly height: number;
  readonly nameOf: (font: string) => string;
  readonly column: number;
}

function linesOf(items: readonly Item[], { height, nameOf, column }: Frame): PrintedLine[] {
  const lines: PrintedLine[] = [];
  for (const item of items) {
    if (item.str.trim() === '') continue;
    const [, , c = 0, d = 0, e = 0, f = 0] = item.transform;
    const font = nameOf(item.fontName);
    const piece: PrintedLine = {
      text: item.str,
      left: e * MM,
      right: (e + item.width) * MM,
      baseline: (height - f) * MM,
      size: Math.hypot(c, d),
      bold: /bold/i.test(font),
      italic: /italic/i.test(font),
      font: font.replace(/^[A-Z]{6}\+/, ''),
    };
    const last = lines.at(-1);
    if (last && goesOn(last, piece, column)) lines[lines.length - 1] = joined(last, piece);
    else lines.push(piece);
  }
  return lines;
}

const goesOn = (line: PrintedLine, piece: PrintedLine, column: number): boolean =>
  Math.abs(line.baseline - piece.baseline) < 0.3 &&
  piece.left - line.right < column &&
  piece.left > line.left - 0.1;

function joined(line: PrintedLine, piece: PrintedLine): PrintedLine {
  const space = piece.left - line.right > 0.5 ? ' ' : '';
  return {
    ...line,
    text: line.text + space + piece.text,
    right: piece.right,
    bold: line.bold && piece.bold,
    italic: line.italic && piece.italic,
  };
}
