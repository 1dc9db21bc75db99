// What a plan holds: the text that people edit, of which the tasks become duties when it is issued. Stored whole, by edition.
import { z } from '@hono/zod-openapi';
import { milestone } from '../documents/draft-schema.ts';
import { id, isoDate } from '../http/schema.ts';
import { dayOfPeriod } from '../tasks/due-day.ts';

const localId = z.string().min(1).max(40);

/** As a document's, and "năm năm một lần": reviews of a programme (sơ kết, tổng kết). */
export const planDue = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('by'), date: isoDate }),
    z.strictObject({ kind: z.literal('during'), from: isoDate, to: isoDate }),
    z.strictObject({
      kind: z.literal('recurring'),
      every: z.enum(['five-years', 'year', 'half-year', 'quarter', 'month', 'week', 'day']).nullable(),
      /** The day within each period; its last day if left out. */
      on: dayOfPeriod.optional(),
    }),
    z.strictObject({ kind: z.literal('unspecified') }),
  ])
  .openapi('PlanDue');

/** As named in the plan; a collective name ("UBND các xã, phường") is expanded on the day of handing down. */
export const planAgency = z
  .strictObject({
    name: z.string().trim().min(1).max(1000),
    unitId: id.nullable(),
    /** What a coordinating agency does of the task. */
    part: z.string().max(2000).nullable().default(null),
  })
  .openapi('PlanAgency');

export const planTarget = z
  .strictObject({
    id: localId,
    text: z.string().trim().min(1).max(1000),
    value: z.number().nullable(),
    unit: z.string().max(100).nullable(),
    /** ISO date by which it is to be reached. */
    by: isoDate.nullable(),
  })
  .openapi('PlanTarget');

export const planTask = z
  .strictObject({
    id: localId,
    groupId: localId.nullable(),
    text: z.string().trim().min(1).max(20_000),
    /** What it consists of, point by point. */
    items: z.array(z.string().max(20_000)).max(500).default([]),
    lead: z.array(planAgency).max(200),
    coordinating: z.array(planAgency).max(200),
    due: planDue,
    /** Done when somebody calls for it ("đột xuất"), not by date. */
    onCall: z.boolean().default(false),
    outputs: z.array(z.string().trim().min(1).max(500)).max(50),
    milestones: z.array(milestone.strict()).max(200),
    budget: z.string().max(500).nullable(),
    /** Each unit it is handed to owes a plan of its own. */
    asksPlan: z.boolean().default(false),
    /** The superior's task that this one carries out. */
    superiorTaskId: id.nullable().default(null),
    /** The row of the register, where the plan was made of an imported document or has been issued. */
    taskId: id.nullable().default(null),
    /** Taken over from last period's plan, to be kept or struck out by who draws this one up. */
    proposal: z.boolean().default(false),
  })
  .openapi('PlanTask');

export const planBody = z
  .strictObject({
    /** Paragraphs: căn cứ. */
    bases: z.array(z.string().max(2000)).max(100).default([]),
    objectives: z.array(z.string().max(5000)).max(100),
    targets: z.array(planTarget).max(200),
    groups: z.array(z.strictObject({ id: localId, title: z.string().trim().min(1).max(2000) })).max(500),
    tasks: z.array(planTask).max(2000),
    /** How it is to be carried out, in paragraphs: "Tổ chức thực hiện". */
    arrangements: z.array(z.string().max(5000)).max(200).default([]),
  })
  .openapi('PlanBody');

export type PlanBody = z.infer<typeof planBody>;
export type PlanTask = z.infer<typeof planTask>;
export type PlanAgency = z.infer<typeof planAgency>;
export type PlanDue = z.infer<typeof planDue>;
