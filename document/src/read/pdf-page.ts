// One page of a PDF: its text layer with places, its drawn lines, and whether it is really a picture.
import type { Box, PageContent, Rule } from './geometry.ts';
import { drawingOf } from './pdf-drawing.ts';
import type { Drawing, OperatorList, Operators } from './pdf-drawing.ts';
import { matrixOf } from './pdf-matrix.ts';
import { isGarbled, isTrusted, qualityOf } from './pdf-quality.ts';
import { joinClusters } from './pdf-clusters.ts';
import { taggedItems, tagsOf, type TagNode } from './pdf-tags.ts';
import { fontOf, textLayer } from './pdf-text.ts';
import type { Font, Style } from './pdf-text.ts';

/** What we use of pdf.js's page; its own types need a browser's. */
export interface PdfPage {
  getViewport(options: { scale: number }): { width: number; height: number; transform: readonly number[] };
  getTextContent(
    options?: object,
  ): Promise<{ items: readonly object[]; styles: Readonly<Record<string, Style>> }>;
  getStructTree(): Promise<TagNode | null>;
  getOperatorList(): Promise<OperatorList>;
  cleanup(): void;
  readonly commonObjs: { has(id: string): boolean; get(id: string): unknown };
}

/** `scan`: a picture without a text of its own; `poor`: a text that a scanner's program guessed badly, or glyph soup. */
export interface PageReading {
  readonly content: PageContent;
  readonly state: 'text' | 'scan' | 'poor' | 'blank';
  readonly legacy: boolean;
}

/** Less text than this beside a picture of the page is a stamp: who signed, when. */
const STAMP = 250;

/** What is known of the whole file. */
export interface PdfFacts {
  readonly operators: Operators;
  /** It claims to be tagged down to the paragraph (PDF/A level A, PDF/UA). */
  readonly tagged: boolean;
}

export async function readPage(
  page: PdfPage,
  number: number,
  { operators, tagged }: PdfFacts,
): Promise<PageReading> {
  const viewport = page.getViewport({ scale: 1 });
  const frame = { width: viewport.width, height: viewport.height, toPage: matrixOf(viewport.transform) };
  const text = await page.getTextContent({ disableNormalization: true, includeMarkedContent: true });
  const tags = await tagsOf(page, text.items);
  const items = joinClusters(taggedItems(text.items, tagged ? tags : { ...tags, paragraphs: new Map() }));
  // Decodes the fonts (whose names we need) and the pictures (which is why blank pages are worth a look too).
  const drawing = drawingOf(await page.getOperatorList(), operators, frame);
  const layer = textLayer(items, text.styles, fontsOf(page), frame);
  const { pieces, width, height, legacy, held } = layer;
  const content: PageContent = {
    page: number,
    width,
    height,
    pieces,
    rules: drawing.rules.map((rule) => heldRule(held(rule.box))),
  };
  const state = stateOf(pieces.map((piece) => piece.text).join(' '), drawing);
  page.cleanup();
  return { content, state, legacy };
}

const heldRule = (box: Box): Rule => ({ box, vertical: box[3] - box[1] > box[2] - box[0] });

function fontsOf(page: PdfPage): (fontName: string) => Font {
  const known = new Map<string, Font>();
  return (fontName) => {
    let font = known.get(fontName);
    if (!font) {
      const loaded = page.commonObjs.has(fontName) ? page.commonObjs.get(fontName) : null;
      const name =
        typeof loaded === 'object' && loaded !== null && 'name' in loaded ? String(loaded.name) : '';
      known.set(fontName, (font = fontOf(name)));
    }
    return font;
  };
}

function stateOf(text: string, drawing: Drawing): PageReading['state'] {
  const quality = qualityOf(text);
  const isPicture = drawing.pictured > 0.5;
  if (quality.letters === 0) return isPicture || drawing.pictured > 0.1 ? 'scan' : 'blank';
  if (isPicture && quality.letters < STAMP && drawing.hidden === 0) return 'scan';
  const underPicture = isPicture && drawing.hidden > 0.5 * drawing.glyphs;
  return isGarbled(quality) || (underPicture && !isTrusted(quality)) ? 'poor' : 'text';
}
