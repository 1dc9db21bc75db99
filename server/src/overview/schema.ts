// The contract of overviews: how the duties stand, by unit, group and month, on a day. Counts of the four classes, never a percentage.
import { z } from '@hono/zod-openapi';
import { dutyRow } from '../duties/schema.ts';
import { id, isoDate } from '../http/schema.ts';
import { classCounts, unitRef } from '../plans/schema.ts';

export const overviewQuery = z.object({
  /** The unit whose tree is shown; the reader's province (or the nation) if left out. */
  unit: z.coerce.number().int().positive().optional(),
  /** Year in which duties count; the current one if left out. */
  year: z.coerce.number().int().min(1900).max(2200).optional(),
  role: z.enum(['lead', 'coordinating']).default('lead'),
  /** The classes, and the tree, as they stood on that day. */
  asOf: isoDate.optional(),
});

const counted = { counts: classCounts };

/**
 * Whose duties are counted. `unit`: the unit's own alone, for it has none below, or the reader's role reaches no further; `below`: its
 * own and those of all units below it; `province`: the same of a province's People's Committee, so the whole province.
 */
const covers = z.object({
  scope: z.enum(['unit', 'below', 'province']),
  /** How many units are counted, the unit itself among them. */
  units: z.number().int(),
  /** How many units below it are not counted, since the reader's role does not reach them. */
  left: z.number().int(),
});

export const overview = z
  .object({
    unit: unitRef,
    covers,
    year: z.number().int(),
    asOf: z.string(),
    /** Years in which there is anything. */
    years: z.array(z.number().int()),
    total: classCounts,
    /** Overdue of earlier years, which the year's own counts do not hold. */
    overdueBefore: z.number().int(),
    /** Units directly below, each with all below it; the unit's own stand under itself. Sums to `total`. */
    units: z.array(z.object({ unit: unitRef, kind: z.string(), below: z.number().int(), ...counted })),
    /** Sums to `total`; `group` null: without a group. */
    groups: z.array(z.object({ id: id.nullable(), group: z.string().nullable(), ...counted })),
    /** By the month in which they are due; month null: no date. Sums to `total`. */
    months: z.array(z.object({ month: z.number().int().nullable(), ...counted })),
    /** Due within seven days, most urgent first; at most 20. */
    thisWeek: z.array(dutyRow),
    /** Moved in the last seven days, newest first; at most 20. */
    moved: z.array(dutyRow),
    /** Overdue, or due within 14 days, and nothing has moved for 30 days; at most 20. */
    stuck: z.array(dutyRow),
    waiting: z.object({
      toConfirm: z.number().int(),
      extensions: z.number().int(),
      unanswered: z.number().int(),
    }),
  })
  .openapi('Overview');
