// What a reader of one format is: bytes in, what the file holds out; it never throws on a document.
import type { Diagnostic, Source } from '../tree.ts';
import type { PageRecogniser } from './recogniser.ts';

export interface Input {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface Limits {
  /** Bytes of the file itself. */
  readonly file: number;
  /** Bytes of all that is unpacked from it. */
  readonly inflated: number;
}

export interface Progress {
  readonly stage: 'read' | 'recognise';
  /** Pages (or parts) done, of `total`. */
  readonly done: number;
  readonly total: number;
}

export interface ReadOptions {
  /** Reads pages that are pictures; without it they are a problem. */
  readonly recogniser?: PageRecogniser;
  readonly onProgress?: (progress: Progress) => void;
  readonly limits?: Partial<Limits>;
}

export type Reading =
  | {
      readonly ok: true;
      readonly source: Source;
      /** Lines outside of the text (running heads, drawn text): looked through for marks of secrecy, then dropped. */
      readonly margins?: readonly string[];
    }
  | { readonly ok: false; readonly problem: Diagnostic };

export type Reader = (input: Input, options: ReadOptions) => Reading | Promise<Reading>;

/** A thousand pages are some 20 MB of XML; what is far beyond is made to fill the memory. */
export const defaultLimits: Limits = { file: 200 * 2 ** 20, inflated: 64 * 2 ** 20 };
