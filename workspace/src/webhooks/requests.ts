import type {
  NewWebhook,
  Webhook,
  WebhookChange,
  WebhookDeliveryList,
  WebhookInput,
} from '@nhipcau/server/contract';
import { get, request } from '../api.ts';

export const webhookList = (signal?: AbortSignal) => get<{ rows: Webhook[] }>('/api/webhooks', signal);
export const makeWebhook = (input: WebhookInput) => request<NewWebhook>('POST', '/api/webhooks', input);
export const changeWebhook = (id: number, change: WebhookChange) =>
  request<Webhook>('PATCH', `/api/webhooks/${id}`, change);
export const removeWebhook = (id: number) => request<void>('DELETE', `/api/webhooks/${id}`);
export const pingWebhook = (id: number) => request<void>('POST', `/api/webhooks/${id}/ping`);
export const deliveries = (id: number, signal?: AbortSignal) =>
  get<WebhookDeliveryList>(`/api/webhooks/${id}/deliveries?size=20`, signal);
export const deliverAgain = (id: number) => request<void>('POST', `/api/webhooks/deliveries/${id}/again`);
