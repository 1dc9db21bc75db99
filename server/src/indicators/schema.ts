// The contract of indicators: the catalogue, dimensions, registers, targets.
import { z } from '@hono/zod-openapi';
import { id, isoDate, isoTime, paging } from '../http/schema.ts';
import { unitRef } from '../plans/schema.ts';
import { cellKey, code, dimensionKey, formula, indicatorBody } from './body.ts';

export const indicatorAbility = z.enum(['edit', 'end', 'resume', 'remove', 'copy']);

export const indicator = indicatorBody
  .extend({
    id,
    code,
    /** Null: of the ready catalogue, which every unit may use and none but a copy of its own may change. */
    owner: unitRef.nullable(),
    /** Proposed by the product, not taken from an official form. */
    proposed: z.boolean(),
    endedOn: z.string().nullable(),
    version: z.number().int(),
    changedAt: isoTime,
    derived: z.boolean(),
    /** The formula as a sentence in the reader's language; null: entered. */
    formulaWords: z.string().nullable(),
    may: z.array(indicatorAbility),
  })
  .openapi('Indicator');

export const indicatorList = z
  .object({ rows: z.array(indicator), total: z.number().int() })
  .openapi('IndicatorList');

export const indicatorQuery = z.object({
  q: z.string().max(200).optional(),
  /** The catalogue as this unit uses it: its own, those of the units above, the ready ones; of one code the nearest. */
  unit: z.coerce.number().int().positive().optional(),
  group: z.string().max(200).optional(),
  source: z.enum(['entered', 'derived']).optional(),
  ended: z.enum(['true', 'false']).optional(),
});

export const indicatorCreate = indicatorBody
  .extend({
    /** The unit in whose catalogue it stands; without it, the first one at which the reader may. */
    ownerId: id.optional(),
    code,
  })
  .openapi('IndicatorCreate');

export const indicatorChange = indicatorBody
  .partial()
  .extend({ version: z.number().int().positive() })
  .openapi('IndicatorChange');

export const indicatorEnd = z
  .strictObject({ version: z.number().int().positive(), on: isoDate.nullable() })
  .openapi('IndicatorEnd');

export const indicatorVersions = z
  .object({
    rows: z.array(
      z.object({ version: z.number().int(), at: isoTime, who: z.string().nullable(), body: indicatorBody }),
    ),
  })
  .openapi('IndicatorVersions');

export const dimensionItem = z.object({
  key: z.string(),
  name: z.string(),
  nameEn: z.string(),
  /** The last day on which it is offered; figures that name it stay. */
  endedOn: z.string().nullable(),
  ended: z.boolean(),
  /** Of the reader's tree; else everybody's, and only its end can be set, for the tree alone. */
  own: z.boolean(),
});
export const dimension = z
  .object({
    key: dimensionKey,
    name: z.string(),
    nameEn: z.string(),
    /** Of the reader's tree; else everybody's. */
    own: z.boolean(),
    /** How many indicators in force are broken down by it. */
    indicators: z.number().int(),
    items: z.array(dimensionItem),
    version: z.number().int(),
    may: z.array(z.enum(['edit', 'remove'])),
  })
  .openapi('Dimension');
export const dimensionList = z.object({ rows: z.array(dimension) }).openapi('DimensionList');
export const dimensionDetail = dimension
  .extend({
    usedBy: z.array(z.object({ id, code, name: z.string(), nameEn: z.string() })),
    /** Keys of own items that a figure or a target names: these can end, not be removed. */
    inUse: z.array(z.string()),
  })
  .openapi('DimensionDetail');

const itemKey = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$/);
const shown = {
  name: z.string().trim().min(1).max(200),
  nameEn: z.string().trim().max(200).default(''),
};
export const dimensionInput = z
  .strictObject({
    ...shown,
    /** Of the one that is changed; 0: there was none. */
    version: z.number().int().min(0).default(0),
    /**
     * The reader's own ones in their order. Of a ready item only `endedOn` is kept. An own item that is left out is removed, unless a
     * figure names it: then it can only end.
     */
    items: z
      .array(z.strictObject({ key: itemKey, ...shown, endedOn: isoDate.nullable().default(null) }))
      .min(1)
      .max(400),
  })
  .openapi('DimensionInput');

export const registerField = z
  .object({
    name: z.string(),
    label: z.string(),
    type: z.enum(['word', 'number', 'day', 'flag']),
    /** The dimension whose items its words are; by it figures can be broken down. */
    dimension: z.string().nullable(),
    /** The words it can hold, where they are a closed set. */
    values: z.array(z.object({ key: z.string(), label: z.string() })),
  })
  .openapi('RegisterField');
export const registerList = z
  .object({
    rows: z.array(
      z.object({
        key: z.string(),
        label: z.string(),
        description: z.string(),
        fields: z.array(registerField),
      }),
    ),
  })
  .openapi('RegisterList');

/** What a formula gives for a unit and a window, before it is kept. */
export const formulaTrial = z
  .strictObject({
    formula,
    unitId: id,
    /** With all units below it, else the unit alone. */
    below: z.boolean().default(true),
    from: isoDate,
    to: isoDate,
    breakdown: z.array(dimensionKey).max(3).default([]),
  })
  .openapi('FormulaTrial');
export const formulaResult = z
  .object({
    value: z.number().nullable(),
    words: z.string(),
    cells: z.array(z.object({ cell: z.string(), value: z.number() })),
  })
  .openapi('FormulaResult');

export const periodName = z
  .string()
  .regex(/^\d{4}(-(H[12]|9M|Q[1-4]|0[1-9]|1[0-2]|\d{4}))?$/)
  .openapi({ example: '2026', description: '2026, 2026-H1, 2026-9M, 2026-Q3, 2026-11, 2026-2030' });

export const target = z
  .object({
    id,
    indicatorId: id,
    code: z.string(),
    name: z.string(),
    unit: unitRef,
    period: z.string(),
    cell: z.string(),
    value: z.number(),
    planId: id.nullable(),
    /** Number of that plan, where it has one. */
    plan: z.string().nullable(),
    note: z.string().nullable(),
    version: z.number().int(),
    mayChange: z.boolean(),
    /** Of a target for the whole: by which breakdowns the targets do not make it, in the reader's language. */
    warnings: z.array(z.string()),
  })
  .openapi('IndicatorTarget');
export const targetList = z.object({ rows: z.array(target), total: z.number().int() }).openapi('TargetList');
export const targetQuery = z.object({
  indicator: z.coerce.number().int().positive().optional(),
  unit: z.coerce.number().int().positive().optional(),
  period: periodName.optional(),
  ...paging,
});
export const targetInput = z
  .strictObject({
    indicatorId: id,
    unitId: id,
    period: periodName,
    cell: cellKey.default(''),
    /** Null: no target any more. */
    value: z.number().min(-1e15).max(1e15).nullable(),
    planId: id.nullable().default(null),
    note: z.string().trim().max(500).nullable().default(null),
    /** Of the one that is changed; 0: there was none. */
    version: z.number().int().min(0).default(0),
  })
  .openapi('TargetInput');
export const targetsInput = z
  .strictObject({ targets: z.array(targetInput).min(1).max(500) })
  .openapi('TargetsInput');
