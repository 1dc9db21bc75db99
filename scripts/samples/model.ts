// What a demonstration document is made of, whichever writer sets it (docx.ts or the typst template).

/** Text may hold **bold** and _italic_ parts. */
export type Block =
  | {
      readonly kind: 'basis' | 'paragraph' | 'heading' | 'article' | 'dash' | 'centre';
      readonly text: string;
    }
  /** "I." and "1.", "2." … numbered by the program where `automatic` is set, else as typed. */
  | { readonly kind: 'section' | 'item'; readonly text: string; readonly automatic?: boolean }
  | { readonly kind: 'title'; readonly type: string; readonly subject: string; readonly note?: string }
  | { readonly kind: 'table'; readonly table: Table };

export interface Table {
  /** Widths in percent. */
  readonly widths: readonly number[];
  readonly head: readonly (readonly Cell[])[];
  readonly rows: readonly (readonly Cell[])[];
}

export interface Cell {
  readonly text: string;
  readonly columns?: number;
  readonly rows?: number;
  readonly bold?: boolean;
  readonly centre?: boolean;
}

export interface Part {
  readonly blocks: readonly Block[];
  readonly landscape?: boolean;
}

export interface Sample {
  /** Path below server/samples. */
  readonly file: string;
  /** Lines of the cell at the top left; the last is the issuing agency. */
  readonly agency: readonly string[];
  readonly number: string;
  readonly place: string;
  /** As printed: "ngày 09 tháng 02 năm 2026". */
  readonly date: string;
  /** "V/v …" below the number, official letters only. */
  readonly about?: string;
  readonly addressees?: readonly string[];
  readonly blocks: readonly Block[];
  readonly recipients: readonly string[];
  /** "TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH" … */
  readonly authority: readonly string[];
  readonly signer: string;
  /** What follows the signature: an attached plan, annexes. */
  readonly attached?: readonly Part[];
}

export const mark = 'Dữ liệu minh họa – không phải văn bản của cơ quan nhà nước';

export const title = (type: string, subject: string, note?: string): Block => ({
  kind: 'title',
  type,
  subject,
  ...(note ? { note } : {}),
});
export const basis = (text: string): Block => ({ kind: 'basis', text });
export const paragraph = (text: string): Block => ({ kind: 'paragraph', text });
export const heading = (text: string): Block => ({ kind: 'heading', text });
export const article = (text: string): Block => ({ kind: 'article', text });
export const dash = (text: string): Block => ({ kind: 'dash', text });
export const centre = (text: string): Block => ({ kind: 'centre', text });
export const section = (text: string, automatic = false): Block => ({ kind: 'section', text, automatic });
export const item = (text: string, automatic = false): Block => ({ kind: 'item', text, automatic });

export const bold = (text: string, columns = 1, rows = 1): Cell => ({
  text,
  columns,
  rows,
  bold: true,
  centre: true,
});
export const cell = (text: string, rows = 1): Cell => ({ text, rows });
export const number = (text: string): Cell => ({ text, centre: true });
