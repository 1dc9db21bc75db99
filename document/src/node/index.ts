// What needs Node itself: optical recognition, printing.
export { createPageRecogniser } from './recogniser.ts';
export type { RecogniserOptions } from './recogniser.ts';
export { createPdfWriter, Unprintable, writePdf } from './pdf.ts';
export type { PdfOptions, PdfWriter, PdfWriterOptions } from './pdf.ts';
