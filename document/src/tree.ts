// The types that everything here speaks of: what a file holds (Source), and what was understood of it (Parsed).

/** [start, end) in UTF-16 code units of the normalised text (`Source.text`). */
export type Span = readonly [start: number, end: number];

export type Format = 'docx' | 'doc' | 'pdf' | 'html' | 'md' | 'txt' | 'image';

/** Where something stands in the file itself, as far as the format allows. */
export interface Origin {
  /** Page, counted from 1. */
  readonly page?: number;
  /** Left, top, right, bottom in points (1/72 inch) from the page's top left corner. */
  readonly box?: readonly [number, number, number, number];
  /** The package part it stands in, as "word/document.xml", and its place among the part's paragraphs, from 0. */
  readonly part?: string;
  readonly index?: number;
}

/**
 * What a paragraph of an official document is by the file's own styles; `titled` and `stated` name a level of the outline ("titled-roman",
 * "stated-letter").
 */
export type Role =
  | 'head'
  | 'type'
  | 'title'
  | 'reference'
  | 'addressee'
  | 'authority'
  | 'basis'
  | 'text'
  | 'foot'
  | `titled-${string}`
  | `stated-${string}`;

/** A paragraph: hard-wrapped lines and page breaks inside it are already re-joined, its span holds no line break. */
export interface Paragraph {
  readonly type: 'paragraph';
  readonly span: Span;
  /** Numbering that the file generates ("1.", "a)", "-"); it also stands in the text, at the start of `span`. */
  readonly label?: string;
  readonly align?: 'left' | 'center' | 'right' | 'justify';
  /** True where all of it is bold (or italic). */
  readonly bold?: boolean;
  readonly italic?: boolean;
  /** Heading level from the file's style or mark-up, from 1. */
  readonly level?: number;
  /** Only in files whose styles say it: those that the writer of Word files made. */
  readonly role?: Role;
  /** Parts in bold or italic, where only parts are. */
  readonly runs?: readonly Run[];
  /** Words that optical recognition was not sure of. */
  readonly doubtful?: readonly Span[];
  readonly origin?: Origin;
}

export interface Run {
  readonly span: Span;
  readonly bold?: boolean;
  readonly italic?: boolean;
}

/** A cell stands once, in the first row and column that it covers. Its text is its paragraphs, joined by "\n". */
export interface Cell {
  readonly type: 'cell';
  readonly span: Span;
  /** Column, from 0. */
  readonly column: number;
  readonly columns: number;
  readonly rows: number;
  readonly paragraphs: readonly Paragraph[];
}

/** Cells of a row are joined by "\t" in the text, rows by "\n". */
export interface Row {
  readonly type: 'row';
  readonly span: Span;
  readonly cells: readonly Cell[];
}

export interface Table {
  readonly type: 'table';
  readonly span: Span;
  readonly columns: number;
  readonly rows: readonly Row[];
  /** How many of the rows the file itself says are the head, repeated on every page. */
  readonly head?: number;
  readonly origin?: Origin;
}

export type Block = Paragraph | Table;

export interface Page {
  /** Width and height in points. */
  readonly width: number;
  readonly height: number;
  /** True where its text comes from optical recognition. */
  readonly recognised?: boolean;
}

/** What a file holds: one normalised text (NFC, no soft hyphens, no ligatures, plain spaces) and the blocks that lie on it. */
export interface Source {
  readonly file: string;
  readonly format: Format;
  readonly text: string;
  /** In reading order; spans do not overlap and are joined by "\n". */
  readonly blocks: readonly Block[];
  readonly pages?: readonly Page[];
  readonly diagnostics: readonly Diagnostic[];
}

export type Severity = 'error' | 'warning' | 'note';

/** What is wrong or doubtful, where, and which rule says so. */
export interface Diagnostic {
  /** Kebab-case, as "citation-date-conflict"; the key of its message in every language. */
  readonly code: string;
  readonly severity: Severity;
  /** In Vietnamese; `values` fill the same message in other languages. */
  readonly message: string;
  readonly values?: Readonly<Record<string, string | number>>;
  readonly span?: Span;
  /** Other places it speaks of (the citation it contradicts, the first of two equal numbers). */
  readonly related?: readonly Span[];
  /** The clause enforced, as "NĐ 30/2020/NĐ-CP, Phụ lục I, mục II.3". */
  readonly clause?: string;
}

/** How paragraphs of administrative documents are marked, from the highest level down (Decree 30/2020, Annex I). */
export type Marker =
  | 'part' // Phần I
  | 'chapter' // Chương II
  | 'section' // Mục 1, Tiểu mục 1
  | 'article' // Điều 2.
  | 'roman' // II.
  | 'number' // 3.
  | 'decimal' // 3.1.
  | 'letter' // a)
  | 'dash' // -
  | 'plus' // +
  | 'none'; // a paragraph without a marker

/** A paragraph in the tree of the text: what stands under it is in `children`. */
export interface Item {
  readonly type: 'item';
  readonly marker: Marker;
  /** As written, without closing punctuation: "II", "3.1", "a", "-", "Điều 2"; empty for 'none'. */
  readonly label: string;
  /** The whole paragraph, with its marker. */
  readonly span: Span;
  /** The paragraph without marker. */
  readonly text: Span;
  /** True where it titles what follows rather than stating something itself. */
  readonly heading: boolean;
  readonly paragraph: Paragraph;
  readonly children: readonly Node[];
}

