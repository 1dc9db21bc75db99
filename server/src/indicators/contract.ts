// What the workspace knows of this subject.
import type { z } from '@hono/zod-openapi';
import type * as indicatorBodies from './body.ts';
import type * as indicators from './schema.ts';

export type { Formula } from './body.ts';
export type FormulaFilter = z.infer<typeof indicatorBodies.filter>;
export type RollupRule = z.infer<typeof indicatorBodies.rule>;
export type IndicatorBody = z.infer<typeof indicatorBodies.indicatorBody>;
export type Indicator = z.infer<typeof indicators.indicator>;
export type IndicatorList = z.infer<typeof indicators.indicatorList>;
export type IndicatorVersions = z.infer<typeof indicators.indicatorVersions>;
export type Dimension = z.infer<typeof indicators.dimension>;
export type DimensionList = z.infer<typeof indicators.dimensionList>;
export type DimensionDetail = z.infer<typeof indicators.dimensionDetail>;
export type RegisterField = z.infer<typeof indicators.registerField>;
export type RegisterList = z.infer<typeof indicators.registerList>;
export type FormulaResult = z.infer<typeof indicators.formulaResult>;
export type IndicatorTarget = z.infer<typeof indicators.target>;
export type TargetList = z.infer<typeof indicators.targetList>;
export type IndicatorQuery = z.input<typeof indicators.indicatorQuery>;
export type IndicatorCreate = z.input<typeof indicators.indicatorCreate>;
export type IndicatorChange = z.input<typeof indicators.indicatorChange>;
export type DimensionInput = z.input<typeof indicators.dimensionInput>;
export type FormulaTrial = z.input<typeof indicators.formulaTrial>;
export type TargetQuery = z.input<typeof indicators.targetQuery>;
export type TargetInput = z.input<typeof indicators.targetInput>;
export type TargetsInput = z.input<typeof indicators.targetsInput>;
