// PDF: pages with a text layer are read by geometry, pictures of pages go to the recogniser.
import { getDocumentProxy, getResolvedPDFJS } from 'unpdf';
import { diagnostic } from '../messages.ts';
import type { Diagnostic } from '../tree.ts';
import { createBuilder } from './build.ts';
import type { PageContent } from './geometry.ts';
import { layOut } from './geometry-pages.ts';
import { readPage } from './pdf-page.ts';
import type { PageReading, PdfPage } from './pdf-page.ts';
import { withNewEnd } from './pdf-repair.ts';
import { recognisePages } from './recognise-pages.ts';
import type { Input, ReadOptions, Reading } from './reader.ts';

/** What we use of pdf.js's document. */
interface PdfDocument {
  readonly numPages: number;
  getPage(number: number): Promise<PdfPage>;
  getMetadata(): Promise<{ readonly metadata?: { get(name: string): unknown } | null }>;
  readonly loadingTask: { destroy(): Promise<void> };
}

/** A file of more pages is not a document that somebody reads. */
const MOST_PAGES = 3000;
/** Pictures beyond this many pixels are not decoded: a few kilobytes can unfold to gigabytes. */
const MOST_PIXELS = 80_000_000;

export async function readPdf(input: Input, options: ReadOptions): Promise<Reading> {
  const file = input.name;
  let pdf: PdfDocument;
  try {
    pdf = await openOrMend(input.bytes);
  } catch (error) {
    return { ok: false, problem: problemOf(file, error) };
  }
  try {
    return pdf.numPages < 1 ? refuse('no-pages', { file }) : await readDocument(pdf, input, options);
  } catch (error) {
    return { ok: false, problem: problemOf(file, error) };
  } finally {
    await pdf.loadingTask.destroy();
  }
}

async function openOrMend(bytes: Uint8Array): Promise<PdfDocument> {
  try {
    return await openPdf(bytes);
  } catch (error) {
    const mended = isCutShort(bytes) ? withNewEnd(bytes) : null;
    if (!mended) throw error;
    return openPdf(mended);
  }
}

async function openPdf(bytes: Uint8Array): Promise<PdfDocument> {
  // pdf.js takes the buffer away from its caller.
  const pdf = await getDocumentProxy(bytes.slice(), { maxImageSize: MOST_PIXELS, verbosity: 0 });
  return pdf as unknown as PdfDocument;
}

const refuse = (code: string, values: Record<string, string | number>): Reading => ({
  ok: false,
  problem: diagnostic(code, 'error', values),
});

function problemOf(file: string, error: unknown): Diagnostic {
  const name = error instanceof Error ? error.name : '';
  if (name === 'PasswordException') return diagnostic('password-protected', 'error', { file });
  return diagnostic('broken-file', 'error', { file, part: 'PDF' });
}

async function readDocument(pdf: PdfDocument, input: Input, options: ReadOptions): Promise<Reading> {
  const file = input.name;
  const count = Math.min(pdf.numPages, MOST_PAGES);
  const readings = await readPages(pdf, count, options);
  const found = [...readings.values()];
  if (found.length === 0) return refuse('broken-file', { file, part: 'PDF' });
  const builder = createBuilder(file, 'pdf');
  if (pdf.numPages > count)
    builder.diagnose(diagnostic('too-many-pages', 'warning', { file, pages: pdf.numPages, limit: count }));
  const lost = Array.from({ length: count }, (_, at) => at + 1).filter((page) => !readings.has(page));
  if (lost.length > 0) builder.diagnose(aboutPages('pages-unreadable', 'warning', file, lost));
  if (isCutShort(input.bytes))
    builder.diagnose(diagnostic('file-cut-short', 'warning', { file, pages: found.length }));
  if (found.some((reading) => reading.legacy))
    builder.diagnose(diagnostic('legacy-encoding', 'note', { encoding: 'TCVN3/VNI' }));
  const pages = await withRecognised(found, input, options);
  if (!pages.ok) return pages;
  builder.diagnose(...pages.diagnostics);
  for (const { width, height, recognised } of pages.contents)
    builder.page({ width, height, ...(recognised && { recognised }) });
  const { notes, margins } = layOut(pages.contents, builder);
  if (notes > 0) builder.diagnose(diagnostic('notes-appended', 'note', { count: notes }));
  return builder.length === 0 ? refuse('no-text', { file }) : { ok: true, source: builder.finish(), margins };
}

