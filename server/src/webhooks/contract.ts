// What the workspace knows of this subject.
import type { z } from '@hono/zod-openapi';
import type * as webhooks from './schema.ts';

export type Webhook = z.infer<typeof webhooks.webhook>;
export type NewWebhook = z.infer<typeof webhooks.newWebhook>;
export type WebhookInput = z.input<typeof webhooks.webhookInput>;
export type WebhookChange = z.input<typeof webhooks.webhookChange>;
export type WebhookDelivery = z.infer<typeof webhooks.delivery>;
export type WebhookDeliveryList = z.infer<typeof webhooks.deliveryList>;
