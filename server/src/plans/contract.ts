// What the workspace knows of this subject.
import type { z } from '@hono/zod-openapi';
import type * as planBodies from './body.ts';
import type * as plans from './schema.ts';

export type PlanBody = z.infer<typeof planBodies.planBody>;
export type PlanTask = z.infer<typeof planBodies.planTask>;
export type PlanDue = z.infer<typeof planBodies.planDue>;
export type PlanAgency = z.infer<typeof planBodies.planAgency>;
export type PlanTarget = z.infer<typeof planBodies.planTarget>;
export type PlanStatus = z.infer<typeof plans.planStatus>;
export type PlanRef = z.infer<typeof plans.planRef>;
export type UnitRef = z.infer<typeof plans.unitRef>;
export type ClassCounts = z.infer<typeof plans.classCounts>;
export type PlanSummary = z.infer<typeof plans.planSummary>;
export type PlanList = z.infer<typeof plans.planList>;
export type PlanListQuery = z.input<typeof plans.planListQuery>;
export type PlanDetail = z.infer<typeof plans.planDetail>;
export type PlanAbility = z.infer<typeof plans.planAbility>;
export type PlanCreate = z.input<typeof plans.planCreate>;
export type PlanChange = z.input<typeof plans.planChange>;
export type PlanStep = z.input<typeof plans.planStep>;
export type PlanIssue = z.input<typeof plans.planIssue>;
export type OpenWork = z.infer<typeof plans.openWork>;
export type HandDown = z.infer<typeof plans.handDown>;
export type PlanDiff = z.infer<typeof plans.planDiff>;
export type Coverage = z.infer<typeof plans.coverage>;