/** Level A of PDF/A (ISO 19005-2, 6.7) and PDF/UA demand that the tags say what the page shows; other files' tags are often their program's guess. */
async function isTagged(pdf: PdfDocument): Promise<boolean> {
  const { metadata } = await pdf.getMetadata().catch(() => ({ metadata: null }));
  return metadata?.get('pdfaid:conformance') === 'A' || typeof metadata?.get('pdfuaid:part') === 'string';
}

/** Pages by number; one that pdf.js cannot read is left out. */
async function readPages(
  pdf: PdfDocument,
  count: number,
  options: ReadOptions,
): Promise<ReadonlyMap<number, PageReading>> {
  const operators = (await getResolvedPDFJS()).OPS as unknown as Readonly<Record<string, number>>;
  const facts = { operators, tagged: await isTagged(pdf) };
  const readings = new Map<number, PageReading>();
  for (let number = 1; number <= count; number++) {
    try {
      readings.set(number, await readPage(await pdf.getPage(number), number, facts));
    } catch {
      // Told once for all such pages, see `lost`.
    }
    options.onProgress?.({ stage: 'read', done: number, total: count });
  }
  return readings;
}

const endOf = (bytes: Uint8Array): string =>
  String.fromCharCode(...bytes.subarray(Math.max(0, bytes.length - 2048)));
const isCutShort = (bytes: Uint8Array): boolean => !endOf(bytes).includes('%%EOF');

type Contents =
  | {
      readonly ok: true;
      readonly contents: readonly PageContent[];
      readonly diagnostics: readonly Diagnostic[];
    }
  | { readonly ok: false; readonly problem: Diagnostic };

/** Puts recognised pages in the places of those that are pictures. */
async function withRecognised(
  found: readonly PageReading[],
  input: Input,
  options: ReadOptions,
): Promise<Contents> {
  const file = input.name;
  const pictures = found
    .filter(({ state }) => state === 'scan' || state === 'poor')
    .map(({ content }) => content.page);
  const contents = found.map(({ content }) => content);
  if (pictures.length === 0) return { ok: true, contents, diagnostics: [] };
  if (!options.recogniser) return withoutRecogniser(found, file);
  // A file that opens here may still not open there (a mended one): then none of its pictures is read.
  const recognised = await recognisePages(
    options.recogniser,
    { format: 'pdf', bytes: input.bytes, pages: pictures },
    options.onProgress,
  ).catch(() => new Map<number, PageContent>());
  const failed = pictures.filter((page) => !recognised.has(page));
  if (failed.length === found.length)
    return { ok: false, problem: aboutPages('pages-unreadable', 'error', file, failed) };
  const done = pictures.filter((page) => recognised.has(page));
  return {
    ok: true,
    contents: contents.map((content) => recognised.get(content.page) ?? content),
    diagnostics: [
      ...(done.length > 0 ? [aboutPages('recognised-text', 'warning', file, done)] : []),
      ...(failed.length > 0 ? [aboutPages('pages-unreadable', 'warning', file, failed)] : []),
    ],
  };
}

function withoutRecogniser(found: readonly PageReading[], file: string): Contents {
  const scans = found.filter(({ state }) => state === 'scan').map(({ content }) => content.page);
  const poor = found.filter(({ state }) => state === 'poor').map(({ content }) => content.page);
  const readable = found.some(({ state }) => state === 'text');
  if (!readable)
    return { ok: false, problem: aboutPages('needs-recognition', 'error', file, [...scans, ...poor]) };
  return {
    ok: true,
    contents: found.map(({ content, state }) => (state === 'scan' ? { ...content, pieces: [] } : content)),
    diagnostics: [
      ...(scans.length > 0 ? [aboutPages('needs-recognition', 'warning', file, scans)] : []),
      ...(poor.length > 0 ? [aboutPages('doubtful-text-layer', 'warning', file, poor)] : []),
    ],
  };
}

function aboutPages(
  code: string,
  severity: Diagnostic['severity'],
  file: string,
  pages: readonly number[],
): Diagnostic {
  return diagnostic(code, severity, { file, count: pages.length, pages: listOf(pages) });
}

/** "1–3, 7": page numbers with runs drawn together. */
function listOf(pages: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const page of pages.toSorted((a, b) => a - b)) {
    const last = runs.at(-1);
    if (last && last[1] === page - 1) last[1] = page;
    else runs.push([page, page]);
  }
  const shown = runs.slice(0, 12).map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`));
  return shown.join(', ') + (runs.length > 12 ? ', …' : '');
}
