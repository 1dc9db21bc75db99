// The smallest PDF files there are, written by hand: for what no typesetter writes.

export interface PlainPdf {
  /** A content stream a page: "BT /F1 12 Tf 72 700 Td (text) Tj ET". */
  readonly pages: readonly string[];
  /** Name of the font F1, drawn with windows-1252 codes; Times-Roman unless told. */
  readonly font?: string;
}

/** The bytes of a file; strings in content streams are written as Latin-1. */
export function plainPdf({ pages, font = 'Times-Roman' }: PlainPdf): Uint8Array {
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, at) => `${4 + 2 * at} 0 R`).join(' ')}] >>`,
    `<< /Type /Font /Subtype /TrueType /BaseFont /${font} /Encoding /WinAnsiEncoding >>`,
    ...pages.flatMap((stream, at) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents ${5 + 2 * at} 0 R >>`,
      `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
    ]),
  ];
  const parts = ['%PDF-1.4\n'];
  const offsets: number[] = [];
  let at = parts[0]!.length;
  for (const [index, object] of objects.entries()) {
    const part = `${index + 1} 0 obj\n${object}\nendobj\n`;
    offsets.push(at);
    parts.push(part);
    at += part.length;
  }
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  parts.push(`xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}`);
  parts.push(`trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${at}\n%%EOF\n`);
  return Uint8Array.from(parts.join(''), (letter) => letter.charCodeAt(0));
}

/** A line of text at a place (points from the bottom left corner). */
export const show = (text: string, x: number, y: number, size = 12): string =>
  `BT /F1 ${size} Tf ${x} ${y} Td (${text.replace(/[()\\]/g, '\\$&')}) Tj ET`;
