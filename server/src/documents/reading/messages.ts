// What a reader's process and the server say to each other.
import type { Block, Format, Page, Parsed } from '@nhipcau/document';

export interface Order {
  readonly path: string;
  readonly name: string;
}

/** What was read of a file: all that the server keeps of it besides the file. */
export interface Understood {
  readonly format: Format;
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly pages: readonly Page[];
  readonly parsed: Parsed;
}

export type Outcome =
  | { readonly ok: true; readonly understood: Understood }
  | { readonly ok: false; readonly code: string; readonly values: Readonly<Record<string, string | number>> };

export interface Headway {
  readonly stage: 'reading' | 'recognising-pages' | 'understanding';
  readonly page: number;
  readonly pages: number;
}

export type Answer =
  | { readonly kind: 'headway'; readonly headway: Headway }
  | { readonly kind: 'outcome'; readonly outcome: Outcome };
