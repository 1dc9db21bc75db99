// The contract of units in time: the tree on a day, one unit with its history, what administrators change.
import { z } from '@hono/zod-openapi';
import { id, idIn, isoDate } from '../http/schema.ts';

export const unitKind = z.enum([
  'state-organ',
  'party',
  'ministry',
  'government-agency',
  'department',
  'office',
  'council',
  'committee',
  'police',
  'military',
  'border-guard',
  'front',
  'union',
  'association',
  'press',
  'service-unit',
  'court',
  'enterprise',
  'other',
]);

export const unitLevel = z.enum(['central', 'province', 'district', 'commune']);

const named = {
  id,
  name: z.string(),
  kind: z.string(),
  validFrom: isoDate.nullable(),
  validTo: isoDate.nullable(),
};

/** A unit as other records refer to it, with the days of its life. */
export const unitName = z.object(named).openapi('UnitName');

export const treeQuery = z.object({
  /** The tree as it stood on that day; today if not given. */
  on: isoDate.optional(),
  /** Only what is below that unit; the tops if not given. */
  under: idIn.optional(),
  /** How many levels: 1 gives the next level alone. */
  depth: z.coerce.number().int().min(1).max(10).default(1),
});

export const treeUnit = z
  .object({
    ...named,
    level: z.string().nullable(),
    code: z.string().nullable(),
    areaCode: z.string().nullable(),
    /** Null at the top of what was asked for, where its superior is not part of the answer. */
    parentId: id.nullable(),
    depth: z.number().int(),
    /** How many units stand below it on that day, at any depth. */
    below: z.number().int(),
    assumed: z.boolean(),
    demo: z.boolean(),
  })
  .openapi('TreeUnit');

export const unitTree = z
  .object({
    on: isoDate,
    under: id.nullable(),
    /** In the order in which a tree is read: each unit before those below it. */
    units: z.array(treeUnit),
    total: z.number().int(),
    /** Days on which something was reorganised among these, with how often. */
    days: z.array(z.object({ day: isoDate, count: z.number().int() })),
  })
  .openapi('UnitTree');

export const contact = z
  .object({
    address: z.string().trim().max(300).optional(),
    phone: z.string().trim().max(50).optional(),
    email: z.union([z.literal(''), z.email().max(200)]).optional(),
    website: z.union([z.literal(''), z.url({ protocol: /^https?$/ }).max(300)]).optional(),
  })
  .openapi('UnitContact');

export const unitState = z
  .object({
    validFrom: isoDate.nullable(),
    validTo: isoDate.nullable(),
    name: z.string(),
    kind: z.string(),
    code: z.string().nullable(),
    areaCode: z.string().nullable(),
    parent: unitName.nullable(),
    reorganisationId: id.nullable(),
  })
  .openapi('UnitState');

export const reorganisationKind = z.enum(['new', 'merge', 'split', 'rename', 'move', 'abolish']);

export const reorganisation = z
  .object({
    id,
    kind: reorganisationKind,
    effectiveOn: isoDate,
    legalBasis: z.string(),
    note: z.string().nullable(),
    demo: z.boolean(),
    /** Part of the ready set: it is not taken back. */
    seeded: z.boolean(),
    /** Decided, and its day has not come. */
    planned: z.boolean(),
    /** Duties that it hands to another successor than the main one. */
    dutiesApart: z.number().int(),
    before: z.array(unitName),
    /** The main successor first. */
    after: z.array(unitName),
    /** `undo` where the reader may take it back. */
    may: z.array(z.enum(['undo'])),
  })
  .openapi('Reorganisation');

export const reorganisationList = z
  .object({ rows: z.array(reorganisation), total: z.number().int() })
  .openapi('ReorganisationList');

export const reorganisationQuery = z.object({
  /** That unit and all below it, whenever they stood there. */
  under: idIn.optional(),
  from: isoDate.optional(),
  to: isoDate.optional(),
  kind: reorganisationKind.optional(),
  page: z.coerce.number().int().min(1).max(100_000).default(1),
  size: z.coerce.number().int().min(1).max(200).default(50),
});

export const lineage = z
  .object({
    units: z.array(unitName),
    links: z.array(
      z.object({
        from: id,
        to: id,
        main: z.boolean(),
        on: isoDate.nullable(),
        reorganisationId: id.nullable(),
      }),
    ),
  })
  .openapi('Lineage');

export const unitDetail = z
  .object({
    ...named,
    level: z.string().nullable(),
    code: z.string().nullable(),
    areaCode: z.string().nullable(),
    aliases: z.array(z.string()),
    contact,
    assumed: z.boolean(),
    demo: z.boolean(),
    version: z.number().int(),
    parent: unitName.nullable(),
    root: unitName,
    /** Who answers for its work today: itself while it lives. Null: its whole line has ended. */
    heir: unitName.nullable(),
    states: z.array(unitState),
    /** Those whose work came to it and those to whom its work went, through all generations. */
    lineage,
    reorganisations: z.array(reorganisation),
    /** Directly below, today. */
    children: z.array(treeUnit),
    /** What the reader may do with it: `edit`, `reorganise`, `remove`. */
    may: z.array(z.enum(['edit', 'reorganise', 'remove'])),
  })
  .openapi('UnitDetail');

const name = z.string().trim().min(1).max(300);
const code = z.string().trim().max(35).nullable();
const aliases = z.array(z.string().trim().min(1).max(200)).max(50);

/** As in QĐ 20/2020/QĐ-TTg: at most 35 of A–Z, 0–9 and the full stop; the older form with zeros in front passes as well. */
const agencyCode = code.refine((value) => value === null || value === '' || /^[A-Z0-9.]+$/.test(value), {
  message: 'A–Z, 0–9, “.”',
});
const areaCode = code.refine((value) => value === null || value === '' || /^\d{2,5}$/.test(value), {
  message: '2–5 chữ số / digits',
});

export const newUnit = z
  .strictObject({
    name,
    kind: unitKind,
    level: unitLevel.nullish(),
    parentId: id.nullable(),
    code: agencyCode.optional(),
    areaCode: areaCode.optional(),
    aliases: aliases.optional(),
    contact: contact.optional(),
  })
  .openapi('NewUnit');

/** A unit that has been there all along and was missing from the register; a new one comes by a reorganisation. */
export const unitCreate = newUnit
  .extend({ validFrom: isoDate.nullable().default(null) })
  .openapi('UnitCreate');

/** Corrections of what was written wrong; a change in the world is a reorganisation, with its day and legal basis. */
export const unitEdit = z
  .strictObject({
    version: z.number().int().positive(),
    name: name.optional(),
    kind: unitKind.optional(),
    code: agencyCode.optional(),
    areaCode: areaCode.optional(),
    aliases: aliases.optional(),
    contact: contact.optional(),
    /** False: the unit is there, somebody has looked. */
    assumed: z.literal(false).optional(),
  })
  .openapi('UnitEdit');
