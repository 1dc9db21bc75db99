// What the workspace knows of this subject.
import type { z } from '@hono/zod-openapi';
import type * as numbers from './schema.ts';

export type NumberScheme = z.infer<typeof numbers.numberScheme>;
export type NumberSchemeInput = z.input<typeof numbers.numberSchemeInput>;
export type NumberSeries = z.infer<typeof numbers.numberSeries>;
export type SeriesBegin = z.input<typeof numbers.seriesBegin>;
export type NumberEntry = z.infer<typeof numbers.numberEntry>;
export type NumberStatus = z.infer<typeof numbers.numberStatus>;
export type NumberList = z.infer<typeof numbers.numberList>;
export type NumberListQuery = z.input<typeof numbers.numberListQuery>;
export type NumberTake = z.input<typeof numbers.numberTake>;
export type NumberUse = z.input<typeof numbers.numberUse>;
export type NumberExtend = z.input<typeof numbers.numberExtend>;
export type NumberCancel = z.input<typeof numbers.numberCancel>;
export type NumberEdit = z.input<typeof numbers.numberEdit>;
export type NextNumber = z.infer<typeof numbers.nextNumber>;
