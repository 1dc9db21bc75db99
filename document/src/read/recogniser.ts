// Optical recognition needs threads, a canvas and model files: it is handed in by those who have them (see src/node).
import type { PageContent } from './geometry.ts';

/** An opened file whose pages can be recognised one by one. */
export interface PageSource {
  readonly pages: number;
  /** What stands on a page (counted from 1); rejects where the page cannot be rendered or the recogniser was closed. */
  recognise(page: number): Promise<PageContent>;
  /** Frees what the file holds; the recogniser itself stays usable. */
  close(): Promise<void>;
}

export interface PageRecogniser {
  /** How many pages are worth asking for at a time. */
  readonly workers: number;
  open(format: 'pdf' | 'image', bytes: Uint8Array): Promise<PageSource>;
}
