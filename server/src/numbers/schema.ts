// The contract of the number register (sổ đăng ký văn bản đi).
import { z } from '@hono/zod-openapi';
import { ruleOf } from '../http/field-words.ts';
import { id, idIn, isoDate, isoTime, paging } from '../http/schema.ts';

/** As it stands in a symbol: letters, digits, dots; no "/" and no spaces. */
const abbreviation = z
  .string()
  .trim()
  .refine(
    (text) => /^[\p{L}\p{N}.]{1,30}$/u.test(text),
    ruleOf(
      'chỉ gồm chữ cái, chữ số và dấu chấm, không có khoảng trắng, tối đa 30 ký tự',
      'only letters, digits and dots, no spaces, at most 30 characters',
    ),
  );
export const documentType = z
  .string()
  .max(6)
  .refine(
    (text) => /^\p{L}{1,6}$/u.test(text),
    ruleOf('chỉ gồm chữ cái, tối đa 6 ký tự', 'only letters, at most 6'),
  )
  .openapi({ example: 'KH', description: 'Abbreviation of Annex III, exactly as there; CV for a letter' });
const named = z.strictObject({ name: z.string().trim().min(1).max(300), abbreviation });
const rule = z
  .string()
  .trim()
  .min(1)
  .max(60)
  .refine(
    (text) => /^(?:\{TYPE\}|\{AGENCY\}|\{UNIT\}|[\p{L}\p{N}.-])+$/u.test(text),
    ruleOf(
      'chỉ gồm chữ cái, chữ số, dấu chấm, gạch nối và các phần {TYPE}, {AGENCY}, {UNIT}',
      'only letters, digits, dots, hyphens and the parts {TYPE}, {AGENCY}, {UNIT}',
    ),
  );

const version = z.number().int();

export const numberScheme = z
  .object({
    unitId: id,
    unitName: z.string(),
    /** In force from 1 January of it; null: nobody has set one, this is what goes without saying. */
    fromYear: z.number().int().nullable(),
    year: z.number().int(),
    /** One series for all types, or one for each. */
    series: z.enum(['common', 'by-type']),
    /** Types with a series of their own beside the common one. */
    ownSeries: z.array(z.string()),
    abbreviation: z.string(),
    symbol: z.string(),
    letterSymbol: z.string(),
    drafters: z.array(named),
    /** Advisory bodies, whose documents are numbered by themselves. */
    bodies: z.array(named),
    version,
    /** Numbers were given this year: which series there are changes from next year only. */
    inUse: z.boolean(),
    /** One set already for a later year. */
    nextYear: z.number().int().nullable(),
    may: z.array(z.enum(['edit'])),
  })
  .openapi('NumberScheme');

export const numberSchemeInput = z
  .strictObject({
    unitId: id,
    /** 0 where nobody has set one. */
    version,
    fromYear: z.number().int().min(2000).max(2200),
    series: z.enum(['common', 'by-type']),
    ownSeries: z.array(documentType).max(40),
    abbreviation,
    symbol: rule,
    letterSymbol: rule,
    drafters: z.array(named).max(200),
    bodies: z.array(named).max(50),
  })
  .openapi('NumberSchemeInput');

export const schemeQuery = z.object({
  unit: idIn,
  year: z.coerce.number().int().min(2000).max(2200).optional(),
});

export const numberSeries = z
  .object({
    code: z.string(),
    /** "*": the common one; else the type's abbreviation. */
    type: z.string(),
    /** The advisory body's abbreviation. */
    body: z.string().nullable(),
    last: z.number().int(),
    begunAfter: z.number().int(),
    begunReason: z.string().nullable(),
    used: z.number().int(),
    reserved: z.number().int(),
    cancelled: z.number().int(),
    /** Numbers up to `last` of which nothing is known: always empty, or the register is damaged. */
    unexplained: z.array(z.number().int()),
  })
  .openapi('NumberSeries');

export const seriesBegin = z
  .strictObject({
    unitId: id,
    type: documentType,
    body: abbreviation.nullable().default(null),
    /** The last number given in the register kept before. */
    after: z.number().int().min(0).max(1_000_000),
    reason: z.string().trim().min(1).max(1000),
  })
  .openapi('SeriesBegin');

/** `lapsed`: a reservation whose last day has gone; the number stays unused. */
export const numberStatus = z.enum(['reserved', 'lapsed', 'used', 'cancelled']);
export const numberAbility = z.enum(['use', 'extend', 'cancel', 'edit']);

