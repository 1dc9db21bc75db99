// The contract of days off: public holidays, and weekend days that are worked in exchange for others.
import { z } from '@hono/zod-openapi';
import { id, isoDate } from '../http/schema.ts';

const fields = {
  firstOn: isoDate,
  lastOn: isoDate,
  /** Again on the same day of every year after. */
  yearly: z.boolean(),
  /** Worked, although it is a Saturday or a Sunday. */
  works: z.boolean(),
};

export const dayOff = z
  .object({
    id,
    ...fields,
    name: z.string(),
    nameEn: z.string(),
    /** Of the reader's tree; else fixed by law. */
    own: z.boolean(),
    may: z.array(z.enum(['remove'])),
  })
  .openapi('DayOff');

export const daysOff = z
  .object({
    year: z.number().int(),
    rows: z.array(dayOff),
    /** The days off of the year; `inLieuOf`: in place of a day fixed by law that fell on a Saturday or a Sunday. */
    days: z.array(z.object({ day: z.string(), inLieuOf: z.string().nullable() })),
    may: z.array(z.enum(['add'])),
  })
  .openapi('DaysOff');
export const daysOffQuery = z.object({ year: z.coerce.number().int().min(1900).max(2200) });

export const dayOffInput = z
  .strictObject({
    firstOn: isoDate,
    lastOn: isoDate,
    yearly: z.boolean().default(false),
    works: z.boolean().default(false),
    name: z.string().trim().min(1).max(200),
    nameEn: z.string().trim().max(200).default(''),
  })
  .openapi('DayOffInput');
