// The content of an outgoing document as it is stored and changed: the library's OfficialDocument, but for what the register gives
// (number, symbol, date) and the picture of the signature, which is kept as a file.
import { z } from '@hono/zod-openapi';
import type { OfficialDocument } from '@nhipcau/document';
import { documentType } from '../numbers/schema.ts';

const words = z.string().max(20_000);
const short = z.string().max(1000);
const exact = z.exactOptional;

export const line = z
  .union([
    words,
    z
      .array(
        z.strictObject({
          text: words,
          bold: exact(z.boolean()),
          italic: exact(z.boolean()),
        }),
      )
      .max(500),
  ])
  .openapi('OfficialLine');

export const levels = [
  'part',
  'chapter',
  'section',
  'article',
  'roman',
  'number',
  'decimal',
  'letter',
  'dash',
  'plus',
] as const;

const text = z
  .strictObject({
    type: z.literal('text'),
    level: exact(z.enum(levels)),
    /** In place of the number that would come next. */
    label: exact(z.string().max(40)),
    /** A title of what follows it. */
    heading: exact(z.boolean()),
    line,
    align: exact(z.enum(['left', 'center', 'right', 'justify'])),
  })
  .openapi('OfficialText');

const cell = z
  .strictObject({
    lines: z.array(line).max(500),
    columns: exact(z.number().int().min(1).max(50)),
    rows: exact(z.number().int().min(1).max(5000)),
    align: exact(z.enum(['left', 'center', 'right'])),
    bold: exact(z.boolean()),
  })
  .openapi('OfficialCell');

const grid = z
  .strictObject({
    type: z.literal('grid'),
    caption: exact(short),
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
    unit: exact(z.string().max(100)),
  })
  .openapi('OfficialChart');

export const block = z.discriminatedUnion('type', [text, grid, chart]).openapi('OfficialBlock');
const blocks = z.array(block).max(20_000);

const attached = z
  .strictObject({
    /** "KẾ HOẠCH", "DANH MỤC", "PHỤ LỤC". */
    type: z.string().max(200),
    title: short,
    reference: exact(short),
    landscape: exact(z.boolean()),
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
    party: exact(z.boolean()),
    /** Abbreviation of Annex III, exactly as there ("QĐ", "TTr"); "CV" for a letter. */
    type: documentType,
    superior: short.nullable(),
    agency: z.string().trim().min(1).max(1000),
    place: z.string().max(200),
    title: z.string().max(2000),
    addressees: z.array(short).max(500),
    authority: exact(short),
    bases: z.array(z.string().max(5000)).max(200),
    body: blocks,
    signature,
    /** Of other agencies, where several issue it together. */
    cosigners: exact(z.array(signature).max(10)),
    recipients: z.array(short).max(500),
    attached: z.array(attached).max(100),
    urgency: exact(z.enum(['HỎA TỐC', 'THƯỢNG KHẨN', 'KHẨN'])),
    circulation: exact(z.enum(['XEM XONG TRẢ LẠI', 'LƯU HÀNH NỘI BỘ'])),
    drafter: exact(z.string().max(100)),
    contact: exact(short),
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

export const officialOf = (content: Content, { number, symbol, date, image }: Given): OfficialDocument => ({
  ...content,
  number,
  symbol,
  date,
  signature: image ? { ...content.signature, image } : content.signature,
});
