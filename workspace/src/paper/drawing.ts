// What the pieces of the sheet share.
import type { Paragraph } from '@nhipcau/document';
import type { FieldSpans } from './layout.ts';
import type { Mark } from './segments.ts';

/** A number or sign in the margin: where a task begins, where a warning stands. */
export interface Chip {
  readonly id: string;
  readonly offset: number;
  readonly label: string;
  readonly name: string;
  readonly warning?: boolean;
}

/** What a paragraph needs to be drawn; the same objects as before where nothing changed. */
export interface Drawing {
  readonly text: string;
  readonly fields: FieldSpans;
  readonly plain: boolean;
  readonly marks: ReadonlyMap<Paragraph, readonly Mark[]>;
  readonly chips: ReadonlyMap<Paragraph, readonly Chip[]>;
  readonly onChip: (chip: Chip) => void;
}
