// The smallest PDF files there are, written by hand: for what no typesetter writes.

/** A page that is nothing but a JPEG picture, as a scanner writes it. */
export interface Scan {
  readonly jpeg: Uint8Array;
  readonly width: number;
  readonly height: number;
}

export interface PlainPdf {
  /** A content stream a page: "BT /F1 12 Tf 72 700 Td (text) Tj ET"; or a picture. */
  readonly pages: readonly (string | Scan)[];
  /** Name of the font F1, drawn with windows-1252 codes; Times-Roman unless told. */
  readonly font?: string;
}

/** The bytes of a file; strings in content streams are written as Latin-1. */
export function plainPdf({ pages, font = 'Times-Roman' }: PlainPdf): Uint8Array {
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, at) => `${firstOf(at)} 0 R`).join(' ')}] >>`,
    `<< /Type /Font /Subtype /TrueType /BaseFont /${font} /Encoding /WinAnsiEncoding >>`,
    ...pages.flatMap((page, at) => (typeof page === 'string' ? textPage(page, at) : scanPage(page, at))),
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

/** Three objects a page, the first is the page itself. */
const firstOf = (at: number): number => 4 + 3 * at;

function textPage(stream: string, at: number): string[] {
  return [
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents ${firstOf(at) + 1} 0 R >>`,
    `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
    'null',
  ];
}

function scanPage({ jpeg, width, height }: Scan, at: number): string[] {
  const stream = 'q 595 0 0 842 0 0 cm /I Do Q';
  const bytes = Array.from(jpeg, (byte) => String.fromCharCode(byte)).join('');
  const picture = `/Subtype /Image /Width ${width} /Height ${height} /BitsPerComponent 8 /ColorSpace /DeviceRGB /Filter /DCTDecode`;
  return [
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /XObject << /I ${firstOf(at) + 2} 0 R >> >> /Contents ${firstOf(at) + 1} 0 R >>`,
    `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
    `<< /Type /XObject ${picture} /Length ${bytes.length} >>\nstream\n${bytes}\nendstream`,
  ];
}

/** A line of text at a place (points from the bottom left corner). */
export const show = (text: string, x: number, y: number, size = 12): string =>
  `BT /F1 ${size} Tf ${x} ${y} Td (${text.replace(/[()\\]/g, '\\$&')}) Tj ET`;
