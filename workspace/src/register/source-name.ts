import type { TaskRow } from '@nhipcau/server/contract';

/** The plan that it was issued with, else the document that it stands in: by number where there is one. */
export function sourceName({ plan, document }: Pick<TaskRow, 'plan' | 'document'>): string {
  if (plan) return plan.number ?? plan.title;
  return document?.number ?? document?.fileName ?? '';
}
