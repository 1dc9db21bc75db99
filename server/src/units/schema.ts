// The contract of the register of units.
import { z } from '@hono/zod-openapi';
import { id, idIn, isoDate } from '../http/schema.ts';

export const unit = z
  .object({
    id,
    name: z.string(),
    shortName: z.string().nullable(),
    kind: z.string(),
    parentId: id.nullable(),
    parentName: z.string().nullable(),
    validFrom: z.string().nullable(),
    validTo: z.string().nullable(),
    /** The unit that took its work over. */
    successorId: id.nullable(),
    successorName: z.string().nullable(),
    /** Provinces usually have it; nobody has confirmed that this one does. */
    assumed: z.boolean(),
  })
  .openapi('Unit');

export const unitListQuery = z.object({
  /** With or without diacritics, either tone placement; also aliases and abbreviations. */
  q: z.string().max(300).default(''),
  /** Only units that existed on that day. */
  on: isoDate.optional(),
  kind: z.string().max(50).optional(),
  /** Only that unit and those below it, on that day (today if none is given). */
  under: idIn.optional(),
  /** The document it is for: units of its issuer's province come first, invented ones only where it is of the demonstration. */
  documentId: z.coerce.number().int().positive().optional(),
  limit: z.coerce.number().int().min(1).max(100).default(20),
});

export const unitList = z.object({ rows: z.array(unit), total: z.number().int() }).openapi('UnitList');

export const resolveQuery = z.object({
  name: z.string().trim().min(1).max(1000),
  /** Its issuer and date give the context. */
  documentId: z.coerce.number().int().positive().optional(),
});

export const resolution = z
  .object({
    name: z.string(),
    /** The unit matched; null if none, or if the name is collective. */
    unit: unit.nullable(),
    /** `name`, `alias`, `abbreviation`, `context`, `collective`; null if nothing was matched. */
    matched: z.string().nullable(),
    why: z.string().nullable(),
    /** For a collective name: the units that existed on the document's date. */
    members: z.array(unit).nullable(),
    alternatives: z.array(unit),
  })
  .openapi('Resolution');
