// One step for several duties: what may be tried, how it went, and how to take it back.
import type { BulkRequest, BulkResult, DutyRow, DutyState } from '@nhipcau/server/contract';
import type { QueryClient } from '@tanstack/react-query';
import type { Message, Say } from '../language/words.ts';
import { toast } from '../ui/toast.tsx';
import { takeSteps, undoSteps } from './requests.ts';

export type BulkStep = BulkRequest['do'];

const fits: Readonly<Record<BulkStep, readonly DutyState[]>> = {
  receive: ['new'],
  progress: ['new', 'received', 'in-progress', 'returned'],
  confirm: ['reported'],
  sendBack: ['reported'],
};

/** How many of the chosen the step makes sense for; whether it is allowed the server says, one by one. */
export const fitting = (step: BulkStep, rows: readonly Pick<DutyRow, 'state'>[]): number =>
  rows.filter(({ state }) => fits[step].includes(state)).length;

const doneWords: Readonly<Record<BulkStep, Message>> = {
  receive: 'Đã tiếp nhận {n, number} việc',
  progress: 'Đã ghi tiến độ {n, number} việc',
  confirm: 'Đã xác nhận {n, number} việc',
  sendBack: 'Đã trả lại {n, number} việc',
};

let last: number | null = null;

/** Everything that shows duties or counts them. */
export function dutiesChanged(queries: QueryClient): void {
  for (const key of [
    'duties',
    'duty',
    'overview',
    'urgings',
    'plans',
    'plan',
    'task',
    'tasks',
    'inspections',
  ]) {
    void queries.invalidateQueries({ queryKey: [key] });
  }
}

interface Surroundings {
  readonly queries: QueryClient;
  readonly say: Say;
}

/** Takes the step, says how many it was done for, and offers to take it back. */
export async function doForAll(request: BulkRequest, around: Surroundings): Promise<BulkResult> {
  const result = await takeSteps(request);
  dutiesChanged(around.queries);
  if (result.done.length > 0) {
    last = result.bulkId;
    toast(around.say(doneWords[request.do], { n: result.done.length }), {
      action: { label: around.say('Hoàn tác'), run: () => void takeBackAll(around, result.bulkId) },
    });
  }
  return result;
}

/** Takes back the last step for several duties, or the one named. */
export async function takeBackAll({ queries, say }: Surroundings, bulkId = last): Promise<void> {
  if (bulkId === null) {
    toast(say('Chưa có thao tác nào để hoàn tác.'));
    return;
  }
  try {
    const { done, refused } = await undoSteps(bulkId);
    if (last === bulkId) last = null;
    const [first] = refused;
    if (done.length > 0) toast(say('Đã hoàn tác {n, number} việc', { n: done.length }));
    if (first) {
      toast(
        say('{n, number} việc không hoàn tác được: {reason}', { n: refused.length, reason: first.detail }),
        {
          tone: 'problem',
        },
      );
    }
  } catch (error) {
    toast(error instanceof Error && error.message ? error.message : say('Không liên lạc được với máy chủ'), {
      tone: 'problem',
    });
  }
  dutiesChanged(queries);
}
