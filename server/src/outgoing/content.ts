// The content of an outgoing document as it is stored and changed: the library's OfficialDocument, but for what the register gives
// (number, symbol, date) and the picture of the signature, which is kept as a file.
import { z } from '@hono/zod-openapi';
import type { OfficialDocument } from '@nhipcau/document';
import { documentType } from '../numbers/schema.ts';

const words = z.string().max(20_000);
const short = z.string().max(1000);

export const line = z
  .union([
    words,
    z
      .array(
        z.strictObject({
          text: words,
          bold: z.boolean().optional(),
          italic: z.boolean().optional(),
        }),
      )
      .max(500),
  ])
  .openapi('OfficialLine');

const levels = [
  'part',
  'chapter',
  'section',
  'subsection',
  'article',
  'capital',
  'roman',
  'number',
  'decimal',
  'subdecimal',
  'letter',
  'dash',
  'plus',
] as const;

const text = z
  .strictObject({
    type: z.literal('text'),
    level: z.enum(levels).optional(),
    /** In place of the number that would come next. */
    label: z.string().max(40).optional(),
    /** A title of what follows it. */
    heading: z.boolean().optional(),
    line,
    align: z.enum(['left', 'center', 'right', 'justify']).optional(),
  })
  .openapi('OfficialText');

const cell = z
  .strictObject({
    lines: z.array(line).max(500),
    columns: z.number().int().min(1).max(50).optional(),
    rows: z.number().int().min(1).max(5000).optional(),
    align: z.enum(['left', 'center', 'right']).optional(),
    bold: z.boolean().optional(),
  })
  .openapi('OfficialCell');

const grid = z
  .strictObject({
    type: z.literal('grid'),
    caption: short.optional(),
    /** Shares of the whole width. */
    widths: z.array(z.number().positive().max(10_000)).min(1).max(50),
    /** Repeated on every page. */
    head: z.array(z.array(cell).max(50)).max(10),
    rows: z.array(z.array(cell).max(50)).max(20_000),
  })
  .openapi('OfficialGrid');

const chart = z
  .strictObject({
    type: z.literal('chart'),
    shape: z.enum(['bars', 'stacked', 'lines']),
    title: short,
    /** The sentence that says what it shows. */
    says: words,
    labels: z.array(z.string().max(300)).max(400),
    series: z
      .array(z.strictObject({ name: z.string().max(300), values: z.array(z.number().nullable()).max(400) }))
      .max(30),
    unit: z.string().max(100).optional(),
  })
  .openapi('OfficialChart');

export const block = z.discriminatedUnion('type', [text, grid, chart]).openapi('OfficialBlock');
const blocks = z.array(block).max(20_000);

const attached = z
  .strictObject({
    /** "KẾ HOẠCH", "DANH MỤC", "PHỤ LỤC". */
    type: z.string().max(200),
    title: short,
    reference: short.optional(),
    landscape: z.boolean().optional(),
    body: blocks,
  })
  .openapi('OfficialAttached');

const signature = z.strictObject({
  /** Lines of authority as printed: "TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH". */
  authority: z.array(z.string().max(300)).max(5),
  position: z.string().max(300),
  /** Empty while it is not decided who signs. */
  name: z.string().max(200),
});

export const content = z
  .strictObject({
    /** A document of the Party. */
    party: z.boolean().optional(),
    /** Abbreviation of Annex III, exactly as there ("QĐ", "TTr"); "CV" for a letter. */
    type: documentType,
    /** Its name where that says more than the type's: “KẾ HOẠCH HÀNH ĐỘNG”. */
    typeName: z.string().trim().min(1).max(200).optional(),
    superior: short.nullable(),
    agency: z.string().trim().min(1).max(1000),
    place: z.string().max(200),
    title: z.string().max(2000),
    addressees: z.array(short).max(500),
    authority: short.optional(),
    bases: z.array(z.string().max(5000)).max(200),
    body: blocks,
    signature,
    /** Of other agencies, where several issue it together. */
    cosigners: z.array(signature).max(10).optional(),
    recipients: z.array(short).max(500),
    attached: z.array(attached).max(100),
    urgency: z.enum(['HỎA TỐC', 'THƯỢNG KHẨN', 'KHẨN']).optional(),
    circulation: z.enum(['XEM XONG TRẢ LẠI', 'LƯU HÀNH NỘI BỘ']).optional(),
    drafter: z.string().max(100).optional(),
    contact: short.optional(),
  })
  .openapi('OutgoingContent');

export type Content = z.infer<typeof content>;

/** What the register of numbers gives to it; all null or open before that. */
export interface Given {
  readonly number: number | null;
  readonly symbol: string;
  /** ISO date. */
  readonly date: string | null;
  readonly image?: Uint8Array;
}

/** What is left out is not there at all: JSON knows no `undefined`. */
type Written = Omit<OfficialDocument, keyof Given>;

export const officialOf = (content: Content, { number, symbol, date, image }: Given): OfficialDocument => ({
  ...(content as Written),
  number,
  symbol,
  date,
  signature: image ? { ...content.signature, image } : content.signature,
});
