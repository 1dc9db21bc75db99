// How official documents look: every figure of Decree 30/2020, Annex I, part I that a writer needs, lengths in millimetres, sizes and
// gaps in points. Where the decree gives a range, the size of its own specimen table (section V) is taken; what it leaves open is
// marked "practice". All writers take their figures from here and from nowhere else.

/** Sections I.1–I.3: A4; margins by their place on the paper, so they hold in landscape too. */
export const PAGE = {
  width: 210,
  height: 297,
  top: 20,
  bottom: 20,
  left: 30,
  right: 15,
} as const;

/** Section I.7: in the middle of the top margin, not on the first page. Its distance from the paper's edge is practice. */
export const PAGE_NUMBER = { size: 14, fromEdge: 10 } as const;

/** Section I.4. The substitute has the same measures of every letter. */
export const FONT = { name: 'Times New Roman', substitute: 'Tinos', colour: '000000' } as const;

/** Height of a line of Times New Roman at single spacing, as a share of its size: above the base line, below it, and between lines. */
export const TIMES = { ascent: 0.891, descent: 0.216, gap: 0.042 } as const;

/** The two columns above the text (cells 2, 3, 5b, 10b, 11 | 1, 4). The national title needs 60 % of the width to stand on one line. */
export const HEADER = { left: 66, right: 99 } as const;

/** Sizes of letters, section V. */
export const SIZE = {
  nation: 12,
  motto: 13,
  superior: 12,
  agency: 12,
  number: 13,
  date: 13,
  type: 14,
  title: 14,
  /** Cell 5b: subject of a letter, "V/v …". */
  subject: 12,
  body: 14,
  addressee: 14,
  authority: 14,
  signer: 14,
  recipientsTitle: 12,
  recipients: 11,
  annex: 14,
  annexTitle: 14,
  annexReference: 14,
  urgency: 13,
  circulation: 13,
  drafter: 11,
  contact: 11,
  /** Practice: tables a size or two under the text, never under 11. */
  table: 12,
  caption: 13,
} as const;

/** Rules under lines. A share is of the line above (the longest, where it takes several). */
export const RULE = {
  thickness: 0.5,
  /** Under the motto: as long as the line (section II.1.b). */
  motto: 1,
  /** Under the issuing agency: a third to a half (II.2.b). */
  agency: 0.4,
  /** Under the title (II.5.b); practice under the reference line of an annex. */
  title: 0.4,
  /** Distance from the line above it to the rule. Practice. */
  gap: 3,
} as const;

/** Section II.6.e. */
export const BODY = {
  firstLine: 12.7,
  /** Between paragraphs: at least 6 pt. */
  gap: 6,
  /** Between lines: single to 1.5. */
  line: 1.15,
} as const;

/** Gaps between the parts of a page, in points. Practice, except the 6 pt above the subject of a letter (II.5.b). */
export const GAP = {
  /** Between the rules of the header and the line of number and date. */
  number: 6,
  subject: 6,
  beforeTitle: 14,
  afterTitle: 14,
  addressees: 12,
  beforeSignature: 14,
  recipients: 1,
} as const;

/** The foot: recipients (9b) at the left margin, authority (7a), signature (7c) and name (7b) in the middle of the right column. */
export const SIGNATURE = {
  left: 77,
  right: 88,
  /** Room for the signature between position and name. Practice. */
  room: 27,
  /** Greatest width and height of the picture of a signature. */
  imageWidth: 60,
  imageHeight: 25,
} as const;

/** Section III.2.b: boxes of the stamps of urgency, by their words. */
export const URGENCY = {
  'HỎA TỐC': 30,
  'THƯỢNG KHẨN': 40,
  KHẨN: 20,
} as const;
export const BOX = { height: 8, stroke: 1, urgencyColour: 'E60000', padding: 3, gap: 6 } as const;

/** Tables: lines, the room inside cells, and in points the gap between paragraphs of a cell. Practice. */
export const TABLE = { stroke: 0.5, padX: 1.5, padY: 1, line: 1, gap: 4 } as const;

/** Charts: as wide as the text. Practice. */
export const CHART = { height: 75, size: 11 } as const;
