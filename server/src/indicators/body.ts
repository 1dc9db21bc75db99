// What an indicator is: the part that people write, kept as it was for every report that was called with it.
import { z } from '@hono/zod-openapi';

/** Of the catalogue; formulas and weights name indicators by it. */
export const code = z
  .string()
  .regex(/^[A-Z0-9][A-Z0-9.-]{0,29}$/)
  .openapi({ example: 'TT.01', description: 'Capital letters, digits, points and hyphens' });

/** Of a dimension. */
export const dimensionKey = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/);

const number = z.number().min(-1e15).max(1e15);
const word = z.string().min(1).max(200);

/**
 * Which records of a register: `in` and `not-in` compare words, `at-least` and `at-most` numbers or days, `in-window` asks whether a
 * day lies in the report's window, `until-window-end` whether it is not after it.
 */
export const filter = z
  .strictObject({
    field: word,
    is: z.enum([
      'in',
      'not-in',
      'at-least',
      'at-most',
      'known',
      'unknown',
      'contains',
      'in-window',
      'until-window-end',
    ]),
    values: z
      .array(z.union([word, number]))
      .max(200)
      .default([]),
  })
  .openapi('FormulaFilter');
export type Filter = z.infer<typeof filter>;

export type Formula =
  | { readonly op: 'count'; readonly register: string; readonly where: readonly Filter[] }
  | {
      readonly op: 'sum';
      readonly register: string;
      readonly field: string;
      readonly where: readonly Filter[];
    }
  | {
      readonly op: 'distinct';
      readonly register: string;
      readonly field: string;
      readonly where: readonly Filter[];
    }
  | { readonly op: 'indicator'; readonly code: string }
  | { readonly op: 'number'; readonly value: number }
  | { readonly op: 'add' | 'subtract' | 'multiply' | 'divide'; readonly of: readonly Formula[] };

const where = z.array(filter).max(20).default([]);
const counted = { register: word, where };

/** A closed set: counting, adding up and telling apart records of a register; other indicators; arithmetic of these. */
export const formula: z.ZodType<Formula, unknown> = z
  .lazy(() =>
    z.discriminatedUnion('op', [
      z.strictObject({ op: z.literal('count'), ...counted }),
      z.strictObject({ op: z.literal('sum'), field: word, ...counted }),
      z.strictObject({ op: z.literal('distinct'), field: word, ...counted }),
      z.strictObject({ op: z.literal('indicator'), code }),
      z.strictObject({ op: z.literal('number'), value: number }),
      z.strictObject({
        op: z.enum(['add', 'subtract', 'multiply', 'divide']),
        of: z.array(formula).min(2).max(20),
      }),
    ]),
  )
  .openapi('Formula', {
    type: 'object',
    description:
      '{op: count|sum|distinct, register, field?, where} | {op: indicator, code} | {op: number, value} | {op: add|subtract|multiply|divide, of}',
  });

/**
 * How figures of several units, and of several periods, become one. `sum`: added. `last`: units added, of periods the latest.
 * `average`: by weight. `distinct`: names told apart, each counted once however many units name it.
 */
export const rule = z.enum(['sum', 'last', 'average', 'distinct']).openapi('RollupRule');
export type Rule = z.infer<typeof rule>;

/** What is not within is warned about, never refused and never changed. */
export const bounds = z
  .strictObject({
    min: number.nullable().default(null),
    max: number.nullable().default(null),
    /** Warned about if it differs from the last period by more than so many per cent. */
    change: z.number().min(1).max(100_000).nullable().default(null),
  })
  .openapi('IndicatorBounds');

const both = { name: z.string().trim().min(1).max(300), nameEn: z.string().trim().max(300).default('') };

export const indicatorBody = z
  .strictObject({
    ...both,
    definition: z.string().trim().max(3000).default(''),
    /** Đơn vị tính. */
    unit: z.string().trim().max(60).default(''),
    unitEn: z.string().trim().max(60).default(''),
    /** Nhóm chỉ tiêu, under which it stands in lists and annexes. */
    group: z.string().trim().max(200).default(''),
    groupEn: z.string().trim().max(200).default(''),
    decimals: z.number().int().min(0).max(6).default(0),
    rule: rule.default('sum'),
    /** Of an average: the indicator by which it is weighed; null: each unit gives the weight beside the figure. */
    weight: code.nullable().default(null),
    /** Null: people enter it. */
    formula: formula.nullable().default(null),
    /** Each splits the whole once: [["channel","language"],["month"]]. Its parts should add up to the whole. */
    breakdowns: z.array(z.array(dimensionKey).min(1).max(3)).max(8).default([]),
    bounds: bounds.default({ min: 0, max: null, change: null }),
    /** A report cannot be sent without it (an empty figure may be given with a reason). */
    required: z.boolean().default(false),
  })
  .openapi('IndicatorBody');
export type IndicatorBody = z.infer<typeof indicatorBody>;

/** "" is the whole; else "channel=portal;language=en", dimensions in the order of their names. */
export const cellKey = z
  .string()
  .max(200)
  .regex(/^$|^[a-z][a-z0-9-]*=[A-Za-z0-9._-]+(;[a-z][a-z0-9-]*=[A-Za-z0-9._-]+)*$/)
  .openapi({ example: 'channel=portal;language=en' });
