// Pages and pictures as pixels, through pdf.js and a canvas that needs no browser.
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Rgba } from '../read/image-colour.ts';

export interface Picture extends Rgba {
  readonly dpi: number;
}

/** An opened file: how many pages, and each as a picture. */
export interface Pictures {
  readonly pages: number;
  picture(page: number): Promise<Picture>;
  close(): Promise<void>;
}

const MOST_PIXELS = 40_000_000;

export function openPictures(format: 'pdf' | 'image', bytes: Uint8Array): Promise<Pictures> {
  return format === 'pdf' ? openPdf(bytes) : openImage(bytes);
}

/** Decoders of what scanners write (fax, JBIG2, JPEG 2000), and the standard fonts. */
const DATA = `${dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))}/`;

/** Rendered finer than needed: averaging down to the engine's size is gentler than letting the canvas drop pixels. */
const RENDER_DPI = 300;

/** Boxes of electronic signatures lie over the page; they say who signed the file, not what the document says. */
const NO_ANNOTATIONS = 0;

async function openPdf(bytes: Uint8Array): Promise<Pictures> {
  const pdf = await getDocument({
    data: bytes.slice(),
    wasmUrl: `${DATA}wasm/`,
    standardFontDataUrl: `${DATA}standard_fonts/`,
    cMapUrl: `${DATA}cmaps/`,
    iccUrl: `${DATA}iccs/`,
    useSystemFonts: false,
    maxImageSize: 2 * MOST_PIXELS,
    verbosity: 0,
  }).promise;
  return {
    pages: pdf.numPages,
    picture: async (number) => {
      const page = await pdf.getPage(number);
      const { width, height } = page.getViewport({ scale: 1 });
      const dpi = Math.min(RENDER_DPI, 72 * Math.sqrt(MOST_PIXELS / (width * height)));
      const viewport = page.getViewport({ scale: dpi / 72 });
      const canvas = createCanvas(
        Math.max(1, Math.round(viewport.width)),
        Math.max(1, Math.round(viewport.height)),
      );
      await page.render({
        canvas: canvas as never,
        canvasContext: canvas.getContext('2d') as never,
        viewport,
        annotationMode: NO_ANNOTATIONS,
      }).promise;
      page.cleanup();
      return { width: canvas.width, height: canvas.height, data: canvas.data(), dpi };
    },
    close: () => pdf.loadingTask.destroy(),
  };
}

async function openImage(bytes: Uint8Array): Promise<Pictures> {
  const image = await loadImage(bytes);
  const shrink = Math.min(1, Math.sqrt(MOST_PIXELS / (image.width * image.height)));
  const canvas = createCanvas(
    Math.max(1, Math.round(image.width * shrink)),
    Math.max(1, Math.round(image.height * shrink)),
  );
  const context = canvas.getContext('2d');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  // A picture does not say how large the paper was: A4's short side is 8.27 inches.
  const dpi = Math.min(canvas.width, canvas.height) / 8.27;
  return {
    pages: 1,
    picture: () => Promise.resolve({ width: canvas.width, height: canvas.height, data: canvas.data(), dpi }),
    close: () => Promise.resolve(),
  };
}
