// An administrative document as it is to be written: its content alone. How it looks is Decree 30/2020's matter, not its own.

/** Words in one look. A line break inside a paragraph is its own text "\n". */
export interface Words {
  readonly text: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
}

export type Line = string | readonly Words[];

/**
 * Levels of the body from the highest down (Decree 30/2020, Annex I, II.6.d): Phần I, Chương I, Mục 1, Tiểu mục 1, Điều 1., A., I., 1.,
 * 1.1., 1.1.1., a); what practice adds below "điểm" are dash and plus.
 */
export type Level =
  | 'part'
  | 'chapter'
  | 'section'
  | 'subsection'
  | 'article'
  | 'capital'
  | 'roman'
  | 'number'
  | 'decimal'
  | 'subdecimal'
  | 'letter'
  | 'dash'
  | 'plus';

/** A paragraph. With a level it is numbered: the number is the word processor's own, begun anew under each higher level (see `numbering.ts`). */
export interface Text {
  readonly type: 'text';
  readonly level?: Level;
  /** Written instead of the number that would come next: "3" where the document says 3 twice; with its own marks where they are not the level's, "3)", "Bước 3:". */
  readonly label?: string;
  /** A title of what follows it, in bold. "Phần", "Chương" and "Mục" are always titles. */
  readonly heading?: boolean;
  readonly line: Line;
  readonly align?: 'left' | 'center' | 'right' | 'justify';
}

export interface TableCell {
  readonly lines: readonly Line[];
  /** 1 where absent. */
  readonly columns?: number;
  readonly rows?: number;
  readonly align?: 'left' | 'center' | 'right';
  readonly bold?: boolean;
}

/** Rows of the head are repeated on every page. Widths are shares of the whole. */
export interface Grid {
  readonly type: 'grid';
  readonly caption?: string;
  readonly widths: readonly number[];
  readonly head: readonly (readonly TableCell[])[];
  readonly rows: readonly (readonly TableCell[])[];
}

/** Bars or lines over the same labels, with the sentence that says what they show. */
export interface Chart {
  readonly type: 'chart';
  readonly shape: 'bars' | 'stacked' | 'lines';
  readonly title: string;
  readonly says: string;
  readonly labels: readonly string[];
  readonly series: readonly { readonly name: string; readonly values: readonly (number | null)[] }[];
  readonly unit?: string;
}

export type Block = Text | Grid | Chart;

/** Who signs (cells 7a–7c): every line of authority as printed, from top to bottom ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH"). */
export interface Signature {
  readonly authority: readonly string[];
  /** The line under them: "PHÓ CHỦ TỊCH", "GIÁM ĐỐC". */
  readonly position: string;
  /** Without academic titles; empty while it is not decided who signs. */
  readonly name: string;
  /** PNG, transparent, blue. */
  readonly image?: Uint8Array;
}

/** A plan that a decision issues, or an annex: on pages and with page numbers of its own. */
export interface Attached {
  /** "KẾ HOẠCH", "KẾ HOẠCH HÀNH ĐỘNG", "DANH MỤC", "PHỤ LỤC" (its Roman number is written where there are two or more). */
  readonly type: string;
  readonly title: string;
  /** The line in brackets under the title; absent: written from the number and date of the document. */
  readonly reference?: string;
  readonly landscape?: boolean;
  readonly body: readonly Block[];
}

export interface OfficialDocument {
  /** A document of the Party bears its name in place of the national title, and "Số 15-KH/TU". */
  readonly party?: boolean;
  /** Abbreviation of Annex III ("QĐ", "KH", "BC"); "CV" for a letter, which has no type's name and "V/v" for its subject. */
  readonly type: string;
  /** Its name where that says more than the type's: "KẾ HOẠCH HÀNH ĐỘNG", "KẾ HOẠCH LIÊN TỊCH". */
  readonly typeName?: string;
  /** Agency above, printed over it (cell 2); null for a provincial People's Committee. */
  readonly superior: string | null;
  readonly agency: string;
  /** Null until it is numbered: the place is left open. */
  readonly number: number | null;
  /** What follows the number: "KH-UBND", "SVHTTDL-QLTTĐN". */
  readonly symbol: string;
  readonly place: string;
  /** ISO date; null until it is issued. */
  readonly date: string | null;
  /** Trích yếu (cells 5a, 5b), without "Về việc", "V/v". */
  readonly title: string;
  /** Kính gửi (cell 9a). */
  readonly addressees: readonly string[];
  /** Who decides, in capitals above the legal bases ("CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH"): decisions and resolutions alone. */
  readonly authority?: string;
  /** Căn cứ and Theo đề nghị, one a line, without ";" at the end. */
  readonly bases: readonly string[];
  readonly body: readonly Block[];
  readonly signature: Signature;
  /** Those of other agencies, where several issue a document together. */
  readonly cosigners?: readonly Signature[];
  /** Nơi nhận (cell 9b), one a line, without "-" and ";", the archive's line ("Lưu: VT, QLTTĐN (5b)") last. */
  readonly recipients: readonly string[];
  readonly attached: readonly Attached[];
  readonly urgency?: 'HỎA TỐC' | 'THƯỢNG KHẨN' | 'KHẨN';
  readonly circulation?: 'XEM XONG TRẢ LẠI' | 'LƯU HÀNH NỘI BỘ';
  /** Drafter's initials and number of copies (cell 12). */
  readonly drafter?: string;
  /** Address, e-mail, telephone (cell 13). */
  readonly contact?: string;
}
