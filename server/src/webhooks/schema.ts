// The contract of webhooks: another program is told of what changes.
import { z } from '@hono/zod-openapi';
import { id, isoTime, paging } from '../http/schema.ts';

export const eventName = z
  .enum([
    'duty.changed',
    'plan.issued',
    'plan.amended',
    'plan.closed',
    'document.read',
    'document.accepted',
    'report.called',
    'report.sent',
    'report.returned',
    'report.accepted',
    'report.approved',
    'ping',
  ])
  .openapi('WebhookEvent', {
    description:
      'A delivery is `{event, at, data}`. Of `report.*` the data are reportId, callId, call, period, from, to, unitId, unit, unitCode, receiverId, depth, dueOn, status, class, submittedOn and, of `report.returned`, reasons by section; told to who listens at the unit that reports, at the one that receives it, or above them.',
  });

export const webhook = z
  .object({
    id,
    unitId: id,
    unitName: z.string(),
    url: z.string(),
    events: z.array(eventName),
    active: z.boolean(),
    createdAt: isoTime,
    version: z.number().int(),
    /** Deliveries that wait or failed. */
    waiting: z.number().int(),
    failed: z.number().int(),
  })
  .openapi('Webhook');
export const webhookList = z.object({ rows: z.array(webhook) }).openapi('WebhookList');
/** The secret is shown once: it signs every delivery. */
export const newWebhook = webhook.extend({ secret: z.string() }).openapi('NewWebhook');

const url = z.url({ protocol: /^https?$/ }).max(2000);
const events = z.array(eventName).min(1).max(20);
export const webhookInput = z.strictObject({ unitId: id, url, events }).openapi('WebhookInput');
export const webhookChange = z
  .strictObject({
    version: z.number().int(),
    url: url.optional(),
    events: events.optional(),
    active: z.boolean().optional(),
  })
  .openapi('WebhookChange');

export const delivery = z
  .object({
    id,
    event: z.string(),
    at: isoTime,
    attempts: z.number().int(),
    status: z.enum(['waiting', 'delivered', 'failed']),
    /** HTTP status of the last answer; null: there was none. */
    answered: z.number().int().nullable(),
    problem: z.string().nullable(),
    lastAt: isoTime.nullable(),
    body: z.string(),
  })
  .openapi('WebhookDelivery');
export const deliveryList = z
  .object({
    rows: z.array(delivery),
    total: z.number().int(),
    page: z.number().int(),
    size: z.number().int(),
  })
  .openapi('WebhookDeliveryList');
export const deliveryQuery = z.object({ ...paging });
