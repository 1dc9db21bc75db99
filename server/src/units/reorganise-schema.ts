// The contract of a reorganisation: what is asked for, and what would come of it.
import { z } from '@hono/zod-openapi';
import { id, isoDate } from '../http/schema.ts';
import { newUnit, reorganisation, unitName } from './tree-schema.ts';

const common = {
  /** The first day of the new order. */
  effectiveOn: isoDate,
  /** The act that it rests on: "Quyết định số 12/QĐ-UBND ngày 10/01/2026". */
  legalBasis: z.string().trim().min(1).max(1000),
  note: z.string().trim().max(2000).optional(),
};

/** One that is there, or one that begins with it. */
const successor = z.union([z.strictObject({ unitId: id }), z.strictObject({ unit: newUnit })]);

/** What becomes of units below those that end: they go along, end too, or (of several) those of one name become one. */
const below = z.enum(['move', 'end', 'join']).default('move');

const unitIds = z.array(id).min(1).max(500);

export const reorganisationInput = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('new'), ...common, units: z.array(newUnit).min(1).max(200) }),
    z.strictObject({ kind: z.literal('merge'), ...common, unitIds, into: successor, below }),
    z.strictObject({
      kind: z.literal('split'),
      ...common,
      unitId: id,
      /** May name the unit itself, which then goes on. */
      into: z.array(successor).min(1).max(50),
      /** Which of them takes over what nothing else is said about; place in `into`. */
      main: z.number().int().min(0).default(0),
      /** Duties that go to another successor than the main one. */
      duties: z
        .array(z.strictObject({ dutyId: id, into: z.number().int().min(0) }))
        .max(5000)
        .default([]),
      /** Units below that go to another successor than the main one. */
      children: z
        .array(z.strictObject({ unitId: id, into: z.number().int().min(0) }))
        .max(500)
        .default([]),
    }),
    z.strictObject({
      kind: z.literal('rename'),
      ...common,
      unitId: id,
      name: newUnit.shape.name,
      unitKind: newUnit.shape.kind.optional(),
      code: newUnit.shape.code,
      areaCode: newUnit.shape.areaCode,
    }),
    z.strictObject({ kind: z.literal('move'), ...common, unitIds, parentId: id }),
    z.strictObject({
      kind: z.literal('abolish'),
      ...common,
      unitIds,
      /** Who takes over; the superior if nobody is named. */
      successorId: id.optional(),
      below,
    }),
  ])
  .openapi('ReorganisationInput');

const effect = z.object({
  unit: unitName,
  parentBefore: unitName.nullable(),
  parentAfter: unitName.nullable(),
});

/** What came, or with a dry run would come, of it. Units that a dry run would make have ids that nobody will see again. */
export const reorganisationResult = z
  .object({
    dryRun: z.boolean(),
    reorganisation,
    begins: z.array(unitName),
    ends: z.array(z.object({ unit: unitName, heir: unitName.nullable() })),
    /** Under a new superior. */
    moved: z.array(effect),
    renamed: z.array(z.object({ unit: unitName, before: z.string(), after: z.string() })),
    /** Duties (without cancelled ones) by who answers for them, before and after; of the units that this touches. */
    duties: z.object({
      before: z.number().int(),
      after: z.number().int(),
      moved: z.number().int(),
      units: z.array(z.object({ unit: unitName, before: z.number().int(), after: z.number().int() })),
    }),
    /** People who hold roles at units that end: they go on under whoever takes over. */
    people: z.array(
      z.object({
        personId: id,
        name: z.string(),
        role: z.string(),
        unit: unitName,
        heir: unitName.nullable(),
      }),
    ),
  })
  .openapi('ReorganisationResult');
