// What a reporting regime says, and what a call keeps of it: reports that were called are not altered by a later change.
import { z } from '@hono/zod-openapi';
import { code, indicatorBody } from '../indicators/body.ts';
import { id } from '../http/schema.ts';

export const frequency = z
  .enum(['month', 'quarter', 'half-year', 'nine-months', 'year', 'five-years', 'on-call'])
  .openapi('ReportFrequency');
export type Frequency = z.infer<typeof frequency>;

/**
 * The data window (kỳ chốt số liệu): from a day of the month that lies `fromMonth` months from the period's first, to a day of the
 * month that lies `toMonth` months from its last. A day that the month does not have is its last. Decree 09/2019/NĐ-CP: the 15th of
 * the month before (-1) to the 14th of the last (0).
 */
export const window = z
  .strictObject({
    fromDay: z.number().int().min(1).max(31).default(15),
    fromMonth: z.number().int().min(-12).max(12).default(-1),
    toDay: z.number().int().min(1).max(31).default(14),
    toMonth: z.number().int().min(-12).max(12).default(0),
  })
  .openapi('ReportWindow');

/** `working-days` and `days` after the close of data, or a fixed day of the year in which the period ends (`yearOffset` 1: the next). */
export const deadline = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('working-days'), days: z.number().int().min(0).max(250) }),
    z.strictObject({ kind: z.literal('days'), days: z.number().int().min(0).max(366) }),
    z.strictObject({
      kind: z.literal('on'),
      month: z.number().int().min(1).max(12),
      day: z.number().int().min(1).max(31),
      yearOffset: z.number().int().min(0).max(1).default(0),
    }),
  ])
  .openapi('ReportDeadline');
export type Deadline = z.infer<typeof deadline>;

/** Which units: a rule that is asked of the days of the window, by what they were then. Units named are added or left out. */
export const unitRule = z
  .strictObject({
    /** Below this unit; null: below who reports are sent to. */
    underId: id.nullable().default(null),
    /** Directly below it only. */
    direct: z.boolean().default(false),
    levels: z.array(z.string().min(1).max(40)).max(10).default([]),
    kinds: z.array(z.string().min(1).max(40)).max(40).default([]),
    include: z.array(id).max(5000).default([]),
    exclude: z.array(id).max(5000).default([]),
  })
  .openapi('ReportingUnits');
export type UnitRule = z.infer<typeof unitRule>;

/** One level of units that report, each to the nearest unit above it that reports too, else to who called. */
export const tier = z
  .strictObject({
    id: z.string().min(1).max(40),
    name: z.string().trim().min(1).max(200),
    units: unitRule,
    deadline,
  })
  .openapi('ReportTier');

export const section = z
  .strictObject({
    id: z.string().min(1).max(40),
    /** 1: I., 2: 1., 3: a). */
    level: z.number().int().min(1).max(3).default(1),
    title: z.string().trim().min(1).max(500),
    guidance: z.string().trim().max(3000).default(''),
    /** A report cannot be sent while its text is empty. */
    required: z.boolean().default(false),
    /** False: figures only. */
    text: z.boolean().default(true),
    /** Codes, in their order. */
    indicators: z.array(code).max(200).default([]),
  })
  .openapi('ReportSection');
export type Section = z.infer<typeof section>;

export const sending = z.enum(['system', 'document-exchange', 'paper', 'e-mail']).openapi('ReportSending');

export const regimeBody = z
  .strictObject({
    name: z.string().trim().min(1).max(300),
    kind: z.enum(['periodic', 'thematic', 'ad-hoc']).default('periodic'),
    legalBasis: z.string().trim().max(2000).default(''),
    /** Of the register of documents, where the legal basis stands there. */
    legalDocumentId: id.nullable().default(null),
    frequency,
    window: window.default({ fromDay: 15, fromMonth: -1, toDay: 14, toMonth: 0 }),
    tiers: z.array(tier).min(1).max(10),
    /** Of the report that who called makes of all others; null: none. */
    ownDeadline: deadline.nullable().default(null),
    /** A deadline that falls on a Saturday, a Sunday or a public holiday stays, or moves to the next working day. */
    onDayOff: z.enum(['stays', 'next-working-day']).default('stays'),
    outline: z.array(section).min(1).max(100),
    /** Biểu mẫu. */
    form: z.string().trim().max(300).default(''),
    sending: z.array(sending).max(4).default(['system']),
    /** Periodic calls go out by themselves, so many days before the close of data; null: somebody calls. */
    opensBefore: z.number().int().min(0).max(366).nullable().default(30),
    /** Days before (negative) or after the deadline on which units are reminded. */
    reminders: z.array(z.number().int().min(-90).max(90)).max(10).default([-7, -1, 1]),
  })
  .openapi('RegimeBody');
export type RegimeBody = z.infer<typeof regimeBody>;

/** An indicator as it was on the day of the call. */
export const formIndicator = indicatorBody
  .extend({ id, code, version: z.number().int() })
  .openapi('FormIndicator');
export type FormIndicator = z.infer<typeof formIndicator>;

export const callForm = z
  .object({
    outline: z.array(section),
    indicators: z.array(formIndicator),
    tiers: z.array(tier),
    legalBasis: z.string(),
    form: z.string(),
    sending: z.array(sending),
    reminders: z.array(z.number().int()),
  })
  .openapi('CallForm');
export type CallForm = z.infer<typeof callForm>;
