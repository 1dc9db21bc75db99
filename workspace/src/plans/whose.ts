// Whose the newer changes of a plan are: the reader's own, from another window, or others'.
import type { PlanDetail } from '@nhipcau/server/contract';

/** Each version has its event: all since then are the reader's own. */
export function isOwn({ version, events }: Pick<PlanDetail, 'version' | 'events'>, since: number): boolean {
  const newer = events.slice(0, Math.max(0, version - since));
  return newer.length > 0 && newer.every(({ own }) => own);
}
