// What reads letters is handed in; this is all that the rest knows of it.
import type { Grey } from './image.ts';
import type { SeenLine } from './ocr-words.ts';

/** `page` finds columns and lines by itself; `block` takes the picture as one column of lines. */
export type Layout = 'page' | 'block';

/** The engine: lines of words in pixels of the picture that it was given. */
export type See = (image: Grey, layout: Layout, dpi: number) => Promise<readonly SeenLine[]>;

/** Dots to the inch at which pages are read. Measured: at 200 real scans lose more marks, at 300 clean prints lose points and slashes. */
export const BEST_DPI = 240;