export type Node = Item | Table;

/** The document itself, or a plan, list or annex that stands in the same file. */
export interface Part {
  /** Abbreviation of Decree 30/2020 ("KH"), or "PHỤ LỤC", "DANH MỤC" …; null if unknown. */
  readonly type: string | null;
  readonly title: string | null;
  readonly span: Span;
  /** Title lines and what stands above them; not in the outline. */
  readonly head: Span;
  /** The body, without header, legal bases, signature and recipients. */
  readonly outline: readonly Node[];
}

export interface Signer {
  readonly name: string;
  readonly position: string | null;
  /** "TM.", "KT.", "TL.", "TUQ.", "Q."; several are joined by a space, as written from top to bottom. */
  readonly authority: string | null;
  readonly span: Span;
}

export interface Citation {
  readonly type: string | null;
  readonly number: string | null;
  /** ISO date. */
  readonly date: string | null;
  readonly issuer: string | null;
  readonly title: string | null;
  readonly role: 'basis' | 'mention';
  readonly span: Span;
}

export interface Section {
  readonly label: string;
  readonly heading: string;
  readonly level: number;
  readonly span: Span;
  readonly children: readonly Section[];
}

export type Due =
  | { readonly kind: 'by'; readonly date: string }
  | { readonly kind: 'during'; readonly from: string; readonly to: string }
  | { readonly kind: 'recurring'; readonly every: Interval | null }
  | { readonly kind: 'unspecified' };

export type Interval = 'year' | 'half-year' | 'quarter' | 'month' | 'week' | 'day';

/** The day within each period by which what recurs is due; the parts that its interval does not know are null. */
export interface DayOfPeriod {
  /** Counted within the period: 1 to 12 of a year (of five years, in the last), to 6 of a half-year, to 3 of a quarter. */
  readonly month: number | null;
  /** Of the month, or its last if that is shorter; null: the last. */
  readonly day: number | null;
  /** Of a week, from 1 for Monday to 7 for Sunday. */
  readonly weekday: number | null;
}

/** Why a field was read as it was: the place in the text, and the rule in words (a key, see messages). */
export interface Evidence {
  readonly span: Span;
  readonly reason: string;
}

/** An agency as the document names it. */
export interface Mention extends Evidence {
  readonly name: string;
}

export interface Milestone {
  readonly text: string;
  readonly date: string;
  readonly span: Span;
}

export interface Task {
  /** Without its list marker. */
  readonly text: string;
  readonly group: string | null;
  readonly lead: readonly string[];
  readonly coordinating: readonly string[];
  readonly due: Due;
  /** Of a recurring task, where the text names a day: "trước ngày 20/11 hằng năm". */
  readonly dueDay: DayOfPeriod | null;
  readonly items: readonly string[];
  readonly milestones: readonly Milestone[];
  readonly span: Span;
  /** Where each field comes from, and why. `lead[i]` belongs to `evidence.lead[i]`, and so on. */
  readonly evidence: {
    /** The rule that made this a task: "table-row", "numbered-fields", "agency-heading", "work-list", "article" … */
    readonly rule: string;
    readonly group: Span | null;
    readonly lead: readonly Mention[];
    readonly coordinating: readonly Mention[];
    readonly due: Evidence | null;
    readonly items: readonly Span[];
  };
}

export interface Target {
  readonly text: string;
  readonly value: number;
  readonly unit: string | null;
  /** A year, or an ISO date. */
  readonly by: string | null;
  readonly span: Span;
}

/** A number that a report gives of what was done: "trên 40 đoàn". */
export interface Figure {
  readonly label: string;
  readonly value: number;
  readonly unit: string | null;
  /** "over" for "trên", "hơn"; "about" for "khoảng", "gần". */
  readonly qualifier: 'exact' | 'over' | 'about' | 'under';
  readonly span: Span;
}

export interface Header {
  readonly type: string | null;
  readonly number: string | null;
  readonly issuedOn: string | null;
  readonly place: string | null;
  readonly issuer: string | null;
  readonly title: string | null;
  readonly signers: readonly Signer[];
  readonly attachments: readonly {
    readonly type: string | null;
    readonly title: string | null;
    readonly span: Span;
  }[];
  /** Parent agency as printed above the issuer, where there is one. */
  readonly parent: string | null;
  readonly evidence: Readonly<
    Partial<Record<'type' | 'number' | 'issuedOn' | 'place' | 'issuer' | 'title' | 'parent', Evidence>>
  >;
}

/** The parsed document, in the form of the contract, with the text it points into. */
export interface Parsed {
  readonly file: string;
  readonly format: Format;
  readonly text: string;
  readonly document: Header;
  readonly recipients: readonly string[];
  readonly recipientSpans: readonly Span[];
  readonly citations: readonly Citation[];
  readonly sections: readonly Section[];
  readonly tasks: readonly Task[];
  readonly targets: readonly Target[];
  readonly figures: readonly Figure[];
  readonly warnings: readonly Diagnostic[];
}