export const numberEntry = z
  .object({
    id,
    unitId: id,
    year: z.number().int(),
    series: z.string(),
    number: z.number().int(),
    symbol: z.string().nullable(),
    /** "05/KH-UBND"; without a symbol as long as that is not known. */
    fullNumber: z.string(),
    type: z.string(),
    typeName: z.string(),
    body: z.string().nullable(),
    drafter: z.string().nullable(),
    status: numberStatus,
    /** Who took or keeps it, when, why, and until when. */
    taken: z.object({ by: z.string(), at: isoTime, purpose: z.string().nullable() }),
    until: z.string().nullable(),
    issuedOn: z.string().nullable(),
    title: z.string().nullable(),
    signer: z.string().nullable(),
    recipients: z.array(z.string()),
    /** Unit that keeps the file copy. */
    archive: z.string().nullable(),
    copies: z.number().int().nullable(),
    sentOn: z.string().nullable(),
    receivedBy: z.string().nullable(),
    note: z.string().nullable(),
    cancelled: z.object({ by: z.string(), at: isoTime, reason: z.string() }).nullable(),
    /** The outgoing document that bears it, if the reader may see that; null for papers. */
    outgoing: z.object({ id, status: z.string() }).nullable(),
    /** The plan that was issued by hand with it. */
    planId: id.nullable(),
    /** Given outside of this register: on paper, or before it was kept here. */
    outside: z.boolean(),
    /** `date-order`: a lower number of the series bears a later day, or a higher one an earlier day. */
    warnings: z.array(z.enum(['date-order'])),
    version,
    may: z.array(numberAbility),
  })
  .openapi('NumberEntry');

export const numberList = z
  .object({
    rows: z.array(numberEntry),
    total: z.number().int(),
    page: z.number().int(),
    size: z.number().int(),
    /** Of the unit and year, whatever is filtered. */
    series: z.array(numberSeries),
    may: z.array(z.enum(['reserve', 'begin'])),
  })
  .openapi('NumberList');

export const numberFilter = z.object({
  unit: idIn,
  year: z.coerce.number().int().min(2000).max(2200).optional(),
  series: z.string().max(80).optional(),
  type: z.string().max(10).optional(),
  status: numberStatus.optional(),
  q: z.string().max(500).optional(),
});
export const numberListQuery = numberFilter.extend({
  sort: z.enum(['number', '-number', 'date', '-date']).default('-number'),
  ...paging,
});

export const nextQuery = z.object({
  unit: idIn,
  type: documentType,
  body: abbreviation.optional(),
  drafter: abbreviation.optional(),
});
export const nextNumber = z
  .object({
    number: z.number().int(),
    symbol: z.string().nullable(),
    fullNumber: z.string(),
    series: z.string(),
  })
  .openapi('NextNumber');

const paperFields = {
  title: z.string().trim().min(1).max(2000),
  signer: z.string().trim().min(1).max(200),
  recipients: z.array(z.string().trim().min(1).max(1000)).max(500).default([]),
  archive: z.string().trim().max(300).nullable().default(null),
  copies: z.number().int().min(0).max(1_000_000).nullable().default(null),
  note: z.string().trim().max(2000).nullable().default(null),
  /** Today if left out; another day is refused. */
  issuedOn: isoDate.optional(),
};
/** A document on paper, which has its number from the same register. */
export const paper = z.strictObject(paperFields).openapi('PaperDocument');

export const numberTake = z
  .strictObject({
    unitId: id,
    type: documentType,
    body: abbreviation.nullable().default(null),
    drafter: abbreviation.nullable().default(null),
    /** What the number is kept for. */
    purpose: z.string().trim().min(1).max(1000),
    /** Last day of the reservation; 30 days from today if left out, and never beyond 31 December. */
    until: isoDate.optional(),
    /** Given at once to a document on paper. */
    paper: paper.optional(),
  })
  .openapi('NumberTake');

export const numberUse = z
  .strictObject({
    version,
    type: documentType.optional(),
    drafter: abbreviation.nullable().optional(),
    ...paperFields,
  })
  .openapi('NumberUse');

export const numberExtend = z
  .strictObject({ version, until: isoDate, reason: z.string().trim().min(1).max(1000) })
  .openapi('NumberExtend');
export const numberCancel = z
  .strictObject({ version, reason: z.string().trim().min(1).max(2000) })
  .openapi('NumberCancel');

/** The columns that are filled in as it goes out. */
export const numberEdit = z
  .strictObject({
    version,
    archive: z.string().trim().max(300).nullable().optional(),
    copies: z.number().int().min(0).max(1_000_000).nullable().optional(),
    sentOn: isoDate.nullable().optional(),
    receivedBy: z.string().trim().max(300).nullable().optional(),
    note: z.string().trim().max(2000).nullable().optional(),
  })
  .openapi('NumberEdit');
